//! Labelled dates and names in: the inspection, the publication, the lead inspector, the author out.

use super::framework::{Opening, is_letter};
use crate::extract::dates::{DateKind, DateMention};
use crate::extract::patterns::pattern;
use crate::model::{BlockKind, Date, Document, DocumentKind, Span};
use regex::Regex;
use std::sync::LazyLock;

static EVENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i:(?:inspection|visit|fieldwork|review|assessment) dates?|dates? of (?:the |this |previous )?(?:inspection|visit|fieldwork|assessment)(?: visit)?)",
        r"\s*[:\-–]?\s*(?i:from )?",
    ))
});

/// "the focused visit to Harbour on", "the monitoring visit of Harbour children’s services on", "Between": what stands
/// before the dates of a visit in the first sentence of a letter.
static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:(?:visit|inspection)\b(?:[^.\n]|\n[^.\n]){0,220}?\b(?:on|from|between|during|took place(?: on| from| between| during| over)?)|(?:Between|From|On)|^Inspected(?: on| from| between)?:?|\nInspected(?: on| from| between)?:?) ",
    )
});

/// First and last day of the inspection or visit that the document reports.
pub fn event(document: &Document, dates: &[DateMention], opening: &Opening) -> Option<(Date, Option<Date>)> {
    let text = &document.text()[..opening.end];
    let told = EVENT.find_iter(text).find_map(|label| range(document, dates, label.end()));
    // "On 8 October 2021 the minister appointed me": only an inspectorate's own document begins with its visit.
    let own = |words: &regex::Match| {
        let words = words.as_str();
        (opening.formal || !words.starts_with(['B', 'F', 'O'])) && !words.contains("published")
    };
    told.or_else(|| TOLD.find_iter(text).filter(own).find_map(|words| range(document, dates, words.end())))
}

/// The dates that begin at an offset: one period, or several in a row, from the first to the last day.
fn range(document: &Document, dates: &[DateMention], at: usize) -> Option<(Date, Option<Date>)> {
    let mut index = dates.partition_point(|date| date.span.start < at);
    let first = dates.get(index).filter(|date| blank(document, at, date.span.start))?;
    let mut last = first;
    while let Some(next) = dates
        .get(index + 1)
        .filter(|next| glued(document, last.span.end, next.span.start) || next_day(document, last, next))
    {
        (last, index) = (next, index + 1);
    }
    let end = last.end.or(last.value);
    let start = first.value.or_else(|| yearless(document.words(first.span), end?))?;
    start.day_number()?;
    Some((start, end.filter(|end| *end != start)))
}

fn blank(document: &Document, from: usize, to: usize) -> bool {
    let between = document.words(Span::new(from, to));
    between.len() < 24 && !between.contains(|c: char| c.is_alphanumeric())
}

/// Whether only a dash or a small word stands between two dates.
fn glued(document: &Document, from: usize, to: usize) -> bool {
    if to < from || to - from > 12 {
        return false;
    }
    let between = document.words(Span::new(from, to));
    let words = between.trim_matches(|c: char| !c.is_alphanumeric());
    !between.contains('\n') && (words.is_empty() || matches!(words, "to" | "and" | "until"))
}

/// Whether a date stands alone in the line below another and is a day of the same week: a visit's days, one a line.
fn next_day(document: &Document, last: &DateMention, next: &DateMention) -> bool {
    const WEEK: i32 = 7;
    let between = document.words(Span::new(last.span.end, next.span.start.max(last.span.end)));
    let line = document.text()[next.span.end..].split('\n').next().unwrap_or("");
    let days =
        |(one, other): (Date, Date)| other.first_day().since(one.first_day()).map(|span| span.get_days());
    let near = last.value.zip(next.value).filter(|(_, date)| date.day_number().is_some()).map(days);
    between.trim().is_empty()
        && between.len() < 4
        && line.trim().is_empty()
        && near.is_some_and(|days| days.is_ok_and(|days| (1..=WEEK).contains(&days)))
}

