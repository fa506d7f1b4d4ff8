//! A grade's word in its sentence in, how the words beside it tie it to what is judged out.

use super::apposition::{apposed, headline, line_for, paired};
use super::change::change;
use super::leading::leading;
use super::listed::listed;
use super::prose::{Link, Mention, Tie};
use super::subject;
use super::wording::{
    ADVERB, CALLED, FOUND, GAINED, GIVES, JUDGED, LAY, MARK, RATING, VISIT, WATCHDOG, YEAR,
};
use crate::extract::details::is_formal;
use crate::extract::patterns::{Near, pattern};
use regex::{Captures, Match, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// A way in which a sentence ties a grade to what is judged.
pub type Linking = fn(&Mention, &str, &str) -> Option<Link>;

/// What a way of linking asks of its sentence before it is tried.
#[derive(PartialEq, Eq)]
pub enum Asks {
    Nothing,
    /// A word of judging: most sentences in which something is good have none, and the dear patterns are spared them.
    Judging,
}

/// All of them, the surest first.
pub const LINKS: [(Asks, Linking); 17] = [
    (Asks::Nothing, labelled),
    (Asks::Nothing, leading),
    (Asks::Judging, passive),
    (Asks::Judging, coordinate),
    (Asks::Judging, dated_again),
    (Asks::Nothing, quoted_for),
    (Asks::Nothing, change),
    (Asks::Judging, named),
    (Asks::Judging, active),
    (Asks::Nothing, being),
    (Asks::Nothing, received),
    (Asks::Judging, apposed),
    (Asks::Nothing, headline),
    (Asks::Nothing, line_for),
    (Asks::Nothing, paired),
    (Asks::Nothing, inverted),
    (Asks::Nothing, dated),
];

/// A closing mark after the grade, if any, and what may follow where a verb ties it.
pub static CLOSES: LazyLock<Regex> = LazyLock::new(|| {
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
        r"|although|though|until|which|who|twice|again|under|three|two|four|five|six|earlier|previously|from|more|only|having|both|throughout|by|follows?|comes|came|means|marks|reflects|is|was|were|has|have|had|back|amid|according|between)\b)",
    ))
});

/// "… rating", "… Ofsted judgement".
pub static NAMED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted |CQC |inspection )?(?:{RATING})s?\b"))
});

/// "… status", "an ‘outstanding’ one": a noun that names a grade only where the grade is set off.
pub static MARKED_AFTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted )?(?:(?:{MARK})s?|one)\b")));

/// The opening quotation mark that may stand before a grade.
pub const OPEN: &str = r" ?[‘'“\x22’”:]? ?$";

static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)(?P<aux>\b(?:is|are|was|were|(?:has|have|had)(?: [a-z]+){{0,2}} been|been|being|(?:continues?|continued) to be|be|remains?|remained)\b)?",
            r"(?: ?\b(?:{ADVERB})\b,?)*",
            r" ?\b(?:(?P<strong>{JUDGED})|(?P<weak>{FOUND})|(?P<told>{CALLED}))\b",
            r"(?: by (?:the )?[\w’]+(?: inspectors)?)?(?: in [^,.;]{{2,40}})?,?(?: overall,?)?",
            r"(?P<to> to be| (?:up|down) to| to| as being| as| at)?(?: an?| the)?(?: overall)?(?: is| are| be)?{OPEN}"
        ),
        ADVERB = ADVERB,
        JUDGED = JUDGED,
        FOUND = FOUND,
        CALLED = CALLED,
        OPEN = OPEN
    ))
});

/// A verb of judging before its object.
static ACTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?:{JUDGED}|{FOUND}|called|described|hailed)|(?P<given>{GIVES})|(?P<now>judges|rates|grades|finds|deems|considers|declares|ranks|labels|brands|rating|judging|grading))\b ",
    ))
});

/// What may stand between the object of such a verb and the grade.
static TO_GRADE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?: overall)?(?P<to> to be| (?:up|down) to| to| as being| as|,)?(?: an?)?(?: overall)?(?: is| are)?{OPEN}",
    ))
});

