//! The words that are tied to a grade in, what they name out: areas, the whole of a body, or nothing that is judged.

use super::super::anaphor::stands_for_body;
use super::super::prose::{Link, Mention};
use super::super::subject::{self, Subject, distinct, end_in_body, follows_provider};
use super::super::wording::{RATING, WATCHDOG};
use super::behind::{areas, listed};
use super::tied::Tied;
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What the words that are tied to the grade name.
pub fn said_of(mention: &Mention, tied: &Tied, link: &Link) -> Subject {
    let document = mention.reading.document;
    let words = document.words(link.subject);
    let clause = clause(mention, link);
    // "But on the experiences of care leavers the council was told": what it was told of.
    if let Some(of) = ON.captures(clause) {
        let named = areas(mention.words, &of["area"]);
        if !named.is_empty() && end_in_body(mention, clause) {
            return Subject::Areas(distinct(&named));
        }
    }
    let list = || led_by_list(mention, words).or_else(|| led_by_list(mention, clause));
    if let Some(areas) = counted(mention, words).or_else(list) {
        return Subject::Areas(areas);
    }
    if let Some(subject) = that_area(mention, words, clause) {
        return subject;
    }
    let last = clause.rsplit(' ').next().unwrap_or_default();
    if is_pronoun(last) && where_body(mention, words, clause).is_none() {
        return pronoun(mention, link);
    }
    let main = if tied.participle { MAIN.captures(words) } else { FIRST_OF.captures(clause) };
    let main =
        main.and_then(|main| main.get(1)).map(|main| &main.as_str()[subject::last_cut(main.as_str())..]);
    if main.is_some_and(is_pronoun) {
        return pronoun(mention, link);
    }
    antecedent(mention, clause)
        .or_else(|| whose_work(mention, words, clause))
        .or_else(|| where_body(mention, words, clause))
        .or_else(|| verdict(mention, clause))
        .or_else(|| placed(mention, clause))
        .or_else(|| INSPECTED_APART.find(clause).map(|what| Subject::Other(what.as_str().to_lowercase())))
        .or_else(|| offered(mention, clause))
        .or_else(|| spoken(mention, clause))
        .or_else(|| main.filter(|main| end_in_body(mention, main)).map(|_| Subject::Whole))
        .or_else(|| several(mention, clause))
        .unwrap_or_else(|| match subject::subject(mention, link) {
            Subject::None if WHO.is_match(words) && !mention.words.name_provider(words) => Subject::Whole,
            subject => subject,
        })
}

/// What is judged where it does not stand right before its verb: the subject of a row of predicates, or what follows
/// another grade.
pub fn narrowed(mention: &Mention, subject: Span) -> Option<Span> {
    let words = mention.reading.document.words(subject);
    let found = elided(mention, words)
        .or_else(|| behind_grade(mention, words))
        .or_else(|| before_which(mention, words))?;
    Some(found.shifted(subject.start))
}

/// "be merged with Harbour, which Ofsted rated": the body before the relative clause.
fn before_which(mention: &Mention, words: &str) -> Option<Span> {
    let lead = &words[..WHICH_OFSTED.find(words)?.start()];
    let (_, name) = mention.words.authorities(lead).last()?;
    let body = Span::new(name.start, lead.len());
    end_in_body(mention, &lead[body.range()]).then_some(body)
}

static WHICH_OFSTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i), which (?:the )?(?:{WATCHDOG})(?: has| had| also| recently| last)* ?$"))
});

/// "It was rated adequate in 2015, moved up to": of a row of predicates, the subject of the first.
fn elided(mention: &Mention, words: &str) -> Option<Span> {
    let words = words.trim_end();
    let goes_on = [",", " and", " but", " then", " yet", " after", " since", " despite", " before"]
        .iter()
        .any(|joint| words.ends_with(joint));
    let first = FIRST.captures(words).filter(|_| goes_on)?.get(1)?.as_str();
    let mut start = 0;
    first.split(", ").find_map(|part| {
        let from = start;
        start += part.len() + ", ".len();
        let own = &part[subject::last_cut(part)..];
        let own = own.trim_start_matches(|c: char| !c.is_alphanumeric());
        // "Services which were once weak have grown and are": of the services.
        let own = [" which", " that"].iter().find_map(|which| own.strip_suffix(which)).unwrap_or(own);
        let fits = is_pronoun(own) || end_in_body(mention, own) || !areas(mention.words, own).is_empty();
        fits.then(|| Span::new(from + part.len() - own.len(), from + part.len()))
    })
}

static FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^([^;:]{2,160}?),? (?:is|are|was|were|has|have|had|went|moved|rose|fell|got|received) ")
});

/// "A was inadequate and B": behind another grade, what stands between the two.
fn behind_grade(mention: &Mention, words: &str) -> Option<Span> {
    let (_, grade) = mention.words.grades(words).last()?;
    let joint = GOES_ON.find(&words[grade.end..])?;
    Some(Span::new(grade.end + joint.end(), words.len()))
}

static GOES_ON: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]?(?: overall)?,? (?:and|but|while|whereas|with) (?:that )?"));

/// The clause of what is judged, up to its verb.
pub fn clause<'a>(mention: &Mention<'a>, link: &Link) -> &'a str {
    let words = mention.reading.document.words(subject::clause(mention, link));
    words.trim_end_matches([' ', ',', '–', '-', '('])
}

/// "A council that has put nurses in its teams has been": whom the relative clause is about.
static WHO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:a|the|this) (?:[a-z]+ ){0,2}(?:council|local authority|authority|department)(?: in [A-Z]\w+)?,? (?:that|which|whose|where) ",
    )
});

static ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:but |and |however,? )?(?:on|for|in|over) (?P<area>[^,;:]{5,120}?),? (?:the|its) \w+$",
    )
});

fn is_pronoun(word: &str) -> bool {
    ["it", "they"].iter().any(|pronoun| pronoun.eq_ignore_ascii_case(word))
}

/// "All four judgements – on A, B, C and D – were": the areas, if they are as many as are counted.
fn counted(mention: &Mention, words: &str) -> Option<Vec<usize>> {
    let lead = COUNTED.captures(words)?;
    let count = lead.name("count").and_then(|count| number(count.as_str()));
    let list = &words[lead.get(0)?.end()..];
    // "children in care and care leavers" may be one of them or two.
    let ways = [true, false].map(|apart| listed(mention, list, apart && count.is_some()));
    ways.into_iter().find(|named| !named.is_empty() && count.is_none_or(|count| count == named.len()))
}

/// "A and B, and the C of D, were": a list of areas that begins the sentence and ends before the verb.
fn led_by_list(mention: &Mention, words: &str) -> Option<Vec<usize>> {
    let words =
        words.trim_start_matches("But ").trim_start_matches("And ").trim_end_matches([' ', ',', '–', '-']);
    let named = areas(mention.words, words);
    let ((_, first), (_, last)) = (named.first()?, named.last()?);
    let begins = subject::is_plain(subject::without_owner(&words[..first.start]));
    let ends = &words[last.end..];
    let ends = EACH.is_match(ends) || OFFERED.is_match(ends) || subject::is_tail(ends);
    let list = listed(mention, words, false);
    (named.len() > 1 && begins && ends && list.len() == distinct(&named).len()).then_some(list)
}

static EACH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[,:]? (?:each|all|both)(?: (?:two|three|four|five))?$"));

/// "Six remain, among them Harbour, which": the body, or the area, before the relative pronoun.
fn antecedent(mention: &Mention, clause: &str) -> Option<Subject> {
    const MOST_WORDS: usize = 12;
    let words = clause.strip_suffix("which").or_else(|| clause.strip_suffix("that"))?;
    let words = words.trim_end_matches([' ', ',']).rsplit(", ").next()?;
    let words =
        ["MBC", "BC", "CC"].iter().find_map(|short| words.strip_suffix(short)).map_or(words, str::trim_end);
    let item = words.rsplit([':', '–', '—']).next()?;
    let named = areas(mention.words, item);
    let ends = named.last().is_some_and(|(_, area)| area.end == item.len());
    if ends && item.split(' ').count() <= MOST_WORDS {
        return Some(Subject::Areas(distinct(&named)));
    }
    if let Some(own) = subject::own_service(mention, words) {
        return Some(Subject::Other(own.to_owned()));
    }
    end_in_body(mention, words).then_some(Subject::Whole)
}

/// "the support for care leavers, where the council got": the area before.
fn where_body(mention: &Mention, words: &str, clause: &str) -> Option<Subject> {
    let before = words.strip_suffix(clause)?.trim_end();
    let before = before.strip_suffix("where").or_else(|| before.strip_suffix("for which"))?;
    let before = before.trim_end_matches([' ', ',']);
    let body = is_pronoun(clause) || end_in_body(mention, clause) && clause.len() < 60;
    let named = areas(mention.words, before);
    let (area, _) = named.last().filter(|(_, area)| body && area.end == before.len())?;
    Some(Subject::Areas(vec![area.area]))
}

