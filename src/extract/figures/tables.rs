//! A row of a table in, its figures out, where the table's heads say what its columns are: measures by years ("2022 |
//! 2023 | England") or years by measures ("Year | Contacts | Referrals").
//!
//! A table with any head that is none of these is left to the rules for sentences, which ask each row to speak for itself.

use super::Refusal;
use super::Verdict;
use super::measure::without_lead;
use super::unit::{kept_in, noun_at};
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Quantity, Unit, is_plural, words_of};
use crate::extract::reading::{Reading, within};
use crate::model::{Block, BlockKind, Comparison, Date, Figure, Span};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The table that was read last, so that its heads are read once.
#[derive(Default)]
pub(super) struct Tables {
    current: Option<(u32, Option<Table>)>,
}

struct Table {
    first: usize,
    /// The column that names the rows.
    key: usize,
    columns: Vec<Head>,
    keyed_by: Keys,
}

/// What the first cell of each row names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Measures,
    Periods,
}

/// What the head of a column or of a row says.
#[derive(Debug, Clone, PartialEq)]
enum Head {
    /// The values of a time.
    Period(Date),
    /// The values of nobody else, of no time that is told.
    Own,
    /// The values before those.
    Earlier,
    /// What the others are compared with.
    Comparator { label: String, date: Option<Date> },
    /// What is counted.
    Measure(Span),
    /// Ratings, changes, remarks.
    Aside,
}

impl Tables {
    /// What became of the quantities of a row, one for each; none where the row is in no table that is understood.
    pub fn verdicts(&mut self, reading: &Reading, quantities: &[Quantity]) -> Option<Vec<Verdict>> {
        let index = reading.document.block_index(quantities.first()?.number.start);
        let BlockKind::TableRow { table, cells, .. } = &reading.document.blocks().get(index)?.kind else {
            return None;
        };
        if self.current.as_ref().is_none_or(|(current, _)| current != table) {
            self.current = Some((*table, read(reading, *table, index)));
        }
        let (_, table) = self.current.as_ref()?;
        let table = table.as_ref().filter(|table| table.columns.len() == cells.len())?;
        if table.first == index {
            return Some(vec![Verdict::Refused(Refusal::Heading); quantities.len()]);
        }
        Some(Row { reading, table, cells, quantities }.verdicts())
    }
}

/// The heads of the table of which one row is at `index`, if each of them says what it is.
fn read(reading: &Reading, table: u32, index: usize) -> Option<Table> {
    let blocks = reading.document.blocks();
    let first =
        blocks[..=index].iter().rposition(|block| cells_of(block, table).is_none()).map_or(0, |at| at + 1);
    let heads = cells_of(blocks.get(first)?, table)?;
    let rows = blocks[first + 1..].iter().map_while(|block| cells_of(block, table)).take(3);
    let columns: Vec<Head> = heads.iter().map(|cell| head(reading, *cell)).collect();
    // A column of references may stand before the one that names the rows.
    let key = columns.iter().position(|head| *head != Head::Aside).unwrap_or(0);
    let key =
        if matches!(columns.get(key), Some(Head::Measure(_))) && !heads[0].is_empty() { key } else { 0 };
    let keys: Vec<Head> = rows.filter_map(|cells| cells.get(key)).map(|cell| head(reading, *cell)).collect();
    let timed = !keys.is_empty()
        && keys.iter().any(|key| matches!(key, Head::Period(_)))
        && keys.iter().all(|key| matches!(key, Head::Period(_) | Head::Comparator { .. } | Head::Own));
    let keyed_by = if timed { Keys::Periods } else { Keys::Measures };
    let table = Table { first, key, columns, keyed_by };
    (heads.len() > 1 && table.is_understood()).then_some(table)
}

fn cells_of(block: &Block, of: u32) -> Option<&[Span]> {
    match &block.kind {
        BlockKind::TableRow { table, cells, .. } if *table == of => Some(cells),
        _ => None,
    }
}

