//! Words of one block in, the sentences in them out.
//!
//! The boundaries are those of UAX #29 with what English reports need: none after abbreviations, initials and dots that
//! trail off, one before a number that begins a sentence. A closing quotation mark belongs to the sentence before it.

use crate::model::Span;
use memchr::memchr3_iter;

/// The sentences of one block's words, as byte ranges without white space at their ends.
pub fn sentences(words: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in memchr3_iter(b'.', b'!', b'?', words.as_bytes()) {
        if at < start {
            continue;
        }
        if let Some(end) = boundary(words, start, at) {
            push(&mut sentences, words, start, end);
            start = end;
        }
    }
    push(&mut sentences, words, start, words.len());
    sentences
}

/// Bytes of the longest sentence. What runs on without a stop for a page is a list of data; each fact shows its sentence, and
/// is read within it, so that one without a bound would cost the square of its length.
const LONGEST: usize = 2000;

/// A sentence, or the parts of one that is too long, cut behind a semicolon, a comma, a tab or a word.
fn push(sentences: &mut Vec<Span>, words: &str, mut start: usize, end: usize) {
    while end - start > LONGEST {
        let most = &words[start..words.floor_char_boundary(start + LONGEST)];
        let behind = |mark: &str| most.rfind(mark).map(|at| at + mark.len()).filter(|cut| *cut > LONGEST / 2);
        let cut = ["; ", ", ", "\t", " "].into_iter().find_map(behind).unwrap_or(most.len());
        push_trimmed(sentences, words, start, start + cut);
        start += cut;
    }
    push_trimmed(sentences, words, start, end);
}

fn push_trimmed(sentences: &mut Vec<Span>, words: &str, start: usize, end: usize) {
    let sentence = &words[start..end];
    let trimmed = sentence.trim_start();
    let start = end - trimmed.len();
    let trimmed = trimmed.trim_end();
    if !trimmed.is_empty() {
        sentences.push(Span::new(start, start + trimmed.len()));
    }
}

/// Where the sentence ends that began at `start`, if the sign at `at` ends it.
fn boundary(words: &str, start: usize, at: usize) -> Option<usize> {
    if trails_off(words, at) {
        return None;
    }
    let closed = at + 1 + closing(&words[at + 1..]);
    let rest = &words[closed..];
    let next = rest.trim_start();
    if next.is_empty() {
        return Some(words.len());
    }
    if rest.len() == next.len() && !opens_speech(next) {
        return None;
    }
    let full_stop = words.as_bytes()[at] == b'.';
    let held = full_stop && closed == at + 1 && holds(&words[start..at], next);
    (begins(next) && !held).then(|| closed + late_quote(rest))
}

/// Whether the sign is one of three full stops or more.
fn trails_off(words: &str, at: usize) -> bool {
    let stop = |byte: &&u8| **byte == b'.';
    let before = words.as_bytes()[..at].iter().rev().take(3).take_while(stop).count();
    let after = words.as_bytes()[at..].iter().take(3).take_while(stop).count();
    after > 0 && before + after >= 3
}

/// The length of what closes a sentence after its stop: more stops, quotation marks, brackets.
fn closing(rest: &str) -> usize {
    let mut length = 0;
    for (at, c) in rest.char_indices() {
        let closes = match c {
            '.' | '!' | '?' | ')' | ']' | '}' | '”' | '’' | '»' => true,
            '"' | '\'' => !rest[at + 1..].starts_with(char::is_alphanumeric),
            _ => false,
        };
        if !closes {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// The length of a closing mark that stands after a space.
fn late_quote(rest: &str) -> usize {
    let next = rest.trim_start();
    match next.strip_prefix('”') {
        Some(after) if after.is_empty() || after.starts_with(char::is_whitespace) => rest.len() - after.len(),
        _ => 0,
    }
}

/// `services.“We`: a stop without a space before speech.
fn opens_speech(next: &str) -> bool {
    next.strip_prefix(['“', '‘']).is_some_and(|speech| speech.starts_with(char::is_uppercase))
}

/// Whether a sentence can begin with these words.
fn begins(next: &str) -> bool {
    let mut letters =
        next.chars().filter(|c| !matches!(c, '“' | '”' | '‘' | '’' | '"' | '\'' | '(' | '[' | ' '));
    letters.next().is_some_and(|c| {
        c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()) || is_symbol(c)
    })
}

fn is_symbol(c: char) -> bool {
    matches!(c, '£' | '€' | '$' | '@' | '#' | '•' | '◼' | '*' | '©')
}

/// Before a full stop, words after which the sentence goes on.
const ALWAYS: [&str; 36] = [
    "approx", "capt", "cf", "cllr", "cllrs", "col", "coun", "det", "dr", "drs", "e.g", "eg", "gen", "gov",
    "hon", "i.e", "ie", "incl", "insp", "lt", "messrs", "mr", "mrs", "ms", "prof", "rev", "rt", "sgt", "st",
    "supt", "v", "viz", "vs", "wg", "ex", "excl",
];

/// Before a full stop, words after which the sentence goes on if a number follows.
const BEFORE_NUMBER: [&str; 34] = [
    "apr", "art", "arts", "aug", "c", "ch", "cl", "dec", "ed", "feb", "fig", "figs", "jan", "jul", "jun",
    "mar", "no", "nos", "nov", "oct", "p", "para", "paras", "pp", "ref", "reg", "regs", "s", "sec", "sep",
    "sept", "ss", "tel", "vol",
];

/// Words that begin sentences, and so are no surname after an initial.
const BEGINNERS: [&str; 30] = [
    "A",
    "All",
    "An",
    "And",
    "As",
    "At",
    "But",
    "Children",
    "For",
    "From",
    "He",
    "However",
    "I",
    "If",
    "In",
    "Inspectors",
    "It",
    "Most",
    "No",
    "On",
    "She",
    "Some",
    "The",
    "There",
    "These",
    "They",
    "This",
    "We",
    "When",
    "Where",
];

/// Whether the full stop after these words of a sentence does not end it.
fn holds(before: &str, next: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '‘' | '"'))
        .next()
        .unwrap_or("");
    if word.is_empty() {
        return false;
    }
    let numbered = next.starts_with(|c: char| c.is_ascii_digit());
    let is = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    is(&ALWAYS)
        || (numbered && is(&BEFORE_NUMBER))
        || is_initial(word, next) && !is_grade(before)
        || is_list_number(before, word)
}