/// "Children did not get support in time and it graded that area as": the area named before.
fn that_area(mention: &Mention, words: &str, clause: &str) -> Option<Subject> {
    const THAT: [&str; 9] = [
        "that area",
        "this area",
        "that category",
        "that strand",
        "this category",
        "that aspect",
        "their experiences",
        "their experience",
        "their care",
    ];
    let behind = IN_THAT_AREA.is_match(mention.after());
    if !THAT.contains(&clause) && !behind {
        return None;
    }
    let document = mention.reading.document;
    let own = document.words(Span::new(mention.sentence.start, mention.span.start));
    let before = words.strip_suffix(clause).map_or(own, |_| own);
    let named = areas(mention.words, before);
    let named = if named.is_empty() { areas(mention.words, mention.previous().unwrap_or("")) } else { named };
    named.last().map(|(area, _)| Subject::Areas(vec![area.area]))
}

static IN_THAT_AREA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[’”'\x22]? (?:in|for|on) (?:that|this) (?:area|category|strand|aspect)\b")
});

/// "its care leavers' team, whose work": whose work it is.
fn whose_work(mention: &Mention, words: &str, clause: &str) -> Option<Subject> {
    const WORK: [&str; 5] = ["work", "performance", "practice", "provision", "record"];
    let whose = WORK.iter().find_map(|work| words.strip_suffix(work)).filter(|_| WORK.contains(&clause))?;
    let before = whose.trim_end().strip_suffix("whose")?.trim_end_matches([' ', ',']);
    let (area, _) = areas(mention.words, before).into_iter().rfind(|(_, area)| area.end == before.len())?;
    Some(Subject::Areas(vec![area.area]))
}

/// "Before that, in 2011, the verdict had been": the body's.
fn verdict(mention: &Mention, clause: &str) -> Option<Subject> {
    VERDICT.find(clause.rsplit(", ").next()?)?;
    Some(if follows_provider(mention) { Subject::None } else { Subject::Whole })
}

/// "safeguarding on the Wirral": what is somewhere is not the whole that is there.
pub fn placed(mention: &Mention, clause: &str) -> Option<Subject> {
    let placed = PLACED.captures(clause.rsplit(", ").next()?)?;
    let head = placed["head"].trim();
    let place = &placed["place"];
    let somewhere = AREAS.contains(&place) || mention.words.authorities(place).next().is_some();
    let judged = end_in_body(mention, head) || mention.words.name_service(head);
    let other = somewhere && !judged && areas(mention.words, head).is_empty();
    let inspected = INSPECTED_APART.is_match(head).then(|| head.to_lowercase());
    other.then(|| inspected.map_or(Subject::None, Subject::Other))
}

const AREAS: [&str; 6] = ["borough", "county", "city", "district", "town", "area"];

/// What inspectors judged by itself under earlier frameworks.
static INSPECTED_APART: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^safeguarding(?: services| arrangements)?$"));

/// "the help and protection offered to families": an area with more said of it.
fn offered(mention: &Mention, clause: &str) -> Option<Subject> {
    let named = areas(mention.words, clause);
    let (_, area) = named.last()?;
    let whole = OFFERED.is_match(&clause[area.end..]) && !subject::MANY.is_match(clause);
    whole.then(|| Subject::Areas(distinct(&named)))
}

/// "Its child protection arrangements": an area as only news calls it.
fn spoken(mention: &Mention, clause: &str) -> Option<Subject> {
    let named = areas(mention.words, clause);
    let ((_, first), (_, last)) = (named.first()?, named.last()?);
    let formal = mention.words.areas(clause).next().is_some();
    let lead = subject::without_owner(&clause[..first.start]);
    let lead = WHOSE.find(lead).map_or(lead, |whose| &lead[whose.end()..]);
    let plain = subject::is_plain(lead) && subject::is_tail(&clause[last.end..]);
    (!formal && plain).then(|| Subject::Areas(distinct(&named)))
}

static WHOSE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^.*\b(?:whose|where) (?:the |its )?"));

/// "Harbour and Northport councils".
fn several(mention: &Mention, clause: &str) -> Option<Subject> {
    let councils = COUNCILS.find(clause)?;
    end_in_body(mention, &clause[..councils.start()]).then_some(Subject::Whole)
}

static VERDICT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:and |but )?(?:the|its|their)(?: (?:overall|previous|former|last|earlier|Ofsted|official|final))* (?:{RATING})$"
    ))
});

