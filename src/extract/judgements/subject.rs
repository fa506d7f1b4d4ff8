//! The words before a grade in, what it is that is judged out.

use super::Words;
use super::anaphor::{enumerated, told_before};
use super::behind::{ONLY_AREA, changed_area, only_area, participle};
use super::body::{both, counted, is_of_another, is_own_name};
use super::change::{is_leap, lifted};
use super::inspected::inspected;
use super::prose::{Link, Mention, Tie};
use super::rating::named;
use super::relative::{before_relative, without_said};
use super::table::is_filler;
use super::wording::{FOUND, JUDGED, RATING};
use crate::extract::details::is_formal;
use crate::extract::patterns::pattern;
use crate::model::{DocumentKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// What a sentence judges.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// Areas of the vocabulary, by index.
    Areas(Vec<usize>),
    /// The judged service as a whole.
    Whole,
    /// Something that the vocabulary does not list, in the text's words.
    Other(String),
    /// A provider, a case, anything that is not the judged body.
    None,
}

/// What the linked grade is about.
pub fn subject(mention: &Mention, link: &Link) -> Subject {
    let words = mention.reading.document.words(clause(mention, link));
    let words = without_said(words);
    let bare = without_auxiliary(&format!(" {words}")).trim().is_empty();
    let words = if bare { before_relative(mention, link) } else { words };
    // "Harbour – rated good – was praised", "Harbour (rated good)": what the aside stands behind.
    let words = ASIDE.find(words).map_or(words, |aside| &words[..aside.start()]);
    if is_of_another(mention, link, words) {
        return Subject::None;
    }
    if let Some(subject) = inspected(mention, link, words).or_else(|| told_before(mention, link, words)) {
        return subject;
    }
    match link.tie {
        Tie::Named => named(mention, link, words),
        Tie::Listed if mention.words.name_provider(words) => Subject::None,
        Tie::Listed => Subject::Whole,
        _ => direct(mention, link, words),
    }
}

/// The last clause of the words before the link.
pub fn clause(mention: &Mention, link: &Link) -> Span {
    let document = mention.reading.document;
    let words = document.words(link.subject);
    let relative = RELATIVE.find(words).filter(|found| !ADDED.is_match(found.as_str()));
    // "one area, adoption, was …": the area is no aside.
    let relative = relative.filter(|found| {
        let aside = found.as_str().trim_matches([',', ' ']);
        areas(mention.words, aside).first().is_none_or(|(_, area)| area.start > 4 || area.end < aside.len())
    });
    let end = relative.map_or(words.len(), |found| found.start());
    // "two of the areas that inspectors looked at have been".
    let end = LOOKED_AT.find(&words[..end]).map_or(end, |found| found.start());
    let start = last_cut(&words[..end]);
    Span::new(link.subject.start + start, link.subject.start + end)
}

static LOOKED_AT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i) (?:that |which )?(?:Ofsted|inspectors|the (?:inspectors|watchdog|inspectorate)|they|it) (?:inspect(?:s|ed)?|look(?:s|ed)? at|judge[sd]?|examine[sd]?|assess(?:es|ed)?|grade[sd]?|consider(?:s|ed)?)(?: (?:has|have|had|is|are|was|were|been|both|all|each))* ?$",
    )
});

static ASIDE: LazyLock<Regex> = LazyLock::new(|| pattern(r" [–—(]\s*$"));

/// Where the last clause begins. The space behind one cut may be the one before the next: "which said".
pub fn last_cut(words: &str) -> usize {
    let own = AND_NAME.captures_iter(words).last().and_then(|found| found.get(1));
    let mut start = own.map_or(0, |name| name.start());
    let mut from = start;
    while let Some(found) = CUT.find_at(words, from) {
        // Children who are looked after are no clause.
        if words[..found.start()].ends_with("looked") && found.as_str() == " after " {
            from = found.end() - 1;
            continue;
        }
        start = found.end();
        from = if words[..start].ends_with(' ') { start - 1 } else { start };
        if from <= found.start() {
            break;
        }
    }
    start
}

/// A relative clause between what is judged and the verb: "The department, which was criticised in May, is …".
static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r", (?:which|who|where|whose) [^;:]*, ?$|, (?:[^,;:“‘\x22](?:[^,;:]|\d,\d){2,80}), ?$| \([^)]{1,60}\) ?$",
    )
});

/// "leadership, along with adoption services, as …": what is added is judged too.
static ADDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^, (?:in addition to|along with|alongside|together with|as well as|and|plus) ")
});

/// "… under this regime and Harbour is the only council": a name and its verb behind "and" begin a clause.
static AND_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r" and ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4} (?:is|was|has|had|remains|became|becomes)\b)")
});

