//! Pages written by hand in, the pages of what they were put under out: one a tag, and a list of all.

use super::addresses::slug;
use super::pages::page;
use super::parts::{self, Listed};
use crate::model::{Link, MarkdownPage, Page, PageContent, TagCard, TaggedPage};
use std::collections::{BTreeMap, BTreeSet};

/// The links to the tags of a page, in the page's own order; tags that differ only in case or spaces are one.
pub(super) fn links(hand: &MarkdownPage) -> Vec<Link> {
    let mut seen = BTreeSet::new();
    let named = hand.front.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty());
    let told = named.map(|tag| Link { url: format!("tags/{}/", slug(tag)), text: tag.to_owned() });
    told.filter(|link| seen.insert(link.url.clone())).collect()
}

/// The list of tags and the page of each; none if no page has a tag.
pub(super) fn pages(hand: &[MarkdownPage]) -> Vec<Page> {
    let mut tagged: BTreeMap<String, (Link, Vec<TaggedPage>)> = BTreeMap::new();
    for written in hand {
        for link in links(written) {
            tagged.entry(link.url.clone()).or_insert_with(|| (link, Vec::new())).1.push(card(written));
        }
    }
    if tagged.is_empty() {
        return Vec::new();
    }
    let list = tagged.values().map(|(tag, pages)| TagCard { tag: tag.clone(), pages: pages.len() });
    let list = page("tags/", "Tags", "tags", PageContent::TagList { tags: list.collect() });
    std::iter::once(list).chain(tagged.into_values().flat_map(|(tag, pages)| of_tag(&tag, pages))).collect()
}

fn card(written: &MarkdownPage) -> TaggedPage {
    TaggedPage {
        page: Link { url: format!("{}/", written.slug), text: written.title() },
        description: written.front.description.clone(),
    }
}

/// The page of a tag, in parts where it has many pages.
fn of_tag(tag: &Link, mut pages: Vec<TaggedPage>) -> Vec<Page> {
    const MOST: usize = 500;
    pages.sort_by(|a, b| (&a.page.text, &a.page.url).cmp(&(&b.page.text, &b.page.url)));
    let listed = pages.chunks(MOST).enumerate().map(|(index, chunk)| Listed {
        slug: format!("part-{}", index + 1),
        label: format!("{} to {}", index * MOST + 1, index * MOST + chunk.len()),
        weight: chunk.len(),
        entry: chunk.to_vec(),
    });
    let content = |pages: Vec<Vec<_>>| PageContent::Tag { tag: tag.text.clone(), pages: pages.concat() };
    let parts = parts::pages(&tag.url, &tag.text, "tags", MOST, listed.collect(), content);
    parts
        .into_iter()
        .map(|mut page| {
            page.breadcrumbs.insert(1, Link { url: "tags/".to_owned(), text: "Tags".to_owned() });
            page
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FrontMatter, PageOrigin};

    fn written(slug: &str, tags: &[&str]) -> MarkdownPage {
        MarkdownPage {
            slug: slug.to_owned(),
            path: format!("content/pages/{slug}.md"),
            front: FrontMatter {
                tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
                ..FrontMatter::default()
            },
            body: String::new(),
            origin: PageOrigin::Hand,
            placements: Vec::new(),
        }
    }

    #[test]
    fn a_tag_is_one_however_it_is_written() {
        let pages =
            pages(&[written("nets", &["Harbour life", "Weather"]), written("piers", &["harbour life"])]);
        let urls: Vec<_> = pages.iter().map(|page| page.url.as_str()).collect();
        assert_eq!(urls, ["tags/", "tags/harbour-life/", "tags/weather/"]);
        let PageContent::Tag { pages, .. } = &pages[1].content else { panic!("{:?}", pages[1].content) };
        assert_eq!(pages.len(), 2);
    }

    #[test]
    fn pages_without_tags_make_no_page() {
        assert!(pages(&[written("nets", &[" "])]).is_empty());
    }
}
