//! Diagnostics that quote a source in, the same with the line of the file in which the words stand out.

use crate::model::{Diagnostic, Place};
use regex::Regex;
use std::path::Path;

/// What may stand between two words of a text file that the document's text shows side by side: white space, and the
/// marks of Markdown and HTML.
const BETWEEN: &str = r"(?:<[^<>]*>|[\s|*_\\>#])+";

/// The diagnostics, with a line and a column for each place in a text file that has none yet.
pub fn located(mut diagnostics: Vec<Diagnostic>, root: &Path) -> Vec<Diagnostic> {
    for place in diagnostics.iter_mut().flat_map(|diagnostic| &mut diagnostic.places) {
        if place.line.is_none() && place.page.is_none() && !place.excerpt.is_empty() {
            *place = line_of(place, root).unwrap_or_else(|| place.clone());
        }
    }
    diagnostics
}

fn line_of(place: &Place, root: &Path) -> Option<Place> {
    let text = fs_err::read_to_string(root.join(&place.path)).ok()?;
    let (start, end) = place.mark;
    let words = place.excerpt.get(start..end)?.split_whitespace().map(regex::escape).collect::<Vec<_>>();
    let found = Regex::new(&words.join(BETWEEN)).ok()?.find(&text)?;
    let place =
        Place { label: place.label.clone(), ..Place::within(&place.path, &text, found.start(), found.end()) };
    // A line of a web page can be as long as the page.
    (place.excerpt.len() <= 400).then_some(place)
}
