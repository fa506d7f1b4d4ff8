//! Words and facts in, an entry as link takes it out: for tests.

use super::Entry;
use crate::model::{
    BlockKind, Date, Details, DocumentBuilder, DocumentKind, Fact, FactSheet, FactValue, FrontMatter, Hints,
    MarkdownPage, MediaType, PageOrigin, Sidecar, Source, Span,
};
use std::path::PathBuf;
use std::sync::Arc;

/// A document to be, with the sentences that state its facts.
#[derive(Clone)]
pub(super) struct Sample {
    slug: String,
    details: Details,
    stated: Vec<(String, FactValue)>,
}

impl Sample {
    /// An inspection report about a body.
    pub fn about(subject: &str) -> Self {
        let details = Details {
            kind: DocumentKind::InspectionReport,
            subject: Some(subject.to_owned()),
            ..Details::default()
        };
        Self { slug: slug::slugify(subject), details, stated: Vec::new() }
    }

    pub fn named(mut self, slug: &str) -> Self {
        self.slug = slug.to_owned();
        self
    }

    pub fn kind(mut self, kind: DocumentKind) -> Self {
        self.details.kind = kind;
        self
    }

    pub fn inspected(mut self, start: &str, end: &str) -> Self {
        self.details.event_start = start.parse().ok();
        self.details.event_end = end.parse().ok();
        self
    }

    pub fn framework(mut self, id: &str) -> Self {
        self.details.framework = Some(id.to_owned());
        self
    }

    pub fn published(mut self, date: &str) -> Self {
        self.details.published = date.parse().ok();
        self
    }

    pub fn written_by(mut self, author: &str) -> Self {
        self.details.author = Some(author.to_owned());
        self
    }

    pub fn titled(mut self, title: &str) -> Self {
        self.details.title = Some(title.to_owned());
        self
    }

    /// A fact that the first sentence of these words states.
    pub fn states(mut self, sentence: &str, value: FactValue) -> Self {
        self.stated.push((sentence.to_owned(), value));
        self
    }

    pub fn entry(self) -> Entry {
        let mut builder = DocumentBuilder::new();
        let blocks: Vec<Option<usize>> = self
            .stated
            .iter()
            .map(|(words, _)| builder.block(BlockKind::Paragraph, None, words, &[], None, "a test says so"))
            .collect();
        let source = Source {
            path: format!("content/sources/{}.txt", self.slug),
            file: PathBuf::new(),
            slug: self.slug.clone(),
            media_type: MediaType::Text,
            bytes: Vec::new(),
            digest: String::new(),
            sidecar: Sidecar::default(),
        };
        let document = builder.build(&source, Hints::default(), sentences);
        let facts = self.stated.into_iter().zip(blocks).filter_map(|((_, value), block)| {
            let first = document.sentences_of(&document.blocks()[block?]).first()?;
            Some(Fact::new(&document, value, *first, "test"))
        });
        let facts = facts.collect();
        let page = MarkdownPage {
            slug: self.slug.clone(),
            path: format!("content/pages/{}.md", self.slug),
            front: FrontMatter::default(),
            body: String::new(),
            origin: PageOrigin::Written,
            placements: Vec::new(),
        };
        let sheet = FactSheet { document: Arc::new(document), details: self.details, facts };
        Entry { sheet, page, sidecar: Sidecar::default() }
    }
}

/// Each ends where a full stop and a space follow.
fn sentences(words: &str) -> Vec<Span> {
    let mut start = 0;
    let ends = words.match_indices(". ").map(|(at, _)| at + 1).chain([words.len()]);
    ends.map(|end| Span::new(std::mem::replace(&mut start, end), end)).collect()
}

/// The date that these words are.
pub(super) fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}