/// "20 June" before "13 July 2017": the year is that of the end, or the one before it.
fn yearless(words: &str, end: Date) -> Option<Date> {
    let with_year = |year: i16| crate::extract::dates::read(&format!("{words} {year}"));
    let same = with_year(end.year_number())?;
    if same <= end { Some(same) } else { with_year(end.year_number() - 1) }
}

static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:Report |Letter |Date |First |report )?(?:[Pp]ublished|[Pp]ublication|[Pp]osted|(?:[Ff]or|FOR) (?:[Ii]mmediate|IMMEDIATE) (?:[Rr]elease|RELEASE|[Uu]se|USE|[Pp]ublication)|(?:[Ee]mbargoed|EMBARGOED)(?: until| UNTIL| till)?(?: \d\d?[.:]?\d\d(?: ?(?:hrs|hours|am|pm))?,?| \d\d? ?(?:am|pm),?| (?:noon|midnight),?)?|[Rr]elease date|[Dd]ate of release)(?: on| date)?\s*[:\-–]?\s*(?:on )?",
    )
});

/// When the document was published, as it says itself: "Report published: …", a byline with a date, a line that is a date.
pub fn published(document: &Document, dates: &[DateMention], kind: DocumentKind) -> Option<Date> {
    let report = kind == DocumentKind::InspectionReport && !is_letter(document);
    let opening = document.text().floor_char_boundary(if report { 3000 } else { 1500 });
    let day = |at: usize| {
        let mention = dates.get(dates.partition_point(|date| date.span.start < at))?;
        mention.value.filter(|value| value.day_number().is_some() && blank(document, at, mention.span.start))
    };
    // "The last rating was good (published 3 May 2018)": of an earlier one.
    let of_last = |label: &regex::Match| {
        let line = document.text()[..label.start()].rsplit('\n').next().unwrap_or("");
        line.ends_with('(') && (line.contains(" last ") || line.contains("previous"))
    };
    // "an inspection, published on 3 May 2018, in which": of what the sentence tells of.
    let in_sentence = |label: &regex::Match| {
        let line = document.text()[..label.start()].rsplit('\n').next().unwrap_or("");
        label.as_str().starts_with(char::is_lowercase)
            && !label.as_str().contains(':')
            && (line.split_whitespace().count() > 3 || line.trim_end().ends_with(','))
    };
    let labels = PUBLISHED.find_iter(&document.text()[..opening]);
    let labels = labels.filter(|label| !of_last(label) && !in_sentence(label));
    let labelled = labels.into_iter().find_map(|label| day(label.end()));
    let named = |word: regex::Match<'_>| day(word.end()).or_else(|| day(word.start() + "today".len()));
    let today = || TODAY.find_iter(&document.text()[..opening]).find_map(named);
    let own = || dateline(document, dates);
    let hint = || document.hints.published.filter(|_| !super::is_formal(kind));
    // A letter may tell when an earlier one was published; its own date heads it.
    let headed = || if super::is_formal(kind) && is_letter(document) { own() } else { None };
    headed()
        .or(labelled)
        .or_else(|| if report { None } else { own() })
        .or_else(hint)
        .or_else(|| if report { None } else { wire_number(document) })
        .or_else(|| if report { None } else { today() })
        .or_else(|| cover(document, dates))
}

/// "published today (Friday, 3 May 2024)": the day on which it was written.
static TODAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[Tt]oday,? ?\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"));

/// The date in a byline, or of a line among the first that holds nothing else.
fn dateline(document: &Document, dates: &[DateMention]) -> Option<Date> {
    document.blocks().iter().take(12).enumerate().find_map(|(index, block)| {
        let first = dates.partition_point(|date| date.span.start < block.span.start);
        let date = dates.get(first).filter(|date| date.span.end <= block.span.end)?;
        let alone = block.span.len() <= date.span.len() + 12
            || is_dateline(document.words(block.span))
            || name_before_date(document.words(block.span)).is_some()
            || index < 6 && is_masthead(document, block.span, date.span)
            || index < 6 && is_wire(document, block.span, date.span);
        let value = date.value.filter(|value| value.day_number().is_some() && date.end.is_none())?;
        (alone || block.kind == BlockKind::Byline).then_some(value)
    })
}

