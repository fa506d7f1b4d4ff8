//! The numbers of one sentence in, which of them another one is compared with out.

use super::change::{CHANGING, STEMS, had_changed_to};
use super::setting::Setting;
use crate::extract::patterns::{ends_near, pattern};
use crate::extract::quantities::{Bound, Quantity, Unit};
use crate::extract::reading::{Reading, within};
use crate::model::{Document, Span};
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
    /// The figure whose number is at `of` is compared with it: the second of "34% and 41%, against 45% and 48% nationally".
    Against {
        label: Option<String>,
        of: Span,
    },
    /// The figure after it is compared with it: "from 26 to 13".
    Before {
        label: Option<String>,
    },
}

/// A bare number above this is hardly a share.
const MOST_PERCENT: f64 = 200.0;

/// Whether two numbers measure in the same unit, so that one can be compared with the other.
pub(super) fn alike(one: Unit, other: Unit) -> bool {
    match (one, other) {
        (Unit::Counted(_) | Unit::None, Unit::Counted(_) | Unit::None) => true,
        (Unit::Percent | Unit::Rate(_), Unit::None) | (Unit::None, Unit::Percent | Unit::Rate(_)) => true,
        _ => one == other,
    }
}

/// Whether a number says by how much something changed or differs, not how much there is of it.
pub(super) fn is_change(reading: &Reading, setting: &Setting, quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::Up | Bound::Down) || is_difference(reading, setting, quantity)
}

/// Whether the words after a number say that it is a difference: "a 16% decrease", "37 days faster".
pub(super) fn is_difference(reading: &Reading, setting: &Setting, quantity: &Quantity) -> bool {
    let after = Span::new(quantity.span.end, setting.sentence.end.max(quantity.span.end));
    let lead = Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start);
    let lead = reading.document.words(lead);
    CHANGED.is_match(reading.document.words(after)) || CHANGE_OF.is_match(lead) || MISSED_BY.is_match(lead)
}

/// The role of each number of a sentence.
pub(super) fn roles(reading: &Reading, setting: &Setting, quantities: &[&Quantity]) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(quantities.len());
    for index in 0..quantities.len() {
        let role = match role(reading, setting, quantities, index) {
            Role::Figure => goes_on(reading, setting, quantities, index, roles.last()),
            role => role,
        };
        roles.push(role);
    }
    for index in 3..quantities.len() {
        if let Some(pairs) = two_by_two(reading.document, setting, &quantities[index - 3..=index]) {
            roles.splice(index - 3..=index, pairs);
        }
    }
    roles
}

/// "34% of boys and 41% of girls did; in England the figures were 45% and 48% respectively": two values compared with two,
/// each with the one in its place.
fn two_by_two(document: &Document, setting: &Setting, four: &[&Quantity]) -> Option<[Role; 4]> {
    let between = |first: usize| {
        let (one, next) = (four[first].span, four[first + 1].span);
        document.words(Span::new(one.end.min(next.start), next.start))
    };
    let like = |one: usize, other: usize| alike(four[one].unit, four[other].unit);
    let alike = like(0, 1) && like(1, 2) && like(2, 3);
    if !(alike && matches!(between(2), " and " | "% and ")) {
        return None;
    }
    let (pair, lead) = (between(0), between(1));
    let after = document.words(Span::new(four[3].span.end, setting.sentence.end.max(four[3].span.end)));
    let compared = ends_near(&COMPARED, lead, &['.', ';'], 60);
    let label = label(lead).or_else(|| label_after(after.strip_prefix(" respectively").unwrap_or(after)));
    let joined = pair.len() < 80 && pair.contains(" and ") && !pair.contains([';', '.']);
    // "A was 0.7% and B 4.7%, reduced from 0.8% and 7.2% respectively".
    let former = FROM.is_match(lead);
    if !joined
        || !compared && label.is_none() && !former
        || former && !after.starts_with(" respectively") && !REDUCED_FROM.is_match(lead)
    {
        return None;
    }
    let against = |of: usize| Role::Against { label: label.clone(), of: four[of].number };
    Some([Role::Figure, Role::Figure, against(0), against(1)])
}

