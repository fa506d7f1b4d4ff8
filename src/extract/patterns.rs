//! A pattern as it is written in, a regular expression that runs as one automaton on any text out.

use regex::Regex;

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
    use super::in_ascii;

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
