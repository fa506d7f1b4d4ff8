//! What follows a number in, the noun that it counts out.
//!
//! Without a grammar of English: a counted noun is the first plural that the words after the number reach before a verb,
//! a preposition or a mark ends the phrase.

use crate::extract::word_list;
use crate::model::Span;

/// The noun phrase that a number ending at `from` counts: "social workers" in "4.5 social workers", "cases" in "two of
/// these cases".
pub(super) fn counted(text: &str, from: usize, limit: usize) -> Option<Span> {
    let after = &text[from..limit];
    if !after.starts_with(' ') {
        return None;
    }
    let mut words = words_of(after, from).peekable();
    let (mut start, mut last): (Option<usize>, usize) = (None, from);
    if let Some((of, _)) = words.next_if(|(_, word)| *word == "of") {
        last = of.end;
        while let Some((determiner, _)) = words.next_if(|(_, word)| is_determiner(word)) {
            last = determiner.end;
        }
    }
    // "14 looked after children": the field's adjective of two words that elsewhere are a verb and a preposition.
    if let Some((looked, _)) = words.next_if(|(_, word)| *word == "looked") {
        let (after, _) = words.next_if(|(_, word)| *word == "after")?;
        (start, last) = (Some(looked.start), after.end);
    }
    for (span, word) in words.take(8) {
        let gap = &text[last..span.start];
        let listed = start.is_some() && (gap == ", " || word == "and");
        // "the Door 43 service, the project, and apprenticeships": an article begins another thing.
        let ends = is_function(word) && !(listed && matches!(word, "and" | "or"))
            || start.is_none() && is_verb(word)
            || is_verb(word) && !next_is_noun(text, span.end, limit)
            || matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "Sir" | "Dame" | "Lord" | "Lady")
            || is_number(word)
            || word == "one";
        if ends || !(gap.chars().all(|c| matches!(c, ' ' | '‘' | '“' | '\'')) || listed) {
            break;
        }
        let start = *start.get_or_insert(span.start);
        last = span.end;
        if is_plural(word) && (word == "times" || !compounded(text, span.end, limit)) {
            return Some(Span::new(start, coordinated(text, span.end, limit)));
        }
    }
    None
}

/// "children's rights officers": a plural right after a plural is the head of the phrase.
fn compounded(text: &str, end: usize, limit: usize) -> bool {
    let Some(rest) = text[end..limit].strip_prefix(' ') else { return false };
    let next = words_of(rest, 0).next().map_or("", |(_, word)| word);
    is_plural(next) && !is_verb(next) && !is_function(next) && next.starts_with(char::is_lowercase)
}

/// Whether a word is a number, in digits or, up to twenty, in letters.
pub fn is_number(word: &str) -> bool {
    const WORDS: [&str; 12] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    ];
    word.starts_with(|c: char| c.is_ascii_digit())
        || WORDS.iter().any(|number| word.eq_ignore_ascii_case(number))
}

/// Whether a noun's plural names people: "children who …", not "homes that …".
pub fn is_people(noun: &str) -> bool {
    const PEOPLE: [&str; 13] = [
        "adopters",
        "adults",
        "applicants",
        "carers",
        "children",
        "families",
        "leavers",
        "men",
        "parents",
        "people",
        "pupils",
        "staff",
        "workers",
    ];
    PEOPLE.binary_search(&noun).is_ok()
}

fn next_is_noun(text: &str, end: usize, limit: usize) -> bool {
    let next = text[end..limit]
        .trim_start()
        .split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'' && c != '-')
        .next()
        .unwrap_or("");
    is_plural(next)
}

/// "children and young people", "children and families", "young people or adults" are one noun.
fn coordinated(text: &str, end: usize, limit: usize) -> usize {
    const PAIRS: [&str; 7] = [
        " and young people",
        " and families",
        " or young people",
        " and adults",
        " and carers",
        " and children",
        " or families",
    ];
    let rest = &text[end..limit];
    PAIRS.iter().find(|pair| rest.starts_with(**pair)).map_or(end, |pair| end + pair.len())
}

/// As many characters as a noun phrase may have.
const MOST: usize = 90;

/// The first words of a text that begins at `offset`, with their places; apostrophes and hyphens belong to them.
pub fn words_of(text: &str, offset: usize) -> impl Iterator<Item = (Span, &str)> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '‑');
    let near = text.char_indices().nth(MOST).map_or(text, |(end, _)| &text[..end]);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + near[from..].find(inside)?;
        let end = near[start..].find(|c| !inside(c)).map(|len| start + len);
        // A word that is cut is none.
        from = end.or((near.len() == text.len()).then_some(near.len()))?;
        Some((Span::new(offset + start, offset + from), &near[start..from]))
    })
}

