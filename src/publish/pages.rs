//! Markdown pages in, content/pages/ out: each file whole or not at all, and none that a person has edited.

use crate::model::{Diagnostic, Place};
use std::io::{self, Write};
use std::path::Path;

/// Writes each page (file name and text) that differs from what stands in `folder`, and removes those of `removed`: pages
/// of documents that are gone, untouched by a person.
///
/// # Errors
/// A diagnostic for the first file that could not be written; those before it are written.
pub fn pages(files: &[(String, String)], removed: &[String], folder: &Path) -> Result<(), Diagnostic> {
    for (name, text) in files {
        write(&folder.join(name), text).map_err(|error| failed(name, &error))?;
    }
    for name in removed {
        fs_err::remove_file(folder.join(name)).map_err(|error| failed(name, &error))?;
    }
    Ok(())
}

fn failed(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("page-not-written", format!("a page could not be written: {error}"))
        .at(Place::file(format!("content/pages/{name}")))
        .help("make room or give the right to write there, then build again")
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    if fs_err::read(file).is_ok_and(|former| former == text.as_bytes()) {
        return Ok(());
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    fs_err::create_dir_all(folder)?;
    let mut staging = tempfile::Builder::new().prefix(".factbox-page-").tempfile_in(folder)?;
    staging.write_all(text.as_bytes())?;
    readable(staging.as_file())?;
    staging.persist(file).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn readable(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &std::fs::File) -> io::Result<()> {
    Ok(())
}
