//! The site in, its data out: JSON, CSV, a workbook, a data package, annotations, and one archive of all.
//!
//! 1. [`rows`] fills each table that the data page describes, column by column as it names them.
//! 2. Each form writes the same tables: CSV, workbook, data package.
//! 3. `facts.json` holds all there is, and is what the next build tells changes by.

mod annotations;
mod archive;
mod facts;
mod package;
mod rows;
mod sheets;
#[cfg(feature = "xlsx")]
mod workbook;

use crate::model::{DataTable, OutputFile, PageContent, Site};
use rayon::prelude::*;
use rows::Row;
pub(super) use sheets::guarded;

/// A table with its rows, each as long as the table has columns.
pub(super) struct Filled<'a> {
    pub table: &'a DataTable,
    pub rows: Vec<Row>,
}

/// Every file below data/, and the text of each document, in which the annotations have their places.
pub(super) fn files(site: &Site) -> Vec<OutputFile> {
    let tables = filled(site);
    let (mut files, (facts, workbook)) = rayon::join(
        || tables.par_iter().map(sheets::csv).collect::<Vec<_>>(),
        || rayon::join(|| facts::json(site), || workbook(&tables)),
    );
    files.extend([facts, package::descriptor(site, &tables)]);
    files.extend(workbook);
    files.extend(archive::zip(&files));
    files.extend(annotations::files(site));
    files
}

#[cfg(feature = "xlsx")]
fn workbook(tables: &[Filled<'_>]) -> Option<OutputFile> {
    workbook::xlsx(tables)
}

/// None: this program was built without workbooks.
#[cfg(not(feature = "xlsx"))]
fn workbook(_: &[Filled<'_>]) -> Option<OutputFile> {
    None
}

fn filled(site: &Site) -> Vec<Filled<'_>> {
    let tables = site.pages.iter().filter_map(|page| match &page.content {
        PageContent::Data { tables, .. } => Some(tables),
        _ => None,
    });
    tables.flatten().map(|table| Filled { table, rows: rows::rows(site, table) }).collect()
}