static REDUCED_FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)^,? (?:which (?:is|was|are|were) )?(?:both )?(?:{STEMS})\w*(?: from)? $"))
});

/// A number that only "and" or a comma joins to one that another is compared with: "down from 22 in 2016 and 31 in 2015",
/// "from 12 in 2015 to 15 in 2016 and then to 18 in 2017".
fn goes_on(
    reading: &Reading,
    setting: &Setting,
    quantities: &[&Quantity],
    index: usize,
    former: Option<&Role>,
) -> Role {
    let document = reading.document;
    let quantity = quantities[index];
    let joined = |one: &Quantity, other: &Quantity| {
        let between = document.words(Span::new(one.span.end.min(other.span.start), other.span.start));
        alike(one.unit, other.unit) && between.len() < 60 && GOES_ON.is_match(between)
    };
    let dated = |quantity: &Quantity| setting.own_date(reading, quantity).is_some();
    let before = index.checked_sub(1).map(|before| quantities[before]);
    let then = |next: &Quantity| {
        document
            .words(Span::new(quantity.span.end.min(next.span.start), next.span.start))
            .ends_with(" then to ")
    };
    let next = quantities
        .get(index + 1)
        .filter(|next| joined(quantity, next) && (dated(quantity) && dated(next) || then(next)));
    match (former, before) {
        (Some(Role::After { .. }), Some(before))
            if joined(before, quantity) && dated(before) && dated(quantity) =>
        {
            Role::After { label: None }
        }
        (Some(Role::After { .. }), Some(before))
            if WHEN_IT_WAS.is_match(
                document.words(Span::new(before.span.end.min(quantity.span.start), quantity.span.start)),
            ) =>
        {
            Role::After { label: None }
        }
        (Some(Role::After { .. }), Some(before)) if alike(before.unit, quantity.unit) => {
            let between =
                document.words(Span::new(before.span.end.min(quantity.span.start), quantity.span.start));
            let after =
                document.words(Span::new(quantity.span.end, setting.sentence.end.max(quantity.span.end)));
            let place = ANOTHER_PLACE.captures(after).filter(|_| AND_PLACE.is_match(between));
            match place.and_then(|found| found.get(1)) {
                Some(place) => Role::After { label: Some(name(place.as_str())) },
                None => Role::Figure,
            }
        }
        (Some(Role::Before { .. }), Some(_)) if next.is_some() => Role::Before { label: None },
        _ => Role::Figure,
    }
}

