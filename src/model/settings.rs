//! A project's settings: site.toml.

use super::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// content/site.toml. Every key is optional.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    pub title: String,
    pub description: Option<String>,
    /// The absolute address at which the site will stand, for canonical links, feeds and the sitemap.
    pub base_url: Option<String>,
    /// BCP 47, for `<html lang>`.
    pub language: String,
    /// Who publishes the site.
    pub publisher: Option<String>,
    /// Where readers report a mistake: an address to which `?title=…&body=…` is added, or `mailto:…`.
    pub report_mistakes: Option<String>,
    /// A vocabulary file, relative to content/; none: the built-in one for children's services.
    pub vocabulary: Option<String>,
    /// The date that stands for today where one is shown; none: nothing depends on the day.
    pub as_of: Option<Date>,
    /// Groups of names that are one person, decided by a person.
    pub same_person: Vec<Vec<String>>,
    /// Groups of names that are one body.
    pub same_body: Vec<Vec<String>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Dossier".to_owned(),
            description: None,
            base_url: None,
            language: "en-GB".to_owned(),
            publisher: None,
            report_mistakes: None,
            vocabulary: None,
            as_of: None,
            same_person: Vec::new(),
            same_body: Vec::new(),
        }
    }
}
