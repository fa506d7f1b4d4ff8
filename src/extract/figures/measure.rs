//! A number in its sentence in, what it measures out, in the text's words.

use super::beside;
use super::change::CHANGED;
use super::clause;
use super::comparison;
use super::naming::{self, Place};
use super::parallel;
use super::respective;
use super::setting::Setting;
use crate::extract::dates::DateKind;
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Quantity, Unit};
use crate::extract::reading::{Reading, within};
use crate::extract::word_list;
use crate::model::Span;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What a number measures.
pub(super) struct Measured {
    /// As one would name it.
    pub name: String,
    /// All words around the number that may say to which series it belongs.
    pub context: String,
}

/// What a number measures: the clause around it without the number, its brackets and its date.
/// `open` are the numbers of the sentence that are figures or what figures are compared with.
pub(super) fn measured(
    reading: &Reading,
    setting: &Setting,
    quantity: &Quantity,
    open: &[&Quantity],
) -> Measured {
    // "19% (132) were in need": the number in brackets says the same in another unit.
    let inside = within(&reading.quantities, setting.sentence, |other| other.number.start);
    let at = inside.partition_point(|other| other.number.start < quantity.number.start);
    let quantity = clause::paired(reading, inside, at).0.unwrap_or(quantity);
    let clause = clause::clause(reading, setting, quantity);
    let told = headed(reading, setting, quantity)
        .or_else(|| subject(reading, setting, quantity, clause))
        .or_else(|| meant(reading, setting))
        .map(|words| Measured { name: words.clone(), context: words });
    let own = told
        .or_else(|| in_parallel(reading, setting, quantity))
        .unwrap_or_else(|| of_clause(reading, setting, clause, quantity, open));
    let Some(introduction) = &setting.introduction else { return own };
    let listed = |words: String, joint: &str| match &introduction.measure {
        Some(listed) if words.is_empty() => listed.clone(),
        Some(listed) if introduction.unit.is_some() => format!("{listed}{joint} {words}"),
        Some(listed) => format!("{listed} {words}"),
        None => words,
    };
    let name = match &introduction.measure {
        Some(listed) if introduction.unit.is_some() => naming::after_listed(&own.name, listed).to_owned(),
        _ => own.name,
    };
    let within = reading.document.words(clause).get(..3).is_some_and(|lead| lead.eq_ignore_ascii_case("in "));
    let name = if within && introduction.unit.is_none() { format!("in {name}") } else { name };
    let joint = if naming::begins_with_verb(&name) { " who" } else { ":" };
    Measured { name: listed(name, joint), context: listed(own.context, ":") }
}

/// What a sentence without a number tells, for one that names nothing and points back to it.
pub(super) fn told_by(sentence: &str) -> String {
    window(&without_small(sentence.trim_end_matches('.')))
}

/// What a number in a row of numbers with items measures: its item, with what all share.
fn in_parallel(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Option<Measured> {
    let parallel::Own { before, after } = parallel::own(reading, setting, quantity)?;
    let words = |spans: Vec<Span>| {
        spans.into_iter().map(|span| marked(reading, span, quantity, &[])).collect::<Vec<_>>().join(" ")
    };
    let (before, after) = (words(before), words(after));
    // "Attendance stands at 12% for A": its item says more than the verb.
    let before = if after.is_empty() { &*before } else { &*STANDS_AT.replace(&before, "") };
    let whole = format!("{before} \u{1} {after}").replace("  ", " ");
    let whole = [" in", " of", " for"].iter().fold(whole, |whole, word| whole.replace(&word.repeat(2), word));
    let bare = without_small(&whole);
    Some(Measured { name: tidy(reading, setting, quantity, &whole, &bare), context: window(&bare) })
}

/// "Visits to homes: 9 (2019), 6 (2020)", "Visits on time: 2015–16, 47%": the words before the colon, where nothing but
/// values and dates stands behind it.
fn headed(reading: &Reading, setting: &Setting, quantity: &Quantity) -> Option<String> {
    const LONGEST: usize = 90;
    let document = reading.document;
    let before =
        document.words(Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start));
    let (head, list) = before.rsplit_once(": ").filter(|(head, _)| head.len() < LONGEST)?;
    let after = document.words(Span::new(quantity.span.end, setting.sentence.end.max(quantity.span.end)));
    let item = list.ends_with(", ") || after.starts_with(" (");
    let bare = !list.contains(char::is_alphabetic) && matches!(quantity.unit, Unit::None | Unit::Percent);
    (item && bare && head.contains(' ')).then(|| without_lead(head).to_owned())
}

