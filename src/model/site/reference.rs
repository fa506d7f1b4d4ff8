//! The tables that can be downloaded and the rules by which facts are found, as pages describe them.

use super::Link;
use crate::model::FactKind;
use schemars::JsonSchema;
use serde::Serialize;

/// A table that can be downloaded, with the meaning of each column.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataTable {
    pub name: String,
    pub title: String,
    pub rows: usize,
    pub columns: Vec<DataColumn>,
    pub files: Vec<Link>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataColumn {
    pub name: String,
    pub kind: String,
    pub meaning: String,
}

/// A file that holds all the data of the site.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Download {
    pub file: Link,
    pub media_type: String,
    /// What is in it.
    pub about: String,
}

/// A rule by which facts are found.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RuleCard {
    pub name: String,
    pub kind: FactKind,
    pub heading: String,
    /// What it looks for.
    pub about: String,
    /// How many facts of the site it found.
    pub facts: usize,
}
