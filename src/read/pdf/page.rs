//! The nouns of a PDF as it was opened: pages of lines, and the tags that the lines belong to.

use crate::model::Hints;
use std::ops::Range;

/// What a PDF holds, before anything in it is understood.
#[derive(Debug)]
pub struct Opened {
    pub pages: Vec<Page>,
    pub tags: Tags,
    pub hints: Hints,
    /// What could not be read, in the engine's words.
    pub skipped: Vec<String>,
}

#[derive(Debug)]
pub struct Page {
    /// From 0.
    pub index: usize,
    pub height: f32,
    /// In the order of the tags where there are any, else in the order in which they were drawn.
    pub lines: Vec<Line>,
    /// Lines drawn on the page, such as those of a table.
    pub rules: Vec<Rule>,
    /// The number that the file gives the page.
    pub label: Option<u32>,
}

/// A straight line drawn across or down a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    pub x: f32,
    pub end_x: f32,
    pub y: f32,
    pub end_y: f32,
}

impl Rule {
    pub fn is_across(&self) -> bool {
        self.end_x - self.x > self.end_y - self.y
    }
}

/// Glyphs on one baseline that belong to one tag. Lengths are in points, from the page's lower left corner.
#[derive(Debug, Clone, Default)]
pub struct Line {
    pub text: String,
    pub page: usize,
    pub x: f32,
    pub end_x: f32,
    pub y: f32,
    /// The size of its largest glyphs.
    pub size: f32,
    /// Bytes of the text set in a bold face.
    pub bold: Vec<Range<usize>>,
    /// Raised digits or signs, by their place in the text.
    pub raised: Vec<Range<usize>>,
    pub tag: Option<TagId>,
    /// Whether the file itself says that it is no part of the text.
    pub artifact: bool,
}

impl Line {
    /// Adds what stands to its right on the same baseline.
    pub fn append(&mut self, other: &Line) {
        if !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        let at = self.text.len();
        self.text.push_str(&other.text);
        let moved = |range: &Range<usize>| range.start + at..range.end + at;
        self.bold.extend(other.bold.iter().map(moved));
        self.raised.extend(other.raised.iter().map(moved));
        self.end_x = self.end_x.max(other.end_x);
        self.size = self.size.max(other.size);
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether every letter and digit is bold.
    pub fn is_bold(&self) -> bool {
        let mut seen = false;
        for (at, c) in self.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let in_bold = self.bold.iter().any(|range| range.contains(&at));
            let in_raised = self.raised.iter().any(|range| range.contains(&at));
            if !in_bold && !in_raised {
                return false;
            }
            seen |= c.is_alphabetic();
        }
        seen
    }
}

/// Names an element of [`Tags`].
pub type TagId = u32;

/// What an element of the structure tree says its words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Heading(u8),
    Paragraph,
    Item,
    List,
    Table,
    Row,
    HeaderCell,
    Cell,
    Contents,
    Note,
    Caption,
    Figure,
    Quote,
    /// Holds others and says nothing of its own.
    Group,
}

#[derive(Debug, Clone, Copy)]
pub struct Tag {
    pub role: Role,
    pub parent: Option<TagId>,
}

/// The elements of the structure tree that hold words, with those around them.
#[derive(Debug, Default)]
pub struct Tags(Vec<Tag>);

impl Tags {
    pub fn push(&mut self, tag: Tag) -> TagId {
        self.0.push(tag);
        (self.0.len() - 1) as TagId
    }

    /// The element and those around it, from the innermost.
    pub fn around(&self, id: TagId) -> impl Iterator<Item = (TagId, Role)> + '_ {
        std::iter::successors(Some(id), |id| self.0[*id as usize].parent)
            .map(|id| (id, self.0[id as usize].role))
    }

    /// The nearest element of a role, itself or around it.
    pub fn nearest(&self, id: TagId, role: Role) -> Option<TagId> {
        self.around(id).find(|(_, found)| *found == role).map(|(id, _)| id)
    }
}
