//! The pieces of one tagged table in, its rows out, or its paragraphs where the table only serves the layout.

use super::assemble::Assembly;
use super::marker::{Marker, marker};
use super::page::TagId;
use super::pieces::{Piece, Shape};
use crate::model::SetAsideReason;

/// A cell of more words than this holds paragraphs, not a value.
const LONGEST_VALUE: usize = 400;

struct Row<'a> {
    cells: Vec<(TagId, Vec<&'a Piece>)>,
    header: bool,
}

/// Adds the rows of a table to the document.
pub fn rows(assembly: &mut Assembly, pieces: &[Piece]) {
    let rows = gathered(pieces);
    let table = assembly.next_table();
    let columns = columns(&rows);
    for row in &rows {
        if row.cells.len() < 2 || is_layout(row) {
            for piece in row.cells.iter().flat_map(|(_, pieces)| pieces) {
                assembly.piece(piece);
            }
        } else if let Some((label, values)) = labelled(row) {
            assembly.labelled(label, values);
        } else {
            add(assembly, table, row, &columns);
        }
    }
}

/// Where the columns begin of a table that only its layout makes: at the cells of its fullest row. None of a tagged one,
/// whose empty cells are cells.
fn columns(rows: &[Row]) -> Vec<f32> {
    let start = |pieces: &[&Piece]| pieces.first().and_then(|piece| piece.lines.first()).map(|line| line.x);
    let untagged = rows
        .iter()
        .flat_map(|row| &row.cells)
        .flat_map(|(_, pieces)| pieces)
        .all(|piece| piece.tag.is_none());
    let fullest = rows.iter().rev().max_by_key(|row| row.cells.len()).filter(|_| untagged);
    fullest.map_or(Vec::new(), |row| row.cells.iter().filter_map(|(_, pieces)| start(pieces)).collect())
}

/// The cells of a row with an empty one for each column in which it has none.
fn placed(row: &Row, cells: Vec<String>, columns: &[f32]) -> Vec<String> {
    let column = |pieces: &[&Piece]| {
        let x = pieces.first().and_then(|piece| piece.lines.first()).map_or(0.0, |line| line.x);
        columns.iter().rposition(|column| x >= column - 6.0).unwrap_or(0)
    };
    let at: Vec<usize> = row.cells.iter().map(|(_, pieces)| column(pieces)).collect();
    let ordered = at.windows(2).all(|pair| pair[0] < pair[1]);
    if cells.len() >= columns.len() || !ordered {
        return cells;
    }
    let mut placed = vec![String::new(); columns.len()];
    for (at, cell) in at.into_iter().zip(cells) {
        placed[at] = cell;
    }
    placed
}

fn gathered(pieces: &[Piece]) -> Vec<Row<'_>> {
    let mut rows: Vec<(TagId, Row)> = Vec::new();
    for piece in pieces {
        let Some(place) = piece.cell else { continue };
        let index = match rows.iter().rposition(|(id, _)| *id == place.row) {
            Some(index) => index,
            None => {
                rows.push((place.row, Row { cells: Vec::new(), header: true }));
                rows.len() - 1
            }
        };
        let row = &mut rows[index].1;
        row.header &= place.header;
        match row.cells.iter_mut().find(|(id, _)| *id == place.cell) {
            Some((_, pieces)) => pieces.push(piece),
            None => row.cells.push((place.cell, vec![piece])),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn is_layout(row: &Row) -> bool {
    row.cells.iter().any(|(_, pieces)| {
        let letters: usize = pieces.iter().flat_map(|piece| &piece.lines).map(|line| line.text.len()).sum();
        letters > LONGEST_VALUE && (pieces.len() > 1 || pieces.iter().any(|piece| piece.shape == Shape::Item))
    })
}

/// The label and the values of a row that says what a line of text would: `Lead inspector:` and a name.
fn labelled<'a>(row: &Row<'a>) -> Option<(&'a Piece, Vec<&'a Piece>)> {
    let [(_, label), (_, values)] = row.cells.as_slice() else { return None };
    let [label] = label.as_slice() else { return None };
    (label.last_text().ends_with(':') && label.marker().is_none()).then(|| (*label, values.clone()))
}

fn add(assembly: &mut Assembly, table: u32, row: &Row, columns: &[f32]) {
    let first = row.cells[0].1[0];
    let page = assembly.page(first);
    let mut cells: Vec<String> = row.cells.iter().map(|(_, pieces)| cell(assembly, pieces)).collect();
    let mut number = None;
    if let Some((Marker::Number(_), shown, end)) = marker(&cells[0])
        && end < cells[0].len()
    {
        number = Some(shown.to_owned());
        cells[0].drain(..end);
    }
    let because = if first.tag.is_some() { "tag TR" } else { "stands in columns" };
    let cells = placed(row, cells, columns);
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let added = assembly.builder.row(table, row.header, &cells, page, because);
    if let (Some(index), Some(number)) = (added, number) {
        let start = assembly.builder.blocks()[index].span.start;
        assembly.builder.set_aside_at(start, number, page, SetAsideReason::Marker);
    }
}

/// The words of a cell's pieces.
fn cell(assembly: &Assembly, pieces: &[&Piece]) -> String {
    let words = pieces.iter().map(|piece| piece.words(assembly.spellings).text);
    words.map(|text| text.trim().to_owned()).collect::<Vec<_>>().join(" ")
}
