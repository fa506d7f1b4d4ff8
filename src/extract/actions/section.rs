//! Blocks in reading order in, the items of sections that say what is to be put right out.

use super::labelled::{Labelled, labelled};
use super::request::is_imperative;
use super::{Item, Opening, asks, leads_freely, opening};
use crate::extract::patterns::pattern;
use crate::model::{Block, BlockKind, Document, Span, Vocabulary};
use regex::Regex;
use std::sync::LazyLock;

/// The section being read, if any, and the items so far.
pub(super) struct Section<'a> {
    document: &'a Document,
    vocabulary: &'a Vocabulary,
    /// Whether lines that lead to a list may be worded freely.
    free: bool,
    open: Option<Open>,
    items: Vec<Item>,
}

/// What is known of the section being read.
struct Open {
    priority: Option<&'static str>,
    /// What its heading says of all its items.
    heading_priority: Option<&'static str>,
    deadline: Option<String>,
    /// The level of the heading that opened it.
    level: u8,
    /// How its items are set; none yet if it has no item.
    items: Option<Layout>,
    /// The column of a table that says what is to be done.
    column: Option<usize>,
    /// What stands between its items and their heading are heads of columns: only what asks for something is an item.
    columns: bool,
    /// Of whatever stands below only a list whose first item asks for something is of the section.
    asking: bool,
    /// The number of the one item that stands below: "Recommendation 3".
    pending: Option<String>,
    /// How many items there were before it.
    before: usize,
    /// How many items its opening counts: "four areas for improvement:".
    expected: Option<usize>,
    /// It was opened by a line worded freely: of plain paragraphs only those that begin with small letters are its items.
    freely: bool,
    /// A body was asked for what is listed: "The port must ensure that:". Another may be asked in a paragraph.
    asked: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Numbered,
    Listed,
    Rows,
    Plain,
}

static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:did not|not|no|none)\b[^.]{0,40}\b(?:identif\w+|find|found|any|areas?|recommendations?|priority|immediate)\b[^.]{0,60}\b(?:actions?|areas?|recommendations?|identified|improvement)\b",
    )
});

static THEY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:They|These|Those|The)(?: \w+){0,3} (?:are|were|include)(?: to)?:$"));

static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:areas? for (?:priority )?(?:action|improvement|development)|recommendations?|(?:things|points|areas)\b[^.]{0,50}\b(?:better|improve\w*|put right))\b",
    )
});

/// How many things a line says that it leads to: "four areas for improvement:", but not "seven areas, among them:".
fn counted(words: &str) -> Option<usize> {
    const NUMBERS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let among = ["among", "including", "such as"].iter().any(|some| words.contains(some));
    let found = COUNTED.captures(words).filter(|_| !among)?;
    Some(NUMBERS.iter().position(|number| *number == &found[1])? + 2)
}

static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(two|three|four|five|six|seven|eight|nine|ten) (?:[a-z]+ )?(?:areas|things|points|recommendations|priorities|aspects|matters|improvements)\b",
    )
});

/// How a point of a list begins that says what could be better.
static POINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:The|How|Its|Their|Better|More|Faster|Greater|Stronger|Management|Supervision|Support|Consistency|Quality|Timeliness|Performance|Oversight|Planning|Recording|Decision)\b",
    )
});

/// "An improvement board should be kept until the next inspection."
fn is_one_request(words: &str) -> bool {
    words.len() < 200 && !words.trim_end_matches('.').contains(". ") && asks(words)
}

/// Whether a line with a full stop names a thing, and says nothing of it: "The timeliness of health assessments when
/// children come into care." Behind a relative pronoun or a conjunction there may be a verb.
fn names(words: &str) -> bool {
    let one = words.trim_end_matches('.');
    let clause = BESIDE.find(one).map_or(one, |beside| &one[..beside.start()]);
    let tells = BEHIND_ASIDE.is_match(one);
    words.len() < 200 && !one.contains(". ") && !tells && (one.starts_with("How ") || !SAYS.is_match(clause))
}

