//! A number and the other figures of its sentence in, which words of its clause are theirs and not its own out: a measure
//! that keeps the number of another figure is wrong.

use super::clause::paired;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Quantity, Unit};
use crate::extract::reading::{Reading, within};
use crate::model::Span;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The words of a clause that belong to other figures, without which it tells its own: `open` are the numbers of the
/// sentence that are figures or what figures are compared with.
pub(super) fn dropped(reading: &Reading, clause: Span, quantity: &Quantity, open: &[&Quantity]) -> Vec<Span> {
    let document = reading.document;
    let text = document.text();
    let inside = within(&reading.quantities, clause, |other| other.number.start);
    let at = inside.partition_point(|other| other.number.start < quantity.number.start);
    let (first, last) = paired(reading, inside, at);
    let own = [first, last, Some(quantity)];
    let is_own = |other: &Quantity| own.iter().flatten().any(|own| own.number == other.number);
    let end = last.map_or(quantity.span.end, |last| last.span.end);
    let end = if last.is_some() && text[end..].starts_with(')') { end + 1 } else { end };
    let counts = |one: &Quantity| matches!(one.unit, Unit::Counted(_));
    let others = open.iter().filter(|other| !is_own(other) && clause.contains(other.number.start));
    let mut dropped = Vec::new();
    for other in others {
        let both = counts(other) && counts(quantity);
        let number = if counts(other) { other.number } else { other.span };
        let between = if other.number.start >= end {
            document.words(Span::new(end, other.number.start))
        } else {
            document.words(Span::new(other.span.end.min(quantity.number.start), quantity.number.start))
        };
        let behind = other.number.start >= end;
        let ranged = |one: &Quantity| between == " and " && text[..one.number.start].ends_with("between ");
        let span = if behind && ranged(quantity) {
            // "between 33 and 39 boats".
            Some(Span::new(end, other.number.end))
        } else if !behind && ranged(other) {
            Some(Span::new(other.number.start, quantity.number.start))
        } else if NAMED.is_match(between) {
            // "White Other 29%, White British 19% and Black African 17%": each share behind its own name.
            let before = document.words(Span::new(clause.start, other.span.start.max(clause.start)));
            let named = NAME.find(before).map_or(other.span.start, |name| clause.start + name.start());
            let joint = JOINS.find(between).map_or(0, |joint| joint.end());
            Some(if behind { Span::new(end, clause.end) } else { Span::new(named, other.span.end + joint) })
        } else if behind && PART_OF.is_match(between) {
            // "36 of the 409 boats" are boats.
            Some(Span::new(end, other.number.end))
        } else if both && between == " and " && behind {
            // "22 boats and 18 rafts lying in harbour" are boats lying in harbour; of "25 boats and 7 rafts of the club"
            // the boats may be anybody's.
            let tail = document.words(Span::new(other.span.end, clause.end.max(other.span.end)));
            let led = document.words(Span::new(clause.start, quantity.span.start.max(clause.start)));
            let shared = SHARED.is_match(tail) && led.split_whitespace().count() < 4;
            Some(Span::new(end, if shared { other.span.end } else { clause.end.max(other.span.end) }))
        } else if both && between == " and " {
            Some(Span::new(other.span.start, quantity.number.start))
        } else if !behind && PART_OF.is_match(between) {
            // "in touch with 140 of 145 boats", "36 of the 409 boats are at sea": the whole is boats, whatever is told of
            // the part.
            if counts(quantity) {
                let rest = Span::new(quantity.span.end, clause.end.max(quantity.span.end));
                let words = document.words(rest);
                let described = DESCRIBED.captures(words).and_then(|found| found.get(1));
                let told =
                    described.map(|words| words.end()).or_else(|| (!SAYS_WHICH.is_match(words)).then_some(0));
                dropped.extend(told.map(|told| Span::new(rest.start + told, rest.end)));
            }
            let start = if counts(quantity) { clause.start } else { other.span.start };
            Some(Span::new(start, quantity.number.start))
        } else if !behind && super::told_before::says_as_rate(between) {
            Some(number)
        } else if !behind && other.value == 0.0 && between.ends_with(" and ") {
            // "No boats are lost and 15 lie in harbour": they are not lost.
            dropped.push(other.number);
            Some(Span::new(other.span.end, quantity.number.start))
        } else if behind && let Some(relative) = RELATIVE.find(between) {
            // "220 boats were mended in a yard which employs 94 people": of the yard.
            Some(Span::new(
                end + relative.start() + relative.as_str().rfind(" which").unwrap_or(0),
                clause.end,
            ))
        } else if !behind
            && let Some(former) =
                former_predicate(document.words(Span::new(clause.start, quantity.number.start)), between)
        {
            // "The board has met nine times and has heard 20 people".
            Some(Span::new(clause.start + former.start, clause.start + former.end))
        } else if behind && let Some(joint) = OTHERS_BEGIN.find(between) {
            // "15 at sea, 49 in harbour": what follows is told of the other.
            let own = document.words(Span::new(clause.start, end + joint.start()));
            (own.split(' ').count() > 4)
                .then(|| Span::new(end + joint.start(), clause.end))
                .or_else(|| (!both).then_some(number))
        } else {
            // "66% are at sea, at home 71%"; but "13 boats lay in three harbours" tells what it counts.
            (!counts(quantity) && other.unit != Unit::None && other.unit == quantity.unit).then_some(number)
        };
        dropped.extend(span);
    }
    dropped
}

