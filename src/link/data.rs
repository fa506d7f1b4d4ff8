//! The dossier in, the tables that can be downloaded out, with the meaning of each column.

use super::dossier::Dossier;
use crate::model::{DataColumn, DataTable, Download, FactKind, JudgementTable, Link};

/// A column: its name, its type as in a table schema, and what it means.
type Column = (&'static str, &'static str, &'static str);

/// What every table of facts begins with.
const FACT: [Column; 3] = [
    ("id", "string", "Names the fact: it stays the same while the words stay the same."),
    ("document", "string", "The document's name, as in its address on this site."),
    ("body", "string", "The body that the document is about."),
];

/// What every table of facts ends with: the words behind the fact and where they stand.
const EVIDENCE: [Column; 7] = [
    ("quote", "string", "The exact words that state the fact."),
    ("sentence", "string", "The whole sentence or table row around them."),
    ("start", "integer", "Where the words begin in the document's text, in Unicode code points from 0."),
    ("end", "integer", "Where they end, exclusive."),
    ("page", "integer", "The printed page on which they begin."),
    ("rule", "string", "The rule that found the fact; `correction` where a person added it."),
    ("url", "string", "The fact in its context on this site."),
];

fn fields(kind: FactKind) -> &'static [Column] {
    match kind {
        FactKind::Judgement => &[
            ("area", "string", "The judged area: an id of the vocabulary, else `other:` and the words."),
            ("area_label", "string", "The area as readers know it."),
            ("grade", "string", "The grade: an id of the vocabulary."),
            ("grade_label", "string", "The grade as readers know it."),
            ("judged", "string", "Who is judged, where the text says so."),
            ("by", "string", "Who judges."),
            (
                "current",
                "boolean",
                "Whether it is of the inspection that the document reports; else it recalls another.",
            ),
            ("date", "string", "The date that the text gives the judgement: a year, month or day."),
        ],
        FactKind::Action => &[
            ("ref", "string", "The printed number of the recommendation."),
            ("text", "string", "What needs to improve."),
            ("deadline", "string", "By when, as the text words it."),
            ("priority", "string", "`immediate`, `priority` or empty."),
        ],
        FactKind::Figure => &[
            ("value", "number", "The number."),
            ("unit", "string", "`%`, `per 10,000`, `GBP`, a unit of time, else the counted noun."),
            ("measure", "string", "What is counted, in the text's words."),
            ("measure_id", "string", "The measure in the vocabulary, if it is one of a series."),
            (
                "as_of",
                "string",
                "The date of the value: a year, month, day, or `2013/14` for a financial year.",
            ),
            ("place", "string", "Whose value it is; empty: the body's own area."),
            (
                "approximate",
                "string",
                "How the text qualifies the number: `about`, `nearly`, `over` and so on.",
            ),
            (
                "compare",
                "string",
                "What the text compares it with: value, date and label of each, parted by semicolons.",
            ),
        ],
        FactKind::Person => &[
            ("name", "string", "The fullest form of the name in the document."),
            ("role", "string", "The role as the text words it."),
            ("organisation", "string", "The person's organisation."),
            ("since", "string", "In the role since."),
        ],
        FactKind::Quotation => &[
            ("text", "string", "The words spoken, without quotation marks."),
            ("speaker", "string", "Who says them."),
            ("speaker_role", "string", "In which role."),
        ],
        FactKind::Event => &[
            ("date_start", "string", "The date: a year, month or day, or `2013/14` for a financial year."),
            ("date_end", "string", "The last day, of what took longer."),
            ("what", "string", "What happened, in few words of the text."),
        ],
        FactKind::Term => {
            &[("short", "string", "The abbreviation."), ("long", "string", "What it stands for.")]
        }
        FactKind::Legislation => &[
            ("title", "string", "The short title of the Act or regulations, with its year."),
            ("section", "string", "The section."),
            ("legislation_url", "string", "Its address at legislation.gov.uk."),
        ],
        FactKind::Organisation => &[
            ("name", "string", "The name in full."),
            ("short", "string", "The short form that the text gives."),
            ("type", "string", "`local-authority`, `inspectorate`, `board`, `court` and so on."),
        ],
    }
}