fn role(reading: &Reading, setting: &Setting, quantities: &[&Quantity], index: usize) -> Role {
    let document = reading.document;
    let quantity = quantities[index];
    let from = index.checked_sub(1).map_or(setting.sentence.start, |before| quantities[before].span.end);
    let start = quantity.span.start.max(from);
    let lead = document.words(Span::new(from, start));
    let next = quantities.get(index + 1);
    let follows = index > 0 || setting.refers_back;
    let after = document.words(Span::new(quantity.span.end, setting.sentence.end.max(quantity.span.end)));
    // "18% in similar councils and a 6% England average": the one behind is its own.
    let behind = label_after(after).filter(|_| !counts_another_thing(document, quantities, index, lead));
    let paired = paired_label(document, setting, quantities, index);
    let label = paired
        .or_else(|| behind.clone().filter(|_| lead.contains(" and ")).or_else(|| label(lead)).or(behind));
    let whole = document.words(Span::new(setting.sentence.start.min(start), start));
    if let Some(limit) = limit(quantities, index, lead) {
        return Role::After { label: Some(limit) };
    }
    if matches!(quantity.bound, Bound::Up | Bound::Down) && !FROM.is_match(lead) || CHANGED.is_match(after) {
        return Role::Figure;
    }
    // "went down by 4% against the year before, to 3,597": what it came to, and no share.
    let no_share = index > 0
        && quantities[index - 1].unit == Unit::Percent
        && quantity.unit == Unit::None
        && quantity.value > MOST_PERCENT;
    if no_share && lead.ends_with(", to ") && CHANGE.is_match(whole) {
        return Role::Figure;
    }
    if let Some(next) = next {
        let between = document.words(Span::new(quantity.span.end.min(next.span.start), next.span.start));
        let paired = lead.ends_with('(') && matches!(between, " to " | " – ");
        let from = FROM.is_match(lead) && leads_to(between) && !SPREAD.is_match(lead) || turns_to(between);
        if alike(quantity.unit, next.unit) && (paired || from) {
            return Role::Before { label };
        }
    }
    let is_earlier = || {
        let before = index.checked_sub(1).and_then(|before| setting.as_of(reading, quantities[before]));
        let own = || setting.own_date(reading, quantity).or_else(|| setting.as_of(reading, quantity));
        before.is_none_or(|before| own().is_some_and(|own| own < before))
    };
    // "than in 2019, when there were 2,140", "since 2019, when there were 2,140, and is now 1,377".
    let when = WHEN_IT_WAS.is_match(lead) && setting.own_date(reading, quantity).is_some();
    if when && let Some(next) = next {
        let between = document.words(Span::new(quantity.span.end.min(next.span.start), next.span.start));
        if alike(quantity.unit, next.unit)
            && !WHEN_IT_WAS.is_match(between)
            && NOW.is_match(&after[..after.floor_char_boundary(100)])
        {
            return Role::Before { label: None };
        }
    }
    let compared = follows
        && (when && is_earlier()
            || FROM.is_match(lead) && CHANGE.is_match(whole)
            || ends_near(&COMPARED, lead, &['.', ';'], 60)
            || lead.contains(';') && then_it_was(whole) && is_earlier()
            || lead.contains("; ") && THEN.is_match(lead) && DID.is_match(after) && is_earlier()
            || (lead.contains([';', ',']) && YEAR_BEFORE.is_match(lead)
                || lead.starts_with(" on the ") && CHANGE_ON.is_match(whole)
                || IN_BRACKETS_BEFORE.is_match(lead)
                || lead.ends_with(" (") && THAN_THEN.is_match(lead)));
    let counted = |sentence: Span| {
        let before = within(&reading.quantities, sentence, |other| other.number.start);
        before.iter().any(|other| alike(other.unit, quantity.unit))
    };
    let again = setting.refers_back
        && setting.previous.is_some_and(counted)
        && ends_near(&REFERENCE, whole, &['.', ';'], 60);
    if compared || again || label.is_some() {
        return Role::After { label };
    }
    let plain = index > 0 && lead == " (" && quantity.unit == Unit::None;
    let share = index > 0
        && matches!(quantity.unit, Unit::Percent | Unit::Rate(_))
        && alike(quantities[index - 1].unit, quantity.unit)
        && lead.strip_suffix(" (").is_some_and(|lead| !lead.contains(['(', ';', '.']));
    if (plain || share && is_earlier())
        && IN_BRACKETS.is_match(after)
        && setting.own_date(reading, quantity).is_some()
    {
        return Role::After { label: None };
    }
    Role::Figure
}

/// Whose limit, target or average it is that a value is set against: "26, although its own limit is 20", "51 days, against an
/// expectation of 35", "52 days, when the law allows 45", "27 children, while their counterparts in the east have 18".
fn limit(quantities: &[&Quantity], index: usize, lead: &str) -> Option<String> {
    let before = quantities[index.checked_sub(1)?];
    let found = [&LIMIT, &LAW, &AVERAGE, &COUNTERPART].into_iter().find_map(|limit| limit.captures(lead))?;
    let (own, unit) = (before.unit, quantities[index].unit);
    let left_out = super::is_time(own) && unit == Unit::None;
    (alike(own, unit) || left_out).then(|| name(&found["label"]))
}

static LIMIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:, (?:but |and )?|\b)(?:although|though|when|while|whereas|against|compared (?:with|to)|above|below|over|under|than|of|exceed\w*|breach\w*) (?:an?|the|its|their)(?P<label>(?: [\w’'-]+){0,4}? (?:limit|target|expectation|expected (?:range|level|maximum)|standard|threshold|benchmark|maximum|ceiling|goal|caseload))(?: (?:of|for [a-z’ ]{3,30} is|is|was|being|is meant to be|should be|is set at|set (?:itself|for itself) (?:was|is)))+(?: (?:no more than|only|just|about|up to|at least|under|over))? $",
    )
});
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:when|while|although|whereas|where|but) (?P<label>(?:the |statutory |national |government )*(?:law|guidance|regulations?|statute|rules?)) (?:allows?|requires?|recommends?|sets?(?: a limit of)?|says?|expects?|is|permits?)(?: no more than| up to)? $",
    )
});
static AVERAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:in line with|above|below|higher than|lower than|better than|worse than|similar to|close to|under|over) (?P<label>the (?:[a-z]+ ){1,3}average) (?:of|which is|at) $",
    )
});
static COUNTERPART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i), (?:while|whereas|but|and) (?:their|its) (?P<label>(?:counterparts|colleagues|peers)(?: (?:in|at|from) (?:the )?[\w ]{3,30}?)?) (?:have|hold|had|held|has|are|were|carry) (?:an average of |only |about |just )?$",
    )
});

/// "four agencies and nine homes in England": where something is does not set it against what it is joined to.
fn counts_another_thing(document: &Document, quantities: &[&Quantity], index: usize, lead: &str) -> bool {
    let before = index.checked_sub(1).map(|before| quantities[before].unit);
    match (before, quantities[index].unit) {
        (Some(Unit::Counted(one)), Unit::Counted(other)) => {
            matches!(lead, " and " | ", ") && document.words(one) != document.words(other)
        }
        _ => false,
    }
}

/// "it takes 19 hours; in 2014 it was 44", "it received 19 visits; in 2014 it received 12": whether words say of another time
/// what those before them say.
pub(super) fn then_it_was(words: &str) -> bool {
    let verb = words.contains(';').then(|| THEN_IT_WAS.captures(words)).flatten();
    let verb = verb.and_then(|found| Some((found.get(0)?.start(), found.name("verb")?.as_str())));
    verb.is_some_and(|(at, verb)| {
        matches!(verb, "was" | "were" | "been" | "stood") || words[..at].split(' ').any(|word| word == verb)
    })
}

/// "from 63% in 2015/16 to 68%": whether the words between two numbers lead from one to the other.
fn leads_to(between: &str) -> bool {
    const APART: [&str; 4] = ["compared", ", while ", ", whereas ", ", but the "];
    between.len() < 90 && TO.is_match(between) && !APART.iter().any(|words| between.contains(words))
}

/// "72% in 2012, rising to 78% in 2013": whether the first of two numbers turned into the other.
fn turns_to(between: &str) -> bool {
    between.ends_with(' ')
        && (between.len() < 80 && NOW_IT_IS.is_match(between) && !between.contains('.')
            || between.len() < 80 && TURNS_TO.is_match(between)
            || between.len() < 150 && between.ends_with("to ") && HAD_TURNED.is_match(between))
}

/// "statistical neighbour and national averages of 70 and 64 respectively": of two labels in a row the one whose place is
/// the number's.
fn paired_label(
    document: &Document,
    setting: &Setting,
    quantities: &[&Quantity],
    index: usize,
) -> Option<String> {
    let joined = |one: &Quantity, other: &Quantity| {
        document.words(Span::new(one.span.end.min(other.span.start), other.span.start)) == " and "
    };
    let before = index.checked_sub(1).map(|before| quantities[before]);
    let second = before.filter(|before| joined(before, quantities[index]));
    let next = quantities.get(index + 1).filter(|next| joined(quantities[index], next));
    let first = if second.is_none() { next.map(|_| quantities[index]) } else { second }?;
    let lead = document.words(Span::new(setting.sentence.start.min(first.span.start), first.span.start));
    let found = PAIRED_LABELS.captures(lead)?;
    found.get(if second.is_some() { 2 } else { 1 }).map(|label| name(label.as_str()))
}

/// Whose value it is that a number is compared with, if the words right before the number say so.
fn label(lead: &str) -> Option<String> {
    if let Some(set_off) = SET_OFF.captures(lead) {
        let of_place = set_off.get(2).filter(|place| is_set_against(&lead[..place.start()]));
        if let Some(label) = set_off.get(1).or(of_place) {
            return Some(name(label.as_str()));
        }
    }
    let found = LABEL.find_iter(lead).last()?;
    // "50% nationally and 54% in the west": the adverb is of the value before it.
    let rest = &lead[found.end()..];
    let of_the_one_before =
        lead.starts_with(' ') && found.start() == 1 && matches!(rest, " and " | ", and " | ", " | " or ");
    let apposed = rest == ", " && THE_FIGURE_FOR.is_match(&lead[..found.start()]);
    (!of_the_one_before && (apposed || LEADS_TO_VALUE.is_match(rest))).then(|| name(found.as_str()))
}

