//! A sentence in, what stands around its numbers out: its dates, the sentence before, the line that introduces its list.

use super::change::{CHANGED, STEMS, had_changed_to};
use super::clause::is_elided;
use super::dating::{
    is_foreseen, is_gathered_then, is_of_the_same_period, is_of_the_year_before, is_spent_by_inspectors,
    is_to_come, named_visit, tells, visit,
};
use super::introduction::{Introduction, Introductions};
use super::{Found, comparison, respective};
use crate::extract::dates::{DateKind, DateMention};
use crate::extract::patterns::pattern;
use crate::extract::quantities::{Quantity, Unit};
use crate::extract::reading::{Reading, within};
use crate::model::{Date, Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A sentence with numbers, and what governs them.
pub(super) struct Setting {
    pub sentence: Span,
    pub block: usize,
    /// What the line that introduces the list says of its items.
    pub introduction: Option<Introduction>,
    /// The sentence before it in its block.
    pub previous: Option<Span>,
    /// Whether it speaks of the figure before: "This is an increase from …".
    pub refers_back: bool,
    /// The date that leads the sentence: "At 31 March 2014, …".
    lead: Option<Date>,
}

/// Whether a number is more than an age, a size of a group or a length of time that says more of what is counted.
fn is_count(document: &Document, quantity: &Quantity) -> bool {
    const SMALL: f64 = 25.0;
    let times = matches!(quantity.unit, Unit::Counted(noun) if document.words(noun).ends_with(" days"));
    let amount = matches!(quantity.unit, Unit::Percent | Unit::Rate(_) | Unit::Money(_));
    amount || !times && !super::is_time(quantity.unit) && quantity.value > SMALL
}

fn lead_date(reading: &Reading, sentence: Span) -> Option<Date> {
    let at = reading.dates.partition_point(|date| date.span.start < sentence.start);
    let date = reading.dates.get(at).filter(|date| date.span.end <= sentence.end)?;
    let before = reading.document.words(Span::new(sentence.start, date.span.start));
    // "Lists are too long: in August 2017, 306 pupils waited."
    let led = before.rsplit_once(": ").filter(|(lead, _)| !lead.contains(|c: char| c.is_ascii_digit()));
    let before = led.map_or(before, |(_, rest)| rest);
    // "Between 2012/13 and 2013/14 it rose to 90": what it came to be in the end.
    let last = reading.dates.get(at + 1).filter(|last| {
        before.ends_with("etween ")
            && last.span.end <= sentence.end
            && reading.document.words(Span::new(date.span.end.min(last.span.start), last.span.start))
                == " and "
    });
    let date = last.unwrap_or(date);
    let leads = LEAD.is_match(before) || before.is_empty() && date.kind == DateKind::Relative;
    (tells(reading, date) && leads).then(|| date.as_of()).flatten()
}

/// What stands before a number that is no value beside others.
const OF_NO_VALUE: [&str; 5] = [" aged ", " within ", " within the ", " limit of ", " target of "];

impl Setting {
    pub fn of(reading: &Reading, sentence: Span, introductions: &mut Introductions, found: &[Found]) -> Self {
        let document = reading.document;
        let block = document.block_index(sentence.start);
        let sentences = document.blocks().get(block).map_or(&[][..], |block| document.sentences_of(block));
        let at = sentences.partition_point(|other| other.start < sentence.start);
        let words = document.words(sentence);
        Self {
            sentence,
            block,
            introduction: introductions.introduction(reading, block, found),
            previous: at.checked_sub(1).map(|before| sentences[before]),
            refers_back: REFERS_BACK.is_match(words),
            lead: lead_date(reading, sentence),
        }
    }

    /// The date that the text gives a quantity's value.
    pub fn as_of(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        let clause = || self.date_in_clause(reading, quantity);
        let listed = || self.introduction.as_ref().and_then(|introduction| introduction.as_of);
        let data = || self.date_of_the_data(reading, quantity.span.start);
        let own = || self.own_date(reading, quantity).or_else(|| self.redated(reading, quantity));
        let now = self.is_told_of_now(reading, quantity);
        let lead = || self.lead.filter(|_| !now && !self.now_instead(reading, quantity));
        let clause = || clause().filter(|_| !now);
        let spent =
            super::is_time(quantity.unit) && is_spent_by_inspectors(self.words_before(reading, quantity));
        let same = || self.end_of_the_period(reading);
        let visit = || self.date_of_visit(reading, quantity);
        let told =
            own().or_else(same).or_else(|| visit().filter(|_| self.is_at_the_visit(reading, quantity)));
        let told = told.or_else(|| self.date_in_brackets(reading, quantity));
        let told = told.or_else(lead).or_else(clause).or_else(listed).or_else(data);
        let told = told.or_else(|| self.date_of_gathering(reading)).or_else(visit);
        // "It failed in 2014 and has had two letters since, or": later than the date that is told.
        let later = SINCE_THEN.is_match(self.words_after(reading, quantity));
        let told = told.filter(|_| !spent && !later);
        let foreseen = || is_foreseen(reading.document.words(self.sentence));
        told.filter(|date| !is_to_come(reading, *date) || foreseen())
    }

    /// "A survey of 160 parents, carried out in April, found that 71% were": the date of all its values.
    fn date_of_gathering(&self, reading: &Reading) -> Option<Date> {
        let dates = within(&reading.dates, self.sentence, |date| date.span.start);
        let lead = |date: &&DateMention| {
            is_gathered_then(reading.document.words(Span::new(self.sentence.start, date.span.start)))
        };
        dates.iter().find(lead).and_then(DateMention::as_of)
    }

    fn date_of_visit(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        let start = self.sentence.start;
        let number = quantity.span.start.saturating_sub(start)..quantity.span.end.saturating_sub(start);
        visit(reading, reading.document.words(self.sentence), number)
    }

    /// "In May there were 21 and, at the time of this inspection, only 5": whether the visit is the last time that the words
    /// before a number name.
    fn is_at_the_visit(&self, reading: &Reading, quantity: &Quantity) -> bool {
        let lead = Span::new(self.sentence.start.min(quantity.span.start), quantity.span.start);
        let told = named_visit(reading.document.words(lead)).map(|at| lead.start + at);
        let dates = within(&reading.dates, lead, |date| date.span.start);
        told.is_some_and(|told| dates.last().is_none_or(|date| date.span.end <= told))
    }

    /// The last date of the sentence before, where this one tells of the same period.
    fn end_of_the_period(&self, reading: &Reading) -> Option<Date> {
        let document = reading.document;
        let same = is_of_the_same_period(document.words(self.sentence));
        let index = document.sentence_index(self.sentence.start).checked_sub(1).filter(|_| same)?;
        let before = document.sentences()[index];
        let dates = within(&reading.dates, before, |date| date.span.start);
        dates.iter().filter(|date| date.kind != DateKind::Relative).filter_map(DateMention::as_of).max()
    }

    /// The words of the sentence before a number.
    pub fn words_before<'a>(&self, reading: &'a Reading, quantity: &Quantity) -> &'a str {
        let lead = Span::new(self.sentence.start.min(quantity.span.start), quantity.span.start);
        reading.document.words(lead)
    }

    /// The words of the sentence behind a number.
    pub fn words_after<'a>(&self, reading: &'a Reading, quantity: &Quantity) -> &'a str {
        let after = Span::new(quantity.span.end, self.sentence.end.max(quantity.span.end));
        reading.document.words(after)
    }

    /// "In 2012, 73% were on time, and data show that 75% are now": whether a number behind another one is told of now.
    fn is_told_of_now(&self, reading: &Reading, quantity: &Quantity) -> bool {
        let lead = Span::new(self.sentence.start.min(quantity.span.start), quantity.span.start);
        let before = within(&reading.quantities, lead, |other| other.number.start);
        let after = self.words_after(reading, quantity);
        let clause = after.split([',', ';', '(', ':']).next().unwrap_or_default();
        !before.is_empty() && IS_NOW.is_match(clause)
    }

    /// "In 2018 it was 22%; it is now 15%": whether what is so now stands behind what was so on the date before.
    fn now_instead(&self, reading: &Reading, quantity: &Quantity) -> bool {
        let lead = Span::new(self.sentence.start.min(quantity.span.start), quantity.span.start);
        let numbers = within(&reading.quantities, lead, |other| other.number.start);
        let words =
            |other: &Quantity| reading.document.words(Span::new(other.span.end.min(lead.end), lead.end));
        numbers.last().is_some_and(|other| comparison::NOW_IT_IS.is_match(words(other)))
    }

    /// "In 2023 it was 91%, and the picture for the first quarter of 2024 is better, at 95%": a later date than the one
    /// that leads the sentence, beside no other number, which a quantity before whose "at" it stands takes.
    fn redated(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        let document = reading.document;
        let first = reading.dates.partition_point(|date| date.span.start < self.sentence.start);
        let dates = reading.dates[first..].iter().take_while(|date| date.span.end <= quantity.span.start);
        let later = dates.skip(1).filter(|date| date.kind != DateKind::Relative).last();
        let reached = |date: &&DateMention| {
            let before = Span::new(self.sentence.start, date.span.start);
            let numbers = within(&reading.quantities, before, |quantity| quantity.number.start);
            let beside = numbers.last().is_some_and(|other| {
                other.span.end <= date.span.start
                    && BESIDE.is_match(document.words(Span::new(other.span.end, date.span.start)))
            });
            let near = document.words(Span::new(date.span.end, quantity.span.start));
            let reached = near.len() < 60 && near.ends_with(" at ") && !near.contains(';');
            !numbers.is_empty() && !beside && reached
        };
        later.filter(reached).and_then(DateMention::as_of)
    }

    /// The date right beside a quantity: "147 at 31 March 2013", "63% (2015/16)".
    pub fn own_date(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        if let Some(date) = respective::date(reading, self.sentence, quantity) {
            return Some(date);
        }
        let document = reading.document;
        let at = reading.dates.partition_point(|date| date.span.start < quantity.span.end);
        let next = reading.dates.get(at).filter(|date| date.span.end <= self.sentence.end);
        let beside = next.filter(|date| {
            let words = document.words(Span::new(quantity.span.end, date.span.start));
            let goes_on =
                [" and by ", " and in ", " and at ", " and on "].iter().any(|and| words.contains(and));
            let labels = document.text()[date.span.end..].starts_with(':');
            let since = words.contains("since ");
            tells(reading, date) && !goes_on && !labels && !since && BESIDE.is_match(words)
        });
        let before = at
            .checked_sub(1)
            .map(|index| &reading.dates[index])
            .filter(|date| date.span.start >= self.sentence.start);
        let just_before = before.filter(|date| {
            tells(reading, date)
                && date.span.end <= quantity.span.start
                && (JUST_BEFORE.is_match(document.words(Span::new(date.span.end, quantity.span.start)))
                    || self.heads_an_item(document, date.span, quantity.span))
        });
        // What rose "from 70 to 94 between 2013 and 2014" was 94 in 2014.
        let lead = Span::new(self.sentence.start.min(quantity.span.start), quantity.span.start);
        let lead = document.words(lead);
        let ranged = beside.filter(|date| {
            document.words(Span::new(quantity.span.end, date.span.start)) == " between "
                && (lead.ends_with(" to ") || lead.ends_with(" by "))
        });
        let last = ranged.and_then(|date| {
            let second = reading.dates.get(at + 1)?;
            (document.words(Span::new(date.span.end, second.span.start.max(date.span.end))) == " and ")
                .then_some(second)
        });
        last.or(beside).or(just_before).and_then(DateMention::as_of)
    }

    /// "done in time: 2015–16, 47%; 2016–17, 63%": whether a date leads its value in a list of values.
    fn heads_an_item(&self, document: &Document, date: Span, number: Span) -> bool {
        let before = document.words(Span::new(self.sentence.start.min(date.start), date.start));
        let between = document.words(Span::new(date.end.min(number.start), number.start));
        between == ", " && [": ", "; ", "; in ", "; by ", "; at "].iter().any(|mark| before.ends_with(mark))
    }

    /// The date of a value that another one is compared with: beside it, or in what is said of it: "than the 40% that they
    /// made up in May 2014"; of what rose "from 70 to 94 between 2013 and 2014" the first one.
    pub fn date_compared(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        const NEAR: usize = 45;
        let document = reading.document;
        let at = reading.dates.partition_point(|date| date.span.start < quantity.span.end);
        let next = || {
            let date = reading.dates.get(at).filter(|date| date.span.end <= self.sentence.end)?;
            let between = Span::new(quantity.span.end, date.span.start);
            let words = document.words(between);
            let other = within(&reading.quantities, between, |other| other.number.start).last();
            let behind = other.map_or(words, |other| {
                document.words(Span::new(other.span.end.min(date.span.start), date.span.start))
            });
            // "the 43% England average (March 2014)".
            let bracketed = other.is_none()
                && words.len() < NEAR
                && words.ends_with(" (")
                && !words.contains([',', '.', ';', ':'])
                && document.text()[date.span.end..].starts_with(')');
            let ranged = other.is_some() && behind.ends_with(" between ") && words.contains(" to ");
            let said = other.is_none()
                && words.len() < NEAR
                && !words.contains([',', '.', ';', ':', '('])
                && !words.contains(" and ")
                && AT_A_TIME.is_match(words);
            (date.kind != DateKind::Relative && (ranged || said || bracketed))
                .then(|| if ranged { date.value } else { date.as_of() })?
        };
        self.own_date(reading, quantity).or_else(next)
    }

    /// "There are 443 children in care (31 August 2023)": a date alone in the brackets behind what is counted.
    fn date_in_brackets(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        const NEAR: usize = 60;
        let document = reading.document;
        let at = reading.dates.partition_point(|date| date.span.start < quantity.span.end);
        let date = reading.dates.get(at).filter(|date| date.span.end <= self.sentence.end)?;
        let between = Span::new(quantity.span.end, date.span.start);
        let words = document.words(between);
        let alone = words.len() < NEAR
            && words.ends_with(" (")
            && !words.contains([',', '.', ';', ':', ')'])
            && document.text()[date.span.end..].starts_with(')');
        let own = within(&reading.quantities, between, |other| other.number.start).is_empty();
        (alone && own && date.kind != DateKind::Relative).then(|| date.as_of())?
    }

    /// Whether a value is told to be of the year before that of the one it is compared with.
    pub fn is_of_the_year_before(&self, reading: &Reading, quantity: &Quantity) -> bool {
        let after = Span::new(quantity.span.end, self.sentence.end.max(quantity.span.end));
        is_of_the_year_before(reading.document.words(after))
    }

    /// "Since 2012, it has risen from 80% to 86%": when the first value was.
    pub fn since(&self, reading: &Reading) -> Option<Date> {
        let at = reading.dates.partition_point(|date| date.span.start < self.sentence.start);
        let date = reading.dates.get(at).filter(|date| date.span.end <= self.sentence.end)?;
        let lead = reading.document.words(Span::new(self.sentence.start, date.span.start));
        matches!(lead, "Since " | "Since the end of ").then_some(date.value).flatten()
    }

    /// A date that stands later in the quantity's clause, or earlier in it.
    fn date_in_clause(&self, reading: &Reading, quantity: &Quantity) -> Option<Date> {
        let document = reading.document;
        let first = reading.dates.partition_point(|date| date.span.start < self.sentence.start);
        let dates = reading.dates[first..].iter().take_while(|date| date.span.end <= self.sentence.end);
        let (before, after): (Vec<_>, Vec<_>) = dates
            .filter(|date| tells(reading, date))
            .filter(|date| {
                // "last autumn" needs no preposition.
                let words = document.words(date.span);
                let led = ["last ", "Last ", "this ", "This "].iter().any(|lead| words.starts_with(lead));
                // "the council’s 2023 survey".
                let behind = &document.text()[date.span.end..];
                date.kind == DateKind::Relative
                    || led
                    || OF_A_SOURCE.is_match(&behind[..behind.floor_char_boundary(40)])
                    || AT_A_TIME.is_match(document.words(Span::new(self.sentence.start, date.span.start)))
            })
            .partition(|date| date.span.start < quantity.number.start);
        let joined = |from: usize, to: usize| {
            let words = document.words(Span::new(from.min(to), to));
            // "It rose by a fifth in 2022, from 12 to": what it rose to is of that date.
            if from < quantity.number.start && RISEN.is_match(words) {
                return true;
            }
            // "143 (2013: 118), of which 37%": the date in brackets is that of the value beside it.
            let bracket = words
                .find(')')
                .filter(|close| from < quantity.number.start && !words[..*close].contains('('));
            let enclosed = bracket.is_some_and(|close| words[..close].contains(|c: char| c.is_ascii_digit()));
            let words = BRACKETED.replace_all(words, "").replace("education, health", "education health");
            // "41 posts, 19% of them all, were vacant in May": the share says the number again.
            let words = SHARE_APART.replace(&words, "");
            let numbers =
                within(&reading.quantities, Span::new(from.min(to), to), |other| other.number.start);
            // "mothers aged 12 and over who were in care in 2010": an age is no other value.
            // "issued within 20 weeks in 2023": a limit is no other value.
            let numbers = match numbers {
                [age]
                    if OF_NO_VALUE.iter().any(|lead| document.text()[..age.number.start].ends_with(lead)) =>
                {
                    &[]
                }
                numbers => numbers,
            };
            let beside = numbers.first().zip(numbers.last()).is_some_and(|(next, last)| {
                let between = document.words(Span::new(from.min(next.span.start), next.span.start));
                let behind = document.words(Span::new(last.span.end.min(to), to));
                is_count(document, last) && !PART_OF.is_match(between) && BESIDE.is_match(behind)
            });
            let numbers = !numbers.is_empty();
            let parts = [" and ", " from ", " compared ", " than the ", " against ", " versus "];
            let parted = words.contains([';', '.']) || [", ", ": "].iter().any(|mark| words.contains(mark));
            let elided = || {
                let next =
                    within(&reading.quantities, Span::new(from.min(to), to), |other| other.number.start);
                next.first().is_some_and(|next| {
                    is_elided(document.words(Span::new(from.min(next.span.start), next.span.start)))
                })
            };
            let shared = numbers && parts.iter().any(|part| words.contains(part));
            let since = from >= quantity.number.end && words.contains(" since ");
            words.len() < 170 && !since && !parted && !enclosed && (!(beside || shared) || elided())
        };
        let later = after.first().filter(|date| joined(quantity.number.end, date.span.start));
        let from_it = document.words(Span::new(self.sentence.start, quantity.span.start)).ends_with(" to ");
        // In "from 57 in 2012–13 to 67" the date is that of the first number; "in 2013–14 to 67" has none.
        let first_of = |date: &&&DateMention| {
            let lead = Span::new(self.sentence.start, date.span.start.max(self.sentence.start));
            within(&reading.quantities, lead, |other| other.number.start).is_empty()
        };
        let from_it = from_it && !before.last().is_some_and(|date| first_of(&date));
        // "took 66 weeks between April 2014 and March 2015 and now take 29": what is so now is of no earlier date.
        let parted = |date: &&&DateMention| {
            let words = Span::new(date.span.end.min(quantity.number.start), quantity.number.start);
            CURRENT.is_match(document.words(words))
        };
        let earlier = before
            .last()
            .filter(|date| !from_it && !parted(date) && joined(date.span.end, quantity.number.start));
        later.or(earlier).and_then(|date| date.as_of())
    }

    /// The date of the data that the paragraph says it draws on: "the authority's own data (December 2013) show".
    fn date_of_the_data(&self, reading: &Reading, at: usize) -> Option<Date> {
        let document = reading.document;
        let block = document.blocks().get(self.block)?.span;
        let last = reading.dates.partition_point(|date| date.span.start < self.sentence.start);
        let first = reading.dates.partition_point(|date| date.span.start < block.start);
        let last = last.max(reading.dates.partition_point(|date| date.span.end <= at));
        let of_data =
            |date: &&DateMention| DATA.is_match(document.words(Span::new(block.start, date.span.start)));
        reading.dates.get(first..last)?.iter().rev().take(3).find(of_data).and_then(DateMention::as_of)
    }

    /// Whether a number goes on from the one before it: no later "now" or "currently" parts them.
    pub fn goes_on(&self, reading: &Reading, before: Span, number: Span) -> bool {
        let between = reading.document.words(Span::new(before.end.min(number.start), number.start));
        let after = reading.document.words(Span::new(number.end.min(self.sentence.end), self.sentence.end));
        // The date of "from 253 in 2018 to 144 now" is that of the first number.
        let lead = reading.document.words(Span::new(self.sentence.start.min(before.start), before.start));
        let turns = between.ends_with(" to ") && !between.ends_with("addition to ");
        let earlier = turns && !super::told_before::says_as_rate(between);
        (!earlier || lead.ends_with("by "))
            && !NOW.is_match(between)
            && !NOW.is_match(&after[..after.floor_char_boundary(40)])
            && !between.contains(';')
    }

    /// Whether the sentence speaks of a part of what the one before it counts.
    pub fn speaks_of_the_rest(&self, reading: &Reading) -> bool {
        REST.is_match(reading.document.words(self.sentence))
    }

    /// The date of "This is the same number as at …", in the sentence after this one.
    pub fn same_as(&self, reading: &Reading) -> Option<Date> {
        let document = reading.document;
        let block = document.blocks().get(self.block)?;
        let sentences = document.sentences_of(block);
        let next = sentences.get(sentences.partition_point(|other| other.start <= self.sentence.start))?;
        if !SAME.is_match(document.words(*next)) {
            return None;
        }
        let at = reading.dates.partition_point(|date| date.span.start < next.start);
        reading.dates.get(at).filter(|date| date.span.end <= next.end).and_then(DateMention::as_of)
    }
}

