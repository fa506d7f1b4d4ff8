//! The words before a grade in, what it is that is judged out.

use super::Words;
use super::inspected::inspected;
use super::listed::listed;
use super::prose::{Link, Mention, Tie};
use super::table::is_filler;
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
    let words = if words.trim().is_empty() { before_relative(mention, link) } else { words };
    if let Some(inspected) = inspected(mention, link, words) {
        return inspected;
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
    let end = RELATIVE.find(words).map_or(words.len(), |found| found.start());
    let start = last_cut(&words[..end]);
    Span::new(link.subject.start + start, link.subject.start + end)
}

/// "The council, which was rated": what stands before the relative pronoun is judged.
fn before_relative<'a>(mention: &Mention<'a>, link: &Link) -> &'a str {
    let words = mention.reading.document.words(link.subject).trim_end();
    let Some(words) = words.strip_suffix("which").or_else(|| words.strip_suffix("that")) else { return "" };
    let words = words.trim_end();
    let words = &words[last_cut(words)..];
    // "in all areas except care leavers, which were": the exception is meant.
    let words = words.rfind("except for ").map_or(words, |at| &words[at + "except for ".len()..]);
    // "to improve children’s services that were rated": the name of the service alone, where it ends the words.
    let service = mention.words.last_service(words).filter(|service| service.end == words.len());
    service
        .filter(|service| !MANY.is_match(&words[..service.start]) || words.contains(" to "))
        .map_or(words, |service| &words[service.start..])
}

/// Where the last clause begins. The space behind one cut may be the one before the next: "which said".
fn last_cut(words: &str) -> usize {
    let mut start = 0;
    let mut from = 0;
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
    pattern(r", (?:which|who|where|whose) [^;:]*, ?$|, (?:[^,;:“‘\x22][^,;:]{2,80}), ?$| \([^)]{1,60}\) ?$")
});

/// Where a clause begins.
static CUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)[;:\n]\s*|,? (?:when|where|since|after|because|although|while|that|whether|though|said|says|saying|found|saw|sees|as|which|following)",
        r"(?: the fact)? |, (?:and|but|with|so) |, (?:in|on) \d{4},? |^In (?:[a-z]+ )?\d{4},? |^(?:In|Since|Following|After|When|While|Although) [^,]{2,120}, ",
    ))
});

/// What may stand between what is judged and the verb.
static TAIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[”\x22]?(?:[’']s?)?(?: \([^)]*\))?(?: performance| function| department| directorate| team| provision| arrangements)?(?: \([^)]*\))?,?",
        r"(?: (?:in|at|of|for|within|across|from|provided|delivered|run|as|to|overall|both|all|now|inspection)\b[^,;:]{0,80})?,?\s*$",
    ))
});

fn is_tail(words: &str) -> bool {
    words.len() < 130 && TAIL.is_match(words)
}

/// The subject or object itself: an area, or the service as a whole.
fn direct(mention: &Mention, link: &Link, words: &str) -> Subject {
    let vocabulary = mention.words;
    let words = ONE_OF.captures(words).and_then(|found| found.get(1)).map_or(words, |first| first.as_str());
    let own = introduces(mention, words);
    let words = ONE_AREA.find(words).map_or(words, |found| &words[found.end()..]);
    if (MANY.is_match(words) && !own) || SHARE.is_match(words) || vocabulary.name_provider(words) {
        return Subject::None;
    }
    if own && areas(vocabulary, words).is_empty() {
        return Subject::Whole;
    }
    let words = without_predicate(words);
    let areas = areas(vocabulary, words);
    if let Some((last, span)) = areas.last() {
        let stated = !last.loose || mention.is_quoted();
        let sure = link.tie != Tie::Being || stated && is_plain(&words[..areas[0].1.start]);
        let fits = sure && is_tail(&words[span.end..]);
        return if fits { Subject::Areas(distinct(&areas)) } else { Subject::None };
    }
    whole(mention, link, words)
}

/// Anything of which there are many, and so not the judged body; and what leaves something out.
static MANY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:an?|no|some|many|most|any|each|few|one|two|three|four|five|six|seven|eight|nine|ten|both|several|this is|there|the other|others)\b|\b(?:except|apart from|other than|excluding|none of)\b",
    )
});

/// A share or a number of bodies or services: "24% of authorities", "10 local authorities".
static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)%|\bper cent\b|\b\d[\d,]* (?:[\w’'-]+ ){0,3}?(?:councils|authorities|services|agencies|homes|areas|boroughs|inspections)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|other|both|these|some) (?:[\w’'-]+ ){0,2}?(?:councils|authorities)\b|\b(?:three-)?quarters?\b|\bthirds?\b|\bhalf\b",
    )
});

/// "Harbour is one of only five councils", "the first council in the county": it is judged, and not the others.
static ONE_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(.{2,80}?),? (?:(?:is|are|was|were|remains?|becomes?|became|has become|being) (?:now |still |also )?)(?:one of|among|(?:the|its) (?:only|first|second|third|latest))\b",
    )
});

