//! The body of a document in, entries out.

use super::super::draft::{Entry, Part, Words};
use super::super::text;
use super::element::{Element, Node};
use super::numbering::{Marker, Numbering};
use super::package::Package;
use super::styles::{self, Role, Styles};
use crate::model::{BlockKind, InlineKind, SetAsideReason};
use std::collections::BTreeMap;

pub fn entries(package: &Package) -> Vec<Entry> {
    let mut body = Body {
        package,
        styles: Styles::of(&package.styles),
        numbering: Numbering::of(&package.numbering),
        entries: Vec::new(),
        labels: BTreeMap::new(),
        waiting: Vec::new(),
        tables: 0,
        field: Field::None,
    };
    if let Some(root) = package.document.child("body") {
        body.blocks(root);
    }
    body.notes();
    body.entries
}

/// A field has instructions, which are not shown, and a result, which is.
#[derive(PartialEq)]
enum Field {
    None,
    Instructions,
}

struct Body<'a> {
    package: &'a Package,
    styles: Styles,
    numbering: Numbering,
    entries: Vec<Entry>,
    /// The label of each note by its part and id, in the order of their marks.
    labels: BTreeMap<(&'static str, String), String>,
    /// Notes whose words are still to come.
    waiting: Vec<(&'static str, String)>,
    tables: u32,
    field: Field,
}

impl<'a> Body<'a> {
    fn blocks(&mut self, parent: &'a Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                // Words that were taken out, and comments, are no part of the text.
                "del" | "moveFrom" | "sectPr" => {}
                _ => self.blocks(element),
            }
        }
    }

    fn paragraph(&mut self, element: &'a Element) {
        let mut words = Words::default();
        let mut boxes = Vec::new();
        self.field = Field::None;
        self.runs(element, &mut words, &mut boxes);
        let marker = self.marker(element);
        if !words.is_blank() {
            let part = self.part(element, words, marker);
            self.entries.push(part);
        }
        for text_box in boxes {
            self.blocks(text_box);
        }
    }

    /// What is printed before a paragraph, with its level.
    fn marker(&mut self, element: &Element) -> (Marker, u8) {
        let properties = element.child("pPr");
        let style = properties.and_then(|properties| properties.value("pStyle"));
        let own = properties.and_then(|properties| properties.child("numPr"));
        let (list, level) = self.styles.numbering(style);
        let list = own.and_then(|number| number.value("numId")).or(list).map(str::to_owned);
        let level = own.and_then(|number| number.value("ilvl")?.parse().ok()).or(level).unwrap_or(0);
        match list.filter(|list| list != "0") {
            Some(list) => (self.numbering.next(&list, level), level),
            None => (Marker::None, level),
        }
    }

    fn part(&self, element: &Element, words: Words, (marker, level): (Marker, u8)) -> Entry {
        let properties = element.child("pPr");
        let style = properties.and_then(|properties| properties.value("pStyle"));
        let own_outline =
            properties.and_then(|properties| properties.value("outlineLvl")?.parse::<u8>().ok());
        let role = match own_outline.filter(|level| *level < 9) {
            Some(level) => styles::heading(level),
            None => self.styles.role(style),
        };
        let kind = match role {
            Role::Contents => return Entry::aside(words.text, None, SetAsideReason::Contents),
            Role::Title => BlockKind::Title,
            Role::Heading(level) => BlockKind::Heading { level },
            Role::Caption => BlockKind::Caption,
            Role::Quotation => BlockKind::BlockQuote,
            Role::Body => BlockKind::Paragraph,
        };
        let mut words = words;
        if kind == BlockKind::Paragraph && self.styles.is_bold(style) && words.inlines.is_empty() {
            words.mark(0, InlineKind::Strong);
        }
        let because = match role {
            Role::Title | Role::Heading(_) => text::STYLED_HEADING,
            Role::Body => "a paragraph of the document",
            _ => "called so by its style",
        };
        Entry::Part(numbered(Part::new(kind, words, None, because), marker, level))
    }

    /// The runs of a paragraph, in links and fields and insertions too.
    fn runs(&mut self, parent: &'a Element, words: &mut Words, boxes: &mut Vec<&'a Element>) {
        for element in parent.elements() {
            match element.name.as_str() {
                "r" => self.run(element, words, boxes),
                "hyperlink" => {
                    let start = words.text.len();
                    self.runs(element, words, boxes);
                    let address = element.attribute("id").and_then(|id| self.package.links.get(id));
                    if let Some(address) = address.filter(|_| words.text.len() > start) {
                        words.mark(start, InlineKind::Link(address.clone()));
                    }
                }
                "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" | "bdo" | "dir" => {
                    self.runs(element, words, boxes);
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &'a Element, words: &mut Words, boxes: &mut Vec<&'a Element>) {
        let properties = run.child("rPr");
        if properties.is_some_and(|properties| properties.is_on("vanish")) {
            return;
        }
        let start = words.text.len();
        let raised = properties.and_then(|properties| properties.value("vertAlign")) == Some("superscript");
        for child in run.elements() {
            match child.name.as_str() {
                "fldChar" => self.field_boundary(child),
                _ if self.field == Field::Instructions => {}
                "t" => push(words, &child.text(), raised),
                "tab" | "br" | "cr" | "ptab" => words.text.push(' '),
                "noBreakHyphen" => words.text.push('-'),
                "footnoteReference" => self.note(words, "footnote", child),
                "endnoteReference" => self.note(words, "endnote", child),
                _ => text_boxes(child, boxes),
            }
        }
        if words.text[start..].trim().is_empty() {
            return;
        }
        if properties.is_some_and(|properties| properties.is_on("b")) {
            mark(words, start, InlineKind::Strong);
        } else if properties.is_some_and(|properties| properties.is_on("i")) {
            mark(words, start, InlineKind::Emphasis);
        }
    }

    fn field_boundary(&mut self, boundary: &Element) {
        self.field = match boundary.attribute("fldCharType") {
            Some("begin") => Field::Instructions,
            _ => Field::None,
        };
    }

    fn note(&mut self, words: &mut Words, part: &'static str, reference: &Element) {
        let Some(id) = reference.attribute("id") else { return };
        let key = (part, id.to_owned());
        if !self.labels.contains_key(&key) {
            let count = self.labels.len() + 1;
            self.labels.insert(key.clone(), count.to_string());
            self.waiting.push(key.clone());
        }
        let label = self.labels.get(&key).cloned().unwrap_or_default();
        words.mark(words.text.len(), InlineKind::NoteMark(label));
    }

    /// The words of the notes, in the order of their marks.
    fn notes(&mut self) {
        let mut next = 0;
        while let Some((part, id)) = self.waiting.get(next).cloned() {
            next += 1;
            let root = if part == "footnote" { &self.package.footnotes } else { &self.package.endnotes };
            let Some(note) = root.elements().find(|note| note.attribute("id") == Some(&id)) else { continue };
            let mut words = Words::default();
            for paragraph in note.elements().filter(|element| element.name == "p") {
                words.text.push(' ');
                self.runs(paragraph, &mut words, &mut Vec::new());
            }
            let label = self.labels.get(&(part, id)).cloned().unwrap_or_default();
            let because = "a note of the document";
            self.entries.push(Entry::Part(Part::new(BlockKind::Footnote { label }, words, None, because)));
        }
    }

    /// A table of one cell is a frame around its words.
    fn table(&mut self, table: &'a Element) {
        let rows: Vec<&Element> = table.elements().filter(|element| element.name == "tr").collect();
        if let [row] = rows.as_slice()
            && row.elements().filter(|cell| cell.name == "tc").count() == 1
        {
            return self.blocks(row);
        }
        let number = self.tables;
        self.tables += 1;
        let mut above: Vec<String> = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            if row.child("trPr").is_some_and(|properties| properties.child("del").is_some()) {
                continue;
            }
            let cells = self.cells(row, &above);
            let header = row.child("trPr").is_some_and(|properties| properties.is_on("tblHeader"));
            let bold = index == 0
                && rows.len() > 1
                && row.elements().filter(|cell| cell.name == "tc").all(is_bold_cell);
            let because = if header || bold { "the head of a table" } else { "a row of a table" };
            above.clone_from(&cells);
            self.entries.push(Entry::Row {
                table: number,
                header: header || bold,
                cells,
                page: None,
                because,
            });
        }
    }

    /// The cells of a row. One that spans columns stands in the first of them, one that goes on from above says the same.
    fn cells(&mut self, row: &'a Element, above: &[String]) -> Vec<String> {
        const WIDEST: usize = 40;
        let mut cells: Vec<String> = Vec::new();
        for cell in row.elements().filter(|cell| cell.name == "tc") {
            let properties = cell.child("tcPr");
            let merge = properties.and_then(|properties| properties.child("vMerge"));
            let goes_on = merge.is_some_and(|merge| merge.attribute("val") != Some("restart"));
            let words = match above.get(cells.len()) {
                Some(above) if goes_on => above.clone(),
                _ => self.cell(cell),
            };
            cells.push(words);
            let span = properties
                .and_then(|properties| properties.value("gridSpan")?.parse::<usize>().ok())
                .unwrap_or(1);
            cells.extend(std::iter::repeat_n(String::new(), span.clamp(1, WIDEST) - 1));
        }
        cells
    }

    fn cell(&mut self, cell: &'a Element) -> String {
        let mut words = String::new();
        self.field = Field::None;
        for element in cell.elements() {
            match element.name.as_str() {
                "p" => {
                    let mut paragraph = Words::default();
                    self.runs(element, &mut paragraph, &mut Vec::new());
                    if let (Marker::Number(number), _) = self.marker(element) {
                        words.push_str(&format!("{number} "));
                    }
                    words.push_str(paragraph.text.trim());
                    words.push(' ');
                }
                "tbl" | "tr" | "tc" | "sdt" | "sdtContent" => {
                    words.push_str(&self.cell(element));
                    words.push(' ');
                }
                _ => {}
            }
        }
        words.trim().to_owned()
    }
}

fn numbered(part: Part, marker: Marker, level: u8) -> Part {
    let depth = level.min(8);
    match marker {
        Marker::None => part,
        Marker::Bullet(_) if part.kind.is_heading() => part,
        Marker::Bullet(bullet) => {
            Part { kind: BlockKind::ListItem { depth, ordered: false }, marker: Some(bullet), ..part }
        }
        Marker::Number(number) => {
            let own = number.trim_matches(['(', ')', '.', ' ']).to_owned();
            let paragraph =
                part.is_paragraph() && own.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            let kind = match part.kind.clone() {
                BlockKind::Paragraph if !paragraph => BlockKind::ListItem { depth, ordered: true },
                kind => kind,
            };
            Part { kind, number: Some(own), marker: Some(number), ..part }
        }
    }
}

fn push(words: &mut Words, text: &str, raised: bool) {
    if raised && text.trim().chars().all(|c| c.is_ascii_digit()) {
        words.text.extend(text.chars().map(text::raised));
    } else {
        words.text.push_str(text);
    }
}

/// Runs that follow each other in the same weight are one stretch.
fn mark(words: &mut Words, start: usize, kind: InlineKind) {
    match words.inlines.last_mut() {
        Some(last) if last.kind == kind && last.span.end == start => last.span.end = words.text.len(),
        _ => words.mark(start, kind),
    }
}

/// The text boxes in a drawing. Word writes each twice, for old readers too.
fn text_boxes<'a>(element: &'a Element, boxes: &mut Vec<&'a Element>) {
    for child in &element.children {
        match child {
            Node::Element(inner) if inner.name == "txbxContent" => boxes.push(inner),
            Node::Element(inner) if inner.name == "Fallback" => {}
            Node::Element(inner) => text_boxes(inner, boxes),
            Node::Text(_) => {}
        }
    }
}

fn is_bold_cell(cell: &Element) -> bool {
    let runs = || {
        cell.elements()
            .filter(|element| element.name == "p")
            .flat_map(Element::elements)
            .filter(|run| run.name == "r")
    };
    let written = |run: &&Element| !run.text().trim().is_empty();
    runs().any(|run| written(&run))
        && runs().filter(written).all(|run| run.child("rPr").is_some_and(|properties| properties.is_on("b")))
}
