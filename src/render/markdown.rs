//! A page's Markdown and what is to be marked in it in, HTML with its contents and notes out.
//!
//! 1. pulldown-cmark reads the Markdown and says where each piece stands.
//! 2. Each block that is one of the document's gets its anchor, its printed number and page, and a permalink.
//! 3. [`Painter`] lays sentences, facts, Acts and abbreviations over the text.
//!
//! Raw HTML of a source is never passed on, and pictures of other hosts become links.

mod addresses;
mod tables;

use super::highlight;
use super::layers::{Layer, Painter};
use super::root::{escaped, is_foreign, push_escaped};
use addresses::own_address;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashSet;
use std::ops::Range;
use tables::Table;

/// A block of the document as it stands in the page.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// Where its words begin in the Markdown.
    pub(super) start: usize,
    pub(super) anchor: String,
    pub(super) number: Option<String>,
    /// The printed page, where it differs from that of the block before.
    pub(super) new_page: Option<u32>,
    pub(super) kind: PlacedKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlacedKind {
    Title,
    Heading,
    Paragraph,
    Item,
    Row,
    Note,
    Caption,
    Byline,
    Quote,
}

/// A page's text as it is shown.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Text {
    /// The document's headline, marked; none if the page has none.
    pub(super) title: Option<String>,
    pub(super) html: String,
    pub(super) contents: Vec<Entry>,
    pub(super) notes: Vec<Note>,
}

/// A heading as the contents list shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Entry {
    pub(super) anchor: String,
    pub(super) text: String,
    pub(super) level: u8,
}

/// A note beneath the text.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Note {
    pub(super) label: String,
    pub(super) anchor: String,
    pub(super) html: String,
    /// The anchor of its first mark in the text.
    pub(super) from: Option<String>,
}

/// The HTML of Markdown, with blocks and layers at their places in it.
pub(super) fn html(markdown: &str, blocks: Vec<Placed>, layers: Vec<Layer>) -> Text {
    let mut writer = Writer::new(blocks, layers);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        writer.event(event, range);
    }
    writer.finish()
}

struct Writer {
    blocks: Vec<Placed>,
    /// The first block that no element has taken yet.
    next: usize,
    painter: Painter,
    out: String,
    /// What closes each open element.
    closers: Vec<&'static str>,
    text: Text,
    /// Text before this position is a marker that is shown in its own way.
    skip_until: usize,
    heading: Option<Heading>,
    last_level: u8,
    table: Table,
    tables: usize,
    code: Option<(String, String)>,
    picture: Option<(String, String)>,
    note: Option<(String, String)>,
    referenced: Vec<(String, String)>,
    anchors: HashSet<String>,
}

/// The heading that is being written.
struct Heading {
    title: bool,
    level: u8,
    anchor: String,
    words: String,
    begins: usize,
}

