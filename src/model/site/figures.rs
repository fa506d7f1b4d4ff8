//! Figures over time as pages show them.

use super::{Cited, Link};
use crate::model::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// One figure of one body over time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Series {
    pub card: SeriesCard,
    /// Oldest first.
    pub points: Vec<SeriesPoint>,
    pub comparators: Vec<SeriesComparator>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SeriesCard {
    pub slug: String,
    pub url: String,
    pub label: String,
    pub unit: String,
    pub body: Link,
    pub latest: Option<SeriesPoint>,
    /// "Down from 408 in June 2018 (−36%)."
    pub change: Option<String>,
    pub points: usize,
    /// What the documents compare it with, each by its latest point: "National", "43 per 10,000", "31 March 2023".
    pub compared: Vec<ComparedWith>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ComparedWith {
    pub label: String,
    pub amount: String,
    pub as_of_words: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SeriesPoint {
    pub as_of: Option<Date>,
    pub as_of_words: String,
    pub value: f64,
    pub amount: String,
    /// Said to be about, nearly, over …; or told otherwise by another source.
    pub doubtful: Option<String>,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SeriesComparator {
    pub label: String,
    pub points: Vec<SeriesPoint>,
}
