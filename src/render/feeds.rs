//! The site in, its Atom feeds out: all documents, those about each body, and what changed since an earlier build.

use super::templates::Templates;
use crate::model::{Change, Changes, Diagnostic, OutputFile, Site, SiteDocument};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use tera::Context;

/// What the template of a feed is given as `feed`.
#[derive(Serialize, JsonSchema)]
pub(super) struct Feed {
    title: String,
    /// The page that it is the feed of.
    url: String,
    /// Its own address.
    path: String,
    id: String,
    updated: String,
    entries: Vec<FeedEntry>,
}

#[derive(Serialize, JsonSchema)]
struct FeedEntry {
    title: String,
    url: String,
    id: String,
    updated: String,
    /// What it is an entry of: a kind of document, or `added`, `changed`, `removed`; and its words.
    category: String,
    category_label: String,
    summary: String,
}

/// Feed readers want the newest; the site has the rest.
const ENTRIES: usize = 30;
/// Changes are told whole, unless a build is as good as a new site.
const CHANGES: usize = 1000;
/// Where what changed is told.
const CHANGES_URL: &str = "changes/";

/// Every feed of the site.
pub(super) fn of(site: &Site, templates: &Templates) -> Result<Vec<OutputFile>, Diagnostic> {
    let newest = entries(site, &|_| true);
    let mut feeds = vec![feed(site, site.settings.title.clone(), "", newest), changes(site)];
    for body in &site.bodies {
        let of_body = |document: &SiteDocument| document.body.as_deref() == Some(body.slug.as_str());
        if site.documents.iter().any(of_body) && site.pages.iter().any(|page| page.url == body.url) {
            let title = format!("{}: {}", site.settings.title, body.name);
            feeds.push(feed(site, title, &body.url, entries(site, &of_body)));
        }
    }
    feeds.iter().map(|feed| drawn(feed, templates)).collect()
}

fn drawn(feed: &Feed, templates: &Templates) -> Result<OutputFile, Diagnostic> {
    let mut context = Context::new();
    context.insert("feed", feed);
    let root = super::way_to_root(&feed.path);
    Ok(OutputFile::new(feed.path.clone(), templates.draw("feed.xml", &context, &root)?))
}

fn feed(site: &Site, title: String, url: &str, entries: Vec<FeedEntry>) -> Feed {
    let newest = entries.iter().map(|entry| entry.updated.clone()).max();
    Feed {
        title,
        url: url.to_owned(),
        path: format!("{url}feed.xml"),
        id: lasting_id(&[&site.settings.title, url]),
        updated: newest.unwrap_or_else(|| today(site)),
        entries,
    }
}

fn entries(site: &Site, wanted: &dyn Fn(&SiteDocument) -> bool) -> Vec<FeedEntry> {
    site.documents.iter().filter(|document| wanted(document)).take(ENTRIES).map(entry).collect()
}

fn entry(document: &SiteDocument) -> FeedEntry {
    let card = &document.card;
    let date = card.date.map_or_else(|| FIRST_DAY.to_owned(), |date| date.last_day().to_string());
    let facts: Vec<String> = document.sheet.facts.iter().take(8).map(|fact| fact.value.line()).collect();
    let publisher = card.publisher.as_ref().map(|name| format!(", {name}")).unwrap_or_default();
    FeedEntry {
        title: card.title.clone(),
        url: card.url.clone(),
        id: lasting_id(&[&card.slug, &document.sheet.document.digest]),
        updated: instant(&date),
        category: serde_json::to_value(card.kind)
            .ok()
            .and_then(|kind| kind.as_str().map(str::to_owned))
            .unwrap_or_default(),
        category_label: card.kind_label.clone(),
        summary: format!("{}{publisher}. {}", card.kind_label, facts.join("; ")),
    }
}

/// What this build tells, then what those before it told: a reader who looks in once a week misses nothing.
fn changes(site: &Site) -> Feed {
    let changes = &site.changes;
    let mut seen = BTreeSet::new();
    let told = std::iter::once(changes).chain(&changes.earlier);
    let entries =
        told.flat_map(|changes| told_by(site, changes)).filter(|entry| seen.insert(entry.id.clone()));
    feed(site, format!("{}: what changed", site.settings.title), CHANGES_URL, entries.collect())
}

/// Documents that came and went, then each fact that was added, changed or removed.
fn told_by(site: &Site, changes: &Changes) -> Vec<FeedEntry> {
    let day = changes.date.map_or_else(|| FIRST_DAY.to_owned(), |date| date.last_day().to_string());
    let updated = instant(&day);
    // A document of which an earlier build told may be gone since.
    let stands = |url: &str| site.documents.iter().any(|document| url.starts_with(&document.card.url));
    let entry = |what: &str, title: String, url: &str, summary: String, id: &[&str]| FeedEntry {
        title,
        url: if stands(url) { url.to_owned() } else { CHANGES_URL.to_owned() },
        id: lasting_id(&[&[site.settings.title.as_str(), what, &day], id].concat()),
        updated: updated.clone(),
        category: what.to_owned(),
        category_label: what.to_owned(),
        summary,
    };
    let added = changes.documents_added.iter().map(|document| {
        let title = format!("Document added: {}", document.text);
        entry("added", title, &document.url, document.text.clone(), &[&document.url])
    });
    let removed = changes.documents_removed.iter().map(|document| {
        let title = format!("Document removed: {document}");
        entry("removed", title, "", document.clone(), &[document])
    });
    let facts = changes.facts.iter().take(CHANGES).map(|change| {
        let before = change.before.as_deref().unwrap_or_default();
        let url = change.url.as_deref().unwrap_or(&change.document.url);
        entry(&change.what, fact_title(change), url, fact_summary(change), &[url, &change.line, before])
    });
    let rest = (changes.facts.len() > CHANGES).then(|| {
        let title = format!("{} more facts changed", changes.facts.len() - CHANGES);
        let count = changes.facts.len().to_string();
        entry("changed", title.clone(), "", title, &[&count])
    });
    added.chain(removed).chain(facts).chain(rest).collect()
}

/// "Figure changed: children looked after: 250 children".
fn fact_title(change: &Change) -> String {
    let kind = change.kind.name();
    let initial: String = kind.chars().next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{initial}{} {}: {}", &kind[1..], change.what, change.line)
}

fn fact_summary(change: &Change) -> String {
    let before = change.before.as_ref().map(|before| format!(" Before: {before}.")).unwrap_or_default();
    format!("{}.{before} In: {}.", change.line, change.document.text)
}

const FIRST_DAY: &str = "1970-01-01";

/// The day that stands for today, else that of the newest document: a feed's dates come from its content, not from a
/// clock.
fn today(site: &Site) -> String {
    let newest = site.documents.iter().filter_map(|document| document.card.date).max();
    let day = site.settings.as_of.or(newest);
    instant(&day.map_or_else(|| FIRST_DAY.to_owned(), |day| day.last_day().to_string()))
}

fn instant(day: &str) -> String {
    format!("{day}T00:00:00Z")
}

/// A URN made from words, so that it stays while they stay, wherever the site stands.
fn lasting_id(parts: &[&str]) -> String {
    let hex = blake3::hash(parts.join("\n").as_bytes()).to_hex();
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[12..15], &hex[15..18], &hex[18..30])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_last_and_differ() {
        assert_eq!(lasting_id(&["a"]), lasting_id(&["a"]));
        assert_ne!(lasting_id(&["a"]), lasting_id(&["b"]));
        assert_eq!(lasting_id(&["a"]).len(), "urn:uuid:".len() + 36);
    }
}
