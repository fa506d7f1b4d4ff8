//! A filled table in, its CSV file out (RFC 4180, UTF-8).

use super::Filled;
use crate::model::OutputFile;
use serde_json::Value;

/// The table as `data/NAME.csv`.
pub(super) fn csv(filled: &Filled<'_>) -> OutputFile {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(filled.table.columns.iter().map(|column| column.name.as_str()));
    for row in &filled.rows {
        let _ = writer.write_record(row.iter().map(cell));
    }
    OutputFile::new(format!("data/{}.csv", filled.table.name), writer.into_inner().unwrap_or_default())
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => guarded(text),
        Value::Number(number) => plain(number),
        other => other.to_string(),
    }
}

/// A whole number without the `.0` that JSON gives it.
fn plain(number: &serde_json::Number) -> String {
    number.as_f64().map_or_else(|| number.to_string(), |value| value.to_string())
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
pub(in crate::render) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_like_formulas_are_guarded_and_numbers_are_not() {
        assert_eq!(cell(&"=SUM(A1)".into()), "'=SUM(A1)");
        assert_eq!(cell(&"@home".into()), "'@home");
        assert_eq!(cell(&serde_json::json!(-3.5)), "-3.5");
        assert_eq!(cell(&serde_json::json!(260.0)), "260");
    }
}
