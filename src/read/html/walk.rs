//! The article of a page in, entries out: its elements in order, each as the block that it shows.

use super::super::draft::{Entry, Part, Words};
use super::super::text;
use super::article::{Article, is_block};
use super::clutter::{Clutter, tokens};
use super::tables;
use crate::model::{BlockKind, InlineKind, SetAsideReason};
use ego_tree::NodeRef;
use scraper::{ElementRef, Html, Node};
use std::collections::BTreeMap;

/// Elements nested more deeply are read as their text.
const DEEPEST: u32 = 150;
/// No more of what is set aside is kept.
const LONGEST_ASIDE: usize = 2000;

/// The entries of a page that says its title and its own address.
pub fn entries(page: &Html, title: Option<&str>, address: Option<&str>) -> Vec<Entry> {
    let clutter = Clutter::of(page);
    let article = Article::of(page, &clutter, title);
    let notes = notes(article.root);
    let mut walk = Walk { notes, site: address.and_then(site), ..Walk::new(&clutter) };
    if !article.between.is_empty() || article.headline.is_some_and(|headline| !is_in(headline, article.root))
    {
        if let Some(headline) = article.headline {
            walk.element(headline, 0);
        }
        for element in &article.between {
            walk.element(*element, 0);
            walk.flush();
        }
    }
    walk.element(article.root, 0);
    walk.flush();
    walk.entries
}

/// `https://example.org` of an address on it.
fn site(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    Some(format!("{scheme}://{}", rest.split('/').next()?))
}

fn is_in(element: ElementRef<'_>, root: ElementRef<'_>) -> bool {
    element.ancestors().any(|ancestor| ancestor.id() == root.id())
}

/// The ids of elements that are notes, by the fragment that links to them, with their labels.
fn notes(root: ElementRef<'_>) -> BTreeMap<String, String> {
    let mut notes = BTreeMap::new();
    for link in root.descendent_elements().filter(|element| element.value().name() == "a") {
        let Some(id) = link.attr("href").and_then(|href| href.strip_prefix('#')) else { continue };
        let words: String = link.text().collect();
        let label = words.trim().trim_matches(['[', ']', '(', ')']).to_lowercase();
        let label = label.trim_start_matches("foot").trim_start_matches("note").trim().to_owned();
        let is_number = !label.is_empty() && label.len() <= 3 && label.chars().all(|c| c.is_ascii_digit());
        if is_number && !id.contains("ref") {
            notes.entry(id.to_owned()).or_insert(label);
        }
    }
    notes
}

struct Walk<'a> {
    clutter: &'a Clutter,
    notes: BTreeMap<String, String>,
    site: Option<String>,
    entries: Vec<Entry>,
    words: Words,
    /// Whether each open list is ordered, with the number of its next item.
    lists: Vec<Option<u32>>,
    marker: Option<String>,
    kind: Vec<BlockKind>,
    note: Option<String>,
    breaks: u32,
    tables: u32,
}

impl<'a> Walk<'a> {
    fn new(clutter: &'a Clutter) -> Self {
        Self {
            clutter,
            notes: BTreeMap::new(),
            site: None,
            entries: Vec::new(),
            words: Words::default(),
            lists: Vec::new(),
            marker: None,
            kind: Vec::new(),
            note: None,
            breaks: 0,
            tables: 0,
        }
    }

