//! One document in two formats, the same facts: the report of 2014 that the corpus holds as text and as PDF.
//!
//! Without the corpus the test says so and passes.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The text and the PDF of the same report, below corpus/.
const PAIR: [&str; 2] = ["seeds/004_77bd852f7c2febed.txt", "reports/swindon--23-may-2014.pdf"];

fn corpus() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("FACTBOX_CORPUS").map_or_else(beside, PathBuf::from).join("corpus")
}

fn extracted(file: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_factbox")).arg("extract").arg(file).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Each fact's fields, with one form for the marks that text and PDF print differently; a number a fact states twice
/// counts twice.
fn values(document: &Value) -> Vec<String> {
    let without = ["id", "rule", "evidence"];
    let value = |fact: &Value| {
        let fields = fact.as_object().unwrap().iter().filter(|(name, _)| !without.contains(&name.as_str()));
        let fields = fields.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ");
        fields.replace(['‘', '’'], "'")
    };
    let mut values: Vec<String> = document["facts"].as_array().unwrap().iter().map(value).collect();
    values.sort();
    values
}

#[test]
fn a_report_gives_the_same_facts_as_text_and_as_pdf() {
    let files = PAIR.map(|name| corpus().join(name));
    if let Some(absent) = files.iter().find(|file| !file.exists()) {
        println!("skipped: {} is absent", absent.display());
        return;
    }
    let [text, pdf] = files.each_ref().map(|file| extracted(file));
    assert_eq!(text["document"], pdf["document"]);
    let [text, pdf] = [&text, &pdf].map(values);
    assert!(text.len() > 150, "only {} facts", text.len());
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|value| !those.contains(value)).cloned().collect()
    };
    assert_eq!((only(&text, &pdf), only(&pdf, &text)), (Vec::new(), Vec::new()));
    assert_eq!(text.len(), pdf.len());
}
