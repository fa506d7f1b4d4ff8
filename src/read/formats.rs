//! A source in, its document out: chooses the reader by media type.

use super::{html, markdown, pdf, sentences, text};
use crate::model::{BlockKind, Diagnostic, Document, DocumentBuilder, Hints, MediaType, Place, Source};

/// The document in a source, and what there is to say about it.
///
/// # Errors
/// A diagnostic if the source cannot be read at all: broken, encrypted, or without text.
pub fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    if source.bytes.is_empty()
        && let Some(description) = &source.sidecar.description
    {
        return Ok((described(source, description), Vec::new()));
    }
    match source.media_type {
        MediaType::Text => Ok((text::document(source), Vec::new())),
        MediaType::Markdown => Ok(markdown::document(source)),
        MediaType::Html => html::document(source),
        MediaType::Pdf => pdf::document(source),
        other => {
            Err(Diagnostic::error("format-not-read", format!("{} files are not read yet", other.name()))
                .at(Place::file(&source.path))
                .note("the document is left out"))
        }
    }
}

/// What a person wrote of a source that is not there, or that is of no format that factbox reads.
fn described(source: &Source, description: &str) -> Document {
    let mut builder = DocumentBuilder::new();
    if let Some(title) = &source.sidecar.title {
        builder.block(BlockKind::Title, None, title, &[], None, "title in the file beside the source");
    }
    let because = "description in the file beside the source";
    for paragraph in description.split("\n\n") {
        builder.block(BlockKind::Paragraph, None, paragraph, &[], None, because);
    }
    builder.build(source, Hints::default(), sentences)
}
