//! Files in, documents out: finds the sources, and gives each its text, blocks and sentences. Knows formats, no facts.

mod docx;
mod draft;
mod encoding;
mod formats;
mod hints;
mod html;
mod markdown;
mod media_types;
mod pages;
mod pdf;
mod sentences;
mod settings;
mod sources;
mod templates;
mod text;
mod toml_file;
mod vocabulary;

pub use formats::document;
pub use pages::pages;
pub use sentences::sentences;
pub use settings::settings;
pub use sources::{SourceFile, source, sources};
pub use templates::templates;
pub use vocabulary::{builtin_vocabulary, named_vocabulary, vocabulary};
