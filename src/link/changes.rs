//! The facts of now and of an earlier build in, what was added, changed and removed out.

use super::dossier::Dossier;
use crate::model::{Change, Changes, Date, FactKind, FormerDocument, FormerFact, FormerFacts, Link};
use std::collections::{BTreeMap, BTreeSet};

/// What changed; nothing is known of it if there was no earlier build.
pub(super) fn since(dossier: &Dossier, former: Option<&FormerFacts>) -> Changes {
    let Some(former) = former else { return Changes::default() };
    let before: BTreeMap<&str, &FormerDocument> =
        former.documents.iter().map(|document| (document.slug.as_str(), document)).collect();
    let now: BTreeSet<&str> = dossier.documents.iter().map(|joined| joined.card.slug.as_str()).collect();
    let added = dossier.documents.iter().filter(|joined| !before.contains_key(joined.card.slug.as_str()));
    let removed = before.values().filter(|document| !now.contains(document.slug.as_str()));
    let changes = Changes {
        known: true,
        date: dossier.settings.as_of.or_else(|| newest(dossier)),
        documents_added: added.map(|joined| joined.reference()).collect(),
        documents_removed: removed.map(|document| document.title.clone()).collect(),
        facts: facts(dossier, former, &before),
        earlier: Vec::new(),
    };
    // A build of the same content tells what the one before it told, so that it gives the same bytes.
    match &former.changes {
        Some(told) if changes.is_nothing() => told.clone(),
        Some(told) => Changes { earlier: earlier(told), ..changes },
        None => changes,
    }
}

fn newest(dossier: &Dossier) -> Option<Date> {
    dossier.documents.iter().filter_map(|joined| joined.card.date).max()
}

/// What earlier builds told, within what a feed can hold.
fn earlier(told: &Changes) -> Vec<Changes> {
    const BUILDS: usize = 20;
    const ENTRIES: usize = 500;
    let last = Changes { earlier: Vec::new(), ..told.clone() };
    let mut entries = 0;
    std::iter::once(&last)
        .chain(&told.earlier)
        .filter(|changes| !changes.is_nothing())
        .take(BUILDS)
        .take_while(|changes| {
            entries += changes.count();
            entries <= ENTRIES
        })
        .cloned()
        .collect()
}

/// The facts of one kind in one document that are not in the other build.
#[derive(Default)]
struct Differing<'a> {
    added: Vec<(&'a str, String)>,
    removed: Vec<&'a FormerFact>,
}

/// By document, then kind.
fn facts(dossier: &Dossier, former: &FormerFacts, before: &BTreeMap<&str, &FormerDocument>) -> Vec<Change> {
    let known: BTreeSet<(&str, &str)> =
        former.facts.iter().map(|fact| (fact.document.as_str(), fact.id.as_str())).collect();
    let mut differing: BTreeMap<(&str, FactKind), Differing> = BTreeMap::new();
    let mut present = BTreeSet::new();
    for joined in &dossier.documents {
        for fact in &joined.sheet.facts {
            let key = (joined.card.slug.as_str(), fact.id.as_str());
            present.insert(key);
            if !known.contains(&key) {
                differing.entry((key.0, fact.kind())).or_default().added.push((key.1, fact.value.line()));
            }
        }
    }
    for fact in &former.facts {
        if !present.contains(&(fact.document.as_str(), fact.id.as_str())) {
            differing.entry((&fact.document, fact.kind)).or_default().removed.push(fact);
        }
    }
    let links: BTreeMap<&str, Link> =
        dossier.documents.iter().map(|joined| (joined.card.slug.as_str(), joined.reference())).collect();
    differing
        .into_iter()
        .flat_map(|((slug, kind), differing)| {
            let link = links.get(slug).cloned().unwrap_or_else(|| Link {
                url: String::new(),
                text: before.get(slug).map_or_else(|| slug.to_owned(), |document| document.title.clone()),
            });
            told(kind, &link, differing)
        })
        .collect()
}

/// An added and a removed fact about the same thing are one change.
fn told(kind: FactKind, document: &Link, mut differing: Differing) -> Vec<Change> {
    let mut changes = Vec::new();
    for (id, line) in differing.added {
        let before = differing.removed.iter().position(|fact| about(&fact.line) == about(&line));
        let before = before.map(|index| differing.removed.remove(index).line.clone());
        // The same value with other words around it is no news to a reader.
        if before.as_ref() == Some(&line) {
            continue;
        }
        let what = if before.is_some() { "changed" } else { "added" }.to_owned();
        let url = Some(format!("{}#{id}", document.url));
        changes.push(Change { what, kind, line, before, document: document.clone(), url });
    }
    changes.extend(differing.removed.into_iter().map(|fact| Change {
        what: "removed".to_owned(),
        kind,
        line: fact.line.clone(),
        before: None,
        document: document.clone(),
        url: None,
    }));
    changes
}

/// What a fact's line is about: the area of a judgement, the measure of a figure, the name of a person; else all of it.
fn about(line: &str) -> &str {
    line.split_once(": ").or_else(|| line.split_once(", ")).map_or(line, |(about, _)| about)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::Sample;
    use crate::model::{FactValue, Settings, Term, Vocabulary};

    #[test]
    fn what_is_told_anew_is_a_change() {
        let term = |short: &str, long: &str| FactValue::Term(Term { short: short.into(), long: long.into() });
        let sample = Sample::about("Hartwell")
            .states("One.", term("CAF", "new words"))
            .states("Two.", term("MASH", "hub"));
        let (settings, vocabulary) = (Settings::default(), Vocabulary::default());
        let dossier = Dossier::new(vec![sample.entry()], &settings, &vocabulary);
        let fact = |id: &str, line: &str| FormerFact {
            id: id.into(),
            kind: FactKind::Term,
            line: line.into(),
            document: "hartwell".into(),
        };
        let document = FormerDocument { slug: "hartwell".into(), title: "Hartwell".into() };
        let facts = vec![fact("term-1", "CAF: old words"), fact("term-2", "PLO: outline")];
        let changes = since(
            &dossier,
            Some(&FormerFacts { documents: vec![document], facts, ..FormerFacts::default() }),
        );
        let told: Vec<_> = changes.facts.iter().map(|change| (&*change.what, &*change.line)).collect();
        assert_eq!(
            told,
            [("changed", "CAF: new words"), ("added", "MASH: hub"), ("removed", "PLO: outline")]
        );
        assert!(changes.documents_added.is_empty());
        assert!(!since(&dossier, None).known);
    }

    #[test]
    fn a_later_build_keeps_what_earlier_ones_told() {
        let (settings, vocabulary) = (Settings::default(), Vocabulary::default());
        let dossier = Dossier::new(vec![Sample::about("Hartwell").entry()], &settings, &vocabulary);
        let told = |title: &str, count: usize, earlier: Vec<Changes>| Changes {
            known: true,
            documents_removed: vec![title.to_owned(); count],
            earlier,
            ..Changes::default()
        };
        let former = |changes: Changes| FormerFacts { changes: Some(changes), ..FormerFacts::default() };
        let titles = |changes: &Changes| -> Vec<String> {
            changes.earlier.iter().map(|earlier| earlier.documents_removed[0].clone()).collect()
        };
        let changes = since(&dossier, Some(&former(told("last", 1, vec![told("before", 1, Vec::new())]))));
        assert_eq!(changes.documents_added.len(), 1);
        assert_eq!(titles(&changes), ["last", "before"]);
        let changes = since(&dossier, Some(&former(told("last", 1, vec![told("before", 500, Vec::new())]))));
        assert_eq!(titles(&changes), ["last"]);
    }
}
