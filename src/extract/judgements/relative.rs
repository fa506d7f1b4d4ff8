//! A grade's word behind "which" or "and was" in, the words before that name what is judged out.

use super::prose::{Link, Mention, Tie};
use super::subject::{MANY, areas, distinct, end_in_body, last_cut, without_auxiliary};
use super::wording::WATCHDOG;
use crate::extract::patterns::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// "The council, which was rated": what stands before the relative pronoun is judged.
pub fn before_relative<'a>(mention: &Mention<'a>, link: &Link) -> &'a str {
    let words = without_auxiliary(mention.reading.document.words(link.subject)).trim_end();
    if let Some(words) = words.strip_suffix(", and").or_else(|| words.strip_suffix(", but")) {
        return first_subject(mention, words);
    }
    // "its work with care leavers, which inspectors said".
    let words = without_said(words).trim_end();
    let Some(words) = words.strip_suffix("which").or_else(|| words.strip_suffix("that")) else { return "" };
    let words = words.trim_end_matches([' ', ',']);
    let words = &words[last_cut(words)..];
    // "nine other councils, among them Harbour, which", "is to join from Harbour, a council that": the one named last.
    let named = SOME.find(words).map_or(words, |some| &words[..some.start()]);
    let last = named.rsplit(", ").next().unwrap_or(named);
    if (named.len() < words.len() || last.len() < words.len())
        && let Some((_, name)) = mention.words.authorities(last).last()
        && name.end == last.len()
    {
        return &last[name.start..];
    }
    // "in all areas except care leavers, which were": the exception is meant.
    let but = EXCEPT.find_iter(words).last();
    let words = but.map_or(words, |but| &words[but.end()..]);
    // "The one comfort is in its work with care leavers, which": the area alone, where it ends the words.
    if let [(_, area)] = areas(mention.words, words)[..]
        && area.end == words.len()
        && !MANY.is_match(words)
    {
        return &words[area.start..];
    }
    // "to improve children’s services that were rated": the name of the service alone, where it ends the words.
    let service = mention.words.last_service(words).filter(|service| service.end == words.len());
    service
        .filter(|service| !MANY.is_match(&words[..service.start]) || words.contains(" to "))
        .map_or(words, |service| &words[service.start..])
}

/// "Children in care get a service which requires improvement": the areas of those who get it.
pub fn of_a_service(mention: &Mention) -> Option<(Link, Vec<usize>)> {
    let found = GET_SERVICE.captures(mention.before())?.name("who")?;
    let named = distinct(&areas(mention.words, found.as_str()));
    let subject = mention.earlier(found.start(), found.end());
    (!named.is_empty()).then_some((Link { tie: Tie::Being, subject, present: true }, named))
}

static GET_SERVICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<who>[^,.;:]{3,80}?) (?:also |now |still |currently )?(?:gets?|receives?|are (?:given|getting|receiving)|have|has) an? (?:[a-z-]+ ){0,2}(?:service|level of (?:service|support)) (?:which|that) (?:is )?[‘'“\x22]?$",
    )
});

static SOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:,| –) an? (?:[a-z]+ ){0,2}(?:council|authority|borough|county|city|service)$")
});

/// "The service was inspected in 2017, and was judged": the subject of the verb before.
fn first_subject<'a>(mention: &Mention, words: &'a str) -> &'a str {
    let words = &words[last_cut(words)..];
    let subject =
        FIRST_VERB.captures(words).and_then(|found| found.get(1)).map_or("", |first| first.as_str());
    if end_in_body(mention, subject) { subject } else { "" }
}

static EXCEPT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:except for|apart from|other than|bar|with the exception of|excluding|not counting) (?:its |their |the )?",
    )
});

/// "which inspectors said" is "which".
pub fn without_said(words: &str) -> &str {
    SAID.find(words).map_or(words, |said| &words[..said.start()])
}

static SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^| )(?:(?:the )?(?:{WATCHDOG}|report|letter)|it|they) (?:has |have |had )?(?:said|says|say|found|find|finds|concluded|felt)(?: that)?$"
    ))
});

static FIRST_VERB: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^([^,;:]{2,80}?) (?:is|are|was|were|has|have|had)\b"));
