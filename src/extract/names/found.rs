//! Runs of capitalised words in, the full names of persons in them out.

use super::super::people;
use super::context::by_context;
use super::given::{Gender, given_name};
use super::lexicon::{self, Title};
use super::runs::{Run, Word, WordKind, follows_titled};
use super::things::names_a_thing;
use crate::model::{Document, Span};
use std::cell::RefCell;
use std::collections::HashMap;

/// A name of full form.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub name: Span,
    /// With its title.
    pub whole: Span,
    pub gender: Option<Gender>,
    pub office: Option<&'static str>,
    pub certain: bool,
    /// "Sir Jim": a title that goes with the given name.
    pub given_only: bool,
    /// Doe, of Jane in "Jane and John Doe".
    pub shared_surname: Option<Span>,
}

/// Every full name, in reading order.
pub fn names(document: &Document, runs: &[Run]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let ordinary = Ordinary::default();
    let mut former: Option<&Run> = None;
    for run in runs {
        let text = document.text();
        let before = found.len();
        in_run(text, run, &ordinary, &mut found);
        if found.len() == before {
            found.extend(by_context(document, run, found.last(), &ordinary));
        }
        if let Some(other) = found.get(before).and_then(|named| partner(text, former, run, named)) {
            found.insert(before, other);
        }
        former = Some(run);
    }
    found
}

/// Jane in "Jane and John Doe": a given name alone, joined to a whole one.
fn partner(text: &str, former: Option<&Run>, run: &Run, named: &Found) -> Option<Found> {
    let given = former?.words.last()?;
    let WordKind::Given(known) = given.kind else { return None };
    let alone =
        former.is_some_and(|former| former.words.iter().rev().skip(1).all(|word| !word.is_name_like()));
    let joined = run.words.first().is_some_and(|first| first.span.start == named.whole.start)
        && named.name == named.whole
        && text.get(given.span.end..named.name.start) == Some(" and ");
    let surname = text[named.name.range()].rsplit_once(' ').map(|(_, surname)| surname)?;
    let span = Span::new(named.name.end - surname.len(), named.name.end);
    (alone && joined && !known.ambiguous).then_some(Found {
        name: given.span,
        whole: given.span,
        gender: known.gender,
        office: None,
        certain: true,
        given_only: false,
        shared_surname: Some(span),
    })
}

/// Names by their form: a title and a name, or a given name and what follows it.
fn in_run<'a>(text: &'a str, run: &Run, ordinary: &Ordinary<'a>, found: &mut Vec<Found>) {
    let words = &run.words;
    let mut at = 0;
    while at < words.len() {
        let name = match words[at].kind {
            WordKind::Title(title) => titled(text, words, at, title),
            WordKind::Given(_) => given_and_surname(text, words, at, ordinary),
            WordKind::Initial => initials_and_surname(text, words, at),
            _ => None,
        };
        let Some((name, next)) = name else {
            at += 1;
            continue;
        };
        found.push(name);
        at = next;
    }
}

/// "Ms Farach", "Coun Jim Robbins", "Dr A. Khan".
fn titled(text: &str, words: &[Word], at: usize, title: Title) -> Option<(Found, usize)> {
    let mut first = at + 1;
    let mut title = title;
    // "Detective Chief Inspector Jane Doe", "Sir Cllr": several titles and words of rank.
    while let Some(word) = words.get(first) {
        match word.kind {
            WordKind::Title(more) => {
                title = Title { gender: title.gender.or(more.gender), office: title.office.or(more.office) };
                first += 1;
            }
            // "Mr Justice Doe" is a judge; "Children Health and Justice" is none.
            WordKind::Common if &text[word.span.range()] == "Justice" => {
                title.office = Some("Judge");
                first += 1;
            }
            WordKind::Common if matches!(&text[word.span.range()], "Chief" | "Inspector" | "Hon") => {
                first += 1
            }
            _ => break,
        }
    }
    let end = name_end(text, words, first, 4);
    let certain_form = end > first && !matches!(words[end - 1].kind, WordKind::Initial);
    if !certain_form || is_part_of_a_body(text, words, end) {
        return None;
    }
    let name = Span::new(words[first].span.start, words[end - 1].span.end);
    let (at, rank) = whole_rank(text, words, at);
    let office = rank.or(title.office);
    let whole = Span::new(words[at].span.start, name.end);
    let of_given = given_name(&text[words[first].span.range()]).and_then(|given| given.gender);
    let gender = title.gender.or(of_given.filter(|_| end > first + 1));
    let knightly = matches!(&text[words[at].span.range()], "Sir" | "Dame");
    let given_only = knightly && end == first + 1 && matches!(words[first].kind, WordKind::Given(_));
    Some((Found { name, whole, gender, office, certain: true, given_only, shared_surname: None }, end))
}

