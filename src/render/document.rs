//! A document with its facts in, what its page shows out: the marked text, the fact box, citation, provenance.

use super::citation::{Citation, citation};
use super::filters::percent_encoded;
use super::layers::{FactMark, Layer, What};
use super::markdown::{self, Placed, PlacedKind, Text};
use crate::model::{
    Block, BlockKind, Details, Document, DocumentCard, Fact, FactKind, FactValue, Link, MarkdownPage,
    PageOrigin, Provenance, Settings, Site, SiteDocument, Span,
};
use regex::Regex;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// What the template of a document's page is given as `document`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DocumentView<'a> {
    card: &'a DocumentCard,
    details: &'a Details,
    framework: Option<&'a str>,
    body: Option<Link>,
    text: Text,
    cards: Vec<KindCard<'a>>,
    provenance: &'a Provenance,
    related: &'a [DocumentCard],
    backlinks: &'a [Link],
    pub(super) citation: Citation,
    /// Whether a person edited the page since factbox wrote it.
    edited: bool,
    /// Where to report a mistake of the whole page.
    report: Option<String>,
}

/// The facts of one kind.
#[derive(Debug, Serialize, JsonSchema)]
struct KindCard<'a> {
    kind: FactKind,
    letter: char,
    heading: &'static str,
    facts: Vec<FactView<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FactView<'a> {
    #[serde(flatten)]
    fact: &'a Fact,
    /// For a figure: the value with its unit.
    amount: Option<String>,
    /// Whether its evidence is marked in the text of the page.
    marked: bool,
    /// "paragraph 43, page 12"; none if it has no number and no page.
    stands: Option<String>,
    links: &'a [Link],
    report: Option<String>,
}

/// The letter that stands for a kind in the text, so that no kind is known by its colour alone.
pub(super) const fn letter(kind: FactKind) -> char {
    match kind {
        FactKind::Judgement => 'J',
        FactKind::Action => 'A',
        FactKind::Figure => 'F',
        FactKind::Person => 'P',
        FactKind::Quotation => 'Q',
        FactKind::Event => 'D',
        FactKind::Term => 'T',
        FactKind::Legislation => 'L',
        FactKind::Organisation => 'O',
    }
}

/// What a document's page shows.
pub(super) fn view<'a>(document: &'a SiteDocument, site: &'a Site) -> DocumentView<'a> {
    let found = places(document);
    let text = text(document, &found);
    let details = &document.sheet.details;
    DocumentView {
        card: &document.card,
        details,
        framework: details
            .framework
            .as_deref()
            .and_then(|id| site.vocabulary.framework(id))
            .map(|framework| framework.name.as_str()),
        body: body(document, site),
        text,
        cards: cards(document, &found, &site.settings),
        provenance: &document.provenance,
        related: &document.related,
        backlinks: &document.backlinks,
        citation: citation(document, &site.settings),
        edited: document.page.origin == PageOrigin::Edited,
        report: report(&site.settings, &document.card.title, &document.card.slug, ""),
    }
}

fn body(document: &SiteDocument, site: &Site) -> Option<Link> {
    let slug = document.body.as_deref()?;
    let body = site.bodies.iter().find(|body| body.slug == slug)?;
    Some(Link { url: body.url.clone(), text: body.name.clone() })
}

/// Where the evidence of each fact stands in the page's Markdown.
fn places(document: &SiteDocument) -> Vec<Option<Span>> {
    let page = &document.page;
    let sought = |fact: &Fact| match page.placements.is_empty() {
        true => find_verbatim(&page.body, fact),
        false => page.place(fact.evidence.span),
    };
    let fits = |span: &Span| span.start < span.end && page.body.get(span.range()).is_some();
    document.sheet.facts.iter().map(|fact| sought(fact).filter(fits)).collect()
}

