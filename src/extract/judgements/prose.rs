//! Sentences in, the judgements that they state or tell out.
//!
//! A grade's word counts only where a sentence links it to what is judged: "was judged to be …", "Ofsted rated … as …",
//! "a judgement of …", "a … rating", "from … to …", "… are …". What stands before the link names the area, the judged
//! service as a whole, or something that has grades of its own and is left alone.

use super::Words;
use super::change::change;
use super::listed::{is_in_part, listed};
use super::statement::{JudgedArea, Place, Source, Statement, Time};
use super::subject::{self, Subject};
use super::supposed::is_supposed;
use crate::extract::Reading;
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

    /// A part of [`Mention::before`], as a range of the document.
    pub fn earlier(&self, from: usize, to: usize) -> Span {
        let start = self.span.start - self.before().len();
        Span::new(start + from, start + to)
    }

    fn is_verb(&self) -> bool {
        let word = self.reading.document.words(self.span);
        word.as_bytes().first().is_some_and(|c| c.eq_ignore_ascii_case(&b'r'))
    }
}

/// What the sentence says of the grade in it.
pub fn statements(mention: &Mention) -> Vec<Statement> {
    if !is_worth_reading(mention) || is_supposed(mention) || is_of_another_matter(mention) {
        return Vec::new();
    }
    let (before, after) = (mention.before(), mention.after());
    let judging = JUDGING.is_match(before) || NAMED_AFTER.is_match(after);
    let told = LINKS.iter().filter(|(asks, _)| judging || *asks == Asks::Nothing).find_map(|(_, link)| {
        let link = link(mention, before, after)?;
        let areas = judged(mention, &link);
        (!areas.is_empty()).then_some((link, areas))
    });
    let Some((link, areas)) = told else { return Vec::new() };
    let clause = Span::new(subject::clause(mention, &link).start, mention.span.end);
    let body = subject::other_body(mention, &link);
    let source = if link.present && link.tie == Tie::Being { Source::Sentence } else { Source::Told };
    let statement = |area| Statement {
        area,
        grade: mention.grade,
        span: evidence(mention, clause),
        clause,
        source,
        time: match link.tie {
            Tie::From => Time::Recalled,
            Tie::Named if LOST.is_match(mention.before()) => Time::Recalled,
            _ if link.present => Time::Current,
            _ => Time::Past,
        },
        date: None,
        body: body.clone(),
        place: Place::Matter,
    };
    areas.into_iter().map(statement).collect()
}

/// The areas of which a link says the grade; none if it is about something else.
fn judged(mention: &Mention, link: &Link) -> Vec<JudgedArea> {
    match subject::subject(mention, link) {
        Subject::Areas(areas) => areas.into_iter().map(JudgedArea::Known).collect(),
        Subject::Whole => match listed(mention, link) {
            Some(areas) => areas,
            None if is_in_part(mention) => Vec::new(),
            None => whole(mention),
        },
        Subject::Other(words) => vec![JudgedArea::Other(words)],
        Subject::None => Vec::new(),
    }
}

/// A way in which a sentence ties a grade to what is judged.
type Linking = fn(&Mention, &str, &str) -> Option<Link>;

/// What a way of linking asks of its sentence before it is tried.
#[derive(PartialEq, Eq)]
enum Asks {
    Nothing,
    /// A word of judging: most sentences in which something is good have none, and the dear patterns are spared them.
    Judging,
}

/// All of them, the surest first.
const LINKS: [(Asks, Linking); 8] = [
    (Asks::Judging, passive),
    (Asks::Judging, coordinate),
    (Asks::Nothing, quoted_for),
    (Asks::Nothing, change),
    (Asks::Judging, named),
    (Asks::Judging, active),
    (Asks::Nothing, being),
    (Asks::Nothing, received),
];

/// The stems of the verbs and nouns of judging that [`PASSIVE`], [`COORDINATE`], [`NAMED`] and [`ACTIVE`] look for.
static JUDGING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)judg|\bre-?rat|\brat(?:e[ds]|ing)|grade|grading|verdict|ranked|classed|deem|assessed|f(?:ou|i)nd|considered|declared|branded|receiv|given|award|achiev|called|labelled",
    )
});

