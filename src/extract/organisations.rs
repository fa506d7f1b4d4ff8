//! A document in, the organisations that it names out, each once, where it is named first.

use super::Reading;
use crate::model::{Fact, FactValue, Organisation, Span};
use std::collections::BTreeMap;

pub const RULE: &str = "named-organisation";

/// The authorities that are named as councils, the bodies that the vocabulary knows, and names that end as it lists.
pub fn named_organisations(reading: &Reading) -> Vec<Fact> {
    let mut found: BTreeMap<String, (Organisation, Span)> = BTreeMap::new();
    let all = councils(reading).into_iter().chain(known(reading)).chain(ending(reading));
    for (organisation, span) in all {
        let key = organisation.name.to_lowercase().replace('’', "'");
        let earlier = found.get(&key).is_some_and(|(_, first)| first.start <= span.start);
        if !earlier {
            found.insert(key, (organisation, span));
        }
    }
    let fact =
        |(organisation, span)| Fact::new(reading.document, FactValue::Organisation(organisation), span, RULE);
    found.into_values().map(fact).collect()
}

/// The body that the document is about, and every other authority that is named with its "Council".
fn councils(reading: &Reading) -> Vec<(Organisation, Span)> {
    let document = reading.document;
    let mut named: BTreeMap<usize, (usize, Span)> = BTreeMap::new();
    for (authority, name) in reading.named.authorities.iter().copied() {
        let (span, fullness) = super::details::whole_name(document.text(), name);
        let best = named.entry(authority).or_insert((0, span));
        if fullness > best.0 {
            *best = (fullness, span);
        }
    }
    let official = named.into_values().filter(|(fullness, _)| *fullness > 1);
    let organisation = |(_, span)| (organisation(document.words(span), None, "local-authority"), span);
    official.map(organisation).collect()
}

fn organisation(name: &str, short: Option<String>, kind: &str) -> Organisation {
    Organisation { name: name.to_owned(), short, kind: Some(kind.to_owned()).filter(|kind| !kind.is_empty()) }
}

/// Bodies of the vocabulary, by the name that it gives them; with their short form if the text uses it.
fn known(reading: &Reading) -> Vec<(Organisation, Span)> {
    let text = reading.document.text();
    let mut first: BTreeMap<usize, (Span, bool)> = BTreeMap::new();
    for (index, span) in reading.named.organisations.iter().copied() {
        let short = reading.vocabulary.organisations[index].short.as_deref() == Some(&text[span.range()]);
        first.entry(index).or_insert((span, false)).1 |= short;
    }
    let named = first.into_iter().map(|(index, (span, short))| {
        let known = &reading.vocabulary.organisations[index];
        (organisation(&known.name, known.short.clone().filter(|_| short), &known.kind), span)
    });
    named.collect()
}

/// Names that end in the words of a list: "Harbour Safeguarding Children Board (HSCB)".
fn ending(reading: &Reading) -> Vec<(Organisation, Span)> {
    let text = reading.document.text();
    let named = reading.named.endings.iter().filter_map(|(index, end)| {
        let span = Span::new(beginning(text, end.start)?, end.end);
        let kind = &reading.vocabulary.organisation_endings[*index].kind;
        Some((organisation(&text[span.range()], short(text, span.end), kind), span))
    });
    named.collect()
}

/// Where the capitalised words before the end of a name begin; none if there is none that is its own.
pub(super) fn beginning(text: &str, end: usize) -> Option<usize> {
    const SMALL: [&str; 5] = ["and", "of", "upon", "with", "&"];
    const NO_NAME: [&str; 22] = [
        "The", "This", "A", "An", "In", "At", "Local", "Each", "Their", "Its", "Since", "However", "And",
        "For", "Both", "Our", "By", "With", "From", "That", "When", "Area",
    ];
    let (mut begin, mut at) = (None, end);
    for _ in 0..6 {
        let before = &text[..at];
        let Some(rest) = before.strip_suffix(' ') else { break };
        let start = rest
            .rfind([' ', '\n', '\t', '(', '“', '‘', '"'])
            .map_or(0, |space| space + rest[space..].chars().next().map_or(1, char::len_utf8));
        let word = &rest[start..];
        let capital = word.starts_with(char::is_uppercase) && !word.ends_with([',', '.', ';', ':', ')']);
        let parts = word == "and" && ends_a_body(&text[..start]);
        if capital && !NO_NAME.contains(&word) {
            begin = Some(start);
        } else if parts || !SMALL.contains(&word) || begin.is_none() {
            break;
        }
        at = start;
    }
    begin
}

/// Whether another body's name ends here: "Harbour Council and Millshire Care Board" are two.
pub(super) fn ends_a_body(before: &str) -> bool {
    const HEADS: [&str; 8] = [
        " Council ",
        " Trust ",
        " Board ",
        " Police ",
        " Authority ",
        " Group ",
        " Partnership ",
        " Hospital ",
    ];
    HEADS.iter().any(|head| before.ends_with(head))
}

/// The abbreviation in brackets behind a name.
fn short(text: &str, end: usize) -> Option<String> {
    let inner = text[end..].strip_prefix(" (")?.split(')').next()?;
    let abbreviation =
        (2..=10).contains(&inner.len()) && inner.chars().all(|c| c.is_ascii_uppercase() || c == '&');
    abbreviation.then(|| inner.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;
    use crate::model::{Authority, Vocabulary};

    fn found(text: &str) -> String {
        let mut vocabulary: Vocabulary =
            toml::from_str(include_str!("../vocabulary/childrens-services.toml")).unwrap();
        vocabulary.authorities = vec![Authority { name: "Harbour".into(), ..Authority::default() }];
        let document = sample::document(text);
        let mut facts = named_organisations(&Reading::new(&document, &vocabulary));
        facts.sort_by_key(|fact| fact.evidence.span);
        let shown = facts.iter().map(|fact| match &fact.value {
            FactValue::Organisation(o) => format!(
                "{}{} [{}]",
                o.name,
                o.short.as_deref().map_or(String::new(), |short| format!(" ({short})")),
                o.kind.as_deref().unwrap_or("")
            ),
            _ => String::new(),
        });
        shown.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn each_is_named_once() {
        assert_eq!(
            found(
                "Ofsted met Harbour City Council. Ofsted spoke to the DfE and the Department for Education. Harbour is by the sea."
            ),
            "Ofsted [inspectorate]; Harbour City Council [local-authority]; Department for Education (DfE) [government]"
        );
    }

    #[test]
    fn two_bodies_are_two() {
        assert_eq!(
            found("Harbour City Council and Millshire Integrated Care Board share the work."),
            "Harbour City Council [local-authority]; Millshire Integrated Care Board [health]"
        );
    }

    #[test]
    fn boards_have_names_of_their_own() {
        assert_eq!(
            found(
                "The Harbour Safeguarding Children Board (HSCB) met. The Local Safeguarding Children Board did not."
            ),
            "Harbour Safeguarding Children Board (HSCB) [board]"
        );
        assert_eq!(found("The Police came to the Improvement Board."), "");
    }
}