/// "Ann Bell, who leads it, is to leave": the verb stands behind an aside.
static BEHIND_ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r", (?:is|are|was|were|has|have|had|will|would|can|said|says|told|took|went|came|made)\b")
});

static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r",? (?:so that|that|which|who|whose|when|where|while|if|whether|how|because|before|after|until|what) |, ",
    )
});

static SAYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|said|says|found|told|took|went|came|goes|made|published)\b",
    )
});

/// How the end of a letter, or what becomes of it, begins.
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Yours |I am copying|I have copied|A copy of this|This letter|This report|(?:Any|The|These) (?:areas?|priority actions?|actions?) [^.]{0,60}\b(?:identified|listed|set out) |Cc\b|cc\b|CC\b|Signed|©)",
    )
});

static DEADLINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:(immediately|with immediate effect|within (?:the next )?\w+(?:-\w+)? (?:working )?(?:days?|weeks?|months?|years?)(?: of [^:.]{3,60})?|by (?:the end of )?(?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d))(?:,? (?:the|all|leaders)\b[^:.]{0,120})?[:.]?$",
    )
});

static DEADLINE_IN_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)^(?P<first>(?:[Ww]ithin|[Ii]n)\s(?:the\snext\s)?\w+\s(?:days|weeks|months))\b
        |\b(?P<date>by\s(?:the\send\sof\s)?(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September
        |October|November|December)\s(?:19|20)\d\d)
        |\b(?P<last>within\s(?:the\snext\s)?\w+\s(?:weeks|months)(?:\sof\s(?:this|the)\s(?:report|inspection|letter))?)\.?$",
    )
});

/// A cell that is a date: when the thing beside it is due.
static DUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:[Bb]y )?(?:\d{1,2} )?[A-Z][a-z]+ 20\d\d$|^\d{1,2}/\d{1,2}/20\d\d$|^(?i:immediate(?:ly)?)$")
});

/// A deadline that an item states itself: at its beginning or end, or as a date.
pub(super) fn deadline_in(text: &str) -> Option<String> {
    let found = DEADLINE_IN_TEXT.captures(text)?;
    let words = found.name("first").or_else(|| found.name("date")).or_else(|| found.name("last"))?;
    Some(words.as_str().to_owned())
}

impl<'a> Section<'a> {
    pub(super) fn new(document: &'a Document, vocabulary: &'a Vocabulary, free: bool) -> Self {
        Self { document, vocabulary, free, open: None, items: Vec::new() }
    }

    pub(super) fn finished(self) -> Vec<Item> {
        self.items
    }

    /// Reads the next block.
    pub(super) fn read(&mut self, index: usize) {
        let document = self.document;
        let block = &document.blocks()[index];
        let words = document.words(block.span);
        if let Some(labelled) = labelled(document, self.vocabulary, block) {
            self.labelled(labelled, level(&block.kind));
        } else if let Some(opening) = self.opens(block, words) {
            self.opened(opening, words, level(&block.kind));
            let freely = self.free
                && block.kind == BlockKind::Paragraph
                && super::opening(self.vocabulary, words).is_none();
            self.open.iter_mut().for_each(|open| open.freely = freely);
        } else if self.open.is_some() {
            self.within(index, block, words);
        } else if let BlockKind::TableRow { cells, .. } = &block.kind
            && self.heads_columns(cells)
        {
            self.row(cells);
        }
    }

    /// "Areas for priority action", "Responsible body": the heads of columns, of which one opens a section.
    fn heads_columns(&self, cells: &[Span]) -> bool {
        const LONGEST: usize = 60;
        let heads =
            |cell: &Span| opening(self.vocabulary, self.document.words(*cell)) == Some(Opening::Improvements);
        cells.len() > 1 && cells.iter().all(|cell| cell.len() < LONGEST) && cells.iter().any(heads)
    }