/// "BRUSSELS, June 28, 2007 (AFP) –": how an agency begins a story.
fn is_wire(document: &Document, block: Span, date: Span) -> bool {
    let before = document.words(Span::new(block.start, date.start));
    let after = document.words(Span::new(date.end, block.end));
    let city = before.trim_end_matches([',', ' ']).split(", ").next().unwrap_or("");
    let shouted = city.len() > 2 && !city.contains(char::is_lowercase) && city.contains(char::is_uppercase);
    before.len() < 50 && shouted && WIRE.is_match(after)
}

/// "NYT19990608.0214", "AP900815-0142": the day in the number by which an agency or an archive files a story, in the first
/// line.
fn wire_number(document: &Document) -> Option<Date> {
    let line = document.words(document.blocks().first()?.span);
    let found = WIRE_NUMBER.captures(line).or_else(|| WIRE_DATE.captures(line))?;
    let number = |name: &str| found.name(name).and_then(|digits| digits.as_str().parse::<i16>().ok());
    let year = number("year").map(|year| {
        if year < 50 {
            year + 2000
        } else if year < 100 {
            year + 1900
        } else {
            year
        }
    })?;
    let part = |name: &str| number(name).and_then(|part| u8::try_from(part).ok());
    Date::day(year, part("month")?, part("day")?)
}

static WIRE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[A-Z]{2,8} )?[A-Z]{2,8}[_-]?(?P<year>(?:19|20)\d\d|\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?:[.-]\d{3,5})?\s*$",
    )
});

/// "NYT-02-13-98 1947EST".
static WIRE_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[A-Z]{2,8}-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])-(?P<year>\d\d)(?: \d{4}[A-Z]{2,4})?\s*$",
    )
});

static WIRE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^,? ?(?:\([A-Z][\w /.-]{1,30}\) ?[-–—]|[-–—]{1,2} )"));

/// A line among the first that is a month and its year: the date on a cover.
fn cover(document: &Document, dates: &[DateMention]) -> Option<Date> {
    document.blocks().iter().take(8).find_map(|block| {
        let date = dates.get(dates.partition_point(|date| date.span.start < block.span.start))?;
        let alone =
            document.words(block.span).trim().len() == date.span.len() && date.span.start == block.span.start;
        let month =
            date.value.filter(|value| value.month_number().is_some() && value.day_number().is_none())?;
        (alone && date.kind == DateKind::Complete && date.end.is_none()).then_some(month)
    })
}

/// "The Harbour Courier, Friday 24 May 2013", "3 May 2024 | Reporter: Ann Bell": a line of names beside a date, and no sentence.
fn is_masthead(document: &Document, line: Span, date: Span) -> bool {
    const SMALL: [&str; 31] = [
        "news",
        "press",
        "media",
        "latest",
        "update",
        "statement",
        "by",
        "our",
        "chief",
        "reporter",
        "and",
        "of",
        "the",
        "on",
        "for",
        "in",
        "written",
        "words",
        "at",
        "am",
        "pm",
        "updated",
        "published",
        "democracy",
        "affairs",
        "correspondent",
        "editor",
        "social",
        "education",
        "political",
        "local",
    ];
    let rest = [Span::new(line.start, date.start), Span::new(date.end, line.end)];
    let words =
        |span: Span| document.words(span).split(|c: char| !(c.is_alphanumeric() || c == '’' || c == '\''));
    let mut words = rest.into_iter().flat_map(words).filter(|word| !word.is_empty());
    line.len() < 110 && words.all(|word| !word.starts_with(char::is_lowercase) || SMALL.contains(&word))
}

