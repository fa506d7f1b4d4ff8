//! Tables and labelled lines in, an area with its grade for each row out.
//!
//! A label may run over two rows with the grade beside either, and a reader of files may have lost the cells. So the
//! labels of a table are read as one text without its grades, and each grade belongs to the label that it interrupts or
//! follows. A table in which a label has no grade, or two, gives nothing: rows read one off are worse than none.

use super::statement::{Place, Source, Statement, Time};
use crate::extract::details::whole_name;
use crate::extract::patterns::pattern;
use crate::extract::reading::{Reading, within};
use crate::model::{Block, BlockKind, Date, Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// What the tables and labelled lines among `blocks` state. `places` tells for each block in what part of the document it
/// stands.
pub fn statements(reading: &Reading, places: &[Place]) -> Vec<Statement> {
    let document = reading.document;
    let blocks = document.blocks();
    let mut found = Vec::new();
    let mut index = 0;
    while index < blocks.len() {
        let end = run_end(document, index);
        // Lines of two parts of the document are no one list.
        let end = index + places[index..end].iter().take_while(|place| **place == places[index]).count();
        let run = &blocks[index..end];
        if places[index] != Place::Definitions {
            let mut rows =
                if table_of(&run[0]).is_some() { of_table(reading, run) } else { of_lines(reading, run) };
            rows.iter_mut().for_each(|row| row.place = places[index]);
            found.extend(rows);
        }
        index = end;
    }
    found
}

/// Longer lines than this hold no label with its grade.
const LONGEST_LINE: usize = 400;

/// Where the rows of one table, or the lines that may be labels and grades, end.
fn run_end(document: &Document, start: usize) -> usize {
    let blocks = document.blocks();
    let table = table_of(&blocks[start]);
    let same = |block: &&Block| match table {
        Some(_) => table_of(block) == table,
        None => table_of(block).is_none() && is_line(document, block),
    };
    let length = blocks[start..].iter().take_while(same).count();
    start + length.max(1)
}

fn table_of(block: &Block) -> Option<u32> {
    match block.kind {
        BlockKind::TableRow { table, .. } => Some(table),
        _ => None,
    }
}

fn is_line(document: &Document, block: &Block) -> bool {
    let words = document.words(block.span);
    words.len() <= LONGEST_LINE && !words.trim_end().ends_with(['?', '!', '”', '"'])
}

/// A row that says all by itself: one label that names one area, and cells that are nothing but a grade.
struct Row {
    area: Option<usize>,
    /// The column, the grade and the span of each grade.
    grades: Vec<(usize, usize, Span)>,
    /// Whether a cell says that there is no grade.
    ungraded: bool,
    span: Span,
}

fn of_table(reading: &Reading, run: &[Block]) -> Vec<Statement> {
    let rows: Vec<Row> = run.iter().map(|block| row(reading, block)).collect();
    let graded = rows.iter().filter(|row| !row.grades.is_empty()).count();
    let neat = rows.iter().all(|row| row.grades.is_empty() || row.area.is_some());
    let unpaired = rows.iter().any(|row| row.grades.is_empty() && row.area.is_some() && !row.ungraded);
    if graded == 0 {
        return Vec::new();
    }
    if let [heads, grades] = run
        && let Some(statements) = of_columns(reading, heads, grades)
    {
        return statements;
    }
    if let Some(statements) = of_split_grades(reading, run) {
        return statements;
    }
    if neat && !unpaired {
        return rows.iter().flat_map(|row| of_row(reading, run, row)).collect();
    }
    of_labels(reading, run, Residue::Any)
}

fn row(reading: &Reading, block: &Block) -> Row {
    let (document, words) = (reading.document, &reading.words);
    let BlockKind::TableRow { cells, .. } = &block.kind else {
        return Row { area: None, grades: Vec::new(), ungraded: false, span: block.span };
    };
    let graded = |cell: &Span| words.grade_alone(without_former(document.words(*cell)));
    let grades = cells.iter().enumerate().filter_map(|(column, cell)| Some((column, graded(cell)?, *cell)));
    let grades: Vec<_> = grades.collect();
    let labels = cells.iter().filter(|cell| !grades.iter().any(|(_, _, grade)| grade == *cell));
    let label: Vec<&str> = labels.map(|cell| document.words(*cell)).collect();
    let label = label.join(" ");
    let mut areas = words.areas(&label).filter(|_| label.len() < 200);
    let first = areas.next();
    let same = |(area, _): (super::AreaName, Span)| Some(area.area) == first.map(|(first, _)| first.area);
    let area = if areas.all(same) { first.map(|(area, _)| area.area) } else { None };
    let ungraded = cells.iter().any(|cell| UNGRADED.is_match(document.words(*cell)));
    Row { area, grades, ungraded, span: block.span }
}

/// "Good (previously: inadequate)": the words before the aside that tells of an earlier grade.
fn without_former(cell: &str) -> &str {
    FORMER.find(cell).map_or(cell, |former| &cell[..former.start()])
}

/// "Overall effectiveness – inadequate (2021: good)": the grade of the aside, with its date.
fn former(reading: &Reading, block: &Block, area: usize) -> Option<Statement> {
    let own = without_former(reading.document.words(block.span)).len();
    let aside = Span::new(block.span.start + own, block.span.end);
    let [(grade, place)] = grades(reading, aside) else { return None };
    let date = within(&reading.dates, aside, |date| date.span.start).first().and_then(|date| date.value);
    let statement = Statement::of_area(area, *grade, block.span, Source::Label);
    Some(Statement { time: Time::Recalled, date, named_to: Some(place.end), ..statement })
}

static FORMER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\s*\((?:previous|formerly|was\b|last\b|up from|down from|not |improved from|declined from|no change|(?:in )?(?:[a-z]+ )?(?:19|20)\d\d\b)[^()]*\)[.;,]?$",
    )
});

