//! A grade's word behind "which" or "and was" in, the words before that name what is judged out.

use super::prose::{Link, Mention};
use super::subject::{MANY, end_in_body, last_cut};
use crate::extract::patterns::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// "The council, which was rated": what stands before the relative pronoun is judged.
pub fn before_relative<'a>(mention: &Mention<'a>, link: &Link) -> &'a str {
    let words = mention.reading.document.words(link.subject).trim_end();
    if let Some(words) = words.strip_suffix(", and").or_else(|| words.strip_suffix(", but")) {
        return first_subject(mention, words);
    }
    let Some(words) = words.strip_suffix("which").or_else(|| words.strip_suffix("that")) else { return "" };
    let words = words.trim_end();
    let words = &words[last_cut(words)..];
    // "in all areas except care leavers, which were": the exception is meant.
    let words = words.rfind("except for ").map_or(words, |at| &words[at + "except for ".len()..]);
    // "to improve children’s services that were rated": the name of the service alone, where it ends the words.
    let service = mention.words.last_service(words).filter(|service| service.end == words.len());
    service
        .filter(|service| !MANY.is_match(&words[..service.start]) || words.contains(" to "))
        .map_or(words, |service| &words[service.start..])
}

/// "The service was inspected in 2017, and was judged": the subject of the verb before.
fn first_subject<'a>(mention: &Mention, words: &'a str) -> &'a str {
    let words = &words[last_cut(words)..];
    let subject =
        FIRST_VERB.captures(words).and_then(|found| found.get(1)).map_or("", |first| first.as_str());
    if end_in_body(mention, subject) { subject } else { "" }
}

static FIRST_VERB: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^([^,;:]{2,80}?) (?:is|are|was|were|has|have|had)\b"));
