//! A grade tied to what it may be said of in, how much speaks for a formal judgement out.

use super::super::prose::Mention;
use super::super::subject::{Subject, follows_provider};
use super::super::wording::{MARK, RATING, VISIT, WATCHDOG};
use super::behind::{Behind, areas};
use super::tied::{By, Tied};
use crate::extract::patterns::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// How much has to speak for a grade.
pub const ENOUGH: f32 = 3.0;

/// What speaks for a formal grade: its word, how it is set off and tied, what it is said of, and what stands around it.
pub fn weight(mention: &Mention, tied: &Tied, behind: &Behind, of: &Subject) -> f32 {
    let document = mention.reading.document;
    let (before, after) = (mention.before(), mention.after());
    let mut weight = match mention.reading.vocabulary.grades[mention.grade].id.as_str() {
        "inadequate" => 2.0,
        "requires_improvement" => 2.5,
        "outstanding" => 1.0,
        "adequate" => 0.5,
        _ => 0.0,
    };
    weight += match tied.by {
        By::Judging => 3.0,
        By::Change => 2.5,
        By::Gift | By::Coordination => 2.0,
        By::Finding => 1.5,
        By::Being | By::Apposition => 0.0,
    };
    let sentence = document.words(mention.sentence);
    let whole = FULL_STOP.is_match(after) && document.words(mention.sentence).len() < 60;
    let graded_before = mention.previous().is_some_and(|words| mention.words.grades(words).next().is_some());
    let inspectors = INSPECTORS.is_match(sentence);
    let signs = [
        (mention.is_quoted() || mention.is_capital(), 1.5),
        (behind.overall, 2.0),
        (mention.ranked, 2.0),
        (STAYED.is_match(before), 1.5),
        (!behind.areas.is_empty(), 1.5),
        (behind.dated, 1.5),
        (BY_INSPECTORS.is_match(after), 2.0),
        (IN_YEAR.is_match(before), 1.0),
        (inspectors, 1.0),
        (!inspectors && mention.previous().is_some_and(|words| INSPECTORS.is_match(words)), 0.5),
        (mention.words.grades(sentence).count() > 1, 1.5),
        (graded_before, 1.0),
        (whole, 1.0),
        // "It graded A as good. B was outstanding.": of an area alone.
        (whole && graded_before && matches!(of, Subject::Areas(_)), 0.5),
        (EXCEPTION.is_match(before), 1.0),
        (YEARS_AFTER.is_match(before), 1.0),
        (
            tied.by == By::Apposition
                && RATED_LAST.is_match(document.words(mention.earlier(tied.of.start, tied.of.end))),
            2.0,
        ),
    ];
    weight += signs.iter().filter(|(holds, _)| *holds).map(|(_, sign)| sign).sum::<f32>();
    let words = document.words(mention.earlier(tied.of.start, tied.of.end));
    let formal = |words: &str| areas(mention.words, words).iter().filter(|(area, _)| !area.loose).count();
    weight
        + match of {
            // Nobody names two areas as inspectors do but to say what they were judged.
            Subject::Areas(_) if formal(words) > 1 => 3.0,
            Subject::Areas(_) if formal(words) > 0 => 1.0,
            Subject::Areas(_) => 0.5,
            Subject::Whole if mention.words.authorities(words).next().is_some() => 1.0,
            Subject::Whole if !follows_provider(mention) => 0.5,
            _ => 0.0,
        }
}

static STAYED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:stay|remain|sit|sat|kept|keep|settled|put|placed)(?:ed|s|ing)? (?:at|on|as) (?:an? )?[‘'“\x22]?$",
    )
});

/// "The only area that did not receive", "The exception was".
static EXCEPTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:only|sole|one) (?:area|category|aspect|judge?ment)\b|\bexceptions? (?:is|was|to)\b")
});

static YEARS_AFTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\byears? (?:after|since)\b"));

static FULL_STOP: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[’”'\x22]?(?:\.[’”'\x22]?)?$"));

static INSPECTORS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{WATCHDOG}|(?:re-?)?inspections?|{RATING})\b")));

static BY_INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)^[’”'\x22]?(?: overall)? by (?:[\w’']+ ){{0,3}}?(?:{WATCHDOG})\b"))
});

static IN_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:in|since|from) (?:[a-z]+ )?(?:19|20)\d\d\b|\b(?:previous|last|first|latest) (?:[a-z]+ )?(?:{VISIT})\b"
    ))
});

/// Words that end in a noun that names a grade.
pub static RATED_LAST: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{RATING}|{MARK})$")));
