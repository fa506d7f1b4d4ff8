//! A short form in, whether an abbreviation looks like it and how far-fetched its long form may be out.

use super::QUOTES;
use crate::extract::alignment::{Alignment, is_small_word};

/// What a short form looks like, and how far-fetched its long form may be.
pub(super) struct Look {
    pub letters: usize,
    pub capitals: usize,
    pub shape: Shape,
}

#[derive(PartialEq, Eq)]
pub(super) enum Shape {
    /// `MASH`, `C&YPP`, `IROs`, `mRNA`.
    Capitals,
    /// `Cafcass`: it could be an ordinary word.
    Word,
    /// `aa`: all small letters.
    Small,
    /// `T`: one letter.
    Letter,
}

impl Look {
    /// None if no abbreviation looks like this.
    pub fn of(short: &str) -> Option<Self> {
        let letters = short.chars().filter(|c| c.is_alphanumeric()).count();
        let capitals = short.chars().filter(|c| c.is_uppercase()).count();
        let known = |c: char| {
            c.is_alphanumeric()
                || matches!(c, '-' | '/' | '&' | '+' | '.' | '\'' | '’' | ' ' | '‑' | '(' | ')')
        };
        let opened = short.matches('(').count();
        let words = short.split_whitespace().count();
        let single = letters == 1 && short.chars().count() == 1 && short.chars().all(char::is_alphabetic);
        let wrong = !(2..=12).contains(&letters) && !single
            || opened != short.matches(')').count()
            || opened > 0 && (words > 1 || short.starts_with('('))
            || !short.chars().all(known)
            || !short.starts_with(char::is_alphanumeric)
            || words > 2
            || !short.chars().any(char::is_alphabetic)
            || (words == 2 && capitals < 2)
            || letters > 10 && capitals < 4;
        let digits = short.chars().any(|c| c.is_ascii_digit());
        let shape = match capitals {
            _ if single && capitals == 0 => return None,
            _ if single => Shape::Letter,
            0 if digits => Shape::Capitals,
            0 => Shape::Small,
            1 if letters > 2 && short.starts_with(char::is_uppercase) && !digits => Shape::Word,
            _ => Shape::Capitals,
        };
        (!wrong).then_some(Self { letters, capitals, shape })
    }

    pub fn most_words(&self) -> usize {
        most_words(self.letters)
    }

    pub fn allows(&self, found: Alignment, long: &str) -> bool {
        let letters = self.letters as u32;
        match self.shape {
            Shape::Capitals => found.total() + 2 <= 2 * letters,
            Shape::Word if is_name(long) => found.cost < letters,
            Shape::Word => found.total() < letters,
            Shape::Small => found.total() == 0 && letters < 6,
            Shape::Letter => false,
        }
    }
}

/// Whether every word that means something begins with a capital.
fn is_name(long: &str) -> bool {
    let mut words = long.split_whitespace();
    words.all(|word| is_small_word(word) || word.trim_start_matches(QUOTES).starts_with(char::is_uppercase))
}

/// The most words before brackets that so many letters can stand for.
pub(super) const fn most_words(letters: usize) -> usize {
    let (double, longer) = (letters * 2 + 2, letters + 6);
    if double < longer { double } else { longer }
}
