//! Entries in; marks of notes and bold words taken out of their text and kept beside it.

use super::super::draft::{Entry, Words};
use crate::model::{BlockKind, InlineKind};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^?([0-9]{1,3})\]:?)[ \t\u{a0}]*(\S.*)$").expect("a constant")
});
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^?([0-9]{1,3})\]|\*\*([^*]+)\*\*").expect("a constant")
});

/// With what a note may begin.
const MARKS: [char; 11] = ['[', '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The label and the words of a line that is a note.
pub fn note(line: &str) -> Option<(String, &str)> {
    let found = line.starts_with(MARKS).then(|| NOTE.captures(line)).flatten()?;
    Some((label(found.get(1).or(found.get(2))?.as_str()), found.get(3)?.as_str()))
}

fn label(mark: &str) -> String {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    mark.chars()
        .map(|c| {
            RAISED.chars().position(|raised| raised == c).map_or(c, |digit| char::from(b'0' + digit as u8))
        })
        .collect()
}

/// Takes the marks of the notes that the text has, and the signs around bold words, out of the words.
pub fn mark(entries: &mut [Entry]) {
    let labels: BTreeSet<String> = entries
        .iter()
        .filter_map(|entry| match &entry.part()?.kind {
            BlockKind::Footnote { label } => Some(label.clone()),
            _ => None,
        })
        .collect();
    for part in entries.iter_mut().filter_map(Entry::part_mut) {
        if MARK.is_match(&part.words.text) && part.words.inlines.is_empty() {
            part.words = marked(&part.words.text, &labels);
        }
    }
}

fn marked(text: &str, labels: &BTreeSet<String>) -> Words {
    let mut words = Words::default();
    let mut from = 0;
    for found in MARK.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        words.text.push_str(&text[from..whole.start()]);
        from = whole.end();
        let start = words.text.len();
        match (found.get(1).or(found.get(2)), found.get(3)) {
            (Some(mark), _) if labels.contains(&label(mark.as_str())) => {
                words.mark(start, InlineKind::NoteMark(label(mark.as_str())));
            }
            (_, Some(bold)) => {
                words.append("", marked(bold.as_str(), labels));
                words.mark(start, InlineKind::Strong);
            }
            _ => words.text.push_str(whole.as_str()),
        }
    }
    words.text.push_str(&text[from..]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_notes_that_exist_leave_the_text() {
        let labels = BTreeSet::from(["1".to_owned()]);
        let words = marked("The board¹ is **good** at 20 m².", &labels);
        assert_eq!(words.text, "The board is good at 20 m².");
        assert_eq!(words.inlines.len(), 2);
        assert_eq!(&words.text[words.inlines[1].span.range()], "good");
    }

    #[test]
    fn a_note_has_its_label_and_words() {
        assert_eq!(note("¹² These are schools."), Some(("12".to_owned(), "These are schools.")));
        assert_eq!(note("[^3]: So."), Some(("3".to_owned(), "So.")));
        assert_eq!(note("12 These"), None);
    }
}
