//! A document in, its text as Markdown out, with the place of every stretch of it.

use crate::model::{Block, BlockKind, Document, Inline, InlineKind, Placement, Span};
use std::collections::BTreeMap;

/// The document as Markdown, and where each stretch of its text stands in it.
pub fn markdown(document: &Document) -> (String, Vec<Placement>) {
    let mut writer = Writer {
        document,
        columns: columns(document),
        inlines: document.inlines(),
        open: Vec::new(),
        out: String::new(),
        placements: Vec::new(),
    };
    let mut before: Option<&Block> = None;
    for block in document.blocks() {
        writer.gap(before, block);
        writer.block(before, block);
        before = Some(block);
    }
    if !writer.out.is_empty() {
        writer.out.push('\n');
    }
    (writer.out, writer.placements)
}

/// The cells of each table's longest row: Markdown drops those of a row that the first one has no column for.
fn columns(document: &Document) -> BTreeMap<u32, usize> {
    let mut columns = BTreeMap::new();
    for block in document.blocks() {
        if let BlockKind::TableRow { table, cells, .. } = &block.kind {
            let widest = columns.entry(*table).or_insert(0);
            *widest = cells.len().max(*widest);
        }
    }
    columns
}

struct Writer<'a> {
    document: &'a Document,
    columns: BTreeMap<u32, usize>,
    /// Those not yet written, in order.
    inlines: &'a [Inline],
    /// The depths in the document of the items under which the next one of the list may stand.
    open: Vec<u8>,
    out: String,
    placements: Vec<Placement>,
}

