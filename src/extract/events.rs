//! A reading in, its events out: what the text says happened at a date.
//!
//! A date in an Act's title, in a footnote's reference or in an imprint says when a text was made, not when something
//! happened, and gives no event; nor does one that the document does not settle.

mod label;

use super::dates::{DateKind, DateMention, is_of_a_law};
use super::details;
use super::figures::window;
use super::reading::Reading;
use crate::extract::patterns::{ends_near, pattern};
use crate::model::{Block, BlockKind, Date, Document, Event, Fact, FactValue, Span};
use label::what;
use regex::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Why a date gives no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEvent {
    Unsettled,
    Relative,
    Title,
    Imprint,
    Note,
    Again,
    Recurring,
    Ends,
    Tabled,
}

impl NoEvent {
    /// In a sentence for people.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Unsettled => "the document does not settle the year of this date",
            Self::Relative => "the date is only told from another one",
            Self::Title => "the year belongs to the title of a law, a plan or a publication",
            Self::Imprint => "the year belongs to the imprint",
            Self::Note => "the date stands in a footnote",
            Self::Recurring => "what happens every year happened at no date",
            Self::Tabled => "the year heads a column or a row of numbers",
            Self::Ends => "the date ends the period that the one before it begins",
            Self::Again => "the same was said at the same date before",
        }
    }
}

/// The rule `dated-event`.
pub(crate) fn dated_events(reading: &Reading) -> Vec<Fact> {
    let events = verdicts(reading).into_iter().filter_map(|(span, verdict)| {
        Some(Fact::new(reading.document, FactValue::Event(verdict.ok()?), span, "dated-event"))
    });
    events.collect()
}

/// What became of each date of the document, in order.
pub fn verdicts(reading: &Reading) -> Vec<(Span, Result<Event, NoEvent>)> {
    let mut told = HashSet::new();
    let mut before: Option<(Span, String)> = None;
    let verdict = |(index, date): (usize, &DateMention)| {
        let former = index.checked_sub(1).map(|former| &reading.dates[former]);
        if former.is_some_and(|former| is_period(reading, former, date)) {
            return (date.span, Err(NoEvent::Ends));
        }
        let last = reading.dates.get(index + 1).filter(|last| is_period(reading, date, last));
        let mut whole = date.clone();
        if let Some(last) = last {
            whole.span = date.span.to(last.span);
            whole.end = last.value;
        }
        let event = event(reading, &whole).map(|event| continued(reading, date, event, before.as_ref()));
        if let Ok(event) = &event {
            before = Some((date.span, event.what.clone()));
        }
        let again = event.as_ref().is_ok_and(|event| !told.insert(identity(reading, event)));
        (date.span, if again { Err(NoEvent::Again) } else { event })
    };
    reading.dates.iter().enumerate().map(verdict).collect()
}

/// "between 2010 and 2014", "from May 2012 through to May 2015": two dates that are one period.
fn is_period(reading: &Reading, first: &DateMention, last: &DateMention) -> bool {
    let complete = |date: &DateMention| date.kind == DateKind::Complete && date.end.is_none();
    // "Between Monday, May 6 and Friday, May 10, 2024": the year stands behind the second.
    let to_day = first.value.is_some_and(|value| value.day_number().is_some()) && first.end.is_none();
    // "between May 13 and May 24": of days both may leave their year open.
    let of_day = last.value.is_some_and(|value| value.day_number().is_some()) && last.end.is_none();
    let days = to_day && of_day && last.kind == DateKind::Yearless;
    if !(complete(first) || to_day)
        || !(complete(last) || days)
        || first.value.is_none()
        || first.value >= last.value
    {
        return false;
    }
    let text = reading.document.text();
    let between = &text[first.span.end.min(last.span.start)..last.span.start];
    let before = text[..first.span.start].trim_end();
    let led = |word: &str| {
        let from = before.len().checked_sub(word.len());
        from.and_then(|from| before.get(from..)).is_some_and(|lead| lead.eq_ignore_ascii_case(word))
    };
    match between.trim() {
        "and" => led("between"),
        "to" | "until" | "through to" => led("from") || led("period"),
        _ => false,
    }
}

