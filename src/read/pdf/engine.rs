//! Bytes of a PDF in, its pages of lines with their tags out. The only file that knows which crate reads PDFs.

use super::guard::Stop;
use super::lines::{Glyphs, LineMaker};
use super::page::{Opened, Page, Role, Rule, Tag, TagId, Tags};
use super::refusal::Refusal;
use crate::model::{Date, Hints};
use pdfboss_core::{Document, Immediate, OcState, StructureTree, block_on};
use pdfboss_text::{FontCache, ReadingOrder, Ruling, StandardType, Structure, TextSpan};
use std::collections::HashMap;

/// A file of more pages than this is no document that a person reads.
const MOST_PAGES: usize = 5_000;

/// Whether the tags of a file are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagging {
    Used,
    Ignored,
}

/// Opens a PDF and reads every page of it.
///
/// # Errors
/// A refusal if it needs a password, or is so damaged that no page is found.
pub fn open(bytes: Vec<u8>, tagging: Tagging, stop: &Stop) -> Result<Opened, Refusal> {
    let document = Document::load(bytes).map_err(refusal)?;
    if document.is_locked() {
        return Err(Refusal::Encrypted);
    }
    let count = document.page_count().min(MOST_PAGES);
    if count == 0 {
        return Err(Refusal::Broken("it has no pages".to_owned()));
    }
    let mut reading = Reading {
        tree: (tagging == Tagging::Used).then(|| document.structure_tree()).flatten(),
        layers: document.oc_state(),
        fonts: FontCache::default(),
        tags: TagIndex::default(),
        skipped: cut_off(document.bytes()).into_iter().collect(),
        tagging,
        document,
    };
    let pages = (0..count).take_while(|_| !stop.is_asked()).filter_map(|index| reading.page(index)).collect();
    let hints = hints(&reading.document);
    Ok(Opened { pages, tags: reading.tags.tags, hints, skipped: reading.skipped })
}

fn refusal(error: pdfboss_core::Error) -> Refusal {
    match error {
        pdfboss_core::Error::Encrypted => Refusal::Encrypted,
        other => Refusal::Broken(other.to_string()),
    }
}

/// What to say of a file whose end is missing.
fn cut_off(bytes: &[u8]) -> Option<String> {
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    let ended =
        tail.windows(5).any(|window| window == b"%%EOF") || tail.windows(9).any(|w| w == b"startxref");
    (!ended).then(|| "the end of the file is missing".to_owned())
}

fn rule(drawn: &Ruling) -> Rule {
    Rule { x: drawn.start.x, end_x: drawn.end.x, y: drawn.start.y, end_y: drawn.end.y }
}

struct Reading {
    document: Document,
    tree: Option<StructureTree>,
    /// Which optional layers are shown.
    layers: Option<OcState>,
    fonts: FontCache,
    tags: TagIndex,
    skipped: Vec<String>,
    tagging: Tagging,
}

impl Reading {
    fn page(&mut self, index: usize) -> Option<Page> {
        let page = match self.document.page(index) {
            Ok(page) => page,
            Err(error) => {
                self.skipped.push(format!("page {}: {error}", index + 1));
                return None;
            }
        };
        let read = block_on(pdfboss_text::extract_spans_and_rulings_reporting_cached_with(
            Immediate(&self.document),
            &page,
            &self.fonts,
            self.layers.as_ref(),
            self.tree.as_ref(),
            ReadingOrder::StructureTree,
        ));
        let (spans, drawn, report) = read.unwrap_or_default();
        self.skipped
            .extend(report.skipped.iter().map(|s| format!("page {}: {} ({})", index + 1, s.kind, s.cause)));
        let mut lines = LineMaker::new(index);
        for span in &spans {
            lines.push(&self.glyphs(span));
        }
        let (_, height) = page.size();
        let rules = drawn.iter().map(rule).collect();
        let label = self.document.page_label(index).and_then(|label| label.parse().ok());
        Some(Page { index, height, lines: lines.finish(), rules, label })
    }

    fn glyphs<'a>(&mut self, span: &'a TextSpan) -> Glyphs<'a> {
        Glyphs {
            text: &span.text,
            x: span.x.min(span.end_x),
            end_x: span.x.max(span.end_x),
            y: span.y,
            size: span.size,
            bold: span.bold,
            tag: span.structure.as_ref().and_then(|structure| self.tags.id(structure)),
            artifact: self.tagging == Tagging::Used && span.artifact.is_some() && span.structure.is_none(),
        }
    }
}

/// Gives each block of the structure tree its number, once. What is within a block's words belongs to the block.
#[derive(Default)]
struct TagIndex {
    tags: Tags,
    known: HashMap<(u32, u16), TagId>,
    last: Option<((u32, u16), TagId)>,
}

impl TagIndex {
    fn id(&mut self, structure: &Structure) -> Option<TagId> {
        let leaf = structure.path.last()?;
        let key = (leaf.object.num, leaf.object.r#gen);
        if let Some((_, id)) = self.last.filter(|(last, _)| *last == key) {
            return Some(id);
        }
        let mut parent = None;
        for element in &structure.path {
            let Some(role) = role(element.standard_type) else { continue };
            // A browser puts every line that it prints into an element that says of itself that it is no structure.
            let within = parent
                .and_then(|id| self.tags.around(id).next())
                .is_some_and(|(_, role)| role != Role::Group);
            if within && element.standard_type == StandardType::NonStruct {
                continue;
            }
            let key = (element.object.num, element.object.r#gen);
            let id = match self.known.get(&key) {
                Some(id) => *id,
                None => {
                    let id = self.tags.push(Tag { role, parent });
                    self.known.insert(key, id);
                    id
                }
            };
            parent = Some(id);
        }
        self.last = parent.map(|id| (key, id));
        parent
    }
}

/// What an element says its words are; nothing for what is within a block's words. Nor for the label and body of an
/// item, for Word puts half a word into either.
fn role(found: StandardType) -> Option<Role> {
    use StandardType as S;
    Some(match found {
        S::H | S::H1 => Role::Heading(1),
        S::H2 => Role::Heading(2),
        S::H3 => Role::Heading(3),
        S::H4 => Role::Heading(4),
        S::H5 => Role::Heading(5),
        S::H6 => Role::Heading(6),
        S::P => Role::Paragraph,
        S::L => Role::List,
        S::LI => Role::Item,
        S::Table => Role::Table,
        S::TR => Role::Row,
        S::TH => Role::HeaderCell,
        S::TD => Role::Cell,
        S::TOC | S::TOCI | S::Index => Role::Contents,
        S::Note => Role::Note,
        S::Caption => Role::Caption,
        S::Figure | S::Formula | S::Form => Role::Figure,
        S::BlockQuote => Role::Quote,
        S::Lbl | S::LBody => return None,
        S::Span | S::Quote | S::Reference | S::BibEntry | S::Code | S::Link | S::Annot => return None,
        _ => Role::Group,
    })
}

fn hints(document: &Document) -> Hints {
    let metadata = document.metadata();
    let filled =
        |value: &Option<String>| value.as_deref().map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned);
    let created = metadata.creation_date_parsed().or_else(|| metadata.mod_date_parsed());
    Hints {
        title: filled(&metadata.title),
        author: filled(&metadata.author),
        description: filled(&metadata.subject),
        created: created.and_then(|date| Date::day(i16::try_from(date.year).ok()?, date.month, date.day)),
        language: document.language().filter(|tag| !tag.is_empty()),
        ..Hints::default()
    }
}
