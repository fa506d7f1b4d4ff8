//! The numbers of one sentence in, for each the reason why it is no figure, if there is one.

use super::ages::{OLDEST, age_ranges, is_age};
use super::change::STEMS;
use super::comparison::then_it_was;
use super::is_time;
use super::setting::Setting;
use crate::extract::patterns::{ends_near, pattern};
use crate::extract::quantities::{Bound, Form, Quantity, Unit};
use crate::extract::reading::Reading;
use crate::model::{BlockKind, Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Why a quantity is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Age,
    Reference,
    Period,
    Limit,
    Distance,
    One,
    Qualifier,
    Share,
    Abstract,
    CountsNothing,
    Heading,
    Note,
    Team,
    Target,
    OnlyCompared,
    Tabled,
    TimeOfDay,
}

impl Refusal {
    /// In a sentence for people.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Age => "the number is an age that describes a group",
            Self::Reference => {
                "the number is joined to a name or a letter, or refers to a section, a stage, a year group or the like"
            }
            Self::Period => "the number is the length of a period, not a measured duration",
            Self::Limit => "the number is a limit or a threshold",
            Self::Distance => {
                "the number is a physical measure: a distance, a weight, a temperature or the like"
            }
            Self::One => "\"one\" counts nothing that a series could follow",
            Self::Qualifier => "the number is joined to a noun that it only describes",
            Self::Share => "a share in words is too loose to be a figure",
            Self::Abstract => "the number counts parts of the document or of its argument",
            Self::CountsNothing => "nothing in the sentence says what the number counts",
            Self::Heading => "the number stands in a heading, a contents line or a caption",
            Self::Note => "the number stands in a footnote",
            Self::Team => "the number counts the inspection team",
            Self::OnlyCompared => "the number is only what another one is compared with",
            Self::Tabled => "the number stands in a table, and its own row does not say what it counts",
            Self::TimeOfDay => "the number is a time of day",
            Self::Target => "the number is a target that no value is compared with",
        }
    }
}

/// For each quantity of a sentence, why it is no figure.
pub(super) fn refusals(
    reading: &Reading,
    setting: &Setting,
    quantities: &[Quantity],
) -> Vec<Option<Refusal>> {
    let document = reading.document;
    let whole = document.blocks().get(setting.block).and_then(|block| match block.kind {
        BlockKind::Footnote { .. } => Some(Refusal::Note),
        BlockKind::Title | BlockKind::Heading { .. } | BlockKind::Caption | BlockKind::Byline => {
            Some(Refusal::Heading)
        }
        _ => None,
    });
    let team = TEAM.is_match(document.words(setting.sentence)).then_some(Refusal::Team);
    let mut found: Vec<Option<Refusal>> = quantities
        .iter()
        .map(|quantity| whole.or(team).or_else(|| refusal(document, setting, quantity)))
        .collect();
    age_ranges(document, setting, quantities, &mut found);
    spread(document, quantities, &mut found);
    found
}