/// "9 April 2013, 19:13 | Updated: 10 April 2013": a line of dates and times, and of words that say of what.
pub fn is_dateline(line: &str) -> bool {
    const WORDS: [&str; 23] = [
        "updated",
        "page",
        "last",
        "published",
        "posted",
        "created",
        "first",
        "modified",
        "on",
        "at",
        "am",
        "pm",
        "gmt",
        "bst",
        "date",
        "press",
        "news",
        "media",
        "release",
        "statement",
        "for",
        "immediate",
        "issued",
    ];
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let of_date = |word: &str| {
        let word = word.to_lowercase();
        let month = crate::model::MONTHS
            .iter()
            .any(|month| word.len() > 2 && month.to_lowercase().starts_with(&word));
        let weekday = word.ends_with("day") || word.starts_with(|c: char| c.is_ascii_digit());
        month || weekday || WORDS.contains(&word.as_str())
    };
    line.len() < 90 && words.all(of_date)
}

/// The name, with an office perhaps, before a date that ends its line: "Ann Bell 20 July 2015".
fn name_before_date(line: &str) -> Option<&str> {
    let at = line.find(|c: char| c.is_ascii_digit()).filter(|at| line.len() - at < 24)?;
    let name = line[..at].trim_end_matches([' ', ',', '|']);
    // "Ann Bell, head of service, 20 July 2015".
    let office = name.split_once(", ").filter(|(_, office)| office.len() < 60 && !office.contains(", "));
    let name = office.map_or(name, |(name, _)| name);
    (is_name(name) && is_dateline(&line[at..])).then_some(name)
}

/// A name of two to four words.
const NAME: &str =
    r"[A-Z][\p{L}’'.\-]*(?: (?:(?:de|van|der|den|von|la|le|bin|el) ){0,2}[A-Z][\p{L}’'.\-]*){1,4}";

static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?m)(?:(?P<before>[Dd]eputy )?(?:Lead|LEAD|lead|Reporting) (?:[Ii]nspectors?|INSPECTORS?|HMI|H[ei][rs] Majesty[’']s [Ii]nspectors?)\s*[:\-–]|(?:^|\t|[.:;] )(?:Lead|LEAD|lead|Reporting) (?:[Ii]nspectors?|INSPECTORS?|HMI))\s*(?P<name>{NAME})"
    ))
});

/// "Ann Bell, Ofsted lead inspector", "Ann Bell, HMI, Lead inspector".
static LEAD_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?P<name>{NAME})(?:,| –| -|\t|\n| \()+ ?(?:(?:Ofsted )?(?:(?:H[ei][rs] Majesty[’']s Inspector|HMI)(?: \(HMI\))?,? ?)?(?:Ofsted )?[Ll]ead [Ii]nspector|(?:[A-Z][a-z]+ ){{0,2}}(?:[Ii]nspector|HMI) \([Ll]ead\))"
    ))
});

/// "The inspection was led by Ann Bell".
static LED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"\b(?:inspection|visit|inspection team|It) (?:was|is) led by (?P<name>{NAME})"))
});

/// "Yours sincerely", then the name of the inspector who writes.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"Yours (?:sincerely|faithfully),?\s+(?P<name>{NAME}),?\s+(?:Senior )?(?:H[ei][rs] Majesty[’']s Inspector|HMI|Lead [Ii]nspector)"
    ))
});

/// Who led the inspection.
pub fn lead_inspector(document: &Document) -> Option<String> {
    let text = document.text();
    let labelled = LEAD
        .captures_iter(text)
        .filter(|found| found.name("before").is_none())
        .find_map(|found| own_name(&found["name"]));
    labelled
        .or_else(|| over_office(document))
        .or_else(|| with_office(document))
        .or_else(|| LEAD_AFTER.captures_iter(text).find_map(|found| own_name(&found["name"])))
        .or_else(|| LED.captures_iter(text).find_map(|found| own_name(&found["name"])))
        .or_else(|| SIGNED.captures(text).and_then(|found| own_name(&found["name"])))
}

