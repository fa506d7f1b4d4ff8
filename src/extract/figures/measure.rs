//! A number in its sentence in, what it counts and what it measures out, in the text's words.

use super::setting::Setting;
use crate::extract::quantities::{Form, Quantity, Unit, is_plural, is_verb, words_of};
use crate::extract::reading::Reading;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The unit of a figure. None if nothing says what is counted.
pub(super) fn unit(
    reading: &Reading,
    setting: &Setting,
    quantity: &Quantity,
    open: &[&Quantity],
) -> Option<String> {
    let document = reading.document;
    if quantity.unit != Unit::None {
        return quantity.unit_name(document).map(|unit| unit.trim_start_matches("different ").to_owned());
    }
    let before =
        document.words(Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start));
    let after = document.words(Span::new(quantity.number.end, setting.sentence.end.max(quantity.number.end)));
    let predicated = after.starts_with(' ')
        && words_of(after, 0).first().is_some_and(|(_, word)| {
            is_verb(word)
                || matches!(
                    *word,
                    "who"
                        | "are"
                        | "is"
                        | "have"
                        | "had"
                        | "has"
                        | "were"
                        | "was"
                        | "of"
                        | "did"
                        | "do"
                        | "will"
                        | "with"
                        | "in"
                )
        });
    let bracketed = before.ends_with('(') || before.ends_with("(or ");
    let stated = STATED.is_match(before);
    if quantity.form == Form::Words && !(predicated || bracketed || stated || setting.refers_back) {
        return None;
    }
    let number_of = NUMBER_OF.captures(before).and_then(|found| head(found.get(1)?.as_str()));
    let other =
        open.iter().filter(|other| other.number != quantity.number).find_map(|other| match other.unit {
            Unit::Counted(span) => Some(document.words(span).to_owned()),
            _ => None,
        });
    let listed = setting
        .introduction
        .as_ref()
        .and_then(|introduction| introduction.unit.clone())
        .filter(|unit| !unit.starts_with("per ") && unit != "%");
    let nearest =
        (bracketed || stated || setting.refers_back || predicated).then(|| nearest_plural(before)).flatten();
    let previous = setting
        .previous
        .filter(|_| predicated || setting.refers_back)
        .and_then(|sentence| nearest_plural(document.words(sentence)));
    number_of
        .or(if bracketed { nearest.clone().or(other.clone()) } else { other })
        .or(listed)
        .or(nearest)
        .or(previous)
}

/// The noun phrase that words begin with, up to its plural.
fn head(words: &str) -> Option<String> {
    let mut phrase: Vec<&str> = Vec::new();
    for (_, word) in words_of(words, 0).into_iter().take(6) {
        phrase.push(word);
        if is_plural(word) {
            return Some(phrase.join(" "));
        }
    }
    None
}

/// The last plural before a number, with the word before it if that describes it.
fn nearest_plural(before: &str) -> Option<String> {
    let words: Vec<&str> = before
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
        .filter(|word| !word.is_empty())
        .collect();
    let at = words.iter().rposition(|word| is_plural(word) && !is_verb(word))?;
    let described = at
        .checked_sub(1)
        .map(|index| words[index])
        .filter(|word| DESCRIBING.contains(&word.to_lowercase().as_str()));
    Some(described.map_or(words[at].to_owned(), |word| format!("{word} {}", words[at])).to_lowercase())
}

/// Words that make one term with the plural after them.
const DESCRIBING: [&str; 16] = [
    "adoption",
    "agency",
    "care",
    "court",
    "family",
    "foster",
    "health",
    "initial",
    "looked-after",
    "permanent",
    "personal",
    "placement",
    "serious",
    "social",
    "support",
    "young",
];

/// What a number measures: the clause around it without the number, its brackets and its date.
pub(super) fn words(reading: &Reading, setting: &Setting, quantity: &Quantity) -> String {
    let clause = clause(reading, setting, quantity);
    let own = tidy(reading, clause, quantity);
    let listed = setting.introduction.as_ref().and_then(|introduction| introduction.measure.as_deref());
    match listed {
        Some(listed) if own.is_empty() => listed.to_owned(),
        Some(listed) => format!("{listed} {own}"),
        None => own,
    }
}

