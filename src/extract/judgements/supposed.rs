//! A grade's word in its sentence in, whether the sentence only wishes, supposes or denies it out.

use super::prose::Mention;
use crate::extract::patterns::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// Wishes, conditions and denials state no grade: the words of one within forty letters before it.
pub fn is_supposed(mention: &Mention) -> bool {
    let before = mention.before();
    let near = before.char_indices().nth_back(70).map_or(0, |(at, _)| at);
    let clause = before[near..].rsplit(['.', ';', ':']).next().unwrap_or_default();
    // "less than two years after it was rated good" supposes nothing.
    let counted = |word: &str, at: usize| {
        word == "than"
            && ["less ", "more ", "better ", "worse ", "higher ", "lower "]
                .iter()
                .any(|lead| clause[..at].ends_with(lead))
    };
    // "could only award": it did no more, and that it did.
    let only =
        |word: &str, end: usize| word.eq_ignore_ascii_case("could") && clause[end..].starts_with(" only ");
    // "children who cannot live at home": of whom, and not whether.
    let of_whom = |word: &regex::Match| {
        clause[..word.start()].ends_with("who ")
            && ["cannot", "can"].contains(&word.as_str())
            && AT_HOME.is_match(&clause[word.end()..])
    };
    SUPPOSED
        .find_iter(clause)
        .filter(|word| !of_whom(word))
        .filter(|word| !counted(word.as_str(), word.start()) && !only(word.as_str(), word.end()))
        .any(|word| clause[word.end()..].chars().count() <= 40)
        || PURPOSE.is_match(before)
        || ALTERNATIVE.is_match(mention.after())
        || mention.reading.document.words(mention.sentence).trim_end().ends_with('?')
}

static SUPPOSED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:not|no longer|never|can|cannot|if|unless|whether|could|would|should|might|(?-i:may)|will|want(?:s|ed)?|hop(?:e|es|ing|ed)",
        r"|avoid(?:s|ed|ing)?|aim(?:s|ing|ed)?|aspir[a-z]+|ambitions?|strive|striving|targets?|how|or|than|towards?|no|none|yet to",
        r"|fear(?:s|ed)?|expect(?:s|ing|ed (?:to|an?))|await\w*|confident|optimistic|den(?:y|ies|ied)|on (?:course|track)|(?:road|path|way|journey) to|short of|miss(?:es|ed|ing)? out|(?:just|narrowly|only) miss(?:es|ed)|risk(?:s|ed|ing) (?:an?|being|the|its)|plans? to|bid|",
        r"[a-z]+n[’']t)\b",
    ))
});

/// "to ensure that all services are good": what is wished for, however far before.
static PURPOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:to ensure|ensuring|to make sure|making sure)(?: that)?,? [^.;:,“”\x22]*$")
});

static AT_HOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: no longer)? (?:live|stay|remain|be cared for) (?:at home|with (?:their )?(?:own )?(?:families|parents|birth families))\b",
    )
});

static ALTERNATIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[’”'\x22]? (?:or|and) (?:better|above|outstanding|good|adequate|inadequate|requir)")
});
