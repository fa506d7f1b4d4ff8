//! A file and a place in it in, what was found there and why the rest was not out, as text for a person.

use super::extracted;
use crate::extract::{self, ExplainedBlock, ExplainedSentence};
use crate::model::{Diagnostic, Document, FactSheet, MediaType, Vocabulary};
use std::path::Path;

/// What was found in `FILE`, or at `FILE:LINE`: a line of a text or a page in Markdown, a printed page of a PDF, else
/// the block of that number.
pub fn explanation(place: &str, vocabulary: &Vocabulary) -> (Option<String>, Vec<Diagnostic>) {
    let (file, line) = parted(place);
    let (sheet, diagnostics) = extracted(Path::new(file), vocabulary);
    (sheet.map(|sheet| text(&sheet, line, vocabulary)), diagnostics)
}

/// The file and the line that a place names; a colon may be part of a file's name.
fn parted(place: &str) -> (&str, Option<usize>) {
    if Path::new(place).exists() {
        return (place, None);
    }
    match place.rsplit_once(':').map(|(file, line)| (file, line.parse())) {
        Some((file, Ok(line))) => (file, Some(line)),
        _ => (place, None),
    }
}

fn text(sheet: &FactSheet, line: Option<usize>, vocabulary: &Vocabulary) -> String {
    let document = &*sheet.document;
    let blocks = extract::explained(sheet, vocabulary);
    let wanted = line.map(|line| Wanted::of(document, line));
    let shown = blocks.iter().filter(|block| wanted.as_ref().is_none_or(|wanted| wanted.is(document, block)));
    let mut out: String = shown.map(|block| block_text(document, block)).collect();
    if out.is_empty() {
        out.push_str("nothing of the text stands there; leave out the line to see every block\n");
    }
    out
}

/// The blocks that a line names.
enum Wanted {
    Page(u32),
    /// The words of the line, white space folded.
    Words(String),
    Number(usize),
}

impl Wanted {
    fn of(document: &Document, line: usize) -> Self {
        match document.media_type {
            MediaType::Pdf => Self::Page(u32::try_from(line).unwrap_or(u32::MAX)),
            MediaType::Text | MediaType::Markdown => Self::Words(line_words(&document.path, line)),
            _ => Self::Number(line),
        }
    }

    fn is(&self, document: &Document, block: &ExplainedBlock) -> bool {
        let words = letters(document.words(block.block.span));
        match self {
            Self::Page(page) => block.block.page == Some(*page),
            Self::Number(number) => block.index + 1 == *number,
            Self::Words(line) => {
                !line.is_empty() && (words.contains(line) || words.len() > 11 && line.contains(&words))
            }
        }
    }
}

/// The letters and digits of a line of a file: marks of lists and headings, and their white space, differ in the text
/// that was read. A line that cannot be read has none.
fn line_words(path: &str, line: usize) -> String {
    let bytes = fs_err::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let words = line.checked_sub(1).and_then(|index| text.lines().nth(index)).unwrap_or("");
    letters(words.trim_start_matches(|c: char| !c.is_alphabetic()))
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn block_text(document: &Document, explained: &ExplainedBlock) -> String {
    let block = &explained.block;
    let number = block.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
    let page = block.page.map(|page| format!(", page {page}")).unwrap_or_default();
    let mut out =
        format!("{}. {}{number}{page} ({})\n", explained.index + 1, block.kind.name(), block.because);
    for sentence in &explained.sentences {
        out.push_str(&sentence_text(document, sentence));
    }
    out.push('\n');
    out
}

fn sentence_text(document: &Document, sentence: &ExplainedSentence) -> String {
    let mut out = format!("   {}\n", document.words(sentence.span).replace('\t', " | "));
    for fact in &sentence.facts {
        let about = extract::about(&fact.rule, fact.kind());
        out.push_str(&format!("     + {}: {}\n", fact.kind().name(), fact.value.line()));
        out.push_str(&format!("       from “{}”\n", fact.evidence.quote));
        out.push_str(&format!("       by {}: {about}\n", fact.rule));
    }
    for passed in &sentence.passed_over {
        out.push_str(&format!("     - “{}”: {}\n", document.words(passed.span), passed.reason));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn explained(place: &str) -> String {
        explanation(place, &read::builtin_vocabulary()).0.unwrap_or_default()
    }

    #[test]
    fn a_line_shows_its_block_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("boats.txt");
        std::fs::write(&file, "The river task force (RTF) met.\n\nNo boats came in that long winter.\n")
            .unwrap();
        let shown = explained(&format!("{}:1", file.display()));
        assert!(shown.contains("+ term: RTF: river task force"), "{shown}");
        assert!(!shown.contains("winter"), "{shown}");
        assert!(explained(&file.display().to_string()).contains("winter"));
        assert!(explained(&format!("{}:2", file.display())).starts_with("nothing of the text"));
    }
}
