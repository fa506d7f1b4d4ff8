//! Entries in; the title and the headings among the paragraphs found by what stands around them.

use super::super::draft::{Entry, Part};
use super::contents::Contents;
use super::{articles, is_marked_heading};
use crate::model::{BlockKind, InlineKind};
use regex::Regex;
use std::sync::LazyLock;

static SECTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:section|part|chapter|annex|appendix) (?:[0-9]+|[a-z]|[ivx]+)\b").expect("a constant")
});
static LABEL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[A-Z][^:.]{1,50}: ?(\S.*)$").expect("a constant"));

const BESIDE_TITLE: &str = "a name beside the title";

/// Finds the title, then the headings.
pub fn mark(entries: &mut Vec<Entry>, contents: &Contents) {
    let numbered = entries.iter().filter(|entry| is_numbered(entry)).count() >= 5;
    if !entries.iter().filter_map(Entry::part).any(|part| part.kind == BlockKind::Title) {
        mark_title(entries, contents);
    }
    one_title(entries);
    if entries.iter().filter_map(Entry::part).filter(|part| is_marked(part)).count() >= 2 {
        return;
    }
    let mut shapes: Vec<Shape> =
        (0..entries.len()).map(|index| shape(entries, index, contents, numbered)).collect();
    refuse_runs(&mut shapes);
    let found: Vec<(usize, &'static str)> =
        (0..entries.len()).filter_map(|index| Some((index, heading(&shapes, index)?))).collect();
    for (index, because) in found {
        if let Some(part) = entries[index].part_mut() {
            part.becomes(BlockKind::Heading { level: 2 }, because);
            part.words.inlines.retain(|inline| inline.kind != InlineKind::Strong);
        }
    }
    mark_levels(entries, contents);
}

/// So many short lines one after the other are no headings, but the cells of a table that lost its form, or a list.
const LONGEST_RUN: usize = 3;

fn refuse_runs(shapes: &mut [Shape]) {
    let mut run: Vec<usize> = Vec::new();
    for at in 0..=shapes.len() {
        match shapes.get(at) {
            Some(Shape::Headline) => run.push(at),
            Some(Shape::Nothing) => {}
            _ if run.len() > LONGEST_RUN => run.drain(..).for_each(|at| shapes[at] = Shape::Prose),
            _ => run.clear(),
        }
    }
}

fn is_marked(part: &Part) -> bool {
    part.kind.is_heading() && is_marked_heading(part.because)
}

fn is_numbered(entry: &Entry) -> bool {
    entry.part().is_some_and(|part| part.is_paragraph() && part.number.is_some())
}

/// What an entry looks like, for those around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Set aside: as if it were not there.
    Nothing,
    /// A title or heading that is known as such.
    Known,
    /// A heading by its number or its contents entry.
    Heading(&'static str),
    /// Short, alone, and without a full stop.
    Headline,
    /// Short and alone, but it asks, or announces what follows.
    Announcement,
    /// One short sentence, alone.
    Statement,
    Numbered,
    Item,
    Prose,
}

fn shape(entries: &[Entry], index: usize, contents: &Contents, numbered: bool) -> Shape {
    let part = match &entries[index] {
        Entry::Aside { .. } => return Shape::Nothing,
        Entry::Row { .. } => return Shape::Prose,
        Entry::Part(part) => part,
    };
    match part.kind {
        BlockKind::Title | BlockKind::Heading { .. } => return Shape::Known,
        BlockKind::ListItem { .. } => return Shape::Item,
        BlockKind::Footnote { .. } | BlockKind::Caption => return Shape::Nothing,
        BlockKind::Paragraph => {}
        _ => return Shape::Prose,
    }
    if part.number.is_some() {
        return if is_numbered_heading(part) {
            Shape::Heading("a numbered line without a stop")
        } else {
            Shape::Numbered
        };
    }
    if part.because == BESIDE_TITLE {
        return Shape::Prose;
    }
    if is_bold(part) {
        return Shape::Heading("a bold line without a stop");
    }
    if contents.names(part.text()) {
        return Shape::Heading("stands in the contents list");
    }
    let next = entries[index + 1..].iter().find(|entry| !matches!(entry, Entry::Aside { .. }));
    let alone =
        part.gap && next.is_some_and(|next| next.part().is_none_or(|next| next.gap || next.marker.is_some()));
    if alone { shape_of_words(part.text(), numbered) } else { Shape::Prose }
}

/// Whether all words are bold, and they are few.
fn is_bold(part: &Part) -> bool {
    let covered = |inline: &crate::model::Inline| {
        inline.kind == InlineKind::Strong && part.words.text[inline.span.range()].trim() == part.text()
    };
    part.words.inlines.iter().any(covered) && part.text().len() <= 120 && !part.text().ends_with(['.', ','])
}

/// `2.1 Adoption` as a line of its own is a heading, a numbered paragraph is not.
fn is_numbered_heading(part: &Part) -> bool {
    part.number.as_ref().is_some_and(|number| number.contains('.')) && !part.text().ends_with('.')
}

fn shape_of_words(text: &str, numbered: bool) -> Shape {
    let (most_letters, most_words) = if numbered { (150, 24) } else { (90, 13) };
    let short = text.chars().count() <= most_letters && text.split_whitespace().count() <= most_words;
    let starts = text
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '‘' | '\'' | '“' | '"'));
    let sentences = super::super::sentences(text).len();
    if !short
        || !starts
        || sentences != 1
        || is_label(text)
        || is_speech(text)
        || is_contact(text)
        || is_of_a_letter(text)
        || articles::is_dateline(text)
    {
        return Shape::Prose;
    }
    match text.chars().last() {
        Some('.') if numbered && is_statement(text) => Shape::Statement,
        Some('.' | '!' | ',' | ';') => Shape::Prose,
        Some('?' | ':') => Shape::Announcement,
        _ => Shape::Headline,
    }
}