/// "20 were at such risk", "this figure was 20": what the sentence before tells the number of.
fn meant(reading: &Reading, setting: &Setting) -> Option<String> {
    let document = reading.document;
    let points_back = POINTS_BACK.is_match(document.words(setting.sentence));
    let before = document.words(setting.previous.filter(|_| points_back)?);
    told_of(last_subject(before)?).map(|told| before[told].to_owned())
}

/// "The number of children in need – who … – has dropped to 20": what the number is of, where it stands before the clause
/// or right before the number; or after it, in "At 20%, the proportion of pupils who stay is good".
fn subject(reading: &Reading, setting: &Setting, quantity: &Quantity, clause: Span) -> Option<String> {
    if quantity.unit != Unit::None && quantity.unit != Unit::Percent {
        return None;
    }
    // "Referrals to the hub, where calls arrive, went down by 4%, to 3,597".
    let whole = setting.words_before(reading, quantity);
    let plain = |words: &str| BRACKETS.replace_all(words, " ").replace("  ", " ").trim().to_owned();
    if let Some(found) = CAME_TO.captures(whole) {
        return Some(plain(&found["what"]));
    }
    if let Some(found) = WENT_BY.captures(whole) {
        return Some(format!("{} {}", plain(&found["what"]), &found["went"]));
    }
    let before = reading.document.words(Span::new(setting.sentence.start.min(clause.start), clause.start));
    let lead = reading.document.words(Span::new(clause.start, quantity.span.start.max(clause.start)));
    let after = reading.document.words(Span::new(quantity.span.end, clause.end.max(quantity.span.end)));
    let of = |words: &str, adjacent: bool| {
        if !words.contains(" of ") {
            return None;
        }
        let found = told_of(last_subject(words)?)?;
        let between = &words[found.end..];
        let found = &words[found];
        let between = between.rsplit_once(" – ").map_or(between, |(_, last)| last);
        let near = if adjacent { LEADS_TO_NUMBER.is_match(between) } else { !between.contains([';', '.']) };
        let whole = !found.ends_with(" who") && !found.ends_with(" that");
        (near && whole).then(|| found.to_owned())
    };
    let behind = || told_of(after.starts_with(", the ").then(|| next_subject(after, 0)).flatten()?);
    // "The number of boats has reached 431, while the pool of crews shrank to 139": a clause with a subject of its own.
    const JOINTS: [&str; 4] = [", while ", ", whereas ", ", and ", ", but "];
    let apart = JOINTS.iter().any(|joint| before.ends_with(joint))
        && lead.split_whitespace().count() > 1
        && !LEADS_TO_NUMBER.is_match(lead);
    // "The share of pupils in work in primary schools is 21%, and in secondary schools is 18%": the same elsewhere.
    if apart && let Some(elsewhere) = ELSEWHERE.captures(lead) {
        let found = of(before, false)?;
        let (head, own) = (found.rsplit_once(" in ")?.0, &elsewhere["in"]);
        return Some(format!("{head} {own}"));
    }
    of(before, false)
        .filter(|_| !apart)
        .or_else(|| of(lead, true).filter(|_| !after.starts_with(" of ")))
        .or_else(|| behind().map(|found| after[found].to_owned()))
}

/// The next match of [`SUBJECT`] whose words are so near together that they are one name.
fn next_subject(words: &str, mut from: usize) -> Option<regex::Match<'_>> {
    const MOST: usize = 90;
    loop {
        let found = SUBJECT.find_at(words, from)?;
        if told_of(found).is_none_or(|told| words[told].chars().count() <= MOST) {
            return Some(found);
        }
        from = found.start() + 1;
    }
}

fn last_subject(words: &str) -> Option<regex::Match<'_>> {
    let mut last = None;
    while let Some(found) = next_subject(words, last.map_or(0, |last: regex::Match| last.end())) {
        last = Some(found);
    }
    last
}

