//! A run of capitalised words that holds no known given name in, the name of a person in it out, by what stands beside it.

use super::super::people;
use super::found::{Found, Ordinary, name_end};
use super::lexicon;
use super::runs::{Run, Word, WordKind};
use crate::model::{BlockKind, Document, Span};

/// Names whose given name is not known, by what stands beside them: an office with a colon before ("Lead inspector:"),
/// letters such as HMI behind, or a list of names before.
pub fn by_context<'a>(
    document: &'a Document,
    run: &Run,
    last: Option<&Found>,
    ordinary: &Ordinary<'a>,
) -> Option<Found> {
    let text = document.text();
    if let Some(name) = behind_body(document, run, ordinary) {
        return Some(certainly(name));
    }
    let first = run.words.iter().position(Word::is_name_like)?;
    let end = name_end(text, &run.words, first, 3);
    if end < first + 2 || run.words[end - 1].kind == WordKind::Initial {
        return None;
    }
    let name = Span::new(run.words[first].span.start, run.words[end - 1].span.end);
    let rest = &run.words[end..];
    let behind = rest.first().map(|word| &text[word.span.range()]);
    let lettered = matches!(behind, Some("HMI" | "SHMI" | "MP" | "OBE" | "MBE" | "CBE" | "QC" | "KC"));
    let ends_alone = rest.is_empty() || lettered;
    let certain = ends_alone
        && ((first == 0
            && (lettered
                || is_labelled(document, name)
                || is_listed(text, name, last)
                || is_aged(text, name)))
            || is_enumerated(text, name, ordinary)
            || is_signed(text, name)
            || is_beside_office(document, name, ordinary)
            || goes_on_to_speak(text, name, ordinary));
    certain.then(|| certainly(name))
}

fn certainly(name: Span) -> Found {
    Found {
        name,
        whole: name,
        gender: None,
        office: None,
        certain: true,
        given_only: false,
        shared_surname: None,
    }
}

/// The two words at the end of a run, where the name of a body ends before them and an office follows: those whom a letter
/// addresses stand one behind the other, "…, Kent Care Board Xanthe Quill, Chief Nurse".
fn behind_body<'a>(document: &'a Document, run: &Run, ordinary: &Ordinary<'a>) -> Option<Span> {
    let text = document.text();
    let at = run.words.len().checked_sub(3)?;
    let body = &run.words[at];
    let ends = body.kind == WordKind::Common && lexicon::names_a_body(&text[body.span.range()]);
    let named = run.words[at + 1..].iter().all(|word| word.kind == WordKind::Plain);
    let name = Span::new(run.words[at + 1].span.start, run.words[at + 2].span.end);
    let block = document.block_at(name.start)?.span;
    let office = || people::begins_with_office(&text[name.end..block.end.max(name.end)]);
    let own = || !text[name.range()].split(' ').any(|word| ordinary.has(text, word));
    (ends && named && office() && own()).then_some(name)
}

/// "Lead inspector: X Y", or in the cell after it.
fn is_labelled(document: &Document, name: Span) -> bool {
    let block = document.block_at(name.start);
    let from = block.map_or(0, |block| block.span.start);
    let before = document.text()[from..name.start].trim_end_matches(' ');
    let label = match before.strip_suffix([':', '\t']) {
        Some(label) => label.trim_end_matches([':', ' ']),
        None => return false,
    };
    let last = label.rsplit([' ', '\n', '\t']).next().unwrap_or(label).to_lowercase();
    let cell = matches!(block.map(|block| &block.kind), Some(BlockKind::TableRow { .. }));
    let office = [
        "inspector",
        "inspectors",
        "manager",
        "analyst",
        "analysts",
        "author",
        "lead",
        "director",
        "contact",
    ];
    office.contains(&last.as_str()) && (cell || before.ends_with(':'))
}

/// "Inspectors for this visit were X Y and …": the first of the names of those who inspected.
fn is_enumerated<'a>(text: &'a str, name: Span, ordinary: &Ordinary<'a>) -> bool {
    const LEADS: [&str; 10] = [
        "nspectors for this visit were ",
        "nspectors for this inspection were ",
        "nspectors were ",
        "nspector for this visit was ",
        "nspector for this inspection was ",
        "nspector was ",
        "visit was carried out by ",
        "inspection was carried out by ",
        "visit was led by ",
        "inspection was led by ",
    ];
    let before = &text[text.floor_char_boundary(name.start.saturating_sub(60))..name.start];
    LEADS.iter().any(|lead| before.ends_with(lead))
        && !text[name.range()].split(' ').any(|word| ordinary.has(text, word))
}

