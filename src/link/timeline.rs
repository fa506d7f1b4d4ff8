//! Events of all documents in, the years of the timeline out: what several documents date alike is one entry.

use super::dossier::{Dossier, FactAt};
use super::parts::Listed;
use crate::model::{Date, Event, FactKind, FactValue, TimelineEvent, TimelineYear};
use std::collections::BTreeMap;

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    start: Date,
    end: Option<Date>,
    body: Option<usize>,
    what: String,
}

/// Every year with its events, the latest first throughout. What lies more than a year after the document that tells it is
/// a forecast or a target, and no event.
pub(super) fn years(dossier: &Dossier) -> Vec<TimelineYear> {
    let mut merged: BTreeMap<Key, Vec<FactAt>> = BTreeMap::new();
    for (at, fact) in dossier.facts(FactKind::Event) {
        if let FactValue::Event(event) = &fact.value {
            let body = dossier.documents[at.document].body;
            if told_ahead(dossier, at, event).is_some_and(|days| days > YEAR) {
                continue;
            }
            let key = Key { start: event.start, end: event.end, body, what: folded(&event.what) };
            merged.entry(key).or_default().push(at);
        }
    }
    let mut years: BTreeMap<i16, Vec<TimelineEvent>> = BTreeMap::new();
    for (key, facts) in merged.iter().rev() {
        if let Some(event) = entry(dossier, key, facts) {
            years.entry(key.start.year_number()).or_default().push(event);
        }
    }
    years.into_iter().rev().map(|(year, events)| TimelineYear { year, events }).collect()
}

const YEAR: i64 = 366;

/// How many days after its document an event begins; none if it does not, or if the document has no date.
fn told_ahead(dossier: &Dossier, at: FactAt, event: &Event) -> Option<i64> {
    let told = dossier.documents[at.document].card.date?.last_day();
    let days = i64::from((event.start.first_day() - told).get_days());
    (days > 0).then_some(days)
}

/// The years as parts of a list; a year of more than `most` events by quarters, with what has only a year apart.
pub(super) fn parts(years: &[TimelineYear], most: usize) -> Vec<Listed<TimelineYear>> {
    years
        .iter()
        .flat_map(|year| if year.events.len() > most { quarters(year) } else { vec![whole(year)] })
        .collect()
}

fn whole(year: &TimelineYear) -> Listed<TimelineYear> {
    let name = year.year.to_string();
    Listed { slug: name.clone(), label: name, weight: year.events.len(), entry: year.clone() }
}

fn quarters(year: &TimelineYear) -> Vec<Listed<TimelineYear>> {
    let mut quarters: BTreeMap<Option<u8>, Vec<TimelineEvent>> = BTreeMap::new();
    for event in &year.events {
        let quarter = event.start.month_number().map(|month| (month - 1) / 3);
        quarters.entry(quarter).or_default().push(event.clone());
    }
    let part = |(quarter, events): (Option<u8>, Vec<TimelineEvent>)| {
        let mut part = whole(&TimelineYear { year: year.year, events });
        if quarter.is_none() {
            part.label = format!("{}, no month told", year.year);
        }
        if let Some(quarter) = quarter {
            const MONTHS: [&str; 4] =
                ["January to March", "April to June", "July to September", "October to December"];
            part.slug = format!("{}-quarter-{}", year.year, quarter + 1);
            part.label = format!("{}: {}", year.year, MONTHS[usize::from(quarter)]);
        }
        part
    };
    quarters.into_iter().rev().map(part).collect()
}

fn entry(dossier: &Dossier, key: &Key, facts: &[FactAt]) -> Option<TimelineEvent> {
    let event = event(dossier, *facts.first()?)?;
    Some(TimelineEvent {
        start: event.start,
        end: event.end,
        words: event.start.words_until(event.end),
        what: event.what.clone(),
        body: key.body.map(|body| dossier.body(body).link()),
        ahead: facts.iter().all(|at| {
            self::event(dossier, *at).is_some_and(|event| told_ahead(dossier, *at, event).is_some())
        }),
        sources: dossier.cite_all(facts),
    })
}

fn event<'a>(dossier: &'a Dossier, at: FactAt) -> Option<&'a Event> {
    match &dossier.fact(at).value {
        FactValue::Event(event) => Some(event),
        _ => None,
    }
}

/// The words alone: "Focused visit" and "a focused visit" are one.
fn folded(what: &str) -> String {
    let lower = what.to_lowercase().replace('’', "'");
    let words =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "a" | "an" | "the"));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::{Sample, date};
    use crate::model::{Settings, Vocabulary};

    #[test]
    fn a_plan_is_told_as_one_and_a_forecast_is_no_event() {
        let event = |year: &str| {
            FactValue::Event(Event { start: date(year).unwrap(), end: None, what: "schools open".into() })
        };
        let sample = Sample::about("Hartwell")
            .inspected("2017-03-01", "2017-03-20")
            .states("It opened.", event("2016-09"))
            .states("It will open.", event("2017-09"))
            .states("It is to grow.", event("2028"));
        let (settings, vocabulary) = (Settings::default(), Vocabulary::default());
        let dossier = Dossier::new(vec![sample.entry()], &settings, &vocabulary);
        let years = years(&dossier);
        let told: Vec<_> = years.iter().map(|year| (year.year, year.events[0].ahead)).collect();
        assert_eq!(told, [(2017, true), (2016, false)]);
    }

    #[test]
    fn one_event_of_two_documents_is_one_entry() {
        let event = |what: &str| {
            FactValue::Event(Event { start: date("2018-05").unwrap(), end: None, what: what.into() })
        };
        let told =
            |slug: &str, what| Sample::about("Hartwell").named(slug).states("It was visited.", event(what));
        let samples = [told("a", "A focused visit"), told("b", "focused visit"), told("c", "a fire")];
        let (settings, vocabulary) = (Settings::default(), Vocabulary::default());
        let dossier = Dossier::new(samples.map(Sample::entry).to_vec(), &settings, &vocabulary);
        let years = years(&dossier);
        let sources: Vec<usize> = years[0].events.iter().map(|event| event.sources.len()).collect();
        assert_eq!((years.len(), sources), (1, vec![2, 1]));
        let slugs = |most| parts(&years, most).into_iter().map(|part| part.slug).collect::<Vec<_>>();
        assert_eq!((slugs(2), slugs(1)), (vec!["2018".to_owned()], vec!["2018-quarter-2".to_owned()]));
    }
}