/// Whether a word is a noun in the plural, by its ending or because English has it so.
pub fn is_plural(word: &str) -> bool {
    let word = word.trim_end_matches(['\'', '’']);
    if matches!(word, "themselves" | "ourselves" | "yourselves") {
        return false;
    }
    // "four DCSs", "three PAs".
    let letters = word.strip_suffix('s').unwrap_or_default();
    if letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return true;
    }
    const IRREGULAR: [&str; 15] = [
        "children",
        "fish",
        "grandchildren",
        "headcount",
        "lives",
        "men",
        "people",
        "personnel",
        "schoolchildren",
        "sheep",
        "siblings",
        "staff",
        "wives",
        "women",
        "young-people",
    ];
    const NOT: [&str; 43] = [
        "access",
        "across",
        "afterwards",
        "always",
        "as",
        "basis",
        "besides",
        "business",
        "campus",
        "class",
        "cross",
        "does",
        "express",
        "focus",
        "gross",
        "has",
        "his",
        "is",
        "its",
        "less",
        "loss",
        "mass",
        "minus",
        "onwards",
        "perhaps",
        "plus",
        "previous",
        "process",
        "progress",
        "serious",
        "sometimes",
        "status",
        "success",
        "this",
        "thus",
        "towards",
        "unless",
        "upwards",
        "us",
        "various",
        "was",
        "whose",
        "yes",
    ];
    let ends = |ending: &str| {
        let at = word.len().checked_sub(ending.len());
        at.is_some_and(|at| word.as_bytes()[at..].eq_ignore_ascii_case(ending.as_bytes()))
    };
    // "fishermen", "policewomen", and not "specimen".
    let people = word.len() > 4 && ends("men") && !ends("imen") && !ends("omen");
    if word_list::has(&IRREGULAR, word) || people || word.len() > 5 && ends("women") {
        return true;
    }
    word.len() > 3
        && ends("s")
        && !ends("ss")
        && !ends("ous")
        && !word.contains(['\'', '’'])
        && !word_list::has(&NOT, word)
}

/// Whether a word can be a noun in the singular, or describe one: no verb by its ending, no adverb, no word of grammar.
pub fn is_singular_noun(word: &str) -> bool {
    let lower = word.to_lowercase();
    let ending = ["ed", "ly", "’s", "'s"].iter().any(|ending| lower.ends_with(ending));
    const NOT: [&str; 12] =
        ["added", "can", "could", "did", "does", "made", "may", "might", "must", "said", "saw", "told"];
    !ending
        && word.starts_with(char::is_alphabetic)
        && (!lower.ends_with('s') || lower.ends_with("ss") || lower.ends_with("us"))
        && !is_function(word)
        && !is_number(word)
        && !word_list::has(&NOT, word)
}

fn is_determiner(word: &str) -> bool {
    const WORDS: [&str; 14] = [
        "all", "her", "his", "its", "our", "such", "the", "their", "them", "these", "this", "those", "which",
        "whom",
    ];
    word_list::has(&WORDS, word) && word != "Her"
}

/// Whether a word ends a noun phrase: a preposition, a conjunction, a pronoun, an auxiliary.
pub fn is_function(word: &str) -> bool {
    const WORDS: [&str; 102] = [
        "a",
        "about",
        "above",
        "across",
        "after",
        "against",
        "ago",
        "all",
        "also",
        "although",
        "among",
        "amongst",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "because",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "during",
        "each",
        "either",
        "every",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "might",
        "must",
        "no",
        "not",
        "of",
        "on",
        "once",
        "or",
        "our",
        "out",
        "over",
        "per",
        "she",
        "should",
        "since",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "throughout",
        "to",
        "under",
        "until",
        "up",
        "upon",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "will",
        "with",
        "within",
        "without",
        "would",
        "you",
    ];
    word_list::has(&WORDS, word) && word != "Her"
}

/// Whether a word is a verb that often follows a bare number: "48 live outside the area".
pub fn is_verb(word: &str) -> bool {
    const VERBS: [&str; 76] = [
        "accepted",
        "achieved",
        "agreed",
        "are",
        "attend",
        "attended",
        "became",
        "become",
        "benefited",
        "came",
        "ceased",
        "chose",
        "come",
        "completed",
        "comprise",
        "comprised",
        "comprises",
        "contain",
        "contained",
        "continue",
        "continued",
        "decided",
        "do",
        "entered",
        "failed",
        "feel",
        "felt",
        "found",
        "gained",
        "gave",
        "get",
        "go",
        "got",
        "had",
        "have",
        "include",
        "included",
        "includes",
        "left",
        "live",
        "lived",
        "made",
        "make",
        "met",
        "moved",
        "need",
        "needed",
        "obtained",
        "progressed",
        "receive",
        "received",
        "refused",
        "rely",
        "remain",
        "remained",
        "report",
        "reported",
        "require",
        "required",
        "resulted",
        "returned",
        "said",
        "saw",
        "says",
        "secured",
        "showed",
        "spend",
        "spent",
        "still",
        "subsequently",
        "take",
        "took",
        "waited",
        "want",
        "went",
        "were",
    ];
    word_list::has(&VERBS, word)
}
