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

/// The page of a document as factbox writes it, but for its title.
pub fn page(sheet: &FactSheet) -> MarkdownPage {
    let (body, placements) = body::markdown(&sheet.document);
    MarkdownPage {
        slug: sheet.document.slug.clone(),
        path: format!("content/pages/{}.md", sheet.document.slug),
        front: front::front(sheet),
        body,
        origin: PageOrigin::Written,
        placements,
    }
}

/// The file of a page that factbox writes, under the title by which the site calls the document.
pub fn file(page: &MarkdownPage, title: &str) -> String {
    front::with_body(&front::titled(&page.front, title, &page.body), &page.body)
}
