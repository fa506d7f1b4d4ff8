//! A short form in brackets and the words before it in, a long form that does not hold its letters in order out.

use super::{Candidates, ENUMERATORS, QUOTES};
use crate::extract::alignment::{alignment, is_small_word};
use crate::model::Span;

impl Candidates<'_> {
    /// The last word before the brackets, if it begins with the short form: "testosterone (T)", "apolipoprotein (apo)".
    pub(super) fn begun_with(&self, short: Span, before: Span) -> Option<Span> {
        let words = self.words(before);
        let trimmed = words.strip_suffix(char::is_whitespace)?.trim_end_matches(QUOTES);
        let word = trimmed.rsplit(char::is_whitespace).next()?;
        let start = trimmed.len() - word.len();
        let short = self.words(short);
        let head = word.get(..short.len())?;
        let long = word.chars().count() >= short.chars().count() + 3;
        let plain = word.chars().all(|c| c.is_alphabetic() || c == '-');
        let same = head.eq_ignore_ascii_case(short);
        (same && long && plain && !ENUMERATORS.contains(&short))
            .then(|| Span::new(before.start + start, before.start + trimmed.len()))
    }

    /// The last word if the short form is its beginning, and the words that its letters stand for without its digits:
    /// "forced expiratory volumes (FEV(1.0))".
    pub(super) fn shortened(&self, short: Span, before: Span) -> Option<Span> {
        let words = self.words(short);
        if words.chars().count() > 2 && words.chars().all(char::is_alphabetic) && !is_small_word(words) {
            return self.begun_with(short, before);
        }
        let letters: String = words.chars().filter(|c| c.is_alphabetic()).collect();
        let count = letters.chars().count();
        if letters.len() == words.len() || count < 2 {
            return None;
        }
        let aligned = alignment(&letters, self.words(before))?;
        let long = self.bare(Span::new(before.start + aligned.start, before.end));
        // "nitrous oxide (N2O)", "carbon dioxide (CO2)": of two letters, both words and no more.
        let plain = words.chars().all(char::is_alphanumeric);
        let formula =
            plain && count == 2 && self.words(long).split_whitespace().count() == 2 && aligned.total() < 5;
        (formula || count > 2 && aligned.total() == 0).then_some(long)
    }

    /// A compound whose name begins with numbers that the short form leaves out: "2,4-dinitrochlorobenzene (DNCB)",
    /// "5,7-dihydroxytryptamine (5,7-DHT)".
    pub(super) fn numbered(&self, short: Span, before: Span) -> Option<Span> {
        const WORDS: usize = 4;
        let letters = self.words(short);
        let letters =
            letters.rsplit_once('-').filter(|(lead, _)| is_locant(lead)).map_or(letters, |(_, rest)| rest);
        let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
        let words = self.words(before);
        let mut starts = words.rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]).skip(1).take(WORDS);
        let (start, name) = starts.find_map(|start| {
            let (lead, rest) = words[start..].split_once('-')?;
            is_locant(lead).then_some((start, rest))
        })?;
        let aligned = alignment(letters, name)?;
        let fits = capitals > 1 && aligned.start == 0 && aligned.total() < letters.chars().count() as u32 * 2;
        fits.then(|| self.bare(Span::new(before.start + start, before.end)))
    }

    /// The words that a letter and its index stand for, which come in the other order: "tidal volume (V(T))".
    pub(super) fn indexed(&self, short: Span, before: Span) -> Option<Span> {
        let (letter, index) = self.words(short).strip_suffix(')')?.split_once('(')?;
        let index = index.trim_end_matches(|c: char| c.is_ascii_digit());
        let begins = |word: &str, part: &str| {
            word.get(..part.len()).is_some_and(|head| head.eq_ignore_ascii_case(part))
        };
        let words = self.words(before);
        let mut last = words.trim_end().rsplitn(4, ' ').filter(|word| word.starts_with(char::is_alphabetic));
        let found = last.next().is_some_and(|word| letter.len() == 1 && begins(word, letter));
        let first = last.find(|word| !index.is_empty() && begins(word, index)).filter(|_| found)?;
        let start = first.as_ptr() as usize - words.as_ptr() as usize;
        Some(self.bare(Span::new(before.start + start, before.end)))
    }

    /// The last words before the brackets if their initials are the letters in another order: `education, training and
    /// employment (EET)`.
    pub(super) fn reordered(&self, short: Span, before: Span) -> Option<Span> {
        let letters: Vec<char> = self.words(short).chars().collect();
        if letters.len() < 3 || !letters.iter().all(|c| c.is_ascii_uppercase()) {
            return None;
        }
        let words = self.words(before);
        let starts =
            words.split_whitespace().map(|word| (word.as_ptr() as usize - words.as_ptr() as usize, word));
        let mut initials: Vec<(usize, char)> = starts
            .filter(|(_, word)| !is_small_word(word))
            .filter_map(|(at, word)| Some((at, word.chars().next()?.to_ascii_uppercase())))
            .collect();
        let last = initials.split_off(initials.len().checked_sub(letters.len())?);
        let found: Vec<char> = last.iter().map(|(_, c)| *c).collect();
        let alike = sorted(&found) == sorted(&letters) && found != letters;
        alike.then(|| self.bare(Span::new(before.start + last[0].0, before.end)))
    }
}

/// The numbers that begin the name of a compound: "2,4", "18F".
fn is_locant(lead: &str) -> bool {
    lead.starts_with(|c: char| c.is_ascii_digit())
        && lead.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '\'' | '′' | 'F' | 'C' | 'H'))
}

fn sorted(letters: &[char]) -> Vec<char> {
    let mut letters = letters.to_vec();
    letters.sort_unstable();
    letters
}
