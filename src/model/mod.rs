//! The nouns that every room shares. Nothing in here reads a file, knows a format or decides a link.

mod authority;
mod date;
mod diagnostic;
mod document;
mod fact;
mod output;
mod page;
mod settings;
mod sheet;
mod site;
mod source;
mod span;
mod vocabulary;

pub use authority::Authority;
pub use date::{Date, DateError, MONTHS};
pub use diagnostic::{Diagnostic, Place, Severity};
pub use document::{
    Block, BlockKind, Document, DocumentBuilder, Hints, Inline, InlineKind, SetAside, SetAsideReason,
};
pub use fact::{
    Action, Approximation, Comparison, Event, Evidence, Fact, FactId, FactKind, FactValue, Figure, Judgement,
    Legislation, Organisation, Person, Quotation, Term, number_alike,
};
pub use output::OutputFile;
pub use page::{FrontMatter, MarkdownPage, PageOrigin, Placement};
pub use settings::Settings;
pub use sheet::{Details, DocumentKind, FactSheet, Mention, MentionValue, amount, grouped};
pub use site::*;
pub use source::{Correction, MediaType, Sidecar, Source};
pub use span::Span;
pub use vocabulary::*;
