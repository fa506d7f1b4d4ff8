//! A number of several in one sentence in, the words of its own out, where each has an item of its own and all share the
//! rest: "A (12%) and B (9%) fell", "stands at 12% for A and 9% for B", "A features in 12% of plans, B in 9%".
//!
//! What is shared stands once, with the first number or behind the last. Each number is read as if it had been said for
//! it too.

use super::clause;
use super::comparison::alike;
use super::setting::Setting;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Quantity, Unit};
use crate::extract::reading::{Reading, within};
use crate::model::Span;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The words of a number's own, in order; where the number stands among them is told by its place.
pub(super) struct Own {
    pub before: Vec<Span>,
    pub after: Vec<Span>,
}

/// The words of a number in a row of numbers with items, if it stands in one.
pub(super) fn own(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Option<Own> {
    bracketed(reading, setting, quantity)
        .or_else(|| followed(reading, setting, quantity))
        .or_else(|| led(reading, setting, quantity))
}

/// The numbers that stand in a row with one, of which each next two are parted by words of a form; with its place.
fn row<'a>(
    reading: &'a Reading,
    setting: &Setting,
    quantity: &Quantity,
    form: &Regex,
) -> Option<(&'a [Quantity], usize)> {
    if !is_bare(quantity) {
        return None;
    }
    let all = within(&reading.quantities, setting.sentence, |other| other.number.start);
    let joined = |one: &Quantity, next: &Quantity| {
        let between = gap(one, next);
        is_bare(one)
            && is_bare(next)
            && alike(one.unit, next.unit)
            && form.is_match(reading.document.words(between))
            && within(&reading.dates, between, |date| date.span.start).is_empty()
    };
    let row = all
        .chunk_by(|one, next| joined(one, next))
        .find(|row| row.iter().any(|other| other.number == quantity.number))?;
    let at = row.iter().position(|other| other.number == quantity.number)?;
    (row.len() > 1).then_some((row, at))
}

fn is_bare(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Percent | Unit::Rate(_))
}

fn gap(one: &Quantity, next: &Quantity) -> Span {
    Span::new(one.span.end.min(next.span.start), next.span.start)
}

/// A group of a match in a stretch of the document, as a range of the document.
fn group(found: &Captures, name: &str, stretch: Span) -> Option<Span> {
    let group = found.name(name)?;
    Some(Span::new(stretch.start + group.start(), stretch.start + group.end()))
}

fn before(reading: &Reading, setting: &Setting, first: &Quantity) -> Span {
    let clause = clause::clause(reading, setting, first);
    Span::new(clause.start.min(first.span.start), first.span.start)
}

fn after(setting: &Setting, last: &Quantity) -> Span {
    Span::new(last.span.end, setting.sentence.end.max(last.span.end))
}

