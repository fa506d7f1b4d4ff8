//! A number in its sentence in, whether it is the age of somebody out.

use super::is_time;
use super::refusal::{Refusal, WAITED};
use super::setting::Setting;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Form, Quantity, Unit, is_people, is_verb, words_of};
use crate::model::{Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The age up to which a text speaks of the young people whom services are for.
pub(super) const OLDEST: f64 = 25.0;

pub(super) fn is_age(quantity: &Quantity, before: &str, after: &str) -> bool {
    let counted = matches!(quantity.unit, Unit::Counted(_) | Unit::Percent | Unit::Rate(_) | Unit::Money(_));
    let of_one = || before.ends_with(" of ") && OF_ONE.is_match(before);
    let mean = || before.contains(" age ") && MEAN_AGE.is_match(before);
    if quantity.unit == Unit::None && (of_one() || mean()) {
        return true;
    }
    let from_birth = || [" birth to ", " nought to "].iter().any(|from| before.ends_with(from));
    // "Kyle, 20, who left care": a name, and how old its bearer is.
    let of_named = || {
        quantity.unit == Unit::None
            && (5.0..=110.0).contains(&quantity.value)
            && after.starts_with(',')
            && OF_NAMED.is_match(before)
    };
    let since = || quantity.value <= 25.0 && quantity.unit == Unit::None && SINCE_OF_AGE.is_match(before);
    let ends = || {
        quantity.value <= OLDEST
            && quantity.unit == Unit::None
            && ENDS_AT.is_match(before)
            && ENDS_SENTENCE.is_match(after)
    };
    // "by the time they are 16 years 4 months", "at 3 years and two months".
    let months = || {
        quantity.unit == Unit::Measure("years")
            && quantity.value <= OLDEST
            && YEARS_AND_MONTHS.is_match(after)
            && PERSON_IS.is_match(before)
    };
    if before.ends_with(" aged ")
        || months()
        || ends()
        || since()
        || of_named()
        || quantity.value <= 25.0 && from_birth()
        || AGE_AFTER.is_match(after)
        || AGE_BEFORE.is_match(before) && !counted
    {
        return true;
    }
    let young = quantity.value <= 25.0 && !matches!(quantity.unit, Unit::Percent | Unit::Rate(_));
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(24))..];
    let alone = || quantity.value >= 16.0 && after.starts_with(['.', ',', ';']) && AT_AGE.is_match(near);
    // "before they turn 18 enables": no noun stands behind it.
    let uncounted = || match quantity.unit {
        Unit::Counted(_) => {
            let next = after.trim_start().split(' ').next().unwrap_or_default();
            (16.0..=OLDEST).contains(&quantity.value) && !next.is_empty() && !is_people(next)
        }
        unit => unit == Unit::None,
    };
    let growing = || uncounted() && GROWING.iter().any(|word| near.ends_with(word));
    let bounded = || {
        quantity.unit == Unit::None
            && quantity.value >= 10.0
            && (UNDER_AGE.is_match(near) || given_at(near, after))
    };
    let grown = || {
        (quantity.value >= 10.0 || OF_THEM.is_match(before))
            && after.starts_with(['.', ',', ';'])
            && IS_OF_AGE.is_match(before)
    };
    if young && quantity.unit == Unit::None && grown() {
        return true;
    }
    if young && (near.ends_with("the age of ") || growing() || alone() || bounded()) {
        return true;
    }
    quantity.value <= 25.0 && !counted && AGED.is_match(before)
        || quantity.value <= 25.0
            && !counted
            && !is_time(quantity.unit)
            && AGE_WORD.is_match(before)
            && !followed_by_verb(after)
        || quantity.value <= 25.0
            && quantity.unit == Unit::Measure("years")
            && UNDER.is_match(before)
            && !WAITED.is_match(before)
}

/// "allocated to them at 16.", "(NEET) at 18.", "allocated at 16 and a half": an age.
fn given_at(before: &str, after: &str) -> bool {
    const LEADS: [&str; 9] = [
        "them at ",
        "children at ",
        "people at ",
        "leavers at ",
        ") at ",
        "training at ",
        "education at ",
        "employment at ",
        "school at ",
    ];
    let half = before.ends_with(" at ") && after.starts_with(" and a half");
    half || after.starts_with(['.', ';']) && LEADS.iter().any(|lead| before.ends_with(lead))
}

/// What people do who come to an age.
const GROWING: [&str; 9] = [
    "approach ",
    "become ",
    "approaching ",
    "turn ",
    "turned ",
    "turning ",
    "who reach ",
    "they reach ",
    "who reached ",
];

