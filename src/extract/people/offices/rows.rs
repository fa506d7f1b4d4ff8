//! A name that stands alone in a cell in, the office and the body in the rows beneath it out.

use super::super::opening::past_letters;
use super::super::{signatures, words};
use super::{Office, Offices};
use crate::extract::names::NameMention;
use crate::model::Span;

impl Offices<'_> {
    /// An office beneath a name, broken over several rows of its column: "National Director", "Social Care, Ofsted".
    pub(super) fn over_rows(&self, mention: &NameMention) -> Option<Office> {
        let named = |cell: Span| !self.names.within(cell).is_empty();
        let mut cells = signatures::column_beneath(self.document, mention.whole, named);
        let last = *cells.last()?;
        let body = |words: &str| {
            let one = !words.contains(", ") || words.contains(" and ");
            one && signatures::is_body(self.vocabulary, words)
        };
        let begins = |words: &str| signatures::begins_body(self.vocabulary, words);
        let under = cells.iter().skip(1).position(|cell| {
            let words = self.document.words(*cell).trim();
            body(words) || begins(words)
        });
        let under = under.map(|at| at + 1);
        // A body beneath heads those who sign below, where one stands over the column.
        let over = signatures::body_over(self.document, self.vocabulary, mention.whole).is_some();
        let mut organisation = under.filter(|_| !over).map(|at| self.document.words(cells[at]).to_owned());
        cells.truncate(under.unwrap_or(cells.len()));
        let lines: Vec<&str> = cells.iter().map(|cell| self.document.words(*cell).trim()).collect();
        let mut role = lines.join(" ");
        if lines.len() < 2 && organisation.is_none() || lines.is_empty() || role.len() > 160 {
            return None;
        }
        if let Some((office, behind)) = role.rsplit_once(", ").filter(|(_, behind)| body(behind)) {
            (organisation, role) = (Some(behind.to_owned()), office.to_owned());
        }
        let letters = past_letters(&format!(" {role}")).saturating_sub(1);
        let role = role[letters..].trim_start_matches([' ', ',']).to_owned();
        let all = words::of(&role, Span::new(0, role.len()));
        words::head(&all)?;
        Some(self.office(role, organisation, cells.first()?.to(last), false))
    }
}
