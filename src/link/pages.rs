//! What is known of the dossier in, every page with its address, its way from the front page and its content out.

use super::dossier::Dossier;
use super::neighbours::Latest;
use super::parts::{self, Listed};
use super::{Known, judgements};
use super::{
    actions, addresses, body_pages, data, documents, glossary, home, legislation, national, quotations, tags,
    timeline,
};
use crate::model::{
    Changes, Confirmation, Date, Diagnostic, Disagreement, DocumentCard, Link, MarkdownPage, MarkdownPageRef,
    Page, PageContent, Part, Place, RuleCard, TimelineYear,
};
use std::collections::{BTreeMap, BTreeSet};

/// Every page of the site, lists before what they list.
pub(super) fn all(dossier: &Dossier, known: &Known) -> Vec<Page> {
    let latest = Latest::new(dossier, &known.inspections);
    let table = national::table(dossier, &known.inspections);
    let mut pages = vec![front(dossier, known, &latest, &table)];
    pages.extend(document_pages(dossier));
    pages.extend(body_pages::all(dossier, known, &latest));
    pages.extend(judgement_pages(dossier, &table));
    pages.extend(measure_pages(known));
    pages.extend(people_pages(dossier, known));
    pages.extend(quotation_pages(dossier, known));
    pages.extend(timeline_pages(&known.timeline));
    pages.extend(action_pages(dossier, known));
    pages.extend(glossary_pages(dossier));
    pages.extend(disagreement_pages(known));
    pages.extend(reference_pages(dossier, known, &table));
    pages.extend(change_pages(&known.changes));
    pages
}

/// The pages that people wrote and what they put them under, and a warning for each whose address another page has: it is
/// left out.
pub(super) fn by_hand(hand: Vec<MarkdownPage>, made: &[Page]) -> (Vec<Page>, Vec<Diagnostic>) {
    let taken: BTreeSet<&str> = made.iter().map(|page| page.url.as_str()).collect();
    let is_taken = |page: &MarkdownPage| taken.contains(address(page).as_str()) || page.slug == "tags";
    let (left, shown): (Vec<_>, Vec<_>) = hand.into_iter().partition(is_taken);
    let warning = |page: &MarkdownPage| {
        Diagnostic::warning(
            "page-address-taken",
            "a page written by hand has the address of a page that factbox makes",
        )
        .at(Place::file(&page.path))
        .note("the page is left out")
        .help("give the file another name")
    };
    let mut pages: Vec<Page> = shown.iter().map(written).collect();
    pages.extend(tags::pages(&shown));
    (pages, left.iter().map(warning).collect())
}

fn address(hand: &MarkdownPage) -> String {
    format!("{}/", hand.slug)
}

/// A page under the front page.
pub(super) fn page(url: &str, title: impl Into<String>, section: &'static str, content: PageContent) -> Page {
    Page {
        url: url.to_owned(),
        title: title.into(),
        description: None,
        section,
        breadcrumbs: vec![Link { url: String::new(), text: "Home".to_owned() }],
        date: None,
        parts: Vec::new(),
        tags: Vec::new(),
        content,
    }
}

impl Page {
    /// The page under a list's page.
    pub(super) fn under(mut self, url: &str, text: &str) -> Self {
        self.breadcrumbs.push(Link { url: url.to_owned(), text: text.to_owned() });
        self
    }

