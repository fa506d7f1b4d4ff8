//! A table as the data page describes it in, its rows out.

use crate::model::{
    DataTable, Fact, FactValue, JudgementPoint, Link, MatrixCell, MatrixRow, PageContent, Series,
    SeriesPoint, Site, SiteDocument,
};
use crate::render::filters::under;
use serde_json::{Map, Value, json};

/// A cell a column, in the table's order. Cells without a value are null.
pub(super) type Row = Vec<Value>;

/// The rows of a table: of the documents, of the facts of one kind, of the series, or of the inspections.
pub(super) fn rows(site: &Site, table: &DataTable) -> Vec<Row> {
    let named: Vec<Map<String, Value>> = match table.name.as_str() {
        "documents" => site.documents.iter().map(|found| document(site, found)).collect(),
        "series" => series(site).flat_map(|series| points(site, series)).collect(),
        "inspections" => {
            matrix(site).filter(|row| row.document.is_some()).map(|row| inspection(site, row)).collect()
        }
        name => facts(site, name),
    };
    let cell = |row: &mut Map<String, Value>, name: &str| row.get_mut(name).map_or(Value::Null, Value::take);
    named
        .into_iter()
        .map(|mut row| table.columns.iter().map(|column| cell(&mut row, &column.name)).collect())
        .collect()
}

/// Where a page stands, as far as the site knows: its absolute address, else its way from the site's root.
fn address(site: &Site, url: &str) -> String {
    site.settings.base_url.as_deref().map_or_else(|| url.to_owned(), |base| under(base, url))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn body_name<'a>(site: &'a Site, document: &SiteDocument) -> Option<&'a str> {
    let slug = document.body.as_deref()?;
    site.bodies.iter().find(|body| body.slug == slug).map(|body| body.name.as_str())
}

fn document(site: &Site, found: &SiteDocument) -> Map<String, Value> {
    let mut row = object(serde_json::to_value(&found.sheet.details).unwrap_or_default());
    row.insert("document".into(), found.card.slug.as_str().into());
    row.insert("title".into(), found.card.title.as_str().into());
    row.insert("body".into(), body_name(site, found).into());
    row.insert("media_type".into(), found.provenance.media_type.as_str().into());
    row.insert("bytes".into(), found.provenance.size.into());
    row.insert("blake3".into(), found.provenance.digest.as_str().into());
    row
}

/// The facts of the kind whose table has this name.
fn facts(site: &Site, name: &str) -> Vec<Map<String, Value>> {
    let of_document = |found: &SiteDocument| {
        let body = body_name(site, found).map(str::to_owned);
        let wanted = found.sheet.facts.iter().filter(|fact| fact.kind().table() == name);
        wanted.map(|fact| fact_row(site, found, body.as_deref(), fact)).collect::<Vec<_>>()
    };
    site.documents.iter().flat_map(of_document).collect()
}

fn fact_row(site: &Site, found: &SiteDocument, body: Option<&str>, fact: &Fact) -> Map<String, Value> {
    let mut row = object(serde_json::to_value(&fact.value).unwrap_or_default());
    // Two columns have names of their own, because every table has a `body` and a `url`.
    for (field, column) in [("body", "judged"), ("url", "legislation_url")] {
        if let Some(value) = row.remove(field) {
            row.insert(column.into(), value);
        }
    }
    if let FactValue::Figure(figure) = &fact.value {
        let compared = figure.compare.iter().map(|other| {
            let date = other.as_of.map(|date| format!(" at {date}")).unwrap_or_default();
            let label = other.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
            format!("{}{date}{label}", other.value)
        });
        let compared: Vec<_> = compared.collect();
        row.insert(
            "compare".into(),
            if compared.is_empty() { Value::Null } else { compared.join("; ").into() },
        );
    }
    let evidence = object(serde_json::to_value(&fact.evidence).unwrap_or_default());
    let start = row.remove("start");
    let end = row.remove("end");
    row.extend(evidence);
    if let FactValue::Event(_) = &fact.value {
        row.insert("date_start".into(), start.unwrap_or_default());
        row.insert("date_end".into(), end.unwrap_or_default());
    }
    row.insert("id".into(), fact.id.as_str().into());
    row.insert("document".into(), found.card.slug.as_str().into());
    row.insert("body".into(), body.into());
    row.insert("rule".into(), fact.rule.as_str().into());
    row.insert("url".into(), address(site, &format!("{}#{}", found.card.url, fact.id)).into());
    row
}

