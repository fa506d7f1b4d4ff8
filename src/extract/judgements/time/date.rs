//! A statement in, the date of what it tells out.

use super::super::leading::is_of_leading;
use super::super::statement::{Statement, Time};
use super::super::wording::{FOUND, JUDGED, VISIT, WATCHDOG, YEAR};
use super::carried::THIS_TIME;
use super::{LATEST, grade_at, sentence};
use crate::extract::Reading;
use crate::extract::dates::{DateKind, DateMention};
use crate::extract::patterns::pattern;
use crate::extract::reading::within;
use crate::model::{Date, DocumentKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The date of what a statement tells: behind the grade, else the nearest before it, else in the sentence before that says
/// when the inspection was.
pub fn date(reading: &Reading, statement: &Statement) -> Option<Date> {
    let document = reading.document;
    let sentence = sentence(reading, statement);
    let at = |offset: usize| reading.dates.partition_point(|date| date.span.start < offset);
    let own = &reading.dates[at(sentence.start)..at(sentence.end)];
    let grade = grade_at(reading, statement);
    let behind =
        own.iter().find(|date| date.span.start >= grade).filter(|date| follows(reading, grade, date));
    let before = || {
        let past = own.iter().rev().filter(|date| date.span.end <= grade && is_past(date));
        past.into_iter().find(|date| {
            let words = document.words(Span::new(sentence.start, grade));
            let between = document.words(Span::new(date.span.end, grade));
            let at = date.span.start - sentence.start;
            // "put under notice in July 2015 after Ofsted found": found then, or shortly before.
            let turned = [", while ", ", whereas ", ", but "].iter().any(|turn| between.contains(turn))
                || between.contains(" after ") && !AFTER_OFSTED.is_match(between);
            // "good, the same as in 2018, with leadership outstanding": of the grade before.
            let same = words[..at].ends_with(" as in ") || words[..at].ends_with(" as it was in ");
            let of_leading = between.contains(", ") && is_of_leading(&reading.words, words, at);
            !of_leading && (LEADS.is_match(&words[..at]) || !is_aside(words, at) && !turned && !same)
        })
    };
    let since = || {
        let last = |date: &&DateMention| {
            date.span.start >= grade && SINCE_LAST.is_match(document.words(Span::new(grade, date.span.start)))
        };
        own.iter().find(last).filter(|_| statement.time == Time::Recalled)
    };
    let named = behind.or_else(before).or_else(since).and_then(|date| {
        let value = of_season(reading, date).or(date.value)?;
        // "last year's report" is of the month in which the inspection was.
        let month = (date.kind == DateKind::Relative).then(|| in_year(reading, value)).flatten();
        Some(month.unwrap_or(value))
    });
    named.or_else(|| {
        if let Some(date) = framed(reading, sentence) {
            return Some(date);
        }
        let previous = document.sentences().get(document.sentence_index(sentence.start).checked_sub(1)?)?;
        let inspected =
            INSPECTION.is_match(document.words(*previous)) && STANDS.is_match(document.words(sentence));
        let dates = &reading.dates[at(previous.start)..at(previous.end)];
        let last = dates.last().filter(|_| inspected && previous.end + 3 >= sentence.start)?;
        let since = document.words(Span::new(previous.start, last.span.start)).ends_with("since ");
        last.value.filter(|_| !since)
    })
}

static AFTER_OFSTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)^ after (?:the )?(?:{WATCHDOG}) (?:had )?(?:{JUDGED}|{FOUND}|said)\b"))
});

/// "went from good to inadequate since the last inspection in 2019".
static SINCE_LAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\bsince (?:the|its|their|an?) (?:last|previous|earlier)(?: [a-z]+)? (?:{VISIT}),? (?:back )?(?:in|of) $"
    ))
});

/// Whether a date stands in a relative clause that has ended before the grade: "Ofsted, which had called it weak in 2014,
/// now rates it good".
fn is_aside(words: &str, date: usize) -> bool {
    // "The authority, rated good in 2018, has fallen to".
    if RATED_ASIDE.is_match(&words[..date]) && GOES_ON.is_match(&words[date..]) {
        return true;
    }
    let clause = words[..date].rfind(", which ").into_iter().chain(words[..date].rfind(", who ")).max();
    clause.is_some_and(|start| !words[start + 2..date].contains(',') && words[date..].contains(','))
}

static RATED_ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i), (?:which was |once |previously |last |first )?(?:{JUDGED}|{FOUND})\b[^,;]{{2,40}} (?:in|since|as recently as|back in) (?:[a-z]+ )?$"
    ))
});

static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[^,;]{4,16}, (?:has|have|had|is|are|was|were|now|fell|slipped|dropped|rose|went)\b")
});

/// Whether a date behind a grade belongs to it: "in 2019", "last summer", "at an inspection in 2013".
fn follows(reading: &Reading, grade: usize, date: &DateMention) -> bool {
    if date.span.start < grade || date.span.start - grade > 90 || date.value.is_none() {
        return false;
    }
    let between = reading.document.words(Span::new(grade, date.span.start));
    const HOW_LONG: [&str; 4] = [" as in the", " as in", " as recently as", " as long ago as"];
    let between = HOW_LONG.iter().find_map(|lead| between.strip_prefix(lead)).unwrap_or(between);
    let between = FEATURES.find(between).map_or(between, |features| &between[features.end()..]);
    // The date of another grade is not this one's: "good, up from inadequate in 2019".
    // "outstanding for A and good for B in 2012" has one date for both.
    let joined =
        |at: usize| between[..at].starts_with([' ', '’', '”', '"', '\'']) && ALONG.is_match(&between[..at]);
    let other = || reading.words.grades(between).next().is_some_and(|(_, span)| !joined(span.start));
    // "inadequate – and had declined since 2018": the dash begins another clause.
    let apart = [" – ", " — ", " - "].iter().any(|dash| between.contains(dash));
    // "good, with 14 children placed in 2012", "good, the same as in 2015": of something else.
    let aside = ASIDE_LEADS.iter().any(|lead| between.contains(lead));
    BEHIND.is_match(between) && !apart && !aside && !other()
}

