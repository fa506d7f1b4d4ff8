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
    let elements = diagnostic.places.iter().flat_map(elements);
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

/// Where it is, and the excerpt if there is one. An excerpt of which the line is not known stands under the bare path:
/// the renderer would make up a line and a column for it.
fn elements(place: &Place) -> Vec<Element<'_>> {
    let path = match place.page {
        Some(page) => format!("{}, page {page}", place.path),
        None => place.path.clone(),
    };
    let origin = |path| match place.line {
        Some(line) => Origin::path(path).line(line as usize).into(),
        None => Origin::path(path).into(),
    };
    if place.excerpt.is_empty() {
        return vec![origin(path)];
    }
    let (start, end) = place.mark;
    let label = (!place.label.is_empty()).then_some(place.label.as_str());
    let mark = AnnotationKind::Primary.span(start..end.max(start)).label(label);
    let snippet = Snippet::source(&place.excerpt).annotation(mark);
    match place.line {
        Some(line) => vec![snippet.path(path).line_start(line as usize).into()],
        None => vec![origin(path), snippet.line_numbering(false).into()],
    }
}
