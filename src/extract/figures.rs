//! A reading in, its figures out: what the numbers of the text measure, as of when, and against what.
//!
//! 1. Each quantity is refused with a reason ([`refusal`]), or is a figure, or is what another figure is compared with
//!    ([`comparison`]).
//! 2. A figure takes its date from its sentence or from the line that introduces its list ([`setting`]), what it measures
//!    from the words around it ([`measure`]), and its series from the vocabulary ([`series`]).

mod comparison;
mod measure;
mod naming;
mod refusal;
pub(super) mod series;
mod setting;
mod unit;

use super::quantities::{Bound, Quantity, Unit};
use super::reading::Reading;
use crate::model::{Approximation, Comparison, Date, Document, Fact, FactValue, Figure, Span};
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
    let mut writer = Writer { reading, found: Vec::new(), introductions: setting::Introductions::default() };
    let mut rest = &reading.quantities[..];
    while let Some(first) = rest.first() {
        let sentence = window(reading.document, reading.document.sentence_at(first.number.start), first.span);
        let count = rest.iter().take_while(|q| q.number.start < sentence.end.max(first.number.end)).count();
        writer.sentence(sentence, &rest[..count]);
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
}

struct Writer<'a> {
    reading: &'a Reading<'a>,
    found: Vec<Found<'a>>,
    introductions: setting::Introductions,
}

impl<'a> Writer<'a> {
    fn sentence(&mut self, sentence: Span, quantities: &'a [Quantity]) {
        let setting = self.introductions.setting(self.reading, sentence, &self.found);
        let refusals = refusal::refusals(self.reading, &setting, quantities);
        let open: Vec<&Quantity> = quantities
            .iter()
            .zip(&refusals)
            .filter(|(_, refusal)| refusal.is_none())
            .map(|(q, _)| q)
            .collect();
        let roles = comparison::roles(self.reading, &setting, &open);
        let first = self.found.len();
        for (quantity, refusal) in quantities.iter().zip(refusals) {
            let mut verdict = match refusal {
                Some(refusal) => Verdict::Refused(refusal),
                None => self.figure(&setting, quantity, &open),
            };
            if let Verdict::Figure(figure) = &mut verdict {
                figure.as_of = figure.as_of.or_else(|| self.inherited_date(&setting, quantity, first));
            }
            let difference = matches!(verdict, Verdict::Figure(_))
                && comparison::is_difference(self.reading, &setting, quantity);
            self.found.push(Found { span: quantity.span, sentence, quantity, verdict, difference });
        }
        for (quantity, role) in open.iter().zip(roles) {
            self.apply(&setting, first, quantity, role);
        }
        self.same_as_before(&setting, first);
    }

    fn figure(&self, setting: &Setting, quantity: &Quantity, open: &[&Quantity]) -> Verdict {
        let Some(unit) = unit::unit(self.reading, setting, quantity, open) else {
            return Verdict::Refused(Refusal::CountsNothing);
        };
        let Measured { name, context } = measure::measured(self.reading, setting, quantity);
        let name = self
            .as_share_of(setting, quantity, &name)
            .or_else(|| self.as_rate_of(setting, quantity))
            .unwrap_or(name);
        let bare = quantity.unit == Unit::None;
        let figure = Figure {
            value: quantity.value,
            measure_id: (!comparison::is_change(self.reading, setting, quantity))
                .then(|| self.measure_id(&context, &name, &unit))
                .flatten(),
            measure: if bare { naming::with_noun(name, &unit) } else { name },
            unit,
            as_of: setting.as_of(self.reading, quantity),
            place: None,
            approximate: approximation(quantity.bound),
            compare: Vec::new(),
        };
        Verdict::Figure(figure)
    }

    /// The series of the words around a number; of a share also that of its name, which a wordy clause may hide.
    fn measure_id(&self, context: &str, name: &str, unit: &str) -> Option<String> {
        let id = |words: &str| self.reading.words.series.measure_id(words, unit);
        id(context).or_else(|| (unit == "%").then(|| id(name)).flatten())
    }

