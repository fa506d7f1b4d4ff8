//! What was to be put right in, each body's history of it out, and what of it came back at the next inspection.

use super::addresses;
use super::dossier::{Dossier, FactAt};
use super::inspections::Inspection;
use super::themes::Themes;
use super::wording::{self, Rarity, Weighted};
use crate::model::{
    Action, ActionCard, ActionHistory, ActionInspection, ActionSummary, FactKind, FactValue, Link, Recurrence,
};
use std::collections::{BTreeMap, BTreeSet};

/// From this likeness on, two actions of consecutive inspections are shown as one matter: the mean of the likeness of
/// their words and that of their themes. With both limits, nine of ten pairs of a hundred reports are the same matter.
const SAME_MATTER: f64 = 0.535;

/// From this likeness of the words alone: a theme in common is not a matter in common.
const ALIKE_IN_WORDS: f64 = 0.2;

/// An action on its way to its card.
struct Told {
    card: ActionCard,
    words: Weighted,
    themes: Weighted,
}

/// How rare words and themes are among all actions.
struct Rare<'a> {
    known: Themes<'a>,
    words: Rarity,
    themes: Rarity,
}

impl<'a> Rare<'a> {
    fn new(dossier: &Dossier<'a>) -> Self {
        let mut rare = Self {
            known: Themes::new(dossier.vocabulary),
            words: Rarity::default(),
            themes: Rarity::default(),
        };
        for (_, fact) in dossier.facts(FactKind::Action) {
            if let FactValue::Action(action) = &fact.value {
                rare.words.count(&wording::stems(&action.text));
                rare.themes.count(&rare.known.of(&action.text));
            }
        }
        rare
    }

    fn told(&self, dossier: &Dossier, at: FactAt, action: &Action) -> Told {
        let themes = self.known.of(&action.text);
        Told {
            card: card(dossier, at, action, themes.first().map(|(_, label)| label.clone())),
            words: self.words.weigh(&wording::stems(&action.text)),
            themes: self.themes.weigh(&themes),
        }
    }
}

impl Told {
    /// How alike two actions are, if they may be one matter.
    fn likeness(&self, other: &Told) -> Option<f64> {
        let words = self.words.likeness(&other.words);
        let likeness = match self.themes.is_empty() && other.themes.is_empty() {
            true => words,
            false => (words + self.themes.likeness(&other.themes)) / 2.0,
        };
        (words >= ALIKE_IN_WORDS && likeness >= SAME_MATTER).then_some(likeness)
    }
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
    let rare = Rare::new(dossier);
    let of_body = inspections.chunk_by(|a, b| a.body == b.body);
    let mut histories: BTreeMap<usize, Vec<Shown>> = BTreeMap::new();
    let mut placed: BTreeSet<usize> = BTreeSet::new();
    for inspections in of_body {
        for inspection in inspections {
            placed.extend(&inspection.own);
            let documents = inspection.reports.iter().chain(&inspection.own).copied();
            if let Some(document) = documents.into_iter().find(|document| by_document.contains_key(document))
            {
                let shown = shown(dossier, document, inspection.words(), &by_document[&document], &rare);
                histories.entry(inspection.body).or_default().push(shown);
            }
        }
    }
    for (document, facts) in by_document.iter().filter(|(document, _)| !placed.contains(document)) {
        if let Some(body) = dossier.documents[*document].body {
            let date = dossier.documents[*document].card.date.map(|date| date.words()).unwrap_or_default();
            histories.entry(body).or_default().push(shown(dossier, *document, date, facts, &rare));
        }
    }
    histories.into_iter().map(|(body, shown)| (body, history(dossier, body, shown))).collect()
}

fn shown(dossier: &Dossier, document: usize, date: String, facts: &[FactAt], rare: &Rare) -> Shown {
    let told = facts.iter().filter_map(|at| match &dossier.fact(*at).value {
        FactValue::Action(action) => Some(rare.told(dossier, *at, action)),
        _ => None,
    });
    Shown { document, date, told: told.collect() }
}

fn card(dossier: &Dossier, at: FactAt, action: &Action, theme: Option<String>) -> ActionCard {
    ActionCard {
        reference: action.reference.clone(),
        text: action.text.clone(),
        deadline: action.deadline.clone(),
        priority: action.priority.clone(),
        theme,
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
            if let Some(likeness) = before.likeness(told) {
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
    let (before, now) = (&earlier.told[old], &later.told[new]);
    let (shared, themes) = (before.words.shared(&now.words), before.themes.shared(&now.themes));
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
        shared,
        themes,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::inspections;
    use crate::link::sample::Sample;
    use crate::model::{Settings, Theme, Vocabulary};

    fn report(start: &str, actions: &[&str]) -> Sample {
        let sample = Sample::about("Hartwell").named(start).inspected(start, start);
        actions.iter().fold(sample, |sample, text| {
            sample.states(text, FactValue::Action(Action { text: (*text).to_owned(), ..Action::default() }))
        })
    }

    fn vocabulary() -> Vocabulary {
        let theme = |id: &str, wording: &str| Theme {
            id: id.into(),
            label: id.into(),
            wordings: vec![wording.into()],
        };
        Vocabulary {
            themes: vec![theme("private-fostering", "private foster"), theme("supervision", "supervision")],
            ..Vocabulary::default()
        }
    }

    fn recurring(samples: Vec<Sample>) -> Vec<(String, String)> {
        let (settings, vocabulary) = (Settings::default(), vocabulary());
        let dossier = Dossier::new(samples.into_iter().map(Sample::entry).collect(), &settings, &vocabulary);
        let histories = histories(&dossier, &inspections::all(&dossier));
        let pairs = histories.into_iter().flat_map(|(_, history)| history.recurring);
        pairs.map(|pair| (pair.earlier.text, pair.later.text)).collect()
    }

    #[test]
    fn a_matter_in_other_words_came_back() {
        let (old, new) =
            ("Promote private fostering among schools", "The response to private fostering arrangements");
        let earlier = report("2014-03-11", &[old, "Improve the supervision of social workers"]);
        let later = report("2019-07-01", &[new, "The number of carers for older children"]);
        assert_eq!(recurring(vec![earlier, later]), [(old.to_owned(), new.to_owned())]);
    }

    #[test]
    fn only_consecutive_inspections_are_compared() {
        let matter = "The response to private fostering arrangements";
        let samples = vec![
            report("2014-03-11", &[matter]),
            report("2017-03-11", &["The dental health of children"]),
            report("2019-07-01", &[matter]),
        ];
        assert!(recurring(samples).is_empty());
    }
}
