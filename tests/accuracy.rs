//! The corpus beside the checkout in, a table of scores out; a score under its floor in `accuracy/floors.toml` is a failure.
//!
//! The scripts that come with the corpus do the scoring. Without the corpus, or without Python, the test says so and
//! passes. Floors are raised with each gain and never lowered.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder that holds corpus/ and eval/: that of `FACTBOX_CORPUS`, or shared/ beside the checkout.
fn shared() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("FACTBOX_CORPUS").map_or_else(beside, PathBuf::from)
}

/// Why the scores cannot be had, if they cannot.
fn absent(shared: &Path) -> Option<String> {
    let missing = ["corpus/gold", "corpus/reports", "eval/score.py", "eval/score_judgements.py"];
    if let Some(path) = missing.iter().map(|path| shared.join(path)).find(|path| !path.exists()) {
        return Some(format!("{} is absent", path.display()));
    }
    let python =
        Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    (!python.is_ok_and(|status| status.success())).then(|| "python3 is absent".to_owned())
}

/// The files of a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    found.sort();
    found
}

/// What `factbox extract` prints for the files, in a file.
fn predictions(files: &[PathBuf], folder: &Path) -> PathBuf {
    let output = Command::new(env!("CARGO_BIN_EXE_factbox"))
        .args(["extract", "--format", "jsonl"])
        .args(files)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let path = folder.join("predictions.jsonl");
    std::fs::write(&path, output.stdout).unwrap();
    path
}

fn score(script: &Path, gold: &Path, predictions: &Path, folder: &Path) -> Value {
    let json = folder.join("scores.json");
    let status = Command::new("python3")
        .arg(script)
        .arg(gold)
        .arg(predictions)
        .arg("--json")
        .arg(&json)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "{} failed", script.display());
    serde_json::from_str(&std::fs::read_to_string(&json).unwrap()).unwrap()
}

/// Every score by name: `facts.terms.p`, `attributes.figures.unit`, `document.kind`, `judgements.overall`.
fn scores(facts: &Value, judgements: &Value) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    for (kind, score) in facts["facts"].as_object().unwrap() {
        for measure in ["p", "r"] {
            found.push((format!("facts.{kind}.{measure}"), score[measure].as_f64().unwrap()));
        }
    }
    for group in ["attributes", "document"] {
        for (name, score) in facts[group].as_object().unwrap() {
            found.push((format!("{group}.{name}"), share(&score["right"], &score["of"])));
        }
    }
    for (name, score) in judgements["fields"].as_object().unwrap() {
        found.push((format!("judgements.{name}"), share(&score[0], &score[1])));
    }
    found
}

fn share(right: &Value, of: &Value) -> f64 {
    let of = of.as_f64().unwrap();
    if of == 0.0 { 1.0 } else { right.as_f64().unwrap() / of }
}

#[test]
fn no_score_falls_under_its_floor() {
    let shared = shared();
    if let Some(reason) = absent(&shared) {
        println!("skipped: {reason}");
        return;
    }
    let corpus = shared.join("corpus");
    let folder = tempfile::tempdir().unwrap();
    let mut documents = files(&corpus.join("seeds"), "txt");
    documents.extend(files(&corpus.join("reports"), "pdf"));
    let predictions = predictions(&documents, folder.path());
    let facts = score(&shared.join("eval/score.py"), &corpus.join("gold"), &predictions, folder.path());
    let judgements = score(
        &shared.join("eval/score_judgements.py"),
        &corpus.join("judgements.csv"),
        &predictions,
        folder.path(),
    );
    let floors: toml::Table = toml::from_str(include_str!("accuracy/floors.toml")).unwrap();
    let mut under = Vec::new();
    for (name, value) in scores(&facts, &judgements) {
        let floor = floors.get(&name).and_then(toml::Value::as_float).unwrap_or(0.0);
        println!("{name:<34}{value:6.3}   floor {floor:.3}");
        if value + 0.0005 < floor {
            under.push(format!("{name} is {value:.3}, under its floor of {floor:.3}"));
        }
    }
    assert!(under.is_empty(), "{}", under.join("\n"));
}
