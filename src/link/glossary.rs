//! Abbreviations of all documents in, the glossary out: one entry a short form, with each meaning that documents give it.

use super::dossier::{Dossier, FactAt};
use crate::model::{FactKind, FactValue, Term, TermCard};
use std::collections::BTreeMap;

/// By short form; of several meanings the commonest first.
pub(super) fn terms(dossier: &Dossier) -> Vec<TermCard> {
    let mut terms: BTreeMap<(String, &str), Vec<(FactAt, &Term)>> = BTreeMap::new();
    for (at, fact) in dossier.facts(FactKind::Term) {
        if let FactValue::Term(term) = &fact.value {
            terms.entry((term.short.to_lowercase(), &term.short)).or_default().push((at, term));
        }
    }
    let mut taken = Default::default();
    terms.into_iter().map(|((_, short), told)| card(dossier, short, &told, &mut taken)).collect()
}

fn card(
    dossier: &Dossier,
    short: &str,
    told: &[(FactAt, &Term)],
    taken: &mut std::collections::BTreeSet<String>,
) -> TermCard {
    let mut meanings: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for (_, term) in told {
        meanings.entry(folded(&term.long)).or_insert((0, &term.long)).0 += 1;
    }
    let mut meanings: Vec<(usize, &str)> = meanings.into_values().collect();
    meanings.sort_by_key(|(count, long)| (std::cmp::Reverse(*count), *long));
    TermCard {
        anchor: super::addresses::unique(super::addresses::slug(short), short, taken),
        short: short.to_owned(),
        longs: meanings.into_iter().map(|(_, long)| long.to_owned()).collect(),
        sources: dossier.cite_all(&told.iter().map(|(at, _)| *at).collect::<Vec<_>>()),
    }
}

/// Small letters, words alone, without a plural: two spellings of one meaning.
fn folded(long: &str) -> String {
    let lower = long.to_lowercase().replace(['’', '\''], "").replace(['-', '–'], " ").replace('&', "and");
    let words =
        lower.split_whitespace().map(|word| word.strip_suffix('s').filter(|w| w.len() > 3).unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
}
