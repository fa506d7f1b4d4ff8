//! The address of a link as it is written in, the one that the page has out.

use crate::render::root::{escaped, is_foreign, link};

/// The address of a link in Markdown: other pages of content/pages by their file, the rest from the site's root.
pub fn own_address(url: &str) -> String {
    if is_foreign(url) || url.starts_with('#') {
        return if is_safe(url) { escaped(url) } else { "#".to_owned() };
    }
    let url = url.trim_start_matches("./").trim_start_matches('/');
    match url.split_once(".md") {
        Some((page, rest)) if rest.is_empty() || rest.starts_with('#') => link(&format!("{page}/{rest}")),
        _ => link(url),
    }
}

/// Whether a foreign address is one to follow: a script is not.
fn is_safe(url: &str) -> bool {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    matches!(scheme.as_str(), "" | "http" | "https" | "mailto" | "tel")
}
