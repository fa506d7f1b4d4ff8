//! Diagnostics in, GitHub annotations and the job summary out.

use crate::model::{Diagnostic, Place, Severity};

/// The annotations of a step: GitHub shows only the first ten errors and ten warnings, so the worst come first.
pub fn github(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(annotation).collect()
}

fn annotation(diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = diagnostic.places.first().map(properties).unwrap_or_default();
    let words = [Some(&diagnostic.message), diagnostic.note.as_ref(), diagnostic.help.as_ref()];
    let words: Vec<_> = words.into_iter().flatten().map(String::as_str).collect();
    format!("::{command} {place}title={}::{}\n", property(diagnostic.code), message(&words.join("\n")))
}

fn properties(place: &Place) -> String {
    let mut out = format!("file={},", property(&place.path));
    for (name, number) in [("line", place.line), ("col", place.column)] {
        out.extend(number.map(|number| format!("{name}={number},")));
    }
    out
}

fn message(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(words: &str) -> String {
    message(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annotation_names_the_place_and_escapes_what_ends_it() {
        let place = Place::within("content/a,b.txt", "one\ntwo 5%", 4, 7);
        let diagnostic = Diagnostic::warning("dates-disagree", "5% is\nwrong").at(place).help("mend it");
        assert_eq!(
            github(&[diagnostic]),
            "::warning file=content/a%2Cb.txt,line=2,col=1,title=dates-disagree::5%25 is%0Awrong%0Amend it\n"
        );
    }
}
