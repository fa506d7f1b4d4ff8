//! Names of bodies in, one entry an authority or organisation out, whatever each document calls it.
//!
//! A name is an authority of the vocabulary if it is the authority's own name, or another of its names, but for the
//! words that say what sort of council it is. Nothing is joined on likeness: Leicester is never Leicestershire.

use super::addresses;
use super::dossier::Entry;
use crate::model::{Authority, Body, FactSheet, FactValue, Settings, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// The bodies that documents are about, by short name, and which name is which.
pub(super) struct Bodies {
    pub list: Vec<Body>,
    /// By what all names of one body have in common.
    indices: BTreeMap<String, usize>,
    /// What each name of the dossier has in common with others of the same body.
    keys: BTreeMap<String, String>,
}

impl Bodies {
    pub fn new(entries: &[Entry], settings: &Settings, vocabulary: &Vocabulary) -> Self {
        let keys = keys(entries, settings, vocabulary);
        let mut called: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for subject in entries.iter().filter_map(|entry| entry.sheet.details.subject.as_deref()) {
            *called.entry(&keys[subject]).or_default().entry(subject).or_default() += 1;
        }
        let mut taken = BTreeSet::new();
        let mut keyed: Vec<(String, Body)> = called
            .iter()
            .map(|(key, called)| ((*key).to_owned(), body(authority(key, vocabulary), called, &mut taken)))
            .collect();
        keyed.sort_by(|(_, a), (_, b)| (&a.short, &a.slug).cmp(&(&b.short, &b.slug)));
        let indices = keyed.iter().enumerate().map(|(index, (key, _))| (key.clone(), index)).collect();
        Self { list: keyed.into_iter().map(|(_, body)| body).collect(), indices, keys }
    }

    /// The body that a name means, if documents are about it.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.indices.get(&self.key(name)).copied()
    }

    /// What all names of one body have in common, whether or not documents are about it.
    pub fn key(&self, name: &str) -> String {
        self.keys.get(name).cloned().unwrap_or_else(|| format!("name:{}", bare(name)))
    }

    /// Whether the name is that of an authority of the vocabulary.
    pub fn is_authority(&self, name: &str) -> bool {
        self.key(name).starts_with(AUTHORITY)
    }

    /// The body with this local-authority code, if documents are about it.
    pub fn coded(&self, la_code: &str) -> Option<usize> {
        self.indices.get(&format!("{AUTHORITY}{la_code}")).copied()
    }
}

const AUTHORITY: &str = "authority:";

/// The key of every name that a document or a fact gives a body.
fn keys(entries: &[Entry], settings: &Settings, vocabulary: &Vocabulary) -> BTreeMap<String, String> {
    let same = same(settings);
    let names: BTreeSet<&str> = entries.iter().flat_map(|entry| names(&entry.sheet)).collect();
    names.into_iter().map(|name| (name.to_owned(), key(name, &same, vocabulary))).collect()
}

fn names(sheet: &FactSheet) -> impl Iterator<Item = &str> {
    let named = sheet.facts.iter().filter_map(|fact| match &fact.value {
        FactValue::Judgement(judgement) => judgement.body.as_deref(),
        FactValue::Person(person) => person.organisation.as_deref(),
        FactValue::Figure(figure) => figure.place.as_deref(),
        _ => None,
    });
    named.chain(sheet.details.subject.as_deref())
}

/// Folded names of one body, as a person decided, and the name that stands for all.
fn same(settings: &Settings) -> BTreeMap<String, String> {
    let groups = settings.same_body.iter().filter_map(|group| Some((group.first()?, group)));
    groups.flat_map(|(first, group)| group.iter().map(move |name| (folded(name), first.clone()))).collect()
}

fn key(name: &str, same: &BTreeMap<String, String>, vocabulary: &Vocabulary) -> String {
    let name = same.get(&folded(name)).map_or(name, String::as_str);
    match vocabulary.authority_named(name) {
        Some(authority) => format!("{AUTHORITY}{}", authority.la_code),
        None => format!("name:{}", bare(name)),
    }
}

/// "Bristol" for "Bristol, City of".
fn short(authority: &Authority) -> String {
    match authority.name.rsplit_once(", ") {
        Some((name, kind)) if kind.ends_with(" of") => name.to_owned(),
        _ => authority.name.clone(),
    }
}

