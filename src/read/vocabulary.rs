//! A vocabulary file in, the vocabulary out, with its table of authorities.

use crate::model::{Authority, Diagnostic, Place, Vocabulary};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The vocabularies that the program carries, by the names by which site.toml calls them.
const BUILTIN: [(&str, &str); 2] = [
    ("childrens-services", include_str!("../vocabulary/childrens-services.toml")),
    ("adult-social-care", include_str!("../vocabulary/adult-social-care.toml")),
];

/// The table of authorities that the program carries.
const ENGLAND: &str = include_str!("../vocabulary/authorities.csv");

static CHILDRENS_SERVICES: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| {
    named_vocabulary("childrens-services").expect("the built-in vocabulary is read by a test")
});

/// The vocabulary that is used where a project names none: children's services in England inspected by Ofsted.
pub fn builtin_vocabulary() -> Arc<Vocabulary> {
    CHILDRENS_SERVICES.clone()
}

/// The vocabulary that the program carries under a name, such as `adult-social-care`.
pub fn named_vocabulary(name: &str) -> Option<Arc<Vocabulary>> {
    let (_, text) = BUILTIN.iter().find(|(builtin, _)| *builtin == name)?;
    parsed(text, name, Path::new("")).ok().map(Arc::new)
}

/// The vocabulary that a project names: a built-in one by its name, or a file.
///
/// # Errors
/// A diagnostic if the file, or the table of authorities that it names, cannot be read or has a mistake.
pub fn vocabulary(file: &Path, shown: &str) -> Result<Arc<Vocabulary>, Diagnostic> {
    if let Some(builtin) = file.file_name().and_then(|name| named_vocabulary(name.to_str()?))
        && !file.is_file()
    {
        return Ok(builtin);
    }
    let text = fs_err::read_to_string(file).map_err(|error| unreadable(&error, shown))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    parsed(&text, shown, folder).map(Arc::new)
}

fn unreadable(error: &std::io::Error, shown: &str) -> Diagnostic {
    let names = BUILTIN.map(|(name, _)| format!("`{name}`")).join(" or ");
    Diagnostic::error("vocabulary-unreadable", error.to_string())
        .at(Place::file(shown))
        .help(format!("name a vocabulary that factbox carries ({names}), or a file"))
}

fn parsed(text: &str, shown: &str, folder: &Path) -> Result<Vocabulary, Diagnostic> {
    let mut vocabulary: Vocabulary = toml::from_str(text).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        Diagnostic::error("vocabulary-wrong", error.message().to_owned())
            .at(Place::within(shown, text, at.start, at.end))
    })?;
    if let Some(table) = vocabulary.authority_table.clone() {
        vocabulary.authorities = authority_table(&table, folder)?;
    }
    Ok(vocabulary)
}

fn authority_table(name: &str, folder: &Path) -> Result<Vec<Authority>, Diagnostic> {
    let text = match name {
        "england" => ENGLAND.to_owned(),
        file => fs_err::read_to_string(folder.join(file)).map_err(|error| unreadable(&error, file))?,
    };
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().map_err(|error| {
        let at = error.position().map_or(0, |position| position.byte() as usize);
        let end = text[at.min(text.len())..].find('\n').map_or(text.len(), |length| at + length);
        Diagnostic::error("vocabulary-wrong", format!("the table of authorities has a mistake: {error}"))
            .at(Place::within(name, &text, at, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_builtin_vocabulary_is_read_and_hangs_together() {
        for (name, text) in BUILTIN {
            let vocabulary = parsed(text, name, Path::new("")).unwrap();
            assert_eq!(vocabulary.id, name);
            assert!(vocabulary.authorities.len() > 150);
            let ids: HashSet<_> = vocabulary.areas.iter().map(|area| &area.id).collect();
            assert_eq!(ids.len(), vocabulary.areas.len(), "an area's id occurs twice");
            for framework in &vocabulary.frameworks {
                let mut named =
                    framework.areas.iter().chain(framework.joint.iter().flat_map(|(a, b)| [a, b]));
                assert!(named.all(|area| ids.contains(area)), "{}", framework.id);
            }
        }
    }

    #[test]
    fn the_authorities_have_no_name_twice() {
        let vocabulary = builtin_vocabulary();
        for authority in &vocabulary.authorities {
            for name in authority.names() {
                assert_eq!(vocabulary.authority_named(name), Some(authority), "{name}");
            }
        }
    }

    #[test]
    fn a_mistake_is_shown_where_it_stands() {
        let error = parsed("id = \"x\"\ngrade = 3\n", "mine.toml", Path::new("")).unwrap_err();
        assert_eq!((error.code, error.places[0].line), ("vocabulary-wrong", Some(2)));
    }
}
