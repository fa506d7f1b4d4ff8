//! A document in, the Acts that it calls by a year before their title, by their year alone, or as "that Act", out.

use super::citations::{Citation, NUMBER, beside_years, listed, sections};
use crate::extract::patterns::pattern;
use crate::model::{Document, Span};
use regex::Regex;
use std::sync::LazyLock;

static OF_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:[Ss]ections?\s|[Ss]{{1,2}}\.?\s?)(?P<list>{NUMBER}(?:(?:,\s|\sand\s|\sor\s|\sto\s|[–-]){NUMBER})*)\s(?:of|under)\sthe\s(?P<year>(?:1[89]|20)\d\d)\sAct\b"
    ))
});

/// "the 1989 Children Act".
static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[Tt]he (?P<year>(?:1[89]|20)\d\d) (?P<title>(?:[A-Z][a-z]+,? (?:and |of |for )?){1,6}Act)\b(?P<next>,? \(?\d\d)?",
    )
});

/// Acts whose year stands before their title.
pub(super) fn led_by_years(document: &Document) -> Vec<Citation> {
    let mut found = Vec::new();
    for led in beside_years(document, &YEAR_FIRST).filter(|led| led.name("next").is_none()) {
        let (Some(year), Some(title)) = (led.name("year"), led.name("title")) else { continue };
        let named = format!("{} {}", title.as_str(), year.as_str());
        let (numbers, span) = sections(document, Span::new(year.start(), title.end()));
        let numbers: Vec<Option<String>> =
            if numbers.is_empty() { vec![None] } else { numbers.into_iter().map(Some).collect() };
        found.extend(numbers.into_iter().map(|section| Citation { title: named.clone(), section, span }));
    }
    found
}

/// Sections of an Act that is called by its year, where one Act of that year was named before.
pub(super) fn of_named_years(document: &Document, named: &[Citation]) -> Vec<Citation> {
    let mut found = Vec::new();
    for citation in beside_years(document, &OF_YEAR) {
        let Some(all) = citation.get(0) else { continue };
        let span = Span::from(all.range());
        let year = &citation["year"];
        let before = named.iter().take_while(|act| act.span.start < span.start);
        let mut titles: Vec<&str> = before
            .map(|act| act.title.as_str())
            .filter(|title| title.contains("Act") && title.contains(year))
            .collect();
        titles.sort_unstable();
        titles.dedup();
        if let [title] = titles[..] {
            let sections = listed(&citation["list"]).into_iter();
            found.extend(sections.map(|section| Citation {
                title: title.to_owned(),
                section: Some(section),
                span,
            }));
        }
    }
    found
}

/// Sections "of that Act": the last one cited before them in their block.
pub(super) fn of_that_act(document: &Document, named: &[Citation]) -> Vec<Citation> {
    const THAT: &str = " of that Act";
    let text = document.text();
    let mut found = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), THAT) {
        let Some(block) = document.block_at(at) else { continue };
        let from = text.floor_char_boundary(at.saturating_sub(80).max(block.span.start));
        let Some(sections) = OF_THAT.captures(&text[from..at]) else { continue };
        let Some(all) = sections.get(0) else { continue };
        let span = Span::new(from + all.start(), at + THAT.len());
        let act = named.iter().rev().find(|act| act.span.end <= span.start);
        let act = act.filter(|act| act.span.start >= block.span.start && act.title.contains("Act"));
        let listed = listed(&sections["list"]).into_iter();
        found.extend(act.into_iter().flat_map(|act| {
            let title = act.title.clone();
            listed.clone().map(move |section| Citation { title: title.clone(), section: Some(section), span })
        }));
    }
    found
}

static OF_THAT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:[Ss]ections?\s|[Ss]{{1,2}}\.?\s?)(?P<list>{NUMBER}(?:(?:,\s|\sand\s|\sor\s|\sto\s|[–-]){NUMBER})*)$"
    ))
});
