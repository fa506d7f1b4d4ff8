//! Sentences in, the judgements that they state or tell out.
//!
//! A grade's word counts only where a sentence links it to what is judged: "was judged to be …", "Ofsted rated … as …",
//! "a judgement of …", "a … rating", "from … to …", "… are …". What stands before the link names the area, the judged
//! service as a whole, or something that has grades of its own and is left alone.

use super::Words;
use super::body::bodies;
use super::elsewhere_judged;
use super::joined::with_joined;
use super::leading::leading;
use super::listed::{as_behind, is_in_part, listed, listed_beneath, named_behind};
use super::nearest::{is_of_others, nearest};
use super::parts;
use super::rating::FROM_ITS;
use super::relative::of_a_service;
use super::spoken::is_opinion;
use super::statement::{JudgedArea, Place, Source, Statement, Time};
use super::subject::{self, Subject};
use super::supposed::is_supposed;
use super::ties::{Asks, LINKS, Linking, MARKED_AFTER, NAMED_AFTER};
use super::wording::{ADVERB, CALLED, FOUND, GAINED, JUDGED, RATING, WATCHDOG};
use crate::extract::Reading;
use crate::extract::details::is_formal;
use crate::extract::patterns::pattern;
use crate::model::{BlockKind, DocumentKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A grade's word in its sentence.
pub struct Mention<'a> {
    pub reading: &'a Reading<'a>,
    pub words: &'a Words,
    pub grade: usize,
    pub span: Span,
    /// Whether the rating is named by its rank, and not by the grade's own word.
    pub ranked: bool,
    pub sentence: Span,
    /// Whether its block is a heading, a cell or a line that is one sentence and no more.
    pub line: bool,
}

/// How a sentence ties a grade to what is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// "was judged to be", "rated … as".
    Judged,
    /// "are", or a grade that is a verb itself.
    Being,
    /// "a judgement of …", "a … rating".
    Named,
    /// "from …" in a change of grade.
    From,
    /// "… to …" in a change of grade.
    To,
    /// A further grade of a verb before, with its areas behind it.
    Listed,
}

pub struct Link {
    pub tie: Tie,
    /// What is judged, as a range of the document.
    pub subject: Span,
    /// Whether its verb is of the present: "is", "are", "rates".
    pub present: bool,
}

/// Text further from a grade than this says nothing about it.
const REACH: usize = 320;

impl<'a> Mention<'a> {
    pub fn before(&self) -> &'a str {
        let text = self.reading.document.text();
        let from = text.ceil_char_boundary(self.sentence.start.max(self.span.start.saturating_sub(REACH)));
        &text[from.min(self.span.start)..self.span.start]
    }

    pub fn after(&self) -> &'a str {
        let text = self.reading.document.text();
        let to = text.floor_char_boundary(self.sentence.end.min(self.span.end + REACH));
        &text[self.span.end..to.max(self.span.end)]
    }

    /// The sentence before, if it stands right before.
    pub fn previous(&self) -> Option<&'a str> {
        let document = self.reading.document;
        let index = document.sentence_index(self.sentence.start).checked_sub(1)?;
        let previous = document.sentences()[index];
        (previous.end + 3 >= self.sentence.start).then(|| document.words(previous))
    }

    /// A part of [`Mention::before`], as a range of the document.
    pub fn earlier(&self, from: usize, to: usize) -> Span {
        let start = self.span.start - self.before().len();
        Span::new(start + from, start + to)
    }

    pub fn is_verb(&self) -> bool {
        let word = self.reading.document.words(self.span);
        word.as_bytes().first().is_some_and(|c| c.eq_ignore_ascii_case(&b'r'))
    }

    /// Whether the grade is worded as only inspectors word it: "requires improvement to be good".
    pub fn is_formal(&self) -> bool {
        self.reading.document.words(self.span).to_ascii_lowercase().ends_with(" to be good")
    }
}

