//! Pieces in, what their type sizes tell out: the body's size, the title, the levels of headings.

use super::marker::Marker;
use super::pieces::{Piece, Shape};
use std::collections::BTreeMap;

/// How headings of one kind are set: size in half points, then weight.
type Style = (i32, bool);

#[derive(Debug)]
pub struct Styles {
    body: f32,
    /// Level of each style that headings have.
    levels: BTreeMap<Style, u8>,
}

impl Styles {
    /// Learns them from pieces most of whose words have the size `body`.
    pub fn of(pieces: &[Piece], body: f32) -> Self {
        let mut styles = Self { body, levels: BTreeMap::new() };
        styles.learn_levels(pieces);
        styles
    }

    fn learn_levels(&mut self, pieces: &[Piece]) {
        let mut found: Vec<Style> = Vec::new();
        for piece in pieces {
            match piece.shape {
                Shape::Heading(level) if !self.reads_as_sentence(piece) => {
                    self.levels.entry(style(piece)).or_insert((level + 1).min(6));
                }
                _ if self.looks_like_heading(piece) => found.push(style(piece)),
                _ => {}
            }
        }
        found.sort_unstable();
        found.dedup();
        for style in found.into_iter().rev() {
            if !self.levels.contains_key(&style) {
                let above =
                    self.levels.iter().filter(|(other, _)| **other > style).map(|(_, level)| *level).max();
                self.levels.insert(style, above.map_or(2, |level| (level + 1).min(6)));
            }
        }
    }

    /// The level of a heading, and why it is one.
    pub fn heading(&self, piece: &Piece) -> Option<(u8, String)> {
        match piece.shape {
            Shape::Heading(tagged) if !self.reads_as_sentence(piece) => {
                Some(((tagged + 1).min(6), format!("tag H{tagged}")))
            }
            Shape::Paragraph if self.looks_like_heading(piece) => {
                let level = self.levels.get(&style(piece)).copied().unwrap_or(2);
                let weight = if piece.is_bold() { "bold " } else { "" };
                Some((level, format!("{weight}{:.0} pt, body {:.0} pt", piece.size(), self.body)))
            }
            _ => None,
        }
    }

    /// Whether a tagged heading is set as the body is and as long as a sentence: a tag that was left on by mistake.
    fn reads_as_sentence(&self, piece: &Piece) -> bool {
        let length: usize = piece.lines.iter().map(|line| line.text.len()).sum();
        let plain = !piece.is_bold() && piece.size() <= 1.04 * self.body;
        length > 300 || plain && (length > 110 || piece.last_text().ends_with('.'))
    }

    /// Whether a paragraph is set as headings are: larger or bolder than the body, short, no sentence.
    fn looks_like_heading(&self, piece: &Piece) -> bool {
        if piece.shape != Shape::Paragraph || piece.lines.len() > 3 {
            return false;
        }
        let text: String = piece.lines.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ");
        let text = text.trim();
        let larger = piece.size() > 1.04 * self.body;
        let set_apart = larger || (piece.is_bold() && piece.size() > 0.9 * self.body);
        let known = piece.is_bold() && self.levels.contains_key(&style(piece));
        let closed = text.ends_with([',', ';', ':', '!']) || (text.ends_with('.') && !known);
        let labelled = text.split_once(": ").is_some_and(|(label, value)| is_field(label, value));
        let words = text.contains(char::is_alphabetic);
        set_apart
            && !closed
            && !labelled
            && words
            && text.len() <= 160
            && !text.starts_with(char::is_lowercase)
            && !matches!(piece.marker(), Some(Marker::Bullet | Marker::Letter(_)))
    }

    /// The pieces that are the document's title: what is set large at the top of its first page, and what is bold
    /// between that and the first labelled date.
    pub fn title(&self, pieces: &[Piece]) -> Vec<usize> {
        let candidates: Vec<usize> = (0..pieces.len())
            .take_while(|index| pieces[*index].page() == 0)
            .filter(|index| !matches!(pieces[*index].shape, Shape::Furniture | Shape::Note | Shape::Contents))
            .take(10)
            .collect();
        let large = |index: &usize| pieces[*index].size() > 1.12 * self.body && !is_labelled(&pieces[*index]);
        let count = candidates.iter().take(6).take_while(|index| large(index)).count();
        let more =
            candidates[count..].iter().take_while(|index| self.goes_with_title(&pieces[**index])).count();
        let dated = candidates.get(count + more).is_some_and(|index| is_labelled(&pieces[*index]));
        let huge = candidates[..count].iter().any(|index| pieces[*index].size() > 1.4 * self.body);
        match (count > 0, dated, huge) {
            (true, true, _) => candidates[..count + more].to_vec(),
            (true, false, true) => candidates[..count].to_vec(),
            _ => Vec::new(),
        }
    }

    fn goes_with_title(&self, piece: &Piece) -> bool {
        let text = piece.first_text().trim();
        (piece.is_bold() && !is_labelled(piece)) || matches!(text, "and" | "And" | "&")
    }
}

/// Whether a piece is a label and its value, or the label alone.
fn is_labelled(piece: &Piece) -> bool {
    piece.lines.first().is_some_and(|line| {
        let raised = |at: usize| line.raised.iter().any(|range| range.contains(&at));
        line.text.contains(": ")
            || line.text.trim_end().ends_with(':')
            || line.text.char_indices().any(|(at, c)| c.is_ascii_digit() && !raised(at))
    })
}

/// Whether words are a label and its value, such as `Inspection dates: 3 to 14 May 2021`.
fn is_field(label: &str, value: &str) -> bool {
    let value = value.trim_start();
    value.contains(|c: char| c.is_ascii_digit())
        || (label.split_whitespace().count() <= 3 && value.starts_with(char::is_uppercase))
}

fn style(piece: &Piece) -> Style {
    ((piece.size() * 2.0).round() as i32, piece.is_bold())
}
