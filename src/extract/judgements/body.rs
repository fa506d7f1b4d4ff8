//! A link between a grade and what is judged in, the bodies that are judged out.

use super::prose::{Link, Mention};
use super::subject::{clause, end_in_body, introduces};
use crate::extract::details::whole_name;
use crate::extract::patterns::pattern;
use crate::model::{Authority, Block, DocumentKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The bodies that are judged: none by name if it is the one that the document is about. "Harbour, Millshire and Port
/// were all rated good" is a judgement of each.
pub fn bodies(mention: &Mention, link: &Link) -> Vec<Option<String>> {
    if let Some(counted) = counted(mention, link) {
        return counted.into_iter().map(Some).collect();
    }
    if let Some(both) = both(mention, link) {
        return both;
    }
    let document = mention.reading.document;
    let lead = document.words(Span::new(mention.sentence.start, mention.span.start));
    if let Some(place) = NEIGHBOUR.captures(lead).map(|found| found["place"].to_owned())
        && mention.reading.details.subject.is_some()
    {
        return vec![Some(place)];
    }
    let own_clause = clause_behind_introduction(mention, link);
    if let Some(other) = elsewhere(mention, own_clause) {
        return vec![Some(other)];
    }
    if let Some(apposed) = apposed(mention, Span::new(own_clause.end, link.subject.end)) {
        return vec![apposed];
    }
    // "Harbour was praised, as it retained its good rating": it is the one named last.
    let pronoun = PRONOUN_FIRST.is_match(document.words(own_clause));
    let clause = document.words(if pronoun { link.subject } else { own_clause });
    let named = named(mention, clause);
    let joined =
        named.windows(2).rev().take_while(|pair| JOINS.is_match(&clause[pair[0].1.end..pair[1].1.start]));
    let joined = if pronoun { 0 } else { joined.count() };
    let own = (!named.is_empty()).then(|| own(mention)).flatten();
    let bodies = named.iter().rev().take(joined + 1).rev().map(|(authority, span)| {
        let other = mention.reading.vocabulary.authorities.get(*authority) != own;
        other.then(|| clause[span.range()].to_owned())
    });
    let bodies: Vec<_> = bodies.collect();
    if !bodies.is_empty() {
        return bodies;
    }
    // "Harbour was rated good overall, up from": whom its sentence names.
    let sentence = document.words(Span::new(mention.sentence.start.min(own_clause.start), own_clause.start));
    if let [(authority, span)] = self::named(mention, sentence)[..]
        && mention.reading.details.subject.is_none()
        && !pronoun
    {
        let other = mention.reading.vocabulary.authorities.get(authority) != self::own(mention);
        return vec![other.then(|| sentence[span.range()].to_owned())];
    }
    let spoken = spoken_of(mention, clause, pronoun);
    // The heading has the name in full.
    let headed = headed(mention).filter(|line| spoken.as_ref().is_none_or(|name| line.starts_with(name)));
    vec![headed.or(spoken).or_else(|| told_of_before(mention))]
}

/// The clause that names what is judged. "Finally, Harbour was rated outstanding, up from" is no aside of "Finally".
fn clause_behind_introduction(mention: &Mention, link: &Link) -> Span {
    let document = mention.reading.document;
    let own = clause(mention, link);
    let words = document.words(own);
    if INTRODUCTION.is_match(words) && named(mention, words).is_empty() {
        Span::new(own.end, link.subject.end)
    } else {
        own
    }
}

static INTRODUCTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^\W*(?:Finally|Lastly|Meanwhile|Elsewhere|However|Similarly|Conversely|Separately|Previously|Nearby|Today|Yesterday",
        r"|(?:By|In|On|At|After|Since|Following|Earlier) [\w ’']{1,40}|Last (?:week|month|year|spring|summer|autumn|winter))\W*$",
    ))
});