/// What makes two events one: the inspection itself, its publication and earlier inspections are told many times.
fn identity(reading: &Reading, event: &Event) -> (Date, Option<Date>, String) {
    let details = &reading.details;
    let own =
        details.event_start == Some(event.start) && event.end == details.event_end && event.end.is_some();
    let published =
        details.published == Some(event.start) && event.end.is_none() && event.start.day_number().is_some();
    // "She resigned today (9 April)": news of the day on which it was published.
    let published = published && (details::is_formal(details.kind) || is_publication(&event.what));
    let head = event.what.rsplit(' ').next().unwrap_or("").to_lowercase();
    let visit = ["inspection", "visit", "review", "ilacs", "jtai", "sif"]
        .iter()
        .find(|word| head.trim_end_matches('s') == **word);
    let what = match visit {
        _ if own || published => String::new(),
        Some(visit) if event.what.split(' ').count() <= 6 => (*visit).to_owned(),
        _ => event.what.to_lowercase(),
    };
    (event.start, event.end, what)
}

/// Whether the words of a dateline, or of a sentence on what was published, tell of no more than that.
fn is_publication(what: &str) -> bool {
    let told = ["publish", "release", "issued", "posted", "updated"];
    what.split(' ').count() <= 4 || told.iter().any(|word| what.to_lowercase().contains(word))
}

/// "This is an increase from 189 at …" says of 189 what the event before it says of its number.
fn continued(reading: &Reading, date: &DateMention, event: Event, before: Option<&(Span, String)>) -> Event {
    let document = reading.document;
    let sentence = document.sentence_at(date.span.start);
    let words = document.words(sentence);
    let number = words
        .find(|c: char| c.is_ascii_digit())
        .filter(|_| words.starts_with("This ") || words.starts_with("It "));
    let same_block =
        before.filter(|(span, _)| document.block_index(span.start) == document.block_index(date.span.start));
    let (Some(number), Some((_, what))) = (number, same_block) else { return event };
    let len = |text: &str| {
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '%'))).unwrap_or(text.len())
    };
    let (own, theirs) = (&words[number..], len(what));
    let number = own[..len(own)].trim_end_matches([',', '.']);
    if theirs == 0 || sentence.start + words.len() - own.len() >= date.span.start {
        return event;
    }
    // The rate in brackets is that of the other number.
    let (what, bracketed) = what[theirs..].split_once(" (").unwrap_or((&what[theirs..], ""));
    let behind = bracketed.split_once(')').map_or("", |(_, behind)| behind);
    Event { what: format!("{number}{what}{behind}"), ..event }
}

fn event(reading: &Reading, date: &DateMention) -> Result<Event, NoEvent> {
    let document = reading.document;
    let block = document.block_at(date.span.start);
    if block.is_some_and(|block| matches!(block.kind, BlockKind::Footnote { .. } | BlockKind::Caption)) {
        return Err(NoEvent::Note);
    }
    let day = date.is_weekday() && !is_week_or_dated(document, date.span)
        || is_day_before_print(document, date.span) && !is_quoted(document, date.span);
    if date.kind == DateKind::Relative && !day {
        return Err(NoEvent::Relative);
    }
    let value = date.value.ok_or(NoEvent::Unsettled)?;
    if block.is_some_and(|block| is_column_or_row(document, block, date.span)) {
        return Err(NoEvent::Tabled);
    }
    let sentence = window(document, document.sentence_at(date.span.start).to(date.span), date.span);
    let before = document.words(Span::new(sentence.start, date.span.start));
    let after = document.words(Span::new(date.span.end, sentence.end));
    if ends_near(&IMPRINT, before, &['.'], 40) {
        return Err(NoEvent::Imprint);
    }
    // "the annual race in July", but not "annual reviews were late in July 2019".
    let year = document.words(date.span).bytes().filter(u8::is_ascii_digit).count() >= 4;
    if RECURRING.is_match(before) && (!year || !before.ends_with("in ")) {
        return Err(NoEvent::Recurring);
    }
    if is_of_a_law(before) || value.month_number().is_none() && in_title(before, after) {
        return Err(NoEvent::Title);
    }
    let (start, end) = period(value, date.end);
    let published = reading.details.published == Some(value) && date.end.is_none();
    if published && block.is_some_and(|block| is_dateline(document, block)) {
        return Ok(Event { start, end, what: "Published".to_owned() });
    }
    Ok(Event { start, end, what: what(reading, sentence, date.span) })
}

/// "made public yesterday": the day before news was printed.
fn is_day_before_print(document: &Document, day: Span) -> bool {
    let word = document.words(day).to_lowercase();
    let after = &document.text()[day.end..];
    word == "yesterday" && !after.starts_with(['’', '\'', '-'])
}

