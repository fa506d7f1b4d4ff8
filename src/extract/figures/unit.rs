//! A number in its sentence in, what it counts out, in the text's words.

use super::change::CHANGED;
use super::setting::Setting;
use super::told_before::counted_before;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{
    Form, Quantity, Unit, is_function, is_people, is_plural, is_verb, words_of,
};
use crate::extract::reading::{Reading, within};
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

static POPULATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"population of (?:(?:about|around|approximately|some|just|over|under|nearly|almost|more than) )*$",
    )
});

/// The unit of a figure. None if nothing says what is counted.
pub(super) fn unit(
    reading: &Reading,
    setting: &Setting,
    quantity: &Quantity,
    open: &[&Quantity],
) -> Option<String> {
    let document = reading.document;
    if quantity.unit != Unit::None {
        let counted = matches!(quantity.unit, Unit::Counted(_));
        return quantity.unit_name(document).map(|unit| if counted { plain(reading, &unit) } else { unit });
    }
    let before =
        document.words(Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start));
    let after = document.words(Span::new(quantity.number.end, setting.sentence.end.max(quantity.number.end)));
    // "The national rate is 60 per 10,000; here it is 71."
    if quantity.form == Form::Digits && RATE_HERE.is_match(before) {
        let rate = open.iter().rev().filter(|other| other.number.end <= quantity.number.start);
        let rate = rate.map(|other| (other, other.unit)).next();
        if let Some((other, Unit::Rate(_) | Unit::Percent)) = rate {
            return other.unit_name(document);
        }
    }
    let clause = before.rfind([';', ':', '(']).map_or(before, |mark| &before[mark + 1..]);
    if quantity.form == Form::Digits && clause.contains(" per 1") && STATED.is_match(before) {
        let rate = RATE_OF.captures(clause).and_then(|found| found.get(1));
        if let Some(rate) = rate.filter(|rate| !clause[rate.end()..].contains("number")) {
            return Some(format!("per {}", rate.as_str()));
        }
    }
    if let Some(group) = OF_AGE.captures(after).and_then(|found| found.name("group")) {
        return Some(group.as_str().to_owned());
    }
    // "36 of the 409 (8.8%) homes", "13 of which were new".
    if let Some(whole) = OF_WHOLE.find(after) {
        let rest = &after[whole.end()..];
        let rest = SHARE_BETWEEN
            .find(rest)
            .map_or(rest.strip_prefix(' ').unwrap_or(""), |share| &rest[share.end()..]);
        if let Some(noun) = noun_at(rest) {
            return Some(noun);
        }
    }
    // "19% (132) of the boats", "a large number (109) of boats", "six (46%) of the 13 boats".
    let lead = if before.ends_with('(') {
        BRACKETED_BEFORE_WHOLE.find(after)
    } else {
        SHARE_BEFORE_WHOLE.find(after)
    };
    if let Some(noun) = lead.and_then(|lead| noun_at(&after[lead.end()..])) {
        return Some(noun);
    }
    let behind_share = SHARE_BETWEEN.find(after).and_then(|share| noun_at(&after[share.end()..]));
    if behind_share.is_some() {
        return behind_share;
    }
    // "visits to two of them were late": of the same as the number before.
    if [" of them ", " of these ", " of those "].iter().any(|these| after.starts_with(these)) {
        let at = open.partition_point(|other| other.number.start < quantity.number.start);
        if let Some(former) = at.checked_sub(1).map(|former| open[former])
            && former.unit == Unit::None
        {
            return unit(reading, setting, former, open);
        }
    }
    if let Some(which) = OF_WHICH_NOW.find(before) {
        return nearest_plural(&before[..which.start()]);
    }
    if quantity.form == Form::Digits && SCORE.is_match(before) {
        return Some("points".to_owned());
    }
    // "The average in the teams was 26": of what, the sentence before may tell.
    if AVERAGE_SOMEWHERE.is_match(before) && holder(before).is_none() {
        return setting.previous.and_then(|previous| kept_in(document.words(previous)));
    }
    if after.starts_with(" of which") && before.ends_with(", ") {
        return nearest_plural(before);
    }
    // "Visits to homes: 9 (2019), 6 (2020)": the words before the colon are what is counted.
    let listed = before.rsplit_once(": ").filter(|(_, list)| {
        quantity.form == Form::Digits && !list.contains(char::is_alphabetic) && after.starts_with(" (")
    });
    if let Some(noun) = listed.and_then(|(named, _)| nearest_plural(&head(named)?)) {
        return Some(noun);
    }
    let predicated = after.starts_with(' ')
        && words_of(after, 0).next().is_some_and(|(_, word)| {
            is_verb(word)
                || matches!(
                    word,
                    "who"
                        | "are"
                        | "is"
                        | "have"
                        | "had"
                        | "has"
                        | "were"
                        | "was"
                        | "of"
                        | "out"
                        | "as"
                        | "under"
                        | "sentenced"
                        | "on"
                        | "did"
                        | "do"
                        | "will"
                        | "since"
                        | "with"
                        | "in"
                        | "so"
                )
        });
    // "Of the 18 that inspectors read, 16 were held at once".
    let predicated =
        predicated || (before.ends_with("Of the ") || before.ends_with("of the ")) && WHICH.is_match(after);
    let bracketed =
        before.rfind('(').is_some_and(|open| before.len() - open < 25 && !before[open..].contains(')'));
    let stated = STATED.is_match(before);
    if quantity.form == Form::Words && !(predicated || bracketed || stated || setting.refers_back) {
        return None;
    }
    let part = before.rfind([';', ':', '.']).map_or(before, |mark| &before[mark + 1..]);
    let number_of = part.contains("umber").then(|| NUMBER_OF.find(part)).flatten();
    let numbered = |found: regex::Match| part[found.end()..].split([',', '(', ')']).next().and_then(head);
    if let Some(unit) = number_of.and_then(numbered) {
        return Some(unit);
    }
    let subject = SUBJECT.captures(part.trim_start()).or_else(|| SUBJECT_APART.captures(part.trim_start()));
    if let Some(subject) = subject.and_then(|found| found.get(1)).filter(|_| stated) {
        let noun = subject.as_str();
        if is_plural(noun) && !is_verb(noun) && !UNCOUNTED.contains(&noun.to_lowercase().as_str()) {
            return Some(noun.to_lowercase());
        }
    }
    let nearest = || {
        let near = bracketed || stated || setting.refers_back || predicated;
        let people = || predicated.then(|| nearest_people(before)).flatten();
        near.then(|| people().or_else(|| nearest_plural(before))).flatten()
    };
    if let Some(listed) = LISTED_KIND.captures(after).and_then(|found| found.get(1)) {
        return Some(listed.as_str().to_owned());
    }
    if POPULATION.is_match(before) {
        return Some("people".to_owned());
    }
    // "a population of 241,000, of whom 56,300 are under 18".
    if before.ends_with(", of whom ") && before.contains("population of ") {
        return Some("people".to_owned());
    }
    let other = || {
        let counted = |other: &&Quantity| match other.unit {
            Unit::Counted(span) => Some(document.words(span).to_owned()).filter(|noun| noun != "nights"),
            _ => None,
        };
        let at = open.partition_point(|other| other.number.start < quantity.number.start);
        let whole = before.rfind(", of whom ").and_then(|_| open[..at].iter().rev().find_map(counted));
        let mut others = open.iter().filter(|other| other.number != quantity.number);
        whole.or_else(|| others.find_map(counted))
    };
    let listed = || {
        let introduction = setting.introduction.as_ref();
        introduction
            .and_then(|introduction| introduction.unit.clone())
            .filter(|unit| !unit.starts_with("per ") && unit != "%")
    };
    let previous = || {
        let sentence = setting.previous.filter(|_| predicated || setting.refers_back || bracketed)?;
        let unit = nearest_plural(document.words(sentence))?;
        // "It runs four children's homes. Three were good": children's homes.
        let whole =
            within(&reading.quantities, sentence, |other| other.number.start).iter().find_map(|other| {
                let Unit::Counted(noun) = other.unit else { return None };
                let noun = plain(reading, document.words(noun));
                noun.to_lowercase().ends_with(&unit).then_some(noun)
            });
        let unit = whole.unwrap_or(unit);
        if predicated { Some(unit) } else { animate(unit) }
    };
    // "Turnover of staff fell to 7%, and the average caseload is now 14": the holder in the number's own clause.
    let clause = part.rsplit_once(", and ").map_or(part, |(_, clause)| clause);
    let held = (stated && quantity.form == Form::Digits).then(|| holder(clause)).flatten();
    if let Some((at, held)) = held
        && nearest_plural(clause).is_none_or(|plural| is_of_holder(clause, at, &plural))
    {
        return Some(held.to_owned());
    }
    // "Of the 18 that wardens saw, 16 had oars": as many of the same.
    let of_those = || OF_THOSE.is_match(before).then(previous).flatten();
    // "58 ports were seen. Of these, 14 were good, 31 fair and 13 poor".
    let of_these = || {
        let led = ["Of these, ", "Of those, "].iter().any(|lead| before.starts_with(lead));
        let sentence = setting.previous.filter(|_| led)?;
        let counted = within(&reading.quantities, sentence, |other| other.number.start);
        counted.iter().find_map(|other| match other.unit {
            Unit::Counted(noun) => Some(plain(reading, document.words(noun))),
            _ => None,
        })
    };
    let bracketed = bracketed
        .then(nearest)
        .flatten()
        .or_else(of_those)
        .or_else(of_these)
        .or_else(|| counted_before(reading, setting, before));
    let kept = || stated.then(|| kept_in(before)).flatten();
    // "Seven were placed there, in one case for 19 nights": whom the sentence before tells of, and no nights.
    let first = || if before.is_empty() && predicated { previous().and_then(animate) } else { None };
    let unit = bracketed
        .or_else(first)
        .or_else(other)
        .or_else(listed)
        .or_else(nearest)
        .or_else(previous)
        .or_else(kept);
    // "caseloads of 12": cases.
    unit.map(|unit| kept_in(&unit).unwrap_or(unit))
}