/// In a story of several bodies, the one that the paragraphs right before a grade are about.
fn told_of_before(mention: &Mention) -> Option<String> {
    const BLOCKS: usize = 3;
    let document = mention.reading.document;
    if mention.reading.details.subject.is_some() || document.blocks().is_empty() {
        return None;
    }
    let at = document.block_index(mention.span.start);
    let block = document.blocks()[at].span;
    let own = document.words(Span::new(block.start, mention.sentence.start.max(block.start)));
    let before = document.blocks()[..at].iter().rev().take(BLOCKS).map(|block| document.words(block.span));
    std::iter::once(own).chain(before).find_map(|words| {
        let (authority, span) = *named(mention, words).last()?;
        let one = named(mention, words).iter().all(|(other, _)| *other == authority);
        one.then(|| words[span.range()].to_owned())
    })
}

/// In a round-up, the body whose name heads the part in which the grade stands.
fn headed(mention: &Mention) -> Option<String> {
    const BLOCKS: usize = 12;
    const LINE: usize = 70;
    let document = mention.reading.document;
    if mention.reading.details.subject.is_some() {
        return None;
    }
    let blocks = &document.blocks()[..document.block_index(mention.span.start)];
    let heads = |block: &&Block| {
        let line = document.words(block.span).trim();
        block.kind.is_heading() || line.len() < LINE && !line.ends_with(['.', '”', '"', ':'])
    };
    // Another heading begins another part.
    let nearest = blocks.iter().rev().take(BLOCKS).find(heads)?;
    let line = document.words(nearest.span).trim();
    let mut named = mention.words.authorities(line);
    let (_, name) = named.next()?;
    let (whole, _) = whole_name(line, name);
    named.next().is_none().then(|| line[whole.range()].to_owned())
}

/// "We saw in Harbour, where services went from", "In Harbour she led the service from": another body, in which the
/// sentence tells that it was. `clause` names what is judged.
fn elsewhere(mention: &Mention, clause: Span) -> Option<String> {
    let document = mention.reading.document;
    if !named(mention, document.words(clause)).is_empty() {
        return None;
    }
    let lead = document.words(Span::new(mention.sentence.start.min(clause.start), clause.start)).trim_end();
    let before = ["where", "whose"].iter().find_map(|word| lead.strip_suffix(word));
    let before = before.map(|before| before.trim_end_matches([' ', ',']));
    let ends = before.and_then(|before| {
        let (authority, span) = mention.words.authorities(before).last()?;
        let rest = &before[span.end..];
        COUNCIL
            .find(rest)
            .is_some_and(|council| council.start() == 0)
            .then(|| (authority, before[span.range()].to_owned()))
    });
    let own = document.words(Span::new(mention.sentence.start, mention.span.start));
    let begins = || {
        let place = &own[SOMEWHERE.find(own)?.end()..];
        let (authority, span) = mention.words.authorities(place).next()?;
        (span.start == 0).then(|| (authority, place[span.range()].to_owned()))
    };
    let ended = ends.is_some();
    let (authority, name) = ends.or_else(begins)?;
    let other = mention.reading.vocabulary.authorities.get(authority) != self::own(mention);
    (other && (ended || self::own(mention).is_some())).then_some(name)
}

/// "In Harbour", "Next door in Millshire".
static SOMEWHERE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"^\W*(?:{BEYOND},? in|In|At) ")));

const BEYOND: &str =
    "(?:Next door|Nearby|Over|Further (?:north|south|east|west|afield)|Across the (?:border|river|county))";

/// "Next door in Bayport": another body, be it listed or not.
static NEIGHBOUR: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"^\W*{BEYOND},? in (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)*)")));

/// "The neighbouring council, Harbour, was rated good": whom the apposition names. `within` is what a comma begins behind
/// the noun.
fn apposed(mention: &Mention, within: Span) -> Option<Option<String>> {
    let words = mention.reading.document.words(within).trim_end_matches([' ', ',']);
    let rest = words.strip_prefix(", ")?;
    let named = named(mention, rest);
    let [(authority, span)] = named[..] else { return None };
    let whole = span.start == 0 && APPOSED.is_match(&rest[span.end..]);
    let other = mention.reading.vocabulary.authorities.get(authority) != own(mention);
    whole.then(|| other.then(|| rest[span.range()].to_owned()))
}

