//! The XML of a part in, a tree of its elements out.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// No document nests more deeply; what does is cut off.
const DEEPEST: usize = 120;

/// An element by its local name: Word writes the same few namespaces under the same names always.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The `val` of a child: most of Word's properties are written so.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether a property that is on or off is on.
    pub fn is_on(&self, name: &str) -> bool {
        self.child(name)
            .is_some_and(|child| !matches!(child.attribute("val"), Some("0" | "false" | "off" | "none")))
    }

    pub fn text(&self) -> String {
        self.children
            .iter()
            .map(|child| match child {
                Node::Text(text) => text.clone(),
                Node::Element(element) => element.text(),
            })
            .collect()
    }
}

/// The root of a part. Of XML that breaks off, what came before is kept.
pub fn parsed(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut open = vec![Element::default()];
    let mut too_deep = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) if open.len() > DEEPEST => too_deep += 1,
            Ok(Event::End(_)) if too_deep > 0 => too_deep -= 1,
            Ok(Event::Start(start)) => open.push(element(&start)),
            Ok(Event::Empty(start)) => push(&mut open, Node::Element(element(&start))),
            Ok(Event::End(_)) if open.len() > 1 => close(&mut open),
            Ok(Event::Text(text)) => push(&mut open, Node::Text(text.xml10_content().into_owned())),
            Ok(Event::CData(text)) => push(&mut open, Node::Text(text.xml10_content().into_owned())),
            Ok(Event::GeneralRef(name)) => {
                let character = name.resolve_char_ref().ok().flatten().or_else(|| named(&name));
                push(&mut open, Node::Text(character.map(String::from).unwrap_or_default()));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    let root = open.pop().unwrap_or_default();
    root.elements().next().cloned().unwrap_or_default()
}

fn named(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(last) = open.last_mut() {
        last.children.push(node);
    }
}

fn close(open: &mut Vec<Element>) {
    if let Some(element) = open.pop() {
        push(open, Node::Element(element));
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start
        .attributes()
        .with_checks(false)
        .flatten()
        .filter_map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            Some((attribute.key.local_name().into_inner().to_owned(), value))
        })
        .collect();
    Element { name: start.local_name().into_inner().to_owned(), attributes, children: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_have_their_text_and_attributes() {
        let root = parsed("<w:p w:a=\"1 &amp; 2\"><w:t>x &lt; &#233;</w:t><w:b/><w:i w:val='0'/></w:p>");
        assert_eq!(root.text(), "x < é");
        assert_eq!(root.attribute("a"), Some("1 & 2"));
        assert!(root.is_on("b") && !root.is_on("i"));
    }

    #[test]
    fn broken_or_deep_xml_gives_what_it_can() {
        assert_eq!(parsed("<a><b>x</b><c").text(), "x");
        assert_eq!(parsed("").text(), "");
        let deep = format!("{}x{}<b>y</b>", "<a>".repeat(5000), "</a>".repeat(4999));
        assert!(parsed(&deep).text().contains('x'));
    }
}