/// In "aged 10 to 17" and "Key Stages 1 and 2" the second number is what the first one is, and in "16 and 17 year olds"
/// the first what the second is.
fn spread(document: &Document, quantities: &[Quantity], found: &mut [Option<Refusal>]) {
    let joined = |index: usize| {
        let between = Span::new(
            quantities[index].span.end.min(quantities[index + 1].span.start),
            quantities[index + 1].span.start,
        );
        matches!(document.words(between).trim(), "to" | "and" | "or" | "–" | "-" | "&" | "," | "/")
    };
    let passes = |refusal: Option<Refusal>| matches!(refusal, Some(Refusal::Age | Refusal::Reference));
    for index in 0..quantities.len().saturating_sub(1) {
        let plain = |unit: Unit| unit == Unit::None || is_time(unit);
        let lead = quantities[index].span.start;
        let lead =
            document.words(Span::new(document.text().floor_char_boundary(lead.saturating_sub(20)), lead));
        let grouped = NUMBERED_GROUPS.is_match(lead) && quantities[index + 1].value <= 13.0;
        // "aged 19 to 21, 58 were in work": nobody is that old whose age is told here.
        let counts = found[index] == Some(Refusal::Age) && quantities[index + 1].value > OLDEST;
        // "610 at level 2, 412 at level 3": no level is that high.
        let leaps =
            quantities[index].value <= 13.0 && quantities[index + 1].value > 20.0 && LEVEL.is_match(lead);
        if joined(index)
            && !counts
            && !leaps
            && passes(found[index])
            && (grouped || plain(quantities[index + 1].unit))
        {
            found[index + 1] = found[index];
        }
    }
    for index in (0..quantities.len().saturating_sub(1)).rev() {
        if joined(index)
            && passes(found[index + 1])
            && found[index].is_none_or(|refusal| refusal != Refusal::Reference)
        {
            found[index] = found[index + 1];
        }
    }
}

fn refusal(document: &Document, setting: &Setting, quantity: &Quantity) -> Option<Refusal> {
    let before =
        document.words(Span::new(setting.sentence.start.min(quantity.number.start), quantity.span.start));
    let after = document.words(Span::new(quantity.number.end, setting.sentence.end.max(quantity.number.end)));
    if quantity.form == Form::Fraction && !matches!(quantity.unit, Unit::Percent) {
        return Some(Refusal::Share);
    }
    if is_age(quantity, before, after) {
        return Some(Refusal::Age);
    }
    if is_like_a_year(document.words(quantity.number), before, after) {
        return Some(Refusal::Reference);
    }
    if TIME_OF_DAY.is_match(after) && quantity.value <= 24.0 || is_hour(quantity, before, after) {
        return Some(Refusal::TimeOfDay);
    }
    if before.ends_with(" per ")
        || ONE_IN.is_match(before)
        || ODDS.is_match(before)
        || quantity.value <= 10.0 && ODDS_IN_DIGITS.is_match(before)
        || quantity.value < 10.0 && ODDS_BEHIND.is_match(after)
        || before.ends_with(" every ") && !is_time(quantity.unit)
    {
        return Some(Refusal::Reference);
    }
    let amount = matches!(quantity.unit, Unit::Percent | Unit::Rate(_) | Unit::Money(_));
    let of_those =
        ["this number ", "that number ", "this group "].iter().any(|those| before.ends_with(those));
    if !amount && !of_those && REFERENCE.is_match(before) && !TIME_BEFORE.is_match(before)
        || quantity.unit != Unit::Percent && BY_LETTER.is_match(after)
        || is_named(quantity, before, after)
        || quantity.form == Form::Words && is_in_name(document.words(quantity.number), before, after)
    {
        return Some(Refusal::Reference);
    }
    if after.starts_with(['-', '‑']) && quantity.unit != Unit::Percent {
        return Some(Refusal::Qualifier);
    }
    let behind = document.words(Span::new(quantity.span.end, setting.sentence.end.max(quantity.span.end)));
    // "the 333 care leavers hub": one hub, which is called so.
    if matches!(quantity.unit, Unit::Counted(_)) && THE.is_match(before) && ONE_THING.is_match(behind) {
        return Some(Refusal::Reference);
    }
    match quantity.unit {
        Unit::Percent if OF_CONFIDENCE.is_match(after) => Some(Refusal::Limit),
        // "right 50% of the time": a turn of phrase.
        Unit::Percent if OF_THE_TIME.is_match(after) => Some(Refusal::Share),
        Unit::Percent | Unit::Rate(_) | Unit::Money(_) => None,
        unit if is_time(unit) => duration(quantity, before, after),
        Unit::Counted(noun) if TIMES.iter().any(|time| document.words(noun).ends_with(time)) => {
            duration(quantity, before, after)
        }
        Unit::Measure(_) => Some(Refusal::Distance),
        Unit::None | Unit::Counted(_) => count(document, setting, quantity, before, after),
    }
}

