//! Pages of lines in, the document's pieces in reading order out: each one paragraph, heading, item, cell or note.

use super::join::{Spellings, Words, words};
use super::layout::{self, Frame};
use super::marker::{Marker, marker};
use super::page::{Line, Opened, Role, TagId, Tags};
use std::collections::BTreeMap;

/// What a piece is, as far as its tags or its place tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Heading(u8),
    Paragraph,
    Item,
    Note,
    Caption,
    Quote,
    Contents,
    /// A running header or footer, a page number.
    Furniture,
}

/// Where in a table a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace {
    pub table: TagId,
    pub row: TagId,
    pub cell: TagId,
    pub header: bool,
}

/// Lines that belong together.
#[derive(Debug, Clone)]
pub struct Piece {
    pub shape: Shape,
    pub cell: Option<CellPlace>,
    pub lines: Vec<Line>,
    /// The tag that says so; none where only the place on the page does.
    pub tag: Option<Role>,
}

impl Piece {
    pub fn page(&self) -> usize {
        self.lines.first().map_or(0, |line| line.page)
    }

    pub fn last_page(&self) -> usize {
        self.lines.last().map_or(0, |line| line.page)
    }

    pub fn words(&self, spellings: &Spellings) -> Words {
        words(self.lines.iter(), spellings)
    }

    /// The words that the first line begins with.
    pub fn first_text(&self) -> &str {
        self.lines.first().map_or("", |line| line.text.trim_start())
    }

    pub fn last_text(&self) -> &str {
        self.lines.last().map_or("", |line| line.text.trim_end())
    }

    /// The size of its longest line.
    pub fn size(&self) -> f32 {
        self.lines.iter().max_by_key(|line| line.text.len()).map_or(0.0, |line| line.size)
    }

    pub fn is_bold(&self) -> bool {
        self.lines.iter().all(Line::is_bold)
    }

    pub fn marker(&self) -> Option<Marker> {
        marker(self.first_text()).map(|(marker, ..)| marker)
    }
}

/// The pieces of a document, those that run on over a page's end joined.
pub fn pieces(opened: &mut Opened, body: f32) -> Vec<Piece> {
    let mut gathering = Gathering {
        tags: &opened.tags,
        pieces: Vec::new(),
        by_tag: Vec::new(),
        strays: Vec::new(),
        next_id: TagId::MAX,
    };
    for page in &mut opened.pages {
        let frame = Frame { height: page.height, rules: &page.rules, body };
        let mut loose = Vec::new();
        let foot = page.height / 2.0;
        let (last, first): (Vec<Line>, Vec<Line>) =
            std::mem::take(&mut page.lines).into_iter().partition(|line| line.artifact && line.y < foot);
        for line in first.into_iter().chain(last) {
            match gathering.place(&line) {
                Some(place) => {
                    gathering.flush(&mut loose, &frame);
                    gathering.add(place, line);
                }
                None => loose.push(line),
            }
        }
        gathering.flush(&mut loose, &frame);
        gathering.settle_strays();
    }
    let mut pieces = gathering.pieces;
    complete_contents(&mut pieces);
    joined(pieces)
}

/// Takes into a contents list the lines at its end that were tagged as headings, told by their page numbers.
fn complete_contents(pieces: &mut [Piece]) {
    for index in 1..pieces.len() {
        let (before, rest) = pieces.split_at_mut(index);
        let (last, piece) = (&before[index - 1], &mut rest[0]);
        let listed = last.shape == Shape::Contents && last.page() == piece.page();
        let numbered = piece.last_text().rsplit_once([' ', '.']).is_some_and(|(words, number)| {
            words.contains(char::is_alphabetic) && number.parse::<u16>().is_ok_and(|number| number < 1000)
        });
        if listed && numbered && piece.lines.len() <= 2 && piece.shape != Shape::Item {
            piece.shape = Shape::Contents;
        }
    }
}

/// Where a tagged line belongs.
struct Placing {
    key: TagId,
    shape: Shape,
    role: Role,
    cell: Option<CellPlace>,
}

struct Gathering<'a> {
    tags: &'a Tags,
    pieces: Vec<Piece>,
    /// The piece of each tag, by the tag's number.
    by_tag: Vec<Option<usize>>,
    /// Lines of the page whose tags are those of other pages' words.
    strays: Vec<Line>,
    /// Names for tables without tags, from the top down, where no tag's number is.
    next_id: TagId,
}

