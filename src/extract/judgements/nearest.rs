//! A grade set off in news in, a link to the nearest thing before it that is judged out.
//!
//! Newsrooms word a verdict in more ways than any list has: "a report card that says", "limped home with". Where none of
//! the wordings fits, a grade in quotation marks in a sentence about inspectors is read by its neighbours: the last area,
//! service or body before it in its clause, unless the sentence speaks of several, of a provider or of others' opinions.

use super::prose::{Link, Mention, Tie};
use super::subject::{BODY, areas, is_of_body};
use super::ties::{BY_OTHERS, CLOSES_JUDGED, MARKED_AFTER, NAMED_AFTER};
use super::wording::{CALLED, FOUND, GAINED, GIVES, JUDGED, LAY, RATING, WATCHDOG};
use crate::extract::details::is_formal;
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The link to the nearest area, service or body before a grade that is set off.
pub fn nearest(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let sure = if mention.ranked {
        is_ranked(mention, before, after)
    } else {
        mention.is_quoted() && is_free(after)
    };
    if is_same_again(mention) {
        return Some(Link { tie: Tie::Named, subject: mention.earlier(0, 0), present: false });
    }
    if !sure || BY_OTHERS.is_match(after) || is_formal(mention.reading.details.kind) {
        return None;
    }
    let sentence = mention.reading.document.words(mention.sentence);
    if !(is_told(mention, sentence) || STUCK.is_match(before))
        || OTHERS.is_match(sentence)
        || names_another_inspectorate(mention, sentence)
        || mention.words.name_provider(sentence)
    {
        return None;
    }
    let clause = BREAK.find_iter(before).last().map_or(0, |found| found.end());
    let own = &before[clause..];
    let named = thing(mention, own).map(|span| span.shifted(clause));
    // "but everything else was": a clause with a subject of its own.
    let apart = || VERB.is_match(own) && !IT.is_match(own);
    let span = named.or_else(|| thing(mention, before).filter(|_| !apart()))?;
    if is_part_of_name(&before[span.end..])
        || POSSESSES.is_match(&before[span.end..])
        || OF_MANY.is_match(&before[..span.start])
    {
        return None;
    }
    let tie = if LEFT.is_match(before) { Tie::From } else { Tie::Judged };
    Some(Link { tie, subject: mention.earlier(span.start, span.end), present: false })
}

/// "This is the same grade that the council received in 2015", "It’s the same result as in 2018"; "its good rating, first
/// won in 2018".
pub fn is_same_again(mention: &Mention) -> bool {
    let first = || mention.reading.document.words(mention.span).starts_with("first ");
    mention.ranked
        && (first() || SAME_AGAIN.is_match(mention.before()) && OF_ANOTHER_TIME.is_match(mention.after()))
}

static SAME_AGAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\W*(?:it|this|that|the (?:grade|result|verdict))(?: is|[’']s| was) the $|, the $")
});

static OF_ANOTHER_TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^,? (?:as(?: it (?:was )?(?:given|got|had|received))?|(?:that |which )?(?:it|they|(?:the|its) (?:council|authority|service|borough|county|city|department|trust)) (?:was |had )?(?:first |last )?(?:{GAINED}|had)) (?:back )?(?:in|at|after|from|by) "
    ))
});

fn is_free(after: &str) -> bool {
    CLOSES_JUDGED.is_match(after) || NAMED_AFTER.is_match(after) || MARKED_AFTER.is_match(after)
}

/// "was given the lowest rating", where no word names the grade.
fn is_ranked(mention: &Mention, before: &str, after: &str) -> bool {
    let sentence = mention.reading.document.words(mention.sentence);
    let named = mention.words.grades(sentence).any(|(grade, span)| {
        grade == mention.grade || (mention.sentence.start + span.start).abs_diff(mention.span.start) < 80
    });
    let of = FOR
        .find(after)
        .map_or("", |lead| &after[lead.end()..after.floor_char_boundary((lead.end() + 60).min(after.len()))]);
    let fits = of.is_empty() || is_of_body(mention, of) || !areas(mention.words, of).is_empty();
    !named && fits && GIVEN.is_match(before)
}

static FOR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[^.;,]{0,20} (?:for|of) (?:its |their |the )?"));

/// What is done with a rating, and no "second" before "highest".
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:{GAINED}|{GIVES}|receiv(?:es|ing)|holds?|held|retain(?:s|ed)|ke(?:pt|eps)|maintain(?:s|ed)|with|issued|slapped|hit)(?: [\w’']+){{0,6}}? ?(?:\b(?:the|its|their|{WATCHDOG})[’']?s?|\b(?:{GAINED})) $"
    ))
});