/// "progress in A (12%) and B (9%)", "A (12%) and B (9%) fell".
fn bracketed(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Option<Own> {
    let document = reading.document;
    let (row, at) = row(reading, setting, quantity, &BRACKETED)?;
    let lead = before(reading, setting, &row[0]);
    let found = BRACKET_OPENS.captures(document.words(lead))?;
    let (head, first) = (group(&found, "head", lead)?, group(&found, "item", lead)?);
    let tail = after(setting, &row[row.len() - 1]);
    let found = BRACKET_CLOSES.captures(document.words(tail))?;
    // What leads to the items is shared, or what is said of them behind the last.
    let tail = group(&found, "tail", tail).filter(|_| head.is_empty());
    let item = match at.checked_sub(1) {
        None => first,
        Some(former) => {
            let between = gap(&row[former], &row[at]);
            group(&BRACKETED.captures(document.words(between))?, "item", between)?
        }
    };
    Some(Own { before: vec![head, item], after: tail.into_iter().collect() })
}

/// "Attendance stands at 12% for A and 9% for B".
fn followed(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Option<Own> {
    let document = reading.document;
    let (row, at) = row(reading, setting, quantity, &FOLLOWED)?;
    let item = |at: usize| {
        let (behind, form) = match row.get(at + 1) {
            Some(next) => (gap(&row[at], next), &*FOLLOWED),
            None => (after(setting, &row[at]), &*FOLLOWED_LAST),
        };
        let found = form.captures(document.words(behind))?;
        within(&reading.dates, behind, |date| date.span.start).is_empty().then_some(())?;
        Some((group(&found, "item", behind)?, group(&found, "shared", behind)))
    };
    let led_by = |at: usize| Some(document.words(item(at)?.0).split(' ').next()?.to_owned());
    let (own, _) = item(at)?;
    let shared = (0..row.len()).filter_map(|at| Some((at, item(at)?.1?))).collect::<Vec<_>>();
    if shared.iter().any(|(at, _)| *at > 0) {
        return None;
    }
    let alike = led_by(0).is_some_and(|word| (1..row.len()).all(|at| led_by(at).as_ref() == Some(&word)));
    let lead = before(reading, setting, &row[0]);
    let plain = !document.words(lead).contains([';', ':', '(']);
    (alike && plain).then_some(())?;
    Some(Own {
        before: vec![lead],
        after: shared.into_iter().map(|(_, shared)| shared).chain([own]).collect(),
    })
}

/// "A features in 12% of plans, B in 9% and C in 4%".
fn led(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Option<Own> {
    let document = reading.document;
    let (row, at) = row(reading, setting, quantity, &LED)?;
    let lead = before(reading, setting, &row[0]);
    let found = LED_FIRST.captures(document.words(lead))?;
    let (subject, verb) = (group(&found, "subject", lead)?, group(&found, "verb", lead)?);
    let first = gap(&row[0], &row[1]);
    let whole = group(&LED.captures(document.words(first))?, "whole", first)?;
    let ends = document.words(after(setting, &row[row.len() - 1]));
    if !(ends.is_empty() || ends.starts_with(['.', ',', ';', ')'])) {
        return None;
    }
    let item = match at.checked_sub(1) {
        None => subject,
        Some(former) => {
            let between = gap(&row[former], &row[at]);
            group(&LED.captures(document.words(between))?, "item", between)?
        }
    };
    Some(Own { before: vec![item, verb], after: vec![whole] })
}

static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\)(?:,| and|, and|;|; and|,? but) (?P<item>[^,;:.()0-9]{2,60}) \((?:only |just |about |around |over |almost |nearly |approximately )?$",
    )
});

/// The first item, and the words that lead to all of them: up to the last word that joins or tells.
static BRACKET_OPENS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?s)^(?P<head>(?:[^;:()]*\b(?:in|of|for|by|with|from|are|were|is|was|include|included|includes|including|both) )?)(?P<item>(?:[^ ,;:()]+ ){1,6})\((?:only |just |about |around |over |almost |nearly |approximately )?$",
    )
});

static BRACKET_CLOSES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\)(?P<tail>[^,;:.()0-9]{0,120})(?:[,;:.]|$)"));

static FOLLOWED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: (?P<shared>[a-z][^,;:.()0-9]{2,80}?))?? (?P<item>(?:for|in|among) [^,;:.()0-9]{2,70}?)(?:,| and|, and|;|; and) (?:only |just |about |around |over |almost |nearly |approximately )?$",
    )
});

static FOLLOWED_LAST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ (?P<item>(?:for|in|among) [^,;:.()0-9]{2,70}?)(?:[,;.)]|$| respectively)"));

static LED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<whole>(?: of [^,;:.()0-9]{2,60}?)?)(?:,| and|, and|;|; and) (?P<item>[^,;:.()0-9]{2,50}) in (?:only |just |about |around |over |almost |nearly |approximately )?$",
    )
});

static LED_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[,;:] )(?P<subject>[^,;:.()0-9]{2,60}?) (?P<verb>(?:(?:is|are|was|were) )?[a-z]+ in )(?:only |just |about |around |over |almost |nearly |approximately )?$",
    )
});
