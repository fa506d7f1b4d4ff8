//! The words of a number in, its value out.

use super::{Form, is_people};

/// The value of a number's words, how many of their bytes it takes, and how it is written. None if it counts nothing
/// where it stands.
pub(super) fn value(words: &str, before: &str, after: &str) -> Option<(f64, usize, Form)> {
    if let Some(value) = and_a_half(words) {
        return Some((value, words.len(), Form::Digits));
    }
    if words.starts_with(|c: char| c.is_ascii_digit()) {
        if let Some(value) = written_fraction(words) {
            let part = !before.ends_with('/') && !after.starts_with('/');
            return part.then_some((value, words.len(), Form::Fraction));
        }
        return digits(words, before, after).map(|(value, len)| (value, len, Form::Digits));
    }
    let lower = words.to_ascii_lowercase();
    if let Some(value) = and_a_half(&lower) {
        return Some((value, words.len(), Form::Words));
    }
    if lower == "no" {
        return counts_none(before, after).then_some((0.0, words.len(), Form::None));
    }
    if let Some(value) = fraction(&lower) {
        return is_share(&lower, before, after).then_some((value, words.len(), Form::Fraction));
    }
    spelled(&lower).map(|value| (value, words.len(), Form::Words))
}

/// "two and a half", "three-and-a-half million".
fn and_a_half(words: &str) -> Option<f64> {
    let (whole, rest) =
        [" and a half", "-and-a-half", "-and-a half"].iter().find_map(|half| words.split_once(half))?;
    let whole = whole.parse().ok().or_else(|| spelled(whole))?;
    let rest = rest.trim_start_matches([' ', '-']);
    let factor = if rest.is_empty() { 1.0 } else { scale(rest)? };
    Some(round((whole + 0.5) * factor))
}

/// The value of digits after a point that no digit stands before: ".001".
pub(super) fn part(words: &str, before: &str) -> Option<f64> {
    let lead = before.strip_suffix('.')?;
    let stands = lead.is_empty() || lead.ends_with([' ', '(', '\n', '~', '<', '>', '=']);
    let digits = words.len() <= 6 && words.bytes().all(|b| b.is_ascii_digit());
    (stands && digits).then(|| format!("0.{words}").parse().ok()).flatten()
}

fn digits(words: &str, before: &str, after: &str) -> Option<(f64, usize)> {
    let plain = words.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(words.len());
    let number: f64 = words[..plain].replace(',', "").parse().ok()?;
    let leading_zero = words.starts_with('0') && plain > 1 && !words.starts_with("0.");
    if leading_zero || !number.is_finite() {
        return None;
    }
    let scale = words[plain..].trim_start_matches([' ', '-']).to_ascii_lowercase();
    let money = before.trim_end().ends_with(['£', '$', '€', '¥', '₹']);
    // "RG40 1BN" is a place of the post.
    let postcode =
        scale.len() == 2 && plain == 1 && !money && words.ends_with(|c: char| c.is_ascii_uppercase());
    if postcode && follows_district(before) {
        return None;
    }
    // Metres have a small letter.
    let million = money || words.ends_with('M') || counts_next(after) || counts_of(after);
    let factor = self::scale(&scale).filter(|_| scale != "m" || million);
    Some(factor.map_or((number, plain), |factor| (round(number * factor), words.len())))
}

/// Whether the first half of a postcode stands before: "RG40 ".
fn follows_district(before: &str) -> bool {
    let half =
        before.strip_suffix(' ').and_then(|rest| rest.rsplit([' ', '\n', '\t', ',']).next()).unwrap_or("");
    let letters = half.bytes().take_while(u8::is_ascii_uppercase).count();
    (1..=2).contains(&letters)
        && (letters + 1..=letters + 2).contains(&half.len())
        && half.as_bytes().get(letters).is_some_and(u8::is_ascii_digit)
}

/// Whether a plural follows at once or behind what describes it: "1.2m tons", "2.7m combined digital sales", and not
/// "1.2m of cable".
fn counts_next(after: &str) -> bool {
    let Some(next) = after.strip_prefix(' ') else { return false };
    let plural = super::noun::is_plural;
    let mut words = next.split(|c: char| !c.is_alphanumeric());
    let first = words.next().unwrap_or("");
    // "400m runners", "60m hurdles": metres.
    const OF_A_DISTANCE: [&str; 10] = [
        "champions",
        "finals",
        "freestylers",
        "heats",
        "hurdlers",
        "hurdles",
        "races",
        "runners",
        "sprinters",
        "swimmers",
    ];
    !OF_A_DISTANCE.contains(&first) && plural(first) || first == "combined" && words.take(4).any(plural)
}

/// Whether things are told of which these are part: "35m of its boats".
fn counts_of(after: &str) -> bool {
    let Some(rest) = after.strip_prefix(" of ") else { return false };
    let mut words = rest.split(|c: char| !c.is_alphanumeric());
    let whose = matches!(words.next(), Some("its" | "the" | "their" | "these" | "those" | "our"));
    whose && words.take(3).any(super::noun::is_plural)
}

