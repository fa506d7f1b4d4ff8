//! A document in, the stretches between its quotation marks out, whoever spoke them.
//!
//! 1. Quotation marks are read off a block, apostrophes left out. The way a mark faces counts less than what it stands
//!    beside, since news pages have many that face the wrong way.
//! 2. Marks are paired: what opens first is closed by a mark of its own kind, the other kind within it is nested.
//! 3. Speech that is still open at the end of a paragraph goes on in the next one if that opens with a mark again or
//!    closes what is open.

use crate::model::{Block, BlockKind, Document, Span};

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// With its marks.
    pub whole: Span,
    /// The words in each paragraph, without marks.
    pub parts: Vec<Span>,
    /// Whether its opening mark is there. A missing one is taken to stand at the start of the paragraph.
    pub opened: bool,
    /// Whether its closing mark is there.
    pub closed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Double,
    Single,
}

/// What a mark can do at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    kind: Kind,
    side: Side,
    /// The character before is a full stop, comma or the like, or a stop follows: no plural possessive ("workers’").
    sure: bool,
}

/// A block with the marks in it.
struct Marked {
    span: Span,
    marks: Vec<Mark>,
}

/// Every outermost stretch, in reading order.
pub fn stretches(document: &Document) -> Vec<Stretch> {
    let text = document.text();
    let blocks =
        document.blocks().iter().filter(|block| has_speech(block) && !is_advert(document.words(block.span)));
    let marked: Vec<Marked> =
        blocks.map(|block| Marked { span: block.span, marks: marks(text, block.span) }).collect();
    let mut pairing = Pairing { text, open: None, done: Vec::new() };
    for index in 0..marked.len() {
        pairing.block(&marked, index);
    }
    pairing.give_up();
    pairing.done
}

fn has_speech(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Title | BlockKind::TableRow { .. } | BlockKind::Byline)
}

/// Whether a line stands between the paragraphs of a news page to sell something.
fn is_advert(words: &str) -> bool {
    const LINES: [&str; 6] = [
        "advertisement",
        "article continues below",
        "story continues below",
        "read more:",
        "read more",
        "sponsored",
    ];
    let bare = words.trim();
    bare.len() < 60
        && LINES.iter().any(|line| bare.get(..line.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(line)))
}

/// A stretch that is not closed yet.
struct OpenStretch {
    kind: Kind,
    start: usize,
    parts: Vec<Span>,
    /// Where the words in the current block begin.
    from: usize,
    /// How many stretches of its own kind are open within it.
    depth: usize,
    /// Where the innermost of its kind was closed last, if one was opened within it.
    closed_within: Option<Span>,
}

struct Pairing<'a> {
    text: &'a str,
    open: Option<OpenStretch>,
    done: Vec<Stretch>,
}

