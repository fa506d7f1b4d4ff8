//! A document in, the names of persons in it out, each mention tied to the person's fullest name.
//!
//! 1. Runs of capitalised words are read off the text (`runs`).
//! 2. In each run, names are found by their form: a title and a name, or a given name and what follows it (`found`); and
//!    by what stands beside: an office ("Lead inspector: …"), an age, letters such as HMI, or a list of such names
//!    (`context`).
//! 3. Mentions of one surname and initial are one person, called by the fullest form.
//! 4. Single words that are then known as a person's surname or given name are mentions of that person.
//!
//! Schemes, boards, streets and plays that look like names are told apart by the words that bodies and places end in.

mod context;
mod found;
mod given;
mod lexicon;
mod runs;
mod things;

pub use given::{Gender, given_name};
pub use lexicon::{can_be_a_name, is_honour};
pub use runs::follows_titled;

use crate::model::{Document, Span};
use found::Found;
use runs::{Run, WordKind};
use std::collections::HashMap;

/// A place where a person is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameMention {
    /// The name without its title.
    pub span: Span,
    /// With its title.
    pub whole: Span,
    /// Index of the person in [`Names::persons`].
    pub person: usize,
    /// The office that its title names: `Councillor`, `Judge`.
    pub office: Option<&'static str>,
    /// Whether the mention has the form of a full name: given name and surname, or title and surname.
    pub full: bool,
}

/// A person whom the document names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPerson {
    /// The fullest form, without title.
    pub name: String,
    pub surname: String,
    pub gender: Option<Gender>,
    /// Whether the form or what stands beside it leaves no doubt that this is a person with a surname.
    pub certain: bool,
}

/// The names of persons in a document.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// In the order of their first mention.
    pub persons: Vec<NamedPerson>,
    /// In reading order; they never overlap.
    pub mentions: Vec<NameMention>,
    /// The indices of each person's mentions.
    of_persons: Vec<Vec<usize>>,
}

impl Names {
    pub fn new(document: &Document) -> Self {
        let runs = runs::runs(document);
        let found = found::names(document, &runs);
        let mut grouping =
            Grouping { text: document.text(), names: Self::default(), by_surname: HashMap::new() };
        found.iter().filter(|found| !found.given_only).for_each(|found| grouping.add(found));
        found.iter().filter(|found| found.given_only).for_each(|found| grouping.add_given_name(found));
        grouping.names.mentions.sort_by_key(|mention| mention.whole.start);
        grouping.add_short_forms(&runs);
        let mut names = grouping.names;
        names.of_persons = vec![Vec::new(); names.persons.len()];
        for (index, mention) in names.mentions.iter().enumerate() {
            names.of_persons[mention.person].push(index);
        }
        names
    }

    /// The indices of a person's mentions, in reading order.
    pub fn mentions_of(&self, person: usize) -> &[usize] {
        &self.of_persons[person]
    }

    /// The mentions within a span.
    pub fn within(&self, span: Span) -> &[NameMention] {
        let first = self.mentions.partition_point(|mention| mention.whole.start < span.start);
        let last = self.mentions.partition_point(|mention| mention.whole.start < span.end);
        &self.mentions[first..last.max(first)]
    }

    pub fn person(&self, mention: &NameMention) -> &NamedPerson {
        &self.persons[mention.person]
    }
}

/// Every run of two capitalised words and more of which one could be a person's name; words that are none lead no run.
pub fn written_like_names(document: &Document) -> Vec<Span> {
    let written = runs::runs(document).into_iter().filter_map(|run| {
        let leads = |word: &&runs::Word| matches!(word.kind, WordKind::Common | WordKind::Acronym);
        let from = run.words.iter().take_while(leads).count();
        let words = &run.words[from..];
        let last = words.last().filter(|_| words.len() > 1)?;
        Some(words[0].span.to(last.span))
    });
    written.collect()
}

