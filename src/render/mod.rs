//! The site as it was decided in, its files out: every page drawn through templates, with feeds and assets. Reads no
//! file and decides no link.
//!
//! 1. [`Templates`] are compiled once: the built-in ones, with a project's own in place of those of the same name.
//! 2. Each page is drawn on its own, on all cores, with only what it shows.
//! 3. Feeds, sitemap and assets are added; the data and the search index are made apart.

mod charts;
mod citation;
mod data;
mod document;
mod filters;
mod highlight;
mod layers;
mod linked_data;
mod markdown;
mod root;
#[cfg(feature = "search")]
mod search;
mod site_files;
mod templates;

pub use charts::FUNCTIONS;
pub use filters::FILTERS;
pub use templates::built_in;

use crate::model::{Diagnostic, FactKind, OutputFile, Page, PageContent, Site};
use rayon::prelude::*;
use root::{file_path, way_to_root};
use serde::Serialize;
use std::collections::BTreeMap;
use templates::Templates;
use tera::{Context, Value};

/// The files of the search index over pages that were drawn.
///
/// # Errors
/// A diagnostic that says why there is none; the site is complete without it.
#[cfg(feature = "search")]
pub fn index(pages: &[OutputFile], site: &Site) -> Result<Vec<OutputFile>, Diagnostic> {
    search::index(pages, &site.settings.language)
}

/// None: this program was built without search.
#[cfg(not(feature = "search"))]
pub fn index(_: &[OutputFile], _: &Site) -> Result<Vec<OutputFile>, Diagnostic> {
    Ok(Vec::new())
}

/// The files below data/, and the text and annotations of each document.
pub fn data(site: &Site) -> Vec<OutputFile> {
    data::files(site)
}

/// The pages of a site with its feeds and assets. `project` holds the files of the project's templates folder by name: each stands in for the
/// built-in one of its name.
///
/// # Errors
/// One diagnostic for each mistake in a template.
pub fn pages(site: &Site, project: &BTreeMap<String, Vec<u8>>) -> Result<Vec<OutputFile>, Vec<Diagnostic>> {
    let templates = Templates::new(project, vec![("site", Value::from_serializable(&site_view(site)))])?;
    let drawn: Vec<Result<Vec<OutputFile>, Diagnostic>> =
        site.pages.par_iter().map(|page| page_files(page, site, &templates)).collect();
    let mut files = Vec::with_capacity(drawn.len() + 16);
    let mut wrong = Vec::new();
    for result in drawn.into_iter().chain([site_files::of(site, &templates)]) {
        match result {
            Ok(of_page) => files.extend(of_page),
            Err(diagnostic) if wrong.contains(&diagnostic) => {}
            Err(diagnostic) => wrong.push(diagnostic),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(files)
}

/// What every template is given as `site`.
#[derive(Serialize)]
struct SiteView<'a> {
    title: &'a str,
    description: Option<&'a str>,
    base_url: Option<&'a str>,
    language: &'a str,
    publisher: Option<&'a str>,
    report_mistakes: Option<&'a str>,
    as_of: Option<String>,
    subject: &'a str,
    inspectorate: &'a str,
    documents: usize,
    grades: Vec<GradeView<'a>>,
    kinds: Vec<KindView>,
    /// The main navigation, and the rest for the foot of the page.
    nav: Vec<NavEntry>,
    more: Vec<NavEntry>,
    version: &'static str,
}

#[derive(Serialize)]
struct GradeView<'a> {
    id: &'a str,
    label: &'a str,
    order: u8,
}

#[derive(Serialize)]
struct KindView {
    kind: FactKind,
    heading: &'static str,
    letter: char,
}

#[derive(Serialize)]
struct NavEntry {
    url: String,
    text: &'static str,
    section: &'static str,
}

/// The navigation: the section of each page that may stand in it, its words, and whether it stands in the head.
const NAVIGATION: &[(&str, &str, bool)] = &[
    ("documents/", "Documents", true),
    ("bodies/", "Authorities", true),
    ("judgements/", "Judgements", true),
    ("measures/", "Figures", true),
    ("actions/", "Actions", true),
    ("people/", "People", true),
    ("timeline/", "Timeline", true),
    ("search/", "Search", true),
    ("quotations/", "Quotations", false),
    ("disagreements/", "Disagreements", false),
    ("glossary/", "Glossary", false),
    ("legislation/", "Legislation", false),
    ("changes/", "What changed", false),
    ("data/", "Data", false),
    ("method/", "How the facts were found", false),
    ("about/", "About", false),
];

