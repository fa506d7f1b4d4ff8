//! A document with its facts in, its card, its list entry and its neighbours out.

use super::bodies::Bodies;
use super::dates::days_apart;
use super::dossier::{Dossier, Entry, Joined};
use super::parts::Listed;
use super::{addresses, people::People};
use crate::model::{
    Date, DocumentCard, DocumentGroup, DocumentKind, FactSheet, FactValue, Provenance, Sidecar, Vocabulary,
};
use std::collections::{BTreeMap, BTreeSet};

/// The document with its card and its body.
pub(super) fn joined(entry: Entry, bodies: &Bodies, vocabulary: &Vocabulary) -> Joined {
    let details = &entry.sheet.details;
    let body = details.subject.as_deref().and_then(|subject| bodies.named(subject));
    let date = dated(&entry.sheet);
    let card = DocumentCard {
        slug: entry.sheet.document.slug.clone(),
        url: addresses::document(&entry.sheet.document.slug),
        title: title(&entry.sheet, &entry.sidecar, short(bodies, body), date, vocabulary),
        kind: details.kind,
        kind_label: details.kind.label().to_owned(),
        publisher: details.publisher.clone(),
        author: details.author.clone(),
        subject: body.map(|body| bodies.list[body].link()),
        published: details.published,
        published_words: details.published.map(Date::words),
        date,
        event_start: details.event_start,
        event_end: details.event_end,
        facts: entry.sheet.facts.len(),
    };
    Joined { sheet: entry.sheet, page: entry.page, card, body, sidecar: entry.sidecar }
}

fn short(bodies: &Bodies, body: Option<usize>) -> Option<&str> {
    body.map(|body| bodies.list[body].short.as_str())
}

/// The document with the date that others settle for it.
pub(super) fn redated(mut joined: Joined, date: Date, bodies: &Bodies, vocabulary: &Vocabulary) -> Joined {
    joined.card.date = Some(date);
    let body = short(bodies, joined.body);
    joined.card.title = title(&joined.sheet, &joined.sidecar, body, Some(date), vocabulary);
    joined
}

/// Where the document came from.
pub(super) fn provenance(joined: &Joined) -> Provenance {
    let document = &joined.sheet.document;
    Provenance {
        path: document.path.clone(),
        media_type: document.media_type.name().to_owned(),
        size: document.size,
        digest: document.digest.clone(),
        origin: joined.sidecar.origin.clone().or_else(|| document.hints.url.clone()),
        licence: joined.sidecar.licence.clone(),
        received: joined.sidecar.received,
    }
}

/// The date that orders a document: its publication, else what it reports of, else the newest that its facts settle.
fn dated(sheet: &FactSheet) -> Option<Date> {
    let details = &sheet.details;
    details.published.or(details.event_end).or(details.event_start).or_else(|| newest(sheet))
}

/// The newest date that the facts settle: not a deadline ahead of the others, but when something happened or was counted.
fn newest(sheet: &FactSheet) -> Option<Date> {
    let dates = sheet.facts.iter().filter_map(|fact| match &fact.value {
        FactValue::Event(event) => Some(event.start),
        FactValue::Figure(figure) => figure.as_of,
        FactValue::Judgement(judgement) => judgement.date,
        _ => None,
    });
    dates.max_by_key(|date| (date.first_day(), *date))
}

/// What lists call the document: a person's title, else its own headline, with its body and date where they would all
/// read alike; else what it says that it is.
fn title(
    sheet: &FactSheet,
    sidecar: &Sidecar,
    body: Option<&str>,
    date: Option<Date>,
    vocabulary: &Vocabulary,
) -> String {
    let details = &sheet.details;
    if let Some(title) = &sidecar.title {
        return title.clone();
    }
    match &details.title {
        Some(title) if details.kind == DocumentKind::NewsArticle => title.clone(),
        Some(title) => {
            let named = body.filter(|body| !title.to_lowercase().contains(&body.to_lowercase()));
            let lead = named.map(|body| format!("{body}: ")).unwrap_or_default();
            format!(
                "{lead}{}{}",
                shortened(title),
                date.map(|date| format!(", {}", date.words())).unwrap_or_default()
            )
        }
        None => described(sheet, date, vocabulary),
    }
}

/// A title within what a list can show, cut between words.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 120;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut = title.char_indices().nth(LONGEST).map_or(title.len(), |(at, _)| at);
    let cut = title[..cut].rfind(' ').unwrap_or(cut);
    format!("{} …", title[..cut].trim_end_matches([',', ';', ' ']))
}

/// "Article on Swindon Borough Council’s children’s services, 2023", of as much of it as the document settles.
fn described(sheet: &FactSheet, date: Option<Date>, vocabulary: &Vocabulary) -> String {
    let details = &sheet.details;
    let mut title = details.kind.label().to_owned();
    let subject = vocabulary.subject.replace('\'', "’");
    match (&details.subject, subject.is_empty()) {
        (Some(body), false) => title.push_str(&format!(" on {} {subject}", possessive(body))),
        (Some(body), true) => title.push_str(&format!(" on {body}")),
        (None, false) => title.push_str(&format!(" on {subject}")),
        (None, true) => title.push_str(&format!(" {}", sheet.document.slug)),
    }
    if let Some(date) = date {
        title.push_str(&format!(", {}", date.year_number()));
    }
    title
}

fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

/// The documents by year, newest first; those of no known date last.
pub(super) fn groups<'a>(documents: impl Iterator<Item = &'a Joined>) -> Vec<DocumentGroup> {
    let mut years: BTreeMap<Option<i16>, Vec<DocumentCard>> = BTreeMap::new();
    for joined in documents {
        years.entry(joined.card.date.map(Date::year_number)).or_default().push(joined.card.clone());
    }
    let label = |year: Option<i16>| year.map_or_else(|| "Date not known".to_owned(), |year| year.to_string());
    years.into_iter().rev().map(|(year, documents)| DocumentGroup { label: label(year), documents }).collect()
}

/// The groups as parts of a list.
pub(super) fn listed(groups: Vec<DocumentGroup>) -> Vec<Listed<DocumentGroup>> {
    let listed = groups.into_iter().map(|group| Listed {
        slug: format!("by-year/{}", addresses::slug(&group.label)),
        label: group.label.clone(),
        weight: group.documents.len(),
        entry: group,
    });
    listed.collect()
}

/// For each document, others worth reading beside it: of the same body and near in time, or with the same people.
pub(super) fn related(dossier: &Dossier, people: &People) -> Vec<Vec<DocumentCard>> {
    (0..dossier.documents.len())
        .map(|index| {
            let near = near(dossier, index);
            let mut scored: Vec<(i64, usize)> = near
                .into_iter()
                .chain(people.companions(index))
                .collect::<BTreeSet<_>>()
                .into_iter()
                .filter(|other| *other != index)
                .map(|other| (likeness(dossier, people, index, other), other))
                .collect();
            scored.sort_by_key(|(score, other)| (std::cmp::Reverse(*score), *other));
            scored.into_iter().take(6).map(|(_, other)| dossier.documents[other].card.clone()).collect()
        })
        .collect()
}

/// The documents of the same body that stand next to it in time: documents are in order of their dates.
fn near(dossier: &Dossier, index: usize) -> Vec<usize> {
    const WINDOW: usize = 8;
    let Some(body) = dossier.documents[index].body else { return Vec::new() };
    let list = dossier.documents_of(body);
    let at = list.partition_point(|other| *other < index);
    list[at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(list.len())].to_vec()
}

fn likeness(dossier: &Dossier, people: &People, a: usize, b: usize) -> i64 {
    let (first, second) = (&dossier.documents[a], &dossier.documents[b]);
    let same_body = first.body.is_some() && first.body == second.body;
    let apart = match (first.card.date, second.card.date) {
        (Some(first), Some(second)) => days_apart(first, second) / 30,
        _ => 60,
    };
    let shared = people.shared(a, b).min(5) as i64;
    (if same_body { 200 } else { 0 }) + shared * 20 - apart.min(150)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::Sample;
    use crate::model::Settings;

    fn titles(samples: Vec<Sample>) -> Vec<String> {
        let (settings, subject) = (Settings::default(), "children's services".to_owned());
        let vocabulary = Vocabulary { subject, ..Vocabulary::default() };
        let dossier = Dossier::new(samples.into_iter().map(Sample::entry).collect(), &settings, &vocabulary);
        dossier.documents.into_iter().map(|joined| joined.card.title).collect()
    }

    #[test]
    fn a_document_without_headline_says_what_it_is() {
        let article =
            Sample::about("Hartwell Borough Council").kind(DocumentKind::NewsArticle).published("2023-09-12");
        assert_eq!(
            titles(vec![article]),
            ["Article on Hartwell Borough Council’s children’s services, 2023"]
        );
    }

    #[test]
    fn a_report_is_told_apart_by_body_and_date() {
        let report = Sample::about("Hartwell")
            .titled("Inspection of children’s services")
            .inspected("2019-07-01", "2019-07-12");
        assert_eq!(titles(vec![report]), ["Hartwell: Inspection of children’s services, 12 July 2019"]);
    }

    #[test]
    fn a_list_of_sources_names_a_report_by_its_body_and_date() {
        let report = Sample::about("Hartwell")
            .titled("Inspection of services for children in need of help and protection")
            .inspected("2019-07-01", "2019-07-12");
        let article = Sample::about("Hartwell")
            .kind(DocumentKind::NewsArticle)
            .titled("Good at last")
            .published("2019-08-14");
        let (settings, vocabulary) = (Settings::default(), Vocabulary::default());
        let dossier = Dossier::new(vec![report.entry(), article.entry()], &settings, &vocabulary);
        let references: Vec<String> =
            dossier.documents.iter().map(|joined| joined.reference().text).collect();
        assert_eq!(references, ["Good at last", "Hartwell: inspection report, 12 July 2019"]);
    }

    #[test]
    fn the_newest_comes_first() {
        let article = |slug: &str, date: &str| {
            Sample::about("Hartwell").named(slug).kind(DocumentKind::NewsArticle).titled(slug).published(date)
        };
        assert_eq!(titles(vec![article("old", "2014"), article("new", "2019-08-14")]), ["new", "old"]);
    }
}