/// "one area of inspection, “the impact of leaders …”,": the area behind is meant.
static ONE_AREA: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:one|two|three) areas?(?: of [a-z]+)?,? ?[“‘'\x22]?"));

/// "A council’s children’s services have been …": how news introduces the body that it goes on to name.
fn introduces(mention: &Mention, words: &str) -> bool {
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

static PREDICATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(.*?) (?:is|are|was|were|has|have|had) [^.;,]{2,60}?,? (?:but|and|yet)(?: still| now| also)*\s*$",
    )
});

pub fn areas(words: &Words, text: &str) -> Vec<(super::AreaName, Span)> {
    words.areas(text).collect()
}

fn distinct(areas: &[(super::AreaName, Span)]) -> Vec<usize> {
    let mut distinct = Vec::new();
    for (area, _) in areas {
        if !distinct.contains(&area.area) {
            distinct.push(area.area);
        }
    }
    distinct
}

/// Whether only names and small words stand before an area: "3.", "The experiences and progress of", "The Harbour".
fn is_plain(lead: &str) -> bool {
    lead.split(' ').all(|word| {
        word.is_empty()
            || is_filler(word)
            || word.starts_with(char::is_uppercase)
            || word.eq_ignore_ascii_case("about")
    })
}

/// The nouns and pronouns that stand for the judged body.
static BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(?:local )?authority(?: children[’']s services)?|council|department|directorate|services?|(?:overall )?effectiveness|",
        r"overall quality|arrangements)\b",
    ))
});

static PRONOUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:and |but )?(?:it|they|them)(?: all| both| had| has| have)?(?: previously| also| already| once| now)?\s*$",
    )
});

/// The service as a whole, if the words name it: by its name, its body's name, a noun or a pronoun for it.
fn whole(mention: &Mention, link: &Link, words: &str) -> Subject {
    let last_body = BODY.find_iter(words).last().map(|found| found.end());
    let authority = mention.words.authorities(words).map(|(_, span)| span.end).last();
    let ends_in_body = last_body.max(authority).is_some_and(|end| is_tail(&words[end..]));
    let named = mention.words.name_service(words) && (ends_in_body || is_tail(after_service(mention, words)));
    let pronoun = PRONOUN.is_match(words) && !follows_provider(mention);
    let sure = match link.tie {
        Tie::Being => {
            let told = is_reported(mention, link);
            named && is_plain_service(words)
                || (told || mention.is_quoted() && is_held(mention, link)) && (ends_in_body || pronoun)
                || mention.line && ends_in_body && is_plain(words_before_body(words))
        }
        Tie::From | Tie::To => {
            let between = changed(mention, link);
            !mention.words.name_provider(between)
                && (named
                    || ends_in_body
                    || pronoun
                    || authority.is_some()
                    || is_of_body(mention, link, words))
        }
        _ => named || ends_in_body || pronoun,
    };
    if sure { Subject::Whole } else { Subject::None }
}

fn after_service<'a>(mention: &Mention, words: &'a str) -> &'a str {
    let end = mention.words.last_service(words).map_or(0, |service| service.end);
    &words[end..]
}

/// "lifted the council’s rating from": what stands between the verb of a change and the grade.
fn changed<'a>(mention: &Mention<'a>, link: &Link) -> &'a str {
    mention.reading.document.words(Span::new(link.subject.end, mention.span.start))
}

fn is_of_body(mention: &Mention, link: &Link, words: &str) -> bool {
    let between = changed(mention, link);
    // "rated the service good, up from adequate": what was rated is what changed.
    let rated = ["up ", "down "].iter().any(|way| between.starts_with(way));
    let words = if rated { mention.reading.document.words(link.subject) } else { words };
    BODY.is_match(words)
        || BODY.is_match(between)
        || mention.words.name_service(between)
        || rated && mention.words.name_service(words)
}

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
    let verb = mention.reading.document.words(Span::new(link.subject.end, mention.span.start));
    ["now ", "still ", "again ", "currently ", "remain"].iter().any(|word| verb.contains(word))
}

/// Whether the clause is what a report or an inspectorate is said to say.
fn is_reported(mention: &Mention, link: &Link) -> bool {
    let document = mention.reading.document;
    let before = Span::new(link.subject.start, clause(mention, link).start);
    REPORTS.is_match(document.words(before))
}

static REPORTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:says|said|saying|found|finds|concluded|concludes|ruled|states|stated|judged|rating|judgement) ?(?:that )?$|\b(?:which|report|inspectors|Ofsted|CQC) (?:had )?(?:said|says|found|concluded|ruled) (?:that )?(?:the )?$",
    )
});

/// Whether "it" in this sentence stands for a provider that the one before named.
fn follows_provider(mention: &Mention) -> bool {
    let document = mention.reading.document;
    let index = document.sentence_index(mention.sentence.start);
    let previous = index.checked_sub(1).map(|index| document.words(document.sentences()[index]));
    previous.is_some_and(|words| mention.words.name_provider(words))
}

