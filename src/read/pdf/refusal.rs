//! Why a PDF cannot be read in, the diagnostic that says so and what to do about it out.

use crate::model::{Diagnostic, Place, Source};

/// Why a PDF gives no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Encrypted,
    Broken(String),
    /// A web page under a PDF's name.
    WebPage,
    /// Pictures of pages.
    Scanned {
        pages: usize,
    },
    TooSlow,
    /// The reader itself failed.
    Failed,
}

impl Refusal {
    pub fn diagnostic(&self, source: &Source) -> Diagnostic {
        let name = source.path.rsplit('/').next().unwrap_or(&source.path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let describe = format!("describe the document in {stem}.toml beside it (description = \"...\")");
        let (code, message, help) = match self {
            Self::Encrypted => (
                "pdf-encrypted",
                "this PDF can only be read with a password".to_owned(),
                format!("save a copy without the password (for example with qpdf --decrypt), or {describe}"),
            ),
            Self::Broken(why) => (
                "pdf-broken",
                format!("this PDF is damaged: {why}"),
                format!("fetch the file again from where it was published, or {describe}"),
            ),
            Self::WebPage => (
                "pdf-is-web-page",
                "this file is named as a PDF but holds a web page".to_owned(),
                "fetch the PDF again, for the site may have answered with an error page; if the page itself is the \
                 document, give its name the ending .html"
                    .to_owned(),
            ),
            Self::Scanned { pages } => (
                "pdf-without-text",
                counted(*pages),
                format!("recognise its text (for example with ocrmypdf) and use that file, or {describe}"),
            ),
            Self::TooSlow => (
                "pdf-too-slow",
                "reading this PDF took too long".to_owned(),
                format!("save it anew from a PDF viewer (print to a file), or {describe}"),
            ),
            Self::Failed => (
                "pdf-reader-failed",
                "the reader of PDFs failed on this file".to_owned(),
                format!("save it anew from a PDF viewer (print to a file), or {describe}"),
            ),
        };
        Diagnostic::error(code, message)
            .at(Place::file(&source.path))
            .note("the document is left out")
            .help(help)
    }
}

fn counted(pages: usize) -> String {
    match pages {
        1 => "the one page of this PDF is a picture without text".to_owned(),
        _ => format!("the {pages} pages of this PDF are pictures without text"),
    }
}
