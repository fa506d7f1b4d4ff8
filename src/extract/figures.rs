//! A reading in, its figures out: what the numbers of the text measure, as of when, and against what.
//!
//! 1. Each quantity is refused with a reason ([`refusal`]), or is a figure, or is what another figure is compared with
//!    ([`comparison`]).
//! 2. A figure takes its date from its sentence or from the line that introduces its list ([`setting`]), if that tells when
//!    its value was ([`dating`]), what it measures from the words around it ([`measure`]) or of its own item in a row of
//!    numbers ([`parallel`]), and its series from the vocabulary ([`series`]).

mod ages;
mod beside;
mod change;
mod clause;
mod comparison;
mod dating;
mod introduction;
mod measure;
mod naming;
mod parallel;
mod refusal;
mod respective;
pub(super) mod series;
mod setting;
mod tables;
#[cfg(test)]
mod tests;
mod told_before;
mod unit;

use super::quantities::{Bound, Form, Quantity, Unit};
use super::reading::Reading;
use crate::model::{Approximation, BlockKind, Comparison, Date, Document, Fact, FactValue, Figure, Span};
use comparison::Role;
use measure::Measured;
pub use refusal::Refusal;
use setting::Setting;

/// What became of a quantity.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    Figure(Figure),
    /// It stands in the comparison of the figure whose number is at this span.
    Compared(Span),
    Refused(Refusal),
}

/// The rule `measured-number`.
pub(crate) fn measured_numbers(reading: &Reading) -> Vec<Fact> {
    let figures = verdicts(reading).into_iter().filter_map(|(span, verdict)| match verdict {
        Verdict::Figure(figure) => {
            Some(Fact::new(reading.document, FactValue::Figure(figure), span, "measured-number"))
        }
        _ => None,
    });
    figures.collect()
}

/// What became of each quantity of the document, in order, with the quantity's place.
pub fn verdicts(reading: &Reading) -> Vec<(Span, Verdict)> {
    let mut writer =
        Writer { reading, found: Vec::new(), introductions: introduction::Introductions::default() };
    let mut tables = tables::Tables::default();
    let mut rest = &reading.quantities[..];
    while let Some(first) = rest.first() {
        let sentence = window(reading.document, reading.document.sentence_at(first.number.start), first.span);
        let count = rest.iter().take_while(|q| q.number.start < sentence.end.max(first.number.end)).count();
        match tables.verdicts(reading, &rest[..count]) {
            Some(row) => writer.row(sentence, &rest[..count], row),
            None => writer.sentence(sentence, &rest[..count]),
        }
        rest = &rest[count..];
    }
    writer.found.into_iter().map(|found| (found.span, found.verdict)).collect()
}

/// A sentence, or of one too long for a sentence (a table without marks) the part around a number, so that the time taken
/// grows with the length of a document and not with its square.
pub(super) fn window(document: &Document, sentence: Span, number: Span) -> Span {
    const BEFORE: usize = 600;
    const AFTER: usize = 900;
    let text = document.text();
    let start =
        text.floor_char_boundary(number.start.saturating_sub(BEFORE)).max(sentence.start.min(number.start));
    let end = text.ceil_char_boundary((number.end + AFTER).min(text.len())).min(sentence.end.max(number.end));
    Span::new(start, end)
}

/// A quantity with what became of it.
struct Found<'a> {
    span: Span,
    sentence: Span,
    quantity: &'a Quantity,
    verdict: Verdict,
    /// Whether it is a figure that says by how much something changed or differs.
    difference: bool,
    /// Whether its words compare another one with it.
    compared: bool,
}

struct Writer<'a> {
    reading: &'a Reading<'a>,
    found: Vec<Found<'a>>,
    introductions: introduction::Introductions,
}

impl<'a> Writer<'a> {
    /// What became of the numbers of a row of a table.
    fn row(&mut self, sentence: Span, quantities: &'a [Quantity], verdicts: Vec<Verdict>) {
        for (quantity, verdict) in quantities.iter().zip(verdicts) {
            let (span, difference, compared) = (quantity.span, false, false);
            self.found.push(Found { span, sentence, quantity, verdict, difference, compared });
        }
    }

