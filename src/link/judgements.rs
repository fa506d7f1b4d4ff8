//! Inspections in, the points of histories and the cells of matrices out.

use super::dates::compatible;
use super::dossier::{Dossier, FactAt};
use super::inspections::Inspection;
use crate::model::{
    AreaColumn, DocumentKind, FactValue, Framework, JudgementHistory, JudgementPoint, Link, Matrix,
    MatrixCell, MatrixRow,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the sources say of one area at one inspection: one point a grade, that of the highest-ranking source first.
pub(super) fn points(dossier: &Dossier, inspection: &Inspection, area: &str) -> Vec<JudgementPoint> {
    let Some(tellings) = inspection.tellings.get(area) else { return Vec::new() };
    let mut by_grade: BTreeMap<&str, Vec<FactAt>> = BTreeMap::new();
    for telling in tellings {
        by_grade.entry(&telling.grade).or_default().push(telling.at);
    }
    let mut points: Vec<(u8, JudgementPoint)> = by_grade
        .into_iter()
        .map(|(grade, facts)| {
            let rank = facts.iter().map(|at| dossier.rank(*at)).max().unwrap_or_default();
            (rank, point(dossier, inspection, area, grade, &facts))
        })
        .collect();
    points.sort_by_key(|(rank, point)| (std::cmp::Reverse((*rank, point.sources.len())), point.grade_order));
    points.into_iter().map(|(_, point)| point).collect()
}

fn point(
    dossier: &Dossier,
    inspection: &Inspection,
    area: &str,
    grade: &str,
    facts: &[FactAt],
) -> JudgementPoint {
    let known = dossier.vocabulary.grade(grade);
    let (label, area_label) = labels(dossier, facts);
    // A service that was inspected at another time than the rest keeps its own date.
    let own = facts.iter().find_map(|at| judgement_date(dossier, *at));
    let own = own.filter(|own| {
        inspection.date().is_some_and(|date| !compatible(*own, date)) && inspection.start.is_none()
    });
    JudgementPoint {
        area: area.to_owned(),
        area_label: dossier.vocabulary.area(area).map_or(area_label, |area| area.label.clone()),
        judged_as: None,
        date: own.or_else(|| inspection.date()),
        date_words: own.map_or_else(|| inspection.words(), |date| date.words()),
        grade: grade.to_owned(),
        grade_label: known.map_or(label, |grade| grade.label.clone()),
        grade_order: known.map_or(u8::MAX, |grade| grade.order),
        framework: framework_name(dossier, inspection),
        sources: dossier.cite_all(facts),
    }
}

/// The grade's and the area's labels as the first source has them, for what the vocabulary does not know.
fn labels(dossier: &Dossier, facts: &[FactAt]) -> (String, String) {
    match facts.first().map(|at| &dossier.fact(*at).value) {
        Some(FactValue::Judgement(judgement)) => {
            (judgement.grade_label.clone(), judgement.area_label.clone())
        }
        _ => Default::default(),
    }
}

fn judgement_date(dossier: &Dossier, at: FactAt) -> Option<crate::model::Date> {
    match &dossier.fact(at).value {
        FactValue::Judgement(judgement) => judgement.date,
        _ => None,
    }
}

fn framework_name(dossier: &Dossier, inspection: &Inspection) -> Option<String> {
    let id = inspection.framework.as_deref()?;
    Some(dossier.vocabulary.framework(id).map_or_else(|| id.to_owned(), |framework| framework.name.clone()))
}

/// The areas that any of the inspections has a judgement of: those of the vocabulary in its order, then others by name.
pub(super) fn columns<'a>(
    dossier: &Dossier,
    inspections: impl Iterator<Item = &'a Inspection> + Clone,
    others: Others,
) -> Vec<AreaColumn> {
    let told: BTreeSet<&str> =
        inspections.clone().flat_map(|inspection| inspection.tellings.keys().map(String::as_str)).collect();
    let known = dossier.vocabulary.areas.iter().filter(|area| told.contains(area.id.as_str()));
    let mut columns: Vec<AreaColumn> = known
        .map(|area| AreaColumn { id: area.id.clone(), label: area.label.clone(), short: area.short.clone() })
        .collect();
    if others == Others::Shown {
        let others = told.iter().filter(|id| dossier.vocabulary.area(id).is_none());
        columns.extend(others.map(|id| other_column(id)));
    }
    columns
}

