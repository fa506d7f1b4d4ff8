//! A page in, what it says in schema.org's words out: JSON-LD for its head.

use super::filters::{script_safe, under};
use crate::model::{
    DataTable, DocumentKind, Download, FactKind, FactValue, Page, PageContent, Site, SiteDocument,
};
use serde_json::{Value, json};

/// The JSON-LD of a page, safe inside a script element. The page is a page about a report: it never claims to be it.
pub(super) fn linked_data(page: &Page, site: &Site) -> String {
    let address = |url: &str| site.settings.base_url.as_deref().map(|base| under(base, url));
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.title,
        "url": address(&page.url),
        "inLanguage": site.settings.language,
        "description": page.description,
        "isPartOf": {"@type": "WebSite", "name": site.settings.title, "url": address("")},
        "breadcrumb": breadcrumb(page, &address),
    });
    match &page.content {
        PageContent::Document { index } => {
            if let Some(document) = site.documents.get(*index) {
                data["mainEntity"] = work(document);
                data["mentions"] = reviews(document, site);
            }
        }
        PageContent::Data { whole, tables } => {
            data["mainEntity"] = json!({
                "@type": "Dataset",
                "name": format!("{}: data", site.settings.title),
                "description": page.description,
                "creator": site.settings.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name})),
                "inLanguage": site.settings.language,
                "isAccessibleForFree": true,
                "distribution": downloads(whole, tables, &address),
            });
        }
        PageContent::Glossary { terms } => {
            data["mainEntity"] = json!({
                "@type": "DefinedTermSet",
                "name": page.title,
                "hasDefinedTerm": terms.iter().map(|term| json!({
                    "@type": "DefinedTerm", "name": term.short, "description": term.longs.join("; "),
                })).collect::<Vec<_>>(),
            });
        }
        PageContent::Legislation { acts } => {
            data["mentions"] = acts
                .iter()
                .map(|act| json!({"@type": "Legislation", "name": act.title, "url": act.url}))
                .collect();
        }
        PageContent::Body(body) => {
            data["about"] = json!({"@type": "Organization", "name": body.body.name});
        }
        PageContent::Person(person) => {
            data["about"] = json!({"@type": "Person", "name": person.card.name});
        }
        _ => {}
    }
    without_null(&mut data);
    script_safe(&data.to_string())
}

/// The files of the data page; without a base URL they are named by their way from the data page.
fn downloads(whole: &[Download], tables: &[DataTable], address: &dyn Fn(&str) -> Option<String>) -> Value {
    let file = |name: &str, url: &str, media_type: &str| {
        let from_page = || url.strip_prefix("data/").map(str::to_owned);
        json!({
            "@type": "DataDownload", "name": name, "encodingFormat": media_type,
            "contentUrl": address(url).or_else(from_page),
        })
    };
    let all =
        whole.iter().map(|download| file(&download.file.text, &download.file.url, &download.media_type));
    let csv = tables.iter().flat_map(|table| {
        table.files.iter().map(|link| file(&format!("{}: {}", table.title, link.text), &link.url, "text/csv"))
    });
    all.chain(csv).collect()
}

fn breadcrumb(page: &Page, address: &dyn Fn(&str) -> Option<String>) -> Value {
    if page.breadcrumbs.is_empty() {
        return Value::Null;
    }
    let items = page.breadcrumbs.iter().enumerate().map(|(index, link)| {
        json!({"@type": "ListItem", "position": index + 1, "name": link.text, "item": address(&link.url)})
    });
    json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()})
}

/// The document that a page is about.
fn work(document: &SiteDocument) -> Value {
    let card = &document.card;
    let kind = match card.kind {
        DocumentKind::NewsArticle | DocumentKind::PressRelease => "NewsArticle",
        DocumentKind::Other => "CreativeWork",
        _ => "Report",
    };
    let organisation = |name: &String| json!({"@type": "Organization", "name": name});
    json!({
        "@type": kind,
        "headline": card.title,
        "url": document.provenance.origin,
        "datePublished": card.published,
        "publisher": card.publisher.as_ref().map(organisation),
        "author": card.author.as_ref().map(|name| json!({"@type": "Person", "name": name})),
        "about": card.subject.as_ref().map(|subject| organisation(&subject.text)),
        "license": document.provenance.licence,
        "encodingFormat": document.provenance.media_type,
    })
}

/// Each judgement of the inspection that the document reports, as a review with a rating.
fn reviews(document: &SiteDocument, site: &Site) -> Value {
    let worst = site.vocabulary.grades.iter().map(|grade| grade.order).max().unwrap_or(1);
    let judgements = document.sheet.of(FactKind::Judgement).filter_map(|fact| match &fact.value {
        FactValue::Judgement(judgement) if judgement.current => Some(judgement),
        _ => None,
    });
    let review = |judgement: &crate::model::Judgement| {
        let order = site.vocabulary.grade(&judgement.grade).map(|grade| worst + 1 - grade.order);
        json!({
            "@type": "Review",
            "reviewAspect": judgement.area_label,
            "datePublished": judgement.date,
            "author": judgement.by.as_ref().map(|name| json!({"@type": "Organization", "name": name})),
            "itemReviewed": {"@type": "Organization", "name": judgement.body.as_ref().or(document.sheet.details.subject.as_ref())},
            "reviewRating": {
                "@type": "Rating", "ratingValue": order, "bestRating": worst, "worstRating": 1,
                "alternateName": judgement.grade_label,
            },
        })
    };
    judgements.map(review).collect()
}

/// Drops what is not known: schema.org has no null.
fn without_null(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
            map.values_mut().for_each(without_null);
        }
        Value::Array(list) => list.iter_mut().for_each(without_null),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_said() {
        let mut value = json!({"a": null, "b": [], "c": {"d": null, "e": 1}});
        without_null(&mut value);
        assert_eq!(value, json!({"c": {"e": 1}}));
    }
}
