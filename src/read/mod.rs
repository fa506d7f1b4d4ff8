//! Files in, documents out: finds the sources, and gives each its text, blocks and sentences. Knows formats, no facts.

mod draft;
mod encoding;
mod formats;
mod pdf;
mod sentences;
mod sources;
mod text;
mod vocabulary;

pub use formats::document;
pub use sentences::sentences;
pub use sources::{source, sources};
pub use vocabulary::{builtin_vocabulary, named_vocabulary, vocabulary};
