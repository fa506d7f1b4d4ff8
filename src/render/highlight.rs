//! Code in, the same code with classes for its parts out: no inline styles, which the site's policy forbids.

use super::root::escaped;

/// Code of a language (`json`, `toml`, `rust` …) as HTML; without classes where the language is unknown.
#[cfg(feature = "highlight")]
pub(super) fn classed(code: &str, language: &str) -> String {
    use std::sync::LazyLock;
    use syntect::html::{ClassStyle, ClassedHTMLGenerator};
    use syntect::parsing::SyntaxSet;
    use syntect::util::LinesWithEndings;

    static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);
    let Some(syntax) = SYNTAXES.find_syntax_by_token(language).filter(|_| !language.is_empty()) else {
        return escaped(code);
    };
    let style = ClassStyle::SpacedPrefixed { prefix: "z-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, style);
    for line in LinesWithEndings::from(code) {
        if generator.parse_html_for_line_which_includes_newline(line).is_err() {
            return escaped(code);
        }
    }
    generator.finalize()
}

/// Code as HTML, without classes: this build has no highlighting.
#[cfg(not(feature = "highlight"))]
pub(super) fn classed(code: &str, _: &str) -> String {
    escaped(code)
}

#[cfg(all(test, feature = "highlight"))]
mod tests {
    use super::classed;

    #[test]
    fn known_languages_get_classes_and_no_styles() {
        let shown = classed("{\"a\": 1}", "json");
        assert!(shown.contains("class=\"z-") && !shown.contains("style="), "{shown}");
        assert_eq!(classed("a < b", "no-such"), "a &lt; b");
    }
}