impl Table {
    fn is_understood(&self) -> bool {
        let values = &self.columns[self.key + 1..];
        match self.keyed_by {
            Keys::Periods => values.iter().all(|head| matches!(head, Head::Measure(_) | Head::Aside)),
            Keys::Measures => {
                let own = |head: &Head| matches!(head, Head::Period(_) | Head::Own);
                let told =
                    |head: &Head| matches!(head, Head::Period(_) | Head::Comparator { .. } | Head::Earlier);
                values.iter().all(|head| !matches!(head, Head::Measure(_)))
                    && values.iter().any(own)
                    && values.iter().any(told)
                    && values.iter().filter(|head| **head == Head::Own).count() <= 1
            }
        }
    }

    /// The column whose values the comparators stand beside: the latest.
    fn latest(&self) -> Option<usize> {
        let dated = self.columns.iter().enumerate().filter_map(|(at, head)| match head {
            Head::Period(date) => Some((*date, at)),
            _ => None,
        });
        dated.max().map(|(_, at)| at).or_else(|| self.columns.iter().position(|head| *head == Head::Own))
    }
}

/// What a head says: a time, whose values they are, or what is measured.
fn head(reading: &Reading, cell: Span) -> Head {
    let document = reading.document;
    let words = document.words(cell).trim();
    let dates = within(&reading.dates, cell, |date| date.span.start);
    let date = dates.last().and_then(|date| date.as_of());
    let rest = dates.iter().fold(words.to_owned(), |rest, date| rest.replace(document.words(date.span), " "));
    let rest = rest.trim();
    if let Some(found) = COMPARATOR.captures(rest).and_then(|found| found.get(1)) {
        return Head::Comparator { label: super::comparison::name(found.as_str()), date };
    }
    match date {
        Some(date) if dates.len() == 1 && TIMED.is_match(rest) => return Head::Period(date),
        Some(_) => return Head::Aside,
        None => {}
    }
    let subject = reading.details.subject.as_deref().is_some_and(|subject| {
        words.len() > 3 && subject.starts_with(words) && subject[words.len()..].starts_with([' ', ','])
    });
    if subject || OWN.is_match(words) {
        return Head::Own;
    }
    if EARLIER.is_match(words) {
        return Head::Earlier;
    }
    if ASIDE.is_match(words) || !words.contains(char::is_alphabetic) {
        return Head::Aside;
    }
    Head::Measure(cell)
}

struct Row<'a> {
    reading: &'a Reading<'a>,
    table: &'a Table,
    cells: &'a [Span],
    quantities: &'a [Quantity],
}