/// A counted noun without what only says which of them: "different", "current", the name of the document's own place in
/// "146 Harbour children".
fn plain(reading: &Reading, unit: &str) -> String {
    if let Some(noun) = ["different ", "current ", "such "].iter().find_map(|which| unit.strip_prefix(which))
    {
        return noun.to_owned();
    }
    let subject = reading.details.subject.as_deref().unwrap_or_default();
    let own = unit.split(' ').zip(subject.split(' ')).take_while(|(word, own)| word == own).count();
    let noun = unit.split(' ').skip(own).collect::<Vec<_>>().join(" ");
    if own > 0 && noun.starts_with(char::is_lowercase) { noun } else { unit.to_owned() }
}

/// What a list or a load holds, of which the text says only how many: "caseloads" hold cases, a waiting list people.
pub(super) fn kept_in(before: &str) -> Option<String> {
    holder(before).map(|(_, held)| held.to_owned())
}

/// The last list or load that words name, with its place, and what it holds.
fn holder(before: &str) -> Option<(usize, &'static str)> {
    let lower = before.to_ascii_lowercase();
    [("caseload", "cases"), ("workload", "cases"), ("waiting list", "people")]
        .into_iter()
        .filter_map(|(holder, held)| Some((lower.rfind(holder)?, held)))
        .max()
}

