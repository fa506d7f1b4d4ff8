//! The words of a subject in, the noun phrase that can speak out; and the nouns that speak in news: documents, bodies,
//! groups of persons, holders of an office.

use super::cues;
use crate::extract::patterns::pattern;
use regex::Regex;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A noun phrase that can speak, its relative clause left out; None if the words are too many or none.
pub fn phrase(words: &str) -> Option<String> {
    let cut = [" who ", " which ", " whom ", " spoken to ", ", "]
        .iter()
        .filter_map(|clause| words.find(clause))
        .min();
    let words = &words[..cut.unwrap_or(words.len())];
    let words = without_predicate(words);
    let count = words.split_whitespace().count();
    let lower = words.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let speaks =
        count > 0 && lower.chars().next().is_some_and(char::is_alphanumeric) && !OPENERS.contains(first);
    if !speaks {
        return None;
    }
    // A lone adjective or adverb ("external") is nobody; "others" and "many" are.
    let lone = count == 1 && words.starts_with(char::is_lowercase);
    if lone
        && !(lower.ends_with('s') || is_speaking_noun(&lower) || matches!(first, "many" | "another" | "one"))
    {
        return None;
    }
    if count > 9 || contains_verb(&lower) {
        let all: Vec<&str> = lower.split(' ').collect();
        let owned = |word: &str| {
            (is_preposition(word) && word != "of") || word.ends_with("’s") || word.ends_with("'s")
        };
        let speaks = |at: &usize| {
            is_speaking_noun(all[*at]) && !all[at.saturating_sub(2)..*at].iter().any(|word| owned(word))
        };
        return (0..all.len()).find(speaks).map(|at| {
            let start = words.split(' ').take(at).map(|word| word.len() + 1).sum::<usize>();
            with_article(words, start, start + words[start..].find(' ').unwrap_or(words.len() - start))
        });
    }
    let article = ["The ", "A ", "An "].iter().find(|article| words.starts_with(**article));
    Some(match article {
        Some(article) => format!("{}{}", article.to_lowercase(), &words[article.len()..]),
        None => words.to_owned(),
    })
}

/// "Inspectors" of "Inspectors came in May": a group or a document with its article, if a verb stands behind it.
fn without_predicate(words: &str) -> &str {
    let mut parts = words.match_indices(' ').map(|(at, _)| at);
    let article = ["The ", "the ", "Its ", "its "].iter().any(|article| words.starts_with(article));
    let start = if article { parts.next().map_or(0, |at| at + 1) } else { 0 };
    let Some(end) = parts.next() else { return words };
    let next = words[end + 1..].split(' ').next().unwrap_or_default();
    let verb =
        next.ends_with("ed") || matches!(next, "came" | "went" | "met" | "saw" | "made" | "took" | "spoke");
    let noun = words[start..end].to_lowercase();
    if is_speaking_noun(&noun) && verb { &words[..end] } else { words }
}

/// "Ofsted" at the end of "In its report on the city Ofsted".
pub fn trailing_noun(words: &str) -> Option<String> {
    let words = words.trim_end_matches(',');
    let start = words.rfind(' ').map_or(0, |at| at + 1);
    is_speaking_noun(&words[start..]).then(|| with_article(words, start, words.len()))
}

fn contains_verb(words: &str) -> bool {
    words.split(' ').skip(1).any(|word| {
        matches!(
            word,
            "is" | "was" | "are" | "were" | "has" | "had" | "have" | "makes" | "made" | "shows" | "will"
        )
    })
}

/// A noun with the article and the adjectives before it: "the inspection letter".
pub fn with_article(text: &str, start: usize, end: usize) -> String {
    let mut from = start;
    for _ in 0..4 {
        let before = text[..from].trim_end_matches(' ');
        let word_start = before.rfind([' ', '\n', '“', '"', '.', ',']).map_or(0, |at| at + width(before, at));
        let word = before[word_start..].to_lowercase();
        if before.len() + 1 != from {
            break;
        }
        if matches!(word.as_str(), "the" | "a" | "an" | "its" | "their" | "this" | "one") {
            return format!("{}{}", word, &text[word_start + word.len()..end]);
        }
        if word.is_empty()
            || cues::ends_subject(&word)
            || matches!(word.as_str(), "of" | "for" | "and" | "or")
        {
            break;
        }
        from = word_start;
    }
    text[start..end].to_owned()
}

fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

pub fn is_plural(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words).to_lowercase();
    is_group_noun(&last) || (last.ends_with('s') && !last.ends_with("ss")) || words.contains(" and ")
}

/// Whether the word is a document, a body or a group that speaks in the news.
pub fn is_speaking_noun(word: &str) -> bool {
    is_thing_noun(word) || is_group_noun(word)
}

/// Whether the word is a document or a body that speaks in the news.
pub fn is_thing_noun(word: &str) -> bool {
    THING_NOUNS.contains(word)
}

/// Whether the word is a group of persons who speak together.
pub fn is_group_noun(word: &str) -> bool {
    GROUP_NOUNS.contains(word)
}

/// Whether the word is a document.
pub fn is_document_noun(word: &str) -> bool {
    DOCUMENTS.contains(&word)
}

