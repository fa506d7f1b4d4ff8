//! A source in, its document out: chooses the reader by media type.

use super::{docx, html, markdown, pdf, sentences, text};
use crate::model::{BlockKind, Diagnostic, Document, DocumentBuilder, Hints, MediaType, Place, Source};

/// The document in a source, and what there is to say about it. Where the source cannot be read and a person has
/// described it, the description stands for it, and says so.
///
/// # Errors
/// A diagnostic if the source cannot be read at all: broken, encrypted, or without text.
pub fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    let read = match source.media_type {
        MediaType::Text => Ok((text::document(source), Vec::new())),
        MediaType::Markdown => Ok(markdown::document(source)),
        MediaType::Html => html::document(source),
        MediaType::Pdf => pdf::document(source),
        MediaType::Docx => docx::document(source),
        MediaType::Other => Err(unread(source)),
    };
    read.or_else(|refusal| match described(source, &refusal.message) {
        Some(document) => Ok((document, Vec::new())),
        None => Err(refusal),
    })
}

fn unread(source: &Source) -> Diagnostic {
    let (code, message) = match source.bytes.trim_ascii().is_empty() {
        true => ("source-empty", "its file is empty or is not here"),
        false => ("source-format-unknown", "this is no format that factbox reads"),
    };
    Diagnostic::error(code, message).at(Place::file(&source.path)).note("it is left out")
}

/// What a person wrote of a source, below a sentence that says why it stands there; none if nobody wrote anything.
fn described(source: &Source, why: &str) -> Option<Document> {
    let description = source.sidecar.description.as_deref()?;
    let mut builder = DocumentBuilder::new();
    if let Some(title) = &source.sidecar.title {
        builder.block(BlockKind::Title, None, title, &[], None, "title in the file beside the source");
    }
    let notice = format!("What follows is a person's description, not the words of the document: {why}.");
    builder.block(BlockKind::Paragraph, None, &notice, &[], None, "the source could not be read");
    let because = "description in the file beside the source";
    for paragraph in description.split("\n\n") {
        builder.block(BlockKind::Paragraph, None, paragraph, &[], None, because);
    }
    let mut document = builder.build(source, Hints::default(), sentences);
    document.unread = Some(why.to_owned());
    Some(document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sidecar;
    use proptest::prelude::*;
    use std::path::Path;

    /// The samples of a format below tests/documents.
    fn samples(format: &str) -> Vec<Vec<u8>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(format);
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> =
            files.filter(|file| file.extension().is_some_and(|ending| ending != "expected")).collect();
        files.sort();
        files.iter().map(|file| std::fs::read(file).unwrap()).collect()
    }

    fn read(media_type: MediaType, bytes: Vec<u8>) {
        let source = Source {
            path: "a".to_owned(),
            file: "a".into(),
            slug: "a".to_owned(),
            media_type,
            bytes,
            digest: String::new(),
            sidecar: Sidecar::default(),
        };
        if let Ok((read, _)) = document(&source) {
            let _ = read.full_text();
            read.sentences().iter().for_each(|sentence| drop(read.cite(*sentence)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn damaged_documents_are_read(
            which in 0_usize..20,
            cut in 0_usize..4000,
            changes in prop::collection::vec((0_usize..8000, any::<u8>()), 0..20),
        ) {
            let formats = [("text", MediaType::Text), ("markdown", MediaType::Markdown), ("html", MediaType::Html)];
            for (format, media_type) in formats {
                let samples = samples(format);
                let mut bytes = samples[which % samples.len()].clone();
                for (at, byte) in &changes {
                    let at = at % bytes.len();
                    bytes[at] = *byte;
                }
                bytes.truncate(bytes.len().saturating_sub(cut % bytes.len()));
                read(media_type, bytes);
            }
        }
    }

    #[test]
    fn a_description_stands_for_what_cannot_be_read_and_says_why() {
        let sidecar = Sidecar {
            description: Some("A poster.\n\nIt names a helpline.".to_owned()),
            ..Sidecar::default()
        };
        let source = Source {
            path: "a.pdf".to_owned(),
            file: "a.pdf".into(),
            slug: "a".to_owned(),
            media_type: MediaType::Pdf,
            bytes: b"no PDF".to_vec(),
            digest: String::new(),
            sidecar,
        };
        let (document, told) = document(&source).unwrap();
        assert!(told.is_empty() && document.unread.is_some());
        assert!(document.text().starts_with(
            "What follows is a person's description, not the words of the document: this PDF is damaged"
        ));
        assert!(document.text().ends_with("A poster.\n\nIt names a helpline."));
    }

    #[test]
    fn nothing_nests_too_deeply() {
        let deep = |open: &str, close: &str| format!("{}words{}", open.repeat(20_000), close.repeat(20_000));
        read(MediaType::Html, deep("<div>", "</div>").into_bytes());
        read(MediaType::Html, deep("<ul><li>", "</li></ul>").into_bytes());
        read(MediaType::Markdown, deep("> ", "").into_bytes());
        read(MediaType::Markdown, deep("- ", "").into_bytes());
    }
}