impl Gathering<'_> {
    fn place(&self, line: &Line) -> Option<Placing> {
        let tag = line.tag?;
        let (key, role) = self.tags.around(tag).next()?;
        let (key, shape) = match role {
            Role::Heading(level) => (key, Shape::Heading(level)),
            Role::Paragraph if self.tags.nearest(key, Role::Note).is_some() => (key, Shape::Note),
            Role::Paragraph if self.tags.nearest(key, Role::Contents).is_some() => (key, Shape::Contents),
            Role::Paragraph => match self.tags.nearest(key, Role::Item) {
                Some(item) if self.begins_item(item) => (item, Shape::Item),
                _ => (key, Shape::Paragraph),
            },
            Role::Item => (key, self.item_shape(key)),
            Role::Note => (key, Shape::Note),
            Role::Contents => (key, Shape::Contents),
            Role::Caption => (key, Shape::Caption),
            Role::Quote => (key, Shape::Quote),
            Role::Cell | Role::HeaderCell => (key, Shape::Paragraph),
            _ => return None,
        };
        Some(Placing { key, shape, role, cell: self.cell(key) })
    }

    fn item_shape(&self, key: TagId) -> Shape {
        if self.tags.nearest(key, Role::Note).is_some() { Shape::Note } else { Shape::Item }
    }

    /// Whether an item has no words yet, or only its printed marker.
    fn begins_item(&self, item: TagId) -> bool {
        let Some(piece) = self.by_tag.get(item as usize).copied().flatten() else { return true };
        let lines = &self.pieces[piece].lines;
        lines.len() == 1
            && marker(&lines[0].text).is_some_and(|(.., end)| end >= lines[0].text.trim_end().len())
    }

    fn cell(&self, key: TagId) -> Option<CellPlace> {
        let mut cell = None;
        let mut row = None;
        for (id, role) in self.tags.around(key) {
            match (role, cell, row) {
                (Role::Cell | Role::HeaderCell, None, _) => cell = Some((id, role == Role::HeaderCell)),
                (Role::Row, Some(_), None) => row = Some(id),
                (Role::Table, Some((cell, header)), Some(row)) => {
                    return Some(CellPlace { table: id, row, cell, header });
                }
                _ => {}
            }
        }
        None
    }

    fn add(&mut self, placing: Placing, line: Line) {
        let slot = placing.key as usize;
        if self.by_tag.len() <= slot {
            self.by_tag.resize(slot + 1, None);
        }
        match self.by_tag[slot] {
            // A tag whose words stand pages apart has some of them by mistake.
            Some(index) if self.pieces[index].last_page() + 1 < line.page => self.strays.push(line),
            Some(index) => self.pieces[index].lines.push(line),
            None => {
                self.by_tag[slot] = Some(self.pieces.len());
                let Placing { shape, role, cell, .. } = placing;
                self.pieces.push(Piece { shape, cell, lines: vec![line], tag: Some(role) });
            }
        }
    }

    /// Puts each stray line behind the line that stands right above it, else by itself.
    fn settle_strays(&mut self) {
        const STEP: f32 = 1.7;
        for stray in std::mem::take(&mut self.strays) {
            let above = |line: &Line| {
                let step = line.y - stray.y;
                line.page == stray.page
                    && step > -0.3 * stray.size
                    && step < STEP * stray.size
                    && line.x < stray.end_x
            };
            let recent = self
                .pieces
                .iter()
                .enumerate()
                .rev()
                .take_while(|(_, piece)| piece.last_page() + 1 >= stray.page);
            let places =
                recent.filter_map(|(index, piece)| Some((index, piece.lines.iter().rposition(above)?)));
            match places
                .min_by(|a, b| self.pieces[a.0].lines[a.1].y.total_cmp(&self.pieces[b.0].lines[b.1].y))
            {
                Some((piece, line)) => self.pieces[piece].lines.insert(line + 1, stray),
                None => self.pieces.push(Piece {
                    shape: Shape::Paragraph,
                    cell: None,
                    lines: vec![stray],
                    tag: None,
                }),
            }
        }
    }

    fn flush(&mut self, loose: &mut Vec<Line>, frame: &Frame) {
        if loose.is_empty() {
            return;
        }
        let next_id = &mut self.next_id;
        let mut ids = || {
            *next_id -= 1;
            *next_id
        };
        self.pieces.extend(layout::pieces(std::mem::take(loose), frame, &mut ids));
    }
}

/// The size of most of the document's words.
pub fn body_size(opened: &Opened) -> f32 {
    let mut letters: BTreeMap<i32, usize> = BTreeMap::new();
    for line in opened.pages.iter().flat_map(|page| &page.lines).filter(|line| !line.artifact) {
        *letters.entry((line.size * 2.0).round() as i32).or_default() += line.text.len();
    }
    letters.into_iter().max_by_key(|(_, count)| *count).map_or(12.0, |(size, _)| size as f32 / 2.0)
}

/// Joins what a page's end cut in two.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut last_body: Option<usize> = None;
    for piece in pieces {
        if matches!(piece.shape, Shape::Furniture | Shape::Note | Shape::Contents) {
            joined.push(piece);
            continue;
        }
        if let Some(index) = last_body
            && runs_on(&joined[index], &piece)
        {
            joined[index].lines.extend(piece.lines);
            continue;
        }
        last_body = Some(joined.len());
        joined.push(piece);
    }
    joined
}

/// Whether `next` begins where the lines behind a printed number or bullet go on.
fn hangs(piece: &Piece, next: &Piece) -> bool {
    let [first, .., last] = piece.lines.as_slice() else { return false };
    let x = next.lines.first().map_or(0.0, |line| line.x);
    piece.marker().is_some() && last.x > first.x + 8.0 && (x - last.x).abs() < 3.0
}

/// A line of a table's cell as long as this belongs to running text that a table holds for the layout's sake.
const LAYOUT_LINE: usize = 50;

/// Whether `next`, first on its page, goes on with what `piece`, last on the page before, says.
fn runs_on(piece: &Piece, next: &Piece) -> bool {
    if next.page() != piece.last_page() + 1 || piece.cell.is_some() != next.cell.is_some() {
        return false;
    }
    if piece.cell.is_some() && piece.last_text().len() < LAYOUT_LINE {
        return false;
    }
    let same_size = (piece.size() - next.size()).abs() < 0.09 * piece.size();
    if !same_size || next.marker().is_some() {
        return false;
    }
    match (piece.shape, next.shape) {
        // Where bullets are drawn and not written, each tagged item is one of its own.
        (Shape::Item, Shape::Item) => piece.marker().is_some() || piece.tag.is_none(),
        (Shape::Paragraph, Shape::Paragraph) if hangs(piece, next) => true,
        (Shape::Item | Shape::Paragraph, Shape::Item | Shape::Paragraph) => {
            let open = !piece.last_text().ends_with(['.', '!', '?', ':', ';', '”', ')']);
            open && next.first_text().starts_with(char::is_lowercase)
        }
        _ => false,
    }
}