/// Of a match of [`SUBJECT`] what stands behind "number of" and before the word or mark that ends it.
fn told_of(found: regex::Match) -> Option<Range<usize>> {
    let words = found.as_str();
    let start = words.find(" of ")? + " of ".len();
    let end = words.strip_suffix(',').map_or(words.rfind(' ')?, str::len);
    (start < end).then(|| found.start() + start..found.start() + end)
}

/// The words of a clause without its number, brackets, dates, and the small words at its ends.
fn of_clause(
    reading: &Reading,
    setting: &Setting,
    clause: Span,
    quantity: &Quantity,
    open: &[&Quantity],
) -> Measured {
    let whole = marked(reading, clause, quantity, &[]);
    let bare = without_small(&whole);
    let narrow = clause::narrowed(reading, clause, quantity, open);
    let mut dropped = beside::dropped(reading, narrow, quantity, open);
    dropped.extend(changed_from(reading, narrow, quantity));
    if narrow == clause && dropped.is_empty() {
        return Measured { name: tidy(reading, setting, quantity, &whole, &bare), context: window(&bare) };
    }
    let own = marked(reading, narrow, quantity, &dropped);
    let own_bare = without_small(&own);
    let name = tidy(reading, setting, quantity, &own, &own_bare);
    // What is said of the numbers beside says nothing of this one: "20 are in need, 12 have a plan".
    Measured { name, context: window(&own_bare) }
}

/// What a marked clause tells, as one would name it; `bare` is the same clause without small words.
fn tidy(reading: &Reading, setting: &Setting, quantity: &Quantity, marked: &str, bare: &str) -> String {
    let place = place(reading, setting, quantity, marked);
    let Some((before, after)) = bare.split_once('\u{1}') else { return window(&naming::whole(bare)) };
    let (before, after) = naming::named(before, after, place);
    let of = if place.part && !before.is_empty() { "of " } else { "" };
    window(&format!("{before} {of}\u{1} {after}"))
}

/// A marked clause without brackets, who says it, and the small words before its number and its dates.
fn without_small(marked: &str) -> String {
    let kept = if marked.contains('(') { BRACKETS.replace_all(marked, " ") } else { marked.into() };
    let ascribed = if may_be_ascribed(&kept) { ATTRIBUTION.find(&kept) } else { None };
    // "An audit of 12 plans shows that most are good": of the number of plans the audit.
    let kept = match ascribed {
        Some(lead) if lead.as_str().contains('\u{1}') => {
            SAYS.find(lead.as_str()).map_or(&*kept, |says| &kept[..says.start()])
        }
        Some(lead) => &kept[lead.end()..],
        None => &kept,
    };
    // "Out of 25 boats", "Out of the 30 boats, 12 are in harbour".
    let kept = kept.strip_prefix("Out of ").unwrap_or(kept).replace("\u{1} of ", "\u{1} ");
    let kept = without_lead_in(&kept, '\u{1}', &BEFORE_NUMBER, " \u{1} ");
    let kept = without_lead_in(&kept, '\u{2}', &BEFORE_DATE, " ");
    if !SMALL_TELLING.is_match(&kept) {
        return kept;
    }
    // "Checks are up to date" tells of no time.
    if kept.contains("up to date") {
        return SMALL.replace_all(&kept.replace("up to date", "up-to-date"), " ").into_owned();
    }
    SMALL.replace_all(&kept, " ").into_owned()
}

/// A cheap look for what [`ATTRIBUTION`] finds: a small word that opens a sentence, or who or what says the rest.
fn may_be_ascribed(words: &str) -> bool {
    const OPENERS: [&str; 14] = [
        "additionally",
        "as",
        "at",
        "currently",
        "despite",
        "during",
        "for",
        "however",
        "in",
        "nevertheless",
        "over",
        "overall",
        "since",
        "within",
    ];
    let first = words.split(' ').next().unwrap_or("").trim_end_matches(',');
    OPENERS.iter().any(|opener| opener.eq_ignore_ascii_case(first))
        || [" that", " said ", " says "].iter().any(|says| words.contains(says))
        || words.get(..5).is_some_and(|data| data.eq_ignore_ascii_case("data "))
}