/// Ties mentions to persons.
struct Grouping<'a> {
    text: &'a str,
    names: Names,
    by_surname: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Grouping<'a> {
    fn add(&mut self, found: &Found) {
        let whole = found
            .shared_surname
            .map(|surname| format!("{} {}", &self.text[found.name.range()], &self.text[surname.range()]));
        let words = whole.as_deref().unwrap_or(&self.text[found.name.range()]);
        let surname = surname(&self.text[found.shared_surname.unwrap_or(found.name).range()]);
        let person = self.known(surname, words, found).unwrap_or_else(|| {
            self.by_surname.entry(surname).or_default().push(self.names.persons.len());
            self.names.persons.push(NamedPerson {
                name: plain(words),
                surname: surname.to_owned(),
                gender: found.gender,
                certain: found.certain,
            });
            self.names.persons.len() - 1
        });
        let known = &mut self.names.persons[person];
        if is_fuller(words, &known.name) {
            known.name = plain(words);
        }
        known.gender = known.gender.or(found.gender);
        known.certain |= found.certain;
        self.names.mentions.push(NameMention {
            span: found.name,
            whole: found.whole,
            person,
            office: found.office,
            full: true,
        });
    }

    /// "Sir Jim" is the person whose given name that is.
    fn add_given_name(&mut self, found: &Found) {
        let words = &self.text[found.name.range()];
        let person = self.names.persons.iter().position(|person| given(&person.name) == Some(words));
        let Some(person) = person else {
            return self.add(&Found { certain: false, ..*found });
        };
        let known = &mut self.names.persons[person];
        known.gender = known.gender.or(found.gender);
        let (span, whole) = (found.name, found.whole);
        self.names.mentions.push(NameMention { span, whole, person, office: None, full: false });
    }

    /// The person of this surname whose given name does not contradict the words.
    fn known(&self, surname: &str, words: &str, found: &Found) -> Option<usize> {
        let candidates = self.by_surname.get(surname)?;
        let agrees = |person: &NamedPerson| {
            let given_agrees = match (given(words), given(&person.name)) {
                (Some(one), Some(other)) => same_given(one, other),
                _ => true,
            };
            let gender_agrees = match (found.gender, person.gender) {
                (Some(one), Some(other)) => one == other || given(words) == given(&person.name),
                _ => true,
            };
            given_agrees && gender_agrees
        };
        candidates.iter().rev().copied().find(|index| agrees(&self.names.persons[*index]))
    }

    /// Adds the single words that are a known person's surname or given name.
    fn add_short_forms(&mut self, runs: &[Run]) {
        let by_given = self.unique_given_names();
        let mut short = Vec::new();
        for run in runs {
            let Some(span) = lone_name_word(run) else { continue };
            if self.is_taken(span) {
                continue;
            }
            let word = &self.text[span.range()];
            let of_surname = self.by_surname.get(word).map(|persons| self.nearest(persons, span.start));
            if let Some(person) = of_surname.or_else(|| by_given.get(word).copied()) {
                short.push(NameMention { span, whole: span, person, office: None, full: false });
            }
        }
        self.names.mentions.extend(short);
        self.names.mentions.sort_by_key(|mention| mention.whole.start);
    }

    fn is_taken(&self, span: Span) -> bool {
        let mentions = &self.names.mentions;
        let after = mentions.partition_point(|mention| mention.whole.start <= span.start);
        after > 0 && mentions[after - 1].whole.overlaps(span)
    }

    /// Given names that one person alone has.
    fn unique_given_names(&self) -> HashMap<String, usize> {
        let mut persons: HashMap<String, Option<usize>> = HashMap::new();
        for (index, person) in self.names.persons.iter().enumerate() {
            if let Some(given) = given(&person.name) {
                persons.entry(given.to_owned()).and_modify(|owner| *owner = None).or_insert(Some(index));
            }
        }
        persons.into_iter().filter_map(|(given, owner)| Some((given, owner?))).collect()
    }

    /// Of several persons of a surname, the one last named before the place.
    fn nearest(&self, persons: &[usize], at: usize) -> usize {
        let before = self.names.mentions.partition_point(|mention| mention.whole.start < at);
        let mut recent =
            self.names.mentions[..before].iter().rev().filter(|mention| persons.contains(&mention.person));
        // "Ann Lowe, a sister of Tom Lowe": who is only named to say who another is, is not gone on about.
        const IN_PASSING: [&str; 10] = [
            " of ",
            " by ",
            " and ",
            "son, ",
            "daughter, ",
            "wife, ",
            "husband, ",
            "brother, ",
            "sister, ",
            "father, ",
        ];
        let passing = |mention: &&NameMention| {
            IN_PASSING.iter().any(|lead| self.text[..mention.whole.start].ends_with(lead))
        };
        let first = recent.next();
        let other = first
            .filter(passing)
            .and_then(|first| recent.find(|mention| mention.person != first.person && !passing(mention)));
        other.or(first).map_or(persons[0], |mention| mention.person)
    }
}

/// The one word of a run that can be a name, with nothing beside it that makes it a part of another name.
fn lone_name_word(run: &Run) -> Option<Span> {
    let mut name_like = run.words.iter().enumerate().filter(|(_, word)| word.is_name_like());
    let (at, word) = name_like.next()?;
    let alone = name_like.next().is_none() && word.kind != WordKind::Initial;
    let last = at + 1 == run.words.len();
    let only_grammar_before = run.words[..at].iter().all(|word| word.kind == WordKind::Common);
    (alone && last && only_grammar_before).then_some(word.span)
}

