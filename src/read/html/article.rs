//! A page without its clutter in; the element that holds the article, and its headline, out.

use super::clutter::Clutter;
use super::tables;
use ego_tree::NodeId;
use scraper::{ElementRef, Html};
use std::collections::HashMap;

/// Where the article stands.
pub struct Article<'a> {
    /// Holds most of the prose.
    pub root: ElementRef<'a>,
    pub headline: Option<ElementRef<'a>>,
    /// What stands between a headline above the root and the root: byline, date, standfirst.
    pub between: Vec<ElementRef<'a>>,
}

impl<'a> Article<'a> {
    pub fn of(page: &'a Html, clutter: &Clutter, title: Option<&str>) -> Self {
        let root = root(page, clutter);
        let headline = headline(page, clutter, root, title);
        let between = match headline {
            Some(headline) if !is_within(headline, root.id()) => between(page, clutter, headline, root),
            _ => Vec::new(),
        };
        Self { root, headline, between }
    }
}

/// The smallest element that holds nearly all of the prose that is no clutter.
fn root<'a>(page: &'a Html, clutter: &Clutter) -> ElementRef<'a> {
    let html = page.root_element();
    let mut root = html.child_elements().find(|child| child.value().name() == "body").unwrap_or(html);
    loop {
        let all = clutter.prose_in(root.id());
        let inner = root.child_elements().find(|child| clutter.prose_in(child.id()) * 100 > all * 85);
        match inner {
            Some(inner) if !is_text(inner) => root = inner,
            _ => return root,
        }
    }
}

/// Elements that are blocks themselves.
fn is_text(element: ElementRef<'_>) -> bool {
    match element.value().name() {
        "table" => !tables::is_layout(element),
        name => matches!(name, "p" | "ul" | "ol" | "li" | "blockquote" | "pre" | "dl" | "font"),
    }
}

fn is_within(element: ElementRef<'_>, root: NodeId) -> bool {
    element.ancestors().any(|ancestor| ancestor.id() == root)
}

/// The first `h1` of the article, or else the one on the page that reads most like its title.
fn headline<'a>(
    page: &'a Html,
    clutter: &Clutter,
    root: ElementRef<'a>,
    title: Option<&str>,
) -> Option<ElementRef<'a>> {
    let candidates: Vec<ElementRef<'a>> = page
        .root_element()
        .descendent_elements()
        .filter(|element| element.value().name() == "h1" && !clutter.surrounds(**element))
        .filter(|element| element.text().any(|text| !text.trim().is_empty()))
        .collect();
    if let Some(within) = candidates.iter().find(|candidate| is_within(**candidate, root.id())) {
        return Some(*within);
    }
    let title = title?;
    let likeness = |element: &ElementRef<'_>| strsim::jaro_winkler(title, words(*element).trim());
    let best = candidates.into_iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&best) > 0.75).then_some(best)
}

fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).take(60).collect::<Vec<_>>().join(" ")
}

/// The innermost elements with words that stand between two others.
fn between<'a>(
    page: &'a Html,
    clutter: &Clutter,
    from: ElementRef<'a>,
    to: ElementRef<'a>,
) -> Vec<ElementRef<'a>> {
    let places: HashMap<NodeId, usize> = page
        .root_element()
        .descendent_elements()
        .enumerate()
        .map(|(at, element)| (element.id(), at))
        .collect();
    let place = |element: &ElementRef<'_>| places.get(&element.id()).copied().unwrap_or(0);
    let (start, end) = (place(&from), place(&to));
    let holds_blocks =
        |element: &ElementRef<'_>| element.child_elements().any(|child| is_block(child.value().name()));
    let mut found: Vec<ElementRef<'a>> = Vec::new();
    for element in page.root_element().descendent_elements() {
        let at = place(&element);
        if at <= start || at >= end || holds_blocks(&element) || clutter.surrounds(*element) {
            continue;
        }
        let inside =
            found.last().is_some_and(|last| is_within(element, last.id())) || is_within(element, from.id());
        if !inside && !is_within(to, element.id()) {
            found.push(element);
        }
    }
    found
}

pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "caption"
    )
}
