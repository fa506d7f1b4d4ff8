//! The site in, its facts as W3C Web Annotations out, with the texts in which they have their places.

use crate::model::{Fact, OutputFile, Site, SiteDocument};
use rayon::prelude::*;
use serde_json::{Value, json};

/// For each document its text and a page of annotations on it.
pub(super) fn files(site: &Site) -> Vec<OutputFile> {
    site.documents.par_iter().flat_map_iter(|found| [text(found), annotations(site, found)]).collect()
}

fn text(found: &SiteDocument) -> OutputFile {
    OutputFile::new(format!("{}text.txt", found.card.url), found.sheet.document.text())
}

fn annotations(site: &Site, found: &SiteDocument) -> OutputFile {
    // An annotation needs addresses: without a base URL they are relative to the file, as JSON-LD 1.1 resolves them.
    let base = site.settings.base_url.as_deref().map(|url| format!("{}/", url.trim_end_matches('/')));
    let page = base.map_or_else(String::new, |base| format!("{base}{}", found.card.url));
    // An annotation a line: half as long as one that is indented, and as easy to compare.
    let items: Vec<String> =
        found.sheet.facts.iter().map(|fact| annotation(&page, fact).to_string()).collect();
    let id = json!(format!("{page}annotations.json"));
    let all = format!(
        "{{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":{id},\"type\":\"AnnotationPage\",\"items\":[\n{}\n]}}\n",
        items.join(",\n")
    );
    OutputFile::new(format!("{}annotations.json", found.card.url), all)
}

fn annotation(page: &str, fact: &Fact) -> Value {
    let evidence = &fact.evidence;
    json!({
        "id": format!("{page}annotations.json#{}", fact.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "value": fact.value.line(), "purpose": "describing"},
            {"type": "TextualBody", "value": fact.kind().name(), "purpose": "tagging"},
        ],
        "target": {
            "source": format!("{page}text.txt"),
            "selector": [
                {"type": "TextQuoteSelector", "exact": evidence.quote},
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
            ],
        },
    })
}
