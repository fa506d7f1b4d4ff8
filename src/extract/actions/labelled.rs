//! A block in, whether it is one numbered thing to be put right, or the number of the next, out.

use super::{Opening, asks, opening};
use crate::extract::patterns::pattern;
use crate::model::{Block, BlockKind, Document, Span, Vocabulary};
use regex::Regex;
use std::sync::LazyLock;

/// "Recommendation 3", and what it asks for where it stands behind it.
pub(super) struct Labelled {
    pub reference: Option<String>,
    /// None where it stands below.
    pub text: Option<Span>,
}

/// "Recommendation 3: The council should …", "Priority action 2 – Mend …": one of the vocabulary's headings with a number.
pub(super) fn labelled(document: &Document, vocabulary: &Vocabulary, block: &Block) -> Option<Labelled> {
    let fits =
        block.kind.is_heading() || matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
    let words = document.words(block.span);
    // Most blocks begin as no label does: the pattern is spared them.
    let first = words.split([' ', ':', '.', '\n']).next().unwrap_or_default().as_bytes();
    let begins = |wording: &String| {
        wording.as_bytes().get(..first.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(first))
    };
    let fits = fits && vocabulary.improvements.iter().any(begins);
    let found = fits.then(|| LABEL.captures(words)).flatten()?;
    if opening(vocabulary, &found["label"]) != Some(Opening::Improvements) {
        return None;
    }
    let reference = found.name("reference").map(|number| number.as_str().to_owned());
    match found.name("text") {
        Some(text) if asks(text.as_str()) => {
            let text = Span::new(text.start(), text.end()).shifted(block.span.start);
            Some(Labelled { reference, text: Some(text) })
        }
        Some(_) => None,
        // A heading without a number opens a section.
        None => reference.map(|number| Labelled { reference: Some(number), text: None }),
    }
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<label>[A-Z][a-z]+(?: [a-z]+){0,4}?)(?: (?:[Nn]o\.? |[Nn]umber )?(?P<reference>\d{1,2}[a-z]?|[A-H]|[ivx]{1,4}))?(?:\s*[:.–—-]+\s*(?P<text>\S.{12,}))?[:.]?$",
    )
});

#[cfg(test)]
mod tests {
    use super::super::super::{facts, sample};
    use crate::model::{FactKind, FactValue, Vocabulary};
    use std::sync::Arc;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let improvements = vec!["recommendation".to_owned(), "priority action".to_owned()];
        let vocabulary = Vocabulary { improvements, ..Vocabulary::default() };
        let sheet = facts(Arc::new(sample::document(text)), &vocabulary);
        let found = sheet.of(FactKind::Action).map(|fact| match &fact.value {
            FactValue::Action(action) => (action.reference.clone().unwrap_or_default(), action.text.clone()),
            _ => Default::default(),
        });
        let found: Vec<(String, String)> = found.collect();
        let found: Vec<_> =
            found.iter().map(|(reference, text)| (reference.as_str(), text.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn each_with_its_label() {
        check(
            "Recommendation 1: The port should mend its nets.\nBoats sail.\nRecommendation 2 – Train every crew by May.",
            &[("1", "The port should mend its nets."), ("2", "Train every crew by May.")],
        );
        check("Recommendation 1: The nets were all mended in May.", &[]);
        check("Recommendation: The port should mend its nets.", &[("", "The port should mend its nets.")]);
        check("Section 1: The port should mend its nets.", &[]);
    }

    #[test]
    fn beneath_its_label() {
        check(
            "# Recommendation 1\nThe port should see that:\n- nets hold\n- boats float.\nPriority action 2\nThe crews should learn.\nThey sail well.",
            &[("1", "The port should see that: nets hold; boats float."), ("2", "The crews should learn.")],
        );
        check("# Recommendation 1\nThe nets were mended.\nThe port should rest.", &[]);
    }
}
