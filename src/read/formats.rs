//! A source in, its document out: chooses the reader by media type.

use super::{markdown, pdf, text};
use crate::model::{Diagnostic, Document, MediaType, Place, Source};

/// The document in a source, and what there is to say about it.
///
/// # Errors
/// A diagnostic if the source cannot be read at all: broken, encrypted, or without text.
pub fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    match source.media_type {
        MediaType::Text => Ok((text::document(source), Vec::new())),
        MediaType::Markdown => Ok(markdown::document(source)),
        MediaType::Pdf => pdf::document(source),
        other => {
            Err(Diagnostic::error("format-not-read", format!("{} files are not read yet", other.name()))
                .at(Place::file(&source.path))
                .note("the document is left out"))
        }
    }
}
