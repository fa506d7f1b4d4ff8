//! Date expressions that leave their year open in, the same with the year that the document settles out.
//!
//! 1. A month set against the same month of a named year ("at the end of June …, compared to … in June 2018") is that of
//!    the year after.
//! 2. Else, where the text tells of another time, the last dated event before it does: "The war broke out on 28 June 1914.
//!    On 23 July …" (HeidelTime's rule for narratives).
//! 3. Else the document's own date settles it, in the direction that the words give, or back in time.
//! 4. Else, in a document that gives no date of its own, the latest date that it names does, for half a year behind it.

use super::DateMention;
use super::standing::is_of_a_law;
use super::wording::{Open, Towards, Unit};
use crate::extract::patterns::pattern;
use crate::model::{Date, Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The dates with values for all that the document settles. `own` is the document's own date: of publication, else of the
/// event that it reports.
/// What is to come is to come after `seen`, the end of that event, if it is known.
pub fn resolved(
    document: &Document,
    mut dates: Vec<DateMention>,
    own: Option<Date>,
    seen: Option<Date>,
) -> Vec<DateMention> {
    compared_months(document, &mut dates);
    let reference = own.map(Reference::Own).or_else(|| compared(&dates));
    if let Some(reference) = reference {
        settle(document, &mut dates, reference, seen);
        return dates;
    }
    // "last November" may bring the latest near to another date: "the visit in May … the plan of last November".
    for past_only in [true, false] {
        let Some(reference) = latest(document, &dates) else { return dates };
        let kept: Vec<Option<Open>> = dates.iter().map(|date| date.open).collect();
        for date in dates.iter_mut().filter(|date| past_only && !is_past(date)) {
            date.open = None;
        }
        settle(document, &mut dates, reference, None);
        dates.iter_mut().zip(kept).for_each(|(date, open)| date.open = open);
    }
    dates
}

fn settle(document: &Document, dates: &mut [DateMention], reference: Reference, seen: Option<Date>) {
    let own = match reference {
        Reference::Own(own) => Some(own),
        Reference::Latest(_) => None,
    };
    let mut told: Option<(Date, usize)> = None;
    for index in 0..dates.len() {
        let between = told.and_then(|told| between(document, dates, index, told));
        let date = &mut dates[index];
        if let (None, Some(open)) = (date.value, date.open) {
            let ahead = match open {
                Open::Weekday(_) => is_day_ahead(document, date.span),
                _ => ahead(document, date.span),
            };
            if let Some(value) = between.filter(|_| !ahead) {
                date.value = Some(value);
                told = Some((value, date.span.end));
                continue;
            }
            if let Some(value) = on_weekday(document.words(date.span), open, reference) {
                date.value = Some(value);
                continue;
            }
            // What is to come is counted from the document's own date, not from what it tells of the past.
            let narrated = told
                .filter(|_| !ahead || own.is_none())
                .and_then(|told| narrated(document, date.span, open, told, own));
            if let Some((value, end)) = narrated.or_else(|| {
                // A report of an inspection in December, published in March, looks ahead to January, and what it
                // tells of "this year" it saw there.
                let month = matches!(open, Open::Month { .. });
                let seen =
                    seen.filter(|_| own.is_some() && if ahead { month } else { is_of_this_year(open) });
                settled(open, seen.map_or(reference, Reference::Own), ahead)
            }) {
                date.value = Some(value);
                date.end = end;
            }
            if narrated.is_none() {
                continue;
            }
        }
        // The year of an Act tells nothing of when what follows happened, nor does what is told by the way.
        let before = words_before(document, date.span);
        if is_of_a_law(before)
            || before.ends_with("since ")
            || is_aside(before, words_behind(document, date.span))
        {
            continue;
        }
        told = match (told, date.end.or(date.value)) {
            // "in early 1982" behind "2 April 1982": no other time.
            (Some((last, _)), Some(value)) if own.is_none() && is_year_of(value, last) => {
                Some((last, date.span.end))
            }
            (Some((last, _)), Some(value)) if value < last && is_by_the_way(before, value, last) => told,
            (_, value) => value.map(|value| (value, date.span.end)).or(told),
        };
    }
}

/// Whether a date is the bare year of another.
fn is_year_of(year: Date, date: Date) -> bool {
    year.month_number().is_none()
        && !year.is_financial_year()
        && date.month_number().is_some()
        && year.year_number() == date.year_number()
}

/// "the pact of 1932", "The junta, which had seized power in March 1976,": an earlier time than the one told of.
fn is_by_the_way(before: &str, date: Date, last: Date) -> bool {
    const LONG_BEFORE: i16 = 3;
    let bare = before.ends_with(" of ") && date.month_number().is_none();
    last.year_number() - date.year_number() >= LONG_BEFORE && (bare || WHICH_HAD.is_match(before))
}

static WHICH_HAD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:which|who|that) had [^;:,]{3,60}$"));

