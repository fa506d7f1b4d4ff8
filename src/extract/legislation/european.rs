//! A document in, every citation of a law of the European Union by its number out.

use super::citations::Citation;
use crate::extract::patterns::pattern;
use crate::model::{Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Regulations, directives and decisions of the European Union by their numbers: "Regulation (EU) 2016/679".
pub fn european(document: &Document) -> Vec<Citation> {
    let cited = |found: regex::Match| Citation {
        title: found.as_str().to_owned(),
        section: None,
        span: Span::new(found.start(), found.end()),
    };
    EUROPEAN.find_iter(document.text()).map(cited).collect()
}

static EUROPEAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)\b(?:(?:Council|Commission|Parliament|Delegated|Implementing|Framework|General\sData\sProtection)\s){0,3}
        (?:Regulation|Directive|Decision)\s(?:\((?:EU|EC|EEC|Euratom)(?:,\sEuratom)?\)\s)?(?:No\.?\s)?
        \d{2,4}/\d{1,4}(?:/(?:EU|EC|EEC|JHA))?\b",
    )
});

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    #[test]
    fn regulations_of_the_union_by_number() {
        let document =
            sample::document("Under Regulation (EU) 2016/679 and Directive 93/13/EEC, and regulation 4.");
        let titles: Vec<String> = european(&document).into_iter().map(|citation| citation.title).collect();
        assert_eq!(titles, ["Regulation (EU) 2016/679", "Directive 93/13/EEC"]);
    }
}
