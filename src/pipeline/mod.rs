//! The order of the rooms: what each command of the program does, from files to files.

mod extracted;
mod init;
mod project;
mod schema;

pub use extracted::{ExtractOptions, extracted, json_form, text_form};
pub use init::init;
pub use project::Project;
pub use schema::{facts_schema, settings_schema, sidecar_schema, vocabulary_schema};

use crate::model::{Diagnostic, Severity};

/// Hears of the progress of long work. Every method may be called from any thread.
pub trait Progress: Sync {
    /// A stage begins that has this many steps.
    fn stage(&self, name: &'static str, steps: usize);
    /// One step of the stage is done.
    fn step(&self);
}

/// Hears nothing.
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
}

/// With `--strict` a warning counts as an error.
pub fn stricter(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.iter_mut().for_each(|diagnostic| diagnostic.severity = Severity::Error);
    diagnostics
}

/// A vocabulary by the name of a built-in one, or by a file relative to `folder`; the built-in one for children's
/// services where none is named.
///
/// # Errors
/// A diagnostic if there is no such vocabulary, or its file has a mistake.
pub fn vocabulary(
    name: Option<&str>,
    folder: &std::path::Path,
) -> Result<std::sync::Arc<crate::model::Vocabulary>, Diagnostic> {
    match name {
        None => Ok(crate::read::builtin_vocabulary()),
        Some(name) => crate::read::vocabulary(&folder.join(name), name),
    }
}
