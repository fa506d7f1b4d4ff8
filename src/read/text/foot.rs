//! The lines of a page in, the notes at its foot out, each as one line: a program that takes text from a PDF prints the
//! raised number of a note as a line of its own.

use super::lines::{Line, join};
use crate::model::SetAsideReason;

/// A note takes so many lines at most.
const MOST_LINES: usize = 10;
/// A note may be missed: the next one is known by a number that is as much higher at most.
const SKIP: u32 = 2;

/// The lines, with each note that stands at the foot of a page as one line that begins with its number in brackets.
pub fn notes_joined(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let (mut index, mut last) = (0, 0);
    while let Some(line) = lines.get(index) {
        match note(&lines, index, last) {
            Some((number, end)) => {
                let mut text = format!("[{number}]");
                lines[index + 1..end].iter().for_each(|line| join(&mut text, &line.text));
                joined.push(Line { text, gap: true, ..line.clone() });
                (index, last) = (end, number);
            }
            None => {
                joined.push(line.clone());
                index += 1;
            }
        }
    }
    joined
}

/// The number of the note that begins with a line, and where it ends, if everything from there to the end of the page is
/// notes.
fn note(lines: &[Line], start: usize, last: u32) -> Option<(u32, usize)> {
    let number = heads_note(lines, start).filter(|number| *number > last && *number <= last + SKIP)?;
    let mut end = start + 1;
    let mut own_end = None;
    let mut length = 0;
    let mut previous = number;
    while let Some(line) = lines.get(end) {
        let over = line.breaks || line.page != lines[start].page || line.aside.is_some();
        if over {
            let page_ends = line.breaks
                || line.page != lines[start].page
                || line.aside == Some(SetAsideReason::PageNumber)
                || line.aside == Some(SetAsideReason::RunningHeader);
            return page_ends.then_some((number, own_end.unwrap_or(end)));
        }
        if heads_note(lines, end) == Some(previous + 1) {
            own_end.get_or_insert(end);
            (previous, length) = (previous + 1, 0);
        }
        length += 1;
        if length > MOST_LINES || super::markers::is_marked(&line.text) {
            return None;
        }
        end += 1;
    }
    Some((number, own_end.unwrap_or(end)))
}

/// The number that a line consists of, if words follow it directly.
fn heads_note(lines: &[Line], index: usize) -> Option<u32> {
    let line = lines.get(index).filter(|line| line.page.is_some() && line.aside.is_none() && !line.breaks)?;
    let above = lines.get(index.checked_sub(1)?)?;
    if above.page != line.page {
        return None;
    }
    let number = line.text.parse::<u32>().ok().filter(|number| (1..=99).contains(number))?;
    let next = lines.get(index + 1)?;
    let words = next.text.starts_with(|c: char| c.is_uppercase() || matches!(c, '‘' | '“' | 'h'));
    (!next.gap && !next.breaks && next.aside.is_none() && words && next.text.contains(' ')).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::pages;
    use super::notes_joined;

    fn texts(text: &str) -> Vec<String> {
        let mut lines = lines(text);
        pages::set_aside(&mut lines);
        notes_joined(lines).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn notes_at_the_foot_of_a_page_are_one_line_each() {
        let text = "Some live away.\n1\nThe council was asked\nto look at this.\n2\nAs of May.\n\n1\n\u{c}Others do not.\n\n2\n\u{c}More.\n\n3\n";
        assert_eq!(
            texts(text)[..3],
            ["Some live away.", "[1] The council was asked to look at this.", "[2] As of May."]
        );
    }

    #[test]
    fn a_number_above_words_within_a_page_heads_no_note() {
        let text = "Homes\n1\nGood homes\n\nThe council runs it, and it was seen in May.\n- It is good.\n- It is full.\nThe end.\n- It.\n- Is.\n- So.\n- It.\n- Is.\n- So.\n- It.\n- Is.\n- So.\n- It.\n- Is.\n\n1\n\u{c}More.\n\n2\n";
        assert!(texts(text).contains(&"Good homes".to_owned()));
    }
}
