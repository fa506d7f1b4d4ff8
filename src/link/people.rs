//! Facts about people in, one page a person out. A wrong merge does harm, so two pages are preferred to a wrong one.
//!
//! Facts of two documents are one person's only if the full name is the same, given name and surname, and the
//! organisation too; where a document names none, the body that it is about stands for it. A surname or initials never
//! join. Whoever knows better says so in site.toml (`same_person`).

use super::addresses;
use super::dates::days_apart;
use super::dossier::{Dossier, FactAt};
use super::quotations;
use crate::model::{
    Date, DocumentCard, FactKind, FactValue, Link, Person, PersonCard, PersonPage, RoleHeld, Vocabulary,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everyone whom documents name in full.
pub(super) struct People {
    list: Vec<Known>,
    /// For each document, the people in it.
    of_document: Vec<Vec<usize>>,
    /// By document and folded name.
    named: BTreeMap<(usize, String), usize>,
    offices: Offices,
}

/// The offices of the vocabulary by their folded wordings: the place in its order, and the id.
struct Offices(BTreeMap<String, (usize, String)>);

impl Offices {
    fn new(vocabulary: &Vocabulary) -> Self {
        let mut offices = BTreeMap::new();
        for (place, role) in vocabulary.roles.iter().enumerate() {
            for wording in role.wordings.iter().chain([&role.label]) {
                offices.entry(folded(wording)).or_insert_with(|| (place, role.id.clone()));
            }
        }
        Self(offices)
    }

    /// The office behind the words of a role ("DCS" and "director of children’s services" are one); others come last.
    fn of(&self, role: &str) -> (usize, String) {
        let words = folded(role);
        self.0.get(&words).cloned().unwrap_or((usize::MAX, words))
    }
}

/// One person, with the facts about them, oldest document first.
struct Known {
    card: PersonCard,
    facts: Vec<FactAt>,
    bodies: BTreeSet<usize>,
}

impl People {
    pub fn new(dossier: &Dossier) -> Self {
        let offices = Offices::new(dossier.vocabulary);
        let mut grouped: BTreeMap<String, Vec<FactAt>> = BTreeMap::new();
        for (at, fact) in dossier.facts(FactKind::Person) {
            if let FactValue::Person(person) = &fact.value
                && is_full(&person.name)
            {
                grouped.entry(key(dossier, at, person)).or_default().push(at);
            }
        }
        let mut taken = BTreeSet::new();
        let mut list: Vec<Known> = grouped
            .into_iter()
            .map(|(key, facts)| known(dossier, &offices, &key, facts, &mut taken))
            .collect();
        list.sort_by_cached_key(|known| (sorting(&known.card.name), known.card.slug.clone()));
        let mut people = Self {
            list,
            of_document: vec![Vec::new(); dossier.documents.len()],
            named: BTreeMap::new(),
            offices,
        };
        people.index(dossier);
        people
    }

    fn index(&mut self, dossier: &Dossier) {
        for (index, known) in self.list.iter().enumerate() {
            for at in &known.facts {
                if let FactValue::Person(person) = &dossier.fact(*at).value {
                    self.named.insert((at.document, folded(&person.name)), index);
                }
                if self.of_document[at.document].last() != Some(&index) {
                    self.of_document[at.document].push(index);
                }
            }
        }
    }

    /// The person whom a document calls by this name.
    pub fn link(&self, document: usize, name: &str) -> Option<Link> {
        let known = &self.list[*self.named.get(&(document, folded(name)))?];
        Some(Link { url: known.card.url.clone(), text: known.card.name.clone() })
    }

    /// By surname.
    pub fn cards(&self) -> impl Iterator<Item = &PersonCard> {
        self.list.iter().map(|known| &known.card)
    }

    /// Those who held a role at a body: by office in the vocabulary's order, then time.
    pub fn at_body(&self, body: usize) -> Vec<PersonCard> {
        let mut cards: Vec<PersonCard> = self
            .list
            .iter()
            .filter(|known| known.bodies.contains(&body) && !known.card.roles.is_empty())
            .map(|known| known.card.clone())
            .collect();
        cards.sort_by_cached_key(|card| {
            let role = card.roles.last();
            let office = role.map(|role| self.offices.of(&role.role));
            (office, role.and_then(|role| role.first), card.slug.clone())
        });
        cards
    }

    /// Documents that name someone whom this document names; those who are everywhere count for nothing.
    pub fn companions(&self, document: usize) -> impl Iterator<Item = usize> {
        const EVERYWHERE: usize = 20;
        let people = self.of_document[document].iter().map(|person| &self.list[*person]);
        people
            .filter(|known| known.facts.len() <= EVERYWHERE)
            .flat_map(|known| known.facts.iter().map(|at| at.document))
    }

    /// How many people both documents name.
    pub fn shared(&self, a: usize, b: usize) -> usize {
        self.of_document[a].iter().filter(|person| self.of_document[b].contains(person)).count()
    }

    /// Each fact with the page of the person whom it is about.
    pub fn shown(&self) -> impl Iterator<Item = (FactAt, Link)> {
        self.list.iter().flat_map(|known| {
            let link = Link { url: known.card.url.clone(), text: known.card.name.clone() };
            known.facts.iter().map(move |at| (*at, link.clone()))
        })
    }

    pub fn pages(&self, dossier: &Dossier) -> Vec<PersonPage> {
        let quotations = self.quotations(dossier);
        let mut namesakes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, known) in self.list.iter().enumerate() {
            namesakes.entry(folded(&known.card.name)).or_default().push(index);
        }
        let page = |(index, known): (usize, &Known)| PersonPage {
            card: known.card.clone(),
            namesakes: self.others(&namesakes[&folded(&known.card.name)], index),
            quotations: quotations
                .get(&index)
                .into_iter()
                .flatten()
                .map(|at| quotations::card(dossier, self, *at))
                .collect(),
            documents: documents(dossier, known),
        };
        self.list.iter().enumerate().map(page).collect()
    }

    fn others(&self, namesakes: &[usize], index: usize) -> Vec<Link> {
        let others = namesakes.iter().filter(|other| **other != index).map(|other| &self.list[*other].card);
        others
            .map(|card| Link {
                url: card.url.clone(),
                text: card
                    .description
                    .as_ref()
                    .map_or_else(|| card.name.clone(), |d| format!("{}, {d}", card.name)),
            })
            .collect()
    }

    fn quotations(&self, dossier: &Dossier) -> BTreeMap<usize, Vec<FactAt>> {
        let mut said: BTreeMap<usize, Vec<FactAt>> = BTreeMap::new();
        for (at, fact) in dossier.facts(FactKind::Quotation) {
            if let FactValue::Quotation(quotation) = &fact.value
                && let Some(speaker) = &quotation.speaker
                && let Some(person) = self.named.get(&(at.document, folded(speaker)))
            {
                said.entry(*person).or_default().push(at);
            }
        }
        said
    }
}

