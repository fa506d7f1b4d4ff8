//! Lines without tags in, pieces by their place on the page out.
//!
//! 1. The page is cut into columns, each read from top to bottom.
//! 2. Lines of a contents list are told by the page numbers that they end with.
//! 3. `grid` finds tables; what is left becomes paragraphs, told apart by gaps, indents, type and markers.

use super::grid::{self, Stretch};
use super::marker::{Marker, marker};
use super::page::{Line, Rule, TagId};
use super::pieces::{Piece, Shape};

/// What the layout needs to know of a page besides its lines.
pub struct Frame<'a> {
    pub height: f32,
    pub rules: &'a [Rule],
    /// The size of most of the document's words.
    pub body: f32,
}

/// The pieces that the untagged lines of one page make, in reading order. Tables take their names from `ids`.
pub fn pieces(lines: Vec<Line>, frame: &Frame, ids: &mut impl FnMut() -> TagId) -> Vec<Piece> {
    let (furniture, lines): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.artifact);
    let (foot, head): (Vec<Line>, Vec<Line>) =
        furniture.into_iter().partition(|line| line.y < frame.height / 2.0);
    let mut pieces: Vec<Piece> = running(head);
    let (lines, contents) = without_contents(lines);
    pieces.extend(contents);
    for column in columns(lines) {
        for stretch in grid::stretches(column, frame.rules) {
            match stretch {
                Stretch::Lines(rows) => pieces.extend(paragraphs(rows, frame)),
                Stretch::Table(cells) => pieces.extend(grid::cells(cells, ids)),
            }
        }
    }
    pieces.extend(running(foot));
    pieces
}

/// Running lines in the order in which they were drawn, for a large page number reaches over two lines beside it.
fn running(lines: Vec<Line>) -> Vec<Piece> {
    lines.into_iter().map(|line| piece(Shape::Furniture, line)).collect()
}

fn piece(shape: Shape, line: Line) -> Piece {
    Piece { shape, cell: None, lines: vec![line], tag: None }
}

/// Lines on one baseline, from the left; the rows from the top.
pub fn rows(mut lines: Vec<Line>) -> Vec<Vec<Line>> {
    lines.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row) if (row[0].y - line.y).abs() < 0.45 * row[0].size.min(line.size) => row.push(line),
            _ => rows.push(vec![line]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    rows
}

/// Fewest lines on either side that make two columns of a page.
const COLUMN_LINES: usize = 6;

/// Lines column by column. What runs across a gutter parts the columns above it from those below.
fn columns(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let Some(gutter) = gutter(&lines) else { return vec![lines] };
    let mut lines = lines;
    lines.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut columns: Vec<Vec<Line>> = Vec::new();
    let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        let crosses = line.x < gutter && line.end_x > gutter;
        if crosses == across.is_empty() || left.is_empty() && right.is_empty() && !crosses {
            columns.extend([
                std::mem::take(&mut across),
                std::mem::take(&mut left),
                std::mem::take(&mut right),
            ]);
        }
        match (crosses, line.end_x <= gutter) {
            (true, _) => across.push(line),
            (_, true) => left.push(line),
            _ => right.push(line),
        }
    }
    columns.extend([across, left, right]);
    columns.retain(|column| !column.is_empty());
    columns
}

/// The middle of the empty strip between two columns of running text.
fn gutter(lines: &[Line]) -> Option<f32> {
    if lines.len() < 2 * COLUMN_LINES {
        return None;
    }
    let left = lines.iter().map(|line| line.x).fold(f32::MAX, f32::min);
    let right = lines.iter().map(|line| line.end_x).fold(0.0, f32::max);
    let mut best: Option<(usize, f32)> = None;
    let steps = 40;
    for step in steps / 4..=3 * steps / 4 {
        let x = left + (right - left) * step as f32 / steps as f32;
        let crossing = lines.iter().filter(|line| line.x < x && line.end_x > x).count();
        if crossing * 3 < lines.len()
            && best.is_none_or(|(least, _)| crossing < least)
            && is_gutter(lines, x, left, right)
        {
            best = Some((crossing, x));
        }
    }
    best.map(|(_, x)| x)
}

/// Whether running text stands on both sides: lines that fill most of their column, unlike the cells of a table.
fn is_gutter(lines: &[Line], x: f32, left: f32, right: f32) -> bool {
    let fills = |from: f32, to: f32| {
        let within = lines.iter().filter(|line| line.x >= from - 1.0 && line.end_x <= to + 1.0);
        let (count, width) =
            within.fold((0, 0.0), |(count, width), line| (count + 1, width + line.end_x - line.x));
        count >= COLUMN_LINES && width / count as f32 > 0.55 * (to - from)
    };
    fills(left, x) && fills(x, right)
}

