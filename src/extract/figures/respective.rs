//! A number in, the date out that stands for it where several numbers and as many dates stand in two rows: "31, 28 and 40
//! in 2013, 2014 and 2015", "between 2012 and 2014 it rose from 24 to 48".

use crate::extract::dates::{DateKind, DateMention};
use crate::extract::quantities::{Quantity, Unit};
use crate::extract::reading::{Reading, within};
use crate::model::{Date, Document, Span};

/// The date of a number by its place in its row.
pub(super) fn date(reading: &Reading, sentence: Span, quantity: &Quantity) -> Option<Date> {
    let dates = within(&reading.dates, sentence, |date| date.span.start);
    let settled = dates.iter().all(|date| date.kind != DateKind::Relative);
    if let Some(date) = led_each(reading, sentence, quantity, dates) {
        return date.as_of();
    }
    match dates {
        [] => None,
        [range] if range.end.is_none() => None,
        _ if !settled => None,
        [range] => changed_between(reading, sentence, quantity, range, [range.value, range.end]),
        [first, last] if follows_between(reading.document, sentence, first, last) => {
            changed_between(reading, sentence, quantity, first, [first.as_of(), last.as_of()])
        }
        _ => in_row(reading, sentence, quantity, dates),
    }
}

/// "(August 64%, September 77% and October 88%)": of several numbers each behind its date, the date of this one.
fn led_each<'a>(
    reading: &Reading,
    sentence: Span,
    quantity: &Quantity,
    dates: &'a [DateMention],
) -> Option<&'a DateMention> {
    let led = |number: &Quantity| {
        let at = dates.partition_point(|date| date.span.end <= number.span.start).checked_sub(1)?;
        let between = Span::new(dates[at].span.end, number.span.start);
        matches!(reading.document.words(between), " " | ": " | " – ").then_some(&dates[at])
    };
    let of_kind = |other: &&Quantity| other.unit == Unit::Percent;
    let own = Some(quantity).filter(of_kind).and_then(led)?;
    let all = within(&reading.quantities, sentence, |other| other.number.start);
    (all.iter().filter(of_kind).filter_map(led).count() > 1).then_some(own)
}

fn in_row(reading: &Reading, sentence: Span, quantity: &Quantity, dates: &[DateMention]) -> Option<Date> {
    let document = reading.document;
    let numbers = numbers(reading, sentence, quantity)?;
    let at = numbers.iter().position(|other| other.number == quantity.number)?;
    let row = numbers[0].span.to(numbers[numbers.len() - 1].span);
    let said = document.words(sentence).contains("respectively");
    let fits = |dates: &&[DateMention]| {
        let whole = dates[0].span.to(dates[dates.len() - 1].span);
        let (first, last) = if whole.start < row.start { (whole, row) } else { (row, whole) };
        let between = document.words(Span::new(first.end.min(last.start), last.start));
        dates.len() == numbers.len()
            && (said || between.len() < 45 && !between.contains(['.', ';', '(', ':']))
    };
    let row = dates.chunk_by(|one, next| joined(document, one.span, next.span)).find(fits)?;
    row.get(at)?.as_of()
}

/// "between 2012 and 2014".
fn follows_between(document: &Document, sentence: Span, first: &DateMention, last: &DateMention) -> bool {
    let between = Span::new(first.span.end.min(last.span.start), last.span.start);
    document.words(between) == " and " && led_by(document, sentence, first.span.start, "etween ")
}

/// What rose "from 24 to 48" between two dates was 24 on the first and 48 on the second.
fn changed_between(
    reading: &Reading,
    sentence: Span,
    quantity: &Quantity,
    range: &DateMention,
    [first, last]: [Option<Date>; 2],
) -> Option<Date> {
    let document = reading.document;
    if !led_by(document, sentence, range.span.start, "etween ") {
        return None;
    }
    let numbers = within(&reading.quantities, sentence, |other| other.number.start);
    let changed = numbers.windows(2).find(|pair| {
        let to = Span::new(pair[0].span.end.min(pair[1].span.start), pair[1].span.start);
        document.words(to) == " to " && led_by(document, sentence, pair[0].span.start, "from ")
    })?;
    match changed.iter().position(|other| other.number == quantity.number)? {
        0 => first,
        _ => last,
    }
}

fn led_by(document: &Document, sentence: Span, at: usize, word: &str) -> bool {
    document.words(Span::new(sentence.start.min(at), at)).ends_with(word)
}

/// The row of numbers in which a number stands, if it is no number alone: "61%, 66% and 72%", "31, 28 and 40 boats".
pub(super) fn numbers<'a>(
    reading: &'a Reading,
    sentence: Span,
    quantity: &Quantity,
) -> Option<&'a [Quantity]> {
    let all = within(&reading.quantities, sentence, |other| other.number.start);
    let mut rows = all.chunk_by(|one, next| {
        joined(reading.document, one.span, next.span) && (one.span.end == one.number.end || !is_count(one))
    });
    rows.find(|row| row.iter().any(|other| other.number == quantity.number)).filter(|row| row.len() > 1)
}

/// The numbers that stand before and behind a number in its row: "61%, " and " and 72%" beside 66%.
pub(super) fn beside(reading: &Reading, clause: Span, quantity: &Quantity) -> Vec<Span> {
    let dated = |row: &&[Quantity]| {
        let sentence = reading.document.sentence_at(quantity.number.start);
        !row.is_empty() && date(reading, sentence, quantity).is_some()
    };
    let Some(row) = numbers(reading, clause, quantity).filter(dated) else { return Vec::new() };
    let last = &row[row.len() - 1];
    let end = if matches!(last.unit, Unit::Counted(_)) { last.number.end } else { last.span.end };
    let before = Span::new(row[0].span.start.min(quantity.span.start), quantity.span.start);
    let after = Span::new(quantity.span.end, end.max(quantity.span.end));
    [before, after].into_iter().filter(|span| !span.is_empty()).collect()
}

fn is_count(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Counted(_) | Unit::None)
}

/// Whether a comma or "and" alone parts two things of a row.
fn joined(document: &Document, one: Span, next: Span) -> bool {
    let between = Span::new(one.end.min(next.start), next.start);
    matches!(document.words(between), ", " | " and " | ", and " | ", then " | " and then ")
}