/// Where a clause begins.
static CUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^In [^,;]{2,40}, where [^,;]{3,90}, |[;:\n]\s*|,? (?:when|where|whose|since|after|because|although|while|that|whether|though|said|says|saying|found|saw|sees|as|which|following)",
        r"(?: the fact)? |,[’”'\x22]? (?:and|but|with|so) |, (?:in|on) (?:[A-Z][a-z]+ )?\d{4},? |^\W?(?:Back )?in (?:the )?(?:[a-z]+ ){0,2}(?:of )?\d{4},? |^(?:[a-z]+ ){1,4}(?:years?|months?|weeks?|decades?) (?:ago|earlier|later|before),? ",
        r"|^for the [a-z]+ time(?: in [a-z0-9 ]{3,20})?,? |^(?:last|that|this) (?:year|month|week|spring|summer|autumn|winter),? |^(?:previously|formerly|originally),? |^(?:overall|earlier|now), |^(?:In|At|On|By|During|Since|Following|After|When|While|Although) [^,]{2,120}, ",
    ))
});

/// What may stand between what is judged and the verb.
static TAIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[”\x22]?(?:[’']s?)?(?: \([^)]*\))?(?: performance| function| department| directorate| team| provision| arrangements| support| work| services?)?(?: \([^)]*\))?,?",
        r"(?: (?:in|at|of|for|by|within|across|from|provided|delivered|run|as|to|overall|both|all|each|now|inspection)\b[^,;:]{0,80})?,?\s*$",
    ))
});

pub fn is_tail(words: &str) -> bool {
    words.len() < 130 && TAIL.is_match(words)
}

/// The subject or object itself: an area, or the service as a whole.
fn direct(mention: &Mention, link: &Link, words: &str) -> Subject {
    let vocabulary = mention.words;
    if ONLY_AREA.is_match(words) {
        return only_area(mention);
    }
    // "when all areas were judged": the body's services as a whole.
    if ALL_AREAS.is_match(words) && is_formal(mention.reading.details.kind) {
        return Subject::Whole;
    }
    let special = enumerated(mention, link, words)
        .or_else(|| changed_area(mention, link))
        .or_else(|| participle(mention, link, words));
    if let Some(subject) = special {
        return subject;
    }
    let words = lifted(mention, link).unwrap_or(words);
    let words = ONE_OF.captures(words).and_then(|found| found.get(1)).map_or(words, |first| first.as_str());
    if counted(mention, link).is_some() || both(mention, link).is_some() {
        return Subject::Whole;
    }
    // "rating both A and B as good".
    let pair = ["both ", "Both "].iter().find_map(|both| words.trim_start().strip_prefix(both));
    let pair = pair.filter(|pair| areas(vocabulary, pair).len() == 2);
    let words = pair.unwrap_or(words);
    let own = introduces(mention, words);
    let words = ONE_AREA.find(words).map_or(words, |found| &words[found.end()..]);
    if (MANY.is_match(words) && !own) || SHARE.is_match(words) || names_provider(mention, words) {
        return Subject::None;
    }
    if own && areas(vocabulary, words).is_empty() {
        return Subject::Whole;
    }
    if AT_ANOTHER.is_match(words) && !own {
        return Subject::None;
    }
    if let Some(areas) = led_by_areas(mention, words) {
        return Subject::Areas(areas);
    }
    let words = without_predicate(words);
    let words = if matches!(link.tie, Tie::From | Tie::To) { without_auxiliary(words) } else { words };
    let areas = areas(vocabulary, words);
    if let Some((last, span)) = areas.last() {
        let stated = !last.loose || mention.is_quoted() || mention.is_formal();
        let lead = without_owner(&words[..areas[0].1.start]);
        let told = (!last.loose || mention.is_formal()) && mention.is_verb()
            || mention.is_quoted() && mention.is_of_inspectors();
        let plain = is_plain(lead) && (told || lead.len() == areas[0].1.start);
        let sure = link.tie != Tie::Being || stated && plain;
        let fits = sure && is_tail(&words[span.end..]);
        return if fits { Subject::Areas(distinct(&areas)) } else { Subject::None };
    }
    whole(mention, link, words)
}

static ALL_AREAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:where |when )?all (?:of )?(?:the |its |their |key )?(?:areas|aspects|judge?ments|grades)(?: of (?:the |its |their )?(?:services?|provision|work))?\s*$",
    )
});

/// "She came from an authority": whose name nobody gives.
static AT_ANOTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:at|from|for|in|of|with|to|by) an? (?:[a-z]+ )?(?:council|authority|borough|trust|service|department)\s*$",
    )
});

