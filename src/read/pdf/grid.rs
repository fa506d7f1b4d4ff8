//! Lines of one column in, the tables among them out: cells by their alignment and by the lines drawn between them.

use super::layout;
use super::marker::marker;
use super::page::{Line, Rule, TagId};
use super::pieces::{CellPlace, Piece, Shape};
use std::collections::VecDeque;

/// What a column holds, from its top.
pub enum Stretch {
    /// Rows of lines that make no table.
    Lines(Vec<Vec<Line>>),
    Table(Table),
}

/// Lines with the row and the column of their cell.
pub struct Table(Vec<(usize, usize, Line)>);

/// Joins what stands on one baseline.
pub fn joined(row: Vec<Line>) -> Line {
    let mut parts = row.into_iter();
    let mut line = parts.next().unwrap_or_default();
    for part in parts {
        line.append(&part);
    }
    line
}

/// Cuts a column into tables and what is none.
pub fn stretches(lines: Vec<Line>, rules: &[Rule]) -> Vec<Stretch> {
    let mut bands: VecDeque<Vec<Line>> = overlapping(lines).into();
    let mut stretches = Vec::new();
    let mut plain: Vec<Line> = Vec::new();
    while let Some(band) = bands.pop_front() {
        let length = if begins_table(&band, &bands) { table_length(&band, &bands) } else { 0 };
        if length == 0 {
            plain.extend(band);
            continue;
        }
        let members: Vec<Vec<Line>> = std::iter::once(band).chain(bands.drain(..length)).collect();
        flush(&mut plain, &mut stretches);
        stretches.push(Stretch::Table(table(members, rules)));
    }
    flush(&mut plain, &mut stretches);
    stretches
}

fn flush(plain: &mut Vec<Line>, stretches: &mut Vec<Stretch>) {
    if !plain.is_empty() {
        let rows = layout::rows(std::mem::take(plain));
        stretches.push(Stretch::Lines(rows.into_iter().map(with_marker).collect()));
    }
}

/// Lines that stand beside each other, in whole or in part: a label of two lines and the grade centred beside it are
/// one band. Bands from the top, each from the left.
fn overlapping(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let rows: Vec<Vec<Line>> = layout::rows(lines).into_iter().map(with_marker).collect();
    let mut bands: Vec<Vec<Line>> = Vec::new();
    for row in rows {
        let near = bands.last().is_some_and(|band| {
            let above = &band[band.len() - 1];
            above.y - row[0].y < 0.8 * above.size.min(row[0].size)
                && row.iter().all(|line| beside(line, above))
        });
        match bands.last_mut() {
            Some(band) if near => band.extend(row),
            _ => bands.push(row),
        }
    }
    for band in &mut bands {
        band.sort_by(|a, b| a.x.total_cmp(&b.x).then(b.y.total_cmp(&a.y)));
    }
    bands
}

/// Whether one line ends left of where the other begins.
fn beside(line: &Line, other: &Line) -> bool {
    line.end_x < other.x || other.end_x < line.x
}

/// A paragraph's number or bullet and its first line are no two cells.
fn with_marker(row: Vec<Line>) -> Vec<Line> {
    let mut parts: Vec<Line> = Vec::with_capacity(row.len());
    for line in row {
        match parts.last_mut() {
            Some(last) if marker(&last.text).is_some_and(|(.., end)| end >= last.text.trim_end().len()) => {
                last.append(&line);
            }
            _ => parts.push(line),
        }
    }
    parts
}

fn begins_table(row: &[Line], rest: &VecDeque<Vec<Line>>) -> bool {
    is_parted(row) && rest.iter().take(4).any(|other| is_parted(other) && aligned(row, other))
}

/// Whether a band holds cells side by side.
fn is_parted(band: &[Line]) -> bool {
    band.first().zip(band.last()).is_some_and(|(first, last)| first.end_x < last.x)
}

