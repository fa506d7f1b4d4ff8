//! A project in, the facts of its former build out, to tell what changed since.

use super::{BuildOptions, Project};
use crate::model::{Diagnostic, FormerFacts, Place};

/// The facts of the file that was named, else of those in public/; none if there was no build before.
///
/// # Errors
/// A diagnostic if a file was named that cannot be read.
pub fn former(
    project: &Project,
    options: &BuildOptions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<FormerFacts>, Diagnostic> {
    let file = options.since.clone().unwrap_or_else(|| project.public.join("data").join("facts.json"));
    let shown = project.shown(&file);
    let text = match fs_err::read_to_string(&file) {
        Ok(text) => text,
        Err(_) if options.since.is_none() => return Ok(None),
        Err(error) => {
            return Err(Diagnostic::error("since-unreadable", error.to_string())
                .at(Place::file(shown))
                .help("give --since the data/facts.json of an earlier build"));
        }
    };
    match serde_json::from_str(&text) {
        Ok(former) => Ok(Some(former)),
        Err(error) => {
            diagnostics.push(
                Diagnostic::warning(
                    "former-facts-unreadable",
                    format!("the former facts cannot be read: {error}"),
                )
                .at(Place::file(shown))
                .note("the site does not say what changed"),
            );
            Ok(None)
        }
    }
}
