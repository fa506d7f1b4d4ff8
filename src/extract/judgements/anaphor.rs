//! A grade's word and the words that stand for its areas in, the areas out: "both", "this", "four of the areas".

use super::listed::counted;
use super::prose::{Link, Mention};
use super::subject::{Subject, areas, distinct, is_of_body, is_plain};
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "Leadership was praised. It was rated outstanding.", "… and adoption, with inspectors rating both as good": what the
/// pronoun stands for, if the sentence or the one before leads with areas. `None` if it leads with none.
pub fn told_before(mention: &Mention, link: &Link, words: &str) -> Option<Subject> {
    let pronoun = PRONOUN.captures(words)?;
    let document = mention.reading.document;
    let own = document.words(Span::new(mention.sentence.start, link.subject.start));
    let both = pronoun.name("both").is_some();
    let lead = if own.len() > 12 { own } else { previous(mention)? };
    let mut named = areas(mention.words, lead);
    if both {
        let named = distinct(&named);
        return (named.len() == 2).then_some(Subject::Areas(named));
    }
    named.truncate(1);
    let (_, first) = named.first()?;
    if own.len() > 12 || !is_plain(&lead[..first.start]) || first.start > 60 {
        return None;
    }
    let this = pronoun.name("this").is_some();
    let sure = this || !is_of_body(mention, &lead[first.end..]);
    Some(if sure { Subject::Areas(distinct(&named)) } else { Subject::None })
}

static PRONOUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?P<both>both(?: of (?:them|these))?(?: areas| categories)?)|(?P<this>this|these)|it|they)\b(?: (?:has|have|had|also|all|now|both|then|again|was|were|is|are|received|got|achieved|earned|an?|the|overall))*\s*$",
    )
});

fn previous<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    let document = mention.reading.document;
    let index = document.sentence_index(mention.sentence.start).checked_sub(1)?;
    let previous = document.sentences()[index];
    (previous.end + 3 >= mention.sentence.start).then(|| document.words(previous))
}

/// "three of the five areas, A, B and C, were rated good", "two areas were rated good: A and B": the areas, if as many are
/// named as are counted. `None` if the words count no areas.
pub fn enumerated(mention: &Mention, link: &Link, words: &str) -> Option<Subject> {
    COUNTED.find(words)?;
    let document = mention.reading.document;
    let text = document.words(link.subject);
    let start = text.rfind(words.trim_end())?;
    let count = COUNTED.captures(&text[start..])?;
    let rest = &text[start + count.get(0)?.end()..];
    let number = NUMBERS.iter().position(|word| word.eq_ignore_ascii_case(&count["count"]))? + 1;
    let before = distinct(&areas(mention.words, rest));
    let named = if before.is_empty() { counted(mention) } else { before };
    Some(if named.len() == number { Subject::Areas(named) } else { Subject::None })
}

const NUMBERS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:just|only|all|the|its|with) )*(?P<count>one|two|three|four|five|six)(?: other| key| of (?:the|its)(?: \w+){0,2}?)? (?:areas?|categor(?:y|ies)|aspects?|strands?)\b",
    )
});
