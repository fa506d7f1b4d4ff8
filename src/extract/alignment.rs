//! An abbreviation and the words near it in, the words that it stands for out.
//!
//! Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), match
//! the letters from right to left and take the first words that fit. Here every way in which the letters can be found
//! in order is weighed instead, with the strategies of Ab3P (Sohn et al. 2008) as weights: a letter that begins a word
//! costs nothing, one within a word something, a word passed over more; the cheapest way wins, the shortest among equals.

/// Where the letters of an abbreviation are found in the words offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alignment {
    /// Where the long form begins and where the last word with a letter ends, in bytes of the words offered.
    pub start: usize,
    pub end: usize,
    /// How far-fetched it is: 0 if each letter begins a word and no word is passed over.
    pub cost: u32,
    /// What the words after the last letter cost.
    pub trailing: u32,
    /// Whether the long form begins with the first of the words offered.
    pub from_first: bool,
}

impl Alignment {
    pub const fn total(self) -> u32 {
        self.cost + self.trailing
    }
}

const WITHIN_WORD: u32 = 2;
const NEXT_LETTER: u32 = 1;
const INTO_WORD: u32 = 4;
const WORD_PASSED: u32 = 3;
const PART_PASSED: u32 = 2;

/// Words that name nothing: an abbreviation may pass them over.
const SMALL_WORDS: [&str; 27] = [
    "a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "into", "la", "le", "of", "off", "on",
    "or", "per", "s", "that", "the", "to", "type", "under", "via", "with", "within",
];

/// The cheapest way to find the letters of `short` in `words`; `None` if they do not occur in that order.
pub fn alignment(short: &str, words: &str) -> Option<Alignment> {
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphanumeric()).map(fold).collect();
    let text = Words::of(words, letters.len());
    let whole = text.aligned(&letters);
    if !is_plural(short) {
        return whole;
    }
    let singular = text.aligned(&letters[..letters.len() - 1]);
    [singular, whole].into_iter().flatten().min_by_key(|found| (found.total(), usize::MAX - found.start))
}