static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\W*(?P<head>[^,;:]{3,60}?) (?:in|on|at|across|for) (?:the )?(?P<place>[A-Z][^,;:]{2,50}|borough|county|city|district|town|area)$",
    )
});

pub static OFFERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^ (?:offered|given|provided|available|that [a-z]+ (?:receive|get)|received|delivered)(?: [a-z’']+){1,6}$",
    )
});

/// What "it" stands for: the area that the sentence, or the one before, begins with, else the body.
fn pronoun(mention: &Mention, link: &Link) -> Subject {
    let document = mention.reading.document;
    let own = document.words(Span::new(mention.sentence.start, link.subject.end));
    // "adoption in 2010, when it was": what is named right before.
    if let Some(end) = WHEN_IT.find(own).map(|found| found.start()) {
        let lead = &own[..end];
        let lead = lead.rsplit([';', ':', ',']).next().unwrap_or_default();
        let named = areas(mention.words, lead);
        let body = subject::is_of_body(mention, lead);
        return match named.last() {
            Some((area, _)) => Subject::Areas(vec![area.area]),
            None if body || DATE_ALONE.is_match(lead) && subject::BODY.is_match(&own[..end]) => {
                Subject::Whole
            }
            None => Subject::None,
        };
    }
    // "A review of the board also said that it": of what the sentence itself told before.
    let told = areas(mention.words, own);
    if let Some((area, span)) = told.first()
        && !subject::is_of_body(mention, &own[span.end..])
    {
        return Subject::Areas(vec![area.area]);
    }
    if subject::is_of_body(mention, own) {
        return Subject::Whole;
    }
    let own = own.rfind([';', ':']).map(|end| &own[..end]);
    let Some(lead) = own.or_else(|| mention.previous()) else { return Subject::Whole };
    if subject::names_provider(mention, lead) || subject::HOME.is_match(lead) {
        return Subject::None;
    }
    // "They looked at its fostering service. It was": a service with a name of its own.
    let main = MAIN.captures(lead).and_then(|main| main.get(1)).map_or("", |main| main.as_str());
    // "Ofsted rated its fostering service as good. It had been": what was graded right before.
    let graded = mention.words.grades(lead).next().map_or("", |(_, grade)| &lead[..grade.start]);
    let graded = graded.trim_end_matches([' ', '‘', '“', '\'', '"']);
    let graded = [" as", " to be"].iter().find_map(|to| graded.strip_suffix(to)).unwrap_or(graded);
    let main = if subject::own_service(mention, graded).is_some() { graded } else { main };
    if let Some(own) = subject::own_service(mention, main) {
        return Subject::Other(own.to_owned());
    }
    let named = areas(mention.words, lead);
    let first = named.first().filter(|(_, area)| {
        area.start < 60 && subject::is_plain(subject::without_owner(&lead[..area.start]))
    });
    let subject = document.words(link.subject);
    match first {
        Some((_, span)) if stands_for_body(subject, &lead[span.end..]) => Subject::Whole,
        Some((area, _)) => Subject::Areas(vec![area.area]),
        None => Subject::Whole,
    }
}

static DATE_ALONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^ ?(?:back )?(?:in|on) [^,]{0,16}\d{4}$"));

static WHEN_IT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i), (?:when|where) (?:it|they)$"));

/// "All four judgements – on A, B, C and D –": what is counted, and what leads to its names.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:all|both|each|every|the|its|of) ){0,3}(?:other )?(?P<count>two|three|four|five|six)?(?: of (?:the|its)(?: (?:two|three|four|five|six))?)?(?: [a-z]+)?? ?(?:areas|categories|judge?ments|aspects|grades|ratings)(?: [a-z]+){0,2}?(?: [–—-]|[:,]) (?:for|on|of)?",
    )
});

fn number(word: &str) -> Option<usize> {
    ["two", "three", "four", "five", "six"]
        .iter()
        .position(|number| number.eq_ignore_ascii_case(word))
        .map(|at| at + 2)
}

/// The subject of the main clause, before its verb.
static MAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^([^;:]{2,80}?) (?:is|are|was|were|has|have|had|became|becomes|went|got|rose|fell)\b")
});

/// "Harbour becomes the first council this year to be": who is the first of others is judged.
static FIRST_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(.{2,80}?),? (?:is|are|was|were|remains?|becomes?|became|has become|being|joins?|joined) (?:now |still |also )?(?:the |just |only |its )*(?:first|second|third|fourth|latest|only|one of|among)\b",
    )
});

static COUNCILS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?: (?:city|county|borough|metropolitan))? (?:councils|boroughs|authorities|counties)$")
});
