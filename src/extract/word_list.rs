//! A list of English words and a word in, whether the list has it out.

use std::cmp::Ordering;

/// Whether a list in alphabetical order, of words in small letters, has a word in whatever case. It is asked of every
/// word beside a number, so that no copy of the word is made.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    debug_assert!(list.is_sorted(), "{list:?} is in order");
    list.binary_search_by(|listed| order(listed.as_bytes(), word.as_bytes())).is_ok()
}

fn order(listed: &[u8], word: &[u8]) -> Ordering {
    let differing = listed.iter().zip(word).map(|(a, b)| a.cmp(&b.to_ascii_lowercase()));
    differing.into_iter().find(|order| order.is_ne()).unwrap_or_else(|| listed.len().cmp(&word.len()))
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn case_is_ignored_and_nothing_else() {
        let list = ["an", "and", "boat"];
        assert!(has(&list, "And") && has(&list, "BOAT") && has(&list, "an"));
        for other in ["", "a", "ands", "boats", "boät", "zebra"] {
            assert!(!has(&list, other), "{other}");
        }
    }
}