/// The last word of a name.
fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// The first word of a name of at least two words.
fn given(name: &str) -> Option<&str> {
    name.split_once(' ').map(|(given, _)| given)
}

fn same_given(one: &str, other: &str) -> bool {
    let initial = |name: &str| name.trim_end_matches('.').chars().count() == 1;
    let same_start = one.chars().next() == other.chars().next();
    one == other
        || (same_start
            && (initial(one) || initial(other) || one.starts_with(other) || other.starts_with(one)))
}

fn is_fuller(words: &str, than: &str) -> bool {
    let count =
        |name: &str| name.split(' ').filter(|part| part.trim_end_matches('.').chars().count() > 1).count();
    count(words) > count(than)
}

/// A name in capitals as it is usually written: JANE DOE is Jane Doe.
fn plain(name: &str) -> String {
    let shouted = name.len() > 4 && !name.chars().any(char::is_lowercase);
    if !shouted {
        return name.to_owned();
    }
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        let inside = plain.chars().next_back().is_some_and(char::is_alphabetic);
        plain.extend(c.to_lowercase().filter(|_| inside));
        plain.extend(Some(c).filter(|_| !inside));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;

    fn persons(text: &str) -> Vec<String> {
        let names = Names::new(&sample::document(text));
        names.persons.iter().filter(|person| person.certain).map(|person| person.name.clone()).collect()
    }

    #[test]
    fn names_are_found_by_their_form() {
        let cases: &[(&str, &[&str])] = &[
            ("The report by Hannah Adeyemi-Clarke was read.", &["Hannah Adeyemi-Clarke"]),
            (
                "Jo van der Meer, Paul d’Arcy and Siobhán O’Shea met.",
                &["Jo van der Meer", "Paul d’Arcy", "Siobhán O’Shea"],
            ),
            ("Mrs Bellweather spoke to Coun O'Dowd.", &["Bellweather", "O'Dowd"]),
            (
                "Mr. J. R. Harlan, Sen. Dana Whitfield and Karen Young came.",
                &["J. R. Harlan", "Dana Whitfield", "Karen Young"],
            ),
            ("By NADIA FLINT", &["Nadia Flint"]),
            ("Present: Councillors A Lowe (Chair), B Grant and C Ode", &["A Lowe", "B Grant", "C Ode"]),
            ("They thanked the Mayor. Ring Amy Lowe.", &["Amy Lowe"]),
            ("Sir Jim Harlan spoke, and Sir Jim is sure.", &["Jim Harlan"]),
            ("Jane and John Doe foster. Mrs Doe is 71.", &["Jane Doe", "John Doe"]),
            ("Photo: Press/Jane Doe and Cllr Amy Lowe (Con, Leighton Hill).", &["Amy Lowe"]),
        ];
        for (text, expected) in cases {
            assert_eq!(persons(text), *expected, "{text}");
        }
    }

    #[test]
    fn names_are_found_by_what_stands_beside_them() {
        let cases: &[(&str, &[&str])] = &[
            ("Lead inspector: Xanthe Quill", &["Xanthe Quill"]),
            (
                "Team inspectors: Jane Doe HMI, Zorblat Quill HMI and Tarn Obo (OI)",
                &["Jane Doe", "Zorblat Quill", "Tarn Obo"],
            ),
            ("Its chief executive, Xanthe Quill, was there.", &["Xanthe Quill"]),
            ("Xanthe Quill, headteacher of the school, agreed.", &["Xanthe Quill"]),
            ("Xanthe Quill, 43, agreed.", &["Xanthe Quill"]),
        ];
        for (text, expected) in cases {
            assert_eq!(persons(text), *expected, "{text}");
        }
    }

    #[test]
    fn schemes_bodies_and_places_are_no_persons() {
        for text in [
            "Signs of Safety and the Family Nurse Partnership are used.",
            "The Stephen Lawrence Inquiry and Victoria Park School agreed.",
            "They live in Chelsea Harbour, on John Street, near St John Ambulance.",
            "Grant Allocation is late, and the allocation is small.",
            "Ofsted Piccadilly Gate Store Street Manchester",
            "Early Help and Social Care Services Manager",
            "The Grace Darling programme and the Jack Petchey scheme help.",
            "The play Peter Pan was put on.",
            "Sam Lowe House and Harry Lowe World were closed.",
        ] {
            assert_eq!(persons(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn short_forms_are_the_person_named_in_full() {
        let document =
            sample::document("Ms Farrow spoke.\nThe plan by Lee-anne Farrow is new.\nBut Farrow left.");
        let names = Names::new(&document);
        assert_eq!(names.persons.len(), 1);
        assert_eq!((names.persons[0].name.as_str(), names.mentions.len()), ("Lee-anne Farrow", 3));
    }
}