    fn sentence(&mut self, sentence: Span, quantities: &'a [Quantity]) {
        let setting = Setting::of(self.reading, sentence, &mut self.introductions, &self.found);
        let refusals = refusal::refusals(self.reading, &setting, quantities);
        let open: Vec<&Quantity> = quantities
            .iter()
            .zip(&refusals)
            .filter(|(_, refusal)| refusal.is_none())
            .map(|(q, _)| q)
            .collect();
        let roles = comparison::roles(self.reading, &setting, &open);
        let first = self.found.len();
        let earlier = open.iter().zip(&roles).filter(|(_, role)| !matches!(role, Role::Figure));
        let compared: Vec<Span> = earlier.map(|(quantity, _)| quantity.number).collect();
        for (quantity, refusal) in quantities.iter().zip(refusals) {
            let mut verdict = match refusal {
                Some(refusal) => Verdict::Refused(refusal),
                None => self.figure(&setting, quantity, &open),
            };
            if let Verdict::Figure(figure) = &mut verdict {
                self.name_as_before(figure, quantity, first);
                self.date_as_said_again(figure, &setting, quantity);
                self.name_as_told(figure, &setting);
                self.name_again(figure, &setting, quantity);
                if self.is_in_no_series(figure, &setting, quantity) {
                    figure.measure_id = None;
                }
                self.name_as_part(figure, &setting, quantity);
                figure.as_of = (!self.is_of_this_year(&setting, quantity, &open))
                    .then(|| {
                        let inherited = || self.inherited_date(&setting, quantity, first, &compared);
                        figure.as_of.or_else(inherited)
                    })
                    .flatten();
            }
            let difference = matches!(verdict, Verdict::Figure(_))
                && comparison::is_difference(self.reading, &setting, quantity);
            let compared = open
                .iter()
                .zip(&roles)
                .any(|(other, role)| other.number == quantity.number && matches!(role, Role::After { .. }));
            self.found.push(Found { span: quantity.span, sentence, quantity, verdict, difference, compared });
        }
        for (quantity, role) in open.iter().zip(roles) {
            self.apply(&setting, first, quantity, role);
        }
        self.same_as_before(&setting, first);
        self.said_again(&setting, first);
    }

    fn figure(&self, setting: &Setting, quantity: &Quantity, open: &[&Quantity]) -> Verdict {
        let Some(unit) = unit::unit(self.reading, setting, quantity, open) else {
            let block = self.reading.document.blocks().get(setting.block);
            let tabled = block.is_some_and(|block| matches!(block.kind, BlockKind::TableRow { .. }));
            return Verdict::Refused(if tabled { Refusal::Tabled } else { Refusal::CountsNothing });
        };
        // "Ratings run from A to B, so that four of the five are low".
        let of_grades = ["ratings", "grades", "judgements"].iter().any(|noun| unit.ends_with(noun));
        if quantity.unit == Unit::None && quantity.form == Form::Words && of_grades {
            return Verdict::Refused(Refusal::Abstract);
        }
        let Measured { name, context } = measure::measured(self.reading, setting, quantity, open);
        let name = self
            .as_share_of(setting, quantity, &name)
            .or_else(|| self.as_rate_of(setting, quantity))
            .unwrap_or(name);
        // "Wardens hold an average of 16 boats each".
        let name = if self.is_average(quantity) && !name.to_lowercase().contains("averag") && !name.is_empty()
        {
            format!("{name}, on average")
        } else {
            name
        };
        let bare = quantity.unit == Unit::None;
        // "86% attend good schools, with 39% in outstanding ones": what stands before is of the other number.
        let apart = setting.words_before(self.reading, quantity).ends_with(", with ");
        let after = setting.words_after(self.reading, quantity);
        let context = if apart && after.starts_with(" in ") { after.to_owned() } else { context };
        let name_for_id = if apart { "" } else { &name };
        let figure = Figure {
            value: quantity.value,
            measure_id: (!comparison::is_change(self.reading, setting, quantity)
                && !self.is_told_of_the_others(setting, quantity)
                && !self.is_part(setting, quantity))
            .then(|| self.measure_id(&context, name_for_id, &unit))
            .flatten(),
            measure: if bare {
                naming::with_noun(name, &unit, setting.words_after(self.reading, quantity))
            } else {
                name
            },
            unit,
            as_of: setting.as_of(self.reading, quantity),
            place: None,
            approximate: approximation(quantity.bound).filter(|_| !self.is_average(quantity)),
            compare: Vec::new(),
        };
        Verdict::Figure(figure)
    }

