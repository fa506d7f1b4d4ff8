//! What several rules need of a document, found once: its details, dates, quantities and names.

use super::dates::{self, DateMention};
use super::details;
use super::judgements::Statement;
use super::quantities::{self, Quantity};
use crate::model::{Details, Document, Vocabulary};
use std::cell::OnceCell;

/// A document with what was recognised in it. Rules read it; none changes it.
pub struct Reading<'a> {
    pub document: &'a Document,
    pub vocabulary: &'a Vocabulary,
    pub details: Details,
    /// Every date expression, in order.
    pub dates: Vec<DateMention>,
    /// Every number with its unit, in order; those within dates are not among them.
    pub quantities: Vec<Quantity>,
    /// Every judgement; found when a rule asks for them first.
    pub(super) judgements: OnceCell<Vec<Statement>>,
}

impl<'a> Reading<'a> {
    pub fn new(document: &'a Document, vocabulary: &'a Vocabulary) -> Self {
        let mentions = dates::dates(document);
        let details = details::details(document, vocabulary, &mentions);
        let own =
            details.published.or(details.event_end).or(details.event_start).or(document.hints.published);
        let dates = dates::resolved(document, mentions, own);
        let details = details::completed(details, document, &dates);
        let quantities = quantities::quantities(document, &dates);
        Self { document, vocabulary, details, dates, quantities, judgements: OnceCell::new() }
    }
}
