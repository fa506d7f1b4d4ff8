//! A page in, its anchors and links out, and what of its markup shuts readers out.

use crate::model::{Diagnostic, OutputFile, Place};
use scraper::{Html, Selector};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A page as far as it is judged.
pub struct Marked {
    pub path: String,
    pub ids: HashSet<String>,
    /// `href`s and `src`s, in order.
    pub links: Vec<String>,
    repeated: Vec<String>,
    faults: Vec<&'static str>,
}

fn selector(words: &'static str) -> Selector {
    Selector::parse(words).expect("the selectors in this file are valid: a test uses each")
}

static IDS: LazyLock<Selector> = LazyLock::new(|| selector("[id]"));
static LINKS: LazyLock<Selector> = LazyLock::new(|| selector("[href], [src]"));

/// What every page must have exactly once, with the words for its lack.
static ONCE: LazyLock<Vec<(Selector, &'static str)>> = LazyLock::new(|| {
    vec![
        (selector("html[lang]"), "`lang` on <html>"),
        (selector("head > title"), "a <title>"),
        (selector("h1"), "exactly one <h1>"),
        (selector("main"), "exactly one <main>"),
    ]
});

/// What no page may have, with the words for what it lacks.
static NEVER: LazyLock<Vec<(Selector, &'static str)>> = LazyLock::new(|| {
    vec![
        (selector("table:not(:has(> caption))"), "a <caption> on every table"),
        (selector("th:not([scope])"), "a `scope` on every <th>"),
        (selector("img:not([alt])"), "an `alt` on every picture"),
        (selector("script:not([src]):not([type='application/ld+json'])"), "its scripts in files"),
        (selector("[style]"), "its styles in files"),
    ]
});

impl Marked {
    pub fn new(file: &OutputFile) -> Self {
        let html = Html::parse_document(&String::from_utf8_lossy(&file.bytes));
        let mut ids = HashSet::new();
        let mut repeated = Vec::new();
        for id in html.select(&IDS).filter_map(|element| element.attr("id")) {
            if !ids.insert(id.to_owned()) {
                repeated.push(id.to_owned());
            }
        }
        let links = html.select(&LINKS).filter_map(|e| e.attr("href").or_else(|| e.attr("src")));
        let links = links.map(str::to_owned).collect();
        let once =
            ONCE.iter().filter(|(selector, _)| html.select(selector).count() != 1).map(|(_, words)| *words);
        let never = NEVER
            .iter()
            .filter(|(selector, _)| html.select(selector).next().is_some())
            .map(|(_, words)| *words);
        let faults = once.chain(never).collect();
        Self { path: file.path.clone(), ids, links, repeated, faults }
    }

    /// What shuts readers out of the page.
    pub fn problems(&self, shown: &str) -> Vec<Diagnostic> {
        let place = || Place::file(format!("{shown}/{}", self.path));
        let lacks = self.faults.iter().map(|words| {
            Diagnostic::error("markup-lacking", format!("a page lacks {words}"))
                .at(place())
                .help("mend the template that draws the page")
        });
        let repeated = self.repeated.iter().map(|id| {
            Diagnostic::error("id-repeated", format!("the id `{id}` stands twice in a page"))
                .at(place())
                .help("a link to it reaches only the first: mend the template that draws the page")
        });
        lacks.chain(repeated).collect()
    }
}
