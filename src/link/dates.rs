//! Two dates in, how they lie to each other out.

use crate::model::Date;
use jiff::civil;

/// Days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub first: civil::Date,
    pub last: civil::Date,
}

impl Period {
    pub fn of(date: Date) -> Self {
        Self { first: date.first_day(), last: date.last_day() }
    }

    pub fn between(start: Date, end: Date) -> Self {
        Self { first: start.first_day(), last: end.last_day().max(start.last_day()) }
    }

    pub fn meets(self, other: Period) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The period with this many more days at its end.
    pub fn and_days(self, days: i64) -> Self {
        Self { last: later(self.last, days), ..self }
    }
}

/// The day so many days later, or earlier if negative.
pub(super) fn later(day: civil::Date, days: i64) -> civil::Date {
    day.saturating_add(jiff::Span::new().days(days))
}

/// Whether one day may be meant by both.
pub(super) fn compatible(a: Date, b: Date) -> bool {
    Period::of(a).meets(Period::of(b))
}

/// How many days lie between the first days of two dates.
pub(super) fn days_apart(a: Date, b: Date) -> i64 {
    let days = b.first_day().since(a.first_day()).map_or(0, |span| i64::from(span.get_days()));
    days.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_compatible_with_its_days_only() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert!(compatible(date("2014"), date("2014-05-23")));
        assert!(compatible(date("2013/14"), date("2014-03")));
        assert!(!compatible(date("2014"), date("2015-01-01")));
    }

    #[test]
    fn days_are_counted_either_way() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(days_apart(date("2019-07-01"), date("2019-08-12")), 42);
        assert_eq!(days_apart(date("2020-03-01"), date("2019-03-01")), 366);
    }
}
