//! Citations of Acts and regulations in, one entry an Act with its sections out.

use super::addresses;
use super::dossier::{Dossier, FactAt};
use crate::model::{ActCard, ActSection, FactKind, FactValue, Legislation};
use std::collections::{BTreeMap, BTreeSet};

/// By title; within an Act, by number of section.
pub(super) fn acts(dossier: &Dossier) -> Vec<ActCard> {
    let mut acts: BTreeMap<String, Vec<(FactAt, &Legislation)>> = BTreeMap::new();
    for (at, fact) in dossier.facts(FactKind::Legislation) {
        if let FactValue::Legislation(cited) = &fact.value {
            acts.entry(folded(&cited.title)).or_default().push((at, cited));
        }
    }
    let mut taken = BTreeSet::new();
    acts.into_values().filter_map(|cited| card(dossier, &cited, &mut taken)).collect()
}

fn folded(title: &str) -> String {
    let lower = title.to_lowercase().replace(['’', '\'', ','], "");
    lower.split_whitespace().filter(|word| *word != "the").collect::<Vec<_>>().join(" ")
}

/// Where an Act is cited, and how.
type Cited<'a> = (FactAt, &'a Legislation);

fn card(dossier: &Dossier, cited: &[Cited<'_>], taken: &mut BTreeSet<String>) -> Option<ActCard> {
    let (_, first) = cited.first()?;
    let mut sections: BTreeMap<(u32, Option<&str>), Vec<Cited<'_>>> = BTreeMap::new();
    for (at, legislation) in cited {
        let section = legislation.section.as_deref();
        sections.entry((number(section), section)).or_default().push((*at, legislation));
    }
    let whole = cited.iter().find(|(_, legislation)| legislation.section.is_none());
    let url = whole.and_then(|(_, legislation)| legislation.url.clone());
    Some(ActCard {
        anchor: addresses::unique(addresses::slug(&first.title), &first.title, taken),
        title: first.title.clone(),
        url: url.or_else(|| cited.iter().find_map(|(_, cited)| act_url(cited.url.as_deref()?))),
        sections: sections
            .into_iter()
            .map(|((_, section), cited)| ActSection {
                section: section.map(str::to_owned),
                url: cited.iter().find_map(|(_, legislation)| legislation.url.clone()),
                sources: dossier.cite_all(&cited.iter().map(|(at, _)| *at).collect::<Vec<_>>()),
            })
            .collect(),
    })
}

/// The number with which a section begins; 0 for the Act as a whole.
fn number(section: Option<&str>) -> u32 {
    let digits = section.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect::<String>();
    digits.parse().unwrap_or(0)
}

/// The address of the Act of which a section's address is given.
fn act_url(url: &str) -> Option<String> {
    Some(url.split_once("/section/").map_or(url, |(act, _)| act).to_owned())
}
