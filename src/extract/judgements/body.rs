//! A link between a grade and what is judged in, the bodies that are judged out.

use super::prose::{Link, Mention};
use super::subject::clause;
use crate::extract::patterns::pattern;
use crate::model::Authority;
use regex::Regex;
use std::sync::LazyLock;

/// The bodies that are judged: none by name if it is the one that the document is about. "Harbour, Millshire and Port
/// were all rated good" is a judgement of each.
pub fn bodies(mention: &Mention, link: &Link) -> Vec<Option<String>> {
    let document = mention.reading.document;
    let own_clause = clause(mention, link);
    // "Harbour was praised, as it retained its good rating": it is the one named last.
    let pronoun = PRONOUN_FIRST.is_match(document.words(own_clause));
    let clause = document.words(if pronoun { link.subject } else { own_clause });
    let named: Vec<_> = mention.words.authorities(clause).collect();
    let joined =
        named.windows(2).rev().take_while(|pair| JOINS.is_match(&clause[pair[0].1.end..pair[1].1.start]));
    let joined = if pronoun { 0 } else { joined.count() };
    let own = own(mention);
    let bodies = named.iter().rev().take(joined + 1).rev().map(|(authority, span)| {
        let other = mention.reading.vocabulary.authorities.get(*authority) != own;
        other.then(|| clause[span.start..span.end].to_owned())
    });
    let bodies: Vec<_> = bodies.collect();
    if bodies.is_empty() { vec![None] } else { bodies }
}

fn own<'a>(mention: &Mention<'a>) -> Option<&'a Authority> {
    let subject = mention.reading.details.subject.as_deref()?;
    mention.reading.vocabulary.authority_named(subject)
}

static PRONOUN_FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*(?:it|they|its|their)\b"));

/// What joins two bodies of a list.
static JOINS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:[’']s?)?(?: (?:county|city|borough))?(?: councils?)?(?:,| and|, and) ?(?:the )?$|^ and $|^, $",
    )
});
