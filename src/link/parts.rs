//! A list of groups in, its page out, or pages: one a group, where the whole is too long for a reader and for the wire.

use super::pages::page;
use crate::model::{Link, Page, PageContent, Part};

/// A group of a list: a year, an initial, a body. The slug is made from what it holds.
pub(super) struct Listed<T> {
    pub slug: String,
    pub label: String,
    /// How many entries it has.
    pub weight: usize,
    pub entry: T,
}

/// The list at `url`. Beyond `most` entries it shows the first groups that fit, and each group has a page of its own.
pub(super) fn pages<T: Clone>(
    url: &str,
    title: &str,
    section: &'static str,
    most: usize,
    listed: Vec<Listed<T>>,
    content: impl Fn(Vec<T>) -> PageContent,
) -> Vec<Page> {
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
fn fitting<T: Clone>(listed: &[Listed<T>], most: usize) -> Vec<T> {
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
        let group = |slug: &str| Listed { slug: slug.into(), label: slug.into(), weight: 3, entry: () };
        let listed = vec![group("2024"), group("2023")];
        let content = |shown: Vec<()>| PageContent::Timeline {
            years: shown
                .iter()
                .map(|()| crate::model::TimelineYear { year: 0, events: Vec::new() })
                .collect(),
        };
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
}
