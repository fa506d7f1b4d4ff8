//! What several rules need of a document, found once: its details, dates, quantities and names.

use super::details;
use crate::model::{Details, Document, Vocabulary};

/// A document with what was recognised in it. Rules read it; none changes it.
pub struct Reading<'a> {
    pub document: &'a Document,
    pub vocabulary: &'a Vocabulary,
    pub details: Details,
}

impl<'a> Reading<'a> {
    pub fn new(document: &'a Document, vocabulary: &'a Vocabulary) -> Self {
        Self { document, vocabulary, details: details::details(document, vocabulary) }
    }
}
