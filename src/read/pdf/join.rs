//! The lines of one block in, its words with their inlines out.

use super::page::Line;
use crate::model::{Inline, InlineKind, Span};
use std::collections::HashSet;
use std::ops::Range;

/// A block's words, not yet folded, and what stands within them.
#[derive(Debug, Default)]
pub struct Words {
    pub text: String,
    /// The number or bullet that was printed before them and is no longer among them.
    pub marker: Option<String>,
    pub inlines: Vec<Inline>,
}

impl Words {
    /// Takes the marker away that ends at `end`, to be shown as `shown`.
    pub fn take_marker(&mut self, shown: String, end: usize) {
        self.text.drain(..end);
        self.inlines.retain(|inline| inline.span.end > end || inline.span.start >= end);
        for inline in &mut self.inlines {
            inline.span.start = inline.span.start.saturating_sub(end);
            inline.span.end = inline.span.end.saturating_sub(end);
        }
        self.marker = Some(shown);
    }

    /// Adds the words of another after a space.
    pub fn append(&mut self, other: Words) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let at = self.text.len();
        self.text.push_str(&other.text);
        self.inlines.extend(
            other.inlines.into_iter().map(|inline| Inline { span: inline.span.shifted(at), ..inline }),
        );
    }
}

/// Words of a document that hold no hyphen at a line's end: they tell whether a hyphen belongs to its word.
#[derive(Debug, Default)]
pub struct Spellings(HashSet<String>);

impl Spellings {
    /// Notes the words of every line.
    pub fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let lines: Vec<&Line> = lines.collect();
        let mut wanted = HashSet::new();
        for pair in lines.windows(2) {
            if let Some((head, tail)) = broken_word(&pair[0].text, &pair[1].text) {
                wanted.insert(format!("{head}{tail}").to_lowercase());
            }
        }
        if wanted.is_empty() {
            return Self::default();
        }
        let mut known = HashSet::new();
        for line in lines {
            for word in line.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 4) {
                let word = word.to_lowercase();
                if wanted.contains(&word) {
                    known.insert(word);
                }
            }
        }
        Self(known)
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(&word.to_lowercase())
    }
}

/// The two halves of a word that a line's end may have broken: `safe-` and `guarding`.
fn broken_word<'a>(line: &'a str, next: &'a str) -> Option<(&'a str, &'a str)> {
    let line = line.trim_end();
    let head = line.strip_suffix(['-', '\u{2010}', '\u{ad}'])?;
    let from = head
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let tail = next.trim_start();
    let to = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
    let halves = (&head[from..], &tail[..to]);
    (!halves.0.is_empty() && halves.1.starts_with(char::is_lowercase)).then_some(halves)
}

/// The words of lines that follow each other.
pub fn words<'a>(lines: impl Iterator<Item = &'a Line>, spellings: &Spellings) -> Words {
    let mut words = Words::default();
    for line in lines {
        break_line(&mut words, line, spellings);
        push(&mut words, line);
    }
    words
}

/// Makes the end of the words so far ready for the next line: a space, or the hyphen of a broken word taken away.
fn break_line(words: &mut Words, next: &Line, spellings: &Spellings) {
    let kept = words.text.trim_end().len();
    if kept == 0 {
        return;
    }
    if words.text[..kept].ends_with('\u{ad}') {
        words.text.truncate(kept - '\u{ad}'.len_utf8());
        return;
    }
    if is_broken_range(&words.text[..kept], &next.text) {
        words.text.truncate(kept);
        return;
    }
    let hyphen = words.text[..kept].ends_with(['-', '\u{2010}']) && !words.text[..kept].ends_with(" -");
    if !hyphen {
        words.text.push(' ');
        return;
    }
    match broken_word(&words.text[..kept], &next.text) {
        Some((_, "and" | "or")) => words.text.push(' '),
        Some((head, tail)) if spellings.has(&format!("{head}{tail}")) => {
            let end = words.text[..kept].char_indices().next_back().map_or(0, |(at, _)| at);
            words.text.truncate(end);
        }
        _ => words.text.truncate(kept),
    }
}

/// Whether a line's end broke a range of numbers after its dash: `2011–` and `12`.
fn is_broken_range(line: &str, next: &str) -> bool {
    let ends = line.strip_suffix('–').is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    ends && next.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

fn push(words: &mut Words, line: &Line) {
    let mut from = 0;
    for raised in &line.raised {
        push_stretch(words, line, from..raised.start);
        let mark = line.text[raised.clone()].trim();
        if is_note_mark(mark) {
            let at = words.text.len();
            words
                .inlines
                .push(Inline { span: Span::new(at, at), kind: InlineKind::NoteMark(mark.to_owned()) });
        } else {
            push_stretch(words, line, raised.clone());
        }
        from = raised.end;
    }
    push_stretch(words, line, from..line.text.len());
}

fn push_stretch(words: &mut Words, line: &Line, range: Range<usize>) {
    let moved = words.text.len();
    words.text.push_str(&line.text[range.clone()]);
    for bold in &line.bold {
        let (start, end) = (bold.start.max(range.start), bold.end.min(range.end));
        if start >= end || line.text[start..end].trim().is_empty() {
            continue;
        }
        let span = Span::new(moved + start - range.start, moved + end - range.start);
        push_strong(words, span);
    }
}

fn push_strong(words: &mut Words, span: Span) {
    if let Some(last) = words.inlines.iter_mut().rev().find(|inline| inline.kind == InlineKind::Strong)
        && words.text.get(last.span.end..span.start).is_some_and(|between| between.trim().is_empty())
    {
        last.span.end = span.end;
        return;
    }
    words.inlines.push(Inline { span, kind: InlineKind::Strong });
}

/// Whether raised signs are the mark of a note: `1`, `12`, `*`, `†`.
pub fn is_note_mark(mark: &str) -> bool {
    !mark.is_empty()
        && (mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit())
            || mark.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¹' | '²' | '³')))
}
