//! Lines in, entries out: each line known by how it begins.

use super::super::draft::{Entry, Part, Words};
use super::lines::Line;
use super::{MARKED_HEADING, articles, lists, notes, tables};
use crate::model::BlockKind;
use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::LazyLock;

/// The characters of symbol faces, in which Word sets bullets, come out of a PDF in the private use area.
static BULLET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([-–—•◼■▪●◦○∙·*§→➔➢►‣⁃✓✔\u{f020}-\u{f0ff}]|o)[ \t\u{a0}]+(\S)").expect("a constant")
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(([0-9]{1,3})[.)]|\([0-9]{1,2}\))(?:[ \t\u{a0}]+(\S)|$)").expect("a constant")
});
static LETTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(\(?([a-z]|[ivx]{1,4})\))|([a-z])\.)[ \t\u{a0}]+(\S)").expect("a constant")
});
static HASHES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(#{1,6})[ \t]+(.*?)[ \t#]*$").expect("a constant"));

/// The words behind a marker: from the group that holds their first letter. A group of them all would be searched through
/// to the end of a paragraph.
fn behind<'a>(text: &'a str, found: &Captures, group: usize) -> &'a str {
    found.get(group).map_or("", |first| &text[first.start()..])
}

/// The patterns of markers that may fit a line, by its first bytes: most lines begin with a word, and a search for groups
/// is dear.
struct Candidates {
    bullet: bool,
    number: bool,
    letter: bool,
    hashes: bool,
}

impl Candidates {
    fn of(text: &str) -> Self {
        let first = text.as_bytes().first().copied().unwrap_or(b' ');
        let closed = text.as_bytes().iter().take(7).any(|byte| matches!(byte, b')' | b'.'));
        Self {
            bullet: !first.is_ascii_alphanumeric() || first == b'o',
            number: closed && (first.is_ascii_digit() || first == b'('),
            letter: closed && (first.is_ascii_lowercase() || first == b'('),
            hashes: first == b'#',
        }
    }
}

/// The text with square bullets where converters of PDF files leave the letter that the font of symbols draws them with:
/// "n Leaders are slow". A text that has fewer than three such lines has none.
pub fn with_bullets(text: &str) -> Cow<'_, str> {
    const LEAST: usize = 3;
    if SQUARE.find_iter(text).nth(LEAST - 1).is_none() {
        return Cow::Borrowed(text);
    }
    SQUARE.replace_all(text, "${indent}■ ${first}")
}

static SQUARE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?m)^(?P<indent>[ \t]*)n[ \t]+(?P<first>[A-Za-z‘“])").expect("a constant"));

/// Whether a line begins with something that makes it a block of its own.
pub fn is_marked(text: &str) -> bool {
    let may = Candidates::of(text);
    may.bullet && BULLET.is_match(text)
        || may.number && NUMBER.is_match(text)
        || may.letter && LETTER.is_match(text)
        || may.hashes && HASHES.is_match(text)
        || notes::note(text).is_some()
        || text.contains('\t')
        || text.starts_with('|')
        || text.contains(tables::BETWEEN)
        || articles::is_clutter(text)
}

/// The entries that these lines are. What has no marker is a paragraph for now.
pub fn entries(lines: &[Line]) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(lines.len());
    let mut tables = tables::Tables::default();
    let mut bullets = lists::Depths::default();
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        if let Some((rows, used)) = tables.rows(&lines[index..]) {
            entries.extend(rows);
            index += used;
            continue;
        }
        entries.push(entry(line, &mut bullets));
        index += 1;
    }
    entries
}

fn entry(line: &Line, bullets: &mut lists::Depths) -> Entry {
    let text = line.text.as_str();
    if let Some(reason) = line.aside {
        return Entry::aside(text, line.page, reason);
    }
    let paragraph = |words: &str, because| {
        Part::new(BlockKind::Paragraph, Words::plain(words), line.page, because).after_gap(line.gap)
    };
    let may = Candidates::of(text);
    if let Some(found) = may.hashes.then(|| HASHES.captures(text)).flatten() {
        let level = found[1].len() as u8;
        let kind = if level == 1 { BlockKind::Title } else { BlockKind::Heading { level } };
        bullets.clear();
        return Entry::Part(Part::new(kind, Words::plain(&found[2]), line.page, MARKED_HEADING));
    }
    if let Some(found) = may.bullet.then(|| BULLET.captures(text)).flatten() {
        let words = behind(text, &found, 2);
        let depth = bullets.depth(line.indent, &found[1], words);
        let kind = BlockKind::ListItem { depth, ordered: false };
        return Entry::Part(Part {
            marker: Some(found[1].to_owned()),
            ..Part::new(kind, Words::plain(words), line.page, "begins with a bullet")
        });
    }
    if let Some(found) = may.letter.then(|| LETTER.captures(text)).flatten() {
        let marker = found.get(1).or(found.get(3)).map_or("", |marker| marker.as_str());
        let words = behind(text, &found, 4);
        let depth = bullets.depth(line.indent, "a)", words);
        let number = marker.trim_matches(['(', ')', '.']).to_owned();
        return Entry::Part(Part {
            marker: Some(text[..text.len() - words.len()].trim().to_owned()),
            number: Some(number),
            ..Part::new(
                BlockKind::ListItem { depth, ordered: true },
                Words::plain(words),
                line.page,
                "begins with a letter",
            )
        });
    }
    bullets.clear();
    if let Some((label, words)) = notes::note(text) {
        let kind = BlockKind::Footnote { label };
        return Entry::Part(Part::new(
            kind,
            Words::plain(words),
            line.page,
            "begins with the mark of a note",
        ));
    }
    if let Some(found) = may.number.then(|| NUMBER.captures(text)).flatten() {
        let words = behind(text, &found, 3);
        let number = found[1].trim_matches(['(', ')', '.']).to_owned();
        return Entry::Part(Part {
            marker: Some(found[1].to_owned()),
            number: Some(number),
            ..paragraph(words, "begins with a printed number")
        });
    }
    Entry::Part(paragraph(text, "stands between empty lines"))
}

/// Knows the paragraphs that begin with the mark of a note as notes.
pub fn mark_notes(entries: &mut [Entry]) {
    for part in entries.iter_mut().filter_map(Entry::part_mut).filter(|part| part.is_paragraph()) {
        let Some((label, words)) = notes::note(&part.words.text) else { continue };
        part.words = Words::plain(words);
        part.becomes(BlockKind::Footnote { label }, "begins with the mark of a note");
    }
}