/// "in August this year".
const fn is_of_this_year(open: Open) -> bool {
    matches!(
        open,
        Open::Month { towards: Towards::Years(0), .. } | Open::Season { towards: Towards::Years(0) }
    )
}

/// "She asked on 4 November 2021. They agreed on 16 December, and had until 10 February 2022.": the one such day between
/// the full dates before and behind it, in the order in which things happened.
fn between(document: &Document, dates: &[DateMention], index: usize, told: (Date, usize)) -> Option<Date> {
    const NEAR: usize = 300;
    const YEAR: i32 = 366;
    let Some(Open::Month { month, day, until: None, towards: Towards::Any }) = dates[index].open else {
        return None;
    };
    let next = dates.get(index + 1)?;
    let full = |date: Date| date.day_number().is_some().then(|| date.first_day());
    let (first, last) = (full(told.0)?, full(next.value?)?);
    let here = dates[index].span;
    let near =
        here.start.saturating_sub(told.1) < NEAR && document.block_at(here.start)?.span.covers(next.span);
    let days = last.since(first).ok()?.get_days();
    let value = dated(told.0.year_number(), month, day).filter(|date| date.first_day() >= first);
    let value = value.or_else(|| dated(told.0.year_number() + 1, month, day))?;
    (near && day > 0 && (0..YEAR).contains(&days) && value.first_day() <= last).then_some(value)
}

/// "The ship, which entered service in January 1995, sank on 12 August": what stands between commas is of another time.
fn is_aside(before: &str, after: &str) -> bool {
    let Some((_, aside)) = before.rsplit_once(", ").filter(|_| after.starts_with(',')) else { return false };
    let first = aside.split(' ').next().unwrap_or_default();
    ["which", "who", "whose", "where", "when"].contains(&first) || first.len() > 4 && first.ends_with("ed")
}

/// The words of a date's sentence before it.
fn words_before(document: &Document, date: Span) -> &str {
    document.words(Span::new(document.sentence_at(date.start).start.min(date.start), date.start))
}

/// The words of a date's sentence behind it.
fn words_behind(document: &Document, date: Span) -> &str {
    document.words(Span::new(date.end, document.sentence_at(date.start).end.max(date.end)))
}

/// "Friday, March 10": the year, of those around the document's own, in which that day is a Friday.
fn on_weekday(words: &str, open: Open, reference: Reference) -> Option<Date> {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let Open::Month { month, day, until: None, towards: Towards::Any } = open else { return None };
    let weekday = DAYS.iter().position(|name| words.starts_with(name)).filter(|_| day > 0)?;
    let (Reference::Own(own) | Reference::Latest(own)) = reference;
    let year = own.year_number();
    let mut fitting = [year, year + 1, year - 1].into_iter().filter_map(|year| dated(year, month, day));
    fitting.find(|date| usize::try_from(date.first_day().weekday().to_monday_zero_offset()) == Ok(weekday))
}

