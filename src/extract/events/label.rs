//! A date in its sentence in, what the text says happened then out, in few words of the text.

use crate::extract::patterns::pattern;
use crate::extract::reading::Reading;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What happened, in few words of the text: the thing that the date is said of, else the clause around it.
pub(super) fn what(reading: &Reading, sentence: Span, date: Span) -> String {
    let document = reading.document;
    let before = document.words(Span::new(sentence.start, date.start));
    if let Some(label) = before.trim_end().strip_suffix(':')
        && label.len() < 60
    {
        return label.rsplit([':', '\t', ';']).next().unwrap_or(label).trim().to_owned();
    }
    if let Some(found) = THING.captures(before).and_then(|found| found.get(1)) {
        return thing(found.as_str());
    }
    let after = document.words(Span::new(date.end, sentence.end));
    let clause = sentence.start + clause_start(before);
    let other = behind_other(reading, clause, date);
    let clause = other.unwrap_or(clause);
    let first = trimmed(document.words(Span::new(clause, date.start)));
    if let Some(whole) = with_subject(document.words(Span::new(sentence.start, clause)), first) {
        return told(&whole, "");
    }
    let end =
        CLAUSE.find_iter(after).find(|found| found.start() > 0).map_or(after.len(), |found| found.start());
    let last = trimmed(&after[..end]);
    // "During the period from 2014 to 2016, boats were lost": words that only lead to what happened.
    let few = first.split(' ').count() < 4;
    let leads = few && after.starts_with(',') && LEADING.is_match(first) && !last.is_empty();
    let (first, last) = match (leads, is_parted(before, first, after)) {
        (true, _) => ("", last),
        (false, true) => (first, ""),
        // "a visit in 2013 and a review in 2014 have led to": of both.
        (false, false) if other.is_some() => (first, ""),
        (false, false) => (first, last),
    };
    let label = told(first, last);
    if !label.is_empty() {
        return label;
    }
    // "the report on the inspection, which took place between": what the relative clause is about.
    let about = document.words(Span::new(sentence.start, clause)).trim_end();
    let about = about.strip_suffix("which").unwrap_or(about).trim_end_matches([' ', ',']);
    told(trimmed(&about[clause_start(about)..]), "")
}

/// "a visit in 2014 that found little, a notice in": where, behind the date of something else, what is dated here begins.
fn behind_other(reading: &Reading, clause: usize, date: Span) -> Option<usize> {
    let at = reading.dates.partition_point(|other| other.span.end <= date.start).checked_sub(1)?;
    let other = reading.dates[at].span;
    let between = Span::new(other.end, date.start);
    (other.start >= clause).then_some(())?;
    let words = reading.document.words(between);
    let start = JOINED_BEHIND.captures_iter(words).filter_map(|found| found.get(1).or(found.get(2)));
    let start = start.filter(|start| !CHANGE.is_match(&words[start.start()..])).last()?.start();
    (trimmed(&words[start..]).split(' ').count() >= 3).then_some(between.start + start)
}

/// What begins a thing of its own behind another: an article, a noun phrase or a participle that no comma parts.
static JOINED_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:,? and ((?:the|an?|its|their|some|[a-z]{4,}ing) )|, ((?:the|an?|its|their|some) ))")
});

/// What only says more of the thing before: "a decrease from 8%".
static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^an? (?:[a-z]+ |[0-9.]+% )?(?:decrease|increase|rise|fall|reduction|improvement|drop|decline|growth)\b|^the (?:England|national|average)\b",
    )
});

/// Where the clause of a date begins in the words before it. A relative clause goes with whom it is about, if few words
/// name them: "Ann Bell, who joined in May".
fn clause_start(before: &str) -> usize {
    const FEW: usize = 6;
    let (mut start, mut last) = (0, 0);
    for found in CLAUSE.find_iter(before) {
        let about = &before[last..found.start()];
        let relative = matches!(found.as_str(), ", who " | ", which ");
        // "The head of a service, Ann Bell, who joined in May": of many words those behind the comma.
        let few = |name: usize| (2..=FEW).contains(&about[name..].split_whitespace().count());
        let comma = about.rfind(", ").map_or(0, |comma| comma + 2);
        let name = [0, comma].into_iter().find(|name| relative && few(*name));
        start = name.map_or(found.end(), |name| last + name);
        last = found.end();
    }
    start
}

/// Whether what stands behind a date is another matter than what stands before it. "It was visited in August and heard in
/// March": what is joined by "and" happened at another time. ", who joined in May, leaves": a comma ends the clause of the
/// date, unless one before the date begins an aside.
fn is_parted(before: &str, first: &str, after: &str) -> bool {
    let aside = || before.trim_end().rsplit_once(',').is_some_and(|(_, lead)| trimmed(lead).is_empty());
    let words = first.split(' ').count();
    after.starts_with(" and ") && words > 1 || after.starts_with([',', ';']) && words > 2 && !aside()
}

