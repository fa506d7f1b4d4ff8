//! A document in, the formal judgements that it states out: an area, its grade, of which inspection.
//!
//! 1. Tables and labelled lines give areas with their grades ([`table`]).
//! 2. Sentences state them or tell of them ([`prose`], [`subject`]).
//! 3. Each statement is settled in time: of the inspection that the document reports, or recalled, with its date
//!    ([`time`]).
//! 4. Of several statements of one judgement the most formal stays, and of two that disagree about the same inspection the
//!    more formal one ([`chosen`]).

mod anaphor;
mod apposition;
mod behind;
mod body;
mod change;
mod elsewhere_judged;
mod inspected;
mod joined;
mod leading;
mod listed;
mod nearest;
#[cfg(test)]
mod news_tests;
#[cfg(test)]
mod news_time_tests;
mod parts;
mod prose;
mod rating;
mod relative;
mod spoken;
mod statement;
mod subject;
mod supposed;
mod table;
mod ties;
mod time;
mod wording;

use super::Reading;
use super::details::is_formal;
use super::patterns::pattern;
use super::words::{AreaName, Words};
use crate::model::{BlockKind, Document, Fact, FactValue, Judgement, Span};
use prose::Mention;
use regex::Regex;
pub use statement::Statement;
use statement::{JudgedArea, Place, Source, Time};
use std::sync::LazyLock;
use wording::RATING;

pub const TABLE: &str = "judgement-table";
pub const SENTENCE: &str = "judgement-sentence";

/// The judgements that tables and labelled lines give.
pub fn tabled(reading: &Reading) -> Vec<Fact> {
    let tabled = found(reading).iter().filter(|statement| statement.source <= Source::Label);
    tabled.map(|statement| fact(reading, statement, TABLE)).collect()
}

/// The judgements that sentences state or tell.
pub fn told(reading: &Reading) -> Vec<Fact> {
    let told = found(reading).iter().filter(|statement| statement.source > Source::Label);
    told.map(|statement| fact(reading, statement, SENTENCE)).collect()
}

fn found<'a>(reading: &'a Reading) -> &'a [Statement] {
    reading.judgements.get_or_init(|| {
        let words = &reading.words;
        let document = reading.document;
        let places = places(document, words);
        let mut statements = table::statements(reading, &places);
        statements.extend(sentences(reading, words, &places));
        chosen(reading, time::settled(reading, statements))
    })
}

/// In what part of the document each block stands.
fn places(document: &Document, words: &Words) -> Vec<Place> {
    let mut place = Place::Matter;
    let mut level = 0;
    let mut places = Vec::with_capacity(document.blocks().len());
    for block in document.blocks() {
        if let BlockKind::Heading { level: own } = block.kind {
            let heading = document.words(block.span);
            let begun = if words.is_definition(heading) {
                Some(Place::Definitions)
            } else if words.is_recall(heading) {
                Some(Place::Earlier)
            } else {
                None
            };
            if begun.is_some() || own <= level {
                place = begun.unwrap_or(Place::Matter);
                level = own;
            }
        }
        places.push(place);
    }
    places
}

fn sentences(reading: &Reading, words: &Words, places: &[Place]) -> Vec<Statement> {
    let document = reading.document;
    let mut statements = Vec::new();
    let ranked = if is_formal(reading.details.kind) { &[][..] } else { &reading.named.ranks };
    let named = reading.named.grades.iter().map(|(grade, span)| (*grade, *span, false));
    let ranked = ranked.iter().map(|(grade, span)| (*grade, *span, true));
    let same = same_again(reading).into_iter().map(|(grade, span)| (grade, span, true));
    for (grade, span, ranked) in named.chain(ranked).chain(same) {
        let index = document.block_index(span.start);
        let sentence = document.sentence_at(span.start);
        if places[index] == Place::Definitions || !sentence.covers(span) {
            continue;
        }
        let block = &document.blocks()[index];
        let line = Mention::is_line(&block.kind, block.span, sentence);
        let sentence = cell_of(&block.kind, sentence, span);
        let mention = Mention { reading, words, grade, span, ranked, sentence, line };
        let told = prose::statements(&mention).into_iter();
        statements.extend(told.map(|statement| Statement { place: places[index], ..statement }));
    }
    statements
}

