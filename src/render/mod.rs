//! The site as it was decided in, its files out: every page drawn through templates, with feeds and assets. Reads no
//! file and decides no link.
//!
//! 1. [`Templates`] are compiled once: the built-in ones, with a project's own in place of those of the same name.
//! 2. Each page is drawn on its own, on all cores, with only what it shows.
//! 3. Feeds, sitemap and assets are added; the data and the search index are made apart.

mod charts;
mod citation;
mod data;
mod described;
mod document;
mod feeds;
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
mod view;

pub use charts::FUNCTIONS;
pub use described::contexts;
pub use filters::FILTERS;
pub use templates::built_in;

use crate::model::{Diagnostic, OutputFile, Page, PageContent, Site};
use rayon::prelude::*;
use root::{file_path, way_to_root};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use templates::Templates;
use tera::{Context, Value};
use view::site_view;

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

/// What a template is given as `page`.
#[derive(Serialize, JsonSchema)]
struct PageView<'a> {
    url: &'a str,
    title: &'a str,
    description: Option<&'a str>,
    section: &'a str,
    breadcrumbs: &'a [crate::model::Link],
    date: Option<String>,
    parts: &'a [crate::model::Part],
    tags: &'a [crate::model::Link],
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
        tags: &page.tags,
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
        PageContent::TagList { .. } => "tag-list.html",
        PageContent::Tag { .. } => "tag.html",
        PageContent::NotFound => "not-found.html",
    }
}
