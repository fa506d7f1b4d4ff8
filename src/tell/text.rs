//! A diagnostic in, an excerpt with a caret out, as rustc draws it.

use crate::model::{Diagnostic, Place, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

/// Whether the words go to a terminal that shows colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Coloured,
}

/// The diagnostic as a person reads it, with a line break at its end.
pub fn text(diagnostic: &Diagnostic, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let elements = diagnostic.places.iter().map(element);
    let remarks = [(Level::NOTE, &diagnostic.note), (Level::HELP, &diagnostic.help)];
    let remarks =
        remarks.into_iter().filter_map(|(level, words)| Some(Element::from(level.message(words.as_ref()?))));
    let group =
        level.primary_title(&diagnostic.message).id(diagnostic.code).elements(elements.chain(remarks));
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let told = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    without_made_up_lines(format!("{told}\n"), &diagnostic.places)
}

/// The path as it is shown: for a paged document it ends in the printed page.
fn shown(place: &Place) -> String {
    match place.page {
        Some(page) => format!("{}, page {page}", place.path),
        None => place.path.clone(),
    }
}

fn element(place: &Place) -> Element<'_> {
    if place.excerpt.is_empty() {
        let origin = Origin::path(shown(place));
        return match place.line {
            Some(line) => origin.line(line as usize).into(),
            None => origin.into(),
        };
    }
    let (start, end) = place.mark;
    let label = (!place.label.is_empty()).then_some(place.label.as_str());
    let mark = AnnotationKind::Primary.span(start..end.max(start)).label(label);
    let snippet = Snippet::source(&place.excerpt).path(shown(place)).annotation(mark);
    match place.line {
        Some(line) => snippet.line_start(line as usize).into(),
        None => snippet.line_numbering(false).into(),
    }
}

/// The renderer counts lines from 1 in an excerpt of which the line is not known: such a count is taken out again.
fn without_made_up_lines(mut told: String, places: &[Place]) -> String {
    for place in places.iter().filter(|place| place.line.is_none() && !place.excerpt.is_empty()) {
        let column = place.excerpt[..place.mark.0].chars().count() + 1;
        let path = shown(place);
        told = told.replacen(&format!("{path}:1:{column}"), &path, 1);
    }
    told
}