const DOCUMENTS: [Column; 14] = [
    ("document", "string", "The document's name, as in its address on this site."),
    ("title", "string", "The title as lists on this site show it."),
    ("kind", "string", "`inspection-report`, `news-article`, `press-release` and so on."),
    ("publisher", "string", "Who published it."),
    ("author", "string", "Who wrote it."),
    ("body", "string", "The body that it is about."),
    ("published", "string", "The date of publication."),
    ("event_start", "string", "The first day of the inspection or visit."),
    ("event_end", "string", "The last day."),
    ("lead_inspector", "string", "Who led the inspection."),
    ("framework", "string", "The inspection framework, an id of the vocabulary."),
    ("media_type", "string", "The format of the file as received."),
    ("bytes", "integer", "Its size."),
    ("blake3", "string", "Its BLAKE3 digest, in hexadecimal."),
];

/// The judgements table of existing dashboards: these columns and no others.
const DASHBOARD: [Column; 14] = [
    ("URN", "string", "The provider's unique reference number."),
    ("La Code", "string", "The authority's code at the Department for Education."),
    ("Region Code", "string", "The code of its region."),
    ("LTLA23CD", "string", "The authority's code at the Office for National Statistics."),
    ("Local Authority", "string", "The authority's name."),
    ("Inspection Link", "string", "The report on this site."),
    ("Overall Effectiveness Grade", "string", "The overall grade; empty where the framework gives none."),
    ("Inspection Framework", "string", "The inspection framework."),
    ("Inspector Name", "string", "Who led the inspection."),
    ("Inspection Start Date", "date", "The first day of the inspection; empty if not known."),
    ("Impact Of Leaders Grade", "string", "The grade of leadership."),
    ("Help And Protection Grade", "string", "The grade of help and protection."),
    ("In Care Grade", "string", "The grade for children in care."),
    ("Care Leavers Grade", "string", "The grade for care leavers."),
];

const SERIES: [Column; 9] = [
    ("series", "string", "The series' name, as in its address on this site."),
    ("body", "string", "Whose series it is."),
    ("measure", "string", "What is counted."),
    ("unit", "string", "The unit."),
    ("comparator", "string", "Whose value it is, if not the body's own."),
    ("as_of", "string", "The date of the value."),
    ("value", "number", "The value."),
    ("doubtful", "string", "Why the value is to be taken with care."),
    ("sources", "string", "The addresses of the facts that tell it, parted by spaces."),
];

/// Every table, that of documents first. The names are those of the files, `data/NAME.csv`.
pub(super) fn tables(dossier: &Dossier, judgements: &JudgementTable, points: usize) -> Vec<DataTable> {
    let mut tables = vec![table("documents", "Documents", dossier.documents.len(), &[&DOCUMENTS])];
    for kind in FactKind::ALL {
        let rows = dossier.facts(kind).count();
        if rows > 0 {
            tables.push(table(kind.table(), kind.heading(), rows, &[&FACT, fields(kind), &EVIDENCE]));
        }
    }
    let inspections = judgements.matrix.rows.iter().filter(|row| row.document.is_some()).count();
    tables.push(table("series", "Figures over time", points, &[&SERIES]));
    tables.push(table(
        "inspections",
        "Judgements as existing dashboards read them",
        inspections,
        &[&DASHBOARD],
    ));
    tables
}

/// The files that hold everything, as rendering names them.
pub(super) fn whole() -> Vec<Download> {
    let workbook = cfg!(feature = "xlsx").then_some((
        "factbox-data.xlsx",
        "Workbook (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Every table below as a sheet.",
    ));
    let files = [
        ("facts.json", "JSON", "application/json", "Every document and every fact with its words and place."),
        ("factbox-data.zip", "ZIP", "application/zip", "All of these files in one."),
        (
            "datapackage.json",
            "Data Package",
            "application/json",
            "The descriptor of the CSV files (Data Package, version 2), with a schema for each table.",
        ),
    ];
    let download = |(name, text, media_type, about): (&str, &str, &str, &str)| Download {
        file: Link { url: format!("data/{name}"), text: text.to_owned() },
        media_type: media_type.to_owned(),
        about: about.to_owned(),
    };
    files.into_iter().chain(workbook).map(download).collect()
}

fn table(name: &str, title: &str, rows: usize, columns: &[&[Column]]) -> DataTable {
    let column = |(name, kind, meaning): &Column| DataColumn {
        name: (*name).to_owned(),
        kind: (*kind).to_owned(),
        meaning: (*meaning).to_owned(),
    };
    DataTable {
        name: name.to_owned(),
        title: title.to_owned(),
        rows,
        columns: columns.iter().flat_map(|columns| columns.iter().map(column)).collect(),
        files: vec![Link { url: format!("data/{name}.csv"), text: "CSV".to_owned() }],
    }
}
