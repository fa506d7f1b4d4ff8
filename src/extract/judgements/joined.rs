//! The last area of a list before a grade in, the areas that are joined to it out: "A, and the B of C, were both good".

use super::listed::APART;
use super::parts::{OFFERED, areas};
use super::prose::{Link, Mention, Tie};
use super::subject::{clause, is_plain, is_tail, last_cut, without_owner};
use crate::model::Span;

/// The areas with those that stand before them in the same list.
pub fn with_joined(mention: &Mention, link: &Link, last: Vec<usize>) -> Vec<usize> {
    if !matches!(link.tie, Tie::Judged | Tie::Being) {
        return last;
    }
    let clause = clause(mention, link).start;
    let mut lead =
        mention.reading.document.words(Span::new(link.subject.start, clause.max(link.subject.start)));
    let mut joined = Vec::new();
    while let Some(list) = joining(lead) {
        let start =
            last_cut(list).max(list.rfind(DASHES).map_or(0, |dash| list.ceil_char_boundary(dash + 1)));
        let Some(items) = items(mention, &list[start..]) else { break };
        joined.splice(0..0, items);
        lead = &list[..start];
    }
    joined.extend(last);
    let mut distinct = Vec::new();
    joined.into_iter().for_each(|area| {
        if !distinct.contains(&area) {
            distinct.push(area);
        }
    });
    distinct
}

const DASHES: [char; 3] = ['–', '—', '('];

/// The words before the comma or "and" that joins a further item to them.
fn joining(lead: &str) -> Option<&str> {
    let words = lead.trim_end();
    let and = words.strip_suffix(" and").or_else(|| words.strip_suffix(','))?;
    Some(and.trim_end_matches([',', ' ']))
}

/// The areas, if nothing but areas stands in the words.
fn items(mention: &Mention, words: &str) -> Option<Vec<usize>> {
    let named = areas(mention.words, words);
    let ((_, first), (_, last)) = (named.first()?, named.last()?);
    let tail = &words[last.end..];
    let ends = tail.is_empty() || OFFERED.is_match(tail) || is_tail(tail);
    let between = named.windows(2).map(|pair| &words[pair[0].1.end..pair[1].1.start]);
    let whole = ends && !APART.is_match(tail) && between.into_iter().all(|words| !APART.is_match(words));
    let plain = is_plain(without_owner(&words[..first.start]));
    (whole && plain).then(|| named.iter().map(|(area, _)| area.area).collect())
}
