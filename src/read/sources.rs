//! A folder in, the sources in it out, with what a person wrote beside them.

use crate::model::{Diagnostic, MediaType, Place, Sidecar, Source};
use std::path::Path;
use walkdir::WalkDir;

/// Every source below `content/sources` of the project, by path, and what is wrong with some.
pub fn sources(root: &Path) -> (Vec<Source>, Vec<Diagnostic>) {
    let folder = root.join("content").join("sources");
    let mut sources = Vec::new();
    let mut diagnostics = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !entry.file_type().is_file() || hidden || entry.path().extension().is_some_and(|e| e == "toml") {
            continue;
        }
        let shown =
            entry.path().strip_prefix(root).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        match source(entry.path(), &shown) {
            Ok(found) => sources.push(found),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    (sources, diagnostics)
}

/// The source in one file; `shown` is its path as the user would type it.
///
/// # Errors
/// A diagnostic if the file cannot be read, or is of no known format.
pub fn source(file: &Path, shown: &str) -> Result<Source, Diagnostic> {
    let bytes = fs_err::read(file).map_err(|error| {
        Diagnostic::error("source-unreadable", error.to_string())
            .at(Place::file(shown))
            .note("it is left out")
    })?;
    let stem = shown.strip_prefix("content/sources/").unwrap_or(shown);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    Ok(Source {
        path: shown.to_owned(),
        file: file.to_owned(),
        slug: slug::slugify(stem),
        media_type: media_type(shown),
        digest: blake3::hash(&bytes).to_hex().to_string(),
        bytes,
        sidecar: Sidecar::default(),
    })
}

fn media_type(path: &str) -> MediaType {
    match path.rsplit('.').next().unwrap_or("").to_ascii_lowercase().as_str() {
        "pdf" => MediaType::Pdf,
        "html" | "htm" => MediaType::Html,
        "docx" => MediaType::Docx,
        "md" | "markdown" => MediaType::Markdown,
        _ => MediaType::Text,
    }
}
