//! A grade's word and the words that stand for its areas in, the areas out: "both", "this", "four of the areas".

use super::listed::counted;
use super::prose::{Link, Mention};
use super::subject::{Subject, areas, clause, distinct, is_of_body, is_plain};
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "Leadership was praised. It was rated outstanding.", "… and adoption, with inspectors rating both as good": what the
/// pronoun stands for, if the sentence or the one before leads with areas. `None` if it leads with none.
pub fn told_before(mention: &Mention, link: &Link, words: &str) -> Option<Subject> {
    let pronoun = PRONOUN.captures(words)?;
    let document = mention.reading.document;
    // "Care leavers do well. In 2011 the same services were rated good": those of the sentence before.
    if pronoun.name("same").is_some() {
        // "It is a step up from 2010, when the same service was": what "it" is.
        if clause(mention, link).start - mention.sentence.start.min(clause(mention, link).start) > 24 {
            return Some(Subject::Whole);
        }
        let named = distinct(&areas(mention.words, mention.previous()?));
        return match named.len() {
            0 => None,
            1 => Some(Subject::Areas(named)),
            _ => Some(Subject::None),
        };
    }
    let own = document.words(Span::new(mention.sentence.start, link.subject.start));
    // "Services for care leavers have got better since the visit, when they were good": those of this sentence.
    if own.len() <= 12 && THEY.is_match(words) {
        let led = Span::new(mention.sentence.start, clause(mention, link).start.max(mention.sentence.start));
        let led = document.words(led);
        let named: Vec<_> = mention.words.areas_in_news(led).take(1).collect();
        if named.first().is_some_and(|(_, first)| is_plain(&led[..first.start])) {
            return Some(Subject::Areas(distinct(&named)));
        }
        if OF_SOME.is_match(led) && !mention.words.name_service(led) {
            return Some(Subject::None);
        }
    }
    let both = pronoun.name("both").is_some();
    let lead = if own.len() > 12 { own } else { mention.previous()? };
    let mut named = areas(mention.words, lead);
    if let Some(all) = pronoun.name("all") {
        return Some(every(mention, lead, all.as_str()));
    }
    if both {
        let named = distinct(&named);
        return (named.len() == 2).then_some(Subject::Areas(named));
    }
    if pronoun.name("latter").is_some() {
        return named.pop().map(|(area, _)| Subject::Areas(vec![area.area]));
    }
    named.truncate(1);
    let (_, first) = named.first()?;
    if own.len() > 12 || !is_plain(&lead[..first.start]) || first.start > 60 {
        return None;
    }
    if stands_for_body(words, &lead[first.end..]) {
        return Some(Subject::Whole);
    }
    let this = pronoun.name("this").is_some();
    let sure = this || !is_of_body(mention, &lead[first.end..]);
    Some(if sure { Subject::Areas(distinct(&named)) } else { Subject::None })
}

/// Whether "it" cannot stand for an area told of before, which is plural: "Its child protection services were … It moved".
pub fn stands_for_body(words: &str, behind_area: &str) -> bool {
    IT.is_match(words) && PLURAL.is_match(behind_area)
}

static IT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*it\b"));

static PLURAL: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^.;,]{0,40}?\b(?:were|are|have)\b"));

/// "Each was rated good", "All three are good": every area named before, if as many as are counted.
fn every(mention: &Mention, lead: &str, words: &str) -> Subject {
    let named = separated(mention, lead);
    let last = words.rsplit(' ').next().unwrap_or_default();
    let counted = NUMBERS.iter().position(|number| number.eq_ignore_ascii_case(last)).map(|at| at + 1);
    let whole = named.len() > 1 && counted.is_none_or(|number| number == named.len());
    if whole { Subject::Areas(named) } else { Subject::None }
}

/// The areas of a list whose items are counted: "children in care and care leavers" are two.
fn separated(mention: &Mention, list: &str) -> Vec<usize> {
    let mut named = Vec::new();
    for (area, span) in areas(mention.words, list) {
        let joint = list[span.range()].rsplit_once(" and ");
        let alone = |words: &str| areas(mention.words, words).last().map(|(area, _)| area.area);
        let pair = joint.and_then(|(former, latter)| Some([alone(former)?, alone(latter)?]));
        named.extend(pair.filter(|[former, latter]| former != latter).map_or(vec![area.area], Vec::from));
    }
    let mut distinct = Vec::new();
    named.into_iter().for_each(|area| {
        if !distinct.contains(&area) {
            distinct.push(area)
        }
    });
    distinct
}

static PRONOUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?P<both>both(?: of (?:them|these))?(?: areas| categories)?)|(?P<all>each|all (?:three|four|five))|(?P<this>this|these)|(?P<latter>the latter)|(?P<same>the same (?:services?|areas?|work|provision))|it|they)\b(?: (?:being|been))?(?: (?:has|have|had|also|all|now|both|then|again|was|were|is|are|received|got|achieved|earned|an?|the|overall))*\s*$",
    )
});

static THEY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*they\b"));

/// Services that are no area: "Support for kinship carers".
static OF_SOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\W*(?:the )?(?:services|support|help|provision|work|arrangements) (?:for|with|to)\b")
});

/// "three of the five areas, A, B and C, were rated good", "two areas were rated good: A and B": the areas, if as many are
/// named as are counted. `None` if the words count no areas.
pub fn enumerated(mention: &Mention, link: &Link, words: &str) -> Option<Subject> {
    COUNTED.find(words)?;
    let document = mention.reading.document;
    let text = document.words(link.subject);
    let start = text.rfind(words.trim_end())?;
    let count = COUNTED.captures(&text[start..])?;
    let rest = &text[start + count.get(0)?.end()..];
    let counted_by = count.name("count").or(count.name("rest"))?.as_str();
    let number = NUMBERS.iter().position(|word| word.eq_ignore_ascii_case(counted_by))? + 1;
    let before = distinct(&areas(mention.words, rest));
    let parted = separated(mention, rest);
    let before = if parted.len() == number { parted } else { before };
    let named = if before.is_empty() { counted(mention) } else { before };
    let behind = || separated(mention, mention.after());
    let named =
        if named.len() + 1 == number && areas(mention.words, rest).is_empty() { behind() } else { named };
    Some(if named.len() == number { Subject::Areas(named) } else { Subject::None })
}

const NUMBERS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:just|only|all|each of|the|its|with) )*(?:(?P<count>one|two|three|four|five|six)(?: other| key| of (?:the|its)(?: \w+){0,2}?)? (?:areas?|categor(?:y|ies)|aspects?|strands?|judge?ments)\b|(?:other|remaining) (?P<rest>two|three|four)(?: areas| categories)?,)",
    )
});
