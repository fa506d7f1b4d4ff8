//! Nothing in, what each template is given out: derived from the types of what it is given, so that it stays true.

use super::PageView;
use super::document::DocumentView;
use super::feeds::Feed;
use super::markdown::Text;
use super::site_files::SitemapPage;
use super::view::SiteView;
use crate::model::PageContent;
use schemars::JsonSchema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

/// For each template the names that it is given, with the JSON Schema of what stands behind each, and `$defs` of the
/// types that they share.
pub fn contexts() -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let site = json!({"site": generator.subschema_for::<SiteView<'_>>()});
    let page = json!({
        "page": generator.subschema_for::<PageView<'_>>(),
        "linked_data": {"type": "string", "description": "The page in schema.org's words: JSON-LD, safe in a script element"},
    });
    let mut templates = pages(&mut generator);
    templates.extend(other_templates(&mut generator));
    json!({
        "every_template": site,
        "every_page": page,
        "templates": templates,
        "$defs": generator.take_definitions(true),
    })
}

/// The templates of pages: what a page shows names its template.
fn pages(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let variants = PageContent::json_schema(generator).to_value();
    let variants = variants["oneOf"].as_array().cloned().unwrap_or_default();
    let named = variants.into_iter().filter_map(|variant| {
        let name = format!("{}.html", variant["properties"]["type"]["const"].as_str()?);
        let given = match name.as_str() {
            "document.html" => json!({"document": generator.subschema_for::<DocumentView<'_>>()}),
            "text.html" => json!({"text": generator.subschema_for::<Text>()}),
            _ => json!({"content": variant}),
        };
        Some((name, given))
    });
    named.collect()
}

fn other_templates(generator: &mut SchemaGenerator) -> Vec<(String, Value)> {
    let document = generator.subschema_for::<DocumentView<'_>>();
    let facts = json!({
        "document": document,
        "json": {"type": "string", "description": "The document's facts as highlighted JSON, as far as it is shown"},
        "shown_lines": {"type": "integer", "description": "How many lines of it are shown"},
        "more_lines": {"type": "integer", "description": "How many more lines the file has"},
    });
    let sitemap = json!({"pages": generator.subschema_for::<Vec<SitemapPage<'_>>>()});
    let feed = json!({"feed": generator.subschema_for::<Feed>()});
    let all = [
        ("facts.html", facts),
        ("feed.xml", feed),
        ("sitemap.xml", sitemap.clone()),
        ("robots.txt", sitemap.clone()),
        ("opensearch.xml", sitemap),
    ];
    all.map(|(name, given)| (name.to_owned(), given)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_described_is_one_that_there_is() {
        let described = contexts();
        let built_in: Vec<String> = super::super::built_in().map(|(name, _)| name).collect();
        let parts = ["base.html", "components.html", "fact.html"];
        let templates =
            built_in.iter().filter(|name| !name.starts_with("assets/") && !parts.contains(&name.as_str()));
        let described: Vec<&String> = described["templates"].as_object().unwrap().keys().collect();
        let mut templates: Vec<&String> = templates.collect();
        templates.sort();
        let mut described = described;
        described.sort();
        assert_eq!(described, templates);
    }
}