/// Whether a plural is not what is counted, but leads a holder at a place, or belongs to it: "leaders have cut the
/// caseload", "the caseload of social workers".
fn is_of_holder(clause: &str, holder: usize, plural: &str) -> bool {
    let lower = clause.to_ascii_lowercase();
    let Some(at) = lower.rfind(plural).filter(|at| *at > holder) else { return true };
    let between = lower[holder..at].split_once(' ').map_or("", |(_, rest)| rest);
    ["of ", "for ", "held by ", "per ", "in ", "across ", "within "]
        .iter()
        .any(|lead| between.starts_with(lead))
}

/// The plural that words begin with, before any verb.
pub(super) fn noun_at(words: &str) -> Option<String> {
    let phrase: Vec<_> = words_of(words, 0).take(4).collect();
    let plural = phrase.iter().position(|(_, word)| is_plural(word) && !is_verb(word))?;
    let plain = |at: usize| {
        let word = phrase[at].1;
        let looked_after = word == "after" && at > 0 && phrase[at - 1].1 == "looked";
        looked_after || !is_verb(word) && !is_function(word)
    };
    (0..plural).all(plain).then(|| words[..phrase[plural].0.end].to_owned())
}

/// The noun phrase that words begin with, up to its plural.
fn head(words: &str) -> Option<String> {
    let mut phrase: Vec<&str> = Vec::new();
    for (_, word) in words_of(words, 0).take(6) {
        phrase.push(word);
        if is_plural(word) {
            return Some(phrase.join(" "));
        }
    }
    None
}

