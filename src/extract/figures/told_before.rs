//! A number that its own words do not name in, what it measures by the figures and sentences before it out.

use super::change::CHANGED;
use super::setting::Setting;
use super::unit::nearest_plural;
use super::{Found, Verdict, Writer, comparison, measure, naming};
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Quantity, Unit};
use crate::extract::reading::{Reading, within};
use crate::model::{Figure, Span};
use regex::Regex;
use std::sync::LazyLock;

/// "Their number rose to 155", "By May the backlog had fallen to 118": what the sentence before counts, where the words
/// before a number only say that it is the number of that.
pub(super) fn counted_before(reading: &Reading, setting: &Setting, before: &str) -> Option<String> {
    if !is_number_of_before(before) {
        return None;
    }
    let counted = |words: Span| {
        let counted = within(&reading.quantities, words, |quantity| quantity.number.start);
        counted.iter().find_map(|quantity| match quantity.unit {
            Unit::Counted(noun) => Some(reading.document.words(noun).to_owned()),
            _ => None,
        })
    };
    let own = Span::new(setting.sentence.start, setting.sentence.start + before.len());
    let previous = setting.previous;
    let told = || nearest_plural(reading.document.words(previous?));
    counted(own).or_else(|| counted(previous?)).or_else(told)
}

/// What a sentence tells of the things that another one counts: "children missing education", "enquiries".
fn told_of(sentence: &str, counted: &str) -> String {
    const MOST: usize = 9;
    const LEADS: [&str; 12] =
        ["who", "that", "in", "with", "on", "from", "of", "subject", "under", "at", "for", "placed"];
    let said = |(at, _): (usize, &str)| {
        let rest = sentence.get(at + counted.len()..)?;
        let clause = rest.split([',', ';', '.', ':', '(']).next().unwrap_or_default();
        let clause = clause.split(" and ").next().unwrap_or_default();
        let verb =
            |word: &&str| !["is", "are", "was", "were", "has", "have", "had", "do", "did"].contains(word);
        let relative = ["who", "that"].iter().any(|which| clause.trim_start().starts_with(which));
        let words = clause.split_whitespace().take_while(|word| relative || verb(word));
        let words: Vec<&str> = words.take(MOST).collect();
        let first = words.first()?;
        let more = LEADS.contains(first) || first.ends_with("ing") || first.ends_with("ed");
        more.then_some(words)
    };
    // The first word may have a capital.
    let lower = sentence.to_lowercase();
    let found = if lower.len() == sentence.len() { lower.as_str() } else { sentence };
    let words = found.match_indices(&counted.to_lowercase()).find_map(said).unwrap_or_default();
    std::iter::once(counted).chain(words).collect::<Vec<_>>().join(" ")
}

fn is_number_of_before(before: &str) -> bool {
    let clause = before.rfind([';', ':', '(']).map_or(before, |mark| &before[mark + 1..]);
    NUMBER_AGAIN
        .captures(clause)
        .and_then(|found| found.get(1))
        .is_some_and(|told| nearest_plural(told.as_str()).is_none())
}

static NUMBER_AGAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:the|this|that|their|its|these) (?:overall |total )?(?:numbers?|total|backlog)(?: waiting| affected| involved)?(?:, which [^.;]{{3,70}}?,|, which)?( (?:(?:has|have|had|was|were|is|are|been|now|then|since|also|down|up|further|again|\w+ly|{CHANGED}|stood|stands)\b ?){{1,5}}[^,;.]{{0,60}}(?:, )?(?:from|to|at) (?:[0-9,]+ to )?(?:only |just |about |around |over |nearly |almost )?)$"
    ))
});

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

    /// "Their number rose to 155": the measure of the figure before, or what the sentence before tells.
    pub(super) fn name_again(&self, figure: &mut Figure, setting: &Setting, quantity: &Quantity) {
        let bare =
            quantity.unit == Unit::None && is_number_of_before(setting.words_before(self.reading, quantity));
        if !bare {
            return;
        }
        let near =
            |found: &&Found| found.sentence == setting.sentence || Some(found.sentence) == setting.previous;
        let told = self.found.iter().rev().filter(near).find_map(|found| match &found.verdict {
            Verdict::Figure(other) if other.unit == figure.unit => Some(other),
            _ => None,
        });
        if let Some(other) = told {
            figure.measure.clone_from(&other.measure);
            figure.measure_id.clone_from(&other.measure_id);
        } else if let Some(previous) = setting.previous {
            let words = self.reading.document.words(previous);
            figure.measure = told_of(words, &figure.unit);
            figure.measure_id = self.measure_id(&figure.measure, &figure.measure, &figure.unit);
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

    /// "This is a rate of 24 per 10,000", "This is 20% of them": of the time of the figure that it says again.
    pub(super) fn date_as_said_again(&self, figure: &mut Figure, setting: &Setting, quantity: &Quantity) {
        let again =
            self.as_rate_of(setting, quantity).is_some() || self.as_share_of(setting, quantity, "").is_some();
        if figure.as_of.is_none() && again {
            let mut before = self.found.iter().rev();
            figure.as_of = before.find_map(|found| match &found.verdict {
                Verdict::Figure(figure) if Some(found.sentence) == setting.previous => figure.as_of,
                _ => None,
            });
        }
    }

    /// "This is a rate of 24 per 10,000", "90 plans, equivalent to 24 per 10,000": another way to say the figure before.
    pub(super) fn as_rate_of(&self, setting: &Setting, quantity: &Quantity) -> Option<String> {
        let lead = setting.words_before(self.reading, quantity);
        let rate = matches!(quantity.unit, Unit::Rate(_));
        if rate && says_as_rate(lead) {
            let before = self.found.last().filter(|found| found.sentence == setting.sentence)?;
            return match &before.verdict {
                Verdict::Figure(figure) => Some(figure.measure.clone()),
                _ => None,
            };
        }
        let said = rate && A_RATE_OF.is_match(lead);
        // The sentence before may end the paragraph before.
        let document = self.reading.document;
        let index = document.sentence_index(setting.sentence.start).checked_sub(1);
        let previous = index.map(|index| document.sentences()[index]).filter(|_| said);
        let mut before = self.found.iter().rev().take_while(|found| Some(found.sentence) == previous);
        before.find_map(|found| match &found.verdict {
            Verdict::Figure(figure) if said => Some(figure.measure.clone()),
            _ => None,
        })
    }
}

/// Whether words between two numbers say that the second is the first as a rate: "90 plans, a rate of 24 per 10,000".
pub(super) fn says_as_rate(between: &str) -> bool {
    AS_RATE.is_match(between)
}

static AS_RATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i), (?:which (?:is|was) )?(?:a rate of|equivalent to|the equivalent of|equating to|equal to|which equates to)(?: a rate of)? (?:about |just |over |nearly |only )?$",
    )
});

/// "This is a rate of", "Seen against the population, that is a rate of", "The rate, at".
static A_RATE_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:[^,;.0-9]{3,50}, )?(?:this|that|it) (?:is|was|represents?|represented|equates? to|equated to|is equivalent to|amounts? to|gives?|means)(?: now)? a rate of (?:about |just |over |nearly |only )?$|^The rate(?:,? which is|, at| of| is| was) $",
    )
});
