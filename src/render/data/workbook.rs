//! Filled tables in, `data/factbox-data.xlsx` out: a sheet a table.

use super::Filled;
use crate::model::OutputFile;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use serde_json::Value;

/// The most characters that a cell of a workbook holds.
const LONGEST: usize = 32_767;

/// The tables as a workbook; none if one has more rows than a sheet holds.
pub(super) fn xlsx(tables: &[Filled<'_>]) -> Option<OutputFile> {
    let bytes = workbook(tables).ok()?;
    Some(OutputFile::new("data/factbox-data.xlsx", bytes))
}

fn workbook(tables: &[Filled<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A workbook holds the date on which it was made: a fixed one, so that the same tables give the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for filled in tables {
        sheet(workbook.add_worksheet(), filled)?;
    }
    workbook.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, filled: &Filled<'_>) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(&filled.table.name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, described) in (0u16..).zip(&filled.table.columns) {
        sheet.write_with_format(0, column, described.name.as_str(), &bold)?;
        sheet.set_column_width(column, width(&described.name))?;
    }
    for (row, cells) in (1u32..).zip(&filled.rows) {
        for (column, value) in (0u16..).zip(cells) {
            cell(sheet, row, column, value)?;
        }
    }
    Ok(())
}

fn width(column: &str) -> f64 {
    match column {
        "quote" | "sentence" | "text" | "measure" | "what" | "title" => 60.0,
        name => (name.len() as f64 + 4.0).max(14.0),
    }
}

fn cell(sheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
    match value {
        Value::Null => return Ok(()),
        Value::Bool(value) => sheet.write_boolean(row, column, *value)?,
        Value::Number(number) => sheet.write_number(row, column, number.as_f64().unwrap_or_default())?,
        // Written as text, it is never taken for a formula.
        Value::String(text) => {
            sheet.write_string(row, column, text.chars().take(LONGEST).collect::<String>())?
        }
        other => sheet.write_string(row, column, other.to_string())?,
    };
    Ok(())
}