/// The last plural before a number, with the word before it if that describes it.
pub(super) fn nearest_plural(before: &str) -> Option<String> {
    let before = BRACKETS.replace_all(before, " ");
    let words: Vec<&str> = before
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
        .filter(|word| !word.is_empty())
        .collect();
    // "West Midlands Police": a capital in mid-sentence is part of a name, but for letters such as those of "EPs".
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && !word.trim_end_matches('s').chars().all(char::is_uppercase)
            && words.first().is_some_and(|first| first.as_ptr() != word.as_ptr())
    };
    // The mark behind "‘clusters’" closes; that behind "pupils’" makes it a possessive.
    let quoted = before.contains('‘');
    let counted = |word: &&str| {
        let lower = word.to_lowercase();
        is_plural(word)
            && !named(word)
            && !is_verb(word)
            && (quoted || !word.ends_with(['’', '\'']))
            && !UNCOUNTED.contains(&lower.as_str())
            && !lower.ends_with("year-olds")
    };
    let last = words.iter().rposition(counted)?;
    if let Some(pair) = paired(&words, last) {
        return Some(pair);
    }
    let at = headed(&words, last, counted);
    let described = at
        .checked_sub(1)
        .map(|index| words[index])
        .filter(|word| DESCRIBING.contains(&word.to_lowercase().as_str()));
    let phrase = described.map_or(words[at].to_owned(), |word| format!("{word} {}", words[at]));
    Some(phrase.trim_end_matches(['’', '\'']).to_lowercase())
}

/// "children and young people" are one noun.
fn paired(words: &[&str], last: usize) -> Option<String> {
    let first = last.checked_sub(3)?;
    let phrase = words[first..=last].join(" ").to_lowercase();
    (phrase == "children and young people").then_some(phrase)
}

/// The place of the plural that a phrase is about: that of the referrals in "referrals of children and families".
fn headed(words: &[&str], last: usize, counted: impl Fn(&&str) -> bool) -> usize {
    let first = last.saturating_sub(4);
    let of = (first + 1..last).rev().find(|&at| matches!(words[at], "of" | "involving" | "by"));
    let heads = |of: usize| {
        let within = &words[of + 1..last];
        counted(&words[of - 1]) && within.iter().all(|word| *word == "and" || counted(word))
    };
    of.filter(|&of| heads(of)).map_or(last, |of| of - 1)
}

/// The last plural before a number that names people.
fn nearest_people(before: &str) -> Option<String> {
    let mut rest = before;
    while let Some(unit) = nearest_plural(rest) {
        let head = unit.rsplit(' ').next().unwrap_or("").to_owned();
        if let Some(people) = animate(unit) {
            return Some(people);
        }
        rest = &rest[..rest.to_ascii_lowercase().rfind(&head)?];
    }
    None
}

/// People, who may be counted by a number that stands alone in the next sentence.
fn animate(unit: String) -> Option<String> {
    unit.rsplit(' ').next().is_some_and(is_people).then_some(unit)
}

/// Plurals that are not counted, and verbs that look like plurals.
const UNCOUNTED: [&str; 55] = [
    "attends",
    "authorities",
    "averages",
    "challenges",
    "compares",
    "comprises",
    "contains",
    "costs",
    "days",
    "equates",
    "exceeds",
    "figures",
    "has",
    "gives",
    "holds",
    "hours",
    "includes",
    "increases",
    "indicates",
    "inspectors",
    "involves",
    "knows",
    "levels",
    "makes",
    "means",
    "meets",
    "metres",
    "miles",
    "minutes",
    "months",
    "needs",
    "nights",
    "numbers",
    "others",
    "percentages",
    "points",
    "pounds",
    "proportions",
    "provides",
    "rates",
    "receives",
    "remains",
    "represents",
    "requires",
    "results",
    "rises",
    "runs",
    "shows",
    "stands",
    "takes",
    "statistics",
    "terms",
    "timescales",
    "weeks",
    "years",
];

/// Words that make one term with the plural after them.
const DESCRIBING: [&str; 16] = [
    "adoption",
    "agency",
    "care",
    "court",
    "family",
    "foster",
    "health",
    "initial",
    "looked-after",
    "permanent",
    "personal",
    "placement",
    "serious",
    "social",
    "support",
    "young",
];

