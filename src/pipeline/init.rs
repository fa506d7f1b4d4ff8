//! A folder in, a new project in it out.

use crate::model::{Diagnostic, Place};
use std::path::Path;

const SITE: &str = r#"# Every key is optional; `factbox schema settings` lists them all.
title = "My dossier"
description = "What the documents say, each fact with the words it came from."
# base_url = "https://example.org/dossier/"
# publisher = "Who publishes this site"
# report_mistakes = "mailto:someone@example.org"
"#;

const ABOUT: &str = r#"+++
title = "About this site"
+++

Say here who publishes this site, why, and which documents it holds.
"#;

const README: &str = r"Put documents here: .pdf .html .docx .md .txt. factbox reads them and never changes them.

Beside report.pdf a file report.toml can say where it came from (origin, publisher, date, licence, title) and correct
what factbox found. `factbox schema sidecar` lists its keys.
";

/// Makes a project in the folder; files that are there stay.
///
/// # Errors
/// A diagnostic if a file cannot be written.
pub fn init(folder: &Path) -> Result<(String, Vec<Diagnostic>), Diagnostic> {
    let files =
        [("content/site.toml", SITE), ("content/pages/about.md", ABOUT), ("content/sources/.README", README)];
    let mut made = Vec::new();
    for (path, text) in files {
        let file = folder.join(path);
        if file.exists() {
            continue;
        }
        let below = file.parent().unwrap_or(folder);
        fs_err::create_dir_all(below).and_then(|()| fs_err::write(&file, text)).map_err(|error| {
            Diagnostic::error("init-failed", error.to_string()).at(Place::file(file.to_string_lossy()))
        })?;
        made.push(path);
    }
    let words = match made.is_empty() {
        true => "There is a project here already; nothing was changed.".to_owned(),
        false => format!(
            "Made {}.\nPut documents into content/sources/, then run `factbox build` (or `factbox serve` to look on).",
            made.join(", ")
        ),
    };
    Ok((words, Vec::new()))
}