/// What the sentence says of the grade in it.
pub fn statements(mention: &Mention) -> Vec<Statement> {
    let kind = mention.reading.details.kind;
    // A letter grades nothing: what it recalls it words as it likes.
    let free = !is_formal(kind) || kind.is_letter();
    if let Some(other) = elsewhere_judged::told(mention) {
        return vec![other];
    }
    let worth = mention.ranked || is_worth_reading(mention);
    if !(free || worth) || is_supposed(mention) || is_of_another_matter(mention) || is_of_others(mention) {
        return Vec::new();
    }
    if !is_formal(kind) && is_opinion(mention) {
        return Vec::new();
    }
    if let Some((link, areas)) = of_a_service(mention) {
        return stated(mention, &link, areas.into_iter().map(JudgedArea::Known).collect());
    }
    let led = leading(mention, mention.before(), mention.after()).is_some();
    let led = led || IN_ALL_OF_THEM.is_match(mention.after());
    let by_parts = (free && !led).then(|| parts::read(mention)).flatten();
    match by_parts.or_else(|| worth.then(|| by_wording(mention)).flatten()) {
        Some((link, areas)) => stated(mention, &link, areas),
        None => Vec::new(),
    }
}

/// The first way of linking that ties the grade to something, with what it is said of.
fn by_wording(mention: &Mention) -> Option<(Link, Vec<JudgedArea>)> {
    let (before, after) = (mention.before(), mention.after());
    let judging = JUDGING.is_match(before)
        || NAMED_AFTER.is_match(after)
        || mention.is_quoted() && MARKED_AFTER.is_match(after);
    let links = LINKS.iter().filter(|(asks, _)| judging || *asks == Asks::Nothing).map(|(_, link)| *link);
    let links = links.filter(|_| !mention.ranked).chain([nearest as Linking]);
    links.into_iter().find_map(|link| {
        let link = link(mention, before, after)?;
        let free = !is_formal(mention.reading.details.kind);
        let apart = free.then(|| parts::apart(mention, &link)).flatten();
        let areas = apart.map_or_else(|| judged(mention, &link), |other| vec![other]);
        (!areas.is_empty()).then_some((link, areas))
    })
}

/// One statement for each area and each body that it is said of.
fn stated(mention: &Mention, link: &Link, areas: Vec<JudgedArea>) -> Vec<Statement> {
    let (before, after) = (mention.before(), mention.after());
    let clause = Span::new(subject::clause(mention, link).start.min(mention.span.start), mention.span.end);
    let bodies = bodies(mention, link);
    let source = match link.tie {
        _ if mention.ranked => Source::Ranked,
        Tie::Being if link.present => Source::Sentence,
        _ => Source::Told,
    };
    let statement = |(area, body)| Statement {
        area,
        grade: mention.grade,
        span: evidence(mention, clause),
        clause,
        named_to: Some(mention.span.end),
        source,
        time: match link.tie {
            Tie::From => Time::Recalled,
            Tie::Named if LOST.is_match(before) || FROM_ITS.is_match(before) || LIFTED.is_match(after) => {
                Time::Recalled
            }
            _ if link.present => Time::Current,
            _ => Time::Past,
        },
        date: None,
        body,
        by: None,
        place: Place::Matter,
    };
    let each = areas.into_iter().flat_map(|area| bodies.iter().map(move |body| (area.clone(), body.clone())));
    each.map(statement).collect()
}

/// The areas of which a link says the grade; none if it is about something else.
fn judged(mention: &Mention, link: &Link) -> Vec<JudgedArea> {
    match subject::subject(mention, link) {
        // "Good ratings were received for A, B and C".
        Subject::Areas(_) if link.tie == Tie::Named && MANY_RATINGS.is_match(mention.after()) => {
            listed(mention, link).unwrap_or_default()
        }
        // "Its services for A, B and C were judged to be good overall".
        Subject::Areas(areas) if link.tie == Tie::Judged && is_of_all(mention, link, &areas) => {
            whole(mention)
        }
        Subject::Areas(areas) => {
            let areas = with_joined(mention, link, areas);
            let also =
                as_behind(mention).into_iter().filter(|also| !areas.contains(also)).collect::<Vec<_>>();
            areas.into_iter().chain(also).map(JudgedArea::Known).collect()
        }
        Subject::Whole if IN_ALL_OF_THEM.is_match(mention.after()) => in_all_of_them(mention),
        Subject::Whole => match listed(mention, link).or_else(|| listed_beneath(mention)) {
            Some(areas) => areas,
            None if is_in_part(mention) => Vec::new(),
            None if link.tie == Tie::Judged && named_behind(mention).is_some() => {
                named_behind(mention).map(|words| JudgedArea::Other(words.to_owned())).into_iter().collect()
            }
            None => whole(mention),
        },
        Subject::Other(words) => vec![JudgedArea::Other(words)],
        Subject::None => Vec::new(),
    }
}