/// "So far, in 2104, only": four digits where a year stands, which may be a slip of one.
fn is_like_a_year(number: &str, before: &str, after: &str) -> bool {
    let digits = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let led = ["in ", "In ", "since ", "Since "].iter().any(|lead| before.ends_with(lead));
    digits && led && after.starts_with([',', '.', ';', ')'])
}

/// "They rang at four, and came at six.": an hour, unless something stands or stays at that number.
fn is_hour(quantity: &Quantity, before: &str, after: &str) -> bool {
    let Some(lead) = before.strip_suffix(" at ") else { return false };
    let word = lead.rsplit(' ').next().unwrap_or("").to_lowercase();
    let stands = [
        "st", "remain", "stay", "is", "was", "are", "were", "held", "now", "at", "kept", "cap", "low", "high",
    ];
    quantity.unit == Unit::None
        && quantity.form == Form::Words
        && quantity.value <= 12.0
        && after.starts_with([',', '.', ';', '’', '\'', '”', '"'])
        && !stands.iter().any(|other| word.starts_with(other))
}

/// "Adopt Three Rivers": a number in capitals between capitals.
fn is_in_name(number: &str, before: &str, after: &str) -> bool {
    let capital = |words: &str| words.starts_with(char::is_uppercase);
    let last = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
    capital(number) && capital(after.trim_start()) && last.is_some_and(capital)
}

/// "Catch 22", "‘three houses’", "2.2 Experiences": the number belongs to a name or heads a line.
fn is_named(quantity: &Quantity, before: &str, after: &str) -> bool {
    let bare = quantity.unit == Unit::None && quantity.form == Form::Digits;
    // "24/7", and "Progress 8", as the Department for Education calls its measures.
    let rate = after.starts_with("/7") && quantity.value == 24.0;
    if rate || quantity.value == 8.0 && MEASURE_NAMED.is_match(before) {
        return true;
    }
    let named = bare && NAMED.is_match(before) && !after.starts_with([',', ')', '.'])
        || bare && NAMED_FIRST.is_match(before) && APPOSED.is_match(after);
    let quoted = before.ends_with(['‘', '\'']) && after.contains(['’', '\'']) && quantity.form == Form::Words;
    // "(Enabler two)" names one by its number.
    let labelled = || {
        let label = before.rsplit_once('(').and_then(|(_, label)| label.strip_suffix(' '));
        let word = |label: &str| {
            label.starts_with(char::is_uppercase) && label.bytes().all(|b| b.is_ascii_alphabetic())
        };
        after.starts_with([')', ',']) && quantity.value < 20.0 && label.is_some_and(word)
    };
    let heads = before.is_empty()
        && after.starts_with(' ')
        && after[1..].starts_with(char::is_uppercase)
        && quantity.value < 100.0
        && quantity.form == Form::Digits
        && quantity.value.fract() != 0.0;
    named || quoted || heads || labelled()
}

