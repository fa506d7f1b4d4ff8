//! People in posts in, out where documents of the same weeks contradict each other: one person in two posts, or two
//! people in a post that one holds.
//!
//! Only the posts that the vocabulary calls `sole` or `shared` count: what is somebody's whole work. A councillor may
//! lead the council and chair a board; nobody is director and assistant director of the same services.

use super::dates::days_apart;
use super::disagreements::apart;
use super::dossier::{Dossier, FactAt};
use super::people::{self, People};
use crate::model::{Date, FactKind, FactValue, Holders, Side, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Documents so many days apart speak of the same time.
const SAME_TIME: i64 = 31;

/// A person in a post, as one document tells it.
struct Told {
    at: FactAt,
    body: usize,
    /// The page of the person.
    person: String,
    name: String,
    role: String,
    /// The words of the role without those that leave the post the same.
    words: String,
    post: String,
    holders: Holders,
    date: Date,
    since: Option<Date>,
}

/// For each contradiction the body, what it is about, and the sides, the higher-ranking document first.
pub(super) fn contradictions(dossier: &Dossier, people: &People) -> Vec<(usize, String, Vec<Side>)> {
    let told: Vec<Told> =
        dossier.facts(FactKind::Person).filter_map(|(at, _)| told(dossier, people, at)).collect();
    let mut contradictions = two_posts(dossier, &told);
    contradictions.extend(two_people(dossier, &told));
    contradictions
}

fn told(dossier: &Dossier, people: &People, at: FactAt) -> Option<Told> {
    let FactValue::Person(person) = &dossier.fact(at).value else { return None };
    let role = person.role.clone()?;
    let words = bare(&role);
    let (post, holders) = post(dossier.vocabulary, &words)?;
    Some(Told {
        at,
        body: people::body_of(dossier, at, person)?,
        person: people.link(at.document, &person.name)?.url,
        name: person.name.clone(),
        role,
        words,
        post,
        holders,
        date: dossier.documents[at.document].card.date.filter(|date| date.month_number().is_some())?,
        since: person.since,
    })
}

/// The words of a role, without those that leave the post the same: an interim director is the director.
fn bare(role: &str) -> String {
    const SAME: [&str; 8] =
        ["interim", "acting", "permanent", "new", "current", "corporate", "executive", "strategic"];
    let lower = role.to_lowercase().replace('’', "'");
    lower.split_whitespace().filter(|word| !SAME.contains(word)).collect::<Vec<_>>().join(" ")
}

/// The post of these words, by the longest of its wordings. A sole post has no more words than that: the chief executive
/// "of the trust" may be the council's director. An "assistant director of children's services" is an assistant director.
fn post(vocabulary: &Vocabulary, words: &str) -> Option<(String, Holders)> {
    let rest = |wording: &str| words.strip_prefix(wording.to_lowercase().replace('’', "'").as_str());
    let wordings = vocabulary.roles.iter().flat_map(|role| role.wordings.iter().map(move |w| (role, w)));
    let begun = wordings
        .filter_map(|(role, wording)| Some((role, wording.len(), rest(wording)?)))
        .filter(|(.., rest)| !rest.starts_with(char::is_alphanumeric));
    let (role, _, rest) = begun.max_by_key(|(_, length, _)| *length)?;
    let holders = role.holders.filter(|holders| *holders == Holders::Shared || rest.is_empty())?;
    Some((role.id.clone(), holders))
}

/// One person whom documents of the same time show in different posts at a body.
fn two_posts(dossier: &Dossier, told: &[Told]) -> Vec<(usize, String, Vec<Side>)> {
    let mut of_person: BTreeMap<(usize, &str), Vec<&Told>> = BTreeMap::new();
    for told in told {
        of_person.entry((told.body, &told.person)).or_default().push(told);
    }
    let found = of_person.into_iter().filter_map(|((body, _), told)| {
        let sides = sides(dossier, &told, |told| &told.post, |told| &told.role, |_, _| true)?;
        Some((body, format!("{}: post of {}", dossier.body(body).short, told[0].name), sides))
    });
    found.collect()
}

/// A post that one person holds, in which documents of the same time show two.
fn two_people(dossier: &Dossier, told: &[Told]) -> Vec<(usize, String, Vec<Side>)> {
    let mut in_post: BTreeMap<(usize, &str), Vec<&Told>> = BTreeMap::new();
    for told in told.iter().filter(|told| told.holders == Holders::Sole) {
        in_post.entry((told.body, &told.words)).or_default().push(told);
    }
    let found = in_post.into_iter().filter_map(|((body, words), told)| {
        let sides = sides(dossier, &told, |told| &told.person, |told| &told.name, are_two)?;
        Some((body, format!("{}: {words}", dossier.body(body).short), sides))
    });
    found.collect()
}

/// Whether these are two people, neither of whom followed the other: not one of another first name, nor a newcomer.
fn are_two(a: &Told, b: &Told) -> bool {
    const LATELY: i64 = 92;
    let surname = |told: &Told| told.name.rsplit(' ').next().map(str::to_lowercase);
    let newcomer = |told: &Told| {
        told.since.is_some_and(|since| days_apart(since, a.date).min(days_apart(since, b.date)) <= LATELY)
    };
    surname(a) != surname(b) && !newcomer(a) && !newcomer(b)
}

/// What documents of the same time say, if they differ and none says both.
fn sides<'a>(
    dossier: &Dossier,
    told: &[&'a Told],
    by: impl Fn(&'a Told) -> &'a String,
    says: impl Fn(&'a Told) -> &'a String,
    differ: impl Fn(&Told, &Told) -> bool,
) -> Option<Vec<Side>> {
    let at_odds = |a: &'a Told, b: &'a Told| {
        by(a) != by(b)
            && a.at.document != b.at.document
            && days_apart(a.date, b.date) <= SAME_TIME
            && differ(a, b)
    };
    let mut values: BTreeMap<&String, Vec<&'a Told>> = BTreeMap::new();
    for a in told.iter().filter(|a| told.iter().any(|b| at_odds(a, b))) {
        values.entry(by(a)).or_default().push(a);
    }
    let side = |told: Vec<&'a Told>| {
        let facts: Vec<FactAt> = told.iter().map(|told| told.at).collect();
        let best = told.iter().max_by_key(|told| (dossier.rank(told.at), std::cmp::Reverse(told.at)))?;
        Some((dossier.rank(best.at), Side { says: says(best).clone(), sources: dossier.cite_all(&facts) }))
    };
    let mut sides: Vec<(u8, Side)> = values.into_values().filter_map(side).collect();
    sides.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let sides: Vec<Side> = sides.into_iter().map(|(_, side)| side).collect();
    let documents: BTreeSet<&str> =
        sides.iter().flat_map(|side| &side.sources).map(|source| source.document.url.as_str()).collect();
    (sides.len() > 1 && documents.len() > 1 && apart(&sides)).then_some(sides)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::{Sample, date};
    use crate::model::{DocumentKind, Person, Role, Settings};

    fn vocabulary() -> Vocabulary {
        let role = |id: &str, holders, wordings: &[&str]| Role {
            id: id.into(),
            holders,
            wordings: wordings.iter().map(|wording| (*wording).to_owned()).collect(),
            ..Role::default()
        };
        Vocabulary {
            roles: vec![
                role("director", Some(Holders::Sole), &["director of children's services"]),
                role("chief", Some(Holders::Sole), &["chief executive"]),
                role("head", Some(Holders::Shared), &["assistant director"]),
                role("member", None, &["lead member"]),
            ],
            ..Vocabulary::default()
        }
    }

    fn found(told: &[(&str, &str, &str, Option<&str>)]) -> Vec<(String, Vec<String>)> {
        let samples = told.iter().map(|(day, name, role, since)| {
            let person = Person {
                name: (*name).to_owned(),
                role: Some((*role).to_owned()),
                since: since.and_then(date),
                ..Person::default()
            };
            Sample::about("Hartwell")
                .named(&format!("{day} {name}"))
                .kind(DocumentKind::NewsArticle)
                .published(day)
                .states(&format!("{name}, {role}."), FactValue::Person(person))
                .entry()
        });
        let (settings, vocabulary) = (Settings::default(), vocabulary());
        let dossier = Dossier::new(samples.collect(), &settings, &vocabulary);
        let people = People::new(&dossier);
        let says = |sides: Vec<Side>| sides.into_iter().map(|side| side.says).collect();
        contradictions(&dossier, &people).into_iter().map(|(_, about, sides)| (about, says(sides))).collect()
    }

    #[test]
    fn one_person_is_not_in_two_posts_at_once() {
        let director = "director of children's services";
        let assistant = "assistant director of children's services";
        let told = [("2023-05-01", "Ada Lane", director, None), ("2023-05-03", "Ada Lane", assistant, None)];
        let (about, mut says) = found(&told).remove(0);
        says.sort();
        assert_eq!(
            (about.as_str(), says),
            ("Hartwell: post of Ada Lane", vec![assistant.into(), director.into()])
        );
        for (day, role) in [
            ("2024-05-03", "assistant director"),
            ("2023-05-03", "interim director of children's services"),
            ("2023-05-03", "lead member"),
            ("2023-05-03", "chief executive of the trust"),
        ] {
            assert!(
                found(&[("2023-05-01", "Ada Lane", director, None), (day, "Ada Lane", role, None)])
                    .is_empty()
            );
        }
    }

    #[test]
    fn one_post_is_not_held_by_two() {
        let director = "director of children's services";
        let told = [("2023-05-01", "Ada Lane", director, None), ("2023-05-03", "Eve Moss", director, None)];
        assert_eq!(found(&told)[0].0, "Hartwell: director of children's services");
        for other in [
            ("2023-05-03", "Adaline Lane", director, None),
            ("2023-05-03", "Eve Moss", director, Some("2023-05-02")),
            ("2023-05-03", "Eve Moss", "assistant director", None),
            ("2023-09-03", "Eve Moss", director, None),
        ] {
            assert!(found(&[told[0], other]).is_empty(), "{other:?}");
        }
    }
}