/// "It received the same grade in 2014": in news, a grade that is named by the one before.
fn same_again(reading: &Reading) -> Vec<(usize, Span)> {
    const FAR: usize = 400;
    const HEAD: usize = 4;
    if is_formal(reading.details.kind) {
        return Vec::new();
    }
    let again = SAME
        .captures_iter(reading.document.text())
        .filter_map(|same| ["grade", "again", "kept", "first"].iter().find_map(|name| same.name(name)));
    let told = again.filter_map(|same| {
        let before = |named: &[(usize, Span)]| {
            let last = named.partition_point(|(_, span)| span.end <= same.start());
            named[..last].last().copied()
        };
        let grade = [before(&reading.named.grades), before(&reading.named.ranks)];
        let (grade, span) = grade.into_iter().flatten().max_by_key(|(_, span)| span.end)?;
        let again = Span::new(same.start(), same.end());
        // "the same overall rating": the one with which the story begins.
        let headed =
            reading.named.grades.first().filter(|(_, span)| reading.document.block_index(span.start) < HEAD);
        if let Some((grade, _)) = headed.filter(|_| same.as_str().contains("overall")) {
            return Some((*grade, again));
        }
        (same.start() - span.end < FAR).then_some((grade, again))
    });
    told.collect()
}

static SAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:(?P<grade>same (?i:(?:overall |Ofsted )?(?:{RATING}|mark|result|outcome|conclusion))\b)|(?:handed|given|received) (?:the|that) (?P<again>(?i:{RATING}|mark)\b)|(?:kept|keeps|retained|held on to) (?:the|its) (?P<kept>(?i:{RATING}) (?:that |which )?it (?:was given|was awarded|got|received|had|achieved))\b|(?i:{RATING})(?:,? (?:which|that) (?:it )?(?:was )?|, )(?P<first>first (?:won|awarded|given|achieved|earned|gained|secured|received|handed|got))(?: to it)?,? (?:back )?in (?:19|20)\d\d\b)"
    ))
});

/// A cell of a table is a sentence of its own.
fn cell_of(kind: &BlockKind, sentence: Span, span: Span) -> Span {
    match kind {
        BlockKind::TableRow { cells, .. } => {
            cells.iter().copied().find(|cell| cell.covers(span)).unwrap_or(sentence)
        }
        _ => sentence,
    }
}

/// One statement for each judgement.
fn chosen(reading: &Reading, mut statements: Vec<Statement>) -> Vec<Statement> {
    let framework = reading.details.framework.as_deref().and_then(|id| reading.vocabulary.framework(id));
    let formal = is_formal(reading.details.kind);
    statements.retain(|statement| {
        let JudgedArea::Known(area) = statement.area else { return true };
        let id = &reading.vocabulary.areas[area].id;
        statement.time == Time::Recalled
            || !formal
            || framework.is_some_and(|framework| framework.areas.contains(id))
    });
    // The most formal first, and the dated before the undated; what is recalled without a date says least.
    statements.sort_by_key(|statement| (statement.source, statement.date.is_none(), statement.span));
    let mut ordered: Vec<(usize, Statement)> = statements.into_iter().enumerate().collect();
    ordered.sort_by_key(|(_, statement)| statement.time == Time::Recalled && statement.date.is_none());
    let mut chosen: Vec<(usize, Statement)> = Vec::new();
    for (at, statement) in ordered {
        if !chosen.iter().any(|(_, other)| said_already(other, &statement)) {
            chosen.push((at, statement));
        }
    }
    chosen.sort_by_key(|(at, _)| *at);
    chosen.into_iter().map(|(_, statement)| statement).collect()
}

/// Whether a more formal statement gave the same judgement, or one of the same area at the same inspection.
fn said_already(said: &Statement, statement: &Statement) -> bool {
    if said.area != statement.area || said.body != statement.body || said.time != statement.time {
        return false;
    }
    let same_date = match (said.date, statement.date) {
        (Some(said), Some(date)) => said.covers(date) || date.covers(said),
        _ => true,
    };
    match statement.time {
        Time::Current => true,
        Time::Past | Time::Recalled => {
            same_date
                && (said.grade == statement.grade || statement.date.is_some() && said.date == statement.date)
        }
    }
}

fn fact(reading: &Reading, statement: &Statement, rule: &str) -> Fact {
    let vocabulary = &reading.vocabulary;
    let (area, area_label) = match &statement.area {
        JudgedArea::Known(area) => {
            let area = &vocabulary.areas[*area];
            (area.id.clone(), area.label.clone())
        }
        JudgedArea::Other(words) => (format!("other:{words}"), capitalised(words)),
    };
    let grade = &vocabulary.grades[statement.grade];
    let judgement = Judgement {
        area,
        area_label,
        grade: grade.id.clone(),
        grade_label: grade.label.clone(),
        body: statement.body.clone().or_else(|| reading.details.subject.clone()),
        by: statement
            .by
            .clone()
            .or_else(|| Some(vocabulary.inspectorate.clone()).filter(|name| !name.is_empty())),
        current: statement.time == Time::Current,
        date: statement.date,
    };
    Fact::new(reading.document, FactValue::Judgement(judgement), statement.span, rule)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

#[cfg(test)]
mod tests;