impl Writer<'_> {
    fn gap(&mut self, before: Option<&Block>, block: &Block) {
        let Some(before) = before else { return };
        let tight = match (&before.kind, &block.kind) {
            (BlockKind::TableRow { table: a, .. }, BlockKind::TableRow { table: b, .. }) => a == b,
            (BlockKind::ListItem { .. }, BlockKind::ListItem { .. }) => true,
            _ => false,
        };
        self.out.push_str(if tight { "\n" } else { "\n\n" });
    }

    fn block(&mut self, before: Option<&Block>, block: &Block) {
        if !matches!(block.kind, BlockKind::ListItem { .. }) {
            self.open.clear();
        }
        match &block.kind {
            BlockKind::Title => self.prefixed("# ", block),
            BlockKind::Heading { level } => {
                self.prefixed(&format!("{} ", "#".repeat((*level).clamp(2, 6) as usize)), block);
            }
            BlockKind::Paragraph | BlockKind::Byline => self.paragraph(block),
            BlockKind::ListItem { depth, ordered } => self.item(*depth, *ordered, block),
            BlockKind::Footnote { label } => self.prefixed(&format!("[^{}]: ", note_label(label)), block),
            BlockKind::Caption => {
                self.out.push('*');
                self.words(block.span, Place::Emphasised);
                self.out.push('*');
            }
            BlockKind::BlockQuote => self.prefixed("> ", block),
            BlockKind::TableRow { table, header, cells } => {
                let first = !matches!(before.map(|b| &b.kind), Some(BlockKind::TableRow { table: t, .. }) if t == table);
                let columns = self.columns.get(table).copied().filter(|_| first).unwrap_or(0);
                self.row(columns, *header, cells);
            }
        }
    }

    fn prefixed(&mut self, prefix: &str, block: &Block) {
        self.out.push_str(prefix);
        if let Some(number) = block.number.as_deref().filter(|_| block.kind.is_heading()) {
            self.out.push_str(number);
            self.out.push(' ');
        }
        let place = if block.kind.is_heading() { Place::Heading } else { Place::LineStart };
        self.words(block.span, place);
    }

    fn paragraph(&mut self, block: &Block) {
        if let Some(number) = &block.number {
            // Escaped, so that Markdown shows the printed number and makes no list of it.
            self.out.push_str(number);
            self.out.push_str("\\. ");
        }
        self.words(block.span, Place::LineStart);
    }

    fn item(&mut self, depth: u8, ordered: bool, block: &Block) {
        self.open.retain(|above| *above < depth);
        // Four columns a level suit both kinds of marker; more than those of the item above would make code of it.
        self.out.extend(std::iter::repeat_n("    ", self.open.len().min(6)));
        self.open.push(depth);
        match block.number.as_deref() {
            Some(number) if ordered && number.len() <= 9 && number.bytes().all(|b| b.is_ascii_digit()) => {
                self.out.push_str(number);
                self.out.push_str(". ");
            }
            Some(number) => {
                self.out.push_str("- ");
                self.out.push_str(number);
                self.out.push_str("\\. ");
            }
            None => self.out.push_str("- "),
        }
        self.words(block.span, Place::LineStart);
    }

    /// A row; the first one of a table has its `columns`, else 0.
    fn row(&mut self, columns: usize, header: bool, cells: &[Span]) {
        let first = columns > 0;
        if first && !header {
            self.out.push_str(&"|   ".repeat(columns));
            self.out.push_str("|\n");
            self.rule(columns);
            self.out.push('\n');
        }
        for cell in cells {
            self.out.push_str("| ");
            self.words(*cell, Place::Cell);
            self.out.push(' ');
        }
        self.out.push_str(&"|   ".repeat(columns.saturating_sub(cells.len())));
        self.out.push('|');
        if first && header {
            self.out.push('\n');
            self.rule(columns);
        }
    }

    fn rule(&mut self, cells: usize) {
        self.out.push_str(&"| --- ".repeat(cells));
        self.out.push('|');
    }

    /// The words of a span with what Markdown would misread escaped, and the inlines within them.
    fn words(&mut self, span: Span, place: Place) {
        let skip = self.inlines.partition_point(|inline| inline.span.start < span.start);
        self.inlines = &self.inlines[skip..];
        let within = self.inlines.partition_point(|inline| inline.span.start <= span.end);
        let mut marks = marks(&self.inlines[..within], span, self.document.text(), place);
        marks.sort_by_key(|mark| (mark.at, mark.order));
        let mut from = span.start;
        for mark in marks {
            self.stretch(Span::new(from, mark.at), place, from == span.start);
            self.out.push_str(&mark.markup);
            from = mark.at;
        }
        self.stretch(Span::new(from, span.end), place, from == span.start);
    }

    fn stretch(&mut self, span: Span, place: Place, line_start: bool) {
        let text = self.document.words(span);
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if !is_markup(text, at, c, place, line_start) {
                continue;
            }
            self.verbatim(span.start + from, &text[from..at]);
            self.out.push('\\');
            from = at;
        }
        self.verbatim(span.start + from, &text[from..]);
    }

    fn verbatim(&mut self, start: usize, text: &str) {
        if !text.is_empty() {
            self.placements
                .push(Placement { document: Span::new(start, start + text.len()), page: self.out.len() });
            self.out.push_str(text);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    LineStart,
    Heading,
    Emphasised,
    Cell,
}

/// Whether Markdown would read the character at `at` as markup.
fn is_markup(text: &str, at: usize, c: char, place: Place, line_start: bool) -> bool {
    let next = text[at + c.len_utf8()..].chars().next();
    match c {
        '\\' | '*' | '`' | '[' | ']' | '<' | '~' => true,
        '_' => {
            let before = text[..at].chars().next_back();
            !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric))
        }
        '&' => next.is_some_and(|c| c == '#' || c.is_ascii_alphabetic()) && text[at..].contains(';'),
        '|' => place == Place::Cell || line_start,
        '#' => at == 0 && line_start || place == Place::Heading && text[at..].chars().all(|c| c == '#'),
        '>' | '-' | '+' | '=' | ':' => at == 0 && line_start && place == Place::LineStart,
        '.' | ')' => {
            let digits = &text[..at];
            line_start
                && place == Place::LineStart
                && !digits.is_empty()
                && digits.len() <= 9
                && digits.bytes().all(|b| b.is_ascii_digit())
                && next.is_none_or(char::is_whitespace)
        }
        _ => false,
    }
}

struct Mark {
    at: usize,
    /// Closing marks come before opening ones at the same place.
    order: u8,
    markup: String,
}

fn marks(inlines: &[Inline], span: Span, text: &str, place: Place) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut reached = span.start;
    for inline in inlines {
        if let InlineKind::NoteMark(label) = &inline.kind {
            marks.push(Mark { at: inline.span.start, order: 1, markup: format!("[^{}]", note_label(label)) });
            continue;
        }
        let inner = trimmed(text, inline.span);
        // Nested or crossing inlines would need marks that close in another order than they opened.
        if inner.is_empty()
            || inner.start < reached
            || !span.covers(inner)
            || !stands_free(text, inner, place)
        {
            continue;
        }
        let (open, close) = match &inline.kind {
            InlineKind::Strong => ("**".to_owned(), "**".to_owned()),
            InlineKind::Emphasis => ("*".to_owned(), "*".to_owned()),
            InlineKind::Link(url) => ("[".to_owned(), format!("](<{}>)", url.replace(['<', '>', '\n'], ""))),
            InlineKind::NoteMark(_) => continue,
        };
        marks.push(Mark { at: inner.start, order: 2, markup: open });
        marks.push(Mark { at: inner.end, order: 0, markup: close });
        reached = inner.end;
    }
    marks
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let lead = words.len() - words.trim_start().len();
    Span::new(span.start + lead, span.start + lead + words.trim().len())
}