impl Row<'_> {
    fn verdicts(&self) -> Vec<Verdict> {
        let values: BTreeMap<usize, &Quantity> = (self.table.key + 1..self.cells.len())
            .filter_map(|column| Some((column, self.value(column)?)))
            .collect();
        let mut figures: BTreeMap<usize, Figure> = values
            .iter()
            .filter_map(|(column, quantity)| Some((*column, self.figure(*column, quantity)?)))
            .collect();
        let latest = self.table.latest();
        let mut compared: BTreeMap<usize, Span> = BTreeMap::new();
        for (column, quantity) in &values {
            let Some((target, comparison)) = self.compared(*column, quantity, latest, &figures) else {
                continue;
            };
            if let Some(figure) = figures.get_mut(&target) {
                figure.compare.push(comparison);
                compared.insert(*column, values[&target].number);
            }
        }
        let of = |quantity: &Quantity| {
            values.iter().find(|(_, other)| other.number == quantity.number).map(|(column, _)| *column)
        };
        let verdict = |quantity: &Quantity| {
            let Some(column) = of(quantity) else { return Verdict::Refused(Refusal::Tabled) };
            match (compared.get(&column), figures.get(&column)) {
                (Some(target), _) => Verdict::Compared(*target),
                (None, Some(figure)) => Verdict::Figure(figure.clone()),
                (None, None) => Verdict::Refused(Refusal::Tabled),
            }
        };
        self.quantities.iter().map(verdict).collect()
    }

    /// The one number of a cell in which nothing else stands.
    fn value(&self, column: usize) -> Option<&Quantity> {
        let cell = self.cells[column];
        let [quantity] = within(self.quantities, cell, |quantity| quantity.number.start) else { return None };
        let words = self.reading.document.words(cell);
        let number = quantity.number.start - cell.start..quantity.number.end.min(cell.end) - cell.start;
        let around = [&words[..number.start], &words[number.end..]].concat();
        AROUND.is_match(around.trim()).then_some(quantity)
    }

    fn figure(&self, column: usize, quantity: &Quantity) -> Option<Figure> {
        let (measure, head) = match self.table.keyed_by {
            Keys::Measures => (self.cells[self.table.key], self.table.columns[column].clone()),
            Keys::Periods => match self.table.columns[column] {
                Head::Measure(measure) => (measure, head(self.reading, self.cells[self.table.key])),
                _ => return None,
            },
        };
        let (as_of, place) = match head {
            Head::Period(date) => (Some(date), None),
            Head::Own => (None, None),
            Head::Comparator { label, date } if self.table.keyed_by == Keys::Periods && label != "target" => {
                (date, Some(label))
            }
            _ => return None,
        };
        let words = self.reading.document.words(measure);
        let (unit, scale) = unit(self.reading, words, quantity)?;
        let named = NUMBERED.find(words).map_or(words, |lead| &words[lead.end()..]);
        let named = IN_UNIT.replace_all(named, " ");
        let name = without_lead(named.trim()).trim_end_matches([':', '*', '.']).trim().to_owned();
        let measure_id = self.reading.words.series.measure_id(words, &unit);
        let value = quantity.value * scale;
        (!name.is_empty()).then_some(Figure {
            value,
            unit,
            measure: name,
            measure_id,
            as_of,
            place,
            approximate: None,
            compare: Vec::new(),
        })
    }

    /// What a value is compared with, and the column of that figure.
    fn compared(
        &self,
        column: usize,
        quantity: &Quantity,
        latest: Option<usize>,
        figures: &BTreeMap<usize, Figure>,
    ) -> Option<(usize, Comparison)> {
        if self.table.keyed_by == Keys::Periods {
            return None;
        }
        let (label, date) = match &self.table.columns[column] {
            Head::Comparator { label, date } => (Some(label.clone()), *date),
            Head::Earlier => (None, None),
            _ => return None,
        };
        let same_time =
            date.and_then(|date| self.table.columns.iter().position(|head| *head == Head::Period(date)));
        let target = same_time.or(latest).filter(|target| figures.contains_key(target))?;
        let words = self.reading.document.words(self.cells[self.table.key]);
        let (unit, scale) = unit(self.reading, words, quantity).unwrap_or((String::new(), 1.0));
        let alike = quantity.unit == Unit::None || unit == figures[&target].unit;
        let value = quantity.value * scale;
        alike.then_some((target, Comparison { value, as_of: date, label }))
    }
}

/// The unit of a value of a measure, with what a bare number of it is to be multiplied by.
fn unit(reading: &Reading, measure: &str, quantity: &Quantity) -> Option<(String, f64)> {
    if quantity.unit != Unit::None {
        return quantity.unit_name(reading.document).map(|unit| (unit, 1.0));
    }
    if let Some(rate) = RATE.captures(measure).and_then(|found| found.get(1)) {
        return Some((format!("per {}", rate.as_str()), 1.0));
    }
    if PERCENT.is_match(measure) {
        return Some(("%".to_owned(), 1.0));
    }
    if let Some(money) = MONEY.captures(measure) {
        let scale = match money.get(1).map_or("", |scale| scale.as_str()) {
            "m" | " million" | " millions" => 1e6,
            "k" | "000" | "'000" | "’000" | "000s" | "'000s" | "’000s" | " thousand" => 1e3,
            _ => 1.0,
        };
        return Some(("GBP".to_owned(), scale));
    }
    if let Some(time) = TIME.captures(measure).and_then(|found| found.get(1).or(found.get(2))) {
        return Some((time.as_str().to_lowercase(), 1.0));
    }
    if let Some(held) = kept_in(measure) {
        return Some((held, 1.0));
    }
    if UNCOUNTED.is_match(measure) {
        return None;
    }
    let measure = NUMBERED.find(measure).map_or(measure, |lead| &measure[lead.end()..]);
    let counted = without_lead(measure);
    let counted = COUNT_OF.find(counted).map_or(counted, |lead| &counted[lead.end()..]);
    noun_at(counted).or_else(|| first_plural(counted)).map(|noun| (uncapitalised(&noun), 1.0))
}