/// "the region, where the average is", "the figure for London as a whole was": whether words lead up to a place whose value
/// is told, and not to one where something else is so.
fn is_set_against(before: &str) -> bool {
    OF_PLACE.is_match(before)
}

/// The same from the words right after it: "45 nationally", "21% in the country as a whole".
fn label_after(after: &str) -> Option<String> {
    let found = LABEL_AFTER.captures(after)?.get(1)?;
    let rest = &after[found.end()..];
    let says_more = [" is", " was", " being", " of ", " at ", " rate", " figure", " average", ":", " which"]
        .iter()
        .any(|word| rest.starts_with(word));
    // "nationally (Census 2011)" says whence the value is, "nationally (23%)" has one of its own.
    let value = rest.strip_prefix(" (").is_some_and(|rest| {
        let within = rest.split(')').next().unwrap_or_default();
        !within.starts_with(char::is_uppercase) || within.contains('%')
    });
    (!says_more && !value).then(|| name(found.as_str()))
}

pub(super) fn name(words: &str) -> String {
    let lower = words.to_lowercase();
    let known = [
        ("neigh", "statistical neighbours"),
        ("target", "target"),
        ("threshold", "target"),
        ("england", "national"),
        ("english", "national"),
        ("national", "national"),
        ("country", "national"),
        ("region", "regional"),
    ];
    let name = known.iter().find(|(word, _)| lower.contains(word)).map(|(_, name)| (*name).to_owned());
    let places = ["North", "South", "East", "West", "London", "Yorkshire"];
    let place = words.starts_with(char::is_uppercase) && places.iter().any(|place| words.contains(place));
    name.unwrap_or_else(|| {
        if place { words.to_owned() } else { lower.trim_start_matches("the ").trim().to_owned() }
    })
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:the )?(?:all[- ])?national(?:ly)?\b(?: averages?| rates?| figures?| comparators?| benchmark| target)?|(?:the )?(?:average for |averages? in |rate for )?(?:England\b(?: and Wales)?(?: average| rate| figure)?|English (?:averages?|rates?|figures?|authorities|councils|local authorities))|statistical neighbours?(?:['’]s?)?|(?:the )?country as a whole|(?:the )?regional\b(?: averages?| rates?| figures?)?|similar (?:local )?(?:authorities|areas|councils)|comparable (?:local )?(?:authorities|areas|councils)|comparator (?:local )?authorities|comparators|inner London(?: average)?|outer London(?: average)?|London average|(?:the |its |a |local |government |government’s )target)\b",
    )
});
/// "(target 90%)", "; region: 79%", "in the region, where the average is 20%".
static SET_OFF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[(;,] ?(target|region|SNs?|stat(?:istical|\.)? neigh(?:bours?|\.))(?: average)?(?: of| is| was|:)? ?$|\b(region|country|England|London|South West|South East|North West|North East|East Midlands|West Midlands|East of England)(?: as a whole)?,? (?:where (?:it|the (?:average|figure|rate|proportion|median)) )?(?:is|was|stands at|stood at) (?:only |just |about |around |over |nearly |almost )?$",
    )
});
static PAIRED_LABELS: LazyLock<Regex> = LazyLock::new(|| {
    let label = "(statistical neighbours?|national|England|English|regional|London|comparator|similar (?:authorities|areas|councils))(?:['’]s?)?";
    pattern(&format!(
        r"(?i)\b{label}(?: averages?| rates?| figures?)? and (?:the )?{label}(?: averages?| rates?| figures?| levels?| authorities)?(?: for [a-z ]{{3,25}})?,?(?: of| at| \(| is| are| was| were| which (?:is|are|was|were))? ?$",
    ))
});
static LABEL_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,? ?(?:average )?(?:(?:achieved|seen|found|recorded|reported) )?(?:(?:of|for|among) (?:all )?(?:children|pupils|people|young people|care leavers|boys|girls|families|children and young people) )?(?:(?:in|for|across|of|among|by) )?(?:the |its |our |their )?(nationally|national(?: \w+)? (?:average|rate|figure)s?|England\b(?: average)?|statistical neighbours?|similar (?:local )?(?:authorities|areas|councils)|comparable (?:local )?(?:authorities|areas|councils)|comparators|country as a whole|target)\b",
    )
});
/// "just below the figure for all boys nationally, 93%".
static THE_FIGURE_FOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:above|below|than|with|to) the (?:figure|average|rate|level|proportion)(?: (?:for|of|among) [a-z -]{3,40})? $",
    )
});
static OF_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\bin|\b(?:figure|rate|average|proportion|percentage|median|number) (?:for|in|across)) (?:the )?$",
    )
});
/// "50% nationally and 54% in the South West": the place of the second value, behind it.
static AND_PLACE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?: [a-z][A-Za-z ]{2,40})?,? and $"));
static ANOTHER_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ (?:in|for|across|among|of) (?:the |our |its |their )?(?:[a-z]+[’']s )?((?:[A-Z][a-z]+(?: [A-Z][a-z]+| and the [A-Z][a-z]+)*)|region|regional|similar (?:local )?(?:authorities|areas|councils)|statistical neighbours?)",
    )
});
static LEADS_TO_VALUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:['’]s?)?(?:,? which (?:is|was)|, of\b|, (?:it|this) (?:is|was)\b)?(?: (?:averages?|rates?|figures?|benchmark|scorecard|threshold|target|performance|comparators?|outcomes?|median|data|authorit(?:y|ies)|(?:three|two|3|2)[- ]year|LAC|level|proportion|of|is|was|were|are|at|for|in|the|a|and|year|this|which|children|looked|after|care|leavers|being|stands?|stood|it|had|have|has|placed|achieved|recorded|reported|saw|see|just|only|around|about|same|period|[0-9]{4}(?:[-–−/][0-9]{2,4})?))*(?: (?:for|of|among) (?:[a-z-]+ ){0,3}[a-z-]+(?: (?:is|was)| ?[(:]))? ?[(:]? ?(?:which is |at |is )?$",
    )
});
static CHANGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^ (?:\w+ )?(?:increase|reduction|decrease|rise|fall|drop|improvement)\b|^ (?:longer|shorter|more|fewer|less|better|higher|lower|worse|away|faster|slower|quicker|earlier|later)\b",
    )
});
static FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:from|form)(?: just| only| around| about| almost| over| nearly| under)?(?: (?:the|an?|its|their))?(?: [\w–/-]+){0,3}?(?: (?:average|rate|figure|total|level|high|low|baseline|position|number|peak)s? (?:of|at))? ?[£(]?$",
    )
});
/// "ranges from 6% to 23%": both values are there at once.
static SPREAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying))(?: \w+){0,2}?(?: from [a-z]+ to [a-z]+,?)? (?:from|form) (?:\w+ )?$",
    )
});
static TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bto(?: (?:just|only|around|about|almost|over|nearly|under|the current|its current|an average of|a rate of|a projected|a total of|an? (?:current |present |new )?(?:figure|rate|level|total|average) of|the present|approximately|some))* ?[£]?$",
    )
});
static CHANGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{STEMS}|chang|mov|went|gone|vari)")));
static COMPARED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:compar(?:ed|es|ing|ison)(?: \w+){0,2}? (?:to|with|against)\b|against\b|versus\b|rather than\b|instead of\b|as opposed to\b|relative to\b|years? (?:earlier|ago|before),? (?:it|this|(?:the|this|that) (?:figure|number|rate)) (?:was|had been|stood)\b|whereas (?:it|this) (?:is|was|had been|stood)\b|having (?:been|stood|averaged|peaked|started|begun|reached|hit|risen|fallen|climbed|grown)\b|(?:double|twice|treble|triple|, half) (?:the|that|those)\b|(?:twice|times|half) as (?:many|much|high|large|long) as (?:the|in|its|their)\b|(?:up|down)(?: by)?(?: (?:an?|almost|nearly|over|just|slightly|sharply|one|two|three|third|thirds|quarter|quarters|half|fifth|tenth))*[ -]on\b|improvement (?:on|from|form)\b|than in\b|than the\b|(?:above|below|short of|off|over|under) (?:its|the|their) (?:[\w-]+ ){0,3}?(?:level|rate|figure|peak|high|low|total|number|position) (?:of|in)\b)",
    )
});
static THEN_IT_WAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"; (?:in|at|on|by|for|during) [\w /–-]{3,30},? (?:it|this|they|there|we|(?:the|this|that) (?:figure|rate|number|proportion|percentage|total|council|local authority|authority|service|team)) (?:had )?(?P<verb>was|were|been|stood|\w+ed|had|saw|took|held|made|dealt with|spent|found|ran|went|gave) (?:at )?(?:only |just |about |around |over |nearly |almost )?$",
    )
});
/// "68% felt safe; in 2019, 74% did".
static THEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"; (?:but |and )?(?:in|by|at|on) (?:the end of )?(?:[A-Z][a-z]+ )?[0-9]{4}(?:[-–/][0-9]{2,4})?,? $",
    )
});
static DID: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ (?:of them )?(?:did|had|were|was)(?: so)?[.,;]"));
/// "2019, when there were 2,140".
static WHEN_IT_WAS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"{WHEN}$")));
/// How a text goes on from a date to what there was then.
pub(super) const WHEN: &str = ", when (?:there (?:were|was)|(?:it|this|they) (?:was|were|stood at|had)|the (?:figure|number|rate|proportion|percentage|total) (?:was|stood at)|(?:it|the (?:council|local authority|authority|service)) (?:looked after|had)) (?:only |just |about |around |over |nearly |almost )?";
static NOW: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:now|today|currently|this year|at present)\b"));
/// "three times as many as in 2019 (352)".
static THAN_THEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:than|as (?:many|much|high|low|large) as|compared (?:with|to)|against|on|from) (?:in |at |that in |that of )?(?:the end of )?(?:[A-Z][a-z]+ )?[0-9]{4}(?:[-–/][0-9]{2,4})? \($",
    )
});
/// "(2018: 76%)": the value of another year.
static IN_BRACKETS_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r" \((?:in )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?[0-9]{4}(?:[-–/][0-9]{2,4})?(?:: ?| was | – )$",
    )
});
/// "a fall of 9%".
static CHANGE_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:increase|rise|growth|fall|drop|reduction|decrease|improvement|decline) of (?:about |around |nearly |almost |over |just |only )?$",
    )
});
/// "fell outside the target of 121 days by an average of 76 days".
static MISSED_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:outside|above|below|over|under|beyond|miss\w*|exceed\w*|short of) [^.;]{3,140} by (?:an average of |about |around |over |nearly |almost |only |just )?$",
    )
});
/// "a fall of 9% on the 1,331 of 2020".
static CHANGE_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:increase|rise|growth|fall|drop|reduction|decrease|improvement|decline)(?: of [^;.]{1,25})?|(?:up|down|rose|fell|risen|fallen|grew|grown|increased|decreased)(?: by)? [^;.,]{1,25}) on the (?:\w+ )?$",
    )
});
/// "In 2018 it was 22%; it is now 15%.", "Now it is 15%."
pub(super) static NOW_IT_IS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:[;,] (?:but |and |whereas )?|^)(?:(?:it|this|that|they|there|It|This|That|There) (?:is|are|has) now|(?:and|but) now (?:we|they|it) (?:has|have)|(?:now|Now|today|Today),? (?:it|this|that|there) (?:is|are)|(?:and|but) (?:is|are) now|(?:the|The) (?:figure|rate|number|proportion|percentage) is now|^%?(?: [a-z]+)?(?: (?:in|at|on|by) [\w ]{0,32}[0-9]{4}(?:[-–/][0-9]{2,4})?)?, (?:is|are) now)(?: at)? (?:only |just |about |around |over |nearly |almost )?$",
    )
});
/// "it approved 31; the previous year it approved 19": the same, a year before.
static YEAR_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[;,] (?:(?:but|while|whereas|whilst) )?(?:(?:in|at|for|during|over) )?(?:the )?(?:(?:same|equivalent|corresponding) (?:time|period|point|stage|quarter|month|date)(?: (?:of|in))? )?(?:the )?(?:(?:previous|preceding|prior|last) (?:financial |calendar |academic )?(?:year|quarter|month|period|inspection|visit)|(?:year|quarter|month|period) (?:before|earlier)|(?:\w+ )?\w+ (?:years?|quarters?|months?|weeks?) (?:before|earlier|ago|previously)),? (?:it|they|there|this|that|(?:the|this|that) (?:figure|rate|number|proportion|percentage|total|council|local authority|authority|service|team)) (?:had )?(?:\w+ |stood at |were only |was only )(?:only |just |about |around |over |nearly |almost |more than |fewer than |less than )?$",
    )
});
/// "In February 2012 it was 71%.": the words before a number that say of another time what the sentence before says.
pub(super) static SAID_AGAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:In|At|By|On|For|During) [^,;.]{3,40}?|[A-Z][^,;.]{2,30}? (?:earlier|before|ago)),? (?:it|this|that|the (?:figure|rate|number|proportion|percentage|share|total|average|(?:average )?(?:wait|waiting time|caseload))) (?:was|had been|stood at|had stood at) (?:only |just |about |around |over |nearly |almost )?$",
    )
});
/// "In 2014 this had improved to 52%.": the value before, as it came to be.
pub(super) static HAD_BECOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:(?:however|but|since then),? )?(?:(?:in|at|by) [^,;.]{{3,40}}?,? (?:it|this|that|{number})|(?:it|this|that)(?: (?:figure|rate|number|proportion|percentage|performance))?|{number}) (?:{became}|(?:then |since )?(?:{changed}) to (?:only |just )?)$|(?i)^(?:however, )?{fewer}$",
        fewer = r"there (?:has|have|had|was) (?:been )?an? (?:[a-z]+ )?(?:reduction|fall|drop|decrease|decline|increase|rise|growth|improvement)(?: in [0-9–/-]{4,9}| since then| in this(?: figure| number)?)? to (?:only |just )?",
        number = r"the (?:number|numbers|total|figure|rate|proportion|percentage)(?: waiting)?|(?:their|its) numbers?",
        became = had_changed_to(),
        changed = super::change::CHANGED,
    ))
});
/// "56% of reviews are not held within 15 days".
pub(super) static NOT_SO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ (?:of )?[^,;:.()]{0,70}?\b(?:is|are|was|were|had|have|has|did|do|does) not (?:always |yet |been |being )*(?:\w+ed|held|done|met|seen|convened|undertaken|within|on time|in time)\b",
    )
});
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:from|form|on|than|compared (?:to|with)|against|previous(?:ly)?|similar to|in line with|last (?:year|quarter|month)[’']s)\b",
    )
});
static TURNS_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^%?(?: [a-z ]+)?(?: (?:in|at|on|by) [\w ]{{0,32}}[0-9]{{4}}(?:[-–/][0-9]{{2,4}})?)\)?,? (?:and |then |and then |before )?(?:{CHANGING}|recovering|reaching|up|down) to (?:(?:just|only|around|about) )?(?:an? (?:[a-z]+ ){{1,2}}of )?$",
    ))
});
/// "17% in 2013 and by 2014 this had reduced to 13%".
static HAD_TURNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:an?|the) (?:figure|number|rate|proportion|total) (?:that|which) {became}$|(?:\b(?:and|but)|;) (?:by|in|at) [^.;]{{4,30}}?,? (?:this|it|that|the (?:figure|number|rate|proportion|percentage)) {became}$|^%?(?: [a-z]+)?(?: (?:in|at|on|by) [\w ]{{0,12}}[0-9]{{4}}(?:[-–/][0-9]{{2,4}})?)?,? (?:but |and )?{became}$",
        became = had_changed_to(),
    ))
});
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^%?(?: [a-z]+)?(?: (?:in|at|on|for) [\w ]{0,12}[0-9]{4}(?:[-–/][0-9]{2,4})?)?(?:,| and|, and)(?: then)?(?: to)? $",
    )
});
static IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ ?(?:in|at|on) [^)]{3,25}\)"));
