//! A document and its page in, the ways to cite it out: words, BibTeX, RIS.

use crate::model::{DocumentKind, Settings, SiteDocument};
use schemars::JsonSchema;
use serde::Serialize;

/// How to cite a document as this site shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Citation {
    /// Without the access date, which the page adds.
    pub(super) plain: String,
    pub(super) address: Option<String>,
    pub(super) accessed: Option<String>,
    pub(super) bibtex: String,
    pub(super) ris: String,
}

/// The citation of a document.
pub(super) fn citation(document: &SiteDocument, settings: &Settings) -> Citation {
    let card = &document.card;
    let address = settings.base_url.as_deref().map(|base| super::filters::under(base, &card.url));
    let source = document.provenance.origin.clone();
    let parts = Parts {
        who: card.author.clone().or_else(|| card.publisher.clone()),
        publisher: card.publisher.clone(),
        title: &card.title,
        kind: card.kind,
        // The end of an inspection is no date of publication.
        year: card.published.map(|date| date.year_number().to_string()),
        date: card.published.map(|date| date.to_string()),
        words: card.published.map(|date| date.words()),
        address: address.clone().or(source),
    };
    Citation {
        plain: parts.plain(&settings.title),
        accessed: settings.as_of.map(|date| date.words()),
        bibtex: parts.bibtex(&card.slug, &settings.title),
        ris: parts.ris(&settings.title),
        address,
    }
}

struct Parts<'a> {
    who: Option<String>,
    publisher: Option<String>,
    title: &'a str,
    kind: DocumentKind,
    year: Option<String>,
    date: Option<String>,
    words: Option<String>,
    address: Option<String>,
}

impl Parts<'_> {
    fn plain(&self, site: &str) -> String {
        let mut parts = Vec::new();
        parts.extend(self.who.clone());
        parts.push(format!("‘{}’", self.title));
        // "‘Inspection of Harbour, 3 May 2024’, 3 May 2024" would say it twice.
        parts.extend(self.words.clone().filter(|words| !self.title.ends_with(words.as_str())));
        format!("{}. In: {site}.", parts.join(", "))
    }

    fn is_article(&self) -> bool {
        matches!(self.kind, DocumentKind::NewsArticle | DocumentKind::PressRelease)
    }

    fn bibtex(&self, slug: &str, site: &str) -> String {
        let (entry, who) =
            if self.is_article() { ("misc", "publisher") } else { ("techreport", "institution") };
        let fields = [
            ("title", Some(format!("{{{}}}", braced(self.title)))),
            ("author", self.who.as_deref().map(|who| format!("{{{}}}", braced(who)))),
            (who, self.publisher.as_deref().map(braced)),
            ("year", self.year.clone()),
            ("url", self.address.clone()),
            ("note", Some(format!("As published in {}", braced(site)))),
        ];
        let lines =
            fields.iter().filter_map(|(name, value)| Some(format!("  {name} = {{{}}}", value.as_ref()?)));
        format!("@{entry}{{{slug},\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
    }

    fn ris(&self, site: &str) -> String {
        let kind = if self.is_article() { "NEWS" } else { "RPRT" };
        let date = self.date.as_deref().map(|date| date.replace('-', "/"));
        let fields = [
            ("TY", Some(kind)),
            ("TI", Some(self.title)),
            ("AU", self.who.as_deref()),
            ("PB", self.publisher.as_deref()),
            ("PY", self.year.as_deref()),
            ("DA", date.as_deref()),
            ("UR", self.address.as_deref()),
            ("DB", Some(site)),
        ];
        let lines =
            fields.iter().filter_map(|(tag, value)| Some(format!("{tag}  - {}\r\n", one_line((*value)?))));
        format!("{}ER  - \r\n", lines.collect::<String>())
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that BibTeX takes as it is.
fn braced(text: &str) -> String {
    let mut out = String::new();
    for c in one_line(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' | '}' | '\\' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(kind: DocumentKind) -> Parts<'static> {
        Parts {
            who: Some("Inspectorate & Co".to_owned()),
            publisher: Some("Inspectorate & Co".to_owned()),
            title: "Harbour View",
            kind,
            year: Some("2024".to_owned()),
            date: Some("2024-03-12".to_owned()),
            words: Some("12 March 2024".to_owned()),
            address: None,
        }
    }

    #[test]
    fn a_report_is_filed_as_a_report() {
        assert!(
            parts(DocumentKind::InspectionReport)
                .ris("Dossier")
                .starts_with("TY  - RPRT\r\nTI  - Harbour View\r\n")
        );
        let bibtex = parts(DocumentKind::InspectionReport).bibtex("harbour", "Dossier");
        assert!(bibtex.starts_with("@techreport{harbour,"));
        assert!(bibtex.contains("institution = {Inspectorate \\& Co}"));
    }

    #[test]
    fn plain_words_name_who_what_when_and_where() {
        let words = parts(DocumentKind::NewsArticle).plain("Dossier");
        assert_eq!(words, "Inspectorate & Co, ‘Harbour View’, 12 March 2024. In: Dossier.");
        let dated = Parts { title: "Harbour View, 12 March 2024", ..parts(DocumentKind::NewsArticle) };
        assert_eq!(dated.plain("Dossier"), "Inspectorate & Co, ‘Harbour View, 12 March 2024’. In: Dossier.");
    }
}