/// The first plural of a name: "visits" of "Health visiting visits".
fn first_plural(words: &str) -> Option<String> {
    let plural = words_of(words, 0).map(|(_, word)| word).find(|word| is_plural(word))?;
    Some(plural.to_owned())
}

/// "Contacts" as it stands within a sentence; "EHC plans" stays.
fn uncapitalised(noun: &str) -> String {
    let mut letters = noun.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(noun.chars().skip(1)).collect()
        }
        _ => noun.to_owned(),
    }
}

/// All that may stand in a cell beside its number: its unit and the mark of a note.
static AROUND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[£$€~*+†‡^]*(?:%|per ?cent|days|weeks|months|years|hours|m|k|bn)? ?[*†‡^pr]?$")
});
static COMPARATOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:the |all )?(england|english|national(?:ly)?|statistical neighbours?|stat(?:\.|istical)? ?n(?:eighbours?|\.|)s?|SNs?|regional|region|comparators?|target|north east|north west|yorkshire(?: and| &) (?:the )?humber|east midlands|west midlands|east of england|south east|south west|london|inner london|outer london)(?: (?:average|avg\.?|mean|median|rate|figure|value|authorities|performance))?,?(?: ?\(?(?:%|at|as at|in|for)?\)?)?$",
    )
});
/// What may stand beside a date in the head of a column of its values.
static TIMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:as |as at|at|to|on|in|for|the|end|of|year|years|ending|ended|quarter|month|academic|financial|calendar|actual|outturn|performance|result|value|provisional|final|latest|YTD|average|year to date|number|no\.?|total|rate|percentage|%|\(|\)|,|:|-|–|\*|p| )*$",
    )
});
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:local )?(?:authority|council|borough|county|city|area)(?: (?:average|figure|value|rate|performance))?|LA|actual|value|result|performance|outturn|current(?: (?:value|performance|figure|year))?|latest(?: (?:value|figure|performance|data))?|this (?:year|quarter|month))$",
    )
});
static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:last|previous|prior|preceding) (?:year|quarter|month|period|value|figure|performance|outturn)$",
    )
});
/// Heads of columns whose numbers are no values of the measure.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:%|annual|percentage|numerical|year-on-year)? ?(?:change|difference|variance|trend|increase|decrease|gap|direction(?: of travel)?|DoT)\b.*|RAG\b.*|rank(?:ing)?\b.*|rating|status|polarity|good (?:is|to be)\b.*|comments?|commentary|notes?|source|ref(?:erence)?\.?|no\.?|units?|frequency|owner|lead|quartile|Q[1-4]|quarter [1-4]|[+±]/-.*|[↑↓▲▼].*)$",
    )
});
/// "CS12 ", "1.2 ", "(a) " before the name of a measure.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[A-Z]{1,4}[ -]?[0-9]{1,4}[a-z]?|[0-9]{1,2}(?:\.[0-9]{1,2})*|\([a-z0-9]{1,2}\))[.:)]? (?:[-–] )?",
    )
});
static IN_UNIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i),? ?\((?:%|number|no\.?|percentage|rate|£[^)]{0,10}|days|weeks|months|years|hours)\)|^(?:% of|no\. of|total|% )|[*†‡]",
    )
});
static PERCENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)%|\b(?:percentage|proportion|per ?cent)\b"));
static RATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bper (10,000|1,000|100,000|100,000|1000|10000|100000)\b"));
static MONEY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"£(m\b|k\b|000s?\b|['’]000s?\b| millions?\b| thousand\b)?"));
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\((?:in )?(days|weeks|months|years|hours)\)|\b(?:number of|in|of) (days|weeks|months)\b")
});
/// Measures of a bare number that counts nothing: rates of nobody knows what, averages, scores.
static UNCOUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:rates?|averages?|mean|median|ratio|score|index|progress 8|attainment 8|timeliness|stability|turnover)\b",
    )
});
static COUNT_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:(?:the )?(?:total )?(?:number|count|total) of |no\. of |# of |total )")
});
