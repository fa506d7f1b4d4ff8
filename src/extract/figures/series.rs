//! What a figure measures in, the measure of the vocabulary that it belongs to out.

use crate::model::Vocabulary;

/// The measure whose unit a figure has and one of whose wordings its words hold, the most exact one; none if two fit
/// alike.
pub(super) fn measure_id(vocabulary: &Vocabulary, measure: &str, unit: &str) -> Option<String> {
    let words = format!("{measure} {unit}").to_lowercase().replace('’', "'");
    let found = vocabulary
        .measures
        .iter()
        .filter(|known| same_unit(&known.unit, unit))
        .filter(|known| !known.except.iter().any(|word| holds(&words, word)))
        .filter_map(|known| {
            let best = known
                .wordings
                .iter()
                .filter(|wording| holds_all(&words, wording))
                .map(|wording| wording.len())
                .max()?;
            Some((best, known))
        })
        .max_by_key(|(best, _)| *best);
    found.map(|(_, known)| known.id.clone())
}

/// `children` in the vocabulary stands for any count.
fn same_unit(known: &str, unit: &str) -> bool {
    let counted = !(unit == "%" || unit == "GBP" || unit.starts_with("per ") || is_duration(unit));
    match known {
        "%" | "GBP" => known == unit,
        known if known.starts_with("per ") || is_duration(known) => known == unit,
        _ => counted,
    }
}

fn is_duration(unit: &str) -> bool {
    matches!(unit, "hours" | "days" | "weeks" | "months" | "years")
}

/// Whether all words of a wording occur; `|` parts alternatives, `*` ends a stem.
fn holds_all(words: &str, wording: &str) -> bool {
    wording.split(' ').all(|word| word.split('|').any(|choice| holds(words, choice)))
}

fn holds(words: &str, word: &str) -> bool {
    let (stem, open) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let stem = stem.replace('_', " ");
    words.match_indices(stem.as_str()).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let after = words[at + stem.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && (open || !after.is_some_and(char::is_alphanumeric))
    })
}
