//! Short texts in, how alike their wording is out.
//!
//! A text is a vector of its terms, weighted by how often the text has the term and how few texts do; the likeness of two
//! texts is the cosine of their vectors (G. Salton and C. Buckley, "Term-weighting approaches in automatic text
//! retrieval", Information Processing & Management 24(5), 1988, pages 513 to 523). Terms are stems, as the first step of
//! Porter's algorithm leaves them (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980), or themes.

use std::collections::{BTreeMap, BTreeSet};

/// A term of a text, and the text's own words for it.
pub(super) type Term = (String, String);

/// How rare each term is among texts.
#[derive(Default)]
pub(super) struct Rarity {
    /// In how many texts each term is.
    frequency: BTreeMap<String, usize>,
    texts: usize,
}

/// A text as a vector of length 1; without terms, of length 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Weighted {
    weights: BTreeMap<String, f64>,
    /// The text's first words for each term.
    words: BTreeMap<String, String>,
}

impl Rarity {
    pub fn count(&mut self, terms: &[Term]) {
        self.texts += 1;
        for term in terms.iter().map(|(term, _)| term).collect::<BTreeSet<_>>() {
            *self.frequency.entry(term.clone()).or_default() += 1;
        }
    }

    /// The vector of a text with these terms.
    pub fn weigh(&self, terms: &[Term]) -> Weighted {
        let mut counts: BTreeMap<&String, f64> = BTreeMap::new();
        let mut words: BTreeMap<String, String> = BTreeMap::new();
        for (term, word) in terms {
            *counts.entry(term).or_default() += 1.0;
            words.entry(term.clone()).or_insert_with(|| word.clone());
        }
        let weight = |(term, count): (&String, f64)| (term.clone(), (1.0 + logarithm(count)) * self.of(term));
        let mut weights: BTreeMap<String, f64> = counts.into_iter().map(weight).collect();
        let length = weights.values().map(|weight| weight * weight).sum::<f64>().sqrt();
        weights.values_mut().for_each(|weight| *weight /= length.max(f64::MIN_POSITIVE));
        Weighted { weights, words }
    }

    fn of(&self, term: &str) -> f64 {
        let with = self.frequency.get(term).copied().unwrap_or(0);
        logarithm((1.0 + self.texts as f64) / (1.0 + with as f64)) + 0.1
    }
}

/// The natural logarithm to six decimals, so that platforms whose libraries differ in the last bit agree.
fn logarithm(value: f64) -> f64 {
    (value.ln() * 1e6).round() / 1e6
}

impl Weighted {
    /// 0 (nothing in common) to 1 (the same terms).
    pub fn likeness(&self, other: &Weighted) -> f64 {
        let shared = self.weights.iter().filter_map(|(stem, weight)| Some(weight * other.weights.get(stem)?));
        (shared.sum::<f64>() * 1e6).round() / 1e6
    }

    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// What both have, the weightiest first, in the other text's words.
    pub fn shared(&self, other: &Weighted) -> Vec<String> {
        let mut shared: Vec<(f64, &String)> = self
            .weights
            .iter()
            .filter_map(|(term, weight)| Some((weight * other.weights.get(term)?, other.words.get(term)?)))
            .collect();
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        shared.into_iter().map(|(_, words)| words.clone()).collect()
    }
}

/// The stem of each content word.
pub(super) fn stems(text: &str) -> Vec<Term> {
    let text = text.to_lowercase().replace('’', "'");
    text.split(|c: char| !c.is_alphabetic() && c != '\'')
        .map(|word| word.trim_matches('\''))
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| word.chars().count() > 2 && !GRAMMAR.contains(word))
        .map(|word| (stem(word), word.to_owned()))
        .collect()
}

/// The word without the endings of number, tense and manner.
fn stem(word: &str) -> String {
    const ENDINGS: [(&str, &str); 16] = [
        ("fulness", "ful"),
        ("ations", "ate"),
        ("ation", "ate"),
        ("ments", ""),
        ("liness", ""),
        ("iness", "y"),
        ("ment", ""),
        ("ness", ""),
        ("ings", ""),
        ("sses", "ss"),
        ("ing", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ly", ""),
        ("es", "e"),
        ("s", ""),
    ];
    let whole = |stem: &str| stem.len() > 2 && stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let stripped = ENDINGS.iter().find_map(|(ending, rest)| {
        let stem = word.strip_suffix(ending)?;
        (whole(stem) && !(*ending == "s" && stem.ends_with(['s', 'u', 'i']))).then(|| format!("{stem}{rest}"))
    });
    let stripped = stripped.unwrap_or_else(|| word.to_owned());
    let bare = stripped.strip_suffix('e').filter(|bare| bare.len() > 3).unwrap_or(&stripped);
    undoubled(bare)
}

/// "planned" and "plan" have one stem.
fn undoubled(stem: &str) -> String {
    let mut letters = stem.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(a), Some(b)) if a == b && !"aeioulsz".contains(a) => {
            stem[..stem.len() - a.len_utf8()].to_owned()
        }
        _ => stem.to_owned(),
    }
}

/// Words of grammar, which say nothing of the matter.
const GRAMMAR: [&str; 76] = [
    "the",
    "and",
    "for",
    "that",
    "this",
    "these",
    "those",
    "with",
    "within",
    "without",
    "from",
    "into",
    "onto",
    "their",
    "they",
    "them",
    "its",
    "his",
    "her",
    "our",
    "your",
    "are",
    "was",
    "were",
    "been",
    "being",
    "have",
    "has",
    "had",
    "will",
    "would",
    "should",
    "must",
    "can",
    "could",
    "may",
    "might",
    "not",
    "nor",
    "but",
    "all",
    "any",
    "each",
    "every",
    "both",
    "more",
    "most",
    "other",
    "such",
    "some",
    "than",
    "then",
    "there",
    "where",
    "when",
    "which",
    "who",
    "whom",
    "whose",
    "what",
    "how",
    "why",
    "also",
    "only",
    "about",
    "across",
    "through",
    "over",
    "under",
    "between",
    "including",
    "include",
    "particularly",
    "particular",
    "does",
    "did",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_tense_leave_one_stem() {
        for (a, b) in [
            ("plans", "planning"),
            ("assessments", "assess"),
            ("supervised", "supervising"),
            ("strategies", "strategy"),
            ("timeliness", "timely"),
            ("records", "recording"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} and {b}");
        }
        assert_ne!(stem("care"), stem("car"));
    }

    #[test]
    fn rare_words_in_common_count_for_more() {
        let texts = [
            "Improve the quality of plans for children",
            "Improve the quality of supervision for children",
            "Improve the quality of life-story work for children",
            "Supervision of social workers by managers is regular",
        ];
        let mut rarity = Rarity::default();
        texts.iter().for_each(|text| rarity.count(&stems(text)));
        let weighted: Vec<Weighted> = texts.iter().map(|text| rarity.weigh(&stems(text))).collect();
        assert!(weighted[1].likeness(&weighted[3]) > 0.1);
        assert!(weighted[0].likeness(&weighted[0]) > 0.999);
        assert_eq!(weighted[0].likeness(&weighted[3]), 0.0);
        assert_eq!(weighted[1].shared(&weighted[3])[0], "supervision");
    }
}
