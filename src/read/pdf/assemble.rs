//! Pieces in, blocks of the document out.

use super::join::{Spellings, Words};
use super::marker::{Marker, marker};
use super::pieces::{Piece, Shape};
use super::styles::Styles;
use super::tables;
use crate::model::{BlockKind, DocumentBuilder, InlineKind, SetAsideReason};

/// What is known of the whole document while its blocks are made.
pub struct Assembly<'a> {
    pub styles: &'a Styles,
    pub spellings: &'a Spellings,
    /// The printed number of each page, from the first.
    pub printed: &'a [Option<u32>],
    pub builder: DocumentBuilder,
    tables: u32,
    /// How far the items of the list that is being made are set in, outermost first.
    indents: Vec<f32>,
}

impl<'a> Assembly<'a> {
    pub fn new(styles: &'a Styles, spellings: &'a Spellings, printed: &'a [Option<u32>]) -> Self {
        Self { styles, spellings, printed, builder: DocumentBuilder::new(), tables: 0, indents: Vec::new() }
    }

    /// Makes the blocks of all pieces.
    pub fn run(mut self, pieces: &[Piece]) -> DocumentBuilder {
        let title = self.styles.title(pieces);
        let mut index = 0;
        while index < pieces.len() {
            let piece = &pieces[index];
            if title.first() == Some(&index) {
                self.title(pieces, &title);
            }
            if title.contains(&index) {
                index += 1;
            } else if let Some(cell) = piece.cell {
                let rest = &pieces[index..];
                let length = rest
                    .iter()
                    .position(|piece| piece.cell.is_none_or(|other| other.table != cell.table))
                    .unwrap_or(rest.len());
                let skip = title.iter().filter(|at| **at >= index && **at < index + length).count();
                tables::rows(&mut self, &rest[skip.min(length)..length]);
                index += length;
            } else {
                self.piece(piece);
                index += 1;
            }
        }
        self.builder
    }

    /// The number of a new table.
    pub fn next_table(&mut self) -> u32 {
        self.tables += 1;
        self.tables - 1
    }

    pub fn page(&self, piece: &Piece) -> Option<u32> {
        self.printed.get(piece.page()).copied().flatten()
    }

    fn title(&mut self, pieces: &[Piece], title: &[usize]) {
        let mut words = Words::default();
        for index in title {
            words.append(pieces[*index].words(self.spellings));
        }
        let size = title.iter().map(|index| pieces[*index].size()).fold(0.0, f32::max);
        let page = title.first().and_then(|index| self.page(&pieces[*index]));
        words.inlines.retain(|inline| inline.kind != InlineKind::Strong);
        self.block(BlockKind::Title, None, words, page, format!("{size:.0} pt at the top of the first page"));
    }

    /// Makes the block of a piece that stands by itself.
    pub fn piece(&mut self, piece: &Piece) {
        let words = piece.words(self.spellings);
        let page = self.page(piece);
        match piece.shape {
            Shape::Furniture => {
                let reason = furniture_reason(&words.text);
                self.builder.set_aside(words.text.trim(), page, reason);
            }
            Shape::Contents => self.builder.set_aside(words.text.trim(), page, SetAsideReason::Contents),
            Shape::Note => self.note(piece, words, page),
            Shape::Caption => self.block(BlockKind::Caption, None, words, page, because(piece)),
            Shape::Quote => self.block(BlockKind::BlockQuote, None, words, page, because(piece)),
            _ => match self.styles.heading(piece) {
                Some((level, why)) => self.heading(level, words, page, why),
                None => self.paragraph(piece, words, page),
            },
        }
    }

    /// Makes one paragraph of a label and the value beside it; what else stands in the value's cell follows.
    pub fn labelled(&mut self, label: &Piece, values: Vec<&Piece>) {
        let mut words = label.words(self.spellings);
        let mut values = values.into_iter();
        if let Some(value) = values.next() {
            words.append(value.words(self.spellings));
        }
        self.block(
            BlockKind::Paragraph,
            None,
            words,
            self.page(label),
            "label and value in a table's row".to_owned(),
        );
        for value in values {
            let words = value.words(self.spellings);
            self.paragraph(value, words, self.page(value));
        }
    }

    fn heading(&mut self, level: u8, mut words: Words, page: Option<u32>, why: String) {
        let mut number = None;
        if let Some((Marker::Number(printed), shown, end)) = marker(&words.text)
            && end < words.text.len()
        {
            let shown = shown.to_owned();
            words.take_marker(shown, end);
            number = Some(printed);
        }
        words.inlines.retain(|inline| inline.kind != InlineKind::Strong);
        self.block(BlockKind::Heading { level }, number, words, page, why);
    }

