//! A package in, what its properties say of the document out.

use super::super::hints::date;
use super::package::Package;
use crate::model::Hints;

pub fn hints(package: &Package) -> Hints {
    let words = |name: &str| {
        let text = package.core.child(name)?.text();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    };
    Hints {
        title: words("title"),
        author: words("creator"),
        created: words("created").and_then(|created| date(&created)),
        description: words("description").or_else(|| words("subject")),
        language: words("language"),
        ..Hints::default()
    }
}