    fn node(&mut self, node: NodeRef<'_, Node>, depth: u32) {
        match node.value() {
            Node::Text(text) => self.text(text),
            Node::Element(_) => {
                if let Some(element) = ElementRef::wrap(node) {
                    self.element(element, depth);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        self.words.text.push_str(text);
    }

    fn children(&mut self, element: ElementRef<'_>, depth: u32) {
        if depth > DEEPEST {
            return element.text().for_each(|text| self.text(text));
        }
        for child in element.children() {
            self.node(child, depth + 1);
        }
    }

    fn element(&mut self, element: ElementRef<'_>, depth: u32) {
        if self.clutter.holds(element.id()) {
            return self.set_aside(element);
        }
        let name = element.value().name();
        match name {
            "br" => self.line_break(),
            "a" => self.link(element, depth),
            "b" | "strong" => self.inline(element, depth, InlineKind::Strong),
            "em" | "i" => self.inline(element, depth, InlineKind::Emphasis),
            "sup" => self.raised(element, depth),
            "img" | "hr" => {}
            _ if is_block(name) => {
                self.flush();
                self.block(element, name, depth);
                self.flush();
            }
            _ => self.inline_element(element, depth),
        }
    }

    /// `span` and the like: some carry the byline or the credit of a picture.
    fn inline_element(&mut self, element: ElementRef<'_>, depth: u32) {
        match named_kind(element).filter(|_| self.words.is_blank() && self.kind.is_empty()) {
            Some(kind) => {
                self.kind.push(kind);
                self.children(element, depth);
                self.flush();
                self.kind.pop();
            }
            None => self.children(element, depth),
        }
    }

    fn block(&mut self, element: ElementRef<'_>, name: &str, depth: u32) {
        let note = element.attr("id").and_then(|id| self.notes.get(id)).cloned();
        let former = note.map(|note| self.note.replace(note));
        match name {
            "ul" => self.list(element, None, depth),
            "ol" => self.list(
                element,
                Some(element.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1)),
                depth,
            ),
            "li" => self.item(element, depth),
            "table" if !tables::is_layout(element) => self.table(element),
            "dl" => self.terms(element, depth),
            _ => match block_kind(element, name) {
                Some(kind) => {
                    self.kind.push(kind);
                    self.children(element, depth);
                    self.flush();
                    self.kind.pop();
                }
                None => self.children(element, depth),
            },
        }
        if let Some(former) = former {
            self.flush();
            self.note = former;
        }
    }

    fn list(&mut self, element: ElementRef<'_>, first: Option<u32>, depth: u32) {
        self.lists.push(first);
        self.children(element, depth);
        self.flush();
        self.lists.pop();
    }

    fn item(&mut self, element: ElementRef<'_>, depth: u32) {
        self.marker = Some(match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = element.attr("value").and_then(|value| value.parse().ok()).unwrap_or(*next);
                *next = number.saturating_add(1);
                format!("{number}.")
            }
            _ => "•".to_owned(),
        });
        self.children(element, depth);
        self.flush();
        self.marker = None;
    }

    fn table(&mut self, element: ElementRef<'_>) {
        if let Some(caption) = element.child_elements().find(|child| child.value().name() == "caption") {
            let words: String = caption.text().collect();
            let part = Part::new(BlockKind::Caption, Words::plain(words), None, "the caption of a table");
            self.entries.push(Entry::Part(part));
        }
        let rows = tables::rows(element, self.clutter);
        let count = rows.len();
        for row in rows {
            let header = row.header && count > 1;
            let because = if header { "header cells of a table" } else { "cells of a table" };
            self.entries.push(Entry::Row {
                table: self.tables,
                header,
                cells: row.cells,
                page: None,
                because,
            });
        }
        self.tables += 1;
    }

    /// Terms and what is said of them: rows of two cells if they are short, else paragraphs.
    fn terms(&mut self, element: ElementRef<'_>, depth: u32) {
        let words = |element: ElementRef<'_>| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let inner = element.descendent_elements().filter(|inner| matches!(inner.value().name(), "dt" | "dd"));
        let found: Vec<(bool, String)> =
            inner.map(|inner| (inner.value().name() == "dt", words(inner))).collect();
        if found.iter().any(|(_, words)| words.len() > 200) {
            return self.children(element, depth);
        }
        let mut cells: Vec<String> = Vec::new();
        for (term, words) in found.into_iter().chain([(true, String::new())]) {
            if term && cells.len() > 1 {
                let cells = std::mem::take(&mut cells);
                let because = "a term with its description";
                self.entries.push(Entry::Row {
                    table: self.tables,
                    header: false,
                    cells,
                    page: None,
                    because,
                });
            }
            match cells.get_mut(1) {
                _ if term => cells = vec![words],
                Some(description) => *description = format!("{description}, {words}"),
                None => cells.push(words),
            }
        }
        self.tables += 1;
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks >= 2 {
            self.flush();
        } else {
            self.words.text.push(' ');
        }
    }

    fn inline(&mut self, element: ElementRef<'_>, depth: u32, kind: InlineKind) {
        let start = self.words.text.len();
        self.children(element, depth);
        // A block within began a new text.
        if start < self.words.text.len() {
            self.words.mark(start, kind);
        }
    }

