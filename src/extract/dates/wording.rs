//! The words of one date expression in, what they say out.

use super::standing;
use crate::model::Date;

/// What an expression says: dates, or what is left open.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Meaning {
    pub value: Option<Date>,
    pub end: Option<Date>,
    pub open: Option<Open>,
}

/// What an expression leaves open until another date settles it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Open {
    /// A month, or a day in it, of an unnamed year; `until` is the month and day that end a period.
    Month { month: u8, day: u8, until: Option<(u8, u8)>, towards: Towards },
    /// A season of an unnamed year.
    Season { towards: Towards },
    /// So many units from another date.
    Offset { count: i32, unit: Unit },
    /// A day of the week, Monday 1.
    Weekday(i8),
}

/// In which direction from the document's date an open date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Towards {
    Any,
    Past,
    Future,
    /// So many years from the year of the document.
    Years(i16),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Open {
    pub fn names_a_month(self) -> bool {
        matches!(self, Self::Month { .. })
    }
}

/// One word of an expression that carries meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    /// A number of one or two digits, or one with an ordinal's ending.
    Number(i16),
    Year(i16),
    /// A decade: "the 1990s".
    Years(i16),
    Month(u8),
    Weekday(i8),
    To,
    Slash,
    Dot,
    Quarter,
    Season,
    Last,
    This,
    Next,
    /// "ago", "earlier", "before".
    Ago,
    Unit(Unit),
    Decade,
    Today,
    Yesterday,
    Tomorrow,
}

/// What the words say, and how many of their bytes say it. None if they are no date where they stand.
pub(super) fn meaning(words: &str, text: &str, at: usize) -> Option<(Meaning, usize)> {
    // "2014-05-23T14:05:00": the time of the day is none of the date's.
    let words = match words.split_once('T') {
        Some((date, _)) if date.len() == 10 && date.ends_with(|c: char| c.is_ascii_digit()) => date,
        _ => words,
    };
    if let Some(months) = months_of(words) {
        return Some((months, words.len()));
    }
    let parts = parts(words);
    let (before, after) = (&text[..at], &text[at + words.len()..]);
    // "Sept '19", and not the nineteenth.
    if let [Part::Month(month), Part::Number(year)] = parts[..]
        && words.contains(['\'', '’'])
    {
        let value = Date::month(if year < 50 { 2000 + year } else { 1900 + year }, month)?;
        return Some((Meaning { value: Some(value), ..Meaning::default() }, words.len()));
    }
    if let [Part::Month(month), Part::Number(_)] = parts[..]
        && standing::is_count(words, before, after)
    {
        let len = words.find(' ').unwrap_or(words.len());
        return Some((open_month(month, 0, None, Towards::Any), len));
    }
    // "On May 8 and 9 people": the second number counts.
    if let [Part::Month(month), Part::Number(day), Part::To, Part::Number(last)] = parts[..]
        && (last <= day
            || standing::is_count(words, before, after)
            || standing::touches_number(before, after))
    {
        let len = words.find([' ', '-', '–']).and_then(|at| {
            let rest = words[at + 1..].find(|c: char| !c.is_ascii_alphanumeric())?;
            Some(at + 1 + rest)
        })?;
        return Some((open_month(month, day, None, Towards::Any), len));
    }
    let allowed = match parts[..] {
        [Part::Year(_)] => standing::is_year(words, before, after),
        [Part::Month(_)] => standing::is_month(words, before, after),
        [Part::Year(_), _, Part::Number(_) | Part::Year(_)] => !standing::touches_number(before, after),
        [Part::Number(_), Part::Slash, Part::Number(_), Part::Slash, _] => {
            !standing::touches_number(before, after)
        }
        [Part::Number(_), Part::To, Part::Number(_), Part::To, Part::Number(_)] => {
            standing::is_alone(before, after)
        }
        [Part::Number(_), Part::Dot, Part::Number(_), Part::Dot, Part::Number(_)] => {
            !standing::touches_number(before, after)
                && (standing::is_day(before) || standing::is_alone(before, after))
        }
        // "an average of 12 weeks before" is how long, not when.
        [Part::Number(_), Part::Unit(_), Part::Ago] => !before.ends_with(" average of "),
        // "The following year" is counted from what was told before.
        [Part::Next, Part::Unit(_)] => !words.to_ascii_lowercase().contains("following"),
        _ => true,
    };
    let said = allowed.then(|| said(&parts)).flatten()?;
    Some((said, words.len()))
}

