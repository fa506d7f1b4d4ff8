//! The words around a number in, its measure out as one would name a chart: "children on a plan", not "the council had
//! children on a plan".

use super::change::{CHANGED, CHANGING};
use crate::extract::patterns::pattern;
use crate::extract::quantities::{is_number, is_people, is_plural, is_verb};
use regex::Regex;
use std::sync::LazyLock;

/// How a number stands among the words of its clause.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// How many words the noun that it counts has; none for a share or an amount.
    pub noun: usize,
    /// "12% of the children": whether "of" follows it.
    pub of: bool,
    /// "a group of 12 children": whether "of" stands before it.
    pub part: bool,
    /// "rose to 12": whether it is what something changed to.
    pub reached: bool,
    /// "rose by 12": whether it is the change itself.
    pub change: bool,
}

/// The words before a number and those after it, without what does not belong to the name of what it measures.
pub(super) fn named(before: &str, after: &str, place: Place) -> (String, String) {
    let says = |word: &&str| word.contains(char::is_alphanumeric);
    let before = HOME_TO.find(before).map_or(before, |home| &before[home.end()..]);
    let against = SET_AGAINST.find(after).filter(|against| against.start() > 0 || !before.trim().is_empty());
    let after = against.map_or(after, |against| &after[..against.start()]);
    let before: Vec<&str> = before.split_whitespace().skip_while(|word| !says(word)).collect();
    let after: Vec<&str> = after.split_whitespace().collect();
    let after = without_second_clause(without_examples(&after, place));
    if let Some(name) = part_of_them(&before, after).or_else(|| share_of(&before, after, place)) {
        return (String::new(), name);
    }
    if stands_alone(&before, after, place) {
        return (String::new(), noun_phrase(after, place));
    }
    if before.iter().all(|word| !word.ends_with(',') && word.len() < 4) {
        return (before.join(" "), noun_phrase(after, place));
    }
    let before = before.join(" ");
    let kept = if place.change { &before } else { without_change(&before, place) };
    (kept.to_owned(), after.join(" "))
}

/// "The port is home to" 12 boats.
static HOME_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^,;:]{2,60}? (?:is|was|remains) home(?: to)?(?: (?:about|around|some|over|approximately))?\b ?",
    )
});

/// What a value is set against, and when it was, at the end of the words behind it: "boats in the port, double the 44 of
/// January".
static SET_AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i),? (?:(?:more than |almost |nearly |about )?(?:double|twice|treble|triple|three times) (?:the|that|those|as (?:many|much))\b",
        r"|(?:more|fewer|less|higher|lower)(?: [a-z]+)? than (?:in|at|during|over) (?:the same|that)\b",
        r"|from (?:a|its) (?:peak|high|low|record|highest|lowest)\b",
        r"|when (?:the )?(?:inspectors|Ofsted|watchdog|inspectorate|they) (?:had )?(?:last )?(?:visited|arrived|called|came|inspected)\b",
        r"|(?:up|down)(?: by)? [a-z-]+ percentage points?\b)",
    ))
});

/// "children have left, of whom 12% came back" is about children who have left and came back.
fn part_of_them(before: &[&str], after: &[&str]) -> Option<String> {
    let (them, after) = match (before, after) {
        ([them @ .., "of", "whom" | "which"], after) => (them, after),
        // "31 boys, 12% of whom live in town": "of" is gone with the number.
        (them, ["whom" | "which", after @ ..]) => (them, after),
        _ => return None,
    };
    let counted = them.iter().rposition(|word| is_number(word)).map_or(0, |at| at + 1);
    let them = &them[counted..];
    let bare = them.first().is_some_and(|word| is_finite(word));
    let them = if bare { them.join(" ") } else { noun_phrase(them, Place::default()) };
    let them = them.trim_end_matches(',');
    let and = if bare || them.contains(" who ") { "and" } else { "who" };
    (!after.is_empty() && !them.is_empty()).then(|| format!("{them} {and} {}", after.join(" ")))
}

/// "boys account for 12% of all pupils" is about boys as a share of all pupils.
fn share_of(before: &[&str], after: &[&str], place: Place) -> Option<String> {
    let verb = before.iter().rposition(|word| EQUATIVE.contains(word)).filter(|at| at + 3 > before.len())?;
    if before[verb] == "made" && before.get(verb + 1) != Some(&"up") {
        return None;
    }
    let subject = before[..verb].join(" ");
    let ended = before.last().is_some_and(|word| word.ends_with(','));
    let said = place.noun == 0 && place.of && !place.change && !ended && verb > 0 && !after.is_empty();
    (said && !matches!(subject.to_lowercase().as_str(), "this" | "it" | "that" | "which"))
        .then(|| format!("{} as a share of {}", subject.trim_end_matches(','), after.join(" ")))
}

