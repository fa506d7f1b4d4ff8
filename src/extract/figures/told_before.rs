//! A number that its own words do not name in, what it measures by the figures and sentences before it out.

use super::setting::Setting;
use super::{Found, Verdict, Writer, comparison, measure, naming};
use crate::extract::quantities::{Quantity, Unit};
use crate::model::Figure;

impl Writer<'_> {
    /// "It was 120 in March 2013, 132 in March 2014": a number with nothing but a date measures what the one before does.
    pub(super) fn name_as_before(&self, figure: &mut Figure, quantity: &Quantity, first: usize) {
        let says = |word: &str| word.contains(char::is_alphabetic) && word != "and";
        if figure.measure.split(' ').any(says) {
            return;
        }
        let alike =
            |found: &&Found| comparison::alike(found.quantity.unit, quantity.unit) && !found.difference;
        let mut before = self.found[first..].iter().rev().filter(alike);
        let named = before.find_map(|found| match &found.verdict {
            Verdict::Figure(other) => Some(other),
            _ => None,
        });
        if let Some(other) = named {
            figure.measure.clone_from(&other.measure);
            figure.measure_id.clone_from(&other.measure_id);
        }
    }

    /// "More boats came home. In 2014 this was 14%.": of a number that nothing names, what the sentence before tells.
    pub(super) fn name_as_told(&self, figure: &mut Figure, setting: &Setting) {
        let lead = self.reading.document.words(setting.sentence);
        let back = ["this", "it", "that", "total", "figure", "average", "rate", "percentage", "proportion"];
        let points_back = || lead.split([' ', ',']).take(8).any(|word| back.contains(&&*word.to_lowercase()));
        if !figure.measure.contains(char::is_alphabetic)
            && points_back()
            && let Some(previous) = setting.previous
        {
            figure.measure = measure::told_by(self.reading.document.words(previous));
        }
    }

    /// "Sixteen people came, and 10 of them have stayed": those who came and have stayed.
    pub(super) fn name_as_part(&self, figure: &mut Figure, setting: &Setting, quantity: &Quantity) {
        let Some(rest) = setting.words_after(self.reading, quantity).strip_prefix(" of them ") else {
            return;
        };
        let predicate = rest.split([',', ';', '.', ':', '(']).next().unwrap_or(rest).trim_end();
        let near =
            |found: &&Found| found.sentence == setting.sentence || Some(found.sentence) == setting.previous;
        let whole = self.found.iter().rev().take_while(near).find_map(|found| match &found.verdict {
            Verdict::Figure(other) if other.unit == figure.unit && other.value >= figure.value => Some(other),
            _ => None,
        });
        let apart = |whole: &&Figure| !whole.measure.contains(" them") && naming::begins_with_verb(predicate);
        if let Some(whole) = whole.filter(apart) {
            figure.measure = format!("{} and {predicate}", whole.measure);
        }
    }

    /// "This is 20% of the population": the measure of the figure before, as a share of that.
    pub(super) fn as_share_of(&self, setting: &Setting, quantity: &Quantity, whole: &str) -> Option<String> {
        let lead = setting.words_before(self.reading, quantity);
        let after = setting.words_after(self.reading, quantity);
        let mut before = self.found.iter().rev().take_while(|found| Some(found.sentence) == setting.previous);
        let of_it = quantity.unit == Unit::Percent
            && after.starts_with(" of ")
            && matches!(lead, "This is " | "This represents " | "This equates to " | "This is about ");
        before.find_map(|found| match &found.verdict {
            Verdict::Figure(figure) if of_it => Some(format!("{} as a share of {whole}", figure.measure)),
            _ => None,
        })
    }

    /// "This is a rate of 24 per 10,000": another way to say the figure before.
    pub(super) fn as_rate_of(&self, setting: &Setting, quantity: &Quantity) -> Option<String> {
        const LEADS: [&str; 5] = [
            "This is a rate of ",
            "This was a rate of ",
            "This represents a rate of ",
            "This equates to a rate of ",
            "This is equivalent to a rate of ",
        ];
        let said = matches!(quantity.unit, Unit::Rate(_))
            && LEADS.contains(&setting.words_before(self.reading, quantity));
        let mut before = self.found.iter().rev().take_while(|found| Some(found.sentence) == setting.previous);
        before.find_map(|found| match &found.verdict {
            Verdict::Figure(figure) if said => Some(figure.measure.clone()),
            _ => None,
        })
    }
}
