//! A document in, for each of its blocks and sentences what was found there out, and why something was not.

use super::events;
use super::figures::{self, Verdict};
use super::reading::{Reading, within};
use crate::model::{Block, Document, Fact, FactKind, FactSheet, FactValue, Span, Vocabulary};
use std::collections::BTreeSet;

/// A block with its sentences.
#[derive(Debug, Clone)]
pub struct ExplainedBlock {
    /// Its place among the blocks, from 0.
    pub index: usize,
    pub block: Block,
    pub sentences: Vec<ExplainedSentence>,
}

/// A sentence with the facts found in it, and what was recognised but became none.
#[derive(Debug, Clone)]
pub struct ExplainedSentence {
    pub span: Span,
    pub facts: Vec<Fact>,
    pub passed_over: Vec<PassedOver>,
}

/// A number, a date, a name or quoted words that became no fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    pub span: Span,
    pub reason: String,
}

/// What was found where in a document, and why the rest was not. `sheet` must be the document's own.
pub fn explained(sheet: &FactSheet, vocabulary: &Vocabulary) -> Vec<ExplainedBlock> {
    let document = &*sheet.document;
    let reading = Reading::new(document, vocabulary);
    let passed_over = passed_over(&reading, sheet);
    let mut facts: Vec<&Fact> = sheet.facts.iter().collect();
    facts.sort_by_key(|fact| fact.evidence.span.start);
    let sentence = |span: &Span| ExplainedSentence {
        span: *span,
        facts: within(&facts, *span, |fact| fact.evidence.span.start)
            .iter()
            .map(|fact| (*fact).clone())
            .collect(),
        passed_over: within(&passed_over, *span, |passed| passed.span.start).to_vec(),
    };
    let block = |(index, block): (usize, &Block)| ExplainedBlock {
        index,
        block: block.clone(),
        sentences: document.sentences_of(block).iter().map(sentence).collect(),
    };
    document.blocks().iter().enumerate().map(block).collect()
}

/// What became no fact, in order, each with the reason.
fn passed_over(reading: &Reading, sheet: &FactSheet) -> Vec<PassedOver> {
    let numbers = figures::verdicts(reading).into_iter().filter_map(|(span, verdict)| match verdict {
        Verdict::Figure(_) => None,
        Verdict::Compared(figure) => Some(PassedOver { span, reason: compared(reading.document, figure) }),
        Verdict::Refused(refusal) => Some(PassedOver { span, reason: refusal.reason().to_owned() }),
    });
    let dates = events::verdicts(reading)
        .into_iter()
        .filter_map(|(span, verdict)| Some(PassedOver { span, reason: verdict.err()?.reason().to_owned() }));
    let quoted = reading.quoted.iter().filter(|quoted| !quoted.ascribed).map(|quoted| PassedOver {
        span: quoted.span,
        reason: "the quoted words are no clause that the text ascribes to a speaker".to_owned(),
    });
    let mut found: Vec<PassedOver> =
        numbers.chain(dates).chain(quoted).chain(names(reading, sheet)).collect();
    found.extend(other_names(reading, sheet));
    found.extend(codes(reading.document, sheet, &found));
    found.sort_by_key(|passed| (passed.span.start, passed.span.end));
    found
}

/// Words with digits that are neither a number, nor a date, nor part of a fact.
fn codes(document: &Document, sheet: &FactSheet, found: &[PassedOver]) -> Vec<PassedOver> {
    let mut known: Vec<Span> = found.iter().map(|passed| passed.span).collect();
    known.extend(sheet.facts.iter().map(|fact| fact.evidence.span));
    known.sort_unstable_by_key(|span| span.start);
    let longest = known.iter().map(|span| span.len()).max().unwrap_or(0);
    let is_known = |span: Span| {
        let first = known.partition_point(|other| other.start + longest < span.start);
        known[first..].iter().take_while(|other| other.start < span.end).any(|other| other.overlaps(span))
    };
    let words = document.text().split_inclusive(char::is_whitespace).scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some(Span::new(start, start + word.trim_end().len()))
    });
    let coded = words
        .filter(|span| document.words(*span).bytes().any(|byte| byte.is_ascii_digit()) && !is_known(*span));
    let reason =
        "the digits are part of a name, a code, an address, a telephone number or a share such as 1 in 4"
            .to_owned();
    coded.map(|span| PassedOver { span, reason: reason.clone() }).collect()
}