    /// "43 live in homes, of whom 36 live far away": a count of some is no value of the series of all. A share of them may
    /// have a series of its own.
    fn is_part(&self, setting: &Setting, quantity: &Quantity) -> bool {
        let counts = matches!(quantity.unit, Unit::None | Unit::Counted(_));
        let lead = setting.words_before(self.reading, quantity).trim_end_matches(" only ").trim_end();
        counts && (lead.ends_with(" of whom") || lead.ends_with(" of which"))
    }

    /// "74 users of the service came. Of these, 20 have a plan", "Two of these are late": part of those who stand in no
    /// series stands in none, and none stands in the series of its whole.
    fn is_in_no_series(&self, figure: &Figure, setting: &Setting, quantity: &Quantity) -> bool {
        let counts = matches!(quantity.unit, Unit::None | Unit::Counted(_));
        let lead = setting.words_before(self.reading, quantity);
        let after = setting.words_after(self.reading, quantity);
        let of_these =
            ["Of these, ", "Of these ", "Of those, ", "Of them, ", "Of these, only "].contains(&lead);
        let these = [" of these ", " of them ", " of those "].iter().any(|part| after.starts_with(part));
        if !counts || !(of_these || these) || setting.introduction.is_some() {
            return false;
        }
        let whole = self.found.iter().rev().find_map(|found| match &found.verdict {
            Verdict::Figure(whole)
                if Some(found.sentence) == setting.previous || found.sentence == setting.sentence =>
            {
                Some(whole)
            }
            _ => None,
        });
        whole.is_some_and(|whole| {
            of_these && whole.measure_id.is_none() || whole.measure_id == figure.measure_id
        })
    }

    /// "nine in 2014 and nine in the year to date": the date of the number before is not that of this one.
    fn is_of_this_year(&self, setting: &Setting, quantity: &Quantity, open: &[&Quantity]) -> bool {
        let after = setting.words_after(self.reading, quantity);
        let clause = after.split([',', ';', '(', ':']).next().unwrap_or(after);
        let own = open.iter().map(|other| other.number.start).find(|start| *start > quantity.span.end);
        let clause = own.map_or(clause, |next| {
            let len = next.saturating_sub(quantity.span.end).min(clause.len());
            clause.get(..len).unwrap_or(clause)
        });
        let second = open.first().is_some_and(|first| first.number.start < quantity.number.start);
        second
            && ["year to date", "so far this year", "in the current year"]
                .iter()
                .any(|now| clause.contains(now))
    }

    /// "in touch with all but 12", "12% are not done in time": the number counts those of whom it is not so.
    fn is_told_of_the_others(&self, setting: &Setting, quantity: &Quantity) -> bool {
        let lead = setting.words_before(self.reading, quantity);
        let clause = lead.rsplit([',', ';', ':']).next().unwrap_or(lead);
        clause.rfind("all but ").is_some_and(|at| clause.len() - at < 24)
            || comparison::NOT_SO.is_match(setting.words_after(self.reading, quantity))
    }

    /// "an average of 66 weeks" is no more about 66 weeks than another average.
    fn is_average(&self, quantity: &Quantity) -> bool {
        let text = self.reading.document.text();
        let lead = text[..quantity.number.start].trim_end_matches('£');
        ["average of ", "averages of ", "averaging ", "averages ", "averaged "]
            .iter()
            .any(|words| lead.ends_with(words))
    }

