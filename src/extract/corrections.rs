//! A sheet and a person's corrections in, the corrected sheet out: a person outranks every rule.

use crate::model::{
    Correction, Diagnostic, DocumentKind, Fact, FactKind, FactSheet, FactValue, Place, Sidecar, Span,
    number_alike,
};
use serde_json::{Map, Value};

/// The rule of a fact that a person added.
const RULE: &str = "correction";

/// The sheet with the corrections made, and what is wrong with those that could not be. `path` is the file that holds
/// them.
pub fn corrected(
    mut sheet: FactSheet,
    corrections: &[Correction],
    path: &str,
) -> (FactSheet, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut added = Vec::new();
    for correction in corrections {
        let done = match correction {
            Correction { reject: Some(id), .. } => reject(&mut sheet, id),
            Correction { change: Some(id), .. } => change(&mut sheet, id, &correction.fields),
            Correction { add: Some(kind), .. } => add(&sheet, kind, correction).map(|fact| added.push(fact)),
            _ => Err(wrong("a correction says neither `reject` nor `change` nor `add`")),
        };
        diagnostics.extend(done.err().map(|diagnostic| diagnostic.at(Place::file(path))));
    }
    number_alike(&mut added);
    // What the rules found since needs no adding any more.
    added.retain(|fact| sheet.fact(fact.id.as_str()).is_none());
    sheet.facts.extend(added);
    sheet.facts.sort_by_key(|fact| (fact.evidence.span.start, fact.evidence.span.end, fact.kind()));
    (sheet, diagnostics)
}

fn wrong(message: impl Into<String>) -> Diagnostic {
    Diagnostic::warning("correction-wrong", message).note("the correction is left out")
}

fn position(sheet: &FactSheet, id: &str) -> Result<usize, Diagnostic> {
    sheet.facts.iter().position(|fact| fact.id.as_str() == id).ok_or_else(|| {
        let nearest = sheet
            .facts
            .iter()
            .map(|fact| fact.id.as_str())
            .min_by_key(|known| strsim::levenshtein(known, id));
        let help = nearest.filter(|known| strsim::levenshtein(known, id) <= 4).map_or_else(
            || {
                "copy the id from the document's page; it changes when the words of the document change"
                    .to_owned()
            },
            |known| format!("did you mean `{known}`?"),
        );
        Diagnostic::warning("correction-unknown", format!("no fact of the document has the id `{id}`"))
            .note("the correction is left out")
            .help(help)
    })
}

fn reject(sheet: &mut FactSheet, id: &str) -> Result<(), Diagnostic> {
    let index = position(sheet, id)?;
    sheet.facts.remove(index);
    Ok(())
}

/// Sets fields; the fact keeps its id, so that the correction goes on to find it.
fn change(sheet: &mut FactSheet, id: &str, fields: &toml::Table) -> Result<(), Diagnostic> {
    let index = position(sheet, id)?;
    let value = serde_json::to_value(&sheet.facts[index].value).unwrap_or_default();
    let Value::Object(known) = value else { return Ok(()) };
    sheet.facts[index].value = value_of(known, fields)?;
    Ok(())
}

fn add(sheet: &FactSheet, kind: &str, correction: &Correction) -> Result<Fact, Diagnostic> {
    if !FactKind::ALL.iter().any(|known| known.name() == kind) {
        let kinds = FactKind::ALL.map(FactKind::name).join(", ");
        return Err(wrong(format!("`{kind}` is no kind of fact")).help(format!("write one of {kinds}")));
    }
    let quote = correction.quote.as_deref().unwrap_or_default();
    let span = quoted(sheet.document.text(), quote).ok_or_else(|| {
        wrong(format!("the words `{quote}` do not stand in the document"))
            .help("quote the document's words exactly, as its page shows them; without them there is no fact")
    })?;
    let mut bare = blank(kind);
    bare.insert("kind".into(), kind.into());
    Ok(Fact::new(&sheet.document, value_of(bare, &correction.fields)?, span, RULE))
}

/// The fields that every fact of the kind has, empty.
fn blank(kind: &str) -> Map<String, Value> {
    use crate::model as m;
    let value = match kind {
        "judgement" => serde_json::to_value(m::Judgement { current: true, ..Default::default() }),
        "figure" => serde_json::to_value(m::Figure::default()),
        "person" => serde_json::to_value(m::Person::default()),
        "quotation" => serde_json::to_value(m::Quotation::default()),
        "term" => serde_json::to_value(m::Term::default()),
        "action" => serde_json::to_value(m::Action::default()),
        "legislation" => serde_json::to_value(m::Legislation::default()),
        "organisation" => serde_json::to_value(m::Organisation::default()),
        _ => Ok(Value::Object(Map::new())),
    };
    match value {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn value_of(mut known: Map<String, Value>, fields: &toml::Table) -> Result<FactValue, Diagnostic> {
    for (name, value) in fields {
        if !known.contains_key(name) && known.get("kind").is_none_or(|kind| kind != "event") {
            let names: Vec<_> = known.keys().filter(|name| *name != "kind").map(String::as_str).collect();
            return Err(wrong(format!("a fact of this kind has no field `{name}`"))
                .help(format!("its fields are {}", names.join(", "))));
        }
        known.insert(name.clone(), serde_json::to_value(value).unwrap_or_default());
    }
    serde_json::from_value(Value::Object(known))
        .map_err(|error| wrong(format!("a correction has a value that does not fit: {error}")))
}

/// Where the words stand, white space between them taken as equal.
fn quoted(text: &str, quote: &str) -> Option<Span> {
    if quote.trim().is_empty() {
        return None;
    }
    if let Some(at) = text.find(quote.trim()) {
        return Some(Span::new(at, at + quote.trim().len()));
    }
    let pattern = quote.split_whitespace().map(regex::escape).collect::<Vec<_>>().join(r"\s+");
    let found = regex::Regex::new(&pattern).ok()?.find(text)?;
    Some(found.range().into())
}

/// The sheet with its details as a person gave them beside the source, where they did.
pub fn outranked(mut sheet: FactSheet, sidecar: &Sidecar) -> FactSheet {
    let details = &mut sheet.details;
    let set = |field: &mut Option<String>, given: &Option<String>| {
        if given.is_some() {
            field.clone_from(given);
        }
    };
    set(&mut details.title, &sidecar.title);
    set(&mut details.publisher, &sidecar.publisher);
    set(&mut details.author, &sidecar.author);
    set(&mut details.subject, &sidecar.subject);
    details.published = sidecar.date.or(details.published);
    let kind = DocumentKind::ALL.into_iter().find(|kind| Some(kind.name()) == sidecar.kind.as_deref());
    details.kind = kind.unwrap_or(details.kind);
    sheet
}