/// "11 of 40 boats in 2014", "6 to 9 boats", "80 (91%) in 2014": two numbers that share what stands behind them.
static PART_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ ?%?(?: [a-z]+){0,3}? (?:out )?of (?:the |these |those |a )?(?:total (?:of )?)?$|^(?: [a-z]+){0,3} ?[(]$|^%? ?(?:or|to|and|–|-) ?$",
    )
});
static REFERS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:(?:Although|While|Whilst) (?:this|it)(?: timeliness| timescale| rate| figure| number| performance)?(?: has| had)? (?:{CHANGED}) from\b|(?:(?:Although|While|Whilst) (?:this|it)|This|That|It|These|Which|(?:The|This|These) (?:figures?|rates?|numbers?|proportion|percentage|total))(?: also)? (?:is|was|are|were|have|represents?|represented|shows?|showed|compares?|compared|has|had)\b[^.]{{0,60}}?(?:{STEMS}|higher|more than|less than|fewer|in line|similar|above|below|same|unchanged))",
    ))
});
pub(super) static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^At the end of (?:key stage [0-9]|[Yy]ear [0-9]{1,2}),? in (?:the )?$|^(?:(?:Early|Provisional|Published|Unvalidated|Local|National|Latest|The|The latest|Its|Their) )?(?i:figures|data|results|statistics|information) (?:for|from) (?:the )?$|^(?:[^,;:0-9]{0,60}, )?(?:As |as )?(?i:in|at|on|of|during|by|for|to|from|as of|as at|between|throughout)(?: the)?(?: (?:\w+ (?:months|weeks|quarters|years)(?: up)? to|\w+[- ]years?(?: period)?|end|start|beginning|close|deadline|time|month|year|quarter|period|academic year|financial year|school year|calendar year)(?: (?:of|ending|ended|to))?)? ?(?:the )?$|^(?:Of|Among|For) (?:all |the |those )?[^,;:.0-9]{3,80} (?:in|during|at|by|on) (?:the (?:year|month|quarter) (?:ending|ended|to) )?(?:the )?$|^(?:In |At |During )?(?:(?i:an?|the|its|their) )(?:[\w’-]+ ){0,4}(?:survey|poll|audit|census|count|ballot|consultation)(?: (?:carried out|conducted|completed|held|taken|published))? (?:in|of|on) (?:the )?$|^(?:By|At|During) (?:the )?(?:time of )?(?:the |our )?(?:\w+ ){0,3}(?:inspection|visit|review) (?:in|of|on) (?:the )?$",
    )
});
static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: (?:children|people|pupils|staff|completion|attendance|coverage|take-up|compliance|\w+ed|of [a-z ]{3,25}))?\)?(?: ?\([^)]*\))?[ ,(\[]*(?:(?:as )?(?:in|at|on|of|during|by|for|to|from|between|over|throughout)? ?(?:the )?(?:(?:end|close) of |(?:financial |academic |calendar |school )?(?:year|quarter|month|period) ?(?:of |ending |ended |to |up to )?)?)(?:the )?$",
    )
});
static JUST_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?: ?\(|: ?|,? (?:it|they|we|the (?:council|local authority|authority|service|team)) (?:had )?(?:\w+ed|had|saw|took|held) | was | were | there were | there was | it was | is | it is |, it was |, to |,? (?:it |this )?(?:stood|stands) at |,? (?:this|it|that|the (?:figure|number|rate|proportion|percentage)) {became}|{when})(?:a rate of |at )?$",
        became = had_changed_to(),
        when = comparison::WHEN,
    ))
});
static AT_A_TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?i:in|at|during|for|on|by|as of|as at|end of|between)(?: the)?(?: (?:\w+ (?:months|weeks|quarters|years)(?: up)? to|(?:same|corresponding|equivalent) (?:period|point|time|quarter|month)|end of|time|(?:financial |academic |calendar |reporting )?(?:year|period)|quarter|month)(?: (?:of|ending|ended|to))?)? ?(?:the )?$|\b(?:closed|ended|began|started|finished|entered|opened) $",
    )
});
static SINCE_THEN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?: [\w’'-]+){0,4} since(?:[,.;]|$| (?:then|that))"));
static OF_A_SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ (?:[a-z]+ )?(?:survey|poll|census|audit|results|return|snapshot|consultation|questionnaire)\b",
    )
});
static SAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:This|It|That) (?:is|was) the same (?:number |rate |figure |proportion |percentage )?(?:as|of)\b",
    )
});

static RISEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^, from [0-9][0-9,.]* ?(?:%|per cent)? ?to $"));
static SHARE_APART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: of [a-z ]{3,30})?, (?:or )?[0-9.]+ ?(?:%|per cent) of [^,;.]{3,40}, (?:were|was|are|is|had|have) ",
    )
});
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^)]*\)"));
static DATA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:data|figures|information|scorecard)\b[^.;(]{0,30}\((?:at |as at |to )?$")
});
static IS_NOW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: of)?(?: [\w’-]+){0,5} (?:is|are|has|have) (?:now|currently) |^ (?:now|at present|currently)\b",
    )
});
static CURRENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:now|current(?:ly)?|at present)\b"));
static NOW: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:now|current(?:ly)?|at present|to date|this year|so far)\b"));
static REST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:The (?:remaining|other|rest)|Of (?:these|those|this number|them)|All of these|At (?:that|the same) (?:time|date|point))\b",
    )
});
