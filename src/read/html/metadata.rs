//! A page in, what it says of itself out: JSON-LD first, then Open Graph, then plain metadata.

use super::super::hints::date;
use crate::model::Hints;
use scraper::{ElementRef, Html};
use serde_json::Value;
use std::collections::HashMap;

pub fn hints(page: &Html) -> Hints {
    let metadata = Metadata::of(page);
    let linked = metadata.linked.as_ref();
    let publisher = linked.and_then(|data| name(data.get("publisher")?)).or_else(|| {
        metadata.first(&[
            "og:site_name",
            "dc.publisher",
            "dcterms.publisher",
            "publisher",
            "govuk:primary-publishing-organisation",
            "application-name",
        ])
    });
    let title = linked
        .and_then(|data| name(data.get("headline").or(data.get("name"))?))
        .or_else(|| metadata.first(&["og:title", "dc.title", "dcterms.title", "twitter:title"]))
        .or_else(|| metadata.title.clone())
        .map(|title| without_site(&title, publisher.as_deref()));
    Hints {
        title,
        author: linked
            .and_then(|data| name(data.get("author")?))
            .or_else(|| {
                metadata.first(&[
                    "author",
                    "article:author",
                    "dc.creator",
                    "dcterms.creator",
                    "parsely-author",
                    "byl",
                ])
            })
            .filter(|author| !author.contains("://"))
            .map(|author| author.strip_prefix("By ").unwrap_or(&author).to_owned()),
        published: linked
            .and_then(|data| date(data.get("datePublished").or(data.get("dateCreated"))?.as_str()?))
            .or_else(|| {
                metadata.date(&[
                    "article:published_time",
                    "og:article:published_time",
                    "date",
                    "dc.date",
                    "dc.date.issued",
                    "dcterms.issued",
                    "dcterms.created",
                    "dcterms.date",
                    "pubdate",
                    "publishdate",
                    "publication_date",
                    "govuk:first-published-at",
                    "parsely-pub-date",
                ])
            })
            .or(metadata.time),
        created: None,
        url: metadata
            .canonical
            .clone()
            .or_else(|| metadata.first(&["og:url"]))
            .filter(|url| url.contains("://")),
        description: metadata.first(&[
            "og:description",
            "description",
            "dc.description",
            "twitter:description",
        ]),
        language: metadata.language.clone(),
        article: linked.is_some_and(is_news) || metadata.first(&["og:type"]).as_deref() == Some("article"),
        publisher,
    }
}

#[derive(Default)]
struct Metadata {
    /// By lower-case name or property; the first of each.
    values: HashMap<String, String>,
    title: Option<String>,
    canonical: Option<String>,
    language: Option<String>,
    /// The first `<time datetime>`.
    time: Option<crate::model::Date>,
    linked: Option<Value>,
}

impl Metadata {
    fn of(page: &Html) -> Self {
        let root = page.root_element();
        let mut metadata = Self { language: root.attr("lang").map(str::to_owned), ..Self::default() };
        for element in root.descendent_elements() {
            metadata.read(element);
        }
        metadata
    }

    fn read(&mut self, element: ElementRef<'_>) {
        let attribute = |name: &str| element.attr(name).map(str::trim).filter(|value| !value.is_empty());
        match element.value().name() {
            "meta" => {
                let name = attribute("name").or(attribute("property")).or(attribute("itemprop"));
                if let (Some(name), Some(content)) = (name, attribute("content")) {
                    self.values.entry(name.to_lowercase()).or_insert_with(|| folded(content));
                }
            }
            "title" if self.title.is_none() => {
                self.title =
                    Some(folded(&element.text().collect::<String>())).filter(|title| !title.is_empty());
            }
            "link" if attribute("rel") == Some("canonical") => {
                self.canonical = attribute("href").map(str::to_owned)
            }
            "time" => self.time = self.time.or_else(|| date(attribute("datetime")?)),
            "script" if attribute("type") == Some("application/ld+json") => {
                let data =
                    serde_json::from_str(element.text().collect::<String>().trim()).unwrap_or(Value::Null);
                let found = article(&data, 0);
                if self.linked.as_ref().is_none_or(|former| !is_news(former)) {
                    self.linked = found.cloned().or(self.linked.take());
                }
            }
            _ => {}
        }
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.values.get(*name)).cloned()
    }

    fn date(&self, names: &[&str]) -> Option<crate::model::Date> {
        names.iter().find_map(|name| date(self.values.get(*name)?))
    }
}

/// The object in linked data that describes the page's article.
fn article(data: &Value, depth: u8) -> Option<&Value> {
    match data {
        Value::Array(values) => values.iter().take(50).find_map(|value| article(value, depth)),
        Value::Object(map) if is_article(data) => (!map.is_empty()).then_some(data),
        Value::Object(map) if depth < 3 => ["@graph", "mainEntity", "mainEntityOfPage"]
            .iter()
            .find_map(|key| article(map.get(*key)?, depth + 1)),
        _ => None,
    }
}

fn types(data: &Value) -> Vec<&str> {
    match data.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_article(data: &Value) -> bool {
    types(data).iter().any(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || *kind == "Report")
}

fn is_news(data: &Value) -> bool {
    types(data).iter().any(|kind| kind.ends_with("NewsArticle"))
}

/// The words of a value, or the names of the things that it describes.
fn name(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => folded(words),
        Value::Array(values) => values.iter().filter_map(name).collect::<Vec<_>>().join(", "),
        Value::Object(map) => name(map.get("name").filter(|name| name.is_string())?)?,
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without the name of the site behind it.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    for separator in [" | ", " – ", " — ", " - ", " :: "] {
        let Some((words, site)) = title.rsplit_once(separator) else { continue };
        let named =
            publisher.is_some_and(|publisher| site.to_lowercase().contains(&publisher.to_lowercase()));
        if named || (separator == " | " && words.split_whitespace().count() >= 3) {
            return without_site(words, publisher);
        }
    }
    title.to_owned()
}
