//! The vocabulary's roles in, the one that an office's words hold out.

use crate::model::{Role, Vocabulary};
use aho_corasick::AhoCorasick;
use std::cmp::Reverse;
use std::ops::Range;

/// The wordings of the vocabulary's roles, all looked for in one pass over an office's words.
pub struct Roles {
    /// In lower case and between spaces, the longest first, each with the index of its role.
    wordings: Vec<(String, usize)>,
    /// Those that hold a comma.
    with_comma: Vec<String>,
    automaton: Option<AhoCorasick>,
}

impl Roles {
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let of_role = |(index, role): (usize, &Role)| {
            role.wordings.iter().map(|wording| (padded(wording), index)).collect::<Vec<_>>()
        };
        let mut wordings: Vec<_> = vocabulary.roles.iter().enumerate().flat_map(of_role).collect();
        wordings.sort_by_key(|(wording, _)| Reverse(wording.len()));
        let automaton = AhoCorasick::new(wordings.iter().map(|(wording, _)| wording)).ok();
        let with_comma = wordings.iter().map(|(wording, _)| wording.trim());
        let with_comma = with_comma.filter(|wording| wording.contains(',')).map(str::to_owned).collect();
        Self { wordings, with_comma, automaton }
    }

    /// The index of the role of which the longest wording stands in padded words, and where it stands first.
    pub fn longest(&self, padded: &str) -> Option<(usize, Range<usize>)> {
        let found = self.automaton.as_ref()?.find_overlapping_iter(padded);
        let longest = found.min_by_key(|found| (found.pattern(), found.start()))?;
        Some((self.wordings[longest.pattern().as_usize()].1, longest.range()))
    }

    /// The wordings that hold a comma: "director of children, families and skills".
    pub fn with_comma(&self) -> &[String] {
        &self.with_comma
    }
}

/// A role's words in lower case with straight apostrophes, with a space at each end, so that whole words are compared.
pub fn padded(role: &str) -> String {
    format!(" {} ", role.to_lowercase().replace('’', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wording_wins_wherever_it_stands() {
        let role = |id: &str, wordings: &[&str]| Role {
            id: id.to_owned(),
            wordings: wordings.iter().map(|wording| (*wording).to_owned()).collect(),
            ..Role::default()
        };
        let roles = vec![role("head", &["head", "warden"]), role("deputy", &["deputy head, boats"])];
        let roles = Roles::of(&Vocabulary { roles, ..Vocabulary::default() });
        assert_eq!(roles.longest(" head and deputy head, boats "), Some((1, 9..29)));
        assert_eq!(roles.longest(" the warden and the head "), Some((0, 4..12)));
        assert_eq!(roles.longest(" wardens "), None);
        assert_eq!(roles.with_comma(), ["deputy head, boats"]);
    }
}
