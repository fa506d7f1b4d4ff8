//! Documents with their facts in, the site out: what exists, at which URL, linked how. Reads no file and draws nothing.
//!
//! 1. [`dossier`] puts the documents in order, and each with the body that it is about; one that settles no date gets
//!    that of the inspection of which it tells.
//! 2. What several documents tell is put together: inspections, series of figures, people, events, what was to be put
//!    right; and where they disagree.
//! 3. [`pages`] makes the pages, and each fact gets links to those that show it.

mod actions;
mod addresses;
mod bodies;
mod body_pages;
mod changes;
mod data;
mod dates;
mod disagreements;
mod documents;
mod dossier;
mod glossary;
mod home;
mod inspections;
mod judgements;
mod legislation;
mod national;
mod neighbours;
mod pages;
mod parts;
mod people;
mod posts;
mod quotations;
#[cfg(test)]
mod sample;
mod series;
mod shown;
mod tags;
mod themes;
mod timeline;
mod wording;

use crate::model::{
    ActionHistory, Changes, Confirmation, Diagnostic, Disagreement, FormerFacts, MarkdownPage, RuleCard,
    Settings, Site, TimelineYear, Vocabulary,
};
use dossier::Dossier;
pub use dossier::Entry;
use std::sync::Arc;

/// What the documents tell together.
struct Known {
    inspections: Vec<inspections::Inspection>,
    series: Vec<series::Known>,
    people: people::People,
    /// With the index of the body.
    actions: Vec<(usize, ActionHistory)>,
    timeline: Vec<TimelineYear>,
    disagreements: Vec<Disagreement>,
    confirmations: Vec<Confirmation>,
    changes: Changes,
}

/// The site of these documents and of the pages written by hand, and what there is to say where sources disagree.
/// `former` is the data of an earlier build, to tell what changed since; `rules` are those by which the facts were found.
pub fn site(
    entries: Vec<Entry>,
    hand: Vec<MarkdownPage>,
    settings: &Settings,
    vocabulary: Arc<Vocabulary>,
    former: Option<&FormerFacts>,
    rules: Vec<RuleCard>,
) -> (Site, Vec<Diagnostic>) {
    let dossier = Dossier::new(entries, settings, &vocabulary);
    let dates = inspections::dates(&dossier, &inspections::all(&dossier));
    let dossier = dossier.dated(&dates);
    let known = known(&dossier, former);
    let mut pages = pages::all(&dossier, &known);
    pages.push(pages::method(&dossier, rules));
    let (by_hand, taken) = pages::by_hand(hand, &pages);
    pages.extend(by_hand);
    let mut diagnostics = disagreements::diagnostics(&dossier, &known.disagreements);
    diagnostics.extend(taken);
    let documents = shown::documents(&dossier, &known);
    let bodies = dossier.bodies.list.clone();
    let documents =
        documents.into_iter().zip(dossier.documents).map(|(shown, joined)| shown.of(joined, &bodies));
    let documents = documents.collect();
    let changes = known.changes;
    (Site { settings: settings.clone(), documents, bodies, pages, vocabulary, changes }, diagnostics)
}

fn known(dossier: &Dossier, former: Option<&FormerFacts>) -> Known {
    let inspections = inspections::all(dossier);
    let series = series::all(dossier);
    let timeline = timeline::years(dossier);
    let people = people::People::new(dossier);
    let (disagreements, confirmations) =
        disagreements::all(dossier, &inspections, &series, &timeline, &people);
    Known {
        actions: actions::histories(dossier, &inspections),
        people,
        changes: changes::since(dossier, former),
        inspections,
        series,
        timeline,
        disagreements,
        confirmations,
    }
}