const ASIDE_LEADS: [&str; 14] = [
    ", with ",
    ", and ",
    ", but ",
    ", which ",
    ", after ",
    ", they ",
    ", it ",
    ", the same ",
    " repeated in ",
    ", as it was ",
    " as in ",
    ", its first ",
    ", the first ",
    ", for the first ",
];

/// "good overall with outstanding features": what has features is no second grade.
static FEATURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?: overall)? with (?:some |several )?[a-z]+ (?:features|elements|aspects)")
});

static ALONG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? for [^.;,]{3,50},? and [‘“'\x22]?$"));

static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;:]{0,60}?(?:\b(?:in|of|since|from|inspection|on|back in|in both|in (?:its|the|an?|their)|during|report|published)(?: early| late| mid)?|[’”'\x22,‘]) ?$|^[’”'\x22]? ?\(?$",
    )
});

fn is_past(date: &DateMention) -> bool {
    date.value.is_some()
}

/// "last summer" is the month of that season in which the document says elsewhere that the inspection was.
fn of_season(reading: &Reading, date: &DateMention) -> Option<Date> {
    let document = reading.document;
    let words = document.words(date.span).to_lowercase();
    let season = words.strip_prefix("last ")?;
    let (_, months) = SEASONS.iter().find(|(name, _)| season.starts_with(name))?;
    let named = reading.dates.iter().filter(|date| date.kind == DateKind::Complete).filter_map(|date| {
        let value =
            date.value.filter(|value| value.month_number().is_some_and(|month| months.contains(&month)))?;
        INSPECTION.is_match(document.words(document.sentence_at(date.span.start))).then_some(value)
    });
    named.max()
}

const SEASONS: [(&str, [u8; 3]); 4] =
    [("spring", [3, 4, 5]), ("summer", [6, 7, 8]), ("autumn", [9, 10, 11]), ("winter", [12, 1, 2])];

static INSPECTION: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\binspect(?:ion|ed)\b"));

/// The date of the inspection of which a sentence before, in the same paragraph, begins to tell.
fn framed(reading: &Reading, sentence: Span) -> Option<Date> {
    const SENTENCES: usize = 3;
    let document = reading.document;
    // A sentence with a date of its own tells of its own time.
    let dated = !within(&reading.dates, sentence, |date| date.span.start).is_empty();
    if dated || reading.details.kind == DocumentKind::InspectionReport {
        return None;
    }
    let block = document.block_index(sentence.start);
    let before = document.sentences()[..document.sentence_index(sentence.start)].iter().rev().take(SENTENCES);
    let before = before.take_while(|before| document.block_index(before.start) == block);
    for before in before {
        let words = document.words(*before);
        if FRAME.is_match(words) {
            let at = |offset: usize| reading.dates.partition_point(|date| date.span.start < offset);
            let told = reading.dates[at(before.start)..at(before.end)].first()?.value?;
            return Some(in_year(reading, told).unwrap_or(told));
        }
        if LATEST.is_match(words) || THIS_TIME.is_match(words) {
            return None;
        }
    }
    None
}

/// The month of a year in which the document says elsewhere that an inspection or its grade was, if it names one.
fn in_year(reading: &Reading, year: Date) -> Option<Date> {
    let document = reading.document;
    let months = reading.dates.iter().filter(|date| date.kind != DateKind::Relative && date.end.is_none());
    let months = months.filter_map(|date| {
        let value = date.value.filter(|value| value.month_number().is_some())?;
        let told = document.words(document.sentence_at(date.span.start));
        let fits = value.year_number() == year.year_number() && INSPECTION_OR_GRADE.is_match(told);
        fits.then_some(value)
    });
    let mut months: Vec<_> = months.collect();
    months.dedup();
    (year.month_number().is_none() && months.len() == 1).then(|| months[0])
}

static INSPECTION_OR_GRADE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:inspect(?:ion|ed|ors)|{JUDGED})\b")));

/// "At the last inspection, in 2019,": the date of all that its sentence tells.
static LEADS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:(?:at|in|during|following|after) )?(?:the|its|their|that) (?:[a-z]+ ){{0,3}}(?:{VISIT}),? (?:which (?:took place|was(?: held| carried out)?|began|ended) |published |held |carried out |reported )?(?:in|of|on|from|between|during) (?:[a-z]+ )?$"
    ))
});

/// "The inspection in 2023 found": what the sentence behind tells was found then too.
static FRAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:(?:at|in|after|following|during) )?(?:the|its|their|an|that) (?:[a-z]+ ){{0,2}}(?:{VISIT}),? (?:which |that )?(?:(?:was )?(?:carried out|held|published|took place) )?(?:in|of|from|on) (?:\d{{1,2}}(?: (?:to|and|[–-]) \d{{1,2}})? )?{YEAR}\b|^(?:Back )?In {YEAR},? (?:inspectors|Ofsted|the (?:watchdog|regulator|inspectorate)) (?:had )?(?:found|said|reported|saw|concluded|judged|told)\b|^Back in {YEAR},? (?:every|all|each|both)\b|^\W*last year[’']s (?:[a-z]+ ){{0,2}}(?:{VISIT})\b"
    ))
});

static STANDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:the |these |those )?(?:local authority|council|authority|services?|arrangements|it|they)\b",
    )
});