fn documents(dossier: &Dossier, known: &Known) -> Vec<DocumentCard> {
    let documents: BTreeSet<usize> = known.facts.iter().map(|at| at.document).collect();
    documents.into_iter().map(|document| dossier.documents[document].card.clone()).collect()
}

/// A given name and a surname, neither an initial.
fn is_full(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let whole = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.ends_with('.');
    words.len() >= 2 && words.first().is_some_and(whole) && words.last().is_some_and(whole)
}

fn folded(name: &str) -> String {
    name.to_lowercase().replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// By surname, then given name.
fn sorting(name: &str) -> String {
    let folded = folded(name);
    folded.rsplit_once(' ').map_or(folded.clone(), |(given, surname)| format!("{surname} {given}"))
}

/// What facts of one person have in common.
fn key(dossier: &Dossier, at: FactAt, person: &Person) -> String {
    let name = folded(&person.name);
    let group =
        dossier.settings.same_person.iter().position(|group| group.iter().any(|same| folded(same) == name));
    match group {
        Some(group) => format!("group {group}"),
        None => format!("{name}\n{}", place(dossier, at, person)),
    }
}

/// Where the person is found: the organisation, else the body of the document, else the document alone.
fn place(dossier: &Dossier, at: FactAt, person: &Person) -> String {
    let joined = &dossier.documents[at.document];
    match (&person.organisation, joined.body) {
        (Some(organisation), _) => dossier.bodies.key(organisation),
        _ if writes(dossier, at, person) => AUTHOR.to_owned(),
        (None, Some(_)) if inspects(dossier, person) => dossier.bodies.key(&dossier.vocabulary.inspectorate),
        (None, Some(body)) => dossier.bodies.key(&dossier.body(body).name),
        (None, None) => format!("document:{}", joined.card.slug),
    }
}

/// The role of one whom a document names as its writer alone.
const AUTHOR: &str = "author";

/// Whether the document names the person as its writer and in no other role.
fn writes(dossier: &Dossier, at: FactAt, person: &Person) -> bool {
    let author = dossier.documents[at.document].sheet.details.author.as_deref();
    person.role.is_none()
        && person.organisation.is_none()
        && author.is_some_and(|author| folded(author) == folded(&person.name))
}

/// Whether the role is one of the inspectorate's, though the document does not say so.
fn inspects(dossier: &Dossier, person: &Person) -> bool {
    let role = person.role.as_deref().map(folded).unwrap_or_default();
    !dossier.vocabulary.inspectorate.is_empty()
        && (role.ends_with("inspector") || role.starts_with("inspector"))
}

fn known(
    dossier: &Dossier,
    offices: &Offices,
    key: &str,
    mut facts: Vec<FactAt>,
    taken: &mut BTreeSet<String>,
) -> Known {
    facts.sort_by_key(|at| (dossier.documents[at.document].card.date, *at));
    let people: Vec<(FactAt, &Person)> =
        facts.iter().filter_map(|at| Some((*at, person(dossier, *at)?))).collect();
    let name = people.iter().map(|(_, person)| &person.name).max_by_key(|name| name.chars().count());
    let name = name.cloned().unwrap_or_default();
    let roles = roles(dossier, offices, &people);
    let slug = addresses::slug(&format!("{name} {}", whereabouts(dossier, &people)));
    let slug = addresses::unique(slug, key, taken);
    let card = PersonCard {
        url: addresses::person(&slug),
        slug,
        name,
        description: roles.last().map(description),
        roles,
        mentions: facts.len(),
    };
    let bodies = people.iter().filter_map(|(at, person)| body_of(dossier, *at, person)).collect();
    Known { card, facts, bodies }
}

fn person<'a>(dossier: &'a Dossier, at: FactAt) -> Option<&'a Person> {
    match &dossier.fact(at).value {
        FactValue::Person(person) => Some(person),
        _ => None,
    }
}