/// A month of the year of which the text has just told, or of the next one; `told` is the last date before it with its
/// place. A document that knows its own date tells of another time only within one paragraph, and of years ago.
fn narrated(
    document: &Document,
    span: Span,
    open: Open,
    told: (Date, usize),
    own: Option<Date>,
) -> Option<(Date, Option<Date>)> {
    let Open::Month { month, day, until, towards: Towards::Any } = open else { return None };
    let (last, at) = told;
    let after = words_behind(document, span);
    // "in March that year": the one told of, whatever came before in it.
    if after.starts_with(" that year") || after.starts_with(" of that year") {
        return Some((dated(last.year_number(), month, day)?, None));
    }
    let that = ["that ", "That "].iter().any(|that| words_before(document, span).ends_with(that));
    let near = document.block_at(at)?.span.covers(span);
    let dated_well = last.month_number().is_some();
    let tells = match own {
        Some(own) => near && dated_well && own.year_number() - last.year_number() >= 2,
        None => near || dated_well,
    };
    if !(tells || that && near && dated_well) {
        return None;
    }
    // "The conference had opened on 18 January": before what was told.
    let back = HAD.is_match(words_before(document, span));
    let turns = |last: u8| if back { -i16::from(month > last) } else { i16::from(month < last) };
    let year = last.year_number() + last.month_number().map_or(0, turns);
    let end = until.and_then(|(end, day)| dated(year + i16::from(end < month), end, day));
    Some((dated(year, month, day)?, end))
}

/// A clause that tells what had been before.
static HAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\bhad (?:[a-z]+ ){0,2}[a-z]+(?:ed|en|wn|ne|t|ld|de|d) [^;:]{0,60}$"));

/// What open dates are counted from.
#[derive(Debug, Clone, Copy)]
enum Reference {
    /// The document's own date, or one that stands for it.
    Own(Date),
    /// The latest date that a document without a date of its own names: it was written after that.
    Latest(Date),
}

/// "At the end of June there were 20, compared to 30 in June 2018": the first June is that of 2019.
fn compared_months(document: &Document, dates: &mut [DateMention]) {
    for index in 0..dates.len() {
        let Some(Open::Month { month, day, until: None, towards: Towards::Any }) = dates[index].open else {
            continue;
        };
        let sentence = document.sentence_at(dates[index].span.start);
        let other =
            dates.get(index + 1).filter(|next| next.span.end <= sentence.end).and_then(|next| next.value);
        let Some(other) = other else { continue };
        let between = document.words(Span::new(dates[index].span.end, dates[index + 1].span.start));
        // "In September 83% were on time, up from 64% in the same month of 2022."
        if other.month_number().is_none()
            && ["same month of ", "same month in "].iter().any(|lead| between.ends_with(lead))
        {
            dates[index].value = dated(other.year_number() + 1, month, day);
            continue;
        }
        if other.month_number() != Some(month) {
            continue;
        }
        if ["compared", " from ", " than ", "against"].iter().any(|word| between.contains(word)) {
            dates[index].value = dated(other.year_number() + 1, month, day);
        } else if day > 0 && other.day_number().is_some_and(|later| later >= day) && between.contains(" and ")
        {
            // "meets on 7 January and votes on 20 January 1997".
            dates[index].value = dated(other.year_number(), month, day);
        }
    }
}

/// The latest date that a comparison gave: the period that the document itself reports.
fn compared(dates: &[DateMention]) -> Option<Reference> {
    dates.iter().filter(|date| date.open.is_some()).filter_map(|date| date.value).max().map(Reference::Own)
}

fn is_past(date: &DateMention) -> bool {
    matches!(date.open, Some(Open::Month { towards: Towards::Past, .. }))
}

/// The latest date that the text names of what has been: it was written after that.
fn latest(document: &Document, dates: &[DateMention]) -> Option<Reference> {
    let named = dates.iter().filter_map(|date| Some((date.end.or(date.value)?, date.span)));
    let mut named: Vec<(Date, Span)> = named.filter(|(date, _)| date.month_number().is_some()).collect();
    named.sort_unstable_by(|one, other| other.cmp(one));
    let been = named.into_iter().find(|(_, span)| !ahead(document, *span));
    been.map(|(date, _)| Reference::Latest(date))
}

fn settled(open: Open, reference: Reference, ahead: bool) -> Option<(Date, Option<Date>)> {
    let (own, after) = match reference {
        Reference::Own(own) => (own, false),
        Reference::Latest(latest) => (latest, true),
    };
    match open {
        Open::Month { month, day, until, towards } => {
            let year = year_of(month, day, towards, own, after, ahead)?;
            let end_year = |end: u8| if end < month { year + 1 } else { year };
            let end = until.and_then(|(end, day)| dated(end_year(end), end, day));
            Some((dated(year, month, day)?, end))
        }
        Open::Season { towards: Towards::Years(years) } => {
            Some((Date::year(own.year_number() + years), None))
        }
        Open::Offset { count, unit } if !after => offset(own, count, unit),
        Open::Weekday(weekday) if !after => weekday_beside(own, weekday, ahead),
        _ => None,
    }
}

