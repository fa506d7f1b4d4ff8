//! A text in, its lines out: without stray tags, and with lines that were broken to a width put together again.

use super::markers;
use super::tables::BETWEEN;
use crate::model::{MONTHS, SetAsideReason};
use regex::Regex;
use std::sync::LazyLock;

/// A line with what stands around it.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Without white space at its ends, except a tab at the end of a table row.
    pub text: String,
    /// The white space before the text, in columns.
    pub indent: usize,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// Whether a new page begins with it.
    pub breaks: bool,
    pub page: Option<u32>,
    /// Why it does not belong to the text, if it does not.
    pub aside: Option<SetAsideReason>,
}

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)</?(?:p|br|b|i|em|strong|span|div|u|sup|td|tr|table)(?:\s[^<>]*)?/?>")
        .expect("a constant")
});
static PARAGRAPH_TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)</?(?:p|br|div|tr)(?:\s[^<>]*)?/?>").expect("a constant"));

/// The lines that are not empty.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut gap, mut breaks) = (true, false);
    for raw in text.split('\n') {
        for (index, raw) in raw.split('\u{c}').enumerate() {
            breaks |= index > 0;
            gap |= index > 0 || raw.trim().is_empty();
            for (index, (text, apart)) in untagged(raw).into_iter().enumerate() {
                gap |= index > 0 || apart;
                lines.push(Line { indent: indent(raw), gap, breaks, text, ..Line::default() });
                (gap, breaks) = (apart, false);
            }
        }
    }
    lines
}

/// What a line holds without tags: mostly itself, but each paragraph of a table's only cell is a line (apart: `true`).
fn untagged(raw: &str) -> Vec<(String, bool)> {
    let trimmed = raw.trim();
    if !TAG.is_match(trimmed) {
        return if trimmed.is_empty() { Vec::new() } else { vec![(trimmed.to_owned(), false)] };
    }
    let cells = trimmed.split('\t').filter(|cell| !cell.trim().is_empty()).count();
    if cells > 1 {
        return vec![(decoded(&TAG.replace_all(trimmed, " ")), false)];
    }
    PARAGRAPH_TAG
        .split(trimmed)
        .map(|part| decoded(TAG.replace_all(part, " ").trim()))
        .filter(|part| !part.is_empty())
        .map(|part| (part, true))
        .collect()
}

/// A line that holds tags may hold named characters too.
fn decoded(text: &str) -> String {
    const NAMED: [(&str, &str); 11] = [
        ("&nbsp;", " "),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&rdquo;", "”"),
        ("&ldquo;", "“"),
        ("&ndash;", "–"),
        ("&pound;", "£"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&amp;", "&"),
    ];
    NAMED.iter().fold(text.to_owned(), |text, (name, character)| text.replace(name, character))
}

fn indent(raw: &str) -> usize {
    raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The lines, with those that go on in the next one joined to it if the text was broken to a width.
pub fn unwrapped(lines: Vec<Line>) -> Vec<Line> {
    let Some(width) = width(&lines) else { return lines };
    let mut joined: Vec<Line> = Vec::new();
    // The length of the last line, and whether it is prose: what it was joined to may be long by now.
    let (mut length, mut prose) = (0, false);
    // Whether the last line is the first of the text.
    let mut begun = false;
    let mut rest = lines.into_iter().peekable();
    while let Some(mut line) = rest.next() {
        let (own, own_prose) = (line.text.chars().count(), is_prose(&line));
        match joined.last_mut() {
            Some(last) if rest.peek().is_some_and(|next| is_heading_between(last, &line, next, width)) => {
                line.gap = true;
                joined.push(line);
            }
            Some(last)
                if prose && goes_on(last, length, &line, width) || begun && is_cut_title(last, &line) =>
            {
                join(&mut last.text, &line.text);
            }
            _ => {
                begun = joined.iter().all(|line| line.aside.is_some()) && line.aside.is_none();
                joined.push(line);
            }
        }
        (length, prose) = (own, own_prose);
    }
    joined
}

/// Whether a line that follows a full stop directly is a heading, in a text that keeps no empty lines: it has no stop, and
/// points begin below it, or it was not broken to the width.
fn is_heading_between(last: &Line, line: &Line, next: &Line, width: usize) -> bool {
    let starts = |line: &Line| line.text.starts_with(char::is_uppercase);
    last.text.ends_with('.')
        && is_prose(line)
        && starts(line)
        && line.text.ends_with(char::is_alphanumeric)
        && !markers::is_marked(&line.text)
        && (markers::is_marked(&next.text)
            || starts(next) && !is_full(line.text.chars().count(), next, width))
}

/// Whether the first word of the next line had no room in a line of `length` characters.
fn is_full(length: usize, next: &Line, width: usize) -> bool {
    length + first_word(&next.text) + 1 > width.saturating_sub(8)
}

/// The width to which a text is broken: most lines that follow another directly go on within a sentence.
fn width(lines: &[Line]) -> Option<usize> {
    let lengths = |line: &Line| line.text.chars().count();
    let pairs: Vec<_> = lines.windows(2).filter(|pair| !pair[1].gap && is_prose(&pair[0])).collect();
    let open = |pair: &&&[Line]| {
        lengths(&pair[0]) >= 35 && !ends(&pair[0].text) && !markers::is_marked(&pair[1].text)
    };
    let broken = pairs.iter().filter(open).count();
    // Of lines that name things, one below the other, each begins with a capital.
    let low = |pair: &&&[Line]| pair[1].text.starts_with(|c: char| !c.is_uppercase());
    let goes_on = pairs.iter().filter(open).filter(low).count();
    if broken < 3
        || broken * 5 < pairs.len() * 2
        || goes_on * 2 < broken
        || pairs.iter().any(|pair| lengths(&pair[0]) > 250)
    {
        return None;
    }
    let mut widths: Vec<usize> = pairs.iter().map(|pair| lengths(&pair[0])).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 9 / 10).copied()
}

fn is_prose(line: &Line) -> bool {
    line.aside.is_none()
        && !line.text.contains('\t')
        && !line.text.starts_with('|')
        && !line.text.contains(BETWEEN)
}

fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '?', '!', ':'])
}

