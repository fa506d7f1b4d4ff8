//! A grade's word and the sentences before it in, what they say was inspected out.

use super::prose::{Link, Mention, Tie};
use super::subject::{GENERIC, Subject, areas, is_tail, last_cut};
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "The last inspection of W was in May 2012. The local authority was judged to be good.": W is what was judged.
pub fn inspected(mention: &Mention, link: &Link, words: &str) -> Option<Subject> {
    if link.tie != Tie::Judged || link.present {
        return None;
    }
    // "… with leadership outstanding": an area alone is judged itself.
    if areas(mention.words, words).first().is_some_and(|(_, area)| area.start == 0) {
        return None;
    }
    let document = mention.reading.document;
    let short = words.len() < 90 && (STANDS_FOR.is_match(words) || words.trim().is_empty());
    let own = document.words(Span::new(mention.sentence.start, mention.span.start));
    // "inspections of A in 2010, and B in 2013, when services were good": of which of them nobody knows.
    if MANY_INSPECTED.is_match(own) && short {
        return Some(Subject::None);
    }
    let behind = INSPECTED_AFTER.captures(mention.after());
    let told = behind.or_else(|| INSPECTED.captures(own)).or_else(|| {
        let index = document.sentence_index(mention.sentence.start).checked_sub(1)?;
        let previous = document.sentences()[index];
        INSPECTED.captures(document.words(previous)).filter(|_| previous.end + 3 >= mention.sentence.start)
    })?;
    let was = told.name("was");
    let what = without_relative(told.name("what").or(told.name("held")).or(was)?.as_str());
    let what = &what[last_cut(what)..];
    if !short && was.is_none() {
        return None;
    }
    // "judged to be adequate for safeguarding": one of several that were inspected.
    let part =
        PART.captures(mention.after()).map_or(what, |part| part.get(1).map_or(what, |part| part.as_str()));
    Some(inspected_area(mention, if BOTH.is_match(part) { what } else { part }))
}

/// Who stands for what the sentence before says was inspected.
static STANDS_FOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:and |but )?(?:(?:the|these|those|its|this) )?(?:local authority|council|authority|services?(?:[’']s?)?(?: overall quality)?|arrangements|provision|it|they)\s*(?:provision|overall)?\s*$|^\W*and\s*$|local authority provision$",
    )
});

static INSPECTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:inspection|review)(?: report)?s? (?:of|for) (?P<what>[^.;,]{3,160}?) ",
        r"(?:(?:was|were|took place) (?:last |most recently )?(?:in|on|during|published|carried|completed|undertaken|conducted|held)\b",
        r"|(?:(?:published|conducted|undertaken|completed) )?in (?:[a-z]+ )?(?:19|20)\d\d,? (?:the|when|judged|and (?:was|were|it)) )",
        r"|\b(?:last|latest|previous|most recent) inspection of (?P<held>[^.;,]{3,60}?),? (?:held |carried out |back )?in (?:[a-z]+ )?(?:19|20)\d\d,? (?:the|it|they)\b",
        r"|^\W*(?P<was>[^.;,]{3,100}?) (?:was|were) (?:last |most recently )?inspected\b",
    ))
});

/// "services (known as S) that took place in June": the words before brackets and before what is told of them.
fn without_relative(what: &str) -> &str {
    let ends = [" (", " that ", " which "].iter().filter_map(|mark| what.find(mark));
    ends.min().map_or(what, |end| &what[..end])
}

/// "… in the inspection of safeguarding in 2010": what was inspected stands behind the grade.
static INSPECTED_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]? (?:in|at|by|following) (?:the|its|an?|our) (?:\w+ ){0,2}?inspection of (?P<what>[^.;,]{3,100}?)(?:[.;,]| in (?:[a-z]+ )?(?:19|20)\d\d)",
    )
});

static MANY_INSPECTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\binspections of [^.;,]{3,80} in (?:[a-z]+ )?(?:19|20)\d\d,? and (?:of )?[^.;,]{3,80} in (?:[a-z]+ )?(?:19|20)\d\d\b",
    )
});

static PART: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? for ((?:the )?[^.;,]{3,60}?)(?:[.;,]| and [a-z]+ for |$)"));

static BOTH: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^(?:both|all|overall)\b"));

fn inspected_area(mention: &Mention, what: &str) -> Subject {
    if mention.words.name_provider(what) || GENERIC.is_match(what) {
        return Subject::None;
    }
    let found = areas(mention.words, what);
    // "Children’s" owns nothing.
    let named = mention.words.last_service(what).is_some_and(|name| name.start < 5);
    let what = if named { what } else { without_owner(what) };
    let subject = mention.reading.details.subject.as_deref().is_some_and(|subject| subject.starts_with(what));
    let authority = subject || mention.reading.vocabulary.authority_named(what).is_some();
    match &found[..] {
        [(area, _)] if !what.contains(" and ") || !area.loose => Subject::Areas(vec![area.area]),
        _ if mention
            .words
            .last_service(what)
            .is_some_and(|name| name.start < 5 && is_tail(&what[name.end..])) =>
        {
            Subject::Whole
        }
        _ if mention.words.is_service(what) || authority || STANDS_FOR.is_match(what) => Subject::Whole,
        _ => Subject::Other(what.to_owned()),
    }
}

/// "the local authority’s safeguarding arrangements" is "safeguarding arrangements".
fn without_owner(what: &str) -> &str {
    let owned = OWNER.find(what).map_or(what, |owner| &what[owner.end()..]);
    owned.trim_start_matches("the ").trim_start_matches("its ").trim()
}

static OWNER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[^.;,]{2,50}?[’']s?|[^.;,]{0,30}local authority) "));