/// "1/4", "10 1/2", "2½".
fn written_fraction(words: &str) -> Option<f64> {
    const PARTS: [(&str, f64); 5] =
        [("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅓", 1.0 / 3.0), ("⅔", 2.0 / 3.0)];
    if let Some((whole, part)) =
        PARTS.iter().find_map(|(sign, part)| Some((words.strip_suffix(*sign)?, part)))
    {
        return Some(whole.parse::<f64>().ok()? + part);
    }
    let (left, below) = words.split_once('/')?;
    let (whole, above) = left.split_once(' ').unwrap_or(("0", left));
    let (whole, above, below): (f64, f64, f64) =
        (whole.parse().ok()?, above.parse().ok()?, below.parse().ok()?);
    (above < below).then_some(whole + above / below)
}

/// Takes away what binary fractions add: 1.1 million is 1,100,000.
fn round(value: f64) -> f64 {
    let places = if value.abs() < 1e6 { 1e6 } else { 1e2 };
    (value * places).round() / places
}

fn spelled(words: &str) -> Option<f64> {
    let (mut total, mut current) = (0.0, 0.0);
    for word in words.split([' ', '-', ',']).filter(|word| !word.is_empty() && *word != "and") {
        match scale(word) {
            Some(factor) if factor >= 1e3 => {
                total += f64::max(current, 1.0) * factor;
                current = 0.0;
            }
            Some(factor) => current = f64::max(current, 1.0) * factor,
            None => current += small(word)?,
        }
    }
    Some(total + current)
}

/// By how much a word or letters behind a number multiply it: "million", "bn".
pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" | "k" => 1e3,
        "million" | "m" | "mn" | "mln" => 1e6,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

fn small(word: &str) -> Option<f64> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if matches!(word, "a" | "an" | "nil") {
        return Some(if word == "nil" { 0.0 } else { 1.0 });
    }
    let small = SMALL.iter().position(|w| *w == word).map(|index| index as f64);
    small.or_else(|| TENS.iter().position(|w| *w == word).map(|index| (index as f64 + 2.0) * 10.0))
}

fn fraction(words: &str) -> Option<f64> {
    if words == "half" {
        return Some(0.5);
    }
    if let Some(rest) = words.strip_prefix("half ") {
        return Some(0.5 * spelled(rest)?);
    }
    let (count, part) = words.split_once([' ', '-'])?;
    let parts = match part.trim_end_matches('s') {
        "half" | "halve" => 2.0,
        "third" => 3.0,
        "quarter" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        _ => return None,
    };
    Some(small(count)? / parts)
}

/// "a third of", "half the": not "a third party", "half-term" or "the second half".
fn is_share(words: &str, before: &str, after: &str) -> bool {
    let ordinal = ["first ", "second ", "latter ", "other ", "last ", "this "]
        .iter()
        .any(|word| before.ends_with(word));
    let several = words.ends_with('s') || words.starts_with("half");
    let next = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // "fell by almost a quarter to 40".
    let by = next == "to" && before.split_whitespace().rev().take(2).any(|word| word == "by");
    !ordinal
        && !after.starts_with('-')
        && next != "term"
        && (several || by || matches!(next, "of" | "more" | "less" | "higher" | "lower" | "fewer" | ""))
}

/// "At 31 March, no children lived": a count of none, where a date leads up to it.
fn counts_none(before: &str, after: &str) -> bool {
    let led = before.strip_suffix(", ").is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    let item = before.ends_with('\n') && after.split(' ').skip(1).take(2).any(is_people);
    item || led && after.starts_with(' ')
}

/// Whether a number is part of something longer: a telephone number, a reference, a time, an ordinal, a web address.
pub(super) fn touches_more(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    let joined = match back.next() {
        Some('/') if after.starts_with(')') => false,
        Some('.' | ',' | ':' | '/' | '@' | '_' | '#' | '+' | '*') => {
            back.next().is_some_and(|c| c.is_ascii_alphanumeric())
        }
        Some('-' | '–') => {
            back.next().is_some_and(|c| c.is_ascii_alphabetic())
                && !["-to-", "sub-", "now-"].iter().any(|lead| before.ends_with(lead))
        }
        _ => false,
    };
    let mut on = after.chars();
    let goes_on = match on.next() {
        Some(':' | '@' | '_' | '\\') => on.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some('.' | ',') => on.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    };
    joined || goes_on || in_telephone_number(before, after)
}

/// "At 31 March 2015 1,590 children": the digits before are the year of a date.
fn is_year_of_date(before: &str, digits: &str) -> bool {
    let lead = before.trim_end().strip_suffix(digits).map_or("", str::trim_end);
    let month = lead.rsplit(' ').next().unwrap_or("");
    let named = month.len() > 2 && month.starts_with(|c: char| c.is_ascii_uppercase());
    digits.len() == 4 && digits.starts_with("20") && named && month.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Groups of digits parted by spaces: the group before begins with 0, or this one and its neighbour are long.
fn in_telephone_number(before: &str, after: &str) -> bool {
    let is_group = |group: &str| group.len() >= 3 && group.bytes().all(|b| b.is_ascii_digit());
    let previous = before.strip_suffix(' ').and_then(|rest| rest.rsplit(' ').next()).unwrap_or("");
    let next = after.strip_prefix(' ').and_then(|rest| rest.split(' ').next()).unwrap_or("");
    is_group(previous) && !is_year_of_date(before, previous)
        || is_group(next)
        || previous.starts_with('0') && previous.len() > 1 && !previous.contains('.')
}
