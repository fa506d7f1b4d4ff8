//! One judgement over time in, its steps out: where rows, line, dots and words go.

use super::labels::{Label, Labels};
use super::{GradeInput, Mark, RIGHT, TOP, WIDTH, moment, rounded, year_ticks};
use crate::model::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub(super) struct HistoryInput {
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

#[derive(Debug, Serialize)]
pub(super) struct HistoryChart {
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

/// A judgement on its step, with its month beside it.
#[derive(Debug, Serialize)]
struct Point {
    x: f64,
    y: f64,
    class: String,
    label: Label,
}

const ROW: f64 = 44.0;
/// The least room for the words on the left axis, and about the width of a bold character there.
const LEFT: f64 = 184.0;
const CHARACTER: f64 = 8.2;

/// One row a grade, best on top; the line stays on a grade until the next judgement.
pub(super) fn chart(input: HistoryInput) -> Option<HistoryChart> {
    let dated: Vec<(f64, &GradedPoint)> =
        input.points.iter().filter_map(|point| Some((moment(point.date?), point))).collect();
    let (first, last) = (dated.first()?.0, dated.last()?.0);
    if dated.len() < 2 {
        return None;
    }
    let rows = grade_rows(&input.grades, &dated);
    let longest = rows.values().map(|(_, label)| label.chars().count()).max().unwrap_or(0);
    let left = LEFT.max((longest as f64 * CHARACTER + 20.0).ceil().min(WIDTH / 2.0));
    let bottom = TOP + ROW * rows.len() as f64;
    let (from, until) = (first.floor(), (last + 0.6).ceil());
    let x = |moment: f64| rounded(left + (moment - from) / (until - from) * (WIDTH - left - RIGHT));
    let y = |order: u8| {
        let row = rows.keys().position(|other| *other == order).unwrap_or(0);
        rounded(TOP + ROW * (row as f64 + 0.5))
    };
    let steps: Vec<(f64, f64)> = dated.iter().map(|(at, point)| (x(*at), y(point.grade_order))).collect();
    Some(HistoryChart {
        width: WIDTH,
        height: bottom + 30.0,
        left,
        right: WIDTH - RIGHT,
        bottom,
        points: points(&steps, &dated, left),
        ticks: year_ticks(from as i64, until as i64, x, bottom),
        path: path(&steps),
        description: dated
            .iter()
            .map(|(_, point)| format!("{}: {}", point.date_words, point.grade_label))
            .collect::<Vec<_>>()
            .join("; "),
        rows: rows
            .iter()
            .map(|(order, (class, label))| Mark {
                x: left - 12.0,
                y: y(*order),
                label: label.clone(),
                class: class.clone(),
                anchor: "end",
            })
            .collect(),
    })
}

fn path(steps: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (x, y) in steps {
        path.push_str(&if path.is_empty() { format!("M{x} {y}") } else { format!("H{x}V{y}") });
    }
    path.push_str(&format!("H{}", WIDTH - RIGHT));
    path
}

fn points(steps: &[(f64, f64)], dated: &[(f64, &GradedPoint)], left: f64) -> Vec<Point> {
    let mut corners: Vec<(f64, f64)> = Vec::new();
    for (x, y) in steps {
        corners.extend(corners.last().map(|(_, before)| (*x, *before)));
        corners.push((*x, *y));
    }
    corners.extend(corners.last().map(|(_, y)| (WIDTH - RIGHT, *y)));
    let mut labels = Labels::along([corners.as_slice()]);
    let point = |(step, (_, point)): (&(f64, f64), &(f64, &GradedPoint))| Point {
        x: step.0,
        y: step.1,
        class: point.grade.clone(),
        label: labels.label(*step, month_words(point), (left, WIDTH)),
    };
    steps.iter().zip(dated).map(point).collect()
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
            chart(HistoryInput { points: vec![graded("2014", 2), graded("2019", 1)], grades: vec![] })
                .unwrap();
        assert_eq!(chart.points[0].y, TOP + ROW * 1.5);
        assert_eq!(chart.points[1].y, TOP + ROW * 0.5);
        assert_eq!(chart.path, format!("M{LEFT} 84H{}V40H652", chart.points[1].x));
    }

    #[test]
    fn one_point_is_no_history() {
        assert!(chart(HistoryInput { points: vec![graded("2014", 2)], grades: vec![] }).is_none());
    }
}
