//! The minutes of a meeting in, the day of that meeting out.

use super::labels::is_dateline;
use crate::extract::dates::DateMention;
use crate::model::{Date, Document};

/// How lines at the head of minutes begin.
const LINES: [&str; 8] = [
    "minutes",
    "draft minutes",
    "present",
    "members present",
    "also present",
    "in attendance",
    "apologies",
    "declarations of interest",
];

/// Whether at least two lines at the head of the document are those of minutes.
fn is_minutes(document: &Document) -> bool {
    let head = &document.text()[..document.text().floor_char_boundary(2000)];
    let begins = |line: &str, words: &str| {
        line.get(..words.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(words))
            && !line[words.len()..].starts_with(char::is_alphanumeric)
    };
    let headed = |words: &&&str| head.lines().any(|line| begins(line.trim_start(), words));
    LINES.iter().filter(headed).count() > 1
}

/// The day of the meeting: the first date of a line that speaks of the meeting or of its minutes, or holds no more.
pub fn met(document: &Document, dates: &[DateMention]) -> Option<Date> {
    const FIRST: usize = 12;
    let mut blocks = document.blocks().iter().take(FIRST).filter(|_| is_minutes(document));
    blocks.find_map(|block| {
        let words = document.words(block.span);
        let told = || ["meeting", "minutes"].iter().any(|word| words.to_lowercase().contains(word));
        let within = dates.iter().find(|date| block.span.covers(date.span))?;
        let day = within.value.filter(|value| value.day_number().is_some())?;
        (told() || is_dateline(words)).then_some(day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{dates, sample};

    #[test]
    fn minutes_tell_their_own_day() {
        let document = sample::document(
            "Harbour Panel\nMinutes of the meeting of 4 February 2020\nPresent: Councillors Reed and Ives\nA boat left on 6 January.",
        );
        let found = met(&document, &dates::dates(&document));
        assert_eq!(found.map(|day| day.to_string()).as_deref(), Some("2020-02-04"));
        let news = sample::document("Harbour Panel met\nThe meeting of 4 February 2020 was short.");
        assert!(!is_minutes(&news) && met(&news, &dates::dates(&news)).is_none());
    }
}