/// The stretch of the sentence that speaks of this number.
fn clause(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Span {
    let text = reading.document.text();
    let sentence = setting.sentence;
    let before = &text[sentence.start.min(quantity.span.start)..quantity.span.start];
    let after = &text[quantity.span.end..sentence.end.max(quantity.span.end)];
    let start = CLAUSE.find_iter(before).last().map_or(sentence.start, |found| sentence.start + found.end());
    let end = CLAUSE.find(after).map_or(sentence.end, |found| quantity.span.end + found.start());
    let clause = Span::new(start.min(quantity.span.start), end.max(quantity.span.end));
    let own_words = text[clause.range()].split(' ').count();
    if own_words < 5 { Span::new(sentence.start, clause.end) } else { clause }
}

/// The words of a clause without numbers, brackets, dates, and the small words at its ends; at most 18 of them.
fn tidy(reading: &Reading, clause: Span, quantity: &Quantity) -> String {
    let document = reading.document;
    let mut dropped: Vec<Span> =
        reading.dates.iter().map(|date| date.span).filter(|span| clause.overlaps(*span)).collect();
    dropped.extend(reading.quantities.iter().filter(|other| clause.overlaps(other.number)).map(|other| {
        match other.unit {
            Unit::Counted(_) if other.number == quantity.number => other.number,
            Unit::Counted(noun) => Span::new(other.number.start, noun.start),
            _ => other.span,
        }
    }));
    dropped.sort();
    let (mut kept, mut from) = (String::new(), clause.start);
    for span in dropped {
        if span.start >= from {
            kept.push_str(document.words(Span::new(from, span.start.max(from))));
            kept.push('\u{1}');
        }
        from = from.max(span.end);
    }
    kept.push_str(document.words(Span::new(from.min(clause.end), clause.end)));
    let kept = BRACKETS.replace_all(&kept, " ");
    let kept = SMALL.replace_all(&kept, " ");
    let words: Vec<&str> = kept
        .split(|c: char| c.is_whitespace() || c == '\u{1}')
        .map(|word| {
            word.trim_matches(|c: char| {
                matches!(c, ',' | '.' | ':' | ';' | '(' | ')' | '•' | '–' | '-' | '“' | '”' | '"')
            })
        })
        .filter(|word| !word.is_empty())
        .collect();
    let is_small = |word: &&&str| ENDS.contains(&word.to_lowercase().as_str());
    let start = words.iter().take_while(is_small).count();
    let words = &words[start..];
    let end = words.len() - words.iter().rev().take_while(is_small).count();
    let words = &words[..end];
    words[..words.len().min(18)].join(" ")
}

/// An introducing line without the words that only count: "The proportion of".
pub(super) fn without_lead(words: &str) -> &str {
    LEAD.find(words).map_or(words, |found| &words[found.end()..])
}

/// Words that say nothing at either end of a measure.
const ENDS: [&str; 61] = [
    "a",
    "about",
    "almost",
    "also",
    "although",
    "an",
    "and",
    "approx",
    "approximately",
    "are",
    "around",
    "as",
    "at",
    "been",
    "being",
    "but",
    "by",
    "currently",
    "during",
    "end",
    "fewer",
    "for",
    "from",
    "had",
    "has",
    "have",
    "however",
    "in",
    "is",
    "it",
    "just",
    "least",
    "less",
    "more",
    "nearly",
    "now",
    "of",
    "on",
    "only",
    "or",
    "over",
    "per",
    "since",
    "so",
    "some",
    "than",
    "that",
    "the",
    "there",
    "these",
    "this",
    "to",
    "up",
    "was",
    "were",
    "when",
    "which",
    "while",
    "who",
    "whom",
    "with",
];

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

static NUMBER_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bnumbers? of (?:permanent |the |these |all )?([^,;:.()]{3,60})[^;:.]*$"));
static STATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|was|were|are|at|to|from|figure|total|totalled|totalling|of|than|by|with|figure is now|now) (?:now |currently |only |just |around |about |approximately |almost |over |nearly |well over |up to )?$",
    )
});
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"; |, of (?:whom|which) | of whom |, which |, with |, but |, and |, while |, whereas |, although | compared (?:to|with) |, compared |, this | and a rate |: |, down from|, up from|, an (?:increase|improvement) |, a (?:reduction|decrease|rise|fall) ",
    )
});
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^)]*\)|\([^)]*$"));
static SMALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?i)\\b(?:there (?:are|were|have been|has been|is|was)|the (?:number|proportion|percentage|figure|rate) of|at the end of|as at|a rate of)\\b",
    )
});
static LEAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:the )?(?:number|proportion|percentage|share|rate)s? of "));