static BEING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)\b(?:(?P<now>is|are|remains?|stays?|has been|have been|becomes?|continues? to be)|(?P<past>was|were|remained|stayed|had been|became))\b",
            r"(?: (?:{ADVERB}|judged|rated|graded))*",
            r"(?: that (?:it|they)(?: is| are)?)?(?: overall)?(?: to be| to| as| at)?{OPEN}"
        ),
        ADVERB = ADVERB,
        OPEN = OPEN
    ))
});

/// Before a grade that is a verb itself.
static VERBAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)(?: (?:now|still|currently|again|also|therefore|both|all|overall))*{OPEN}"))
});

static NAMED: LazyLock<Near> = LazyLock::new(|| {
    Near::new(&format!(
        concat!(
            r"(?i)(?:\b(?P<now>is|are|has|have|gets?|receives?|holds?)\b[^.;]{{0,40}})?",
            r"\b(?:(?:{RATING})s?|(?:top|highest|best|bottom|lowest|worst)(?: possible)? (?:{MARK})|(?P<mark>{MARK}))(?: from (?:\w+ ){{1,3}}?| of the (?:{VISIT}))?",
            r"(?: (?:for|on) [^,.;]{{3,60}}?| (?:given|handed|awarded|issued) (?:to|out to) [^,.;]{{2,60}}?| (?:they|it|inspectors) (?:gave|awarded|reached)|,? (?:made |given |issued |back )?in {YEAR},?)?",
            r"(?:,? (?:of|as|is|was|to|at|being|remains|remained))?(?: (?:{ADVERB}))?,?(?: an?)?(?: overall)?{OPEN}"
        ),
        RATING = RATING,
        MARK = MARK,
        VISIT = VISIT,
        YEAR = YEAR,
        ADVERB = ADVERB,
        OPEN = OPEN
    ))
});

fn passive(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let found = CLOSES_JUDGED.is_match(after).then(|| PASSIVE.captures(before)).flatten()?;
    let start = found.get(0)?.start();
    let aux = found.name("aux").map_or("", |aux| aux.as_str());
    // "has gone from being rated inadequate to good" is a change.
    let left = aux.eq_ignore_ascii_case("being") && before[..start].trim_end().ends_with("from");
    if left || BY_OTHERS.is_match(after) || !is_sure(mention, &found, after) {
        return None;
    }
    let first = aux.split(' ').next().unwrap_or("");
    const NOW: [&str; 8] = ["is", "are", "has", "have", "remain", "remains", "continue", "continues"];
    let present = NOW.iter().any(|now| first.eq_ignore_ascii_case(now));
    Some(Link { tie: Tie::Judged, subject: mention.earlier(0, start), present })
}

/// Whether the verb is one of judging, or stands where only a grade can follow it.
fn is_sure(mention: &Mention, found: &Captures<'_>, after: &str) -> bool {
    let to = found.name("to").is_some();
    if found.name("strong").is_some() {
        return true;
    }
    let inspected = BY_INSPECTORS.is_match(after);
    if found.name("told").is_some() {
        return to
            && (mention.is_quoted() && mention.is_of_inspectors() || mention.is_capital() && inspected);
    }
    let named = mention.is_quoted() && !BY.is_match(after);
    let verb = found.get(0).map_or("", |found| found.as_str());
    to || inspected
        || named
        || BRANDED.is_match(verb) && OF_A_YEAR.is_match(after)
        || LABELLED.is_match(verb) && !BY.is_match(after) && mention.is_of_judging()
}

/// "deemed inadequate in 2018".
static BRANDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:deemed|declared|pronounced|branded|labelled|classed|ranked|found)\b")
});

/// Verbs that give a name, where the sentence speaks of inspectors or of other grades.
static LABELLED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:deemed|declared|pronounced|branded|labelled|classed|ranked)\b"));