    fn opens(&self, block: &Block, words: &str) -> Option<Opening> {
        let short = words.len() < 90;
        let fits = match &block.kind {
            kind if kind.is_heading() => true,
            BlockKind::Paragraph => short && block.number.is_none() || words.ends_with(':'),
            BlockKind::TableRow { cells, .. } => cells.len() == 1 && short,
            _ => false,
        };
        let free = self.free && block.kind == BlockKind::Paragraph;
        let listing = self.open.as_ref().is_some_and(|open| !open.asking);
        let freely = leads_freely(words)
            .filter(|_| !listing)
            .or_else(|| self.leads_as_told(block, words))
            .filter(|_| free && fits);
        let found = match fits.then(|| opening(self.vocabulary, words))? {
            Some(Opening::Requests) | None if freely == Some(Opening::Improvements) => freely?,
            found => found.or(freely)?,
        };
        // A sentence that asks for one thing leads to none below it.
        if found == Opening::Requests && block.kind == BlockKind::Paragraph && words.ends_with('.') {
            return None;
        }
        // "The council should:" within a section is a line of it.
        let inside = found == Opening::Requests && self.open.as_ref().is_some_and(|open| !open.asking);
        (!inside || block.kind.is_heading()).then_some(found)
    }

    /// "They are:" behind a paragraph that ends by saying that something is to be put right.
    fn leads_as_told(&self, block: &Block, words: &str) -> Option<Opening> {
        const LONGEST: usize = 40;
        let index = self.document.block_index(block.span.start).checked_sub(1);
        let before = index.map_or("", |index| self.document.words(self.document.blocks()[index].span));
        // Both may stand in one paragraph.
        let (before, words) = words.rsplit_once(". ").unwrap_or((before, words));
        let last = before.trim_end_matches('.').rsplit(". ").next()?;
        let stands = words.len() < LONGEST && words.ends_with(':') && THEY.is_match(words);
        (stands && NAMED.is_match(last)).then_some(Opening::Improvements)
    }

    fn opened(&mut self, opening: Opening, words: &str, level: u8) {
        let lower = words.to_lowercase();
        let priority = match (lower.contains("immediate"), lower.contains("priority")) {
            (true, _) => Some("immediate"),
            (_, true) => Some("priority"),
            _ => None,
        };
        // "Responsible body", then "Areas for priority action": the heads of two columns, printed one below the other.
        let columns = self.open.as_ref().is_some_and(|open| open.columns && open.items.is_none());
        self.open = Some(Open {
            priority,
            heading_priority: priority,
            deadline: None,
            level,
            items: None,
            column: None,
            columns,
            asking: opening == Opening::Requests,
            asked: false,
            before: self.items.len(),
            expected: counted(&lower),
            freely: false,
            pending: None,
        });
    }

    /// An item with a label of its own, or the label of the next.
    fn labelled(&mut self, labelled: Labelled, level: u8) {
        if self.open.is_none() || labelled.text.is_none() {
            self.opened(Opening::Improvements, "", level);
        }
        match labelled.text {
            Some(text) => self.add(text, labelled.reference, Layout::Plain),
            None => self.open.iter_mut().for_each(|open| open.pending = labelled.reference.clone()),
        }
    }

    /// What stands below a label is its item if it asks for something; else there is none.
    fn below_label(&mut self, block: &Block, words: &str, reference: String) {
        if asks(words) && !block.kind.is_heading() {
            self.add(block.span, Some(reference), Layout::Numbered);
        } else {
            self.open = None;
        }
    }

