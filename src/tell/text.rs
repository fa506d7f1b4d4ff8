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
    format!("{}\n", renderer.decor_style(DecorStyle::Ascii).render(&[group]))
}

fn element(place: &Place) -> Element<'_> {
    let path = match place.page {
        Some(page) => format!("{}, page {page}", place.path),
        None => place.path.clone(),
    };
    if place.excerpt.is_empty() {
        let origin = Origin::path(path);
        return match place.line {
            Some(line) => origin.line(line as usize).into(),
            None => origin.into(),
        };
    }

    let (start, end) = place.mark;
    let label = (!place.label.is_empty()).then_some(place.label.as_str());
    let snippet = Snippet::source(&place.excerpt)
        .path(path)
        .annotation(AnnotationKind::Primary.span(start..end.max(start)).label(label));
    match place.line {
        Some(line) => snippet.line_start(line as usize).into(),
        None => snippet.line_numbering(false).into(),
    }
}
