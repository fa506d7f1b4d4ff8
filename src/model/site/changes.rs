//! What changed since an earlier build, and what is read of that build to tell it.

use super::Link;
use crate::model::{Date, FactKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What changed since an earlier build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Changes {
    /// Whether there was an earlier build to compare with.
    pub known: bool,
    /// The day that stands for the build's: that of the settings, else of the newest document.
    #[serde(default)]
    pub date: Option<Date>,
    pub documents_added: Vec<Link>,
    pub documents_removed: Vec<String>,
    pub facts: Vec<Change>,
    /// What the builds before told of those before them, the latest first: for those who read the feed now and then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Changes>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// `added`, `changed` or `removed`.
    pub what: String,
    pub kind: FactKind,
    pub line: String,
    pub before: Option<String>,
    pub document: Link,
    pub url: Option<String>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.count() == 0
    }

    /// How many documents and facts came, changed or went since the build before this one.
    pub fn count(&self) -> usize {
        self.documents_added.len() + self.documents_removed.len() + self.facts.len()
    }
}

/// What an earlier build's data held: read from its `data/facts.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct FormerFacts {
    pub documents: Vec<FormerDocument>,
    pub facts: Vec<FormerFact>,
    /// What that build told of the one before it.
    pub changes: Option<Changes>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct FormerDocument {
    pub slug: String,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FormerFact {
    pub id: String,
    pub kind: FactKind,
    /// As [`FactValue::line`](super::FactValue::line) gave it.
    pub line: String,
    /// Slug of its document.
    pub document: String,
}
