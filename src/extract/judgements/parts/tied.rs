//! The words before a grade in, what ties it to what stands before them out.

use super::super::prose::Mention;
use super::super::wording::{CALLED, CHANGED, FOUND, GAINED, GIVES, JUDGED, LAY, MARK, RATING};
use super::behind::{LIST, OVERALL};
use super::weight::RATED_LAST;
use crate::extract::patterns::pattern;
use regex::{Captures, Regex};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// How a grade is tied to what it is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// "rated", "judged", "graded".
    Judging,
    /// "found to be", "considered", "told it".
    Finding,
    /// "awarded good for", "gave good to".
    Gift,
    /// "fell to".
    Change,
    /// "is", "was", "remains", or a grade that is a verb itself.
    Being,
    /// "Harbour, inadequate since 2018,".
    Apposition,
    /// ", good for A and good for B": behind another grade.
    Coordination,
}

pub struct Tied {
    pub by: By,
    /// What is judged, in the words before the grade: the subject, or the object of "found the service to be".
    pub of: Range<usize>,
    pub present: bool,
    /// "having been": what is judged is the subject of another verb.
    pub participle: bool,
}

impl Tied {
    /// What ties the grade; none: nothing that the field judges with.
    pub fn of(mention: &Mention, before: &str) -> Option<Self> {
        let mut rest = trimmed(before);
        let (mut to, mut as_) = (false, false);
        while let Some((head, word)) = last_word(rest).filter(|_| !rest.ends_with(PARTS)) {
            // "handed out its lowest grade".
            let out = word == "out" && last_word(head).is_some_and(|(_, verb)| GIFT.is_match(verb));
            if !out && !SKIPPED.contains(word.to_ascii_lowercase().as_str()) {
                break;
            }
            to |= word == "to";
            as_ |= word == "as";
            rest = trimmed(head);
        }
        let (head, word) = last_word(rest)?;
        let word = word.to_ascii_lowercase();
        let plain = |by, end: &str, present| {
            Some(Self { by, of: 0..end.len(), present, participle: before[end.len()..].contains("having ") })
        };
        let parted = rest.ends_with(PARTS) || rest.ends_with(" -");
        if parted || matches!(word.as_str(), "and" | "but" | "with") {
            let lists = LIST.is_match(mention.after()) || OVERALL.is_match(mention.after());
            if lists && mention.words.grades(rest).next().is_some() {
                let present = ["is now", "are now", "currently"].iter().any(|now| rest.contains(now));
                return plain(By::Coordination, rest, present);
            }
        }
        // "Only services for A and B, which were looked at together, still require".
        if parted
            && mention.is_verb()
            && let Some(aside) = TOLD_ASIDE.find(rest)
        {
            return plain(By::Being, without_auxiliary(&rest[..aside.start()]).0, true);
        }
        if parted && !(to || as_) {
            let named = rest.trim_end_matches([',', ' ', '–', '—', '-', '(']);
            return plain(By::Apposition, named, false);
        }
        // "described A, and B, as": the commas close the object.
        if parted {
            return active(rest.trim_end_matches([',', ' ', '–', '—', '-', '(']), true, false);
        }
        if to && let Some(change) = CHANGE.find(rest) {
            return plain(By::Change, without_auxiliary(&rest[..change.start()]).0, false);
        }
        // "singled out as".
        let (head, word) = match head.trim_end().strip_suffix("singled") {
            Some(head) if word == "out" => (head, "found".to_owned()),
            _ => (head, word),
        };
        let verb = |list: &Regex| list.is_match(&word);
        if verb(&JUDGING) || verb(&FINDING) && (to || as_ || mention.is_quoted() || without_auxiliary(head).1)
        {
            let by = if verb(&JUDGING) { By::Judging } else { By::Finding };
            let (subject, auxiliary) = without_auxiliary(head);
            let present = auxiliary && PERFECT.is_match(&head[subject.len()..]);
            return plain(by, subject, present);
        }
        // "a verdict of inadequate for A and for B": without a list its own patterns read it.
        let rating = word == "of" && last_word(head).is_some_and(|(_, noun)| RATED_LAST.is_match(noun));
        if rating && LIST.is_match(mention.after()) {
            return plain(By::Gift, head.trim_end(), false);
        }
        // "got the highest mark of outstanding".
        if let Some(got) = HIGHEST.find(rest).filter(|_| rating) {
            return plain(By::Gift, without_auxiliary(&rest[..got.start()]).0, false);
        }
        // "was put on", "sitting at".
        let put = matches!(word.as_str(), "on" | "at" | "in")
            && last_word(head).is_some_and(|(_, verb)| PUT.is_match(verb));
        if put && (word != "in" || !mention.is_verb()) {
            let subject = last_word(head).map_or(head, |(head, _)| head);
            return plain(By::Finding, without_auxiliary(subject).0, false);
        }
        if verb(&GIFT) {
            return plain(By::Gift, without_auxiliary(head).0, false);
        }
        if matches!(word.as_str(), "from" | "of" | "than" | "or") {
            return None;
        }
        if mention.is_verb() && !as_ {
            if TELLING.is_match(&word) && to {
                return plain(By::Finding, without_auxiliary(head).0, false);
            }
            let present = mention.reading.document.words(mention.span).starts_with("requires ");
            // "The council was told it": of whom it was said.
            let told = TOLD_IT.find(rest).map(|told| &rest[..told.start()]);
            return match told {
                Some(told) => plain(By::Finding, without_auxiliary(told).0, false),
                None => plain(By::Being, without_auxiliary(rest).0, present),
            };
        }
        if verb(&COPULA) {
            let present = PRESENT.contains(&word.as_str());
            return plain(By::Being, without_auxiliary(head).0, present);
        }
        active(rest, to || as_, mention.ranked)
    }
}