/// "reviews, including one of neglect": the words up to the examples, if they are the last thing said.
fn without_examples<'a>(words: &'a [&'a str], place: Place) -> &'a [&'a str] {
    let at = words.iter().position(|word| *word == "including").filter(|at| *at > 0);
    let last =
        |at: &usize| words[at - 1].ends_with(',') && !words[*at..].iter().any(|word| word.ends_with(','));
    at.filter(|_| place.noun > 0).filter(last).map_or(words, |at| &words[..at])
}

/// The name in a clause whose number stands in brackets: "143 boys (39%) live in town" is about boys who live in town.
pub(super) fn whole(clause: &str) -> String {
    let says = |word: &&str| word.contains(char::is_alphanumeric);
    let words: Vec<&str> = clause.split_whitespace().skip_while(|word| !says(word)).collect();
    match words.split_first() {
        Some((first, rest)) if rest.len() > 2 && is_number(first) => noun_phrase(rest, Place::default()),
        _ => clause.to_owned(),
    }
}

/// Whether words are a predicate without its subject: "live with their parents".
pub(super) fn begins_with_verb(words: &str) -> bool {
    words.split(' ').next().is_some_and(is_finite)
}

/// The name of an item without the noun that the line above its list has: "live in town" of "boys who live in town".
pub(super) fn after_listed<'a>(name: &'a str, listed: &str) -> &'a str {
    let Some((noun, rest)) = name.split_once(" who ") else { return name };
    let of_list = listed.split(' ').any(|word| word == noun);
    if of_list && begins_with_verb(rest) { rest } else { name }
}

/// The name of what a number measures whose noun stands elsewhere: "children who live with their parents"; `after` are the
/// words behind the number.
pub(super) fn with_noun(name: String, unit: &str, after: &str) -> String {
    let first = name.split(' ').next().unwrap_or("");
    let noun = unit.rsplit(' ').next().unwrap_or(unit);
    if name.split(' ').any(|word| word == noun) {
        return name;
    }
    // "49 in further education" are children in further education.
    let led = LED_BY.find(after).filter(|led| !name.is_empty() && after[led.end()..].starts_with(&name));
    if let Some(led) = led {
        return format!("{unit}{}{name}", led.as_str());
    }
    let who = if is_people(noun) { "who" } else { "that" };
    match first {
        first if is_finite(first) => format!("{unit} {who} {name}"),
        first if first.ends_with("ed") || first.ends_with("ing") || DESCRIBES.contains(&first) => {
            format!("{unit} {name}")
        }
        _ => name,
    }
}

static LED_BY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ (?:in|at|for|on|with|from|under|without) (?:an? |the )?"));

/// Whether the words after a number say alone what it measures: "led to 44 children being adopted", "saw 12% of pupils".
fn stands_alone(before: &[&str], after: &[&str], place: Place) -> bool {
    let Some((first, last)) = before.first().zip(before.last()) else { return true };
    let finite = |words: &[&str]| words.iter().any(|word| is_finite(word));
    if place.noun == 0 {
        let new_clause =
            last.ends_with(',') && (finite(before) || !QUALIFIES.contains(first)) && finite(after);
        let shares = || before.iter().rev().take(4).any(|word| EQUATIVE.contains(word));
        // "plans are finished on time for 97% of children": what goes before is told of those.
        if matches!(*last, "for" | "in" | "by" | "on") && finite(before) && !new_clause {
            return false;
        }
        return place.of && after.len() > 1 && (new_clause || *last == "that" || finite(before) && !shares());
    }
    let Some(next) = after.get(place.noun) else { return false };
    // "prevented 16 families from leaving" is the opposite of what follows.
    if AVERTING.contains(last) {
        return false;
    }
    if place.noun > 1 && LISTING.contains(last) {
        return true;
    }
    let describes = DESCRIBES.contains(next) || next.ends_with("ing") || next.ends_with("ed");
    let qualified = last.ends_with(',') && !finite(before);
    describes && !place.part && !place.of && !place.change && !qualified && after.len() > place.noun + 1
}

