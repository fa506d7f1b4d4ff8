//! The site in, what every template is given of it out: its settings, its navigation, the grades and kinds there are.

use super::document;
use crate::model::{FactKind, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// What every template is given as `site`.
#[derive(Serialize, JsonSchema)]
pub(super) struct SiteView<'a> {
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

#[derive(Serialize, JsonSchema)]
struct GradeView<'a> {
    id: &'a str,
    label: &'a str,
    order: u8,
}

#[derive(Serialize, JsonSchema)]
struct KindView {
    kind: FactKind,
    heading: &'static str,
    letter: char,
}

#[derive(Serialize, JsonSchema)]
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
    ("tags/", "Tags", false),
    ("changes/", "What changed", false),
    ("data/", "Data", false),
    ("method/", "How the facts were found", false),
    ("about/", "About this site", false),
];

fn navigation(site: &Site, main: bool) -> Vec<NavEntry> {
    let entries =
        NAVIGATION.iter().filter(|(url, _, head)| *head == main && site.pages.iter().any(|p| p.url == *url));
    entries
        .map(|(url, text, _)| NavEntry { url: (*url).to_owned(), text, section: url.trim_end_matches('/') })
        .collect()
}

pub(super) fn site_view(site: &Site) -> SiteView<'_> {
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
