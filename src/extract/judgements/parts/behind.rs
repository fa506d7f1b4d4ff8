//! The words behind a grade in, what they say of it out: the areas that it is given to, a date.

use super::super::prose::Mention;
use super::super::wording::RATING;
use crate::extract::patterns::pattern;
use crate::extract::words::{AreaName, Words};
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The areas that words name as news calls them.
pub fn areas(words: &Words, text: &str) -> Vec<(AreaName, Span)> {
    words.areas_in_news(text).collect()
}

/// What the words behind a grade say of it.
#[derive(Default)]
pub struct Behind {
    /// "overall" stands right behind.
    pub overall: bool,
    pub areas: Vec<usize>,
    /// A date stands right behind.
    pub dated: bool,
}

pub fn behind(mention: &Mention, after: &str) -> Behind {
    let dated = DATED.is_match(after);
    let overall = OVERALL.find(after);
    let rest = overall.map_or(after, |overall| &after[overall.end()..]);
    // "for A, which was good, and for B": what is told between commas lists nothing.
    let aside = WHICH.is_match(mention.before()) && AND_FOR.is_match(rest);
    let list = LIST.captures(rest).filter(|_| !aside);
    let Some(lead) = list else { return Behind { overall: overall.is_some(), dated, areas: Vec::new() } };
    let rest = &rest[lead.get(0).map_or(0, |lead| lead.end())..];
    let next = mention.words.grades(rest).next().map_or(rest.len(), |(_, span)| span.start);
    let list = &rest[..next];
    let areas = listed(mention, list, lead.name("count").is_some());
    Behind { overall: overall.is_some(), dated, areas }
}

static WHICH: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i), (?:which|who) [^,;:]{0,60}$"));

static AND_FOR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[’”'\x22]?, and (?:for|on|in|with) "));

/// The areas of a list, up to words that belong to none; of a list whose items are counted each by itself.
pub fn listed(mention: &Mention, list: &str, counted: bool) -> Vec<usize> {
    const FAR: usize = 70;
    let mut end = 0;
    let mut named = Vec::new();
    for (area, span) in areas(mention.words, list) {
        let between = &*OFFERED.replace(&list[end..span.start], "");
        let joined = end == 0 || JOINED.is_match(between);
        // "good in three areas; leadership was": of the next clause.
        let clause = VERB.is_match(&list[span.end..]);
        if between.len() > FAR || BREAKS.is_match(between) || !joined || clause {
            break;
        }
        end = span.end;
        let pair = list[span.range()].rsplit_once(" and ").filter(|_| counted);
        let alone = |words: &str| areas(mention.words, words).last().map(|(area, _)| area.area);
        let pair = pair.and_then(|(former, latter)| Some([alone(former)?, alone(latter)?]));
        for area in pair.map_or(vec![area.area], Vec::from) {
            if !named.contains(&area) {
                named.push(area);
            }
        }
    }
    named
}

/// "judged A to be good, as well as B", "A is good, as is B", "A is good. So too is B.": the areas of which the same is said.
pub fn as_well(mention: &Mention, after: &str) -> Vec<usize> {
    if !after.contains(char::is_alphanumeric) {
        return so_too(mention).unwrap_or_default();
    }
    let lead = AS_WELL.find(after);
    let rest = lead.map_or("", |lead| &after[lead.end()..]);
    let next = mention.words.grades(rest).next().map_or(rest.len(), |(_, span)| span.start);
    listed(mention, rest[..next].split(';').next().unwrap_or_default(), false)
}

fn so_too(mention: &Mention) -> Option<Vec<usize>> {
    let document = mention.reading.document;
    let next = document.sentences().get(document.sentence_index(mention.sentence.start) + 1)?;
    let words = document.words(*next);
    let lead = SO_TOO.find(words).filter(|_| next.start <= mention.sentence.end + 3)?;
    let rest = &words[lead.end()..];
    let plain = mention.words.grades(rest).next().is_none();
    plain.then(|| listed(mention, rest, false))
}

static SO_TOO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^So(?: too)? (?:is|are|was|were|did|does|do|has|have) "));

static AS_WELL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]?,? (?:as well as|along with|alongside|as (?:is|are|was|were|did|does|do)|and so (?:is|are|was|were|do|does|did)) ",
    )
});

pub static OVERALL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[’”'\x22]?,? overall\b"));

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]?(?: overall)?,? (?:(?:back )?(?:in|since|from|at|after|following) (?:(?:its|the|a|an) )?(?:[\w-]+ ){0,4}?(?:(?:19|20)\d\d|inspection|visit|last (?:year|month|summer|autumn|spring|winter)|then)\b|last (?:[a-z]+|[A-Z][a-z]+)\b|this (?:year|month|week))",
    )
});

/// What leads from a grade to the areas that it is said of.
pub static LIST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)^[’”'\x22]?(?: (?:{RATING})s?)?,?(?: and| as well as| along with)?(?: also| too)? ?(?:[:–—(-] ?)?(?:for|in|on|across|to|when it came to)\b(?: both)?",
            r"(?: (?:(?:all|each|every)(?: (?:one|of))?(?: the| its)?|the)(?: (?P<count>two|three|four|five|six))?(?: [a-z]+)? (?:areas|area|categories|category|judge?ments|aspects|counts)(?: [a-z]+){{0,2}}(?:[:,–—-]| [–—-]))?"
        ),
        RATING = RATING
    ))
});

/// "the help and protection given to children, for", "the support given to care leavers": what is said of an area ends no
/// list.
static OFFERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^ (?:given|offered|provided|it (?:gives|offers)|that it (?:gives|offers)) to (?:[a-z]+ ?){1,3}|\b(?:support|help|care|services?) (?:given|offered|provided|it (?:gives|offers)) (?:to|for) $",
    )
});

static JOINED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)[,;&]|\b(?:and|plus|as well as|along with)\b"));

static VERB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^,? (?:it |they |which )?(?:is|are|was|were|has|have|had|did|does|remains?|remained|stays?)\b")
});

/// Words of another clause, or of a place in which nothing is judged.
static BREAKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[.?!\d]|\b(?:numbers?|proportion|share|after|but|except|apart|while|when|although|though|because|since|is|are|was|were|has|have|had|said|says|report|which|inspectors|given|told|(?:areas|categories|judge?ments|aspects)(?:;|,? with)|with (?:only|the exception)|only|despite)\b",
    )
});
