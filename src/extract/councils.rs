//! Councils that a document names in full and no list does: "Harbourshire County Council".

use super::organisations::ends_a_body;
use super::patterns::pattern;
use super::words::{Named, Words};
use crate::model::{Authority, Document, Span, Vocabulary};
use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::LazyLock;

/// A council named in full: its place, and the whole name.
pub struct Council<'a> {
    pub place: &'a str,
    pub whole: Span,
}

/// The vocabulary as one document needs it, with the councils that the document alone names, each an authority; and what
/// its text names of it.
pub fn known<'a>(document: &Document, vocabulary: &'a Vocabulary) -> (Cow<'a, Vocabulary>, Words, Named) {
    let words = Words::of(vocabulary);
    let named = words.named(document.text());
    let unlisted = unlisted(document, &named);
    if unlisted.is_empty() {
        return (Cow::Borrowed(vocabulary), words, named);
    }
    let words = words.with(&unlisted, vocabulary.authorities.len());
    let named = words.named(document.text());
    let mut vocabulary = vocabulary.clone();
    vocabulary.authorities.extend(unlisted);
    (Cow::Owned(vocabulary), words, named)
}

/// The councils of a text that no list names, each once. "Bay Council" of "Harbour & Bay Council" is a listed one's.
fn unlisted(document: &Document, named: &Named) -> Vec<Authority> {
    let mut places: Vec<&str> = Vec::new();
    for Council { place, whole } in in_full(document.text()) {
        let before = named.authorities.partition_point(|(_, name)| name.end <= whole.start);
        let listed = named.authorities.get(before).is_some_and(|(_, name)| name.start < whole.end);
        let typed = document.words(whole) != format!("{place} Council");
        let council = typed || !NO_COUNCIL.is_match(lead(document.text(), whole.start));
        if !listed && council && !places.contains(&place) {
            places.push(place);
        }
    }
    let authority = |place: &&str| Authority { name: (*place).to_owned(), ..Authority::default() };
    places.iter().map(authority).collect()
}

/// The words right before a name.
fn lead(text: &str, name: usize) -> &str {
    const BYTES: usize = 24;
    &text[text.floor_char_boundary(name.saturating_sub(BYTES))..name]
}

/// What stands before the name of a body that is no place's: "the Family Justice Council", "the ‘Our Voice’ Council", "Care
/// to Change Council".
static NO_COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:\b[Tt]he |[‘“'\x22]|\b[A-Z][a-z]+ to |(?:[‘“]|(?:^|[\s(])['\x22])[^’”'\x22.]*)$")
});

/// Every council that a text names in full, in order, be it listed or not.
pub fn in_full(text: &str) -> impl Iterator<Item = Council<'_>> {
    let councils = councils(text).filter_map(|found| {
        let (whole, place) = (found.get(0)?, found.name("place")?.as_str());
        let own = ends_of_office(place).max(ends_of_body(place));
        let place = &place[own..];
        let start = whole.start() + own;
        let (first, last) = (place.split(' ').next()?, place.rsplit(' ').next()?);
        // "PORT & Harbour Council": the rest of a longer name.
        let rest = text[..start].ends_with("& ");
        let named = !rest && !place.is_empty() && !NO_PLACES.contains(&first) && !NO_PLACES.contains(&last);
        named.then(|| Council { place, whole: Span::new(start, whole.end()) })
    });
    let mut all: Vec<Council> = councils.chain(boroughs(text)).collect();
    all.sort_by_key(|council| council.whole.start);
    all.into_iter()
}

/// "London Borough of Harbour", "Metropolitan Borough of Port".
fn boroughs(text: &str) -> impl Iterator<Item = Council<'_>> {
    const WORDS: &str = " Borough of ";
    memchr::memmem::find_iter(text.as_bytes(), WORDS).filter_map(|at| {
        let kind = ["London", "Royal", "Metropolitan"].iter().find(|kind| text[..at].ends_with(**kind))?;
        let place = &text[at + WORDS.len()..];
        let place = PLACE.find(&place[..place.floor_char_boundary(80)])?.as_str();
        Some(Council { place, whole: Span::new(at - kind.len(), at + WORDS.len() + place.len()) })
    })
}

static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[A-Z][a-z\-]+(?: (?:(?:and|upon|on|with|the|le|under) )?[A-Z][a-z\-]+){0,2}")
});

/// Where another body's name ends, with the word that joins it: "Harbourshire Police and Port".
fn ends_of_body(place: &str) -> usize {
    let joins = place.match_indices("and ").filter(|(at, _)| ends_a_body(&place[..*at]));
    joins.last().map_or(0, |(at, and)| at + and.len())
}

static COUNCIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?P<place>[A-Z][a-z’'\-]+(?: (?:(?:and|upon|on|with|in|the|le|under) )?[A-Z][a-z’'\-]+){0,3}?)",
        r" (?P<form>(?:(?:Metropolitan|Royal) )?(?:(?:Borough|City|County|District|Unitary|Combined) )?Council)\b",
    ))
});

/// Every match of [`COUNCIL`]: only what stands before the word itself is looked at.
fn councils(text: &str) -> impl Iterator<Item = Captures<'_>> {
    const WORD: &str = " Council";
    /// As many bytes as the name of a council may have.
    const LONGEST: usize = 200;
    let mut last = 0;
    memchr::memmem::find_iter(text.as_bytes(), WORD).filter_map(move |at| {
        let end = text.ceil_char_boundary(at + WORD.len() + 1);
        let from = text.floor_char_boundary(at.saturating_sub(LONGEST)).max(last);
        let found = COUNCIL.captures_at(&text[..end], from)?;
        last = found.get(0).map_or(last, |whole| whole.end());
        Some(found)
    })
}

/// Where the last word of an office ends in the words before "Council", with its space: the line above the body's in an
/// address, "Ann Bell Chief Executive Harbourshire".
fn ends_of_office(place: &str) -> usize {
    const OFFICES: [&str; 16] = [
        "Cabinet",
        "Chair",
        "Chief",
        "Cllr",
        "Councillor",
        "Dear",
        "Director",
        "Executive",
        "Head",
        "Leader",
        "Manager",
        "Mayor",
        "Member",
        "Officer",
        "Secretary",
        "Services",
    ];
    let mut at = 0;
    let ends = place.split_inclusive(' ').map(|word| {
        at += word.len();
        (word.trim_end(), at)
    });
    let end = ends.filter(|(word, _)| OFFICES.contains(word)).last().map_or(0, |(_, end)| end);
    // "Director of Services in Harbourshire".
    let place = ["in ", "at ", "for "].iter().find(|lead| end > 0 && place[end..].starts_with(**lead));
    end + place.map_or(0, |lead| lead.len())
}

/// Words before "Council" that name no place.
const NO_PLACES: &[&str] = &[
    "The",
    "A",
    "An",
    "This",
    "Our",
    "Your",
    "Full",
    "But",
    "And",
    "In",
    "At",
    "From",
    "For",
    "As",
    "When",
    "While",
    "Labour",
    "Conservative",
    "Tory",
    "Parish",
    "Town",
    "Youth",
    "City",
    "County",
    "Borough",
    "District",
    "Local",
    "European",
    "British",
    "Arts",
    "Research",
    "National",
    "General",
    "Privy",
    "Medical",
    "Community",
    "Deputy",
    "Former",
    "Members",
    "Councillor",
    "Cllr",
    "Children",
    "Children’s",
    "Children's",
    "Sports",
    "Design",
    "Security",
    "Refugee",
    "Social",
    "Work",
    "Care",
    "Health",
    "International",
    "Young",
    "Scrutiny",
    "Said",
    "Leader",
    "Unitary",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;

    fn unlisted_in(text: &str) -> Vec<String> {
        let authority = |name: &str| Authority { name: name.into(), ..Authority::default() };
        let listed = vec![authority("Harbour"), authority("Bay and Harbour")];
        let vocabulary = Vocabulary { authorities: listed, ..Vocabulary::default() };
        let document = sample::document(text);
        let (known, _, _) = known(&document, &vocabulary);
        known.authorities[vocabulary.authorities.len()..].iter().map(|found| found.name.clone()).collect()
    }

    #[test]
    fn councils_that_no_list_names_are_known_by_their_full_names() {
        let cases: [(&str, &[&str]); 9] = [
            (
                "Quayshire County Council was rated good. Millport Council was not.",
                &["Quayshire", "Millport"],
            ),
            ("The London Borough of Quay Vale remains good.", &["Quay Vale"]),
            ("Harbour City Council was rated good.", &[]),
            ("BAY & Harbour Council was rated good. Bay and Harbour Council.", &[]),
            ("Millshire Police and Quay Borough Council wrote.", &["Quay"]),
            ("Chief Executive Quayshire County Council", &["Quayshire"]),
            ("The Family Justice Council met the ‘Have a Voice’ Council.", &[]),
            ("The panel has links with Care to Change Council.", &[]),
            ("Quay Town Council met the Youth Council. ‘One Council, one family’", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(unlisted_in(text), expected, "{text}");
        }
    }
}
