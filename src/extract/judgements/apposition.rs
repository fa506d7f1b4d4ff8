//! A grade's word in its sentence in, the link to an area or a body that stands right beside it out.

use super::prose::{Link, Mention, Tie};
use super::subject::{areas, end_in_body, is_plain};
use super::ties::{CLOSES, CLOSES_JUDGED};
use super::wording::{ADVERB, JUDGED, RATING};
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "was rated good, with leadership outstanding", "rated good with outstanding leadership": a further grade of a judging
/// verb, beside its area.
pub fn apposed(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    mention.words.grades(before).next().filter(|_| STRONG.is_match(before))?;
    let subject = area_before(mention, before, after).or_else(|| area_behind(mention, before, after))?;
    Some(Link { tie: Tie::Judged, subject, present: false })
}

static STRONG: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{JUDGED}|{RATING}|remains?|remained)\b")));

fn area_before(mention: &Mention, before: &str, after: &str) -> Option<Span> {
    let words = before.trim_end_matches([' ', '‘', '\'', '“', '"']);
    // "…, while adoption was good".
    let verb = WHILE.find(words).map_or(words.len(), |found| found.end());
    let words = BE.find(words).filter(|found| found.start() >= verb).map_or(words, |be| &words[..be.start()]);
    let (area, span) = areas(mention.words, words).pop()?;
    let led = LED.is_match(&words[..span.start]) && span.end == words.len();
    let sure = led && CLOSES_JUDGED.is_match(after) && (!area.loose || CLOSES.is_match(after));
    sure.then(|| mention.earlier(span.start, span.end))
}

static WHILE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i).*\b(?:while|whilst|but|and) "));

static BE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i) (?:is|are|was|were)(?: both| also)?$"));

/// What leads to a further area: "with", "and the".
static LED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:,|\b(?:with|while|and|but))(?: its| their| the)?(?: quality of| experiences? and progress of)? ?$",
    )
});

fn area_behind(mention: &Mention, before: &str, after: &str) -> Option<Span> {
    WITH.find(before)?;
    let words = after.trim_start_matches(['’', '\'', '”', '"']);
    let (_, span) = mention.words.areas(words).next().filter(|(_, span)| span.start == 1)?;
    CLOSES_JUDGED.find(&words[span.end..])?;
    let start = mention.span.end + after.len() - words.len();
    Some(span.shifted(start))
}

/// "judged to be good overall with an": the verb of judging is that of the grade before.
static WITH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:judged|rated|graded|remains?|remained)\b[^.;,]{2,60},? with(?: an?)? ?[‘'“\x22]?$")
});

/// "The grades are: leadership – good; adoption – outstanding": an area before its grade in a list of such pairs.
pub fn paired(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    let words = before.trim_end_matches([' ', '‘', '\'', '“', '"']);
    let area = words.strip_suffix(['–', '—', ':', '-', ','])?.trim_end();
    let (_, span) = areas(mention.words, area).pop()?;
    let lead = PAIRED.find(&area[..span.start])?;
    let list = lead.as_str().starts_with(';')
        || after.starts_with(';')
        || after.starts_with("’;")
        || after.starts_with("”;");
    let sure = span.end == area.len() && list && CLOSES.is_match(after);
    sure.then(|| Link { tie: Tie::Judged, subject: mention.earlier(span.start, span.end), present: true })
}

static PAIRED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)[:;] ?(?:and )?(?:the )?$"));

/// "• ‘Good’ for the impact of leaders": a line that is a grade with its areas.
pub fn line_for(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    if !mention.line || before.contains(char::is_alphanumeric) || !FOR.is_match(after) {
        return None;
    }
    let link = Link { tie: Tie::Listed, subject: mention.earlier(0, 0), present: true };
    let areas = areas(mention.words, after);
    let (first, last) = (areas.first()?.1, areas.last()?.1);
    let whole = after[last.end..].trim_end_matches(['.', ';', ',', ' ']).is_empty();
    (whole && is_plain(&after[FOR.find(after)?.end()..first.start])).then_some(link)
}

static FOR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? (?:for|in) (?:the |its )?"));

/// "Harbour children’s services ‘inadequate’, say inspectors": a line that names the body and its grade without a verb.
pub fn headline(mention: &Mention, before: &str, after: &str) -> Option<Link> {
    if !mention.line || !CLOSES_JUDGED.is_match(after) {
        return None;
    }
    // A headline ends without a full stop.
    if mention.reading.document.words(mention.sentence).trim_end().ends_with('.') {
        return None;
    }
    let words = before.trim_end_matches([' ', '‘', '\'', '“', '"']);
    let words = STILL.find(words).map_or(words, |still| &words[..still.start()]);
    let colon = words.ends_with(':');
    let words = words.trim_end_matches(':');
    let service = mention.words.end_in_service(words);
    let body = service || mention.is_of_inspectors() && end_in_body(mention, words);
    let named = service && mention.is_capital() || mention.is_of_inspectors();
    let sure = body && (mention.is_quoted() && CLOSES.is_match(after) || colon && named);
    sure.then(|| Link { tie: Tie::Judged, subject: mention.earlier(0, words.len()), present: true })
}

static STILL: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i) (?:{ADVERB})$")));