const PRESENT: [&str; 8] = ["is", "are", "remain", "remains", "become", "becomes", "stay", "stays"];

/// "found the service to be", "rated services as": the object of the verb.
fn active(rest: &str, linked: bool, ranked: bool) -> Option<Tied> {
    // "gave the borough its highest grade": of a grade's own word "gave staff good" may be said.
    let fits = |found: &Captures<'_>| match found.name("gift") {
        Some(_) => ranked,
        None => linked || found.name("own").is_some(),
    };
    let found = ACTIVE.captures_iter(rest).filter(fits).last()?;
    let verb = found.get(0)?;
    let by = if found.name("gift").is_some() {
        By::Gift
    } else if JUDGING_LAST.is_match(verb.as_str().trim()) {
        By::Judging
    } else {
        By::Finding
    };
    let object = verb.end()..rest.len();
    let one = !rest[object.clone()].contains([';', ':', '“', '"']) && object.len() < 160;
    let lead = &rest[..verb.start()];
    let opinion = LAY_BEFORE.is_match(lead);
    let present = NOW_BEFORE.is_match(lead) || verb.as_str().trim_end().ends_with('s');
    (one && !opinion).then_some(Tied { by, of: object, present, participle: false })
}

/// Marks that part what stands before from the grade.
const PARTS: [char; 4] = [',', '–', '—', '('];

static HIGHEST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i) (?:{GAINED}|had|has|holds|held) (?:the|its|an?) (?:(?:second-)?(?:highest|lowest)|top|bottom|best|worst)(?: possible)? (?:{RATING}|{MARK}) of$"
    ))
});

static TOLD_ASIDE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i), (?:which|who) [^,;]{3,90}, ?$"));

static TOLD_IT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i) (?:told|informed|warned|advised)(?:,? (?:back )?in (?:19|20)\d\d,?)?(?: that)? (?:it|they|its (?:services|work|provision|department))$",
    )
});

fn trimmed(words: &str) -> &str {
    words.trim_end_matches([' ', '‘', '\'', '“', '"'])
}

fn last_word(words: &str) -> Option<(&str, &str)> {
    let end = words.trim_end_matches([',', '–', '—', '(', ' ']);
    let start = end
        .rfind([' ', '\n', '(', '“', '"', '‘'])
        .map_or(0, |at| at + end[at..].chars().next().map_or(1, char::len_utf8));
    (start < end.len()).then(|| (&end[..start], &end[start..]))
}

/// The words without the auxiliaries and adverbs at their end, and whether any auxiliary was there.
fn without_auxiliary(words: &str) -> (&str, bool) {
    let mut rest = words.trim_end();
    let mut found = false;
    while let Some((head, word)) = last_word(rest) {
        let lower = word.to_ascii_lowercase();
        let auxiliary = AUXILIARIES.split(' ').any(|auxiliary| auxiliary == lower);
        let ends = rest.len() == head.len() + word.len();
        if !ends || !(auxiliary || SKIPPED.contains(lower.as_str())) {
            break;
        }
        found |= auxiliary;
        rest = head.trim_end();
    }
    (rest, found)
}

const AUXILIARIES: &str = "is are was were be been being has have had having itself themselves remains";

/// Words between what ties a grade and the grade.
static SKIPPED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| SKIPPED_WORDS.split(' ').collect());

const SKIPPED_WORDS: &str = "now currently still also again overall both all each only just officially therefore then previously once to be as at a an being that too twice the its their ofsted’s ofsted's watchdog’s watchdog's down up back already first widely formally either collectively similarly yet last month week year today yesterday recently finally eventually likewise too";

static JUDGING: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)^(?:{JUDGED})$")));
static JUDGING_LAST: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{JUDGED}|rates|judges|grades|rating|judging|grading)$")));
static FINDING: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)^(?:{FOUND}|{CALLED})$")));
static GIFT: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)^(?:{GAINED}|{GIVES})$")));
static PUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:put|placed|left|kept|stuck|sat|sitting|stayed|remained|languishing|been|was)$")
});
static TELLING: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^(?:said|told|found|deemed|judged)$"));
static COPULA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:is|are|was|were|been|remains?|remained|became|becomes?|stays?|stayed)$")
});
static PERFECT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:is|are|has|have|remains?)\b"));
static CHANGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{CHANGED}|return(?:ed|s)|reverted)$")));
static NOW_BEFORE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:has|have|now|recently) $"));
static LAY_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{LAY}) (?:had |have |has )?$")));

/// A verb of judging with its object behind it; of some no "to be" is asked.
static ACTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?P<gift>gave|gives|awarded|awards|handed|hands)|(?P<own>{JUDGED}|(?:(?:Ofsted|watchdog|inspectorate|regulator|report|it|which)|\w+,) (?:rates|judges|grades)|rating|judging|grading|branding|declaring|labelling|deeming|branded|declared|pronounced|labelled|deemed|marked|called)|{FOUND}|{CALLED}|finds|finding|deems|considers|declares)\b ",
    ))
});