/// What keeps from happening what is told behind it.
const AVERTING: [&str; 10] = [
    "prevented",
    "prevent",
    "preventing",
    "prevents",
    "avoided",
    "avoid",
    "stopped",
    "stop",
    "averted",
    "saved",
];

/// "children were being looked after" is "children looked after"; "children have left" is "children who have left".
fn noun_phrase(words: &[&str], place: Place) -> String {
    let whole = || words.join(" ");
    let Some(at) = words.iter().take(10).position(|word| is_finite(word)) else { return whole() };
    let (noun, verb) = (&words[..at], words[at]);
    if at == 0 || at < place.noun || noun.iter().any(|word| RELATIVE.contains(word) || word.ends_with(',')) {
        return whole();
    }
    let mut rest = &words[at + 1..];
    let been = rest.first() == Some(&"been");
    if matches!(verb, "have" | "has" | "had") && !been || is_verb(verb) && !COPULAS.contains(&verb) {
        let people = noun.iter().any(|head| is_people(head));
        let who = if people && !rest.is_empty() { "who " } else { "" };
        return format!("{} {who}{verb} {}", noun.join(" "), rest.join(" "));
    }
    while let Some((_, more)) = rest.split_first().filter(|(word, _)| ADVERBS.contains(word)) {
        rest = more;
    }
    match rest.first() {
        None => noun.join(" "),
        Some(word) if GRADING.contains(word) => noun.join(" "),
        Some(&"a" | &"an" | &"no" | &"one") => whole(),
        Some(&"the") => format!("{} {}", noun.join(" "), rest[1..].join(" ")),
        Some(_) if is_same_noun(noun, rest) => rest.join(" "),
        Some(_) => format!("{} {}", noun.join(" "), rest.join(" ")),
    }
}

/// "children are disabled children": whether the predicate ends in the noun of the subject.
fn is_same_noun(noun: &[&str], rest: &[&str]) -> bool {
    let head = noun.iter().rfind(|word| is_plural(word));
    head.is_some_and(|head| rest.iter().take(5).any(|word| word.trim_end_matches('.') == *head))
}

/// "reviews are on time and managers are pleased": the words up to a second clause with a subject of its own.
fn without_second_clause<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    let Some(first) = words.iter().position(|word| is_finite(word)) else { return words };
    let begins = |at: usize| {
        let next = words.get(at + 1).copied().unwrap_or("");
        let subject =
            !is_finite(next) && !next.ends_with("ly") && !next.ends_with("ed") && !next.ends_with("ing");
        let auxiliary = |word: &&str| AUXILIARIES.contains(word);
        words[at] == "and" && subject && words[at + 1..].iter().skip(1).take(11).any(auxiliary)
    };
    let end = (first + 2..words.len()).find(|at| begins(*at));
    &words[..end.unwrap_or(words.len())]
}

/// "an increase in referrals" and "referrals have increased" are both "referrals".
fn without_change(before: &str, place: Place) -> &str {
    if !place.reached {
        return before;
    }
    let kept = CHANGE_AFTER.find(before).map_or(before, |found| &before[..found.start()]);
    let kept = CHANGE_BEFORE.find(kept).map_or(kept, |found| &kept[found.end()..]);
    if kept.trim().is_empty() { before } else { kept }
}

fn is_finite(word: &str) -> bool {
    AUXILIARIES.contains(&word) || is_verb(word)
}