/// "It had been rated inadequate in all three": the areas of the sentence before, if they are as many.
fn in_all_of_them(mention: &Mention) -> Vec<JudgedArea> {
    const NUMBERS: [&str; 4] = ["two", "three", "four", "five"];
    let number = IN_ALL_OF_THEM.captures(mention.after());
    let number = number.and_then(|found| NUMBERS.iter().position(|word| *word == &found[1]));
    let before = mention.previous().unwrap_or_default();
    let areas = subject::distinct(&subject::areas(mention.words, before));
    let all = number.is_some_and(|number| areas.len() == number + 2);
    if all { areas.into_iter().map(JudgedArea::Known).collect() } else { Vec::new() }
}

static IN_ALL_OF_THEM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[’”'\x22]? (?:in|for|on|across) all (two|three|four|five)(?: of (?:them|these))?(?:[.,;]| (?:at|in|when|by|after|during) )",
    )
});

/// Whether a grade is that of the services for several areas taken together: "services for A, B and C were judged to be good
/// overall".
fn is_of_all(mention: &Mention, link: &Link, areas: &[usize]) -> bool {
    let overall = OVERALL.is_match(mention.after());
    let lead = mention.reading.document.words(link.subject);
    let several = || with_joined(mention, link, areas.to_vec()).len() > 1;
    overall && SERVICES_FOR.is_match(lead) && several()
}

static OVERALL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? overall\b"));

static SERVICES_FOR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bservices for\b"));

/// The stems of the verbs and nouns of judging that [`PASSIVE`], [`COORDINATE`], [`NAMED`] and [`ACTIVE`] look for.
static JUDGING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)judg|\bre-?rat|\brat(?:e[ds]|ing)|grade|grading|verdict|ranked|marked|classed|deem|assessed|f(?:ou|i)nd|considered|declared|branded|receiv|g[ai]ve|award|achiev|called|labelled|singled|described|highlighted|recognised|praised|hailed|regarded|slammed|criticised|condemned|pronounced|scor|secured|remain|continue|hand(?:ed|s)|earned|landed|\bwon\b|outcome|result|status|ranking|\bmarks?\b",
    )
});

fn whole(mention: &Mention) -> Vec<JudgedArea> {
    let overall = mention.reading.vocabulary.areas.iter().position(|area| area.id == "overall");
    overall.map(JudgedArea::Known).into_iter().collect()
}

/// Before a further grade of a judging verb: "rated good, with leadership outstanding".
const APPOSED: [&str; 8] =
    ["with", "leadership", "care", "leavers", "adoption", "protection", "families", "performance"];

/// Whether the word before the grade, or the one after it, can tie it to anything: a cheap look before the dear ones.
fn is_worth_reading(mention: &Mention) -> bool {
    let before = mention.before().trim_end();
    if before.ends_with(':') {
        return true;
    }
    let before = before.trim_end_matches(['‘', '\'', '“', '"', '’', '”', ':', ',']).trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    mention.is_verb()
        || mention.line
        || word.is_empty()
        // "rated Harbour inadequate"
        || word.starts_with(char::is_uppercase)
        || TIES.is_match(word)
        || mention.is_quoted()
        || APPOSED.contains(&word) && JUDGING.is_match(before)
        || NAMED_AFTER.is_match(mention.after())
}

static TIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)^(?:is|are|was|were|be|been|being|as|to|of|overall|remains?|remained|judges|rates|grades|from|it|they|an?|at|get|its|and",
            r"|up|out|services?|council|authority|department|trust|{ADVERB}|{JUDGED}|{FOUND}|{CALLED}|{GAINED}|{RATING})$"
        ),
        ADVERB = ADVERB,
        JUDGED = JUDGED,
        FOUND = FOUND,
        CALLED = CALLED,
        GAINED = GAINED,
        RATING = RATING
    ))
});