fn whole(mention: &Mention) -> Vec<JudgedArea> {
    let overall = mention.reading.vocabulary.areas.iter().position(|area| area.id == "overall");
    overall.map(JudgedArea::Known).into_iter().collect()
}

/// Whether the word before the grade, or the one after it, can tie it to anything: a cheap look before the dear ones.
fn is_worth_reading(mention: &Mention) -> bool {
    const TIES: [&str; 42] = [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "as",
        "to",
        "of",
        "overall",
        "remain",
        "remains",
        "remained",
        "judged",
        "judges",
        "rated",
        "rates",
        "graded",
        "grades",
        "found",
        "from",
        "now",
        "still",
        "it",
        "they",
        "rating",
        "judgement",
        "judgment",
        "grade",
        "a",
        "an",
        "at",
        "again",
        "also",
        "get",
        "its",
        "and",
        "service",
        "services",
        "council",
        "authority",
    ];
    let before = mention.before().trim_end();
    let before = before.trim_end_matches(['‘', '\'', '“', '"', '’', '”', ':', ',']).trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    mention.is_verb()
        || mention.line
        || word.is_empty()
        // "rated Harbour inadequate"
        || word.starts_with(char::is_uppercase)
        || TIES.iter().any(|tie| word.eq_ignore_ascii_case(tie))
        || NAMED_AFTER.is_match(mention.after())
}

/// News that names neither a judged body nor the inspectorate tells of others' grades: a hospital's, a school's.
fn is_of_another_matter(mention: &Mention) -> bool {
    let reading = mention.reading;
    let inspectorate = reading.vocabulary.inspectorate.as_bytes();
    reading.details.subject.is_none()
        && reading.details.kind == DocumentKind::NewsArticle
        && !inspectorate.is_empty()
        && memchr::memmem::find(reading.document.text().as_bytes(), inspectorate).is_none()
}

/// A closing mark after the grade, if any, and what may follow where a verb ties it.
static CLOSES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^ ?[’”'\x22‘]?[’”'\x22‘]? ?(?:$|[.,;:)\]–—\d\t]|- ",
        r"|(?:because|and is not|and are not|overall|due to|in (?:[a-z]+ )?(?:19|20)\d\d|since)\b)",
    ))
});

/// What may follow where the sentence speaks of judging: anything but a noun that the grade would describe.
pub static CLOSES_JUDGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[’”'\x22‘]?[’”'\x22‘]? ?(?:$|[.,;:)\]–—\d\t(]",
        r"|(?:because|and|but|overall|across|in|at|by|for|with|as|since|when|while|after|before|following|due|last|this|just|less|on|despite",
        r"|although|though|until|which|who|twice|again|under|three|two|four|five|six|earlier|previously|from|more|only|having|both|throughout|by|follows?|comes|came|means|marks|reflects)\b)",
    ))
});

/// "… rating", "… Ofsted judgement".
pub static NAMED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted |CQC |inspection )?(?:rating|judgement|judgment|grading|grade|verdict)s?\b",
    )
});

/// The opening quotation mark that may stand before a grade.
pub const OPEN: &str = r" ?[‘'“\x22’”:]? ?$";

static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)(?P<aux>\b(?:is|are|was|were|(?:has|have|had)(?: [a-z]+){{0,2}} been|been|being|be|remains?|remained)\b)?",
            r"(?: ?\b(?:now|currently|still|also|again|then|previously|once|both|all|recently|each|last|since|therefore)\b,?)*",
            r" ?\b(?:(?P<strong>judged|rated|graded|re-?rated)|(?P<weak>ranked|classed|deemed|assessed|found|considered|declared|branded))\b",
            r"(?: by (?:the )?[\w’]+(?: inspectors)?)?(?: in [^,.;]{{2,40}})?,?(?: overall,?)?",
            r"(?P<to> to be| to| as being| as| at)?(?: an?| the)?(?: overall)?(?: is| are| be)?{OPEN}"
        ),
        OPEN = OPEN
    ))
});

static ACTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)\b(?:(?P<past>judged|rated|graded|found|deemed|called|labelled|branded|declared)|(?P<now>judges|rates|grades|finds|deems))\b ",
            r"(?P<object>[^.;]{{2,140}}?)(?: overall)?(?P<to> to be| to| as being| as|,)?(?: an?)?(?: overall)?(?: is| are)?{OPEN}"
        ),
        OPEN = OPEN
    ))
});

