//! A list of words in, where a text has them out: whole words, the longest at each place.

use super::word_starts::WordStarts;
use crate::model::Span;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

#[derive(Clone, Copy)]
pub enum Case {
    Ignored,
    Kept,
}

/// Finds whole words of a list, the longest at each place. Only where a word begins with two letters of the list is
/// the automaton asked: a text is searched for a dozen of such lists.
pub struct Finder<T> {
    automaton: Option<AhoCorasick>,
    heads: Heads,
    values: Vec<T>,
}

impl<T: Copy> Finder<T> {
    pub fn new(words: impl IntoIterator<Item = (String, T)>, case: Case) -> Self {
        let (mut patterns, mut values) = (Vec::new(), Vec::new());
        // Nothing is named by one letter, and the automaton is asked for two.
        for (word, value) in words.into_iter().filter(|(word, _)| word.len() > 1) {
            // Texts write both apostrophes.
            if word.contains('\'') {
                patterns.push(word.replace('\'', "’"));
                values.push(value);
            }
            patterns.push(word);
            values.push(value);
        }
        let heads = Heads::of(&patterns, case);
        let automaton = AhoCorasick::builder()
            // Some megabytes for the names of all authorities, and twice as fast over a text.
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .ascii_case_insensitive(matches!(case, Case::Ignored))
            .build(patterns);
        Self { automaton: automaton.ok(), heads, values }
    }

    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (T, Span)> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let at = self.heads.next(text.as_bytes(), from)?;
                let found;
                (found, from) = self.at(text, at);
                if found.is_some() {
                    return found;
                }
            }
        })
    }

    /// The longest word that begins at a place and ends with a word of the text, and from where on the next one may begin.
    fn at(&self, text: &str, at: usize) -> (Option<(T, Span)>, usize) {
        let mut end = text.len();
        loop {
            let here = Input::new(text).range(at..end).anchored(Anchored::Yes);
            let Some(found) = self.automaton.as_ref().and_then(|automaton| automaton.find(here)) else {
                return (None, at + 1);
            };
            if is_whole(text, found.start(), found.end()) {
                let value = self.values[found.pattern().as_usize()];
                return (Some((value, Span::new(found.start(), found.end()))), found.end().max(at + 1));
            }
            // "child protection workers" holds "child protection", if not "child protection work".
            end = found.end().max(at + 1) - 1;
        }
    }
}

/// Several lists, so that a long text is gone through once for all of them.
pub struct Together<const LISTS: usize> {
    /// For each pair of bytes a bit for each list of which a word begins with it.
    lists: Vec<u8>,
}

impl<const LISTS: usize> Together<LISTS> {
    pub fn of<T>(finders: [&Finder<T>; LISTS]) -> Self {
        const { assert!(LISTS <= 8, "a list has a bit of a byte") };
        let mut lists = vec![0; 1 << 16];
        for (list, finder) in finders.iter().enumerate() {
            (0..1 << 16).filter(|pair| finder.heads.has(*pair)).for_each(|pair| lists[pair] |= 1 << list);
        }
        Self { lists }
    }

    /// What each of the lists finds in the text: of the same finders of which this was made.
    pub fn find<T: Copy>(&self, finders: [&Finder<T>; LISTS], text: &str) -> [Vec<(T, Span)>; LISTS] {
        let bytes = text.as_bytes();
        let mut found = [const { Vec::new() }; LISTS];
        let mut from = [0; LISTS];
        for at in WordStarts::new(bytes, 0) {
            let Some(second) = bytes.get(at + 1) else { break };
            let mut lists = self.lists[pair(bytes[at], *second)];
            while lists != 0 {
                let list = lists.trailing_zeros() as usize;
                lists &= lists - 1;
                if at >= from[list] {
                    let here;
                    (here, from[list]) = finders[list].at(text, at);
                    found[list].extend(here);
                }
            }
        }
        found
    }
}

/// The pairs of bytes with which the words of a list begin, a bit for each.
pub struct Heads(Vec<u64>);

impl Heads {
    pub fn of<W: AsRef<str>>(words: &[W], case: Case) -> Self {
        let mut heads = Self(vec![0; 1 << 10]);
        let forms = |byte: u8| match case {
            Case::Ignored => [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()],
            Case::Kept => [byte; 2],
        };
        for word in words {
            let &[first, second, ..] = word.as_ref().as_bytes() else { continue };
            for first in forms(first) {
                forms(second).into_iter().for_each(|second| heads.insert(first, second));
            }
        }
        heads
    }

    fn insert(&mut self, first: u8, second: u8) {
        let pair = pair(first, second);
        self.0[pair >> 6] |= 1 << (pair & 63);
    }

    fn has(&self, pair: usize) -> bool {
        self.0[pair >> 6] >> (pair & 63) & 1 == 1
    }

    /// Whether a text begins as a word of the list does; what may be a word of one letter does.
    pub fn begin(&self, text: &str) -> bool {
        match *text.as_bytes() {
            [first, second, ..] => !second.is_ascii_alphanumeric() || self.has(pair(first, second)),
            _ => true,
        }
    }

    /// Where the next word begins that a word of the list may be.
    fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let mut starts = WordStarts::new(text, from);
        starts.find(|at| text.get(at + 1).is_some_and(|second| self.has(pair(text[*at], *second))))
    }
}

fn pair(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_word_counts_where_the_longest_is_no_whole_one() {
        let words = ["child protection", "child protection work", "its leaders", "leadership"];
        let finder = Finder::new(words.iter().map(|word| ((*word).to_owned(), *word)), Case::Ignored);
        let found = |text| finder.find(text).map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(found("child protection workers and its leadership"), ["child protection", "leadership"]);
        assert_eq!(found("child protection work of its leaders"), ["child protection work", "its leaders"]);
    }

    #[test]
    fn lists_together_find_what_each_finds_alone() {
        let list = |words: &[&str], case| {
            let words: Vec<_> =
                words.iter().enumerate().map(|(index, word)| ((*word).to_owned(), index)).collect();
            Finder::new(words, case)
        };
        let grades = list(&["good", "requires improvement", "requires", "it's"], Case::Ignored);
        let names = list(&["Quay", "Quay Town", "Town Hall", "Harbour"], Case::Kept);
        let texts = [
            "Good work at Quay Town Hall requires improvement; “it’s good”, the quay says. GOOD",
            "goods, Quays and requires: Harbour–Quay (Town Hall)",
            "",
            "g",
        ];
        for text in texts {
            let found = Together::of([&grades, &names]).find([&grades, &names], text);
            let alone = [grades.find(text).collect::<Vec<_>>(), names.find(text).collect()];
            assert_eq!(found, alone);
        }
        assert_eq!(grades.find(texts[0]).count(), 5);
        assert_eq!(names.find(texts[0]).map(|(name, _)| name).collect::<Vec<_>>(), [1]);
    }
}
