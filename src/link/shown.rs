//! What is known of the dossier in, for each document the pages that show its facts and those that link to it out.

use super::dossier::{Dossier, FactAt, Joined};
use super::{Known, addresses, documents};
use crate::model::{Body, DocumentCard, FactKind, FactValue, Link, SiteDocument};
use std::collections::{BTreeMap, BTreeSet};

/// What stands around a document in the site.
pub(super) struct Around {
    fact_links: Vec<Vec<Link>>,
    related: Vec<DocumentCard>,
    backlinks: Vec<Link>,
}

impl Around {
    pub fn of(self, joined: Joined, bodies: &[Body]) -> SiteDocument {
        let provenance = documents::provenance(&joined);
        SiteDocument {
            sheet: joined.sheet,
            page: joined.page,
            card: joined.card,
            body: joined.body.map(|body| bodies[body].slug.clone()),
            fact_links: self.fact_links,
            related: self.related,
            backlinks: self.backlinks,
            provenance,
        }
    }
}

/// For each document, in order.
pub(super) fn documents(dossier: &Dossier, known: &Known) -> Vec<Around> {
    let mut links = links(dossier, known);
    let related = documents::related(dossier, &known.people);
    let telling = telling(dossier, known);
    let around = related.into_iter().enumerate().map(|(document, related)| {
        let facts = 0..dossier.documents[document].sheet.facts.len();
        let fact_links: Vec<Vec<Link>> =
            facts.map(|fact| links.remove(&FactAt { document, fact }).unwrap_or_default()).collect();
        let backlinks = backlinks(dossier, document, &fact_links, &telling[document]);
        Around { fact_links, related, backlinks }
    });
    around.collect()
}

/// The pages that show a fact together with others.
fn links(dossier: &Dossier, known: &Known) -> BTreeMap<FactAt, Vec<Link>> {
    let mut links: BTreeMap<FactAt, Vec<Link>> = BTreeMap::new();
    for (at, link) in known.people.shown() {
        links.entry(at).or_default().push(link);
    }
    for series in &known.series {
        for at in &series.facts {
            links.entry(*at).or_default().push(series.link());
        }
    }
    for inspection in &known.inspections {
        let body = dossier.body(inspection.body);
        for telling in inspection.tellings.values().flatten() {
            links.entry(telling.at).or_default().push(body_link(body));
        }
    }
    for (at, fact) in dossier.facts(FactKind::Quotation) {
        if let FactValue::Quotation(quotation) = &fact.value
            && let Some(link) =
                quotation.speaker.as_ref().and_then(|name| known.people.link(at.document, name))
        {
            links.entry(at).or_default().push(link);
        }
    }
    for (at, _) in dossier.facts(FactKind::Action) {
        if let Some(body) = dossier.documents[at.document].body.map(|body| dossier.body(body)) {
            let url = addresses::actions(&body.slug);
            links
                .entry(at)
                .or_default()
                .push(Link { url, text: format!("{}: what was to be put right", body.short) });
        }
    }
    links
}

fn body_link(body: &Body) -> Link {
    Link { url: body.url.clone(), text: format!("{}: judgements", body.short) }
}

/// For each document, the others that tell of an inspection that it reports.
fn telling(dossier: &Dossier, known: &Known) -> Vec<BTreeSet<usize>> {
    let mut telling = vec![BTreeSet::new(); dossier.documents.len()];
    for inspection in &known.inspections {
        for report in &inspection.reports {
            telling[*report].extend(inspection.tellers.iter().filter(|teller| *teller != report));
        }
    }
    telling
}

/// The pages that show any of the document's facts, the body's first, and the documents that tell of its inspection.
fn backlinks(
    dossier: &Dossier,
    document: usize,
    fact_links: &[Vec<Link>],
    telling: &BTreeSet<usize>,
) -> Vec<Link> {
    let joined = &dossier.documents[document];
    let body = joined.body.map(|body| dossier.body(body));
    let mut backlinks: Vec<Link> =
        body.map(|body| Link { url: body.url.clone(), text: body.name.clone() }).into_iter().collect();
    backlinks.extend(telling.iter().map(|teller| dossier.documents[*teller].link()));
    let mut seen: BTreeSet<String> = backlinks.iter().map(|link| link.url.clone()).collect();
    let pages = fact_links.iter().flatten().filter(|link| seen.insert(link.url.clone()));
    backlinks.extend(pages.cloned());
    backlinks
}
