//! A file as received, with what a person wrote beside it.

use super::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The format of a source, told by its content first and its name second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    Pdf,
    Html,
    Docx,
    Markdown,
    Text,
    /// Of no format that factbox reads, but described by a person.
    Other,
}

impl MediaType {
    /// The IANA media type.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Html => "text/html",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Markdown => "text/markdown",
            Self::Text => "text/plain",
            Self::Other => "application/octet-stream",
        }
    }
}

/// A document as received. factbox never changes it.
#[derive(Debug, Clone)]
pub struct Source {
    /// As the user would type it, with `/` between its parts: relative to the project, or as given to `extract`.
    pub path: String,
    /// Where to read it from.
    pub file: PathBuf,
    /// Names its page and URL: the path below sources/ without its ending, as lower-case words joined by `-`.
    pub slug: String,
    pub media_type: MediaType,
    pub bytes: Vec<u8>,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub digest: String,
    pub sidecar: Sidecar,
}

/// What a person wrote in NAME.toml beside a source. It outranks what factbox finds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sidecar {
    pub title: Option<String>,
    /// Where the document was published.
    pub origin: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    /// The body that the document is about.
    pub subject: Option<String>,
    /// One of the document kinds of the JSON form, such as `press-release`.
    pub kind: Option<String>,
    /// The date of publication.
    pub date: Option<Date>,
    /// The date on which the file was received.
    pub received: Option<Date>,
    pub licence: Option<String>,
    /// What a source that cannot be read (a scan, say) contains, in a person's words. No facts are looked for in it;
    /// corrections can add some.
    pub description: Option<String>,
    pub corrections: Vec<Correction>,
}

/// A correction that lasts: `reject = "figure-1a2b3c"`, `change = "ID"` with the fields to set, or `add = "KIND"` with
/// the quoted words and the fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Correction {
    /// The id of a fact to leave out.
    pub reject: Option<String>,
    /// The id of a fact of which fields are to be set.
    pub change: Option<String>,
    /// The kind of a fact to add.
    pub add: Option<String>,
    /// For `add`: the words in the document that state the fact, verbatim.
    pub quote: Option<String>,
    /// Why, for the next reader.
    pub reason: Option<String>,
    /// The fields to set, by the names of the JSON form.
    #[serde(flatten)]
    #[schemars(with = "std::collections::BTreeMap<String, serde_json::Value>")]
    pub fields: toml::Table,
}
