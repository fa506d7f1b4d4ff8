//! A Word document in, its document out: paragraphs as they are printed, with tracked changes taken as accepted.
//!
//! 1. The parts of the package are unpacked, as far as a document can need.
//! 2. Styles say what is a heading, numbering what is printed before a paragraph.
//! 3. The body becomes blocks, which go through the same passes as plain text.

mod body;
mod element;
mod numbering;
mod package;
mod properties;
mod styles;

use super::draft::{self, Entry};
use super::text;
use crate::model::{BlockKind, Diagnostic, Document, Place, Source};
use package::{Package, PackageError};

/// # Errors
/// A diagnostic if the file is no Word document, is broken, or unpacks to more than a document can need.
pub(super) fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    let package = Package::read(&source.bytes).map_err(|error| unreadable(&error, source))?;
    let hints = properties::hints(&package);
    let entries = text::passes(titled(body::entries(&package)));
    let document = draft::document(source, hints, entries);
    if document.text().is_empty() {
        return Err(Diagnostic::error("document-without-text", "the Word document holds no words")
            .at(Place::file(&source.path))
            .note("it is left out")
            .help("if it holds pictures of pages, say in NAME.toml what they show (`description = \"…\"`)"));
    }
    Ok((document, Vec::new()))
}

/// Many papers have their title in the style of a heading: the first one, if no other is of its level.
fn titled(mut entries: Vec<Entry>) -> Vec<Entry> {
    let level = |entry: &Entry| match entry.part()?.kind {
        BlockKind::Title => Some(0),
        BlockKind::Heading { level } => Some(level),
        _ => None,
    };
    let levels: Vec<u8> = entries.iter().filter_map(level).collect();
    if let [first, rest @ ..] = &levels[..]
        && rest.iter().all(|other| other > first)
        && let Some(title) =
            entries.iter_mut().take(4).find(|entry| level(entry).is_some()).and_then(Entry::part_mut)
    {
        title.kind = BlockKind::Title;
    }
    entries
}

fn unreadable(error: &PackageError, source: &Source) -> Diagnostic {
    let help = match error {
        PackageError::Encrypted => "open it in Word, take the password off, and save it",
        _ => "fetch it again, or open it in Word or LibreOffice and save it as DOCX or PDF",
    };
    Diagnostic::error("document-broken", error.to_string())
        .at(Place::file(&source.path))
        .note("it is left out")
        .help(help)
}

#[cfg(test)]
mod tests;
