//! The names and offices of a reading in, the persons as facts out: name, role, organisation, and since when.

mod offices;
mod since;
mod words;

pub use offices::{Office, Offices};

use super::reading::Reading;
use crate::model::{Fact, FactValue, Person, Span};

/// One fact for each person with a surname, at the place that says most of their office.
pub fn find(reading: &Reading) -> Vec<Fact> {
    let persons = (0..reading.names.persons.len()).filter(|person| reading.names.persons[*person].certain);
    persons.filter_map(|person| fact(reading, person)).collect()
}

fn fact(reading: &Reading, person: usize) -> Option<Fact> {
    let names = &reading.names;
    let mentions =
        names.mentions_of(person).iter().map(|at| &names.mentions[*at]).filter(|mention| mention.full);
    let best = reading.office_of(person);
    let in_full = mentions.clone().find(|mention| is_named_in_full(reading, mention.span));
    let shown = best.map(|(at, _)| &names.mentions[at]).or(in_full).or_else(|| mentions.clone().next())?;
    let office = best.map(|(_, office)| office);
    let since = mentions.clone().find_map(|mention| since::since(reading.document, mention));
    let value = Person {
        name: names.persons[person].name.clone(),
        role: office.map(|office| office.role.clone()),
        organisation: office.and_then(|office| office.organisation.clone()),
        since,
    };
    let beside = office.map(|office| office.span).filter(|span| {
        let whole = span.to(shown.whole);
        whole.len() <= span.len() + shown.whole.len() + 4
    });
    let span = beside.map_or(shown.whole, |span: Span| span.to(shown.whole));
    Some(Fact::new(reading.document, FactValue::Person(value), span, "people"))
}

fn is_named_in_full(reading: &Reading, span: Span) -> bool {
    reading.document.words(span).contains(' ')
}