/// "Lead inspector: Ann Brown" and "Report published: 23 May 2014" are no headings; "Section 1: the local authority" is.
fn is_label(text: &str) -> bool {
    let Some(value) = LABEL.captures(text).and_then(|found| found.get(1)) else { return false };
    let words: Vec<&str> = value.as_str().split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase());
    !SECTION.is_match(text)
        && (value.as_str().contains(|c: char| c.is_ascii_digit())
            || (words.len() >= 2 && words.iter().all(capital)))
}

/// Words in an open quotation, or said by someone.
fn is_speech(text: &str) -> bool {
    let opened = text.matches(['“', '"']).count();
    let closed = text.matches('”').count();
    text.starts_with(['“', '"'])
        || (opened != closed && opened % 2 == 1)
        || text.contains(" said: ")
        || text.ends_with(" said:")
}

fn is_contact(text: &str) -> bool {
    text.contains('@') || text.contains("www.") || text.contains("://") || text.starts_with('©')
}

/// How letters begin and end.
fn is_of_a_letter(text: &str) -> bool {
    text.starts_with("Dear ") || text.starts_with("Yours ") || text.starts_with("Kind regards")
}

/// Whether words name a body, as covers do beneath the title.
fn names_body(text: &str) -> bool {
    const BODIES: [&str; 9] =
        ["Authority", "Board", "Borough", "City", "Council", "County", "Partnership", "Trust", "Service"];
    let words = || text.split_whitespace();
    words().all(|word| word.starts_with(char::is_uppercase) || word == "of" || word == "and")
        && words().any(|word| BODIES.contains(&word))
}

/// A sentence about a thing, as a heading is one, not about persons or about what was said before.
fn is_statement(text: &str) -> bool {
    const NOT: [&str; 16] = [
        "We",
        "I",
        "They",
        "It",
        "This",
        "These",
        "Those",
        "He",
        "She",
        "There",
        "Inspectors",
        "However",
        "In",
        "An",
        "A",
        "As",
    ];
    let first = text.split_whitespace().next().unwrap_or("");
    !NOT.contains(&first) && text.chars().count() <= 130
}

/// Why an entry is a heading, if it is one that is not marked as such.
fn heading(shapes: &[Shape], index: usize) -> Option<&'static str> {
    let after = |from: usize| {
        shapes[from + 1..].iter().position(|shape| *shape != Shape::Nothing).map(|at| from + 1 + at)
    };
    let next = after(index)?;
    let before = shapes[..index].iter().rev().find(|shape| **shape != Shape::Nothing);
    let announces_numbers = shapes[next] == Shape::Numbered
        || (matches!(shapes[next], Shape::Headline | Shape::Announcement)
            && after(next).is_some_and(|then| shapes[then] == Shape::Numbered)
            && matches!(before, Some(Shape::Known | Shape::Heading(_) | Shape::Headline)));
    match shapes[index] {
        Shape::Heading(because) => Some(because),
        Shape::Headline => Some("a short line alone, without a stop"),
        Shape::Announcement
            if matches!(
                shapes[next],
                Shape::Numbered | Shape::Headline | Shape::Known | Shape::Heading(_)
            ) =>
        {
            Some("a short line alone, before numbered paragraphs")
        }
        Shape::Statement if announces_numbers => Some("a sentence alone, before numbered paragraphs"),
        _ => None,
    }
}