/// Where a rank of the police begins whose last word is a title, and the rank: "Deputy Chief Constable NAME".
fn whole_rank(text: &str, words: &[Word], at: usize) -> (usize, Option<&'static str>) {
    const RANKS: [&str; 6] = [
        "Temporary Chief Constable",
        "Deputy Chief Constable",
        "Assistant Chief Constable",
        "Detective Chief Superintendent",
        "Chief Constable",
        "Chief Superintendent",
    ];
    let end = words[at].span.end;
    let rank = RANKS.iter().find_map(|rank| {
        let first = (at + 1).checked_sub(rank.split(' ').count())?;
        (text[words[first].span.start..end] == **rank).then_some((first, Some(*rank)))
    });
    rank.unwrap_or((at, None))
}

/// "Helen Cawston", "Dominic Porter Moore", "Ludwig van der Berg".
fn given_and_surname<'a>(
    text: &'a str,
    words: &[Word],
    at: usize,
    ordinary: &Ordinary<'a>,
) -> Option<(Found, usize)> {
    let WordKind::Given(given) = words[at].kind else { return None };
    let end = name_end(text, words, at, 4);
    let enough = end >= at + 2 && words[end - 1].kind != WordKind::Initial;
    if !enough || is_part_of_a_body(text, words, end) || is_after_saint(text, words, at) {
        return None;
    }
    let name = Span::new(words[at].span.start, words[end - 1].span.end);
    // "the Mac Observer": with an article it is a thing.
    let article = [" the ", " The ", "\nThe "].iter().any(|lead| text[..name.start].ends_with(lead));
    if article || is_credited(text, name.start) || is_ward(text, name.start) || names_a_thing(text, name) {
        return None;
    }
    let surname = &text[words[end - 1].span.range()];
    if given.ambiguous && (follows_place_preposition(text, name.start) || ordinary.has(text, surname)) {
        return None;
    }
    Some((
        Found {
            name,
            whole: name,
            gender: given.gender,
            office: None,
            certain: true,
            given_only: false,
            shared_surname: None,
        },
        end,
    ))
}

/// "J. K. Rowling", "A. Khan"; a single letter without its stop is an initial only in "Councillors J Doe, A Khan".
fn initials_and_surname(text: &str, words: &[Word], at: usize) -> Option<(Found, usize)> {
    let stopped = |word: &Word| text[word.span.end..].starts_with('.');
    const MOST_INITIALS: usize = 3;
    let surname =
        words[at..].iter().take(MOST_INITIALS + 1).position(|word| word.kind != WordKind::Initial)? + at;
    let all_stopped = words[at..surname].iter().all(stopped);
    let listed = follows_titled(text, words[at].span.start);
    let plain = words[surname].kind == WordKind::Plain || listed && words[surname].is_name_like();
    let end = name_end(text, words, surname, 2);
    if !(all_stopped || listed) || !plain || is_part_of_a_body(text, words, end) {
        return None;
    }
    let name = Span::new(words[at].span.start, words[end - 1].span.end);
    Some((
        Found {
            name,
            whole: name,
            gender: None,
            office: listed.then_some("Councillor"),
            certain: listed,
            given_only: false,
            shared_surname: None,
        },
        end,
    ))
}

/// Where a name that begins at `first` ends, exclusive: at most `most` words of it.
pub fn name_end(text: &str, words: &[Word], first: usize, most: usize) -> usize {
    let mut end = first;
    let mut count = 0;
    while let Some(word) = words.get(end) {
        let surname_at_end = end > first
            && end + 1 == words.len()
            && matches!(word.kind, WordKind::Common | WordKind::Title(_))
            && is_surname_here(text, words, first, end);
        let shouted = end > first && is_shouted_surname(text, words[first].span, word);
        if word.kind == WordKind::Particle {
            end += 1;
            continue;
        }
        if count == most || !(word.is_name_like() || surname_at_end || shouted) {
            break;
        }
        count += 1;
        end += 1;
    }
    while end > first && words[end - 1].kind == WordKind::Particle {
        end -= 1;
    }
    end
}

/// Young in "Sarah Young", but not Street in "on John Street".
fn is_surname_here(text: &str, words: &[Word], first: usize, at: usize) -> bool {
    let word = &text[words[at].span.range()];
    let sure_given = !matches!(words[first].kind, WordKind::Given(given) if given.ambiguous)
        || people::begins_with_office(&text[words[at].span.end..]);
    let place = || {
        let start = words[first].span.start;
        follows_place_preposition(text, start) || is_in_address(text, start, words[at].span.end)
    };
    // "Sam Cooke House" has a surname before its last word, "Mary Jane Hill" has not.
    let named = || at > first + 1 && words[at - 1].kind == WordKind::Plain;
    let place = lexicon::names_a_body(word) && (named() || place());
    lexicon::is_also_surname(word) && sure_given && !place
}

