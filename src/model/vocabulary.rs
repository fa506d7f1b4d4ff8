//! What the field calls its things: data, read from a TOML file, never code.

use super::{Authority, Date, DocumentKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The words of one field of inspection. The built-in one serves children's services in England inspected by Ofsted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Vocabulary {
    pub id: String,
    pub name: String,
    /// The vocabulary that this one adds to, by the name under which the program carries it: `childrens-services`. What
    /// stands here comes before what is there, and takes the place of what has the same id.
    pub extends: Option<String>,
    /// What the dossier's documents are about, for generated titles: "children's services".
    pub subject: String,
    /// Who judges, in its shortest common form.
    pub inspectorate: String,
    /// How texts call the judged service as a whole; a grade said of it is the grade of the area `overall`.
    pub services: Vec<String>,
    /// Kinds of provider with grades of their own, which are not the grades of the judged body: "children's home".
    pub providers: Vec<String>,
    /// Headings over sections that explain the grades and state none.
    pub definitions: Vec<String>,
    /// Headings over sections about earlier inspections.
    pub recalls: Vec<String>,
    /// Headings over sections that say what is to be put right, in small letters; `*` stands for any words.
    pub improvements: Vec<String>,
    /// Headings and lines over lists that say what is to be put right if their first item asks for something: "The council
    /// should:". In small letters; `*` stands for any words.
    pub requests: Vec<String>,
    /// The table of authorities: `england` for the one that factbox carries, or a file beside the vocabulary.
    pub authority_table: Option<String>,
    pub grades: Vec<Grade>,
    pub areas: Vec<Area>,
    pub frameworks: Vec<Framework>,
    pub roles: Vec<Role>,
    pub organisations: Vec<KnownOrganisation>,
    /// Words in which the names of organisations of a type end.
    pub organisation_endings: Vec<OrganisationEnding>,
    /// How an inspectorate's own documents of this field begin a line, in small letters.
    pub openings: Vec<String>,
    pub measures: Vec<Measure>,
    /// Acts and instruments of which the place at legislation.gov.uk is known.
    pub acts: Vec<KnownAct>,
    /// What things to be put right are about.
    pub themes: Vec<Theme>,
    /// Read from `authority_table`.
    pub authorities: Vec<Authority>,
}

/// A grade, best first by `order`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Grade {
    pub id: String,
    pub label: String,
    /// 1 is best.
    pub order: u8,
    /// A CSS colour for light backgrounds, and one for dark.
    pub colour: String,
    pub colour_dark: String,
    pub synonyms: Vec<String>,
    /// What makes a rating this one by its rank alone: "lowest", of "the lowest possible rating".
    pub ranks: Vec<String>,
}

/// A judged area with its wordings over the years.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Area {
    pub id: String,
    pub label: String,
    /// For column heads.
    pub short: String,
    pub wordings: Vec<String>,
    /// Wordings that name the area only where a formal statement of a grade is sure: "care leavers".
    pub loose: Vec<String>,
    /// Wordings by which news calls the area where it tells of a grade: "child protection".
    pub spoken: Vec<String>,
    /// What earlier frameworks judged in its place, in lower case: its history begins with them.
    pub earlier: Vec<String>,
}

/// An inspection framework: which areas it grades, and when it was in force. Of several that fit a document the one named first is
/// taken.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Framework {
    pub id: String,
    pub name: String,
    pub from: Option<Date>,
    pub until: Option<Date>,
    /// Ids of the areas it grades.
    pub areas: Vec<String>,
    /// Areas that it grades only from a later date, as ids and dates.
    pub since: BTreeMap<String, Date>,
    /// Areas that it judges together with another where it gives them no grade of their own, as ids of both.
    pub joint: BTreeMap<String, String>,
    /// The kind of document in which its findings are given.
    pub document: DocumentKind,
    /// Words in the opening of a document of this framework by which it is known.
    pub wordings: Vec<String>,
    /// Who inspects under it, if not the vocabulary's inspectorate.
    pub inspectorate: Option<String>,
    /// How many days its inspections last, first and last included; none: any number.
    pub days_from: Option<i32>,
    pub days_until: Option<i32>,
}