/// The body at which the person is; none for an inspector or for someone of another organisation.
pub(super) fn body_of(dossier: &Dossier, at: FactAt, person: &Person) -> Option<usize> {
    match &person.organisation {
        Some(organisation) => dossier.bodies.named(organisation),
        None if inspects(dossier, person) || writes(dossier, at, person) => None,
        None => dossier.documents[at.document].body,
    }
}

/// What follows the name in the URL, so that a namesake found later gets another one.
fn whereabouts(dossier: &Dossier, people: &[(FactAt, &Person)]) -> String {
    let Some((at, person)) = people.first() else { return String::new() };
    let body = body_of(dossier, *at, person).map(|body| dossier.body(body).short.clone());
    body.or_else(|| person.organisation.clone())
        .or_else(|| inspects(dossier, person).then(|| dossier.vocabulary.inspectorate.clone()))
        .or_else(|| writes(dossier, *at, person).then(|| AUTHOR.to_owned()))
        .unwrap_or_else(|| dossier.documents[at.document].card.slug.clone())
}

fn description(role: &RoleHeld) -> String {
    match &role.organisation {
        Some(place) => format!("{}, {}", role.role, place.text),
        None => role.role.clone(),
    }
}

/// The roles in order of time; the same role at the same place in several documents is one.
fn roles(dossier: &Dossier, offices: &Offices, people: &[(FactAt, &Person)]) -> Vec<RoleHeld> {
    let mut held: Vec<(String, RoleHeld, Vec<FactAt>)> = Vec::new();
    for (at, person) in people {
        let written = writes(dossier, *at, person).then(|| AUTHOR.to_owned());
        let Some(role) = person.role.clone().or(written) else { continue };
        let organisation = organisation(dossier, *at, person);
        let key = format!("{}\n{:?}", offices.of(&role).1, organisation.as_ref().map(|place| &place.text));
        let date = dossier.documents[at.document].card.date;
        let first = [person.since, date].into_iter().flatten().min();
        match held.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, role, facts)) => {
                role.first = [role.first, first].into_iter().flatten().min();
                role.last = role.last.max(date);
                facts.push(*at);
            }
            None => {
                let held_role = RoleHeld {
                    role,
                    organisation,
                    first,
                    last: date,
                    words: String::new(),
                    sources: Vec::new(),
                };
                held.push((key, held_role, vec![*at]));
            }
        }
    }
    let mut roles: Vec<RoleHeld> = held
        .into_iter()
        .map(|(_, role, facts)| RoleHeld {
            words: words(role.first, role.last),
            sources: dossier.cite_all(&facts),
            ..role
        })
        .collect();
    roles.sort_by_key(|role| (role.last, role.first));
    roles
}

