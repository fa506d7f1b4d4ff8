//! The numbers of one sentence in, which of them another one is compared with out.

use super::setting::Setting;
use crate::extract::quantities::{Bound, Quantity, Unit};
use crate::extract::reading::Reading;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What a number is to the others.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Role {
    Figure,
    /// The figure before it is compared with it; the label says whose value it is.
    After {
        label: Option<String>,
    },
    /// The figure after it is compared with it: "from 26 to 13".
    Before {
        label: Option<String>,
    },
}

/// Whether two numbers measure in the same unit, so that one can be compared with the other.
pub(super) fn alike(one: Unit, other: Unit) -> bool {
    match (one, other) {
        (Unit::Counted(_) | Unit::None, Unit::Counted(_) | Unit::None) => true,
        (Unit::Percent, Unit::None) | (Unit::None, Unit::Percent | Unit::Rate(_)) => true,
        _ => one == other,
    }
}

/// The role of each number of a sentence.
pub(super) fn roles(reading: &Reading, setting: &Setting, quantities: &[&Quantity]) -> Vec<Role> {
    (0..quantities.len()).map(|index| role(reading, setting, quantities, index)).collect()
}

fn role(reading: &Reading, setting: &Setting, quantities: &[&Quantity], index: usize) -> Role {
    let document = reading.document;
    let quantity = quantities[index];
    let from = index.checked_sub(1).map_or(setting.sentence.start, |before| quantities[before].span.end);
    let start = quantity.span.start.max(from);
    let lead = document.words(Span::new(from, start));
    let next = quantities.get(index + 1);
    let follows = index > 0 || setting.refers_back;
    let label = label(lead);
    if matches!(quantity.bound, Bound::Up | Bound::Down) && !FROM.is_match(lead) {
        return Role::Figure;
    }
    if let Some(next) = next
        && leads_to(document.words(Span::new(quantity.span.end.min(next.span.start), next.span.start)))
        && alike(quantity.unit, next.unit)
        && (FROM.is_match(lead) || lead.ends_with('('))
    {
        return Role::Before { label };
    }
    if FROM.is_match(lead) && follows && changes(document.words(Span::new(setting.sentence.start, start))) {
        return Role::After { label };
    }
    if COMPARED.is_match(lead) && follows {
        return Role::After { label };
    }
    if label.is_some() {
        return Role::After { label };
    }
    if setting.refers_back && setting.previous.is_some() && REFERENCE.is_match(lead) {
        return Role::After { label };
    }
    let dated = document.words(Span::new(quantity.span.end, setting.sentence.end));
    if index > 0
        && lead == " ("
        && quantity.unit == Unit::None
        && IN_BRACKETS.is_match(dated)
        && setting.own_date(reading, quantity).is_some()
    {
        return Role::After { label: None };
    }
    Role::Figure
}

/// "from 63% in 2015/16 to 68%": whether the words between two numbers lead from one to the other.
fn leads_to(between: &str) -> bool {
    between.len() < 60 && TO.is_match(between)
}

fn changes(words: &str) -> bool {
    CHANGE.is_match(words)
}

/// Whose value it is that a number is compared with.
fn label(lead: &str) -> Option<String> {
    let found = LABEL.find(lead)?;
    let words = found.as_str().to_lowercase();
    let rest = &lead[found.end()..];
    if rest.len() > 70 || rest.contains([';', '.']) {
        return None;
    }
    let name = if words.contains("neighbour") {
        "statistical neighbours"
    } else if words.contains("england") || words.contains("national") || words.contains("country") {
        "national"
    } else if words.contains("target") {
        "target"
    } else {
        return Some(words.trim().to_owned());
    };
    Some(name.to_owned())
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:the )?(?:all[- ])?national(?:ly)?\b(?: averages?| rates?| figures?| comparators?| benchmark| target)?|(?:the )?(?:average for |averages? in |rate for )?England\b(?: average| rate| figure)?|statistical neighbours?(?:['’]s?)?|(?:the )?country as a whole|(?:the )?regional average|similar (?:local )?authorities|comparable (?:local )?authorities|comparator (?:local )?authorities|comparators|inner London(?: average)?|outer London(?: average)?|London average|(?:the |its |a |local )target)\b",
    )
});
static FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bfrom(?: just| only| around| about| almost| over| nearly| a high of| a low of| a rate of| an average of| the (?:previous|earlier)(?: \w+){0,3}(?: of)?)? ?[£(]?$",
    )
});
static TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bto(?: just| only| around| about| almost| over| nearly| a rate of| the current| an average of)? ?[£]?$",
    )
});
static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:increas|reduc|decreas|ris|rose|fall|fell|drop|improv|declin|deteriorat|grow|grew|up\b|down\b|chang|mov|went|gone|lower|cut|shorten|rais|vari|compar|better|worse)",
    )
});
static COMPARED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:compar(?:ed|es|ing|ison)(?: \w+){0,2}? (?:to|with|against)\b|against\b|versus\b|rather than\b|as opposed to\b|relative to\b|up on\b|down on\b|improvement (?:on|from|form)\b|than in\b|than the\b)[^.;]{0,60}$",
    )
});
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:from|form|on|than|compared (?:to|with)|against|previous(?:ly)?|of)\b[^.;]{0,60}$")
});
static IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ ?(?:in|at|on) [^)]{3,25}\)"));
