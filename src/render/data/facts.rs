//! The site in, `data/facts.json` out: every document and every fact in one file.

use crate::model::{Changes, Details, Fact, OutputFile, Provenance, Site, SiteDocument};
use serde::{Serialize, Serializer};

pub(super) const PATH: &str = "data/facts.json";

/// Everything that the site knows, in the form that `factbox extract` prints, with what the site adds: the fact in one
/// line, the document's name and the fact's address.
pub(super) fn json(site: &Site) -> OutputFile {
    let all = Everything {
        factbox: 1,
        title: &site.settings.title,
        documents: site.documents.iter().map(document).collect(),
        facts: EveryFact(&site.documents),
        changes: &site.changes,
    };
    let mut json = serde_json::to_vec_pretty(&all).expect("facts have only string keys");
    json.push(b'\n');
    OutputFile::new(PATH, json)
}

#[derive(Serialize)]
struct Everything<'a> {
    factbox: u32,
    title: &'a str,
    documents: Vec<PublishedDocument<'a>>,
    facts: EveryFact<'a>,
    changes: &'a Changes,
}

#[derive(Serialize)]
struct PublishedDocument<'a> {
    slug: &'a str,
    title: &'a str,
    url: &'a str,
    body: Option<&'a str>,
    source: &'a Provenance,
    document: &'a Details,
}

#[derive(Serialize)]
struct PublishedFact<'a> {
    #[serde(flatten)]
    fact: &'a Fact,
    line: String,
    document: &'a str,
    url: String,
}

/// The facts of all documents, each made as it is written: a large dossier has too many to hold twice.
struct EveryFact<'a>(&'a [SiteDocument]);

impl Serialize for EveryFact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().flat_map(facts))
    }
}

fn document(found: &SiteDocument) -> PublishedDocument<'_> {
    PublishedDocument {
        slug: &found.card.slug,
        title: &found.card.title,
        url: &found.card.url,
        body: found.body.as_deref(),
        source: &found.provenance,
        document: &found.sheet.details,
    }
}

fn facts(found: &SiteDocument) -> impl Iterator<Item = PublishedFact<'_>> {
    found.sheet.facts.iter().map(|fact| PublishedFact {
        fact,
        line: fact.value.line(),
        document: &found.card.slug,
        url: format!("{}#{}", found.card.url, fact.id),
    })
}
