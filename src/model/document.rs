//! A document's whole text as one string, with blocks, sentences and printed pages over it.
//!
//! The text holds what a reader reads: printed paragraph numbers, bullets, footnote marks, running headers, page numbers
//! and contents lists are not in it, but kept beside it ([`Block::number`], [`InlineKind::NoteMark`], [`SetAside`]).
//! Blocks never overlap and stand in reading order, one empty line between them (one line break between table rows
//! and between list items). Cells of a table row are joined by a tab. Sentences never cross a block.

mod builder;

pub use builder::DocumentBuilder;

use super::{Date, Evidence, MediaType, Span};

/// A document that was read. Only [`DocumentBuilder`] makes one, so that its offsets always fit its text.
#[derive(Debug, Clone)]
pub struct Document {
    pub path: String,
    pub slug: String,
    pub media_type: MediaType,
    /// Size of the source in bytes.
    pub size: u64,
    /// BLAKE3 of the source, in hexadecimal.
    pub digest: String,
    pub hints: Hints,
    pub set_aside: Vec<SetAside>,
    /// Why the text is not the document's own but what a person wrote of it; none for a document that was read.
    pub unread: Option<String>,
    text: String,
    blocks: Vec<Block>,
    sentences: Vec<Span>,
    inlines: Vec<Inline>,
    /// The number of characters before each 256th byte, so that offsets in code points cost no scan of the text.
    characters: Vec<u32>,
}

/// What a file says of itself in its metadata or markup: weaker than what its text says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hints {
    pub title: Option<String>,
    pub author: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Date>,
    /// When the file was made, which is seldom the day on which it was published.
    pub created: Option<Date>,
    pub url: Option<String>,
    pub description: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Whether the markup calls it a news article (`NewsArticle`, `og:type=article`).
    pub article: bool,
}

/// Words of the file that do not belong to its text, such as a running header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    pub words: String,
    /// The offset in the text before which they stood.
    pub at: usize,
    pub page: Option<u32>,
    pub reason: SetAsideReason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetAsideReason {
    RunningHeader,
    PageNumber,
    Contents,
    /// Printed paragraph numbers and bullets, kept with their block.
    Marker,
    /// A note's mark in the text, kept as an inline.
    NoteMark,
    /// Navigation, adverts, "READ MORE" lines, comments and the like.
    Clutter,
}

impl SetAsideReason {
    pub const fn name(self) -> &'static str {
        match self {
            Self::RunningHeader => "running-header",
            Self::PageNumber => "page-number",
            Self::Contents => "contents",
            Self::Marker => "marker",
            Self::NoteMark => "note-mark",
            Self::Clutter => "clutter",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// The printed number of a paragraph, heading or list item, without its full stop: `43`, `2.1`, `a`.
    pub number: Option<String>,
    /// Names the block in URLs: made from its words, so that it stays while they stay. Unique in the document.
    pub anchor: String,
    /// The printed page on which the block begins.
    pub page: Option<u32>,
    /// Why the block is of its kind, for `explain`: `tag H1`, `bold 14 pt`, `line ends with a page number`.
    pub because: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// The document's own headline. At most one.
    Title,
    /// A heading of level 2 to 6.
    Heading {
        level: u8,
    },
    Paragraph,
    /// An item of a list; `depth` from 0; `ordered` if its marker counts.
    ListItem {
        depth: u8,
        ordered: bool,
    },
    /// A row of the `table`th table (from 0), with the spans of its cells.
    TableRow {
        table: u32,
        header: bool,
        cells: Vec<Span>,
    },
    /// The words of a note, tied to [`InlineKind::NoteMark`] by its label.
    Footnote {
        label: String,
    },
    /// Words beneath a picture, with its credit.
    Caption,
    /// "By …" with what stands beside it.
    Byline,
    /// Words set apart by the source as a quotation.
    BlockQuote,
}

impl BlockKind {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading { .. } => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem { .. } => "list-item",
            Self::TableRow { .. } => "table-row",
            Self::Footnote { .. } => "footnote",
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::BlockQuote => "block-quote",
        }
    }

    pub const fn is_heading(&self) -> bool {
        matches!(self, Self::Title | Self::Heading { .. })
    }
}