/// Whether a place stands in speech: whose "today" it is, its speaker knows.
fn is_quoted(document: &Document, place: Span) -> bool {
    let block = document.block_at(place.start).map_or(place.start, |block| block.span.start);
    let before = document.words(Span::new(block.min(place.start), place.start));
    before.matches('“').count() > before.matches('”').count() || before.matches('"').count() % 2 == 1
}

/// "Monday to Friday", "every Monday", "Monday (10 March)": a day of any week, or of a date that stands beside it.
fn is_week_or_dated(document: &Document, day: Span) -> bool {
    let sentence = document.sentence_at(day.start);
    let before = document.words(Span::new(sentence.start.min(day.start), day.start));
    let after = document.words(Span::new(day.end, sentence.end.max(day.end)));
    // "Missing Monday meetings": a part of a name.
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let name = last.len() > 2 && last.trim_start_matches(['‘', '“']).starts_with(char::is_uppercase);
    name || EVERY.is_match(before)
        || after.starts_with(" (")
        || after.starts_with(" to ")
        || after.starts_with(" – ")
}

static EVERY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?:\b(?:every|each|any|a)|day (?:to|and|or)) $"));

/// Whether a block says no more than who wrote the document and when it was published.
fn is_dateline(document: &Document, block: &Block) -> bool {
    block.kind == BlockKind::Byline || details::is_dateline(document.words(block.span))
}

/// Whether a date stands in the head of a table, or is a year that heads a column or a row of numbers.
fn is_column_or_row(document: &Document, block: &Block, date: Span) -> bool {
    let BlockKind::TableRow { cells, header, .. } = &block.kind else { return false };
    if *header {
        return true;
    }
    let is_year = |cell: &Span| {
        let words = document.words(*cell).trim();
        words.len() >= 4 && words.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'))
    };
    let numbers = |cell: &&Span| !document.words(**cell).contains(char::is_alphabetic);
    let own = cells.iter().position(|cell| cell.covers(date) && is_year(cell));
    own.is_some()
        && (cells.iter().filter(|cell| is_year(cell)).count() > 1
            || cells.iter().filter(numbers).count() == cells.len())
}

/// A financial year as its first and last year.
fn period(start: Date, end: Option<Date>) -> (Date, Option<Date>) {
    if start.is_financial_year() && end.is_none() {
        let year = start.year_number();
        return (Date::year(year), Some(Date::year(year.saturating_add(1))));
    }
    // "Between 2012/13 and 2013/14": from the first year of the one to the last of the other.
    if let Some(last) = end.filter(|end| start.is_financial_year() && end.is_financial_year()) {
        return (Date::year(start.year_number()), Some(Date::year(last.year_number().saturating_add(1))));
    }
    (start, end)
}

/// "Working Together 2015", "(DfE 2013)", "the 2012 Games": the year is part of a name.
fn in_title(before: &str, after: &str) -> bool {
    // "[2013] EWCA Civ 1146": the year of a law report.
    if before.ends_with('[') && after.starts_with(']') {
        return true;
    }
    let quoted = || before.rfind('‘').is_some_and(|open| !before[open..].contains('’'));
    after.starts_with('’') && quoted()
        || NAME_BEFORE.is_match(before)
        || before.ends_with("the ") && NAME_AFTER.is_match(after)
}

