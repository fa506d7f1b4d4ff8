//! What stands around a number in, its unit and its bound out.

use super::noun;
use super::{Bound, Unit};
use crate::model::Span;

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
    super::currency::before(text, number).map(|(_, start)| start)
}

fn money_before(text: &str, number: usize) -> Option<&'static str> {
    super::currency::before(text, number).map(|(code, _)| code)
}

fn percent(after: &str) -> Option<usize> {
    const SIGNS: [&str; 11] = [
        "%",
        " %",
        " per cent",
        " percent",
        "-per-cent",
        "-percent",
        " per-cent",
        " percentage points",
        " percentage point",
        " pct",
        "pc",
    ];
    if !after.starts_with([' ', '-', '%', 'p']) {
        return None;
    }
    let spaced = after.strip_prefix(" pc").map(|rest| (rest, 3));
    let sign = SIGNS.iter().find_map(|sign| Some((after.strip_prefix(sign)?, sign.len()))).or(spaced);
    let (rest, len) = sign?;
    let whole = !rest.starts_with(|c: char| c.is_alphanumeric()) || after[..len].ends_with('%');
    whole.then_some(len)
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
    super::measures::measure(after).or_else(|| {
        let (code, len) = super::currency::after(after)?;
        Some((Unit::Money(code), len))
    })
}

/// Whether what is written right after a number leaves it a number: nothing, or a unit ("256GB"), and not "18th" or "2WD".
pub(super) fn stands_alone(after: &str) -> bool {
    !after.starts_with(|c: char| c.is_ascii_alphabetic())
        || measure(after).is_some()
        || percent(after).is_some()
}

/// How the words before a number, within its sentence, and those after it or after its unit qualify it.
pub(super) fn bound(before: &str, after: [&str; 2]) -> Bound {
    if let Some(bound) = signed(before) {
        return bound;
    }
    let lower = tail(before).to_lowercase();
    let mut words =
        lower.split_whitespace().rev().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let (last, second, third) =
        (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next().unwrap_or(""));
    if let Some(bound) = direct(last, second, third) {
        return bound;
    }
    let [behind, behind_unit] = after.map(behind);
    behind.or_else(|| changed(last, second, third)).or(behind_unit).unwrap_or(Bound::Exact)
}

/// "or more", "+".
fn behind(after: &str) -> Option<Bound> {
    let mut words = after.trim_start_matches([' ', '+']).split(' ');
    match (words.next(), words.next()) {
        (Some("or"), Some("more" | "over" | "above")) => Some(Bound::AtLeast),
        (Some("or"), Some("less" | "fewer" | "under" | "below")) => Some(Bound::AtMost),
        _ => after.starts_with('+').then_some(Bound::AtLeast),
    }
}

/// "~80%", "P < 0.05".
fn signed(before: &str) -> Option<Bound> {
    match before.trim_end().chars().next_back()? {
        '~' | '≈' => Some(Bound::About),
        '<' => Some(Bound::Under),
        '>' => Some(Bound::Over),
        '≤' => Some(Bound::AtMost),
        '≥' => Some(Bound::AtLeast),
        _ => None,
    }
}

fn direct(last: &str, second: &str, third: &str) -> Option<Bound> {
    Some(match (second, last) {
        (
            _,
            "about" | "approximately" | "around" | "roughly" | "some" | "circa" | "estimated" | "averaging"
            | "averages" | "averaged" | "approx",
        ) => Bound::About,
        ("average" | "averages", "of") | ("close", "to") => Bound::About,
        (_, "nearly" | "almost" | "barely") => Bound::Nearly,
        ("at", "least") | ("minimum", "of") => Bound::AtLeast,
        ("up", "to") if matches!(third, "lead" | "leads" | "leading" | "led" | "run") => return None,
        ("at", "most") | ("maximum", "of") | ("up", "to") => Bound::AtMost,
        ("no" | "not", "more") => Bound::AtMost,
        ("more" | "greater" | "higher" | "larger", "than") if matches!(third, "no" | "not") => Bound::AtMost,
        ("less" | "fewer", "than") if matches!(third, "no" | "not") => Bound::AtLeast,
        ("more" | "greater" | "higher" | "larger" | "better", "than")
        | ("excess", "of")
        | ("upwards", "of") => Bound::Over,
        (_, "over" | "above" | "exceeding" | "exceeds" | "exceeded" | "beyond") => Bound::Over,
        ("less" | "fewer" | "lower" | "smaller", "than") => Bound::Under,
        (_, "under" | "below" | "beneath" | "sub") => Bound::Under,
        ("over", "than") => Bound::Over,
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
        // "they make up 12%" is no rise.
        "up" if matches!(second, "make" | "makes" | "made" | "making") => None,
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
    let first = *word.as_bytes().first()?;
    let is = |stem: &str| if stem.len() < 4 { stem_is(word, stem) } else { word.starts_with(stem) };
    let starts = |stems: &[&str]| stems.iter().any(|stem| stem.as_bytes()[0] == first && is(stem));
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
