//! A sentence in, what stands around its numbers out: the line that introduces its list, its dates, the sentence before.

use super::{Found, Verdict};
use crate::extract::dates::{DateKind, DateMention};
use crate::extract::quantities::Quantity;
use crate::extract::reading::Reading;
use crate::model::{BlockKind, Date, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A sentence with numbers, and what governs them.
pub(super) struct Setting {
    pub sentence: Span,
    pub block: usize,
    /// What the line that introduces the list says of its items.
    pub introduction: Option<Introduction>,
    /// The sentence before it in its block.
    pub previous: Option<Span>,
    /// Whether it speaks of the figure before: "This is an increase from …".
    pub refers_back: bool,
    /// The date that leads the sentence: "At 31 March 2014, …".
    lead: Option<Date>,
}

/// A line such as "At 31 March 2014, 246 children were looked after. Of this number:".
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Introduction {
    pub as_of: Option<Date>,
    /// What its own figure measures, or the thing that its items measure a part of.
    pub measure: Option<String>,
    pub unit: Option<String>,
}

/// The introduction in force, found once a block.
#[derive(Default)]
pub(super) struct Introductions {
    current: Option<(usize, Introduction)>,
}

impl Introductions {
    pub fn setting(&mut self, reading: &Reading, sentence: Span, found: &[Found]) -> Setting {
        let document = reading.document;
        let block = document.block_index(sentence.start);
        let sentences = document.blocks().get(block).map_or(&[][..], |block| document.sentences_of(block));
        let at = sentences.partition_point(|other| other.start < sentence.start);
        let words = document.words(sentence);
        Setting {
            sentence,
            block,
            introduction: self.introduction(reading, block, found),
            previous: at.checked_sub(1).map(|before| sentences[before]),
            refers_back: REFERS_BACK.is_match(words),
            lead: lead_date(reading, sentence),
        }
    }

    fn introduction(&mut self, reading: &Reading, block: usize, found: &[Found]) -> Option<Introduction> {
        let blocks = reading.document.blocks();
        if !matches!(blocks.get(block)?.kind, BlockKind::ListItem { .. }) || !continues(reading, block) {
            return None;
        }
        let mut introducing = None;
        for index in (block.saturating_sub(40)..block).rev() {
            if blocks[index].kind.is_heading() {
                break;
            }
            if reading.document.words(blocks[index].span).ends_with(':') {
                introducing = Some(index);
                break;
            }
            if !matches!(blocks[index].kind, BlockKind::ListItem { .. } | BlockKind::Footnote { .. }) {
                break;
            }
        }
        let introducing = introducing?;
        if self.current.as_ref().is_none_or(|(index, _)| *index != introducing) {
            self.current = Some((introducing, introduction(reading, introducing, found)));
        }
        self.current.as_ref().map(|(_, introduction)| introduction.clone())
    }
}

/// Whether a list item goes on with the line above it: it begins in lower case or with a number.
fn continues(reading: &Reading, block: usize) -> bool {
    let span = reading.document.blocks()[block].span;
    let words = reading.document.words(span);
    let at = reading.quantities.partition_point(|quantity| quantity.number.start < span.start);
    words.starts_with(char::is_lowercase)
        || reading.quantities.get(at).is_some_and(|quantity| quantity.span.start == span.start)
}

fn introduction(reading: &Reading, block: usize, found: &[Found]) -> Introduction {
    let span = reading.document.blocks()[block].span;
    let own = found.iter().filter(|found| span.covers(found.span)).find_map(|found| match &found.verdict {
        Verdict::Figure(figure) => Some(figure),
        _ => None,
    });
    if let Some(figure) = own {
        return Introduction {
            as_of: figure.as_of,
            measure: Some(figure.measure.clone()),
            unit: Some(figure.unit.clone()),
        };
    }
    let words = reading.document.words(span).trim_end_matches(':');
    let period = PERIOD.is_match(words);
    let date = reading.dates.iter().find(|date| span.covers(date.span) && date.kind != DateKind::Relative);
    Introduction {
        as_of: date.filter(|_| !period).and_then(DateMention::as_of),
        measure: (!period && words.split(' ').count() < 30)
            .then(|| super::measure::without_lead(words).to_owned()),
        unit: None,
    }
}

fn lead_date(reading: &Reading, sentence: Span) -> Option<Date> {
    let at = reading.dates.partition_point(|date| date.span.start < sentence.start);
    let date = reading.dates.get(at).filter(|date| date.span.end <= sentence.end)?;
    let before = reading.document.words(Span::new(sentence.start, date.span.start));
    (date.kind != DateKind::Relative && LEAD.is_match(before)).then(|| date.as_of()).flatten()
}

impl Setting {
    /// The date that the text gives a quantity's value.
    pub fn as_of(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        let clause = || self.date_in_clause(reading, quantity);
        let listed = || self.introduction.as_ref().and_then(|introduction| introduction.as_of);
        self.own_date(reading, quantity).or(self.lead).or_else(clause).or_else(listed)
    }

    /// The date right beside a quantity: "147 at 31 March 2013", "63% (2015/16)".
    pub fn own_date(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        let document = reading.document;
        let at = reading.dates.partition_point(|date| date.span.start < quantity.span.end);
        let next = reading.dates.get(at).filter(|date| date.span.end <= self.sentence.end);
        let beside = next.filter(|date| {
            date.kind != DateKind::Relative
                && BESIDE.is_match(document.words(Span::new(quantity.span.end, date.span.start)))
        });
        let before = at
            .checked_sub(1)
            .map(|index| &reading.dates[index])
            .filter(|date| date.span.start >= self.sentence.start);
        let just_before = before.filter(|date| {
            date.kind != DateKind::Relative
                && date.span.end <= quantity.span.start
                && JUST_BEFORE.is_match(document.words(Span::new(date.span.end, quantity.span.start)))
        });
        beside.or(just_before).and_then(DateMention::as_of)
    }

    /// A date that stands later in the quantity's clause, or earlier in it.
    fn date_in_clause(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        let document = reading.document;
        let numbers = |from: usize, to: usize| {
            reading.quantities.iter().any(|other| from <= other.number.start && other.number.start < to)
        };
        let within = |date: &&DateMention| date.kind != DateKind::Relative && self.sentence.covers(date.span);
        let first = reading.dates.partition_point(|date| date.span.start < self.sentence.start);
        let dates = reading.dates[first..]
            .iter()
            .take_while(|date| date.span.start < self.sentence.end)
            .filter(within);
        for date in dates {
            let preposition = document.words(Span::new(self.sentence.start, date.span.start));
            if !AT_A_TIME.is_match(preposition) {
                continue;
            }
            let (from, to) = if date.span.start > quantity.number.end {
                (quantity.number.end, date.span.start)
            } else {
                (date.span.end, quantity.number.start)
            };
            let between = document.words(Span::new(from.min(to), to));
            if between.len() < 160
                && !numbers(from, to)
                && !between.contains([';', '.'])
                && !between.contains(", ")
            {
                return date.as_of();
            }
        }
        None
    }

    /// The date of "This is the same number as at …", in the sentence after this one.
    pub fn same_as(&self, reading: &Reading) -> Option<Date> {
        let document = reading.document;
        let block = document.blocks().get(self.block)?;
        let sentences = document.sentences_of(block);
        let next = sentences.get(sentences.partition_point(|other| other.start <= self.sentence.start))?;
        if !SAME.is_match(document.words(*next)) {
            return None;
        }
        let at = reading.dates.partition_point(|date| date.span.start < next.start);
        reading.dates.get(at).filter(|date| date.span.end <= next.end).and_then(DateMention::as_of)
    }
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

static REFERS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:This|That|It|These|Which|The (?:figure|rate|number))(?: also)? (?:is|was|are|were|represents?|represented|shows?|showed|compares?|compared|has|had)\b[^.]{0,60}?(?:increas|reduc|decreas|ris|rose|fall|fell|drop|improve|declin|deteriorat|compar|higher|lower|better|worse|more than|less than|fewer|in line|similar|above|below|up from|down from|same)",
    )
});
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:in|over|during|within) the (?:last|past|previous|preceding|12|twelve)\b")
});
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:However|Also|For example|Currently|Similarly|Overall),? )?(?:As )?(?i:in|at|on|of|during|by|for|to|from|as of|as at|between|throughout)(?: the)?(?: (?:end|start|beginning|close|month|year|quarter|period|academic year|financial year|school year|calendar year)(?: (?:of|ending|ended|to))?)? ?(?:the )?$",
    )
});
static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: ?\([^)]*\))?[ ,(\[]*(?:(?:as )?(?:in|at|on|of|during|by|for|to|from|between|over|throughout)? ?(?:the )?(?:(?:end|close) of |(?:financial |academic |calendar |school )?(?:year|quarter|month|period) ?(?:of |ending |ended |to |up to )?)?)(?:the )?$",
    )
});
static JUST_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: ?\(|: ?| was | were | there were | there was | it was | is | it is |, it was )(?:a rate of |at )?$",
    )
});
static AT_A_TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?i:in|at|during|for|on|by|as of|as at|end of)(?: the)?(?: (?:end of|(?:financial |academic |calendar )?year|quarter|month)(?: (?:of|ending|ended|to))?)? ?(?:the )?$",
    )
});
static SAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:This|It|That) (?:is|was) the same (?:number |rate |figure |proportion |percentage )?(?:as|of)\b",
    )
});