/// Whether areas that the vocabulary does not know get a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    Shown,
    Left,
}

fn other_column(id: &str) -> AreaColumn {
    let words = id.strip_prefix("other:").unwrap_or(id).trim();
    let mut letters = words.chars();
    let label: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    AreaColumn { id: id.to_owned(), short: label.clone(), label }
}

/// Inspections by areas, newest first. `before` of a row is the inspection of the same body before it.
pub(super) fn matrix<'a>(
    dossier: &Dossier,
    inspections: impl Iterator<Item = &'a Inspection> + Clone,
    areas: Vec<AreaColumn>,
) -> Matrix {
    let mut by_body: BTreeMap<usize, Vec<&Inspection>> = BTreeMap::new();
    for inspection in inspections {
        by_body.entry(inspection.body).or_default().push(inspection);
    }
    let rows = by_body.values().flat_map(|of_body| {
        let rows =
            (0..of_body.len()).rev().map(|index| row(dossier, of_body[index], &of_body[..index], &areas));
        rows.filter(|row| row.document.is_some() || row.cells.iter().any(|cell| cell.point().is_some()))
            .collect::<Vec<_>>()
    });
    Matrix { rows: rows.collect(), areas }
}

/// One inspection's row; `earlier` are those of the same body before it, oldest first.
pub(super) fn row(
    dossier: &Dossier,
    inspection: &Inspection,
    earlier: &[&Inspection],
    areas: &[AreaColumn],
) -> MatrixRow {
    let body = dossier.body(inspection.body);
    let report = inspection.reports.first().map(|report| &dossier.documents[*report]);
    MatrixRow {
        body: body.link(),
        region: body.region.clone(),
        date: inspection.date(),
        date_words: inspection.words(),
        framework: framework_name(dossier, inspection),
        document: report.map(|report| report.link()),
        lead_inspector: report.and_then(|report| report.sheet.details.lead_inspector.clone()),
        cells: areas.iter().map(|area| cell(dossier, inspection, earlier, &area.id)).collect(),
    }
}

fn cell(dossier: &Dossier, inspection: &Inspection, earlier: &[&Inspection], area: &str) -> MatrixCell {
    let mut points = points(dossier, inspection, area);
    match points.len() {
        0 => empty_cell(dossier, inspection, area),
        1 => {
            let point = points.remove(0);
            let before = earlier
                .iter()
                .rev()
                .find_map(|earlier| self::points(dossier, earlier, area).into_iter().next());
            let change = before.map(|before| change(&before, &point));
            MatrixCell::Graded { point, change }
        }
        _ => MatrixCell::Conflicting { points },
    }
}

/// Why there is no grade: no framework under which the inspection may have been grades the area, or nobody told.
fn empty_cell(dossier: &Dossier, inspection: &Inspection, area: &str) -> MatrixCell {
    let frameworks = frameworks(dossier, inspection);
    if frameworks.is_empty() || frameworks.iter().any(|framework| grades(framework, inspection, area)) {
        return MatrixCell::NotFound;
    }
    let joint: BTreeSet<Option<&String>> =
        frameworks.iter().map(|framework| framework.joint.get(area)).collect();
    let with = joint.first().copied().flatten().filter(|_| joint.len() == 1);
    let label = |id: &String| {
        dossier.vocabulary.area(id).map_or_else(|| id.clone(), |area| area.short.to_lowercase())
    };
    MatrixCell::NotGraded { with: with.map(label) }
}

/// The framework of an inspection; where no report names it, those of its day that grade all that was told.
fn frameworks<'a>(dossier: &'a Dossier, inspection: &Inspection) -> Vec<&'a Framework> {
    if let Some(id) = &inspection.framework {
        return dossier.vocabulary.framework(id).into_iter().collect();
    }
    let Some(date) = inspection.date() else { return Vec::new() };
    let in_force = |framework: &&Framework| {
        framework.document == DocumentKind::InspectionReport
            && !framework.areas.is_empty()
            && framework.from.is_none_or(|from| from.first_day() <= date.last_day())
            && framework.until.is_none_or(|until| date.first_day() <= until.last_day())
            && inspection.tellings.keys().all(|told| grades(framework, inspection, told))
    };
    dossier.vocabulary.frameworks.iter().filter(in_force).collect()
}