static APPOSED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?: (?:county|city|borough|metropolitan|district))*(?: council)?$"));

/// "Both councils are now rated good": the two that the words before name.
pub fn both(mention: &Mention, link: &Link) -> Option<Vec<Option<String>>> {
    let document = mention.reading.document;
    BOTH.find(document.words(clause(mention, link)))?;
    let index = document.sentence_index(mention.sentence.start);
    let earlier = document.sentences()[index.saturating_sub(3)..index].iter().rev();
    let mut two: Vec<(usize, String)> = Vec::new();
    for sentence in earlier {
        let words = document.words(*sentence);
        for (authority, span) in named(mention, words) {
            if !two.iter().any(|(known, _)| *known == authority) {
                two.push((authority, words[span.range()].to_owned()));
            }
        }
        if two.len() > 1 {
            break;
        }
    }
    let other = |authority| mention.reading.vocabulary.authorities.get(authority) != own(mention);
    (two.len() == 2).then(|| two.into_iter().map(|(at, name)| other(at).then_some(name)).collect())
}

static BOTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:with |and )?both (?:of the )?(?:councils|local authorities|authorities|boroughs|counties)\b",
    )
});

/// Whom a pronoun or the name of an area alone is said of: "Port is rated good, with outstanding leadership", "Port was
/// praised. It was rated good." None by name if it is the body that the document is about, or may be.
fn spoken_of(mention: &Mention, clause: &str, pronoun: bool) -> Option<String> {
    let alone = mention.words.areas(clause).next().is_some_and(|(_, area)| area.start < 8);
    if !pronoun && !alone && !STANDS_ALONE.is_match(clause) {
        return None;
    }
    let document = mention.reading.document;
    let index = document.sentence_index(mention.sentence.start);
    let previous = index.checked_sub(1).map_or("", |index| document.words(document.sentences()[index]));
    let own = document.words(Span::new(mention.sentence.start, mention.span.start));
    let words = if named(mention, own).is_empty() { previous } else { own };
    let named = named(mention, words);
    let (authority, span) = *named.last()?;
    // "Medway, in Kent, was": the sentence has to begin with whom it is about.
    if span.start > 40 {
        return None;
    }
    let single = named.iter().all(|(other, _)| *other == authority);
    let other = mention.reading.vocabulary.authorities.get(authority) != self::own(mention);
    (single && other).then(|| words[span.range()].to_owned())
}

static STANDS_ALONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*(?:both|this|these)\b"));

/// The authorities that words name. "Port in Harbourshire": the county only tells where Port is.
fn named(mention: &Mention, words: &str) -> Vec<(usize, Span)> {
    let all: Vec<_> = mention.words.authorities(words).collect();
    let place = |at: usize| at > 0 && words[..all[at].1.start].ends_with(" in ");
    (0..all.len()).filter(|at| !place(*at)).map(|at| all[at]).collect()
}

/// "Two councils – Harbour and Millshire – were rated good", "the three judged inadequate are: A, B and C": the bodies, if
/// as many are named as are counted.
pub fn counted(mention: &Mention, link: &Link) -> Option<Vec<String>> {
    let document = mention.reading.document;
    let words =
        document.words(Span::new(clause(mention, link).start.min(link.subject.end), link.subject.end));
    let count = COUNTED.captures(words)?;
    let number = NUMBERS.iter().position(|word| word.eq_ignore_ascii_case(&count["count"]))? + 2;
    if mention.words.name_provider(words) {
        return None;
    }
    let after = mention.after();
    let behind = LISTS.find(after).map_or("", |lead| &after[lead.end()..]);
    let lists = [words, behind];
    let list = lists.into_iter().find(|list| named(mention, list).len() == number)?;
    Some(named(mention, list).into_iter().map(|(_, span)| list[span.range()].to_owned()).collect())
}

