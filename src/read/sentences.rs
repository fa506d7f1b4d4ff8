//! Words of one block in, the sentences in them out.

use crate::model::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of one block's words, as byte ranges without white space at their ends.
pub fn sentences(words: &str) -> Vec<Span> {
    words
        .split_sentence_bound_indices()
        .filter_map(|(at, sentence)| {
            let lead = sentence.len() - sentence.trim_start().len();
            let trimmed = sentence.trim();
            (!trimmed.is_empty()).then(|| Span::new(at + lead, at + lead + trimmed.len()))
        })
        .collect()
}
