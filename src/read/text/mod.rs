//! Plain text in, document out: articles, press releases, and text that was taken from a PDF.
//!
//! 1. The bytes become lines; stray tags go, lines that were broken to a width are joined.
//! 2. Page numbers, running headers and the contents list are set aside.
//! 3. Each line is known by its marker: bullet, printed number, note, table row, byline, caption, clutter.
//! 4. Paragraphs that a page break cut in two are joined.
//! 5. Among what is left, title and headings are found by what stands around them.
//! 6. Marks of notes and `**bold**` become inlines.

mod articles;
mod contents;
mod headings;
mod joining;
mod lines;
mod lists;
mod markers;
mod notes;
mod pages;
mod tables;

use super::draft::{self, Entry};
use super::encoding;
use crate::model::{Document, Hints, Source};

pub(super) fn document(source: &Source) -> Document {
    let text = encoding::text(&source.bytes);
    draft::document(source, Hints::default(), entries(&text))
}

/// What a text consists of, in order.
pub(super) fn entries(text: &str) -> Vec<Entry> {
    let mut lines = lines::lines(text);
    let contents = contents::set_aside(&mut lines);
    pages::set_aside(&mut lines);
    let lines = lines::unwrapped(lines);
    let entries = markers::entries(&lines);
    let entries = tables::numbered(entries);
    finished(joining::joined(entries), &contents)
}

/// Entries whose title, headings, bylines, notes and bold words have been found.
pub(super) fn finished(mut entries: Vec<Entry>, contents: &contents::Contents) -> Vec<Entry> {
    articles::mark(&mut entries);
    headings::mark(&mut entries, contents);
    notes::mark(&mut entries);
    entries
}