/// Names of persons whom no fact is about, at their first mention.
fn names(reading: &Reading, sheet: &FactSheet) -> Vec<PassedOver> {
    let known: BTreeSet<&str> = sheet.of(FactKind::Person).filter_map(|fact| person(fact)).collect();
    let mut seen = BTreeSet::new();
    let mentions = reading.names.mentions.iter().filter(|mention| seen.insert(mention.person));
    let unknown = mentions.filter_map(|mention| {
        let person = reading.names.person(mention);
        let reason = if person.certain {
            "nothing says which office the person has, and nobody is quoted by that name"
        } else {
            "nothing makes it sure that this is the name of a person"
        };
        let known = known.contains(person.name.as_str());
        (!known).then(|| PassedOver { span: mention.span, reason: reason.to_owned() })
    });
    unknown.collect()
}

/// Words written like a name that name neither a person nor a known body, at their first mention.
fn other_names(reading: &Reading, sheet: &FactSheet) -> Vec<PassedOver> {
    let document = reading.document;
    let text = document.text();
    let whole = |fact: &&Fact| !matches!(fact.kind(), FactKind::Action | FactKind::Quotation);
    let mut known: Vec<Span> = sheet.facts.iter().filter(whole).map(|fact| fact.evidence.span).collect();
    known.extend(reading.names.mentions.iter().map(|mention| mention.whole));
    known.extend(reading.dates.iter().map(|date| date.span));
    known.extend(reading.words.organisations(text).map(|(_, span)| span));
    known.extend(reading.words.authorities(text).map(|(_, span)| span));
    known.extend(reading.words.endings(text).map(|(_, span)| span));
    known.sort_unstable_by_key(|span| span.start);
    let longest = known.iter().map(|span| span.len()).max().unwrap_or(0);
    let is_known = |span: Span| {
        let first = known.partition_point(|other| other.start + longest < span.start);
        known[first..].iter().take_while(|other| other.start < span.end).any(|other| other.overlaps(span))
    };
    let heads = |span: Span| document.block_at(span.start).is_none_or(|block| block.kind.is_heading());
    let mut seen = BTreeSet::new();
    let written = super::names::written_like_names(document).into_iter();
    let unknown =
        written.filter(|span| !heads(*span) && !is_known(*span) && seen.insert(document.words(*span)));
    let reason = |words: &str| {
        if words.ends_with(" Act") || words.ends_with(" Regulations") {
            "a law is known by its title and its year, and the year is missing"
        } else {
            "the words are written like a name, but nothing tells of a person, and no known body is called so"
        }
    };
    unknown.map(|span| PassedOver { span, reason: reason(document.words(span)).to_owned() }).collect()
}

fn person(fact: &Fact) -> Option<&str> {
    match &fact.value {
        FactValue::Person(person) => Some(&person.name),
        _ => None,
    }
}

fn compared(document: &Document, figure: Span) -> String {
    format!("it stands in the comparison of the figure “{}”", document.words(figure))
}

/// What the rule of a fact looks for, in one sentence.
pub fn about(rule: &str, kind: FactKind) -> &'static str {
    let found = super::RULES.iter().find(|known| known.name == rule && known.kind == kind);
    found.map_or("a person added or changed it", |rule| rule.about)
}

#[cfg(test)]
mod tests {
    use super::super::{facts, sample};
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_fact_stands_with_its_sentence_and_a_number_without_one_with_its_reason() {
        let text = "The river task force (RTF) met. It spoke of a man aged 16 years.";
        let vocabulary = Vocabulary::default();
        let sheet = facts(Arc::new(sample::document(text)), &vocabulary);
        let blocks = explained(&sheet, &vocabulary);
        let sentences = &blocks[0].sentences;
        assert_eq!(sentences[0].facts[0].rule, "explained-abbreviation");
        assert!(sentences[1].facts.is_empty());
        assert!(!sentences[1].passed_over.is_empty());
        let text = "They read the Jay Review twice. The Jay Review was long.";
        let sheet = facts(Arc::new(sample::document(text)), &vocabulary);
        let blocks = explained(&sheet, &vocabulary);
        let passed: Vec<_> = blocks[0].sentences.iter().map(|one| one.passed_over.len()).collect();
        assert_eq!(passed, [1, 0]);
        let text = "Write to the quay, HB1 4QT.";
        let sheet = facts(Arc::new(sample::document(text)), &vocabulary);
        let passed = explained(&sheet, &vocabulary)[0].sentences[0].passed_over.clone();
        let words: Vec<&str> = passed.iter().map(|passed| &text[passed.span.range()]).collect();
        assert_eq!(words, ["HB1", "4QT."]);
        assert_ne!(about("explained-abbreviation", FactKind::Term), "a person added or changed it");
    }
}
