//! A document in, every date expression in it out, with its value where the document settles it.
//!
//! Values follow the normalisation of HeidelTime (Strötgen and Gertz 2010) and SUTime (Chang and Manning 2012): an
//! expression is read into what it says ([`wording`]), and one that leaves its year open is settled from the date of the
//! document or from a date beside it ([`resolution`]); where neither settles it, it has no value. The British order of
//! day and month holds wherever both are possible.

mod resolution;
mod standing;
mod wording;

use crate::model::{Date, Document, Span};
use regex::Regex;
pub use standing::is_of_a_law;
use std::sync::LazyLock;
use wording::{Meaning, Open};

pub use resolution::resolved;

/// A date expression in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    pub span: Span,
    /// The date, or the first one of a period; none where the document does not settle it.
    pub value: Option<Date>,
    /// The last date of a period.
    pub end: Option<Date>,
    pub kind: DateKind,
    /// What is still to be settled from elsewhere.
    open: Option<Open>,
}

/// How a date expression names its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateKind {
    /// It names its year: "23 May 2014", "2013/14", "autumn 2018".
    Complete,
    /// It names a month or a day and leaves the year open: "31 March", "last November".
    Yearless,
    /// It counts from another date: "last year", "12 months before", "yesterday".
    Relative,
}

impl DateMention {
    /// The date by which a figure of this period stands: its last month, or the financial year itself.
    pub fn as_of(&self) -> Option<Date> {
        self.end.or(self.value)
    }

    /// Whether it is a day of the week alone, which the document's own date settles.
    pub const fn is_weekday(&self) -> bool {
        matches!(self.open, Some(Open::Weekday(_)))
    }
}

/// Every date expression of a document, in order. Those that leave their year open have no value yet:
/// [`resolved`] gives it to them once the document's own date is known.
pub fn dates(document: &Document) -> Vec<DateMention> {
    let text = document.text();
    let found = EXPRESSION.find_iter(text).filter_map(|found| {
        let (meaning, len) = wording::meaning(found.as_str(), text, found.start())?;
        Some(mention(Span::new(found.start(), found.start() + len), meaning))
    });
    let mut found: Vec<DateMention> = found.collect();
    if is_american(document, &found) {
        found.iter_mut().filter(|date| is_numeric(document.words(date.span))).for_each(swap_day_and_month);
    }
    found
}

/// Whether a text names the month before the day, always: its "3/6/2019" is of March.
fn is_american(document: &Document, dates: &[DateMention]) -> bool {
    let mut numeric = dates.iter().filter(|date| is_numeric(document.words(date.span)));
    numeric.next().is_some() && {
        // "Thursday 14 March" names the day first.
        let words = |date: &DateMention| {
            let words = document.words(date.span);
            words.split_once("day ").or_else(|| words.split_once("day, ")).map_or(words, |(_, rest)| rest)
        };
        let named: Vec<&str> =
            dates.iter().map(words).filter(|words| DAY_AND_MONTH.is_match(words)).collect();
        let month_first = named.iter().filter(|words| words.starts_with(char::is_alphabetic)).count();
        month_first > 0 && month_first == named.len()
    }
}

fn is_numeric(words: &str) -> bool {
    words.bytes().filter(|byte| matches!(byte, b'/' | b'-')).count() == 2
        && words.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-'))
        && !words.as_bytes().get(..4).is_some_and(|year| year.iter().all(u8::is_ascii_digit))
}

fn swap_day_and_month(date: &mut DateMention) {
    let Some(value) = date.value else { return };
    let swapped = value.month_number().zip(value.day_number());
    let swapped = swapped.and_then(|(month, day)| Date::day(value.year_number(), day, month));
    date.value = swapped.or(date.value);
}

/// A day with its month's name, in either order, weekdays left aside.
static DAY_AND_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]|[A-Z][a-z]+\.? [0-9]{1,2}(?:[^0-9]|$))")
        .expect("the pattern is well formed")
});

/// The first date in some words, if they name its year.
pub fn read(words: &str) -> Option<Date> {
    let found = EXPRESSION.find(words)?;
    wording::meaning(found.as_str(), words, found.start())?.0.value
}