    fn within(&mut self, index: usize, block: &Block, words: &str) {
        if let Some(reference) = self.open.as_mut().and_then(|open| open.pending.take()) {
            return self.below_label(block, words, reference);
        }
        match &block.kind {
            kind if kind.is_heading() => self.heading(index, level(kind), words),
            BlockKind::ListItem { depth, .. } => self.list_item(block, words, *depth),
            BlockKind::TableRow { cells, .. } => self.row(cells),
            BlockKind::Paragraph if block.number.is_some() || is_typed(words) => self.numbered(block, words),
            BlockKind::Paragraph | BlockKind::BlockQuote => self.paragraph(block, words),
            BlockKind::Title | BlockKind::Heading { .. } => {}
            BlockKind::Footnote { .. } | BlockKind::Caption | BlockKind::Byline => {}
        }
    }

    /// A heading within the section groups its items if what follows asks for something, or goes on counting below a
    /// lesser heading; else it ends the section, as does one that announces strengths, however it counts on.
    fn heading(&mut self, index: usize, level: u8, words: &str) {
        if self.group(words) {
            return;
        }
        if self.is_line_of_list(words) {
            self.add(self.document.blocks()[index].span, None, Layout::Plain);
            return;
        }
        if words.to_lowercase().contains("strength") {
            self.open = None;
            return;
        }
        let heading = words;
        let lesser = self.open.as_ref().is_some_and(|open| level > open.level);
        let next = self.document.blocks().get(index + 1);
        let item = next.is_some_and(|next| {
            let listed = matches!(next.kind, BlockKind::ListItem { .. });
            let words = self.document.words(next.span);
            let numbered = next.kind == BlockKind::Paragraph && (next.number.is_some() || is_typed(words));
            (listed || numbered) && (asks(untyped(words)) || lesser && self.counts_on(next))
                || next.kind == BlockKind::Paragraph && self.heads_column(heading) && asks(words)
        });
        // Points below a heading are no parts of a numbered item above it.
        let numbered = self.open.as_ref().is_some_and(|open| open.items == Some(Layout::Numbered));
        let points =
            next.is_some_and(|next| matches!(next.kind, BlockKind::ListItem { .. }) && next.number.is_none());
        if !item || numbered && points && !lesser {
            self.open = None;
        }
    }

    /// Whether what looks like a heading is a point of a list that lost its marks, below a line worded freely: as many are
    /// points as the line counts, else those that begin as one does.
    fn is_line_of_list(&self, words: &str) -> bool {
        let Some(open) = self.open.as_ref().filter(|open| open.freely) else { return false };
        let plain = matches!(open.items, None | Some(Layout::Plain));
        let long = words.split_whitespace().count() > 3;
        plain && long && !words.ends_with(['.', '?', '!', ':', '”', '"']) && self.is_expected(words)
    }

    /// Whether a line below one worded freely is a point of its list: as many are as it counts, else those that begin as
    /// one does.
    fn is_expected(&self, words: &str) -> bool {
        let Some(open) = &self.open else { return false };
        let told = self.items.len() - self.items.len().min(open.before);
        open.expected.map_or_else(|| POINT.is_match(words), |expected| told < expected)
    }

    /// Whether the number of a block is the one after that of the last item.
    fn counts_on(&self, next: &Block) -> bool {
        let value = |number: &Option<String>| number.as_ref().and_then(|number| number.parse::<u32>().ok());
        let last = self.items.last().and_then(|item| value(&item.reference));
        last.is_some_and(|last| value(&next.number) == Some(last + 1))
    }

    /// Whether a letter or a Roman numeral stands before a line below a numbered item.
    fn lettered(&self, block: &Block) -> bool {
        let digits =
            |number: &Option<String>| number.as_ref().map(|n| n.starts_with(|c: char| c.is_ascii_digit()));
        digits(&block.number) == Some(false)
            && self.items.last().is_some_and(|item| digits(&item.reference) == Some(true))
    }

    /// `Within three months:` above a group of items is the deadline of each.
    fn group(&mut self, words: &str) -> bool {
        let (Some(open), Some(found)) = (&mut self.open, DEADLINE.captures(words.trim())) else {
            return false;
        };
        let deadline = found[1].to_lowercase();
        open.priority =
            if deadline.contains("immediate") { Some("immediate") } else { open.heading_priority };
        open.deadline = Some(deadline);
        open.items = None;
        true
    }

