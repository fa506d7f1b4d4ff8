//! A reading in, the abbreviations that the text explains out: one fact for each meaning.

use super::abbreviations::{Abbreviation, abbreviations};
use super::alignment::is_plural;
use super::reading::Reading;
use crate::model::{Document, Fact, FactValue, Span, Term};
use std::collections::BTreeSet;

/// The first explanation of each abbreviation, and the first of each other wording; a plural is no other wording.
pub fn explained_abbreviations(reading: &Reading) -> Vec<Fact> {
    let document = reading.document;
    let mut known = BTreeSet::new();
    abbreviations(document)
        .into_iter()
        // One letter is no term that a glossary needs.
        .filter(|pair| pair.short.len() > 1)
        .filter(|pair| known.insert((singular(document.words(pair.short)), stems(document.words(pair.long)))))
        .map(|pair| fact(document, pair))
        .collect()
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

fn stems(long: &str) -> Vec<String> {
    long.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 1)
        .map(|word| word.trim_end_matches('s').to_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::facts;
    use super::super::sample;
    use crate::model::{FactKind, Vocabulary};
    use std::sync::Arc;

    #[test]
    fn each_meaning_is_told_once() {
        let text =
            "River task forces (RTFs) met. The River Task Force (RTF) met. The road traffic forum (RTF) met.";
        let sheet = facts(Arc::new(sample::document(text)), &Vocabulary::default());
        let found: Vec<_> = sheet.of(FactKind::Term).map(|fact| fact.evidence.quote.as_str()).collect();
        assert_eq!(found, ["River task forces (RTFs)", "road traffic forum (RTF)"]);
    }
}
