//! A grade's word in its sentence in, what is judged where that stands behind the grade out.

use super::leading::led;
use super::prose::{Link, Mention, Tie};
use super::subject::{Subject, areas, changed, distinct, is_of_body, is_plain, without_owner};
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "The only area to be rated outstanding was adoption": the area stands behind.
pub fn only_area(mention: &Mention) -> Subject {
    let after = mention.after();
    let Some(lead) = WAS.find(after) else { return Subject::None };
    let rest = &after[lead.end()..];
    let first = areas(mention.words, rest).into_iter().next();
    let near = first.filter(|(_, span)| is_plain(without_owner(&rest[..span.start])));
    near.map_or(Subject::None, |(area, _)| Subject::Areas(vec![area.area]))
}

pub static ONLY_AREA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\W*the (?:only|one|sole|single) (?:[a-z]+ )?(?:area|category|aspect|judge?ment|strand)\b")
});

static WAS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]?(?: overall)? (?:is|was) (?:its |their |the )?"));

/// "upgraded services for care leavers from …", "from inadequate to good for adoption": the area of a change of grade.
pub fn changed_area(mention: &Mention, link: &Link) -> Option<Subject> {
    if !matches!(link.tie, Tie::From | Tie::To) {
        return None;
    }
    let between = areas(mention.words, changed(mention, link));
    if !between.is_empty() {
        return Some(Subject::Areas(distinct(&between)));
    }
    let after = mention.after();
    let next = mention.words.grades(after).next().filter(|(_, grade)| grade.start < 90);
    let end = next.filter(|_| link.tie == Tie::From).map_or(0, |(_, grade)| grade.end);
    let rest = &after[end..];
    let lead = FOR.find(rest)?.end();
    let behind: Vec<_> = areas(mention.words, &rest[lead..]).into_iter().take(1).collect();
    let near =
        behind.first().is_some_and(|(_, span)| is_plain(without_owner(&rest[lead..lead + span.start])));
    near.then(|| Subject::Areas(distinct(&behind)))
}

static FOR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? (?:for|in) (?:its |their |the )?"));

/// "The council has changed since being judged inadequate", "After being rated good, it …": the subject of the main clause.
pub fn participle(mention: &Mention, link: &Link, words: &str) -> Option<Subject> {
    if let Some(led) = led(mention).filter(|_| words.is_empty()) {
        return Some(led);
    }
    let verb = changed(mention, link);
    // "The council did well, being rated good": the participle stands behind its subject.
    let participle = ["being ", "judged ", "rated ", "graded "];
    let behind = participle.iter().any(|verb_form| verb.trim_start().starts_with(verb_form))
        && words.trim_end().ends_with(',');
    let bare =
        behind || words.trim().is_empty() || PARTICIPLE.find(words).is_some_and(|lead| lead.start() == 0);
    if !bare || !matches!(link.tie, Tie::Judged | Tie::From) || !(behind || HELD_FIRST.is_match(verb)) {
        return None;
    }
    let own = mention.reading.document.words(Span::new(mention.sentence.start, link.subject.end));
    let main = if behind { words } else { &own[..PARTICIPLE.find(own)?.start()] };
    let main = if main.trim().is_empty() { mention.after().split_once(", ")?.1 } else { main };
    let main = &main[..main.floor_char_boundary(80)];
    if mention.words.name_provider(main) {
        return None;
    }
    let lead = without_owner(ONLY.find(main).map_or(main, |only| &main[only.end()..]));
    let named = areas(mention.words, lead);
    let Some((_, first)) = named.first() else { return is_of_body(mention, main).then_some(Subject::Whole) };
    // "Only the adoption service escaped criticism, being graded good": the area that the main clause begins with.
    let led = distinct(&named).len() == 1 && is_plain(&lead[..first.start]);
    led.then(|| Subject::Areas(distinct(&named)))
}

static ONLY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*(?:only|just) "));

static PARTICIPLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*$|(?:^|\b)(?:since|after|despite|before|following|having) ?$"));

/// "being judged", "Once rated", "Up from": what leads a phrase whose subject the main clause names.
static HELD_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\W*(?:being|been|once|previously|formerly|already|first|last|long|(?:up|down) from)\b")
});