static BEING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)\b(?:(?P<now>is|are|remains?|has been|have been|becomes?)|(?P<past>was|were|remained|had been|became))\b",
            r"(?: (?:now|still|currently|again|also|therefore|both|all|judged|rated|graded))*",
            r"(?: that (?:it|they)(?: is| are)?)?(?: overall)?(?: to be| to| as)?{OPEN}"
        ),
        OPEN = OPEN
    ))
});

/// Before a grade that is a verb itself.
static VERBAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)(?: (?:now|still|currently|again|also|therefore|both|all|overall))*{OPEN}"))
});

static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)(?:\b(?P<now>is|are|has|have|gets?|receives?|holds?)\b[^.;]{{0,40}})?",
            r"\b(?:rating|judgement|judgment|grade|grading|verdict)s?(?: from (?:\w+ ){{1,3}}?)?",
            r"(?: for [^,.;]{{3,60}}?)?(?:,? (?:of|as|is|was|to|at|being))?(?: an?)?(?: overall)?{OPEN}"
        ),
        OPEN = OPEN
    ))
});

fn passive(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let found = CLOSES_JUDGED.is_match(after).then(|| PASSIVE.captures(before)).flatten()?;
    let sure = found.name("strong").is_some() || found.name("to").is_some() || BY_INSPECTORS.is_match(after);
    if !sure {
        return None;
    }
    let aux = found.name("aux").map_or("", |aux| aux.as_str());
    let first = aux.split(' ').next().unwrap_or("");
    let present =
        ["is", "are", "has", "have", "remain", "remains"].iter().any(|now| first.eq_ignore_ascii_case(now));
    Some(Link { tie: Tie::Judged, subject: mention.earlier(0, found.get(0)?.start()), present })
}

/// "deemed inadequate by inspectors": who finds so makes the finding a grade.
static BY_INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]? (?:overall )?by (?:[\w’']+ ){0,3}?(?:inspectors?|inspectorate|watchdog|regulator|Ofsted|CQC)\b",
    )
});

/// "was judged good for A and outstanding for B": a further grade of the same verb, with the areas behind it.
fn coordinate(mention: &Mention, before: &str, _: &str) -> Option<Link> {
    listed_behind(mention, &COORDINATE.captures(before)?)
}

static COORDINATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:\b(?P<now>is|are|has been|have been) (?:now )?)?\b(?:judged|rated|graded|rates|rating of|received|given|awarded|achieved)\b[^.;]{{3,240}}(?:,|\band|\bbut|\bwhile)(?: as| was| were| a| an| to be)*{OPEN}",
        OPEN = OPEN
    ))
});

/// "is ‘good’ for A, and ‘outstanding’ for B": a grade in quotation marks with its areas behind it.
fn quoted_for(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let quoted = before.ends_with(['‘', '\'', '“', '"']) && after.starts_with(['’', '\'', '”', '"']);
    listed_behind(mention, &quoted.then(|| QUOTED.captures(before)).flatten()?)
}

/// The link of a grade whose areas stand behind it, from what was found before it.
fn listed_behind(mention: &Mention, found: &regex::Captures<'_>) -> Option<Link> {
    let link = Link {
        tie: Tie::Listed,
        subject: mention.earlier(0, found.get(0)?.start()),
        present: found.name("now").is_some(),
    };
    listed(mention, &link).map(|_| link)
}

static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?P<now>is|are|has been|have been)|was|were)\b(?:[^.;]{{0,240}}?(?:,|\band|\bbut|\bwhile))?(?: as| was| were| a| an| to be| now)*{OPEN}",
        OPEN = OPEN
    ))
});

fn active(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let found = CLOSES_JUDGED.is_match(after).then(|| ACTIVE.captures(before)).flatten()?;
    let verb = found.name("past").or(found.name("now"))?.as_str();
    let weak = !["judg", "rate", "grad"].iter().any(|stem| verb.to_ascii_lowercase().starts_with(stem));
    let quoted = before.trim_end().ends_with(['‘', '\'', '“', '"', '’', '”']);
    let object = found.name("object")?;
    let plain = !quoted && !mention.is_capital() && !subject::end_in_body(mention, object.as_str());
    // "Ofsted called the service “inadequate”": what others call so is no grade.
    let lead = &before[..found.get(0)?.start()];
    let called =
        weak && quoted && subject::end_in_body(mention, object.as_str()) && INSPECTING.is_match(lead);
    if found.name("to").is_none() && (weak && !called || plain) {
        return None;
    }
    let auxiliary = before[..found.get(0)?.start()].trim_end();
    let perfect = ["has", "have", "now", "recently"].iter().any(|word| auxiliary.ends_with(word));
    Some(Link {
        tie: Tie::Judged,
        subject: mention.earlier(object.start(), object.end()),
        present: found.name("now").is_some() || perfect,
    })
}

