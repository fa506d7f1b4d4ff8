//! Glyphs in the order of the file in, lines of text with their spaces out.

use super::page::{Line, TagId};

/// Glyphs that were drawn together.
#[derive(Debug, Clone, Copy)]
pub struct Glyphs<'a> {
    pub text: &'a str,
    pub x: f32,
    pub end_x: f32,
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub tag: Option<TagId>,
    pub artifact: bool,
}

/// A gap wider than this part of the glyphs' size is a space that was not drawn.
const SPACE: f32 = 0.16;
/// Untagged glyphs further apart than this many times their size may be of two columns.
const COLUMN_GAP: f32 = 1.2;

/// Puts the lines of one page together.
pub struct LineMaker {
    page: usize,
    lines: Vec<Line>,
    open: bool,
}

impl LineMaker {
    pub fn new(page: usize) -> Self {
        Self { page, lines: Vec::new(), open: false }
    }

    pub fn push(&mut self, glyphs: &Glyphs) {
        if glyphs.text.is_empty() {
            return;
        }
        let continues = self.open && self.lines.last().is_some_and(|line| continues(line, glyphs));
        if !continues {
            self.lines.push(Line {
                page: self.page,
                x: glyphs.x,
                end_x: glyphs.x,
                y: glyphs.y,
                tag: glyphs.tag,
                artifact: glyphs.artifact,
                ..Line::default()
            });
            self.open = true;
        }
        if let Some(line) = self.lines.last_mut() {
            append(line, glyphs);
        }
    }

    /// The lines, those of white space alone left out.
    pub fn finish(mut self) -> Vec<Line> {
        self.lines.retain(|line| !line.is_blank());
        self.lines
    }
}

fn continues(line: &Line, glyphs: &Glyphs) -> bool {
    if line.tag != glyphs.tag || line.artifact != glyphs.artifact {
        return false;
    }
    let size = line.size.max(glyphs.size);
    if (line.y - glyphs.y).abs() > 0.55 * size {
        return false;
    }
    let gap = glyphs.x - line.end_x;
    let untagged = line.tag.is_none();
    !untagged || (gap > -size && gap < COLUMN_GAP * size)
}

fn append(line: &mut Line, glyphs: &Glyphs) {
    let gap = glyphs.x - line.end_x;
    let spaced = line.text.ends_with(char::is_whitespace) || glyphs.text.starts_with(char::is_whitespace);
    if !line.text.is_empty() && !spaced && (gap > SPACE * glyphs.size.min(line.size) || gap < -glyphs.size) {
        line.text.push(' ');
    }
    let start = line.text.len();
    push_folded(&mut line.text, glyphs.text);
    let range = start..line.text.len();
    let printed = !glyphs.text.trim().is_empty();
    if glyphs.bold {
        extend(&mut line.bold, range.clone());
    }
    if printed && start > 0 && line.size > 0.0 && is_raised(line, glyphs) {
        extend(&mut line.raised, range);
    } else if printed && glyphs.size > line.size {
        lower_the_start(line, glyphs);
        line.size = glyphs.size;
        line.y = glyphs.y;
    }
    line.x = line.x.min(glyphs.x);
    line.end_x = line.end_x.max(glyphs.end_x);
}

fn is_raised(line: &Line, glyphs: &Glyphs) -> bool {
    glyphs.size < 0.85 * line.size && glyphs.y > line.y + 0.12 * line.size
}

/// What stands small and high at a line's start turns out to be raised once larger glyphs follow: a note's own mark.
fn lower_the_start(line: &mut Line, glyphs: &Glyphs) {
    let small = line.size > 0.0 && line.size < 0.85 * glyphs.size && line.y > glyphs.y + 0.12 * glyphs.size;
    if small && line.raised.is_empty() {
        let end = line
            .text
            .trim_end()
            .len()
            .min(line.text.len() - glyphs.text.trim_start().len().min(line.text.len()));
        line.raised.push(0..end);
    }
}

/// Adds a range, as part of the last one if it begins where that ends.
fn extend(ranges: &mut Vec<std::ops::Range<usize>>, range: std::ops::Range<usize>) {
    match ranges.last_mut() {
        Some(last) if last.end >= range.start => last.end = range.end,
        _ => ranges.push(range),
    }
}

/// Appends text with its ligatures taken apart and characters that print nothing left out.
fn push_folded(text: &mut String, more: &str) {
    if more.is_ascii() && !more.bytes().any(|byte| byte.is_ascii_control()) {
        text.push_str(more);
        return;
    }
    for c in more.chars() {
        match c {
            '\u{fb00}' => text.push_str("ff"),
            '\u{fb01}' => text.push_str("fi"),
            '\u{fb02}' => text.push_str("fl"),
            '\u{fb03}' => text.push_str("ffi"),
            '\u{fb04}' => text.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
            '\u{200b}' | '\u{feff}' | '\u{fffd}' | '\u{0}' => {}
            c if c.is_control() => text.push(' '),
            c => text.push(c),
        }
    }
}
