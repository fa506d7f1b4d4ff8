//! A name in, the office that stands beneath it, behind its letters or in its title out.

use super::{Office, Offices};
use crate::extract::names::{NameMention, follows_titled};
use crate::extract::people::signatures;
use crate::extract::people::words;
use crate::model::Span;

impl Offices<'_> {
    /// The office behind letters and a comma, which say less than it: "HMI, Lead Inspector".
    pub(super) fn spelt_out(&self, office: &Office, end: usize) -> Option<Office> {
        const FAR: usize = 200;
        let text = self.document.text();
        let block = self.document.block_at(office.span.start)?.span;
        let near = block.end.min(text.floor_char_boundary(end + FAR));
        let rest = text.get(end..near)?.strip_prefix(", ").filter(|_| words::is_letters(&office.role))?;
        let rest = rest.split(['\t', '\n']).next()?;
        let all = words::of(text, Span::new(end + 2, end + 2 + words::apposition_end(rest)));
        let more = self.phrase(&all).filter(|_| all.len() <= 6)?;
        (more.weight > office.weight).then_some(more)
    }

    /// The office behind a name that heads its line, or in the block or the cell beneath a name that stands alone, as
    /// under a letter.
    pub(super) fn signed(&self, index: usize, mention: &NameMention) -> Option<Office> {
        let next = self.names.mentions.get(index + 1).map(|next| next.whole.start);
        if let Some(office) = self.over_rows(mention) {
            return Some(office);
        }
        let headed = || signatures::headed(self.document, mention.whole, next);
        let span = signatures::beneath(self.document, mention.whole).or_else(headed)?;
        let next = next.filter(|next| *next > span.start).unwrap_or(span.end);
        let span = Span::new(span.start, span.end.min(next));
        let office = self.document.words(span);
        let end = self.before_address(office).unwrap_or_else(|| words::apposition_end(office));
        // "Director for Ships 1 High Street": the number of a house ends the office.
        let end =
            office[..end].find(|c: char| c.is_ascii_digit()).map_or(end, |at| office[..at].trim_end().len());
        let all = words::of(self.document.text(), Span::new(span.start, span.start + end));
        let whole = office.len() < 160 && (1..=14).contains(&all.len());
        let found = whole.then(|| self.phrase(&all))??;
        let rest = &office[end..];
        if let Some(more) = self.spelt_out(&found, span.start + end) {
            return Some(more);
        }
        let rest = rest.strip_prefix(" (").map_or(rest, |note| note.find(')').map_or(rest, |at| &note[at..]));
        if self.subject.is_some_and(|subject| rest.starts_with(subject)) {
            return Some(Office { organisation: self.subject.map(str::to_owned), ..found });
        }
        Some(self.at_body(found, rest))
    }

    /// "Care Quality Commission", then "NAME", then "Chief Inspector": of the body beneath whose name somebody signs.
    pub(super) fn beneath_body(&self, office: Office, mention: &NameMention) -> Office {
        const LINES: usize = 4;
        const REACH: usize = 2500;
        const LONGEST: usize = 200;
        let text = self.document.text();
        let from = text.ceil_char_boundary(mention.whole.start.saturating_sub(REACH));
        if !text[from..mention.whole.start].contains("Yours ") {
            return office;
        }
        let blocks = self.document.blocks();
        let at = self.document.block_index(mention.whole.start);
        let line = |index: usize| self.document.words(blocks[index].span).trim();
        let part =
            |line: &str| line.len() < LONGEST && !line.contains("Yours ") && !line.ends_with(['.', ':', '?']);
        let above = (0..at).rev().take(LINES).take_while(|index| part(line(*index)));
        let Some(head) = above.into_iter().find(|index| !self.bodies(line(*index)).is_empty()) else {
            return office;
        };
        // Of two columns, printed one below the other, the bodies stand together, and those who sign in their order.
        let first = (0..head).rev().take_while(|index| !self.bodies(line(*index)).is_empty()).last();
        let bodies: Vec<&str> =
            (first.unwrap_or(head)..=head).flat_map(|index| self.bodies(line(index))).collect();
        let signed = self.names.within(Span::new(blocks[head].span.end, mention.whole.start)).len();
        let body = if bodies.len() > 1 { bodies.get(signed) } else { bodies.first() };
        match body {
            Some(body) => Office { organisation: Some((*body).to_owned()), ..office },
            None => office,
        }
    }

    /// The bodies of whose names a line is made, and of nothing else.
    fn bodies<'t>(&self, line: &'t str) -> Vec<&'t str> {
        if self.is_body(line) {
            return vec![line];
        }
        let mut bodies = Vec::new();
        let mut end = 0;
        for (_, name) in self.known.organisations(line) {
            if line.get(end..name.start).is_none_or(|between| !between.trim().is_empty()) {
                return Vec::new();
            }
            bodies.push(&line[name.range()]);
            end = name.end;
        }
        if line[end..].trim().is_empty() { bodies } else { Vec::new() }
    }

    /// Whether a line is the name of a body and no more.
    fn is_body(&self, line: &str) -> bool {
        let known = || self.known.organisations(line).any(|(_, span)| span.len() == line.len());
        line == self.inspectorate || self.subject == Some(line) || known() || signatures::is_named_body(line)
    }

    /// Where the name of the body that the document is about ends in the lines of an address: "Director of Children’s
    /// Services Harbour Council Quay House".
    pub(super) fn before_address(&self, office: &str) -> Option<usize> {
        let subject = self.subject?;
        let at = office.find(subject)?;
        // "Strategic Director, People" has a field behind its comma, no address.
        let field = |rest: &str| {
            let words = rest.split_whitespace();
            words.clone().count() <= 4
                && words.clone().all(|word| word.chars().all(|c| !c.is_ascii_digit() && c != ','))
        };
        let whole = office[..at].split_once(',').is_none_or(|(_, rest)| field(rest));
        (office[..at].ends_with([' ', '\n']) && whole).then_some(at)
    }

    /// "Chief Constable NAME, Harbour Police".
    pub(super) fn titled(&self, index: usize, mention: &NameMention) -> Option<Office> {
        // "Councillors NAME and NAME".
        let titled = || follows_titled(self.document.text(), mention.whole.start).then_some("Councillor");
        let role = mention.office.or_else(titled)?.to_owned();
        let office = Office { role, organisation: None, span: mention.whole, weight: 0, heads_list: false };
        let text = self.document.text();
        let next = self.names.mentions.get(index + 1).map_or(text.len(), |next| next.whole.start);
        let end = self.document.block_at(mention.span.start)?.span.end.min(next).max(mention.whole.end);
        let behind = words::first_bytes(&text[mention.whole.end..end], 120);
        // "Professor NAME of the University of Harbour".
        let of = [" of the ", " of ", " at the ", " at ", " from the "];
        let of = of.iter().find_map(|lead| behind.strip_prefix(lead).map(|rest| (lead.len(), rest)));
        if let Some((lead, rest)) = of.filter(|_| office.role == "Professor") {
            let stop = rest.find([',', '.', ';', '\n']).unwrap_or(rest.len());
            let from = mention.whole.end + lead;
            let all = words::of(text, Span::new(from, from + stop));
            let named: Vec<_> =
                all.iter().take_while(|word| word.is_capital() || word.text == "of").collect();
            if let [first, .., last] = named[..] {
                let body = self.document.words(first.span.to(last.span)).to_owned();
                return Some(Office { organisation: Some(body), ..office });
            }
        }
        Some(self.at_body(office, behind))
    }
}
