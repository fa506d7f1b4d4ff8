//! What several documents say of the same fact in: where they differ, and what they confirm, out.
//!
//! Compared are the judgements of an inspection, its dates and its lead inspector, figures of one measure and date, what
//! happened on a date, and the roles that people hold at a body. A report outranks a letter, a letter a press release, a press release an article.

use super::addresses;
use super::dates::Period;
use super::dossier::{Dossier, FactAt, Joined};
use super::inspections::Inspection;
use super::people::People;
use super::{judgements, posts, series};
use crate::model::{
    Cited, Confirmation, Date, Diagnostic, Disagreement, DocumentKind, FactKind, FactValue, PersonCard,
    Place, Side, TimelineYear, amount,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that two documents tell: differently, and alike.
pub(super) fn all(
    dossier: &Dossier,
    inspections: &[Inspection],
    series: &[series::Known],
    timeline: &[TimelineYear],
    people: &People,
) -> (Vec<Disagreement>, Vec<Confirmation>) {
    let mut disagreements = Vec::new();
    let mut confirmations = Vec::new();
    for inspection in inspections {
        let body = &dossier.body(inspection.body).short;
        for area in inspection.tellings.keys() {
            let points = judgements::points(dossier, inspection, area);
            let about = format!(
                "{body}: {}, {}",
                points.first().map(|point| point.area_label.to_lowercase()).unwrap_or_default(),
                inspection.name(),
            );
            let sides =
                points.into_iter().map(|point| Side { says: point.grade_label, sources: point.sources });
            compare(body, about, sides.collect(), &mut disagreements, &mut confirmations);
        }
        disagreements.extend(dates(dossier, inspection));
        let about = format!("{body}: lead inspector, {}", inspection.name());
        compare(body, about, lead_inspectors(dossier, inspection), &mut disagreements, &mut confirmations);
    }
    for known in series {
        for (about, sides) in figures(dossier, known) {
            compare(&known.series.card.body.text, about, sides, &mut disagreements, &mut confirmations);
        }
    }
    for (body, about, sides) in posts::contradictions(dossier, people) {
        compare(&dossier.body(body).short, about, sides, &mut disagreements, &mut confirmations);
    }
    confirmations.extend(events(timeline));
    confirmations.extend(people.cards().flat_map(roles));
    anchor(&mut disagreements);
    (disagreements, confirmations)
}

/// Puts what documents say of one thing among the disagreements or the confirmations; of one document, among neither.
fn compare(
    body: &str,
    about: String,
    sides: Vec<Side>,
    disagreements: &mut Vec<Disagreement>,
    confirmations: &mut Vec<Confirmation>,
) {
    let documents: BTreeSet<&str> =
        sides.iter().flat_map(|side| &side.sources).map(|source| source.document.url.as_str()).collect();
    if documents.len() < 2 {
        return;
    }
    match <[Side; 1]>::try_from(sides) {
        Ok([side]) => confirmations.push(Confirmation {
            body: body.to_owned(),
            about,
            says: side.says,
            sources: side.sources,
        }),
        Err(sides) => {
            let reason = reason(&sides);
            disagreements.push(Disagreement { anchor: String::new(), about, sides, reason });
        }
    }
}

/// Why the first side is the one that pages show.
fn reason(sides: &[Side]) -> String {
    let kind =
        |side: &Side| side.sources.iter().map(|source| source.document_kind).max_by_key(|kind| kind.rank());
    match (sides.first().and_then(kind), sides.get(1).and_then(kind)) {
        (Some(first), Some(second)) if first.rank() > second.rank() => {
            format!("{} outranks {}", article(first, true), article(second, false))
        }
        _ => "both sources count the same; more documents, or else the earlier name, decide".to_owned(),
    }
}

fn article(kind: DocumentKind, begins: bool) -> String {
    let label = kind.label().to_lowercase();
    let article = if label.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    let words = format!("{article} {label}");
    if begins { words.replacen('a', "A", 1) } else { words }
}

/// The values that sources give a measure at one date.
fn figures(dossier: &Dossier, known: &series::Known) -> Vec<(String, Vec<Side>)> {
    let mut at_date: BTreeMap<Date, Vec<&series::Point>> = BTreeMap::new();
    for point in &known.points {
        if let Some(date) = point.as_of {
            at_date.entry(date).or_default().push(point);
        }
    }
    let card = &known.series.card;
    let sides = |points: Vec<&series::Point>| {
        let side = |point: &series::Point| Side {
            says: amount(point.value, &card.unit),
            sources: dossier.cite_all(&point.facts),
        };
        points.into_iter().map(side).collect::<Vec<_>>()
    };
    at_date
        .into_iter()
        .map(|(date, points)| {
            (format!("{}: {}, {}", card.body.text, card.label.to_lowercase(), date.words()), sides(points))
        })
        // Two values in the same document are two counts, of which one is a part of the other.
        .filter(|(_, sides)| sides.len() == 1 || apart(sides))
        .collect()
}

/// Whether no document gives two of the sides.
pub(super) fn apart(sides: &[Side]) -> bool {
    let mut seen = BTreeSet::new();
    sides.iter().all(|side| {
        let own: BTreeSet<&str> = side.sources.iter().map(|source| source.document.url.as_str()).collect();
        own.into_iter().all(|document| seen.insert(document))
    })
}

/// The dates that documents give one inspection, where they cannot all be right.
fn dates(dossier: &Dossier, inspection: &Inspection) -> Option<Disagreement> {
    let mut sides: BTreeMap<(Date, Option<Date>), Vec<usize>> = BTreeMap::new();
    for document in inspection.own.iter().copied() {
        let joined = &dossier.documents[document];
        let details = &joined.sheet.details;
        // The visit of which a letter tells is another one than the inspection that it recalls.
        let tells = matches!(details.kind, DocumentKind::InspectionReport | DocumentKind::NewsArticle);
        if let Some(start) = details.event_start.filter(|_| tells) {
            sides.entry((start, details.event_end)).or_default().push(document);
        }
    }
    let periods: Vec<Period> =
        sides.keys().map(|(start, end)| Period::between(*start, end.unwrap_or(*start))).collect();
    let differ = periods.iter().any(|a| periods.iter().any(|b| !a.meets(*b)));
    let mut sides: Vec<(u8, Side)> = sides
        .into_iter()
        .map(|((start, end), documents)| {
            let rank = documents.iter().map(|document| dossier.documents[*document].card.kind.rank()).max();
            (rank.unwrap_or_default(), side(dossier, start, end, &documents))
        })
        .collect();
    sides.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let sides: Vec<Side> = sides.into_iter().map(|(_, side)| side).collect();
    let about = format!("{}: dates of the inspection", dossier.body(inspection.body).short);
    differ.then(|| Disagreement { anchor: String::new(), about, reason: reason(&sides), sides })
}

fn side(dossier: &Dossier, start: Date, end: Option<Date>, documents: &[usize]) -> Side {
    let facts: Vec<FactAt> = documents
        .iter()
        .filter_map(|document| dated(*document, &dossier.documents[*document], start))
        .collect();
    Side { says: start.words_until(end), sources: dossier.cite_all(&facts) }
}

/// The event of a document that begins on the day.
fn dated(document: usize, joined: &Joined, start: Date) -> Option<FactAt> {
    let begins = |value: &FactValue| matches!(value, FactValue::Event(event) if event.start == start);
    let fact = joined.sheet.facts.iter().position(|fact| begins(&fact.value))?;
    Some(FactAt { document, fact })
}

/// Events that several documents tell.
fn events(timeline: &[TimelineYear]) -> impl Iterator<Item = Confirmation> {
    timeline.iter().flat_map(|year| &year.events).filter_map(|event| {
        let documents: BTreeSet<&str> =
            event.sources.iter().map(|source| source.document.url.as_str()).collect();
        let body = event.body.as_ref().map(|body| body.text.clone()).unwrap_or_default();
        let whose = if body.is_empty() { String::new() } else { format!("{body}: ") };
        (documents.len() > 1).then(|| Confirmation {
            body,
            about: format!("{whose}{}", event.what),
            says: event.words.clone(),
            sources: event.sources.clone(),
        })
    })
}

/// Whom documents of an inspection name as its lead inspector, the higher-ranking document first.
fn lead_inspectors(dossier: &Dossier, inspection: &Inspection) -> Vec<Side> {
    let mut named: BTreeMap<String, Vec<FactAt>> = BTreeMap::new();
    for document in inspection.own.iter().copied() {
        let sheet = &dossier.documents[document].sheet;
        let Some(name) = &sheet.details.lead_inspector else { continue };
        let is_named = |value: &FactValue| matches!(value, FactValue::Person(person) if person.name == *name);
        if let Some(fact) = sheet.facts.iter().position(|fact| is_named(&fact.value)) {
            named.entry(name.to_lowercase()).or_default().push(FactAt { document, fact });
        }
    }
    let mut sides: Vec<(u8, Side)> = named
        .into_values()
        .map(|facts| {
            let rank = facts.iter().map(|at| dossier.rank(*at)).max().unwrap_or_default();
            let lead = &dossier.documents[facts[0].document].sheet.details.lead_inspector;
            (rank, Side { says: lead.clone().unwrap_or_default(), sources: dossier.cite_all(&facts) })
        })
        .collect();
    sides.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    sides.into_iter().map(|(_, side)| side).collect()
}

/// The roles at a body in which several documents name a person.
fn roles(card: &PersonCard) -> impl Iterator<Item = Confirmation> {
    card.roles.iter().filter_map(|role| {
        let body = role.organisation.as_ref().filter(|body| !body.url.is_empty())?;
        let documents: BTreeSet<&str> =
            role.sources.iter().map(|source| source.document.url.as_str()).collect();
        (documents.len() > 1).then(|| Confirmation {
            body: body.text.clone(),
            about: format!("{}: role at {}", card.name, body.text),
            says: role.role.clone(),
            sources: role.sources.clone(),
        })
    })
}

fn anchor(disagreements: &mut [Disagreement]) {
    let mut taken = BTreeSet::new();
    for disagreement in disagreements {
        let content = format!("{:?}", disagreement.sides.iter().map(|side| &side.says).collect::<Vec<_>>());
        disagreement.anchor = addresses::unique(addresses::slug(&disagreement.about), &content, &mut taken);
    }
}

/// A warning for each disagreement, with the places of both sides.
pub(super) fn diagnostics(dossier: &Dossier, disagreements: &[Disagreement]) -> Vec<Diagnostic> {
    let paths: BTreeMap<&str, &str> = dossier
        .documents
        .iter()
        .map(|joined| (joined.card.url.as_str(), joined.sheet.document.path.as_str()))
        .collect();
    let warning = |disagreement: &Disagreement| {
        let (code, what) = code(disagreement);
        let warning =
            Diagnostic::warning(code, format!("sources give different {what} for {}", disagreement.about));
        let shown = disagreement.sides.first().map(|side| side.says.clone()).unwrap_or_default();
        let warning = warning
            .note(format!("the pages show {shown}, because {}", lowered(&disagreement.reason)))
            .help("if one of them is wrong, correct the fact in the TOML file beside that source");
        let sources = disagreement.sides.iter().filter_map(|side| Some((side, side.sources.first()?)));
        sources.fold(warning, |warning, (side, source)| warning.at(place(&paths, side, source)))
    };
    disagreements.iter().map(warning).collect()
}

fn code(disagreement: &Disagreement) -> (&'static str, &'static str) {
    match disagreement.sides.first().and_then(|side| side.sources.first()).map(|source| source.kind) {
        Some(FactKind::Judgement) => ("judgements-disagree", "grades"),
        Some(FactKind::Figure) => ("figures-disagree", "values"),
        Some(FactKind::Person) => ("people-disagree", "names or posts"),
        _ => ("dates-disagree", "dates"),
    }
}

fn lowered(reason: &str) -> String {
    let mut letters = reason.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

fn place(paths: &BTreeMap<&str, &str>, side: &Side, source: &Cited) -> Place {
    let path = paths.get(source.document.url.as_str()).copied().unwrap_or_default();
    let start = source.sentence.find(&source.quote).unwrap_or(0);
    Place { excerpt: source.sentence.clone(), mark: (start, start + source.quote.len()), ..Place::file(path) }
        .on_page(source.page)
        .labelled(format!("this says {}", side.says))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::inspections;
    use crate::link::sample::Sample;
    use crate::model::{Judgement, Settings, Vocabulary};

    fn told(kind: DocumentKind, grade: &str) -> Sample {
        let judgement = Judgement {
            area: "overall".into(),
            area_label: "Overall".into(),
            grade: grade.into(),
            grade_label: grade.into(),
            current: true,
            ..Judgement::default()
        };
        let sample = Sample::about("Hartwell").named(kind.name()).kind(kind);
        let sample = match kind {
            DocumentKind::InspectionReport => sample.inspected("2019-07-01", "2019-07-12"),
            _ => sample.published("2019-08-14"),
        };
        sample.states(&format!("It is {grade}."), FactValue::Judgement(judgement))
    }

    fn compared(article: &str) -> (Vec<Disagreement>, Vec<Confirmation>, Vec<Diagnostic>) {
        let samples =
            [told(DocumentKind::NewsArticle, article), told(DocumentKind::InspectionReport, "good")];
        let (settings, vocabulary) = (Settings::default(), Vocabulary::default());
        let dossier = Dossier::new(samples.map(Sample::entry).to_vec(), &settings, &vocabulary);
        let people = People::new(&dossier);
        let (disagreements, confirmations) = all(&dossier, &inspections::all(&dossier), &[], &[], &people);
        let diagnostics = diagnostics(&dossier, &disagreements);
        (disagreements, confirmations, diagnostics)
    }

    #[test]
    fn two_documents_that_agree_confirm() {
        let (disagreements, confirmations, _) = compared("good");
        assert!(disagreements.is_empty());
        assert_eq!(confirmations[0].sources.len(), 2);
    }

    #[test]
    fn the_report_stands_and_the_article_is_named() {
        let (disagreements, confirmations, diagnostics) = compared("inadequate");
        assert!(confirmations.is_empty());
        let says: Vec<_> = disagreements[0].sides.iter().map(|side| &*side.says).collect();
        assert_eq!(says, ["good", "inadequate"]);
        assert_eq!(disagreements[0].reason, "An inspection report outranks an article");
        assert_eq!(
            diagnostics[0].message,
            "sources give different grades for Hartwell: overall, inspection of 1 to 12 July 2019"
        );
        assert_eq!(diagnostics[0].places.len(), 2);
    }
}