    /// The series of the words around a number; of a share also that of its name, which a wordy clause may hide.
    fn measure_id(&self, context: &str, name: &str, unit: &str) -> Option<String> {
        let id = |words: &str| self.reading.words.series.measure_id(words, unit);
        (unit == "%").then(|| id(name)).flatten().or_else(|| id(context))
    }

    /// The date of the figure that a number goes on from: "…, of which 39", "The remaining eight".
    /// `compared` are the numbers that others are compared with.
    fn inherited_date(
        &self,
        setting: &Setting,
        quantity: &Quantity,
        first: usize,
        compared: &[Span],
    ) -> Option<Date> {
        let dated = |found: &Found| match &found.verdict {
            Verdict::Figure(figure) => figure.as_of,
            _ => None,
        };
        // "from 90 in 2014 to 80 in 2015, a rate of 24 per 10,000": another way to say the value right before.
        let restated = told_before::says_as_rate(setting.words_before(self.reading, quantity));
        let stays = |found: &&Found| !compared.contains(&found.quantity.number);
        let mut earlier = self.found[first..].iter().filter(stays).filter(|found| dated(found).is_some());
        let earlier = if restated { earlier.next_back() } else { earlier.next() };
        if let Some(found) = earlier {
            return setting.goes_on(self.reading, found.span, quantity.span).then(|| dated(found)).flatten();
        }
        let before = self.found.iter().rev().take_while(|found| Some(found.sentence) == setting.previous);
        setting.speaks_of_the_rest(self.reading).then(|| before.into_iter().find_map(dated)).flatten()
    }

    /// Turns a figure that another one is compared with into that comparison.
    fn apply(&mut self, setting: &Setting, first: usize, quantity: &Quantity, role: Role) {
        let Some(index) =
            (first..self.found.len()).find(|index| self.found[*index].quantity.number == quantity.number)
        else {
            return;
        };
        let is_before = matches!(role, Role::Before { .. });
        let in_pair = matches!(role, Role::Against { .. });
        let (label, target) = match role {
            Role::Figure => return,
            Role::After { label } => {
                let before = self.duration_before(first, index);
                let before = before.or_else(|| self.figure_before(setting, first, index));
                let target = before.or_else(|| label.is_some().then(|| self.figure_after(index)).flatten());
                (label, target)
            }
            Role::Against { label, of } => {
                let target = self.found[first..].iter().position(|found| found.quantity.number == of);
                (
                    label,
                    target.map(|target| first + target).filter(|target| self.is_figure_like(*target, index)),
                )
            }
            Role::Before { label } => (label, self.figure_after(index)),
        };
        let comparison = Comparison {
            value: quantity.value,
            as_of: setting
                .date_compared(self.reading, quantity)
                .or_else(|| self.date_before(index, target).filter(|_| is_before))
                .or_else(|| setting.since(self.reading).filter(|_| is_before))
                .or_else(|| self.year_before(setting, quantity, target))
                .or_else(|| self.date_of_pair(setting, index).filter(|_| in_pair)),
            label: label.clone(),
        };
        let number = target.map(|target| self.found[target].quantity.number);
        // What was compared with a value in the middle of a chain is compared with the last one.
        let earlier = match &mut self.found[index].verdict {
            Verdict::Figure(figure) if number.is_some() => std::mem::take(&mut figure.compare),
            _ => Vec::new(),
        };
        let unit = self.unit_given(index, target, is_before);
        if let Some(Verdict::Figure(figure)) = target.map(|target| &mut self.found[target].verdict) {
            figure.unit = unit.unwrap_or_else(|| std::mem::take(&mut figure.unit));
            figure.compare.extend(earlier);
            figure.compare.push(comparison);
        }
        let verdict = &mut self.found[index].verdict;
        match (number, label, &mut *verdict) {
            (Some(number), ..) => *verdict = Verdict::Compared(number),
            (None, Some(label), Verdict::Figure(_)) if label == "target" => {
                *verdict = Verdict::Refused(Refusal::Target)
            }
            (None, Some(label), Verdict::Figure(figure)) => figure.place = Some(label),
            (None, None, _) => *verdict = Verdict::Refused(Refusal::OnlyCompared),
            (None, Some(_), _) => {}
        }
    }

