//! What the dossier holds in, its front page out.

use super::dossier::Dossier;
use super::series;
use crate::model::{Date, FactKind, Home, JudgementHistory, KindCount, SeriesCard, YearDistribution};

const LATEST: usize = 6;
const FIGURES: usize = 6;
const HISTORIES: usize = 6;
/// Of so many bodies each has its history on the front page; of more, the grades are counted by year.
const FEW: usize = 3;

pub(super) fn home(
    dossier: &Dossier,
    series: &[series::Known],
    histories: Vec<JudgementHistory>,
    distribution: Vec<YearDistribution>,
) -> Home {
    let few = histories.len() <= FEW;
    let years = || dossier.documents.iter().filter_map(|joined| joined.card.date.map(Date::year_number));
    Home {
        documents: dossier.documents.len(),
        facts: dossier.documents.iter().map(|joined| joined.sheet.facts.len()).sum(),
        bodies: dossier.bodies.list.len(),
        first_year: years().min(),
        last_year: years().max(),
        latest: dossier.documents.iter().take(LATEST).map(|joined| joined.card.clone()).collect(),
        figures: figures(series),
        histories: if few { longest(histories) } else { latest(histories) },
        counts: FactKind::ALL.into_iter().filter_map(|kind| count(dossier, kind)).collect(),
        distribution: if few { Vec::new() } else { distribution },
    }
}

/// The series of the most points that have a change to show.
fn figures(series: &[series::Known]) -> Vec<SeriesCard> {
    let mut cards: Vec<&SeriesCard> =
        series.iter().map(|known| &known.series.card).filter(|card| card.change.is_some()).collect();
    let date = |card: &SeriesCard| card.latest.as_ref().and_then(|point| point.as_of).map(Date::last_day);
    cards.sort_by_key(|card| (std::cmp::Reverse((card.points, date(card))), &card.label, &card.slug));
    cards.into_iter().take(FIGURES).cloned().collect()
}

/// The histories, those of the most judgements first.
fn longest(mut histories: Vec<JudgementHistory>) -> Vec<JudgementHistory> {
    histories.sort_by_key(|history| (std::cmp::Reverse(history.points.len()), history.body.clone()));
    histories
}

/// The histories of those judged most recently.
fn latest(mut histories: Vec<JudgementHistory>) -> Vec<JudgementHistory> {
    histories.sort_by_key(|history| {
        (std::cmp::Reverse(history.points.last().and_then(|point| point.date)), history.body.clone())
    });
    histories.truncate(HISTORIES);
    histories
}

fn count(dossier: &Dossier, kind: FactKind) -> Option<KindCount> {
    let count = dossier.facts(kind).count();
    let url = match kind {
        FactKind::Judgement => Some("judgements/"),
        FactKind::Action => Some("actions/"),
        FactKind::Figure => Some("measures/"),
        FactKind::Person => Some("people/"),
        FactKind::Quotation => Some("quotations/"),
        FactKind::Event => Some("timeline/"),
        FactKind::Term => Some("glossary/"),
        FactKind::Legislation => Some("legislation/"),
        FactKind::Organisation => None,
    };
    (count > 0).then(|| KindCount {
        kind,
        heading: kind.heading().to_owned(),
        count,
        url: url.map(str::to_owned),
    })
}