    fn list_item(&mut self, block: &Block, words: &str, depth: u8) {
        let layout = self.open.as_ref().and_then(|open| open.items);
        let below = depth > 0
            || layout == Some(Layout::Numbered) && block.number.is_none()
            || layout.is_some() && self.lettered(block);
        match (layout, below) {
            (Some(_), true) => self.extend(block.span),
            (Some(Layout::Rows), _) => self.open = None,
            _ if NOTHING.is_match(words) => {}
            (None, _) if self.asks_in_vain(words) => self.open = None,
            _ => self.add(block.span, block.number.clone(), Layout::Listed),
        }
    }

    fn numbered(&mut self, block: &Block, words: &str) {
        let layout = self.open.as_ref().and_then(|open| open.items);
        match layout {
            _ if introduces(words, true) => self.regroup(words),
            Some(_) if self.lettered(block) => self.extend(block.span),
            _ if NOTHING.is_match(words) => {}
            Some(Layout::Listed | Layout::Rows | Layout::Plain) if !asks(untyped(words)) => self.open = None,
            _ if self.asks_in_vain(untyped(words)) || self.tells(untyped(words)) => self.open = None,
            _ => self.add(block.span, block.number.clone(), Layout::Numbered),
        }
    }

    /// An introduction to a list: the items follow it, even if it has a number.
    fn regroup(&mut self, words: &str) {
        if let Some(open) = &mut self.open {
            open.items = None;
            open.deadline = None;
            open.asked = asks(words);
        }
        let last = words.rsplit_once(['.', ';']).map_or(words, |(_, last)| last);
        self.group(last);
    }

    fn paragraph(&mut self, block: &Block, words: &str) {
        let layout = self.open.as_ref().and_then(|open| open.items);
        // The number of a page that the reader took for words is none.
        if words.starts_with("This section ")
            || self.group(words)
            || NOTHING.is_match(words)
            || !words.contains(char::is_alphabetic)
        {
            return;
        }
        match layout {
            _ if introduces(words, false) => self.regroup(words),
            Some(_) if self.continues(words) => self.extend(block.span),
            // "Harbour Council": who is to do what stands below, in a column of its own.
            Some(Layout::Plain) if self.names_who(words) => {}
            None if is_short(words) && !words.ends_with('.') && !asks(words) => {
                self.open.iter_mut().for_each(|open| open.columns = true);
            }
            None | Some(Layout::Plain) if self.is_plain_item(block, words) => {
                self.add(block.span, None, Layout::Plain);
            }
            None if words.len() < 600 && !CLOSING.is_match(words) => {}
            Some(Layout::Listed) if self.asks_another(words) => self.add(block.span, None, Layout::Listed),
            _ => self.open = None,
        }
    }

    /// Whether a heading in a section whose items are set as paragraphs is the name of who is to act: capitals only.
    fn heads_column(&self, words: &str) -> bool {
        let plain = self.open.as_ref().is_some_and(|open| matches!(open.items, None | Some(Layout::Plain)));
        let small = |word: &str| matches!(word, "and" | "of" | "the" | "for" | "&" | "with");
        let named = |word: &str| word.starts_with(char::is_uppercase) || small(word);
        plain && words.split_whitespace().count() > 1 && words.split_whitespace().all(named)
    }

    /// Whether a line in a section with heads of columns is a name, and asks for nothing.
    fn names_who(&self, words: &str) -> bool {
        const MOST: usize = 16;
        let columns = self.open.as_ref().is_some_and(|open| open.columns);
        columns
            && words.split_whitespace().count() < MOST
            && words.starts_with(char::is_uppercase)
            && !words.ends_with(['.', ':'])
            && !asks(words)
    }

    /// Whether the section is one of requests and the words, its first item, are none.
    fn asks_in_vain(&self, words: &str) -> bool {
        self.open.as_ref().is_some_and(|open| open.asking) && !asks(words)
    }

