//! What a file says of itself in, hints out: front matter and the values of metadata.

use crate::model::{Date, Diagnostic, Hints, Place};
use serde_json::{Map, Value};

/// A text with its front matter taken off.
pub(super) struct Fronted<'a> {
    pub hints: Hints,
    pub body: &'a str,
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes TOML (`+++`) or YAML (`---`) front matter off a Markdown text. What does not parse is told and left out.
pub(super) fn front_matter<'a>(path: &str, text: &'a str) -> Fronted<'a> {
    let plain = |diagnostics| Fronted { hints: Hints::default(), body: text, diagnostics };
    let fence = ["+++", "---"].into_iter().find(|fence| text.starts_with(&format!("{fence}\n")));
    let Some((fence, matter, body)) = fence.and_then(|fence| fenced(text, fence)) else {
        return plain(Vec::new());
    };
    let parsed = if fence == "+++" { from_toml(matter) } else { from_yaml(matter) };
    match parsed {
        Ok(Value::Object(values)) => Fronted { hints: hints(&values), body, diagnostics: Vec::new() },
        // A line of hyphens may be a rule, and what follows prose.
        Ok(_) => plain(Vec::new()),
        Err((message, at)) => {
            let at = 4 + at.min(matter.len());
            let diagnostic = Diagnostic::warning(
                "front-matter-wrong",
                format!("the front matter is wrong: {message}"),
            )
            .at(Place::within(path, text, at, at + 1))
            .note("the document is read without it")
            .help("correct it, or write title, date and publisher in the .toml file beside the document");
            Fronted { body, ..plain(vec![diagnostic]) }
        }
    }
}

fn fenced<'a>(text: &'a str, fence: &'static str) -> Option<(&'static str, &'a str, &'a str)> {
    let inner = &text[4..];
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((fence, &inner[..at], &inner[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn from_toml(matter: &str) -> Result<Value, (String, usize)> {
    let table: toml::Table = toml::from_str(matter)
        .map_err(|error| (error.message().to_owned(), error.span().map_or(0, |span| span.start)))?;
    serde_json::to_value(plain_dates(toml::Value::Table(table))).map_err(|error| (error.to_string(), 0))
}

/// TOML has dates of its own, which JSON does not.
fn plain_dates(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(date) => toml::Value::String(date.to_string()),
        toml::Value::Table(table) => {
            toml::Value::Table(table.into_iter().map(|(key, value)| (key, plain_dates(value))).collect())
        }
        toml::Value::Array(values) => toml::Value::Array(values.into_iter().map(plain_dates).collect()),
        other => other,
    }
}

fn from_yaml(matter: &str) -> Result<Value, (String, usize)> {
    serde_saphyr::from_str(matter).map_err(|error| {
        let line = error.location().map_or(1, |location| location.line() as usize);
        let at = matter.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        (error.to_string().lines().next().unwrap_or_default().to_owned(), at)
    })
}

/// The hints in front matter, by the names in use.
fn hints(values: &Map<String, Value>) -> Hints {
    let nested = |key: &str| values.get(key).and_then(Value::as_object);
    let find = |names: &[&str]| {
        let within = |map: &Map<String, Value>| names.iter().find_map(|name| words(map.get(*name)?));
        within(values)
            .or_else(|| nested("extra").and_then(within))
            .or_else(|| nested("params").and_then(within))
    };
    Hints {
        title: find(&["title", "headline"]),
        author: find(&["author", "authors", "by", "byline"]),
        publisher: find(&["publisher", "site", "site_name", "publication", "source_name"]),
        created: None,
        published: find(&["published", "date", "publish_date", "published_at", "issued"])
            .and_then(|date| self::date(&date)),
        url: find(&["url", "canonical_url", "canonical", "origin", "source_url", "link", "source"])
            .filter(|url| url.contains("://")),
        description: find(&["description", "summary", "excerpt"]),
        language: find(&["language", "lang", "locale"]),
        article: find(&["type", "kind"])
            .is_some_and(|kind| matches!(kind.as_str(), "article" | "news-article" | "NewsArticle")),
    }
}

fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values.iter().filter_map(words).collect::<Vec<_>>().join(", "),
        Value::Object(map) => words(map.get("name")?)?,
        _ => String::new(),
    };
    (!text.is_empty()).then_some(text)
}

/// The date that a piece of metadata gives: ISO 8601 with or without a time, `14 August 2019`, `August 14, 2019`.
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let iso = text.get(..10).filter(|start| start.as_bytes()[4] == b'-' && start.as_bytes()[7] == b'-');
    if let Some(date) = iso.and_then(|start| start.parse().ok()) {
        return Some(date);
    }
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let at = parts.iter().position(|part| month(part).is_some())?;
    let month = month(parts[at])?;
    let number = |index: Option<usize>| -> Option<i16> {
        parts.get(index?)?.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()
    };
    let is_year = |number: &i16| (1900..2200).contains(number);
    match (number(at.checked_sub(1)), number(Some(at + 1)), number(Some(at + 2))) {
        (Some(day), Some(year), _) if is_year(&year) => Date::day(year, month, day as u8),
        (_, Some(day), Some(year)) if is_year(&year) => Date::day(year, month, day as u8),
        (None, Some(year), _) if is_year(&year) => Date::month(year, month),
        _ => None,
    }
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word = word.to_lowercase();
    let start = word.get(..3)?;
    let whole = word.chars().all(char::is_alphabetic) && word.len() <= 9;
    whole.then(|| MONTHS.iter().position(|month| *month == start).map(|at| at as u8 + 1))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_metadata() {
        for (text, iso) in [
            ("2019-08-14T10:30:00+01:00", "2019-08-14"),
            ("2019-08", "2019-08"),
            ("14 August 2019", "2019-08-14"),
            ("Wednesday 14th Aug, 2019 10:30", "2019-08-14"),
            ("August 14, 2019", "2019-08-14"),
            ("August 2019", "2019-08"),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some(iso), "{text}");
        }
        assert_eq!(date("last summer"), None);
        assert_eq!(date("£££££££££££"), None);
    }

    #[test]
    fn both_kinds_of_front_matter_give_hints() {
        for text in [
            "+++\ntitle = \"A\"\ndate = 2019-08-14\nauthors = [\"B\", \"C\"]\n+++\nBody.",
            "---\ntitle: A\ndate: 2019-08-14\nauthor:\n  - B\n  - C\n---\nBody.",
        ] {
            let fronted = front_matter("a.md", text);
            assert_eq!(fronted.body, "Body.");
            assert_eq!(fronted.hints.title.as_deref(), Some("A"));
            assert_eq!(fronted.hints.author.as_deref(), Some("B, C"));
            assert_eq!(fronted.hints.published, "2019-08-14".parse().ok());
        }
    }

    #[test]
    fn wrong_front_matter_is_told_with_its_line() {
        let fronted = front_matter("a.md", "+++\ntitle = \"A\"\ndate = = 1\n+++\nBody.");
        assert_eq!(fronted.body, "Body.");
        assert_eq!(fronted.diagnostics[0].places[0].line, Some(3));
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        let text = "---\n\nProse stands here.\n\n---\n\nMore.";
        assert_eq!(front_matter("a.md", text).body, text);
    }
}