fn series(site: &Site) -> impl Iterator<Item = &Series> {
    site.pages.iter().filter_map(|page| match &page.content {
        PageContent::Measure(series) => Some(&**series),
        _ => None,
    })
}

fn points(site: &Site, series: &Series) -> Vec<Map<String, Value>> {
    let own = series.points.iter().map(|point| (None, point));
    let others =
        series.comparators.iter().flat_map(|c| c.points.iter().map(|point| (Some(c.label.as_str()), point)));
    own.chain(others).map(|(comparator, point)| point_row(site, series, comparator, point)).collect()
}

fn point_row(
    site: &Site,
    series: &Series,
    comparator: Option<&str>,
    point: &SeriesPoint,
) -> Map<String, Value> {
    let sources: Vec<String> = point.sources.iter().map(|source| address(site, &source.url)).collect();
    object(json!({
        "series": series.card.slug,
        "body": series.card.body.text,
        "measure": series.card.label,
        "unit": series.card.unit,
        "comparator": comparator,
        "as_of": point.as_of,
        "value": point.value,
        "doubtful": point.doubtful,
        "sources": sources.join(" "),
    }))
}

/// The rows of the table of judgements, which may stand on several pages, each with the areas of its cells.
fn matrix(site: &Site) -> impl Iterator<Item = WithAreas<'_>> {
    let tables = site.pages.iter().filter_map(|page| match &page.content {
        PageContent::Judgements(table) => Some(&table.matrix),
        _ => None,
    });
    tables.flat_map(|matrix| matrix.rows.iter().map(|row| WithAreas { row, areas: &matrix.areas }))
}

struct WithAreas<'a> {
    row: &'a MatrixRow,
    areas: &'a [crate::model::AreaColumn],
}

impl std::ops::Deref for WithAreas<'_> {
    type Target = MatrixRow;

    fn deref(&self) -> &MatrixRow {
        self.row
    }
}

impl WithAreas<'_> {
    /// The grade of an area as readers know it; null where there is none, or where sources of the same rank differ.
    fn grade(&self, area: &str) -> Option<&str> {
        let index = self.areas.iter().position(|column| column.id == area)?;
        let rank = |point: &JudgementPoint| {
            point.sources.iter().map(|source| source.document_kind.rank()).max().unwrap_or_default()
        };
        match self.row.cells.get(index)? {
            MatrixCell::Graded { point, .. } => Some(&point.grade_label),
            MatrixCell::Conflicting { points } => match points.as_slice() {
                [first, second, ..] if rank(first) > rank(second) => Some(&first.grade_label),
                _ => None,
            },
            _ => None,
        }
    }
}

/// A row of the table that existing dashboards read.
fn inspection(site: &Site, row: WithAreas<'_>) -> Map<String, Value> {
    let body = site.bodies.iter().find(|body| body.url == row.body.url);
    let authority = body.and_then(|body| {
        let urn = body.urn.as_deref()?;
        site.vocabulary.authorities.iter().find(|authority| authority.urn == urn)
    });
    let report = row.document.as_ref();
    let details = report.and_then(|link| site.documents.iter().find(|found| found.card.url == link.url));
    let started = details.and_then(|found| found.sheet.details.event_start);
    let started = started.filter(|date| date.day_number().is_some());
    object(json!({
        "URN": authority.map(|authority| &authority.urn),
        "La Code": authority.map(|authority| &authority.la_code),
        "Region Code": authority.map(|authority| &authority.region_code),
        "LTLA23CD": authority.map(|authority| &authority.ons_code),
        "Local Authority": authority.map_or(&row.body.text, |authority| &authority.name),
        "Inspection Link": report.map(|link: &Link| address(site, &link.url)),
        "Overall Effectiveness Grade": row.grade("overall"),
        "Inspection Framework": row.framework,
        "Inspector Name": row.lead_inspector,
        "Inspection Start Date": started,
        "Impact Of Leaders Grade": row.grade("leadership"),
        "Help And Protection Grade": row.grade("help_and_protection"),
        "In Care Grade": row.grade("children_in_care"),
        "Care Leavers Grade": row.grade("care_leavers"),
    }))
}