/// CommonMark's flanking rules: a run of `*` opens only where no word runs into it.
fn stands_free(text: &str, inner: Span, place: Place) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !matches!(place, Place::Heading | Place::Emphasised)
        && word(text[inner.range()].chars().next())
        && !word(text[..inner.start].chars().next_back())
        && !word(text[inner.end..].chars().next())
        && text[inner.range()].chars().next_back().is_some_and(|c| !c.is_whitespace())
        && (word(text[inner.range()].chars().next_back())
            || text[inner.end..].chars().next().is_none_or(|c| c.is_whitespace()))
}

/// A label as Markdown footnotes allow it.
fn note_label(label: &str) -> String {
    label.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentBuilder, Hints, MediaType, Sidecar, Source};

    fn document(build: impl FnOnce(&mut DocumentBuilder)) -> Document {
        let source = Source {
            path: "a.txt".into(),
            file: "a.txt".into(),
            slug: "a".into(),
            media_type: MediaType::Text,
            bytes: Vec::new(),
            digest: String::new(),
            sidecar: Sidecar::default(),
        };
        let mut builder = DocumentBuilder::new();
        build(&mut builder);
        builder.build(&source, Hints::default(), |words| vec![Span::new(0, words.len())])
    }

    fn paragraph(words: &str) -> (Document, String, Vec<Placement>) {
        let document = document(|builder| {
            builder.block(BlockKind::Paragraph, None, words, &[], None, "");
        });
        let (body, placements) = markdown(&document);
        (document, body, placements)
    }

    #[test]
    fn what_markdown_would_misread_is_escaped() {
        assert_eq!(paragraph("1. A *star* and [a] <b>").1, "1\\. A \\*star\\* and \\[a\\] \\<b>\n");
        assert_eq!(paragraph("- no list").1, "\\- no list\n");
        assert_eq!(paragraph("# no heading & no &amp;").1, "\\# no heading & no \\&amp;\n");
    }

    #[test]
    fn every_stretch_stands_verbatim_where_it_was_placed() {
        let (document, body, placements) = paragraph("It *rose* by 5_000 to [x] — “so”.");
        let whole: String = placements.iter().map(|p| document.words(p.document)).collect();
        assert_eq!(whole, document.text());
        for placement in placements {
            assert!(body[placement.page..].starts_with(document.words(placement.document)));
        }
    }

    #[test]
    fn a_table_without_a_header_gets_an_empty_one() {
        let document = document(|builder| {
            builder.row(0, false, &["Overall", "Good"], None, "");
            builder.row(0, false, &["Care | leavers", "Good"], None, "");
        });
        assert_eq!(
            markdown(&document).0,
            "|   |   |\n| --- | --- |\n| Overall | Good |\n| Care \\| leavers | Good |\n"
        );
    }

    #[test]
    fn a_row_longer_than_the_first_keeps_its_cells() {
        let document = document(|builder| {
            builder.row(0, true, &["Boats"], None, "");
            builder.row(0, false, &["Ferry", "12", "2019"], None, "");
        });
        assert_eq!(markdown(&document).0, "| Boats |   |   |\n| --- | --- | --- |\n| Ferry | 12 | 2019 |\n");
    }

    #[test]
    fn a_printed_number_shows_and_makes_no_list() {
        let document = document(|builder| {
            builder.block(BlockKind::Paragraph, Some("43".into()), "Within the town.", &[], None, "");
        });
        assert_eq!(markdown(&document).0, "43\\. Within the town.\n");
    }

    #[test]
    fn no_item_stands_deeper_than_the_one_above_it_allows() {
        let document = document(|builder| {
            let mut item = |depth| {
                let kind = BlockKind::ListItem { depth, ordered: false };
                builder.block(kind, None, "Boats.", &[], None, "");
            };
            [2, 4, 3, 2, 0].into_iter().for_each(&mut item);
            builder.block(BlockKind::Paragraph, None, "Nets.", &[], None, "");
            builder.block(BlockKind::ListItem { depth: 1, ordered: false }, None, "Oars.", &[], None, "");
        });
        let list = "- Boats.\n    - Boats.\n    - Boats.\n- Boats.\n- Boats.";
        assert_eq!(markdown(&document).0, format!("{list}\n\nNets.\n\n- Oars.\n"));
    }

    #[test]
    fn bold_words_and_note_marks_come_back() {
        let document = document(|builder| {
            let strong = Inline { span: Span::new(2, 6), kind: InlineKind::Strong };
            let note = Inline { span: Span::new(13, 13), kind: InlineKind::NoteMark("1".into()) };
            builder.block(BlockKind::Paragraph, None, "A good result.", &[strong, note], None, "");
        });
        assert_eq!(markdown(&document).0, "A **good** result[^1].\n");
    }
}
