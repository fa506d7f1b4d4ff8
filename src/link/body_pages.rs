//! All about each body in, the list of bodies and each one's page out: judgements and their change first, then what was to
//! be put right, people, figures, and what was said since.

use super::Known;
use super::dossier::Dossier;
use super::judgements::{self, Others};
use super::national::OVERALL;
use super::neighbours::Latest;
use super::pages::page;
use super::{documents, parts, quotations};
use crate::model::{
    BodyCard, BodyPage, Date, DocumentCard, DocumentKind, FactKind, JudgementHistory, JudgementPoint, Link,
    Matrix, MatrixCell, Page, PageContent,
};

pub(super) fn all(dossier: &Dossier, known: &Known, latest: &Latest) -> Vec<Page> {
    let mut cards = Vec::new();
    let mut pages = Vec::new();
    for body in 0..dossier.bodies.list.len() {
        let shown = body_page(dossier, known, latest, body);
        cards.push(card(&shown));
        pages.extend(documents_of(dossier, &shown));
        pages.push(body_to_page(shown));
    }
    pages.insert(
        0,
        page("bodies/", "Authorities", "bodies", PageContent::BodyList { bodies: cards })
            .about("Every body that documents are about, with its latest judgement"),
    );
    pages
}

/// The pages that list all documents about a body of which its own page shows the newest.
fn documents_of(dossier: &Dossier, shown: &BodyPage) -> Vec<Page> {
    const SHOWN: usize = 40;
    const MOST: usize = 200;
    if shown.documents.len() <= SHOWN {
        return Vec::new();
    }
    let body = dossier.bodies.list.iter().position(|body| body.slug == shown.body.slug);
    let groups = body.map(|body| documents::groups(dossier.about(body).map(|(_, joined)| joined)));
    let url = format!("{}documents/", shown.body.url);
    let title = format!("Documents about {}", shown.body.short);
    let content = |groups| PageContent::DocumentList { groups };
    parts::pages(&url, &title, "bodies", MOST, documents::listed(groups.unwrap_or_default()), content)
        .into_iter()
        .map(|mut page| {
            page.breadcrumbs.insert(1, Link { url: "bodies/".to_owned(), text: "Authorities".to_owned() });
            page.breadcrumbs.insert(2, Link { url: shown.body.url.clone(), text: shown.body.name.clone() });
            page
        })
        .collect()
}

fn body_to_page(shown: BodyPage) -> Page {
    let (url, name) = (shown.body.url.clone(), shown.body.name.clone());
    let latest = shown.histories.first().and_then(|history| history.points.last());
    let latest = shown.latest_areas.first().or(latest);
    let told = latest.map(|point| {
        format!("{}: {}, {}", point.area_label, point.grade_label.to_lowercase(), point.date_words)
    });
    let date = shown.documents.first().and_then(|card| card.date);
    page(&url, name, "bodies", PageContent::Body(Box::new(shown)))
        .under("bodies/", "Authorities")
        .about(told.unwrap_or_else(|| "Documents and facts about this body".to_owned()))
        .dated(date)
}

fn card(shown: &BodyPage) -> BodyCard {
    let overall = shown.histories.iter().find(|history| history.area == OVERALL);
    BodyCard {
        body: shown.body.clone(),
        latest: overall.and_then(|history| history.points.last().cloned()),
        areas: shown.latest_areas.clone(),
        change: overall.and_then(|history| history.change.clone()),
        documents: shown.documents.len(),
    }
}

fn body_page(dossier: &Dossier, known: &Known, latest: &Latest, body: usize) -> BodyPage {
    let inspections = latest.inspections(body);
    let areas = judgements::columns(dossier, inspections.iter().copied(), Others::Shown);
    let histories: Vec<JudgementHistory> =
        areas.iter().filter_map(|area| judgements::history(dossier, inspections, area)).collect();
    let documents: Vec<DocumentCard> = dossier.about(body).map(|(_, joined)| joined.card.clone()).collect();
    let actions = known.actions.iter().find(|(of, _)| *of == body).map(|(_, history)| history.clone());
    let figures = known.series.iter().filter(|series| series.body == body).map(|known| &known.series.card);
    let (telling, alone): (Vec<_>, Vec<_>) =
        figures.cloned().partition(|card| card.change.is_some() || !card.compared.is_empty());
    let matrix = judgements::matrix(dossier, inspections.iter().copied(), areas);
    BodyPage {
        body: dossier.body(body).clone(),
        latest_areas: areas_alone(&matrix),
        matrix,
        histories,
        actions,
        people: known.people.at_body(body),
        figures: [telling, alone].concat(),
        since: since(&documents, inspections.last().and_then(|inspection| inspection.date())),
        documents,
        quotations: said(dossier, known, body),
        neighbours: latest.neighbours(dossier, body),
    }
}

/// The judgements of the latest inspection, if its framework grades areas and nothing overall.
fn areas_alone(matrix: &Matrix) -> Vec<JudgementPoint> {
    let Some(newest) = matrix.rows.first() else { return Vec::new() };
    let overall = matrix.areas.iter().position(|area| area.id == OVERALL).map(|index| &newest.cells[index]);
    let none = match overall {
        Some(cell) => matches!(cell, MatrixCell::NotGraded { .. }),
        None => true,
    };
    let points = newest.cells.iter().filter_map(MatrixCell::point).cloned().collect();
    if none { points } else { Vec::new() }
}

/// What the press and the body itself published since the latest inspection.
fn since(documents: &[DocumentCard], inspected: Option<Date>) -> Vec<DocumentCard> {
    let said = documents
        .iter()
        .filter(|card| matches!(card.kind, DocumentKind::NewsArticle | DocumentKind::PressRelease));
    let after = said.filter(|card| match (inspected, card.date) {
        (Some(inspected), Some(date)) => date.last_day() >= inspected.first_day(),
        (inspected, _) => inspected.is_none(),
    });
    after.cloned().collect()
}

/// The latest of what people of the body said, by name.
fn said(dossier: &Dossier, known: &Known, body: usize) -> Vec<crate::model::QuotationCard> {
    const LATEST: usize = 12;
    let facts = dossier.documents_of(body).iter().flat_map(|document| {
        let facts = dossier.documents[*document].sheet.facts.iter().enumerate();
        facts
            .filter(|(_, fact)| fact.kind() == FactKind::Quotation)
            .map(|(fact, _)| super::dossier::FactAt { document: *document, fact })
    });
    let cards = facts.map(|at| quotations::card(dossier, &known.people, at));
    cards
        .filter(|card| card.speaker.as_ref().is_some_and(|speaker| !speaker.url.is_empty()))
        .take(LATEST)
        .collect()
}