static IMPRINT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:©|\(c\)|copyright)"));
static NAME_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:Together|Children|Plan|Strategy|Framework|Guidance|Programme|Review|Protocol|Charter|Vision|Pledge|Games|Cup|Edition|Version|Priorities)['’”]?,? ?$|\((?:[A-Z]\w*,? ?){1,4}$)",
    )
});
static NAME_AFTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ (?:[A-Z]|ones?\b)"));
static RECURRING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:every|each|annual(?:ly)?[^.;]{0,60} (?:in|every|each)) $"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;
    use crate::model::Vocabulary;

    fn found(text: &str) -> String {
        let document = sample::document(text);
        let vocabulary = Vocabulary::default();
        let reading = Reading::new(&document, &vocabulary);
        let shown = |event: Event| match event.end {
            Some(end) => format!("{}..{end} {}", event.start, event.what),
            None => format!("{} {}", event.start, event.what),
        };
        verdicts(&reading)
            .into_iter()
            .filter_map(|(_, event)| event.ok())
            .map(shown)
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn a_day_of_the_week_is_settled_by_that_of_the_document() {
        let told = |text: &str| found(&format!("By Ann Bell\n\n22 November 2023\n\n{text}"));
        let ends = |text: &str, end: &str| {
            let events = told(text);
            assert!(events.ends_with(end), "{text}: {events}");
        };
        ends("The board met on Monday.", "2023-11-20 The board met");
        ends("A new head begins on Monday.", "2023-11-27 A new head begins");
        ends("The office is open Monday to Friday.", "Published");
        ends(
            "Wardens came between May 13 and May 24 and found leaks.",
            "2023-05-13..2023-05-24 Wardens came",
        );
        ends("A plan has to be submitted by January 31.", "2024-01-31 A plan has to be submitted");
        ends("The verdict, made public yesterday, was bad.", "2023-11-21 The verdict, made public");
        ends("“We met yesterday,” she said.", "Published");
        ends("The board met on Monday (20 November).", "2023-11-20 The board met on Monday");
    }

    #[test]
    fn what_has_no_subject_is_told_with_the_one_before_it() {
        for (text, expected) in [
            (
                "The yearly report for 2013–14 has not been published.",
                "2013..2014 The yearly report has not been published",
            ),
            (
                "The port is getting better, and has lost few boats since 2012.",
                "2012 The port has lost few boats",
            ),
            (
                "In all, 263 boats lay there by the quay that day, which is a rise from the 201 that lay there at 31 March 2015.",
                "2015-03-31 201 that lay there",
            ),
            (
                "A survey in May 2014 of 12 boats found that they were dry.",
                "2014-05 A survey of 12 boats found that they were dry",
            ),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_with_what_happened() {
        assert_eq!(found("Inspection dates: 3 to 7 June 2019"), "2019-06-03..2019-06-07 Inspection dates");
        assert_eq!(found("Since the last inspection in 2018, much improved."), "2018 last inspection");
        assert_eq!(found("It had 15,600 visits in March 2020."), "2020-03 15,600 visits");
        assert_eq!(
            found("The director has been in post since March 2008."),
            "2008-03 The director has been in post"
        );
        assert_eq!(found("In 2013–14, 29 carers were approved."), "2013..2014 29 carers were approved");
        assert_eq!(
            found("It has a new chief in May 2014, a new warden in June 2015 and a new chair in 2016."),
            "2014-05 It has a new chief; 2015-06 a new warden; 2016 a new chair"
        );
        assert_eq!(
            found("Inspectors met them in May 2018 and heard the crews."),
            "2018-05 Inspectors met them"
        );
        assert_eq!(
            found("Ann Bell, who joined the crew in May 2019, leaves it soon."),
            "2019-05 Ann Bell, who joined the crew"
        );
        assert_eq!(found("The quay, in June 2019, was closed."), "2019-06 The quay was closed");
        assert_eq!(
            found("The crew has until May 2019 to send its plan."),
            "2019-05 The crew has to send its plan"
        );
        assert_eq!(
            found("Over the period from 2012 to 2014, few boats were lost."),
            "2012..2014 few boats were lost"
        );
    }

    #[test]
    fn who_is_looked_after_is_told_whole() {
        assert_eq!(found("Boats looked after in May 2012 were dry."), "2012-05 Boats looked after were dry");
    }

    #[test]
    fn two_dates_may_be_one_period() {
        assert_eq!(found("Between 2012/13 and 2013/14 it grew."), "2012..2014 it grew");
        assert_eq!(found("Between 2010 and 2014 it grew."), "2010..2014 it grew");
        assert_eq!(
            found("It met between Monday, May 6 and Friday, May 10, 2024."),
            "2024-05-06..2024-05-10 It met"
        );
        assert_eq!(found("It met in 2010 and 2014."), "2010 It met; 2014 It met in 2010");
    }

    #[test]
    fn a_number_compared_says_nothing_of_the_others_rate() {
        assert_eq!(
            found(
                "At 31 May 2016, 90 boats (a rate of 4 per 100) sailed. This is a rise from 70 at 31 May 2015."
            ),
            "2016-05-31 90 boats (a rate of 4 per 100) sailed; 2015-05-31 70 boats sailed"
        );
    }

    #[test]
    fn the_same_inspection_is_one_event() {
        assert_eq!(
            found("The last inspection in 2018 was hard. After the inspection in 2018 it improved."),
            "2018 last inspection"
        );
    }

    #[test]
    fn dates_of_texts_are_no_events() {
        assert_eq!(found("It follows the Children Act 1989 and © Crown copyright 2014."), "");
        assert_eq!(found("In Re H [2013] EWHC 46 the judge was brief."), "");
        assert_eq!(found("An award is given every July."), "");
        assert_eq!(found("It changed last year."), "");
        assert_eq!(found("Annual checks were late in May 2019."), "2019-05 Annual checks");
    }
}
