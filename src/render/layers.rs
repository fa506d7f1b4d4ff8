//! Ranges laid over a page's Markdown in, the tags around each piece of its text out: marks never cross one another.

use super::root::{escaped, link, push_escaped};
use std::ops::Range;

/// Something to be shown over a stretch of the Markdown.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: What,
}

#[derive(Debug, Clone)]
pub(super) enum What {
    /// A sentence with its permanent anchor.
    Sentence(String),
    /// The evidence of a fact.
    Fact(FactMark),
    /// An Act, with its address.
    Act(String),
    /// An abbreviation, with what it stands for.
    Term(String),
}

/// What is shown where a fact's evidence stands.
#[derive(Debug, Clone)]
pub(super) struct FactMark {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) line: String,
}

impl What {
    /// Outer layers first where two have the same range.
    const fn depth(&self) -> u8 {
        match self {
            Self::Sentence(_) => 0,
            Self::Fact(_) => 1,
            Self::Act(_) => 2,
            Self::Term(_) => 3,
        }
    }
}

/// Writes text with the layers that lie over it. Its pieces must come in the order in which they stand.
pub(super) struct Painter {
    layers: Vec<Layer>,
    /// The first layer that was not yet reached.
    next: usize,
    /// Those that cover the present position, outermost first.
    active: Vec<usize>,
    /// How many of `active` are open as tags, from the outermost.
    open: usize,
    begun: Vec<bool>,
    /// How deep in links of the Markdown itself the text stands: a link may not hold another.
    pub(super) links: usize,
    waiting: Vec<usize>,
}

impl Painter {
    pub(super) fn new(mut layers: Vec<Layer>) -> Self {
        layers.retain(|layer| layer.start < layer.end);
        layers.sort_by_key(|layer| (layer.start, std::cmp::Reverse(layer.end), layer.what.depth()));
        let begun = vec![false; layers.len()];
        Self { layers, next: 0, active: Vec::new(), open: 0, begun, links: 0, waiting: Vec::new() }
    }

    /// Writes a piece of text that comes from `range` of the Markdown.
    pub(super) fn text(&mut self, text: &str, range: Range<usize>, out: &mut String) {
        let verbatim = text.len() == range.len();
        let mut at = range.start;
        while at < range.end {
            self.reach(at, out);
            let cut = if verbatim { self.cut_after(at).min(range.end) } else { range.end };
            let piece = if verbatim { text.get(at - range.start..cut - range.start) } else { Some(text) };
            let Some(piece) = piece else { break };
            self.open_all(out);
            push_escaped(out, piece);
            at = cut;
        }
        self.end_until(range.end, out);
        self.close_to(0, out);
    }

    /// Passes to a position: what ended before it is closed, what begins there is taken up.
    pub(super) fn reach(&mut self, at: usize, out: &mut String) {
        self.end_until(at, out);
        while let Some(layer) = self.layers.get(self.next).filter(|layer| layer.start <= at) {
            if layer.end > at {
                let inner = self.active.iter().position(|other| self.layers[*other].end < layer.end);
                let place = inner.unwrap_or(self.active.len());
                self.close_to(place, out);
                self.active.insert(place, self.next);
            }
            self.next += 1;
        }
    }

    /// Ends every layer that ends at or before a position, with the links that follow it.
    pub(super) fn end_until(&mut self, at: usize, out: &mut String) {
        while let Some(index) = self.active.iter().rposition(|layer| self.layers[*layer].end <= at) {
            let layer = self.active[index];
            if matches!(self.layers[layer].what, What::Sentence(_)) && self.open > index {
                self.close_to(index + 1, out);
                self.follow(layer, out);
                self.close_to(index, out);
            } else {
                self.close_to(index, out);
                self.follow(layer, out);
            }
            self.active.remove(index);
        }
        if !self.inside_link() {
            for layer in std::mem::take(&mut self.waiting) {
                self.follow(layer, out);
            }
        }
    }

    fn cut_after(&self, at: usize) -> usize {
        let ends = self.active.iter().map(|layer| self.layers[*layer].end);
        let start = self.layers.get(self.next).map(|layer| layer.start);
        ends.chain(start).filter(|cut| *cut > at).min().unwrap_or(usize::MAX)
    }