pub static OF_A_YEAR: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)^[’”'\x22]? (?:back )?in {YEAR}\b")));

/// "rated good by parents", "parents rated the service good": who has an opinion and no grades to give.
pub static BY_OTHERS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)^[’”'\x22]? (?:overall )?by (?:[\w’]+ ){{0,2}}?(?:{LAY})\b")));

static OTHERS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{LAY})(?: (?:has|have|had|also|who))* ?$")));

static BY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? (?:overall )?by\b"));

/// "deemed inadequate by inspectors": who finds so makes the finding a grade.
static BY_INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)^[’”'\x22]? (?:overall )?by (?:[\w’']+ ){{0,3}}?(?:{WATCHDOG})\b"))
});

/// "was judged good for A and outstanding for B": a further grade of the same verb, with the areas behind it.
fn coordinate(mention: &Mention, before: &str, _: &str) -> Option<Link> {
    listed_behind(mention, &COORDINATE.captures(before)?)
}

static COORDINATE: LazyLock<Near> = LazyLock::new(|| {
    Near::new(&format!(
        r"(?i)(?:\b(?P<now>is|are|has been|have been) (?:now )?)?\b(?:judged|rated|graded|rates|rating of|received|given|awarded|achieved|scored|secured|got|grades of|ratings of)\b[^.;]{{3,240}}(?:,|\band|\bbut|\bwhile|\bwith)(?: as| well| was| were| a| an| to be)*{OPEN}",
        OPEN = OPEN
    ))
});

/// "was rated inadequate in 2013 and good in 2015": a further grade of the same verb, with a date of its own.
fn dated_again(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let found = OF_A_YEAR.is_match(after).then(|| AGAIN.captures(before)).flatten()?;
    Some(Link { tie: Tie::Judged, subject: mention.earlier(0, found.get(0)?.start()), present: false })
}

static AGAIN: LazyLock<Near> = LazyLock::new(|| {
    Near::new(&format!(
        r"(?i)(?:\b(?:was|were|been) )?\b(?:{JUDGED}|{FOUND})\b[^.;]{{3,80}} in {YEAR}(?:,| and|, and|, then| and then)(?: as| was| were| a| an| to be)*{OPEN}",
    ))
});

/// "is ‘good’ for A, and ‘outstanding’ for B": a grade in quotation marks with its areas behind it.
fn quoted_for(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let quoted = before.ends_with(['‘', '\'', '“', '"']) && after.starts_with(['’', '\'', '”', '"']);
    listed_behind(mention, &quoted.then(|| QUOTED.captures(before)).flatten()?)
}

/// The link of a grade whose areas stand behind it, from what was found before it.
fn listed_behind(mention: &Mention, found: &Captures<'_>) -> Option<Link> {
    let link = Link {
        tie: Tie::Listed,
        subject: mention.earlier(0, found.get(0)?.start()),
        present: found.name("now").is_some(),
    };
    listed(mention, &link).map(|_| link)
}

static QUOTED: LazyLock<Near> = LazyLock::new(|| {
    Near::new(&format!(
        r"(?i)\b(?:(?P<now>is|are|has been|have been)|was|were)\b(?:[^.;]{{0,240}}?(?:,|\band|\bbut|\bwhile))?(?: as| was| were| a| an| to be| now)*{OPEN}",
        OPEN = OPEN
    ))
});

fn active(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let first = CLOSES_JUDGED.is_match(after).then(|| Active::of(before, 0)).flatten()?;
    // "When inspectors called in 2018 they rated the service good": of two verbs the nearer, if the first does not fit.
    first
        .link(mention, before)
        .or_else(|| Active::of(before, first.object.start).and_then(|nearer| nearer.link(mention, before)))
}

/// A verb of judging with the object that stands between it and the grade: "judged the service to be".
struct Active<'t> {
    verb: Match<'t>,
    /// "gave the service a": a verb of giving.
    given: bool,
    /// "rates the service".
    now: bool,
    object: Range<usize>,
    /// Whether the words behind the object lead to a grade.
    to: bool,
}

