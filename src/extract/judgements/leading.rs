//! A sentence that begins with the grades of earlier years in, whose they were out: "Rated good in 2018, the council …".

use super::Words;
use super::prose::{Link, Mention, Tie};
use super::subject::{Subject, areas, is_of_body};
use super::wording::{FOUND, JUDGED, YEAR};
use crate::extract::patterns::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// The link of a grade that leads its sentence with its year, or stands behind others that do.
pub fn leading(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let lead = BEGUN.find(before)?;
    // Between the verb and this grade nothing but other grades with their years.
    let mut rest = &before[lead.end()..];
    for (_, grade) in mention.words.grades(&before[lead.end()..]) {
        let from = before.len() - lead.end() - rest.len();
        rest = grade.start.checked_sub(from).and_then(|gap| rest.get(gap + grade.end - grade.start..))?;
        rest = AND_NEXT.find(rest).map(|and| &rest[and.end()..])?;
    }
    let sure = rest.trim_matches(MARKS).is_empty() && IN_YEAR.is_match(after) && main_clause(after).is_some();
    sure.then(|| Link { tie: Tie::From, subject: mention.earlier(0, 0), present: false })
}

/// What the main clause behind the leading grades is about, if the sentence begins with them.
pub fn led(mention: &Mention) -> Option<Subject> {
    leading(mention, mention.before(), mention.after())?;
    let main = main_clause(mention.after())?;
    let named = areas(mention.words, main);
    let place = PLACE.is_match(main);
    match named.first() {
        Some((area, span)) if span.start < 6 => Some(Subject::Areas(vec![area.area])),
        _ => (place || is_of_body(mention, main)).then_some(Subject::Whole),
    }
}

/// Whether a sentence begins with a grade, and a date in it at `date` is of those that lead it, before the main clause.
pub fn is_of_leading(words: &Words, sentence: &str, date: usize) -> bool {
    let begun = BEGUN.find(sentence).map_or(0, |lead| lead.end());
    let first = words.grades(sentence).next();
    let leads = first
        .is_some_and(|(_, grade)| sentence[begun..grade.start.max(begun)].trim_matches(MARKS).is_empty());
    leads && MAIN.find(sentence).is_some_and(|main| date < main.end())
}

/// The beginning of the clause behind the last comma that ends a year.
fn main_clause(after: &str) -> Option<&str> {
    let end = MAIN.find(after)?.end();
    let main = &after[end..];
    let verb = VERB.find(main).map_or(main.floor_char_boundary(80), |verb| verb.start());
    (!MAIN.is_match(main)).then(|| &main[..verb.min(main.floor_char_boundary(80))])
}

const MARKS: [char; 7] = [' ', '‘', '’', '“', '”', '"', '\''];

static BEGUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:(?:once|first|last|previously|originally|formerly) )?(?:(?:{JUDGED}|{FOUND})(?: as| to be)? )?"
    ))
});

static IN_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]?(?: overall)?,? (?:(?:as recently as|as long ago as|back in|in|at its inspection in) )(?:{YEAR})\b"
    ))
});

/// "in 2014 and" before the next grade.
static AND_NEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]?(?: overall)?,? (?:(?:as recently as|back in|in) )(?:{YEAR})(?:,? and again in {YEAR})?(?:,? (?:and|then|and then)|,) "
    ))
});

static MAIN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:19|20)\d\d, "));

static VERB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r" (?:is|are|was|were|has|have|had|will|now|fell|rose|dropped|slipped|climbed|became|went)\b")
});

/// "the Merseyside borough", "the city".
static PLACE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:the|this) (?:[\w’'-]+ ){0,2}(?:borough|county|city|town)$"));