fn said(parts: &[Part]) -> Option<Meaning> {
    use Part::*;
    let day = |y, m, d: i16| Date::day(y, m, u8::try_from(d).ok()?);
    let short = |n: i16| if n < 50 { 2000 + n } else { 1900 + n };
    match *parts {
        [Weekday(_), ref rest @ ..] if !rest.is_empty() => said(rest),
        // "earlier this year"
        [Ago, ref rest @ ..] if !rest.is_empty() => said(rest),
        // "mid-2014"
        [To, ref rest @ ..] if !rest.is_empty() => said(rest),
        [Weekday(number)] => open(Open::Weekday(number)),
        [Year(y), To, Number(m), To, Number(d)] => date(day(y, u8::try_from(m).ok()?, d)?),
        [Number(d), Slash | Dot | To, Number(m), Slash | Dot | To, Year(y)] => numeric(d, m, y),
        [Number(d), Slash, Number(m), Slash, Number(y)]
        | [Number(d), Dot, Number(m), Dot, Number(y)]
        | [Number(d), To, Number(m), To, Number(y)] => numeric(d, m, short(y)),
        [Number(d), Unit(self::Unit::Day), Month(m), Year(y)] => date(day(y, m, d)?),
        [Number(d), Month(m), Year(y)] | [Month(m), Number(d), Year(y)] => date(day(y, m, d)?),
        [Number(d), Month(m), To, Year(y)] => date(day(y, m, d)?),
        [Number(d), Month(m), Number(y)] | [Number(d), To, Month(m), To, Number(y)] => {
            date(day(short(y), m, d)?)
        }
        [Number(d), To, Month(m), To, Year(y)] => date(day(y, m, d)?),
        [Number(d), Month(m)] | [Month(m), Number(d)] | [Number(d), To, Month(m)] => {
            Some(open_month(m, d, None, Towards::Any))
        }
        [Number(d), Month(m), near, Unit(self::Unit::Year)]
        | [Month(m), Number(d), near, Unit(self::Unit::Year)] => {
            Some(open_month(m, d, None, near_year(near)?))
        }
        [ref list @ .., To, Weekday(_), Number(_), Month(_), Year(_)] => {
            let mut plain = list.to_vec();
            plain.push(To);
            plain.extend(&parts[parts.len() - 3..]);
            said(&plain)
        }
        [Month(m), Number(a), Year(y), To, Month(n), Number(b), Year(z)] => {
            period(day(y, m, a)?, day(z, n, b)?)
        }
        [Month(m), Number(a), To, Number(b)] => {
            Some(open_month(m, a, Some((m, u8::try_from(b).ok()?)), Towards::Any))
        }
        [Number(a), Month(m), Year(y), To, Number(b), Month(n), Year(z)] => {
            period(day(y, m, a)?, day(z, n, b)?)
        }
        [Number(a), Month(m), To, Number(b), Month(n), Year(z)] => {
            let y = if m > n { z - 1 } else { z };
            period(day(y, m, a)?, day(z, n, b)?)
        }
        [Number(a), Month(m), To, Number(b), Month(n)] => {
            Some(open_month(m, a, Some((n, u8::try_from(b).ok()?)), Towards::Any))
        }
        [Number(a), .., To, Number(b), Month(m), Year(y)] => period(day(y, m, a)?, day(y, m, b)?),
        [Number(a), .., To, Number(b), Month(m)] => {
            Some(open_month(m, a, Some((m, u8::try_from(b).ok()?)), Towards::Any))
        }
        [Month(m), Number(a), To, Number(b), Year(y)] => period(day(y, m, a)?, day(y, m, b)?),
        [Month(m), Number(a), To, Month(n), Number(b), Year(y)] => {
            period(day(if m > n { y - 1 } else { y }, m, a)?, day(y, n, b)?)
        }
        [Month(m), Year(y), To, Month(n), Year(z)] => period(Date::month(y, m)?, Date::month(z, n)?),
        [Month(m), To, Month(n), Year(z)] => {
            period(Date::month(if m > n { z - 1 } else { z }, m)?, Date::month(z, n)?)
        }
        [Month(m), To, Month(n)] => Some(open_month(m, 0, Some((n, 0)), Towards::Any)),
        [Month(m), To, Month(n), near, Unit(self::Unit::Year)] => {
            Some(open_month(m, 0, Some((n, 0)), near_year(near)?))
        }
        [Month(m), Year(y)] => date(Date::month(y, m)?),
        [Month(m), To, Number(y)] => date(Date::month(short(y), m)?),
        [Month(m), near, Unit(self::Unit::Year)] => Some(open_month(m, 0, None, near_year(near)?)),
        [Last, Month(m)] => Some(open_month(m, 0, None, Towards::Past)),
        [Next, Month(m)] => Some(open_month(m, 0, None, Towards::Future)),
        [This, Month(m)] => Some(open_month(m, 0, None, Towards::Years(0))),
        [Month(m)] => Some(open_month(m, 0, None, Towards::Any)),
        [Number(q), Quarter, ref year @ ..] | [Quarter, Number(q), ref year @ ..] => quarter(year, q),
        [Last, Quarter, ref year @ ..] => quarter(year, 4),
        [ref year @ .., Quarter, Number(q)] => quarter(year, q),
        [Season, ref year @ ..] if !year.is_empty() => said(year),
        [near, Season] => open(Open::Season { towards: near_year(near)? }),
        [Year(y), To | Slash, Number(z)] => years(y, y / 100 * 100 + z + if z < y % 100 { 100 } else { 0 }),
        [Year(y), To | Slash, Year(z)] => years(y, z),
        [Year(y)] => date(Date::year(y)),
        [Years(y)] => period(Date::year(y), Date::year(y.checked_add(9)?)),
        [Number(n), Unit(unit), Ago] => open(Open::Offset { count: -i32::from(n), unit }),
        [Number(n), Decade, Ago] => open(Open::Offset { count: -10 * i32::from(n), unit: self::Unit::Year }),
        [Last, Unit(unit)] => open(Open::Offset { count: -1, unit }),
        [This, Unit(unit)] => open(Open::Offset { count: 0, unit }),
        [Next, Unit(unit)] => open(Open::Offset { count: 1, unit }),
        [Today] => open(Open::Offset { count: 0, unit: self::Unit::Day }),
        [Yesterday] => open(Open::Offset { count: -1, unit: self::Unit::Day }),
        [Tomorrow] => open(Open::Offset { count: 1, unit: self::Unit::Day }),
        _ => None,
    }
}

