//! Points in, the geometry of a chart out: where lines, bars and labels go. Templates draw it as SVG.

use crate::model::{Date, amount, grouped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The functions that templates call, with what each gives.
pub const FUNCTIONS: &[(&str, &str)] = &[
    ("history_chart", "steps of one judgement over time: `history_chart(points, grades)`"),
    ("series_chart", "a figure over time with its comparators: `series_chart(points, comparators, unit)`"),
    ("distribution_chart", "grades by year as stacked bars: `distribution_chart(years, grades)`"),
];

pub(super) fn register(tera: &mut Tera) {
    tera.register_function("history_chart", |kwargs: Kwargs, _: &State| drawn(kwargs, history));
    tera.register_function("series_chart", |kwargs: Kwargs, _: &State| drawn(kwargs, series));
    tera.register_function("distribution_chart", |kwargs: Kwargs, _: &State| drawn(kwargs, distribution));
}

fn drawn<I: for<'a> Deserialize<'a>, C: Serialize>(
    kwargs: Kwargs,
    chart: fn(I) -> Option<C>,
) -> TeraResult<Value> {
    Ok(chart(kwargs.deserialize()?).map_or_else(Value::none, |chart| Value::from_serializable(&chart)))
}

const WIDTH: f64 = 680.0;
/// Room for the words on the left axis.
const LEFT: f64 = 184.0;
const RIGHT: f64 = 28.0;
const TOP: f64 = 18.0;
const ROW: f64 = 44.0;

#[derive(Deserialize)]
struct HistoryInput {
    points: Vec<GradedPoint>,
    grades: Vec<GradeInput>,
}

#[derive(Deserialize)]
struct GradedPoint {
    date: Option<Date>,
    date_words: String,
    grade: String,
    grade_label: String,
    grade_order: u8,
}

#[derive(Deserialize)]
struct GradeInput {
    id: String,
    label: String,
    order: u8,
}

/// Something at a place, with its words.
#[derive(Debug, Serialize)]
struct Mark {
    x: f64,
    y: f64,
    label: String,
    /// The grade or the number of the line that it belongs to.
    class: String,
    /// Where its words begin: `start`, `middle` or `end`.
    anchor: &'static str,
}

#[derive(Debug, Serialize)]
struct HistoryChart {
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    bottom: f64,
    rows: Vec<Mark>,
    ticks: Vec<Mark>,
    path: String,
    points: Vec<Point>,
    description: String,
}

/// A judgement on its step, with its month above or, where that would cover its neighbour's, beneath.
#[derive(Debug, Serialize)]
struct Point {
    x: f64,
    y: f64,
    label: String,
    class: String,
    anchor: &'static str,
    above: bool,
}

/// About the width of a month and its year.
const LABEL: f64 = 92.0;

/// One row a grade, best on top; the line stays on a grade until the next judgement.
fn history(input: HistoryInput) -> Option<HistoryChart> {
    let dated: Vec<(f64, &GradedPoint)> =
        input.points.iter().filter_map(|point| Some((moment(point.date?), point))).collect();
    let (first, last) = (dated.first()?.0, dated.last()?.0);
    if dated.len() < 2 {
        return None;
    }
    let rows = grade_rows(&input.grades, &dated);
    let bottom = TOP + ROW * rows.len() as f64;
    let (from, until) = (first.floor(), (last + 0.6).ceil());
    let x = |moment: f64| rounded(LEFT + (moment - from) / (until - from) * (WIDTH - LEFT - RIGHT));
    let y = |order: u8| {
        let row = rows.keys().position(|other| *other == order).unwrap_or(0);
        rounded(TOP + ROW * (row as f64 + 0.5))
    };
    let mut path = String::new();
    for (at, point) in &dated {
        let (x, y) = (x(*at), y(point.grade_order));
        path.push_str(&if path.is_empty() { format!("M{x} {y}") } else { format!("H{x}V{y}") });
    }
    path.push_str(&format!("H{}", WIDTH - RIGHT));
    let mut points: Vec<Point> = Vec::with_capacity(dated.len());
    for (at, point) in &dated {
        let (x, y) = (x(*at), y(point.grade_order));
        let near = points.last().is_some_and(|before| x - before.x < LABEL && y == before.y && before.above);
        points.push(Point {
            x,
            y,
            label: month_words(point),
            class: point.grade.clone(),
            anchor: if x - LEFT < LABEL / 2.0 { "start" } else { "middle" },
            above: !near,
        });
    }
    Some(HistoryChart {
        width: WIDTH,
        height: bottom + 30.0,
        left: LEFT,
        right: WIDTH - RIGHT,
        bottom,
        points,
        ticks: year_ticks(from as i64, until as i64, x, bottom),
        path,
        description: dated
            .iter()
            .map(|(_, point)| format!("{}: {}", point.date_words, point.grade_label))
            .collect::<Vec<_>>()
            .join("; "),
        rows: rows
            .iter()
            .map(|(order, (class, label))| Mark {
                x: LEFT - 12.0,
                y: y(*order),
                label: label.clone(),
                class: class.clone(),
                anchor: "end",
            })
            .collect(),
    })
}

/// The rows that a chart of these points needs: from the best to the worst grade there is, with the words in use.
fn grade_rows(grades: &[GradeInput], dated: &[(f64, &GradedPoint)]) -> BTreeMap<u8, (String, String)> {
    let mut rows: BTreeMap<u8, (String, String)> = BTreeMap::new();
    for grade in grades {
        rows.entry(grade.order).or_insert_with(|| (grade.id.clone(), grade.label.clone()));
    }
    for order in dated.iter().map(|(_, point)| point.grade_order) {
        let mut used: Vec<(&str, &str)> = Vec::new();
        for (_, point) in dated.iter().filter(|(_, point)| point.grade_order == order) {
            if !used.iter().any(|(id, _)| *id == point.grade) {
                used.push((&point.grade, &point.grade_label));
            }
        }
        let label = used.iter().map(|(_, label)| *label).collect::<Vec<_>>().join(" / ");
        rows.insert(order, (used[0].0.to_owned(), label));
    }
    rows
}

/// When a judgement was made, to the month: its days are in the table.
fn month_words(point: &GradedPoint) -> String {
    let month = point.date.and_then(|date| Date::month(date.year_number(), date.month_number()?));
    month.or(point.date).map_or_else(|| point.date_words.clone(), Date::words)
}

/// A date as a number of years.
fn moment(date: Date) -> f64 {
    let day = date.first_day();
    f64::from(day.year()) + (f64::from(day.day_of_year()) - 1.0) / 366.0
}

fn year_ticks(from: i64, until: i64, x: impl Fn(f64) -> f64, y: f64) -> Vec<Mark> {
    let step = ((until - from) as f64 / 9.0).ceil().max(1.0) as usize;
    let years = (from..=until).step_by(step);
    years
        .map(|year| Mark {
            x: x(year as f64),
            y,
            label: year.to_string(),
            class: String::new(),
            anchor: "middle",
        })
        .collect()
}

fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[derive(Deserialize)]
struct SeriesInput {
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
struct SeriesChart {
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
    points: Vec<Mark>,
    doubtful: Vec<Mark>,
}

/// At most this many lines stay apart for the eye; the table beneath has all.
const LINES: usize = 4;
const PLOT: f64 = 210.0;
const VALUES_LEFT: f64 = 64.0;
const VALUES_RIGHT: f64 = 64.0;

fn series(input: SeriesInput) -> Option<SeriesChart> {
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
    let x =
        |at: f64| rounded(VALUES_LEFT + (at - from) / (until - from) * (WIDTH - VALUES_LEFT - VALUES_RIGHT));
    let y = |value: f64| rounded(bottom - value.max(0.0) / top * PLOT);
    let rows = (0..=(top / step).round() as usize).map(|row| {
        let value = row as f64 * step;
        let label = if input.unit == "%" || input.unit == "GBP" {
            amount(value, &input.unit)
        } else {
            grouped(value)
        };
        Mark { x: VALUES_LEFT - 10.0, y: y(value), label, class: String::new(), anchor: "end" }
    });
    Some(SeriesChart {
        width: WIDTH,
        height: bottom + 30.0,
        left: VALUES_LEFT,
        right: WIDTH - VALUES_RIGHT,
        bottom,
        rows: rows.collect(),
        ticks: year_ticks(from as i64, until as i64, x, bottom),
        description: described(&input.points),
        lines: lines
            .into_iter()
            .enumerate()
            .map(|(n, (label, points))| line(n, label, points, x, y))
            .collect(),
    })
}

fn described(points: &[ValuePoint]) -> String {
    let words = points.iter().filter(|point| point.as_of.is_some());
    words.map(|point| format!("{}: {}", point.as_of_words, point.amount)).collect::<Vec<_>>().join("; ")
}

fn line(
    number: usize,
    label: Option<String>,
    points: &[ValuePoint],
    x: impl Fn(f64) -> f64,
    y: impl Fn(f64) -> f64,
) -> Line {
    let mut path = String::new();
    let mut marks = (Vec::new(), Vec::new());
    for point in points {
        let Some(date) = point.as_of else { continue };
        let (x, y) = (x(moment(date)), y(point.value));
        path.push_str(&format!("{}{x} {y}", if path.is_empty() { "M" } else { "L" }));
        let mark = Mark { x, y, label: grouped(point.value), class: number.to_string(), anchor: "middle" };
        if point.doubtful.is_some() { marks.1.push(mark) } else { marks.0.push(mark) }
    }
    Line { number, label, path, points: marks.0, doubtful: marks.1 }
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

#[derive(Deserialize)]
struct DistributionInput {
    years: Vec<YearInput>,
    grades: Vec<GradeInput>,
}

#[derive(Deserialize)]
struct YearInput {
    year: i16,
    counts: Vec<CountInput>,
}

#[derive(Deserialize)]
struct CountInput {
    grade: String,
    count: usize,
}

#[derive(Debug, Serialize)]
struct DistributionChart {
    width: f64,
    height: f64,
    left: f64,
    bars: Vec<Bar>,
    key: Vec<Mark>,
    description: String,
}

#[derive(Debug, Serialize)]
struct Bar {
    y: f64,
    label: String,
    total: usize,
    parts: Vec<Part>,
}

#[derive(Debug, Serialize)]
struct Part {
    x: f64,
    width: f64,
    class: String,
    label: String,
    count: usize,
}

const BAR: f64 = 26.0;

/// One bar a year, its parts in the order of the grades; grades of the same order share a part.
fn distribution(input: DistributionInput) -> Option<DistributionChart> {
    let most =
        input.years.iter().map(|year| year.counts.iter().map(|count| count.count).sum::<usize>()).max()?;
    if most == 0 {
        return None;
    }
    let told =
        |id: &str| input.years.iter().flat_map(|year| &year.counts).any(|c| c.grade == id && c.count > 0);
    let mut rows: BTreeMap<u8, (String, String)> = BTreeMap::new();
    for grade in input.grades.iter().filter(|grade| told(&grade.id)) {
        let row = rows.entry(grade.order).or_insert_with(|| (grade.id.clone(), String::new()));
        row.1.push_str(if row.1.is_empty() { "" } else { " / " });
        row.1.push_str(&grade.label);
    }
    let order = |id: &str| input.grades.iter().find(|grade| grade.id == id).map(|grade| grade.order);
    let (left, top) = (52.0, 34.0);
    let scale = (WIDTH - left - 60.0) / most as f64;
    let bar = |(index, year): (usize, &YearInput)| {
        let mut parts: Vec<Part> = Vec::new();
        let mut x = left;
        for (row, (class, label)) in &rows {
            let of_row = year.counts.iter().filter(|count| order(&count.grade) == Some(*row));
            let count: usize = of_row.map(|count| count.count).sum();
            if count > 0 {
                let width = rounded(count as f64 * scale);
                parts.push(Part { x: rounded(x), width, class: class.clone(), label: label.clone(), count });
                x += width;
            }
        }
        let total = parts.iter().map(|part| part.count).sum();
        Bar { y: top + index as f64 * (BAR + 6.0), label: year.year.to_string(), total, parts }
    };
    let bars: Vec<Bar> = input.years.iter().enumerate().map(bar).collect();
    let mut reached = left;
    let key = rows.values().map(|(class, label)| {
        let x = reached;
        reached += 48.0 + label.chars().count() as f64 * 7.4;
        Mark { x, y: 4.0, label: label.clone(), class: class.clone(), anchor: "start" }
    });
    let key: Vec<Mark> = key.collect();
    Some(DistributionChart {
        width: WIDTH,
        height: top + bars.len() as f64 * (BAR + 6.0),
        left,
        key,
        description: bars.iter().map(bar_words).collect::<Vec<_>>().join("; "),
        bars,
    })
}

fn bar_words(bar: &Bar) -> String {
    let parts: Vec<String> =
        bar.parts.iter().map(|part| format!("{} {}", part.count, part.label.to_lowercase())).collect();
    format!("{}: {}", bar.label, parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graded(date: &str, order: u8) -> GradedPoint {
        GradedPoint {
            date: date.parse().ok(),
            date_words: date.to_owned(),
            grade: format!("g{order}"),
            grade_label: format!("G{order}"),
            grade_order: order,
        }
    }

    #[test]
    fn a_step_stays_on_its_grade_until_the_next_judgement() {
        let chart =
            history(HistoryInput { points: vec![graded("2014", 2), graded("2019", 1)], grades: vec![] })
                .unwrap();
        assert_eq!(chart.points[0].y, TOP + ROW * 1.5);
        assert_eq!(chart.points[1].y, TOP + ROW * 0.5);
        assert_eq!(chart.path, format!("M{LEFT} 84H{}V40H652", chart.points[1].x));
    }

    #[test]
    fn one_point_is_no_history() {
        assert!(history(HistoryInput { points: vec![graded("2014", 2)], grades: vec![] }).is_none());
    }

    #[test]
    fn rows_are_round_numbers() {
        assert_eq!([408.0, 7.0, 0.9, 100.0].map(nice_step), [200.0, 2.0, 0.25, 25.0]);
    }

    #[test]
    fn bars_grow_with_their_counts() {
        let grades = || vec![GradeInput { id: "a".into(), label: "A".into(), order: 1 }];
        let year = |year, count| YearInput { year, counts: vec![CountInput { grade: "a".into(), count }] };
        let chart =
            distribution(DistributionInput { years: vec![year(2018, 2), year(2019, 4)], grades: grades() });
        let bars = chart.unwrap().bars;
        assert_eq!(bars[0].parts[0].width * 2.0, bars[1].parts[0].width);
    }
}