/// "For its work with care leavers the council", "In the area of leadership it": the areas that lead.
fn led_by_areas(mention: &Mention, words: &str) -> Option<Vec<usize>> {
    let lead = LEADS.find(words)?;
    let named = areas(mention.words, words);
    let (first, last) = (named.first()?.1, named.last()?.1);
    let rest = words[last.end..].trim();
    let whole = end_in_body(mention, rest) && rest.len() < 60 || PRONOUN.is_match(rest);
    (whole && is_plain(&words[lead.end()..first.start])).then(|| distinct(&named))
}

static LEADS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:for|in|on) (?:the (?:area|category|strand) of )?(?:its |their |the )?(?:(?:work|support|services|care) (?:with|for|of) )?",
    )
});

/// "The county council’s " before an area says whose it is.
pub fn without_owner(lead: &str) -> &str {
    OWNER.find(lead).map_or(lead, |owner| &lead[owner.end()..])
}

static OWNER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:(?:its|their) |(?:the |this )?(?:[\w’'-]+ ){0,3}?(?:council|authority|borough|county|city|service|department)[’']s? )",
    )
});

/// Anything of which there are many, and so not the judged body; and what leaves something out.
pub static MANY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:an?|no|some|many|most|any|each|few|one|two|three|four|five|six|seven|eight|nine|ten|both|several|this is|there|the other|others)\b|\b(?:except|apart from|other than|excluding|none of)\b",
    )
});

/// A share or a number of bodies or services: "24% of authorities", "10 local authorities".
pub static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)%|\bper cent\b|\b\d[\d,]* (?:[\w’'-]+ ){0,3}?(?:councils|authorities|services|agencies|homes|areas|boroughs|inspections)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|other|both|these|some) (?:[\w’'-]+ ){0,2}?(?:councils|authorities)\b|\b(?:three-)?quarters?\b|\bthirds?\b|\bhalf\b",
    )
});

/// "Harbour is one of only five councils", "the first council in the county": it is judged, and not the others.
static ONE_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(.{2,80}?),? (?:(?:is|are|was|were|remains?|becomes?|became|has become|being|joins?|joined) (?:now |still |also )?)(?:just )?(?:one of|among|(?:a|an|the) (?:[a-z]+ )?(?:handful|group|club|list) of|(?:the|its) (?:only|first|second|third|latest))\b",
    )
});

/// "one area of inspection, “the impact of leaders …”,": the area behind is meant.
static ONE_AREA: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:one|two|three) areas?(?: of [a-z]+)?,? ?[“‘'\x22]?"));

/// "A council’s children’s services have been …": how news introduces the body that it goes on to name.
pub fn introduces(mention: &Mention, words: &str) -> bool {
    let document = mention.reading.document;
    let early = document.block_index(mention.sentence.start) < 8;
    let news = matches!(mention.reading.details.kind, DocumentKind::NewsArticle | DocumentKind::PressRelease);
    let other = ["neighbour", "nearby ", "another ", "different "].iter().any(|word| words.contains(word));
    early && news && !other && INTRODUCED.is_match(words)
}

static INTRODUCED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^\W*a (?:(?:[a-z]+|[a-z]+-[a-z]+) )?(?:council|local authority)(?:[’']s (?:children[’']s (?:social (?:care|work) )?services?|[a-z]+ department))?,?",
        r"(?: (?:has|have|had|is|was|which|been|being))*\s*$",
    ))
});

/// Words that stand for something named before.
pub static GENERIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:an?|no|some|many|most|any|each|few|one|two|three|four|five|six|seven|eight|nine|ten|both|several|this is|there|the other|others|it|they|these|those|all)\b",
    )
});

/// "The service is rated better but still" is "The service": of two predicates the grade is the second.
fn without_predicate(words: &str) -> &str {
    PREDICATE.captures(words).and_then(|found| found.get(1)).map_or(words, |subject| subject.as_str())
}

/// "Its overall rating has" is "Its overall rating".
pub fn without_auxiliary(words: &str) -> &str {
    AUXILIARY.find(words).map_or(words, |found| &words[..found.start()])
}

static AUXILIARY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?: (?:has|have|had|is|are|was|were|been|being|now|also|gone|went|risen|moved))+ ?$")
});

static PREDICATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(.*?) (?:is|are|was|were|has|have|had) [^.;,]{2,60}?,? (?:but|and|yet)(?: still| now| also)*\s*$",
    )
});

pub fn areas(words: &Words, text: &str) -> Vec<(super::AreaName, Span)> {
    words.areas(text).collect()
}