impl<'t> Active<'t> {
    /// The first one behind an offset that reaches the end of the words.
    fn of(before: &'t str, mut from: usize) -> Option<Self> {
        const MOST: usize = 140;
        loop {
            let found = ACTIVE.captures_at(before, from)?;
            let verb = found.get(0)?;
            from = verb.end();
            let mut ends = before[from..].char_indices().map(|(at, _)| at).chain([before.len() - from]);
            let tail = TO_GRADE.captures_at(before, from + ends.nth(2)?)?;
            let object = from..tail.get(0)?.start();
            let words = &before[object.clone()];
            if !words.contains(['.', ';']) && words.chars().count() <= MOST {
                let (given, now) = (found.name("given").is_some(), found.name("now").is_some());
                return Some(Self { verb, given, now, object, to: tail.name("to").is_some() });
            }
        }
    }

    fn link(&self, mention: &Mention, before: &str) -> Option<Link> {
        let verb = self.verb.as_str().trim_end();
        let weak = !["judg", "rate", "grad"].iter().any(|stem| verb.to_ascii_lowercase().starts_with(stem));
        let quoted = before.trim_end().ends_with(['‘', '\'', '“', '"', '’', '”']);
        let object = &before[self.object.clone()];
        let pronoun = !weak && ["it", "them", "us"].contains(&object);
        let areas = subject::areas(mention.words, object);
        let of_area = !weak && areas.last().is_some_and(|(_, area)| subject::is_tail(&object[area.end..]));
        let set_off = quoted || mention.is_capital();
        let plain = !(set_off || pronoun || of_area || subject::end_in_body(mention, object));
        // "Ofsted called the service “inadequate”": what others call so is no grade.
        let lead = &before[..self.verb.start()];
        let branded = BRANDED.is_match(verb);
        let called = weak
            && (quoted || branded || self.given && mention.is_capital())
            && subject::end_in_body(mention, object)
            && INSPECTING.is_match(lead);
        let told = ["described", "hailed", "considered", "called"]
            .iter()
            .any(|told| verb.eq_ignore_ascii_case(told));
        let opinion = told && !INSPECTING.is_match(lead) || OTHERS.is_match(lead);
        if opinion || self.given && !called || !self.to && (weak && !called || plain) {
            return None;
        }
        let auxiliary = lead.trim_end();
        let perfect = ["has", "have", "now", "recently"].iter().any(|word| auxiliary.ends_with(word));
        Some(Link {
            tie: Tie::Judged,
            subject: mention.earlier(self.object.start, self.object.end),
            present: self.now || perfect,
        })
    }
}

static INSPECTING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?:{WATCHDOG}|{VISIT})(?:,? (?:back |last )?in {YEAR},?|, [^,]{{2,30}},)?|(?:{WATCHDOG})[^.;:]{{2,40}}\bthey)(?: (?:has|have|had|first|once|also))* ?$"
    ))
});

fn being(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let told = mention.is_verb() && mention.is_quoted() && CLOSES_JUDGED.is_match(after);
    if !told && !CLOSES.is_match(after) {
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

/// "Leadership: inadequate.": a sentence that is a label and its grade.
fn labelled(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    // A line of its own is read as a row.
    if mention.line || is_formal(mention.reading.details.kind) {
        return None;
    }
    let label = before.trim_end_matches(['‘', '“', '"', '\'', ' ']).strip_suffix(':')?;
    let area = label.trim_start_matches(|c: char| !c.is_alphanumeric());
    let ends = after.trim_start_matches(['’', '”', '"', '\'']).trim_matches(['.', ' ']).is_empty();
    let whole = mention.words.areas_in_news(area).next().is_some_and(|(_, span)| span.len() == area.len());
    let subject = mention.earlier(label.len() - area.len(), label.len());
    (ends && whole).then_some(Link { tie: Tie::Judged, subject, present: true })
}

/// "The council received ‘good’ in all areas": a grade in quotation marks that is given.
fn received(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    if !(mention.is_quoted() || mention.is_capital()) || !CLOSES_JUDGED.is_match(after) {
        return None;
    }
    let found = RECEIVED.captures(before)?;
    let start = found.get(0)?.start();
    let subject = mention.earlier(0, start);
    if found.name("gives").is_some() {
        // "The report awards ‘good’ for A": the giver is not the one who has it.
        let link = Link { tie: Tie::Listed, subject, present: false };
        return (INSPECTING.is_match(&before[..start]) && listed(mention, &link).is_some()).then_some(link);
    }
    Some(Link { tie: Tie::Judged, subject, present: found.name("now").is_some() })
}

static RECEIVED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?: (?P<now>has|have)(?: again| now| also)?| was| were)?(?: been)?(?: each| both| all)?\b ?(?:{GAINED}|(?P<gives>awards|gave|gives|handed out))(?: an?)?(?: overall)?{OPEN}",
        GAINED = GAINED,
        OPEN = OPEN
    ))
});