/// The title is the first line, or (where that only names a body) the longer one beneath it, with what "and" joins to it.
fn mark_title(entries: &mut Vec<Entry>, contents: &Contents) {
    let Some(first) = entries.iter().position(|entry| !matches!(entry, Entry::Aside { .. })) else { return };
    let is_line = |index: usize| {
        entries.get(index).and_then(Entry::part).is_some_and(|part| {
            part.is_paragraph()
                && part.number.is_none()
                && matches!(shape_of_words(part.text(), true), Shape::Headline)
                && !contents.names(part.text())
        })
    };
    // A letter is headed by addresses; what it is about stands below the salutation.
    if let Some(subject) = below_salutation(entries).filter(|subject| is_line(*subject)) {
        join_title(entries, subject);
        return;
    }
    let followed = |index: usize| entries[index + 1..].iter().any(|entry| entry.part().is_some());
    let labelled = |index: usize| {
        entries.get(index).and_then(Entry::part).is_some_and(|part| is_label(part.text()) || is_line(index))
    };
    if !is_line(first) || !followed(first) || !(separate(entries, first) || labelled(first + 1)) {
        return;
    }
    let words = |index: usize| entries[index].part().map_or(0, |part| part.text().split_whitespace().count());
    let title = if words(first) <= 5 && is_line(first + 1) && words(first + 1) > words(first) {
        first + 1
    } else {
        first
    };
    if title > first
        && let Some(part) = entries[first].part_mut()
    {
        part.because = BESIDE_TITLE;
    }
    join_title(entries, title);
    if let Some(part) = entries.get_mut(title + 1).and_then(Entry::part_mut)
        && names_body(part.text())
    {
        part.because = BESIDE_TITLE;
    }
}

/// The line below "Dear NAME", where a text begins as a letter.
fn below_salutation(entries: &[Entry]) -> Option<usize> {
    const HEAD: usize = 40;
    let text = |index: usize| entries.get(index).and_then(Entry::part).map_or("", |part| part.text());
    let dear = (1..entries.len().min(HEAD)).find(|index| text(*index).starts_with("Dear "))?;
    let alone = entries.get(dear + 2).and_then(Entry::part).is_none_or(|next| next.gap);
    (text(dear).len() < 80 && alone).then_some(dear + 1)
}

/// Whether a line is followed by an empty one, or by a byline.
fn separate(entries: &[Entry], index: usize) -> bool {
    entries.get(index + 1).is_none_or(|next| {
        next.part().is_none_or(|part| part.gap || part.marker.is_some() || !part.is_paragraph())
    })
}

fn join_title(entries: &mut Vec<Entry>, title: usize) {
    while let Some(next) = entries.get(title + 1).and_then(Entry::part) {
        let current = entries[title].part().map_or("", |part| part.text());
        let joins = next.is_paragraph()
            && next.number.is_none()
            && (next.text() == "and" || current.ends_with(" and"));
        if !joins || next.text().chars().count() > 200 {
            break;
        }
        let Entry::Part(next) = entries.remove(title + 1) else { break };
        if let Some(part) = entries[title].part_mut() {
            part.words.append(" ", next.words);
        }
    }
    if let Some(part) = entries[title].part_mut() {
        part.becomes(BlockKind::Title, "the first line, alone and without a stop");
    }
}

/// A second title is a heading.
fn one_title(entries: &mut [Entry]) {
    let titles = entries.iter_mut().filter_map(Entry::part_mut).filter(|part| part.kind == BlockKind::Title);
    for part in titles.skip(1) {
        part.kind = BlockKind::Heading { level: 2 };
    }
}

/// Sections are above what the contents list names, and that is above the rest. Levels that `#` gives stay.
fn mark_levels(entries: &mut [Entry], contents: &Contents) {
    let headings = || {
        entries.iter().filter_map(Entry::part).filter(|part| matches!(part.kind, BlockKind::Heading { .. }))
    };
    let sections = headings().any(|part| SECTION.is_match(part.text()));
    let listed = u8::from(sections) + 2;
    // What stands before the first heading of the contents list is beneath none.
    let mut other = 2;
    for part in entries.iter_mut().filter_map(Entry::part_mut) {
        if !matches!(part.kind, BlockKind::Heading { .. }) || is_marked_heading(part.because) {
            continue;
        }
        let dots = part.number.as_ref().map_or(0, |number| number.matches('.').count() as u8);
        let level = if SECTION.is_match(part.text()) {
            other = 3;
            2
        } else if contents.names(part.text()) {
            other = listed + 1;
            listed
        } else {
            other
        };
        part.kind = BlockKind::Heading { level: (level + dots).min(6) };
    }
}