/// Whether the last cells of two rows stand below each other and the first ones do.
fn aligned(row: &[Line], other: &[Line]) -> bool {
    let overlap = |a: &Line, b: &Line| a.x < b.end_x + 4.0 && b.x < a.end_x + 4.0;
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return false };
    let (Some(other_first), Some(other_last)) = (other.first(), other.last()) else { return false };
    overlap(first, other_first)
        && overlap(last, other_last)
        && !overlap(first, other_last)
        && !overlap(last, other_first)
}

/// How many of the rows that follow belong to the table that begins with `row`.
fn table_length(row: &[Line], rest: &VecDeque<Vec<Line>>) -> usize {
    let Some(gap) = gap(row) else { return 0 };
    let mut gap = gap;
    let mut length = 0;
    let mut last_y = row[0].y;
    for (index, other) in rest.iter().enumerate() {
        let crosses = other.iter().any(|line| {
            line.x < gap.1 - 2.0 && line.end_x > gap.0 + 2.0 && line.x < gap.0 && line.end_x > gap.1
        });
        if crosses || last_y - other[0].y > 4.5 * other[0].size {
            break;
        }
        last_y = other[0].y;
        for line in other {
            if line.end_x <= gap.1 && line.x < gap.0 {
                gap.0 = gap.0.max(line.end_x);
            } else if line.x >= gap.0 {
                gap.1 = gap.1.min(line.x);
            }
        }
        if gap.1 - gap.0 < 2.0 {
            break;
        }
        length = index + 1;
    }
    // What follows the last row with several cells is the rest of its label at most.
    let last = rest.iter().take(length).rposition(|other| is_parted(other)).map_or(0, |index| index + 1);
    let tail = rest
        .iter()
        .skip(last)
        .take(length - last)
        .take_while(|other| is_tail(other, &rest[last.max(1) - 1]))
        .count();
    last + tail
}

/// The rest of a label: directly below its first line and at its left edge.
fn is_tail(row: &[Line], above: &[Line]) -> bool {
    let (Some(line), Some(first)) = (row.first(), above.first()) else { return false };
    let step = (first.y - line.y) / line.size.max(1.0);
    row.len() == 1 && (line.x - first.x).abs() < 3.0 && step < 1.4
}

