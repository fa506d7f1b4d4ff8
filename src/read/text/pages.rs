//! Lines in; page numbers and running headers marked as set aside, and the printed page of each line known.

use super::lines::Line;
use crate::model::SetAsideReason;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:page\s+)?[-–]?\s*([0-9]{1,3})\s*[-–]?(?:\s*(?:of|/)\s*[0-9]{1,3})?$")
        .expect("a constant")
});

/// In characters.
const LONGEST_HEADER: usize = 160;

/// Marks page numbers that count up through the text, and headers that come back page after page.
pub fn set_aside(lines: &mut [Line]) {
    let numbers = page_numbers(lines);
    for (index, _) in &numbers {
        lines[*index].aside = Some(SetAsideReason::PageNumber);
    }
    count_pages(lines, &numbers);
    set_headers_aside(lines);
}

/// The longest run of lone numbers that count up: at least three, or two if the file marks its page breaks.
fn page_numbers(lines: &[Line]) -> Vec<(usize, u32)> {
    let mut run: Vec<(usize, u32)> = Vec::new();
    let footers = footers(lines);
    for (index, line) in lines.iter().enumerate() {
        let Some(number) = lone_number(lines, index, &footers) else { continue };
        match run.last() {
            Some((_, last)) if number == last + 1 || (number > *last && number <= last + 3) => {}
            Some(_) => continue,
            None if number <= 3 => {}
            None => continue,
        }
        if line.aside.is_none() {
            run.push((index, number));
        }
    }
    let needed = if lines.iter().any(|line| line.breaks) { 2 } else { 3 };
    if run.len() >= needed { run } else { Vec::new() }
}

/// The words that stand, digits aside, right above a number three times or more: the footers of pages, or their headers.
fn footers(lines: &[Line]) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (index, pair) in lines.windows(2).enumerate() {
        let top = pair[0].breaks || index > 0 && lines[index - 1].breaks;
        if (pair[0].gap || top) && PAGE_NUMBER.is_match(&pair[1].text) {
            *counts.entry(form(&pair[0].text)).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= 3).map(|(words, _)| words).collect()
}

/// What pages that are numbered have in common: each number as `0`, each white space as one space.
fn form(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c.is_ascii_digit() {
            '0'
        } else if c.is_whitespace() {
            ' '
        } else {
            c
        };
        if !(matches!(c, '0' | ' ') && form.ends_with(c)) {
            form.push(c);
        }
    }
    form
}

/// A number with nothing beside it, between empty lines, below a footer or at a page break.
fn lone_number(lines: &[Line], index: usize, footers: &BTreeSet<String>) -> Option<u32> {
    let line = &lines[index];
    let number = PAGE_NUMBER.captures(&line.text)?.get(1)?.as_str();
    let above = index.checked_sub(1).map(|above| &lines[above].text);
    let below = above.is_some_and(|above| footers.contains(&form(above)));
    let next = lines.get(index + 1);
    let alone = line.gap || line.breaks || below || next.is_some_and(|next| next.breaks);
    let after = below || next.is_none_or(|next| next.gap || next.breaks);
    (line.aside.is_none() && alone && after).then(|| number.parse().ok())?
}

/// A page's number stands at its foot, or (where the file marks its breaks) first after a break.
fn count_pages(lines: &mut [Line], numbers: &[(usize, u32)]) {
    let Some((first, number)) = numbers.first() else {
        return count_breaks(lines);
    };
    let at_head = lines[*first].breaks;
    let mut rest = numbers.iter().peekable();
    let mut page = if at_head { number.saturating_sub(1).max(1) } else { *number };
    for (index, line) in lines.iter_mut().enumerate() {
        let reached = rest.peek().is_some_and(|(at, _)| *at == index);
        if reached && at_head {
            page = rest.next().map_or(page, |(_, number)| *number);
        }
        line.page = Some(page);
        if reached && !at_head {
            rest.next();
            page = rest.peek().map_or(page + 1, |(_, number)| *number);
        }
    }
}

fn count_breaks(lines: &mut [Line]) {
    if !lines.iter().any(|line| line.breaks) {
        return;
    }
    let mut page = 1;
    for line in lines {
        page += u32::from(line.breaks);
        line.page = Some(page);
    }
}