impl Pairing<'_> {
    fn block(&mut self, marked: &[Marked], at: usize) {
        let Marked { span: block, marks } = &marked[at];
        let block = *block;
        let mut from = 0;
        if self.open.is_some() {
            from = self.carry_on(&marked[at..]);
        }
        for (index, mark) in marks.iter().enumerate().skip(from) {
            match &self.open {
                None => self.outside(&marked[at..], index),
                Some(open) if open.kind == mark.kind => self.inside(mark, marks, index),
                Some(_) => {}
            }
        }
        let reopens = self.open.as_ref().is_some_and(|open| {
            let first = marked.get(at + 1).and_then(|next| Some((next, next.marks.first()?)));
            first.is_some_and(|(next, mark)| {
                mark.kind == open.kind && mark.side != Side::Close && mark.span.start == next.span.start
            })
        });
        self.end_of_block(block, reopens);
    }

    /// Goes on with speech from the paragraph before, or ends it there. Returns the first mark that is still to be read.
    fn carry_on(&mut self, rest: &[Marked]) -> usize {
        let Some(open) = &mut self.open else { return 0 };
        let Marked { span: block, marks } = &rest[0];
        let of_kind = |mark: &&Mark| mark.kind == open.kind;
        let first = marks.iter().find(of_kind);
        let reopens = first.is_some_and(|mark| mark.span.start == block.start && mark.side != Side::Close);
        if reopens {
            open.from = marks[0].span.end;
            return 1;
        }
        let closes = first.is_some_and(|mark| mark.side == Side::Close);
        let led = is_led_to(self.text, open.start);
        if (closes && open.kind == Kind::Double) || (led && is_closed_later(self.text, open.kind, rest)) {
            open.from = block.start;
            return 0;
        }
        self.give_up();
        0
    }

    fn outside(&mut self, rest: &[Marked], index: usize) {
        let Marked { span: block, marks } = &rest[0];
        let mark = &marks[index];
        match (mark.kind, mark.side) {
            (Kind::Double, Side::Close) => self.stray_close(*block, mark),
            (Kind::Single, Side::Close) => {}
            (Kind::Single, _) if !self.single_closes(rest, index) => {}
            (kind, _) => {
                let (start, from) = (mark.span.start, mark.span.end);
                self.open =
                    Some(OpenStretch { kind, start, parts: Vec::new(), from, depth: 0, closed_within: None });
            }
        }
    }

    /// Whether a single mark is closed in its block, or opens a paragraph of speech; else it is an apostrophe.
    fn single_closes(&self, blocks: &[Marked], index: usize) -> bool {
        let Marked { span: block, marks } = &blocks[0];
        let rest = || marks[index + 1..].iter();
        let doubles = |to: usize| {
            rest().take_while(move |mark| mark.span.start < to).filter(|mark| mark.kind == Kind::Double)
        };
        let closer = rest().find(|mark| mark.kind == Kind::Single && mark.side != Side::Open);
        match closer {
            Some(closer) => doubles(closer.span.start).count().is_multiple_of(2),
            None => {
                let opens = marks[index].span.start == block.start;
                let sign = &self.text[marks[index].span.range()];
                let next = blocks.get(1).map_or("", |next| &self.text[next.span.range()]);
                let reopened = next.starts_with(sign);
                (opens && sign != "'")
                    || (sign == "‘" && is_led_to(self.text, marks[index].span.start))
                    || (sign == "‘" && reopened)
                    || (reopened && is_led_to(self.text, marks[index].span.start))
                    || (is_led_to(self.text, marks[index].span.start)
                        && is_closed_later(self.text, Kind::Single, &blocks[1..]))
            }
        }
    }

    fn inside(&mut self, mark: &Mark, marks: &[Mark], index: usize) {
        let Some(open) = &mut self.open else { return };
        // ’phone within ‘…’: a mark that faces back before a word is an apostrophe.
        let apostrophe = mark.side == Side::Either
            && self.text[mark.span.range()] == *"’"
            && self.text[open.start..].starts_with('‘');
        if apostrophe {
            return;
        }
        match mark.side {
            Side::Open => {
                let sentence_ended =
                    self.text[open.from..mark.span.start].trim_end().ends_with(['.', '!', '?']);
                if sentence_ended && open.kind == Kind::Double && !has_close_pair(marks, index) {
                    // The closing mark is missing: the words before this mark are a stretch of their own.
                    let start = mark.span.start;
                    self.close(Span::new(start, start), false);
                    self.open = Some(OpenStretch {
                        kind: mark.kind,
                        start,
                        parts: Vec::new(),
                        from: mark.span.end,
                        depth: 0,
                        closed_within: None,
                    });
                } else {
                    open.depth += 1;
                }
            }
            Side::Close | Side::Either if open.depth > 0 => {
                open.depth -= 1;
                open.closed_within = Some(mark.span);
            }
            Side::Close | Side::Either => {
                let possessive = mark.kind == Kind::Single && !mark.sure && surer_follows(marks, index);
                if !possessive {
                    self.close(mark.span, true);
                }
            }
        }
    }

    fn close(&mut self, mark: Span, closed: bool) {
        let Some(mut open) = self.open.take() else { return };
        open.parts.push(trimmed(self.text, Span::new(open.from.min(mark.start), mark.start)));
        let end = if closed { mark.end } else { open.parts[open.parts.len() - 1].end };
        self.push(open, end, closed);
    }

    fn push(&mut self, open: OpenStretch, end: usize, closed: bool) {
        let parts: Vec<Span> = open.parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            self.done.push(Stretch { whole: Span::new(open.start, end), parts, opened: true, closed });
        }
    }

    /// A closing mark without its opening one, as after a paragraph of speech: the words from the paragraph's start.
    fn stray_close(&mut self, block: Span, mark: &Mark) {
        let first = self.done.last().is_none_or(|last| last.whole.end <= block.start);
        let words = trimmed(self.text, Span::new(block.start, mark.span.start));
        let stopped = self.text[words.range()].ends_with([',', '.', '?', '!']);
        if first && stopped && !words.is_empty() {
            let whole = Span::new(words.start, mark.span.end);
            self.done.push(Stretch { whole, parts: vec![words], opened: false, closed: true });
        }
    }

    fn end_of_block(&mut self, block: Span, reopens: bool) {
        let Some(open) = &mut self.open else { return };
        // A stretch within the stretch was taken for open too long: its closing mark is the outer one's.
        // Before a full stop it is the inner one's, if speech goes on: … a “corporate parent”.
        let inner = |mark: &Span| reopens && self.text[mark.end..].starts_with('.');
        let last = |mark: &Span| open.depth == 0 && mark.end + 2 >= block.end && !inner(mark);
        if let Some(mark) = open.closed_within.filter(last) {
            return self.close(mark, true);
        }
        let from = open.from.min(block.end);
        open.parts.push(trimmed(self.text, Span::new(from, block.end)));
        open.depth = 0;
        open.closed_within = None;
    }

    /// Ends what is open where its last paragraph ends, if it was speech and no stray mark.
    fn give_up(&mut self) {
        let Some(open) = self.open.take() else { return };
        let before = self.text[..open.start].trim_end_matches(' ');
        let in_place = before.is_empty() || before.ends_with(['\n', ':', ',']);
        let Some(end) = open.parts.last().map(|part| part.end) else { return };
        let long = open.parts.iter().map(|part| part.len()).sum::<usize>() > 30;
        let led = before.ends_with(':') && self.text[open.start..].starts_with(['‘', '\'']);
        if in_place && long && (open.kind == Kind::Double || led) {
            self.push(open, end, false);
        }
    }
}