/// Takes the lines of a contents list out.
fn without_contents(lines: Vec<Line>) -> (Vec<Line>, Vec<Piece>) {
    let titled = lines.iter().any(|line| is_contents_title(&line.text));
    if !titled && !lines.iter().any(|line| has_leader(&line.text)) {
        return (lines, Vec::new());
    }
    let (mut kept, mut contents) = (Vec::new(), Vec::new());
    for row in rows(lines) {
        let numbered = |line: &Line| line.text.trim().len() <= 4 && line.text.trim().parse::<u16>().is_ok();
        let listed = row.iter().any(|line| has_leader(&line.text))
            || titled && row.len() > 1 && row.last().is_some_and(numbered)
            || row.len() == 1 && is_contents_title(&row[0].text);
        if listed {
            contents.extend(first_half(&mut kept, &row).map(|line| piece(Shape::Contents, line)));
            contents.push(piece(Shape::Contents, grid::joined(row)));
        } else {
            kept.extend(row);
        }
    }
    (kept, contents)
}

/// The line above an entry of a contents list that the entry goes on with.
fn first_half(kept: &mut Vec<Line>, row: &[Line]) -> Option<Line> {
    let above = kept.last()?;
    let step = (above.y - row[0].y) / row[0].size.max(1.0);
    let goes_on =
        step < 1.5 && (above.size - row[0].size).abs() < 0.6 && row[0].text.starts_with(char::is_lowercase);
    if goes_on { kept.pop() } else { None }
}

fn is_contents_title(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "contents" | "table of contents")
}

/// Whether dots lead to a page number.
fn has_leader(text: &str) -> bool {
    let text = text.trim_end();
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let dots =
        words.chars().rev().take_while(|c| matches!(c, '.' | '…' | ' ' | '_')).filter(|c| *c != ' ').count();
    dots >= 4 && words.len() < text.len()
}

/// The paragraphs of one column, whose rows are each one line.
fn paragraphs(rows: Vec<Vec<Line>>, frame: &Frame) -> Vec<Piece> {
    let lines: Vec<Line> = rows.into_iter().map(grid::joined).collect();
    let edge = Edge::of(&lines);
    let mut pieces: Vec<Piece> = Vec::new();
    for line in lines {
        let shape = if is_note(&line, frame) { Shape::Note } else { Shape::Paragraph };
        match pieces.last_mut() {
            Some(piece) if goes_on(piece, &line, &edge) => piece.lines.push(line),
            _ => pieces.push(piece(shape, line)),
        }
    }
    pieces
}

/// Whether a line begins a note: small type low on the page, behind a raised mark.
fn is_note(line: &Line, frame: &Frame) -> bool {
    let marked = line.raised.first().is_some_and(|range| line.text[..range.start].trim().is_empty());
    marked && line.size < 0.95 * frame.body && line.y < 0.5 * frame.height
}

/// How the lines of a column are set.
struct Edge {
    left: f32,
    right: f32,
    /// From baseline to baseline within a paragraph.
    pitch: f32,
}

impl Edge {
    fn of(lines: &[Line]) -> Self {
        let left = lines.iter().map(|line| line.x).fold(f32::MAX, f32::min);
        let right = lines.iter().map(|line| line.end_x).fold(0.0, f32::max);
        let mut steps: Vec<f32> = lines
            .windows(2)
            .map(|pair| (pair[0].y - pair[1].y) / pair[0].size.max(1.0))
            .filter(|step| (0.9..1.8).contains(step))
            .collect();
        steps.sort_by(f32::total_cmp);
        // The lower quartile: gaps between paragraphs must not count as gaps between lines.
        let pitch = steps.get(steps.len() / 4).copied().unwrap_or(1.25);
        Self { left, right, pitch }
    }
}

fn goes_on(piece: &Piece, line: &Line, edge: &Edge) -> bool {
    let (Some(first), Some(last)) = (piece.lines.first(), piece.lines.last()) else { return false };
    let size = last.size.max(line.size).max(1.0);
    let step = (last.y - line.y) / size;
    if (last.size - line.size).abs() > 0.09 * size || step > 1.18 * edge.pitch || step < 0.0 {
        return false;
    }
    if last.is_bold() != line.is_bold() && (piece.is_bold() || line.is_bold()) {
        return false;
    }
    let width = edge.right - edge.left;
    let ended = last.text.trim_end().ends_with(['.', '?', '!', ':', ';']);
    let short = last.end_x < edge.right - 0.2 * width;
    let noted = line.raised.first().is_some_and(|range| range.start == 0);
    if ended && short || noted && piece.shape == Shape::Note {
        return false;
    }
    match marker(&line.text).map(|(marker, ..)| marker) {
        Some(Marker::Bullet) => line.text.trim_start().starts_with(char::is_alphanumeric),
        Some(_) => !(line.x <= first.x + 3.0 && (ended || line.x < last.x - 3.0)),
        None => {
            let hangs = piece.marker().is_some();
            let set_in = ended && line.x > last.x + 8.0 && !(hangs && piece.lines.len() == 1);
            let set_out = hangs && piece.lines.len() > 1 && line.x < last.x - 8.0;
            !set_in && !set_out
        }
    }
}