fn authority<'a>(key: &str, vocabulary: &'a Vocabulary) -> Option<&'a Authority> {
    let code = key.strip_prefix(AUTHORITY)?;
    vocabulary.authorities.iter().find(|authority| authority.la_code == code)
}

/// Lower case, without punctuation, "&" as "and".
fn folded(name: &str) -> String {
    let name = name.to_lowercase().replace('&', " and ").replace(['’', '\''], "");
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A folded name without the words that say what sort of council it is, for bodies that no table lists.
fn bare(name: &str) -> String {
    const SORTS: [&str; 8] = [
        " local authority",
        " authority",
        " council",
        " borough",
        " city",
        " county",
        " district",
        " metropolitan",
    ];
    let folded = folded(name);
    let mut bare = folded.strip_prefix("the ").unwrap_or(&folded);
    while let Some(shorter) = SORTS.iter().find_map(|sort| bare.strip_suffix(sort)) {
        bare = shorter;
    }
    if bare.is_empty() { folded } else { bare.to_owned() }
}

fn body(authority: Option<&Authority>, called: &BTreeMap<&str, usize>, taken: &mut BTreeSet<String>) -> Body {
    let name = fullest(called);
    let short = authority.map_or_else(|| name.clone(), short);
    let full = if name.to_lowercase().ends_with("local authority") { short.clone() } else { name };
    let slug = addresses::unique(addresses::slug(&short), &full, taken);
    let code =
        |field: fn(&Authority) -> &String| authority.map(field).filter(|code| !code.is_empty()).cloned();
    Body {
        url: addresses::body(&slug),
        slug,
        name: full,
        short,
        names: called.keys().map(|name| (*name).to_owned()).collect(),
        kind: code(|authority| &authority.kind),
        region: code(|authority| &authority.region),
        la_code: code(|authority| &authority.la_code),
        ons_code: code(|authority| &authority.ons_code),
        urn: code(|authority| &authority.urn),
    }
}

/// The longest of a body's names; of two as long, the commoner one.
fn fullest(called: &BTreeMap<&str, usize>) -> String {
    let fullest = called.iter().max_by_key(|(name, count)| (name.chars().count(), **count));
    fullest.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::Sample;

    fn vocabulary() -> Vocabulary {
        let authority = |name: &str, known: &str, code: &str| Authority {
            name: name.into(),
            also_known_as: known.into(),
            la_code: code.into(),
            ..Authority::default()
        };
        Vocabulary {
            authorities: vec![
                authority("Leicester", "", "856"),
                authority("Leicestershire", "", "855"),
                authority("Bristol, City of", "Bristol", "801"),
                authority("Barnet", "", "302"),
            ],
            ..Vocabulary::default()
        }
    }

    fn bodies(subjects: &[&str], settings: &Settings) -> Bodies {
        let entries: Vec<Entry> = subjects.iter().map(|subject| Sample::about(subject).entry()).collect();
        Bodies::new(&entries, settings, &vocabulary())
    }

    #[test]
    fn one_authority_under_all_its_names() {
        let subjects = ["London Borough of Barnet", "Barnet", "Barnet Council", "Bristol City Council"];
        let bodies = bodies(&subjects, &Settings::default());
        let names: Vec<_> = bodies.list.iter().map(|body| (&*body.slug, &*body.name, &*body.short)).collect();
        assert_eq!(
            names,
            [
                ("barnet", "London Borough of Barnet", "Barnet"),
                ("bristol", "Bristol City Council", "Bristol")
            ]
        );
    }

    #[test]
    fn a_city_is_not_its_county() {
        let subjects = ["Leicester City Council", "Leicestershire County Council", "Leicester"];
        let bodies = bodies(&subjects, &Settings::default());
        assert_eq!(bodies.list.len(), 2);
        assert_ne!(bodies.named("Leicester"), bodies.named("Leicestershire County Council"));
    }

    #[test]
    fn a_person_decides_what_is_one_body() {
        let same_body = vec![vec!["Barnet".into(), "The Town Hall".into()]];
        let bodies = bodies(&["The Town Hall", "Barnet"], &Settings { same_body, ..Settings::default() });
        assert_eq!(bodies.list.len(), 1);
        assert_eq!(bodies.list[0].la_code.as_deref(), Some("302"));
    }
}
