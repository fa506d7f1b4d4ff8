//! A problem told to a person: what, where, what factbox did about it, and what the reader can do.

use serde::Serialize;

/// How bad a problem is. With `--strict` a warning counts as an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// Where a problem is: a file, and if known a line and column (both from 1, columns in characters) or a printed page.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// As the user would type it, relative to the project.
    pub path: String,
    pub line: Option<u32>,
    pub column: Option<u32>,
    /// The printed page, for a PDF.
    pub page: Option<u32>,
    /// The line (or stretch of text) in which the marked words stand; empty: no excerpt is shown.
    pub excerpt: String,
    /// The marked words, as byte range in `excerpt`.
    pub mark: (usize, usize),
    /// What is to be said beside the mark.
    pub label: String,
}

impl Place {
    /// The whole file.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// The place of the bytes `start..end` in a file's text.
    pub fn within(path: impl Into<String>, text: &str, start: usize, end: usize) -> Self {
        let start = floor(text, start);
        let end = floor(text, end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        Self {
            path: path.into(),
            line: Some(text[..start].matches('\n').count() as u32 + 1),
            column: Some(text[line_start..start].chars().count() as u32 + 1),
            page: None,
            excerpt: text[line_start..line_end].to_owned(),
            mark: (start - line_start, end.min(line_end) - line_start),
            label: String::new(),
        }
    }

    pub fn on_page(mut self, page: Option<u32>) -> Self {
        self.page = page;
        self
    }

    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// One problem. `code` is lasting and in kebab case: people silence and search for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: &'static str,
    /// One sentence that makes sense alone, without a full stop.
    pub message: String,
    pub places: Vec<Place>,
    /// What factbox did about it.
    pub note: Option<String>,
    /// What the reader can do.
    pub help: Option<String>,
}

impl Diagnostic {
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            places: Vec::new(),
            note: None,
            help: None,
        }
    }

    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
