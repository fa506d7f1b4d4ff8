//! A reading in, the points of a sentence that lists what is to be put right out.

use super::super::patterns::pattern;
use super::super::reading::Reading;
use crate::model::{Action, Fact, FactValue, Span};
use regex::Regex;
use std::sync::LazyLock;

/// "Inspectors list four points that must improve: a; b; c and d." The sentence says how many there are, and only a
/// list of so many is believed.
static LIST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)\b(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:\w+\s){0,2}
        (?:points|areas|things|recommendations|actions|improvements|issues|matters|steps|priorities|measures)\b
        (?P<about>[^.:;]{0,90}):\s(?P<list>.+)$",
    )
});

static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:improv\w*|recommend\w*|address\w*|put right|action|(?:get|getting|be|made) better|attention|further work)",
    )
});

/// "The town has been asked to do three things:".
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:asked|told|ordered|urged|must|needs?|should)\b[^.:;]{0,60}\b(?:do|get better at|put right)\b[^.:;]{0,40}:\s$",
    )
});

pub fn listed_points(reading: &Reading) -> Vec<Fact> {
    let document = reading.document;
    let mut facts = Vec::new();
    for sentence in document.sentences() {
        let words = document.words(*sentence);
        let Some(found) = words.contains(": ").then(|| LIST.captures(words)).flatten() else { continue };
        let (Some(head), Some(list)) = (found.get(0), found.name("list")) else { continue };
        let led =
            ABOUT.is_match(&words[head.start()..list.start()]) || ASKED.is_match(&words[..list.start()]);
        if !led {
            continue;
        }
        let points = points(list.as_str(), count(&found["count"]));
        facts.extend(points.into_iter().map(|point| {
            let span = point.shifted(sentence.start + list.start());
            let text = document.words(span).to_owned();
            let value = Action { text, ..Action::default() };
            Fact::new(document, FactValue::Action(value), span, "listed-points")
        }));
    }
    facts
}

fn count(words: &str) -> usize {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS
        .iter()
        .position(|word| word.eq_ignore_ascii_case(words))
        .map_or_else(|| words.parse().unwrap_or(0), |at| at + 1)
}

/// The points of a list if there are `count` of them: parted by semicolons, else by commas, the last one by `and`.
fn points(list: &str, count: usize) -> Vec<Span> {
    for mark in [';', ','] {
        let mut found = parted(list, mark);
        if found.len() + 1 == count {
            split_last(list, &mut found);
        }
        let points: Vec<Span> = found.into_iter().map(|point| bare(list, point)).collect();
        if points.len() == count && count > 1 && points.iter().all(|point| !point.is_empty()) {
            return points;
        }
    }
    Vec::new()
}

fn parted(list: &str, mark: char) -> Vec<Span> {
    let mut from = 0;
    let mut found = Vec::new();
    for (at, _) in list.match_indices(mark).chain([(list.len(), "")]) {
        found.push(Span::new(from, at));
        from = at + 1;
    }
    found
}

/// Splits the last point at an `and`: the first after which words begin as another point does, else the only one.
fn split_last(list: &str, points: &mut Vec<Span>) {
    let Some(last) = points.pop() else { return };
    let first_word = |span: Span| list[span.range()].split_whitespace().next().unwrap_or("").to_lowercase();
    let begun: Vec<String> = points.iter().chain([&last]).map(|point| first_word(*point)).collect();
    let words = &list[last.range()];
    let ands: Vec<usize> = words.match_indices(" and ").map(|(at, _)| last.start + at).collect();
    let alike = ands.iter().find(|&&at| begun.contains(&first_word(Span::new(at + 5, last.end))));
    let only = if let [only] = ands[..] { Some(only) } else { None };
    match alike.copied().or(only) {
        Some(at) => points.extend([Span::new(last.start, at), Span::new(at + 5, last.end)]),
        None => points.push(last),
    }
}

fn bare(list: &str, point: Span) -> Span {
    let words = &list[point.range()];
    let from = words.len() - words.trim_start().len();
    let from = from + if words[from..].starts_with("and ") { 4 } else { 0 };
    let to = words.trim_end_matches(|c: char| c.is_whitespace() || c == '.').len();
    Span::new(point.start + from, point.start + to.max(from))
}

#[cfg(test)]
mod tests {
    use super::super::super::{facts, sample};
    use crate::model::{FactKind, Vocabulary};
    use std::sync::Arc;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let sheet = facts(Arc::new(sample::document(text)), &Vocabulary::default());
        let found: Vec<_> = sheet.of(FactKind::Action).map(|fact| fact.evidence.quote.clone()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn as_many_points_as_the_sentence_says() {
        check(
            "It names three points to improve: better nets; dry boats; and calm seas.",
            &["better nets", "dry boats", "calm seas"],
        );
        check(
            "The four areas for improvement are: nets, boats, crews and seas.",
            &["nets", "boats", "crews", "seas"],
        );
        check(
            "They list three things that need improvement: more nets; keeping of boats and oars and more use of sails.",
            &["more nets", "keeping of boats and oars", "more use of sails"],
        );
    }

    #[test]
    fn a_list_of_another_length_or_matter_is_none() {
        check("It names four points to improve: better nets; dry boats.", &[]);
        check("It names three points to improve: better nets; and ; dry boats.", &[]);
        check("Two things stood out: nets and boats.", &[]);
    }
}
