//! A document with its facts in reading order, and the mentions beneath them.

use super::{Date, Document, Fact, FactKind, FactValue, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What extraction gives: a document, what it is, and its facts in reading order.
#[derive(Debug, Clone)]
pub struct FactSheet {
    pub document: Arc<Document>,
    pub details: Details,
    pub facts: Vec<Fact>,
}

impl FactSheet {
    /// The facts of one kind.
    pub fn of(&self, kind: FactKind) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.kind() == kind)
    }

    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id.as_str() == id)
    }
}

/// What a document is and what it is about. A field is set only where the document (or a person) states it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Details {
    /// The document's own headline.
    pub title: Option<String>,
    pub kind: DocumentKind,
    pub publisher: Option<String>,
    pub author: Option<String>,
    /// The body that the document is about, in its fullest form.
    pub subject: Option<String>,
    pub published: Option<Date>,
    /// First day of the inspection or visit.
    pub event_start: Option<Date>,
    pub event_end: Option<Date>,
    pub lead_inspector: Option<String>,
    /// The id of the inspection framework in the vocabulary.
    pub framework: Option<String>,
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    InspectionReport,
    FocusedVisitLetter,
    MonitoringVisitLetter,
    NewsArticle,
    PressRelease,
    #[default]
    Other,
}

impl DocumentKind {
    /// Whether it is an inspectorate's letter about a visit at which nothing was graded.
    pub const fn is_letter(self) -> bool {
        matches!(self, Self::FocusedVisitLetter | Self::MonitoringVisitLetter)
    }

    pub const ALL: [DocumentKind; 6] = [
        Self::InspectionReport,
        Self::FocusedVisitLetter,
        Self::MonitoringVisitLetter,
        Self::NewsArticle,
        Self::PressRelease,
        Self::Other,
    ];

    /// As in the JSON form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InspectionReport => "inspection-report",
            Self::FocusedVisitLetter => "focused-visit-letter",
            Self::MonitoringVisitLetter => "monitoring-visit-letter",
            Self::NewsArticle => "news-article",
            Self::PressRelease => "press-release",
            Self::Other => "other",
        }
    }

    /// As a reader expects it: "Inspection report".
    pub const fn label(self) -> &'static str {
        match self {
            Self::InspectionReport => "Inspection report",
            Self::FocusedVisitLetter => "Focused visit letter",
            Self::MonitoringVisitLetter => "Monitoring visit letter",
            Self::NewsArticle => "Article",
            Self::PressRelease => "Press release",
            Self::Other => "Document",
        }
    }

    /// How much it counts where two documents disagree: a report outranks a letter, a letter a press release, a press
    /// release an article.
    pub const fn rank(self) -> u8 {
        match self {
            Self::InspectionReport => 5,
            Self::FocusedVisitLetter | Self::MonitoringVisitLetter => 4,
            Self::PressRelease => 3,
            Self::NewsArticle => 2,
            Self::Other => 1,
        }
    }
}

/// Something that was recognised in the text, whether or not it became a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    pub span: Span,
    pub value: MentionValue,
}

#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum MentionValue {
    /// A date in words or digits.
    Date {
        /// ISO 8601 with the precision of the text: `2014`, `2014-05`, `2014-05-23`; `2013/14` for a financial year. Of a
        /// period the first date. A date that leaves its year open, or counts from another, is settled from the
        /// document's own date or from the date before it; null where neither settles it.
        value: Option<Date>,
        /// The last date of a period ("1 to 5 May", "the 1990s", "the second quarter of 2014"), else null.
        // `end` is where the mention ends.
        #[serde(rename = "until")]
        end: Option<Date>,
    },
    /// A number that measures or counts something. A range gives two, each with the unit that both share. Numbers that
    /// only name something ("section 12"), times of day and the numbers of dates are left out.
    Quantity {
        /// The number, multiplied out: 1500000 for "1.5 million" and for "£1.5m"; 0.25 for "a quarter".
        value: f64,
        /// `%`, also for percentage points; `per 10,000` and the like for a rate; for money the code of ISO 4217 (`GBP`, `EUR`;
        /// `USD` for a plain `$`), but `pence` and `cents` as they are; a measure under one name in the plural, however the
        /// text abbreviates it (`hours`, `kilometres`, `miles per hour`, `square metres`, `kilowatt hours`, `degrees Celsius`,
        /// `years of age`, `basis points`); else what is counted, in the words of the text (`social workers`; in the singular
        /// after "one" and a hyphen). What it is measured by follows: `USD per barrel`, `% per year`. Null for a bare number.
        unit: Option<String>,
        /// `=`; `<` (under, up to, at most, no more than); `>` (over, at least, or more); `~` (about, nearly, almost); `up` and
        /// `down` for the amount by which something rose or fell.
        bound: &'static str,
    },
    /// The name of a person.
    Person {
        /// The fullest form in which the document names the person.
        name: String,
    },
    /// An explanation of an abbreviation, both ways round. `quote` is both together.
    Abbreviation { short: String, long: String },
    /// Words between quotation marks.
    Quotation {
        text: String,
        /// Who says them, where the text tells.
        speaker: Option<String>,
    },
    /// A citation of an Act or a statutory instrument, or of a regulation, directive or decision of the European Union.
    Legislation {
        /// With its year or number, as the text words it.
        title: String,
        /// Of several sections each gives a mention.
        section: Option<String>,
    },
}

impl FactValue {
    /// In one line, as a reader would say it; lists of facts and feeds show it.
    pub fn line(&self) -> String {
        match self {
            Self::Judgement(j) => format!("{}: {}", j.area_label, j.grade_label),
            Self::Action(a) => a.text.clone(),
            Self::Figure(f) => format!("{}: {}", f.measure, f.amount()),
            Self::Person(p) => match &p.role {
                Some(role) => format!("{}, {role}", p.name),
                None => p.name.clone(),
            },
            Self::Quotation(q) => match &q.speaker {
                Some(speaker) => format!("{speaker}: “{}”", q.text),
                None => format!("“{}”", q.text),
            },
            Self::Event(e) => match e.end {
                Some(end) => format!("{} to {}: {}", e.start.words(), end.words(), e.what),
                None => format!("{}: {}", e.start.words(), e.what),
            },
            Self::Term(t) => format!("{}: {}", t.short, t.long),
            Self::Legislation(l) => match &l.section {
                Some(section) => format!("{}, section {section}", l.title),
                None => l.title.clone(),
            },
            Self::Organisation(o) => o.name.clone(),
        }
    }
}

impl super::Figure {
    /// The value with its unit, as a reader expects it: "52.2 per 10,000", "98%", "£1,200,000", "1,470 children".
    pub fn amount(&self) -> String {
        amount(self.value, &self.unit)
    }
}

/// A value with its unit, as a reader expects it.
pub fn amount(value: f64, unit: &str) -> String {
    let number = grouped(value);
    match unit {
        "%" => format!("{number}%"),
        "GBP" => format!("£{number}"),
        "" => number,
        unit => format!("{number} {unit}"),
    }
}

/// A number with commas over 999 and no needless decimals.
pub fn grouped(value: f64) -> String {
    let plain = format!("{}", value.abs());
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = String::new();
    if value < 0.0 {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
