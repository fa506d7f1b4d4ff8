//! A project in, its pages and its site out.

use super::located::located;
use super::sheets::{Content, content};
use super::{Progress, Project};
use crate::model::{
    Changes, Diagnostic, Document, OutputFile, PageOrigin, Place, RuleCard, Settings, Site, Vocabulary,
};
use crate::{compose, extract, link, publish, read, render};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How a site is to be built.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    /// Outranks that of site.toml.
    pub base_url: Option<String>,
    /// The facts to tell changes since; none: those in public/.
    pub since: Option<PathBuf>,
    pub search: Search,
    /// Whether a warning keeps the site from being published.
    pub strict: bool,
}

/// Whether the site gets a search index, where the program was built with one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Search {
    #[default]
    Indexed,
    LeftOut,
}

/// A site that was built.
pub struct Built {
    pub documents: usize,
    pub facts: usize,
    pub files: usize,
    pub changes: Changes,
    pub diagnostics: Vec<Diagnostic>,
    public: String,
}

/// A site and its pages, made but not yet written.
pub struct Made {
    pub files: Vec<OutputFile>,
    /// Name below content/pages/ and text of each page that is factbox's to write.
    pub pages: Vec<(String, String)>,
    /// Names of pages whose document is gone.
    pub orphans: Vec<String>,
    pub documents: Vec<Arc<Document>>,
    pub facts: usize,
    pub changes: Changes,
    pub diagnostics: Vec<Diagnostic>,
}

/// Builds a project: reads content/, writes content/pages/ and public/.
///
/// # Errors
/// A diagnostic if the work could not be done; public/ then stands as it was.
pub fn build(
    project: &Project,
    options: &BuildOptions,
    progress: &dyn Progress,
) -> Result<Built, Vec<Diagnostic>> {
    let made = made(project, options, progress)?;
    let shown = project.shown(&project.public);
    if options.strict && !made.diagnostics.is_empty() {
        let note = Diagnostic::error(
            "not-published",
            "the site was not published, because there are problems and `--strict` was given",
        )
        .note("public/ stands as it was")
        .help("mend them, or build without --strict");
        return Err(made.diagnostics.into_iter().chain([note]).collect());
    }
    progress.stage("Publishing", 1);
    publish::site(&made.files, &project.public, &shown).map_err(|d| vec![d])?;
    publish::pages(&made.pages, &made.orphans, &project.pages()).map_err(|d| vec![d])?;
    Ok(Built {
        documents: made.documents.len(),
        facts: made.facts,
        files: made.files.len(),
        changes: made.changes,
        diagnostics: made.diagnostics,
        public: shown,
    })
}

impl Built {
    /// What was done, in one line.
    pub fn words(&self) -> String {
        let Self { documents, facts, files, public, .. } = self;
        format!(
            "{} and {} from {} in {public}/",
            count(*files, "file"),
            count(*facts, "fact"),
            count(*documents, "document")
        )
    }

    /// What changed and what is wrong, as Markdown for the summary of a job.
    pub fn summary(&self) -> String {
        super::summary::markdown(&self.words(), &self.changes, &self.diagnostics)
    }
}

fn count(number: usize, noun: &str) -> String {
    let number_words = crate::model::grouped(number as f64);
    if number == 1 { format!("1 {noun}") } else { format!("{number_words} {noun}s") }
}

/// A project's settings and vocabulary, with the base URL that outranks its own.
pub fn settings(
    project: &Project,
    options: &BuildOptions,
) -> Result<(Settings, Arc<Vocabulary>), Diagnostic> {
    let content = project.root.join("content");
    if !content.is_dir() {
        return Err(Diagnostic::error("no-project", "there is no content/ here")
            .at(Place::file(project.root.to_string_lossy()))
            .help("name the project's folder with --root DIR, or make a project with `factbox init`"));
    }
    let mut settings = read::settings(&project.root)?;
    settings.base_url = options.base_url.clone().or(settings.base_url);
    let vocabulary = vocabulary(settings.vocabulary.as_deref(), &content)?;
    Ok((settings, vocabulary))
}

/// A vocabulary by the name of a built-in one, or by a file relative to `folder`; the built-in one for children's
/// services where none is named.
///
/// # Errors
/// A diagnostic if there is no such vocabulary, or its file has a mistake.
pub fn vocabulary(name: Option<&str>, folder: &Path) -> Result<Arc<Vocabulary>, Diagnostic> {
    match name {
        None => Ok(read::builtin_vocabulary()),
        Some(name) => read::vocabulary(&folder.join(name), name),
    }
}

/// Makes a project's pages and site without writing anything.
///
/// # Errors
/// A diagnostic if the work could not be done.
pub fn made(
    project: &Project,
    options: &BuildOptions,
    progress: &dyn Progress,
) -> Result<Made, Vec<Diagnostic>> {
    let (settings, vocabulary) = settings(project, options).map_err(|d| vec![d])?;
    let mut content = content(project, &vocabulary, progress);
    let (templates, unread) = read::templates(&project.root);
    content.diagnostics.extend(unread);
    let Content { entries, hand, orphans, mut diagnostics } = content;
    progress.stage("Linking", 1);
    let former = super::former::former(project, options, &mut diagnostics).map_err(|d| vec![d])?;
    let (site, said) = link::site(entries, hand, &settings, vocabulary, former.as_ref(), rules());
    diagnostics.extend(located(said, &project.root));
    let (files, unindexed) = drawn(&site, &templates, options.search, progress)?;
    diagnostics.extend(unindexed);
    let written = site.documents.par_iter().filter(|found| found.page.origin == PageOrigin::Written);
    let pages = written
        .map(|found| (format!("{}.md", found.page.slug), compose::file(&found.page, &found.card.title)));
    Ok(Made {
        files,
        pages: pages.collect(),
        orphans,
        documents: site.documents.iter().map(|found| found.sheet.document.clone()).collect(),
        facts: site.documents.iter().map(|found| found.sheet.facts.len()).sum(),
        changes: site.changes.clone(),
        diagnostics,
    })
}

/// The files of a site by path, with the search index over them, or what kept it from being made.
fn drawn(
    site: &Site,
    templates: &BTreeMap<String, Vec<u8>>,
    search: Search,
    progress: &dyn Progress,
) -> Result<(Vec<OutputFile>, Option<Diagnostic>), Vec<Diagnostic>> {
    progress.stage("Rendering", 1);
    let mut files = render::pages(site, templates)?;
    progress.stage(if search == Search::Indexed { "Indexing" } else { "Writing data" }, 1);
    // The index takes one processor, however many there are: the data is made beside it.
    let (index, data) = rayon::join(
        || match search {
            Search::LeftOut => Ok(Vec::new()),
            Search::Indexed => render::index(&files, site),
        },
        || render::data(site),
    );
    let (index, unindexed) = index.map_or_else(|told| (Vec::new(), Some(told)), |index| (index, None));
    files.extend(index.into_iter().chain(data));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((files, unindexed))
}

fn rules() -> Vec<RuleCard> {
    let card = |rule: &extract::Rule| RuleCard {
        name: rule.name.to_owned(),
        kind: rule.kind,
        heading: rule.kind.heading().to_owned(),
        about: rule.about.to_owned(),
        facts: 0,
    };
    extract::RULES.iter().map(card).collect()
}
