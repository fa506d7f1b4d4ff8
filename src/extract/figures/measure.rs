//! A number in its sentence in, what it counts and what it measures out, in the text's words.

use super::setting::Setting;
use crate::extract::dates::DateKind;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Form, Quantity, Unit, is_function, is_plural, is_verb, words_of};
use crate::extract::reading::{Reading, within};
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The unit of a figure. None if nothing says what is counted.
pub(super) fn unit(
    reading: &Reading,
    setting: &Setting,
    quantity: &Quantity,
    open: &[&Quantity],
) -> Option<String> {
    let document = reading.document;
    if quantity.unit != Unit::None {
        return quantity.unit_name(document).map(|unit| unit.trim_start_matches("different ").to_owned());
    }
    let before =
        document.words(Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start));
    let after = document.words(Span::new(quantity.number.end, setting.sentence.end.max(quantity.number.end)));
    if let Some(group) = OF_AGE.captures(after).and_then(|found| found.get(1)) {
        return Some(group.as_str().to_owned());
    }
    let behind_share = SHARE_BETWEEN.find(after).and_then(|share| noun_at(&after[share.end()..]));
    if behind_share.is_some() {
        return behind_share;
    }
    let predicated = after.starts_with(' ')
        && words_of(after, 0).first().is_some_and(|(_, word)| {
            is_verb(word)
                || matches!(
                    *word,
                    "who"
                        | "are"
                        | "is"
                        | "have"
                        | "had"
                        | "has"
                        | "were"
                        | "was"
                        | "of"
                        | "did"
                        | "do"
                        | "will"
                        | "with"
                        | "in"
                )
        });
    let bracketed =
        before.rfind('(').is_some_and(|open| before.len() - open < 25 && !before[open..].contains(')'));
    let stated = STATED.is_match(before);
    if quantity.form == Form::Words && !(predicated || bracketed || stated || setting.refers_back) {
        return None;
    }
    if let Some(unit) = NUMBER_OF.captures(before).and_then(|found| head(found.get(1)?.as_str())) {
        return Some(unit);
    }
    let nearest = || {
        let near = bracketed || stated || setting.refers_back || predicated;
        let people = || predicated.then(|| nearest_people(before)).flatten();
        near.then(|| people().or_else(|| nearest_plural(before))).flatten()
    };
    let other = || {
        open.iter().filter(|other| other.number != quantity.number).find_map(|other| match other.unit {
            Unit::Counted(span) => Some(document.words(span).to_owned()),
            _ => None,
        })
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
        if predicated { Some(unit) } else { animate(unit) }
    };
    let bracketed = bracketed.then(nearest).flatten();
    bracketed.or_else(other).or_else(listed).or_else(nearest).or_else(previous)
}

/// The plural that words begin with, before any verb.
fn noun_at(words: &str) -> Option<String> {
    let phrase = words_of(words, 0);
    let plural = phrase.iter().take(4).position(|(_, word)| is_plural(word) && !is_verb(word))?;
    let plain = |(_, word): &(Span, &str)| !is_verb(word) && !is_function(word);
    phrase[..plural].iter().all(plain).then(|| words[..phrase[plural].0.end].to_owned())
}

/// The noun phrase that words begin with, up to its plural.
fn head(words: &str) -> Option<String> {
    let mut phrase: Vec<&str> = Vec::new();
    for (_, word) in words_of(words, 0).into_iter().take(6) {
        phrase.push(word);
        if is_plural(word) {
            return Some(phrase.join(" "));
        }
    }
    None
}