    /// "This is 20% of the population": the measure of the figure before, as a share of that.
    fn as_share_of(&self, setting: &Setting, quantity: &Quantity, whole: &str) -> Option<String> {
        let document = self.reading.document;
        let lead =
            document.words(Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start));
        let after = document.words(Span::new(quantity.span.end, setting.sentence.end.max(quantity.span.end)));
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
    fn as_rate_of(&self, setting: &Setting, quantity: &Quantity) -> Option<String> {
        const LEADS: [&str; 5] = [
            "This is a rate of ",
            "This was a rate of ",
            "This represents a rate of ",
            "This equates to a rate of ",
            "This is equivalent to a rate of ",
        ];
        let lead = Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start);
        let said =
            matches!(quantity.unit, Unit::Rate(_)) && LEADS.contains(&self.reading.document.words(lead));
        let mut before = self.found.iter().rev().take_while(|found| Some(found.sentence) == setting.previous);
        before.find_map(|found| match &found.verdict {
            Verdict::Figure(figure) if said => Some(figure.measure.clone()),
            _ => None,
        })
    }

    /// The date of the figure that a number goes on from: "…, of which 39", "The remaining eight".
    fn inherited_date(&self, setting: &Setting, quantity: &Quantity, first: usize) -> Option<Date> {
        let dated = |found: &Found| match &found.verdict {
            Verdict::Figure(figure) => figure.as_of,
            _ => None,
        };
        let lead = Span::new(setting.sentence.start.min(quantity.span.start), quantity.span.start);
        // "from 90 in 2014 to 80 in 2015, a rate of 24 per 10,000": another way to say the value right before.
        let restated = self.reading.document.words(lead).ends_with(", a rate of ");
        let mut earlier = self.found[first..].iter().filter(|found| dated(found).is_some());
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
        let (label, target) = match role {
            Role::Figure => return,
            Role::After { label } => {
                let before = self.duration_before(first, index);
                let before = before.or_else(|| self.figure_before(setting, first, index));
                let target = before.or_else(|| label.is_some().then(|| self.figure_after(index)).flatten());
                (label, target)
            }
            Role::Before { label } => (label, self.figure_after(index)),
        };
        let comparison = Comparison {
            value: quantity.value,
            as_of: setting.own_date(self.reading, quantity),
            label: label.clone(),
        };
        let number = target.map(|target| self.found[target].quantity.number);
        // What was compared with a value in the middle of a chain is compared with the last one.
        let earlier = match &mut self.found[index].verdict {
            Verdict::Figure(figure) if number.is_some() => std::mem::take(&mut figure.compare),
            _ => Vec::new(),
        };
        if let Some(Verdict::Figure(figure)) = target.map(|target| &mut self.found[target].verdict) {
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

    /// The last figure of the same unit before this one in its sentence, else in the sentence before it.
    fn figure_before(&self, setting: &Setting, first: usize, index: usize) -> Option<usize> {
        let alike = |other: &usize| self.is_figure_like(*other, index);
        let within = (first..index).rev().find(alike);
        let start = self.found[..first]
            .iter()
            .rposition(|found| Some(found.sentence) != setting.previous)
            .map_or(0, |at| at + 1);
        within.or_else(|| {
            let counts = setting.refers_back;
            let mut before = start..first;
            if counts { before.find(alike) } else { before.rev().find(alike) }
        })
    }

    /// "17 weeks, compared with 12": the duration right before a number whose unit is left out.
    fn duration_before(&self, first: usize, index: usize) -> Option<usize> {
        let before = index.checked_sub(1).filter(|before| *before >= first)?;
        let (one, other) = (&self.found[before], &self.found[index]);
        let bare = other.quantity.unit == Unit::None && is_time(one.quantity.unit);
        (bare && matches!(one.verdict, Verdict::Figure(_)) && !one.difference).then_some(before)
    }

    fn figure_after(&self, index: usize) -> Option<usize> {
        (index + 1..self.found.len()).find(|other| self.is_figure_like(*other, index))
    }

    fn is_figure_like(&self, other: usize, index: usize) -> bool {
        matches!(self.found[other].verdict, Verdict::Figure(_))
            && !self.found[other].difference
            && comparison::alike(self.found[other].quantity.unit, self.found[index].quantity.unit)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;
    use crate::model::Vocabulary;

    /// The figures of a text as `value unit @as-of (compared @as-of label)`.
    fn found(text: &str) -> String {
        let document = sample::document(text);
        let vocabulary = Vocabulary::default();
        let reading = Reading::new(&document, &vocabulary);
        let dated = |date: Option<Date>| date.map_or(String::new(), |date| format!(" @{date}"));
        let shown = |(_, verdict): (Span, Verdict)| {
            let Verdict::Figure(figure) = verdict else { return None };
            let compared = figure.compare.iter().map(|other| {
                let label = other.label.as_deref().map_or(String::new(), |label| format!(" {label}"));
                format!(" ({}{}{label})", other.value, dated(other.as_of))
            });
            Some(format!(
                "{} {}{}{}",
                figure.value,
                figure.unit,
                dated(figure.as_of),
                compared.collect::<String>()
            ))
        };
        verdicts(&reading).into_iter().filter_map(shown).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_count_takes_its_date_and_what_it_is_compared_with() {
        let text = "At 31 March 2015, 90 children were on a plan. This is a rise from 70 at 31 March 2014.";
        assert_eq!(found(text), "90 children @2015-03-31 (70 @2014-03-31)");
        assert_eq!(found("It fell from 63% in 2015–16 to 52% in 2016–17."), "52 % @2016/17 (63 @2015/16)");
        assert_eq!(found("Lists are long: in May 2018, 40 pupils waited."), "40 pupils @2018-05");
        assert_eq!(found("In pools it is 13.2% (the national average is 18.1%)."), "13.2 % (18.1 national)");
        assert_eq!(found("There were 40 pupils, compared to 30 in June 2013."), "40 pupils (30 @2013-06)");
        assert_eq!(
            found("The rate is 52 per 10,000, compared to 45 nationally."),
            "52 per 10,000 (45 national)"
        );
    }

    #[test]
    fn the_line_above_a_list_governs_its_items() {
        let text = "At 31 May 2016, 80 children were in care. Of this number:\n- 17 (or 21%) live far away\n- three are new";
        assert_eq!(
            found(text),
            "80 children @2016-05-31; 17 children @2016-05-31; 21 % @2016-05-31; 3 children @2016-05-31"
        );
        assert_eq!(found("In the last 12 months:\n- there were 19 adoptions"), "19 adoptions");
    }

    #[test]
    fn an_item_goes_on_from_the_one_above_it() {
        let text = "- At 31 May 2016, 80 children were in care.\n- Of this number, 17 (or 21%) live far away\n- 46 live with carers\n- In the last 12 months:\n- nine children left";
        assert_eq!(
            found(text),
            "80 children @2016-05-31; 17 children @2016-05-31; 21 % @2016-05-31; 46 children @2016-05-31; 9 children"
        );
        assert_eq!(found("It met 14 looked after children."), "14 looked after children");
    }

    #[test]
    fn both_numbers_of_a_part_or_a_range_count() {
        assert_eq!(found("In all, 36 out of 150 referrals were late."), "36 referrals; 150 referrals");
        assert_eq!(found("They had between 33 and 39 families."), "33 families; 39 families");
        assert_eq!(found("Caseloads of 10 to 15 children are low."), "10 children; 15 children");
        assert_eq!(found("- No pupils left.\n- no children left the town that year"), "0 children");
    }

    #[test]
    fn how_long_people_wait_is_measured() {
        assert_eq!(found("Pupils wait up to 18 months for a place."), "18 months");
        assert_eq!(found("Some have waited for over three years."), "3 years");
        assert_eq!(found("There are often delays of up to six months."), "6 months");
    }

    #[test]
    fn the_date_of_an_earlier_value_is_its_own() {
        assert_eq!(
            found("Plans fell from 253 plans in 2018 to 144 plans at this visit."),
            "144 plans (253 @2018)"
        );
    }

    #[test]
    fn a_value_is_compared_with_a_value_and_not_with_a_difference() {
        assert_eq!(
            found("At 30 May 2014, 90 pupils were in care. This is a 20% rise from 75 at 30 May 2013."),
            "90 pupils @2014-05-30 (75 @2013-05-30); 20 %"
        );
    }

    #[test]
    fn an_average_duration_is_measured() {
        assert_eq!(found("This is 20 days more than the limit."), "20 days");
        assert_eq!(
            found("It fell from an average of 55 weeks in 2013 to 37 weeks in 2014."),
            "37 weeks @2014 (55 @2013)"
        );
        assert_eq!(found("The average duration of 34 weeks is long."), "34 weeks");
        assert_eq!(
            found("The average time is 93 days, which is better than the England figure of 146 days."),
            "93 days (146 national)"
        );
        assert_eq!(
            found("It rose from 30 adopters approved in 2011–12 to 50 approved in 2013–14."),
            "50 adopters @2013/14 (30 @2011/12)"
        );
        assert_eq!(found("Those seen for an average of two years or more do well."), "");
    }

    #[test]
    fn a_share_may_part_a_number_from_what_it_counts() {
        assert_eq!(found("There are 16 (8.5%) young people in custody."), "16 young people; 8.5 %");
    }

    #[test]
    fn people_of_an_age_are_counted() {
        assert_eq!(found("In all, 107 16- and 17-year-olds came by."), "107 16- and 17-year-olds");
    }

    #[test]
    fn a_period_that_ends_on_a_date_dates_what_it_leads() {
        assert_eq!(found("In the six months to March 2017, 87% of talks were on time."), "87 % @2017-03");
    }

    /// What the figures of a text measure.
    fn named(text: &str) -> Vec<String> {
        let document = sample::document(text);
        let vocabulary = Vocabulary::default();
        let figures = verdicts(&Reading::new(&document, &vocabulary)).into_iter();
        let figures = figures.filter_map(|(_, verdict)| match verdict {
            Verdict::Figure(figure) => Some(figure.measure),
            _ => None,
        });
        figures.collect()
    }

    #[test]
    fn a_measure_is_named_as_a_chart_would_be() {
        assert_eq!(named("The council had 12 children in care."), ["children in care"]);
        assert_eq!(
            named("The length of cases has been reduced from 50 weeks in 2012 to 40 weeks in 2013."),
            ["length of cases"]
        );
        assert_eq!(
            named("In all, 14 pupils have returned to class and a further four are due back."),
            ["pupils who have returned to class", "pupils due back"]
        );
        assert_eq!(
            named("About 900 boys live in Ayton. This is 20% of all boys in the county."),
            ["boys live in Ayton", "boys live in Ayton as a share of boys in the county"]
        );
        assert_eq!(named("The proportion of pupils in work has risen to 38%."), ["pupils in work"]);
        let list = "- At 31 May 2016, 80 children were in care.\n\nOf this number:\n\n- 12 children (or 15%) live far away";
        let far = "children in care who live far away";
        assert_eq!(named(list), ["children in care", far, far]);
        let places =
            "The proportion of pupils who read:\n\n- In primary schools is 17% (the national level is 15%)";
        assert_eq!(named(places), ["pupils who read in primary schools"]);
    }

    #[test]
    fn a_chain_of_values_is_compared_with_its_last() {
        assert_eq!(
            found("There were 90 calls in 2022, compared with 80 in 2021 and 70 in 2020."),
            "90 calls @2022 (80 @2021) (70 @2020)"
        );
        assert_eq!(
            found("Calls rose from 12 in 2021/22 to 15 in 2022/23 and then to 18 in 2023/24."),
            "18 calls @2023/24 (12 @2021/22) (15 @2022/23)"
        );
        assert_eq!(
            found(
                "Plans fell from 40 at 31 March 2015 to 34 at 31 March 2016, a rate of 24 per 10,000 pupils."
            ),
            "34 plans @2016-03-31 (40 @2015-03-31); 24 per 10,000 @2016-03-31"
        );
        assert_eq!(
            found(
                "In 2021, 93% were on time, up from 64% in 2018 and well above the 58% achieved nationally."
            ),
            "93 % @2021 (64 @2018) (58 national)"
        );
        assert_eq!(
            found("In 2020, 90% came. This fell to 61% in 2021 and, by May 2023, stood at 29%."),
            "90 % @2020; 61 % @2021; 29 % @2023-05"
        );
    }

    #[test]
    fn a_value_that_turned_into_another_is_compared_with_it() {
        assert_eq!(found("It was 72% in 2012, rising to 78% in 2013."), "78 % @2013 (72 @2012)");
        assert_eq!(found("Calls rose from 12 calls to 15 and then to 18."), "18 calls (12) (15)");
        assert_eq!(
            named(
                "At 31 March 2016, 270 boys were in care. This is a rate of 27 per 10,000, below the national rate of 33."
            ),
            ["boys in care", "boys in care"]
        );
        assert_eq!(found("Staff are seen 50% of the time. The panel meets every six months."), "");
        assert_eq!(
            found("In the reporting period April to June 2014 there were 22 talks."),
            "22 talks @2014-06"
        );
        assert_eq!(
            found("There are nine boys in custody, four sentenced and five on remand."),
            "9 boys; 4 boys; 5 boys"
        );
    }

    #[test]
    fn a_value_takes_the_date_that_leads_to_it() {
        assert_eq!(
            found("In 2023, 91% came (50% nationally), and the picture for May 2024 is better, at 95%."),
            "91 % @2023 (50 national); 95 % @2024-05"
        );
        assert_eq!(
            found("The average wait is 17 weeks compared with the target of 12."),
            "17 weeks (12 target)"
        );
        assert_eq!(
            found("In May 2024, 143 boys came; two years earlier it was 208."),
            "143 boys @2024-05 (208)"
        );
        assert_eq!(
            found("A high share is out of work, at 48% overall, rising to 58% in the north."),
            "48 %; 58 %"
        );
    }

    #[test]
    fn what_is_counted_may_stand_in_a_list_or_behind_a_name() {
        assert_eq!(
            found("They met 16 schools and read 22 health, care and work (HCW) plans."),
            "16 schools; 22 plans"
        );
        assert_eq!(found("Ayton has a population of 73,700."), "73700 people");
        assert_eq!(found("The average caseload has risen from 12 to 20."), "20 cases (12)");
        assert_eq!(found("West Midlands Police reduced it to fewer than 100."), "");
        assert_eq!(found("Nobody planned until the young person was 17."), "");
        assert_eq!(found("Ayton RG40 1BN Dr James"), "");
    }

    #[test]
    fn the_later_of_two_dates_is_that_of_what_was_reached() {
        assert_eq!(
            found("Referrals have risen from 70 to 94 between 2012–13 and 2013–14."),
            "94 referrals @2013/14 (70)"
        );
        assert_eq!(found("A rise in queries in 2013–14 to 67."), "67 queries @2013/14");
    }

    #[test]
    fn what_is_no_figure() {
        for text in [
            "The quality of homes for pupils (Enabler two) and of plans (Outcome 3, in part).",
            "It is in the top 24 of all schools and has grown over the last four terms.",
            "Plans for pupils who are approaching 18 are ready; workers are assigned to them at 16.",
            "Those in care under 16 live in homes and are seen within five working days of arrival.",
            "She met 16-year-old boys and those aged 10 to 17 or under 18.",
            "See paragraph 43, page 7 and section 20; pupils in Year 11 at Key Stages 1 and 2.",
            "Ring 0300 123 1231 at 10:30.",
            "In the last 12 months and for two years it was seen within 24 hours.",
            "It is one of four possible ratings in five areas.",
            "The inspection team consisted of six inspectors.",
            "Two inspectors, Ann Bell and Carl Dent, came in June.",
            "Two-thirds of a 12-week course went well on the 18th.",
            "Support between 21 and 25 is only for some.",
            "Those with five or more moves were seen.",
            "Support under the age of 18 matches that for others. They change workers at 18. Some stay on after 21.",
            "The footnotes (see 3, 4 and 5) explain it.",
            "It is for those aged nought to seven.",
            "The 0 to 19 service and the 5 to 16 pathway are new.",
            "Years 5 and 6 pupils and quarters one and two of the year were seen.",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
        assert_eq!(found("# 24 children in care"), "");
    }
}