static OF_WHOLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ (?:out )?of (?:the |these |a total of )?[0-9][0-9,]*\b"));
static BRACKETED_BEFORE_WHOLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\) of (?:the |these |those |all |its |their )*(?:[0-9][0-9,]* )?"));
static SHARE_BEFORE_WHOLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^ \([0-9.]+ ?(?:%|per cent)\) of (?:the |these |those |all |its |their )*(?:[0-9][0-9,]* )?")
});
/// "16 (8%) young people": the share stands between the number and what it counts.
static SHARE_BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ \([0-9.]+ ?%[^()]{0,30}\) "));
/// "40 16- and 17-year-olds".
static OF_AGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: (?:homeless|looked after|looked-after|young|unaccompanied|vulnerable|disabled))? (?P<group>[0-9]{1,2}(?:-? ?(?:and|to|or|–|-) ?[0-9]{1,2})?[- ]year[- ]olds)\b",
    )
});
/// "22 education, health and care (EHC) plans": what is counted has a list before it.
static LISTED_KIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ [a-z-]+(?:, [a-z-]+){1,3},? and [a-z-]+(?: needs)?(?: \([A-Z]{2,6}\))? (plans|assessments|reviews|services|records)\b",
    )
});
static RATE_HERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:; |, (?:but |while |whereas )?)(?:(?:here|in [\w ]{3,30}),? )?(?:it|this|(?:the |its )(?:local |borough’s |county’s |city’s |council’s )?(?:rate|figure)) (?:is|was|stands at|stood at) (?:only |just |now )?$",
    )
});
/// "Rates of absence per 1,000 pupils vary from 26 to 41".
static RATE_OF: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[^0-9]{3,} per (10,000|1,000|100,000)\b"));
/// "hubs, of which there are now 15".
static OF_WHICH_NOW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r", of which there (?:are|were|had been|have been) (?:now |currently |only |just |about |around )?$",
    )
});
/// "The average Attainment 8 score for pupils was 27.1".
static SCORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bscores?\b(?: (?:for|of|among|in|achieved by) [^,;.0-9]{3,60}?)? (?:is|was|were|are|stood at|of|fell to|rose to) (?:only |just )?$",
    )
});
static AVERAGE_SOMEWHERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:the|its|their) average (?:in|across|for|at) (?:the )?[^,;.0-9]{3,60} (?:is|was) (?:now |only |just )?$",
    )
});
static WHICH: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ (?:that|which|whom) "));
static OF_THOSE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:out )?of the [\w,]+ (?:that|which|whom) [^,;.]{3,60}, $"));
static NUMBER_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bnumbers? of (?:permanent |the |these |all )?"));
static STATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|was|were|are|at|to|from|figure|total|totalled|totalling|numbered|numbering|reached|exceeded|exceeds|topped|averages?|averaged|averaging|of|than|by|with|figure is now|now) (?:now |currently |only |just |around |about |approximately |almost |over |nearly |well over |up to |between |between [0-9,.]+ and )?$",
    )
});
/// "Referrals from schools rose from 12 to 15": the noun that the sentence begins with is counted, not one that says
/// more of it.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^([A-Z][a-z-]+s|[A-Z][a-z-]+ [a-z-]+s) (?:with|by|involving|against|from|for|about|on|to) [^,;:.0-9]{{2,60}}? (?:(?:have|has|had) )?(?:\w+ly )?(?:{CHANGED}|gone|went|come|came) (?:\w+ )?(?:from|to) ",
    ))
});
/// "Referrals to the hub went down by 4 per cent against the year before, to 3,597".
static SUBJECT_APART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^([A-Z][a-z-]+s) [^;:.]{{3,200}}? (?:(?:have|has|had) )?(?:\w+ly )?(?:{CHANGED}|gone|went|come|came)\b[^;:]{{3,120}}, to (?:only |just )?$",
    ))
});
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^)]*\)|\([^)]*$"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_holds_cases_whoever_has_it() {
        let counted = |clause: &str| {
            let (at, held) = holder(clause)?;
            nearest_plural(clause).is_none_or(|plural| is_of_holder(clause, at, &plural)).then_some(held)
        };
        assert_eq!(counted("Leaders have cut the average caseload from"), Some("cases"));
        assert_eq!(counted("The average caseload of social workers is"), Some("cases"));
        assert_eq!(counted("With such a caseload the number of wardens fell to"), None);
    }

    #[test]
    fn a_phrase_is_about_its_head() {
        assert_eq!(nearest_plural("reports of boats and crews have dropped to"), Some("reports".into()));
        assert_eq!(nearest_plural("the boats in harbours were"), Some("harbours".into()));
        let pair = nearest_plural("that children and young people had");
        assert_eq!(pair, Some("children and young people".into()));
    }
}
