//! Grades by year in, stacked bars out.

use super::{GradeInput, Mark, WIDTH, rounded};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub(super) struct DistributionInput {
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
pub(super) struct DistributionChart {
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
pub(super) fn chart(input: DistributionInput) -> Option<DistributionChart> {
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

    #[test]
    fn bars_grow_with_their_counts() {
        let grades = || vec![GradeInput { id: "a".into(), label: "A".into(), order: 1 }];
        let year = |year, count| YearInput { year, counts: vec![CountInput { grade: "a".into(), count }] };
        let chart = chart(DistributionInput { years: vec![year(2018, 2), year(2019, 4)], grades: grades() });
        let bars = chart.unwrap().bars;
        assert_eq!(bars[0].parts[0].width * 2.0, bars[1].parts[0].width);
    }
}
