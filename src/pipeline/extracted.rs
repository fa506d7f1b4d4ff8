//! Files in, their facts in the JSON form (or as text for a person) out.

use crate::model::{Diagnostic, Document, FactKind, FactSheet, Vocabulary};
use crate::{extract, read};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// What is to be printed beside the facts.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExtractOptions {
    /// The text that was read, its blocks and what was set aside.
    pub text: bool,
    /// Every date, quantity, name … that was recognised.
    pub mentions: bool,
}

/// The facts of one file, corrected as the file beside it says, and what there is to say about it.
pub fn extracted(file: &Path, vocabulary: &Vocabulary) -> (Option<FactSheet>, Vec<Diagnostic>) {
    let shown = file.to_string_lossy().replace('\\', "/");
    let (source, mut diagnostics) = match read::source(file, &shown) {
        Ok(found) => found,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    match read::document(&source) {
        Ok((document, told)) => {
            diagnostics.extend(told);
            let sheet = extract::outranked(extract::facts(Arc::new(document), vocabulary), &source.sidecar);
            let (sheet, wrong) =
                extract::corrected(sheet, &source.sidecar.corrections, &sidecar_path(&source.path));
            diagnostics.extend(wrong);
            (Some(sheet), diagnostics)
        }
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            (None, diagnostics)
        }
    }
}

/// The JSON form of a sheet: what `factbox schema facts` describes.
pub fn json_form(sheet: &FactSheet, options: ExtractOptions, vocabulary: &Vocabulary) -> Value {
    let document = &*sheet.document;
    let mut value = json!({
        "factbox": 1,
        "source": {
            "path": document.path,
            "media_type": document.media_type.name(),
            "bytes": document.size,
            "blake3": document.digest,
        },
        "document": sheet.details,
        "facts": sheet.facts,
    });
    if options.text {
        value["text"] = document.text().into();
        value["full_text"] = document.full_text().into();
        value["blocks"] = blocks(document);
        value["set_aside"] = set_aside(document);
    }
    if options.mentions {
        value["mentions"] = mentions(document, vocabulary);
    }
    value
}

fn blocks(document: &Document) -> Value {
    let block = |block: &crate::model::Block| {
        json!({
            "kind": block.kind.name(),
            "number": block.number,
            "anchor": block.anchor,
            "page": block.page,
            "start": document.characters_before(block.span.start),
            "end": document.characters_before(block.span.end),
            "text": document.words(block.span),
            "because": block.because,
        })
    };
    document.blocks().iter().map(block).collect()
}

fn set_aside(document: &Document) -> Value {
    let aside = |aside: &crate::model::SetAside| {
        json!({
            "text": aside.words,
            "at": document.characters_before(aside.at.min(document.text().len())),
            "page": aside.page,
            "reason": aside.reason.name(),
        })
    };
    document.set_aside.iter().map(aside).collect()
}

fn mentions(document: &Document, vocabulary: &Vocabulary) -> Value {
    let mention = |mention: crate::model::Mention| {
        let mut value = json!({
            "type": null,
            "start": document.characters_before(mention.span.start),
            "end": document.characters_before(mention.span.end),
            "quote": document.words(mention.span),
        });
        if let (Some(fields), Value::Object(own)) = (value.as_object_mut(), json!(mention.value)) {
            fields.extend(own);
        }
        value
    };
    extract::mentions(document, vocabulary).into_iter().map(mention).collect()
}

/// The facts of a sheet for a person to read in a terminal.
pub fn text_form(sheet: &FactSheet) -> String {
    let details = &sheet.details;
    let mut out = format!("{}\n", sheet.document.path);
    let rows = [
        ("title", details.title.clone()),
        ("kind", Some(details.kind.label().to_owned())),
        ("subject", details.subject.clone()),
        ("published", details.published.map(|date| date.words())),
        (
            "inspected",
            details.event_start.map(|start| match details.event_end {
                Some(end) => format!("{} to {}", start.words(), end.words()),
                None => start.words(),
            }),
        ),
        ("lead inspector", details.lead_inspector.clone()),
    ];
    for (name, value) in rows {
        out.extend(value.map(|value| format!("  {name:<15}{value}\n")));
    }
    for kind in FactKind::ALL {
        let mut facts = sheet.of(kind).peekable();
        if facts.peek().is_some() {
            out.push_str(&format!("\n  {}\n", kind.heading()));
        }
        for fact in facts {
            let page = fact.evidence.page.map(|page| format!(", page {page}")).unwrap_or_default();
            out.push_str(&format!(
                "    {}\n      “{}”{page}  [{}]\n",
                fact.value.line(),
                fact.evidence.quote,
                fact.id
            ));
        }
    }
    out
}

/// The file in which a person corrects a source.
pub fn sidecar_path(source: &str) -> String {
    let stem =
        source.rsplit_once('.').filter(|(_, ending)| !ending.contains('/')).map_or(source, |(stem, _)| stem);
    format!("{stem}.toml")
}
