//! The site in, the files beside its pages out: assets, feeds, sitemap, and a document's facts and citations.

use super::citation::Citation;
use super::data::guarded;
use super::templates::Templates;
use super::{filters, highlight};
use crate::model::{Diagnostic, DocumentCard, OutputFile, PageContent, Site, SiteDocument};
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
    files.extend(feeds(site, templates)?);
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

#[derive(Serialize)]
struct SitemapPage<'a> {
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

#[derive(Serialize)]
struct Feed<'a> {
    title: String,
    /// The page that it is the feed of.
    url: &'a str,
    path: String,
    id: String,
    updated: String,
    entries: Vec<FeedEntry<'a>>,
}

#[derive(Serialize)]
struct FeedEntry<'a> {
    card: &'a DocumentCard,
    id: String,
    updated: String,
    lines: Vec<String>,
}

/// Feed readers want the newest; the site has the rest.
const ENTRIES: usize = 30;

/// One feed of all documents, and one of each body.
fn feeds(site: &Site, templates: &Templates) -> Result<Vec<OutputFile>, Diagnostic> {
    let mut files = vec![feed(site, templates, site.settings.title.clone(), "", &|_| true)?];
    for body in &site.bodies {
        let of_body = |document: &SiteDocument| document.body.as_deref() == Some(body.slug.as_str());
        if site.documents.iter().any(of_body) && site.pages.iter().any(|page| page.url == body.url) {
            let title = format!("{}: {}", site.settings.title, body.name);
            files.push(feed(site, templates, title, &body.url, &of_body)?);
        }
    }
    Ok(files)
}

fn feed(
    site: &Site,
    templates: &Templates,
    title: String,
    url: &str,
    wanted: &dyn Fn(&SiteDocument) -> bool,
) -> Result<OutputFile, Diagnostic> {
    let entries: Vec<FeedEntry<'_>> =
        site.documents.iter().filter(|document| wanted(document)).take(ENTRIES).map(entry).collect();
    let path = format!("{url}feed.xml");
    let feed = Feed {
        title,
        url,
        id: lasting_id(&[&site.settings.title, url]),
        updated: entries
            .iter()
            .map(|entry| entry.updated.clone())
            .max()
            .unwrap_or_else(|| instant("1970-01-01")),
        entries,
        path: path.clone(),
    };
    let mut context = Context::new();
    context.insert("feed", &feed);
    let root = super::way_to_root(&path);
    Ok(OutputFile::new(path, templates.draw("feed.xml", &context, &root)?))
}

fn entry(document: &SiteDocument) -> FeedEntry<'_> {
    let date = document.card.date.map_or_else(|| "1970-01-01".to_owned(), |date| date.last_day().to_string());
    FeedEntry {
        card: &document.card,
        id: lasting_id(&[&document.card.slug, &document.sheet.document.digest]),
        updated: instant(&date),
        lines: document.sheet.facts.iter().take(8).map(|fact| fact.value.line()).collect(),
    }
}

fn instant(day: &str) -> String {
    format!("{day}T00:00:00Z")
}

/// A URN made from words, so that it stays while they stay, wherever the site stands.
fn lasting_id(parts: &[&str]) -> String {
    let hex = blake3::hash(parts.join("\n").as_bytes()).to_hex();
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[12..15], &hex[15..18], &hex[18..30])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_last_and_differ() {
        assert_eq!(lasting_id(&["a"]), lasting_id(&["a"]));
        assert_ne!(lasting_id(&["a"]), lasting_id(&["b"]));
        assert_eq!(lasting_id(&["a"]).len(), "urn:uuid:".len() + 36);
    }
}
