//! factbox turns a folder of public documents into a static site whose every fact can be traced to its words.
//!
//! `content/ --read--> Document --extract--> FactSheet --link--> Site --render--> OutputFile --publish--> public/`
//!
//! Each stage is a room: a module that may use [`model`] and itself, never another room. Only this file knows the order.

mod compose;
pub mod extract;
pub mod model;
mod publish;
pub mod read;
mod tell;

use model::Diagnostic;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

/// The JSON form of one file's facts: a line of `factbox extract --format jsonl`.
pub fn extracted(
    file: &Path,
    shown: &str,
    with_text: bool,
    tell: &mut dyn FnMut(Diagnostic),
) -> Option<String> {
    let read = read::source(file, shown).and_then(|source| read::document(&source));
    let document = match read {
        Ok((document, diagnostics)) => {
            diagnostics.into_iter().for_each(&mut *tell);
            Arc::new(document)
        }
        Err(diagnostic) => {
            tell(diagnostic);
            return None;
        }
    };
    let sheet = extract::facts(document.clone(), &read::builtin_vocabulary());
    let mut value = json!({
        "factbox": 1,
        "source": {"path": document.path, "media_type": document.media_type.name(), "bytes": document.size, "blake3": document.digest},
        "document": sheet.details,
        "facts": sheet.facts,
    });
    if with_text {
        value["text"] = json!(document.text());
        value["full_text"] = json!(document.full_text());
        value["blocks"] = document.blocks().iter().map(|block| json!({
            "kind": block.kind.name(), "number": block.number, "anchor": block.anchor, "page": block.page,
            "start": document.characters_before(block.span.start), "end": document.characters_before(block.span.end),
            "because": block.because,
        })).collect();
    }
    Some(value.to_string())
}
