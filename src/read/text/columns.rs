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

/// The last word of a body's name, which may stand alone in the next line of its cell.
const ENDS: [&str; 7] = ["Authority", "Board", "Council", "Group", "Service", "Services", "Trust"];

/// A line, parted at the gutter. The left part bears the column where it ends, the right part that where it begins.
struct Parts<'a> {
    left: Option<(usize, &'a str)>,
    right: Option<(usize, &'a str)>,
}

/// The lines, with each row that was printed over several of them as one, its cells parted by a tab; and with the rows of
/// two columns that run down the page, as signatures do, each in a line.
pub fn rows_joined(lines: Vec<Line>) -> Vec<Line> {
    let mut joined = Vec::with_capacity(lines.len());
    let groups = groups(&lines);
    let mut at = 0;
    while let Some(group) = groups.get(at) {
        let columns = columns(&groups[at..]);
        at += columns.len().max(1);
        match row(group) {
            _ if !columns.is_empty() => joined.extend(columns.into_iter().flatten()),
            Some(text) => joined.push(Line { text, ..group[0].clone() }),
            None => joined.extend_from_slice(group),
        }
    }
    joined
}

/// The rows of two columns that run down from the first of these groups, group by group; none if it is but one row.
fn columns(groups: &[&[Line]]) -> Vec<Vec<Line>> {
    let mut column = None;
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for (own, lines) in groups.iter().map_while(|group| rows_beside(group)) {
        if own.abs_diff(*column.get_or_insert(own)) > SLACK {
            break;
        }
        rows.push(lines);
    }
    if rows.iter().map(Vec::len).sum::<usize>() > 1 { rows } else { Vec::new() }
}

/// The rows of a group whose first line has both cells, and where the second column begins.
fn rows_beside(group: &[Line]) -> Option<(usize, Vec<Line>)> {
    const MOST: usize = 12;
    const MOST_LEFT: usize = 60;
    const MOST_RIGHT: usize = 10;
    let low = |text: &str| text.starts_with(char::is_lowercase);
    let fits = group.len() <= MOST && group.iter().all(|line| line.aside.is_none());
    let parts: Vec<Parts> = fits.then(|| group.iter().map(parts).collect::<Option<_>>())??;
    let column = parts.first()?.right?.0;
    let mut rows: Vec<(String, String, &Line)> = Vec::new();
    for (part, line) in parts.iter().zip(group) {
        if part.right.is_some_and(|(at, _)| at.abs_diff(column) > SLACK) {
            return None;
        }
        match (part.left, part.right, rows.last_mut()) {
            (Some((_, left)), Some((_, right)), Some(last)) if low(left) => {
                last.0 = joined([&*last.0, left].into_iter());
                last.1 = joined([&*last.1, right].into_iter());
            }
            (Some((_, left)), Some((_, right)), _) => rows.push((left.to_owned(), right.to_owned(), line)),
            (Some((end, left)), None, Some(last)) if end < column && (low(left) || ENDS.contains(&left)) => {
                last.0 = joined([&*last.0, left].into_iter());
            }
            // The next line of an address.
            (Some((end, left)), None, Some(_)) if end < column => {
                rows.push((left.to_owned(), String::new(), line))
            }
            (None, Some((_, right)), Some(last)) => last.1 = joined([&*last.1, right].into_iter()),
            _ => return None,
        }
    }
    let words = |text: &str| text.split_whitespace().count();
    let is_cell = |text: &str, most: usize| words(text) <= most && text.contains(char::is_alphabetic);
    let is_name = |text: &str| text.is_empty() || is_cell(text, MOST_RIGHT) && !text.ends_with('.');
    let sure = rows.iter().all(|(left, right, _)| is_cell(left, MOST_LEFT) && is_name(right));
    let lines = rows.into_iter().map(|(left, right, line)| Line {
        text: format!("{left}\t{right}").trim_end().to_owned(),
        ..line.clone()
    });
    sure.then(|| (column, lines.collect()))
}

/// The lines between empty ones.
fn groups(lines: &[Line]) -> Vec<&[Line]> {
    let mut groups = Vec::new();
    let mut rest = lines;
    while let Some((_, others)) = rest.split_first() {
        let count = 1 + others.iter().take_while(|line| !line.gap && !line.breaks).count();
        groups.push(&rest[..count]);
        rest = &rest[count..];
    }
    groups
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
    fn rows_of_two_columns_are_each_a_line() {
        let rows = format!("Children in care{GAP}Good\nLeaders         {GAP}Inadequate");
        assert_eq!(texts(&rows), ["Children in care\tGood", "Leaders\tInadequate"]);
        let signed = format!(
            "Ann Brown       {GAP}Tom Lee\n\nRegional Director{GAP}Chief Inspector,\n                 {GAP}Health"
        );
        assert_eq!(texts(&signed), ["Ann Brown\tTom Lee", "Regional Director\tChief Inspector, Health"]);
        let prose =
            "Inspectors read the files of the children that\nare in the care of the council and saw them.";
        assert_eq!(texts(prose).len(), 2);
    }
}