/// The widest gap between the cells of a row.
fn gap(row: &[Line]) -> Option<(f32, f32)> {
    row.windows(2).map(|pair| (pair[0].end_x, pair[1].x)).max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

fn table(rows: Vec<Vec<Line>>, rules: &[Rule]) -> Table {
    let columns = columns(&rows);
    let lines: Vec<Line> = rows.into_iter().flatten().collect();
    let column_of = |line: &Line| columns.iter().rposition(|x| line.x >= x - 3.0).unwrap_or(0);
    let bands = bands(&lines, rules, &column_of);
    Table(
        lines
            .into_iter()
            .map(|line| {
                let middle = line.y + 0.3 * line.size;
                let distance = |band: &(f32, f32)| (band.0 - middle).max(middle - band.1).max(0.0);
                let row = (0..bands.len())
                    .min_by(|a, b| distance(&bands[*a]).total_cmp(&distance(&bands[*b])))
                    .unwrap_or(0);
                let column = column_of(&line);
                (row, column, line)
            })
            .collect(),
    )
}

/// Where each column begins: the strips of the page that the cells cover.
fn columns(rows: &[Vec<Line>]) -> Vec<f32> {
    let mut covered: Vec<(f32, f32)> = rows.iter().flatten().map(|line| (line.x, line.end_x)).collect();
    covered.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut strips: Vec<(f32, f32)> = Vec::new();
    for (x, end_x) in covered {
        match strips.last_mut() {
            Some(strip) if x < strip.1 + 1.0 => strip.1 = strip.1.max(end_x),
            _ => strips.push((x, end_x)),
        }
    }
    strips.into_iter().map(|(x, _)| x).collect()
}

/// The rows of a table as heights, foot and top, from the uppermost: between the lines drawn across it, or else by the
/// labels in its first column.
fn bands(lines: &[Line], rules: &[Rule], column_of: &impl Fn(&Line) -> usize) -> Vec<(f32, f32)> {
    let drawn = drawn_bands(lines, rules);
    if drawn.len() > 1 {
        return drawn;
    }
    let mut labels: Vec<&Line> = lines.iter().filter(|line| column_of(line) == 0).collect();
    labels.sort_by(|a, b| b.y.total_cmp(&a.y));
    let beside = |label: &Line| {
        lines.iter().any(|line| column_of(line) > 0 && (line.y - label.y).abs() < 0.25 * label.size)
    };
    let mut bands: Vec<(f32, f32)> = Vec::new();
    let mut last: Option<(&Line, bool)> = None;
    for label in labels {
        let valued = beside(label);
        let runs_on = last.is_some_and(|(above, above_valued)| {
            (above.y - label.y) < 1.45 * label.size && !(valued && above_valued)
        });
        match bands.last_mut() {
            Some(band) if runs_on => band.0 = label.y,
            _ => bands.push((label.y, label.y + label.size)),
        }
        let above_valued = runs_on && last.is_some_and(|(_, valued)| valued);
        last = Some((label, valued || above_valued));
    }
    bands
}

fn drawn_bands(lines: &[Line], rules: &[Rule]) -> Vec<(f32, f32)> {
    let left = lines.iter().map(|line| line.x).fold(f32::MAX, f32::min);
    let right = lines.iter().map(|line| line.end_x).fold(0.0, f32::max);
    let top = lines.iter().map(|line| line.y + line.size).fold(0.0, f32::max);
    let foot = lines.iter().map(|line| line.y).fold(f32::MAX, f32::min);
    let mut heights: Vec<f32> = rules
        .iter()
        .filter(|rule| rule.is_across() && rule.y < top + 12.0 && rule.y > foot - 12.0)
        .filter(|rule| rule.x < right && rule.end_x > left)
        .map(|rule| rule.y)
        .collect();
    heights.sort_by(|a, b| b.total_cmp(a));
    heights.dedup_by(|a, b| (*a - *b).abs() < 4.0);
    let mut bands = Vec::new();
    let mut above = f32::MAX;
    for height in heights.into_iter().chain([f32::MIN]) {
        if lines.iter().any(|line| line.y > height && line.y < above) {
            bands.push((height, above));
        }
        above = height;
    }
    bands
}

/// The pieces of a table, cell by cell.
pub fn cells(table: Table, ids: &mut impl FnMut() -> TagId) -> Vec<Piece> {
    let id = ids();
    let mut lines = table.0;
    lines.sort_by_key(|(row, column, _)| (*row, *column));
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut at, mut row_id) = (None, id);
    for (row, column, line) in lines {
        if at.is_none_or(|(other, _)| other != row) {
            row_id = ids();
        }
        if at != Some((row, column)) {
            at = Some((row, column));
            let place = CellPlace { table: id, row: row_id, cell: ids(), header: false };
            pieces.push(Piece { shape: Shape::Paragraph, cell: Some(place), lines: Vec::new(), tag: None });
        }
        if let Some(piece) = pieces.last_mut() {
            piece.lines.push(line);
        }
    }
    mark_header(&mut pieces);
    pieces
}

/// A first row of bold cells above rows that are not all bold is the table's header.
fn mark_header(pieces: &mut [Piece]) {
    let Some(first) = pieces.first().and_then(|piece| piece.cell) else { return };
    let in_first = |piece: &Piece| piece.cell.is_some_and(|cell| cell.row == first.row);
    let bold = pieces.iter().filter(|piece| in_first(piece)).all(Piece::is_bold);
    let others = pieces.iter().filter(|piece| !in_first(piece)).any(|piece| !piece.is_bold());
    if bold && others {
        for piece in pieces.iter_mut().filter(|piece| piece.cell.is_some_and(|cell| cell.row == first.row)) {
            if let Some(cell) = &mut piece.cell {
                cell.header = true;
            }
        }
    }
}
