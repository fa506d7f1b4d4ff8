//! A grade's word in, the judgement of another inspectorate on a service of its own field out: "The youth justice service
//! was rated ‘good’ by HMIP in 2021".

use super::prose::Mention;
use super::statement::{JudgedArea, Place, Source, Statement, Time};
use super::wording::JUDGED;
use crate::extract::patterns::pattern;
use crate::extract::reading::within;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The statement, with the name of who judged.
pub fn told(mention: &Mention) -> Option<Statement> {
    let (before, after) = (mention.before(), mention.after());
    let (found, by) = match JUDGED_BY.captures(before) {
        Some(found) => (found, BY.captures(after)?.name("by")?.as_str()),
        None => {
            let found = WHICH_JUDGED.captures(before)?;
            let by = found.name("by")?.as_str();
            (found, by)
        }
    };
    let what = found.name("what")?;
    let start = mention.span.start - before.len() + what.start();
    let document = mention.reading.document;
    let behind = Span::new(mention.span.end, mention.sentence.end.max(mention.span.end));
    let date = within(&mention.reading.dates, behind, |date| date.span.start).first();
    // "by HMIP in 2021", "in October 2021".
    let date = date.filter(|date| AT.is_match(document.words(Span::new(behind.start, date.span.start))));
    Some(Statement {
        area: JudgedArea::Other(what.as_str().to_owned()),
        grade: mention.grade,
        span: mention.sentence,
        clause: Span::new(start, mention.span.end),
        named_to: Some(mention.span.end),
        source: Source::Told,
        time: Time::Recalled,
        date: date.and_then(|date| date.value),
        body: None,
        by: Some(by.to_owned()),
        place: Place::Matter,
    })
}

const INSPECTORATE: &str = r"HMIP|HMICFRS|HMIC|(?:HM|(?:His|Her) Majesty[’']s) Inspectorate of [A-Z][a-z]+|probation inspectorate|police inspectorate|inspectorate of probation";

const SERVICE: &str = r"(?P<what>(?:[a-z-]+ ){1,3}(?:service|services|team))(?: \([A-Z]{2,6}\))?";

static JUDGED_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[A-Z][a-z]+[’']s) {SERVICE} (?:was|were|is|are|has been|had been) (?:last )?(?:{JUDGED}) (?:to be |as )?[‘'“\x22]?$"
    ))
});

static BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^[’'”\x22]?(?: overall)? (?:by|(?:in|at|following|after) (?:an|its|the) (?:[a-z]+ )?inspection by) (?:the )?(?P<by>{INSPECTORATE})\b"
    ))
});

static WHICH_JUDGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[A-Z][a-z]+[’']s) {SERVICE}, which (?:the )?(?P<by>{INSPECTORATE}) (?:has |had |last )?(?:{JUDGED}) (?:to be |as )?[‘'“\x22]?$"
    ))
});

static AT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^.;,]{0,60}\b(?:in|on) $"));