static UNGRADED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:not (?:yet )?(?:judged|inspected|graded|rated|assessed|applicable)\b|no (?:judge?ment|grade|rating)\b|n/a\b).{0,40}$",
    )
});

/// A table of two rows, the areas in the one and a grade beneath each in the other.
fn of_columns(reading: &Reading, heads: &Block, grades: &Block) -> Option<Vec<Statement>> {
    let (BlockKind::TableRow { cells: heads, .. }, BlockKind::TableRow { cells, .. }) =
        (&heads.kind, &grades.kind)
    else {
        return None;
    };
    let statement = |(head, cell): (&Span, &Span)| {
        let mut areas = reading.words.areas(reading.document.words(*head));
        let (area, None) = (areas.next()?.0, areas.next()) else { return None };
        let grade = reading.words.grade_alone(reading.document.words(*cell))?;
        Some(Statement::of_area(area.area, grade, head.to(*cell), Source::Table))
    };
    (heads.len() == cells.len() && heads.len() > 1)
        .then(|| heads.iter().zip(cells).map(statement).collect())?
}

/// The judgements of one row: of several columns each is dated by its head, and the latest is the current one.
fn of_row(reading: &Reading, run: &[Block], row: &Row) -> Vec<Statement> {
    let Some(area) = row.area else { return Vec::new() };
    if let [(_, grade, _)] = row.grades[..] {
        return vec![Statement::of_area(area, grade, row.span, Source::Table)];
    }
    let dated = row
        .grades
        .iter()
        .map(|(column, grade, cell)| Some((head_date(reading, run, *column)?, *grade, *cell)));
    let Some(dated) = dated.collect::<Option<Vec<(Date, usize, Span)>>>() else { return Vec::new() };
    let latest = dated.iter().map(|(date, ..)| *date).max();
    let statement = |(date, grade, cell): (Date, usize, Span)| {
        let time = if Some(date) == latest { Time::Current } else { Time::Recalled };
        let statement = Statement::of_area(area, grade, Span::new(row.span.start, cell.end), Source::Table);
        Statement { time, date: Some(date), ..statement }
    };
    dated.into_iter().map(statement).collect()
}

/// The date in the head of a column.
fn head_date(reading: &Reading, run: &[Block], column: usize) -> Option<Date> {
    let BlockKind::TableRow { cells, .. } = &run.first()?.kind else { return None };
    let head = cells.get(column)?;
    let date =
        within(&reading.dates, *head, |date| date.span.start).iter().find(|date| head.covers(date.span));
    date.and_then(|date| date.value).or_else(|| reading.document.words(*head).trim().parse().ok())
}

