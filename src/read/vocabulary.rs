//! A vocabulary file in, the vocabulary out, with its table of authorities.

use crate::model::{Authority, Diagnostic, Place, Vocabulary};
use std::collections::BTreeSet;
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
    Diagnostic::error("vocabulary-unreadable", error.to_string())
        .at(Place::file(shown))
        .help(format!("name a vocabulary that factbox carries ({}), or a file", builtin_names()))
}

fn builtin_names() -> String {
    BUILTIN.map(|(name, _)| format!("`{name}`")).join(" or ")
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
    if let Some(name) = vocabulary.extends.clone() {
        let base = named_vocabulary(&name).ok_or_else(|| {
            wrong(shown, text, &["extends"], &name, format!("there is no vocabulary `{name}` to extend"))
                .help(format!("factbox carries {}", builtin_names()))
        })?;
        vocabulary = vocabulary.added_to(&base);
    }
    match dangling(&vocabulary, text, shown) {
        Some(mistake) => Err(mistake),
        None => Ok(vocabulary),
    }
}

/// An area that a framework names and the vocabulary does not have, or an id that two entries of a kind share.
fn dangling(vocabulary: &Vocabulary, text: &str, shown: &str) -> Option<Diagnostic> {
    let areas: Vec<&str> = vocabulary.areas.iter().map(|area| area.id.as_str()).collect();
    let unknown = vocabulary.frameworks.iter().find_map(|framework| {
        let joint = framework.joint.iter().flat_map(|(one, other)| [one, other]);
        let mut named = framework.areas.iter().chain(framework.since.keys()).chain(joint);
        named.find(|area| !areas.contains(&area.as_str())).map(|area| (framework, area))
    });
    if let Some((framework, area)) = unknown {
        let message = format!("the framework `{}` grades an area `{area}` that there is not", framework.id);
        let told = wrong(shown, text, &["[[frameworks]]", &framework.id], area, message);
        return Some(told.help(format!("add [[areas]] with this id, or name one of {}", areas.join(", "))));
    }
    let ids = |kind: &'static str, ids: Vec<&String>| {
        let mut seen = BTreeSet::new();
        let again = ids.into_iter().find(|id| !id.is_empty() && !seen.insert(*id))?;
        let message = format!("two [[{kind}]] have the id `{again}`");
        Some(wrong(shown, text, &[again], again, message).help("give each an id of its own"))
    };
    ids("grades", vocabulary.grades.iter().map(|grade| &grade.id).collect())
        .or_else(|| ids("areas", vocabulary.areas.iter().map(|area| &area.id).collect()))
        .or_else(|| ids("measures", vocabulary.measures.iter().map(|measure| &measure.id).collect()))
}

/// A mistake at a word of the file, the first behind the words that lead to it.
fn wrong(shown: &str, text: &str, behind: &[&str], word: &str, message: String) -> Diagnostic {
    let from =
        behind.iter().fold(0, |from, lead| text[from..].find(lead).map_or(from, |at| from + at + lead.len()));
    let start = text[from..].find(word).map_or(from, |at| from + at);
    let end = (start + word.len()).min(text.len());
    Diagnostic::error("vocabulary-wrong", message).at(Place::within(shown, text, start, end))
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
    fn a_file_may_add_to_a_builtin_vocabulary() {
        let text = "extends = \"childrens-services\"\nid = \"mine\"\n[[areas]]\nid = \"harbours\"\n\
                    [[grades]]\nid = \"good\"\nlabel = \"Fine\"\norder = 2\n";
        let vocabulary = parsed(text, "mine.toml", Path::new("")).unwrap();
        let base = builtin_vocabulary();
        assert_eq!((vocabulary.id.as_str(), vocabulary.inspectorate.as_str()), ("mine", "Ofsted"));
        assert_eq!(vocabulary.areas.len(), base.areas.len() + 1);
        assert_eq!(vocabulary.grades.len(), base.grades.len());
        assert_eq!(vocabulary.grade("good").map(|grade| grade.label.as_str()), Some("Fine"));
        assert_eq!(vocabulary.authorities.len(), base.authorities.len());
    }

    #[test]
    fn what_does_not_hang_together_is_shown_where_it_stands() {
        let mistake = |text: &str| {
            let error = parsed(text, "mine.toml", Path::new("")).unwrap_err();
            (error.places[0].line.unwrap_or(0), error.message)
        };
        let (line, message) =
            mistake("[[areas]]\nid = \"quay\"\n[[frameworks]]\nid = \"F\"\nareas = [\"quay\", \"pier\"]\n");
        assert_eq!((line, message.contains("`pier`")), (5, true), "{message}");
        let (line, message) = mistake("[[areas]]\nid = \"quay\"\n[[areas]]\nid = \"quay\"\n");
        assert_eq!((line, message.contains("two [[areas]]")), (4, true), "{message}");
        let (line, message) = mistake("id = \"x\"\nextends = \"harbours\"\n");
        assert_eq!((line, message.contains("`harbours`")), (2, true), "{message}");
    }

    #[test]
    fn a_mistake_is_shown_where_it_stands() {
        let error = parsed("id = \"x\"\ngrade = 3\n", "mine.toml", Path::new("")).unwrap_err();
        assert_eq!((error.code, error.places[0].line), ("vocabulary-wrong", Some(2)));
    }
}
