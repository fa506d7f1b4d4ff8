//! A project in, its own templates and assets out.

use crate::model::{Diagnostic, Place};
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

/// Every file below templates/ of the project, by path, and what is wrong with some.
pub fn templates(root: &Path) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let folder = root.join("templates");
    let mut files = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        if !entry.file_type().is_file() || entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let below =
            entry.path().strip_prefix(&folder).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        match fs_err::read(entry.path()) {
            Ok(bytes) => drop(files.insert(below, bytes)),
            Err(error) => diagnostics.push(
                Diagnostic::error("template-unreadable", error.to_string())
                    .at(Place::file(format!("templates/{below}")))
                    .note("the built-in template is used in its place"),
            ),
        }
    }
    (files, diagnostics)
}