/// Whether a colon stands right before the mark, in its block or at the end of the one before.
fn is_led_to(text: &str, at: usize) -> bool {
    text[..at].trim_end().ends_with(':')
}

/// Whether speech without a mark at its next paragraphs is closed where one of the next few ends.
fn is_closed_later(text: &str, kind: Kind, rest: &[Marked]) -> bool {
    let marked = rest.iter().take(LONGEST_SPEECH).find_map(|block| {
        let first = block.marks.iter().find(|mark| mark.kind == kind)?;
        Some((block, first))
    });
    marked.is_some_and(|(block, mark)| {
        let ended = text[block.span.start..mark.span.start].ends_with(['.', '!', '?', '…']);
        mark.side == Side::Close && ended && mark.span.end == block.span.end
    })
}

/// How many paragraphs without marks of their own speech may run over.
const LONGEST_SPEECH: usize = 8;

/// Whether an opening mark has its own closing mark before the one that closes what is around it.
fn has_close_pair(marks: &[Mark], index: usize) -> bool {
    let same = marks[index + 1..].iter().filter(|mark| mark.kind == marks[index].kind);
    same.clone().take_while(|mark| mark.side != Side::Open).filter(|mark| mark.side == Side::Close).count()
        >= 2
}

/// Whether a mark that surely closes comes before the next one that opens.
fn surer_follows(marks: &[Mark], index: usize) -> bool {
    let mut rest = marks[index + 1..].iter().filter(|mark| mark.kind == Kind::Single);
    rest.by_ref().take_while(|mark| mark.side != Side::Open).any(|mark| mark.sure)
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// The quotation marks of a block, without its apostrophes.
fn marks(text: &str, block: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let bytes = text.as_bytes();
    let mut at = block.start;
    while let Some(found) = memchr::memchr3(b'"', b'\'', 0xE2, &bytes[at..block.end]).map(|found| at + found)
    {
        let length = if bytes[found] == 0xE2 { 3 } else { 1 };
        at = found + length;
        if let Some(mark) = mark(text, block, found) {
            at = mark.span.end;
            marks.push(mark);
        }
    }
    if memchr::memchr(b'`', &bytes[block.range()]).is_some() {
        marks.extend(backticks(text, block));
        marks.sort_by_key(|mark| mark.span.start);
    }
    marks
}

/// Typewriter quotes: ``…''.
fn backticks(text: &str, block: Span) -> impl Iterator<Item = Mark> {
    let found = text[block.range()].match_indices("``");
    found.map(move |(at, _)| {
        let start = block.start + at;
        Mark { span: Span::new(start, start + 2), kind: Kind::Double, side: Side::Open, sure: true }
    })
}

fn mark(text: &str, block: Span, at: usize) -> Option<Mark> {
    let rest = &text[at..block.end];
    let sign = rest.chars().next()?;
    let twice = rest.starts_with("''") || rest.starts_with("’’") || rest.starts_with("‘‘");
    let length = sign.len_utf8() * if twice { 2 } else { 1 };
    let kind = match sign {
        '"' | '“' | '”' | '„' | '‟' => Kind::Double,
        '\'' | '‘' | '’' | '‛' => {
            if twice {
                Kind::Double
            } else {
                Kind::Single
            }
        }
        _ => return None,
    };
    let span = Span::new(at, at + length);
    let before = text[block.start..at].chars().next_back();
    let after = text[span.end..block.end].chars().next();
    let side = side(text, block, span, sign, before, after)?;
    let sure = before.is_some_and(|c| matches!(c, '.' | ',' | '?' | '!' | '…' | ')' | ';'))
        || before.is_some_and(|c| c != 's')
        || after.is_none_or(|c| matches!(c, '.' | ',' | ';' | ':' | ')' | '?' | '!'));
    (kind == Kind::Double || !is_apostrophe(text, block, span, before, after)).then_some(Mark {
        span,
        kind,
        side,
        sure,
    })
}

/// What the mark can do where it stands; None for inches after a number.
fn side(
    text: &str,
    block: Span,
    span: Span,
    sign: char,
    before: Option<char>,
    after: Option<char>,
) -> Option<Side> {
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let opener = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | ':' | '“' | '‘' | '"' | '\'')
    });
    let can_open = opener && !spaced(after);
    let can_close = !spaced(before) && !after.is_some_and(char::is_alphanumeric);
    let faces_open = matches!(sign, '“' | '‘' | '„' | '‟' | '‛');
    let straight = matches!(sign, '"' | '\'');
    if straight
        && before.is_some_and(|c| c.is_ascii_digit())
        && text[block.start..span.start].matches('"').count().is_multiple_of(2)
    {
        return None;
    }
    Some(match (can_open, can_close) {
        (true, false) if straight || faces_open => Side::Open,
        (false, true) if straight || !faces_open => Side::Close,
        // Faces the wrong way.
        (true, false) => Side::Either,
        (false, true) => Side::Close,
        _ if straight => Side::Either,
        _ if faces_open => Side::Open,
        _ => Side::Close,
    })
}

/// Whether a single mark is an apostrophe: between letters, or where letters are left out.
fn is_apostrophe(text: &str, block: Span, span: Span, before: Option<char>, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if letter(before) && letter(after) {
        return true;
    }
    if letter(before) || !letter(after) {
        return false;
    }
    let word: String = text[span.end..block.end].chars().take_while(|c| c.is_alphanumeric()).collect();
    let left_out =
        ["em", "til", "till", "tis", "twas", "cause", "n", "bout", "round", "er", "s", "t", "re", "ve", "ll"];
    let faces_open = text[span.range()].starts_with('‘');
    let years = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 3;
    years || (!faces_open && left_out.contains(&word.as_str()))
}
