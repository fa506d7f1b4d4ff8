//! Facts in, Markdown pages out: the page of a document, with its fact box in the front matter and its text below.
//!
//! 1. [`front`] puts the fact box into TOML that a person can read and review in a diff.
//! 2. [`body`] writes the text as Markdown, and notes where each stretch of it went.
//! 3. [`kept`] decides between the page just made and the one a person may have edited.

mod body;
mod front;
mod kept;

pub use kept::{Kept, hand, kept};

use crate::model::{FactSheet, MarkdownPage, PageOrigin};

/// The page of a document as factbox writes it. `title` is what the site calls the document.
pub fn page(sheet: &FactSheet, title: &str) -> MarkdownPage {
    let (body, placements) = body::markdown(&sheet.document);
    MarkdownPage {
        slug: sheet.document.slug.clone(),
        path: format!("content/pages/{}.md", sheet.document.slug),
        front: front::front(sheet, title, &body),
        body,
        origin: PageOrigin::Written,
        placements,
    }
}

/// The page as it stands in its file.
pub fn file(page: &MarkdownPage) -> String {
    front::with_body(&page.front, &page.body)
}