fn mention(span: Span, meaning: Meaning) -> DateMention {
    let Meaning { value, end, open } = meaning;
    let kind = match &open {
        None => DateKind::Complete,
        Some(open) if open.names_a_month() => DateKind::Yearless,
        Some(_) => DateKind::Relative,
    };
    DateMention { span, value, end, kind, open }
}

/// Everything that looks like a date; [`wording::meaning`] has the last word. Boundaries and classes are those of ASCII,
/// so that the search stays a single automaton on any text.
static EXPRESSION: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?:January|February|March|April|May|June|July|August|September|October|November|December|\
        JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|\
        (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)";
    let year = "(?:(?:1[0-9]|20)[0-9][0-9])";
    let day = "(?:(?:3[01]|[12][0-9]|0?[1-9])(?: ?(?:st|nd|rd|th))?)";
    let week =
        "(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.?),? (?:the )?)?";
    let to = "(?: ?(?:[-‐‑–—−─]|to|until|till|and|through|&|/) ?(?:the )?)";
    let near_year = "(?:(?:this|last|next|the same|the following|the previous) year)";
    let tail = format!("(?:,? (?:of )?(?:{year}|{near_year}))?");
    let financial = format!("{year}(?: ?[-‐‑–—−─/] ?(?:{year}|[0-9][0-9])| (?:to|until) {year})?");
    let unit = "(?:days?|weeks?|months?|years?|decades?)";
    let count = "(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)";
    let season = "(?:spring|summer|autumn|winter)";
    let part = "(?:(?i:early|late|mid|the (?:end|beginning|start|middle) of)[- ])";
    let alternatives = [
        format!("{year}-[01][0-9]-[0-3][0-9](?:T[0-9:.]+Z?)?"),
        format!(
            "[0-3]?[0-9][/.][01]?[0-9][/.]{year}|[01]?[0-9]/[0-3]?[0-9]/{year}|[0-3]?[0-9]/[0-3]?[0-9]/[0-9][0-9]|[0-3][0-9]\\.[01][0-9]\\.[0-9][0-9]|[0-3]?[0-9]-[0-3]?[0-9]-(?:{year}|[0-9][0-9])|[0-3]?[0-9][- ](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)[- ]{year}"
        ),
        format!("{week}{day}(?: (?:of )?{month}{tail})?(?:, {day})*{to}{week}{day} (?:of )?{month}{tail}"),
        format!(
            "{week}{day}(?: day)?[ -](?:of )?{month}(?:[,-]? ?{year}| ?['’][0-9][0-9]|-[0-9][0-9]|,? {near_year})?"
        ),
        format!("{week}{month} {day},? {year}{to}{week}{month} {day},? {year}"),
        format!("{week}{month} {day}{to}(?:{month} )?{day},? {year}"),
        format!("{week}{month} {day}(?:[-–]| (?:and|to|until|till|through|–|-) (?:the )?){day}"),
        format!("{week}{month} {day}(?:,? (?:{year}|{near_year}))?"),
        format!(
            "{month}{to}{month}{tail}|{month} {year}{to}{month},? {year}|{month} {year} ?(?:[-‐‑–—−─]|to|until|till|through|/) ?{month}"
        ),
        format!(
            "{part}?{month}(?:,? (?:of )?(?:the year )?{year}|,? (?:of )?{near_year}| ?['’][0-9][0-9]|-[0-9][0-9])"
        ),
        format!("(?i:last|this|next|past) {month}"),
        month.to_owned(),
        format!(
            "(?i:(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th) quarter),? (?:(?:of|in|for) )?(?:the )?(?:(?:financial |fiscal )?year |fiscal )?{financial}"
        ),
        format!(
            "(?i:(?:quarter |Q)(?:[1-4]|one|two|three|four)),? ?(?:(?:of|in|for) )?(?:the )?(?:financial year )?{financial}"
        ),
        format!("(?i:(?:first|last) (?:two|three|four|six|nine|eight|ten) months of) (?:the )?{financial}"),
        format!("(?i:(?:first|second|latter|last) half of) (?:the )?(?:(?:financial )?year )?{financial}"),
        format!("{financial},? (?i:(?:quarter |Q)[1-4])"),
        format!("{part}?(?i:{season}|fall)(?: term)?,? (?:of )?{financial}"),
        format!("(?i:(?:last|this|next|the previous)) (?:{season}|autumn term|spring term|summer term)"),
        "(?:(?i:early|mid|late)[- ])?(?:1[0-9]|20)[0-9]0s".to_owned(),
        format!("(?:(?i:fiscal)(?: year)? |FY ?)?{part}?{financial}"),
        format!("(?i:{count} {unit} (?:ago|earlier|before|previously))"),
        "(?i:earlier this|later this|last|this|next|the previous|the following) (?:year|month|week)"
            .to_owned(),
        "(?i:yesterday|today|tomorrow)".to_owned(),
        "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day".to_owned(),
    ];
    let pattern = format!("\\b(?:{})\\b", alternatives.join("|")).replace("\\b", "(?-u:\\b)");
    Regex::new(&pattern).expect("the pattern of dates is well formed")
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;

    /// The dates in a text as `words=value..end`, in a document of the date `own`.
    fn found(text: &str, own: &str) -> String {
        let document = sample::document(text);
        let shown = |mention: DateMention| {
            let value = mention.value.map_or("?".to_owned(), |date| date.to_string());
            let end = mention.end.map_or(String::new(), |date| format!("..{date}"));
            format!("{}={value}{end}", document.words(mention.span))
        };
        let dates = resolved(&document, dates(&document), own.parse().ok(), None);
        dates.into_iter().map(shown).collect::<Vec<_>>().join("; ")
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(found(text, ""), expected);
    }

    #[test]
    fn days_in_every_order() {
        check("It was on 23 May 2014.", "23 May 2014=2014-05-23");
        check("It was on Monday 3rd June 2019.", "Monday 3rd June 2019=2019-06-03");
        check("In the first three months of 2023 it rained.", "first three months of 2023=2023-01..2023-03");
        check(
            "In the first six months of 2014–15 it rained.",
            "first six months of 2014–15=2014-04..2014-09",
        );
        check("It was on June 3, 2019.", "June 3, 2019=2019-06-03");
        check("Dated 3/6/2019 and 2019-06-03.", "3/6/2019=2019-06-03; 2019-06-03=2019-06-03");
        check(
            "Saved 2022-08-30T14:05:00, on the 21st day of May 2003.",
            "2022-08-30=2022-08-30; 21st day of May 2003=2003-05-21",
        );
        check("On the 1st of April 2013 and 3-May-14.", "1st of April 2013=2013-04-01; 3-May-14=2014-05-03");
    }

    #[test]
    fn a_text_that_names_the_month_first_does_so_in_digits() {
        check("11/02/89\nDue May 8.", "11/02/89=1989-11-02; May 8=1990-05-08");
        check("Friday 8 May 2015\nDue 11/02/2014.", "Friday 8 May 2015=2015-05-08; 11/02/2014=2014-02-11");
        check("11/02/89\nDue 8 May.", "11/02/89=1989-02-11; 8 May=1989-05-08");
        check("10/27/89", "10/27/89=1989-10-27");
        check("08-15-90\nCall 08-15-90 now.", "08-15-90=1990-08-15");
    }

    #[test]
    fn what_is_told_by_the_way_moves_no_story_on() {
        check(
            "On 2 April 1982 they landed. The rulers, who had seized power in March 1976, left. A zone was set up on 12 May.",
            "2 April 1982=1982-04-02; March 1976=1976-03; 12 May=1982-05-12",
        );
        check(
            "On 26 May 1939 shells fell and ended the pact of 1932. They came on 6 June.",
            "26 May 1939=1939-05-26; 1932=1932; 6 June=1939-06-06",
        );
        check("From 1894 she taught. It was left by 1841. It rose by 1841.", "1894=1894; 1841=1841");
    }

    #[test]
    fn what_is_due_is_to_come() {
        let found = |text| found(text, "1989-10-27");
        assert_eq!(found("It is payable Dec. 15 to all."), "Dec. 15=1989-12-15");
        assert_eq!(found("She is calling for a meeting on 11 December."), "11 December=1989-12-11");
        assert_eq!(found("They should have met in December."), "December=1988-12");
    }

    #[test]
    fn periods_have_both_ends() {
        check("From 11 March – 2 April 2014.", "11 March – 2 April 2014=2014-03-11..2014-04-02");
        check("Dates: 17 to 28 July 2023", "17 to 28 July 2023=2023-07-17..2023-07-28");
        check("Dates: 10–21 June 2024", "10–21 June 2024=2024-06-10..2024-06-21");
        check("25 April 2017 – 18 May 2017", "25 April 2017 – 18 May 2017=2017-04-25..2017-05-18");
        check("28 November to 9 December 2022", "28 November to 9 December 2022=2022-11-28..2022-12-09");
        let found = |text| found(text, "2019-07-01");
        assert_eq!(found("on May 8 and 9, when"), "May 8 and 9=2019-05-08..2019-05-09");
        assert_eq!(found("between January 13 and 24 that"), "January 13 and 24=2019-01-13..2019-01-24");
        assert_eq!(found("From May 8 to 19 they"), "May 8 to 19=2019-05-08..2019-05-19");
        assert_eq!(found("On May 8 and 9 people"), "May 8=2019-05-08");
        assert_eq!(found("On May 8 and 7 homes"), "May 8=2019-05-08");
        check("4, 5 and 6 June 2019", "4, 5 and 6 June 2019=2019-06-04..2019-06-06");
        check(
            "Tuesday 4 and Wednesday 5 June 2019",
            "Tuesday 4 and Wednesday 5 June 2019=2019-06-04..2019-06-05",
        );
        check("from May 2013 to January 2014", "May 2013 to January 2014=2013-05..2014-01");
        check("March and April 2014", "March and April 2014=2014-03..2014-04");
        check("during 2012–15", "2012–15=2012..2015");
        check("in the last quarter of 2013", "last quarter of 2013=2013-10..2013-12");
        check("the first quarter of 2018-2019", "first quarter of 2018-2019=2018-04..2018-06");
        check("in Q4 2018/19", "Q4 2018/19=2019-01..2019-03");
    }

    #[test]
    fn years_and_seasons() {
        check("in 2013–14, 2013/14 and 2013-2014", "2013–14=2013/14; 2013/14=2013/14; 2013-2014=2013/14");
        check("in 2016– 17", "2016– 17=2016/17");
        check("autumn 2018, late 2017 and since 2009", "autumn 2018=2018; late 2017=2017; 2009=2009");
        check("March 2014 (May 2015)", "March 2014=2014-03; May 2015=2015-05");
    }

    #[test]
    fn days_in_the_american_order() {
        check("Due Oct. 15, 1999, and Feb. 20.", "Oct. 15, 1999=1999-10-15; Feb. 20=2000-02-20");
        check("On Oct. 12-13, 2014 it sank.", "Oct. 12-13, 2014=2014-10-12..2014-10-13");
        check(
            "From September 8, 1941 to January 27, 1944.",
            "September 8, 1941 to January 27, 1944=1941-09-08..1944-01-27",
        );
        assert_eq!(found("The June 12 votes.", "2014-08-23"), "June 12=2014-06-12");
        assert_eq!(found("On March 3 next year.", "2014-08-23"), "March 3 next year=2015-03-03");
    }

    #[test]
    fn decades_and_old_years() {
        check("In the 1990s and mid-1980s.", "1990s=1990..1999; mid-1980s=1980..1989");
        check("Built in 1189, sold in October 1216; in 1200 homes.", "1189=1189; October 1216=1216-10");
        check("By around 2035 it had around 2035 boats.", "2035=2035");
        check("Sept '19 and FY2016/17", "Sept '19=2019-09; FY2016/17=2016/17");
        check("fiscal 2015 and mid-2014", "fiscal 2015=2015; mid-2014=2014");
    }

    #[test]
    fn a_story_counts_from_the_date_before() {
        check(
            "The war broke out on 28 June 1914. On 23 July they sailed; by January they were home.",
            "28 June 1914=1914-06-28; 23 July=1914-07-23; January=1915-01",
        );
        assert_eq!(
            found("The harbour opened in May 1987. In June it closed.", "2014-05-23"),
            "May 1987=1987-05; June=1987-06"
        );
    }

    #[test]
    fn what_is_still_to_come() {
        let own = "1989-10-30";
        assert_eq!(found("It has a plan to pay the debt by February.", own), "February=1990-02");
        assert_eq!(found("The vote, on Nov. 4, will be close.", own), "Nov. 4=1989-11-04");
        assert_eq!(found("It sailed on Friday, March 10.", "2023-01-27"), "Friday, March 10=2023-03-10");
        assert_eq!(found("It must sail by 7 January.", own), "7 January=1990-01-07");
        assert_eq!(found("The race, due on 7 January, is off.", own), "7 January=1990-01-07");
        assert_eq!(found("It hopes to sail in January.", own), "January=1990-01");
        assert_eq!(found("She has been asked to report in January.", own), "January=1990-01");
        assert_eq!(found("It was expected to sail in January.", own), "January=1989-01");
        assert_eq!(
            found("Fares may rise in March; she would go on 4 May.", own),
            "March=1990-03; 4 May=1990-05-04"
        );
        assert_eq!(
            found("In March they said that it would sail in June.", own),
            "March=1989-03; June=1989-06"
        );
        assert_eq!(found("It may have sunk in March.", own), "March=1989-03");
        assert_eq!(
            found("The next meeting is in January; the one in September was long.", own),
            "January=1990-01; September=1989-09"
        );
        assert_eq!(
            found("It sank in May 1980, and rose in June. It will sail in December.", own),
            "May 1980=1980-05; June=1980-06; December=1989-12"
        );
    }

    #[test]
    fn what_only_looks_like_a_date() {
        check("Ring 0300 123 1231 or 020 7946 2015.", "");
        check(
            "See 12.04.11 for the data at 31.03.19 (31.03.18).",
            "31.03.19=2019-03-31; 31.03.18=2018-03-31",
        );
        check("It may march on; £2014 for over 2000 children, 2,014 cases, 1.2.14.", "");
        check("See paragraph 12 and pages 3–4, 24/7.", "");
        check("May Brown and April Jones spoke.", "");
        check("In May 20 children left.", "May=?");
    }

    #[test]
    fn the_year_comes_from_the_document() {
        assert_eq!(found("At 31 March there were 20.", "2014-05-23"), "31 March=2014-03-31");
        assert_eq!(found("It will open in June.", "2014-05-23"), "June=2014-06");
        assert_eq!(found("It goes to cabinet on 10 September.", "2014-05-23"), "10 September=2014-09-10");
        assert_eq!(found("Since last November.", "2014-05-23"), "last November=2013-11");
        assert_eq!(
            found("June this year, or 12 months ago", "2014-08-23"),
            "June this year=2014-06; 12 months ago=2013-08"
        );
        assert_eq!(found("last summer, yesterday", "2024-06-01"), "last summer=2023; yesterday=2024-05-31");
        assert_eq!(found("Earlier this year it shut.", "2024-06-01"), "Earlier this year=2024");
        assert_eq!(found("It came in 2015. The following year it left.", "2024-06-01"), "2015=2015");
        assert_eq!(found("on Monday", "2026-11-22"), "Monday=2026-11-16");
        assert_eq!(found("It will sail on Monday.", "2026-11-22"), "Monday=2026-11-23");
        assert_eq!(found("She said on Monday that it will sail.", "2026-11-22"), "Monday=2026-11-16");
    }

    #[test]
    fn or_from_a_date_beside_it() {
        check(
            "At the end of June it was 20, compared to 30 in June 2018.",
            "June=2019-06; June 2018=2018-06",
        );
        check("A visit in November. It followed one in July 2023.", "November=2023-11; July 2023=2023-07");
        // Ten months on it may as well be ten and twelve.
        check("A visit in May. It followed one in July 2023.", "May=?; July 2023=2023-07");
        check("A visit in May.", "May=?");
    }
}
