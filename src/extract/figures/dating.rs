//! A date beside a value in, whether it tells when the value was out.

use crate::extract::dates::{DateKind, DateMention};
use crate::extract::details::is_formal;
use crate::extract::patterns::pattern;
use crate::extract::reading::Reading;
use crate::model::Date;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Whether a date tells when a value was: one that names its year or month, or in news "last year", counted from its own
/// day.
pub fn tells(reading: &Reading, date: &DateMention) -> bool {
    let year = || {
        let words = reading.document.words(date.span);
        let lead = &reading.document.text()[..date.span.start];
        words.eq_ignore_ascii_case("last year")
            || words.eq_ignore_ascii_case("this year")
            || words.eq_ignore_ascii_case("last month")
                && (lead.ends_with("at the end of ") || NUMBER_LAST.is_match(lead))
    };
    // "than this time last year", "this year’s budget", "and last year it moved": of another value or matter.
    let apart = || {
        let text = reading.document.text();
        let lead = &text[text.floor_char_boundary(date.span.start.saturating_sub(30))..date.span.start];
        let own =
            reading.document.words(date.span).to_lowercase().starts_with("this") && lead.ends_with("period ");
        RELATIVE_APART.is_match(lead) && !own || text[date.span.end..].starts_with(['’', '\''])
    };
    date.kind != DateKind::Relative
        || !is_formal(reading.details.kind) && date.value.is_some() && year() && !apart()
}

/// "Over the same period the number fell to 302": the end of the period that the sentence before told.
pub fn is_of_the_same_period(sentence: &str) -> bool {
    SAME_PERIOD.is_match(sentence)
}

/// "There were 614 at the end of the inspection": the month of the visit that the document tells of.
pub fn visit(reading: &Reading, sentence: &str, number: Range<usize>) -> Option<Date> {
    let details = &reading.details;
    // "from 50 at the time of the previous inspection": not this one.
    let other = ["previous", "last", "earlier", "former"];
    let told = AT_THE_VISIT
        .find_iter(sentence)
        .find(|told| !other.iter().any(|which| told.as_str().split(' ').any(|word| word == *which)))?;
    // It is said of the whole sentence, or in the clause of the number, which is a range of the sentence.
    let between = sentence.get(number.end.min(told.start())..told.start().max(number.end))?;
    let between = if number.start >= told.end() { sentence.get(told.end()..number.start)? } else { between };
    // "A was good at the time of the inspection, with 80% there": what only "with" joins was so then too.
    let between = [", with ", ", "].iter().find_map(|joint| between.strip_prefix(joint)).unwrap_or(between);
    if told.start() > LEADS && between.contains([',', ';', ':']) {
        return None;
    }
    if told.as_str().contains("first day") {
        return details.event_start;
    }
    let day = details.event_end.or(details.event_start)?;
    Date::month(day.year_number(), day.month_number()?)
}

/// Where words name the time of the visit.
pub fn named_visit(words: &str) -> Option<usize> {
    AT_THE_VISIT.find(words).map(|told| told.start())
}

/// A phrase that begins no later than so many bytes in its sentence leads it.
const LEADS: usize = 4;

static AT_THE_VISIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:at|by|during|on) (?:the (?:time|point|end|start|first day|day) of )?(?:the|this|that|its|their) (?:[a-z]+ )?(?:inspection|visit)\b|\bat the (?:time|point) of (?:inspection|visit)\b|\bwhen (?:inspectors|Ofsted|the (?:watchdog|inspectors)) (?:visited|called|came)\b",
    )
});

/// "A survey of 160 parents, carried out in April, found": whether a date tells when values were gathered.
pub fn is_gathered_then(lead: &str) -> bool {
    GATHERED.is_match(lead)
}

static GATHERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:survey|poll|census|audit|report|review|analysis|snapshot|count|study)\b[^.;]{0,90}\b(?:carried out|conducted|completed|taken|held|done|undertaken) (?:in|on|at) $",
    )
});

static SAME_PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:and|but) )?(?:over|in|during|for) (?:the same|that|this same) (?:period|time|spell|timeframe)\b|\b(?:on|at) the same date\b|\b(?:at|by) the end of (?:the|that)(?: same)? month\b|\b(?:over|in|during) the same (?:period|(?:two|three|four|five|six|ten) years)(?:[.,;]|$| to \d)",
    )
});

/// "from 392 in March 2017 to 431 last month".
static NUMBER_LAST: LazyLock<Regex> = LazyLock::new(|| pattern(r" to \d[\d,]* $"));

static RELATIVE_APART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:than|same|from|since|time|month|months|period|point|stage|quarter|and|to)(?: in| of| the)? $",
    )
});

/// What a text foresees has a date to come.
static FORESEEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:expect\w*|forecast\w*|project(?:ed|ions?)|predict\w*|estimat\w*|gap|shortfall|agreed|allocated|earmarked|set aside|budget(?:ed)?|pencilled|could (?:fall|rise|reach|grow)|set to|on course|likely to)\b",
    )
});

/// Whether a date is after the day of the document: nothing has been counted then.
pub fn is_to_come(reading: &Reading, date: Date) -> bool {
    let details = &reading.details;
    // Minutes tell of an inspection that has long ended.
    let inspected = details.event_end.filter(|_| is_formal(details.kind));
    let own = details.published.or(reading.document.hints.published).or(inspected);
    own.is_some_and(|own| own.last_day() < date.first_day())
}

/// Whether a sentence tells what is foreseen: "is expected to reach £2 million by 2026".
pub fn is_foreseen(sentence: &str) -> bool {
    FORESEEN.is_match(sentence)
}

/// Whether the words before a duration tell how long a visit was, which is of no date: "Inspectors spent two weeks there".
pub fn is_spent_by_inspectors(lead: &str) -> bool {
    SPENT.is_match(lead)
}

static SPENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:Ofsted|inspectors?|inspectorate|watchdog|team)\b[^.;]{0,40}\bspent (?:about |over |almost |nearly )?$",
    )
});

/// Whether the words behind a value tell that it is of the year before that of the one it is compared with.
pub fn is_of_the_year_before(after: &str) -> bool {
    YEAR_BEFORE.is_match(after)
}

static YEAR_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: [a-z]+){0,3}? (?:(?:in|for|during|at the same (?:time|point|date) (?:in )?|on the same date (?:in )?)? ?the (?:previous|preceding) (?:financial |academic |calendar )?year|the year before|a year (?:before|earlier))\b",
    )
});
