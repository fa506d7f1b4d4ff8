//! Output files in, public/ out: whole or not at all.
//!
//! 1. The files are written to a new folder beside public/, with the manifest that names them.
//! 2. Files in public/ that factbox did not make are taken along.
//! 3. The two folders change places in one step of the file system; the old one is then removed.
//!
//! Whatever ends the program before step 3 leaves the former public/ as it was, and the next build clears up.

mod manifest;
mod pages;
mod swap;

pub use manifest::{MANIFEST, Manifest, manifest};
pub use pages::pages;

use crate::model::{Diagnostic, OutputFile, Place};
use rayon::prelude::*;
use std::io;
use std::path::Path;

/// Begins the name of a folder that is not yet public.
const STAGING: &str = ".factbox-staging-";

/// Puts the files into `public` in place of what factbox put there before.
///
/// # Errors
/// A diagnostic, and `public` as it was, if factbox did not write what stands in it, or if a file cannot be written.
pub fn site(files: &[OutputFile], public: &Path, shown: &str) -> Result<(), Diagnostic> {
    let former = former(public, shown)?;
    let parent = public.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |error: io::Error| {
        Diagnostic::error("publish-failed", format!("the site could not be written: {error}"))
            .at(Place::file(shown))
            .note("the former site stands as it was")
            .help("make room or give the right to write there, then build again")
    };
    fs_err::create_dir_all(parent).map_err(failed)?;
    clear_up(parent);
    let staging = tempfile::Builder::new().prefix(STAGING).tempdir_in(parent).map_err(failed)?;
    write(files, staging.path()).map_err(failed)?;
    if let Some(former) = former {
        take_along(&former, files, public, staging.path()).map_err(failed)?;
    }
    readable(staging.path()).map_err(failed)?;
    swap::into_place(staging, public).map_err(failed)
}

/// The manifest of what stands in `public`; none if nothing does.
fn former(public: &Path, shown: &str) -> Result<Option<Manifest>, Diagnostic> {
    let empty = match fs_err::read_dir(public) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => {
            return Err(Diagnostic::error("public-unreadable", error.to_string()).at(Place::file(shown)));
        }
    };
    match manifest(public) {
        Some(manifest) => Ok(Some(manifest)),
        None if empty => Ok(None),
        None => Err(Diagnostic::error("public-not-ours", "public/ holds files that factbox did not write")
            .at(Place::file(shown))
            .note("nothing in it was changed")
            .help("move them elsewhere, or build into another folder with --public DIR")),
    }
}

fn write(files: &[OutputFile], folder: &Path) -> io::Result<()> {
    let mut folders: Vec<_> =
        files.iter().filter_map(|file| file.path.rsplit_once('/').map(|(f, _)| f)).collect();
    folders.sort_unstable();
    folders.dedup();
    folders.iter().try_for_each(|below| fs_err::create_dir_all(folder.join(below)))?;
    files.par_iter().try_for_each(|file| fs_err::write(folder.join(&file.path), &file.bytes))?;
    fs_err::write(folder.join(MANIFEST), Manifest::of(files).to_json())
}

/// Copies what factbox did not make (a CNAME, say) into the new folder; a file of ours wins where both have one.
fn take_along(former: &Manifest, files: &[OutputFile], public: &Path, staging: &Path) -> io::Result<()> {
    let ours: std::collections::HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for entry in walkdir::WalkDir::new(public).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from)?;
        let below = entry.path().strip_prefix(public).unwrap_or(entry.path());
        let path = below.to_string_lossy().replace('\\', "/");
        if entry.file_type().is_dir()
            || path == MANIFEST
            || former.names(&path)
            || ours.contains(path.as_str())
        {
            continue;
        }
        let target = staging.join(below);
        if let Some(folder) = target.parent() {
            fs_err::create_dir_all(folder)?;
        }
        fs_err::copy(entry.path(), target)?;
    }
    Ok(())
}

/// Removes what a build that was killed left behind.
fn clear_up(parent: &Path) {
    let Ok(entries) = fs_err::read_dir(parent) else { return };
    for entry in entries.filter_map(Result::ok) {
        let ours = entry.file_name().to_string_lossy().starts_with(STAGING);
        // A folder that cannot be removed now is tried again at the next build.
        if ours && old_enough(&entry.path()) {
            let _ = fs_err::remove_dir_all(entry.path());
        }
    }
}

/// Whether no running build can still be writing into the folder.
fn old_enough(folder: &Path) -> bool {
    const MINUTES: u64 = 10;
    let modified = fs_err::metadata(folder).and_then(|metadata| metadata.modified());
    modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > MINUTES * 60))
}

/// Gives everyone the right to read: a temporary folder is its owner's alone, and web servers are others.
#[cfg(unix)]
fn readable(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs_err::set_permissions(folder, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn readable(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(texts: &[(&str, &str)]) -> Vec<OutputFile> {
        texts.iter().map(|(path, text)| OutputFile::new(*path, *text)).collect()
    }

    #[test]
    fn a_second_site_replaces_the_first_and_keeps_what_is_not_ours() {
        let folder = tempfile::tempdir().unwrap();
        let public = folder.path().join("public");
        site(&files(&[("index.html", "one"), ("old/index.html", "gone")]), &public, "public").unwrap();
        fs_err::write(public.join("CNAME"), "example.org").unwrap();
        site(&files(&[("index.html", "two")]), &public, "public").unwrap();
        assert_eq!(fs_err::read_to_string(public.join("index.html")).unwrap(), "two");
        assert_eq!(fs_err::read_to_string(public.join("CNAME")).unwrap(), "example.org");
        assert!(!public.join("old").exists());
        assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside public/");
    }

    #[test]
    fn a_folder_that_factbox_did_not_write_is_refused_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::write(folder.path().join("thesis.txt"), "years of work").unwrap();
        let error = site(&files(&[("index.html", "one")]), folder.path(), "public").unwrap_err();
        assert_eq!(error.code, "public-not-ours");
        assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_site_that_cannot_be_written_leaves_the_former_one() {
        let folder = tempfile::tempdir().unwrap();
        let public = folder.path().join("public");
        site(&files(&[("index.html", "one")]), &public, "public").unwrap();
        let clash = files(&[("a", "a file"), ("a/b", "below a file")]);
        assert_eq!(site(&clash, &public, "public").unwrap_err().code, "publish-failed");
        assert_eq!(fs_err::read_to_string(public.join("index.html")).unwrap(), "one");
    }
}
