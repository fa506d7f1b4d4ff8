//! Blocks with their words in, one by one, a document out whose offsets are right.

use super::{Block, BlockKind, Document, Hints, Inline, InlineKind, SetAside, SetAsideReason, characters};
use crate::model::{Source, Span};

/// Puts a document together block by block, and keeps its offsets right.
#[derive(Debug, Default)]
pub struct DocumentBuilder {
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    set_aside: Vec<SetAside>,
    anchors: std::collections::HashMap<String, u32>,
}

/// Bytes of the longest table row that is one sentence.
const LONGEST_ROW: usize = 2000;

impl DocumentBuilder {
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the next block will begin, if it is one of this kind.
    pub fn next_start(&self, kind: &BlockKind) -> usize {
        self.text.len() + self.separator(kind).len()
    }

    fn separator(&self, kind: &BlockKind) -> &'static str {
        match (self.blocks.last().map(|block| &block.kind), kind) {
            (None, _) => "",
            (Some(BlockKind::TableRow { table: a, .. }), BlockKind::TableRow { table: b, .. }) if a == b => {
                "\n"
            }
            (Some(BlockKind::ListItem { .. }), BlockKind::ListItem { .. }) => "\n",
            _ => "\n\n",
        }
    }

    /// Adds a block of these words and returns its index; words that are all white space add nothing.
    ///
    /// White space is folded to single spaces. `inlines` are byte ranges within `words`; the mark of a note is set aside.
    pub fn block(
        &mut self,
        kind: BlockKind,
        number: Option<String>,
        words: &str,
        inlines: &[Inline],
        page: Option<u32>,
        because: impl Into<String>,
    ) -> Option<usize> {
        if words.trim().is_empty() {
            return None;
        }
        self.text.push_str(self.separator(&kind));
        let start = self.text.len();
        let places = push_folded(&mut self.text, words);
        for inline in inlines {
            let span = Span::new(start + places(inline.span.start), start + places(inline.span.end));
            if let InlineKind::NoteMark(label) = &inline.kind {
                let reason = SetAsideReason::NoteMark;
                self.set_aside.push(SetAside { words: label.clone(), at: span.end, page, reason });
            }
            self.inlines.push(Inline { span, kind: inline.kind.clone() });
        }
        Some(self.finish(kind, number, start, page, because.into()))
    }

    /// Adds a table row of these cells, empty ones included, and returns its index.
    pub fn row(
        &mut self,
        table: u32,
        header: bool,
        cells: &[&str],
        page: Option<u32>,
        because: impl Into<String>,
    ) -> Option<usize> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        self.text.push_str(self.separator(&BlockKind::TableRow { table, header, cells: Vec::new() }));
        let start = self.text.len();
        let mut spans = Vec::with_capacity(cells.len());
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.text.push('\t');
            }
            let from = self.text.len();
            let _ = push_folded(&mut self.text, cell);
            spans.push(Span::new(from, self.text.len()));
        }
        let kind = BlockKind::TableRow { table, header, cells: spans };
        Some(self.finish(kind, None, start, page, because.into()))
    }

    fn finish(
        &mut self,
        kind: BlockKind,
        number: Option<String>,
        start: usize,
        page: Option<u32>,
        because: String,
    ) -> usize {
        let span = Span::new(start, self.text.len());
        let anchor = self.anchor(&kind, number.as_deref(), span);
        self.blocks.push(Block { kind, span, number, anchor, page, because });
        self.blocks.len() - 1
    }

    /// A numbered paragraph is `p43`; a heading its first words; anything else a digest of its words.
    fn anchor(&mut self, kind: &BlockKind, number: Option<&str>, span: Span) -> String {
        let words = &self.text[span.range()];
        let base = match (kind, number) {
            (BlockKind::Paragraph, Some(number)) => format!("p{}", slug::slugify(number)),
            (kind, _) if kind.is_heading() => heading_anchor(words),
            (BlockKind::Footnote { label }, _) => format!("note-{}", slug::slugify(label)),
            _ => format!("b{}", &blake3::hash(words.as_bytes()).to_hex()[..8]),
        };
        let count = self.anchors.entry(base.clone()).or_default();
        *count += 1;
        if *count == 1 { base } else { format!("{base}-{count}") }
    }

    /// Notes words that are not part of the text, before the block that comes next.
    pub fn set_aside(&mut self, words: impl Into<String>, page: Option<u32>, reason: SetAsideReason) {
        let at = self.text.len();
        self.set_aside.push(SetAside { words: words.into(), at, page, reason });
    }

    /// Notes words that stood at an offset of the text so far and are not part of it, such as a note's mark.
    pub fn set_aside_at(
        &mut self,
        at: usize,
        words: impl Into<String>,
        page: Option<u32>,
        reason: SetAsideReason,
    ) {
        self.set_aside.push(SetAside { words: words.into(), at, page, reason });
    }

    /// The inlines so far.
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks so far.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The document, with its sentences as `sentences` finds them in each block: byte ranges within the words that
    /// it is given. A table row is one sentence, unless it is longer than a page's words.
    pub fn build(self, source: &Source, hints: Hints, sentences: impl Fn(&str) -> Vec<Span>) -> Document {
        let mut found = Vec::new();
        for block in &self.blocks {
            match block.kind {
                BlockKind::TableRow { .. } if block.span.len() <= LONGEST_ROW => found.push(block.span),
                _ => found.extend(
                    sentences(&self.text[block.span.range()]).iter().map(|s| s.shifted(block.span.start)),
                ),
            }
        }
        let mut set_aside = self.set_aside;
        set_aside.sort_by_key(|aside| aside.at);
        set_aside.dedup_by(|a, b| a.reason == SetAsideReason::NoteMark && a == b);
        Document {
            path: source.path.clone(),
            slug: source.slug.clone(),
            media_type: source.media_type,
            size: source.bytes.len() as u64,
            digest: source.digest.clone(),
            hints,
            set_aside,
            unread: None,
            characters: characters(&self.text),
            text: self.text,
            blocks: self.blocks,
            sentences: found,
            inlines: self.inlines,
        }
    }
}

fn heading_anchor(words: &str) -> String {
    let slug = slug::slugify(words);
    let mut end = slug.len().min(60);
    if end < slug.len() {
        end = slug[..end].rfind('-').unwrap_or(end);
    }
    if slug.is_empty() { "heading".to_owned() } else { format!("h-{}", &slug[..end]) }
}

/// Appends words with white space folded, and returns where each byte of the words went, relative to the start.
fn push_folded(text: &mut String, words: &str) -> impl Fn(usize) -> usize + use<> {
    let start = text.len();
    // Where the words go on at another distance than before: behind white space that is not one space.
    let mut moves: Vec<(usize, usize)> = Vec::new();
    let is_space = |c: char| c.is_whitespace() || c == '\u{feff}';
    let mut at = 0;
    for piece in words.split_inclusive(is_space) {
        let word = piece.trim_end_matches(is_space);
        if !word.is_empty() {
            if text.len() > start {
                text.push(' ');
            }
            let to = text.len() - start;
            if moves.last().is_none_or(|(from, moved)| from - moved != at - to) {
                moves.push((at, to));
            }
            text.push_str(word);
        }
        at += piece.len();
    }
    let total = text.len() - start;
    move |at| {
        let index = moves.partition_point(|(from, _)| *from <= at);
        let reached = index.checked_sub(1).map_or(0, |index| moves[index].1 + at - moves[index].0);
        let limit = moves.get(index).map_or(total, |(_, to)| (*to).saturating_sub(1));
        reached.min(limit)
    }
}