/// The last plural before a number, with the word before it if that describes it.
fn nearest_plural(before: &str) -> Option<String> {
    let before = BRACKETS.replace_all(before, " ");
    let words: Vec<&str> = before
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
        .filter(|word| !word.is_empty())
        .collect();
    let counted = |word: &&str| {
        let lower = word.to_lowercase();
        is_plural(word)
            && !is_verb(word)
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
    Some(phrase.to_lowercase())
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
    let of = (first + 1..last).rev().find(|&at| words[at] == "of");
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
    const PEOPLE: [&str; 12] = [
        "adopters",
        "adults",
        "applicants",
        "carers",
        "children",
        "families",
        "leavers",
        "men",
        "people",
        "pupils",
        "staff",
        "workers",
    ];
    unit.rsplit(' ').next().is_some_and(|head| PEOPLE.contains(&head)).then_some(unit)
}

/// Plurals that are not counted, and verbs that look like plurals.
const UNCOUNTED: [&str; 44] = [
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
    "hours",
    "includes",
    "increases",
    "indicates",
    "inspectors",
    "involves",
    "levels",
    "makes",
    "means",
    "meets",
    "minutes",
    "months",
    "needs",
    "numbers",
    "others",
    "percentages",
    "proportions",
    "provides",
    "rates",
    "receives",
    "remains",
    "represents",
    "requires",
    "results",
    "rises",
    "shows",
    "stands",
    "statistics",
    "terms",
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

/// What a number measures: the clause around it without the number, its brackets and its date.
pub(super) fn words(reading: &Reading, setting: &Setting, quantity: &Quantity) -> String {
    let clause = clause(reading, setting, quantity);
    let own = subject(reading, setting, quantity, clause)
        .or_else(|| meant(reading, setting))
        .unwrap_or_else(|| tidy(reading, clause, quantity));
    let listed = setting.introduction.as_ref().and_then(|introduction| introduction.measure.as_deref());
    match listed {
        Some(listed) if own.is_empty() => listed.to_owned(),
        Some(listed)
            if setting.introduction.as_ref().is_some_and(|introduction| introduction.unit.is_some()) =>
        {
            format!("{listed}: {own}")
        }
        Some(listed) => format!("{listed} {own}"),
        None => own,
    }
}

/// "20 were at such risk", "this figure was 20": what the sentence before tells the number of.
fn meant(reading: &Reading, setting: &Setting) -> Option<String> {
    let document = reading.document;
    let points_back = POINTS_BACK.is_match(document.words(setting.sentence));
    let before = document.words(setting.previous.filter(|_| points_back)?);
    SUBJECT.captures_iter(before).last()?.get(1).map(|found| found.as_str().to_owned())
}

/// "The number of children in need – who … – has dropped to 20": what the number is of, where it stands before the clause.
fn subject(reading: &Reading, setting: &Setting, quantity: &Quantity, clause: Span) -> Option<String> {
    let before = reading.document.words(Span::new(setting.sentence.start.min(clause.start), clause.start));
    let direct = quantity.unit == Unit::None || quantity.unit == Unit::Percent;
    if !direct || !before.contains(" of ") {
        return None;
    }
    let found = SUBJECT.captures_iter(before).last()?.get(1)?;
    let between = &before[found.end()..];
    (!between.contains([';', '.'])).then(|| found.as_str().to_owned())
}

/// The stretch of the sentence that speaks of this number.
fn clause(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Span {
    let text = reading.document.text();
    let sentence = setting.sentence;
    let before = &text[sentence.start.min(quantity.span.start)..quantity.span.start];
    let after = &text[quantity.span.end..sentence.end.max(quantity.span.end)];
    if let Some((open, close)) = within_brackets(before, after) {
        return Span::new(sentence.start + open, quantity.span.end + close);
    }
    let mut starts = CLAUSE.find_iter(before).collect::<Vec<_>>();
    let mut start = sentence.start;
    while let Some(found) = starts.pop() {
        let short = before[found.end()..].split(' ').count() + after.split(' ').count().min(5) < 5;
        let relative = found.as_str().contains(" of wh")
            || after.trim_start().starts_with("of the")
            || found.as_str() == ", with "
                && !matches!(quantity.unit, Unit::Counted(_))
                && !after.starts_with(" of ");
        if !(short || relative) {
            start = sentence.start + found.end();
            break;
        }
    }
    let ends = CLAUSE
        .find_iter(after)
        .find(|found| before.len() > 30 || after[..found.start()].split(' ').count() > 2);
    let end = ends.map_or(sentence.end, |found| quantity.span.end + found.start());
    let clause = Span::new(start.min(quantity.span.start), end.max(quantity.span.end));
    if text[clause.range()].split(' ').count() < 5 { Span::new(sentence.start, clause.end) } else { clause }
}

/// Brackets around the number that say themselves what it measures, "(82% of pupils attend a good school)": where they
/// begin in the words before it and end in those after it.
fn within_brackets(before: &str, after: &str) -> Option<(usize, usize)> {
    let open = before.rfind('(').filter(|open| !before[*open..].contains(')'))?;
    let close = after.find(')')?;
    let inside = [&before[open..], &after[..close]].concat();
    let words = inside.split(' ').filter(|word| word.chars().all(char::is_lowercase)).count();
    (words >= 6 && !inside.starts_with("(from")).then_some((open + 1, close))
}

/// The words of a clause without its number, brackets, dates, and the small words at its ends.
fn tidy(reading: &Reading, clause: Span, quantity: &Quantity) -> String {
    let document = reading.document;
    let number = match quantity.unit {
        Unit::Counted(noun) => Span::new(quantity.number.start, noun.start.max(quantity.number.end)),
        _ => quantity.span,
    };
    let dates = within(&reading.dates, clause, |date| date.span.start).iter();
    let mut dropped: Vec<Span> =
        dates.filter(|date| date.kind != DateKind::Relative).map(|date| date.span).collect();
    dropped.push(number);
    dropped.sort();
    let (mut kept, mut from) = (String::new(), clause.start);
    for span in dropped.into_iter().filter(|span| clause.overlaps(*span)) {
        if span.start >= from {
            kept.push_str(document.words(Span::new(from, span.start)));
            kept.push_str(if span == number { " \u{1} " } else { " \u{2} " });
        }
        from = from.max(span.end);
    }
    kept.push_str(document.words(Span::new(from.min(clause.end), clause.end)));
    let kept = BRACKETS.replace_all(&kept, " ");
    let kept = ATTRIBUTION.replace(&kept, "");
    let kept = BEFORE_NUMBER.replace_all(&kept, " \u{1} ");
    let kept = BEFORE_DATE.replace_all(&kept, " ");
    let kept = SMALL.replace_all(&kept, " ");
    window(&kept)
}

/// At most so many words of a clause, the number's place (`\u{1}`) among them, without small words at the ends.
fn window(kept: &str) -> String {
    const MOST: usize = 20;
    let mark = |word: &str| word.contains('\u{1}');
    let trimmed =
        |c: char| matches!(c, ',' | '.' | ':' | ';' | '(' | ')' | '•' | '–' | '-' | '“' | '”' | '"' | '%');
    let words: Vec<&str> = kept
        .split_whitespace()
        .map(|word| word.trim_matches(trimmed))
        .filter(|word| !word.is_empty())
        .collect();
    let at = words.iter().position(|word| mark(word)).unwrap_or(0);
    let after = words.len().saturating_sub(at);
    let start =
        if words.len() <= MOST { 0 } else { at.saturating_sub(MOST.saturating_sub(after.min(MOST - 6))) };
    let words = &words[start..(start + MOST + 1).min(words.len())];
    let small = |word: &&&str| mark(word) || ENDS.contains(&word.to_lowercase().as_str());
    let words = &words[words.iter().take_while(small).count()..];
    let words = &words[..words.len() - words.iter().rev().take_while(small).count()];
    words.iter().filter(|word| !mark(word)).copied().collect::<Vec<_>>().join(" ")
}

/// An introducing line without the words that only count: "The proportion of".
pub(super) fn without_lead(words: &str) -> &str {
    LEAD.find(words).map_or(words, |found| &words[found.end()..])
}

/// Words that say nothing at either end of a measure.
const ENDS: [&str; 61] = [
    "a",
    "about",
    "almost",
    "also",
    "although",
    "an",
    "and",
    "approx",
    "approximately",
    "are",
    "around",
    "as",
    "at",
    "been",
    "being",
    "but",
    "by",
    "currently",
    "during",
    "end",
    "fewer",
    "for",
    "from",
    "had",
    "has",
    "have",
    "however",
    "in",
    "is",
    "it",
    "just",
    "least",
    "less",
    "more",
    "nearly",
    "now",
    "of",
    "on",
    "only",
    "or",
    "over",
    "per",
    "since",
    "so",
    "some",
    "than",
    "that",
    "the",
    "there",
    "these",
    "this",
    "to",
    "up",
    "was",
    "were",
    "when",
    "which",
    "while",
    "who",
    "whom",
    "with",
];

/// "16 (8%) young people": the share stands between the number and what it counts.
static SHARE_BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ \([0-9.]+ ?%[^()]{0,30}\) "));
/// "40 16- and 17-year-olds".
static OF_AGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ ([0-9]{1,2}(?:-? ?(?:and|to|or|–|-) ?[0-9]{1,2})?[- ]year[- ]olds)\b"));
static NUMBER_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bnumbers? of (?:permanent |the |these |all )?([^,;:.()]{3,60})[^;:.]*$"));
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:number|proportion|percentage|rate|share)s? of ([^,;:.()–]{3,90}?)(?:,| –| -| \(| which| is| was| are| were| has| have| had| remains?| increased| rose| fell| dropped| reduced| stands| declined| improved)\b",
    )
});
static POINTS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:at|in|of) such\b|^(?:this|the) (?:figure|number|rate|proportion|percentage) (?:is|was|stood|stands|rose|fell)\b|^(?:In|At) [^,]{4,40},? it (?:was|is|stood)\b",
    )
});
static STATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|was|were|are|at|to|from|figure|total|totalled|totalling|of|than|by|with|figure is now|now) (?:now |currently |only |just |around |about |approximately |almost |over |nearly |well over |up to )?$",
    )
});
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"; |, of (?:whom|which) | of whom |, which |, with |, but |, and |, while |, whereas |, although | compared (?:to|with) |, compared |, this | and a rate |: |, down from|, up from|, an (?:increase|improvement) |, a (?:reduction|decrease|rise|fall) ",
    )
});
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^)]*\)|\([^)]*$"));
static ATTRIBUTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:for example|however|in addition|additionally|currently|at the time of (?:the|this) inspection|as a result|overall|despite this|nevertheless),? )?(?:[^,;]{0,80}\b(?:data|figures|information|authority|report|council|analysis|board)\b[^,;]{0,60}\b(?:shows?|indicates?|suggests?|reports?|states?|demonstrates?|reveals?|identifie[sd]|showed|reported) that,? |data (?:shows?|indicates?) )?",
    )
});
static BEFORE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:about|approximately|around|almost|nearly|just|only|over|under|at|at least|at most|more than|less than|fewer than|up to|as high as|as low as|some|a total of|an average of|a rate of|to|by|of) )*\x01(?: of\b)?",
    )
});
static BEFORE_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:as|in|at|on|by|during|for|since|from|between|the end of|end of|of|the|year|ending|ended|until|to) )*\x02",
    )
});
static SMALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?i)\\b(?:there (?:are|were|have been|has been|is|was)|the (?:number|proportion|percentage|figure|rate) of|at the end of|as at|a rate of)\\b",
    )
});
static LEAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:the )?(?:number|proportion|percentage|share|rate)s? of "));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_about_its_head() {
        assert_eq!(nearest_plural("reports of boats and crews have dropped to"), Some("reports".into()));
        assert_eq!(nearest_plural("the boats in harbours were"), Some("harbours".into()));
        let pair = nearest_plural("that children and young people had");
        assert_eq!(pair, Some("children and young people".into()));
    }
}
