//! The quantities of a document in, those that measure or count something out, each with its whole unit.
//!
//! The layer tells more of a unit than a figure needs ("USD per barrel", the one "solution"), and leaves out numbers that
//! only name something: "Section 12", "Catalyst 500", "11 a.m.".

use super::super::quantities::{Bound, Form, Quantity, Unit, is_singular_noun, is_verb, one_of, words_of};
use super::quantity_words::{
    ATTRIBUTIVE, LABELS, LATER, OPENERS, PER, STREETS, UNJOINED, is_phrasal, is_weight,
};
use crate::model::{Document, Mention, MentionValue, Span};

/// The quantities as mentions, in order.
pub(super) fn told(document: &Document, quantities: &[Quantity]) -> Vec<Mention> {
    let mut found: Vec<Told> = Vec::new();
    // Looked for once: a document that has the sign means money by "pounds".
    let pounds_are_money = document.text().contains('£');
    for quantity in quantities {
        let told = Told::of(document, quantity, pounds_are_money);
        if !told.is_label(document) {
            found.push(told);
        }
    }
    share_units(document, &mut found);
    found.into_iter().filter(|told| !told.is_pronoun()).map(Told::mention).collect()
}

struct Told<'a> {
    quantity: &'a Quantity,
    span: Span,
    unit: Option<String>,
    bound: Bound,
    before: &'a str,
    after: &'a str,
}

impl<'a> Told<'a> {
    fn of(document: &'a Document, quantity: &'a Quantity, pounds_are_money: bool) -> Self {
        let (number, span) = (quantity.number, quantity.span);
        let sentence = document.sentence_at(number.start);
        let text = document.text();
        let near = text.floor_char_boundary(span.start.saturating_sub(80));
        let before = &text[sentence.start.max(near).min(span.start)..span.start];
        let end = text.floor_char_boundary(span.end.saturating_add(120));
        let after = &text[span.end..sentence.end.min(end).max(span.end)];
        let mut told = Self { quantity, span, unit: None, bound: quantity.bound, before, after };
        told.unit = quantity.unit_name(document).or_else(|| told.counted());
        if !pounds_are_money && told.is_weight() {
            told.unit = Some("pounds".to_owned());
        }
        if let Some((len, per)) = told.per() {
            told.unit = told.unit.map(|unit| format!("{unit} per {per}"));
            told.span.end += len;
        }
        told.bound = told.direction();
        told
    }

    fn mention(self) -> Mention {
        let value = if self.sign() == Some('-') { -self.quantity.value } else { self.quantity.value };
        let value = MentionValue::Quantity { value, unit: self.unit, bound: self.bound.sign() };
        Mention { span: self.span, value }
    }

    /// The sign written on to a number: "-1.3%", "+0.2%", "minus 5 degrees".
    fn sign(&self) -> Option<char> {
        if self.before.ends_with(" minus ") {
            return Some('-');
        }
        let sign = self.before.chars().next_back().filter(|c| matches!(c, '+' | '-' | '−'))?;
        let lead = &self.before[..self.before.len() - sign.len_utf8()];
        let apart = lead.is_empty() || lead.ends_with([' ', '(', '\u{a0}']);
        let range =
            self.quantity.unit != Unit::Percent && lead.trim_end().ends_with(|c: char| c.is_numeric());
        let sign = if sign == '+' { '+' } else { '-' };
        (apart && !range && self.quantity.form == Form::Digits).then_some(sign)
    }

    fn bare(&self) -> bool {
        self.quantity.unit == Unit::None
    }

    /// "each one", "the one that": it counts nothing.
    fn is_pronoun(&self) -> bool {
        self.unit.is_none() && self.quantity.value == 1.0 && self.quantity.form == Form::Words
    }