/// Words with every mark put as `to`, without the small words that lead up to it.
fn without_lead_in(words: &str, mark: char, small: &Regex, to: &str) -> String {
    let mut parts = words.split(mark);
    let mut kept = String::with_capacity(words.len() + to.len());
    let mut part = parts.next().unwrap_or("");
    for next in parts {
        let start = small.find(part).map_or(part.len(), |lead_in| lead_in.start());
        kept.push_str(&part[..start]);
        // "Training has been given to 600 staff".
        if mark == '\u{1}' && part[start..].starts_with("to ") && GIVEN.is_match(&part[..start]) {
            kept.push_str("to");
        }
        kept.push_str(to);
        part = next;
    }
    kept.push_str(part);
    kept
}

/// A clause with `\u{1}` in the place of the number and `\u{2}` in that of each date and of what others say.
fn marked(reading: &Reading, clause: Span, quantity: &Quantity, others: &[Span]) -> String {
    let document = reading.document;
    let number = match quantity.unit {
        Unit::Counted(noun) => Span::new(quantity.number.start, noun.start.max(quantity.number.end)),
        _ => quantity.span,
    };
    let dates = within(&reading.dates, clause, |date| date.span.start).iter();
    let mut dropped: Vec<Span> =
        dates.filter(|date| date.kind != DateKind::Relative).map(|date| date.span).collect();
    dropped.extend(others);
    dropped.extend(respective::beside(reading, clause, quantity));
    dropped.push(number);
    dropped.sort();
    let (mut kept, mut from) = (String::new(), clause.start);
    for span in dropped.into_iter().filter(|span| clause.overlaps(*span)) {
        if span.start >= from {
            kept.push_str(document.words(Span::new(from, span.start)));
            if !kept.ends_with(' ') {
                kept.push(' ');
            }
            // What ends where the number begins leaves the words before it as they are: "for between 33 and 39".
            match span {
                span if span == number => kept.push_str("\u{1} "),
                span if span.end == number.start => {}
                _ => kept.push_str("\u{2} "),
            }
        }
        from = from.max(span.end);
    }
    kept.push_str(document.words(Span::new(from.min(clause.end), clause.end)));
    kept.replace("  ", " ").replace(" respectively", "")
}

/// "from 12 in 2013" in "from 12 in 2013 to 20"; of "from 12% of pupils" the part before the noun.
fn changed_from(reading: &Reading, clause: Span, quantity: &Quantity) -> Option<Span> {
    let document = reading.document;
    let words = document.words(Span::new(clause.start.min(quantity.span.start), quantity.span.start));
    if !words.contains("from ") || !TO.is_match(words) {
        return None;
    }
    let earlier =
        within(&reading.quantities, Span::new(clause.start, quantity.number.start), |q| q.number.start);
    let first = earlier.last()?;
    let lead = document.words(Span::new(clause.start, first.span.start.max(clause.start)));
    let between = document.words(Span::new(first.span.end, quantity.span.start.max(first.span.end)));
    if between.contains(';') || !comparison::alike(first.unit, quantity.unit) {
        return None;
    }
    let of = between.starts_with(" of ");
    let end = if of { first.span.end + " of ".len() } else { quantity.span.start };
    let from = FROM.find(lead)?;
    Some(Span::new(clause.start + from.start(), end))
}

/// Whether words before a number run on into what is told of it: "have been found for", but not "this meant that".
fn governs(before: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    !matches!(last, "" | "and" | "that" | "with" | "but" | "while" | "or") && !last.ends_with([',', ';', ':'])
}

/// How the number (`\u{1}`) stands in its clause.
fn place(reading: &Reading, setting: &Setting, quantity: &Quantity, kept: &str) -> Place {
    let noun = match quantity.unit {
        Unit::Counted(noun) => reading.document.words(noun).split(' ').count(),
        _ => 0,
    };
    let (before, after) = kept.split_once('\u{1}').unwrap_or((kept, ""));
    let before = before.trim_end();
    let total = ["total of", "average of", "rate of", "number of", "out of", "each of", "range of"];
    let text = reading
        .document
        .words(Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start));
    Place {
        noun,
        of: after.trim_start().starts_with("of ")
            || governs(before) && beside::is_part(setting.words_after(reading, quantity)),
        part: noun > 0 && before.ends_with(" of") && !total.iter().any(|words| before.ends_with(words)),
        reached: REACHED.is_match(text),
        change: comparison::is_change(reading, setting, quantity),
    }
}

