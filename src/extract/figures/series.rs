//! What a figure measures in, the measure of the vocabulary that it belongs to out.

use crate::model::{Measure, Vocabulary};
use aho_corasick::AhoCorasick;
use std::collections::BTreeMap;

/// The wordings of a vocabulary's measures, all looked for in one pass over a figure's words.
pub struct Series {
    stems: Option<AhoCorasick>,
    measures: Vec<Known>,
}

/// A measure, ready to be recognised.
struct Known {
    id: String,
    unit: String,
    /// The nouns of a unit that counts; none of a unit that is one word for all.
    nouns: Option<Vec<Term>>,
    wordings: Vec<Wording>,
    except: Vec<Term>,
}

/// A wording: `|` parts alternatives, `_` is a space, `*` ends a stem, `^` asks for the whole.
struct Wording {
    /// In bytes, as the vocabulary has it: the longest wins.
    length: usize,
    asks: Asks,
}

enum Asks {
    /// These words and no others.
    Whole(String),
    /// One of each of these.
    Each(Vec<Vec<Term>>),
}

/// Words to be found: a stem by its index, and whether it may go on.
#[derive(Clone, Copy)]
struct Term {
    stem: usize,
    open: bool,
}

/// How the stem of an index occurs in words.
#[derive(Clone, Copy, Default)]
struct Held {
    begun: bool,
    whole: bool,
}

impl Series {
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut stems = BTreeMap::new();
        let measures = vocabulary.measures.iter().map(|measure| Known::of(measure, &mut stems)).collect();
        let mut patterns: Vec<(usize, String)> = stems.into_iter().map(|(stem, at)| (at, stem)).collect();
        patterns.sort_unstable();
        let stems = AhoCorasick::new(patterns.into_iter().map(|(_, stem)| stem)).ok();
        Self { stems, measures }
    }

    /// The measure whose unit a figure has and one of whose wordings its words hold: the one of the longest wording, and
    /// of two alike the later one in the vocabulary.
    pub(super) fn measure_id(&self, measure: &str, unit: &str) -> Option<String> {
        let counted = self.held(&unit.to_lowercase());
        let fitting: Vec<&Known> =
            self.measures.iter().filter(|known| known.has_unit(unit, &counted)).collect();
        if fitting.is_empty() {
            return None;
        }
        let held = self.held(&format!("{measure} {unit}").to_lowercase().replace('’', "'"));
        let found = fitting.into_iter().filter_map(|known| Some((known.fits(measure, &held)?, known)));
        found.max_by_key(|(best, _)| *best).map(|(_, known)| known.id.clone())
    }

    /// How each stem occurs in words.
    fn held(&self, words: &str) -> Vec<Held> {
        let Some(stems) = &self.stems else { return Vec::new() };
        let mut held = vec![Held::default(); stems.patterns_len()];
        for found in stems.find_overlapping_iter(words) {
            if !words[..found.start()].ends_with(char::is_alphanumeric) {
                let stem = &mut held[found.pattern().as_usize()];
                stem.begun = true;
                stem.whole |= !words[found.end()..].starts_with(char::is_alphanumeric);
            }
        }
        held
    }
}

impl Known {
    fn of(measure: &Measure, stems: &mut BTreeMap<String, usize>) -> Self {
        let nouns = |stems: &mut _| {
            let nouns = measure.unit.split('|');
            nouns.map(|noun| Term::of(&noun.to_lowercase(), stems)).collect()
        };
        Self {
            id: measure.id.clone(),
            unit: measure.unit.clone(),
            nouns: (!is_fixed(&measure.unit)).then(|| nouns(stems)),
            wordings: measure.wordings.iter().map(|wording| Wording::of(wording, stems)).collect(),
            except: measure.except.iter().map(|word| Term::of(word, stems)).collect(),
        }
    }

    /// Whether a figure's unit is that of the measure: the unit itself, or a count of one of its nouns.
    fn has_unit(&self, unit: &str, counted: &[Held]) -> bool {
        match &self.nouns {
            Some(nouns) if !is_fixed(unit) => nouns.iter().any(|noun| noun.is_in(counted)),
            _ => self.unit == unit,
        }
    }

    /// The length of the longest wording that the words hold, if they hold nothing that the measure excepts.
    fn fits(&self, measure: &str, held: &[Held]) -> Option<usize> {
        let fitting = self.wordings.iter().filter(|wording| wording.fits(measure, held));
        let best = fitting.map(|wording| wording.length).max()?;
        (!self.except.iter().any(|word| word.is_in(held))).then_some(best)
    }
}

impl Wording {
    fn of(wording: &str, stems: &mut BTreeMap<String, usize>) -> Self {
        let asks = match wording.strip_prefix('^') {
            Some(whole) => Asks::Whole(whole.replace('_', " ")),
            None => {
                let mut choices = |word: &str| word.split('|').map(|word| Term::of(word, stems)).collect();
                Asks::Each(wording.split(' ').map(&mut choices).collect())
            }
        };
        Self { length: wording.len(), asks }
    }

    fn fits(&self, measure: &str, held: &[Held]) -> bool {
        match &self.asks {
            Asks::Whole(whole) => measure.eq_ignore_ascii_case(whole),
            Asks::Each(words) => words.iter().all(|choices| choices.iter().any(|word| word.is_in(held))),
        }
    }
}

impl Term {
    fn of(word: &str, stems: &mut BTreeMap<String, usize>) -> Self {
        let (stem, open) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
        let next = stems.len();
        Self { stem: *stems.entry(stem.replace('_', " ")).or_insert(next), open }
    }

    fn is_in(self, held: &[Held]) -> bool {
        held.get(self.stem).is_some_and(|held| held.whole || self.open && held.begun)
    }
}

/// Whether a unit is no noun that is counted.
fn is_fixed(unit: &str) -> bool {
    let duration = matches!(unit, "hours" | "days" | "weeks" | "months" | "years");
    unit == "%" || unit == "GBP" || unit.starts_with("per ") || duration
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let measure = |id: &str, unit: &str, wording: &str, except: &[&str]| Measure {
            id: id.to_owned(),
            unit: unit.to_owned(),
            wordings: vec![wording.to_owned()],
            except: except.iter().map(|word| (*word).to_owned()).collect(),
            ..Measure::default()
        };
        let measures = vec![
            measure("plans", "children", "child_protection_plan*", &["second"]),
            measure("plan-rate", "per 10,000", "child_protection_plan*", &[]),
            measure("in-care", "children", "^children_in_care", &[]),
        ];
        Vocabulary { measures, ..Vocabulary::default() }
    }

    #[test]
    fn wording_and_unit_both_decide() {
        let series = Series::of(&vocabulary());
        let id = |measure: &str, unit: &str| series.measure_id(measure, unit);
        assert_eq!(
            id("subject of a child protection plan", "children and young people").as_deref(),
            Some("plans")
        );
        assert_eq!(id("on child protection plans", "per 10,000").as_deref(), Some("plan-rate"));
        assert_eq!(id("on a child protection plan a second time", "children"), None);
        assert_eq!(id("on a child protection plan", "%"), None);
        assert_eq!(id("Children in care", "children").as_deref(), Some("in-care"));
        assert_eq!(id("children in care who live abroad", "children"), None);
    }
}