/// Whether an abbreviation ends in the `s` of a plural: `IROs`.
pub fn is_plural(short: &str) -> bool {
    let stem = short.strip_suffix('s').unwrap_or("");
    stem.chars().count() > 1
        && stem.chars().next_back().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

pub fn is_small_word(word: &str) -> bool {
    SMALL_WORDS.binary_search(&word).is_ok()
}

/// In small letters, and a Greek letter as the one that its name begins with: "interferon gamma (IFN-γ)".
fn fold(c: char) -> char {
    let c = c.to_lowercase().next().unwrap_or(c);
    match c {
        'α' => 'a',
        'β' => 'b',
        'γ' => 'g',
        'δ' => 'd',
        'ε' | 'η' => 'e',
        'ζ' => 'z',
        'θ' | 'τ' => 't',
        'κ' => 'k',
        'λ' => 'l',
        'μ' | 'µ' => 'm',
        'ρ' => 'r',
        'σ' => 's',
        'ω' => 'o',
        _ => c,
    }
}

/// The digit that a word says or begins with saying: "two-dimensional (2D)", "triiodothyronine (T3)".
fn digit(word: &str) -> Option<char> {
    const WORDS: [(&str, char); 12] = [
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("first", '1'),
        ("second", '2'),
        ("third", '3'),
    ];
    let said = WORDS.iter().find(|(known, _)| *known == word).map(|(_, digit)| *digit);
    said.or_else(|| (word.len() > 6 && word.starts_with("tri")).then_some('3'))
}

/// A word, or one part of a compound one.
struct Word {
    /// Bytes in the words offered.
    start: usize,
    end: usize,
    /// Where the whole word begins of which this is a part.
    whole: usize,
    passed: u32,
    small: bool,
    /// Whether it follows "non-".
    negated: bool,
}

struct Words {
    words: Vec<Word>,
    /// Each letter with its word and its place in it.
    letters: Vec<(char, usize, usize)>,
    /// What it costs to pass over all words before this one.
    passed: Vec<u32>,
}

impl Words {
    fn of(text: &str, letters: usize) -> Self {
        let mut found = Self { words: Vec::new(), letters: Vec::new(), passed: vec![0] };
        let (mut whole, mut open) = (0, false);
        for (at, c) in text.char_indices() {
            let apostrophe = matches!(c, '\'' | '’') && open;
            if c.is_alphanumeric() {
                if !open {
                    found.words.push(Word {
                        start: at,
                        end: at,
                        whole,
                        passed: 0,
                        small: false,
                        negated: false,
                    });
                }
                open = true;
                let word = found.words.len() - 1;
                let place =
                    found.letters.last().map_or(0, |last| if last.1 == word { last.2 + 1 } else { 0 });
                found.letters.push((fold(c), word, place));
                found.words[word].end = at + c.len_utf8();
            } else if !apostrophe {
                open = false;
                let attached = matches!(c, '(' | '[') && !text[..at].ends_with(char::is_whitespace) && at > 0;
                if c.is_whitespace()
                    || matches!(c, '/' | '‘' | '“' | '"' | '(' | '[' | '–' | '—') && !attached
                {
                    whole = at + c.len_utf8();
                }
            }
        }
        found.weigh(text, letters);
        found.spell(text);
        found
    }

    /// Behind the first letter of each word that says a number its digit.
    fn spell(&mut self, text: &str) {
        let digits: Vec<Option<char>> =
            self.words.iter().map(|word| digit(&text[word.start..word.end].to_lowercase())).collect();
        if digits.iter().all(Option::is_none) {
            return;
        }
        let letters = std::mem::take(&mut self.letters);
        for (c, word, place) in letters {
            self.letters.push((c, word, place));
            if let (0, Some(digit)) = (place, digits[word]) {
                self.letters.push((digit, word, 0));
            }
        }
    }

    fn weigh(&mut self, text: &str, letters: usize) {
        for word in &mut self.words {
            let lower = text[word.start..word.end].to_lowercase();
            word.small = is_small_word(&lower);
            word.negated =
                word.whole + 4 == word.start && text[..word.start].to_lowercase().ends_with("non-");
            let digits = lower.chars().all(|c| c.is_ascii_digit());
            let part = word.whole != word.start || digits;
            word.passed = match (word.small, part) {
                (true, _) => u32::from(letters < 3),
                // Of "4,4'-di-isothiocyano-2,2'-stilbene" the places in the molecule.
                (_, true) if digits && word.whole != word.start => 0,
                (_, true) => PART_PASSED,
                _ => WORD_PASSED,
            };
            self.passed.push(self.passed[self.passed.len() - 1] + word.passed);
        }
    }

    fn aligned(&self, short: &[char]) -> Option<Alignment> {
        let first = *short.first()?;
        // Of every place where the letter in hand can be: the cost so far, and where the long form then begins.
        let mut reached: Vec<(usize, u32, usize)> = (0..self.letters.len())
            .filter(|&at| self.letters[at].0 == first && self.letters[at].2 == 0)
            .map(|at| (at, self.beginning(self.letters[at].1), self.letters[at].1))
            .collect();
        for letter in &short[1..] {
            reached = self.step(&reached, *letter);
        }
        reached
            .into_iter()
            .map(|(at, cost, start)| self.finished(at, cost, start))
            .min_by_key(|found| (found.total(), usize::MAX - found.start))
    }

    fn beginning(&self, word: usize) -> u32 {
        let word = &self.words[word];
        u32::from(word.small) + u32::from(word.whole != word.start)
    }

    fn step(&self, reached: &[(usize, u32, usize)], letter: char) -> Vec<(usize, u32, usize)> {
        let Some(earliest) = reached.first().map(|(at, ..)| *at) else { return Vec::new() };
        (earliest + 1..self.letters.len())
            .filter(|&at| self.letters[at].0 == letter)
            .filter_map(|at| {
                let before = &reached[..reached.partition_point(|(from, ..)| *from < at)];
                before
                    .iter()
                    .map(|&(from, cost, start)| (at, cost + self.move_cost(from, at), start))
                    .min_by_key(|&(_, cost, start)| (cost, usize::MAX - start))
            })
            .collect()
    }

    fn move_cost(&self, from: usize, to: usize) -> u32 {
        let ((_, word, _), (_, next, place)) = (self.letters[from], self.letters[to]);
        if word == next {
            return if to == from + 1 { NEXT_LETTER } else { WITHIN_WORD };
        }
        let entry = if place == 0 { 0 } else { INTO_WORD };
        entry + self.passed[next] - self.passed[word + 1]
    }

    fn finished(&self, at: usize, cost: u32, start: usize) -> Alignment {
        let last = self.letters[at].1;
        // What is "non-high-density" is no HDL.
        let negated = self.words[start].negated;
        let whole = if negated { self.words[start].start } else { self.words[start].whole };
        Alignment {
            start: whole.min(self.words[start].start),
            end: self.words[last].end,
            cost,
            trailing: self.passed[self.words.len()] - self.passed[last + 1],
            from_first: self.words[..start]
                .iter()
                .all(|word| word.small || word.start >= self.words[start].whole),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long<'a>(short: &str, words: &'a str) -> Option<(&'a str, u32)> {
        alignment(short, words).map(|found| (&words[found.start..], found.total()))
    }

    #[test]
    fn initials_cost_nothing() {
        assert_eq!(long("TAC", "help from the team around the child"), Some(("team around the child", 0)));
        assert_eq!(long("Cafcass", "Children and Family Court Advisory and Support Service").unwrap().1, 0);
        assert_eq!(
            long("MASH", "the new multi-agency safeguarding hub"),
            Some(("multi-agency safeguarding hub", 0))
        );
    }

    #[test]
    fn a_plural_is_that_of_the_words() {
        assert_eq!(long("PAs", "leaving care personal advisers"), Some(("personal advisers", 0)));
        assert_eq!(long("CAMHS", "child and adolescent mental health services").unwrap().1, 0);
    }

    #[test]
    fn letters_within_words_are_found() {
        assert_eq!(long("GABA", "of gamma-aminobutyric acid"), Some(("gamma-aminobutyric acid", 2)));
        assert_eq!(
            long("TPA", "by 12-O-tetradecanoylphorbol-13-acetate").unwrap().0,
            "12-O-tetradecanoylphorbol-13-acetate"
        );
    }

    #[test]
    fn what_does_not_hold_the_letters_in_order_is_refused() {
        assert_eq!(long("CSE", "being sexually exploited"), None);
        assert_eq!(long("XY", ""), None);
    }

    #[test]
    fn small_words_are_sorted() {
        assert!(SMALL_WORDS.is_sorted());
    }
}
