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

use super::{draft, text};
use crate::model::{Diagnostic, Document, Place, Source};
use package::{Package, PackageError};

/// # Errors
/// A diagnostic if the file is no Word document, is broken, or unpacks to more than a document can need.
pub(super) fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    let package = Package::read(&source.bytes).map_err(|error| unreadable(&error, source))?;
    let hints = properties::hints(&package);
    let entries = text::passes(body::entries(&package));
    let document = draft::document(source, hints, entries);
    if document.text().is_empty() {
        return Err(Diagnostic::error("document-without-text", "the Word document holds no words")
            .at(Place::file(&source.path))
            .note("it is left out")
            .help("if it holds pictures of pages, say in NAME.toml what they show (`description = \"…\"`)"));
    }
    Ok((document, Vec::new()))
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