/// Which words may stand beside areas and grades.
#[derive(Clone, Copy, PartialEq)]
enum Residue {
    Any,
    Filler,
    /// Filler, and nothing else before the first label either.
    Only,
}

fn of_lines(reading: &Reading, run: &[Block]) -> Vec<Statement> {
    if grades(reading, run[0].span.to(run[run.len() - 1].span)).is_empty() {
        return Vec::new();
    }
    // Line by line first: a heading with its grade says all by itself.
    let own = |block: &Block| of_labels(reading, std::slice::from_ref(block), Residue::Filler);
    let single: Vec<Statement> = run.iter().flat_map(own).collect();
    let alone: Vec<usize> = (1..run.len()).filter(|index| is_grade(reading, run[*index].span)).collect();
    if alone.is_empty() {
        return single;
    }
    let whole = if single.is_empty() { of_labels(reading, run, Residue::Filler) } else { Vec::new() };
    if !whole.is_empty() {
        return whole;
    }
    // A label on one line and its grade on the next, or on the one after that where the body's name stands between them.
    let pair = |index: &usize| match run[..*index] {
        [.., ref label, ref body] if is_body(reading, body.span) => {
            of_labels(reading, &[label.clone(), run[*index].clone()], Residue::Only)
        }
        _ => of_labels(reading, &run[index - 1..=*index], Residue::Only),
    };
    alone.iter().flat_map(pair).chain(single).collect()
}

/// Whether a line is the name of an authority and nothing else.
fn is_body(reading: &Reading, line: Span) -> bool {
    let text = reading.document.text();
    let named = within(&reading.named.authorities, line, |(_, name)| name.start);
    named.iter().any(|(_, name)| whole_name(text, *name).0.len() == text[line.range()].trim().len())
}

/// The grades that a block or a run of blocks names.
fn grades<'a>(reading: &'a Reading, span: Span) -> &'a [(usize, Span)] {
    within(&reading.named.grades, span, |(_, grade)| grade.start)
}

/// Whether a line is a grade and nothing but it.
fn is_grade(reading: &Reading, line: Span) -> bool {
    !grades(reading, line).is_empty() && reading.words.grade_alone(reading.document.words(line)).is_some()
}

/// The labels of a run read as one text without its grades.
struct Labels {
    text: String,
    /// For each part of the text, where it begins in it and where in the document.
    parts: Vec<(usize, usize)>,
    /// Where in the text each grade was, with the grade and its span in the document.
    grades: Vec<(usize, usize, Span)>,
}

impl Labels {
    fn of(reading: &Reading, run: &[Block]) -> Self {
        let document = reading.document;
        let mut labels = Self { text: String::new(), parts: Vec::new(), grades: Vec::new() };
        for block in run {
            let mut from = block.span.start;
            let end = from + without_former(document.words(block.span)).len();
            for (grade, span) in grades(reading, Span::new(from, end)).iter().copied() {
                labels.push(document, from, span.start);
                labels.grades.push((labels.text.len(), grade, span));
                from = span.end;
            }
            labels.push(document, from, end.max(from));
        }
        labels
    }

    /// The text of one column, grades and all.
    fn column(reading: &Reading, run: &[Block], column: usize) -> Option<Self> {
        let mut labels = Self { text: String::new(), parts: Vec::new(), grades: Vec::new() };
        for block in run {
            let BlockKind::TableRow { cells, .. } = &block.kind else { return None };
            if cells.len() > 2 {
                return None;
            }
            // The last line of a label may stand alone in its row.
            if let Some(cell) = cells.get(column) {
                labels.push(reading.document, cell.start, cell.end);
            }
        }
        Some(labels)
    }

    /// Adds words of the document, with one space after the words before.
    fn push(&mut self, document: &Document, from: usize, to: usize) {
        let words = &document.words(Span::new(from, to));
        let lead = words.len() - words.trim_start().len();
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.parts.push((self.text.len(), from + lead));
        self.text.push_str(&words.trim().replace('\t', " "));
    }

    fn in_document(&self, at: usize) -> usize {
        let index = self.parts.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.parts.get(index).map_or(0, |(start, origin)| origin + at.saturating_sub(*start))
    }
}

