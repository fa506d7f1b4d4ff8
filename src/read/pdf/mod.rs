//! A PDF in, its document out, or a diagnostic that says why it cannot be read.
//!
//! 1. `engine` opens the file and gives lines of text with their tags; `guard` keeps its failures to the one file.
//! 2. `furniture` finds running headers, footers and page numbers.
//! 3. `pieces` puts the lines together: by their tags, and by `layout` where there are none.
//! 4. `styles` learns from type sizes what a heading is; `assemble` and `tables` make the blocks.

mod assemble;
mod engine;
mod furniture;
mod grid;
mod guard;
mod join;
mod layout;
mod lines;
mod marker;
mod page;
mod pieces;
mod refusal;
mod styles;
mod tables;
#[cfg(test)]
mod tests;

use super::sentences;
use crate::model::{Diagnostic, Document, DocumentBuilder, Hints, Place, Source};
use assemble::Assembly;
use engine::Tagging;
use guard::{Failure, Stop};
use join::Spellings;
use page::{Opened, TagId};
use refusal::Refusal;
use std::collections::BTreeMap;
use std::time::Duration;
use styles::Styles;

/// How long reading may take; a report of 50 pages takes a hundredth of it.
const LIMIT: Duration = Duration::from_millis(4_500);

/// The document in a PDF, and what there is to say about it.
///
/// # Errors
/// A diagnostic if it is encrypted, broken, or holds pictures of pages without text.
pub fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    let bytes = source.bytes.clone();
    let reading = guard::run(LIMIT, move |stop| read(bytes, stop)).unwrap_or_else(|failure| {
        Err(match failure {
            Failure::Panicked => Refusal::Failed,
            Failure::TooSlow => Refusal::TooSlow,
        })
    });
    let reading = reading.map_err(|refusal| refusal.diagnostic(source))?;
    let diagnostics = incomplete(source, &reading.skipped).into_iter().collect();
    Ok((reading.builder.build(source, reading.hints, sentences), diagnostics))
}

/// What was read of a PDF.
struct Reading {
    builder: DocumentBuilder,
    hints: Hints,
    skipped: Vec<String>,
}

fn read(bytes: Vec<u8>, stop: &Stop) -> Result<Reading, Refusal> {
    if is_web_page(&bytes) {
        return Err(Refusal::WebPage);
    }
    let mut opened = engine::open(bytes.clone(), Tagging::Used, stop)?;
    if lumps(&opened) {
        opened = engine::open(bytes, Tagging::Ignored, stop)?;
    }
    if !has_text(&opened) {
        return Err(Refusal::Scanned { pages: opened.pages.len() });
    }
    let printed = furniture::printed_pages(&mut opened);
    let spellings =
        Spellings::of(opened.pages.iter().flat_map(|page| &page.lines).filter(|line| !line.artifact));
    let body = pieces::body_size(&opened);
    let pieces = pieces::pieces(&mut opened, body);
    let styles = Styles::of(&pieces, body);
    let builder = Assembly::new(&styles, &spellings, &printed).run(&pieces);
    Ok(Reading { builder, hints: opened.hints, skipped: opened.skipped })
}

fn is_web_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    !head.contains("%pdf-")
        && (head.starts_with("<!doctype html")
            || head.starts_with("<html")
            || head.starts_with('<') && head.contains("<html"))
}

/// Whether the pages hold more letters than a stamp or a file's name would leave on scanned ones.
fn has_text(opened: &Opened) -> bool {
    let lines = opened.pages.iter().flat_map(|page| &page.lines);
    let letters: usize =
        lines.map(|line| line.text.chars().filter(|c| c.is_alphanumeric()).count()).take(10_000).sum();
    letters > 12 * opened.pages.len()
}

/// Whether a file's tags make one block of what stands on many pages, so that its layout tells more than they do.
fn lumps(opened: &Opened) -> bool {
    let mut blocks: BTreeMap<TagId, (usize, usize, usize)> = BTreeMap::new();
    let mut all = 0;
    for line in opened.pages.iter().flat_map(|page| &page.lines) {
        all += line.text.len();
        if let Some(tag) = line.tag {
            let (letters, first, last) = blocks.entry(tag).or_insert((0, line.page, line.page));
            *letters += line.text.len();
            (*first, *last) = ((*first).min(line.page), (*last).max(line.page));
        }
    }
    blocks.values().any(|(letters, first, last)| letters * 5 > all * 2 && last - first >= 2)
}

fn incomplete(source: &Source, skipped: &[String]) -> Option<Diagnostic> {
    let first = skipped.first()?;
    let more = if skipped.len() > 1 { format!(", and {} more", skipped.len() - 1) } else { String::new() };
    Some(
        Diagnostic::warning("pdf-incomplete", format!("parts of this PDF could not be read: {first}{more}"))
            .at(Place::file(&source.path))
            .note("what could be read is used")
            .help("compare the document's page with the PDF; if words are missing, fetch the file again"),
    )
}
