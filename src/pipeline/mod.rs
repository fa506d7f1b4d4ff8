//! The order of the rooms: what each command of the program does, from files to files.

mod build;
mod check;
mod explained;
mod extracted;
mod former;
mod guarded;
mod init;
mod located;
mod project;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod sheets;
mod summary;

pub use build::{BuildOptions, Built, Made, Search, build, made, vocabulary};
pub use check::check;
pub use explained::explanation;
pub use extracted::{ExtractOptions, extracted, json_form, text_form};
pub use guarded::guarded;
pub use init::init;
pub use project::Project;
pub use schema::{facts_schema, settings_schema, sidecar_schema, templates_schema, vocabulary_schema};
#[cfg(feature = "serve")]
pub use serve::serve;

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