/// At most so many words of a clause, the number's place (`\u{1}`) among them, without small words at the ends.
fn window(kept: &str) -> String {
    const MOST: usize = 20;
    let mark = |word: &str| word.contains('\u{1}');
    let trimmed =
        |c: char| matches!(c, ',' | '.' | ':' | ';' | '(' | ')' | '•' | '–' | '-' | '“' | '”' | '"' | '%');
    let words: Vec<&str> = kept
        .split_whitespace()
        .map(|word| word.trim_matches(trimmed))
        .filter(|word| !word.is_empty())
        .collect();
    let at = words.iter().position(|word| mark(word)).unwrap_or(0);
    let after = words.len().saturating_sub(at);
    let start =
        if words.len() <= MOST { 0 } else { at.saturating_sub(MOST.saturating_sub(after.min(MOST - 6))) };
    let words = &words[start..(start + MOST + 1).min(words.len())];
    let small = |word: &&&str| mark(word) || word_list::has(&ENDS, word);
    let words = &words[words.iter().take_while(small).count()..];
    let end = words.len() - words.iter().rev().take_while(small).count();
    // "records that inspectors looked at": the verb needs its preposition.
    let needed = end.checked_sub(1).zip(words.get(end)).is_some_and(|(last, next)| {
        matches!(
            (words[last], *next),
            ("looked", "at") | ("spoken" | "spoke" | "talked", "to") | ("dealt", "with")
        )
    });
    let words = &words[..end + usize::from(needed)];
    words.iter().filter(|word| !mark(word)).copied().collect::<Vec<_>>().join(" ")
}

/// An introducing line without the words that only count: "The proportion of".
pub(super) fn without_lead(words: &str) -> &str {
    LEAD.find(words).map_or(words, |found| &words[found.end()..])
}

/// Words that say nothing at either end of a measure.
const ENDS: [&str; 65] = [
    "a",
    "about",
    "all",
    "almost",
    "also",
    "although",
    "an",
    "and",
    "approx",
    "approximately",
    "are",
    "around",
    "as",
    "at",
    "been",
    "being",
    "between",
    "but",
    "by",
    "currently",
    "during",
    "end",
    "fewer",
    "for",
    "from",
    "had",
    "has",
    "have",
    "having",
    "however",
    "in",
    "is",
    "it",
    "just",
    "least",
    "less",
    "more",
    "nearly",
    "none",
    "now",
    "of",
    "on",
    "only",
    "or",
    "over",
    "per",
    "since",
    "so",
    "some",
    "than",
    "that",
    "the",
    "there",
    "these",
    "this",
    "to",
    "up",
    "was",
    "were",
    "when",
    "which",
    "while",
    "who",
    "whom",
    "with",
];