/// A table of two columns whose grades are broken over rows, "Requires", "improvement", "to be good": the areas of the one
/// column with the grades of the other, if there are as many; else nothing. None if no grade is broken.
fn of_split_grades(reading: &Reading, run: &[Block]) -> Option<Vec<Statement>> {
    let broken = |block: &Block| match &block.kind {
        BlockKind::TableRow { cells, .. } => {
            cells.last().is_some_and(|cell| is_part_of_grade(reading, reading.document.words(*cell)))
        }
        _ => false,
    };
    if !run.iter().any(broken) {
        return None;
    }
    let (Some(labels), Some(graded)) = (Labels::column(reading, run, 0), Labels::column(reading, run, 1))
    else {
        return Some(Vec::new());
    };
    let areas: Vec<_> = reading.words.areas(&labels.text).collect();
    let grades: Vec<_> = reading.words.grades(&graded.text).collect();
    if areas.len() != grades.len() {
        return Some(Vec::new());
    }
    let statement = |((area, label), (grade, place)): (&(super::AreaName, Span), &(usize, Span))| {
        let start = labels.in_document(label.start);
        let end = graded.in_document(place.end.saturating_sub(1)) + 1;
        Statement::of_area(area.area, *grade, Span::new(start.min(end), end.max(start)), Source::Label)
    };
    Some(areas.iter().zip(&grades).map(statement).collect())
}

/// Whether words are the beginning or the end of a grade of several words, and no grade themselves.
fn is_part_of_grade(reading: &Reading, words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let whole = |synonym: &String| *synonym == words;
    let part = |synonym: &String| {
        synonym.strip_prefix(words.as_str()).is_some_and(|rest| rest.starts_with(' '))
            || synonym.strip_suffix(words.as_str()).is_some_and(|lead| lead.ends_with(' '))
    };
    let mut synonyms = reading.vocabulary.grades.iter().flat_map(|grade| &grade.synonyms);
    !words.is_empty() && !synonyms.clone().any(whole) && synonyms.any(part)
}

fn of_labels(reading: &Reading, run: &[Block], residue: Residue) -> Vec<Statement> {
    if grades(reading, run[0].span.to(run[run.len() - 1].span)).is_empty() {
        return Vec::new();
    }
    let labels = Labels::of(reading, run);
    let areas: Vec<_> = reading.words.areas(&labels.text).collect();
    let mut statements = Vec::new();
    for (index, (area, span)) in areas.iter().enumerate() {
        let next = areas.get(index + 1).map_or(labels.text.len() + 1, |(_, next)| next.start);
        let first = labels.grades.partition_point(|(at, ..)| *at <= span.start);
        let last = labels.grades.partition_point(|(at, ..)| *at < next.max(span.end + 1));
        let [(at, grade, place)] = &labels.grades[first..last.max(first)] else { return Vec::new() };
        let between = &labels.text[span.end.min(*at)..*at];
        let after = if index + 1 < areas.len() { &labels.text[(*at).max(span.end)..next] } else { "" };
        if residue != Residue::Any && !(is_filler(between) && is_filler(after)) {
            return Vec::new();
        }
        let before = if index == 0 { &labels.text[..span.start] } else { "" };
        let bare = residue == Residue::Only || residue == Residue::Filler && run.len() == 1;
        if bare && !is_filler(before) {
            return Vec::new();
        }
        let start = labels.in_document(span.start);
        let end = place.end.max(labels.in_document(span.end));
        statements.push(Statement::of_area(area.area, *grade, Span::new(start, end), Source::Label));
        let block = run.iter().find(|block| block.span.start <= place.start && place.start < block.span.end);
        statements.extend(block.and_then(|block| former(reading, block, area.area)));
    }
    statements
}

/// Whether words add nothing to a label and its grade.
pub fn is_filler(words: &str) -> bool {
    const FILLER: [&str; 24] = [
        "the",
        "and",
        "of",
        "experiences",
        "experience",
        "progress",
        "judgement",
        "judgment",
        "judgements",
        "grade",
        "grades",
        "key",
        "effectiveness",
        "impact",
        "services",
        "for",
        "graded",
        "children",
        "overall",
        "section",
        "is",
        "are",
        "local",
        "quality",
    ];
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.bytes().all(|b| b.is_ascii_digit()))
        .all(|word| FILLER.contains(&word.to_lowercase().as_str()))
}
