//! Judgements of many inspections as pages show them: histories, matrices, counts.

use super::{Cited, Link};
use crate::model::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The grades of one area over time.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct JudgementHistory {
    pub body: Link,
    pub area: String,
    pub area_label: String,
    /// Oldest first.
    pub points: Vec<JudgementPoint>,
    /// "Was requires improvement in 2014, now good."
    pub change: Option<String>,
}

/// One judgement, told by one or more documents.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JudgementPoint {
    pub area: String,
    pub area_label: String,
    /// What an earlier framework judged in the area's place ("safeguarding arrangements"), where it had another name.
    pub judged_as: Option<String>,
    /// The first day of the inspection, else the date that the sources give.
    pub date: Option<Date>,
    /// "1 to 12 July 2019".
    pub date_words: String,
    pub grade: String,
    pub grade_label: String,
    /// 1 is best.
    pub grade_order: u8,
    pub framework: Option<String>,
    /// The highest-ranking source first.
    pub sources: Vec<Cited>,
}

/// Inspections by areas.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Matrix {
    pub areas: Vec<AreaColumn>,
    /// Newest first.
    pub rows: Vec<MatrixRow>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AreaColumn {
    pub id: String,
    pub label: String,
    pub short: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatrixRow {
    pub body: Link,
    pub region: Option<String>,
    pub date: Option<Date>,
    pub date_words: String,
    pub framework: Option<String>,
    pub document: Option<Link>,
    pub lead_inspector: Option<String>,
    pub cells: Vec<MatrixCell>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum MatrixCell {
    Graded {
        point: JudgementPoint,
        change: Option<String>,
    },
    /// The framework has no such judgement.
    NotGraded {
        /// The area of whose judgement it is a part: "children in care".
        with: Option<String>,
    },
    NotFound,
    /// Sources say different things.
    Conflicting {
        points: Vec<JudgementPoint>,
    },
}

/// The same inspection areas beside others.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Neighbours {
    pub region: Option<String>,
    pub of_region: Vec<MatrixRow>,
    pub statistical: Vec<MatrixRow>,
    pub areas: Vec<AreaColumn>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct JudgementTable {
    pub matrix: Matrix,
    pub distribution: Vec<YearDistribution>,
    /// Values that the filters offer.
    pub regions: Vec<String>,
    pub years: Vec<i16>,
    pub grades: Vec<GradeName>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GradeName {
    pub id: String,
    pub label: String,
    pub order: u8,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct YearDistribution {
    pub year: i16,
    /// In the order of the vocabulary's grades.
    pub counts: Vec<GradeCount>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GradeCount {
    pub grade: String,
    pub grade_label: String,
    pub count: usize,
}
