//! Facts in, TOML front matter out, and front matter back in: one line a field, so that a diff shows what changed.

use crate::model::{Details, Diagnostic, Fact, FactSheet, FrontMatter, Place};
use serde_json::Value;

/// The line before and after the front matter.
const FENCE: &str = "+++";

/// The front matter of a document's page, without title and digest.
pub fn front(sheet: &FactSheet) -> FrontMatter {
    FrontMatter {
        title: None,
        description: None,
        tags: Vec::new(),
        digest: None,
        source: Some(sheet.document.path.clone()),
        document: Some(sheet.details.clone()),
        facts: sheet.facts.iter().map(table).collect(),
    }
}

/// The front matter under a title, with the digest of the page as factbox writes it.
pub fn titled(front: &FrontMatter, title: &str, body: &str) -> FrontMatter {
    let mut front = FrontMatter { title: Some(title.to_owned()), ..front.clone() };
    front.digest = Some(digest(&front, body));
    front
}

/// The digest of a page, without the line that holds it.
pub fn digest(front: &FrontMatter, body: &str) -> String {
    let bare = FrontMatter { digest: None, ..front.clone() };
    blake3::hash(with_body(&bare, body).as_bytes()).to_hex()[..32].to_owned()
}

/// A fact as a table: kind, id, its fields that have a value, the rule, the words.
fn table(fact: &Fact) -> toml::Table {
    let mut table = toml::Table::new();
    table.insert("kind".into(), fact.kind().name().into());
    table.insert("id".into(), fact.id.as_str().into());
    if let Ok(Value::Object(fields)) = serde_json::to_value(&fact.value) {
        let fields = fields.into_iter().filter(|(name, _)| name != "kind");
        table.extend(fields.filter_map(|(name, value)| Some((name, toml_value(value)?))));
    }
    table.insert("rule".into(), fact.rule.as_str().into());
    table.insert("quote".into(), fact.evidence.quote.as_str().into());
    table.extend(fact.evidence.page.map(|page| ("page".to_owned(), toml::Value::Integer(page.into()))));
    table
}

fn toml_value(value: Value) -> Option<toml::Value> {
    match value {
        Value::Null => None,
        Value::Bool(value) => Some(value.into()),
        Value::Number(number) => {
            number.as_f64().map(|value| match value.fract() == 0.0 && value.abs() < 1e15 {
                true => toml::Value::Integer(value as i64),
                false => toml::Value::Float(value),
            })
        }
        Value::String(value) => Some(value.into()),
        Value::Array(values) if values.is_empty() => None,
        Value::Array(values) => Some(values.into_iter().filter_map(toml_value).collect::<Vec<_>>().into()),
        Value::Object(fields) => {
            let fields = fields.into_iter().filter_map(|(name, value)| Some((name, toml_value(value)?)));
            Some(toml::Value::Table(fields.collect()))
        }
    }
}

/// A page's file: front matter and body.
pub fn with_body(front: &FrontMatter, body: &str) -> String {
    let mut out = format!("{FENCE}\n");
    line(&mut out, "title", front.title.as_deref());
    line(&mut out, "description", front.description.as_deref());
    if !front.tags.is_empty() {
        out.push_str(&format!("tags = {}\n", toml::Value::from(front.tags.clone())));
    }
    line(&mut out, "source", front.source.as_deref());
    line(&mut out, "digest", front.digest.as_deref());
    if let Some(document) = &front.document {
        out.push_str("\n[document]\n");
        lines(&mut out, &details(document));
    }
    for fact in &front.facts {
        out.push_str("\n[[facts]]\n");
        lines(&mut out, fact);
    }
    out.push_str(FENCE);
    out.push_str("\n\n");
    out.push_str(body);
    out
}

fn details(details: &Details) -> toml::Table {
    match serde_json::to_value(details).ok().and_then(toml_value) {
        Some(toml::Value::Table(table)) => table,
        _ => toml::Table::new(),
    }
}

fn line(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        lines(out, &toml::Table::from_iter([(name.to_owned(), value.into())]));
    }
}

/// One line a field: arrays and tables stand inline.
fn lines(out: &mut String, table: &toml::Table) {
    for (name, value) in table {
        out.push_str(&format!("{name} = {value}\n"));
    }
}

/// The front matter and body of a page's file.
///
/// # Errors
/// A diagnostic if the front matter has no end or is no TOML of the form.
pub fn parsed(path: &str, text: &str) -> Result<(FrontMatter, String), Diagnostic> {
    let Some(rest) =
        text.strip_prefix(FENCE).and_then(|rest| rest.trim_start_matches('\r').strip_prefix('\n'))
    else {
        return Ok((FrontMatter::default(), text.to_owned()));
    };
    let Some(end) = fence(rest) else {
        return Err(Diagnostic::error("front-matter-open", "the front matter of a page has no end")
            .at(Place::within(path, text, 0, FENCE.len()))
            .note("the page is left out")
            .help("close it with a line that holds +++ alone"));
    };
    let offset = text.len() - rest.len();
    let front = toml::from_str(&rest[..end]).map_err(|error| wrong(path, text, offset, &error))?;
    let body = rest[end + FENCE.len()..].trim_start_matches('\r').trim_start_matches('\n');
    Ok((front, body.to_owned()))
}

fn fence(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn wrong(path: &str, text: &str, offset: usize, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    Diagnostic::error("front-matter-wrong", "the front matter of a page cannot be read")
        .at(Place::within(path, text, offset + span.start, offset + span.end)
            .labelled(error.message().trim()))
        .note("the page is left out")
        .help("mend the line, or delete the file to have factbox write it anew")
}