static INSPECTING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:Ofsted|CQC|inspectors|inspectorate|watchdog|regulator|report)(?: (?:has|have|had|first|once))* ?$",
    )
});

fn being(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    if !CLOSES.is_match(after) {
        return None;
    }
    if let Some(found) = BEING.captures(before) {
        let subject = mention.earlier(0, found.get(0)?.start());
        return Some(Link { tie: Tie::Being, subject, present: found.name("now").is_some() });
    }
    let found = VERBAL.find(before).filter(|_| mention.is_verb())?;
    let past = mention
        .reading
        .document
        .words(mention.span)
        .get(..8)
        .is_some_and(|word| word.eq_ignore_ascii_case("required"));
    Some(Link { tie: Tie::Being, subject: mention.earlier(0, found.start()), present: !past })
}

/// "The council received ‘good’ in all areas": a grade in quotation marks that is given.
fn received(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    if !mention.is_quoted() || !CLOSES_JUDGED.is_match(after) {
        return None;
    }
    let found = RECEIVED.captures(before)?;
    let subject = mention.earlier(0, found.get(0)?.start());
    Some(Link { tie: Tie::Judged, subject, present: found.name("now").is_some() })
}

static RECEIVED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?: (?P<now>has|have)(?: again| now| also)?| was| were)?(?: been)?\b ?(?:received|achieved|awarded|given|got|scored|secured)(?: an?)?(?: overall)?{OPEN}",
        OPEN = OPEN
    ))
});

fn named(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let found = CLOSES_JUDGED.is_match(after).then(|| NAMED.captures(before)).flatten();
    let (start, now) = match &found {
        Some(found) => (found.get(0)?.start(), found.name("now").is_some()),
        None if NAMED_AFTER.is_match(after) => (before.len(), HOLDS.is_match(before)),
        None => return None,
    };
    let link = Link { tie: Tie::Named, subject: mention.earlier(0, start), present: now };
    // "inadequate ratings" are many bodies' unless the areas follow.
    let many = MANY_NAMED.is_match(after) && listed(mention, &link).is_none();
    (!many).then_some(link)
}

static MANY_NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted |CQC |inspection )?(?:ratings|judge?ments|grades|gradings)\b",
    )
});

/// "cost the council its", "moved out of its", "since the": a rating that is held no longer.
static LOST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(?:costs?|los(?:t|es?|ing)|stripped of|previous|former|earlier|sh(?:aken?|ook|aking|akes) off|sheds?|shedding|escap(?:ed|es|ing))\b[^.;]{0,40}",
        r"|out of [^.;]{0,30}|since (?:the|its|their|that|an?)(?: [a-z]+)?[ ‘'“\x22]*)$",
    ))
});

/// "has received a", "is celebrating a", "gets": a rating that is held now.
static HOLDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:has|have)(?: been| now| also)* (?:received|been given|given|been awarded|achieved|retained|earned|secured|kept|maintained)|gets?|receives?|celebrat\w+|given|latest|new|retains?|keeps?|earns?|awards?)\b[^.;]{0,60}$",
    )
});

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
        self.before().ends_with(marks) && self.after().starts_with(marks)
    }

    fn is_capital(&self) -> bool {
        self.reading.document.words(self.span).starts_with(char::is_uppercase)
    }

    /// Whether a sentence of this block can state a grade by "are" alone: a heading, a cell, a line of its own.
    pub fn is_line(kind: &BlockKind, block: Span, sentence: Span) -> bool {
        let own = block.len() <= sentence.len() + 2;
        matches!(kind, BlockKind::Title | BlockKind::Heading { .. } | BlockKind::TableRow { .. })
            || own && block.len() < 200
    }
}
