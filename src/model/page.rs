//! A Markdown page of content/pages: written by factbox from a document, or by hand.

use super::{Details, Span};
use serde::{Deserialize, Serialize};

/// A page with its front matter and its Markdown.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkdownPage {
    /// The name without `.md`; that of its document, if factbox wrote it.
    pub slug: String,
    /// As the user would type it.
    pub path: String,
    pub front: FrontMatter,
    /// The Markdown after the front matter.
    pub body: String,
    pub origin: PageOrigin,
    /// Where the document's text went in `body`, in order: for a page as factbox wrote it.
    pub placements: Vec<Placement>,
}

impl MarkdownPage {
    /// The title that a person gave it, else its name in words.
    pub fn title(&self) -> String {
        self.front.title.clone().unwrap_or_else(|| self.slug.replace('-', " "))
    }

    /// Where a span of the document's text stands in `body`; none if any of it does not.
    pub fn place(&self, span: Span) -> Option<Span> {
        Some(Span::new(self.offset(span.start, false)?, self.offset(span.end, true)?))
    }

    fn offset(&self, at: usize, end: bool) -> Option<usize> {
        let found = match end {
            false => self.placements.partition_point(|p| p.document.start <= at),
            true => self.placements.partition_point(|p| p.document.start < at),
        };
        let placement = self.placements.get(found.checked_sub(1)?)?;
        let beyond = at - placement.document.start;
        (beyond <= placement.document.len()).then_some(placement.page + beyond)
    }
}

/// A stretch of the document's text that stands verbatim in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    pub document: Span,
    /// Where it begins in the page's body.
    pub page: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageOrigin {
    /// As factbox wrote it.
    Written,
    /// Written by factbox and edited by a person since.
    Edited,
    /// A person's own page.
    Hand,
}

/// The TOML between `+++` lines.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FrontMatter {
    pub title: Option<String>,
    pub description: Option<String>,
    /// What a person puts the page under.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// BLAKE3 of the page as factbox wrote it, without this line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The source's path in the project, for a page that factbox wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Details>,
    /// The fact box: kind, id, fields and quote, as tables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<toml::Table>,
}