/// Whether the word, in lower case, may stand between a noun and the subject before it.
pub fn is_preposition(word: &str) -> bool {
    PREPOSITION_WORDS.contains(word)
}

/// The person without a name who is the subject of a sentence: "One librarian" of "One librarian, who asked not to be
/// named, was less sure."
pub fn unnamed_person(sentence: &str) -> Option<&str> {
    let found = UNNAMED.captures(sentence)?;
    let (person, noun) = (found.name("person")?, found.name("noun")?.as_str());
    is_person_noun(noun).then_some(person.as_str())
}

/// Whether a noun names a person by what they are or do.
pub fn is_person_noun(noun: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["man", "woman", "person", "ist", "ian", "iser", "izer", "eer", "ee", "mate", "keeper", "or"];
    const OTHERS: [&str; 12] = [
        "human",
        "german",
        "list",
        "motor",
        "committee",
        "fee",
        "tree",
        "guarantee",
        "factor",
        "sector",
        "floor",
        "error",
    ];
    PERSON_NOUNS.contains(noun)
        || ENDINGS.iter().any(|ending| noun.ends_with(ending)) && !OTHERS.contains(&noun)
}

static UNNAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?:(?:In|At|On|Outside|Inside|Near|From|After|Across|Behind) [^,.;:“”\x22]{2,40}?,? )?(?:(?:But|And|Meanwhile),? )?",
        r"(?P<person>(?:An?|One|Another|an?|one|another) (?:[A-Za-z][a-z’'-]+ ){0,3}?(?P<noun>[a-z-]+))",
        r"(?:, (?:who|whose|an?|the|in|of|from|with|speaking|aged|\d\d)\b| (?:who|at|in|of|from|with|for|on) | [a-z]+ed\b| (?:was|is|had|has|said|says|told|threw|gave|took|put|stood|went|came|made|held|felt|thought|wept)\b)",
    ))
});

static PERSON_NOUNS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| PERSONS.split_whitespace().collect());

/// Persons whom news leaves without a name.
const PERSONS: &str = "official officer supporter parent neighbour neighbor colleague resident teacher nurse doctor farmer worker \
    driver passenger witness source aide adviser advisor analyst lawyer soldier fan customer shopper student pupil mother \
    father mum dad girl boy carer leaver campaigner protester councillor politician minister diplomat expert researcher \
    trader voter friend relative survivor victim volunteer villager owner manager executive employee insider critic player \
    coach fighter commander sergeant trooper banker broker builder plumber cleaner cook waiter baker porter surgeon midwife \
    patient guard prisoner inmate priest bishop imam rabbi clerk librarian headteacher lecturer professor foreman engineer \
    mechanic miner fisherman shepherd trucker biker walker runner swimmer visitor guest host bride groom widow widower \
    teenager pensioner youngster child member delegate envoy negotiator prosecutor barrister solicitor judge juror detective \
    constable inspector fireman paramedic pilot steward captain sailor marine general lieutenant colonel";

/// Whether a text names one holder of the office, as a rule.
pub fn is_single_office(office: &str) -> bool {
    SINGLE_OFFICES.contains(&office)
}

static THING_NOUNS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| THINGS.split_whitespace().collect());

static GROUP_NOUNS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| GROUPS.split_whitespace().collect());

static PREPOSITION_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| PREPOSITIONS.split_whitespace().collect());

static OPENERS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| NO_SPEAKERS.split_whitespace().collect());

pub fn is_thing(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words);
    is_thing_noun(last) || is_thing_noun(&last.to_lowercase())
}

const PREPOSITIONS: &str =
    "of by with from to for about against on in after at told than like between under over and";

const NO_SPEAKERS: &str = "there what how why where when if that to in at on not with for of by or which all under over from after \
    before during as following about despite between through since because while although until so then than \
    this these such much it within across among amid alongside given throughout";

/// Those of [`THINGS`] that are written.
const DOCUMENTS: &[&str] =
    &["report", "letter", "statement", "document", "review", "study", "survey", "notice"];

/// Offices of which a text names one holder, as a rule.
const SINGLE_OFFICES: &[&str] = &[
    "commissioner",
    "minister",
    "secretary",
    "president",
    "chancellor",
    "premier",
    "prime minister",
    "mayor",
    "ombudsman",
    "coroner",
    "judge",
    "chairman",
    "chair",
    "director",
    "headteacher",
    "leader",
    "chief executive",
    "chief inspector",
    "education secretary",
    "senator",
    "governor",
    "author",
    "professor",
    "manager",
];

/// Documents and bodies that speak in news and reports.
const THINGS: &str = "report letter statement document review inspection Ofsted watchdog council Council authority department company charity \
    organisation study survey email post tweet notice article website inspectorate regulator government \
    Government ministry agency union board committee trust court judgment ruling paper newspaper memo complaint \
    lawsuit filing editorial police force panel commission bank firm";

/// Groups of persons who speak together.
const GROUPS: &str = "inspectors officials officers parents children residents campaigners critics prosecutors lawyers researchers \
    scientists analysts economists experts leaders councillors carers adopters workers staff teachers pupils \
    students doctors nurses ministers senators lawmakers judges police authors investigators protesters \
    organisers organizers managers partners governors unions couple family";
