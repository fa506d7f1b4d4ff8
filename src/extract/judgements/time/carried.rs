//! Statements of one paragraph in, those that go on to tell of an earlier inspection settled as the one before them.

use super::super::statement::{JudgedArea, Statement, Time};
use super::{KEPT, LATEST, grade_at, named, sentence};
use crate::extract::Reading;
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "The service was rated good in 2016. The board was also found to require improvement": what is said as well is said of
/// the same time.
pub fn carried_on(reading: &Reading, statements: &mut [Statement]) {
    let mut carried = None;
    for index in 1..statements.len() {
        let (told, statement) = (&statements[index - 1], &statements[index]);
        let own = sentence(reading, statement);
        let of_now = statements[..index]
            .iter()
            .rev()
            .take_while(|other| sentence(reading, other).start == sentence(reading, told).start);
        if of_now.into_iter().any(|other| other.time == Time::Current) {
            continue;
        }
        let next = reading.document.sentence_index(sentence(reading, told).start) + 1
            == reading.document.sentence_index(own.start);
        let same = told.body == statement.body && statement.date.is_none();
        let block = |statement: &Statement| reading.document.block_index(statement.span.start);
        let of_area = reading.details.kind.is_letter()
            || !matches!(statement.area, JudgedArea::Known(area) if reading.vocabulary.areas[area].id == "overall");
        // In one paragraph an area's grade without a date is of the inspection that the grade before it is of.
        let goes_on = of_area
            && (told.date.is_some() || LATER.is_match(reading.document.words(sentence(reading, told))))
            && !LATER.is_match(reading.document.words(own))
            && !is_told_aside(reading, told)
            && !is_left(reading, told)
            && !KEPT.is_match(reading.document.words(named(statement)))
            && !is_before_the_story(reading, told, statement)
            && block(told) == block(statement)
            && !LATEST.is_match(reading.document.words(own))
            && !THIS_TIME.is_match(reading.document.words(own));
        // "were both judged": of what the sentence itself names, in a paragraph of its own.
        let also = ALSO.is_match(reading.document.words(own))
            && (block(told) == block(statement) || !BOTH.is_match(reading.document.words(own)))
            && !is_left(reading, told)
            && !THE_REPORT.is_match(reading.document.words(own))
            && !THIS_TIME.is_match(reading.document.words(own));
        // What one sentence says of several areas is of one time.
        let with = carried == Some(index - 1) && sentence(reading, told).start == own.start;
        if told.time == Time::Recalled && same && (next && (also || goes_on) || with) {
            let date = told.date;
            carried = Some(index);
            statements[index] = Statement { time: Time::Recalled, date, ..statements[index].clone() };
        }
    }
}

/// "It had been inadequate in 2016. Services were found to be good": what had been was before what the next sentence tells.
fn is_before_the_story(reading: &Reading, told: &Statement, statement: &Statement) -> bool {
    let words = |statement: &Statement| reading.document.words(sentence(reading, statement));
    HAD.is_match(words(told)) && !HAD.is_match(words(statement)) && !LEADS_IN.is_match(words(told))
}

/// "When inspectors came back two years later": of another time than what was told before.
static LATER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:years?|months?) later\b"));

static HAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:It|it|They|they|council|authority|service|services) had(?: \w+ly)? (?:been|required|received|got|fallen|gone|moved)\b",
    )
});

/// "At that inspection, in 2016, it had been": the inspection goes on to be told of.
static LEADS_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:at|in|during|after|following|on) (?:the|its|their|that) [^,.;]{0,40}(?:inspection|visit|time|occasion)",
    )
});

/// "its highest grade, up from good in 2021": a grade that is only compared with.
fn is_left(reading: &Reading, told: &Statement) -> bool {
    let sentence = sentence(reading, told);
    let lead = reading.document.words(Span::new(sentence.start, grade_at(reading, told)));
    LEFT.is_match(lead)
}

static LEFT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:(?:up|down) from|compared (?:with|to)|(?:better|worse|higher|lower) than)\b[^.;]*$")
});

/// "Harbour, which was judged good in 2018, got": what is told between commas is of another time than the rest.
fn is_told_aside(reading: &Reading, told: &Statement) -> bool {
    let sentence = sentence(reading, told);
    let lead = reading.document.words(Span::new(sentence.start, grade_at(reading, told)));
    let clause = [", which ", ", who "].iter().filter_map(|word| lead.rfind(word)).max();
    let rest = reading.document.words(Span::new(grade_at(reading, told), sentence.end));
    clause.is_some_and(|start| !lead[start + 2..].contains(", ")) && rest.contains(", ")
}

pub static THIS_TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bthis time\b"));

/// "The report found that A was also inadequate": the report of which the news tells.
static THE_REPORT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:The|Its|Their) report |^In (?:the|its|their) report"));

static BOTH: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:was|were|had) both\b"));

static ALSO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:was|were|had) (?:also|both|similarly)\b|\b(?:was|were|had)\b[^.;]*\btoo\b")
});
