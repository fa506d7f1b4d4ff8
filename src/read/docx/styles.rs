//! The styles of a document in; which paragraphs are headings, and what a style numbers, out.

use super::element::Element;
use std::collections::BTreeMap;

/// Styles by their ids.
pub struct Styles {
    styles: BTreeMap<String, Style>,
}

#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    numbering: Option<(Option<String>, Option<u8>)>,
    bold: bool,
}

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Title,
    /// A heading of the first level is 2, because the title is 1.
    Heading(u8),
    Caption,
    Quotation,
    Contents,
    Body,
}

/// A style may be based on another so many times.
const LONGEST_CHAIN: usize = 16;

impl Styles {
    pub fn of(root: &Element) -> Self {
        let styles = root
            .elements()
            .filter(|element| element.name == "style")
            .filter_map(|element| Some((element.attribute("styleId")?.to_owned(), style(element))))
            .collect();
        Self { styles }
    }

    /// The style and those that it is based on, nearest first.
    fn chain(&self, id: Option<&str>) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = id.and_then(|id| self.styles.get(id));
        while let Some(style) = next.filter(|_| chain.len() < LONGEST_CHAIN) {
            chain.push(style);
            next = style.based_on.as_ref().and_then(|id| self.styles.get(id));
        }
        chain
    }

    /// What a style makes of its paragraphs, by its name, its outline level, or those of the styles beneath it.
    pub fn role(&self, id: Option<&str>) -> Role {
        let chain = self.chain(id);
        let named = chain.iter().find_map(|style| named_role(&style.name));
        // Documents without a styles part still name the usual styles.
        let by_id = || id.filter(|_| chain.is_empty()).and_then(named_role);
        let outline = || chain.iter().find_map(|style| style.outline).filter(|level| *level < 9);
        named.or_else(|| outline().map(heading)).or_else(by_id).unwrap_or(Role::Body)
    }

    /// The list and level by which a style numbers its paragraphs.
    pub fn numbering(&self, id: Option<&str>) -> (Option<&str>, Option<u8>) {
        let mut found = (None, None);
        for (list, level) in self.chain(id).iter().filter_map(|style| style.numbering.as_ref()) {
            found = (found.0.or(list.as_deref()), found.1.or(*level));
        }
        found
    }

    pub fn is_bold(&self, id: Option<&str>) -> bool {
        self.chain(id).iter().any(|style| style.bold)
    }
}

/// Word's outline levels begin at 0.
pub fn heading(outline: u8) -> Role {
    Role::Heading((outline + 2).min(6))
}

fn style(element: &Element) -> Style {
    let properties = element.child("pPr");
    let numbering = properties.and_then(|properties| properties.child("numPr")).map(|number| {
        (number.value("numId").map(str::to_owned), number.value("ilvl").and_then(|level| level.parse().ok()))
    });
    Style {
        name: element.value("name").unwrap_or("").to_owned(),
        based_on: element.value("basedOn").map(str::to_owned),
        outline: properties
            .and_then(|properties| properties.value("outlineLvl"))
            .and_then(|level| level.parse().ok()),
        numbering,
        bold: element.child("rPr").is_some_and(|properties| properties.is_on("b")),
    }
}

fn named_role(name: &str) -> Option<Role> {
    let name = name.to_lowercase().replace([' ', '-', '_'], "");
    let level =
        |rest: &str| rest.chars().next().and_then(|c| c.to_digit(10)).filter(|level| (1..=9).contains(level));
    if let Some(level) = name.strip_prefix("heading").and_then(level) {
        return Some(heading(level as u8 - 1));
    }
    match name.as_str() {
        "title" => Some(Role::Title),
        "caption" => Some(Role::Caption),
        "quote" | "intensequote" | "blocktext" => Some(Role::Quotation),
        name if name.strip_prefix("toc").is_some_and(|rest| rest == "heading" || level(rest).is_some()) => {
            Some(Role::Contents)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::element::parsed;
    use super::*;

    #[test]
    fn headings_are_known_by_name_and_by_what_they_are_based_on() {
        let styles = Styles::of(&parsed(
            "<w:styles><w:style w:styleId='H'><w:name w:val='heading 2'/></w:style>\
             <w:style w:styleId='Mine'><w:name w:val='Our heading'/><w:basedOn w:val='H'/></w:style>\
             <w:style w:styleId='Out'><w:name w:val='x'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>\
             <w:style w:styleId='Loop'><w:name w:val='y'/><w:basedOn w:val='Loop'/></w:style></w:styles>",
        ));
        assert_eq!(styles.role(Some("Mine")), Role::Heading(3));
        assert_eq!(styles.role(Some("Out")), Role::Heading(2));
        assert_eq!(styles.role(Some("Loop")), Role::Body);
        assert_eq!(styles.role(Some("Heading1")), Role::Heading(2));
        assert_eq!(styles.role(None), Role::Body);
    }
}
