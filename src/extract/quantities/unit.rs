//! What stands around a number in, its unit and its bound out.

use super::noun;
use super::{Bound, Unit};
use crate::model::Span;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The unit of a number, and where the words that give it end.
pub(super) fn unit(text: &str, number: Span, limit: usize) -> (Unit, usize) {
    let after = &text[number.end..limit];
    if let Some(len) = percent(after) {
        return (Unit::Percent, number.end + len);
    }
    if let Some(code) = money_before(text, number.start) {
        return (Unit::Money(code), number.end);
    }
    if let Some((population, len)) = rate(after) {
        return (Unit::Rate(population), number.end + len);
    }
    if let Some((unit, len)) = measure(after) {
        return (unit, number.end + len);
    }
    let from = number.end + or_more(after);
    match noun::counted(text, from, limit) {
        Some(span) => match rate(&text[span.end..limit]) {
            Some((population, len)) => (Unit::Rate(population), span.end + len),
            None => (Unit::Counted(span), span.end),
        },
        None => (Unit::None, number.end),
    }
}

/// The length of "or more" and the like right after a number.
fn or_more(after: &str) -> usize {
    const WORDS: [&str; 5] = [" or more", " or fewer", " or less", " or so", " more"];
    WORDS.iter().find(|words| after.starts_with(**words)).map_or(0, |words| words.len())
}

/// Where the sign of a currency before the number begins.
pub(super) fn money_start(text: &str, number: usize) -> Option<usize> {
    money_before(text, number)?;
    let sign = text[..number].trim_end();
    Some(sign.len() - sign.chars().next_back().map_or(0, char::len_utf8))
}

fn money_before(text: &str, number: usize) -> Option<&'static str> {
    match text[..number].chars().next_back()? {
        '£' => Some("GBP"),
        '€' => Some("EUR"),
        '$' => Some("USD"),
        '¥' => Some("JPY"),
        _ => None,
    }
}

fn percent(after: &str) -> Option<usize> {
    const SIGNS: [&str; 9] = [
        "%",
        " %",
        " per cent",
        " percent",
        "-per-cent",
        " per-cent",
        " percentage points",
        " percentage point",
        " pc ",
    ];
    let sign = SIGNS.iter().find(|sign| after.starts_with(**sign))?;
    Some(sign.trim_end().len())
}

/// "per 10,000", also in words.
fn rate(after: &str) -> Option<(u32, usize)> {
    let lead = [" per ", " in every ", " for every "].into_iter().find(|lead| after.starts_with(lead))?;
    let rest = &after[lead.len()..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ',')).unwrap_or(rest.len());
    let digits = rest[..end].trim_end_matches(',');
    let population: u32 = digits.replace(',', "").parse().ok()?;
    (population >= 100).then_some((population, lead.len() + digits.len()))
}

/// A unit of measure or a currency after the number; joined by a hyphen it qualifies a noun ("three-month").
fn measure(after: &str) -> Option<(Unit, usize)> {
    let rest = after.strip_prefix([' ', '-']).unwrap_or(after);
    let lead = after.len() - rest.len();
    let len = rest.find(|c: char| !(c.is_alphabetic() || c == '°')).unwrap_or(rest.len());
    let word = &rest[..len];
    let unit = match BY_NAME.get(word) {
        Some(unit) => unit,
        None if word.len() > 2 => BY_NAME.get(word.to_ascii_lowercase().as_str())?,
        None => return None,
    };
    if lead == 0 && word.len() > 4 {
        return None;
    }
    Some((*unit, lead + len))
}

static BY_NAME: LazyLock<HashMap<&str, Unit>> = LazyLock::new(|| {
    MEASURES.iter().flat_map(|(names, unit)| names.split('|').map(move |name| (name, *unit))).collect()
});

const MEASURES: [(&str, Unit); 45] = [
    ("second|seconds|secs", Unit::Measure("seconds")),
    ("minute|minutes|mins", Unit::Measure("minutes")),
    ("hour|hours|hrs", Unit::Measure("hours")),
    ("day|days", Unit::Measure("days")),
    ("week|weeks", Unit::Measure("weeks")),
    ("fortnight|fortnights", Unit::Measure("fortnights")),
    ("month|months", Unit::Measure("months")),
    ("year|years|yrs", Unit::Measure("years")),
    ("decade|decades", Unit::Measure("decades")),
    ("century|centuries", Unit::Measure("centuries")),
    ("mile|miles", Unit::Measure("miles")),
    ("mph", Unit::Measure("miles per hour")),
    ("km|kilometre|kilometres|kilometer|kilometers", Unit::Measure("kilometres")),
    ("km/h|kph", Unit::Measure("kilometres per hour")),
    ("metre|metres|meter|meters|m", Unit::Measure("metres")),
    ("cm|centimetre|centimetres|centimeter|centimeters", Unit::Measure("centimetres")),
    ("mm|millimetre|millimetres|millimeter|millimeters", Unit::Measure("millimetres")),
    ("nm|nanometre|nanometres", Unit::Measure("nanometres")),
    ("foot|feet|ft", Unit::Measure("feet")),
    ("inch|inches", Unit::Measure("inches")),
    ("yard|yards", Unit::Measure("yards")),
    ("acre|acres", Unit::Measure("acres")),
    ("hectare|hectares|ha", Unit::Measure("hectares")),
    ("kg|kilogram|kilograms|kilo|kilos", Unit::Measure("kilograms")),
    ("g|gram|grams", Unit::Measure("grams")),
    ("mg|milligram|milligrams", Unit::Measure("milligrams")),
    ("tonne|tonnes", Unit::Measure("tonnes")),
    ("ton|tons", Unit::Measure("tons")),
    ("lb|lbs", Unit::Measure("pounds")),
    ("ounce|ounces|oz", Unit::Measure("ounces")),
    ("litre|litres|liter|liters", Unit::Measure("litres")),
    ("ml|millilitre|millilitres|milliliters", Unit::Measure("millilitres")),
    ("gallon|gallons", Unit::Measure("gallons")),
    ("barrel|barrels", Unit::Measure("barrels")),
    ("watt|watts|W", Unit::Measure("watts")),
    ("kW|kilowatt|kilowatts", Unit::Measure("kilowatts")),
    ("MW|megawatt|megawatts", Unit::Measure("megawatts")),
    ("GW|gigawatt|gigawatts", Unit::Measure("gigawatts")),
    ("kWh", Unit::Measure("kilowatt hours")),
    ("Hz|hertz", Unit::Measure("hertz")),
    ("GB|gigabytes", Unit::Measure("gigabytes")),
    ("MB|megabytes", Unit::Measure("megabytes")),
    ("°C|°F|degree|degrees", Unit::Measure("degrees")),
    ("pound|pounds|GBP", Unit::Money("GBP")),
    ("dollar|dollars|USD", Unit::Money("USD")),
];

