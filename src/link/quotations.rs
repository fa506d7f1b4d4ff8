//! Quotations in, cards with their speakers out, newest document first.

use super::dossier::{Dossier, FactAt};
use super::people::People;
use crate::model::{FactKind, FactValue, Link, Quotation, QuotationCard};

/// The card of one quotation; without words if the fact is of another kind.
pub(super) fn card(dossier: &Dossier, people: &People, at: FactAt) -> QuotationCard {
    let quotation = match &dossier.fact(at).value {
        FactValue::Quotation(quotation) => quotation.clone(),
        _ => Quotation::default(),
    };
    let unlinked = |name: &String| Link { url: String::new(), text: name.clone() };
    let speaker = quotation
        .speaker
        .as_ref()
        .map(|name| people.link(at.document, name).unwrap_or_else(|| unlinked(name)));
    QuotationCard {
        paragraphs: quotation.text.split('\n').map(str::to_owned).collect(),
        speaker,
        speaker_role: quotation.speaker_role,
        source: dossier.cite(at),
    }
}

/// Every quotation with the body of its document.
pub(super) fn all(dossier: &Dossier, people: &People) -> Vec<(Option<usize>, QuotationCard)> {
    let quotations = dossier.facts(FactKind::Quotation);
    quotations.map(|(at, _)| (dossier.documents[at.document].body, card(dossier, people, at))).collect()
}
