//! The sample drawn by a template that prints all that it is given in, whether `factbox schema templates` says the same
//! out: no key that it does not describe, none described that is not there.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// In place of the frame of every page: what it is given on the first line, and beneath it the blocks that pages fill.
const FRAME: &str = concat!(
    r#"{"site":{{ site | json_script }},"page":{{ page | json_script }}"#,
    r#"{% if content is defined %},"content":{{ content | json_script }}{% endif %}"#,
    r#"{% if document is defined %},"document":{{ document | json_script }}{% endif %}"#,
    r#"{% if text is defined %},"text":{{ text | json_script }}{% endif %}}"#,
    "\n{% block title %}{% endblock %}{% block canonical %}{% endblock %}{% block head %}{% endblock %}",
    "{% block class %}{% endblock %}{% block crumb %}{% endblock %}{% block searchable %}{% endblock %}",
    "{% block content %}{% endblock %}",
);

fn factbox(arguments: &[&str], folder: &Path) -> Vec<u8> {
    let output =
        Command::new(env!("CARGO_BIN_EXE_factbox")).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
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

/// What the templates of each page of the sample were given.
fn given() -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &folder.path().join("content"));
    let page = "+++\ntitle = \"Nets\"\ntags = [\"Harbour\"]\n+++\n\nNets.[^1]\n\n[^1]: A note.\n";
    fs::write(folder.path().join("content/pages/nets.md"), page).unwrap();
    fs::create_dir_all(folder.path().join("templates")).unwrap();
    fs::write(folder.path().join("templates/base.html"), FRAME).unwrap();
    factbox(&["build", "--quiet", "--no-search"], folder.path());
    let mut pages = Vec::new();
    html_files(&folder.path().join("public"), &mut pages);
    let first_line = |page: &PathBuf| fs::read_to_string(page).unwrap().lines().next().unwrap().to_owned();
    pages.iter().map(|page| serde_json::from_str(&first_line(page)).unwrap()).collect()
}

fn html_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            html_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push(path);
        }
    }
}

/// What the schema says of a value: itself, and all that it refers to or has as a choice that fits.
fn parts<'a>(schema: &'a Value, all: &'a Value, value: &Value) -> Vec<&'a Value> {
    let mut found = vec![schema];
    if let Some(name) = schema["$ref"].as_str() {
        found.extend(parts(&all["$defs"][name.trim_start_matches("#/$defs/")], all, value));
    }
    for choices in ["oneOf", "anyOf", "allOf"] {
        for choice in schema[choices].as_array().into_iter().flatten().filter(|choice| fits(choice, value)) {
            found.extend(parts(choice, all, value));
        }
    }
    found
}

/// Whether a choice is not one for another constant than the value has.
fn fits(choice: &Value, value: &Value) -> bool {
    let constants = choice["properties"].as_object().into_iter().flatten();
    let mut told = constants.filter_map(|(key, schema)| Some((key, schema.get("const")?)));
    told.all(|(key, constant)| value.get(key) == Some(constant))
}

/// Every key that is not described, or described as always there and is not.
fn compare(at: &str, schema: &[&Value], all: &Value, value: &Value, wrong: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let described: Vec<&Value> =
                    schema.iter().filter_map(|part| part["properties"].get(key)).collect();
                if described.is_empty()
                    && schema.iter().all(|part| part.get("additionalProperties").is_none())
                {
                    wrong.insert(format!("{at}.{key} is not described"));
                }
                let inner: Vec<&Value> =
                    described.into_iter().flat_map(|described| parts(described, all, value)).collect();
                compare(&format!("{at}.{key}"), &inner, all, value, wrong);
            }
            let required = schema.iter().flat_map(|part| part["required"].as_array().into_iter().flatten());
            for key in required.filter_map(Value::as_str).filter(|key| !fields.contains_key(*key)) {
                wrong.insert(format!("{at}.{key} is described and not given"));
            }
        }
        Value::Array(values) => {
            for value in values {
                let items = schema.iter().filter_map(|part| part.get("items"));
                let inner: Vec<&Value> = items.flat_map(|items| parts(items, all, value)).collect();
                compare(&format!("{at}[]"), &inner, all, value, wrong);
            }
        }
        _ => {}
    }
}

#[test]
fn templates_are_given_what_their_schema_says() {
    let schema: Value =
        serde_json::from_slice(&factbox(&["schema", "templates"], Path::new(env!("CARGO_MANIFEST_DIR"))))
            .unwrap();
    let mut wrong = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for page in given() {
        let template = match (page["content"]["type"].as_str(), page.get("document")) {
            (Some(name), _) => format!("{name}.html"),
            (None, Some(_)) => "document.html".to_owned(),
            (None, None) => "text.html".to_owned(),
        };
        let described = [&schema["every_template"], &schema["every_page"], &schema["templates"][&template]];
        for (name, value) in page.as_object().unwrap() {
            let found = described.iter().find_map(|names| names.get(name));
            let found = found.unwrap_or_else(|| panic!("{template}: `{name}` is not described"));
            compare(
                &format!("{template}: {name}"),
                &parts(found, &schema, value),
                &schema,
                value,
                &mut wrong,
            );
        }
        seen.insert(template);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let described = schema["templates"].as_object().unwrap().keys();
    let unseen: Vec<_> = described
        .filter(|name| name.ends_with(".html") && *name != "facts.html" && !seen.contains(*name))
        .collect();
    assert!(unseen.is_empty(), "the sample draws no {unseen:?}");
}
