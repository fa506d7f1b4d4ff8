//! The site in, the files beside its pages out: assets, feeds, sitemap, and a document's facts and citations.

use super::citation::Citation;
use super::data::guarded;
use super::templates::Templates;
use super::{feeds, filters, highlight};
use crate::model::{Diagnostic, OutputFile, PageContent, Site, SiteDocument};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use tera::{Context, Value};

/// Assets, feeds, sitemap, robots and the description of the search.
pub(super) fn of(site: &Site, templates: &Templates) -> Result<Vec<OutputFile>, Diagnostic> {
    let mut files: Vec<OutputFile> = templates
        .assets
        .iter()
        .map(|(name, bytes)| match name.as_str() {
            STYLES => OutputFile::new(name, [bytes.as_slice(), grade_styles(site).as_bytes()].concat()),
            _ => OutputFile::new(name, bytes.clone()),
        })
        .collect();
    files.extend(feeds::of(site, templates)?);
    let mut context = Context::new();
    context.insert("pages", &sitemap_pages(site));
    files.push(OutputFile::new("robots.txt", templates.draw("robots.txt", &context, "/")?));
    if site.settings.base_url.is_some() {
        files.push(OutputFile::new("sitemap.xml", templates.draw("sitemap.xml", &context, "")?));
        files.push(OutputFile::new("opensearch.xml", templates.draw("opensearch.xml", &context, "")?));
    }
    Ok(files)
}

const STYLES: &str = "assets/site.css";

/// The colours of the grades, which are data of the vocabulary.
fn grade_styles(site: &Site) -> String {
    let mut styles = String::new();
    let colour = |colour: &str| {
        let plain =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '#' | '(' | ')' | ',' | ' ' | '%' | '.' | '-');
        (!colour.is_empty() && colour.chars().all(plain)).then(|| colour.to_owned())
    };
    for grade in &site.vocabulary.grades {
        let class = filters::class(&grade.id);
        if let Some(light) = colour(&grade.colour) {
            styles.push_str(&format!(".g-{class}{{--g:{light}}}\n"));
        }
        if let Some(dark) = colour(&grade.colour_dark) {
            styles.push_str(&format!(
                "@media screen and (prefers-color-scheme:dark){{.g-{class}{{--g:{dark}}}}}\n"
            ));
        }
    }
    styles
}

/// A page as the sitemap names it.
#[derive(Serialize, JsonSchema)]
pub(super) struct SitemapPage<'a> {
    url: &'a str,
    date: Option<String>,
}

fn sitemap_pages(site: &Site) -> Vec<SitemapPage<'_>> {
    let shown = site.pages.iter().filter(|page| !matches!(page.content, PageContent::NotFound));
    shown
        .map(|page| SitemapPage {
            url: &page.url,
            date: page.date.filter(|date| date.day_number().is_some()).map(|date| date.to_string()),
        })
        .collect()
}

/// A document's facts as JSON, shown and as a file, as CSV, and its citations.
pub(super) fn of_document(
    document: &SiteDocument,
    citation: &Citation,
    context: &mut Context,
    templates: &Templates,
) -> Result<Vec<OutputFile>, Diagnostic> {
    let url = &document.card.url;
    let form = json!({
        "factbox": 1,
        "source": {
            "path": document.provenance.path,
            "media_type": document.provenance.media_type,
            "bytes": document.provenance.size,
            "blake3": document.provenance.digest,
        },
        "document": document.sheet.details,
        "facts": document.sheet.facts,
    });
    let json = serde_json::to_string_pretty(&form).unwrap_or_default() + "\n";
    let (shown_json, rest) = beginning(&json);
    context.insert("shown_lines", &shown_json.lines().count());
    context.insert("more_lines", &rest.lines().count());
    let path = format!("{url}facts/index.html");
    context.insert_value("json", Value::safe_string(&highlight::classed(shown_json, "json")));
    let shown = templates.draw("facts.html", context, &super::way_to_root(&path))?;
    for name in ["json", "shown_lines", "more_lines"] {
        context.remove(name);
    }
    Ok(vec![
        OutputFile::new(path, shown),
        OutputFile::new(format!("{url}facts.json"), json),
        OutputFile::new(format!("{url}facts.csv"), csv(document)),
        OutputFile::new(format!("{url}cite.bib"), citation.bibtex.as_str()),
        OutputFile::new(format!("{url}cite.ris"), citation.ris.as_str()),
    ])
}

/// The JSON of a long document is shown as far as a page may weigh; its file has all.
const SHOWN: usize = 64 * 1024;

/// The first lines of a text that make up at most [`SHOWN`] bytes, and the rest.
fn beginning(text: &str) -> (&str, &str) {
    if text.len() <= SHOWN {
        return (text, "");
    }
    let end = memchr::memrchr(b'\n', &text.as_bytes()[..SHOWN]).map_or(0, |at| at + 1);
    text.split_at(end)
}

fn csv(document: &SiteDocument) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["id", "kind", "fact", "quote", "sentence", "page", "start", "end", "rule"];
    let _ = writer.write_record(head);
    for fact in &document.sheet.facts {
        let evidence = &fact.evidence;
        let _ = writer.write_record([
            fact.id.as_str(),
            fact.kind().name(),
            &guarded(&fact.value.line()),
            &guarded(&evidence.quote),
            &guarded(&evidence.sentence),
            &evidence.page.map(|page| page.to_string()).unwrap_or_default(),
            &evidence.start.to_string(),
            &evidence.end.to_string(),
            &fact.rule,
        ]);
    }
    writer.into_inner().unwrap_or_default()
}
