//! Words of a test in, a document out, so that a rule's tests are lines of text.

use crate::model::{BlockKind, Document, DocumentBuilder, Hints, MediaType, Sidecar, Source, Span};

/// A document of paragraphs parted by empty lines; a line that begins with `- ` is a list item, one with `# ` a heading,
/// one with `| ` a table row with its cells parted by ` | `. Sentences end at a full stop, a question or exclamation mark
/// before a capital, be it behind an opening mark.
pub fn document(text: &str) -> Document {
    let mut builder = DocumentBuilder::new();
    for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(row) = line.strip_prefix("| ") {
            builder.row(0, false, &row.split(" | ").collect::<Vec<_>>(), None, "test");
            continue;
        }
        let (kind, words) = match (line.strip_prefix("- "), line.strip_prefix("# ")) {
            (Some(item), _) => (BlockKind::ListItem { depth: 0, ordered: false }, item),
            (_, Some(heading)) => (BlockKind::Heading { level: 2 }, heading),
            _ => (BlockKind::Paragraph, line),
        };
        builder.block(kind, None, words, &[], None, "test");
    }
    builder.build(&source(text), Hints::default(), sentences)
}

pub fn source(text: &str) -> Source {
    Source {
        path: "test.txt".to_owned(),
        file: "test.txt".into(),
        slug: "test".to_owned(),
        media_type: MediaType::Text,
        bytes: text.as_bytes().to_vec(),
        digest: String::new(),
        sidecar: Sidecar::default(),
    }
}

pub fn sentences(words: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in words.match_indices(['.', '?', '!']) {
        let after = &words[at + mark.len()..];
        let lead = after.len() - after.trim_start().len();
        let next = after.trim_start().trim_start_matches(['“', '‘']);
        if lead > 0 && next.starts_with(char::is_uppercase) || after.is_empty() {
            found.push(Span::new(start, at + mark.len()));
            start = at + mark.len() + lead;
        }
    }
    if start < words.len() {
        found.push(Span::new(start, words.len()));
    }
    found
}
