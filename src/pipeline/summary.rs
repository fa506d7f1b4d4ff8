//! What changed and what is wrong in, Markdown for the summary of a CI job out.

use crate::model::{Change, Changes, Diagnostic, Severity};

/// How many changes are listed; GitHub cuts a summary at 1 MiB.
const MOST: usize = 200;

/// The summary of a build.
pub fn markdown(words: &str, changes: &Changes, diagnostics: &[Diagnostic]) -> String {
    let mut out = format!("## factbox\n\n{words}.\n");
    if changes.known {
        out.push_str(&changed(changes));
    }
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        out.push_str(&format!("\n### Problems\n\n{errors} errors, {warnings} warnings.\n\n"));
        let line = |d: &Diagnostic| format!("- `{}` {}{}\n", d.code, escaped(&d.message), place(d));
        out.extend(diagnostics.iter().take(MOST).map(line));
    }
    out
}

fn place(diagnostic: &Diagnostic) -> String {
    diagnostic.places.first().map(|place| format!(" (`{}`)", place.path)).unwrap_or_default()
}

fn changed(changes: &Changes) -> String {
    let mut out = String::from("\n### What changed\n\n");
    out.extend(
        changes.documents_added.iter().map(|link| format!("- document added: {}\n", escaped(&link.text))),
    );
    out.extend(
        changes.documents_removed.iter().map(|title| format!("- document removed: {}\n", escaped(title))),
    );
    if changes.facts.is_empty() {
        out.push_str("No fact was added, changed or removed.\n");
        return out;
    }
    out.push_str("\n| | kind | fact | before | document |\n| --- | --- | --- | --- | --- |\n");
    out.extend(changes.facts.iter().take(MOST).map(row));
    if changes.facts.len() > MOST {
        out.push_str(&format!("\nand {} more.\n", changes.facts.len() - MOST));
    }
    out
}

fn row(change: &Change) -> String {
    let before = change.before.as_deref().map(escaped).unwrap_or_default();
    let (line, document) = (escaped(&change.line), escaped(&change.document.text));
    format!("| {} | {} | {line} | {before} | {document} |\n", change.what, change.kind.name())
}

fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;").replace('\n', " ")
}
