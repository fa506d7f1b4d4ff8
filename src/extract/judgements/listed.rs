//! The words behind a grade in, the areas that they list out.

use super::prose::{Link, Mention, Tie};
use super::statement::JudgedArea;
use super::subject::is_plain;
use crate::extract::patterns::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// "inadequate for: A; B and C": the areas listed behind a grade, up to the next grade.
pub fn listed(mention: &Mention, link: &Link) -> Option<Vec<JudgedArea>> {
    let after = mention.after();
    let lead = LIST.find(after).filter(|_| matches!(link.tie, Tie::Judged | Tie::Named | Tie::Listed))?;
    let rest = &after[lead.end()..];
    // "good in three areas, with leadership requiring improvement": what is added is none of the three.
    if lead.as_str().trim_end().ends_with(',') && rest.starts_with("with ") {
        return None;
    }
    let next = mention.words.grades(rest).next().map_or(rest.len(), |(_, span)| span.start);
    let stop = rest[..next].find(". ").unwrap_or(next);
    let areas: Vec<_> = named(mention, &rest[..stop]).into_iter().map(JudgedArea::Known).collect();
    (!areas.is_empty()).then_some(areas)
}

/// "good in all categories:" over lines that are the areas' names: those areas, and the whole.
pub fn listed_beneath(mention: &Mention) -> Option<Vec<JudgedArea>> {
    const LINES: usize = 8;
    ALL.find(mention.after())?;
    let document = mention.reading.document;
    let index = document.block_index(mention.span.start);
    let lines = document.blocks()[index + 1..].iter().take(LINES).map(|block| document.words(block.span));
    let named = lines.map_while(|line| {
        let (area, span) = mention.words.areas(line).next()?;
        let whole = is_plain(line[..span.start].trim_start_matches(|c: char| !c.is_alphabetic()));
        let rest = line[span.end..].trim_matches(|c: char| !c.is_alphanumeric());
        (whole && rest.is_empty()).then_some(area.area)
    });
    let named: Vec<_> = named.map(JudgedArea::Known).collect();
    let overall = mention.reading.vocabulary.areas.iter().position(|area| area.id == "overall");
    let whole = overall.map(JudgedArea::Known).filter(|whole| !named.contains(whole));
    (named.len() > 1).then(|| whole.into_iter().chain(named).collect())
}

static ALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]?(?: overall)? (?:in|for|across) (?:all|each|every)(?: of)?(?: the| its)?(?: [a-z]+){0,2} (?:areas?|categor(?:y|ies)|judge?ments?)[^.;]{0,30}:$|^[’”'\x22]?(?: overall)?(?: rating| grade)? (?:for|in)(?: the following| these)?(?: areas| categories)?:$",
    )
});

/// The areas of a list, up to words of another clause.
fn named(mention: &Mention, list: &str) -> Vec<usize> {
    let mut areas = Vec::new();
    let mut end = 0;
    for (area, span) in mention.words.areas(list) {
        let between = list[end..span.start].replace(" who need", "");
        // "inadequate in three areas; adoption was not graded": of a clause of its own.
        if APART.is_match(&between) || CLAUSE.is_match(&list[span.end..]) {
            break;
        }
        end = span.end;
        if !areas.contains(&area.area) {
            areas.push(area.area);
        }
    }
    areas
}

static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^,? (?:it |they |which )?(?:is|are|was|were|has|have|had|did|does|remains?|remained|stays?)\b")
});

static LIST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]?(?: (?:rating|judgement|judgment|grade)s?)?(?: overall)?(?: (?:were|was|have been|has been)(?: also)? (?:received|given|awarded|achieved|secured|made|attributed|handed|assigned))?(?:,? (?:which )?includ(?:ed|es|ing)|,? among them|,? namely| (?:for|in|to|on|about)(?: both| its| their| the areas? of| (?:two|three|four|five|all) (?:areas|categories),?)?| in (?:two|three|four|five)(?: (?:out )?of(?: the| its)?(?: two| three| four| five| six)?)?(?: [a-z]+)? (?:areas|categories)(?: [–—-]|,|:)):? ",
    )
});

/// "rated good: A, B and C", "rated good — A; B; and C": the areas behind a mark, where the words before have counted them.
pub fn counted(mention: &Mention) -> Vec<usize> {
    let after = mention.after();
    let Some(lead) = MARK.find(after) else { return Vec::new() };
    let rest = &after[lead.end()..];
    let next = mention.words.grades(rest).next().map_or(rest.len(), |(_, span)| span.start);
    named(mention, &rest[..next])
}

static MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? ?(?:[:—–-]|,? (?:namely|these (?:are|were)|including)) ?"));

/// "good in three of the four areas", "good in 15 districts": a grade of a part that the words leave open.
pub fn is_in_part(mention: &Mention) -> bool {
    const OF_THE_WHOLE: [&str; 9] =
        ["year", "month", "week", "day", "decade", "inspection", "visit", "report", "review"];
    let Some(part) = IN_PART.captures(mention.after()) else { return false };
    let times = |noun: regex::Match| OF_THE_WHOLE.iter().any(|whole| noun.as_str().starts_with(whole));
    !part.name("counted").is_some_and(times)
}

static IN_PART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]?(?: (?:rating|judgement|judgment|grade)s?)? (?:in|for|across|on) (?:just |only |at least )?(?:(?:one|two|three|four|five|six|most|some|several|many|\d+)\b[^.,;:]{0,40}\b(?:areas?|categor|aspects?|measures?|judge?ments?)|(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|most|some|several|many)(?: (?:out )?of (?:the|its|our|their))?(?: \d+)?(?: (?:successive|consecutive|local|other|different|council|children’s))? (?P<counted>[a-z]{2,}s)\b)",
    )
});

/// "Leadership is good, as are services for care leavers": the areas of which the same is said.
pub fn as_behind(mention: &Mention) -> Vec<usize> {
    let after = mention.after();
    let Some(lead) = AS_ARE.find(after) else { return Vec::new() };
    let rest = &after[lead.end()..];
    // What stands behind a semicolon, or before the next grade, is another clause.
    let next = mention.words.grades(rest).next().map_or(rest.len(), |(_, span)| span.start);
    let clause = rest[..next].split([';', ':']).next().unwrap_or_default();
    // "as had services for A, while B were": of another clause.
    let clause = [", while ", ", but ", ", whereas "]
        .iter()
        .filter_map(|turn| clause.split_once(turn))
        .map(|(own, _)| own)
        .min_by_key(|own| own.len())
        .unwrap_or(clause);
    let first = mention.words.areas(clause).next();
    let led = first.is_some_and(|(_, span)| is_plain(&clause[..span.start]));
    if led { named(mention, clause) } else { Vec::new() }
}

static AS_ARE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]?,? as (?:is|are|was|were|has|have|had) (?:its |the |their )?"));

/// "outstanding for safeguarding": what has the grade, if the vocabulary does not list it.
pub fn named_behind<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    let named = BEHIND.captures(mention.after())?.name("what")?.as_str();
    mention.words.areas(named).next().is_none().then_some(named)
}

static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[’”'\x22]? for (?:its |their |the )?(?P<what>(?:[a-z-]+ ){0,2}(?:safeguarding|protection|help|services|arrangements|practice|fostering))(?: in (?:[A-Z]|\d)| (?:when|at|after|by|since|last)\b|[.,;]|$| and )",
    )
});

/// What ends a list of areas: words of another clause, or those of a place in which nothing is judged.
pub static APART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:after|but|except|apart|while|when|although|though|because|since|is|are|was|were|has|have|had|said|says|report|which|who|inspectors)\b",
    )
});