static VERB: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:is|are|was|were|be|been|has|have|had)\b"));

/// "Harbour Library was": a body’s name is only the beginning of another’s.
fn is_part_of_name(words: &str) -> bool {
    const KINDS: [&str; 8] =
        ["Council", "County", "City", "Borough", "Metropolitan", "District", "Children", "MBC"];
    let next = words.strip_prefix(' ').unwrap_or_default();
    next.starts_with(char::is_uppercase) && !KINDS.iter().any(|kind| next.starts_with(kind))
}

/// "the council’s roads were": the body has what is judged.
static POSSESSES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^ (?:protecting|supporting|helping|caring|working)\b|^[’']s? (?:[\w-]+ ){0,3}?(?:is|are|was|were|has|have|had|as|to|‘|“|\x22|')",
    )
});

/// "from an authority": nobody knows which.
static OF_MANY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:an|no|each|every) $"));

/// Whether a sentence tells of one verdict of inspectors.
fn is_told(mention: &Mention, sentence: &str) -> bool {
    let many = mention.words.grades(sentence).count() > 3;
    !many && (mention.is_of_judging() || VERDICT.is_match(sentence))
}

static VERDICT: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{RATING}|{FOUND})\b")));

/// The last area that is named, else the last service or body.
fn thing(mention: &Mention, words: &str) -> Option<Span> {
    let area = areas(mention.words, words).last().map(|(_, span)| *span);
    // "it", behind an area, is rarely the area.
    let area = area.filter(|area| !IT.is_match(&words[area.end..]));
    let service = mention.words.last_service(words);
    let authority = mention.words.authorities(words).last().map(|(_, span)| span);
    let body = BODY.find_iter(words).last().map(|found| Span::new(found.start(), found.end()));
    let last = || [service, authority, body].into_iter().flatten().max_by_key(|span| span.end);
    let thing = area.or_else(last)?;
    // "Harbour Council" is one name.
    let named = authority.filter(|name| name.end < thing.start && thing.start - name.end < 12);
    Some(Span::new(named.map_or(thing.start, |name| name.start), thing.end))
}

static IT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:it|they)\b"));

/// Where another clause begins.
static BREAK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i);|,? (?:but|while|whilst|whereas|although|though) |, (?:and|with|which) ")
});

/// A grade that is left behind.
static LEFT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:from|(?:stuck|languish\w*|mired|trapped) (?:on|at|in|as)|rid of)(?: an?| the| its)?(?: [a-z]+)? ?[‘'“\x22]$",
    )
});

/// "had been languishing at": no word of judging is needed.
static STUCK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:stuck|languish\w*|mired|trapped) (?:on|at|in|as) ?[‘'“\x22]$"));

/// "The probation inspectorate last came in 2021, when it was rated good": the grade of another inspectorate's framework.
pub fn is_of_others(mention: &Mention) -> bool {
    let vocabulary = &mention.reading.vocabulary;
    let own = &vocabulary.inspectorate;
    let sentence = mention.reading.document.words(mention.sentence);
    OTHER_INSPECTORATE.is_match(sentence) && !own.is_empty() && !sentence.contains(own.as_str())
}

static OTHER_INSPECTORATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:probation|police|constabulary|prisons?) inspectorate\b|\bInspectorate of (?:Probation|Constabulary|Prisons)\b|\bHMI(?:CFRS|C|P)\b",
    )
});

fn names_another_inspectorate(mention: &Mention, sentence: &str) -> bool {
    let vocabulary = &mention.reading.vocabulary;
    let own = &vocabulary.inspectorate;
    mention.words.organisations(sentence).any(|(at, _)| {
        let body = &vocabulary.organisations[at];
        body.kind == "inspectorate" && body.name != *own && body.short.as_ref() != Some(own)
    })
}

/// Others than the judged body, and those who judge nothing.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?:councils|authorities|boroughs|counties|local areas|(?:one|two|three|four|five|six|some|most|several|many) (?:other )?of (?:the|its|those|these)|neighbour\w*|rival|other|another|both|(?:no|any) (?:council|authority)|nationally|ombudsman|survey|poll|probation|police|fire)\b|according to (?:{LAY})\b|(?:{LAY}) (?:has |have |had )?(?:{JUDGED}|{FOUND}|{CALLED})\b)"
    ))
});
