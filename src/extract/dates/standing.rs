//! The words of a date expression with those around them in, whether they are a date where they stand out.

use crate::extract::names::given_name;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{is_function, is_plural};
use regex::Regex;
use std::sync::LazyLock;

/// Whether "31.03.14" is a day where it stands, and no number of a section.
pub(super) fn is_day(before: &str) -> bool {
    const LEADS: [&str; 16] = [
        "at", "on", "to", "by", "from", "of", "until", "since", "dated", "date", "ending", "ended", "and",
        "before", "after", "between",
    ];
    before.ends_with(['(', ':', '\t'])
        || LEADS.contains(&last_word(before).as_str())
        || before.ends_with(": ")
}

/// Whether a date is all that its line holds: the line below a headline.
pub(super) fn is_alone(before: &str, after: &str) -> bool {
    let [before, after] = [before, after].map(|rest| rest.trim_matches([' ', '\t', '|']));
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

/// Whether a bare year is one where it stands: not a price, not part of a longer number, not a count of things.
pub(super) fn is_year(words: &str, before: &str, after: &str) -> bool {
    if touches_number(before, after) || before.ends_with(['£', '$', '€', '#']) {
        return false;
    }
    if NUMBERED.is_match(before) || STREET.is_match(after) {
        return false;
    }
    let digits = words.len() >= 4 && words.as_bytes()[words.len() - 4..].iter().all(u8::is_ascii_digit);
    let year = if digits { &words[words.len() - 4..] } else { words };
    let previous = last_word(before);
    if !("1900"..="2059").contains(&year) {
        let next = after.strip_prefix(' ').unwrap_or("");
        let next = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let counts = next == "of" || next.starts_with(char::is_alphabetic) && is_plural(next);
        let led = ["in", "since", "circa", "during", "until", "till", "between"].contains(&previous.as_str());
        // "From 1894 she taught", "given up by 1841.": but not "rose by 1841".
        let begins = before.ends_with("From ");
        let ends = previous == "by" && !after.starts_with(' ') && !CHANGE_BY.is_match(before);
        let event = EVENT_OF.is_match(before) || SPAN_OF.is_match(before);
        return (led || begins || ends || event) && !counts;
    }
    const COUNTERS: [&str; 12] = [
        "over",
        "about",
        "some",
        "than",
        "nearly",
        "almost",
        "around",
        "approximately",
        "up",
        "least",
        "most",
        "no",
    ];
    let next = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let counted = after.starts_with(' ')
        && matches!(
            next,
            "children"
                | "people"
                | "shares"
                | "students"
                | "troops"
                | "soldiers"
                | "jobs"
                | "workers"
                | "tonnes"
                | "houses"
                | "copies"
                | "metres"
                | "feet"
                | "barrels"
                | "police"
                | "officers"
                | "refugees"
                | "votes"
                | "families"
                | "staff"
                | "cases"
                | "hours"
                | "GMT"
                | "pupils"
                | "homes"
                | "per"
                | "young"
                | "km"
                | "miles"
                | "pounds"
                | "dollars"
                | "points"
        );
    let position = ["in", "since", "during", "until", "by", "for", "from"].contains(&previous.as_str());
    // "by around 2035", and not "around 2035 boats".
    let lead = before.split_whitespace().rev().nth(1).unwrap_or("");
    let about = matches!(previous.as_str(), "around" | "about")
        && ["in", "by", "since", "from", "until"].iter().any(|word| word.eq_ignore_ascii_case(lead))
        && !is_plural(next);
    let counts = COUNTERS.contains(&previous.as_str());
    (about || !counts) && (position || !counted)
}

static CHANGE_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:ris(?:e[ns]?|ing)|rose|f[ae]ll(?:en|s|ing)?|gr(?:ow|ew|own|owth)|drop\w*|decreas\w*|increas\w*|cut|reduc\w*|up|down|beat(?:en)?|w[io]n\w*|lost|exceed\w*|change\w*|divided|multiplied)\b[^.;]{0,24} by $",
    )
});

/// "locomotive No. 1946".
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:\b[Nn]o\.?|\b[Nn]umber|\bNos\.?) $"));

/// "at 1908 Regent Street".
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ (?:[A-Z][\w’']+ ){1,3}(?:Road|Street|St|Avenue|Ave|Lane|Way|Drive|Arcade|Square|Boulevard|Place|Terrace|Row|Close|Gardens|Court)\b",
    )
});