/// `grades A* to C.`: a letter that ends a range of grades is no initial.
fn is_grade(before: &str) -> bool {
    let lead = before.strip_suffix(|c: char| c.is_ascii_uppercase());
    let ranges = ["A* to ", "A*–", "A*-", "A to ", "grade ", "grades "];
    lead.is_some_and(|lead| ranges.iter().any(|grades| lead.ends_with(grades)))
}

/// `J. Smith`, `J.K. Smith`.
fn is_initial(word: &str, next: &str) -> bool {
    let letters = word.rsplit('.').next().unwrap_or(word);
    let mut characters = letters.chars();
    let single = characters.next().is_some_and(char::is_uppercase) && characters.next().is_none();
    let following = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    single && !BEGINNERS.contains(&following)
}

/// A short number with which the words begin: `1. Children who need help`.
fn is_list_number(before: &str, word: &str) -> bool {
    before.trim_start() == word && word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(words: &str) -> Vec<&str> {
        sentences(words).into_iter().map(|span| &words[span.range()]).collect()
    }

    /// `|` marks where a boundary is expected.
    fn check(marked: &str) {
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(split(&marked.replace('|', "")), expected);
    }

    #[test]
    fn stops_end_sentences() {
        check("It is good.| It was not.| Will it stay so?| Yes!| It will.");
        check("It rose in 2014.| 29 adopters came.| £3 million was spent.");
        check("No stop at the end");
    }

    #[test]
    fn abbreviations_do_not() {
        check("Mr. Brown met Cllr. Green and Coun. White.| They spoke of No. 5 and para. 12.");
        check(
            "Some services, e.g. Families First, i.e. early help, cost approx. £1.2m.| It fell, cf. s. 47 of the Act.",
        );
        check("He lives in St. Albans.| She said no.| Others did.");
    }

    #[test]
    fn a_grade_is_no_initial() {
        check("They got grades A* to C.| While others left, J. Smith stayed.");
        check("They train divers: Ö. Smith stays.");
    }

    #[test]
    fn initials_do_not() {
        check("The report by J. Smith and A.B. Jones is out.| It is by J. R. Hartley.");
        check("The school is in group B.| The other is not.");
    }

    #[test]
    fn numbers_and_addresses_do_not() {
        check("A rate of 52.2 per 10,000 is shown on www.example.org/a.b?C=d as 2.1 Adoption.| It fell.");
        check("1. Children who need help");
    }

    #[test]
    fn what_trails_off_goes_on() {
        check("They waited … Nobody came.| They waited... Nobody came.");
    }

    #[test]
    fn what_never_stops_is_cut() {
        for list in ["12 boats, ".repeat(1000), "ö".repeat(9000), "a\tb ".repeat(2000)] {
            let parts = split(&list);
            assert!(parts.iter().all(|part| part.len() <= LONGEST), "{:?}", parts.len());
            let kept: usize =
                parts.iter().map(|part| part.split_whitespace().map(str::len).sum::<usize>()).sum();
            assert_eq!(kept, list.split_whitespace().map(str::len).sum::<usize>());
        }
        assert!(split(&"12 boats, ".repeat(1000)).iter().all(|part| part.starts_with("12 boats,")));
    }

    #[test]
    fn quotation_marks_belong_to_what_they_close() {
        check("“It is safe.”| She left.| 'It is not.'| \"It was.\"| (It will be.)| So.");
        check("“Is it safe?” asked Ms Brown.| “It is!” he said.");
        check("It is ‘Good.’| ”We go on,” she said.");
        check("It is so. ”| The next.");
        check("They left.|“We stay.”");
    }

    #[test]
    fn what_goes_on_in_lower_case_is_one_sentence() {
        check("They have families., who are on the path etc. and so on.| Yes.");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_doubled(words in "[A-Za-z0-9 .!?“”‘’\"'()£,…\u{a0}-]{0,200}") {
            let spans = sentences(&words);
            prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let kept: String = spans.iter().map(|span| &words[span.range()]).collect();
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&kept), bare(&words));
        }

        #[test]
        fn any_characters_are_split_without_panic(words in any::<String>()) {
            let _ = sentences(&words);
        }
    }
}
