//! The settled dates of news in, when the inspection or visit was of which it tells out.

use crate::extract::dates::{DateKind, DateMention};
use crate::extract::patterns::pattern;
use crate::model::{Date, Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// When the latest visit or inspection was of which news tells: a period of days before single dates, and of these the
/// first. `published` is when the news was, if it is known.
pub fn event(
    document: &Document,
    dates: &[DateMention],
    published: Option<Date>,
) -> Option<(Date, Option<Date>)> {
    let told = (0..dates.len()).filter_map(|at| inspected(document, dates, at, published));
    // News that does not say when it was is not older than the days that it tells of.
    let written = published.or_else(|| latest_day(dates));
    let told = told.filter(|(start, _)| written.is_none_or(|written| is_recent(*start, written)));
    let told: Vec<_> = told.collect();
    let of_days = |(start, end): &&(Date, Option<Date>)| start.day_number().is_some() && end.is_some();
    told.iter().find(of_days).or(told.first()).copied()
}

/// The inspection that a sentence tells of, if the date in it says when that was.
fn inspected(
    document: &Document,
    dates: &[DateMention],
    at: usize,
    published: Option<Date>,
) -> Option<(Date, Option<Date>)> {
    let date = &dates[at];
    let start = date.value.filter(|value| value.month_number().is_some())?;
    let sentence = document.sentence_at(date.span.start);
    let lead = document.words(Span::new(sentence.start.min(date.span.start), date.span.start));
    let clause = lead.rsplit([';', '“', '”']).next().unwrap_or(lead);
    let tail = document.words(Span::new(date.span.end, sentence.end.max(date.span.end)));
    let words = document.words(date.span);
    // Without the day of the news a month's year is a guess, but for the latest of several inspections.
    let settled = published.is_some()
        || LATEST.is_match(clause)
        || words.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let led = AT.is_match(clause) || words.to_lowercase().starts_with("last ");
    let behind = INSPECTED.find_iter(clause).last().map(|found| &clause[found.end()..]);
    let told = behind.is_some_and(|behind| behind.len() < 120 && !OTHER.is_match(behind))
        || CAME_BEHIND.is_match(tail) && WHEN.is_match(clause);
    if !(settled && led && told) || EARLIER.is_match(clause) || LATER.is_match(tail) {
        return None;
    }
    let end = date.end.or_else(|| joined(document, dates, at));
    Some((start, end.filter(|end| *end != start)))
}

/// The latest day that a text gives with its year.
fn latest_day(dates: &[DateMention]) -> Option<Date> {
    let complete = dates.iter().filter(|date| date.kind == DateKind::Complete);
    complete.filter_map(|date| date.value.filter(|value| value.day_number().is_some())).max()
}

/// "in November and December", "on 3 and 4 May": the end of two dates in a row.
fn joined(document: &Document, dates: &[DateMention], at: usize) -> Option<Date> {
    let next = dates.get(at + 1)?;
    let between = document.words(Span::new(dates[at].span.end, next.span.start.max(dates[at].span.end)));
    let precise = |date: &DateMention| date.value.map(|value| value.day_number().is_some());
    let row =
        matches!(between.trim(), "and" | "to" | "until" | "–" | "-") && precise(next) == precise(&dates[at]);
    let value = next.end.or(next.value)?;
    (row && Some(value) > dates[at].value).then_some(value)
}

/// Whether an inspection was in the year before news of it, and not after it.
fn is_recent(date: Date, published: Date) -> bool {
    let months =
        |date: Date| i32::from(date.year_number()) * 12 + i32::from(date.month_number().unwrap_or(1));
    (0..=11).contains(&(months(published) - months(date)))
}

/// What stands right before the date of something that took place then.
static AT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:in|on|between|from|during|over|throughout|of|spent|late|early|mid-?)(?: late| early| mid)?(?: the)?(?: (?:end|start|beginning|week|weeks) of)? ?$",
    )
});

/// An inspection, and who makes one.
static INSPECTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:re-?)?inspection|(?:re)?visit|inspectors|(?:re-?)?inspected|visited|assessed|(?:report|examination|assessment) (?:was )?(?:conducted|carried out)|Ofsted (?:came|spent|called|was in|returned|went back))\b",
    )
});

static LATEST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:latest|most recent|recent|this) (?:[\w’'-]+ ){0,3}?(?:visit|inspection|review)\b")
});

/// What is told of with a date, and is no inspection.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:publi(?:shed|cation|shing)|released|report (?:out|issued|dated|in|of|from)|issued|due|will|next|appointed|joined|launched|announced|meeting|cabinet|established|introduced|framework|started work|took over|rated|judged|graded|deemed|found to be)\b",
    )
});

/// What makes it an inspection of another time.
static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:years? ago|last (?:full |Ofsted )*(?:(?:re)?inspect\w*|visit\w*|time)|previous(?:ly)?|earlier|prior to|since|former|before|until|back in|original(?:ly)?|first inspected|compared|after (?:it|they|the council))\b",
    )
});

static LATER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^,? (?:when|which) (?:it|they|the \w+) (?:was|were|had|got)\b"));

/// "In January inspectors visited": the date leads.
static CAME_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,? (?:[\w’'-]+ ){0,5}?(?:inspectors|Ofsted) (?:(?:have|had) )?(?:visited|inspected|came|called|spent|carried out|were in|looked)\b",
    )
});

static WHEN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:in|on|between|from|during|over|late|early)\b[^.;,]{0,20}$"));