fn date(value: Date) -> Option<Meaning> {
    Some(Meaning { value: Some(value), ..Meaning::default() })
}

fn period(start: Date, end: Date) -> Option<Meaning> {
    (start <= end).then_some(Meaning { value: Some(start), end: Some(end), open: None })
}

fn open(open: Open) -> Option<Meaning> {
    Some(Meaning { open: Some(open), ..Meaning::default() })
}

fn open_month(month: u8, day: i16, until: Option<(u8, u8)>, towards: Towards) -> Meaning {
    let day = u8::try_from(day).unwrap_or(0);
    Meaning { open: Some(Open::Month { month, day, until, towards }), ..Meaning::default() }
}

/// Day before month, unless only the other order is a date.
fn numeric(first: i16, second: i16, year: i16) -> Option<Meaning> {
    let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
    date(Date::day(year, second, first).or_else(|| Date::day(year, first, second))?)
}

/// Two years that follow each other are a financial year; others the first and last of a period.
fn years(first: i16, last: i16) -> Option<Meaning> {
    match last - first {
        1 => date(Date::financial_year(first)),
        2..=60 => period(Date::year(first), Date::year(last)),
        _ => None,
    }
}

/// "first six months of 2014": a period from the first or to the last month of a year, that of a financial year April or
/// March.
fn months_of(words: &str) -> Option<Meaning> {
    const COUNTS: [(&str, u8); 7] =
        [("two", 2), ("three", 3), ("four", 4), ("six", 6), ("eight", 8), ("nine", 9), ("ten", 10)];
    // "the first half of 2019/20".
    let lower = words.to_lowercase().replace("first half of", "first six months of");
    let lower = ["second", "latter", "last"]
        .iter()
        .fold(lower, |words, which| words.replace(&format!("{which} half of"), "last six months of"));
    let lower = lower
        .replace("months of the financial year ", "months of ")
        .replace("months of the year ", "months of ");
    let (lead, year) = lower.split_once(" months of ")?;
    let (which, count) = lead.split_once(' ')?;
    let (_, count) = COUNTS.iter().find(|(name, _)| *name == count)?;
    let year = said(&parts(year.trim_start_matches("the ")))?.value?;
    let first = if which == "first" { 0 } else { 12 - count };
    let offset = if year.is_financial_year() { 3 } else { 0 };
    let month = |index: u8| {
        let index = index + offset;
        Date::month(year.year_number() + i16::from(index / 12), index % 12 + 1)
    };
    period(month(first)?, month(first + count - 1)?)
}

