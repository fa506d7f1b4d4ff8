//! A grade's word in its sentence in, whether somebody else than inspectors says it out: "Residents say the council is
//! inadequate" states an opinion, and no grade.

use super::prose::Mention;
use super::wording::{JUDGED, RATING};
use crate::extract::patterns::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// Whether the grade is an opinion of those who have none to give. A grade in quotation marks, in the words that only
/// inspectors use, or beside a word of judging is told, whoever tells it.
pub fn is_opinion(mention: &Mention) -> bool {
    let before = mention.before();
    if mention.is_quoted() || mention.is_capital() || mention.is_formal() {
        return false;
    }
    if REVIEW.is_match(before) {
        return true;
    }
    let said = SAID.captures_iter(before).last();
    let told = said.as_ref().is_some_and(|said| {
        let (Some(verb), Some(what)) = (said.name("verb"), said.name("what")) else { return false };
        let who = before[..verb.start()].rsplit(['.', ';']).next().unwrap_or_default();
        !OF_JUDGING.is_match(what.as_str()) && is_another(mention, who)
    });
    let behind = SAYS_BEHIND.captures(mention.after()).and_then(|found| found.name("who"));
    let clause = before.rsplit([';', ':']).next().unwrap_or_default();
    told || behind.is_some_and(|who| {
        let who = who.as_str();
        !PRONOUN.is_match(who) && is_another(mention, who) && !OF_JUDGING.is_match(clause)
    })
}

/// Whether who speaks is no inspector, report or letter.
fn is_another(mention: &Mention, who: &str) -> bool {
    if INSPECTORS.is_match(who) {
        return false;
    }
    // "It said that", "They found": of the sentence before.
    let pronoun = PRONOUN.is_match(who);
    let document = mention.reading.document;
    let index = document.sentence_index(mention.sentence.start);
    let previous = index.checked_sub(1).map_or("", |index| document.words(document.sentences()[index]));
    !(pronoun && INSPECTORS.is_match(previous))
}

static SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<verb>said|says|say|saying|told [^.,;:“”\x22]{2,30}? that|believes?|believed|claim(?:s|ed)?|insist(?:s|ed)?|argue[sd]?|thinks?|thought|stressed|acknowledged|admitted|added)(?: that)? (?P<what>[^.;:“”\x22]{2,90})$",
    )
});

static SAYS_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^, (?P<who>[^.,;:“”\x22]{2,60}?) (?:said|says|added|insisted|claimed|argued|believes)\b")
});

static OF_JUDGING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:{JUDGED}|{RATING}|inspect\w*|Ofsted|watchdog|upgraded|downgraded|improved|moved|gone|went|rose|fell|now|deemed|found)\b"
    ))
});

static INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:inspect\w*|Ofsted|CQC|watchdog|regulator|reports?|letter|judge?ment|verdict|ruling|findings|rating|which)\b",
    )
});

static PRONOUN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:but |and )?(?:it|they)(?: also| then)?\W*$"));

/// Reviews that are none of the inspectorate.
static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:independent|peer|internal|external|audit|diagnostic)(?: [a-z]+)? (?:review|report|audit|assessment|challenge|diagnostic)\b[^.;:]{0,60}\b(?:found|said|says|concluded|judged|rated|described|considered|deemed)\b[^.;:]{0,90}$",
    )
});
