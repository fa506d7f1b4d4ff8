//! All inspections in, the table of all bodies and the distribution of grades by year out.

use super::dossier::Dossier;
use super::inspections::Inspection;
use super::judgements::{self, Others};
use crate::model::{
    Date, GradeCount, GradeName, JudgementTable, Link, Matrix, MatrixRow, Part, YearDistribution,
};
use std::collections::{BTreeMap, BTreeSet};

/// The area whose grades the distribution counts.
pub(super) const OVERALL: &str = "overall";

/// Every inspection of every body.
pub(super) fn table(dossier: &Dossier, inspections: &[Inspection]) -> JudgementTable {
    let areas = judgements::columns(dossier, inspections.iter(), Others::Left);
    let mut matrix = judgements::matrix(dossier, inspections.iter(), areas);
    matrix.rows.retain(|row| row.cells.iter().any(|cell| cell.point().is_some()));
    of_matrix(dossier, matrix)
}

/// The table of a matrix, with what its filters offer.
pub(super) fn of_matrix(dossier: &Dossier, matrix: Matrix) -> JudgementTable {
    let regions: BTreeSet<&String> = matrix.rows.iter().filter_map(|row| row.region.as_ref()).collect();
    let years: BTreeSet<i16> = matrix.rows.iter().filter_map(|row| Some(row.date?.year_number())).collect();
    let told: BTreeSet<&str> = matrix
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| Some(cell.point()?.grade.as_str()))
        .collect();
    let grades = dossier.vocabulary.grades.iter().filter(|grade| told.contains(grade.id.as_str()));
    JudgementTable {
        distribution: distribution(dossier, &matrix),
        regions: regions.into_iter().cloned().collect(),
        years: years.into_iter().rev().collect(),
        grades: grades
            .map(|grade| GradeName { id: grade.id.clone(), label: grade.label.clone(), order: grade.order })
            .collect(),
        matrix,
    }
}

/// How many inspections of each year gave each overall grade.
fn distribution(dossier: &Dossier, matrix: &Matrix) -> Vec<YearDistribution> {
    let Some(overall) = matrix.areas.iter().position(|area| area.id == OVERALL) else { return Vec::new() };
    let mut years: BTreeMap<i16, BTreeMap<&str, usize>> = BTreeMap::new();
    for row in &matrix.rows {
        if let (Some(date), Some(point)) = (row.date, row.cells[overall].point()) {
            *years.entry(date.year_number()).or_default().entry(&point.grade).or_default() += 1;
        }
    }
    let told: BTreeSet<&str> = years.values().flat_map(|counts| counts.keys().copied()).collect();
    let grades: Vec<_> =
        dossier.vocabulary.grades.iter().filter(|grade| told.contains(grade.id.as_str())).collect();
    let counts = |counts: BTreeMap<&str, usize>| {
        let count = |grade: &&crate::model::Grade| GradeCount {
            grade: grade.id.clone(),
            grade_label: grade.label.clone(),
            count: counts.get(grade.id.as_str()).copied().unwrap_or(0),
        };
        grades.iter().map(count).collect()
    };
    years.into_iter().map(|(year, by_grade)| YearDistribution { year, counts: counts(by_grade) }).collect()
}

/// The table parted by year, the latest year at the table's own address; each part with its address, title and siblings.
pub(super) fn by_year(
    dossier: &Dossier,
    table: &JudgementTable,
) -> Vec<(String, String, JudgementTable, Vec<Part>)> {
    let mut years: BTreeMap<Option<i16>, Vec<MatrixRow>> = BTreeMap::new();
    for row in &table.matrix.rows {
        years.entry(row.date.map(Date::year_number)).or_default().push(row.clone());
    }
    let name = |year: Option<i16>| year.map_or_else(|| "date-not-known".to_owned(), |year| year.to_string());
    let counts: Vec<(String, usize)> =
        years.iter().rev().map(|(year, rows)| (name(*year), rows.len())).collect();
    let parts = |current: Option<&str>| {
        let part = |(name, count): &(String, usize)| Part {
            link: Link { url: format!("judgements/{name}/"), text: name.replace('-', " ") },
            count: *count,
            current: current == Some(name),
        };
        counts.iter().map(part).collect::<Vec<_>>()
    };
    let of_rows = |rows| JudgementTable {
        distribution: table.distribution.clone(),
        ..of_matrix(dossier, Matrix { areas: table.matrix.areas.clone(), rows })
    };
    let newest = years.last_key_value().map(|(_, rows)| rows.clone()).unwrap_or_default();
    let first = ("judgements/".to_owned(), "Judgements".to_owned(), of_rows(newest), parts(None));
    let rest = years.into_iter().rev().map(|(year, rows)| {
        let name = name(year);
        let parts = parts(Some(&name));
        (
            format!("judgements/{name}/"),
            format!("Judgements: {}", name.replace('-', " ")),
            of_rows(rows),
            parts,
        )
    });
    std::iter::once(first).chain(rest).collect()
}
