//! Slugs in, URLs out, relative to the site's root. A slug is made from what the page shows, never from its place in a list.

use std::collections::BTreeSet;

pub(super) fn document(slug: &str) -> String {
    format!("documents/{slug}/")
}

pub(super) fn body(slug: &str) -> String {
    format!("bodies/{slug}/")
}

pub(super) fn measure(slug: &str) -> String {
    format!("measures/{slug}/")
}

pub(super) fn person(slug: &str) -> String {
    format!("people/{slug}/")
}

pub(super) fn actions(slug: &str) -> String {
    format!("actions/{slug}/")
}

/// A name for URLs: at most 80 characters, cut between words; `nameless` if nothing of the words is left.
pub(super) fn slug(words: &str) -> String {
    let slug = slug::slugify(words);
    let cut = match slug.len() > 80 {
        true => slug[..80].rfind('-').unwrap_or(80),
        false => slug.len(),
    };
    if slug.is_empty() { "nameless".to_owned() } else { slug[..cut].to_owned() }
}

/// The slug itself if it is free, else with a digest of what tells the thing apart from the one that took it.
pub(super) fn unique(slug: String, content: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = slug;
    while !taken.insert(free.clone()) {
        let digest = blake3::hash(format!("{free}\n{content}").as_bytes()).to_hex();
        free = format!("{free}-{}", &digest[..6]);
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_slug_is_told_apart_by_content() {
        let mut taken = BTreeSet::new();
        assert_eq!(unique("ann-lee".into(), "Hartwell", &mut taken), "ann-lee");
        let second = unique("ann-lee".into(), "Marlow", &mut taken);
        assert!(second.starts_with("ann-lee-") && second.len() == "ann-lee-".len() + 6);
    }

    #[test]
    fn a_long_slug_is_cut_between_words() {
        let slug = slug(&"children in need ".repeat(12));
        assert!(slug.len() <= 80 && ["children", "in", "need"].iter().any(|word| slug.ends_with(word)));
    }
}
