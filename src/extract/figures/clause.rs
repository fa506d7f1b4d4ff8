//! A number in its sentence in, the stretch of the sentence that speaks of it out.

use super::beside;
use super::change::CHANGED;
use super::setting::Setting;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Quantity, Unit, is_verb};
use crate::extract::reading::{Reading, within};
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The stretch of the sentence that speaks of this number.
pub(super) fn clause(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Span {
    let text = reading.document.text();
    let sentence = setting.sentence;
    let before = &text[sentence.start.min(quantity.span.start)..quantity.span.start];
    let after = &text[quantity.span.end..sentence.end.max(quantity.span.end)];
    if let Some((open, close)) = within_brackets(before, after) {
        return Span::new(sentence.start + open, quantity.span.end + close);
    }
    // "427 children were waiting and the average wait was 74 weeks": a clause with a subject of its own.
    let own = OWN_SUBJECT.captures(before).and_then(|found| found.name("own"));
    if let Some(own) = own.filter(|own| before[..own.start()].contains(|c: char| c.is_ascii_digit())) {
        let end = CLAUSE.find(after).map_or(after.len(), |found| found.start());
        return Span::new(sentence.start + own.start(), quantity.span.end + end);
    }
    // "Ofsted, which had found it wanting and had sent two letters, rated it": the predicate of an aside.
    if let Some(aside) = IN_ASIDE.captures(before).and_then(|found| found.name("own"))
        && let Some(end) = AFTER_ASIDE.find(after)
    {
        return Span::new(sentence.start + aside.start(), quantity.span.end + end.start());
    }
    let mut starts = CLAUSE.find_iter(before).collect::<Vec<_>>();
    let mut start = sentence.start;
    while let Some(found) = starts.pop() {
        let short = words_in(&before[found.end()..]) + words_in(after).min(5) < 5;
        // "Entrants are at their lowest: 134 per 100,000": what stands before the colon is measured.
        let rated = matches!(quantity.unit, Unit::Percent | Unit::Rate(_)) && !after.starts_with(" of ");
        let behind = &before[found.end()..];
        let enclosed = behind.find(')').is_some_and(|close| !behind[..close].contains('('));
        let relative = found.as_str().contains(" of wh")
            || enclosed
            || ENDS_ONLY.contains(&found.as_str())
            || found.as_str() == ": " && rated && before[found.end()..].trim().is_empty()
            || AFTERTHOUGHTS.contains(&found.as_str())
            || after.trim_start().starts_with("of the") && before[found.end()..].trim().is_empty()
            || found.as_str() == ", with "
                && !matches!(quantity.unit, Unit::Counted(_))
                && !after.starts_with(" of ");
        if !(short || relative) {
            start = sentence.start + found.end();
            break;
        }
    }
    // "Turnover has fallen to 12%, and 40 posts are free": few words that say all the same what is measured.
    let led =
        words_in(before) > 3 && [" to ", " at ", " is ", " was "].iter().any(|lead| before.ends_with(lead));
    let own_clause = |found: &regex::Match| OWN_CLAUSE.is_match(&after[found.start()..]);
    let ends = CLAUSE.find_iter(after).find(|found| {
        let own = found.start() == 0 && found.as_str().contains("of wh");
        let after_some = before.len() > 30 || led || words_in(&after[..found.start()]) > 2;
        !own && (after_some || own_clause(found) || AFTERTHOUGHTS.contains(&found.as_str()))
    });
    // "The rate, at 372 per 10,000, is higher than that of": what it is set against is no part of its name.
    let set_against = SET_AGAINST.find(after).map(|found| found.start());
    let end = ends.map(|found| found.start()).into_iter().chain(set_against).min();
    let end = end.map_or(sentence.end, |end| quantity.span.end + end);
    let clause = Span::new(start.min(quantity.span.start), end.max(quantity.span.end));
    if words_in(&text[clause.range()]) < 5 { Span::new(sentence.start, clause.end) } else { clause }
}

/// What ends a clause and begins none.
const ENDS_ONLY: [&str; 4] = [", albeit ", ", having ", ", though ", ", when "];

/// How many words there are between spaces.
fn words_in(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b' ').count() + 1
}

