//! A list's item in, what the line that introduces the list says of it out.

use super::setting::LEAD;
use super::{Found, Verdict};
use crate::extract::dates::{DateKind, DateMention};
use crate::extract::patterns::pattern;
use crate::extract::reading::Reading;
use crate::model::{BlockKind, Date, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A line such as "At 31 March 2014, 246 children were looked after. Of this number:".
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Introduction {
    pub as_of: Option<Date>,
    /// What its own figure measures, or the thing that its items measure a part of.
    pub measure: Option<String>,
    pub unit: Option<String>,
    /// Whether its items count: it ends a count ("Of this number:") or names a period ("In the last 12 months:").
    pub counts: bool,
}

/// The introduction in force, found once a block.
#[derive(Default)]
pub(super) struct Introductions {
    current: Option<(usize, Introduction)>,
}

impl Introductions {
    pub fn introduction(&mut self, reading: &Reading, block: usize, found: &[Found]) -> Option<Introduction> {
        let blocks = reading.document.blocks();
        let words = reading.document.words(blocks.get(block)?.span);
        let lower = words.starts_with(char::is_lowercase) || PLACE_ITEM.is_match(words);
        let counted = begins_with_number(reading, block);
        let part = OF_THIS_NUMBER.is_match(words);
        if !matches!(blocks[block].kind, BlockKind::ListItem { .. }) || !(lower || counted || part) {
            return None;
        }
        let mut introducing = part.then(|| block.checked_sub(1)).flatten();
        for index in (block.saturating_sub(40)..block).rev().take_while(|_| !part) {
            if blocks[index].kind.is_heading() {
                break;
            }
            let earlier = reading.document.words(blocks[index].span);
            if earlier.ends_with(':') {
                // "Of this number:" alone speaks of the count in the block before it.
                let of_those = earlier.starts_with("Of th") && earlier.len() < 30;
                introducing = if of_those { index.checked_sub(1) } else { Some(index) };
                break;
            }
            if OF_THIS_NUMBER.is_match(earlier) {
                introducing = index.checked_sub(1);
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
        let introduction = self.current.as_ref().map(|(_, introduction)| introduction);
        introduction.filter(|introduction| introduction.counts || lower && !counted).cloned()
    }
}

fn begins_with_number(reading: &Reading, block: usize) -> bool {
    let start = reading.document.blocks()[block].span.start;
    let at = reading.quantities.partition_point(|quantity| quantity.number.start < start);
    reading.quantities.get(at).is_some_and(|quantity| quantity.span.start == start)
}

fn introduction(reading: &Reading, block: usize, found: &[Found]) -> Introduction {
    let span = reading.document.blocks()[block].span;
    let within = found.partition_point(|found| found.span.start < span.start);
    let own = found[within..].iter().filter(|found| span.covers(found.span)).find_map(|found| {
        match &found.verdict {
            Verdict::Figure(figure) => Some(figure),
            _ => None,
        }
    });
    if let Some(figure) = own {
        return Introduction {
            as_of: figure.as_of,
            measure: Some(figure.measure.clone()),
            unit: Some(figure.unit.clone()),
            counts: true,
        };
    }
    let words = reading.document.words(span).trim_end_matches(':');
    let period = PERIOD.is_match(words);
    let first = reading.dates.partition_point(|date| date.span.start < span.start);
    let mut dates = reading.dates[first..].iter().take_while(|date| date.span.end <= span.end);
    // "The Plan 2013–2015 shows that:" names no time.
    let titled = |date: &DateMention| TITLED.is_match(&reading.document.text()[span.start..date.span.start]);
    let date = dates.find(|date| date.kind != DateKind::Relative && !titled(date));
    // "At 31 March 2014:" says when, and no more.
    let timed = date.is_some_and(|date| {
        date.span.end == span.start + words.len() && LEAD.is_match(words_before(reading, span, date))
    });
    // "In the 12 months to 31 March 2013:", but not "In the last 12 months:".
    let ends = |date: &&DateMention| {
        let lead = words_before(reading, span, date);
        [" to ", " to the end of ", " ending ", " ended ", " up to "].iter().any(|end| lead.ends_with(end))
    };
    Introduction {
        as_of: date.filter(|date| !period || ends(date)).and_then(DateMention::as_of),
        measure: (!period && !timed && !SAYS.is_match(words) && words.split(' ').count() < 30)
            .then(|| super::measure::without_lead(words).to_owned()),
        unit: None,
        counts: period || timed,
    }
}

fn words_before<'a>(reading: &'a Reading, block: Span, date: &DateMention) -> &'a str {
    reading.document.words(Span::new(block.start, date.span.start))
}

/// "In primary schools is 17%": an item that goes on from its line though it begins with a capital.
static PLACE_ITEM: LazyLock<Regex> = LazyLock::new(|| pattern(r"^In [a-z ]{3,40} (?:is|was|it is) [0-9]"));
/// An item that goes on from the one above it, and after which others do.
static OF_THIS_NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^Of (?:this number|these),? [0-9a-z]"));
/// "In response to questions, the director said that:" names nothing that is measured.
static SAYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:said|says|(?:told|advised|informed) [^.,;:]{2,40}?|heard|noted|confirmed|reported|explained|added|highlighted|points? out)(?: that)?$",
    )
});
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:in|over|during|within) the (?:last|past|previous|preceding|12|twelve)\b")
});
static TITLED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:Plan|Strategy|Framework|Programme|Review|Vision|Charter)['’]?,? ?\(?$"));
