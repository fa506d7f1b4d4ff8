//! The source tree in, a failure for each place that leaves the one direction `main -> lib -> rooms -> model` out.

use std::fs;
use std::path::{Path, PathBuf};

const ROOMS: [&str; 8] = ["read", "extract", "compose", "link", "render", "publish", "check", "serve"];

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below a folder, in order, with its text.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// The modules of the crate that a text names: `crate::NAME`, and each name of `crate::{NAME, NAME::…}`.
fn crate_modules(text: &str) -> Vec<String> {
    let name =
        |words: &str| words.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for part in text.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            None => names.push(name(part)),
            Some(group) => names.extend(top_level(group).iter().map(|words| name(words.trim()))),
        }
    }
    names
}

/// The parts of a `use` group up to its closing brace, without those of the groups within.
fn top_level(group: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            c if depth == 0 => parts.last_mut().expect("it begins with one part").push(c),
            _ => {}
        }
    }
    parts
}

#[test]
fn a_room_uses_the_model_and_itself_only() {
    let mut wrong = Vec::new();
    for room in ROOMS.iter().filter(|room| sources().join(room).is_dir()) {
        for (path, text) in files(&sources().join(room)) {
            let outside = crate_modules(&text).into_iter().filter(|name| name != room && name != "model");
            wrong.extend(outside.map(|name| format!("{} uses crate::{name}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_model_uses_no_room() {
    let wrong: Vec<_> = files(&sources().join("model"))
        .into_iter()
        .filter(|(_, text)| crate_modules(text).iter().any(|name| name != "model"))
        .map(|(path, _)| path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_file_says_first_what_it_is() {
    let silent: Vec<_> = files(&sources())
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| path)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn the_reader_of_this_test_sees_every_form_of_use() {
    let text = "use crate::model::{A, B};\nuse crate::{link, read::{x, y}, render};\nlet a = crate::publish::site();";
    assert_eq!(crate_modules(text), ["model", "link", "read", "render", "publish"]);
}