    /// What a number counts that no plural follows: "one solution", "a three-point range", "a 12 page document".
    fn counted(&self) -> Option<String> {
        if let Some(joined) = self.after.strip_prefix('-') {
            let end = joined.find(|c: char| !c.is_alphabetic()).unwrap_or(joined.len());
            let noun = &joined[..end];
            let fits = end > 2 && noun.is_ascii() && !UNJOINED.contains(&noun);
            return fits.then(|| noun.to_owned());
        }
        if last_word(self.before).is_some_and(|word| matches!(word, "aged" | "Aged"))
            || self.before.ends_with(" age of ")
        {
            return Some("years of age".to_owned());
        }
        if self.is_age_of_a_person() {
            return Some("years of age".to_owned());
        }
        let after = self.after.strip_prefix(' ')?;
        let words: Vec<_> = words_of(after, 0).collect();
        if self.quantity.value == 1.0 && self.quantity.form == Form::Words {
            return one(after, &words);
        }
        let (_, first) = words.first()?;
        ATTRIBUTIVE.contains(first).then(|| (*first).to_owned())
    }

    /// "per barrel", "a share", "an hour" after a unit.
    fn per(&self) -> Option<(usize, String)> {
        let times = self.unit.as_deref() == Some("times");
        if matches!(self.quantity.unit, Unit::None | Unit::Counted(_) | Unit::Rate(_)) && !times {
            return None;
        }
        let leads = [" per ", " a ", " an ", "/", " each ", " every ", " - a - ", "-a-", "-per-"];
        let skipped = self.aside();
        let after = &self.after[skipped..];
        let lead = leads.iter().find(|lead| after.starts_with(**lead))?;
        let rest = &after[lead.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let mut noun = &rest[..end];
        if matches!(noun, "square" | "cubic") {
            let second = rest.get(end + 1..)?;
            let len = second.find(|c: char| !c.is_alphanumeric()).unwrap_or(second.len());
            noun = &rest[..end + 1 + len];
        }
        let certain = lead.contains("per") && !matches!(noun, "cent" | "");
        let measure = one_of(noun).filter(|_| *lead == "/" || PER.contains(&noun));
        let spoken = PER.contains(&noun) || measure.is_some();
        let length = skipped + lead.len() + noun.len();
        // "from $6 billion a year earlier"
        let then = after[lead.len() + noun.len()..].strip_prefix(' ').unwrap_or("");
        if LATER.iter().any(|word| then.starts_with(word)) {
            return None;
        }
        (certain || spoken).then(|| (length, measure.unwrap_or_else(|| noun.to_owned())))
    }

    /// The length of what stands between an amount and "per": a nation, or the amount in another currency: "C$6 (US$4.46)
    /// per share".
    fn aside(&self) -> usize {
        if let Some(nation) = [" US", " U.S."].iter().find(|nation| self.after.starts_with(**nation)) {
            return nation.len();
        }
        let money = matches!(self.quantity.unit, Unit::Money(_));
        let Some(inner) = self.after.strip_prefix(" (").filter(|_| money) else { return 0 };
        inner
            .find(')')
            .filter(|end| *end < 24 && inner[..*end].contains(['$', '£', '€']))
            .map_or(0, |end| end + 3)
    }

    /// A bound as it holds for this unit: "lost 12 players" tells no change, "lost 12%" does. As in NewsQuant (Almasian et
    /// al. 2023), a change is told of a number that a verb or "up" leads to, and not by "by" or "of".
    fn direction(&self) -> Bound {
        let (last, previous) =
            (last_word(self.before).unwrap_or(""), previous_word(self.before).unwrap_or(""));
        if let (Some(sign), Unit::Percent) = (self.sign(), self.quantity.unit) {
            // "from −0.25% to −0.75%" tells of levels.
            let level = last_word(self.before.trim_end_matches(['+', '-', '−'])).unwrap_or("");
            return match sign {
                _ if matches!(level, "from" | "to" | "at" | "of" | "is" | "was") => Bound::Exact,
                '+' => Bound::Up,
                _ => Bound::Down,
            };
        }
        match self.quantity.bound {
            Bound::Up | Bound::Down if matches!(last, "by" | "of") => Bound::Exact,
            // "dropped a 2,000-pound bomb": what was dropped weighs so much.
            Bound::Up | Bound::Down if matches!(last, "a" | "an") => Bound::Exact,
            Bound::Up | Bound::Down if !self.is_amount() => {
                let particle = last == "up" && is_phrasal(previous);
                if matches!(last, "up" | "down") && !particle { self.quantity.bound } else { Bound::Exact }
            }
            Bound::About if last == "of" && previous.starts_with("average") => Bound::Exact,
            bound => bound,
        }
    }

    /// "25 pounds" where the sentence speaks of weight.
    fn is_weight(&self) -> bool {
        let named = self.quantity.unit == Unit::Money("GBP")
            && self.quantity.span.start == self.quantity.number.start;
        named
            && (words_of(self.after, 0).take(8).any(|(_, word)| is_weight(word))
                || self.before.split(|c: char| !c.is_alphabetic()).any(is_weight))
    }

    /// "Jo Mason, 44, said".
    fn is_age_of_a_person(&self) -> bool {
        let name = self.before.strip_suffix(", ").and_then(last_word).unwrap_or("");
        let named =
            name.len() > 2 && name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
        let next = self.after.strip_prefix(", ").unwrap_or("");
        let value = self.quantity.value;
        named
            && next.starts_with(char::is_lowercase)
            && self.quantity.form == Form::Digits
            && (1.0..=110.0).contains(&value)
            && value.fract() == 0.0
    }

    /// "aged 18 to 34": a group of people is named, and nothing counted.
    fn is_age_range(&self) -> bool {
        let parts = |c: char| matches!(c, ' ' | '-' | '–');
        let digits = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
        let aged =
            |word: Option<&str>| word.is_some_and(|word| matches!(word, "aged" | "ages" | "between" | "of"));
        let mut before = self.before.rsplit(parts).filter(|word| !word.is_empty());
        let mut after = self.after.split(parts).filter(|word| !word.is_empty());
        let group = self.before.contains("aged ") || self.before.contains("ages ");
        match before.next() {
            word if aged(word) => {
                let joined = after.next();
                group && (digits(joined) || matches!(joined, Some("to" | "and")) && digits(after.next()))
            }
            Some("to" | "and") => group && digits(before.next()) && aged(before.next()),
            word => group && digits(word) && aged(before.next()),
        }
    }

    /// Whether the unit is one in which changes are told.
    fn is_amount(&self) -> bool {
        match self.quantity.unit {
            Unit::Percent | Unit::Money(_) | Unit::Measure(_) | Unit::Rate(_) => true,
            Unit::None => false,
            Unit::Counted(_) => self
                .unit
                .as_deref()
                .is_some_and(|unit| matches!(unit, "points" | "percentage points" | "places" | "positions")),
        }
    }

    /// Whether the number only names something.
    fn is_label(&self, document: &Document) -> bool {
        let digits = self.quantity.form == Form::Digits;
        let capital = document.words(self.quantity.number).starts_with(char::is_uppercase);
        let last = last_word(self.before).unwrap_or("");
        self.is_time_of_day()
            || self.is_enumerator()
            || self.is_age_range()
            || self.is_address(document)
            || self.is_score(document)
            || (digits || capital || self.bare()) && self.follows_label(last)
            || self.bare() && (digits || capital && !self.before.is_empty()) && self.is_in_name(last)
            || self.bare() && self.unit.is_none() && matches!(last, "top" | "bottom")
            || self.bare() && matches!(last, "AD" | "BC" | "A.D." | "B.C." | "D")
    }

    fn follows_label(&self, last: &str) -> bool {
        let lower = last.to_lowercase();
        let measured = matches!(self.quantity.unit, Unit::Percent | Unit::Money(_) | Unit::Measure(_));
        !measured && LABELS.contains(&lower.trim_end_matches('s'))
    }

    /// "Catalyst 500", "the 787 Dreamliner".
    fn is_in_name(&self, last: &str) -> bool {
        let next = self.after.strip_prefix(' ').unwrap_or("");
        let named = last.chars().any(char::is_uppercase)
            && self.before.ends_with(' ')
            && !OPENERS.contains(&last)
            && !last.ends_with([',', '.', ':', ';', ')'])
            && self.unit.is_none();
        let names = next.starts_with(char::is_uppercase) && self.quantity.form == Form::Digits;
        let small = self.quantity.value < 10_000.0 && self.quantity.bound == Bound::Exact;
        small && (named || names && self.unit.is_none())
    }

    /// "22 Ave Foch".
    fn is_address(&self, document: &Document) -> bool {
        let (from, end) = (self.quantity.number.end, self.span.end);
        let inner = document.words(Span::new(from, end.max(from)));
        let mut words =
            inner.split([' ', ',']).chain(self.after.split([' ', ','])).filter(|word| !word.is_empty());
        let first = words.next().is_some_and(|word| STREETS.contains(&word));
        first && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    fn is_time_of_day(&self) -> bool {
        let next = self.after.trim_start_matches([' ', '\u{a0}']);
        const TIMES: [&str; 9] = ["a.m", "p.m", "am", "pm", "AM", "PM", "A.M", "P.M", "o’clock"];
        let time = TIMES.iter().any(|time| {
            next.strip_prefix(time).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        });
        self.quantity.value <= 24.0 && (time || next.starts_with("o'clock"))
    }

    /// "(1)", "2) then": the number of a point in a list.
    fn is_enumerator(&self) -> bool {
        let closes = self.after.trim_start().starts_with(')');
        let lead = self.before.trim_end();
        let opened = self.before.rfind('(').is_some_and(|at| !self.before[at..].contains(')'));
        self.bare() && closes && (lead.ends_with('(') || !opened) && self.quantity.value < 100.0
    }

    /// "won 2-1", "24/7", "ISO 3888-2".
    fn is_score(&self, document: &Document) -> bool {
        let unit = self.quantity.unit;
        if !matches!(unit, Unit::None | Unit::Counted(_)) || self.quantity.form != Form::Digits {
            return false;
        }
        let number = |digits: &str| digits.parse::<f64>().ok();
        let leading = |text: &str| text.split(|c: char| !c.is_ascii_digit()).next().and_then(number);
        let text = document.text();
        let (before, after) = (&text[..self.quantity.number.start], &text[self.quantity.number.end..]);
        let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let dash = ['-', '–', '/'];
        if let Some(rest) = after.strip_prefix(dash).filter(|rest| digit(rest)) {
            let slash = after.starts_with('/');
            return slash || leading(rest).is_some_and(|next| next <= self.quantity.value);
        }
        let Some(rest) =
            before.strip_suffix(dash).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
        else {
            return false;
        };
        let digits = rest.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        before.ends_with('/') || number(digits).is_some_and(|first| first >= self.quantity.value)
    }
}

/// The noun phrase that "one" counts: up to three words, before a verb or a word that ends the phrase.
fn one(after: &str, words: &[(Span, &str)]) -> Option<String> {
    let mut end = None;
    let mut last = 0;
    for (span, word) in words.iter().take(3) {
        let joined = span.start == last || span.start == last + 1 && after[last..].starts_with(' ');
        if !joined || !is_singular_noun(word) || is_verb(word) || LATER.contains(word) {
            break;
        }
        end = Some(span.end);
        last = span.end;
    }
    end.map(|end| after[..end].to_owned())
}

/// "3.9 million headsets, up from 2.4 million", "16,369 up 58 points": the second has the unit of the first, or the first
/// that of the second.
fn share_units(document: &Document, found: &mut [Told]) {
    for index in 1..found.len() {
        let (left, right) = found.split_at_mut(index);
        let (Some(first), Some(second)) = (left.last_mut(), right.first_mut()) else { continue };
        let Some(between) = document.text().get(first.span.end..second.span.start) else { continue };
        if between.len() > 24 {
            continue;
        }
        let range = matches!(between, " to " | " and " | "–" | "-" | " – " | " - " | " or ");
        if range && first.quantity.unit == second.quantity.unit && !first.bare() {
            first.unit = second.unit.clone();
        }
        // "lost 190 points, or 0.6%"
        if between == ", or " && second.bound == Bound::Exact && second.is_amount() {
            second.bound = match first.bound {
                Bound::Up | Bound::Down => first.bound,
                _ => Bound::Exact,
            };
        }
        let between = between.trim_matches([' ', ',']);
        let amount = between == "to" && matches!(first.quantity.unit, Unit::Measure(_) | Unit::Money(_));
        let compared = amount
            || matches!(
                between,
                "to" | "up from"
                    | "down from"
                    | "from"
                    | "compared with"
                    | "compared to"
                    | "against"
                    | "rather than"
            );
        let rate = first.unit.as_deref().filter(|unit| unit.contains(" per ")).map(str::to_owned);
        let alike = first.quantity.unit == second.quantity.unit && !first.bare();
        if let Some(rate) = rate.filter(|_| compared && alike) {
            second.unit = Some(rate);
        }
        // "fell by 0.7% to 1,352": what it fell to is no share.
        let level = between == "to"
            && first.quantity.unit == Unit::Percent
            && (first.bound == Bound::Up
                || first.bound == Bound::Down
                || last_word(first.before) == Some("by"));
        if second.unit.is_none() && compared && !level {
            second.unit = first.unit.clone();
        } else if first.unit.is_none() && matches!(between, "up" | "down") {
            first.unit = second.unit.clone();
        }
    }
}

fn last_word(before: &str) -> Option<&str> {
    before
        .trim_end()
        .rsplit([' ', '\n', '\t', '(', '“', '‘', '\u{a0}'])
        .next()
        .filter(|word| !word.is_empty())
}

fn previous_word(before: &str) -> Option<&str> {
    let trimmed = before.trim_end();
    last_word(&trimmed[..trimmed.len() - last_word(trimmed)?.len()])
}

#[cfg(test)]
mod tests {
    use super::super::super::{dates, quantities, sample};
    use super::*;

    /// The quantities told of a text, as `value unit bound`.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = sample::document(text);
        let found = quantities::quantities(&document, &dates::dates(&document));
        let shown = |mention: Mention| match mention.value {
            MentionValue::Quantity { value, unit, bound } => {
                format!("{value} {} {bound}", unit.unwrap_or_default())
            }
            _ => String::new(),
        };
        assert_eq!(
            told(&document, &found).into_iter().map(shown).collect::<Vec<_>>().join("; "),
            expected,
            "{text}"
        );
    }

    #[test]
    fn a_unit_is_whole() {
        check(
            "Oil at $58.24 per barrel and 188 miles an hour.",
            "58.24 USD per barrel =; 188 miles per hour =",
        );
        check(
            "One harbour master and one spare anchor were paid £90 a day.",
            "1 harbour master =; 1 spare anchor =; 90 GBP per day =",
        );
        check("A seven-speed gearbox, aged 35.", "7 speed =; 35 years of age =");
        check("It sold 3.9 million nets, up from 2.4 million.", "3900000 nets =; 2400000 nets =");
    }

    #[test]
    fn numbers_that_only_name_are_left_out() {
        check("Section 12 of Planet 9 at 11 a.m. on the Catalyst 500, see (3).", "");
        check("They won 2-1 against the top three, each one of them.", "");
        check("The harbour has 500 boats in Section 4.", "500 boats =");
    }

    #[test]
    fn signs_and_averages() {
        check("Nets -1.3%, ropes +0.2%, at -5 degrees.", "-1.3 % down; 0.2 % up; -5 degrees =");
        check("It fell to minus 12 degrees.", "-12 degrees =");
        check("They rose by 3%, an average of 9 boats, to .05 per cent.", "3 % =; 9 boats =; 0.05 % =");
    }

    #[test]
    fn ages_weights_and_what_an_amount_is_for() {
        check("Jo Mason, 44, sails; those aged 18 to 34 row.", "44 years of age =");
        check("The anchor weighs 25 pounds.", "25 pounds =");
        check("It cost 25 pounds.", "25 GBP =");
        check("It rose to $7 from $6 a year earlier.", "7 USD =; 6 USD =");
        check("C$6 (US$4.46) per share.", "6 CAD per share =; 4.46 USD =");
        check("3 kV/cm of 35m of its nets.", "3 kilovolts per centimetre =; 35000000 nets =");
    }

    #[test]
    fn a_change_is_told_of_amounts() {
        check("They lost 12 crews and gave up 30 posts; prices fell 3%.", "12 crews =; 30 posts =; 3 % down");
        check("The crews fell by 12, down 9.", "12  =; 9  down");
        check("It dropped 0.4 percentage points.", "0.4 percentage points down");
        check("It lost 190 points, or ~0.6%.", "190 points down; 0.6 % ~");
        check("It lost 190 points, or 0.6%.", "190 points down; 0.6 % down");
    }
}
