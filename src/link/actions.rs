//! What was to be put right in, each body's history of it out, and what of it came back at the next inspection.

use super::addresses;
use super::dossier::{Dossier, FactAt};
use super::inspections::Inspection;
use super::themes;
use super::wording::{Weighted, Wording};
use crate::model::{
    Action, ActionCard, ActionHistory, ActionInspection, ActionSummary, FactKind, FactValue, Link, Recurrence,
};
use std::collections::{BTreeMap, BTreeSet};

/// From this likeness on, two actions of consecutive inspections are shown as one matter.
const SAME_MATTER: f64 = 0.5;

/// How many words two actions must have in common to be one matter.
const WORDS_IN_COMMON: usize = 3;

/// An action on its way to its card.
struct Told {
    card: ActionCard,
    weighted: Weighted,
}

/// One inspection, with the document whose actions are shown.
struct Shown {
    document: usize,
    date: String,
    told: Vec<Told>,
}

/// The history of every body that had something to put right.
pub(super) fn histories(dossier: &Dossier, inspections: &[Inspection]) -> Vec<(usize, ActionHistory)> {
    let mut by_document: BTreeMap<usize, Vec<FactAt>> = BTreeMap::new();
    for (at, _) in dossier.facts(FactKind::Action) {
        by_document.entry(at.document).or_default().push(at);
    }
    let wording = Wording::new(dossier.facts(FactKind::Action).filter_map(|(_, fact)| match &fact.value {
        FactValue::Action(action) => Some(action.text.as_str()),
        _ => None,
    }));
    let of_body = inspections.chunk_by(|a, b| a.body == b.body);
    let mut histories: BTreeMap<usize, Vec<Shown>> = BTreeMap::new();
    let mut placed = BTreeSet::new();
    for inspections in of_body {
        for inspection in inspections {
            let documents = inspection.reports.iter().chain(&inspection.tellers).copied();
            placed.extend(documents.clone());
            if let Some(document) = documents.clone().find(|document| by_document.contains_key(document)) {
                let shown = shown(dossier, document, inspection.words(), &by_document[&document], &wording);
                histories.entry(inspection.body).or_default().push(shown);
            }
        }
    }
    for (document, facts) in by_document.iter().filter(|(document, _)| !placed.contains(document)) {
        if let Some(body) = dossier.documents[*document].body {
            let date = dossier.documents[*document].card.date.map(|date| date.words()).unwrap_or_default();
            histories.entry(body).or_default().push(shown(dossier, *document, date, facts, &wording));
        }
    }
    histories.into_iter().map(|(body, shown)| (body, history(dossier, body, shown))).collect()
}

fn shown(dossier: &Dossier, document: usize, date: String, facts: &[FactAt], wording: &Wording) -> Shown {
    let told = facts.iter().filter_map(|at| match &dossier.fact(*at).value {
        FactValue::Action(action) => {
            Some(Told { card: card(dossier, *at, action), weighted: wording.weigh(&action.text) })
        }
        _ => None,
    });
    Shown { document, date, told: told.collect() }
}

fn card(dossier: &Dossier, at: FactAt, action: &Action) -> ActionCard {
    ActionCard {
        reference: action.reference.clone(),
        text: action.text.clone(),
        deadline: action.deadline.clone(),
        priority: action.priority.clone(),
        theme: themes::of(dossier.vocabulary, &action.text),
        recurrence: None,
        source: dossier.cite(at),
    }
}

fn history(dossier: &Dossier, body: usize, mut shown: Vec<Shown>) -> ActionHistory {
    // Documents are in order from newest to oldest, and so are inspections to be.
    shown.sort_by_key(|shown| std::cmp::Reverse(dossier.documents[shown.document].card.date));
    let url = addresses::actions(&dossier.body(body).slug);
    let mut recurring = Vec::new();
    for index in (1..shown.len()).rev() {
        let (later, earlier) = shown.split_at_mut(index);
        recurring.extend(recurrences(&mut earlier[0], &mut later[index - 1], &url));
    }
    recurring.reverse();
    ActionHistory {
        body: dossier.body(body).link(),
        inspections: shown.into_iter().map(|shown| inspection(dossier, shown)).collect(),
        recurring,
    }
}

fn inspection(dossier: &Dossier, shown: Shown) -> ActionInspection {
    ActionInspection {
        document: dossier.documents[shown.document].card.clone(),
        actions: shown.told.into_iter().map(|told| told.card).collect(),
    }
}

/// The actions of one inspection that came back at the next: the likest pairs first, each action in one pair at most.
fn recurrences(earlier: &mut Shown, later: &mut Shown, url: &str) -> Vec<Recurrence> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (new, told) in later.told.iter().enumerate() {
        for (old, before) in earlier.told.iter().enumerate() {
            let likeness = before.weighted.likeness(&told.weighted);
            if likeness >= SAME_MATTER && before.weighted.shared(&told.weighted).len() >= WORDS_IN_COMMON {
                pairs.push((likeness, old, new));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used_old, mut used_new) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|(_, old, new)| {
        !used_old.contains(old) && !used_new.contains(new) && used_old.insert(*old) && used_new.insert(*new)
    });
    pairs.sort_by_key(|(_, _, new)| *new);
    pairs
        .into_iter()
        .map(|(likeness, old, new)| recurrence(earlier, old, later, new, likeness, url))
        .collect()
}

fn recurrence(
    earlier: &mut Shown,
    old: usize,
    later: &mut Shown,
    new: usize,
    likeness: f64,
    url: &str,
) -> Recurrence {
    let shared = earlier.told[old].weighted.shared(&later.told[new].weighted);
    let anchor = format!("again-{}", later.told[new].card.source.id);
    let link = Link { url: format!("{url}#{anchor}"), text: format!("also in {}", later.date) };
    earlier.told[old].card.recurrence.get_or_insert(link);
    let link = Link { url: format!("{url}#{anchor}"), text: format!("also in {}", earlier.date) };
    later.told[new].card.recurrence = Some(link);
    Recurrence {
        anchor,
        earlier: earlier.told[old].card.clone(),
        later: later.told[new].card.clone(),
        earlier_date: earlier.date.clone(),
        later_date: later.date.clone(),
        similarity: likeness,
        shared: shared.into_iter().map(|(word, _)| word).collect(),
    }
}

/// The index of all bodies.
pub(super) fn index(histories: &[(usize, ActionHistory)], dossier: &Dossier) -> Vec<ActionSummary> {
    let summary = |(body, history): &(usize, ActionHistory)| ActionSummary {
        body: Link {
            url: addresses::actions(&dossier.body(*body).slug),
            text: dossier.body(*body).short.clone(),
        },
        inspections: history.inspections.len(),
        actions: history.inspections.iter().map(|inspection| inspection.actions.len()).sum(),
        recurring: history.recurring.len(),
        latest: history
            .inspections
            .first()
            .and_then(|inspection| inspection.document.date)
            .map(|date| date.words())
            .unwrap_or_default(),
    };
    histories.iter().map(summary).collect()
}
