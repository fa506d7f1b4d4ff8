//! A file and a place in it in, what was found there and why the rest was not out, as text for a person.

use super::extracted;
use crate::extract::{self, ExplainedBlock, ExplainedSentence};
use crate::model::{Diagnostic, Document, FactSheet, MediaType, Vocabulary};
use std::path::Path;

/// What was found in `FILE`, or at `FILE:LINE`: a line of a text or a page in Markdown, a printed page of a PDF, else
/// the block of that number.
pub fn explanation(place: &str, vocabulary: &Vocabulary) -> (Option<String>, Vec<Diagnostic>) {
    let (file, line) = parted(place);
    let (sheet, mut diagnostics) = extracted(Path::new(file), vocabulary);
    if let (None, Some(named), [told]) = (&sheet, before_colon(file), diagnostics.as_mut_slice()) {
        told.help =
            Some(format!("behind the colon stands one line, or printed page, as a number: {named}:12"));
    }
    (sheet.map(|sheet| text(&sheet, line, vocabulary)), diagnostics)
}

/// The file that is there, of a place whose line was not understood.
fn before_colon(place: &str) -> Option<&str> {
    place.rsplit_once(':').map(|(file, _)| file).filter(|file| Path::new(file).is_file())
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
    let mut shown: Vec<&ExplainedBlock> = blocks
        .iter()
        .filter(|block| wanted.as_ref().is_none_or(|wanted| wanted.is(document, block)))
        .collect();
    if let Some(Wanted::Words { before, .. }) = wanted {
        keep_nearest(document, &mut shown, before);
    }
    if shown.is_empty() {
        return format!(
            "nothing of the text stands there ({}); leave out the line to see every block\n",
            extent(document, blocks.len())
        );
    }
    shown.into_iter().map(|block| block_text(document, block)).collect()
}

/// Of the blocks that have the words of a line, such as a heading that returns, the one at its place, and those that
/// the same line holds beside it.
fn keep_nearest(document: &Document, shown: &mut Vec<&ExplainedBlock>, before: usize) {
    const ONE_LINE: usize = 8;
    let distance =
        |block: &&ExplainedBlock| letters(&document.text()[..block.block.span.start]).len().abs_diff(before);
    if let Some(nearest) = shown.iter().min_by_key(|block| distance(block)).map(|block| block.index) {
        let repeated = |block: &ExplainedBlock| {
            document.words(block.block.span) == document.words(document.blocks()[nearest].span)
        };
        shown.retain(|block| {
            block.index == nearest || block.index.abs_diff(nearest) < ONE_LINE && !repeated(block)
        });
    }
}

/// How far the places reach that may be asked for.
fn extent(document: &Document, blocks: usize) -> String {
    match document.media_type {
        MediaType::Pdf => {
            let pages = document.blocks().iter().filter_map(|block| block.page);
            let last = pages.clone().max();
            match pages.min().zip(last) {
                Some((first, last)) => format!("it has the printed pages {first} to {last}"),
                None => "its pages have no numbers".to_owned(),
            }
        }
        MediaType::Text | MediaType::Markdown => {
            let bytes = fs_err::read(&document.path).unwrap_or_default();
            format!("the file has the lines 1 to {}", String::from_utf8_lossy(&bytes).lines().count())
        }
        _ => format!("it has the blocks 1 to {blocks}"),
    }
}

/// The blocks that a line names.
enum Wanted {
    Page(u32),
    /// The letters of the line, and how many stand before it in the file.
    Words {
        line: String,
        before: usize,
    },
    Number(usize),
}

impl Wanted {
    fn of(document: &Document, line: usize) -> Self {
        match document.media_type {
            MediaType::Pdf => Self::Page(u32::try_from(line).unwrap_or(u32::MAX)),
            MediaType::Text | MediaType::Markdown => {
                let (line, before) = line_words(&document.path, line);
                Self::Words { line, before }
            }
            _ => Self::Number(line),
        }
    }

    fn is(&self, document: &Document, block: &ExplainedBlock) -> bool {
        let words = letters(document.words(block.block.span));
        match self {
            Self::Page(page) => block.block.page == Some(*page),
            Self::Number(number) => block.index + 1 == *number,
            Self::Words { line, .. } => {
                !line.is_empty() && (words.contains(line) || words.len() > 11 && line.contains(&words))
            }
        }
    }
}

/// The letters and digits of a line of a file, and how many stand before it: marks of lists and headings, and their
/// white space, differ in the text that was read. A line that cannot be read has none.
fn line_words(path: &str, line: usize) -> (String, usize) {
    let bytes = fs_err::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let index = line.saturating_sub(1);
    let words = text.lines().nth(index).filter(|_| line > 0).unwrap_or("");
    let before = text.lines().take(index).map(|line| letters(line).len()).sum();
    (letters(words.trim_start_matches(|c: char| !c.is_alphabetic())), before)
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
        let beyond = explained(&format!("{}:99", file.display()));
        assert!(beyond.contains("the file has the lines 1 to 3"), "{beyond}");
    }

    #[test]
    fn a_line_that_returns_shows_the_block_at_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("boats.txt");
        let words = "What is strong\n\nNo boats came in that long winter.\n\n";
        std::fs::write(&file, words.repeat(3)).unwrap();
        let shown = explained(&format!("{}:5", file.display()));
        assert!(shown.starts_with("3. "), "{shown}");
        assert_eq!(shown.matches("What is strong").count(), 1, "{shown}");
    }

    #[test]
    fn what_is_no_line_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("boats.txt");
        std::fs::write(&file, "The boats came.\n").unwrap();
        let place = format!("{}:two", file.display());
        let (shown, told) = explanation(&place, &read::builtin_vocabulary());
        assert!(shown.is_none());
        let help = told[0].help.as_deref().unwrap_or_default();
        assert!(help.contains("boats.txt:12"), "{help}");
    }
}