/// A line of its own below "Yours sincerely": who signed a letter.
fn is_signed(text: &str, name: Span) -> bool {
    const NEAR: usize = 120;
    let before = &text[text.floor_char_boundary(name.start.saturating_sub(NEAR))..name.start];
    let alone = before.ends_with('\n') && (text[name.end..].starts_with('\n') || name.end == text.len());
    let closing = ["Yours sincerely", "Yours faithfully", "Yours truly"];
    alone
        && closing.iter().filter_map(|words| before.rfind(words)).any(|at| before[at..].lines().count() <= 6)
}

/// Whether only a comma or "and", with letters such as HMI, parts the name from one just before.
fn is_listed(text: &str, name: Span, last: Option<&Found>) -> bool {
    let Some(last) = last.filter(|last| last.name.end < name.start && name.start - last.name.end < 24) else {
        return false;
    };
    let between = &text[last.name.end..name.start];
    let letters = |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut parts = between.split([' ', ',', ';', '(', ')']).filter(|part| !part.is_empty());
    let lettered = parts.clone().any(letters);
    // "Amy Lowe, Lib Dem spokesperson": an office that begins with capitals is no further name.
    let behind = text[name.end..].strip_prefix(' ').unwrap_or_default();
    let goes_on = behind.starts_with(char::is_lowercase)
        && !["and ", "were ", "was ", "are ", "have ", "said"].iter().any(|word| behind.starts_with(word));
    (lettered || !goes_on)
        && parts.all(|part| part == "and" || letters(part))
        && (lettered || between.contains([',', ';']))
}

/// "the council’s chief executive, X Y, said", "X Y, headteacher of Grange School,"; not if X or Y is an ordinary word
/// of the document.
fn is_beside_office<'a>(document: &'a Document, name: Span, ordinary: &Ordinary<'a>) -> bool {
    let text = document.text();
    let block = document.block_at(name.start).map_or(name, |block| block.span);
    let before = &text
        [document.sentence_at(name.start).start.clamp(block.start.min(name.start), name.start)..name.start];
    let office = people::ends_with_office(before)
        || people::begins_with_office(&text[name.end..block.end.max(name.end)]);
    office && !text[name.range()].split(' ').any(|word| ordinary.has(text, word))
}

/// Whether the text goes on to tell what Y said, or how old X is, where neither is an ordinary word: "X Y came. … Y said".
/// No list has every given name.
fn goes_on_to_speak<'a>(text: &'a str, name: Span, ordinary: &Ordinary<'a>) -> bool {
    const REACH: usize = 20_000;
    let words = &text[name.range()];
    let (Some((given, _)), Some((_, surname))) = (words.split_once(' '), words.rsplit_once(' ')) else {
        return false;
    };
    let rest = &text[name.end..text.floor_char_boundary((name.end + REACH).min(text.len()))];
    let places = |word: &'a str| {
        memchr::memmem::find_iter(rest.as_bytes(), word)
            .map(move |at| (&rest[..at], &rest[at + word.len()..]))
    };
    let apart = |before: &str| !before.ends_with(char::is_alphanumeric);
    let said = places(surname).any(|(before, behind)| {
        let next =
            behind.strip_prefix(' ').map(|behind| behind.split([' ', ',', '.', ':']).next().unwrap_or(""));
        let titled =
            ["Mr ", "Mrs ", "Ms ", "Dr ", "said ", "added "].iter().any(|lead| before.ends_with(lead));
        let alone = !before.trim_end().ends_with(given);
        alone && apart(before) && (titled || next.is_some_and(is_told_of))
    });
    let aged = || {
        places(given).any(|(before, behind)| {
            let age = behind.strip_prefix(", ").map_or("", |age| age.split([',', '.']).next().unwrap_or(""));
            apart(before) && age.len() == 2 && age.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let own = |word: &'a str| word.len() > 2 && !ordinary.has(text, word);
    // "Skipper Lowe" has an office for a given name.
    let office = people::is_head_noun(&given.to_lowercase());
    (said || aged()) && own(given) && own(surname) && !office
}

/// Verbs of which a person, rather than a body, is mostly the subject.
fn is_told_of(word: &str) -> bool {
    matches!(
        word,
        "said" | "says" | "added" | "told" | "explained" | "explains" | "recalled" | "admitted" | "insisted"
    )
}

/// "X Y, 43, said".
fn is_aged(text: &str, name: Span) -> bool {
    let Some(age) = text[name.end..].strip_prefix(", ") else { return false };
    let digits = age.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && age[digits..].starts_with([',', '.'])
}