    fn open_all(&mut self, out: &mut String) {
        while self.open < self.active.len() {
            let layer = self.active[self.open];
            let again = std::mem::replace(&mut self.begun[layer], true);
            open(&self.layers[layer].what, again, self.links > 0, out);
            self.open += 1;
        }
    }

    fn close_to(&mut self, depth: usize, out: &mut String) {
        while self.open > depth {
            self.open -= 1;
            out.push_str(match &self.layers[self.active[self.open]].what {
                What::Sentence(_) => "</span>",
                What::Fact(_) => "</mark>",
                What::Act(_) if self.links > 0 => "</span>",
                What::Act(_) => "</a>",
                What::Term(_) => "</abbr>",
            });
        }
    }

    fn inside_link(&self) -> bool {
        let act = |layer: &usize| matches!(self.layers[*layer].what, What::Act(_));
        self.links > 0 || self.active[..self.open].iter().any(act)
    }

    /// Writes the links that stand behind a layer: from a mark to the fact box, and a sentence's permalink.
    fn follow(&mut self, layer: usize, out: &mut String) {
        if !self.begun[layer] {
            return;
        }
        if self.inside_link() {
            self.waiting.push(layer);
            return;
        }
        match &self.layers[layer].what {
            What::Sentence(id) => {
                out.push_str("<a class=\"s\" tabindex=\"-1\" aria-hidden=\"true\" href=\"#");
                push_escaped(out, id);
                out.push_str("\"></a>");
            }
            What::Fact(fact) => {
                // Its letter comes from the style sheet, so that copied words and the search index stay clean of it.
                out.push_str(&format!("<a class=\"ref f-{}\" href=\"#box-", fact.kind));
                push_escaped(out, &fact.id);
                out.push_str("\" title=\"");
                push_escaped(out, &fact.line);
                out.push_str("\"></a>");
            }
            What::Act(_) | What::Term(_) => {}
        }
    }
}

fn open(what: &What, again: bool, in_link: bool, out: &mut String) {
    match what {
        What::Sentence(_) if again => out.push_str("<span>"),
        What::Sentence(id) => out.push_str(&format!("<span id=\"{}\">", escaped(id))),
        What::Fact(fact) if again => out.push_str(&format!("<mark class=\"f-{}\">", fact.kind)),
        What::Fact(fact) => {
            out.push_str(&format!("<mark class=\"f-{}\" id=\"{}\">", fact.kind, escaped(&fact.id)));
        }
        What::Act(_) if in_link => out.push_str("<span>"),
        What::Act(url) => out.push_str(&format!("<a href=\"{}\">", link(url))),
        What::Term(long) => out.push_str(&format!("<abbr title=\"{}\">", escaped(long))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(text: &str, layers: &[(usize, usize, &str)]) -> String {
        let layers = layers.iter().map(|(start, end, id)| {
            let fact = FactMark { id: (*id).to_owned(), kind: "figure", line: String::new() };
            Layer { start: *start, end: *end, what: What::Fact(fact) }
        });
        let mut out = String::new();
        Painter::new(layers.collect()).text(text, 0..text.len(), &mut out);
        out.replace(" class=\"f-figure\"", "")
            .replace(" class=\"ref f-figure\"", "")
            .replace(" title=\"\"", "")
    }

    #[test]
    fn a_mark_is_followed_by_its_link() {
        assert_eq!(
            painted("in 40 days", &[(3, 10, "a")]),
            "in <mark id=\"a\">40 days</mark><a href=\"#box-a\"></a>"
        );
    }

    #[test]
    fn nested_marks_nest() {
        assert_eq!(
            painted("abcd", &[(0, 4, "a"), (1, 2, "b")]),
            "<mark id=\"a\">a<mark id=\"b\">b</mark><a href=\"#box-b\"></a>cd</mark><a href=\"#box-a\"></a>"
        );
    }

    #[test]
    fn crossing_marks_are_split_and_each_id_stands_once() {
        assert_eq!(
            painted("abcd", &[(0, 2, "a"), (1, 4, "b")]),
            "<mark id=\"a\">a</mark><mark id=\"b\"><mark>b</mark><a href=\"#box-a\"></a>cd</mark><a href=\"#box-b\"></a>"
        );
    }

    #[test]
    fn text_that_differs_from_its_markdown_is_not_cut() {
        let mut out = String::new();
        Painter::new(Vec::new()).text("&", 0..5, &mut out);
        assert_eq!(out, "&amp;");
    }
}
