//! A project in, its settings out.

use crate::model::{Diagnostic, Place, Settings};
use std::path::Path;

const PATH: &str = "content/site.toml";

/// The settings in content/site.toml; where there is no such file, those that need none.
///
/// # Errors
/// A diagnostic with the place if the file cannot be read or has a mistake.
pub fn settings(root: &Path) -> Result<Settings, Diagnostic> {
    let file = root.join("content").join("site.toml");
    if !file.exists() {
        return Ok(Settings::default());
    }
    let text = fs_err::read_to_string(&file)
        .map_err(|error| Diagnostic::error("settings-unreadable", error.to_string()).at(Place::file(PATH)))?;
    toml::from_str(&text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        Diagnostic::error("settings-wrong", error.message().trim().to_owned())
            .at(Place::within(PATH, &text, span.start, span.end))
            .help("`factbox schema settings` lists the keys")
    })
}
