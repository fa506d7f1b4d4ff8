//! What several rules need of a document, found once: its details, dates, quantities and names.

use super::councils;
use super::dates::{self, DateMention};
use super::details;
use super::judgements::Statement;
use super::names::Names;
use super::people::{Office, Offices};
use super::quantities::{self, Quantity};
use super::quotations::{self, Quoted};
use super::words::{Named, Words};
use crate::model::{Date, Details, Document, DocumentKind, Span, Vocabulary};
use std::borrow::Cow;
use std::cell::OnceCell;

/// A document with what was recognised in it. Rules read it; none changes it.
pub struct Reading<'a> {
    pub document: &'a Document,
    /// The field's words, with the councils that only this document names.
    pub vocabulary: Cow<'a, Vocabulary>,
    /// The vocabulary's words, ready to be found.
    pub words: Words,
    /// What the text names of the vocabulary's lists.
    pub named: Named,
    pub details: Details,
    /// Every date expression, in order.
    pub dates: Vec<DateMention>,
    /// Every number with its unit, in order; those within dates are not among them.
    pub quantities: Vec<Quantity>,
    /// Every judgement; found when a rule asks for them first.
    pub(super) judgements: OnceCell<Vec<Statement>>,
    pub names: Names,
    /// The office beside each of the names' mentions.
    pub offices: Vec<Option<Office>>,
    /// For each person the mention beside which the office stands that says most of them.
    held: Vec<Option<usize>>,
    /// Words between quotation marks, in order, with their speakers.
    pub quoted: Vec<Quoted>,
}

impl<'a> Reading<'a> {
    pub fn new(document: &'a Document, vocabulary: &'a Vocabulary) -> Self {
        let (vocabulary, words, named) = councils::known(document, vocabulary);
        let mentions = dates::dates(document);
        let details = details::details(document, &vocabulary, &named, &mentions);
        let own = own_date(document, &details).or_else(|| details::met(document, &mentions));
        let seen = details.event_end.filter(|end| own.is_some_and(|own| *end <= own));
        let dates = dates::resolved(document, mentions, own, seen);
        let details = details::completed(details, document, &dates);
        let quantities = quantities::quantities(document, &dates);
        let names = Names::new(document);
        let offices = Offices::new(document, &vocabulary, &words, &named, &details, &names).beside_mentions();
        let held = (0..names.persons.len())
            .map(|person| most_telling(names.mentions_of(person), &offices))
            .collect();
        let quoted = quotations::quoted(document, &vocabulary, &details, &names);
        let judgements = OnceCell::new();
        Self {
            document,
            vocabulary,
            words,
            named,
            details,
            dates,
            quantities,
            judgements,
            names,
            offices,
            held,
            quoted,
        }
    }

    /// The office that says most of a person's, with the index of the mention beside which it stands.
    pub fn office_of(&self, person: usize) -> Option<(usize, &Office)> {
        let at = self.held[person]?;
        Some((at, self.offices[at].as_ref()?))
    }
}

/// Of these mentions the one whose office says most.
fn most_telling(mentions: &[usize], offices: &[Option<Office>]) -> Option<usize> {
    let held = mentions.iter().copied().filter(|at| offices[*at].is_some());
    held.max_by_key(|at| (offices[*at].as_ref().map(|office| office.weight), std::cmp::Reverse(*at)))
}

/// The date from which open dates are counted: of publication, else of the event that the document reports; of minutes
/// the meeting. The first
/// date of a text of no known kind is only where its story begins.
fn own_date(document: &Document, details: &Details) -> Option<Date> {
    let known = details.kind != DocumentKind::Other || details.framework.is_some();
    let event = details.event_end.or(details.event_start).filter(|_| known);
    details.published.or(event).or(document.hints.published)
}

/// Of things in order, those that begin in a span: a search, so that a long text costs no scan for each of its facts.
pub(super) fn within<T>(ordered: &[T], span: Span, start: impl Fn(&T) -> usize) -> &[T] {
    let first = ordered.partition_point(|thing| start(thing) < span.start);
    let last = ordered.partition_point(|thing| start(thing) < span.end);
    &ordered[first..last.max(first)]
}
