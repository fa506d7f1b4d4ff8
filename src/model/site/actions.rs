//! What was to be put right, and what of it came back, as pages show it.

use super::{Cited, DocumentCard, Link};
use schemars::JsonSchema;
use serde::Serialize;

/// How much one body had to put right, for the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActionSummary {
    /// To the body's page of actions.
    pub body: Link,
    pub inspections: usize,
    pub actions: usize,
    pub recurring: usize,
    /// "12 August 2019": the latest inspection with actions.
    pub latest: String,
}

/// What was to be put right at one body, inspection by inspection, newest first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActionHistory {
    pub body: Link,
    pub inspections: Vec<ActionInspection>,
    pub recurring: Vec<Recurrence>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActionInspection {
    pub document: DocumentCard,
    pub actions: Vec<ActionCard>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActionCard {
    pub reference: Option<String>,
    pub text: String,
    pub deadline: Option<String>,
    pub priority: Option<String>,
    pub theme: Option<String>,
    /// To the recurrence of which it is a part, on the body's page of actions.
    pub recurrence: Option<Link>,
    pub source: Cited,
}

/// A matter that came back at a later inspection.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Recurrence {
    pub anchor: String,
    pub earlier: ActionCard,
    pub later: ActionCard,
    pub earlier_date: String,
    pub later_date: String,
    /// 0 to 1.
    pub similarity: f64,
    /// Words that both have, the most telling ones first.
    pub shared: Vec<String>,
    /// Labels of the themes that both have.
    pub themes: Vec<String>,
}