/// "between 21 and 25", "14 to 16 provision": two bare numbers that only ages can be.
pub(super) fn age_ranges(
    document: &Document,
    setting: &Setting,
    quantities: &[Quantity],
    found: &mut [Option<Refusal>],
) {
    let bare = |quantity: &Quantity| {
        quantity.unit == Unit::None && quantity.form == Form::Digits && quantity.value <= 25.0
    };
    for index in 0..quantities.len().saturating_sub(1) {
        let (first, second) = (&quantities[index], &quantities[index + 1]);
        let between = document.words(Span::new(first.span.end.min(second.span.start), second.span.start));
        let lead = document.words(Span::new(setting.sentence.start.min(first.span.start), first.span.start));
        let range = matches!(between, " to " | "–" | "-" | " and ")
            && (between != " and " || lead.ends_with("between "));
        let change = ["from ", "by ", "("].iter().any(|end| lead.ends_with(end));
        let grown = second.value >= 14.0 && second.value > first.value;
        // "the 0 to 19 service", "a 5 to 16 pathway": what follows is one thing for people of these ages.
        let one_thing = |noun| {
            let noun = document.words(noun);
            let head = noun.rsplit(' ').next().unwrap_or("");
            !noun.split(' ').next().unwrap_or("").ends_with('s') && !is_people(head) && head != "cases"
        };
        let of_one = |quantity: &Quantity| matches!(quantity.unit, Unit::Counted(noun) if first.value == 0.0 || one_thing(noun));
        let service = between != " and " && second.value <= 25.0 && of_one(second);
        let ages = bare(first) && bare(second) || service && (bare(first) || of_one(first));
        if range && grown && !change && ages {
            (found[index], found[index + 1]) = (Some(Refusal::Age), Some(Refusal::Age));
        }
    }
}

static YEARS_AND_MONTHS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ years?,? (?:and )?(?:[0-9]+|[a-z]+) months?\b"));

static PERSON_IS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:they|he|she|who|child|children|people|person|baby|girl|boy) (?:is|are|was|were) $|\b(?:aged?|turn\w*|reach\w*) $",
    )
});

fn followed_by_verb(after: &str) -> bool {
    after.starts_with(' ') && words_of(after, 0).next().is_some_and(|(_, word)| is_verb(word))
}

/// "a girl of 14".
static OF_ONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:boy|girl|child|man|woman|youth|pupil|son|daughter|baby|teenager|student|person) of $")
});

/// "the mean age was 54".
static MEAN_AGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:mean|average|median) age\b[^,;.()]{0,40}\b(?:of|was|is|at) $"));

/// "services that end abruptly at 18", "planning begins by 14".
static ENDS_AT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:ends?|ended|ending|stop\w*|begin\w*|began|start\w*|leav\w+|left|ceas\w+|transition\w*|transfer\w*|support\w*|until|before)\b[^.;:]{0,60}\b(?:at|from|by|before|until|after|turn\w*|reach\w*) $",
    )
});
static ENDS_SENTENCE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:$|[.,;]|\)|’)"));

/// "with her carers since she was seven".
static SINCE_OF_AGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:since|when|before|until) (?:s?he|they|I|we) (?:was|were|turned) $"));

/// "Kyle, 20, who left care".
static OF_NAMED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[.“‘\x22] ?)[A-Z][a-z]+[a-rt-z](?: [A-Z][\w’'-]+){0,2}, $"));

static AGE_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:[- ]?(?:to|and|or|–|-)[- ]?[0-9]+)?(?:[- ](?:years?|months?)[- ]olds?\b|[- ]years? of age\b|[- ]age[- ](?:band|group|range|bracket)s?\b|\+? ?year[- ]?olds?\b|[- ]plus\b| ?\+|[- ]olds\b|th birthday)",
    )
});

static AGE_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:aged?|ages|ages? of|age range|aged? (?:between|under|over|from|up to|below|above|at least|just)|under the age of|over the age of)(?: of)?(?: (?:nought|zero|birth) to)? ?[(]?$",
    )
});

/// "change their worker at 18.", "live with their carers after 18."
static AT_AGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:workers?|care|leav\w+|transition\w*|services|support|mov\w+|end\w*|stop\w*) at $|\b(?:after|past) $",
    )
});

static AGE_WORD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:turn(?:ed|ing|s)?|reach(?:ed|ing|es)?|until|beyond|aged?|at age|under|over|below|above|post|pre|older than|younger than|(?:people|children|leavers|adults|those)(?: aged)?(?: from| between)?)|\b(?:care|home|school|placements?|adulthood) at|\b(?:they are|post-|pre-|under-|over-))[ -]?$",
    )
});

/// "before they were five."
static OF_THEM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:when|until|before|once|by the time|after) (?:they|he|she) (?:is|was|are|were) (?:just |only |nearly |almost )?$",
    )
});
/// "by the time the young person was 17."
static IS_OF_AGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:when|until|before|once|by the time|after)(?: the| a)?(?: young| older)?(?: \w+)? (?:is|was|are|were) (?:just |only |nearly |almost )?$",
    )
});

static AGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:people|children|leavers|adults|those|siblings)(?: who are)? (?:over|under|above|below|older than|younger than|aged) $",
    )
});

static UNDER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:under|over|below|above|aged|older than|younger than) $"));

/// "children in care under 16 live in homes".
static UNDER_AGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:care|children|people|leavers|pupils|those|aged|siblings|girls|boys) (?:under|over|below|above) $",
    )
});