/// Names with their shares, up to a name.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:, and|,| and) (?:(?:[A-Z][\w’/-]*|or|and) ){1,5}(?:at )?[0-9.]+%)*(?:, and|,| and) (?:[A-Z][\w’/-]* )(?:(?:[A-Z][\w’/-]*|or|and) ){0,4}(?:at )?$",
    )
});

static NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:[A-Z][\w’/-]* )(?:(?:[A-Z][\w’/-]*|or) ){0,4}(?:at )?$"));

static JOINS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:, and|,| and) "));

/// Whether the words behind a number say that it is a part of another one: "five out of six boats".
pub(super) fn is_part(after: &str) -> bool {
    PART_OF_NUMBER.is_match(after)
}

static PART_OF_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ (?:out )?of (?:the |their |its )?(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten) ",
    )
});

static PART_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: \([^)]*\))? (?:out )?of (?:the |their |its |these |those |a possible |a )?(?:total of |total )?$",
    )
});

/// What is told of two things at once: "are in harbour", "lying in harbour", "who row".
static SHARED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ (?:are|is|was|were|has|have|had|who|that|which|[a-z]+ing)\b"));

/// "of the 145 children placed with carers have": the words that tell which.
static DESCRIBED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^((?: [a-z][\w’-]*){1,12}?) (?:is|are|was|were|has|have|had|did|do|could|would|remain|remained|knew|said|felt)\b",
    )
});

/// "waiting for a home", "with a plan": what only tells which are meant.
static SAYS_WHICH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^ (?:[a-z]+ing|who|that|with|in|on|of|for|from|under|subject to|whose) [^,;:]{3,90}$")
});

static RELATIVE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:,|[\w’)]) which (?:is|are|was|were|has|have|had) "));

/// Of "board has met nine times and has heard " the words from the first verb to the second, if `between`, the words behind
/// the other number, hold the joint.
fn former_predicate(before: &str, between: &str) -> Option<Range<usize>> {
    let joint = AND_HAS.find(between)?;
    let second = before.len() - between.len() + joint.start() + " and ".len();
    let first = HAS.find(&before[..second])?;
    Some(first.start() + 1..second)
}

static HAS: LazyLock<Regex> = LazyLock::new(|| pattern(r" (?:has|have|had) "));
static AND_HAS: LazyLock<Regex> = LazyLock::new(|| pattern(r" and (?:has|have|had) [^,;:.]{3,60}$"));

/// What begins the words of another figure, up to its number.
static OTHERS_BEGIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:,|,? and|;|; and|,? but|,?(?: at)? a rate of|,? of (?:whom|which)|,? (?:rather than|instead of|against|compared (?:with|to)|in comparison (?:with|to))(?: (?:the|an?|its|their))?(?: [a-z]+ of)?) (?:a further |another |only |just )?$",
    )
});

/// In a row of numbers that each tell something after them, "15 at sea, 49 in harbour and six on land", where the words
/// of one begin and end.
pub(super) fn in_row(
    reading: &Reading,
    clause: Span,
    quantity: &Quantity,
    open: &[&Quantity],
) -> Option<Span> {
    let document = reading.document;
    let inside: Vec<&Quantity> =
        open.iter().filter(|other| clause.contains(other.number.start)).copied().collect();
    let told = |one: &&Quantity, next: &&Quantity| {
        let from = if matches!(one.unit, Unit::Counted(noun) if noun.end == one.span.end) {
            one.number.end
        } else {
            one.span.end
        };
        let between = Span::new(from.min(next.number.start), next.number.start);
        let bare = matches!(next.unit, Unit::None) && matches!(one.unit, Unit::None | Unit::Counted(_));
        let share = next.unit == Unit::Percent && one.unit == Unit::Percent;
        let dated = !within(&reading.dates, between, |date| date.span.start).is_empty();
        (bare || share) && !dated && BETWEEN.is_match(document.words(between))
    };
    let row = inside
        .chunk_by(|one, next| told(one, next))
        .find(|row| row.iter().any(|other| other.number == quantity.number))?;
    let at = row.iter().position(|other| other.number == quantity.number)?;
    if row.len() < 3 {
        return None;
    }
    let start = if at == 0 { clause.start } else { quantity.span.start };
    let end = match row.get(at + 1) {
        None => clause.end,
        Some(next) => {
            let between = Span::new(quantity.span.end.min(next.number.start), next.number.start);
            let joint = JOINT.find(document.words(between))?;
            between.start + joint.start()
        }
    };
    Some(Span::new(start, end.max(quantity.span.end)))
}

/// What one number of a row tells, and what parts it from the next.
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^ ?%?(?: [\w’'/-]+){1,9}(?:,| and|, and|;|; and) (?:a further |another |only |just )?$")
});

static JOINT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:,| and|, and|;|; and) (?:a further |another |only |just )?$"));
