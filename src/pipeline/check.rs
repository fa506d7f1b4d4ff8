//! A project in, what is wrong with its built site out.

use super::{BuildOptions, Progress, Project, made};
use crate::model::{Diagnostic, OutputFile, Place};
use crate::{check, publish};
use std::path::Path;
use walkdir::WalkDir;

/// How many stale files are named one by one.
const MOST: usize = 10;

/// Judges pages/ and public/ as they stand: whether they are what a build would write, and whether every link leads
/// somewhere.
///
/// # Errors
/// A diagnostic if the work could not be done.
pub fn check(
    project: &Project,
    options: &BuildOptions,
    progress: &dyn Progress,
) -> Result<(String, Vec<Diagnostic>), Vec<Diagnostic>> {
    let made = made(project, options, progress)?;
    let shown = project.shown(&project.public);
    let Some(manifest) = publish::manifest(&project.public) else {
        return Err(vec![
            Diagnostic::error("nothing-built", "there is no site to check")
                .at(Place::file(&shown))
                .help("run `factbox build` first"),
        ]);
    };
    let mut diagnostics = made.diagnostics;
    progress.stage("Checking", 1);
    let files = files(&project.public).map_err(|error| {
        vec![Diagnostic::error("public-unreadable", error.to_string()).at(Place::file(&shown))]
    })?;
    let standing: Vec<_> = files.iter().filter(|file| manifest.names(&file.path)).cloned().collect();
    let different = publish::Manifest::of(&standing).differences(&publish::Manifest::of(&made.files));
    diagnostics.extend(stale(&shown, different));
    diagnostics.extend(stale("content/pages", stale_pages(&project.pages(), &made.pages, &made.orphans)));
    diagnostics.extend(check::site(&files, &shown));
    let words = format!("{} files checked in {shown}/", files.len());
    Ok((words, diagnostics))
}

fn files(folder: &Path) -> std::io::Result<Vec<OutputFile>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            files.push(OutputFile::new(
                path.to_string_lossy().replace('\\', "/"),
                fs_err::read(entry.path())?,
            ));
        }
    }
    Ok(files)
}

fn stale_pages(folder: &Path, pages: &[(String, String)], orphans: &[String]) -> Vec<String> {
    let differs = |(name, text): &&(String, String)| {
        fs_err::read(folder.join(name)).ok().as_deref() != Some(text.as_bytes())
    };
    let mut names: Vec<_> = pages.iter().filter(differs).map(|(name, _)| name.clone()).collect();
    names.extend(orphans.iter().cloned());
    names
}

fn stale(folder: &str, paths: Vec<String>) -> Vec<Diagnostic> {
    let more = paths.len().saturating_sub(MOST);
    let mut told: Vec<_> = paths
        .into_iter()
        .take(MOST)
        .map(|path| {
            Diagnostic::error("stale", "a file is not what a build would write now")
                .at(Place::file(format!("{folder}/{path}")))
                .help("run `factbox build` and commit what it writes")
        })
        .collect();
    told.extend((more > 0).then(|| {
        Diagnostic::error("stale", format!("{more} more files are not what a build would write now"))
            .at(Place::file(folder))
            .help("run `factbox build` and commit what it writes")
    }));
    told
}