/// "Lewis House, Manvers Street, SN15 1GG": the part before or behind a comma is a place or a postcode.
fn is_in_address(text: &str, start: usize, end: usize) -> bool {
    let marks = [',', '\n', '\t'];
    let last = |part: &str| part.trim().rsplit(' ').next().unwrap_or_default().to_owned();
    let is_postcode = |part: &str| {
        let last = last(part);
        last.bytes().any(|byte| byte.is_ascii_digit())
            && last.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
    };
    // A line of its own, with the town and the postcode in the lines beneath.
    let mut beneath = text[end..].lines().skip(1).filter(|line| !line.is_empty()).take(2);
    if text[end..].starts_with('\n') && beneath.any(|line| line.len() < 40 && is_postcode(line)) {
        return true;
    }
    let parted = |part: &str| {
        let postcode = is_postcode(part);
        let called =
            part.trim().contains(' ') && part.split(' ').all(|word| !word.starts_with(char::is_lowercase));
        postcode || called && lexicon::names_a_body(&last(part))
    };
    let behind = text[end..].strip_prefix(", ").and_then(|rest| rest.split(marks).next());
    let before = text[..start].strip_suffix(", ").and_then(|rest| rest.rsplit(marks).next());
    behind.into_iter().chain(before).any(|part| part.len() < 60 && parted(part))
}

/// DOE in "JANE DOE".
fn is_shouted_surname(text: &str, given: Span, word: &Word) -> bool {
    let shouted = |span: Span| !text[span.range()].chars().any(char::is_lowercase);
    word.kind == WordKind::Acronym
        && word.span.len() > 2
        && given.len() > 2
        && shouted(given)
        && shouted(word.span)
}

/// Whether the word after the name makes it a part of a body's or a place's name.
fn is_part_of_a_body(text: &str, words: &[Word], end: usize) -> bool {
    let Some(next) = words.get(end) else { return false };
    match next.kind {
        WordKind::Common => lexicon::names_a_body(&text[next.span.range()]),
        _ => false,
    }
}

/// "St John Ambulance".
fn is_after_saint(text: &str, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &text[words[before].span.range()]);
    matches!(
        before,
        Some("St" | "Saint" | "Mount" | "Port" | "Fort" | "King" | "Queen" | "Prince" | "Princess")
    ) || text[..words[at].span.start].ends_with("St. ")
}

/// What was found out about words of the document, so that it is searched once a word.
#[derive(Default)]
pub struct Ordinary<'a>(RefCell<HashMap<&'a str, bool>>);

impl<'a> Ordinary<'a> {
    pub fn has(&self, text: &'a str, word: &'a str) -> bool {
        *self.0.borrow_mut().entry(word).or_insert_with(|| is_ordinary_word(text, word))
    }
}

/// Whether the document also has the word in lower case, as that of "Grant Allocation".
fn is_ordinary_word(text: &str, word: &str) -> bool {
    let lower = format!(" {}", word.to_lowercase());
    let ends = |at: &usize| !text[at + lower.len()..].starts_with(char::is_alphanumeric);
    memchr::memmem::find_iter(text.as_bytes(), &lower).any(|at| ends(&at))
}

/// "Photo: Agency/Jane Doe": who took a picture has no part in what the text tells.
fn is_credited(text: &str, start: usize) -> bool {
    let before = &text[text.floor_char_boundary(start.saturating_sub(40))..start];
    let line = before.rsplit('\n').next().unwrap_or(before);
    let credit =
        ["Credit", "Photo", "Photograph", "Picture", "Pic", "Image", "REUTERS", "Reuters", "AP", "PA"];
    let after = |mark: char| {
        let label = line.trim_end().strip_suffix(mark)?;
        let last = label.rsplit([' ', '(', '/']).next().unwrap_or(label);
        Some(credit.contains(&last) || last.eq_ignore_ascii_case("credit"))
    };
    let pictured = ["hoto", "redit", "icture", "mage"].iter().any(|label| line.contains(label));
    let owner = line.ends_with('/') && pictured;
    owner || after('/').or_else(|| after(':')).unwrap_or(false)
}

/// "(Con, Leighton Buzzard South)": the ward of a councillor of that party.
fn is_ward(text: &str, start: usize) -> bool {
    let before = &text[text.floor_char_boundary(start.saturating_sub(30))..start];
    let party =
        before.rsplit_once('(').and_then(|(_, inner)| inner.trim_end().strip_suffix([',', ':', '-', '–']));
    party.is_some_and(|party| people::is_party(party.trim_end()))
}

/// "in Chelsea Harbour", "at Florence Nightingale".
fn follows_place_preposition(text: &str, start: usize) -> bool {
    [" in ", " at ", " near ", " on ", "In ", "At ", "Near ", "On "]
        .iter()
        .any(|before| text[..start].ends_with(before))
}
