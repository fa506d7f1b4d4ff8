//! The bytes and the name of a file in, its media type out: what it holds counts more than what it is called.

use crate::model::MediaType;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileType {
    Known(MediaType),
    /// A format that factbox does not read, and what a person can do about it.
    Unknown(&'static str),
}

use FileType::{Known, Unknown};

const AS_PDF_OR_DOCX: &str = "save it as PDF or DOCX and put that beside it";
const AS_DESCRIBED: &str = "say in NAME.toml what it shows (`description = \"…\"`), or save its text as PDF, DOCX, Markdown or plain text";

/// The type of a file of these bytes and this name.
pub(super) fn file_type(bytes: &[u8], name: &str) -> FileType {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    by_signature(bytes, &ending).unwrap_or_else(|| by_name(bytes, &ending))
}

fn by_signature(bytes: &[u8], ending: &str) -> Option<FileType> {
    let head = &bytes[..bytes.len().min(1024)];
    let begins = |signature: &[u8]| bytes.starts_with(signature);
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        return Some(Known(MediaType::Pdf));
    }
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        let document = ending == "docx" || holds(b"word/document.xml");
        return Some(if document { Known(MediaType::Docx) } else { Unknown(packed(ending)) });
    }
    if begins(b"\xd0\xcf\x11\xe0") || begins(b"{\\rtf") {
        return Some(Unknown(AS_PDF_OR_DOCX));
    }
    if is_html(head) {
        return Some(Known(MediaType::Html));
    }
    (memchr::memmem::find(head, b"multipart/related").is_some() && holds(b"MIME-Version"))
        .then_some(Unknown("save the page as `HTML only`"))
}

fn packed(ending: &str) -> &'static str {
    match ending {
        "odt" | "pages" => AS_PDF_OR_DOCX,
        "xlsx" | "ods" | "numbers" => "save the sheet as PDF, or its table as Markdown",
        "pptx" | "odp" => "save the slides as PDF",
        "epub" => "save it as HTML or PDF",
        _ => "unpack it, and put the documents in it here",
    }
}

/// Whether a file begins as web pages do, after comments and an XML declaration.
fn is_html(head: &[u8]) -> bool {
    let text = super::encoding::text(head).to_ascii_lowercase();
    let mut rest = text.trim_start();
    while let Some(after) = rest.strip_prefix("<?").or(rest.strip_prefix("<!--")) {
        let end = if rest.starts_with("<?") { "?>" } else { "-->" };
        let Some(at) = after.find(end) else { return false };
        rest = after[at + end.len()..].trim_start();
    }
    ["<!doctype html", "<html", "<head", "<body", "<article", "<main"].iter().any(|tag| rest.starts_with(tag))
}

fn by_name(bytes: &[u8], ending: &str) -> FileType {
    match ending {
        "pdf" => Known(MediaType::Pdf),
        "docx" => Known(MediaType::Docx),
        _ if is_binary(bytes) => Unknown(match ending {
            "doc" | "odt" | "rtf" | "wpd" => AS_PDF_OR_DOCX,
            _ => AS_DESCRIBED,
        }),
        "html" | "htm" | "xhtml" => Known(MediaType::Html),
        "md" | "markdown" | "mdown" => Known(MediaType::Markdown),
        "json" | "jsonl" | "xml" | "csv" | "tsv" | "svg" | "css" | "js" | "yaml" | "yml" | "eml" | "py" => {
            Unknown("if it is meant as a document, save its text as Markdown or plain text")
        }
        _ => Known(MediaType::Text),
    }
}

/// Whether bytes are no text: more than one in fifty is a control character, once UTF-16 is read.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(8192)];
    let utf16 = sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff");
    if sample.contains(&0) && !utf16 && super::encoding::text(sample).contains('\u{fffd}') {
        return true;
    }
    let text = super::encoding::text(sample);
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\u{c}')).count();
    let zeros = if utf16 || !text.is_ascii() { 0 } else { sample.iter().filter(|byte| **byte == 0).count() };
    let all = text.chars().count().max(1);
    odd * 50 > all || (zeros > 0 && zeros * 3 < sample.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_counts_more_than_the_name() {
        for (bytes, name, media_type) in [
            (&b"%PDF-1.4"[..], "a.txt", MediaType::Pdf),
            (b"<!DOCTYPE html><html>", "a.pdf", MediaType::Html),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?><!-- x --><HTML>", "a", MediaType::Html),
            (b"PK\x03\x04....word/document.xml", "a.zip", MediaType::Docx),
            (b"# A heading", "a.md", MediaType::Markdown),
            (b"Words", "letter.2014", MediaType::Text),
            (b"caf\xe9 \x96 so", "a.txt", MediaType::Text),
            (b"\xff\xfeW\x00o\x00", "a.txt", MediaType::Text),
            (b"broken", "a.pdf", MediaType::Pdf),
        ] {
            assert_eq!(file_type(bytes, name), Known(media_type), "{name}");
        }
    }

    #[test]
    fn other_formats_are_not_read_as_text() {
        for (bytes, name) in [
            (&b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00"[..], "a.jpg"),
            (b"PK\x03\x04....xl/workbook.xml", "a.xlsx"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc"),
            (b"{\\rtf1 Words}", "a.txt"),
            (b"{\"a\": 1}", "a.json"),
            (b"\x00\x01\x02\x03\x04\x05\x06\x07abc\x08\x01\x02\x00", "a.txt"),
        ] {
            assert!(matches!(file_type(bytes, name), Unknown(_)), "{name}");
        }
    }
}
