//! A tiny project for each diagnostic in, its whole message out: what a person reads when something is wrong.
//!
//! Each folder of tests/diagnostics is named after the code that it shows. It holds a project (or files), `command` with
//! the arguments of the program (by default `build --root .`), and `expected` with what is told. Set UPDATE=1 to write
//! `expected` anew, and read the difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/diagnostics")).unwrap();
    let mut cases: Vec<_> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What the program tells about a case, with the exit code.
fn told(case: &Path) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(case, folder.path());
    let command = fs::read_to_string(case.join("command")).unwrap_or_else(|_| "build --quiet".to_owned());
    let mut said = String::new();
    // Each line is a run of its own; only the last one's words count.
    for line in command.lines() {
        let output = Command::new(env!("CARGO_BIN_EXE_factbox"))
            .args(line.split_whitespace())
            .current_dir(folder.path())
            .output()
            .unwrap();
        let code = output.status.code().map_or("killed".to_owned(), |code| code.to_string());
        said = format!("{}exit code {code}\n", String::from_utf8_lossy(&output.stderr));
    }
    said.replace(&*folder.path().to_string_lossy(), "FOLDER")
}

#[test]
fn every_diagnostic_reads_as_expected() {
    let mut wrong = Vec::new();
    for case in cases() {
        let said = told(&case);
        let file = case.join("expected");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &said).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        let code = case.file_name().unwrap().to_string_lossy();
        if said != expected || !said.contains(&format!("[{code}]")) {
            wrong.push(format!("{code}: expected\n{expected}\nbut was told\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The codes that the source names: the first argument of `Diagnostic::error(` and `Diagnostic::warning(`.
fn codes(folder: &Path, found: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            codes(&path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            for call in ["Diagnostic::error(", "Diagnostic::warning("] {
                let arguments =
                    text.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'));
                found.extend(arguments.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
            }
        }
    }
}

#[test]
fn no_code_lacks_its_case() {
    let mut named = BTreeSet::new();
    codes(&root().join("src"), &mut named);
    let shown: BTreeSet<_> =
        cases().iter().map(|case| case.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let unshown: BTreeSet<_> = fs::read_to_string(root().join("tests/diagnostics/without-case"))
        .unwrap_or_default()
        .lines()
        .filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
        .collect();
    let lacking: Vec<_> =
        named.iter().filter(|code| !shown.contains(*code) && !unshown.contains(*code)).collect();
    assert!(lacking.is_empty(), "codes without a case in tests/diagnostics: {lacking:?}");
}