/// What begins words that only say more of a value.
const AFTERTHOUGHTS: [&str; 9] = [
    ", falling to ",
    ", from ",
    ", increasing to ",
    ", reaching ",
    ", indicating ",
    ", reflecting ",
    ", representing ",
    ", rising to ",
    ", suggesting ",
];

/// A clause without what it says of the numbers beside: "12 are in work and eight others are at college".
pub(super) fn narrowed(reading: &Reading, clause: Span, quantity: &Quantity, open: &[&Quantity]) -> Span {
    let document = reading.document;
    let inside = within(&reading.quantities, clause, |other| other.number.start);
    let at = inside.partition_point(|other| other.number.start < quantity.number.start);
    if let Some(own) = beside::in_row(reading, clause, quantity, open) {
        return own;
    }
    let mut narrow = clause;
    let (first, last) = paired(reading, inside, at);
    let (start, end) = (
        first.map_or(quantity.span.start, |first| first.span.start),
        last.map_or(quantity.span.end, |last| last.span.end),
    );
    let (at, behind) = (at - usize::from(first.is_some()), at + usize::from(last.is_some()));
    if let Some(next) = inside.get(behind + 1) {
        let between = document.words(Span::new(end.min(next.span.start), next.span.start));
        let long = |at: &usize| between[..*at].split_whitespace().count() >= 3;
        let joined = between
            .rfind(" and ")
            .filter(|and| long(and) && between[and + 5..].split_whitespace().count() <= 2);
        let listed = [", ", ", of which "].iter().find_map(|comma| between.strip_suffix(comma)).map(str::len);
        // "improved to 84% from 81% a year ago", "vacancies stood at 21% and turnover at 18%".
        let reached = || document.words(Span::new(narrow.start, quantity.span.start)).ends_with(" to ");
        let told_elsewhere = between == " from " && reached() || is_elided(between);
        let cut = joined.or_else(|| listed.filter(long)).or_else(|| told_elsewhere.then_some(0));
        narrow.end = cut.map_or(narrow.end, |cut| end + cut);
    }
    if let Some(previous) = at.checked_sub(1).and_then(|before| inside.get(before)) {
        let between = document.words(Span::new(previous.span.end.min(start), start));
        const JOINED: [&str; 6] =
            [" and ", " and a further ", " and another ", " and only ", " and the other ", ", "];
        let lead = JOINED.iter().find_map(|words| between.strip_suffix(words));
        let joined = lead.filter(|lead| lead.split_whitespace().count() >= 3);
        if is_elided(between) {
            narrow.start = previous.span.end + " and ".len();
        }
        let after = document.words(Span::new(end, narrow.end.max(end)));
        let of_them = after.starts_with(" of wh") || after.starts_with(" of them");
        if joined.is_some() && !of_them && after.split_whitespace().count() >= 3 {
            narrow.start = start;
        }
    }
    narrow
}

/// "19% (132)": the number before one in brackets, and the one in brackets behind one: both say the same.
pub(super) fn paired<'a>(
    reading: &Reading,
    inside: &'a [Quantity],
    at: usize,
) -> (Option<&'a Quantity>, Option<&'a Quantity>) {
    let pair = |one: &Quantity, next: &Quantity| {
        let share = |quantity: &Quantity| matches!(quantity.unit, Unit::Percent | Unit::Rate(_));
        let between = Span::new(one.span.end.min(next.span.start), next.span.start);
        share(one) != share(next)
            && reading.document.words(between) == " ("
            && reading.document.text()[next.span.end..].starts_with(')')
    };
    // "36 of the 409 (8.8%)": the share is that of the first, not of the whole.
    let whole = |quantity: &Quantity| {
        let text = reading.document.text();
        let lead =
            &text[text.floor_char_boundary(quantity.span.start.saturating_sub(24))..quantity.span.start];
        PART_OF.is_match(lead)
    };
    let Some(own) = inside.get(at) else { return (None, None) };
    let first = at.checked_sub(1).map(|before| &inside[before]);
    let first = first.filter(|first| pair(first, own) && !whole(first));
    (first, inside.get(at + 1).filter(|last| pair(own, last)))
}