/// A stretch of text that the source sets apart within a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    pub span: Span,
    pub kind: InlineKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineKind {
    Strong,
    Emphasis,
    Link(String),
    /// Where the mark of the note with this label stood: an empty span.
    NoteMark(String),
}

impl Document {
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Every sentence, in order; a table row is one sentence.
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// The words at a span.
    pub fn words(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The index of the block that holds the offset, or of the nearest one before it.
    pub fn block_index(&self, offset: usize) -> usize {
        self.blocks.partition_point(|block| block.span.start <= offset).saturating_sub(1)
    }

    /// The block that holds the offset, or the nearest one before it; none in an empty document.
    pub fn block_at(&self, offset: usize) -> Option<&Block> {
        self.blocks.get(self.block_index(offset))
    }

    /// The index of the sentence that holds the offset, or of the nearest one before it.
    pub fn sentence_index(&self, offset: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.start <= offset).saturating_sub(1)
    }

    /// The sentence that holds the offset, or the nearest one before it; an empty span in an empty document.
    pub fn sentence_at(&self, offset: usize) -> Span {
        self.sentences.get(self.sentence_index(offset)).copied().unwrap_or(Span::new(0, 0))
    }

    /// The sentences of a block.
    pub fn sentences_of(&self, block: &Block) -> &[Span] {
        let first = self.sentences.partition_point(|sentence| sentence.start < block.span.start);
        let last = self.sentences.partition_point(|sentence| sentence.start < block.span.end);
        &self.sentences[first..last.max(first)]
    }

    /// The number of code points before a byte offset.
    pub fn characters_before(&self, offset: usize) -> usize {
        let known = offset / STRIDE;
        let mut from = known * STRIDE;
        while !self.text.is_char_boundary(from) {
            from -= 1;
        }
        self.characters[known] as usize + self.text[from..offset].chars().count()
    }

    /// The byte offset of a code point's beginning; none beyond the text's end.
    pub fn offset_of(&self, character: usize) -> Option<usize> {
        let known = self.characters.partition_point(|count| *count as usize <= character).checked_sub(1)?;
        let mut from = (known * STRIDE).min(self.text.len());
        while !self.text.is_char_boundary(from) {
            from -= 1;
        }
        let mut ends = self.text[from..].char_indices().map(|(at, _)| from + at).chain([self.text.len()]);
        ends.nth(character - self.characters[known] as usize)
    }

    /// The evidence at a span: its exact words and the whole sentence (or table row) around them. A span that runs over
    /// several sentences has all of them.
    ///
    /// # Panics
    /// If the span does not lie on character boundaries within the text, which no span made from the text does.
    pub fn cite(&self, span: Span) -> Evidence {
        let first = self.sentence_at(span.start);
        let last = self.sentence_at(span.end.saturating_sub(1).max(span.start));
        let sentence = span.to(first).to(last);
        let block = self.block_at(span.start);
        Evidence::new(
            self.words(span).to_owned(),
            self.words(sentence).to_owned(),
            self.characters_before(span.start),
            self.characters_before(span.end),
            block.map(|block| block.anchor.clone()).unwrap_or_default(),
            block.and_then(|block| block.page),
            span,
        )
    }

    /// Every word of the file in reading order, with what was set aside put back where it stood.
    pub fn full_text(&self) -> String {
        let mut full = String::with_capacity(self.text.len() + self.text.len() / 16);
        let mut from = 0;
        for aside in &self.set_aside {
            let at = aside.at.clamp(from, self.text.len());
            full.push_str(&self.text[from..at]);
            let glued = aside.reason == SetAsideReason::NoteMark;
            if !glued && !full.ends_with(char::is_whitespace) {
                full.push('\n');
            }
            full.push_str(&aside.words);
            full.push(if aside.reason == SetAsideReason::Marker { ' ' } else { '\n' });
            from = at;
        }
        full.push_str(&self.text[from..]);
        full
    }
}

const STRIDE: usize = 256;

fn characters(text: &str) -> Vec<u32> {
    let mut counts = Vec::with_capacity(text.len() / STRIDE + 2);
    let (mut from, mut count) = (0, 0u32);
    for at in (0..=text.len() + STRIDE).step_by(STRIDE) {
        let mut end = at.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        count += text[from..end].chars().count() as u32;
        counts.push(count);
        from = end;
    }
    counts
}