const NUMBERS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:the|all|another|a|as|and) )*(?:further |other )?(?P<count>two|three|four|five|six|seven|eight|nine|ten)(?: (?:other|further|more|new|local|english|county|city|london))*(?:(?: councils| authorities| boroughs| counties)\b|\W*$)",
    )
});

/// What leads to the bodies behind their grade.
static LISTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[’”'\x22]?[^.;:]{0,60}?(?: (?:are|were|include|included)\b:?|:| [–—]) ?")
});

fn own<'a>(mention: &Mention<'a>) -> Option<&'a Authority> {
    let subject = mention.reading.details.subject.as_deref()?;
    mention.reading.vocabulary.authority_named(subject)
}

/// "Harbour" for Harbour Borough Council, which no list may name.
pub fn is_own_name(mention: &Mention, words: &str) -> bool {
    let Some(subject) = mention.reading.details.subject.as_deref() else { return false };
    let kinds = [
        "Council",
        "Borough",
        "City",
        "County",
        "District",
        "Metropolitan",
        "Children’s",
        "Children's",
        "Trust",
    ];
    let own = subject.split(' ').position(|word| kinds.contains(&word)).unwrap_or(0);
    let own = subject.split(' ').take(own).collect::<Vec<_>>().join(" ");
    !own.is_empty() && words.trim() == own
}

static PRONOUN_FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*(?:it|they|its|their)\b"));

/// What joins two bodies of a list.
static JOINS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:[’']s?)?(?: (?:county|city|borough))?(?: councils?)?(?: in [A-Z][a-z]+)?(?:,| and|, and) ?(?:the )?$|^ and $|^, $",
    )
});

/// "The neighbouring authority was rated good": a body other than the document's, without a name.
pub fn is_of_another(mention: &Mention, link: &Link, words: &str) -> bool {
    let lead = mention.reading.document.words(link.subject);
    // "leaders from Northshire, an authority rated good"; outside news also "we visited a council that was rated good".
    if let Some(found) = SOME_BODY.find(lead).filter(|_| !introduces(mention, words)) {
        let named = lead[..found.start()].trim_end();
        let apposed = named.ends_with([',', '–']);
        let named = named.trim_end_matches([',', '–']).trim_end();
        let subject = mention.reading.details.subject.as_deref();
        let known = || mention.words.authorities(named).any(|(_, name)| name.end == named.len());
        let own = subject.is_some_and(|subject| named.ends_with(subject)) || known();
        let told = mention.reading.details.kind == DocumentKind::NewsArticle && !apposed;
        return !own && !told;
    }
    // "one director, whose own authority": nobody says which.
    let whose = lead[..lead.rfind(words.trim_end()).unwrap_or(0)].trim_end().strip_suffix("whose");
    let whose = whose.map(|before| before.trim_end_matches([' ', ',']));
    if whose.is_some_and(|before| !end_in_body(mention, before) && !ends_in_council(mention, before)) {
        return true;
    }
    ANOTHER.is_match(words)
        && mention.words.authorities(mention.reading.document.words(link.subject)).next().is_none()
}

/// Whether words end in a council's name in full.
fn ends_in_council(mention: &Mention, words: &str) -> bool {
    let short = COUNCIL.find(words).map_or(words, |council| &words[..council.start()]);
    mention.words.authorities(short).last().is_some_and(|(_, name)| name.end == short.len())
}

static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?: (?:City|County|Borough|Metropolitan|District|Unitary))*(?: Council| MBC| BC| CC)?$")
});

static SOME_BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\ban? (?:[a-z]+ ){0,2}(?:council|authority|borough|county)(?:,? (?:that|which)(?: (?:is|was|has been|had been))?)?\s*$",
    )
});

static ANOTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:neighbouring|rival|sister|nearby|adjacent|adjoining|another|other|different) (?:[a-z]+ ){0,2}?(?:council|authority|borough|county|area|trust|department|service)\b",
    )
});