/// The lead inspector of whom news tells: "said lead inspector Ann Bell".
pub fn told_lead_inspector(document: &Document) -> Option<String> {
    let text = document.text();
    let found = TOLD_LEAD.captures(text).or_else(|| LED.captures(text))?;
    let name = found["name"].trim_end_matches(['.', ',', ';', '’', '\'']);
    let words: Vec<&str> = name.split(' ').take(3).take_while(|word| !is_no_name(word)).collect();
    is_formed(&words).then(|| words.join(" "))
}

static TOLD_LEAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"\b[Ll]ead [Ii]nspector,? (?P<name>{NAME})")));

/// The name in a cell of a table over one that says that its bearer led the inspection for this inspectorate: a joint
/// inspection has a lead inspector of each.
fn over_office(document: &Document) -> Option<String> {
    let cells = |kind: &BlockKind| match kind {
        BlockKind::TableRow { cells, .. } => Some(cells.clone()),
        _ => None,
    };
    document.blocks().windows(2).find_map(|pair| {
        let (names, offices) = (cells(&pair[0].kind)?, cells(&pair[1].kind)?);
        names.iter().zip(&offices).find_map(|(name, office)| {
            let name = document.words(*name);
            let whole = OWN_LEAD.is_match(document.words(*office)) && !name.contains(',');
            let name = name.trim().trim_end_matches(" HMI").trim_end_matches(',');
            whole.then(|| own_name(name)).flatten().filter(|own| own.len() == name.len())
        })
    })
}

/// The name in the first cell of a table that holds a name and says that its bearer led the inspection.
fn with_office(document: &Document) -> Option<String> {
    document.blocks().iter().find_map(|block| {
        let BlockKind::TableRow { cells, .. } = &block.kind else { return None };
        let mut named = cells.iter().filter_map(|cell| LEAD_IN_CELL.captures(document.words(*cell)));
        named.find_map(|found| own_name(&found["name"]))
    })
}

static LEAD_IN_CELL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?P<name>{NAME}),?\s+(?:\(|– ?)?(?:(?:Ofsted )?HMI,? )?(?:Ofsted )?[Ll]ead [Ii]nspector\b"
    ))
});

static OWN_LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Ofsted )?(?:(?:H[ei][rs] Majesty[’']s Inspector|HMI)(?: \(HMI\))?,? )?(?:Ofsted )?[Ll]ead [Ii]nspector",
    )
});

/// The words of a name up to the first that belongs to an office.
fn own_name(words: &str) -> Option<String> {
    const OFFICE: [&str; 22] = [
        "HMI",
        "SHMI",
        "Her",
        "His",
        "Senior",
        "Ofsted",
        "Inspector",
        "Inspectors",
        "Team",
        "Deputy",
        "Regional",
        "The",
        "Social",
        "Care",
        "Associate",
        "Additional",
        "Lead",
        "Majesty’s",
        "Majesty's",
        "Date",
        "Inspection",
        "Assistant",
    ];
    const TITLES: [&str; 7] = ["Mr", "Mrs", "Ms", "Miss", "Dr", "Professor", "Sir"];
    let bare = words.split(' ').skip_while(|word| TITLES.contains(&word.trim_end_matches('.')));
    let name: Vec<&str> = bare.take_while(|word| !OFFICE.contains(word)).collect();
    let name = name.join(" ").trim_end_matches(['.', ',', '’', '\'']).to_owned();
    name.contains(' ').then_some(name)
}

static BY: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i:\bby):? (?P<name>{NAME})")));

/// The author in the words of a byline: "By Ann Bell | 14 August 2019".
pub fn name_after_by(byline: &str) -> Option<String> {
    let found = BY.captures(byline)?;
    let words = found["name"].split(' ').collect::<Vec<_>>();
    let end = words.iter().position(|word| is_no_name(word)).unwrap_or(words.len());
    (end > 1).then(|| words[..end].join(" "))
}