    pub(super) fn about(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    pub(super) fn dated(mut self, date: Option<Date>) -> Self {
        self.date = date;
        self
    }

    pub(super) fn among(mut self, parts: Vec<Part>) -> Self {
        self.parts = parts;
        self
    }
}

fn front(dossier: &Dossier, known: &Known, latest: &Latest, table: &crate::model::JudgementTable) -> Page {
    let histories = (0..dossier.bodies.list.len())
        .filter_map(|body| {
            let inspections = latest.inspections(body);
            let areas = judgements::columns(dossier, inspections.iter().copied(), judgements::Others::Left);
            let overall = areas.iter().find(|area| area.id == national::OVERALL)?;
            judgements::history(dossier, inspections, overall)
        })
        .collect();
    let home = home::home(dossier, &known.series, histories, table.distribution.clone());
    Page {
        breadcrumbs: Vec::new(),
        description: dossier.settings.description.clone(),
        date: dossier.documents.first().and_then(|joined| joined.card.date),
        ..page("", dossier.settings.title.clone(), "home", PageContent::Home(Box::new(home)))
    }
}

fn document_pages(dossier: &Dossier) -> Vec<Page> {
    let listed = documents::listed(documents::groups(dossier.documents.iter()));
    let content = |groups| PageContent::DocumentList { groups };
    let mut pages = parts::pages("documents/", "Documents", "documents", 400, listed, content);
    pages.extend(dossier.documents.iter().enumerate().map(|(index, joined)| {
        let card = &joined.card;
        page(&card.url, card.title.clone(), "documents", PageContent::Document { index })
            .under("documents/", "Documents")
            .about(document_description(card))
            .dated(card.date)
    }));
    pages
}

fn document_description(card: &DocumentCard) -> String {
    let body = card.subject.as_ref().map(|body| format!(" about {}", body.text)).unwrap_or_default();
    let date = card.date.map(|date| format!(", {}", date.words())).unwrap_or_default();
    format!("{}{body}{date}: {} facts, each with the words that state it", card.kind_label, card.facts)
}

fn judgement_pages(dossier: &Dossier, table: &crate::model::JudgementTable) -> Vec<Page> {
    const ROWS: usize = 400;
    let whole = |table| PageContent::Judgements(Box::new(table));
    let page = |url: &str, title: &str, table| {
        page(url, title.to_owned(), "judgements", whole(table))
            .about("Every inspection of every body, area by area")
    };
    if table.matrix.rows.len() <= ROWS {
        return vec![page("judgements/", "Judgements", table.clone())];
    }
    national::by_year(dossier, table)
        .into_iter()
        .map(|(url, title, part, parts)| page(&url, &title, part).among(parts))
        .collect()
}

fn measure_pages(known: &Known) -> Vec<Page> {
    let mut listed: Vec<Listed<Vec<_>>> = Vec::new();
    for series in &known.series {
        let card = series.series.card.clone();
        match listed.last_mut().filter(|listed| listed.label == card.label) {
            Some(listed) => {
                listed.entry.push(card);
                listed.weight += 1;
            }
            None => listed.push(Listed {
                slug: format!("by-measure/{}", addresses::slug(&card.label)),
                label: card.label.clone(),
                weight: 1,
                entry: vec![card],
            }),
        }
    }
    let content = |measures: Vec<Vec<_>>| PageContent::MeasureList { measures: measures.concat() };
    let mut pages = parts::pages("measures/", "Figures over time", "measures", 250, listed, content);
    pages.extend(known.series.iter().map(|series| {
        let card = &series.series.card;
        let title = format!("{}: {}", card.body.text, card.label);
        let latest = card.latest.as_ref();
        let told = latest.map(|point| format!("{}, {}", point.amount, point.as_of_words)).unwrap_or_default();
        page(&card.url, title, "measures", PageContent::Measure(Box::new(series.series.clone())))
            .under("measures/", "Figures over time")
            .about(told)
            .dated(latest.and_then(|point| point.as_of))
    }));
    pages
}

fn people_pages(dossier: &Dossier, known: &Known) -> Vec<Page> {
    let cards = known.people.cards().cloned();
    let listed = by_initial(cards, |card| card.name.rsplit(' ').next().unwrap_or_default(), |_| 1);
    let content = |people: Vec<Vec<_>>| PageContent::People { people: people.concat() };
    let mut pages = parts::pages("people/", "People", "people", 250, listed, content);
    pages.extend(known.people.pages(dossier).into_iter().map(|person| {
        let (url, name) = (person.card.url.clone(), person.card.name.clone());
        let description = person.card.description.clone().unwrap_or_default();
        let date = person.card.roles.iter().filter_map(|role| role.last).max();
        page(&url, name, "people", PageContent::Person(Box::new(person)))
            .under("people/", "People")
            .about(description)
            .dated(date)
    }));
    pages
}

fn quotation_pages(dossier: &Dossier, known: &Known) -> Vec<Page> {
    let mut all = quotations::all(dossier, &known.people);
    all.sort_by_key(|(body, _)| body.unwrap_or(usize::MAX));
    let chunks = all.chunk_by(|a, b| a.0 == b.0).map(|chunk| {
        let body = chunk[0].0.map(|body| dossier.body(body));
        Listed {
            slug: body.map_or_else(|| "others".to_owned(), |body| body.slug.clone()),
            label: body.map_or_else(|| "Others".to_owned(), |body| body.short.clone()),
            weight: chunk.len(),
            entry: chunk.iter().map(|(_, card)| card.clone()).collect::<Vec<_>>(),
        }
    });
    let content = |quotations: Vec<Vec<_>>| PageContent::Quotations { quotations: quotations.concat() };
    parts::pages("quotations/", "Quotations", "quotations", 150, chunks.collect(), content)
}

fn timeline_pages(years: &[TimelineYear]) -> Vec<Page> {
    const MOST: usize = 150;
    let listed = timeline::parts(years, MOST);
    let content = |years| PageContent::Timeline { years };
    parts::pages("timeline/", "Timeline", "timeline", MOST, listed, content)
}

fn action_pages(dossier: &Dossier, known: &Known) -> Vec<Page> {
    const WHOLE: usize = 100;
    let index = actions::index(&known.actions, dossier);
    let count: usize = index.iter().map(|summary| summary.actions).sum();
    let bodies = known.actions.iter().map(|(_, history)| history.clone());
    let shown = if count <= WHOLE { bodies.collect() } else { Vec::new() };
    let list = PageContent::Actions { index: index.clone(), bodies: shown };
    let mut pages = vec![
        page("actions/", "What was to be put right", "actions", list)
            .about("What each inspection said had to improve, and which of it came back at the next"),
    ];
    pages.extend(known.actions.iter().zip(index).map(|((body, history), summary)| {
        let title = format!("{}: what was to be put right", dossier.body(*body).short);
        let date = history.inspections.first().and_then(|inspection| inspection.document.date);
        let url = summary.body.url.clone();
        page(
            &url,
            title,
            "actions",
            PageContent::Actions { index: vec![summary], bodies: vec![history.clone()] },
        )
        .under("actions/", "What was to be put right")
        .dated(date)
    }));
    pages
}

/// The entries by the initial of a word of theirs, in their order.
fn by_initial<T>(
    entries: impl Iterator<Item = T>,
    word: impl Fn(&T) -> &str,
    weight: impl Fn(&T) -> usize,
) -> Vec<Listed<Vec<T>>> {
    let mut listed: BTreeMap<char, Listed<Vec<T>>> = BTreeMap::new();
    for entry in entries {
        let initial = addresses::slug(word(&entry)).chars().next().unwrap_or('-');
        let group = listed.entry(initial).or_insert_with(|| Listed {
            slug: format!("by-initial/{initial}"),
            label: initial.to_ascii_uppercase().to_string(),
            weight: 0,
            entry: Vec::new(),
        });
        group.weight += weight(&entry);
        group.entry.push(entry);
    }
    listed.into_values().collect()
}

/// A term weighs as much as the entry shows of it: the meaning, and the first of its sources.
fn glossary_pages(dossier: &Dossier) -> Vec<Page> {
    const SHOWN: usize = 5;
    let terms = glossary::terms(dossier).into_iter();
    let listed = by_initial(terms, |term| &term.short, |term| 1 + term.sources.len().min(SHOWN));
    let content = |terms: Vec<Vec<_>>| PageContent::Glossary { terms: terms.concat() };
    parts::pages("glossary/", "Abbreviations", "glossary", 800, listed, content)
}

/// What two sources say of a fact: differently or alike.
#[derive(Clone)]
enum Told {
    Apart(Disagreement),
    Alike(Confirmation),
}

/// What is told differently comes first, then what is confirmed, body by body. A disagreement shows two sides at least,
/// and why the first is shown.
fn disagreement_pages(known: &Known) -> Vec<Page> {
    const MOST: usize = 400;
    const OF_A_DISAGREEMENT: usize = 3;
    let apart: Vec<Told> = known.disagreements.iter().cloned().map(Told::Apart).collect();
    let mut listed = Vec::new();
    if !apart.is_empty() {
        let weight = apart.len() * OF_A_DISAGREEMENT;
        listed.push(Listed {
            slug: "told-differently".to_owned(),
            label: "Told differently".to_owned(),
            weight,
            entry: apart,
        });
    }
    let mut of_body: BTreeMap<&str, Vec<Told>> = BTreeMap::new();
    for confirmation in &known.confirmations {
        of_body.entry(&confirmation.body).or_default().push(Told::Alike(confirmation.clone()));
    }
    listed.extend(of_body.into_iter().map(|(body, entry)| Listed {
        slug: if body.is_empty() {
            "others".to_owned()
        } else {
            format!("by-body/{}", addresses::slug(body))
        },
        label: if body.is_empty() { "Others".to_owned() } else { body.to_owned() },
        weight: entry.len(),
        entry,
    }));
    let content = |told: Vec<Vec<Told>>| {
        let (mut disagreements, mut confirmations) = (Vec::new(), Vec::new());
        for told in told.into_iter().flatten() {
            match told {
                Told::Apart(disagreement) => disagreements.push(disagreement),
                Told::Alike(confirmation) => confirmations.push(confirmation),
            }
        }
        PageContent::Disagreements { disagreements, confirmations }
    };
    parts::pages("disagreements/", "Where sources disagree", "disagreements", MOST, listed, content)
        .into_iter()
        .map(|page| page.about("Facts that two sources tell differently, and facts that several confirm"))
        .collect()
}

/// The pages that stand whole whatever their length.
fn reference_pages(dossier: &Dossier, known: &Known, table: &crate::model::JudgementTable) -> Vec<Page> {
    let points = known.series.iter().map(|known| &known.series).map(|series| {
        series.points.len()
            + series.comparators.iter().map(|comparator| comparator.points.len()).sum::<usize>()
    });
    let data = PageContent::Data { whole: data::whole(), tables: data::tables(dossier, table, points.sum()) };
    vec![
        page(
            "legislation/",
            "Legislation",
            "legislation",
            PageContent::Legislation { acts: legislation::acts(dossier) },
        ),
        page("data/", "Data", "data", data).about("Every fact as CSV, JSON, a workbook and a data package"),
        page("search/", "Search", "search", PageContent::Search),
        page("404.html", "Page not found", "", PageContent::NotFound),
    ]
}

/// The page that says how the facts were found: each rule with the number of facts that it found here.
pub(super) fn method(dossier: &Dossier, mut rules: Vec<RuleCard>) -> Page {
    for rule in &mut rules {
        let found = dossier.documents.iter().flat_map(|joined| &joined.sheet.facts);
        rule.facts = found.filter(|fact| fact.rule == rule.name).count();
    }
    page("method/", "How the facts were found", "method", PageContent::Method { rules })
        .about("The rules, how documents are linked, and what is known to be weak")
}

/// A document that is gone has no address of its own.
fn change_slug(document: &Link) -> String {
    match document.url.strip_prefix("documents/") {
        Some(slug) => format!("by-document/{}", slug.trim_end_matches('/')),
        None => format!("removed/{}", addresses::slug(&document.text)),
    }
}

/// What changed, in documents one after the other; those that came and went stand on the first page alone.
fn change_pages(changes: &Changes) -> Vec<Page> {
    const MOST: usize = 300;
    let mut listed: Vec<Listed<Vec<_>>> = Vec::new();
    for chunk in changes.facts.chunk_by(|a, b| a.document == b.document) {
        // Documents of few changes share a page, or a large dossier has as many pages of changes as documents.
        match listed.last_mut().filter(|listed| listed.weight + chunk.len() <= MOST) {
            Some(listed) => {
                listed.weight += chunk.len();
                listed.entry.extend_from_slice(chunk);
            }
            None => listed.push(Listed {
                slug: change_slug(&chunk[0].document),
                label: chunk[0].document.text.clone(),
                weight: chunk.len(),
                entry: chunk.to_vec(),
            }),
        }
    }
    let content = |facts: Vec<Vec<_>>| {
        let part = Changes { known: changes.known, facts: facts.concat(), ..Changes::default() };
        PageContent::Changes(Box::new(part))
    };
    let mut pages = parts::pages("changes/", "What changed", "changes", MOST, listed, content);
    if let Some(PageContent::Changes(first)) = pages.first_mut().map(|page| &mut page.content) {
        first.documents_added.clone_from(&changes.documents_added);
        first.documents_removed.clone_from(&changes.documents_removed);
    }
    pages
}

fn written(hand: &MarkdownPage) -> Page {
    let title = hand.title();
    let content =
        PageContent::Text { page: MarkdownPageRef { path: hand.path.clone(), body: hand.body.clone() } };
    let section = if hand.slug == "about" { "about" } else { "" };
    Page {
        description: hand.front.description.clone(),
        tags: tags::links(hand),
        ..page(&address(hand), title, section, content)
    }
}
