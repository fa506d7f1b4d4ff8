//! The site in, `data/facts.json` out: every document and every fact in one file.

use crate::model::{OutputFile, Site, SiteDocument};
use serde_json::{Value, json};

pub(super) const PATH: &str = "data/facts.json";

/// Everything that the site knows, in the form that `factbox extract` prints, with what the site adds: the fact in one
/// line, the document's name and the fact's address.
pub(super) fn json(site: &Site) -> OutputFile {
    let documents: Vec<Value> = site.documents.iter().map(document).collect();
    let facts: Vec<Value> = site.documents.iter().flat_map(facts).collect();
    let all = json!({
        "factbox": 1,
        "title": site.settings.title,
        "documents": documents,
        "facts": facts,
        "changes": site.changes(),
    });
    OutputFile::new(PATH, format!("{all:#}\n"))
}

fn document(found: &SiteDocument) -> Value {
    json!({
        "slug": found.card.slug,
        "title": found.card.title,
        "url": found.card.url,
        "body": found.body,
        "source": found.provenance,
        "document": found.sheet.details,
    })
}

fn facts(found: &SiteDocument) -> Vec<Value> {
    let fact = |fact: &crate::model::Fact| {
        let mut value = serde_json::to_value(fact).unwrap_or_default();
        value["line"] = fact.value.line().into();
        value["document"] = found.card.slug.as_str().into();
        value["url"] = format!("{}#{}", found.card.url, fact.id).into();
        value
    };
    found.sheet.facts.iter().map(fact).collect()
}
