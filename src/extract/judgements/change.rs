//! A grade's word in its sentence in, the change of grade that ties it out: from one grade, or to another.

use super::prose::{Link, Mention, Tie};
use super::subject::{changed, end_in_body};
use super::ties::{CLOSES_JUDGED, NAMED_AFTER, OF_A_YEAR, OPEN};
use super::wording::CHANGED;
use crate::extract::patterns::{Near, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// "from inadequate to good": either grade of a change.
pub fn change(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    if let Some(found) = UP_FROM.find(before) {
        return Some(Link { tie: Tie::From, subject: mention.earlier(0, found.start()), present: false });
    }
    // "was taken out of intervention when its rating moved from": the verb that stands nearest.
    let nearest = CHANGE.last_captures(before)?;
    let subject = before[..nearest.get(0)?.start()].trim_end();
    // "has gone the other way, sliding from": of the verb before; "since the leap to": the article belongs to it.
    let earlier = [",", " the", " a", " to"].iter().any(|end| subject.ends_with(end));
    let found = if earlier { CHANGE.captures(before)? } else { nearest };
    let left = ["from", "out of"].iter().any(|way| found["way"].eq_ignore_ascii_case(way));
    let tie = if left { Tie::From } else { Tie::To };
    if !(CLOSES_JUDGED.is_match(after)
        || NAMED_AFTER.is_match(after)
        || tie == Tie::From && is_left(mention, after))
    {
        return None;
    }
    let present = tie == Tie::To && !OF_A_YEAR.is_match(after) && !LATER.is_match(after);
    Some(Link { tie, subject: mention.earlier(0, found.get(0)?.start()), present })
}

static LATER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? (?:[a-z]+ ){1,3}(?:years?|months?) later\b"));

/// "good, up from inadequate in 2019", "up from adequate in 2015 and inadequate in 2013": former grades behind the new one.
static UP_FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:up|down) from(?: an?)? (?:[‘'“\x22]?[a-z ]{{4,40}}[’'”\x22]? in (?:[a-z]+ )?(?:19|20)\d\d,? (?:and|or) )?(?:an? )?{OPEN}",
        OPEN = OPEN
    ))
});

/// "from the ‘inadequate’ that it was given in 2013, to ‘good’": another grade stands behind the way to it.
fn is_left(mention: &Mention, after: &str) -> bool {
    TO.captures_iter(after).any(|to| {
        let rest = to.get(0).map_or("", |to| &after[to.end()..]);
        mention.words.grades(rest).next().is_some_and(|(_, grade)| grade.start == 0)
    }) || NEAR.is_match(after)
}

/// What stands directly behind a grade that is left: "inadequate to a good rating".
static NEAR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]?(?: \w+){0,4} to (?:an? )?[‘'“\x22]?"));

static TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[^.;:]{0,80}?,? to (?:an? |being )?(?:overall |rated |judged )?[‘'“\x22]?")
});

static CHANGE: LazyLock<Near> = LazyLock::new(|| {
    Near::new(&format!(
        concat!(
            r"(?i)\b(?:{CHANGED}",
            r"|(?:saw|seen|sees|seeing|watched) [^.;]{{2,60}}?(?:fall|rise|climb|drop|slip|jump|improve|go|move|sink|slide|plunge)",
            r"|(?:help(?:ed|s|ing)|enabl(?:ed|es|ing)|allow(?:ed|s|ing)|led|leads|leading|manag(?:ed|es|ing)|able)(?: [^.;]{{2,60}}?)?(?: to)? (?:rise|climb|jump|leap|improve|go|move|progress|advance))\b",
            r"[^.;]{{0,80}}?\b(?P<way>from|to|as|out of)(?: an?| the| its)?(?: overall)?(?: Ofsted)?(?: overall)?(?: rating of| judgement of)?(?: being)?(?: rated| judged| graded)?(?: as)?{OPEN}"
        ),
        CHANGED = CHANGED,
        OPEN = OPEN
    ))
});

/// "since the leap to ‘good’ in 2019": of the body that the document is about.
pub fn is_leap(mention: &Mention, link: &Link, between: &str) -> bool {
    // "The leap from ‘good’ is rare" tells of nobody.
    let lead = mention.reading.document.words(link.subject).trim_end().to_lowercase();
    let dated = ["since", "after", "following", "despite"].iter().any(|word| lead.ends_with(word));
    dated && mention.is_quoted() && mention.reading.details.subject.is_some() && LEAP.is_match(between)
}

static LEAP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\W*(?:an?|the) (?:rise|fall|drop|leap|jump|climb|slide|turnaround|move) (?:from|to)\b")
});

/// "A kind report lifted the department from", "has helped Harbour to climb from": the object of the verb of a change, where that is the judged body.
pub fn lifted<'a>(mention: &Mention<'a>, link: &Link) -> Option<&'a str> {
    let object = LIFTED.captures(changed(mention, link))?.get(1)?.as_str();
    (matches!(link.tie, Tie::From | Tie::To) && end_in_body(mention, object)).then_some(object)
}

static LIFTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[a-z-]+ ((?:the|its|their|this|[A-Z])[^.;,:]{2,60}?) (?:up |down )?(?:from|out of|to)\b")
});