/// Whether a framework grades an area at the date of an inspection.
fn grades(framework: &Framework, inspection: &Inspection, area: &str) -> bool {
    let begun = match (framework.since.get(area), inspection.date()) {
        (Some(since), Some(date)) => since.first_day() <= date.first_day(),
        _ => true,
    };
    begun && (framework.areas.is_empty() || framework.areas.iter().any(|graded| graded == area))
}

impl MatrixCell {
    /// The judgement that is shown.
    pub(super) fn point(&self) -> Option<&JudgementPoint> {
        match self {
            Self::Graded { point, .. } => Some(point),
            Self::Conflicting { points } => points.first(),
            Self::NotGraded { .. } | Self::NotFound => None,
        }
    }
}

/// "Was requires improvement in 2014, now good", "good, as in 2019".
pub(super) fn change(before: &JudgementPoint, now: &JudgementPoint) -> String {
    let then = before.date.map(|date| format!(" in {}", date.year_number())).unwrap_or_default();
    let (old, new) = (before.grade_label.to_lowercase(), now.grade_label.to_lowercase());
    match before.grade == now.grade {
        true => format!("Still {new}, as{}", if then.is_empty() { " before".to_owned() } else { then }),
        false => format!("Was {old}{then}, now {new}"),
    }
}

/// The judgements of one area of one body over time.
pub(super) fn history(
    dossier: &Dossier,
    of_body: &[&Inspection],
    area: &AreaColumn,
) -> Option<JudgementHistory> {
    let first = of_body.first()?;
    let points: Vec<JudgementPoint> =
        of_body.iter().filter_map(|inspection| history_point(dossier, inspection, &area.id)).collect();
    let change = match points.as_slice() {
        [.., before, now] => Some(change(before, now)),
        _ => None,
    };
    let body: Link = dossier.body(first.body).link();
    (!points.is_empty()).then(|| JudgementHistory {
        body,
        area: area.id.clone(),
        area_label: area.label.clone(),
        points,
        change,
    })
}