fn named(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let found = CLOSES_JUDGED.is_match(after).then(|| NAMED.captures(before)).flatten();
    let set_off = mention.is_quoted() || mention.is_capital();
    let found = found.filter(|found| set_off || found.name("mark").is_none());
    let (start, now) = match &found {
        Some(found) => (found.get(0)?.start(), found.name("now").is_some()),
        None if NAMED_AFTER.is_match(after) || set_off && MARKED_AFTER.is_match(after) => {
            (before.len(), HOLDS.is_match(before))
        }
        None => return None,
    };
    let link = Link { tie: Tie::Named, subject: mention.earlier(0, start), present: now };
    // "inadequate ratings" are many bodies' unless the areas follow.
    let many = MANY_NAMED.is_match(after)
        && listed(mention, &link).is_none()
        && !OF_YEARS.is_match(after)
        && subject::distinct(&subject::areas(mention.words, before)).len() < 2;
    (!many).then_some(link)
}

/// "inadequate ratings in 2011 and 2015": of one body, as many as years.
static OF_YEARS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted )?(?:ratings|judge?ments|grades|gradings) in (?:19|20)\d\d(?:, (?:19|20)\d\d)*,? and (?:19|20)\d\d",
    )
});

static MANY_NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted |CQC |inspection )?(?:ratings|judge?ments|grades|gradings)\b",
    )
});

/// "has received a", "is celebrating a", "gets": a rating that is held now.
static HOLDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:has|have)(?: been| now| also)* (?:received|been given|given|been awarded|achieved|retained|earned|secured|kept|maintained)|gets?|receives?|celebrat\w+|latest|new|retains?|keeps?|earns?|awards?)\b[^.;]{0,60}$",
    )
});

/// "‘Inadequate’ was the verdict": the grade leads.
fn inverted(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let leads = !before.contains(char::is_alphanumeric) && mention.is_quoted();
    let sure = leads && INVERTED.is_match(after);
    sure.then(|| Link { tie: Tie::Named, subject: mention.earlier(0, 0), present: false })
}

pub static INVERTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]?,? (?:[–—-] )?(?:is|was|were|that[’']s|that is|that was) (?:(?:the|its|their) )?(?:(?:{WATCHDOG})[’']s? )?(?:[a-z]+ ){{0,2}}?(?:{RATING}|{MARK})\b"
    ))
});

/// "a step down from the ‘good’ of 2015": a grade by its year.
fn dated(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let sure = mention.is_quoted() && HELD.is_match(before) && OF_YEAR.is_match(after);
    sure.then(|| Link { tie: Tie::Named, subject: mention.earlier(0, before.len()), present: false })
}

/// Whether the grade is one that the body had in a year: "the ‘inadequate’ rating of 2019".
pub fn is_of_year(mention: &Mention) -> bool {
    mention.is_quoted() && HELD.is_match(mention.before()) && OF_YEAR.is_match(mention.after())
}

static HELD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:the|its|their|that)(?: overall| previous| former)? ?[‘'“\x22]$"));

static OF_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22](?: (?:{RATING}|{MARK}))?,? (?:of|in|from|(?:{GAINED}|handed down|handed out|issued|made|published) (?:back )?in) {YEAR}\b"
    ))
});