/// An office that people hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Role {
    pub id: String,
    pub label: String,
    pub wordings: Vec<String>,
    /// Words that name it only where they are the whole office: "director", but not "managing director".
    pub whole: Vec<String>,
    /// Where it is held if the text does not say: `subject` (the body that the document is about), `local` (the same,
    /// where the words near it name no other body), `inspectorate`, a body that the document names (`HMICFRS or HMIC`:
    /// the first of these that it names), a kind of [`Vocabulary::organisation_endings`] (the one body of that kind that the
    /// document names), or empty.
    pub held_at: String,
    /// Who holds it at a body, where it is somebody's whole work: documents of the same weeks that give one person two
    /// such posts, or a sole one to two people, contradict each other. None for what may be held beside other offices.
    pub holders: Option<Holders>,
}

/// How many hold a post at a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Holders {
    /// One person.
    Sole,
    /// Several.
    Shared,
}

/// An organisation that documents of this field name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct KnownOrganisation {
    pub name: String,
    pub short: Option<String>,
    #[serde(rename = "type")]
    pub kind: String,
    pub wordings: Vec<String>,
}

/// The last words of the names of organisations of one type: "Safeguarding Children Board" of boards.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OrganisationEnding {
    #[serde(rename = "type")]
    pub kind: String,
    pub wordings: Vec<String>,
}

/// Something that is counted again and again, so that its figures make a series.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Measure {
    pub id: String,
    pub label: String,
    pub unit: String,
    /// Each wording is a set of words that must all occur in the figure's measure, near its number: `|` parts alternatives,
    /// `_` stands for a space, a final `*` for any ending, and a leading `^` asks for these words and no others.
    pub wordings: Vec<String>,
    /// Words that must not occur.
    pub except: Vec<String>,
}

/// An Act or statutory instrument with its place at legislation.gov.uk.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct KnownAct {
    /// The short title with its year.
    pub title: String,
    /// Type, year and number as in its address: `ukpga/1989/41`.
    pub id: String,
}

/// A theme of what is to be put right.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Theme {
    pub id: String,
    pub label: String,
    /// Beginnings of words or phrases, in lower case.
    pub wordings: Vec<String>,
}

impl Vocabulary {
    pub fn grade(&self, id: &str) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.id == id)
    }

    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }

    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// This vocabulary with what it does not say itself from another.
    pub fn added_to(self, base: &Self) -> Self {
        let said = |own: String, theirs: &String| if own.is_empty() { theirs.clone() } else { own };
        Self {
            id: said(self.id, &base.id),
            name: said(self.name, &base.name),
            extends: self.extends,
            subject: said(self.subject, &base.subject),
            inspectorate: said(self.inspectorate, &base.inspectorate),
            services: merged(self.services, &base.services, |word| word),
            providers: merged(self.providers, &base.providers, |word| word),
            definitions: merged(self.definitions, &base.definitions, |word| word),
            recalls: merged(self.recalls, &base.recalls, |word| word),
            improvements: merged(self.improvements, &base.improvements, |word| word),
            requests: merged(self.requests, &base.requests, |word| word),
            authority_table: self.authority_table.or_else(|| base.authority_table.clone()),
            grades: merged(self.grades, &base.grades, |grade| &grade.id),
            areas: merged(self.areas, &base.areas, |area| &area.id),
            frameworks: merged(self.frameworks, &base.frameworks, |framework| &framework.id),
            roles: merged(self.roles, &base.roles, |role| &role.id),
            organisations: merged(self.organisations, &base.organisations, |body| &body.name),
            organisation_endings: merged(self.organisation_endings, &base.organisation_endings, |ending| {
                ending.wordings.first().unwrap_or(&ending.kind)
            }),
            openings: merged(self.openings, &base.openings, |word| word),
            measures: merged(self.measures, &base.measures, |measure| &measure.id),
            acts: merged(self.acts, &base.acts, |act| &act.title),
            themes: merged(self.themes, &base.themes, |theme| &theme.id),
            authorities: merged(self.authorities, &base.authorities, |authority| &authority.name),
        }
    }
}

/// Own entries, then those of another list that none of them stands for.
fn merged<T: Clone>(own: Vec<T>, base: &[T], key: impl Fn(&T) -> &String) -> Vec<T> {
    let known: BTreeSet<String> = own.iter().map(|entry| key(entry).clone()).collect();
    let rest = base.iter().filter(|entry| !known.contains(key(entry))).cloned();
    own.into_iter().chain(rest).collect()
}