/// "a judgement of … for adoption", "a … rating": of the area named beside it, else of the whole.
fn named(mention: &Mention, link: &Link, words: &str) -> Subject {
    let after = mention.after();
    let near = &after[..after.floor_char_boundary(120.min(after.len()))];
    let near = near.split(['.', ';', ',']).next().unwrap_or("");
    // What stands behind the next grade is what that one is about.
    let near = mention.words.grades(near).next().map_or(near, |(_, next)| &near[..next.start]);
    if mention.words.name_provider(words) || mention.words.name_provider(near) {
        return Subject::None;
    }
    let tail = words.floor_char_boundary(words.len().saturating_sub(90));
    let found: Vec<_> =
        areas(mention.words, near).into_iter().chain(areas(mention.words, &words[tail..])).collect();
    let document = mention.reading.document;
    let lead = document.words(Span::new(link.subject.start, clause(mention, link).start));
    let relative = lead.trim_end().ends_with("which");
    let overall = relative && (BODY.is_match(lead) || mention.words.authorities(lead).next().is_some())
        || BODY.is_match(words)
        || mention.words.name_service(words)
        || mention.words.authorities(words).next().is_some();
    let it = IT.is_match(words) && !follows_provider(mention);
    let overall = overall || OVERALL.is_match(mention.before()) && (it || RESULT.is_match(words));
    let overall = overall || BARE.is_match(words) && is_of_service(mention, lead);
    let overall = overall || AREAS.is_match(words) && listed(mention, link).is_some();
    match found.first() {
        Some((area, span)) => Subject::Areas(with_joined(mention, near, (*area, *span))),
        // "a rating of adequate for safeguarding": for something that the vocabulary does not list.
        None if near.trim_start_matches(['’', '”', '\'', '"', ' ']).starts_with("for ")
            && !BODY.is_match(near)
            && !mention.words.name_service(near)
            && mention.words.authorities(near).next().is_none() =>
        {
            Subject::None
        }
        None if overall || mention.is_of_inspectorate() => Subject::Whole,
        None => Subject::None,
    }
}

static IT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*(?:it|they) "));

static OVERALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\boverall (?:Ofsted )?(?:$|(?:rating|judge?ment|grad(?:e|ing)|verdict)\b[^.;,]{0,20}$)")
});

/// "The report was published with an overall …".
static RESULT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:report|inspection|inspectors|results?|outcome|watchdog)\b"));

/// "… since the": the rating of what the words before speak of.
static BARE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:the|its|their|that|this|an?)(?: overall)?\W*$"));

/// "Three other areas received": the areas are named behind.
static AREAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:areas|categories)(?: all| each| also| of [a-z]+)? (?:received|have|had|got|achieved|were given|earned)\b",
    )
});

fn is_of_service(mention: &Mention, words: &str) -> bool {
    !mention.words.name_provider(words)
        && (BODY.is_match(words)
            || mention.words.name_service(words)
            || mention.words.authorities(words).next().is_some())
}

/// An area with the one that "and" joins to it: "for overall effectiveness and for help and protection".
fn with_joined(mention: &Mention, near: &str, first: (super::AreaName, Span)) -> Vec<usize> {
    let mut all = vec![first.0.area];
    let mut end = first.1.end;
    for (area, span) in areas(mention.words, near).into_iter().filter(|(_, span)| span.start > first.1.end) {
        if !matches!(
            near[end..span.start].trim(),
            "and" | "and for" | "and for its" | "and the" | "and for the"
        ) {
            break;
        }
        all.push(area.area);
        end = span.end;
    }
    all
}

/// The body that is judged, if the clause names another authority than the document is about.
pub fn other_body(mention: &Mention, link: &Link) -> Option<String> {
    let reading = mention.reading;
    let own_clause = clause(mention, link);
    // "Harbour was praised, as it retained its good rating": it is the one named last.
    let pronoun = PRONOUN_FIRST.is_match(reading.document.words(own_clause));
    let clause = if pronoun { link.subject } else { own_clause };
    let (authority, span) = mention.words.authorities(reading.document.words(clause)).last()?;
    let own =
        reading.details.subject.as_deref().and_then(|subject| reading.vocabulary.authority_named(subject));
    let other = reading.vocabulary.authorities.get(authority) != own;
    other.then(|| reading.document.words(span.shifted(clause.start)).to_owned())
}

static PRONOUN_FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*(?:it|they|its|their)\b"));

impl Mention<'_> {
    /// Whether the sentence speaks of the inspectorate.
    fn is_of_inspectorate(&self) -> bool {
        let inspectorate = self.reading.vocabulary.inspectorate.as_str();
        let sentence = self.reading.document.words(self.sentence);
        !inspectorate.is_empty() && sentence.contains(inspectorate)
    }
}