    fn link(&mut self, element: ElementRef<'_>, depth: u32) {
        let address = element.attr("href").unwrap_or("");
        if let Some(label) = address.strip_prefix('#').and_then(|id| self.notes.get(id)) {
            let label = label.clone();
            return self.words.mark(self.words.text.len(), InlineKind::NoteMark(label));
        }
        let is_return =
            address.starts_with('#') && element.text().all(|text| !text.contains(char::is_alphanumeric));
        match address {
            _ if is_return => {}
            "" => self.children(element, depth),
            address if address.starts_with('#') || address.starts_with("javascript:") => {
                self.children(element, depth)
            }
            address => {
                let site =
                    self.site.as_deref().filter(|_| address.starts_with('/') && !address.starts_with("//"));
                let address = format!("{}{address}", site.unwrap_or(""));
                self.inline(element, depth, InlineKind::Link(address));
            }
        }
    }

    /// A raised number may be the mark of a note, which the passes decide.
    fn raised(&mut self, element: ElementRef<'_>, depth: u32) {
        let words: String = element.text().collect();
        let number = words.trim();
        let is_number = !number.is_empty() && number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit());
        if is_number && element.child_elements().next().is_none() {
            self.words.text.extend(number.chars().map(text::raised));
        } else {
            self.children(element, depth);
        }
    }

    fn set_aside(&mut self, element: ElementRef<'_>) {
        if is_block(element.value().name()) {
            self.flush();
        }
        if matches!(element.value().name(), "script" | "style" | "template" | "head" | "noscript" | "svg") {
            return;
        }
        let words = element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        if !words.is_empty() && words.len() <= LONGEST_ASIDE {
            self.flush();
            self.entries.push(Entry::aside(words, None, SetAsideReason::Clutter));
        }
    }

    fn flush(&mut self) {
        self.breaks = 0;
        let words = std::mem::take(&mut self.words);
        if words.is_blank() {
            return;
        }
        let part = self.part(words);
        self.entries.push(Entry::Part(part));
    }

    fn part(&mut self, words: Words) -> Part {
        let marker = self.marker.take();
        let part = |kind, because| Part::new(kind, words.clone(), None, because);
        if let Some(label) = &self.note {
            return part(BlockKind::Footnote { label: label.clone() }, "a note that a mark links to");
        }
        let depth = self.lists.len().saturating_sub(1).min(8) as u8;
        match (self.kind.last(), marker, self.lists.last()) {
            (Some(kind @ (BlockKind::Title | BlockKind::Heading { .. })), ..) => {
                part(kind.clone(), text::TAGGED_HEADING)
            }
            (_, Some(marker), Some(Some(_))) => {
                let number = Some(marker.trim_end_matches('.').to_owned());
                let kind = if depth == 0 {
                    BlockKind::Paragraph
                } else {
                    BlockKind::ListItem { depth, ordered: true }
                };
                Part { number, marker: Some(marker), ..part(kind, "an item of an ordered list") }
            }
            (_, Some(_), Some(None)) => {
                part(BlockKind::ListItem { depth, ordered: false }, "an item of a list")
            }
            (Some(kind), ..) => part(kind.clone(), "called so by its element"),
            _ => part(BlockKind::Paragraph, "a paragraph of the page"),
        }
    }
}

fn block_kind(element: ElementRef<'_>, name: &str) -> Option<BlockKind> {
    match name {
        "h1" => Some(BlockKind::Title),
        "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading { level: name.as_bytes()[1] - b'0' }),
        "blockquote" => Some(BlockKind::BlockQuote),
        "figcaption" => Some(BlockKind::Caption),
        _ => named_kind(element),
    }
}

/// What an element's class says that it is: pages call captions and bylines by their names.
fn named_kind(element: ElementRef<'_>) -> Option<BlockKind> {
    const LONGEST_BYLINE: usize = 160;
    let value = element.value();
    let names = tokens(value);
    let is = |list: &[&str]| names.iter().any(|name| list.contains(&name.as_str()));
    let caption = is(&["caption", "credit", "figcaption", "photocaption"]);
    let author = is(&["byline", "author"])
        || value.attr("rel") == Some("author")
        || value.attr("itemprop") == Some("author");
    if !caption && !author {
        return None;
    }
    let words: usize = element.text().map(|text| text.trim().len()).sum();
    let holds_blocks = element.descendent_elements().skip(1).any(|inner| is_block(inner.value().name()));
    match () {
        () if holds_blocks || words == 0 => None,
        () if caption => Some(BlockKind::Caption),
        () => (words < LONGEST_BYLINE).then_some(BlockKind::Byline),
    }
}
