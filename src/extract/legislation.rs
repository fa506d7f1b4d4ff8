//! A reading in, the Acts and regulations that its text cites out, each with the section cited.

mod citations;
mod european;
mod years;

pub use citations::{Citation, citations};
pub use european::european;

use super::reading::Reading;
use crate::model::{Fact, FactValue, KnownAct, Legislation, Vocabulary};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::collections::BTreeSet;

/// The first citation of each section, and the first of each title without one.
pub fn cited_legislation(reading: &Reading) -> Vec<Fact> {
    let mut known = BTreeSet::new();
    citations(reading.document, &reading.vocabulary)
        .into_iter()
        .filter(|citation| known.insert((key(&citation.title), citation.section.clone())))
        .map(|citation| {
            let url = Some(url(&reading.vocabulary, &citation));
            let value = Legislation { title: citation.title, section: citation.section, url };
            Fact::new(reading.document, FactValue::Legislation(value), citation.span, "cited-legislation")
        })
        .collect()
}

/// The title as it is compared: `Equality Act (2010)`, `Equality Act, 2010` and `Equality Act 2010` are one.
fn key(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    let year = words.len().saturating_sub(1);
    if words.get(year.saturating_sub(1)).is_some_and(|word| word == "of") {
        words.remove(year - 1);
    }
    words.join(" ")
}

/// The vocabulary's entry for a title with its year.
fn known_act<'a>(vocabulary: &'a Vocabulary, title: &str) -> Option<&'a KnownAct> {
    let wanted = key(title);
    let year = wanted.rsplit(' ').next()?;
    vocabulary.acts.iter().filter(|act| act.title.ends_with(year)).find(|act| key(&act.title) == wanted)
}

/// The section at legislation.gov.uk; a search for the title there if the vocabulary does not know the Act.
fn url(vocabulary: &Vocabulary, citation: &Citation) -> String {
    let Some(act) = known_act(vocabulary, &citation.title) else { return search_url(&citation.title) };
    let unit = if act.id.starts_with("uksi/") { "regulation" } else { "section" };
    let number = citation.section.as_deref().and_then(|section| section.split(['(', '–', '-']).next());
    match number {
        Some(number) => format!("https://www.legislation.gov.uk/{}/{unit}/{number}", act.id),
        None => format!("https://www.legislation.gov.uk/{}", act.id),
    }
}

fn search_url(title: &str) -> String {
    let (words, year) = title.rsplit_once(|c: char| !c.is_ascii_digit() && c != ')').unwrap_or((title, ""));
    let words = words.trim_end_matches([' ', '(', ',']).trim_end_matches(" of");
    let title = utf8_percent_encode(words, NON_ALPHANUMERIC);
    format!("https://www.legislation.gov.uk/all?title={title}&year={}", year.trim_end_matches(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(title: &str, section: Option<&str>) -> String {
        let acts = vec![
            KnownAct { title: "Harbours Act 1964".into(), id: "ukpga/1964/40".into() },
            KnownAct { title: "Harbours (Dues) Regulations 1999".into(), id: "uksi/1999/1".into() },
        ];
        let vocabulary = Vocabulary { acts, ..Vocabulary::default() };
        let section = section.map(str::to_owned);
        url(&vocabulary, &Citation { title: title.into(), section, span: crate::model::Span::new(0, 0) })
    }

    #[test]
    fn a_known_act_is_at_its_chapter() {
        let act = "https://www.legislation.gov.uk/ukpga/1964/40";
        assert_eq!(cited("Harbours Act (1964)", None), act);
        assert_eq!(cited("Harbours Act of 1964", Some("17(2)")), format!("{act}/section/17"));
        let regulations = "https://www.legislation.gov.uk/uksi/1999/1/regulation/4A";
        assert_eq!(cited("Harbours (Dues) Regulations 1999", Some("4A")), regulations);
    }

    #[test]
    fn another_is_searched_for() {
        let search = "https://www.legislation.gov.uk/all?title=Piers%20%28Scotland%29%20Act&year=1801";
        assert_eq!(cited("Piers (Scotland) Act 1801", Some("3")), search);
        assert_eq!(cited("Piers (Scotland) Act (1801)", None), search);
    }
}
