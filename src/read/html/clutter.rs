//! A page in; which of its elements belong to the page around the article out.

use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};
use std::collections::{HashMap, HashSet};

/// How much prose each element holds, and which elements are clutter.
pub struct Clutter {
    set_aside: HashSet<NodeId>,
    prose: HashMap<NodeId, usize>,
}

/// Shorter stretches are labels and links, not prose.
const SHORTEST_PROSE: usize = 40;
/// Elements further up are left alone: no real page nests so deeply.
const DEEPEST: usize = 200;

/// Elements that hold more are no header and no list of links.
const MOST_LOOKED_AT: usize = 2000;

const NEVER_SHOWN: [&str; 20] = [
    "audio", "button", "canvas", "datalist", "dialog", "embed", "head", "iframe", "input", "map", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "video",
];
const ROLES: [&str; 9] =
    ["alert", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search", "toolbar"];
/// Words in class names and ids by which pages call what is not the article.
const NAMES: [&str; 74] = [
    "ad",
    "adbox",
    "ads",
    "adslot",
    "advert",
    "advertisement",
    "adverts",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "commenting",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "disqus",
    "dfp",
    "feedback",
    "footer",
    "gallery",
    "gdpr",
    "leaderboard",
    "login",
    "masthead",
    "menu",
    "modal",
    "mpu",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "print",
    "promo",
    "promos",
    "promoted",
    "promotion",
    "pullquote",
    "recirculation",
    "recommendations",
    "recommended",
    "related",
    "respond",
    "search",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "skiplink",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tags",
    "teaser",
    "toolbar",
    "trending",
    "visuallyhidden",
    "weather",
    "widget",
    "widgets",
];
/// Beginnings of such words.
const BEGINNINGS: [&str; 9] = [
    "advert",
    "breadcrumb",
    "cookie",
    "newsletter",
    "recommend",
    "related",
    "sharedaddy",
    "sponsor",
    "subscri",
];
/// Pairs of words that say it together.
const PAIRS: [(&str, &str); 12] = [
    ("back", "top"),
    ("most", "read"),
    ("most", "popular"),
    ("read", "more"),
    ("read", "next"),
    ("see", "also"),
    ("more", "stories"),
    ("more", "news"),
    ("sr", "only"),
    ("visually", "hidden"),
    ("screen", "reader"),
    ("pull", "quote"),
];

impl Clutter {
    pub fn of(page: &Html) -> Self {
        let mut clutter = Self { set_aside: HashSet::new(), prose: prose(page, &HashSet::new()) };
        let root = page.root_element();
        let all = clutter.prose_in(root.id());
        for element in root.descendent_elements() {
            let share = clutter.prose_in(element.id()) as f64 / all.max(1) as f64;
            if is_hidden(element) || is_clutter(element, share) {
                clutter.set_aside.insert(element.id());
            }
        }
        clutter.prose = prose(page, &clutter.set_aside);
        clutter
    }

    pub fn holds(&self, element: NodeId) -> bool {
        self.set_aside.contains(&element)
    }

    /// The letters of prose in an element, without its clutter.
    pub fn prose_in(&self, element: NodeId) -> usize {
        self.prose.get(&element).copied().unwrap_or(0)
    }

    /// Whether an element or one around it is clutter.
    pub fn surrounds(&self, element: NodeRef<'_, Node>) -> bool {
        self.holds(element.id())
            || element.ancestors().take(DEEPEST).any(|ancestor| self.holds(ancestor.id()))
    }
}

/// Counts the letters of each longer stretch of text for every element around it. Words of links do not count.
fn prose(page: &Html, set_aside: &HashSet<NodeId>) -> HashMap<NodeId, usize> {
    let mut prose = HashMap::new();
    for node in page.tree.nodes() {
        let Some(text) = node.value().as_text() else { continue };
        let letters = text.trim().len();
        if letters < SHORTEST_PROSE || is_apart(node, set_aside) {
            continue;
        }
        for ancestor in node.ancestors().take(DEEPEST) {
            *prose.entry(ancestor.id()).or_default() += letters;
        }
    }
    prose
}

fn is_apart(node: NodeRef<'_, Node>, set_aside: &HashSet<NodeId>) -> bool {
    node.ancestors().take(DEEPEST).any(|ancestor| {
        set_aside.contains(&ancestor.id())
            || ancestor.value().as_element().is_some_and(|element| {
                element.name() == "a" || element.name() == "form" || NEVER_SHOWN.contains(&element.name())
            })
    })
}

fn is_hidden(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let style = value.attr("style").unwrap_or("").replace(' ', "");
    NEVER_SHOWN.contains(&value.name())
        || value.attr("hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

fn is_clutter(element: ElementRef<'_>, share: f64) -> bool {
    let value = element.value();
    let name = value.name();
    if matches!(name, "html" | "body" | "main" | "article" | "h1") {
        return false;
    }
    // Whoever writes comments may write more than the journalist.
    if share < 0.9 && tokens(value).iter().any(|token| matches!(token.as_str(), "comments" | "disqus")) {
        return true;
    }
    if share > 0.4 {
        return false;
    }
    let tag = match name {
        "nav" | "aside" | "footer" => !holds_note(element),
        "form" => share < 0.1,
        "header" => !holds_headline(element),
        "ul" | "ol" | "menu" | "td" | "div" | "p" => is_list_of_links(element),
        _ => false,
    };
    tag || value.attr("role").is_some_and(|role| ROLES.contains(&role) && !holds_headline(element))
        || is_named(element)
}

fn holds_headline(element: ElementRef<'_>) -> bool {
    element.descendent_elements().take(MOST_LOOKED_AT).any(|inner| inner.value().name() == "h1")
}

fn holds_note(element: ElementRef<'_>) -> bool {
    let names = tokens(element.value());
    names.iter().any(|token| matches!(token.as_str(), "footnotes" | "footnote" | "endnotes"))
}

fn is_named(element: ElementRef<'_>) -> bool {
    let tokens = tokens(element.value());
    let named = tokens.iter().any(|token| {
        NAMES.contains(&token.as_str()) || BEGINNINGS.iter().any(|beginning| token.starts_with(beginning))
    });
    let paired = tokens.windows(2).any(|pair| PAIRS.contains(&(&pair[0], &pair[1])));
    (named || paired) && !holds_headline(element)
}

/// The words in the class and id of an element: `mostRead article-share` is `most read article share`.
pub fn tokens(element: &Element) -> Vec<String> {
    let mut tokens = Vec::new();
    for name in
        [element.attr("id"), element.attr("class"), element.attr("data-component")].into_iter().flatten()
    {
        let mut word = String::new();
        let mut low = false;
        for c in name.chars().take(300) {
            if !c.is_alphanumeric() || (low && c.is_uppercase()) {
                tokens.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            }
            low = c.is_lowercase();
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
        }
        tokens.extend((!word.is_empty()).then_some(word));
    }
    tokens
}

/// Three links or more, and hardly a word beside them.
fn is_list_of_links(list: ElementRef<'_>) -> bool {
    if list.descendent_elements().nth(MOST_LOOKED_AT).is_some() {
        return false;
    }
    let length = |element: ElementRef<'_>| element.text().map(|text| text.trim().len()).sum::<usize>();
    let links: Vec<usize> =
        list.descendent_elements().filter(|inner| inner.value().name() == "a").map(length).collect();
    links.len() >= 3 && links.iter().sum::<usize>() * 10 >= length(list) * 9
}
