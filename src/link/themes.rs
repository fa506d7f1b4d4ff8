//! What is to be put right in, its theme out: the vocabulary's first theme that the most of its words belong to.

use crate::model::Vocabulary;

/// The label of the theme, if the words belong to one.
pub(super) fn of(vocabulary: &Vocabulary, text: &str) -> Option<String> {
    let text = format!(" {} ", text.to_lowercase().replace('’', "'").replace('-', " "));
    let count = |wordings: &[String]| -> usize {
        wordings
            .iter()
            .filter(|wording| text.contains(&format!(" {wording}")))
            .map(|wording| wording.len())
            .sum()
    };
    let mut best = None;
    for theme in &vocabulary.themes {
        let count = count(&theme.wordings);
        if count > best.map_or(0, |(count, _)| count) {
            best = Some((count, &theme.label));
        }
    }
    best.map(|(_, label)| label.clone())
}