/// The author named behind a label in one of the first lines: "Words: Ann Bell", "Local Democracy Reporter Ann Bell".
pub fn name_labelled(document: &Document) -> Option<String> {
    let lines = document.blocks().iter().take(8).map(|block| document.words(block.span));
    let mut named = lines.filter(|line| line.len() < 110).filter_map(|line| {
        if let Some(found) = WITH_OFFICE.captures(line) {
            let words: Vec<&str> = found["name"].split(' ').collect();
            return is_formed(&words).then(|| words.join(" "));
        }
        let name = REPORTER.captures(line)?;
        let words: Vec<_> = name["name"].split(' ').take_while(|word| !is_no_name(word)).take(3).collect();
        // "Words: Ann Bell": a label with a colon, and nothing behind the name.
        if line.contains(": ") && line.ends_with(&name["name"]) && is_formed(&words) {
            return Some(words.join(" "));
        }
        (1..words.len()).rev().map(|end| words[..=end].join(" ")).find(|name| is_name(name))
    });
    named.next()
}

static REPORTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|[|·•–—-] ?)(?:[A-Z][a-z]+ ){{0,2}}(?i:words|reporter|report by|written by|correspondent|by):? (?P<name>{NAME})"
    ))
});

/// "Ann Bell, social affairs correspondent": a line that is a name and an office of the press.
static WITH_OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:By )?(?P<name>{NAME}?),? (?:[A-Za-z]+ ){{0,4}}(?i:correspondent|reporter|editor|journalist|writer)$"
    ))
});

/// The author named on a line of its own beneath the headline; several such lines are a list of persons.
pub fn name_alone(document: &Document) -> Option<String> {
    let lines = document.blocks().iter().take(6).filter(|block| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Byline | BlockKind::Heading { .. })
    });
    let mut names = lines
        .map(|block| document.words(block.span).lines().next().unwrap_or_default().trim())
        .map(|line| name_before_date(line).unwrap_or(line))
        .filter(|line| is_name(line));
    let Some(first) = names.next() else { return above_date(document) };
    names.next().is_none().then(|| first.to_owned())
}

/// A name that no list knows, alone on the line above that of the date.
fn above_date(document: &Document) -> Option<String> {
    const NO_NAMES: [&str; 14] = [
        "Press",
        "Release",
        "Media",
        "Statement",
        "Council",
        "Office",
        "Team",
        "Desk",
        "Service",
        "Services",
        "County",
        "City",
        "Trust",
        "Magazine",
    ];
    let lines = document.blocks().iter().take(7).skip(1).flat_map(|block| document.words(block.span).lines());
    let lines: Vec<&str> = lines.map(str::trim).collect();
    lines.windows(2).take(6).find_map(|pair| {
        let words: Vec<&str> = pair[0].split(' ').collect();
        let named = is_formed(&words) && !words.iter().any(|word| NO_NAMES.contains(word));
        (named && is_dateline(pair[1]) && crate::extract::dates::read(pair[1]).is_some())
            .then(|| words.join(" "))
    })
}

/// Two or three words with capitals as names have them.
fn is_formed(words: &[&str]) -> bool {
    let formed = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
            && word.chars().any(char::is_lowercase)
    };
    (2..=3).contains(&words.len()) && words.iter().all(|word| formed(word) && !is_no_name(word))
}

/// Whether the line is a person's name and no more: a known given name with a surname or two.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let given = words.first().and_then(|first| crate::extract::names::given_name(first));
    is_formed(&words) && given.is_some_and(|given| !given.ambiguous)
}

fn is_no_name(word: &str) -> bool {
    const WORDS: [&str; 19] = [
        "Local",
        "Democracy",
        "Reporter",
        "Senior",
        "Chief",
        "Political",
        "Education",
        "News",
        "Published",
        "BBC",
        "Updated",
        "Social",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    WORDS.contains(&word)
}