/// News that names neither a judged body nor the inspectorate tells of others' grades: a hospital's, a school's.
fn is_of_another_matter(mention: &Mention) -> bool {
    let reading = mention.reading;
    // "where children's services were judged": a story of many places may name the service alone.
    if mention.words.name_service(reading.document.words(mention.sentence)) {
        return false;
    }
    let inspectorate = reading.vocabulary.inspectorate.as_bytes();
    reading.details.subject.is_none()
        && reading.details.kind == DocumentKind::NewsArticle
        && !inspectorate.is_empty()
        && memchr::memmem::find(reading.document.text().as_bytes(), inspectorate).is_none()
}

/// "cost the council its", "moved out of its", "since the": a rating that is held no longer.
static LOST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(?:costs?|los(?:t|es?|ing)|stripped of|previous|former|earlier|sh(?:aken?|ook|aking|akes) off|replac(?:es|ed|ing)|sheds?|shedding|escap(?:ed|es|ing))\b[^.;]{0,40}",
        r"|(?:lift(?:s|ed|ing)|remov(?:es|ed|ing)|scrap(?:s|ped)|overturn(?:s|ed))(?: [\w’']+){0,2}[ ‘'“\x22]*|end(?:s|ed|ing) (?:the|its|their|that|this)(?: [\w’']+)?[ ‘'“\x22]*|out of (?:[\w’']+ ){0,2}[‘'“\x22]*|since (?:the|its|their|that|an?)(?: [a-z]+)?[ ‘'“\x22]*)$",
    ))
});

/// "its ‘inadequate’ rating was lifted".
static LIFTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted )?(?:{RATING}) (?:was|were|has been|had been) (?:finally )?(?:lifted|removed|overturned|shed|shaken)\b",
    ))
});

static INSPECTORS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{WATCHDOG}|inspection)\b")));

static RATED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{JUDGED})\b")));

static MANY_RATINGS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? (?:ratings|judge?ments|grades|gradings)\b"));

/// The words that say it: the sentence, or of a long one the part from what is judged to the grade.
fn evidence(mention: &Mention, clause: Span) -> Span {
    if mention.sentence.len() <= 260 {
        return mention.sentence;
    }
    let after = &mention.reading.document.text()[mention.span.end..];
    let mark = after.chars().next().filter(|c| matches!(c, '’' | '”' | '\'' | '"'));
    Span::new(clause.start, mention.span.end + mark.map_or(0, char::len_utf8))
}

impl Mention<'_> {
    /// Whether the grade stands in quotation marks.
    pub fn is_quoted(&self) -> bool {
        let marks = ['‘', '\'', '“', '"', '’', '”'];
        // “It is ‘good.’”: some put the full stop within.
        let after = self.after();
        self.before().ends_with(marks) && after.strip_prefix(['.', ',']).unwrap_or(after).starts_with(marks)
    }

    /// Whether the sentence speaks of inspectors, by their name or by a noun.
    pub fn is_of_inspectors(&self) -> bool {
        let inspectorate = self.reading.vocabulary.inspectorate.as_str();
        let sentence = self.reading.document.words(self.sentence);
        !inspectorate.is_empty() && sentence.contains(inspectorate) || INSPECTORS.is_match(sentence)
    }

    /// Whether the sentence speaks of inspectors, or of what was rated or graded.
    pub fn is_of_judging(&self) -> bool {
        self.is_of_inspectors() || RATED.is_match(self.reading.document.words(self.sentence))
    }

    pub fn is_capital(&self) -> bool {
        self.reading.document.words(self.span).starts_with(char::is_uppercase)
    }

    /// Whether a sentence of this block can state a grade by "are" alone: a heading, a cell, a line of its own.
    pub fn is_line(kind: &BlockKind, block: Span, sentence: Span) -> bool {
        let own = block.len() <= sentence.len() + 2;
        matches!(kind, BlockKind::Title | BlockKind::Heading { .. } | BlockKind::TableRow { .. })
            || own && block.len() < 200
    }
}
