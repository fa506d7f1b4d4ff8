//! A document and its dates in, every quantity in it out: a number with its unit and how the text bounds it.
//!
//! After CQE (Almasian, Kazakova, Göldner and Gertz 2023): a quantity is a value, a unit (a measure, money, a share, or the
//! noun that is counted), and a bound. Numbers come in digits and in words; those within a date are the date's.

mod currency;
mod measures;
mod noun;
mod number;
mod unit;

use super::dates::DateMention;
use crate::model::{Document, Span};
use regex::Regex;
use std::sync::LazyLock;

pub use measures::one_of;
pub use noun::{is_function, is_number, is_people, is_plural, is_singular_noun, is_verb, words_of};

/// A number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number with its unit or the noun that it counts.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    pub value: f64,
    pub unit: Unit,
    pub bound: Bound,
    pub form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unit {
    None,
    Percent,
    /// Per so many of a population.
    Rate(u32),
    /// An ISO 4217 code.
    Money(&'static str),
    /// A measure in its plural: `hours`, `miles`.
    Measure(&'static str),
    /// The noun that is counted, where it stands in the text.
    Counted(Span),
}

/// How the words before a number qualify it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Exact,
    About,
    Nearly,
    Over,
    AtLeast,
    Under,
    AtMost,
    /// By which something rose.
    Up,
    /// By which something fell.
    Down,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Digits,
    Words,
    /// "half", "two-thirds".
    Fraction,
    /// "no", as a count of none.
    None,
}

impl Bound {
    /// As in the layer of mentions.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exact => "=",
            Self::About | Self::Nearly => "~",
            Self::Over | Self::AtLeast => ">",
            Self::Under | Self::AtMost => "<",
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

impl Quantity {
    /// The unit as figures and mentions have it.
    pub fn unit_name(&self, document: &Document) -> Option<String> {
        match self.unit {
            Unit::None => None,
            Unit::Percent => Some("%".to_owned()),
            Unit::Rate(population) => Some(format!("per {}", crate::model::grouped(f64::from(population)))),
            Unit::Money(code) => Some(code.to_owned()),
            Unit::Measure(name) => Some(name.to_owned()),
            Unit::Counted(span) => Some(document.words(span).to_owned()),
        }
    }
}

/// Every quantity of a document, in order. `dates` must be those of the same document.
pub fn quantities(document: &Document, dates: &[DateMention]) -> Vec<Quantity> {
    let text = document.text();
    let mut found: Vec<Quantity> = Vec::new();
    let mut dates = dates.iter().map(|date| date.span).peekable();
    for number in NUMBER.find_iter(text) {
        // In "$US160 million" no boundary parts the letters from the digits.
        let sign = number.as_str().find(|c: char| !(c == '$' || c.is_ascii_uppercase()));
        let coded = number.as_str().starts_with(|c: char| c == '$' || c.is_ascii_uppercase());
        let digits = number.as_str().contains(|c: char| c.is_ascii_digit());
        let sign = sign.filter(|_| coded && digits).unwrap_or(0);
        let span = Span::new(number.start() + sign, number.end());
        while dates.next_if(|date| date.end <= span.start).is_some() {}
        let free = dates.peek().is_none_or(|date| !date.overlaps(span));
        let after_last = found.last().is_none_or(|last| last.span.end <= span.start);
        if free
            && after_last
            && let Some(quantity) = quantity(document, span)
        {
            found.push(quantity);
        }
    }
    share_units(text, &mut found);
    keep_units(text, &mut found);
    found
}

fn quantity(document: &Document, span: Span) -> Option<Quantity> {
    let text = document.text();
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let (value, number, form) = match number::part(&text[span.range()], before) {
        Some(value) => (value, Span::new(span.start - 1, span.end), Form::Digits),
        None if number::touches_more(before, after) => return None,
        None => {
            let (value, len, form) = number::value(&text[span.range()], before, after)?;
            (value, Span::new(span.start, span.start + len), form)
        }
    };
    if !unit::stands_alone(&text[number.end..]) {
        return None;
    }
    let limit = document.sentence_at(span.start).end.max(number.end);
    let (unit, end) = unit::unit(text, number, limit);
    let start = unit::money_start(text, number.start).unwrap_or(number.start);
    let before = &text[document.sentence_at(span.start).start.min(start)..start];
    // "10 or more visits", "10 visits or more".
    let bound = unit::bound(before, [&text[number.end..limit], &text[end..limit.max(end)]]);
    Some(Quantity { span: Span::new(start, end), number, value, unit, bound, form })
}

/// In "between 33 and 39 children" and "six to eight weeks" both numbers have the unit of the second.
fn share_units(text: &str, quantities: &mut [Quantity]) {
    for index in (1..quantities.len()).rev() {
        let (unit, start) = (quantities[index].unit, quantities[index].span.start);
        let number = quantities[index].number;
        let first = &mut quantities[index - 1];
        let between = text.get(first.span.end..start).unwrap_or("");
        let joined = matches!(
            between,
            " to " | " and " | "–" | "-" | " – " | " - " | " or " | " of " | " out of " | "/" | " of the "
        );
        if joined && first.unit == Unit::None {
            first.unit = unit;
        }
        let ranged = matches!(between, " to " | "–" | "-" | " – " | " - ");
        if ranged && first.unit == unit && matches!(unit, Unit::Money(_)) {
            first.value = scaled(text, first.value, first.number, number);
        }
    }
}

/// "cut from 31 weeks to 15": the second number has the unit of the first.
fn keep_units(text: &str, quantities: &mut [Quantity]) {
    for index in 1..quantities.len() {
        let (first, second) = (&quantities[index - 1], &quantities[index]);
        let to = text.get(first.span.end..second.span.start) == Some(" to ");
        let of_time = matches!(first.unit, Unit::Measure(_)) && second.unit == Unit::None;
        if to && of_time && text[..first.span.start].ends_with("from ") {
            quantities[index].unit = first.unit;
        }
    }
}

/// "$10 to $15 billion": the first number has the scale of the second, if it has none of its own.
fn scaled(text: &str, value: f64, first: Span, second: Span) -> f64 {
    let plain = |words: &str| words.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let words = &text[second.range()];
    let digits = words.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(words.len());
    let scale = words[digits..].trim_start_matches([' ', '-']);
    let Some(factor) = number::scale(scale).filter(|factor| *factor >= 1e3) else { return value };
    let other: f64 = words[..digits].parse().unwrap_or(0.0);
    if plain(&text[first.range()]) && value < other { value * factor } else { value }
}

/// Everything that reads as a number; [`number::value`] has the last word.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let units = "one|two|three|four|five|six|seven|eight|nine";
    let teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    let tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    let small = format!("(?:(?:{tens})(?:[- ](?:{units}))?|{teens}|{units}|zero|nil)");
    let digits = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?";
    let parts = r"(?:[0-9]+ )?[1-9]/(?:10|16|32|[2-9])\b|[0-9]+(?:½|¼|¾|⅓|⅔)";
    let scale = "(?:hundred|thousand|million|billion|trillion|dozen|mln|bln)";
    let part = "(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)";
    let pattern = format!(
        "(?:\\$(?:US|NZ|AUD|A|C)|\\b(?:GBP|USD|EUR|AUD|CAD|NZD|CHF|SEK|NOK|DKK|JPY|INR|HKD|SGD)|\\b)(?i:\
         (?:{small}|an?|[0-9]+)(?: and a |-and-a-|-and-a )half(?:[ -]{scale}\\b)?|(?:{units}|an?)[- ]{part}\\b|half(?: (?:a|an) {scale}\\b)?|\
         {parts}|(?:{digits})(?:[ -]?{scale}\\b|(?:bn|mn|tn|m|k)\\b)?|\
         (?:{small}|an?)(?:[ -]{scale}(?:,? and {small}|[ -]{small}|,? {small}[ -]hundred(?: and {small})?)?)+\\b|\
         (?:{small}|no)\\b)"
    );
    Regex::new(&format!("(?-u){pattern}")).expect("the pattern of numbers is well formed")
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{dates, sample};

    /// The quantities in a text as `value unit bound`.
    fn check(text: &str, expected: &str) {
        let document = sample::document(text);
        let found = quantities(&document, &dates::dates(&document));
        let shown = |q: &Quantity| {
            let unit = q.unit_name(&document).map_or(String::new(), |unit| format!(" {unit}"));
            format!("{}{unit} {}", (q.value * 1000.0).round() / 1000.0, q.bound.sign())
        };
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>().join("; "), expected, "{text}");
    }

    #[test]
    fn numbers_in_digits_and_words() {
        check("There are 1,470 children and 4.5 social workers.", "1470 children =; 4.5 social workers =");
        check("Twenty-one young people and two hundred and fifty pupils.", "21 young people =; 250 pupils =");
        check(
            "It cost £1.2m, then £3 million and 1.5 million pounds.",
            "1200000 GBP =; 3000000 GBP =; 1500000 GBP =",
        );
        check("Two-thirds of them, a quarter of these and half the boys.", "0.667 =; 0.25 =; 0.5 =");
        check("A dozen homes and half a million visits.", "12 homes =; 500000 visits =");
    }

    #[test]
    fn units() {
        check("22.5% or 100 per cent of cases.", "22.5 % =; 100 % =");
        check("a rate of 52.2 per 10,000 children", "52.2 per 10,000 =");
        check(
            "between 33 and 39 children and families",
            "33 children and families =; 39 children and families =",
        );
        check("365 out of 1543 referrals", "365 referrals =; 1543 referrals =");
        check("a three-month wait of six to eight weeks", "3 months =; 6 weeks =; 8 weeks =");
        check(
            "six of Her Majesty’s Inspectors saw two of these cases",
            "6 Her Majesty’s Inspectors =; 2 cases =",
        );
        check("48 live outside; four were adopted.", "48 =; 4 =");
    }

    #[test]
    fn measures_and_currencies() {
        check(
            "a 5.2 litre engine of 640bhp at 87 mph (140 km/h)",
            "5.2 litres =; 640 brake horsepower =; 87 miles per hour =; 140 kilometres per hour =",
        );
        check(
            "US $58.24, C$6, $ 75 million and 10.5 million Australian dollars",
            "58.24 USD =; 6 CAD =; 75000000 USD =; 10500000 AUD =",
        );
        check(
            "256GB, 24pc, 50p, 1.2m tons and 1.8m of it",
            "256 gigabytes =; 24 % =; 50 pence =; 1200000 tons =; 1.8 metres =",
        );
        check(
            "10 1/2 miles, 2½ acres and 660 square metres",
            "10.5 miles =; 2.5 acres =; 660 square metres =",
        );
        check("A 2WD or 4x4 on the 18th, 20s", "");
    }

    #[test]
    fn bounds() {
        check("almost 300 families", "300 families ~");
        check(
            "more than 20 pupils and no more than 30 pupils, at least two homes",
            "20 pupils >; 30 pupils <; 2 homes >",
        );
        check("up to 600 contacts, fewer than 5 cases", "600 contacts <; 5 cases <");
        check("It fell by 4 per cent and rose 3%, a drop of 2%.", "4 % down; 3 % up; 2 % down");
        check("10 or more visits", "10 visits >");
    }

    #[test]
    fn what_only_looks_like_a_quantity() {
        check("On 23 May 2014 at 10:30, ring 0300 123 1231, A4, 18th, M1 2WD.", "");
        check("At 31 March 2015 1,590 children came; ring 020 7946 1590.", "1590 children =");
        check("There is a third party, and no children came.", "");
    }
}
