//! Diagnostics in, words for a terminal, JSON lines or GitHub annotations out.

mod github;
mod text;

pub use github::github;
pub use text::{Style, text};

use crate::model::Diagnostic;

/// A diagnostic as one line of JSON.
pub fn json(diagnostic: &Diagnostic) -> String {
    serde_json::to_string(diagnostic).expect("a diagnostic has only string keys")
}

/// Worst first, then by code and place: the order in which they are told.
pub fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by(|a, b| {
        (a.severity, a.code, &a.places, &a.message).cmp(&(b.severity, b.code, &b.places, &b.message))
    });
    diagnostics.dedup();
    diagnostics
}
