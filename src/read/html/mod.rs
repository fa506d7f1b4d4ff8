//! A saved web page in, the document that it shows out, without the page around it.
//!
//! 1. The page says of itself what it is: metadata become hints.
//! 2. Navigation, adverts, comments and the like are told by their tags, names and share of prose, and set aside.
//! 3. The article is the smallest element that holds most of the prose that is left, with the headline above it.
//! 4. Its elements become blocks, which go through the same passes as plain text.

mod article;
mod clutter;
mod metadata;
mod tables;
mod walk;

use super::draft;
use super::{encoding, text};
use crate::model::{Diagnostic, Document, Place, Source};
use scraper::Html;

/// # Errors
/// A diagnostic if the page holds no words, as pages do that only scripts fill.
pub(super) fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    let markup = encoding::markup(&source.bytes);
    let page = Html::parse_document(&markup);
    let hints = metadata::hints(&page);
    let entries = text::passes(walk::entries(&page, hints.title.as_deref(), hints.url.as_deref()));
    let document = draft::document(source, hints, entries);
    if document.text().is_empty() {
        return Err(Diagnostic::error("page-without-text", "the web page holds no words")
            .at(Place::file(&source.path))
            .note("it is left out; some pages are filled by scripts only when they are shown")
            .help("open it in a browser, and save it as PDF or copy its text into a file"));
    }
    Ok((document, Vec::new()))
}
