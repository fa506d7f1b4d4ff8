//! A project in, the text of the pages in content/pages/ out.

use crate::model::{Diagnostic, Place};
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

/// The text of each Markdown page by its path below content/pages/, and what is wrong with some.
pub fn pages(root: &Path) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let folder = root.join("content").join("pages");
    let mut pages = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden
            || !entry.file_type().is_file()
            || entry.path().extension().is_none_or(|ending| ending != "md")
        {
            continue;
        }
        let below =
            entry.path().strip_prefix(&folder).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        match fs_err::read_to_string(entry.path()) {
            Ok(text) => drop(pages.insert(below, text)),
            Err(error) => diagnostics.push(
                Diagnostic::error("page-unreadable", format!("a page cannot be read: {error}"))
                    .at(Place::file(format!("content/pages/{below}")))
                    .note("it is left out, and left as it is")
                    .help("save it as UTF-8 text"),
            ),
        }
    }
    (pages, diagnostics)
}