/// What a clause without a subject of its own tells, with its subject: of "The port has grown, and has lost few boats since
/// 2012" the port has; of ", which is a rise from the 201 that lay there in 2012" the 201 lay there.
fn with_subject(before: &str, clause: &str) -> Option<String> {
    const MOST: usize = 10;
    clause.split(' ').next().filter(|first| PREDICATES.contains(first))?;
    if let Some(former) = FORMER.captures(clause).and_then(|found| found.get(1)) {
        return Some(former.as_str().to_owned());
    }
    let lead = [", and ", ", but "].iter().find_map(|joint| before.strip_suffix(joint))?;
    let lead = lead.rsplit("; ").next().unwrap_or(lead);
    let words: Vec<&str> = lead.split(' ').collect();
    let verb = words.iter().position(|word| PREDICATES.contains(word))?;
    let plain = (1..=MOST).contains(&verb) && !words[..verb].iter().any(|word| word.ends_with(','));
    plain.then(|| format!("{} {clause}", words[..verb].join(" ")))
}

/// The value of another time that a clause only compares with.
static FORMER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:is|was|represents) [^,;]{3,60}? (?:from|than|to|on) the ([0-9][0-9,]* (?:who|that|[a-z]+) [^,;]{6,})$",
    )
});

/// Verbs with which a clause without a subject begins.
const PREDICATES: [&str; 16] = [
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "shows",
    "show",
    "showed",
    "remains",
    "remained",
    "fell",
    "rose",
    "led",
    "represents",
];

/// The words before a date and those behind it as one, if they are few; else those that say more, and of many before it
/// the last.
fn told(first: &str, last: &str) -> String {
    const MOST: usize = 16;
    const FEW: usize = 6;
    let [first, last] = [first, last].map(|part| part.split_whitespace().collect::<Vec<_>>());
    let words = match (first.len(), last.len()) {
        // "An audit" (in May) "of 12 boats found": what goes on from the words before the date needs them.
        (1..4, 4..)
            if !PREDICATES.contains(&first[0])
                && (PREDICATES.contains(&last[0]) || ["of", "for", "that"].contains(&last[0])) =>
        {
            [first, last].concat()
        }
        (0..4, 4..) if last[0] != "to" => last,
        (FEW.., _) if first.len() + last.len() > MOST => {
            // From the mark of a phrase on, if that leaves enough.
            let (most, enough) = (first.len().saturating_sub(MOST), first.len().saturating_sub(MOST / 2));
            let marked = |at: &usize| *at == 0 || first[at - 1].ends_with(',');
            let from = (most..=enough).find(marked).unwrap_or(most);
            first[from..].to_vec()
        }
        _ => [first, last].concat(),
    };
    let marks = [',', '.', ' ', '(', ')', ';', ':', '“', '”', '"', '‘'];
    let label = words[..words.len().min(MOST)].join(" ");
    // "the joint inspection (JTAI": the bracket closes behind the date.
    let open = label.rfind(" (").filter(|open| !label[*open..].contains(')') && *open > 0);
    label[..open.unwrap_or(label.len())].trim_matches(marks).to_owned()
}

/// The noun phrase at the end of words: back to the last word that cannot belong to it.
fn thing(words: &str) -> String {
    const ENDS: [&str; 24] = [
        "a",
        "after",
        "an",
        "and",
        "at",
        "been",
        "by",
        "during",
        "following",
        "for",
        "from",
        "had",
        "has",
        "in",
        "is",
        "of",
        "since",
        "the",
        "this",
        "to",
        "under",
        "was",
        "were",
        "with",
    ];
    let words: Vec<&str> = words.split(' ').collect();
    let start =
        words.iter().rposition(|word| ENDS.contains(&word.to_lowercase().as_str())).map_or(0, |at| at + 1);
    words[start.min(words.len() - 1)..].join(" ")
}

/// A stretch of a clause without the prepositions that led to the date.
fn trimmed(words: &str) -> &str {
    let words = words.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '.' | '(' | ')' | ';' | '|' | '•' | '“' | '”' | '"')
    });
    let end = LEADING_TO_DATE.find(words).map_or(words.len(), |found| found.start());
    // "children looked after in 2012": no preposition of the date.
    let after = words[end..].trim_start();
    let kept = words[..end].ends_with("looked") && after.starts_with("after");
    let end = if kept { words.len() - after.len() + "after".len() } else { end };
    words[..end].trim()
}

static LEADING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:at|between|by|during|for|from|in|on|over|since|until|within)\b"));
static THING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\w,’'-])((?:[\w’'-]+(?:,[0-9]{3})* ){0,6}(?:inspections?|visits?|reviews?|re-?inspections?|revisits?|inquiry|consultation|election|restructure|JTAI|ILACS|SIF)(?: (?:report|letter))?)(?:,? (?:was|were|which (?:was|took place)|took place|undertaken|conducted|held|published|carried out|completed|dated))?,? (?:in|of|on|from|during|between)?(?: the)? ?(?:summer of |autumn of |spring of |early |late )?[(]?$",
    )
});
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"; |, (?:but|and|which|with|while|when|compared|although|however|who) |: | compared (?:to|with) ",
    )
});
static LEADING_TO_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:,? ?\b(?:in|on|at|by|since|from|of|for|during|as at|as of|until|before|after|the|end|late|early|as|and|between|around|was|were|is|are|held|took place|taking place|this|dated|than))+$",
    )
});
