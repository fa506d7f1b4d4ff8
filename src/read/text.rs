//! Plain text and Markdown in, document out.

use super::sentences;
use crate::model::{BlockKind, Document, DocumentBuilder, Hints, Source};

pub fn document(source: &Source) -> Document {
    let text = String::from_utf8_lossy(&source.bytes);
    let mut builder = DocumentBuilder::new();
    for paragraph in text.split("\n\n") {
        builder.block(BlockKind::Paragraph, None, paragraph, &[], None, "stands between empty lines");
    }
    builder.build(source, Hints::default(), sentences)
}
