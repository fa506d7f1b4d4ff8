//! What is to be put right in, its themes out: those of the vocabulary whose wordings it has.

use super::wording::Term;
use crate::model::{Theme, Vocabulary};
use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;

/// The vocabulary's themes, ready to be found in many texts.
pub(super) struct Themes<'a> {
    themes: &'a [Theme],
    /// Finds all wordings in one pass over a text; none if the vocabulary has more than an automaton can hold.
    wordings: Option<AhoCorasick>,
    /// For each wording, the index of its theme and how many letters it has.
    of_wording: Vec<(usize, usize)>,
}

impl<'a> Themes<'a> {
    pub fn new(vocabulary: &'a Vocabulary) -> Self {
        let themes = &vocabulary.themes;
        let wordings = || {
            let themes = themes.iter().enumerate();
            themes.flat_map(|(index, theme)| theme.wordings.iter().map(move |wording| (index, wording)))
        };
        Self {
            themes,
            wordings: AhoCorasick::new(wordings().map(|(_, wording)| sought(wording))).ok(),
            of_wording: wordings().map(|(index, wording)| (index, wording.len())).collect(),
        }
    }

    /// The id and label of each theme that the text has, the one with the most of its words first.
    pub fn of(&self, text: &str) -> Vec<Term> {
        let Some(wordings) = &self.wordings else { return Vec::new() };
        let text = folded(text);
        let found: BTreeSet<usize> =
            wordings.find_overlapping_iter(&text).map(|found| found.pattern().as_usize()).collect();
        let mut letters = vec![0; self.themes.len()];
        for (theme, length) in found.into_iter().map(|wording| self.of_wording[wording]) {
            letters[theme] += length;
        }
        let mut themes: Vec<(usize, &Theme)> =
            letters.into_iter().zip(self.themes).filter(|(letters, _)| *letters > 0).collect();
        themes.sort_by_key(|(letters, _)| std::cmp::Reverse(*letters));
        themes.into_iter().map(|(_, theme)| (theme.id.clone(), theme.label.clone())).collect()
    }
}

/// A wording as it stands in a folded text: the beginning of words, a short one (an abbreviation) the whole of one.
fn sought(wording: &str) -> String {
    const ABBREVIATION: usize = 4;
    let end = if wording.len() <= ABBREVIATION { " " } else { "" };
    format!(" {wording}{end}")
}

/// Small letters, one space around and between words, no marks but apostrophes and commas.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let words =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != ',').filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_with_most_of_the_words_comes_first() {
        let theme = |id: &str, wordings: &[&str]| Theme {
            id: id.into(),
            label: id.into(),
            wordings: wordings.iter().map(|wording| (*wording).to_owned()).collect(),
        };
        let vocabulary = Vocabulary {
            themes: vec![
                theme("early-help", &["caf"]),
                theme("plans", &["planning"]),
                theme("pathway", &["pathway plan"]),
            ],
            ..Vocabulary::default()
        };
        let themes =
            |text| Themes::new(&vocabulary).of(text).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(themes("Pathway planning for care leavers"), ["pathway", "plans"]);
        assert_eq!(themes("Work with Cafcass"), [""; 0]);
    }
}
