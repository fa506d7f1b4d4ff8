//! Documents with their facts in, the dossier out: in order, each with its card and its body. Every page is made from it.

use super::addresses;
use super::bodies::Bodies;
use super::documents;
use crate::model::{
    Body, Cited, Date, DocumentCard, DocumentKind, Fact, FactKind, FactSheet, Link, MarkdownPage, Settings,
    Sidecar, Vocabulary,
};
use std::collections::BTreeMap;

/// A document as link takes it: what was found in it, its page, and what a person wrote beside its source.
#[derive(Debug, Clone)]
pub struct Entry {
    pub sheet: FactSheet,
    pub page: MarkdownPage,
    pub sidecar: Sidecar,
}

/// Every document, newest first, and the bodies that they are about.
pub(super) struct Dossier<'a> {
    pub settings: &'a Settings,
    pub vocabulary: &'a Vocabulary,
    pub documents: Vec<Joined>,
    pub bodies: Bodies,
    /// For each body, the documents about it.
    of_body: Vec<Vec<usize>>,
}

/// A document in its place among the others.
pub(super) struct Joined {
    pub sheet: FactSheet,
    pub page: MarkdownPage,
    pub card: DocumentCard,
    /// Index into the dossier's bodies.
    pub body: Option<usize>,
    pub sidecar: Sidecar,
}

/// A fact of the dossier: the index of its document, and its own there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FactAt {
    pub document: usize,
    pub fact: usize,
}

impl<'a> Dossier<'a> {
    pub fn new(entries: Vec<Entry>, settings: &'a Settings, vocabulary: &'a Vocabulary) -> Self {
        let bodies = Bodies::new(&entries, settings, vocabulary);
        let documents: Vec<Joined> =
            entries.into_iter().map(|entry| documents::joined(entry, &bodies, vocabulary)).collect();
        Self::ordered(documents, bodies, settings, vocabulary)
    }

    fn ordered(
        mut documents: Vec<Joined>,
        bodies: Bodies,
        settings: &'a Settings,
        vocabulary: &'a Vocabulary,
    ) -> Self {
        documents.sort_by(|a, b| b.card.date.cmp(&a.card.date).then_with(|| a.card.slug.cmp(&b.card.slug)));
        let mut of_body = vec![Vec::new(); bodies.list.len()];
        for (index, joined) in documents.iter().enumerate() {
            if let Some(body) = joined.body {
                of_body[body].push(index);
            }
        }
        Self { settings, vocabulary, documents, bodies, of_body }
    }

    /// The same documents, those of these slugs with the dates that others settle for them.
    pub fn dated(self, dates: &BTreeMap<String, Date>) -> Self {
        let Self { settings, vocabulary, documents, bodies, .. } = self;
        let date = |joined: Joined| match dates.get(&joined.card.slug) {
            Some(date) => documents::redated(joined, *date, &bodies, vocabulary),
            None => joined,
        };
        let documents = documents.into_iter().map(date).collect();
        Self::ordered(documents, bodies, settings, vocabulary)
    }

    pub fn fact(&self, at: FactAt) -> &Fact {
        &self.documents[at.document].sheet.facts[at.fact]
    }

    /// Every fact of a kind, document by document, in reading order.
    pub fn facts(&self, kind: FactKind) -> impl Iterator<Item = (FactAt, &Fact)> {
        self.documents.iter().enumerate().flat_map(move |(document, joined)| {
            let facts = joined.sheet.facts.iter().enumerate();
            facts
                .filter(move |(_, fact)| fact.kind() == kind)
                .map(move |(fact, found)| (FactAt { document, fact }, found))
        })
    }

    /// The indices of the documents about a body, in order.
    pub fn documents_of(&self, body: usize) -> &[usize] {
        &self.of_body[body]
    }

    /// The documents about a body, newest first.
    pub fn about(&self, body: usize) -> impl Iterator<Item = (usize, &Joined)> {
        self.of_body[body].iter().map(|index| (*index, &self.documents[*index]))
    }

    pub fn body(&self, index: usize) -> &Body {
        &self.bodies.list[index]
    }

    /// The fact as pages other than its document's show it.
    pub fn cite(&self, at: FactAt) -> Cited {
        let joined = &self.documents[at.document];
        let fact = self.fact(at);
        Cited {
            id: fact.id.to_string(),
            kind: fact.kind(),
            line: fact.value.line(),
            url: format!("{}#{}", joined.card.url, fact.id),
            quote: fact.evidence.quote.clone(),
            sentence: fact.evidence.sentence.clone(),
            page: fact.evidence.page,
            document: joined.reference(),
            document_kind: joined.card.kind,
            date: joined.card.date,
        }
    }

    /// The facts, those of higher-ranking and newer documents first.
    pub fn cite_all(&self, facts: &[FactAt]) -> Vec<Cited> {
        let mut facts = facts.to_vec();
        facts.sort_by_key(|at| (std::cmp::Reverse(self.rank(*at)), *at));
        facts.dedup();
        facts.into_iter().map(|at| self.cite(at)).collect()
    }

    /// How much the fact's document counts where two disagree.
    pub fn rank(&self, at: FactAt) -> u8 {
        self.documents[at.document].card.kind.rank()
    }
}

impl Joined {
    pub fn link(&self) -> Link {
        Link { url: self.card.url.clone(), text: self.card.title.clone() }
    }

    /// As lists of sources name the document: a report by its body and date, not by the long title that all reports
    /// share; others by their own.
    pub fn reference(&self) -> Link {
        let card = &self.card;
        let report = matches!(
            card.kind,
            DocumentKind::InspectionReport
                | DocumentKind::FocusedVisitLetter
                | DocumentKind::MonitoringVisitLetter
        );
        match (&card.subject, card.date) {
            (Some(body), Some(date)) if report && self.sidecar.title.is_none() => {
                let text = format!("{}: {}, {}", body.text, card.kind_label.to_lowercase(), date.words());
                Link { url: card.url.clone(), text }
            }
            _ => self.link(),
        }
    }

    /// The newest date that the document settles, within what it could know: its own dates, else those of its facts.
    pub fn newest_date(&self) -> Option<Date> {
        self.card.date
    }
}

impl Body {
    /// To the body's page, by its short name.
    pub(super) fn link(&self) -> Link {
        Link { url: addresses::body(&self.slug), text: self.short.clone() }
    }
}