impl Writer {
    fn new(blocks: Vec<Placed>, layers: Vec<Layer>) -> Self {
        let anchors = blocks.iter().map(|block| block.anchor.clone()).collect();
        Self {
            blocks,
            next: 0,
            painter: Painter::new(layers),
            out: String::new(),
            closers: Vec::new(),
            text: Text::default(),
            skip_until: 0,
            heading: None,
            last_level: 1,
            table: Table::default(),
            tables: 0,
            code: None,
            picture: None,
            note: None,
            referenced: Vec::new(),
            anchors,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.words(&text, range),
            Event::Code(code) => {
                self.out.push_str("<code>");
                push_escaped(&mut self.out, &code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(label) => self.note_mark(&label, range),
            Event::TaskListMarker(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else if let Some((_, alt)) = &mut self.picture {
            alt.push_str(text);
        } else if range.end > self.skip_until {
            if let Some(heading) = &mut self.heading {
                heading.words.push_str(text);
            }
            let cut = self.skip_until.saturating_sub(range.start);
            match text.get(cut..).filter(|_| cut > 0 && text.len() == range.len()) {
                Some(rest) => self.painter.text(rest, self.skip_until..range.end, &mut self.out),
                None => self.painter.text(text, range, &mut self.out),
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(range),
            Tag::Heading { level, .. } => self.begin_heading(level, range),
            Tag::BlockQuote(_) => self.open("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new()));
            }
            Tag::List(first) => self.list(first, range),
            Tag::Item => self.item(range),
            Tag::FootnoteDefinition(label) => self.begin_note(label.into_string(), range),
            Tag::Table(alignments) => self.begin_table(alignments),
            Tag::TableHead => self.row(true, range),
            Tag::TableRow => self.row(false, range),
            Tag::TableCell => self.cell(range),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<s>", "</s>"),
            Tag::Link { dest_url, .. } => self.begin_link(&dest_url),
            Tag::Image { dest_url, .. } => self.picture = Some((dest_url.into_string(), String::new())),
            Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => self.open("", ""),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::Image => self.end_picture(),
            TagEnd::FootnoteDefinition => self.end_note(range),
            TagEnd::TableCell => self.end_cell(range),
            TagEnd::TableHead => self.end_head(),
            TagEnd::Link => {
                self.out.push_str(self.closers.pop().unwrap_or_default());
                self.painter.links = self.painter.links.saturating_sub(1);
            }
            TagEnd::Paragraph | TagEnd::Item => {
                self.painter.end_until(range.end, &mut self.out);
                self.close();
            }
            _ => self.close(),
        }
    }

    fn open(&mut self, tag: &str, closer: &'static str) {
        self.out.push_str(tag);
        self.closers.push(closer);
    }

    fn close(&mut self) {
        self.out.push_str(self.closers.pop().unwrap_or_default());
    }

    /// The block that begins within a range, if no element has taken it yet.
    fn peek(&mut self, range: &Range<usize>) -> Option<&Placed> {
        while self.blocks.get(self.next).is_some_and(|block| block.start < range.start) {
            self.next += 1;
        }
        self.blocks.get(self.next).filter(|block| block.start < range.end)
    }

    fn take(&mut self, range: &Range<usize>) -> Option<Placed> {
        let block = self.peek(range).cloned()?;
        self.next += 1;
        if block.number.is_some() {
            self.skip_until = block.start;
        }
        Some(block)
    }

    fn paragraph(&mut self, range: Range<usize>) {
        if self.note.is_some() && self.closers.last() == Some(&"") {
            let _ = self.take(&range);
            return self.open("", " ");
        }
        match self.take(&range) {
            Some(block) => self.open_block(&block, "p", "</p>\n"),
            None => self.open("<p>", "</p>\n"),
        }
    }

    /// Opens the element of a block, with its anchor, printed page, number and permalink.
    fn open_block(&mut self, block: &Placed, element: &str, closer: &'static str) {
        let class = match block.kind {
            PlacedKind::Caption => " class=\"caption\"",
            PlacedKind::Byline => " class=\"byline\"",
            _ if block.number.is_some() => " class=\"numbered\"",
            _ => "",
        };
        self.open(&format!("<{element}{class} id=\"{}\">", escaped(&block.anchor)), closer);
        self.page_mark(block);
        let anchor = escaped(&block.anchor);
        match &block.number {
            Some(number) => {
                self.out.push_str(&format!("<a class=\"n\" href=\"#{anchor}\">{}</a> ", escaped(number)))
            }
            None => self.out.push_str(&format!(
                "<a class=\"n\" href=\"#{anchor}\" aria-label=\"Link to this passage\">¶</a> "
            )),
        }
    }

    fn page_mark(&mut self, block: &Placed) {
        let Some(page) = block.new_page else { return };
        let mut anchor = format!("page-{page}");
        if !self.anchors.insert(anchor.clone()) {
            anchor = format!("{anchor}-{}", block.anchor);
            self.anchors.insert(anchor.clone());
        }
        self.out.push_str(&format!(
            "<span class=\"pb\" id=\"{}\" role=\"doc-pagebreak\" aria-label=\"Page {page}\">p. {page}</span>",
            escaped(&anchor)
        ));
    }

    /// A list, unless its items are numbered paragraphs of the document.
    fn list(&mut self, first: Option<u64>, range: Range<usize>) {
        let paragraphs = self.peek(&range).is_some_and(|block| block.kind == PlacedKind::Paragraph);
        match first {
            _ if paragraphs => self.open("", ""),
            Some(1) => self.open("<ol>\n", "</ol>\n"),
            Some(first) => self.open(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            None => self.open("<ul>\n", "</ul>\n"),
        }
    }

    fn item(&mut self, range: Range<usize>) {
        match self.take(&range) {
            Some(block) if block.kind == PlacedKind::Paragraph => self.open_block(&block, "div", "</div>\n"),
            Some(block) => self.open_block(&block, "li", "</li>\n"),
            None => self.open("<li>", "</li>\n"),
        }
    }

    fn begin_heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let block = self.take(&range);
        let title = level == HeadingLevel::H1
            && self.text.title.is_none()
            && block.as_ref().is_none_or(|block| block.kind == PlacedKind::Title);
        let level = if title { 1 } else { (level as u8).clamp(2, self.last_level + 1) };
        let anchor = block.as_ref().map(|block| block.anchor.clone()).unwrap_or_default();
        self.heading = Some(Heading { title, level, anchor, words: String::new(), begins: self.out.len() });
        if let Some(block) = block.filter(|_| !title) {
            self.page_mark(&block);
            if let Some(number) = &block.number {
                self.out.push_str(&format!("<span class=\"hn\">{}</span> ", escaped(number)));
            }
        }
    }

    fn end_heading(&mut self, range: Range<usize>) {
        self.painter.end_until(range.end, &mut self.out);
        let Some(heading) = self.heading.take() else { return };
        let inner = self.out.split_off(heading.begins);
        if heading.title {
            self.text.title = Some(inner);
            return;
        }
        let anchor =
            if heading.anchor.is_empty() { self.free_anchor(&heading.words) } else { heading.anchor };
        let (level, id) = (heading.level, escaped(&anchor));
        self.out.push_str(&format!(
            "<h{level} id=\"{id}\">{inner} <a class=\"n\" href=\"#{id}\" aria-label=\"Link to this section\">¶</a></h{level}>\n"
        ));
        self.last_level = level;
        self.text.contents.push(Entry { anchor, text: heading.words, level });
    }

    fn free_anchor(&mut self, words: &str) -> String {
        let base = format!("h-{}", slug::slugify(words));
        let mut anchor = base.clone();
        let mut count = 1;
        while !self.anchors.insert(anchor.clone()) {
            count += 1;
            anchor = format!("{base}-{count}");
        }
        anchor
    }

    fn begin_link(&mut self, url: &str) {
        let address = own_address(url);
        self.open(&format!("<a href=\"{address}\">"), "</a>");
        self.painter.links += 1;
    }

    fn end_code(&mut self) {
        let Some((language, code)) = self.code.take() else { return };
        self.out.push_str("<pre tabindex=\"0\"><code>");
        self.out.push_str(&highlight::classed(&code, &language));
        self.out.push_str("</code></pre>\n");
    }

    /// A picture of the site; one of another host becomes a link, because no request leaves the site.
    fn end_picture(&mut self) {
        let Some((url, alt)) = self.picture.take() else { return };
        let (address, alt) = (own_address(&url), escaped(&alt));
        self.out.push_str(&match is_foreign(&url) {
            true if self.painter.links > 0 => alt,
            true => format!("<a href=\"{address}\">{alt}</a>"),
            false => format!("<img src=\"{address}\" alt=\"{alt}\" loading=\"lazy\">"),
        });
    }

    fn note_mark(&mut self, label: &CowStr<'_>, range: Range<usize>) {
        self.painter.reach(range.start, &mut self.out);
        let to = format!("note-{}", slug::slugify(label.as_ref()));
        let mut id = format!("ref-{to}");
        let mut count = 1;
        while !self.anchors.insert(id.clone()) {
            count += 1;
            id = format!("ref-{to}-{count}");
        }
        let shown = escaped(label);
        self.out.push_str(&format!("<sup><a class=\"note\" id=\"{id}\" href=\"#{to}\" role=\"doc-noteref\" aria-label=\"Note {shown}\">{shown}</a></sup>"));
        self.referenced.push((label.to_string(), id));
    }

    fn begin_note(&mut self, label: String, _: Range<usize>) {
        self.note = Some((label, std::mem::take(&mut self.out)));
        self.closers.push("");
    }

    fn end_note(&mut self, range: Range<usize>) {
        self.painter.end_until(range.end, &mut self.out);
        self.closers.pop();
        let Some((label, before)) = self.note.take() else { return };
        let html = std::mem::replace(&mut self.out, before);
        let anchor = format!("note-{}", slug::slugify(&label));
        if self.text.notes.iter().all(|note| note.anchor != anchor) {
            self.text.notes.push(Note { label, anchor, html: html.trim_end().to_owned(), from: None });
        }
    }

    fn finish(mut self) -> Text {
        while !self.closers.is_empty() {
            self.close();
        }
        for note in &mut self.text.notes {
            let reference = self.referenced.iter().find(|(label, _)| *label == note.label);
            note.from = reference.map(|(_, id)| id.clone());
        }
        self.text.html = self.out;
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markdown: &str) -> String {
        html(markdown, Vec::new(), Vec::new()).html
    }

    #[test]
    fn raw_html_and_scripts_do_not_pass() {
        let shown = plain("a <script>alert(1)</script> [b](javascript:alert(1)) <b>c</b>\n");
        assert_eq!(shown, "<p>a alert(1) <a href=\"#\">b</a> c</p>\n");
    }

    #[test]
    fn a_picture_of_another_host_becomes_a_link() {
        assert_eq!(
            plain("![A hall](https://example.org/a.png)"),
            "<p><a href=\"https://example.org/a.png\">A hall</a></p>\n"
        );
    }

    #[test]
    fn headings_never_skip_a_level() {
        let text = html("# Title\n\n#### Deep\n", Vec::new(), Vec::new());
        assert_eq!(text.title.as_deref(), Some("Title"));
        assert!(text.html.starts_with("<h2 id=\"h-deep\">Deep"), "{}", text.html);
    }

    #[test]
    fn a_numbered_paragraph_shows_its_number_once() {
        let markdown = "43\\. The board met.";
        let block = Placed {
            start: 5,
            anchor: "p43".to_owned(),
            number: Some("43".to_owned()),
            new_page: None,
            kind: PlacedKind::Paragraph,
        };
        let shown = html(markdown, vec![block], Vec::new()).html;
        assert_eq!(
            shown,
            "<p class=\"numbered\" id=\"p43\"><a class=\"n\" href=\"#p43\">43</a> The board met.</p>\n"
        );
    }

    #[test]
    fn notes_lead_there_and_back() {
        let text = html("Words.[^1]\n\n[^1]: A note.\n", Vec::new(), Vec::new());
        assert!(text.html.contains("href=\"#note-1\""));
        assert_eq!(text.notes[0].html, "A note.");
        assert_eq!(text.notes[0].from.as_deref(), Some("ref-note-1"));
    }
}
