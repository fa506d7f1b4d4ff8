//! A word in, what is known of it as a given name out.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Whose pronoun a person takes, as far as a title or a given name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    Male,
    Female,
}

/// What the list says of a given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenName {
    /// None: of both.
    pub gender: Option<Gender>,
    /// Also a word or a place, as Grace and Victoria are.
    pub ambiguous: bool,
}

static GIVEN_NAMES: LazyLock<FxHashMap<&'static str, GivenName>> =
    LazyLock::new(|| include_str!("../given-names.txt").lines().flat_map(names_of_line).collect());

fn names_of_line(line: &'static str) -> impl Iterator<Item = (&'static str, GivenName)> {
    let (class, names) = line.split_once(' ').unwrap_or_default();
    let gender = match class.trim_end_matches('?') {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    };
    let given = GivenName { gender, ambiguous: class.ends_with('?') };
    let names = if class == "#" { "" } else { names };
    names.split_whitespace().map(move |name| (name, given))
}

/// What is known of a word as a given name; of a double name by its first part. JANE is Jane.
pub fn given_name(word: &str) -> Option<GivenName> {
    GIVEN_NAMES.get(word).copied().or_else(|| of_other_form(word))
}

fn of_other_form(word: &str) -> Option<GivenName> {
    if let Some((first, _)) = word.split_once(['-', '‑']) {
        return given_name(first);
    }
    if !word.is_ascii() {
        let plain: String = word.nfd().filter(char::is_ascii).collect();
        return GIVEN_NAMES.get(plain.as_str()).copied();
    }
    let shouted = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    shouted.then(|| GIVEN_NAMES.get(capitalised(word).as_str()).copied())?
}

/// JANE as Jane.
fn capitalised(word: &str) -> String {
    let mut name = word.to_ascii_lowercase();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_origins_are_known() {
        for name in
            ["Sheena", "Mohammed", "Agnieszka", "Siân", "Kwame", "Priya", "Lee-anne", "Siobhán", "OONAGH"]
        {
            assert!(given_name(name).is_some_and(|name| !name.ambiguous), "{name}");
        }
        assert!(given_name("Chelsea").unwrap().ambiguous);
        assert_eq!(given_name("Borough"), None);
    }
}