    /// "from 0.8% and 7.2% in 2013": the date of the second of two numbers is that of the first.
    fn date_of_pair(&self, setting: &Setting, index: usize) -> Option<Date> {
        let next = self.found.get(index + 1)?;
        let own = self.found[index].span;
        let between = Span::new(own.end.min(next.span.start), next.span.start);
        let joined = matches!(self.reading.document.words(between), " and " | "% and ");
        joined.then(|| setting.date_compared(self.reading, next.quantity))?
    }

    /// The date of a figure, if that is before the one of the figure that it turned into.
    fn date_before(&self, index: usize, target: Option<usize>) -> Option<Date> {
        let dated = |index: usize| match &self.found[index].verdict {
            Verdict::Figure(figure) => figure.as_of,
            _ => None,
        };
        let later = dated(target?)?;
        dated(index).filter(|date| *date < later)
    }

    /// "compared with 245 in the previous year": a year before the value that it is compared with.
    fn year_before(&self, setting: &Setting, quantity: &Quantity, target: Option<usize>) -> Option<Date> {
        if !setting.is_of_the_year_before(self.reading, quantity) {
            return None;
        }
        match &self.found[target?].verdict {
            Verdict::Figure(figure) => figure.as_of?.year_before(),
            _ => None,
        }
    }

    /// "from 405 adopters to 45": the noun of the first number is that of the second.
    fn unit_given(&self, index: usize, target: Option<usize>, is_before: bool) -> Option<String> {
        let bare = self.found[target?].quantity.unit == Unit::None;
        match (&self.found[index].verdict, self.found[index].quantity.unit) {
            (Verdict::Figure(figure), Unit::Counted(_)) if is_before && bare => Some(figure.unit.clone()),
            _ => None,
        }
    }

    /// The last figure of the same unit before this one in its sentence, else in the sentence before it.
    fn figure_before(&self, setting: &Setting, first: usize, index: usize) -> Option<usize> {
        let rate = |other: &usize| self.is_figure_like(*other, index) && self.is_same_rate(*other, index);
        let alike = |other: &usize| self.is_figure_like(*other, index);
        let within = (first..index).rev().find(alike);
        let start = self.found[..first]
            .iter()
            .rposition(|found| Some(found.sentence) != setting.previous)
            .map_or(0, |at| at + 1);
        within.or_else(|| {
            let counts = setting.refers_back;
            let mut before = start..first;
            // "329 children, which is equivalent to 51 per 10,000. This is above the rate for England (45 per 10,000)".
            if let Some(rate) = before.clone().rev().find(rate) {
                return Some(rate);
            }
            if counts { before.find(alike) } else { before.rev().find(alike) }
        })
    }

    /// "17 weeks, compared with 12": the duration right before a number whose unit is left out.
    fn duration_before(&self, first: usize, index: usize) -> Option<usize> {
        // "395 days, which is 91 days fewer than the average of 486": behind the difference.
        let before = (first..index).rev().find(|before| !self.found[*before].difference)?;
        let (one, other) = (&self.found[before], &self.found[index]);
        let bare = other.quantity.unit == Unit::None && is_time(one.quantity.unit);
        (bare && matches!(one.verdict, Verdict::Figure(_))).then_some(before)
    }

    fn figure_after(&self, index: usize) -> Option<usize> {
        (index + 1..self.found.len())
            .find(|other| !self.found[*other].compared && self.is_figure_like(*other, index))
    }

    fn is_same_rate(&self, other: usize, index: usize) -> bool {
        let unit = self.found[index].quantity.unit;
        matches!(unit, Unit::Rate(_)) && self.found[other].quantity.unit == unit
    }

    fn is_figure_like(&self, other: usize, index: usize) -> bool {
        matches!(self.found[other].verdict, Verdict::Figure(_))
            && !self.found[other].difference
            && comparison::alike(self.found[other].quantity.unit, self.found[index].quantity.unit)
    }