/// The point of an inspection in an area's history: where the framework of the day had no such area, what it judged in
/// its place.
fn history_point(dossier: &Dossier, inspection: &Inspection, area: &str) -> Option<JudgementPoint> {
    if let Some(point) = points(dossier, inspection, area).into_iter().next() {
        return Some(point);
    }
    let known = dossier.vocabulary.area(area)?;
    let place = known.earlier.iter().find_map(|wording| {
        inspection
            .tellings
            .keys()
            .find(|told| told.strip_prefix("other:").is_some_and(|told| told.trim() == wording))
    })?;
    let point = points(dossier, inspection, place).into_iter().next()?;
    Some(JudgementPoint {
        judged_as: place.strip_prefix("other:").map(|words| words.trim().to_owned()),
        area: area.to_owned(),
        area_label: known.label.clone(),
        ..point
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::inspections;
    use crate::link::sample::{Sample, date};
    use crate::model::{Area, Framework, Grade, Judgement, Settings, Vocabulary};

    fn vocabulary() -> Vocabulary {
        let grade = |id: &str, label: &str, order| Grade {
            id: id.into(),
            label: label.into(),
            order,
            ..Grade::default()
        };
        let area = |id: &str, earlier: &[&str]| Area {
            id: id.into(),
            label: id.into(),
            earlier: earlier.iter().map(|words| (*words).to_owned()).collect(),
            ..Area::default()
        };
        let framework = Framework {
            id: "new".into(),
            areas: vec!["overall".into()],
            from: date("2018"),
            document: DocumentKind::InspectionReport,
            joint: [("leavers".to_owned(), "care".to_owned())].into(),
            ..Framework::default()
        };
        Vocabulary {
            grades: vec![grade("good", "Good", 2), grade("ri", "Requires improvement", 3)],
            areas: vec![
                area("overall", &["safeguarding"]),
                area("adoption", &[]),
                Area { short: "In care".into(), ..area("care", &[]) },
                area("leavers", &[]),
            ],
            frameworks: vec![framework],
            ..Vocabulary::default()
        }
    }

    fn told(area: &str, grade: &str, current: bool, when: Option<&str>) -> FactValue {
        FactValue::Judgement(Judgement {
            area: area.into(),
            grade: grade.into(),
            current,
            date: when.and_then(date),
            ..Judgement::default()
        })
    }

    fn reports() -> Vec<Sample> {
        let old = Sample::about("Hartwell")
            .named("old")
            .inspected("2014-03-11", "2014-04-02")
            .states("Overall.", told("overall", "ri", true, None))
            .states("Adoption.", told("adoption", "good", true, None))
            .states("Before.", told("other:safeguarding", "good", false, Some("2009-11")));
        let new = Sample::about("Hartwell")
            .named("new")
            .framework("new")
            .inspected("2019-07-01", "2019-07-12")
            .states("Overall.", told("overall", "good", true, None));
        vec![old, new]
    }

    #[test]
    fn a_cell_says_what_changed_and_why_it_is_empty() {
        let (settings, vocabulary) = (Settings::default(), vocabulary());
        let dossier =
            Dossier::new(reports().into_iter().map(Sample::entry).collect(), &settings, &vocabulary);
        let inspections = inspections::all(&dossier);
        let areas = columns(&dossier, inspections.iter(), Others::Left);
        let matrix = matrix(&dossier, inspections.iter(), areas);
        let words = |cell: &MatrixCell| match cell {
            MatrixCell::Graded { point, change } => {
                change.clone().unwrap_or_else(|| point.grade_label.clone())
            }
            MatrixCell::NotGraded { with: None } => "not graded".into(),
            MatrixCell::NotGraded { with: Some(area) } => format!("with {area}"),
            MatrixCell::NotFound => "not found".into(),
            MatrixCell::Conflicting { .. } => "conflicting".into(),
        };
        let rows: Vec<Vec<String>> =
            matrix.rows.iter().map(|row| row.cells.iter().map(words).collect()).collect();
        assert_eq!(rows[0], ["Was requires improvement in 2014, now good", "not graded"]);
        assert_eq!(rows[1], ["Requires improvement", "Good"]);
    }

    #[test]
    fn an_inspection_that_only_an_article_tells_of_was_under_a_framework_of_its_day() {
        let article = |year: &str| {
            Sample::about("Hartwell")
                .named(year)
                .kind(DocumentKind::NewsArticle)
                .published(&format!("{year}-08-14"))
                .states("It is good.", told("overall", "good", true, None))
        };
        let (settings, vocabulary) = (Settings::default(), vocabulary());
        let samples = [article("2019"), article("2015")];
        let dossier = Dossier::new(samples.map(Sample::entry).into(), &settings, &vocabulary);
        let inspections = inspections::all(&dossier);
        let cells = |area| inspections.iter().map(|of| empty_cell(&dossier, of, area)).collect::<Vec<_>>();
        assert!(matches!(
            cells("leavers").as_slice(),
            [MatrixCell::NotFound, MatrixCell::NotGraded { with: Some(with) }] if with == "in care"
        ));
        assert!(matches!(
            cells("adoption").as_slice(),
            [MatrixCell::NotFound, MatrixCell::NotGraded { with: None }]
        ));
    }

    #[test]
    fn a_history_begins_with_what_was_judged_in_its_place() {
        let (settings, vocabulary) = (Settings::default(), vocabulary());
        let dossier =
            Dossier::new(reports().into_iter().map(Sample::entry).collect(), &settings, &vocabulary);
        let inspections = inspections::all(&dossier);
        let columns = columns(&dossier, inspections.iter(), Others::Left);
        let history = history(&dossier, &inspections.iter().collect::<Vec<_>>(), &columns[0]).unwrap();
        let told: Vec<_> =
            history.points.iter().map(|p| (&*p.date_words, &*p.grade, p.judged_as.as_deref())).collect();
        let expected = [
            ("November 2009", "good", Some("safeguarding")),
            ("11 March to 2 April 2014", "ri", None),
            ("1 to 12 July 2019", "good", None),
        ];
        assert_eq!(told, expected);
    }
}