/// Days of some kind: "ten working days".
const TIMES: [&str; 4] = ["calendar days", "school days", "working days", "working hours"];
/// A duration is a figure where it was measured, not where it is a limit or the length of a period; how long people wait
/// is measured even where it is told as "up to 18 months".
fn duration(quantity: &Quantity, before: &str, after: &str) -> Option<Refusal> {
    if quantity.value == 1.0 {
        return Some(Refusal::One);
    }
    if WAITED.is_match(before) || AVERAGED.is_match(before) && !OR_MORE.is_match(after_unit(after)) {
        return None;
    }
    if before.ends_with(" every ") && !SEEN_EVERY.is_match(before) {
        return Some(Refusal::Period);
    }
    if DIFFERS.is_match(after) && DIFFERENCE.is_match(before) {
        return None;
    }
    if after_unit(after).starts_with(" on average") || FINISHED_IN.is_match(before) {
        return None;
    }
    // "186 days longer than the national threshold of 426 days".
    if COMPARED_BEHIND.is_match(after_unit(after)) && !LIMIT.is_match(before) {
        return None;
    }
    if BENCHMARK.is_match(before) && MEASURED.is_match(before) {
        return None;
    }
    if FROM_EXTREME.is_match(before) && MEASURED.is_match(before) {
        return None;
    }
    if PERIOD.is_match(before) || is_ago(after) {
        return Some(Refusal::Period);
    }
    if LIMIT.is_match(before) {
        return Some(Refusal::Limit);
    }
    let told_again = || then_it_was(before) && MEASURED.is_match(before);
    let measured = ends_near(&MEASURED, before, &[';'], 110) || CHANGED_BY.is_match(before) || told_again();
    (!measured).then_some(Refusal::Period)
}

/// "61 weeks ago", "two or three years ago", but not "61 weeks two years ago".
fn is_ago(after: &str) -> bool {
    const UNITS: [&str; 6] = ["day", "week", "month", "year", "decade", "hour"];
    let told = after
        .split_once(" ago")
        .filter(|(told, rest)| told.len() < 30 && !rest.starts_with(char::is_alphabetic));
    told.is_some_and(|(told, _)| {
        let units = told.split(' ').filter(|word| UNITS.contains(&word.trim_end_matches('s')));
        units.count() == 1
    })
}

/// What stands behind the unit of a duration: " or more" in "weeks or more".
fn after_unit(after: &str) -> &str {
    let rest = after.trim_start();
    rest.find(' ').map_or("", |at| &rest[at..])
}

fn count(
    document: &Document,
    setting: &Setting,
    quantity: &Quantity,
    before: &str,
    after: &str,
) -> Option<Refusal> {
    if quantity.value == 1.0 && quantity.number.len() <= 3 {
        return Some(Refusal::One);
    }
    if ANAPHORIC.is_match(before) && quantity.form == Form::Words {
        return Some(Refusal::Abstract);
    }
    let ranked = before.ends_with(" top ") || before.ends_with(" bottom ");
    let terms = matches!(quantity.unit, Unit::Counted(noun) if document.words(noun).ends_with("terms"));
    if ranked || before.is_empty() && STREET.is_match(after) {
        return Some(Refusal::Reference);
    }
    if PERIODIC.is_match(after) || terms && PERIOD.is_match(before) {
        return Some(Refusal::Period);
    }
    if let Unit::Counted(span) = quantity.unit {
        let noun = document.words(span).to_lowercase();
        let head = noun.rsplit(' ').next().unwrap_or("");
        if noun.contains("gcse") {
            return Some(Refusal::Limit);
        }
        if head == "inspectors" {
            return Some(Refusal::Team);
        }
        // Ten and more were made or done, and are no parts of this text.
        let many = quantity.value >= 10.0 && matches!(head, "actions" | "recommendations");
        if many && (!before.ends_with("the ") || PART_OF_THE.is_match(before)) {
            return None;
        }
        if noun.split(' ').any(|word| ABSTRACT.contains(&word)) {
            return Some(Refusal::Abstract);
        }
    }
    if after.starts_with(['.', ')']) && before.is_empty() || before.ends_with(['[', '#']) {
        return Some(Refusal::Reference);
    }
    let behind = document.words(Span::new(quantity.span.end, setting.sentence.end.max(quantity.span.end)));
    // "three times as many": how two values stand to each other.
    let times = matches!(quantity.unit, Unit::Counted(noun) if document.words(noun) == "times")
        && (quantity.bound != Bound::Exact
            || [" as ", " more", " higher", " the "].iter().any(|word| behind.starts_with(word)));
    (OR_MORE.is_match(after) || OR_MORE.is_match(behind) || times).then_some(Refusal::Limit)
}

