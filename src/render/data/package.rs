//! Filled tables in, `data/datapackage.json` out (Data Package, version 2).

use super::Filled;
use crate::model::{DataColumn, OutputFile, Site};
use serde_json::{Value, json};

/// The descriptor that names each table's file and the type and meaning of each column.
pub(super) fn descriptor(site: &Site, tables: &[Filled<'_>]) -> OutputFile {
    let resources: Vec<Value> = tables.iter().map(resource).collect();
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug::slugify(&site.settings.title),
        "title": site.settings.title,
        "resources": resources,
    });
    for (key, value) in [("description", &site.settings.description), ("homepage", &site.settings.base_url)] {
        if let Some(value) = value {
            package[key] = value.as_str().into();
        }
    }
    OutputFile::new("data/datapackage.json", format!("{package:#}\n"))
}

fn resource(filled: &Filled<'_>) -> Value {
    let table = filled.table;
    let fields: Vec<Value> = table.columns.iter().map(field).collect();
    json!({
        "name": table.name,
        "title": table.title,
        "type": "table",
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields,
            "missingValues": [""],
        },
    })
}

fn field(column: &DataColumn) -> Value {
    json!({"name": column.name, "type": column.kind, "description": column.meaning})
}