/// Brackets around the number that say themselves what it measures, "(82% of pupils attend a good school)": where they
/// begin in the words before it and end in those after it.
fn within_brackets(before: &str, after: &str) -> Option<(usize, usize)> {
    let open = before.rfind('(').filter(|open| !before[*open..].contains(')'))?;
    let close = after.find(')')?;
    let inside = [&before[open..], &after[..close]].concat();
    let words = inside.split(' ').filter(|word| word.chars().all(char::is_lowercase)).count();
    (words >= 6
        && !inside.contains("according to")
        && (!inside.starts_with("(from") || inside.contains("% of ")))
    .then_some((open + 1, close))
}

static PART_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[0-9a-z] (?:out )?of (?:the |their |its |these |those |a total of )?$"));

static SET_AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^,? (?:which )?(?:is|was|are|were) (?:\w+ly |well |much |far |still |also )?(?:higher|lower|above|below|better|worse|similar|in line|close to|more than|less than|double|twice|half) |^(?: (?:in|at|by) [\w ]{4,24})?, (?:some |about |around |almost |nearly |just |only )?[\w.]+ (?:percentage )?points? (?:lower|higher|above|below|more|less|better|worse|ahead|behind)\b",
    )
});

static IN_ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r", (?:which|who) [^,;.]{10,140}? and (?P<own>(?:had|has|have) [a-z]+ )(?:[a-z]+ ){0,3}$")
});

static AFTER_ASIDE: LazyLock<Regex> = LazyLock::new(|| pattern(r", [a-z]+(?:ed|s)\b"));

static OWN_SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r" and (?P<own>(?:the|its|their) (?:average|mean|median|total|overall|typical) [^,;:.0-9]{2,40}? (?:is|was|were|are|stood at|stands at) (?:now |just |only |about |around |over )?)$",
    )
});

/// ", and parents told inspectors": a clause with a subject of its own.
static OWN_CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^, (?:and|but|although|when|while|whereas) (?:the |its |their |most |some |many |all )?[a-z’'-]+(?: [a-z’'-]+){0,3}? (?:told|said|say|says|tell|is|are|was|were|have|has|had|can|will|do|does|did|report|reported|find|found|feel|felt|allows?|requires?) ",
    )
});

static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"; | means? that |, of (?:whom|which) | of whom |, which |, with |, but |, and |, while |, whereas |, although |, though |, albeit |, having |, when |, (?:more|less|almost|nearly|about|roughly) (?:than )?(?:double|twice|half|three times) |, (?:more|less|fewer) than (?:the|those|their|its|any|in|most|[0-9]+|one|two|three|four|five) | compared (?:to|with) |, compared |, against |, (?:well |far |just |slightly |significantly |much )?(?:above|below|higher than|lower than|better than|worse than) |, this | and a rate |: |, down from|, up from|, representing |, indicating |, suggesting |, reflecting |, equating |, equivalent to |, the equivalent of |, rising to |, falling to |, increasing to |, reaching |, leaving |, only |, from , an (?:increase|improvement) |, a (?:reduction|decrease|rise|fall) ",
    )
});

/// "vacancies stood at 21% and turnover at 18% in 2014": whether the words between two numbers leave out the verb of the
/// second.
pub(super) fn is_elided(between: &str) -> bool {
    let verb =
        |word: &str| is_verb(word) || matches!(word, "was" | "were" | "is" | "are" | "has" | "had" | "have");
    // "a rate of 23% and an overall rate of 42% mean": of the second what it is a rate of.
    SECOND_RATE.is_match(between)
        || ELIDED.is_match(between) && !between.split(' ').any(verb) && !VERB.is_match(between)
}

static SECOND_RATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: ?%| per cent)? and (?:an? |the )(?:[a-z-]+ ){1,4}(?:rate|average|share|proportion|percentage|total) of $",
    )
});

static ELIDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: ?%| per cent)? and (?:the |its |their )?(?:[a-z-]+ ){1,4}(?:at|to|from|by) (?:just |only |about |around |over |nearly )?$",
    )
});

/// What keeps words from being a second subject alone.
static VERB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:{CHANGED})\b|^(?: ?%| per cent)? and (?:an?|this|that|it|they|in|for|among|by|with|of|on|through|up|down|then|now|so|over) ",
    ))
});
