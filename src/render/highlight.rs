//! Code in, the same code with classes for its parts out: no inline styles, which the site's policy forbids.

use super::root::escaped;

/// Code of a language (`json`, `toml`, `rust` …) as HTML; without classes where the language is unknown.
#[cfg(feature = "highlight")]
pub(super) fn classed(code: &str, language: &str) -> String {
    coloured::html(code, language).unwrap_or_else(|| escaped(code))
}

/// Code as HTML, without classes: this build has no highlighting.
#[cfg(not(feature = "highlight"))]
pub(super) fn classed(code: &str, _: &str) -> String {
    escaped(code)
}

#[cfg(feature = "highlight")]
mod coloured {
    use super::super::root::push_escaped;
    use std::sync::LazyLock;
    use syntect::easy::ScopeRegionIterator;
    use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};
    use syntect::util::LinesWithEndings;

    static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

    /// The parts that are told apart, the deciding ones first. A class a scope, as syntect's own writer gives them, would
    /// make a page of JSON ten times as long.
    static PARTS: LazyLock<Vec<(Scope, &str)>> = LazyLock::new(|| {
        let parts = [
            ("comment", "z-c"),
            ("meta.structure.dictionary.key", "z-k"),
            ("string", "z-s"),
            ("constant", "z-n"),
            ("keyword", "z-w"),
            ("storage", "z-w"),
            ("entity.name", "z-k"),
        ];
        parts.into_iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, class))).collect()
    });

    pub(super) fn html(code: &str, language: &str) -> Option<String> {
        let syntax = SYNTAXES.find_syntax_by_token(language).filter(|_| !language.is_empty())?;
        let (mut state, mut stack) = (ParseState::new(syntax), ScopeStack::new());
        let mut out = String::with_capacity(code.len() * 2);
        let mut open = "";
        for line in LinesWithEndings::from(code) {
            let changes = state.parse_line(line, &SYNTAXES).ok()?;
            for (words, change) in ScopeRegionIterator::new(&changes, line) {
                stack.apply(change).ok()?;
                if words.is_empty() {
                    continue;
                }
                let class = if words.trim().is_empty() { "" } else { class(&stack) };
                turn(&mut out, &mut open, class);
                push_escaped(&mut out, words);
            }
        }
        turn(&mut out, &mut open, "");
        Some(out)
    }

    fn turn(out: &mut String, open: &mut &'static str, class: &'static str) {
        if *open == class {
            return;
        }
        if !open.is_empty() {
            out.push_str("</span>");
        }
        if !class.is_empty() {
            out.push_str(&format!("<span class=\"{class}\">"));
        }
        *open = class;
    }

    fn class(stack: &ScopeStack) -> &'static str {
        let within = |part: &Scope| stack.as_slice().iter().any(|scope| part.is_prefix_of(*scope));
        PARTS.iter().find(|(part, _)| within(part)).map_or("", |(_, class)| class)
    }
}

#[cfg(all(test, feature = "highlight"))]
mod tests {
    use super::classed;

    #[test]
    fn known_languages_get_classes_and_no_styles() {
        let shown = classed("{\"a\": 1}", "json");
        assert_eq!(shown, "{<span class=\"z-k\">&quot;a&quot;</span>: <span class=\"z-n\">1</span>}");
        assert_eq!(classed("a < b", "no-such"), "a &lt; b");
    }
}
