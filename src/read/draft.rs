//! A document in the making: what a reader found, in order, and the document that it becomes.

use super::sentences;
use crate::model::{
    BlockKind, Document, DocumentBuilder, Hints, Inline, InlineKind, SetAsideReason, Source, Span,
};

/// Words with what the source sets apart in them. Spans are byte ranges in `text`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub text: String,
    pub inlines: Vec<Inline>,
}

impl Words {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), inlines: Vec::new() }
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds words after these, with `between` between them.
    pub fn append(&mut self, between: &str, other: Words) {
        self.text.push_str(between);
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.inlines.extend(other.inlines.into_iter().map(|inline| shifted(inline, offset)));
    }

    /// The words from byte `start` on.
    pub fn from(mut self, start: usize) -> Self {
        self.text.drain(..start);
        self.inlines.retain(|inline| inline.span.end > start);
        for inline in &mut self.inlines {
            inline.span = Span::new(inline.span.start.saturating_sub(start), inline.span.end - start);
        }
        self
    }

    /// Adds text that `kind` sets apart.
    pub fn mark(&mut self, start: usize, kind: InlineKind) {
        self.inlines.push(Inline { span: Span::new(start, self.text.len()), kind });
    }
}

fn shifted(inline: Inline, offset: usize) -> Inline {
    Inline { span: inline.span.shifted(offset), kind: inline.kind }
}

/// A block in the making.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub kind: BlockKind,
    pub number: Option<String>,
    /// The printed number or bullet, as it stands in the file.
    pub marker: Option<String>,
    pub words: Words,
    pub page: Option<u32>,
    pub because: &'static str,
    /// Whether an empty line stands before it.
    pub gap: bool,
}

impl Part {
    pub fn new(kind: BlockKind, words: Words, page: Option<u32>, because: &'static str) -> Self {
        Self { kind, number: None, marker: None, words, page, because, gap: true }
    }

    pub fn after_gap(self, gap: bool) -> Self {
        Self { gap, ..self }
    }

    pub fn becomes(&mut self, kind: BlockKind, because: &'static str) {
        self.kind = kind;
        self.because = because;
    }

    pub fn text(&self) -> &str {
        self.words.text.trim()
    }

    pub fn is_paragraph(&self) -> bool {
        self.kind == BlockKind::Paragraph
    }
}

/// One thing that a reader found.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Part(Part),
    Row { table: u32, header: bool, cells: Vec<String>, page: Option<u32>, because: &'static str },
    Aside { words: String, page: Option<u32>, reason: SetAsideReason },
}

impl Entry {
    pub fn part(&self) -> Option<&Part> {
        match self {
            Self::Part(part) => Some(part),
            _ => None,
        }
    }

    pub fn part_mut(&mut self) -> Option<&mut Part> {
        match self {
            Self::Part(part) => Some(part),
            _ => None,
        }
    }

    pub fn aside(words: impl Into<String>, page: Option<u32>, reason: SetAsideReason) -> Self {
        Self::Aside { words: words.into(), page, reason }
    }
}

/// The document that these entries make.
pub(super) fn document(source: &Source, hints: Hints, entries: Vec<Entry>) -> Document {
    let mut builder = DocumentBuilder::new();
    for entry in entries {
        match entry {
            Entry::Part(part) => add(&mut builder, part),
            Entry::Aside { words, page, reason } => builder.set_aside(words, page, reason),
            Entry::Row { table, header, cells, page, because } => {
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                builder.row(table, header, &cells, page, because);
            }
        }
    }
    builder.build(source, hints, sentences)
}

fn add(builder: &mut DocumentBuilder, mut part: Part) {
    if part.words.is_blank() {
        return;
    }
    // A link within the site from which the document came leads nowhere on another.
    part.words.inlines.retain(|inline| match &inline.kind {
        InlineKind::Link(address) => {
            ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
        }
        _ => true,
    });
    if let Some(marker) = part.marker {
        builder.set_aside(marker, part.page, SetAsideReason::Marker);
    }
    builder.block(part.kind, part.number, &part.words.text, &part.words.inlines, part.page, part.because);
}