/// How the words before a number, within its sentence, and those after it qualify it.
pub(super) fn bound(before: &str, after: &str) -> Bound {
    let lower = tail(before).to_lowercase();
    let mut words =
        lower.split_whitespace().rev().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let (last, second, third) =
        (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next().unwrap_or(""));
    if let Some(bound) = direct(last, second, third) {
        return bound;
    }
    match after.trim_start_matches([' ', '+']).split(' ').take(2).collect::<Vec<_>>()[..] {
        ["or", "more" | "over" | "above"] => return Bound::AtLeast,
        ["or", "less" | "fewer" | "under" | "below"] => return Bound::AtMost,
        _ if after.starts_with('+') => return Bound::AtLeast,
        _ => {}
    }
    changed(last, second, third).unwrap_or(Bound::Exact)
}

fn direct(last: &str, second: &str, third: &str) -> Option<Bound> {
    Some(match (second, last) {
        (
            _,
            "about" | "approximately" | "around" | "roughly" | "some" | "circa" | "estimated" | "averaging"
            | "approx",
        ) => Bound::About,
        ("average" | "averages", "of") | ("close", "to") => Bound::About,
        (_, "nearly" | "almost" | "barely") => Bound::Nearly,
        ("at", "least") | ("minimum", "of") => Bound::AtLeast,
        ("at", "most") | ("maximum", "of") | ("up", "to") => Bound::AtMost,
        ("no" | "not", "more") => Bound::AtMost,
        ("more" | "greater" | "higher" | "larger", "than") if matches!(third, "no" | "not") => Bound::AtMost,
        ("less" | "fewer", "than") if matches!(third, "no" | "not") => Bound::AtLeast,
        ("more" | "greater" | "higher" | "larger" | "better", "than")
        | ("excess", "of")
        | ("upwards", "of") => Bound::Over,
        (_, "over" | "above" | "exceeding" | "exceeds" | "exceeded" | "beyond") => Bound::Over,
        ("less" | "fewer" | "lower" | "smaller", "than") => Bound::Under,
        (_, "under" | "below" | "beneath") => Bound::Under,
        ("than", "the" | "a") => return direct("than", third, ""),
        (_, "just" | "only" | "exactly") => return None,
        _ => return None,
    })
}

/// "fell by 4", "up 12", "a rise of 3".
fn changed(last: &str, second: &str, third: &str) -> Option<Bound> {
    match last {
        "by" | "of" | "another" | "a" | "an" | "further" | "just" | "only" => {
            direction(second).or_else(|| {
                direction(third)
                    .filter(|_| matches!(second, "by" | "of" | "significantly" | "sharply" | "further"))
            })
        }
        _ => direction(last),
    }
}

fn direction(word: &str) -> Option<Bound> {
    const UP: [&str; 15] = [
        "ris", "rose", "increas", "grow", "grew", "climb", "gain", "jump", "surg", "advanc", "soar", "rall",
        "add", "improv", "up",
    ];
    const DOWN: [&str; 18] = [
        "fall", "fell", "drop", "declin", "decreas", "reduc", "lost", "los", "slump", "plung", "tumbl",
        "shr", "slid", "slip", "cut", "down", "dip", "plummet",
    ];
    let starts = |stems: &[&str]| {
        stems.iter().any(|stem| if stem.len() < 4 { stem_is(word, stem) } else { word.starts_with(stem) })
    };
    if starts(&UP) {
        Some(Bound::Up)
    } else if starts(&DOWN) {
        Some(Bound::Down)
    } else {
        None
    }
}

/// Short stems match only with the endings of a verb.
fn stem_is(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| {
        matches!(
            ending,
            "" | "s"
                | "e"
                | "es"
                | "en"
                | "ed"
                | "ing"
                | "ped"
                | "ping"
                | "ting"
                | "ies"
                | "ied"
                | "ink"
                | "ank"
                | "unk"
                | "inks"
                | "inking"
                | "ding"
        )
    })
}

/// The last few words before a number.
fn tail(before: &str) -> &str {
    let mut from = before.len().saturating_sub(60);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    &before[from..]
}
