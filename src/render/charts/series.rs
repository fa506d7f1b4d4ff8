//! A figure over time with its comparators in, its lines out.

use super::labels::{Label, Labels};
use super::{Mark, TOP, WIDTH, moment, rounded, year_ticks};
use crate::model::{Date, amount, grouped};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
pub(super) struct SeriesInput {
    points: Vec<ValuePoint>,
    comparators: Vec<ComparatorInput>,
    unit: String,
}

#[derive(Deserialize)]
struct ComparatorInput {
    label: String,
    points: Vec<ValuePoint>,
}

#[derive(Deserialize)]
struct ValuePoint {
    as_of: Option<Date>,
    as_of_words: String,
    value: f64,
    amount: String,
    doubtful: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct SeriesChart {
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    bottom: f64,
    rows: Vec<Mark>,
    ticks: Vec<Mark>,
    lines: Vec<Line>,
    description: String,
}

#[derive(Debug, Serialize)]
struct Line {
    /// From 0, the body's own, to 3.
    number: usize,
    label: Option<String>,
    path: String,
    points: Vec<Dot>,
    doubtful: Vec<Dot>,
}

/// A value at its date; with its words on the body's own line.
#[derive(Debug, Serialize)]
struct Dot {
    x: f64,
    y: f64,
    label: Option<Label>,
}

/// At most this many lines stay apart for the eye; the table beneath has all.
const LINES: usize = 4;
const PLOT: f64 = 210.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 64.0;

/// The body's own line and those of its comparators over the same years, from nought.
pub(super) fn chart(input: SeriesInput) -> Option<SeriesChart> {
    let dated = |points: &[ValuePoint]| points.iter().filter(|point| point.as_of.is_some()).count();
    if dated(&input.points) < 2 {
        return None;
    }
    let own = (None, &input.points);
    let others = input.comparators.iter().map(|other| (Some(other.label.clone()), &other.points));
    let lines: Vec<_> =
        std::iter::once(own).chain(others.filter(|(_, points)| dated(points) > 0)).take(LINES).collect();
    let shown = || {
        lines.iter().flat_map(|(_, points)| points.iter()).filter_map(|p| Some((moment(p.as_of?), p.value)))
    };
    let from = shown().map(|(at, _)| at).fold(f64::INFINITY, f64::min).floor();
    let until = shown().map(|(at, _)| at).fold(f64::NEG_INFINITY, f64::max).ceil().max(from + 1.0);
    let step = nice_step(shown().map(|(_, value)| value).fold(0.0, f64::max));
    let top = (shown().map(|(_, value)| value).fold(0.0, f64::max) / step).ceil().max(1.0) * step;
    let bottom = TOP + PLOT;
    let x = |at: f64| rounded(LEFT + (at - from) / (until - from) * (WIDTH - LEFT - RIGHT));
    let y = |value: f64| rounded(bottom - value.max(0.0) / top * PLOT);
    let rows = (0..=(top / step).round() as usize).map(|row| {
        let value = row as f64 * step;
        Mark {
            x: LEFT - 10.0,
            y: y(value),
            label: short_amount(value, &input.unit),
            class: String::new(),
            anchor: "end",
        }
    });
    let placed = lines.into_iter().map(|(label, points)| {
        let at = |point: &'_ ValuePoint| Some((x(moment(point.as_of?)), y(point.value)));
        (label, points.iter().filter_map(|point| Some((at(point)?, point))).collect())
    });
    Some(SeriesChart {
        width: WIDTH,
        height: bottom + 30.0,
        left: LEFT,
        right: WIDTH - RIGHT,
        bottom,
        rows: rows.collect(),
        ticks: year_ticks(from as i64, until as i64, x, bottom),
        description: described(&input.points),
        lines: drawn(placed.collect()),
    })
}

/// The number with those units that are short.
fn short_amount(value: f64, unit: &str) -> String {
    if unit == "%" || unit == "GBP" { amount(value, unit) } else { grouped(value) }
}

fn described(points: &[ValuePoint]) -> String {
    let dated = points.iter().filter(|point| point.as_of.is_some());
    let words = dated.map(|point| {
        let doubt = if point.doubtful.is_some() { " (doubtful)" } else { "" };
        format!("{}: {}{doubt}", point.as_of_words, point.amount)
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The points of a line, each at its place.
type Placed<'a> = Vec<((f64, f64), &'a ValuePoint)>;

fn drawn(lines: Vec<(Option<String>, Placed<'_>)>) -> Vec<Line> {
    let places: Vec<Vec<(f64, f64)>> =
        lines.iter().map(|(_, points)| points.iter().map(|(at, _)| *at).collect()).collect();
    let mut labels = Labels::along(places.iter().map(Vec::as_slice));
    let numbered = lines.into_iter().enumerate();
    numbered.map(|(number, (label, points))| line(number, label, &points, &mut labels)).collect()
}

fn line(number: usize, label: Option<String>, points: &Placed<'_>, labels: &mut Labels) -> Line {
    let mut line = Line { number, label, path: String::new(), points: Vec::new(), doubtful: Vec::new() };
    for ((x, y), point) in points {
        line.path.push_str(&format!("{}{x} {y}", if line.path.is_empty() { "M" } else { "L" }));
        let doubt = if point.doubtful.is_some() { "?" } else { "" };
        let words = (number == 0).then(|| format!("{}{doubt}", grouped(point.value)));
        let label = words.map(|words| labels.label((*x, *y), words, (LEFT, WIDTH)));
        let dot = Dot { x: *x, y: *y, label };
        if point.doubtful.is_some() { line.doubtful.push(dot) } else { line.points.push(dot) }
    }
    line
}

/// A round step that divides the values up to `highest` into three to six rows.
fn nice_step(highest: f64) -> f64 {
    if highest <= 0.0 {
        return 1.0;
    }
    let rough = highest / 4.0;
    let magnitude = 10f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    steps.iter().map(|step| step * magnitude).find(|step| *step >= rough).unwrap_or(magnitude * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_round_numbers() {
        assert_eq!([408.0, 7.0, 0.9, 100.0].map(nice_step), [200.0, 2.0, 0.25, 25.0]);
    }
}
