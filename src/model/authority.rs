//! Authorities and the names by which texts call them.

use super::Vocabulary;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An authority whose services are judged: reference data.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Authority {
    pub urn: String,
    pub la_code: String,
    pub ons_code: String,
    /// The short name: "Barnet".
    pub name: String,
    /// Other names, parted by `;`.
    pub also_known_as: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub region_code: String,
    pub region: String,
    /// Codes (`la_code`) of its statistical neighbours, nearest first; in a file: one text, parted by spaces.
    #[serde(with = "codes")]
    #[schemars(with = "String")]
    pub statistical_neighbours: Vec<String>,
    pub domain: String,
}

impl Authority {
    /// Its name and its other names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.also_known_as.split(';').map(str::trim).filter(|name| !name.is_empty());
        std::iter::once(self.name.as_str()).chain(others)
    }

    fn is_called(&self, folded: &str) -> bool {
        self.names().any(|name| letters(name).eq(folded.chars()))
    }
}

impl Vocabulary {
    /// The authority that the words name, whatever they call it: "Barnet", "Barnet Council", "London Borough of Barnet",
    /// "Barnet local authority children’s services". The whole of the words must be its name: "Leicestershire" is not
    /// Leicester, and a street or a board named after a place is no authority.
    pub fn authority_named(&self, words: &str) -> Option<&Authority> {
        let folded: String = letters(words).collect();
        let mut name = folded.strip_prefix("the ").unwrap_or(&folded);
        loop {
            if let Some(found) = self.authorities.iter().find(|authority| authority.is_called(name)) {
                return Some(found);
            }
            name = PREFIXES
                .iter()
                .find_map(|prefix| name.strip_prefix(prefix))
                .or_else(|| SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix)))?;
        }
    }
}

/// What stands after an authority's name, as [`letters`] writes it; longer ones first.
const SUFFIXES: [&str; 23] = [
    " childrens social care services",
    " childrens services department",
    " childrens social care",
    " childrens services",
    " adult social care",
    " metropolitan borough council",
    " metropolitan district council",
    " borough council",
    " district council",
    " county council",
    " city council",
    " unitary council",
    " unitary authority",
    " local authority",
    " authority",
    " council area",
    " council",
    " councils",
    " metropolitan borough",
    " borough",
    " city",
    " mbc",
    "s",
];

/// What stands before it.
const PREFIXES: [&str; 10] = [
    "london borough of ",
    "royal borough of ",
    "metropolitan borough of ",
    "metropolitan district of ",
    "borough of ",
    "city of ",
    "county of ",
    "council of the ",
    "council of ",
    "lb ",
];

/// The words in small letters, without marks, `and` for `&`, one space between them.
fn letters(words: &str) -> impl Iterator<Item = char> {
    let mut gap = false;
    let mut begun = false;
    words.chars().flat_map(move |c| {
        let word: [Option<char>; 4] = match c {
            '\'' | '’' | '‘' | '.' => [None; 4],
            '&' => {
                gap = true;
                [begun.then_some(' '), Some('a'), Some('n'), Some('d')]
            }
            c if c.is_alphanumeric() => {
                let space = (gap && begun).then_some(' ');
                gap = false;
                [space, c.to_lowercase().next(), None, None]
            }
            _ => {
                gap = true;
                [None; 4]
            }
        };
        begun |= word.iter().any(Option::is_some);
        word.into_iter().flatten()
    })
}

mod codes {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(codes: &[String], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&codes.join(" "))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
        Ok(String::deserialize(deserializer)?.split_whitespace().map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let authority = |name: &str, also_known_as: &str| Authority {
            name: name.into(),
            also_known_as: also_known_as.into(),
            ..Authority::default()
        };
        Vocabulary {
            authorities: vec![
                authority("Leicester", ""),
                authority("Leicestershire", ""),
                authority("Bristol, City of", "Bristol"),
                authority("Bournemouth, Christchurch and Poole", "BCP"),
                authority("Northamptonshire", ""),
                authority("North Northamptonshire", ""),
                authority("St. Helens", ""),
                authority("York", ""),
                authority("Bath and North East Somerset", "B&NES"),
                authority("North East Somerset", ""),
            ],
            ..Vocabulary::default()
        }
    }

    fn name(words: &str) -> Option<String> {
        vocabulary().authority_named(words).map(|authority| authority.name.clone())
    }

    #[test]
    fn every_form_of_a_name_is_understood() {
        for (words, expected) in [
            ("Leicester City Council", "Leicester"),
            ("Leicester City Council’s children’s services", "Leicester"),
            ("LEICESTER LOCAL AUTHORITY", "Leicester"),
            ("the City of York Council", "York"),
            ("Metropolitan Borough of St Helens", "St. Helens"),
            ("Bristol City Council", "Bristol, City of"),
            ("City of Bristol", "Bristol, City of"),
            ("Bournemouth, Christchurch & Poole Council", "Bournemouth, Christchurch and Poole"),
            ("BCP Council", "Bournemouth, Christchurch and Poole"),
            ("B&NES council", "Bath and North East Somerset"),
            ("Bath & North East Somerset", "Bath and North East Somerset"),
            ("London Borough of York", "York"),
        ] {
            assert_eq!(name(words).as_deref(), Some(expected), "{words}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_no_name() {
        assert_eq!(name("Leicestershire County Council").as_deref(), Some("Leicestershire"));
        assert_eq!(name("North Northamptonshire").as_deref(), Some("North Northamptonshire"));
        for words in
            ["West Northamptonshire", "York Road", "New York", "Leicester Forest", "council", "", "the", "s"]
        {
            assert_eq!(name(words), None, "{words}");
        }
    }
}