/// Nouns that name parts of a text or an argument, not cases, people or places.
const ABSTRACT: [&str; 49] = [
    "actions",
    "areas",
    "aspects",
    "categories",
    "chapters",
    "criteria",
    "decades",
    "developments",
    "dimensions",
    "domains",
    "elements",
    "examples",
    "factors",
    "findings",
    "forms",
    "functions",
    "goals",
    "grades",
    "headings",
    "issues",
    "judgements",
    "kinds",
    "layers",
    "lessons",
    "levels",
    "matters",
    "objectives",
    "outcomes",
    "pages",
    "paragraphs",
    "parts",
    "phases",
    "pillars",
    "points",
    "principles",
    "priorities",
    "questions",
    "ratings",
    "reasons",
    "recommendations",
    "sections",
    "sides",
    "stages",
    "steps",
    "strands",
    "strengths",
    "themes",
    "things",
    "ways",
];

static TEAM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\binspection team (?:consisted|comprised|was made up|included|is made up)\b|\bteam of (?:\w+ )?(?:Her|His) Majesty",
    )
});
static OF_THE_TIME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ ?(?:%|per cent|percent)? of (?:the|their) time\b"));
/// "95% CI 8 to 12": how sure an estimate is.
static OF_CONFIDENCE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ ?(?:%|per cent|percent)? (?:CIs?\b|confidence (?:interval|limit|level))"));
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:paragraphs?|paras?|pages?|pp?\.|sections?|s\.|regulations?|part|parts|chapters?|figures?|tables?|key stages?|stages?|quarters?|years?|phases?|steps?|levels?|tiers?|groups?|bands?|bullets?|points?|versions?|options?|recommendations?|priority|priorities|no\.|number|numbers|article|schedule|appendix|annexe?|footnotes?|notes?|items?|grade|type|form|volume|issue|unit|room|floor|flat|bus|tram|apartment|suite|plot|KS|DfE|form|wave|cohort|category|standards?|outcome|area for improvement|service|plan|principle|question|block|building|channel|radio|bbc|itv|route|junction|covid|act|rule|code|tribunal|ward|class|day|week|goal|strand|theme)[ -]?$|\(see $",
    )
});
/// "Last year 190 families came": when, and no year 190.
static TIME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:last|this|that|previous|past|same|following|next|each|every|per|a|whole|first|final) (?:year|quarter|week|month|day|cohort) $",
    )
});
/// "level 2", of which there are few.
static LEVEL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:level|tier|band|stage|grade|group|year|quarter|phase|step)s? $"));
/// "Years 5 and 6 pupils", "quarters one and two".
static NUMBERED_GROUPS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:years|stages|quarters|phases) $|\(see $"));
static MEASURE_NAMED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:Progress|Attainment) $"));
static BY_LETTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:[A-Za-z]{1,2}\b|(?:st|nd|rd|th)\b|[ap]\.?m\b| ?[ap]m\b| o['’]clock|:[0-9])")
});
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:last|past|previous|preceding|next|first|coming|recent|following|final|further|another|for|after|during|over|in|each|the|these|every other|a|rolling|most recent|by|of)(?: the| about| almost| nearly| around| approximately| just| only)? $",
    )
});
static LIMIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:within|inside|no later than|up to|maximum of|minimum of|limit of|no more than|at least|not more than|less than|under|more than|longer than|over|beyond|until|exceeding)(?: the| a)? $",
    )
});
static MEASURED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:averag\w+|mean|median|timescales?|timeliness|durations?|length|times?|took|takes?|taken|taking|wait\w*|delay\w*|spends?|spent|performance|compar\w+|(?:seen|visit\w*)\b[^;]{0,60} every|(?:completed|concluded|finished) in|turnaround)\b",
    )
});
/// "down to 31 weeks from a high of 60 weeks".
static FROM_EXTREME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bfrom (?:an? |its |the )?(?:high|low|peak|baseline) of $"));
static CHANGED_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:{STEMS}|c[oa]me (?:down|up)|gone (?:down|up)|went (?:down|up))\w*(?: significantly| slightly)? (?:from|to|by) $",
    ))
});
/// "29 weeks on average", "29 weeks, down from 58": a duration that was measured.
static COMPARED_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ on average\b|^(?: on average)?,? (?:down|up) from (?:about |around |over |nearly |almost |an average of )?[0-9]",
    )
});
static BENCHMARK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:than|against|with|to|below|above|within) (?:the|an?|its|their) (?:[\w’]+ ){0,3}(?:threshold|target|benchmark|average|standard|limit|expectation|ceiling|maximum|goal) (?:of|is|was) $|\b(?:double|twice) the $",
    )
});
/// "Proceedings are concluded in 29 weeks".
static FINISHED_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|are|was|were|been) (?:now |usually |typically |generally )?(?:completed|concluded|finished|resolved) in (?:about |just |only )?$",
    )
});
static SEEN_EVERY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:seen|visit\w*)\b[^;]{0,60} every $"));
pub(super) static WAITED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:wait(?:s|ed|ing)?|delay(?:s|ed)?)(?: times?)?(?: of| for| is| are| was| were)?(?: up to| over| more than| nearly| almost| about| around| approximately| at least)? $",
    )
});
static AVERAGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:averag(?:es?|ed|ing)|mean|median|timeliness|figure)(?: (?:time|duration|length|wait|period|figure|number|for England|for comparators))?(?: of| is| was| at)? (?:only |just |about |around )?$",
    )
});
/// "40 Harbour Walk".
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: [A-Z][\w’'-]+){1,3} (?:Street|Road|Walk|Lane|Way|House|Place|Square|Avenue|Court|Gate|Hill|Row|Drive|Close|Gardens|Crescent|Terrace|Quay|Embankment)\b",
    )
});
static ONE_IN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bone (?:in|of)(?: every)? $|(?:^|[ (])1 in (?:every )?$"));
/// "four in ten children": a share, told in small numbers.
static ODDS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:two|three|four|five|six|seven|eight|nine) in(?: every)? $"));
static ODDS_IN_DIGITS: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[ (])[2-9] in(?: every)? $"));
static ODDS_BEHIND: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ in(?: every)? (?:three|four|five|six|seven|eight|nine|ten|10) "));
static NAMED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-z,] (?:[A-Z][\w’']+ )+$|^(?:Catch|Level|Band|Tier) $"));
/// "In Adoption 22, a consortium".
static NAMED_FIRST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[a-z,] )(?:(?:In|The|At|With|Through|Under) )?[A-Z][a-z’']+ $"));
static APPOSED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^, (?:an?|the|which|our|its) "));
static THE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:the|an?|its|our) $"));
static ONE_THING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ (?:hub|club|project|service|programme|centre|scheme|board|forum|campaign|strategy|pathway|initiative|app)\b",
    )
});
/// "54 of the 72 actions".
static PART_OF_THE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[0-9]+ (?:out )?of the $"));
static ANAPHORIC: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:between the|these|those|top|bottom|other) $"));
static PERIODIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[ -](?:weekly|monthly|yearly|hourly|daily|times a (?:week|month|year))\b")
});
/// "This is 20 days more than the target".
static DIFFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:this|that|it|which)(?: (?:is|was))(?: only| just| about)? $|, which (?:is|was) $")
});
static DIFFERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ \w+ (?:more|less|longer|shorter|fewer|better|worse|above|below|over|under|quicker|slower|faster) ?(?:than)?\b",
    )
});
static OR_MORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ or (?:more|fewer|less|above|below|over|under)\b"));

static TIME_OF_DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ (?:o[’']clock|in the (?:morning|afternoon|evening)|at night|[ap]\.?m\b)"));
