//! What a figure measures in, the measure of the vocabulary that it belongs to out.

use crate::model::Vocabulary;
use std::borrow::Cow;

/// The measure whose unit a figure has and one of whose wordings its words hold: the one of the longest wording, and of two
/// alike the later one in the vocabulary.
pub(super) fn measure_id(vocabulary: &Vocabulary, measure: &str, unit: &str) -> Option<String> {
    let words = format!("{measure} {unit}").to_lowercase().replace('’', "'");
    let counted = unit.to_lowercase();
    let found = vocabulary
        .measures
        .iter()
        .filter(|known| same_unit(&known.unit, unit, &counted))
        .filter_map(|known| {
            let fitting = known.wordings.iter().filter(|wording| holds_all(&words, measure, wording));
            Some((fitting.map(|wording| wording.len()).max()?, known))
        })
        .filter(|(_, known)| !known.except.iter().any(|word| holds(&words, word)))
        .max_by_key(|(best, _)| *best);
    found.map(|(_, known)| known.id.clone())
}

/// Whether a figure's unit is that of a measure: the unit itself, or a count of one of its nouns.
fn same_unit(known: &str, unit: &str, lower: &str) -> bool {
    let fixed = |unit: &str| unit == "%" || unit == "GBP" || unit.starts_with("per ") || is_duration(unit);
    if fixed(known) || fixed(unit) {
        return known == unit;
    }
    known.split('|').any(|noun| match noun.contains(char::is_uppercase) {
        true => holds(lower, &noun.to_lowercase()),
        false => holds(lower, noun),
    })
}

fn is_duration(unit: &str) -> bool {
    matches!(unit, "hours" | "days" | "weeks" | "months" | "years")
}

/// Whether all words of a wording occur; `|` parts alternatives, `_` is a space, `*` ends a stem, `^` asks for the whole.
fn holds_all(words: &str, measure: &str, wording: &str) -> bool {
    if let Some(whole) = wording.strip_prefix('^') {
        return measure.eq_ignore_ascii_case(&whole.replace('_', " "));
    }
    wording.split(' ').all(|word| word.split('|').any(|choice| holds(words, choice)))
}

fn holds(words: &str, word: &str) -> bool {
    let (stem, open) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let stem: Cow<str> = if stem.contains('_') { stem.replace('_', " ").into() } else { stem.into() };
    if stem.is_empty() {
        return true;
    }
    let mut from = 0;
    // The words are few: one look for each is cheaper than a searcher made for all.
    while let Some(found) = memchr::memmem::find(&words.as_bytes()[from..], stem.as_bytes()) {
        let (at, end) = (from + found, from + found + stem.len());
        let begins = !words[..at].ends_with(char::is_alphanumeric);
        if begins && (open || !words[end..].starts_with(char::is_alphanumeric)) {
            return true;
        }
        from = end;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Measure;

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
        let id = |measure: &str, unit: &str| measure_id(&vocabulary(), measure, unit);
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