pub fn distinct(areas: &[(super::AreaName, Span)]) -> Vec<usize> {
    let mut distinct = Vec::new();
    for (area, _) in areas {
        if !distinct.contains(&area.area) {
            distinct.push(area.area);
        }
    }
    distinct
}

/// Whether only names and small words stand before an area: "3.", "The experiences and progress of", "The Harbour".
pub fn is_plain(lead: &str) -> bool {
    lead.split(' ').all(|word| {
        word.is_empty()
            || is_filler(word)
            || word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "about"
                    | "About"
                    | "last"
                    | "previous"
                    | "support"
                    | "work"
                    | "with"
                    | "provision"
                    | "done"
                    | "only"
            )
    })
}

/// The nouns and pronouns that stand for the judged body.
pub static BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(?:local )?authority(?: children[’']s services)?|council|unitary|(?:town|county|city) hall|department|directorate|services?|(?:overall|the) effectiveness|",
        r"overall quality|arrangements)\b",
    ))
});

static PRONOUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^\W*(?:and |but )?(?:now )?|\b(?:seen|saw) )(?:it|they|them|us|we|(?:the|this) (?:[a-z]+ ){0,2}(?:borough|county|city))(?: all| both| had| has| have)?(?: previously| also| already| once| now)?\s*$",
    )
});

/// The service as a whole, if the words name it: by its name, its body's name, a noun or a pronoun for it.
fn whole(mention: &Mention, link: &Link, words: &str) -> Subject {
    if let Some(own) = own_service(mention, words).filter(|_| link.tie == Tie::Judged) {
        return Subject::Other(own.to_owned());
    }
    let last_body = BODY.find_iter(words).last().map(|found| found.end());
    let authority = mention.words.authorities(words).map(|(_, span)| span.end).last();
    let ends_in_body =
        last_body.max(authority).is_some_and(|end| is_tail(&words[end..])) || is_own_name(mention, words);
    let named = mention.words.name_service(words) && (ends_in_body || is_tail(after_service(mention, words)));
    let pronoun = PRONOUN.is_match(words) && !follows_provider(mention);
    let sure = match link.tie {
        Tie::Being => {
            let told = is_reported(mention, link);
            named && is_plain_service(words)
                || TOLD.is_match(words) && (mention.is_quoted() || mention.is_verb())
                || (told || mention.is_quoted() && is_held(mention, link)) && (ends_in_body || pronoun)
                || mention.line && ends_in_body && is_plain(words_before_body(words))
        }
        Tie::From | Tie::To => {
            let between = changed(mention, link);
            !mention.words.name_provider(between)
                && !SHARE.is_match(between)
                && (named
                    || ends_in_body
                    || pronoun
                    || authority.is_some()
                    || is_changed_body(mention, link, words)
                    || is_leap(mention, link, between))
        }
        _ => named || ends_in_body || pronoun,
    };
    if sure { Subject::Whole } else { Subject::None }
}

/// Whether words name a provider that is no agency of the body itself: "our fostering agency".
pub fn names_provider(mention: &Mention, words: &str) -> bool {
    mention.words.name_provider(words) && mention.words.name_provider(&OWN_AGENCY.replace_all(words, ""))
}

static OWN_AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:\b(?:its|our|their)|[’']s?) (?:own )?(?:regional )?(?:fostering|adoption) agency\b")
});

/// "its safeguarding services", "the council’s fostering service": a service of the body with a name of its own.
pub fn own_service<'a>(mention: &Mention, words: &'a str) -> Option<&'a str> {
    let own = OWN_SERVICE.captures(words)?.name("own")?.as_str();
    let whole = COMMON.is_match(own) || mention.words.name_service(words);
    (!whole).then_some(own)
}

static OWN_SERVICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:[’']s|\b[Ii]ts|\b[Oo]ur|\b[Tt]heir|\b[Tt]he) (?:own )?(?P<own>(?:[a-z-]+ ){1,3}(?:services?|procedures|arrangements|agency))\s*$",
    )
});

/// Words before "services" that name no service apart from the whole.
static COMMON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^care services?$|\b(?:social|family|families|child|children|young|whole|entire|overall|local|same|new|current|latest|council|authority|county|city|borough|department|judged|inspected)\b",
    )
});

/// "has been told it ‘requires improvement’".
static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:council|authority|department|borough)\b[^.;,]{0,20} (?:also |then |again )?(?:told|warned|informed) (?:that )?(?:it|they) ?$",
    )
});

fn after_service<'a>(mention: &Mention, words: &'a str) -> &'a str {
    let end = mention.words.last_service(words).map_or(0, |service| service.end);
    &words[end..]
}

