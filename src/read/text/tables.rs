//! Lines that are rows of a table in, rows out: cells parted by tabs, or by pipes as in Markdown.

use super::super::draft::Entry;
use super::lines::Line;
use regex::Regex;
use std::sync::LazyLock;

/// Counts the tables of a text.
#[derive(Debug, Default)]
pub struct Tables {
    count: u32,
}

static RULE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$").expect("a constant"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[0-9]{1,3}\.?$").expect("a constant"));

/// What parts cells in a line that does not begin with it.
pub const BETWEEN: &str = " | ";

/// What the first row of a table says if it names the columns.
const HEADS: [&str; 22] = [
    "judgement",
    "judgment",
    "judgements",
    "grade",
    "area",
    "measure",
    "indicator",
    "year",
    "name",
    "date",
    "rating",
    "category",
    "service",
    "number",
    "total",
    "role",
    "action",
    "deadline",
    "owner",
    "status",
    "description",
    "period",
];

impl Tables {
    /// The rows of the table that begins with the first of these lines, and how many lines it takes.
    pub fn rows(&mut self, lines: &[Line]) -> Option<(Vec<Entry>, usize)> {
        let count = lines
            .iter()
            .enumerate()
            .take_while(|(index, line)| {
                cells(line).is_some() && (*index == 0 || !line.gap || cells(&lines[index - 1]).is_some())
            })
            .count();
        let rows: Vec<(&Line, Vec<String>)> =
            lines[..count].iter().filter_map(|line| Some((line, cells(line)?))).collect();
        let first = rows.first()?;
        // "Home | About us" in a line of its own is no table.
        if rows.len() < 2 && !first.0.text.contains('\t') && !first.0.text.starts_with('|') {
            return None;
        }
        let ruled = rows.get(1).is_some_and(|(line, _)| RULE.is_match(&line.text));
        let headed = ruled || names_columns(&first.1);
        let table = self.count;
        self.count += 1;
        let entries = rows
            .iter()
            .filter(|(line, _)| !RULE.is_match(&line.text))
            .enumerate()
            .map(|(index, (line, cells))| Entry::Row {
                table,
                header: headed && index == 0,
                cells: cells.clone(),
                page: line.page,
                because: if line.text.contains('\t') {
                    "cells parted by tabs"
                } else {
                    "cells parted by `|`"
                },
            })
            .collect();
        Some((entries, count))
    }
}

/// The cells of a row: two at least, or one beside an empty one.
fn cells(line: &Line) -> Option<Vec<String>> {
    if line.aside.is_some() {
        return None;
    }
    let text = line.text.as_str();
    if let Some(inner) = text.strip_prefix('|') {
        let inner = inner.strip_suffix('|')?;
        return inner.contains('|').then(|| inner.split('|').map(|cell| cell.trim().to_owned()).collect());
    }
    if text.contains(BETWEEN) && !text.contains('\t') {
        return Some(text.split(BETWEEN).map(|cell| cell.trim().to_owned()).collect());
    }
    let cells: Vec<String> =
        text.split('\t').map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect();
    let numbered = cells.len() == 2 && NUMBER.is_match(&cells[0]) && cells[1].chars().count() > 40;
    let marked = cells
        .first()
        .is_some_and(|cell| cell.chars().count() == 1 && !cell.chars().all(char::is_alphanumeric));
    (cells.len() >= 2 && !numbered && !marked).then_some(cells)
}

fn names_columns(cells: &[String]) -> bool {
    let first = |cell: &String| cell.split_whitespace().next().unwrap_or("").to_lowercase();
    cells.iter().all(|cell| HEADS.contains(&first(cell).as_str()) && cell.split_whitespace().count() <= 3)
}
