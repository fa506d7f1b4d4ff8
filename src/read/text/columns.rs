//! Lines of a page that was printed with its columns side by side in, rows out: what stands to the left of the gutter
//! over several lines, and what stands to the right of it, beside any of them.
//!
//! A program that keeps the layout of a page (`pdftotext -layout`) prints a row whose left cell takes two lines as
//! three, with the right cell alone on the one between.

use super::lines::Line;
use regex::Regex;
use std::sync::LazyLock;

/// The white space between two columns.
static GUTTER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\s{3,}").expect("a constant"));

/// How far to the right a second column begins at least, and how many columns its lines may differ by.
const SECOND_COLUMN: usize = 25;
const SLACK: usize = 2;
/// A row takes so many lines at most, and a cell to the right so many words.
const MOST_LINES: usize = 5;
const MOST_WORDS: usize = 6;

/// A line, parted at the gutter. The left part bears the column where it ends, the right part that where it begins.
struct Parts<'a> {
    left: Option<(usize, &'a str)>,
    right: Option<(usize, &'a str)>,
}

/// The lines, with each row that was printed over several of them as one, its cells parted by a tab.
pub fn rows_joined(lines: Vec<Line>) -> Vec<Line> {
    let mut joined = Vec::with_capacity(lines.len());
    let mut rest = lines.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let count = 1 + others.iter().take_while(|line| !line.gap && !line.breaks).count();
        let group = &rest[..count];
        match row(group) {
            Some(text) => joined.push(Line { text, ..first.clone() }),
            None => joined.extend_from_slice(group),
        }
        rest = &rest[count..];
    }
    joined
}

/// The one row that these lines make up.
fn row(group: &[Line]) -> Option<String> {
    let fits = (2..=MOST_LINES).contains(&group.len()) && group.iter().all(|line| line.aside.is_none());
    let parts: Vec<Parts> = fits.then(|| group.iter().map(parts).collect::<Option<_>>())??;
    let left: Vec<(usize, &str)> = parts.iter().filter_map(|part| part.left).collect();
    let right: Vec<(usize, &str)> = parts.iter().filter_map(|part| part.right).collect();
    let column = right.first()?.0;
    let apart = left.iter().all(|(end, _)| *end < column);
    let straight = right.iter().all(|(at, _)| at.abs_diff(column) <= SLACK);
    let second = joined(right.iter().map(|(_, text)| *text));
    let first = joined(left.iter().map(|(_, text)| *text));
    let short = second.split_whitespace().count() <= MOST_WORDS && second.contains(char::is_alphabetic);
    (is_one_row(&parts)
        && apart
        && straight
        && short
        && first.contains(char::is_alphabetic)
        && !first.ends_with('.'))
    .then(|| format!("{first}\t{second}"))
}

/// Whether lines that hold both cells go on with those above them, or there is none.
fn is_one_row(parts: &[Parts]) -> bool {
    let low = |text: &str| text.starts_with(char::is_lowercase);
    parts.iter().enumerate().all(|(at, part)| match (part.left, part.right) {
        (Some((_, left)), Some((_, right))) => at == 0 || (low(left) && low(right)),
        (Some((_, left)), None) => at == 0 || parts[0].left.is_none() || low(left),
        _ => true,
    })
}

/// `None` if the line has a third column, or one of its own kind (a table row).
fn parts(line: &Line) -> Option<Parts<'_>> {
    if line.text.contains('\t') || line.text.starts_with('|') {
        return None;
    }
    if line.indent >= SECOND_COLUMN {
        let alone = !GUTTER.is_match(&line.text);
        return alone.then_some(Parts { left: None, right: Some((line.indent, &line.text)) });
    }
    let column = |at: usize| line.indent + line.text[..at].chars().count();
    // What follows a printed number or a bullet is no second column.
    let mut gutters = GUTTER.find_iter(&line.text).filter(|gutter| gutter.start() > 3);
    let Some(gutter) = gutters.next() else {
        return Some(Parts { left: Some((column(line.text.len()), &line.text)), right: None });
    };
    let at = column(gutter.end());
    (gutters.next().is_none() && at >= SECOND_COLUMN).then(|| Parts {
        left: Some((column(gutter.start()), &line.text[..gutter.start()])),
        right: Some((at, &line.text[gutter.end()..])),
    })
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::rows_joined;

    fn texts(text: &str) -> Vec<String> {
        rows_joined(lines(text)).into_iter().map(|line| line.text).collect()
    }

    const GAP: &str = "                                        ";

    #[test]
    fn a_grade_beside_the_middle_of_its_area_is_of_the_whole_area() {
        let text = format!(
            "2. Children who are in the care\n{GAP}Requires improvement\n   of the council\n\n3. Leaders      {GAP}Good"
        );
        assert_eq!(texts(&text)[0], "2. Children who are in the care of the council\tRequires improvement");
        let text = format!("{GAP}Requires improvement\n Overall effectiveness\n{GAP}to be good");
        assert_eq!(texts(&text), ["Overall effectiveness\tRequires improvement to be good"]);
        let text = format!(
            "Children in care and care   {GAP}Requires improvement\nleavers                     {GAP}to be good"
        );
        assert_eq!(texts(&text), ["Children in care and care leavers\tRequires improvement to be good"]);
    }

    #[test]
    fn two_rows_and_two_columns_of_their_own_stay_as_they_are() {
        let rows = format!("Children in care{GAP}Good\nLeaders         {GAP}Inadequate");
        assert_eq!(texts(&rows).len(), 2);
        let letter = format!("Ann Brown       {GAP}Ofsted\nTown Hall       {GAP}Piccadilly Gate");
        assert_eq!(texts(&letter).len(), 2);
        let prose =
            "Inspectors read the files of the children that\nare in the care of the council and saw them.";
        assert_eq!(texts(prose).len(), 2);
    }
}