    /// "In February 2012 it was 71%." behind a later value is what that is compared with; behind an earlier one it is of the
    /// same measure.
    fn said_again(&mut self, setting: &Setting, first: usize) {
        let Some(index) =
            (first..self.found.len()).find(|index| matches!(self.found[*index].verdict, Verdict::Figure(_)))
        else {
            return;
        };
        let number = self.found[index].span;
        let lead = Span::new(setting.sentence.start.min(number.start), number.start);
        let lead = self.reading.document.words(lead);
        let became = lead.ends_with("to ") && comparison::HAD_BECOME.is_match(lead)
            || comparison::NOW_IT_IS.is_match(lead) && self.told_of_the_past(setting);
        if setting.previous.is_none() || !(became || comparison::SAID_AGAIN.is_match(lead)) {
            return;
        }
        let before = self.found[..first].iter().enumerate().rev();
        let before = before.take_while(|(_, found)| Some(found.sentence) == setting.previous);
        let Some(target) = before.map(|(at, _)| at).find(|at| self.is_figure_like(*at, index)) else {
            return;
        };
        let of = self.found[target].quantity.number;
        let Verdict::Figure(mut said) = self.found[index].verdict.clone() else { return };
        let Verdict::Figure(figure) = &mut self.found[target].verdict else { return };
        let back = ["previous", "last ", "earlier", "before", "ago"].iter().any(|word| lead.contains(word));
        let earlier = match (said.as_of, figure.as_of) {
            (Some(own), Some(other)) => own < other,
            (own, _) => own.is_some() || back,
        };
        if became {
            let value = Comparison { value: figure.value, as_of: figure.as_of, label: None };
            said.measure = figure.measure.clone();
            said.measure_id = figure.measure_id.clone();
            said.compare.extend(std::mem::take(&mut figure.compare));
            said.compare.push(value);
            self.found[target].verdict = Verdict::Compared(self.found[index].quantity.number);
            self.found[index].verdict = Verdict::Figure(said);
        } else if earlier {
            figure.compare.push(Comparison { value: said.value, as_of: said.as_of, label: None });
            self.found[index].verdict = Verdict::Compared(of);
        // "At secondary school it was 93%" is of something else, which only a date leaves the same.
        } else if said.unit == figure.unit && said.as_of.is_some() {
            said.measure = figure.measure.clone();
            said.measure_id = figure.measure_id.clone();
            self.found[index].verdict = Verdict::Figure(said);
        }
    }

    /// "A year ago it was 35%.": whether the sentence before tells of another time.
    fn told_of_the_past(&self, setting: &Setting) -> bool {
        let words = setting.previous.map_or("", |sentence| self.reading.document.words(sentence));
        words.contains(" ago")
            || words.contains(" earlier")
            || words.contains("Last ")
            || words.contains(" last ")
    }

    /// "This is the same number as at 31 March": the figure before compared with its own value.
    fn same_as_before(&mut self, setting: &Setting, first: usize) {
        let Some(date) = setting.same_as(self.reading) else { return };
        let last = self.found[..]
            .iter_mut()
            .skip(first)
            .rev()
            .find(|found| matches!(found.verdict, Verdict::Figure(_)));
        if let Some(Found { verdict: Verdict::Figure(figure), .. }) = last {
            figure.compare.push(Comparison { value: figure.value, as_of: Some(date), label: None });
        }
    }
}

fn approximation(bound: Bound) -> Option<Approximation> {
    match bound {
        Bound::About => Some(Approximation::About),
        Bound::Nearly => Some(Approximation::Nearly),
        Bound::Over => Some(Approximation::Over),
        Bound::Under => Some(Approximation::Under),
        Bound::AtLeast => Some(Approximation::AtLeast),
        Bound::AtMost => Some(Approximation::AtMost),
        Bound::Exact | Bound::Up | Bound::Down => None,
    }
}

/// Whether the unit is one of time.
fn is_time(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Measure(
            "seconds"
                | "minutes"
                | "hours"
                | "days"
                | "weeks"
                | "months"
                | "years"
                | "fortnights"
                | "decades"
                | "centuries"
        )
    )
}
