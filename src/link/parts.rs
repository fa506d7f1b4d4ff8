//! A list of groups in, its page out, or pages: one a group, where the whole is too long for a reader and for the wire.

use super::pages::page;
use crate::model::{DocumentGroup, Link, Page, PageContent, Part, TimelineYear};

/// A group of a list: a year, an initial, a body. The slug is made from what it holds.
pub(super) struct Listed<T> {
    pub slug: String,
    pub label: String,
    /// How many entries it has.
    pub weight: usize,
    pub entry: T,
}

/// What a group of a list holds: many entries, which one page may not bear.
pub(super) trait Entries: Clone {
    fn count(&self) -> usize;
    /// In pieces of so many entries.
    fn pieces(&self, of: usize) -> Vec<Self>;
}

impl<T: Clone> Entries for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn pieces(&self, of: usize) -> Vec<Self> {
        self.chunks(of).map(<[T]>::to_vec).collect()
    }
}

impl Entries for TimelineYear {
    fn count(&self) -> usize {
        self.events.len()
    }

    fn pieces(&self, of: usize) -> Vec<Self> {
        let piece = |events: &[_]| Self { year: self.year, events: events.to_vec() };
        self.events.chunks(of).map(piece).collect()
    }
}

impl Entries for DocumentGroup {
    fn count(&self) -> usize {
        self.documents.len()
    }

    fn pieces(&self, of: usize) -> Vec<Self> {
        let piece = |documents: &[_]| Self { label: self.label.clone(), documents: documents.to_vec() };
        self.documents.chunks(of).map(piece).collect()
    }
}

/// A group within `most`; one beyond it in numbered pieces, of which the first keeps its address.
fn cut<T: Entries>(group: Listed<T>, most: usize) -> Vec<Listed<T>> {
    if group.weight <= most || group.entry.count() < 2 {
        return vec![group];
    }
    let of = (group.entry.count() * most / group.weight).max(1);
    let piece = |(index, entry): (usize, T)| Listed {
        slug: if index == 0 { group.slug.clone() } else { format!("{}-{}", group.slug, index + 1) },
        label: format!("{}, part {}", group.label, index + 1),
        weight: group.weight * entry.count() / group.entry.count(),
        entry,
    };
    group.entry.pieces(of).into_iter().enumerate().map(piece).collect()
}

/// The list at `url`. Beyond `most` entries it shows the first groups that fit, and each group has a page of its own, or
/// several.
pub(super) fn pages<T: Entries>(
    url: &str,
    title: &str,
    section: &'static str,
    most: usize,
    listed: Vec<Listed<T>>,
    content: impl Fn(Vec<T>) -> PageContent,
) -> Vec<Page> {
    let listed: Vec<Listed<T>> = listed.into_iter().flat_map(|group| cut(group, most)).collect();
    let total: usize = listed.iter().map(|group| group.weight).sum();
    if total <= most || listed.len() < 2 {
        return vec![page(
            url,
            title,
            section,
            content(listed.into_iter().map(|group| group.entry).collect()),
        )];
    }
    let parts = |current: Option<usize>| -> Vec<Part> {
        let part = |(index, group): (usize, &Listed<T>)| Part {
            link: Link { url: format!("{url}{}/", group.slug), text: group.label.clone() },
            count: group.weight,
            current: current == Some(index),
        };
        listed.iter().enumerate().map(part).collect()
    };
    let first = page(url, title, section, content(fitting(&listed, most))).among(parts(None));
    let groups = listed.iter().enumerate().map(|(index, group)| {
        let title = format!("{title}: {}", group.label);
        let content = content(vec![group.entry.clone()]);
        page(&format!("{url}{}/", group.slug), title, section, content).among(parts(Some(index)))
    });
    let groups = groups.map(|page| page.under(url, title));
    std::iter::once(first).chain(groups).collect()
}

/// The first groups, as many as fit; one at least.
fn fitting<T: Entries>(listed: &[Listed<T>], most: usize) -> Vec<T> {
    let mut sum = 0;
    let count = listed.iter().take_while(|group| {
        sum += group.weight;
        sum <= most
    });
    let count = count.count().max(1);
    listed.iter().take(count).map(|group| group.entry.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(most: usize) -> Vec<String> {
        let group = |slug: &str| Listed {
            slug: slug.into(),
            label: slug.into(),
            weight: 3,
            entry: TimelineYear { year: 0, events: Vec::new() },
        };
        let listed = vec![group("2024"), group("2023")];
        let content = |years: Vec<TimelineYear>| PageContent::Timeline { years };
        pages("timeline/", "Timeline", "timeline", most, listed, content)
            .into_iter()
            .map(|page| page.url)
            .collect()
    }

    #[test]
    fn only_a_long_list_is_parted() {
        assert_eq!(urls(6), ["timeline/"]);
        assert_eq!(urls(5), ["timeline/", "timeline/2024/", "timeline/2023/"]);
    }

    #[test]
    fn a_group_too_long_for_a_page_is_cut() {
        let group = Listed {
            slug: "swindon".into(),
            label: "Swindon".into(),
            weight: 10,
            entry: vec![1, 2, 3, 4, 5],
        };
        let pieces: Vec<_> =
            cut(group, 4).into_iter().map(|piece| (piece.slug, piece.weight, piece.entry)).collect();
        let expected = [("swindon", 4, vec![1, 2]), ("swindon-2", 4, vec![3, 4]), ("swindon-3", 2, vec![5])];
        assert_eq!(pieces, expected.map(|(slug, weight, entry)| (slug.to_owned(), weight, entry)));
    }
}
