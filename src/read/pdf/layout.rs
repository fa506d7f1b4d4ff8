//! Lines without tags in, pieces by their place on the page out.

use super::marker::marker;
use super::page::Line;
use super::pieces::{Piece, Shape};

/// The pieces that the untagged lines of one page make, in reading order.
pub fn pieces(lines: Vec<Line>, _width: f32) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in lines {
        let shape = if line.artifact { Shape::Furniture } else { Shape::Paragraph };
        match pieces.last_mut() {
            Some(piece) if piece.shape == shape && goes_on(piece, &line) => piece.lines.push(line),
            _ => pieces.push(Piece { shape, cell: None, lines: vec![line], tag: None }),
        }
    }
    pieces
}

fn goes_on(piece: &Piece, line: &Line) -> bool {
    let Some(last) = piece.lines.last() else { return false };
    if piece.shape == Shape::Furniture {
        return (last.y - line.y).abs() < 0.5 * last.size;
    }
    let step = last.y - line.y;
    let size = last.size.max(line.size);
    (last.size - line.size).abs() < 0.6
        && last.is_bold() == line.is_bold()
        && step > -0.5 * size
        && step < 1.5 * size
        && (step < 0.5 * size || marker(&line.text).is_none())
}
