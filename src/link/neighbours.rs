//! The latest inspections of all bodies in, those of a body's region and of its statistical neighbours out.

use super::dossier::Dossier;
use super::inspections::Inspection;
use super::judgements::{self, Others};
use crate::model::{MatrixRow, Neighbours};
use std::collections::BTreeMap;

/// For each body, its latest inspection that has judgements and those before.
pub(super) struct Latest<'a> {
    of_body: BTreeMap<usize, Vec<&'a Inspection>>,
    of_region: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Latest<'a> {
    pub fn new(dossier: &'a Dossier, inspections: &'a [Inspection]) -> Self {
        let mut of_body: BTreeMap<usize, Vec<&Inspection>> = BTreeMap::new();
        for inspection in inspections.iter().filter(|inspection| !inspection.tellings.is_empty()) {
            of_body.entry(inspection.body).or_default().push(inspection);
        }
        let mut of_region: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for body in of_body.keys() {
            if let Some(region) = &dossier.body(*body).region {
                of_region.entry(region).or_default().push(*body);
            }
        }
        Self { of_body, of_region }
    }

    /// The inspections of a body that have judgements, oldest first.
    pub fn inspections(&self, body: usize) -> &[&'a Inspection] {
        self.of_body.get(&body).map_or(&[], Vec::as_slice)
    }

    /// Those beside whom a body is read; none if no other in the dossier is.
    pub fn neighbours(&self, dossier: &Dossier, body: usize) -> Option<Neighbours> {
        let known = dossier.body(body);
        let region = known.region.as_deref();
        let of_region: Vec<usize> =
            region.and_then(|region| self.of_region.get(region)).into_iter().flatten().copied().collect();
        let authority =
            dossier.vocabulary.authorities.iter().find(|a| Some(&a.la_code) == known.la_code.as_ref());
        let codes =
            authority.map(|authority| authority.statistical_neighbours.as_slice()).unwrap_or_default();
        let statistical: Vec<usize> = codes.iter().filter_map(|code| dossier.bodies.coded(code)).collect();
        let shown: Vec<&Inspection> = of_region
            .iter()
            .chain(&statistical)
            .chain([&body])
            .filter_map(|body| self.inspections(*body).last().copied())
            .collect();
        let areas = judgements::columns(dossier, shown.iter().copied(), Others::Left);
        let rows = |bodies: &[usize]| -> Vec<MatrixRow> {
            let others = bodies.iter().filter(|other| **other != body);
            let rows: Vec<_> = others.filter_map(|other| self.row(dossier, *other, &areas)).collect();
            match rows.is_empty() {
                true => rows,
                // The body's own first, to be read beside them.
                false => self.row(dossier, body, &areas).into_iter().chain(rows).collect(),
            }
        };
        let (of_region, statistical) = (rows(&of_region), rows(&statistical));
        let any = !of_region.is_empty() || !statistical.is_empty();
        any.then(|| Neighbours { region: region.map(str::to_owned), of_region, statistical, areas })
    }

    fn row(&self, dossier: &Dossier, body: usize, areas: &[crate::model::AreaColumn]) -> Option<MatrixRow> {
        let (last, earlier) = self.inspections(body).split_last()?;
        Some(judgements::row(dossier, last, earlier, areas))
    }
}
