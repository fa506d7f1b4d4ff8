//! A reading in, the abbreviations that the text explains out: one fact for each meaning.

use super::abbreviations::{Abbreviation, abbreviations};
use super::alignment::is_plural;
use super::reading::Reading;
use crate::model::{Document, Fact, FactValue, Span, Term};
use std::collections::BTreeMap;

/// The first explanation of each abbreviation; a second one is a fact of its own if it says something else.
pub fn explained_abbreviations(reading: &Reading) -> Vec<Fact> {
    let document = reading.document;
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut facts = Vec::new();
    for pair in abbreviations(document) {
        let longs = known.entry(singular(document.words(pair.short))).or_default();
        let long = document.words(pair.long);
        if longs.iter().all(|earlier| differ(earlier, long)) {
            longs.push(long.to_owned());
            facts.push(fact(document, pair));
        }
    }
    facts
}

fn fact(document: &Document, pair: Abbreviation) -> Fact {
    let text = |span: Span| document.words(span).to_owned();
    let value = FactValue::Term(Term { short: text(pair.short), long: text(pair.long) });
    Fact::new(document, value, pair.whole, "explained-abbreviation")
}

fn singular(short: &str) -> String {
    let stem = if is_plural(short) { &short[..short.len() - 1] } else { short };
    stem.to_lowercase()
}

/// Whether two long forms share less than three fifths of the words of the shorter one.
fn differ(one: &str, other: &str) -> bool {
    let (one, other) = (stems(one), stems(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    5 * shared < 3 * one.len().min(other.len())
}

fn stems(long: &str) -> Vec<String> {
    long.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 1)
        .map(|word| word.trim_end_matches('s').to_lowercase())
        .collect()
}