/// Whether a line of `length` characters was broken where `next` begins.
fn goes_on(last: &Line, length: usize, next: &Line, width: usize) -> bool {
    let starts_low = next.text.starts_with(|c: char| c.is_lowercase() || c == '(');
    !next.gap
        && !next.breaks
        && last.page == next.page
        && is_prose(next)
        && !next.text.starts_with('#')
        && (!markers::is_marked(&next.text) || is_cut_compound(&last.text, &next.text))
        && (starts_low
            || is_cut_compound(&last.text, &next.text)
            || (length >= 30 && is_full(length, next, width))
            || is_cut_date(&last.text, &next.text))
}

/// "Inspection of Harbour," before "Quay and Sands local authority", "Harbour Metropolitan Borough" before "Council": a
/// cover breaks its title where it likes.
fn is_cut_title(last: &Line, next: &Line) -> bool {
    let kind =
        matches!(next.text.as_str(), "Council" | "Authority" | "Borough Council" | "Borough" | "Trust");
    let goes_on = last.text.ends_with(',') && !last.text.starts_with("Dear ");
    !next.gap && !next.breaks && next.aside.is_none() && (kind || goes_on)
}

/// "COVID-" before "19 pandemic".
fn is_cut_compound(last: &str, next: &str) -> bool {
    last.ends_with('-') && !last.ends_with(" -") && next.starts_with(|c: char| c.is_ascii_digit())
}

/// "… and 28 to 30" before "January 2014".
fn is_cut_date(last: &str, next: &str) -> bool {
    last.ends_with(|c: char| c.is_ascii_digit()) && MONTHS.iter().any(|month| next.starts_with(month))
}

fn first_word(text: &str) -> usize {
    text.split_whitespace().next().map_or(0, |word| word.chars().count())
}

/// A hyphen at the end of a line stays, because `multi-agency` is as likely to be broken there as `infor-mation`.
pub fn join(text: &mut String, next: &str) {
    let hyphenated = text.ends_with('-') && !text.ends_with(" -") && next.starts_with(char::is_alphanumeric);
    if !hyphenated {
        text.push(' ');
    }
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        unwrapped(lines(text)).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_cell_of_tagged_paragraphs_is_as_many_lines() {
        assert_eq!(
            texts("<p>One.</p> <p>Two &amp; three.</p>\t\nOne\tGood"),
            ["One.", "Two & three.", "One\tGood"]
        );
        assert!(lines("<p>One.</p>\t\nTwo.")[1].gap);
    }

    #[test]
    fn a_heading_between_points_is_no_end_of_the_first() {
        let text = "103. Make sure that all of the training is seen to have helped the\nstaff who were at it, and that children are better off because of it,\nin the homes of the council and in the schools, as much as with their\nown families or with those that took them in for a time.\nStrengths and weaknesses of the board\n104. The board meets often.";
        assert_eq!(texts(text)[1], "Strengths and weaknesses of the board");
    }

    #[test]
    fn lines_that_each_name_a_thing_are_no_broken_text() {
        let text = "The work of the harbour with boats that come by night – Good (previously Bad)\nThe work of the harbour with boats that come by day – Good (previously Bad)\nThe work of the harbour with its crews on the sea – Good (previously Bad)\nThe work of the harbour with its crews on the land – Good (previously Bad)\nThe work of the harbour with all those who guard it – Good (previously Bad)";
        assert_eq!(texts(text).len(), 5);
    }

    #[test]
    fn a_date_cut_before_its_month_is_one() {
        let text = "Inspection dates: 19 November to 11 December 2013 and 28 – 30\nJanuary 2014\n\nThe council has told its partners that it will recruit more\nsocial workers over the coming year and that it has set aside\nmoney for it, and for the homes that it runs.";
        assert!(texts(text)[0].ends_with("28 – 30 January 2014"));
    }

    #[test]
    fn lines_broken_to_a_width_are_joined_and_others_are_not() {
        let broken = "The council has told its partners that it\nwill recruit more social workers over the\ncoming year and that it has set aside more\nmoney.\n\nA second paragraph is here, and it is as long\nas the first.";
        assert_eq!(texts(broken).len(), 2);
        assert_eq!(texts("One sentence is on this line.\nAnother is on this.\nA third is on this.").len(), 3);
    }
}