/// The evidence's words in a page that a person edited: within their whole sentence, if that still stands, else
/// wherever they stand just once.
fn find_verbatim(body: &str, fact: &Fact) -> Option<Span> {
    let evidence = &fact.evidence;
    let (from, within) = match body.find(&evidence.sentence) {
        Some(at) => (at, evidence.sentence.as_str()),
        None => (0, body),
    };
    let at = within.find(&evidence.quote)?;
    let again = within[at + evidence.quote.len()..].contains(&evidence.quote);
    let sure = from > 0 || within.len() == evidence.sentence.len() || !again;
    sure.then(|| Span::new(from + at, from + at + evidence.quote.len()))
}

fn text(document: &SiteDocument, found: &[Option<Span>]) -> Text {
    let sheet = &document.sheet;
    let mut layers = sentences(&sheet.document, &document.page);
    for (fact, place) in sheet.facts.iter().zip(found) {
        let Some(place) = place else { continue };
        layers.push(Layer { start: place.start, end: place.end, what: What::Fact(mark(fact)) });
        if let FactValue::Legislation(act) = &fact.value
            && let Some(url) = &act.url
        {
            layers.push(Layer { start: place.start, end: place.end, what: What::Act(url.clone()) });
        }
    }
    layers.extend(terms(sheet.facts.as_slice(), &document.page.body));
    markdown::html(&document.page.body, placed(&sheet.document, &document.page), layers)
}

fn mark(fact: &Fact) -> FactMark {
    let kind = fact.kind();
    let line = shortened(&fact.value.line(), 72);
    FactMark { id: fact.id.to_string(), kind: kind.name(), line: format!("{}: {line}", kind.heading()) }
}

fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The sentences of a document as they stand in its page; each is named by a digest of its words.
fn sentences(document: &Document, page: &MarkdownPage) -> Vec<Layer> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut layers = Vec::new();
    for block in document.blocks() {
        if matches!(block.kind, BlockKind::TableRow { .. }) || block.kind.is_heading() {
            continue;
        }
        let sentences = document.sentences_of(block);
        // The anchor of a paragraph of one sentence is that sentence's too.
        let anchored = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
        if anchored && sentences.len() == 1 {
            continue;
        }
        for sentence in sentences {
            let digest = blake3::hash(document.words(*sentence).as_bytes()).to_hex();
            let count = seen.entry(digest[..8].to_owned()).or_default();
            *count += 1;
            let id =
                if *count == 1 { format!("s{}", &digest[..8]) } else { format!("s{}-{count}", &digest[..8]) };
            if let Some(place) = page.place(*sentence) {
                layers.push(Layer { start: place.start, end: place.end, what: What::Sentence(id) });
            }
        }
    }
    layers
}

/// Each abbreviation that the document explains, wherever it stands in the page as a word of its own.
fn terms(facts: &[Fact], body: &str) -> Vec<Layer> {
    let mut longs: BTreeMap<&str, &str> = BTreeMap::new();
    for fact in facts {
        if let FactValue::Term(term) = &fact.value
            && !term.short.trim().is_empty()
        {
            longs.entry(&term.short).or_insert(&term.long);
        }
    }
    let names: Vec<String> = longs.keys().rev().map(|short| regex::escape(short)).collect();
    let Some(pattern) = (!names.is_empty()).then(|| Regex::new(&format!(r"\b(?:{})\b", names.join("|"))))
    else {
        return Vec::new();
    };
    let Ok(pattern) = pattern else { return Vec::new() };
    let term = |found: regex::Match<'_>| {
        let long = longs.get(found.as_str())?;
        Some(Layer { start: found.start(), end: found.end(), what: What::Term((*long).to_owned()) })
    };
    pattern.find_iter(body).filter_map(term).collect()
}

/// The blocks of a document as they stand in its page.
fn placed(document: &Document, page: &MarkdownPage) -> Vec<Placed> {
    let mut printed = None;
    let mut blocks: Vec<Placed> = Vec::with_capacity(document.blocks().len());
    for block in document.blocks() {
        let Some(start) = block_start(block, page) else { continue };
        let new_page = block.page.filter(|page| printed != Some(*page));
        printed = block.page.or(printed);
        blocks.push(Placed {
            start,
            anchor: block.anchor.clone(),
            number: block.number.clone(),
            new_page,
            kind: kind(block),
        });
    }
    blocks.sort_by_key(|block| block.start);
    blocks
}

