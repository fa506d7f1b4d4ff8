//! Lines in; those of the contents list marked as set aside, and the headings that it names handed on.

use super::super::draft::Entry;
use super::lines::Line;
use crate::model::SetAsideReason;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The headings that a contents list names, folded for comparison.
#[derive(Debug, Default)]
pub struct Contents {
    entries: BTreeSet<String>,
}

impl Contents {
    pub fn names(&self, heading: &str) -> bool {
        self.entries.contains(&folded(heading))
    }
}

static HEAD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^#*\s*(?:table of )?contents:?$").expect("a constant"));
static ENTRY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(.*?)(?:[\s.…·]*\t|\s*\.{2,}|\s*…+|\s{2,}|(?:\s\.){2,})[\s.…]*([0-9]{1,3})$")
        .expect("a constant")
});

/// Entries longer than this are prose.
const LONGEST: usize = 160;

/// Marks the contents list and returns what it names. Its end is where its first entry stands a second time, or else
/// where lines no longer end in a page number.
pub fn set_aside(lines: &mut [Line]) -> Contents {
    let mut contents = Contents::default();
    let mut from = 0;
    while let Some(head) = lines[from..].iter().position(|line| HEAD.is_match(&line.text)) {
        let head = from + head;
        let end = end(lines, head + 1);
        if end > head + 1 {
            for line in &mut lines[head..end] {
                line.aside = Some(SetAsideReason::Contents);
            }
            contents.entries.extend(lines[head + 1..end].iter().map(|line| folded(&title(&line.text))));
        }
        from = end.max(head + 1);
    }
    contents.entries.remove("");
    contents
}

/// As [`set_aside`], for what markup gave: entries that name what comes later, or end in a page number.
pub fn set_entries_aside(entries: &mut [Entry]) -> Contents {
    let mut contents = Contents::default();
    let Some(head) = entries.iter().position(|entry| words(entry).is_some_and(|words| HEAD.is_match(&words)))
    else {
        return contents;
    };
    let count = entries[head + 1..]
        .iter()
        .enumerate()
        .take_while(|(index, entry)| is_entry(entry, &entries[head + 2 + index..]))
        .count();
    if count == 0 {
        return contents;
    }
    for entry in &mut entries[head..=head + count] {
        let Some(words) = words(entry) else { continue };
        contents.entries.insert(folded(&title(&words)));
        *entry = Entry::aside(words, None, SetAsideReason::Contents);
    }
    contents.entries.retain(|entry| !entry.is_empty() && entry != "contents");
    contents
}

fn words(entry: &Entry) -> Option<String> {
    match entry {
        Entry::Part(part) => Some(part.text().to_owned()),
        Entry::Row { cells, .. } => Some(cells.join("\t")),
        Entry::Aside { .. } => None,
    }
}

fn is_entry(entry: &Entry, later: &[Entry]) -> bool {
    let Some(words) = words(entry) else { return false };
    let title = folded(&title(&words));
    let numbered = words.ends_with(|c: char| c.is_ascii_digit()) && words.chars().count() < LONGEST * 12;
    let known = entry.part().is_some_and(|part| part.kind.is_heading());
    !known && (numbered || later.iter().filter_map(Entry::part).any(|part| folded(part.text()) == title))
}

fn end(lines: &[Line], start: usize) -> usize {
    let is_numbered = |line: &Line| ENTRY.is_match(&line.text) || line.text.parse::<u16>().is_ok();
    // A long entry takes two lines, the number at the end of the second.
    let goes_on = |next: &Line| {
        !next.gap && ENTRY.is_match(&next.text) && next.text.starts_with(|c: char| c.is_lowercase())
    };
    let numbered = (start..lines.len())
        .take_while(|at| is_numbered(&lines[*at]) || lines.get(at + 1).is_some_and(goes_on))
        .count();
    let Some(first) = lines.get(start).map(|line| folded(&title(&line.text))) else { return start };
    let again = lines[start + 1..].iter().take(80).position(|line| folded(&line.text) == first);
    // Prose between the entries and the first heading is no part of the list.
    let is_prose = |line: &Line| {
        line.text.ends_with(['.', '?', '!', ';', ','])
            && !ENTRY.is_match(&line.text)
            && line.text.contains(' ')
    };
    match again {
        Some(count)
            if numbered >= 2 && lines[start + numbered.min(count)..=start + count].iter().any(is_prose) =>
        {
            start + numbered
        }
        Some(count)
            if lines[start..=start + count].iter().all(|line| line.text.chars().count() < LONGEST) =>
        {
            start + 1 + count
        }
        _ if numbered >= 2 => start + numbered,
        _ => start,
    }
}

/// An entry without its dots and page number.
fn title(entry: &str) -> String {
    match ENTRY.captures(entry) {
        Some(found) => found[1].to_owned(),
        None if entry.chars().all(|c| c.is_ascii_digit()) => String::new(),
        None => entry.to_owned(),
    }
}

fn folded(text: &str) -> String {
    let letters: String =
        text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        let mut lines = lines(text);
        set_aside(&mut lines);
        lines.into_iter().filter(|line| line.aside.is_none()).map(|line| line.text).collect()
    }

    #[test]
    fn a_contents_list_goes_whatever_leads_to_its_numbers() {
        for text in [
            "Contents\n\nSection 1\t3\nFindings\t4\n\nSection 1\n\nText.",
            "Contents\n\nSection 1 ........ 3\nFindings ...... 4\n\nSection 1\n\nText.",
            "Contents\n\nSection 1\n\n3\n\nFindings\n\n4\n\nSection 1\n\nText.",
        ] {
            assert_eq!(kept(text), ["Section 1", "Text."], "{text}");
        }
    }

    #[test]
    fn prose_behind_the_list_stays() {
        let text = "Contents\n\nSection 1 ........ 3\nFindings ...... 4\n\nThis report was written by two\nwardens of the port.\n\nSection 1\n\nText.";
        let prose = ["This report was written by two", "wardens of the port.", "Section 1", "Text."];
        assert_eq!(kept(text), prose);
    }

    #[test]
    fn the_word_contents_alone_removes_nothing() {
        assert_eq!(kept("Contents\n\nThe box was empty.\n\nIt stayed so.").len(), 3);
    }
}
