//! A news story in, whether what it reports gives no grade out: every grade in it was then given before.

use super::super::statement::{JudgedArea, Source, Statement, Time};
use super::{AFTER_VISIT, LATEST, is_months_ago, is_old, sentence};
use crate::extract::Reading;
use crate::extract::patterns::pattern;
use crate::extract::reading::within;
use regex::Regex;
use std::sync::LazyLock;

/// Whether a story reports a focused or monitoring visit: inspectors then write a letter, and grade nothing.
pub fn gives_no_grade(reading: &Reading) -> bool {
    const HEAD: usize = 6;
    let document = reading.document;
    let head = document.blocks().get(..HEAD).unwrap_or(document.blocks()).last();
    let head = head.map_or(0, |block| block.span.end);
    let mut sentences = document.sentences().iter().take_while(|sentence| sentence.start < head);
    let visit = sentences.any(|sentence| {
        let words = document.words(*sentence);
        let Some(visit) = VISIT_ALONE.find(words) else { return false };
        // "criticised in a report of a focused visit in May 2018": not the story's own.
        let before = within(&reading.dates, *sentence, |date| date.span.start).iter().any(|date| {
            let at = (date.span.start - sentence.start, date.span.end.min(sentence.end) - sentence.start);
            let beside = at.1 <= visit.start() && words[at.1..visit.start()].trim().is_empty()
                || at.0 >= visit.end() && AT.is_match(&words[visit.end()..at.0]);
            beside && date.value.is_some_and(|date| is_months_ago(reading, date, AFTER_VISIT))
        });
        !before && !EARLIER_VISIT.is_match(words)
    });
    visit || UNGRADED.is_match(document.text())
}

static AT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^,? (?:in|on|of|which took place in|carried out in) $"));

/// "for a focused visit", "the fourth monitoring visit": one, and not the last of several before an inspection.
static VISIT_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:a|the|this|its|their|latest|recent|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) (?:latest |recent |new |unannounced |Ofsted )*(?:focused|monitoring) visit\b",
    )
});

/// "No new grade is given at a monitoring visit", "the visit did not come with a rating".
static UNGRADED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bno (?:new |overall |formal )*(?:grade|rating|judge?ment)s? (?:is|are|was|were|has been|have been) (?:given|awarded|made|issued)\b|\b(?:visits?|letters?|it|they) (?:do|does|did) not (?:come with|result in|carry|lead to|give|include) (?:a |an |any )?(?:new |overall |formal |Ofsted )*(?:grade|rating|judge?ment)",
    )
});

/// "Inspectors had warned at a focused visit in May": of another visit than the story's.
static EARLIER_VISIT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:had|earlier|previous(?:ly)?|follow(?:s|ed)|last year)\b"));

/// A story that comes back to an inspection of some months ago, as one of a commissioner does: what else it tells in the
/// past tense, without a date, is of that inspection too. `statements` are settled, and in their order.
pub fn told_again(reading: &Reading, statements: &mut [Statement]) {
    let Some(told) = inspected_before(reading, statements) else { return };
    for statement in statements {
        let words = reading.document.words(sentence(reading, statement));
        let again = statement.area == told.area && statement.grade == told.grade;
        let past = statement.source >= Source::Told && (again || !LATEST.is_match(words));
        if statement.time == Time::Current && past && statement.body == told.body {
            (statement.time, statement.date) = (Time::Recalled, told.date);
        }
    }
}

/// The dated statement of the overall grade of the inspection that a story comes back to: near its beginning, of the year
/// before, and with no other overall grade that the story gives.
fn inspected_before(reading: &Reading, statements: &[Statement]) -> Option<Statement> {
    const HEAD: usize = 6;
    /// Months after an inspection when no story reports it any more: its report is out within three.
    const LONG: i32 = 7;
    let document = reading.document;
    let overall = |statement: &&Statement| matches!(statement.area, JudgedArea::Known(area) if reading.vocabulary.areas[area].id == "overall");
    let told = statements.iter().filter(overall).find(|statement| {
        statement.time == Time::Recalled
            && statement.date.is_some_and(|date| is_months_ago(reading, date, LONG) && !is_old(reading, date))
            && document.block_index(statement.span.start) < HEAD
    })?;
    let other = statements.iter().filter(overall).any(|other| {
        let again = other.grade == told.grade && other.source >= Source::Told;
        other.time == Time::Current && other.body == told.body && !again
    });
    (!other && statements.iter().all(|statement| statement.source > Source::Label)).then(|| told.clone())
}