/// A quarter of a financial year begins in April, one of a plain year in January.
fn quarter(year: &[Part], number: i16) -> Option<Meaning> {
    let year = said(year)?.value?;
    let first = u8::try_from(number).ok().filter(|n| (1..=4).contains(n))? * 3 - 2;
    let months = |first: u8, year: i16| period(Date::month(year, first)?, Date::month(year, first + 2)?);
    match (year.is_financial_year(), first) {
        (false, _) => months(first, year.year_number()),
        (true, 10) => months(1, year.year_number() + 1),
        (true, _) => months(first + 3, year.year_number()),
    }
}

fn near_year(part: Part) -> Option<Towards> {
    match part {
        Part::Last => Some(Towards::Years(-1)),
        Part::This => Some(Towards::Years(0)),
        Part::Next => Some(Towards::Years(1)),
        _ => None,
    }
}

fn parts(words: &str) -> Vec<Part> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let len = match c {
            '0'..='9' => rest.bytes().take_while(u8::is_ascii_digit).count(),
            c if c.is_ascii_alphabetic() => rest.bytes().take_while(u8::is_ascii_alphabetic).count(),
            c => c.len_utf8(),
        };
        match (found.last(), &rest[..len]) {
            // "Oct. 31": the dot belongs to the month.
            (Some(Part::Month(_) | Part::Weekday(_)), ".") => {}
            (Some(&Part::Year(year)), "s") => {
                found.pop();
                found.push(Part::Years(year));
            }
            (_, word) => found.extend(part(word)),
        }
        rest = &rest[len..];
    }
    found
}

fn part(word: &str) -> Option<Part> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let number = word.parse().ok()?;
        return Some(if word.len() == 4 { Part::Year(number) } else { Part::Number(number) });
    }
    let lower = word.to_ascii_lowercase();
    if let Some(month) = month(&lower) {
        return Some(Part::Month(month));
    }
    Some(match lower.as_str() {
        "-" | "‐" | "‑" | "–" | "—" | "−" | "─" | "to" | "until" | "till" | "and" | "through" | "&" => {
            Part::To
        }
        "/" => Part::Slash,
        "." => Part::Dot,
        "q" | "quarter" => Part::Quarter,
        "spring" | "summer" | "autumn" | "winter" | "fall" => Part::Season,
        "last" | "previous" | "final" | "past" => Part::Last,
        "this" | "same" => Part::This,
        "next" | "following" => Part::Next,
        "ago" | "earlier" | "before" | "previously" => Part::Ago,
        "day" | "days" => Part::Unit(Unit::Day),
        "week" | "weeks" => Part::Unit(Unit::Week),
        "month" | "months" => Part::Unit(Unit::Month),
        "year" | "years" => Part::Unit(Unit::Year),
        "decade" | "decades" => Part::Decade,
        "today" => Part::Today,
        "yesterday" => Part::Yesterday,
        "tomorrow" => Part::Tomorrow,
        "first" => Part::Number(1),
        "second" => Part::Number(2),
        "third" => Part::Number(3),
        "fourth" => Part::Number(4),
        _ => return weekday(&lower).map(Part::Weekday).or_else(|| small_number(&lower).map(Part::Number)),
    })
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let index = MONTHS.iter().position(|month| {
        *month == word
            || word.len() == 3 && month.starts_with(word)
            || word == "sept" && *month == "september"
    })?;
    Some(index as u8 + 1)
}

fn weekday(word: &str) -> Option<i8> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let index = DAYS.iter().position(|day| *day == word || word.len() == 3 && day.starts_with(word))?;
    Some(index as i8 + 1)
}

fn small_number(word: &str) -> Option<i16> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "an" => Some(1),
        "eighteen" => Some(18),
        _ => WORDS.iter().position(|w| *w == word).map(|index| index as i16 + 1),
    }
}
