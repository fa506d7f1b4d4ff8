//! A pattern as it is written in, a regular expression that runs as one automaton on any text out.

use regex::Regex;

/// The regular expression of a pattern in which `\b` and `\w` mean what they mean in ASCII: with Unicode's word boundaries
/// the engine falls back to a slow search as soon as the text has a curly quotation mark.
///
/// # Panics
/// If the pattern is not well formed.
pub(super) fn pattern(pattern: &str) -> Regex {
    let ascii =
        pattern.replace(r"\b", r"(?-u:\b)").replace(r"[\w", "[A-Za-z0-9_").replace(r"\w", "[A-Za-z0-9_]");
    Regex::new(&ascii).expect("the pattern is well formed")
}
