//! A vocabulary file in, the vocabulary out.

use crate::model::{Diagnostic, Place, Vocabulary};
use std::path::Path;
use std::sync::{Arc, LazyLock};

static CHILDRENS_SERVICES: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| {
    let text = include_str!("../vocabulary/childrens-services.toml");
    Arc::new(toml::from_str(text).expect("the built-in vocabulary is read by a test"))
});

/// The vocabulary that the program carries: children's services in England inspected by Ofsted.
pub fn builtin_vocabulary() -> Arc<Vocabulary> {
    CHILDRENS_SERVICES.clone()
}

/// The vocabulary in a file.
///
/// # Errors
/// A diagnostic if the file cannot be read or has a mistake.
pub fn vocabulary(file: &Path, shown: &str) -> Result<Arc<Vocabulary>, Diagnostic> {
    let text = fs_err::read_to_string(file).map_err(|error| {
        Diagnostic::error("vocabulary-unreadable", error.to_string()).at(Place::file(shown))
    })?;
    toml::from_str(&text).map(Arc::new).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        Diagnostic::error("vocabulary-wrong", error.message().to_owned())
            .at(Place::within(shown, &text, at.start, at.end))
    })
}