/// The year of a month: in the direction that the words give, else the nearest one that is not ahead.
fn year_of(month: u8, day: u8, towards: Towards, own: Date, after: bool, ahead: bool) -> Option<i16> {
    let year = own.year_number();
    let own_month = own.month_number()?;
    let later = (month, day) > (own_month, own.day_number().unwrap_or(31));
    match towards {
        Towards::Years(years) => (!after).then_some(year + years),
        // The document was written after the latest date that it names, but perhaps long after.
        _ if after => {
            let months = (i16::from(month) - i16::from(own_month)).rem_euclid(12);
            (months <= 6).then_some(if month >= own_month { year } else { year + 1 })
        }
        Towards::Past => Some(if month >= own_month { year - 1 } else { year }),
        Towards::Future => Some(if month > own_month { year } else { year + 1 }),
        Towards::Any if ahead => Some(if month < own_month { year + 1 } else { year }),
        Towards::Any => Some(if later && month != own_month { year - 1 } else { year }),
    }
}

/// Whether the words around a date speak of what is to come.
fn ahead(document: &Document, span: Span) -> bool {
    let sentence = document.sentence_at(span.start);
    let text = document.text();
    let near = text.floor_char_boundary(span.start.saturating_sub(200));
    let before = document.words(Span::new(sentence.start.max(near).min(span.start), span.start));
    let far = text.floor_char_boundary((span.end + 24).min(text.len()));
    let after = document.words(Span::new(span.end, sentence.end.min(far).max(span.end)));
    const AHEAD: [&str; 64] = [
        " will ",
        " shall ",
        " turns ",
        " convenes ",
        " may ",
        " must ",
        " due to ",
        " due in ",
        " due on ",
        " due by ",
        "planned ",
        "scheduled ",
        " is to ",
        " are to ",
        "expected ",
        "no later than ",
        " plans to ",
        " begins ",
        " closes ",
        " comes before ",
        " comes to ",
        " goes before ",
        " goes to ",
        " launches ",
        " meets ",
        " starts ",
        " takes place ",
        " opens ",
        " leaves ",
        " expires ",
        " takes effect ",
        " expects to ",
        " expect to ",
        " hopes to ",
        " hope to ",
        " intends to ",
        " aims to ",
        " wants to ",
        " next meeting is ",
        " before the official ",
        " runs until ",
        " open until ",
        " continues until ",
        " has until ",
        " have until ",
        " has to ",
        " have to ",
        " heading for ",
        " needs to be ",
        " need to be ",
        " could ",
        " been asked to ",
        " is likely ",
        "ot likely until ",
        " should ",
        " payable ",
        " is due ",
        " are due ",
        " take effect ",
        " called for ",
        " calling for ",
        " calls for ",
        " set for ",
        " slated ",
    ];
    // "the next talk is in May, and the one in March was called off".
    if [" was ", " were ", " had "].iter().any(|past| after.starts_with(past)) {
        return false;
    }
    let before = UNREAL.iter().fold(before.to_owned(), |words, unreal| words.replace(unreal, " "));
    let before = before.as_str();
    // What was to come at another time that the sentence names is counted from that.
    let told = || crate::model::MONTHS.iter().any(|month| before.contains(month));
    AHEAD.iter().any(|word| before.contains(word))
        || before.contains(" would ") && !told()
        || after.contains(" will ")
        || is_aim(before)
        || leads_to_what_will_be(document, sentence, span)
}

/// "From 1 July, a worker in the team will": what leads a sentence is when its main clause will be.
fn leads_to_what_will_be(document: &Document, sentence: Span, span: Span) -> bool {
    const FAR: usize = 130;
    let lead = document.words(Span::new(sentence.start.min(span.start), span.start)).trim();
    let text = document.text();
    let far = text.floor_char_boundary((span.end + FAR).min(text.len()));
    let after = document.words(Span::new(span.end, sentence.end.min(far).max(span.end)));
    let clause = after.split(['.', ';', '“', '"']).next().unwrap_or_default();
    let will = clause.find(" will ").filter(|_| after.starts_with(','));
    let told =
        |at: usize| [" said", " told", " announced", " that "].iter().any(|word| clause[..at].contains(word));
    matches!(lead, "From" | "By" | "On" | "In" | "Starting in" | "Starting on")
        && will.is_some_and(|at| !told(at) && !clause[..at].ends_with(" and"))
}