    fn paragraph(&mut self, piece: &Piece, mut words: Words, page: Option<u32>) {
        let Some((found, shown, end)) = marker(&words.text) else {
            let kind = match piece.shape {
                Shape::Item => BlockKind::ListItem { depth: self.depth(piece), ordered: false },
                _ => BlockKind::Paragraph,
            };
            return self.block(kind, None, words, page, because(piece));
        };
        let bullet = found == Marker::Bullet;
        let because = format!("{}, begins with {}", because(piece), if bullet { "a bullet" } else { shown });
        let shown = if bullet { printed_bullet(shown) } else { shown.to_owned() };
        words.take_marker(shown, end);
        let (kind, number) = match found {
            Marker::Number(number) => (BlockKind::Paragraph, Some(number)),
            Marker::Letter(letter) => {
                (BlockKind::ListItem { depth: self.depth(piece), ordered: true }, Some(letter))
            }
            Marker::Bullet => (BlockKind::ListItem { depth: self.depth(piece), ordered: false }, None),
        };
        self.block(kind, number, words, page, because);
    }

    /// How deep an item stands in its list, by how far it is set in.
    fn depth(&mut self, piece: &Piece) -> u8 {
        let after_item = self
            .builder
            .blocks()
            .last()
            .is_some_and(|block| matches!(block.kind, BlockKind::ListItem { .. }));
        if !after_item {
            self.indents.clear();
        }
        let x = piece.lines.first().map_or(0.0, |line| line.x);
        self.indents.retain(|indent| *indent < x - STEP_IN || (*indent - x).abs() <= STEP_IN);
        if self.indents.last().is_none_or(|indent| *indent < x - STEP_IN) {
            self.indents.push(x);
        }
        (self.indents.len() - 1).min(5) as u8
    }

    fn note(&mut self, piece: &Piece, mut words: Words, page: Option<u32>) {
        let raised = words.inlines.iter().position(|inline| {
            matches!(inline.kind, InlineKind::NoteMark(_))
                && words.text[..inline.span.start].trim().is_empty()
        });
        let lead = words.text.len() - words.text.trim_start().len();
        let digits = words.text[lead..].bytes().take_while(u8::is_ascii_digit).count();
        let mut label = words.text[lead..lead + digits].to_owned();
        if let Some(inline) = raised.map(|index| words.inlines.remove(index))
            && let InlineKind::NoteMark(mark) = inline.kind
        {
            words.marker = Some(mark.clone());
            label = mark;
        } else if digits > 0 {
            words.take_marker(label.clone(), lead + digits);
        }
        let because = if piece.tag.is_some() { "tag Note" } else { "small type behind a raised mark" };
        self.block(BlockKind::Footnote { label }, None, words, page, because.to_owned());
    }

    /// Adds a block and sets its marker and the marks of notes in it aside.
    pub fn block(
        &mut self,
        kind: BlockKind,
        number: Option<String>,
        words: Words,
        page: Option<u32>,
        because: String,
    ) {
        let known = self.builder.inlines().len();
        let added = self.builder.block(kind, number, &words.text, &words.inlines, page, because);
        if let Some(marker) = words.marker {
            let start =
                added.map_or(self.builder.text().len(), |index| self.builder.blocks()[index].span.start);
            self.builder.set_aside_at(start, marker, page, SetAsideReason::Marker);
        }
        let marks: Vec<(usize, String)> = self.builder.inlines()[known..]
            .iter()
            .filter_map(|inline| match &inline.kind {
                InlineKind::NoteMark(label) => Some((inline.span.start, label.clone())),
                _ => None,
            })
            .collect();
        for (at, label) in marks {
            self.builder.set_aside_at(at, label, page, SetAsideReason::NoteMark);
        }
    }
}

/// Items that stand further in than this, in points, are of a deeper list.
const STEP_IN: f32 = 6.0;

fn furniture_reason(text: &str) -> SetAsideReason {
    let digits = text.trim().trim_start_matches("Page ").trim();
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        SetAsideReason::PageNumber
    } else {
        SetAsideReason::RunningHeader
    }
}

fn printed_bullet(shown: &str) -> String {
    match shown.chars().next() {
        Some('\u{f02d}') => "–".to_owned(),
        Some('\u{f0b7}') => "•".to_owned(),
        Some('\u{f020}'..='\u{f0ff}') => "◼".to_owned(),
        _ => shown.to_owned(),
    }
}

/// Why a piece is what it is.
pub fn because(piece: &Piece) -> String {
    use super::page::Role;
    match (piece.tag, piece.shape) {
        (None, _) => "stands apart on the page".to_owned(),
        (Some(Role::Item), _) | (Some(_), Shape::Item) => "tag LI".to_owned(),
        (Some(Role::Caption), _) => "tag Caption".to_owned(),
        (Some(Role::Quote), _) => "tag BlockQuote".to_owned(),
        _ => "tag P".to_owned(),
    }
}