/// "lifted the council’s rating from": what stands between the verb of a change and the grade.
pub fn changed<'a>(mention: &Mention<'a>, link: &Link) -> &'a str {
    // What is judged may stand behind its grade.
    let end = link.subject.end.min(mention.span.start);
    mention.reading.document.words(Span::new(end, mention.span.start))
}

fn is_changed_body(mention: &Mention, link: &Link, words: &str) -> bool {
    let between = changed(mention, link);
    // "rated the service good, up from adequate": what was rated is what changed.
    let rated = ["up ", "down "].iter().any(|way| between.starts_with(way));
    let words = if rated { mention.reading.document.words(link.subject) } else { words };
    BODY.is_match(words)
        || BODY.is_match(between)
        || MOVED.is_match(words)
        || mention.words.name_service(between)
        || rated
            && (mention.words.name_service(words) || IT_RATED.is_match(words) && !follows_provider(mention))
}

/// "Overall it was rated good, up from".
static IT_RATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:overall,? )?(?:it|they|we) (?:was|were|is|are|has been|have been)(?: now)? (?:{JUDGED}|{FOUND})\b"
    ))
});

/// "Its rating has gone up": a rating that moves is the judged body's.
static MOVED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\b(?:rating|grading|judge?ment|(?:Ofsted|overall|its|their) (?:{RATING}))\b"))
});

/// Whether the words end in the judged body or its service: "Harbour", "the council", "its children’s services".
pub fn end_in_body(mention: &Mention, words: &str) -> bool {
    let words = words.trim_end();
    let authority = mention.words.authorities(words).map(|(_, span)| span.end).last();
    let body = BODY.find_iter(words).last().map(|found| found.end());
    mention.words.end_in_service(words) || authority.max(body) == Some(words.len())
}

fn words_before_body(words: &str) -> &str {
    BODY.find(words).map_or(words, |found| &words[..found.start()])
}

/// Whether the words begin with the service's name: "Children’s services in Harbour", not "Plans of children’s services".
fn is_plain_service(words: &str) -> bool {
    words.split(' ').take(2).all(|word| !matches!(word.to_lowercase().as_str(), "of" | "in" | "for" | "from"))
        || words.to_lowercase().starts_with("services for")
}

/// "is now ‘good’", "are still ‘inadequate’": the verb tells of a grade that is held.
fn is_held(mention: &Mention, link: &Link) -> bool {
    let verb = changed(mention, link);
    ["now ", "still ", "again ", "currently ", "remain"].iter().any(|word| verb.contains(word))
}

/// Whether the clause is what a report or an inspectorate is said to say.
fn is_reported(mention: &Mention, link: &Link) -> bool {
    let document = mention.reading.document;
    let before = Span::new(link.subject.start, clause(mention, link).start);
    let words = document.words(before);
    REPORTS.is_match(words) && (OF_INSPECTORS.is_match(words) || !OF_OTHERS.is_match(words))
}

/// Who finds a grade, and who only says that there is one.
static OF_INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:inspect\w*|watchdog|regulator|report|letter|Ofsted|CQC|rul(?:ed|ing)|verdict|judge?ment|judged|rating)\b",
    )
});

static OF_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:council|authority|councillors?|cllr|coun|leader|member|director|boss(?:es)?|chiefs?|spokes\w+|mp|opposition|labour|conservatives?|tories)\b",
    )
});

static REPORTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:says|said|saying|found|finds|concluded|concludes|ruled|states|stated|confirm(?:ed|s)|judged|rating|judgement) ?(?:that )?$|\b(?:which|report|inspectors|Ofsted|CQC) (?:had )?(?:said|says|found|concluded|ruled) (?:that )?(?:the )?$",
    )
});

/// Whether "it" in this sentence stands for a provider that the one before named.
pub fn follows_provider(mention: &Mention) -> bool {
    let document = mention.reading.document;
    let index = document.sentence_index(mention.sentence.start);
    let previous = index.checked_sub(1).map(|index| document.words(document.sentences()[index]));
    previous.is_some_and(|words| mention.words.name_provider(words) || HOME.is_match(words))
}

/// "its first new home, Quay House": a provider, by its name.
pub static HOME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:home|school|nursery|unit|agency|college), (?:called |named )?[A-Z]"));

/// Whether the words speak of the judged body, its service or an authority, and of no provider.
pub fn is_of_body(mention: &Mention, words: &str) -> bool {
    !mention.words.name_provider(words)
        && (BODY.is_match(words)
            || mention.words.name_service(words)
            || mention.words.authorities(words).next().is_some())
}