fn organisation(dossier: &Dossier, at: FactAt, person: &Person) -> Option<Link> {
    match (body_of(dossier, at, person), &person.organisation) {
        (Some(body), _) => Some(dossier.body(body).link()),
        (None, Some(name)) => Some(Link { url: String::new(), text: name.clone() }),
        (None, None) => None,
    }
}

/// "In documents of 2019 to 2023".
fn words(first: Option<Date>, last: Option<Date>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if days_apart(first, last) > 0 => {
            format!("{} to {}", first.words(), last.words())
        }
        (Some(date), _) | (None, Some(date)) => date.words(),
        (None, None) => "date not known".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::Sample;
    use crate::model::Settings;

    fn who(name: &str, role: &str, organisation: Option<&str>) -> FactValue {
        FactValue::Person(Person {
            name: name.into(),
            role: Some(role.into()),
            organisation: organisation.map(str::to_owned),
            since: None,
        })
    }

    fn slugs(samples: Vec<Sample>, settings: &Settings) -> Vec<String> {
        let vocabulary = Vocabulary { inspectorate: "Ofsted".into(), ..Vocabulary::default() };
        let dossier = Dossier::new(samples.into_iter().map(Sample::entry).collect(), settings, &vocabulary);
        People::new(&dossier).cards().map(|card| card.slug.clone()).collect()
    }

    #[test]
    fn one_name_at_one_place_is_one_person() {
        let at = |slug: &str, organisation| {
            Sample::about("Hartwell Council")
                .named(slug)
                .states("Ann Lee is director.", who("Ann Lee", "director", organisation))
        };
        let samples = vec![at("a", None), at("b", Some("Hartwell Borough Council"))];
        assert_eq!(slugs(samples, &Settings::default()), ["ann-lee-hartwell-council"]);
    }

    #[test]
    fn one_name_at_two_places_is_two_people_unless_a_person_says_so() {
        let samples = || {
            ["Hartwell", "Marlow"]
                .map(|body| Sample::about(body).states("Ann Lee leads.", who("Ann Lee", "leader", None)))
                .to_vec()
        };
        assert_eq!(slugs(samples(), &Settings::default()), ["ann-lee-hartwell", "ann-lee-marlow"]);
        let same_person = vec![vec!["Ann Lee".to_owned()]];
        assert_eq!(slugs(samples(), &Settings { same_person, ..Settings::default() }).len(), 1);
    }

    #[test]
    fn a_surname_or_an_initial_is_nobody() {
        let sample = Sample::about("Hartwell")
            .states("Lee said so.", who("Lee", "leader", None))
            .states("A. Lee said so.", who("A. Lee", "leader", None));
        assert!(slugs(vec![sample], &Settings::default()).is_empty());
    }

    #[test]
    fn who_writes_of_a_body_is_not_in_post_there() {
        let writer = FactValue::Person(Person { name: "Ann Lee".into(), ..Person::default() });
        let sample = Sample::about("Hartwell Council").written_by("Ann Lee").states("By Ann Lee.", writer);
        assert_eq!(slugs(vec![sample], &Settings::default()), ["ann-lee-author"]);
    }

    #[test]
    fn an_inspector_is_at_the_inspectorate_whatever_is_inspected() {
        let report =
            |body: &str, role| Sample::about(body).states("Led by Ian Fox.", who("Ian Fox", role, None));
        let samples = vec![report("Hartwell", "Lead inspector"), report("Marlow", "Team inspector")];
        assert_eq!(slugs(samples, &Settings::default()), ["ian-fox-ofsted"]);
    }
}