fn navigation(site: &Site, main: bool) -> Vec<NavEntry> {
    let entries =
        NAVIGATION.iter().filter(|(url, _, head)| *head == main && site.pages.iter().any(|p| p.url == *url));
    entries
        .map(|(url, text, _)| NavEntry { url: (*url).to_owned(), text, section: url.trim_end_matches('/') })
        .collect()
}

fn site_view(site: &Site) -> SiteView<'_> {
    let settings = &site.settings;
    SiteView {
        title: &settings.title,
        description: settings.description.as_deref(),
        base_url: settings.base_url.as_deref(),
        language: &settings.language,
        publisher: settings.publisher.as_deref(),
        report_mistakes: settings.report_mistakes.as_deref(),
        as_of: settings.as_of.map(|date| date.to_string()),
        subject: &site.vocabulary.subject,
        inspectorate: &site.vocabulary.inspectorate,
        documents: site.documents.len(),
        grades: site
            .vocabulary
            .grades
            .iter()
            .map(|grade| GradeView { id: &grade.id, label: &grade.label, order: grade.order })
            .collect(),
        kinds: FactKind::ALL
            .into_iter()
            .map(|kind| KindView { kind, heading: kind.heading(), letter: document::letter(kind) })
            .collect(),
        nav: navigation(site, true),
        more: navigation(site, false),
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// What a template is given as `page`.
#[derive(Serialize)]
struct PageView<'a> {
    url: &'a str,
    title: &'a str,
    description: Option<&'a str>,
    section: &'a str,
    breadcrumbs: &'a [crate::model::Link],
    date: Option<String>,
    parts: &'a [crate::model::Part],
}

/// The files of one page: the page, and for a document its facts and citations.
fn page_files(page: &Page, site: &Site, templates: &Templates) -> Result<Vec<OutputFile>, Diagnostic> {
    let path = file_path(&page.url);
    let mut context = page_context(page, site);
    let mut files = Vec::new();
    let template = template_name(&page.content);
    match &page.content {
        PageContent::Document { index } => {
            let Some(found) = site.documents.get(*index) else { return Ok(files) };
            let view = document::view(found, site);
            context.insert("document", &view);
            files.extend(site_files::of_document(found, &view.citation, &mut context, templates)?);
        }
        PageContent::Text { page: written } => {
            context.insert("text", &markdown::html(&written.body, Vec::new(), Vec::new()));
        }
        content => context.insert("content", content),
    }
    let root = if path == "404.html" { site_root(site) } else { way_to_root(&path) };
    files.push(OutputFile::new(path, templates.draw(template, &context, &root)?));
    Ok(files)
}

fn page_context(page: &Page, site: &Site) -> Context {
    let mut context = Context::new();
    let view = PageView {
        url: &page.url,
        title: &page.title,
        description: page.description.as_deref(),
        section: page.section,
        breadcrumbs: &page.breadcrumbs,
        date: page.date.map(|date| date.to_string()),
        parts: &page.parts,
    };
    context.insert("page", &view);
    context.insert_value("linked_data", Value::safe_string(&linked_data::linked_data(page, site)));
    context
}

/// The way to the root for a page that is shown at any address: the path of the base URL.
fn site_root(site: &Site) -> String {
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    let path = base.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let path = path.trim_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

const fn template_name(content: &PageContent) -> &'static str {
    match content {
        PageContent::Home(_) => "home.html",
        PageContent::DocumentList { .. } => "document-list.html",
        PageContent::Document { .. } => "document.html",
        PageContent::BodyList { .. } => "body-list.html",
        PageContent::Body(_) => "body.html",
        PageContent::Judgements(_) => "judgements.html",
        PageContent::MeasureList { .. } => "measure-list.html",
        PageContent::Measure(_) => "measure.html",
        PageContent::People { .. } => "people.html",
        PageContent::Person(_) => "person.html",
        PageContent::Quotations { .. } => "quotations.html",
        PageContent::Timeline { .. } => "timeline.html",
        PageContent::Actions { .. } => "actions.html",
        PageContent::Disagreements { .. } => "disagreements.html",
        PageContent::Glossary { .. } => "glossary.html",
        PageContent::Legislation { .. } => "legislation.html",
        PageContent::Data { .. } => "data.html",
        PageContent::Changes(_) => "changes.html",
        PageContent::Method { .. } => "method.html",
        PageContent::Search => "search.html",
        PageContent::Text { .. } => "text.html",
        PageContent::NotFound => "not-found.html",
    }
}
