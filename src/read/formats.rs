//! A source in, its document out: chooses the reader by media type.

use super::{docx, html, markdown, pdf, sentences, text};
use crate::model::{BlockKind, Diagnostic, Document, DocumentBuilder, Hints, MediaType, Source};

/// The document in a source, and what there is to say about it.
///
/// # Errors
/// A diagnostic if the source cannot be read at all: broken, encrypted, or without text.
pub fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    if source.bytes.is_empty()
        && let Some(description) = &source.sidecar.description
    {
        return Ok((described(source, description), Vec::new()));
    }
    match source.media_type {
        MediaType::Text => Ok((text::document(source), Vec::new())),
        MediaType::Markdown => Ok(markdown::document(source)),
        MediaType::Html => html::document(source),
        MediaType::Pdf => pdf::document(source),
        MediaType::Docx => docx::document(source),
    }
}

/// What a person wrote of a source that is not there, or that is of no format that factbox reads.
fn described(source: &Source, description: &str) -> Document {
    let mut builder = DocumentBuilder::new();
    if let Some(title) = &source.sidecar.title {
        builder.block(BlockKind::Title, None, title, &[], None, "title in the file beside the source");
    }
    let because = "description in the file beside the source";
    for paragraph in description.split("\n\n") {
        builder.block(BlockKind::Paragraph, None, paragraph, &[], None, because);
    }
    builder.build(source, Hints::default(), sentences)
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
    fn nothing_nests_too_deeply() {
        let deep = |open: &str, close: &str| format!("{}words{}", open.repeat(20_000), close.repeat(20_000));
        read(MediaType::Html, deep("<div>", "</div>").into_bytes());
        read(MediaType::Html, deep("<ul><li>", "</li></ul>").into_bytes());
        read(MediaType::Markdown, deep("> ", "").into_bytes());
        read(MediaType::Markdown, deep("- ", "").into_bytes());
    }
}
