//! A common noun in its text in, the body that it stands for out: "the forum" of a text that names one.

use super::lexicon;
use super::words::of;
use crate::model::Span;

/// The name before that ends as a common noun does: "the forum" is the County Forum.
pub fn body_called<'t>(before: &'t str, noun: &str) -> Option<&'t str> {
    let noun = noun.strip_prefix("the ").unwrap_or(noun);
    if noun.contains(' ') || !lexicon::is_body_noun(noun) {
        return None;
    }
    let mut capital = noun[..1].to_uppercase();
    capital.push_str(&noun[1..]);
    let mut names = memchr::memmem::find_iter(before.as_bytes(), &capital).filter_map(|at| {
        let end = at + capital.len();
        let all = of(before, Span::new(before[..at].rfind(['.', '\n', ',']).map_or(0, |stop| stop + 1), end));
        // "South Harbour and Quayside NHS Trust" is one body, but not behind the name of another one.
        let joins = |at: usize| {
            let former = at.checked_sub(1).map(|before| all[before]);
            matches!(all[at].text, "and" | "&")
                && former.is_some_and(|word| word.is_capital() && !lexicon::is_body_noun(&word.lower()))
        };
        let lower = (0..all.len()).rev().find(|at| !all[*at].is_capital() && !joins(*at));
        let name = &all[lower.map_or(0, |lower| lower + 1)..];
        let first = usize::from(name.first().is_some_and(|first| first.is_article()));
        let whole = name.len() > first + 1 && name[name.len() - 1].text == capital;
        whole.then(|| &before[name[first].span.start..end])
    });
    let first = names.next()?;
    names.all(|name| name == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_stands_for_the_one_body_named_so() {
        let text = "A nurse of South Harbour and Quayside NHS Trust came. The";
        assert_eq!(body_called(text, "trust"), Some("South Harbour and Quayside NHS Trust"));
        let text = "Staff of Harbour Council and Quayside NHS Trust met. The";
        assert_eq!(body_called(text, "trust"), Some("Quayside NHS Trust"));
        assert_eq!(body_called("The Harbour Trust and the Quayside Trust met.", "trust"), None);
        assert_eq!(body_called("The Harbour Trust met.", "forum"), None);
    }
}