fn block_start(block: &Block, page: &MarkdownPage) -> Option<usize> {
    let first = match &block.kind {
        BlockKind::TableRow { cells, .. } => *cells.iter().find(|cell| !cell.is_empty())?,
        _ => block.span,
    };
    page.place(Span::new(first.start, first.end.min(first.start + 1).max(first.start)))
        .or_else(|| page.place(first))
        .map(|place| place.start)
}

const fn kind(block: &Block) -> PlacedKind {
    match block.kind {
        BlockKind::Title => PlacedKind::Title,
        BlockKind::Heading { .. } => PlacedKind::Heading,
        BlockKind::Paragraph => PlacedKind::Paragraph,
        BlockKind::ListItem { .. } => PlacedKind::Item,
        BlockKind::TableRow { .. } => PlacedKind::Row,
        BlockKind::Footnote { .. } => PlacedKind::Note,
        BlockKind::Caption => PlacedKind::Caption,
        BlockKind::Byline => PlacedKind::Byline,
        BlockKind::BlockQuote => PlacedKind::Quote,
    }
}

fn cards<'a>(document: &'a SiteDocument, found: &[Option<Span>], settings: &Settings) -> Vec<KindCard<'a>> {
    let card = |kind: FactKind| KindCard {
        kind,
        letter: letter(kind),
        heading: kind.heading(),
        facts: (0..document.sheet.facts.len())
            .filter(|index| document.sheet.facts[*index].kind() == kind)
            .map(|index| fact_view(document, index, found[index].is_some(), settings))
            .collect(),
    };
    FactKind::ALL.into_iter().map(card).filter(|card| !card.facts.is_empty()).collect()
}

fn fact_view<'a>(
    document: &'a SiteDocument,
    index: usize,
    marked: bool,
    settings: &Settings,
) -> FactView<'a> {
    let fact = &document.sheet.facts[index];
    FactView {
        fact,
        amount: match &fact.value {
            FactValue::Figure(figure) => Some(figure.amount()),
            _ => None,
        },
        marked,
        stands: stands(&document.sheet.document, fact),
        links: document.fact_links.get(index).map_or(&[], Vec::as_slice),
        report: report(settings, &document.card.title, fact.id.as_str(), &fact.evidence.quote),
    }
}

fn stands(document: &Document, fact: &Fact) -> Option<String> {
    let block = document.block_at(fact.evidence.span.start);
    let number =
        block.filter(|block| block.kind == BlockKind::Paragraph).and_then(|block| block.number.as_deref());
    match (number, fact.evidence.page) {
        (Some(number), Some(page)) => Some(format!("paragraph {number}, page {page}")),
        (Some(number), None) => Some(format!("paragraph {number}")),
        (None, Some(page)) => Some(format!("page {page}")),
        (None, None) => None,
    }
}

/// The address for reporting a mistake, with what it is about filled in.
fn report(settings: &Settings, title: &str, id: &str, words: &str) -> Option<String> {
    let address = settings.report_mistakes.as_deref()?;
    let (subject, body) =
        if address.starts_with("mailto:") { ("subject", "body") } else { ("title", "body") };
    let begin = if address.contains('?') { '&' } else { '?' };
    let about = percent_encoded(&format!("Mistake: {id}"));
    let quoted = if words.is_empty() { String::new() } else { format!("“{}”\n", shortened(words, 110)) };
    let text = percent_encoded(&format!("{}\n{quoted}\n", shortened(title, 60)));
    Some(format!("{address}{begin}{subject}={about}&{body}={text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_the_fact_and_quotes_its_words() {
        let settings =
            Settings { report_mistakes: Some("https://example.org/new".to_owned()), ..Settings::default() };
        let address = report(&settings, "Harbour View", "figure-1a", "40 days").unwrap();
        assert!(address.starts_with("https://example.org/new?title=Mistake%3A%20figure%2D1a&body="));
        assert!(address.contains("40%20days"));
        assert!(report(&Settings::default(), "a", "b", "c").is_none());
    }
}