/// Whether a month without a day or a year is one: "May" and "March" are words as well, and months are names.
pub(super) fn is_month(words: &str, before: &str, after: &str) -> bool {
    let previous = last_word(before);
    const LEADS: [&str; 32] = [
        "in",
        "since",
        "by",
        "from",
        "to",
        "until",
        "till",
        "of",
        "during",
        "before",
        "after",
        "for",
        "early",
        "late",
        "mid",
        "end",
        "last",
        "next",
        "this",
        "every",
        "each",
        "through",
        "between",
        "and",
        "at",
        "previous",
        "following",
        "that",
        "late",
        "on",
        "about",
        "around",
    ];
    let led = LEADS.contains(&previous.as_str());
    // "Harold June said".
    let given = before
        .strip_suffix(' ')
        .map_or("", |lead| lead.rsplit([' ', '\n', '(', '“', '"']).next().unwrap_or(""));
    if !led && given.starts_with(char::is_uppercase) && given_name(given).is_some_and(|name| !name.ambiguous)
    {
        return false;
    }
    let name = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase()));
    let abbreviated = words.len() <= 5 && !["May", "June", "July", "March", "April"].contains(&words)
        || words.ends_with('.');
    let upper = words.bytes().all(|b| b.is_ascii_uppercase());
    match words {
        "May" | "March" => led && !name,
        _ if upper => false,
        _ if abbreviated => led && !name,
        _ => !name || led && !["and", "for", "to", "by", "from", "that"].contains(&previous.as_str()),
    }
}

/// Whether "May 20" goes on in a way that makes the number a count: "In May 20 children", and not "the May 20 talks".
pub(super) fn is_count(words: &str, before: &str, after: &str) -> bool {
    let ordinal = words.ends_with(|c: char| c.is_ascii_lowercase());
    let next = after.strip_prefix(' ').unwrap_or("");
    let mut following = next.split(' ').map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let (word, second) = (following.next().unwrap_or(""), following.next().unwrap_or(""));
    let small = |word: &str| word.starts_with(|c: char| c.is_lowercase());
    let goes_on = small(word) && !is_function(word);
    let plural = goes_on && (is_plural(word) || small(second) && is_plural(second) && !word.ends_with("ed"));
    let share = after.starts_with('%')
        || after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let named = words.contains('.') || ["the", "a", "s"].contains(&last_word(before).as_str());
    !ordinal && !named && (share || plural || next.starts_with("per cent") || next.starts_with("percent"))
}

/// Whether a number stands beside so near that the two are one.
pub(super) fn touches_number(before: &str, after: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let mut back = before.chars().rev();
    let joined = match back.next() {
        Some('.' | ',' | '/' | '-' | '–' | ':' | '+') => back.next().is_some_and(|c| c.is_alphanumeric()),
        Some(' ') => {
            before.trim_end().len() > 2 && before.trim_end().bytes().rev().take(3).all(|b| b.is_ascii_digit())
        }
        _ => false,
    };
    let goes_on = after.strip_prefix(['.', ',', '/', ':']).is_some_and(|rest| rest.starts_with(digit))
        || after.starts_with(['%', '@'])
        || after.strip_prefix(['-', '–']).is_some_and(|rest| rest.starts_with(digit));
    joined || goes_on
}

/// The word that ends a text, in lower case.
fn last_word(text: &str) -> String {
    let text = text.trim_end_matches([' ', '-', '‘', '“', '"', '\'']);
    let start = text
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    text[start..].to_lowercase()
}

/// "the conference of 1893".
static EVENT_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:conference|convention|congress|revolution|rising|rebellion|war|battle|treaty|election|census|famine|fire|flood|epidemic|exhibition|constitution|charter|summer|autumn|winter|spring|class|crisis|crash|riots?|reforms?) of $",
    )
});

/// "between 1845 and 1852", "from 1841 to 1851".
static SPAN_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:between 1[0-9]{3} and|from 1[0-9]{3} (?:to|until)) $"));

/// Whether the words before a year make it that of a law: of an Act, of Regulations.
pub fn is_of_a_law(before: &str) -> bool {
    LAW.is_match(before)
}

static LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:Act|Regulations?|Order|Rules|Directions?|Measure|Code of Practice)(?: ?\([^)]*\))?,? ?\(?$",
    )
});