    /// Whether a numbered paragraph behind numbered requests only tells: its heading was not known for one, and it is of
    /// another section.
    fn tells(&self, words: &str) -> bool {
        let Some(open) = &self.open else { return false };
        let items = &self.items[open.before.min(self.items.len())..];
        let asked = |item: &Item| asks(untyped(self.document.words(item.span)));
        // "When children go missing, ensure that": asked for behind a clause.
        let asks_within = || words.split(", ").any(is_imperative);
        let mostly = items.iter().filter(|item| asked(item)).count() * 3 > items.len() * 2;
        words.contains(". ") && mostly && !asks(words) && !asks_within()
    }

    /// Whether a paragraph asks somebody for something, as the one above a list did.
    fn asks_another(&self, words: &str) -> bool {
        let asked = self.open.as_ref().is_some_and(|open| open.asked);
        let named =
            !["This ", "These ", "The action", "It ", "Any "].iter().any(|start| words.starts_with(start));
        asked && named && asks(words) && words.len() < 400 && !CLOSING.is_match(words)
    }

    /// Whether a paragraph is an item of a section whose items are set as paragraphs: it asks for something, or says in a
    /// sentence or two what is weak.
    fn is_plain_item(&self, block: &Block, words: &str) -> bool {
        let columns = self.open.as_ref().is_some_and(|open| open.columns || open.asking);
        if self.open.as_ref().is_some_and(|open| open.freely) {
            // Lines of a list, however they begin, have no full stop.
            let line = !words.ends_with(['.', ':', '?', '!']) && words.len() < 160 && !is_short(words);
            let named = self.is_expected(words) && (names(words) || is_one_request(words));
            return (words.starts_with(char::is_lowercase) || line || named) && !words.contains(['“', '"']);
        }
        // "Just half of them were in work.": a sentence behind lines without a full stop.
        let stopped = |item: &Item| self.document.words(item.span).ends_with('.');
        let lines = self.open.as_ref().is_some_and(|open| open.items == Some(Layout::Plain))
            && self.items.len() > 1
            && !self.items.iter().rev().take(2).any(stopped);
        if self.free && lines && words.ends_with('.') && !asks(words) {
            return false;
        }
        let stated = words.len() < 240 && words.matches(". ").count() < 2 && !is_short(words);
        asks(words) || stated && !columns && !CLOSING.is_match(words) && !self.is_line_apart(block, words)
    }

    /// Whether words are no item but a line that the reader could not tell for a heading: few, without the full stop in
    /// which the items end.
    fn is_line_apart(&self, block: &Block, words: &str) -> bool {
        let next = self.document.blocks().get(self.document.block_index(block.span.start) + 1);
        let runs_on = next.is_some_and(|next| self.document.words(next.span).starts_with(char::is_lowercase));
        let stopped = |item: &Item| self.document.words(item.span).ends_with('.');
        let plain = self.open.as_ref().is_some_and(|open| open.items == Some(Layout::Plain));
        plain
            && !runs_on
            && words.split_whitespace().count() < 9
            && !words.ends_with(['.', ';', ','])
            && self.items.last().is_some_and(stopped)
    }

    /// Whether words run on from the last item, parted from it by the end of a page or of a cell. Where items begin with
    /// small letters the next such paragraph is an item of its own.
    fn continues(&self, words: &str) -> bool {
        let Some(last) = self.items.last() else { return false };
        let open = |span: &Span| !self.document.words(*span).ends_with(['.', '?', '!', ':']);
        let plain = self.open.as_ref().is_some_and(|open| open.items == Some(Layout::Plain));
        let begins_small = |item: &Item| self.document.words(item.span).starts_with(char::is_lowercase);
        let small = plain && self.items.iter().rev().take(3).any(begins_small);
        words.starts_with(char::is_lowercase) && !small && last.parts.last().is_some_and(open)
    }

