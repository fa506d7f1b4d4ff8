//! Dates with the precision that the text gives them.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date as precise as its text: a day, a month, a year, or a financial year (1 April to 31 March).
///
/// Its form is ISO 8601 (`2014-05-23`, `2014-05`, `2014`), and `2013/14` for the financial year that begins in 2013.
/// Dates order by the first day that they cover, the more precise one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
    financial: bool,
}

/// What is wrong with a date's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date; write 2014-05-23, 2014-05, 2014, or 2013/14 for a financial year")]
pub struct DateError(pub String);

/// The months' names in English, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// The day, where the calendar has it.
    pub fn day(year: i16, month: u8, day: u8) -> Option<Self> {
        jiff::civil::Date::new(year, month as i8, day as i8).ok()?;
        Some(Self { year, month, day, financial: false })
    }

    pub fn month(year: i16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { year, month, day: 0, financial: false })
    }

    pub fn year(year: i16) -> Self {
        Self { year, month: 0, day: 0, financial: false }
    }

    /// The financial year that begins on 1 April of `year`.
    pub fn financial_year(year: i16) -> Self {
        Self { year, month: 0, day: 0, financial: true }
    }

    /// The year, or the one in which a financial year begins.
    pub fn year_number(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, if the date names one.
    pub fn month_number(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, if the date names one.
    pub fn day_number(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    pub fn is_financial_year(self) -> bool {
        self.financial
    }

    /// The same date of the year before; none where the calendar has no such day.
    pub fn year_before(self) -> Option<Self> {
        let year = self.year.checked_sub(1)?;
        match (self.month_number(), self.day_number()) {
            (Some(month), Some(day)) => Self::day(year, month, day),
            _ => Some(Self { year, ..self }),
        }
    }

    /// The first day that this date covers.
    pub fn first_day(self) -> jiff::civil::Date {
        let month = if self.financial { 4 } else { self.month.max(1) };
        jiff::civil::date(self.year, month as i8, self.day.max(1) as i8)
    }

    /// The last day that this date covers.
    pub fn last_day(self) -> jiff::civil::Date {
        match (self.financial, self.month, self.day) {
            (true, ..) => jiff::civil::date(self.year + 1, 3, 31),
            (_, 0, _) => jiff::civil::date(self.year, 12, 31),
            (_, _, 0) => self.first_day().last_of_month(),
            _ => self.first_day(),
        }
    }

    /// Whether `other` lies within what this date covers: `2014` covers `2014-05`.
    pub fn covers(self, other: Date) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// As a reader expects a period: "1 to 12 July 2019", "28 April to 25 May 2017", "April to June 2019".
    pub fn words_until(self, end: Option<Date>) -> String {
        let Some(end) = end.filter(|end| *end != self) else { return self.words() };
        let full = self.words();
        let start = match (self.year == end.year, self.month == end.month) {
            (true, true) if self.day > 0 && end.day > 0 => self.day.to_string(),
            (true, false) if self.month > 0 && end.month > 0 => {
                full.strip_suffix(&format!(" {}", self.year)).map_or(full.clone(), str::to_owned)
            }
            _ => full,
        };
        format!("{start} to {}", end.words())
    }

    /// As a reader expects it: "23 May 2014", "May 2014", "2014", "2013/14".
    pub fn words(self) -> String {
        match (self.financial, self.month, self.day) {
            (true, ..) => self.to_string(),
            (_, 0, _) => self.year.to_string(),
            (_, month, 0) => format!("{} {}", MONTHS[month as usize - 1], self.year),
            (_, month, day) => format!("{day} {} {}", MONTHS[month as usize - 1], self.year),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.financial, self.month, self.day) {
            (true, ..) => write!(f, "{:04}/{:02}", self.year, (self.year + 1) % 100),
            (_, 0, _) => write!(f, "{:04}", self.year),
            (_, month, 0) => write!(f, "{:04}-{month:02}", self.year),
            (_, month, day) => write!(f, "{:04}-{month:02}-{day:02}", self.year),
        }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text).ok_or_else(|| DateError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Date> {
    let number = |digits: &str, len: usize| -> Option<i16> {
        (digits.len() == len && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
    };
    if let Some((start, end)) = text.split_once('/') {
        let (start, end) = (number(start, 4)?, number(end, 2)?);
        return ((start + 1) % 100 == end).then(|| Date::financial_year(start));
    }
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|m| number(m, 2));
    let day = parts.next().map(|d| number(d, 2));
    match (month, day, parts.next()) {
        (None, None, None) => Some(Date::year(year)),
        (Some(month), None, None) => Date::month(year, month? as u8),
        (Some(month), Some(day), None) => Date::day(year, month? as u8, day? as u8),
        _ => None,
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^\d{4}(-\d\d(-\d\d)?|/\d\d)?$",
            "description": "ISO 8601 with the precision that the text has; 2013/14 is the financial year from April 2013"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_precision_survives_its_own_words() {
        for text in ["2014", "2014-05", "2014-05-23", "2013/14", "1999/00"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_the_calendar_lacks_is_refused() {
        for text in ["2014-13", "2014-02-30", "2013/15", "14", "May 2014", "", "2014-5", "2014-05-23-1"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_period_says_month_and_year_once() {
        let words = |start: &str, end: &str| start.parse::<Date>().unwrap().words_until(end.parse().ok());
        assert_eq!(words("2019-07-01", "2019-07-12"), "1 to 12 July 2019");
        assert_eq!(words("2017-04-28", "2017-05-25"), "28 April to 25 May 2017");
        assert_eq!(words("2018-12-30", "2019-01-03"), "30 December 2018 to 3 January 2019");
        assert_eq!(words("2019-04", "2019-06"), "April to June 2019");
        assert_eq!(words("2019", "2021"), "2019 to 2021");
    }

    #[test]
    fn a_financial_year_covers_april_to_march() {
        let year: Date = "2013/14".parse().unwrap();
        assert!(year.covers("2014-03-31".parse().unwrap()));
        assert!(!year.covers("2014-04".parse().unwrap()));
    }
}
