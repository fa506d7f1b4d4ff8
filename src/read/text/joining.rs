//! Entries in; paragraphs that a page break or a note cut in two joined.

use super::super::draft::{Entry, Part};
use super::articles::is_byline;
use crate::model::BlockKind;

/// Words after which no paragraph ends.
const OPEN: [&str; 30] = [
    "a", "an", "and", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into", "is", "its", "of",
    "on", "or", "our", "that", "the", "their", "this", "to", "was", "were", "which", "who", "with", "than",
];

/// The entries, each paragraph in one piece. What stood in the gap (a note, a page number) follows it.
pub fn joined(entries: Vec<Entry>) -> Vec<Entry> {
    let mut joined: Vec<Entry> = Vec::with_capacity(entries.len());
    // The part that the next one may continue, with nothing but asides and notes since.
    let mut open: Option<usize> = None;
    for entry in entries {
        match entry {
            Entry::Part(part) => {
                let last = open.and_then(|at| joined.get_mut(at)).and_then(Entry::part_mut);
                match last {
                    Some(last) if continues(last, &part) => last.words.append(" ", part.words),
                    _ => {
                        if !matches!(part.kind, BlockKind::Footnote { .. }) {
                            open = Some(joined.len());
                        }
                        joined.push(Entry::Part(part));
                    }
                }
            }
            Entry::Row { .. } => {
                open = None;
                joined.push(entry);
            }
            Entry::Aside { .. } => joined.push(entry),
        }
    }
    joined
}

fn continues(last: &Part, next: &Part) -> bool {
    let open_kind = last.is_paragraph() || matches!(last.kind, BlockKind::ListItem { .. });
    if !open_kind || !next.is_paragraph() || next.marker.is_some() || next.words.is_blank() {
        return false;
    }
    // "by Jane Doe on May 3, 2024" names the author, however small it begins.
    let dated = next.text().contains(|c: char| c.is_ascii_digit());
    if dated && is_byline(next.text()) {
        return false;
    }
    let number_alone = last.marker.is_some() && last.words.is_blank();
    number_alone || (is_open(last.text()) && follows(last, next.text()))
}

/// Whether words stop within a sentence.
fn is_open(text: &str) -> bool {
    text.ends_with(|c: char| {
        c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–' | '(' | '\'' | '’' | '%')
    })
}

fn follows(last: &Part, next: &str) -> bool {
    let long = last.text().chars().count() > 60;
    let low = next.starts_with(|c: char| c.is_lowercase() || c == '(');
    let final_word = last.text().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let hanging = OPEN.contains(&final_word) || last.text().ends_with([',', '-', '–', '(']);
    let prose = next.ends_with(['.', '?', '!', '”', '"']) && next.chars().count() > 40;
    (low && (long || last.marker.is_some())) || (long && hanging && prose)
}

#[cfg(test)]
mod tests {
    use super::super::entries;

    fn texts(text: &str) -> Vec<String> {
        entries(text).iter().filter_map(|entry| Some(entry.part()?.text().to_owned())).collect()
    }

    #[test]
    fn a_paragraph_cut_by_a_page_break_is_one() {
        let text = "12. The records that the council keeps of what was agreed at such meetings are not\n\nclear about who will act.\n\n13. The next.";
        assert_eq!(texts(text).len(), 2);
        assert!(texts(text)[0].ends_with("are not clear about who will act."));
    }

    #[test]
    fn a_byline_in_small_letters_is_no_second_half() {
        let text = "Carers of the county vote to leave as the council waits for the outcome\n\nby Jane Doe on May 3, 2024\n\nThe vote was held on Monday.";
        assert_eq!(texts(text)[1], "by Jane Doe on May 3, 2024");
    }

    #[test]
    fn a_name_may_begin_the_second_half() {
        let text = "12. Some services are effective for these young people, such as the joint work with\n\nCAMHS. Carers say that they are seen quickly and well.\n\n13. The next.";
        assert_eq!(texts(text).len(), 2);
    }

    #[test]
    fn a_heading_after_an_item_without_a_stop_stays_apart() {
        let text = "12. Make sure that every child has a story book at the earliest opportunity\n\nAbout this inspection\n\nInspectors read files.";
        assert_eq!(texts(text).len(), 3);
    }

    #[test]
    fn a_note_between_two_halves_follows_them() {
        let text = "12. The records that the council keeps of what was agreed¹ at such meetings are not\n\n¹ A note.\n\nclear about who will act.\n\n13. The next.";
        assert_eq!(texts(text)[1], "A note.");
        assert!(texts(text)[0].ends_with("are not clear about who will act."));
    }
}
