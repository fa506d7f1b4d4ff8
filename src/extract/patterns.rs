//! A pattern as it is written in, a regular expression that runs as one automaton on any text out.

use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The regular expression of a pattern in which `\b`, `\w`, `\W` and `\d` mean what they mean in ASCII: with Unicode's
/// word boundaries the engine falls back to a slow search as soon as the text has a curly quotation mark, and each of
/// Unicode's classes costs some thousand states, which every search for groups has to clear.
///
/// # Panics
/// If the pattern is not well formed.
pub(super) fn pattern(pattern: &str) -> Regex {
    Regex::new(&in_ascii(pattern)).expect("the pattern is well formed")
}

/// Whether the last match of a pattern ends at most so many bytes before the end of the words, with none of the marks
/// behind it. As a part of the pattern, `[^.;]{0,60}$`, each distance would be a state of its own.
pub(super) fn ends_near(pattern: &Regex, words: &str, marks: &[char], most: usize) -> bool {
    const LONGEST: usize = 80;
    let part = words.rfind(marks).map_or(words, |mark| &words[mark..]);
    let tail = &part[part.ceil_char_boundary(part.len().saturating_sub(most + LONGEST))..];
    pattern.find_iter(tail).last().is_some_and(|found| tail.len() - found.end() <= most)
}

/// A pattern whose distances, as `[^.;]{2,140}?`, are measured once it has matched: as a part of an automaton each character
/// of them would be some states of its own.
pub(super) struct Near {
    pattern: Regex,
    /// How many characters each of the groups [`Self::GROUP`] may have.
    most: Vec<usize>,
}

impl Near {
    const GROUP: &str = "distance";
    /// A shorter distance is left to the automaton.
    const SHORT: usize = 20;

    /// # Panics
    /// If the pattern is not well formed.
    pub(super) fn new(words: &str) -> Self {
        let mut most = Vec::new();
        let measured = DISTANCE.replace_all(words, |distance: &Captures| match distance[3].parse() {
            Ok(longest) if longest >= Self::SHORT => {
                most.push(longest);
                let (class, least, lazy) = (&distance[1], &distance[2], &distance[4]);
                format!("(?P<{}{}>{class}{{{least},}}{lazy})", Self::GROUP, most.len() - 1)
            }
            _ => distance[0].to_owned(),
        });
        Self { pattern: pattern(&measured), most }
    }

    /// The first match whose distances are no longer than they may be.
    pub(super) fn captures<'t>(&self, words: &'t str) -> Option<Captures<'t>> {
        let mut from = 0;
        loop {
            let found = self.pattern.captures_at(words, from)?;
            if self.is_near(&found) {
                return Some(found);
            }
            let start = found.get(0)?.start();
            from = words.ceil_char_boundary(start + 1);
        }
    }

    /// The last of the matches that [`Near::captures`] finds from one to the next.
    pub(super) fn last_captures<'t>(&self, words: &'t str) -> Option<Captures<'t>> {
        let mut found = self.captures(words)?;
        loop {
            let from = words.ceil_char_boundary(found.get(0)?.start() + 1);
            match self.pattern.captures_at(words, from).filter(|next| self.is_near(next)) {
                Some(next) => found = next,
                None => return Some(found),
            }
        }
    }

    fn is_near(&self, found: &Captures) -> bool {
        self.most.iter().enumerate().all(|(index, most)| {
            let distance = found.name(&format!("{}{index}", Self::GROUP)).map_or("", |group| group.as_str());
            distance.len() <= *most || distance.chars().count() <= *most
        })
    }
}

/// So many characters of a class: `[^.;]{2,140}?`.
static DISTANCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\[[^\]]+\])\{([0-9]+),([0-9]+)\}(\??)").expect("the pattern is well formed")
});

fn in_ascii(pattern: &str) -> String {
    let mut ascii = String::with_capacity(pattern.len() * 2);
    let mut in_class = false;
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '[' => in_class = true,
            ']' => in_class = false,
            _ => {}
        }
        if letter != '\\' {
            ascii.push(letter);
            continue;
        }
        match letters.next() {
            Some('b') => ascii.push_str(r"(?-u:\b)"),
            Some('w') if in_class => ascii.push_str("0-9A-Za-z_"),
            Some('w') => ascii.push_str("[0-9A-Za-z_]"),
            Some('W') => ascii.push_str("[^0-9A-Za-z_]"),
            Some('d') if in_class => ascii.push_str("0-9"),
            Some('d') => ascii.push_str("[0-9]"),
            other => {
                ascii.push(letter);
                ascii.extend(other);
            }
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::{Near, in_ascii};

    #[test]
    fn a_distance_is_no_longer_than_its_pattern_says() {
        let near = Near::new(r"(?i)\b(?:boats?|(?P<net>nets?))\b[^.;]{2,30}?\b(?:sea|[a-z]{1,3}side)$");
        let found = |words: &str| near.captures(words).map(|found| found[0].to_owned());
        assert_eq!(found("All boats are at sea").as_deref(), Some("boats are at sea"));
        assert_eq!(found("A boat; at sea"), None);
        // The first is too far away, the second is not.
        let words = "Boats – some thirty of them, each with its nets – go to sea";
        assert_eq!(found(words).as_deref(), Some("nets – go to sea"));
        assert_eq!(&near.captures(words).unwrap()["net"], "nets");
        // Characters are counted, not bytes.
        assert!(found("boats ÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷ sea").is_some());
        assert!(found("boats ÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷÷ sea").is_none());
    }

    #[test]
    fn classes_and_boundaries_are_those_of_ascii_also_within_brackets() {
        let cases = [
            (r"\b(\w+)\W\d{4}", r"(?-u:\b)([0-9A-Za-z_]+)[^0-9A-Za-z_][0-9]{4}"),
            (r"[\w’-]+ [^.\d]", "[0-9A-Za-z_’-]+ [^.0-9]"),
            (r"\[\d\] \s\\b", r"\[[0-9]\] \s\\b"),
        ];
        for (pattern, ascii) in cases {
            assert_eq!(in_ascii(pattern), ascii);
        }
    }
}
