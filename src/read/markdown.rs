//! A Markdown file in, its document out: CommonMark with tables, footnotes and front matter.
//!
//! Markdown documents hold what plain text holds too (printed numbers that run through, page breaks in paragraphs,
//! bylines, clutter), so what the markup gives goes through the same passes as plain text.

use super::draft::{self, Entry, Part, Words};
use super::{encoding, hints, text};
use crate::model::{BlockKind, Diagnostic, Document, InlineKind, Source};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

pub(super) fn document(source: &Source) -> (Document, Vec<Diagnostic>) {
    let text = encoding::text(&source.bytes);
    let fronted = hints::front_matter(&source.path, &text);
    let entries = text::passes(entries(fronted.body));
    (draft::document(source, fronted.hints, entries), fronted.diagnostics)
}

fn entries(body: &str) -> Vec<Entry> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader { body, ..Reader::default() };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.read(event, range);
    }
    reader.flush();
    reader.entries
}

/// What is open while the events go by.
#[derive(Default)]
struct Reader<'a> {
    body: &'a str,
    entries: Vec<Entry>,
    words: Words,
    /// Where each open link, emphasis or strong stretch begins.
    inlines: Vec<(usize, InlineKind)>,
    /// Whether each open list is ordered, outermost first.
    lists: Vec<bool>,
    /// The marker of the item that has no words yet.
    marker: Option<String>,
    heading: Option<u8>,
    note: Option<String>,
    quotes: u32,
    raised: bool,
    table: Option<Table>,
    tables: u32,
}

#[derive(Default)]
struct Table {
    header: bool,
    cells: Vec<String>,
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::SoftBreak | Event::HardBreak => self.words.text.push(' '),
            Event::FootnoteReference(label) => {
                self.words.mark(self.words.text.len(), InlineKind::NoteMark(label.to_string()));
            }
            Event::InlineHtml(tag) => self.tag(&tag),
            Event::Html(html) => self.html(&html),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.raised {
            self.words.text.extend(text.chars().map(text::raised));
        } else {
            self.words.text.push_str(text);
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => self.inlines.push((self.words.text.len(), InlineKind::Emphasis)),
            Tag::Strong => self.inlines.push((self.words.text.len(), InlineKind::Strong)),
            Tag::Link { dest_url, .. } => {
                self.inlines.push((self.words.text.len(), InlineKind::Link(dest_url.to_string())));
            }
            Tag::Image { .. } => {
                self.flush();
                self.inlines.push((0, InlineKind::Link(String::new())));
            }
            Tag::TableCell | Tag::Strikethrough | Tag::TableRow => {}
            Tag::TableHead => self.table = Some(Table { header: true, ..Table::default() }),
            other => {
                self.flush();
                self.start_block(other, range);
            }
        }
    }

    fn start_block(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.heading = Some(depth(level)),
            Tag::List(first) => self.lists.push(first.is_some()),
            Tag::Item => {
                let printed = self.body.get(range.start..).unwrap_or("").trim_start();
                self.marker = printed.split_whitespace().next().map(str::to_owned);
            }
            Tag::FootnoteDefinition(label) => self.note = Some(label.to_string()),
            Tag::BlockQuote(_) => self.quotes += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => {
                if let Some((start, kind)) = self.inlines.pop() {
                    self.words.mark(start.min(self.words.text.len()), kind);
                }
            }
            TagEnd::Image => {
                self.inlines.pop();
                self.caption();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.words).text;
                if let Some(table) = &mut self.table {
                    table.cells.push(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.row(),
            TagEnd::Table => {
                self.table = None;
                self.tables += 1;
            }
            TagEnd::Strikethrough => {}
            other => {
                self.flush();
                self.end_block(other);
            }
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::List(_) => _ = self.lists.pop(),
            TagEnd::Item => self.marker = None,
            TagEnd::FootnoteDefinition => self.note = None,
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            _ => {}
        }
    }

    fn row(&mut self) {
        let Some(table) = &mut self.table else { return };
        let cells = std::mem::take(&mut table.cells);
        let header = std::mem::take(&mut table.header);
        let because = if header { "the head of a table" } else { "a row of a table" };
        self.entries.push(Entry::Row { table: self.tables, header, cells, page: None, because });
    }

    /// The words that stand for a picture say what it shows.
    fn caption(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.text.split_whitespace().count() >= 4 {
            let because = "describes a picture";
            self.entries.push(Entry::Part(Part::new(BlockKind::Caption, words, None, because)));
        }
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        for (start, _) in &mut self.inlines {
            *start = 0;
        }
        if words.is_blank() {
            return;
        }
        let marker = self.marker.take();
        let part = self.part(words, marker);
        self.entries.push(Entry::Part(part));
    }

    fn part(&self, words: Words, marker: Option<String>) -> Part {
        let part = |kind, because| Part::new(kind, words.clone(), None, because);
        if let Some(level) = self.heading {
            let kind = if level == 1 { BlockKind::Title } else { BlockKind::Heading { level } };
            return part(kind, text::MARKED_HEADING);
        }
        if let Some(label) = &self.note {
            return part(BlockKind::Footnote { label: label.clone() }, "defines a note");
        }
        let depth = self.lists.len().saturating_sub(1).min(8) as u8;
        match (marker, self.lists.last()) {
            (Some(marker), Some(true)) => {
                let number = Some(marker.trim_end_matches(['.', ')']).to_owned());
                let kind = if depth == 0 {
                    BlockKind::Paragraph
                } else {
                    BlockKind::ListItem { depth, ordered: true }
                };
                Part { number, marker: Some(marker), ..part(kind, "an item of an ordered list") }
            }
            (Some(marker), _) => {
                let kind = BlockKind::ListItem { depth, ordered: false };
                Part { marker: Some(marker), ..part(kind, "an item of a list") }
            }
            _ if self.quotes > 0 => part(BlockKind::BlockQuote, "begins with `>`"),
            _ => match printed_number(&words.text) {
                Some(number) if self.lists.is_empty() => Part {
                    marker: Some(words.text[..=number.len()].to_owned()),
                    words: words.clone().from(number.len() + 2),
                    number: Some(number),
                    ..part(BlockKind::Paragraph, "begins with a number")
                },
                _ => part(BlockKind::Paragraph, "stands between empty lines"),
            },
        }
    }

    /// A raised number is the mark of a note; other tags only look.
    fn tag(&mut self, tag: &str) {
        match tag {
            "<sup>" => self.raised = true,
            "</sup>" => self.raised = false,
            "<br>" | "<br/>" | "<br />" => self.words.text.push(' '),
            _ => {}
        }
    }

    /// Of markup between paragraphs the words are kept, line by line.
    fn html(&mut self, html: &str) {
        if html.trim_start().starts_with("<!--") {
            return;
        }
        for line in text::untagged_lines(html) {
            self.flush();
            self.words = Words::plain(line);
        }
        self.flush();
    }
}

/// The number before a paragraph that is no item of a list: `12\.` in the markup.
fn printed_number(words: &str) -> Option<String> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[digits..].strip_prefix(['.', ')'])?;
    ((1..=3).contains(&digits) && rest.starts_with(' ')).then(|| words[..digits].to_owned())
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}
