//! What is to be put right in, its themes out: those of the vocabulary whose wordings it has.

use super::wording::Term;
use crate::model::Vocabulary;

/// The id and label of each theme that the text has, the one with the most of its words first.
pub(super) fn of(vocabulary: &Vocabulary, text: &str) -> Vec<Term> {
    let text = folded(text);
    let mut found: Vec<(usize, &String, &String)> = vocabulary
        .themes
        .iter()
        .map(|theme| {
            (theme.wordings.iter().map(|wording| matched(&text, wording)).sum(), &theme.id, &theme.label)
        })
        .filter(|(letters, ..)| *letters > 0)
        .collect();
    found.sort_by_key(|(letters, ..)| std::cmp::Reverse(*letters));
    found.into_iter().map(|(_, id, label)| (id.clone(), label.clone())).collect()
}

/// Small letters, one space around and between words, no marks but apostrophes and commas.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let words =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != ',').filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// How many letters of the text a wording accounts for. It is the beginning of words, a short one (an abbreviation) the
/// whole of one.
fn matched(text: &str, wording: &str) -> usize {
    const ABBREVIATION: usize = 4;
    let end = if wording.len() <= ABBREVIATION { " " } else { "" };
    if text.contains(&format!(" {wording}{end}")) { wording.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Theme;

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
        let themes = |text| of(&vocabulary, text).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(themes("Pathway planning for care leavers"), ["pathway", "plans"]);
        assert_eq!(themes("Work with Cafcass"), [""; 0]);
    }
}
