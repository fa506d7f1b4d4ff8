//! What one place in a document says: an area, its grade, and of which time.

use crate::model::{Date, Span};

/// A grade that the text gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub area: JudgedArea,
    /// Its index in the vocabulary.
    pub grade: usize,
    /// The words that say it.
    pub span: Span,
    /// From what is judged to its grade.
    pub clause: Span,
    /// Where the words end that name the grade; in a row, its own word is looked for.
    pub named_to: Option<usize>,
    pub source: Source,
    pub time: Time,
    pub date: Option<Date>,
    /// Who is judged, if the words name another body than the document is about.
    pub body: Option<String>,
    /// Who judged, if it is another inspectorate than the field's.
    pub by: Option<String>,
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq)]
pub enum JudgedArea {
    /// An area of the vocabulary, by its index.
    Known(usize),
    /// Anything else, in the text's words.
    Other(String),
}

/// How a judgement is stated; what comes first outranks what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A row of a table.
    Table,
    /// A line or heading that is a label with its grade.
    Label,
    /// A sentence that states the grade as of now.
    Sentence,
    /// A sentence that tells it.
    Told,
    /// A sentence that tells it without the grade's own word.
    Ranked,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// Of the inspection that the document reports.
    Current,
    /// Told in the past tense, and still to be settled.
    Past,
    /// Of another inspection.
    Recalled,
}

/// The part of a document in which something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Matter,
    /// Beneath a heading over earlier inspections.
    Earlier,
    /// Where the grades are explained.
    Definitions,
}

impl Statement {
    pub fn of_area(area: usize, grade: usize, span: Span, source: Source) -> Self {
        Self {
            area: JudgedArea::Known(area),
            grade,
            span,
            clause: span,
            named_to: None,
            source,
            time: Time::Current,
            date: None,
            body: None,
            by: None,
            place: Place::Matter,
        }
    }
}
