//! Entries in; those with printed numbers known as numbered paragraphs or as items of lists.

use super::super::draft::Entry;
use crate::model::BlockKind;

/// A number may skip so many: a paragraph may have been lost.
const SKIP: u32 = 3;
/// Lists of more items, or of longer ones, are numbered paragraphs.
const LONGEST_LIST: usize = 12;
const LONGEST_ITEM: usize = 160;

/// The entries, with each run of printed numbers known for what it is.
///
/// Numbers that run through the text belong to paragraphs; a short run of short items under one heading is a list. A
/// number that follows from none before it belongs to the words.
pub fn known(mut entries: Vec<Entry>) -> Vec<Entry> {
    let mut run: Vec<usize> = Vec::new();
    let mut last = 0;
    for index in 0..entries.len() {
        let Some(number) = number(&entries[index]) else { continue };
        if number > last && number <= last + SKIP {
            run.push(index);
        } else if number == 1 {
            settle(&mut entries, &std::mem::replace(&mut run, vec![index]));
        } else if last == 0 && number < 200 {
            // The text is a part of a longer one.
            run.push(index);
        } else {
            put_back(&mut entries[index]);
            continue;
        }
        last = number;
    }
    settle(&mut entries, &run);
    entries
}

/// The printed number of what may be a numbered paragraph.
fn number(entry: &Entry) -> Option<u32> {
    let part = entry.part().filter(|part| part.kind == BlockKind::Paragraph)?;
    part.number.as_ref()?.parse().ok()
}

fn put_back(entry: &mut Entry) {
    let Some(part) = entry.part_mut() else { return };
    if let Some(marker) = part.marker.take() {
        part.number = None;
        let words = std::mem::take(&mut part.words);
        part.words.text = marker;
        part.words.append(" ", words);
    }
}

fn settle(entries: &mut [Entry], run: &[usize]) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let divided = entries[*first..=*last].iter().any(|entry| {
        entry
            .part()
            .is_some_and(|part| part.kind.is_heading() || (part.is_paragraph() && part.number.is_none()))
    });
    let longest =
        run.iter().filter_map(|at| entries[*at].part()).map(|part| part.text().len()).max().unwrap_or(0);
    if divided || run.len() > LONGEST_LIST || longest > LONGEST_ITEM || longest == 0 {
        return;
    }
    for at in run {
        if let Some(part) = entries[*at].part_mut() {
            part.kind = BlockKind::ListItem { depth: 0, ordered: true };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::entries;

    fn kinds(text: &str) -> Vec<(&'static str, Option<String>)> {
        entries(text)
            .iter()
            .filter_map(|entry| entry.part())
            .map(|part| (part.kind.name(), part.number.clone()))
            .collect()
    }

    #[test]
    fn a_short_list_is_a_list() {
        let kinds = kinds("They must:\n\n1. Listen.\n2. Act.\n\nThat is all.");
        assert_eq!(kinds[1], ("list-item", Some("1".to_owned())));
    }

    #[test]
    fn numbers_that_run_through_are_paragraphs() {
        let kinds = kinds("1. One is so.\n\n2. Two is so.\n\nA heading\n\n3. Three is so.\n\n4. Four is so.");
        assert!(kinds.iter().filter(|(_, number)| number.is_some()).all(|(kind, _)| *kind == "paragraph"));
    }

    #[test]
    fn a_number_out_of_turn_belongs_to_the_words() {
        let found = entries("1. One is so.\n\n400. This is no number.\n\n2. Two is so.");
        assert_eq!(
            found[1].part().map(|part| part.text().to_owned()).as_deref(),
            Some("400. This is no number.")
        );
    }
}