static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:number|proportion|percentage|rate|share)s? of [^,;:.()–]{{3,}}?(?:,| –| -| \(| which| is| was| are| were| has| have| had| remains?| stands| (?:{CHANGED}))\b",
    ))
});
static STANDS_AT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r" (?:is|are|was|were|stands?|stood|remains?|remained)(?: now| currently| only| just)?(?: at)? *$",
    )
});
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?P<in>in [^,;:.()0-9]{3,50}?)(?: it)? (?:is|was|are|were|stood at|stands at) $")
});
static LEADS_TO_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:,? (?:is|was|are|were|has|have|had|been|also|now|then|currently|at|to|by|from|only|just|around|about|approximately|nearly|almost|over|under|above|below|{CHANGED}|remains?|remained|reached|stands?|stood|\w+ly|which|that|high|low|good|higher|lower))* ?$",
    ))
});
static POINTS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:at|in|of) such\b|^(?:this|the) (?:figure|number|rate|proportion|percentage) (?:is|was|stood|stands|rose|fell)\b|^(?:In|At) [^,]{4,40},? it (?:was|is|stood)\b",
    )
});
static FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\bfrom (?:(?:an? (?:[a-z]+ ){1,3}of|about|around|just|nearly|over|only|the) )?$")
});
static TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r" to (?:(?:about|approximately|around|almost|nearly|just|only|over|under|the current|an average of) )*$",
    )
});
static REACHED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:to|at) (?:(?:about|approximately|around|almost|nearly|just|only|over|under|the current|some|an average of) )*$",
    )
});
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^)]*\)|\([^)]*$"));
static ATTRIBUTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:for example|however|in addition|additionally|currently|at present|at the time of inspection|(?:in|over|during|within|since) the (?:last|past|previous|preceding|first|most recent)(?: \w+)? (?:months?|years?|weeks?|quarters?|inspection|visit)(?: prior to (?:the |this )?inspection)?|at the time of (?:the|this) inspection|in (?:the|this|that|the same) (?:quarter|year|month|period|week)|as a result|overall|despite this|nevertheless),? )?(?:[^,;]*?\b(?:data|figures|information|authority|report|council|analysis|board|scorecard|tracking|monitoring|results|outcomes|plan|service|audits?|evaluation|survey|records|inspectors|Ofsted|watchdog|committee)\b[^,;]*?\b(?:shows?|indicates?|indicated|suggests?|reports?|states?|demonstrates?|reveals?|identifie[sd]|showed|reported|found) that,? |(?:(?:the|its|more|most|recent|latest|local|provisional|published|unpublished|second|quarter|authority|authority’s|own|current)\s)*(?:data|information) (?:shows?|indicates?) |(?:in [0-9–/-]+, )?this (?:has )?meant that |(?:[^,;:.“”\x22]{2,60}, )?[^,;:.“”\x22]{2,60}? (?:said|says|added|explained|(?:told|informed|advised) (?:the )?(?:members|councillors|meeting|committee|cabinet|panel|board|scrutiny(?: [a-z]+)?|council)(?: that)?|heard that|noted that|confirmed that)(?: that)? )?",
    )
});
/// What went up or down, with an aside between it and its verb, and came to a number, or went by one.
const WENT: &str = r"^(?P<what>[A-Z][a-z-]+s(?: (?:to|from|of|for|about|by|in) [^,;:.0-9]{3,60}?)?)";

static CAME_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{WENT}(?:, (?:where|which|who) [^,;:.0-9]{{3,60}},)? (?:(?:have|has|had) )?(?:\w+ly )?(?:{CHANGED}|gone|went|come|came)\b[^;:]{{3,120}}, to (?:only |just )?$"
    ))
});

static WENT_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{WENT}, (?:where|which|who) [^,;:.0-9]{{3,60}}, (?:(?:have|has|had) )?(?P<went>{CHANGED}) by (?:about |around |nearly |almost |over |just |only )?$"
    ))
});
/// What says the rest, at the end of who says it.
static SAYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:,? and)? (?:shows?|indicates?|indicated|suggests?|reports?|states?|demonstrates?|reveals?|identifie[sd]|showed|reported|found) that,? $",
    )
});
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:delivered|given|offered|provided|issued|allocated|available|sent|paid|awarded|shown|presented|written) $",
    )
});
static BEFORE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:about|approximately|around|almost|nearly|just|only|over|under|at|at least|at most|more than|less than|fewer than|up to|as high as|as low as|some|a total of|an average of|a rate of|to|by|of|between) )+$",
    )
});
static BEFORE_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:as|in|at|on|by|during|for|since|from|between|the end of|end of|of|the|year|ending|ended|until|to) )+$",
    )
});
/// What each of [`SMALL`] has in it, quick to be found.
static SMALL_TELLING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?i)there |number|proportion|percentage|figure|rate of|share of|end of|same time|at th|as at|in total|in all|so far|to date|of th|ajority|inority|in q[1-4]|in quarter",
    )
});
static SMALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?i)\\b(?:there (?:are|were|have been|has been|is|was)|the (?:number|proportion|percentage|figure|rate|share) of|at the end of|at (?:that|this|the same) time|as at|a rate of|in total|in all|so far|to date|of (?:this number|these|those)|at the end of the year|in (?:Q[1-4]|quarter (?:[1-4]|one|two|three|four))|(?:an?|the) (?:(?:high|higher|very small|small|large|low|lower|significant|growing|increasing|vast|overwhelming) )?(?:number|proportion|percentage|majority|minority) of)\\b",
    )
});
static LEAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:the )?(?:number|proportion|percentage|share|rate)s? of "));