    /// A row's item stands in the column that the head of the table names, else in the cell with most words.
    fn row(&mut self, cells: &[Span]) {
        let document = self.document;
        let layout = self.open.as_ref().and_then(|open| open.items);
        let heads = |cell: &Span| opening(self.vocabulary, document.words(*cell));
        if let Some((column, found)) =
            cells.iter().enumerate().find_map(|(column, cell)| Some((column, heads(cell)?)))
        {
            self.opened(found, document.words(cells[column]), 6);
            self.open.iter_mut().for_each(|open| open.column = Some(column));
            return;
        }
        if !matches!(layout, None | Some(Layout::Rows)) {
            self.open = None;
            return;
        }
        let named = self.open.as_ref().and_then(|open| open.column).and_then(|column| cells.get(column));
        let longest = cells.iter().max_by_key(|cell| cell.len());
        let Some(cell) = named.filter(|cell| !cell.is_empty()).or(longest) else { return };
        let words = document.words(*cell);
        if layout.is_none() && self.asks_in_vain(words) {
            self.open = None;
        } else if words.split_whitespace().count() >= 4 && !NOTHING.is_match(words) {
            self.add(*cell, None, Layout::Rows);
            let due = cells.iter().map(|cell| document.words(*cell)).find(|words| DUE.is_match(words));
            if let (Some(due), Some(item)) = (due, self.items.last_mut()) {
                item.deadline.get_or_insert_with(|| due.to_owned());
            }
        } else if layout.is_none() {
            self.open = None;
        }
    }

    fn add(&mut self, span: Span, reference: Option<String>, layout: Layout) {
        let Some(open) = &mut self.open else { return };
        // A cell of a table, or an item whose words were lost, may be empty.
        if !self.document.words(span).contains(char::is_alphabetic) {
            return;
        }
        open.items = Some(layout);
        let (deadline, priority) = (open.deadline.clone(), open.priority);
        self.items.push(Item { span, parts: vec![span], reference, deadline, priority });
    }

    fn extend(&mut self, span: Span) {
        if let Some(item) = self.items.last_mut() {
            item.span = item.span.to(span);
            item.parts.push(span);
        }
    }
}

/// Whether a number was typed before the words, as in a document whose writer made no list: "3. improve the plans".
fn is_typed(words: &str) -> bool {
    untyped(words).len() < words.len()
}

/// The words without the number typed before them.
fn untyped(words: &str) -> &str {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let short = (1..=2).contains(&(words.len() - rest.len()));
    let after = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")).filter(|_| short);
    after.filter(|after| after.starts_with(char::is_alphabetic)).unwrap_or(words)
}

/// Fewer words than an item has.
fn is_short(words: &str) -> bool {
    words.split_whitespace().count() < 4
}

/// The level of a heading; what is none is above all.
fn level(kind: &BlockKind) -> u8 {
    match kind {
        BlockKind::Heading { level } => *level,
        BlockKind::Title => 1,
        _ => 0,
    }
}

/// Whether words say that what is to be done follows.
fn introduces(words: &str, numbered: bool) -> bool {
    let end: String = words.chars().rev().take(90).collect::<Vec<_>>().into_iter().rev().collect();
    let follows = ["following action", "the following", "as follows"].iter().any(|mark| end.contains(mark));
    let deadline = words.rsplit_once('.').is_some_and(|(_, last)| DEADLINE.is_match(last.trim()));
    let colon = words.trim_end().ends_with(':') && !numbered;
    follows && words.split_whitespace().count() < 90 || deadline || colon || COUNTS.is_match(words)
}

/// "we have made seven recommendations that, if followed, will help": what is to follow is only spoken of.
static COUNTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:we|I|inspectors|this report|the review|the panel) (?:have |has |also )?(?:makes?|made|set out|identif(?:y|ied)) (?:the )?(?:following |these )?(?:\w+ )?(?:recommendations|areas for improvement|priority actions)\b",
    )
});
