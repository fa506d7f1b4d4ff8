//! A project in, what is wrong with its built site out.

use super::{BuildOptions, Progress, Project, made};
use crate::model::{Diagnostic, Document, OutputFile, Place};
use crate::{check, publish};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
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
    diagnostics.extend(evidence(&files, &made.documents, &shown));
    let words = format!("{} files checked in {shown}/", files.len());
    Ok((words, diagnostics))
}

/// The published facts of which the words do not stand where they are said to stand.
fn evidence(files: &[OutputFile], documents: &[Arc<Document>], shown: &str) -> Vec<Diagnostic> {
    let documents: BTreeMap<&str, &Document> =
        documents.iter().map(|document| (document.slug.as_str(), &**document)).collect();
    let Some(facts) = files.iter().find(|file| file.path == "data/facts.json") else { return Vec::new() };
    let all: serde_json::Value = serde_json::from_slice(&facts.bytes).unwrap_or_default();
    let facts = all["facts"].as_array().map(Vec::as_slice).unwrap_or_default();
    let wrong = facts.iter().filter(|fact| {
        let document = fact["document"].as_str().and_then(|slug| documents.get(slug));
        document.is_none_or(|document| !stands(document, &fact["evidence"]))
    });
    let told = wrong.map(|fact| {
        let id = fact["id"].as_str().unwrap_or("without an id");
        Diagnostic::error(
            "evidence-wrong",
            format!("the words of the fact {id} do not stand in its document"),
        )
        .at(Place::file(format!("{shown}/data/facts.json")))
        .help(
            "run `factbox build`; if it stays, the source has changed since, or this is a mistake of factbox",
        )
    });
    told.collect()
}

/// Whether the quote stands in the text at its place, in code points.
fn stands(document: &Document, evidence: &serde_json::Value) -> bool {
    let number = |name: &str| {
        let character = evidence[name].as_u64().and_then(|number| usize::try_from(number).ok())?;
        document.offset_of(character)
    };
    let (Some(start), Some(end), Some(quote)) = (number("start"), number("end"), evidence["quote"].as_str())
    else {
        return false;
    };
    document.text().get(start..end) == Some(quote)
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
