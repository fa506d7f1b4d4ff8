//! Each document below tests/documents is read, and what was read compared with the `.expected` file beside it.
//!
//! `UPDATE_EXPECTED=1 cargo test --test documents` writes the files anew: read the difference before you commit it.

use factbox::model::{Block, BlockKind, Document, Inline, InlineKind};
use factbox::read;
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[test]
fn documents_are_read_as_expected() {
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 5, "the cases are gone");
    for file in cases {
        let found = read_out(&file);
        let expected_file = file.with_extension("expected");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs_err::write(&expected_file, &found).expect("the folder of cases can be written");
        }
        let expected = fs_err::read_to_string(&expected_file).unwrap_or_default();
        if found != expected {
            let difference = similar::TextDiff::from_lines(&expected, &found).unified_diff().to_string();
            wrong.push(format!("{}\n{difference}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let mut cases: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the folder of cases can be read").into_path())
        .filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending != "expected"))
        .collect();
    cases.sort();
    cases
}

/// What a file holds, block by block, as plain text; or why it cannot be read.
fn read_out(file: &Path) -> String {
    let shown = file.file_name().expect("a file has a name").to_string_lossy();
    let read = read::source(file, &shown).and_then(|(source, _)| read::document(&source));
    let mut out = String::new();
    match read {
        Ok((document, diagnostics)) => {
            write_hints(&mut out, &document);
            document.blocks().iter().for_each(|block| write_block(&mut out, &document, block));
            for aside in &document.set_aside {
                if !matches!(aside.reason.name(), "marker" | "note-mark") {
                    writeln!(out, "aside {} | {}", aside.reason.name(), aside.words.replace('\n', " "))
                        .expect("a string");
                }
            }
            for diagnostic in diagnostics {
                writeln!(out, "told {} | {}", diagnostic.code, diagnostic.message).expect("a string");
            }
        }
        Err(diagnostic) => {
            writeln!(out, "told {} | {}", diagnostic.code, diagnostic.message).expect("a string")
        }
    }
    out
}

fn write_hints(out: &mut String, document: &Document) {
    let hints = &document.hints;
    let date = |date: Option<factbox::model::Date>| date.map(|date| date.to_string());
    let values = [
        ("title", hints.title.clone()),
        ("author", hints.author.clone()),
        ("publisher", hints.publisher.clone()),
        ("published", date(hints.published)),
        ("created", date(hints.created)),
        ("url", hints.url.clone()),
        ("description", hints.description.clone()),
        ("language", hints.language.clone()),
        ("article", hints.article.then(|| "yes".to_owned())),
    ];
    for (name, value) in values {
        if let Some(value) = value {
            writeln!(out, "hint {name} | {value}").expect("a string");
        }
    }
}

fn write_block(out: &mut String, document: &Document, block: &Block) {
    let detail = match &block.kind {
        BlockKind::Heading { level } => format!(" {level}"),
        BlockKind::ListItem { depth, ordered } => {
            format!(" {depth}{}", if *ordered { " ordered" } else { "" })
        }
        BlockKind::TableRow { table, header, .. } => {
            format!(" {table}{}", if *header { " header" } else { "" })
        }
        BlockKind::Footnote { label } => format!(" {label}"),
        _ => String::new(),
    };
    let number = block.number.as_ref().map(|number| format!(" no. {number}")).unwrap_or_default();
    let page = block.page.map(|page| format!(" p. {page}")).unwrap_or_default();
    let words = document.words(block.span).replace('\t', " ¦ ");
    writeln!(out, "{}{detail}{number}{page} | {words}", block.kind.name()).expect("a string");
    for inline in document.inlines().iter().filter(|inline| block.span.covers(inline.span)) {
        writeln!(out, "    {}", told(document, inline)).expect("a string");
    }
}

fn told(document: &Document, inline: &Inline) -> String {
    let words = document.words(inline.span);
    match &inline.kind {
        InlineKind::Strong => format!("strong | {words}"),
        InlineKind::Emphasis => format!("emphasis | {words}"),
        InlineKind::Link(url) => format!("link {url} | {words}"),
        InlineKind::NoteMark(label) => {
            let before = &document.text()[..inline.span.start];
            format!("note {label} after | {}", before.rsplit(' ').next().unwrap_or(""))
        }
    }
}
