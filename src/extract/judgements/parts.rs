//! A grade in a sentence of news in, what it is said of out: read by the parts of the sentence, not by its wording.
//!
//! 1. From the grade to the left, past adverbs, stands what ties it: a verb of judging, "was", "to" behind a verb of
//!    change, a comma behind a name. What stands before that is its subject; between a verb of judging and the grade, its
//!    object ([`Tied`]).
//! 2. To the right stand the areas that it is said of, if it lists any ([`behind`]).
//! 3. News also calls much good that nobody has graded. What speaks for a grade is added up, and only what weighs enough
//!    is one ([`weight`]).

mod behind;
mod named;
mod tied;
mod weight;

use super::joined::with_joined;
use super::listed::{is_in_part, listed_beneath, named_behind};
use super::prose::{Link, Mention, Tie};
use super::statement::JudgedArea;
use super::subject::{Subject, end_in_body, names_provider};
use super::ties::{BY_OTHERS, CLOSES_JUDGED, NAMED_AFTER};
use crate::extract::patterns::pattern;
use crate::model::Span;
pub use behind::areas;
use behind::{Behind, as_well, behind};
pub use named::OFFERED;
use named::{narrowed, said_of};
use regex::Regex;
use std::sync::LazyLock;
use tied::{By, Tied};
use weight::{ENOUGH, RATED_LAST, weight};

/// What the grade is said of, if the sentence ties it to something and enough speaks for a grade.
pub fn read(mention: &Mention) -> Option<(Link, Vec<JudgedArea>)> {
    let (before, after) = (mention.before(), mention.after());
    if !may_be_grade(mention, after) {
        return None;
    }
    let tied = Tied::of(mention, before)?;
    // "each received a ‘good’ rating": of other verbs the wordings know more.
    if NAMED_AFTER.is_match(after) && tied.by != By::Gift {
        return None;
    }
    let subject = mention.earlier(tied.of.start, tied.of.end);
    let subject = narrowed(mention, subject).unwrap_or(subject);
    // What is weighed below stands for the looks that a bare "is" would be asked for.
    let link = Link { tie: Tie::Judged, subject, present: tied.present };
    let behind = behind(mention, after);
    let of = said_of(mention, &tied, &link);
    if weight(mention, &tied, &behind, &of) < ENOUGH {
        return None;
    }
    let tie = match tied.by {
        By::Change => Tie::To,
        By::Being => Tie::Being,
        _ => Tie::Judged,
    };
    let areas = areas_said(mention, &tied, behind, of, &link)?;
    Some((Link { tie, ..link }, areas))
}

/// "safeguarding in Harbour": what was judged by itself, and is not the whole of the body that it is a part of.
pub fn apart(mention: &Mention, link: &Link) -> Option<JudgedArea> {
    match named::placed(mention, named::clause(mention, link))? {
        Subject::Other(words) => Some(JudgedArea::Other(words)),
        _ => None,
    }
}

/// Whether the grade describes no noun behind it, and the sentence speaks of nobody with grades of their own.
fn may_be_grade(mention: &Mention, after: &str) -> bool {
    let sentence = mention.reading.document.words(mention.sentence);
    // What a sentence says of homes behind the grade's own clause is no matter.
    let end = after.find([',', ';', '.']).unwrap_or(after.len());
    let end = mention.span.end + end - mention.sentence.start.min(mention.span.end);
    let clause = sentence.get(..end).unwrap_or(sentence);
    (FOLLOWED.is_match(after) || CLOSES_JUDGED.is_match(after) || NAMED_AFTER.is_match(after))
        && !(names_provider(mention, clause) && names_provider(mention, &ASIDE.replace(clause, " ")))
        && !BY_OTHERS.is_match(after)
        && !OF_OTHERS.is_match(sentence)
}

/// "The board, the body which brings together the council and health services, was": what it is tells of no provider.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i), (?:(?:the|an?) [a-z]+ )?(?:which|that|who) .{5,120}?, (?:was|is|were|are|has|had) ")
});

/// The areas: those listed behind the grade, else those before it.
fn areas_said(
    mention: &Mention,
    tied: &Tied,
    behind: Behind,
    of: Subject,
    link: &Link,
) -> Option<Vec<JudgedArea>> {
    let overall = mention.reading.vocabulary.areas.iter().position(|area| area.id == "overall");
    if !behind.areas.is_empty() {
        let free = matches!(tied.by, By::Gift | By::Coordination) || is_rating(mention, link.subject);
        let sound = of != Subject::None || free || is_bare(mention, link);
        let overall = overall.filter(|overall| behind.overall && !behind.areas.contains(overall));
        return sound.then(|| overall.into_iter().chain(behind.areas).map(JudgedArea::Known).collect());
    }
    let whole = || overall.map(|overall| vec![JudgedArea::Known(overall)]);
    if tied.by == By::Coordination && behind.overall {
        return whole();
    }
    if tied.by == By::Coordination
        && let Some(other) = named_behind(mention)
    {
        return Some(vec![JudgedArea::Other(other.to_owned())]);
    }
    match of {
        // "rated services for A, B and C as good overall": the framework's name for the whole.
        Subject::Areas(areas) if behind.overall && areas.len() > 1 => whole(),
        Subject::Areas(areas) => {
            let areas = with_joined(mention, link, areas);
            let also = as_well(mention, mention.after()).into_iter().filter(|also| !areas.contains(also));
            Some(areas.iter().copied().chain(also).map(JudgedArea::Known).collect())
        }
        // "good in 15 districts and inadequate in two".
        Subject::Whole if is_in_part(mention) || IN_SOME.is_match(mention.after()) => None,
        Subject::Whole if let Some(beneath) = listed_beneath(mention) => Some(beneath),
        Subject::Whole if let Some(other) = named_behind(mention) => {
            Some(vec![JudgedArea::Other(other.to_owned())])
        }
        Subject::Whole => whole(),
        Subject::Other(words) => Some(vec![JudgedArea::Other(words)]),
        Subject::None => None,
    }
}

static IN_SOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]? in (?:just |only )?(?:one|two|three|four|five|six|most|some|several|many|\d{1,3})(?:[.,;]|$| and| others)",
    )
});

/// Whether nothing but the sentence's beginning stands where the subject should.
fn is_bare(mention: &Mention, link: &Link) -> bool {
    let words = mention.reading.document.words(link.subject).trim();
    words.is_empty() || end_in_body(mention, words)
}

/// Whether the words before the comma end in a noun that names a grade: "the lowest mark, inadequate,".
fn is_rating(mention: &Mention, subject: Span) -> bool {
    RATED_LAST.is_match(mention.reading.document.words(subject))
}

/// What may follow a grade that is none of a noun's.
static FOLLOWED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]?(?:,? (?:overall|for|too|still|again|since|in|after|following|when|to)\b| [–—-] |\.)",
    )
});

/// Sentences about many bodies, or about what others think.
static OF_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:ombudsman|survey(?:ed|s)?|poll|hospital|NHS trust|GP|academy|schools?|colleges?|nurser(?:y|ies))\b",
    )
});
