//! Plain text in, document out: articles, press releases, and text that was taken from a PDF.
//!
//! 1. The bytes become lines; stray tags go, lines that were broken to a width are joined.
//! 2. Page numbers, running headers and the contents list are set aside; rows printed over several lines are joined,
//!    and so are the notes at the foot of a page.
//! 3. Each line is known by its marker: bullet, printed number, note, table row, byline, caption, clutter.
//! 4. Paragraphs that a page break cut in two are joined.
//! 5. Among what is left, title and headings are found by what stands around them.
//! 6. Marks of notes and `**bold**` become inlines.

mod articles;
mod columns;
mod contents;
mod foot;
mod headings;
mod joining;
mod lines;
mod lists;
mod markers;
mod notes;
mod numbers;
mod pages;
mod tables;

use super::draft::{self, Entry};
use super::encoding;
use crate::model::{Document, Hints, Source};
use contents::Contents;

/// Why a heading that the markup gives is one.
pub(super) const MARKED_HEADING: &str = "begins with `#`";
pub(super) const TAGGED_HEADING: &str = "a heading in the markup";
pub(super) const STYLED_HEADING: &str = "a heading by its style";

/// Whether the source itself makes a heading of it.
fn is_marked_heading(because: &str) -> bool {
    [MARKED_HEADING, TAGGED_HEADING, STYLED_HEADING].contains(&because)
}

/// A digit as it stands in the mark of a note.
pub(super) fn raised(c: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).and_then(|digit| RAISED.get(digit as usize)).copied().unwrap_or(c)
}

pub(super) fn document(source: &Source) -> Document {
    let text = encoding::text(&source.bytes);
    draft::document(source, Hints::default(), entries(&text))
}

/// What a text consists of, in order.
fn entries(text: &str) -> Vec<Entry> {
    let text = &*markers::with_bullets(text);
    let mut lines = lines::lines(text);
    let contents = contents::set_aside(&mut lines);
    pages::set_aside(&mut lines);
    let lines = lines::unwrapped(columns::rows_joined(foot::notes_joined(lines)));
    finished(markers::entries(&lines), &contents)
}

/// What markup gave, after the same passes as plain text: its contents list set aside, cut paragraphs joined, notes,
/// bylines and headings known.
pub(super) fn passes(mut entries: Vec<Entry>) -> Vec<Entry> {
    let contents = contents::set_entries_aside(&mut entries);
    markers::mark_notes(&mut entries);
    finished(entries, &contents)
}

fn finished(entries: Vec<Entry>, contents: &Contents) -> Vec<Entry> {
    let mut entries = joining::joined(numbers::known(entries));
    articles::mark(&mut entries);
    notes::mark(&mut entries);
    headings::mark(&mut entries, contents);
    entries
}

/// The lines of a stretch of markup, without its tags.
pub(super) fn untagged_lines(markup: &str) -> Vec<String> {
    lines::lines(markup).into_iter().map(|line| line.text).collect()
}