const COPULAS: [&str; 4] = ["are", "is", "was", "were"];
const AUXILIARIES: [&str; 12] =
    ["are", "can", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will"];
/// Words before a share that is not one of the noun after it: "they account for 12% of all children".
const EQUATIVE: [&str; 17] = [
    "account",
    "accounted",
    "accounting",
    "are",
    "equates",
    "is",
    "made",
    "making",
    "make",
    "makes",
    "constitute",
    "constituted",
    "represent",
    "representing",
    "represents",
    "was",
    "were",
];
const LISTING: [&str; 5] = ["comprises", "comprising", "include", "includes", "including"];
/// Words that begin what describes the noun before them.
const DESCRIBES: [&str; 21] = [
    "aged", "at", "awaiting", "due", "for", "from", "in", "known", "of", "on", "placed", "subject", "that",
    "to", "under", "where", "which", "who", "whose", "with", "without",
];
/// Words that begin what qualifies a number: "In towns, 12% of pupils".
const QUALIFIES: [&str; 9] = ["Across", "Among", "At", "By", "For", "In", "Of", "On", "Within"];
const RELATIVE: [&str; 6] = ["that", "where", "which", "who", "whom", "whose"];
const ADVERBS: [&str; 7] = ["already", "also", "been", "being", "currently", "now", "still"];
/// Words that judge a measure and are no part of it.
const GRADING: [&str; 10] =
    ["above", "below", "better", "good", "high", "higher", "low", "lower", "similar", "worse"];
static CHANGE_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i),?(?: (?:which|that|also|has|have|had|is|was|were|are|been|being|further|now|then|steadily|significantly|slightly))* (?:{CHANGED}|{CHANGING}|stands|stood|remains?|remained|averages?|(?:is|was|are|were|remains?) (?:very |also |too |relatively |slightly )?(?:good|high|low|strong|poor|higher|lower|better|worse)|is|was|are|were)(?: \w+ly| further| again)*$",
    ))
});
static CHANGE_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:.*\b)?(?:(?:an? |the )?(?:\w+ )?(?:increase|rise|reduction|decrease|fall|drop|improvement|growth|decline) in|increasing|reducing|raising|improving|decreasing|lowering|cutting)(?: (?:the|its|their))?(?: (?:overall|average))?(?: (?:numbers?|proportion|percentage|rate) of)?(?: the)? ",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    fn name(before: &str, after: &str, place: Place) -> String {
        let (before, after) = named(before, after, place);
        format!("{before} {after}").trim().to_owned()
    }

    #[test]
    fn a_count_is_named_by_its_noun_and_what_describes_it() {
        let one = Place { noun: 1, ..Place::default() };
        assert_eq!(name("The council had", "children in care", one), "children in care");
        assert_eq!(name("Inspectors saw", "homes", one), "Inspectors saw homes");
        let part = Place { part: true, ..one };
        assert_eq!(name("a core group of", "pupils who meet", part), "a core group of pupils who meet");
        assert_eq!(name("In towns,", "pupils in care", one), "In towns, pupils in care");
    }

    #[test]
    fn a_clause_becomes_a_noun_phrase() {
        let one = Place { noun: 1, ..Place::default() };
        assert_eq!(name("", "children were being taught at home", one), "children taught at home");
        assert_eq!(name("", "children have left their homes", one), "children who have left their homes");
        assert_eq!(name("", "children are migrant children", one), "migrant children");
        assert_eq!(name("", "pupils were the subject of a plan", one), "pupils subject of a plan");
        assert_eq!(name("", "reviews are late and systems for tracking them are weak", one), "reviews late");
    }

    #[test]
    fn a_predicate_takes_the_noun_that_stands_elsewhere() {
        assert_eq!(with_noun("live in town".into(), "children", ""), "children who live in town");
        assert_eq!(with_noun("placed on a register".into(), "children", ""), "children placed on a register");
        assert_eq!(with_noun("live births in town".into(), "births", ""), "live births in town");
    }

    #[test]
    fn a_share_is_named_by_what_it_is_a_share_of() {
        let share = Place { of: true, ..Place::default() };
        assert_eq!(
            name("The data show that it has", "reviews completed on time", share),
            "reviews completed on time"
        );
        assert_eq!(
            name("Boys account for", "all children there", share),
            "Boys as a share of all children there"
        );
    }

    #[test]
    fn a_part_of_those_before_is_named_with_them() {
        let share = Place::default();
        let part = name("205 children have left care, of whom", "later came back", share);
        assert_eq!(part, "children who have left care and later came back");
        assert_eq!(name("40 adults, of whom", "are parents", share), "adults who are parents");
    }

    #[test]
    fn a_share_in_brackets_leaves_the_count_out() {
        assert_eq!(whole("143 boys live in town"), "boys live in town");
        assert_eq!(whole("seven pupils were in work that week"), "pupils in work that week");
        let rest =
            name("The team helps 27 pupils,", "whom live in town", Place { of: true, ..Place::default() });
        assert_eq!(rest, "pupils who live in town");
    }

    #[test]
    fn the_change_is_no_part_of_the_name() {
        let reached = Place { reached: true, ..Place::default() };
        assert_eq!(name("Referrals have increased steadily", "", reached), "Referrals");
        assert_eq!(name("Progress was made in reducing the length of cases", "", reached), "length of cases");
        assert_eq!(name("a rise in the number of visits", "", reached), "visits");
    }
}