/// Headers of several lines, one line of them after the other.
const MOST_HEADER_LINES: usize = 4;

fn set_headers_aside(lines: &mut [Line]) {
    for _ in 0..MOST_HEADER_LINES {
        if !header_line_set_aside(lines) {
            return;
        }
    }
}

/// A header comes back on three pages or more, first or last on them; where no pages are known, it must cut sentences.
fn header_line_set_aside(lines: &mut [Line]) -> bool {
    let mut found = false;
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        let short = line.text.chars().count() <= LONGEST_HEADER && !line.text.contains('\t');
        // One word may well begin or end three pages.
        let apart = line.gap || line.text.contains(' ');
        if line.aside.is_none() && short && apart && is_edge(lines, index) {
            places.entry(form(&line.text)).or_default().push(index);
        }
    }
    for at in places.into_values().filter(|at| at.len() >= 3) {
        // A title that stands first in the text may come back as header; there it is the title.
        for index in at.into_iter().filter(|index| *index > 0) {
            lines[index].aside = Some(SetAsideReason::RunningHeader);
            found = true;
        }
    }
    found
}

fn is_edge(lines: &[Line], index: usize) -> bool {
    let turns = |a: &Line, b: &Line| a.page.is_some() && a.page != b.page;
    let kept = |line: &&Line| line.aside.is_none();
    let before = lines[..index].iter().rev().find(kept);
    let after = lines[index + 1..].iter().find(kept);
    let line = &lines[index];
    let at_page_edge = before.is_none_or(|before| turns(before, line))
        || after.map_or(line.page.is_some(), |after| turns(line, after));
    let below = index > 0 && lines[index - 1].aside == Some(SetAsideReason::RunningHeader);
    at_page_edge || (line.gap || below) && cuts_sentence(before, after)
}

fn cuts_sentence(before: Option<&Line>, after: Option<&Line>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    before.text.ends_with(|c: char| c.is_alphabetic() || c == ',')
        && before.text.chars().count() > 60
        && after.text.starts_with(|c: char| c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn page_numbers_and_headers_go_and_pages_are_known() {
        let text = "Harbour report\n\nIt is one.\n\n1\n\nHarbour report\n\nIt is two.\n\n2\n\nHarbour report\n\nIt is three.\n\n3\n";
        let mut lines = lines(text);
        set_aside(&mut lines);
        let kept: Vec<_> =
            lines.iter().filter(|line| line.aside.is_none()).map(|line| (&*line.text, line.page)).collect();
        assert_eq!(
            kept,
            [
                ("Harbour report", Some(1)),
                ("It is one.", Some(1)),
                ("It is two.", Some(2)),
                ("It is three.", Some(3))
            ]
        );
    }

    #[test]
    fn a_number_right_below_a_footer_is_a_page_number() {
        let text = "It was\n\nReport of 1 May 2020\n1\n\nagreed.\n\nReport of 1 May 2020\n2\n\nIt is two.\n\nReport of 1 May 2020\n3\n";
        let mut lines = lines(text);
        set_aside(&mut lines);
        let kept: Vec<_> =
            lines.iter().filter(|line| line.aside.is_none()).map(|line| (&*line.text, line.page)).collect();
        assert_eq!(kept, [("It was", Some(1)), ("agreed.", Some(2)), ("It is two.", Some(3))]);
    }

    #[test]
    fn a_header_of_two_lines_goes_with_the_number_of_its_page() {
        let page = |number| {
            format!("\u{c}Report on Harbour\n3 May 2020      {number}\n{}\nagreed.\n", "A".repeat(number))
        };
        let text = format!("What is\n{}{}{}", page(2), page(9), page(10));
        let mut lines = lines(&text);
        set_aside(&mut lines);
        let kept: Vec<_> = lines.iter().filter(|line| line.aside.is_none()).map(|line| &*line.text).collect();
        assert_eq!(kept, ["What is", "AA", "agreed.", "AAAAAAAAA", "agreed.", "AAAAAAAAAA", "agreed."]);
    }

    #[test]
    fn a_lone_number_is_no_page_number() {
        let mut lines = lines("There were\n\n12\n\nchildren.");
        set_aside(&mut lines);
        assert!(lines.iter().all(|line| line.aside.is_none() && line.page.is_none()));
    }
}