/// What did not happen, or perhaps did, was to happen in the past.
const UNREAL: [&str; 16] = [
    " could not ",
    " would have ",
    " should have ",
    " could have ",
    " may have ",
    " was expected ",
    " were expected ",
    " was due ",
    " were due ",
    " been due ",
    " been expected ",
    " was scheduled ",
    " were scheduled ",
    " been scheduled ",
    " was planned ",
    " were planned ",
];

/// "a programme to pay its debts by": the date by which something is to be done.
fn is_aim(before: &str) -> bool {
    let Some(rest) = before.strip_suffix(" by ") else { return false };
    let Some((lead, aim)) = rest.rsplit_once(" to ") else { return false };
    let verb = aim.split(' ').next().unwrap_or("");
    let past = [" had ", " was ", " were ", " went ", " came ", " rose ", " fell "];
    let told = lead.rsplit_once([',', ';']).map_or(lead, |(_, clause)| clause);
    aim.len() < 80
        && verb.len() > 1
        && verb.starts_with(char::is_lowercase)
        && !["the", "its", "their", "his", "her", "this", "a", "an", "be"].contains(&verb)
        && !past.iter().any(|word| told.contains(word) || aim.contains(word))
}

fn offset(own: Date, count: i32, unit: Unit) -> Option<(Date, Option<Date>)> {
    let years = i16::try_from(count).ok()?;
    match unit {
        Unit::Year => Some((Date::year(own.year_number().checked_add(years)?), None)),
        Unit::Month => {
            let month = i32::from(own.month_number()?) - 1 + count;
            let year = own.year_number().checked_add(i16::try_from(month.div_euclid(12)).ok()?)?;
            Some((Date::month(year, month.rem_euclid(12) as u8 + 1)?, None))
        }
        Unit::Week | Unit::Day => {
            own.day_number()?;
            let days = i64::from(count) * if unit == Unit::Week { 7 } else { 1 };
            let day = moved(own, days)?;
            if unit == Unit::Week {
                Some((Date::month(day.year_number(), day.month_number()?)?, None))
            } else {
                Some((day, None))
            }
        }
    }
}

/// The last such day of the week up to the document's own date, or the next one.
fn weekday_beside(own: Date, weekday: i8, ahead: bool) -> Option<(Date, Option<Date>)> {
    own.day_number()?;
    let back = (own.first_day().weekday().to_monday_one_offset() - weekday).rem_euclid(7);
    let days = if ahead { 7 - i64::from(back) } else { -i64::from(back) };
    Some((moved(own, days)?, None))
}

/// "will meet on Tuesday", but not "said on Tuesday that it will meet".
fn is_day_ahead(document: &Document, span: Span) -> bool {
    const AHEAD: [&str; 13] = [
        " will ",
        " is to ",
        " are to ",
        " is due ",
        " are due ",
        " is expected to ",
        " begin ",
        " begins ",
        " starts ",
        " becomes ",
        " takes over ",
        " has until ",
        " have until ",
    ];
    let before = words_before(document, span);
    if ["next ", "Next ", "this coming "].iter().any(|lead| before.ends_with(lead)) {
        return true;
    }
    let verb = AHEAD.iter().filter_map(|word| before.rfind(word)).max();
    verb.is_some_and(|at| {
        let since = &before[at..];
        since.len() < 90
            && !["said", "told", "announced", ";", "“", "”"].iter().any(|word| since.contains(word))
    })
}

fn moved(date: Date, days: i64) -> Option<Date> {
    let day = date.first_day().checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Date::day(day.year(), day.month() as u8, day.day() as u8)
}

fn dated(year: i16, month: u8, day: u8) -> Option<Date> {
    if day == 0 { Date::month(year, month) } else { Date::day(year, month, day) }
}
