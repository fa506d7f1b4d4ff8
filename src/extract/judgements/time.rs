//! Statements in, the same settled in time out: of the inspection that the document reports, or recalled, with its date.

use super::statement::{JudgedArea, Place, Source, Statement, Time};
use super::wording::{FOUND, JUDGED, MARK, RATING, VISIT, WATCHDOG, YEAR};
use crate::extract::Reading;
use crate::extract::dates::{DateKind, DateMention};
use crate::extract::details::is_formal;
use crate::extract::patterns::pattern;
use crate::extract::reading::within;
use crate::model::{Date, DocumentKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The statements that can be settled. A report's own sentences about the past count only if they say of when.
pub fn settled(reading: &Reading, statements: Vec<Statement>) -> Vec<Statement> {
    let settled = statements.into_iter().filter_map(|statement| one(reading, statement));
    let mut settled: Vec<_> = settled.flat_map(|statement| at_each_date(reading, statement)).collect();
    let letter = reading.details.kind.is_letter();
    if !is_formal(reading.details.kind) || letter {
        // Ranks, and what is named by the grade before, come behind the others.
        settled.sort_by_key(|statement| (statement.span.start, grade_at(reading, statement)));
        carried_on(reading, &mut settled);
    }
    // What a letter states of now is no grade.
    settled
        .retain(|statement| !letter || statement.time == Time::Recalled || statement.source <= Source::Label);
    settled
}

/// "The service was rated good in 2016. The board was also found to require improvement": what is said as well is said of
/// the same time.
fn carried_on(reading: &Reading, statements: &mut [Statement]) {
    let mut carried = None;
    for index in 1..statements.len() {
        let (told, statement) = (&statements[index - 1], &statements[index]);
        let own = sentence(reading, statement);
        let of_now = statements[..index]
            .iter()
            .rev()
            .take_while(|other| sentence(reading, other).start == sentence(reading, told).start);
        if of_now.into_iter().any(|other| other.time == Time::Current) {
            continue;
        }
        let next = reading.document.sentence_index(sentence(reading, told).start) + 1
            == reading.document.sentence_index(own.start);
        let same = told.body == statement.body && statement.time == Time::Current;
        let block = |statement: &Statement| reading.document.block_index(statement.span.start);
        let of_area = reading.details.kind.is_letter()
            || !matches!(statement.area, JudgedArea::Known(area) if reading.vocabulary.areas[area].id == "overall");
        // In one paragraph an area's grade without a date is of the inspection that the grade before it is of.
        let goes_on = of_area
            && told.date.is_some()
            && !is_told_aside(reading, told)
            && !is_left(reading, told)
            && !KEPT.is_match(reading.document.words(named(statement)))
            && block(told) == block(statement)
            && !LATEST.is_match(reading.document.words(own))
            && !THIS_TIME.is_match(reading.document.words(own));
        let also = ALSO.is_match(reading.document.words(own))
            && !is_left(reading, told)
            && !THIS_TIME.is_match(reading.document.words(own));
        // What one sentence says of several areas is of one time.
        let with = carried == Some(index - 1) && sentence(reading, told).start == own.start;
        if told.time == Time::Recalled && same && (next && (also || goes_on) || with) {
            let date = told.date;
            carried = Some(index);
            statements[index] = Statement { time: Time::Recalled, date, ..statements[index].clone() };
        }
    }
}

/// "its highest grade, up from good in 2021": a grade that is only compared with.
fn is_left(reading: &Reading, told: &Statement) -> bool {
    let sentence = sentence(reading, told);
    let lead = reading.document.words(Span::new(sentence.start, grade_at(reading, told)));
    LEFT.is_match(lead)
}

static LEFT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:(?:up|down) from|compared (?:with|to)|(?:better|worse|higher|lower) than)\b[^.;]*$")
});

/// "Harbour, which was judged good in 2018, got": what is told between commas is of another time than the rest.
fn is_told_aside(reading: &Reading, told: &Statement) -> bool {
    let sentence = sentence(reading, told);
    let lead = reading.document.words(Span::new(sentence.start, grade_at(reading, told)));
    let clause = [", which ", ", who "].iter().filter_map(|word| lead.rfind(word)).max();
    let rest = reading.document.words(Span::new(grade_at(reading, told), sentence.end));
    clause.is_some_and(|start| !lead[start + 2..].contains(", ")) && rest.contains(", ")
}

static THIS_TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bthis time\b"));

static ALSO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:was|were|had) (?:also|both|similarly)\b|\b(?:was|were|had)\b[^.;]*\btoo\b")
});

fn one(reading: &Reading, statement: Statement) -> Option<Statement> {
    match (statement.source, is_formal(reading.details.kind)) {
        (Source::Table | Source::Label, _) => Some(labelled(reading, statement)),
        (_, true) => formal(reading, statement),
        (_, false) => free(reading, statement),
    }
}

/// "inadequate in 2015 and again in 2018": a grade recalled of two inspections.
fn at_each_date(reading: &Reading, statement: Statement) -> Vec<Statement> {
    let mut statements = vec![statement];
    let Some(first) = statements[0].date.filter(|_| statements[0].source > Source::Label) else {
        return statements;
    };
    let end = sentence(reading, &statements[0]).end;
    let grade = grade_at(reading, &statements[0]);
    let from = reading.dates.partition_point(|date| date.span.start < grade);
    let behind: Vec<_> = reading.dates[from..].iter().take_while(|date| date.span.start < end).collect();
    if behind.first().is_none_or(|date| date.value != Some(first)) {
        return statements;
    }
    // Commas join dates only where "and" joins the last: "in 2011, 2013 and 2015".
    let mut listed = Vec::new();
    for pair in behind.windows(2) {
        let between = reading.document.words(Span::new(pair[0].span.end, pair[1].span.start));
        listed.extend(pair[1].value);
        if AND_AGAIN.is_match(between) {
            let again = std::mem::take(&mut listed).into_iter();
            let first = statements[0].clone();
            statements.extend(again.map(|date| Statement { date: Some(date), ..first.clone() }));
        } else if between != ", " {
            break;
        }
    }
    statements
}

static AND_AGAIN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^,? (?:and|then|and then)(?: again| also)?(?: in| once more in)? ?$"));

/// A row or line of a section about earlier inspections, or beneath words that recall one, is recalled.
fn labelled(reading: &Reading, statement: Statement) -> Statement {
    if statement.date.is_some() {
        return statement;
    }
    let document = reading.document;
    let index = document.sentence_index(statement.span.start);
    // The introduction may stand before the other rows of the list.
    let earlier = document.sentences()[..index].iter().rev().take(8);
    let introduced = earlier.copied().find(|sentence| INTRODUCTION.is_match(document.words(*sentence)));
    let recalled = statement.place == Place::Earlier || introduced.is_some();
    if !recalled {
        return statement;
    }
    let from = introduced.map_or(statement.span.start, |sentence| sentence.end);
    let date = reading.dates[..reading.dates.partition_point(|date| date.span.start < from)].last();
    let near = date.filter(|date| from - date.span.start < 240).and_then(|date| date.value);
    Statement { time: Time::Recalled, date: near, ..statement }
}

/// "The judgements for the local authority were:"
static INTRODUCTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:judge?ments?|grades|ratings|judged)\b[^.]{0,80}\b(?:were|was)(?: as follows)?:?$|\b(?:last|previous) inspection[^.]{0,120}:$",
    )
});

/// In an inspectorate's own document what is states the present, and what was recalls the past.
fn formal(reading: &Reading, statement: Statement) -> Option<Statement> {
    let letter = reading.details.kind.is_letter();
    if statement.time == Time::Current && !letter && statement.place == Place::Matter {
        return Some(statement)
            .filter(|statement| statement.source == Source::Sentence || is_area(statement));
    }
    let words = reading.document.words(sentence(reading, &statement));
    if OF_NOW.is_match(words) && !letter {
        return None;
    }
    let date = date(reading, &statement);
    // "four years ago" may be five: a year counted back in round numbers is none.
    let date = date.filter(|_| !YEARS_AGO.is_match(words));
    let recalled = date.is_some() || EARLIER.is_match(words) || statement.place == Place::Earlier;
    if letter && !recalled && statement.time == Time::Past {
        // The sentence before may tell of when.
        return Some(Statement { time: Time::Current, ..statement });
    }
    recalled.then_some(Statement { time: Time::Recalled, date, ..statement })
}

fn is_area(statement: &Statement) -> bool {
    matches!(statement.area, JudgedArea::Known(_))
}

/// In news and press releases a date, or a word for an earlier time, recalls; else it is the latest judgement.
fn free(reading: &Reading, statement: Statement) -> Option<Statement> {
    let document = reading.document;
    let date = date(reading, &statement);
    let behind = document.words(Span::new(
        statement.clause.start,
        sentence(reading, &statement).end.max(statement.clause.end),
    ));
    // "rated inadequate, having been good when they were last inspected": what is told behind is of another grade.
    let other = OTHER_GRADE
        .find_iter(behind)
        .find(|lead| statement.clause.start + lead.start() >= grade_at(reading, &statement));
    let behind = other.map_or(behind, |lead| &behind[..lead.start()]);
    let now = statement.time == Time::Current
        || LATEST.is_match(document.words(statement.clause))
        || THIS_WEEK.is_match(document.words(Span::new(
            grade_at(reading, &statement),
            sentence(reading, &statement).end.max(grade_at(reading, &statement)),
        )));
    let before =
        Span::new(sentence(reading, &statement).start.min(statement.clause.start), statement.clause.end);
    let whole = document.words(before);
    let words = whole;
    let words = TURN.find_iter(words).last().map_or(words, |turn| &words[turn.end()..]);
    let recalled = match (now, date) {
        _ if statement.time == Time::Recalled || PAST.is_match(behind) => true,
        _ if date.is_none() && (THAT_TIME.is_match(words) || !now && THAT_TIME.is_match(whole)) => true,
        _ if KEPT.is_match(document.words(named(&statement))) && !is_given(reading, &statement) => false,
        // A service of the body with a grade of its own is none that the news is about.
        _ if matches!(statement.area, JudgedArea::Other(_))
            && date.is_some_and(|date| is_months_ago(reading, date, MONTHS_AGO)) =>
        {
            true
        }
        (true, date) => {
            let past = statement.time == Time::Past
                || statement.body.is_some() && !NOW.is_match(document.words(statement.clause))
                || WHEN.is_match(words)
                || dated(reading, &statement);
            date.is_some_and(|date| is_old(reading, date)) && past
        }
        (false, Some(date)) => {
            // A report comes out some weeks after its visit.
            let given_in = GIVEN_IN.find(document.words(sentence(reading, &statement)));
            let visited = given_in.is_some_and(|given| VISIT_IN.is_match(given.as_str()));
            let lag = if visited { AFTER_VISIT } else { MONTHS_AGO };
            let given = given_in.is_some() || IN_MONTH.is_match(words) || REPORTED_IN.is_match(words);
            let last = AT_LAST.is_match(behind);
            let given = given || last && date.month_number().is_some();
            let elsewhere = reading.details.subject.is_none() && LAST_MONTH.is_match(words);
            own_date(reading).is_none()
                || elsewhere
                || is_old(reading, date)
                || given && is_months_ago(reading, date, lag)
                || last && date.month_number().is_none()
        }
        // "… as good, and leadership kept the grade of three years ago": what goes on is of another area.
        (false, None) => {
            let behind = GOES_ON.find(behind).map_or(behind, |found| &behind[..found.start()]);
            is_earlier(words) || AGO.is_match(behind)
        }
    };
    let lead = document.words(Span::new(before.start, statement.clause.start));
    // Another body's grade is not what a story of one body reports.
    let recalled = recalled || statement.body.is_some() && reading.details.subject.is_some();
    let before = YEARS_AFTER.is_match(lead) && statement.time == Time::Past
        || AFTER_BEING.is_match(document.words(named(&statement)));
    let recalled = recalled || before;
    // "five years after it said so": no date that another sentence gives.
    let own = sentence(reading, &statement);
    let date = date.filter(|_| !before || !within(&reading.dates, own, |date| date.span.start).is_empty());
    let (time, date) = if recalled { (Time::Recalled, date) } else { (Time::Current, None) };
    Some(Statement { time, date, ..statement })
}

static NOW: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:now|currently|today)\b"));

/// "is currently rated good following an inspection in 2017": the date stands right behind the grade.
fn dated(reading: &Reading, statement: &Statement) -> bool {
    let end = sentence(reading, statement).end;
    let grade = grade_at(reading, statement);
    DATED.is_match(reading.document.words(Span::new(grade.min(end), end)))
}

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’”'\x22]?(?: overall)?,? (?:following|after|since|in|from|at) (?:[\w’-]+ ){0,5}(?:19|20)\d\d\b",
    )
});

/// Where the words before turn to another body or time.
static TURN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i),? (?:while|whereas|but) "));

static OTHER_GRADE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i), (?:having|up from|down from|compared (?:with|to)|the same|after being|an? (?:[a-z]+ ){0,2}(?:improvement|step up|step down|drop|fall|rise)) ",
    )
});

/// "That inspection found": one that was told of before.
static THAT_TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:(?:at|in|on|after|during|following) )?that (?:(?:earlier|previous|first|damning|critical) )?(?:{VISIT}|time|occasion)\b|\b(?:on|at|in) that (?:occasion|inspection|visit|time)\b"
    ))
});

/// "praised in January 2018, when it moved": of that time.
static WHEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:19|20)\d\d, when\b"));

/// Whether words tell of an earlier time: "once", but not "once again".
fn is_earlier(words: &str) -> bool {
    // "Ofsted, which had sent two letters since, rated": the aside tells of another time than the rest.
    let words = &*ASIDE.replace_all(words, "");
    let words = FIRST_SINCE.find(words).map_or(words, |aside| &words[aside.end()..]);
    EARLIER.find_iter(words).any(|found| {
        let this =
            words[found.end()..].starts_with(" this ") && found.as_str().eq_ignore_ascii_case("earlier");
        let again = words[found.end()..].starts_with(" again") || words[found.end()..].starts_with(" more");
        !(this || again && found.as_str().eq_ignore_ascii_case("once"))
    })
}

static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r", and (?:the |its |their )?(?:[a-z]+ ){1,5}?(?:is|are|was|were|kept|keeps|held|has|have|stayed|remains?|remained) ",
    )
});

static ASIDE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r", (?:which|who) (?:had|has|was|were) [^,;.]{3,160}, "));

/// "In its first inspection since a change last year, …": that change was earlier, the inspection was not.
static FIRST_SINCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;,]{0,60}\bfirst (?:[a-z]+ ){0,2}(?:inspection|visit|report|review)s? since [^.;,]{3,60}, ",
    )
});

/// "It comes four years after the council was …".
static YEARS_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:years?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) months) (?:after|since) ?(?:(?:(?:the|its|a|an)(?: [a-z]+){0,2} (?:inspection|report|visit)|Ofsted|inspectors|the watchdog|it|they) (?:had )?(?:first )?(?:said|judged|rated|graded|found|declared) (?:that )?|(?:judging|rating|grading|finding|declaring|branding|labelling) |the |its |an? )?$",
    )
});

/// "judged good, three years after being found inadequate".
static AFTER_BEING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:years?|months?) (?:after|since) (?:(?:it|they) (?:was|were) )?(?:(?:having been|being|first) )*(?:{JUDGED}|{FOUND})\b[^,.;]{{0,40}}$"
    ))
});

static YEARS_AGO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some) years (?:ago|earlier|previously|before)\b",
    )
});

static AGO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:last time\b|when (?:it|they|inspectors|Ofsted|the watchdog) (?:was |were )?last|(?:years?|months?) (?:ago|later)|for (?:over |more than |nearly |almost )?(?:a|two|three|\d+) (?:decades?|years)|last (?:year|summer|autumn|winter|spring)|at (?:its|the) (?:last|previous))\b",
    )
});

static PAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:when (?:it|they|inspectors|Ofsted|the watchdog) (?:was |were )?last\b|in the past(?:[.,;”]|$)|at one (?:point|stage|time)\b|(?:in|during) (?:the same|that) year\b)",
    )
});

/// Behind a grade: when it was given.
static THIS_WEEK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]?(?: (?:{RATING}|{MARK}|{VISIT}|{WATCHDOG}|overall|by|in|from|its|the|a|published|released|announced))* (?:this (?:week|month|morning|afternoon)|today|yesterday)\b"
    ))
});

/// "judged good by Ofsted in January", "In January the watchdog found": when the grade was given, and not the visit.
static GIVEN_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\btold (?:back )?(?:in|last) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:{JUDGED}|{FOUND})\b[^.;,]{{2,60}}(?: by (?:the )?(?:{WATCHDOG}))? (?:back )?(?:in|last) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    ))
});

/// "following its inspection in February": when the visit was.
static VISIT_IN: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b(?:{VISIT}) (?:back )?(?:in|last) [a-z]+$")));

static IN_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Back )?(?:[Ii]n|[Ll]ast) (?:January|February|March|April|May|June|July|August|September|October|November|December),? ",
    )
});

/// "In a report published on 3 May, inspectors found": when the grade was given.
static REPORTED_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:in|according to) (?:its|the|a|an|their) (?:[a-z]+ )?(?:report|letter|findings?)(?: that was| which was)? (?:published|released|issued|dated|out|from) (?:on|in|of|last) [^,;]{4,30},",
    )
});

/// A grade that was given so many months before is no news, nor is one of a visit so many months before.
const MONTHS_AGO: i32 = 2;
const AFTER_VISIT: i32 = 4;

/// Whether a date lies so many months or more before the document's own.
fn is_months_ago(reading: &Reading, date: Date, least: i32) -> bool {
    let Some(own) = own_date(reading) else { return false };
    let months =
        |date: Date| date.month_number().map(|month| i32::from(date.year_number()) * 12 + i32::from(month));
    months(own).zip(months(date)).is_some_and(|(own, date)| own - date >= least)
}

/// Whether a date lies too far before the document's own for it to be what the document reports.
fn is_old(reading: &Reading, date: Date) -> bool {
    let Some(own) = own_date(reading) else { return false };
    let months =
        |date: Date| i32::from(date.year_number()) * 12 + i32::from(date.month_number().unwrap_or(12));
    months(own) - months(date) > 9 || date.month_number().is_none() && date.year_number() < own.year_number()
}

/// When the document was written, as it says.
fn own_date(reading: &Reading) -> Option<Date> {
    let details = &reading.details;
    details.published.or(details.event_end).or(details.event_start).or(reading.document.hints.published)
}

/// From what is judged to the end of the grade's own words.
fn named(statement: &Statement) -> Span {
    Span::new(
        statement.clause.start,
        statement.named_to.unwrap_or(statement.clause.end).max(statement.clause.start),
    )
}

/// "kept the grade that it was given": the grade is named by the earlier time.
fn is_given(reading: &Reading, statement: &Statement) -> bool {
    let words = reading.document.words(named(statement));
    ["given", "awarded", "got", "received", "had", "achieved"].iter().any(|gained| words.ends_with(gained))
}

/// "kept the good rating that it was given in 2019": it is held now, whenever it was given.
static KEPT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:kept|keeps?|retain(?:s|ed)?|(?:held|holds?|hung|hangs?|clung) on to|maintain(?:s|ed)?|remain(?:s|ed)?|stay(?:s|ed))(?: (?:at|as))?(?: (?:its|their|our|the|an?))?(?: overall| Ofsted)? ?[‘“'\x22]?(?:[a-z]+ ?){1,5}$",
    )
});

fn sentence(reading: &Reading, statement: &Statement) -> Span {
    reading.document.sentence_at(statement.span.start)
}

static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:last (?:full |Ofsted |judgement |standard |graded )*(?:inspect\w+|visit)|last (?:judged|rated|graded|rating|assess\w+|year|summer|autumn|winter|spring|month)",
        r"|previous(?:ly)?|earlier|prior|formerly|former (?:rating|judge?ment|grade|inspection)|since|most recent inspection|(?:years?|months?) (?:ago|before)|had been|used to be|until|once|originally|for (?:over |more than |nearly |almost |about )?(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:decades?|years))\b",
    ))
});

static LAST_MONTH: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\blast month\b"));

/// "in its most recent inspection in early 2023".
static AT_LAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:at|in|after|during|following) (?:its|the|their) (?:most recent|last|previous) (?:full |Ofsted |graded |standard )*(?:{VISIT}),? "
    ))
});

static LATEST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:now|recently|latest|new(?:ly)?|today|this week|currently|has been|have been|has (?:rated|judged|given)|published this)\b",
    )
});

static OF_NOW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:(?:in|at|during) this inspection|are now|is now|now judged|still found)\b")
});

/// The date of what a statement tells: behind the grade, else the nearest before it, else in the sentence before that says
/// when the inspection was.
fn date(reading: &Reading, statement: &Statement) -> Option<Date> {
    let document = reading.document;
    let sentence = sentence(reading, statement);
    let at = |offset: usize| reading.dates.partition_point(|date| date.span.start < offset);
    let own = &reading.dates[at(sentence.start)..at(sentence.end)];
    let grade = grade_at(reading, statement);
    let behind =
        own.iter().find(|date| date.span.start >= grade).filter(|date| follows(reading, grade, date));
    let before = || {
        let past = own.iter().rev().filter(|date| date.span.end <= grade && is_past(date));
        past.into_iter().find(|date| {
            let words = document.words(Span::new(sentence.start, grade));
            let between = document.words(Span::new(date.span.end, grade));
            !is_aside(words, date.span.start - sentence.start)
                && (LEADS.is_match(&words[..date.span.start - sentence.start])
                    || ![", while ", ", whereas ", ", but ", " after "]
                        .iter()
                        .any(|turn| between.contains(turn)))
        })
    };
    let since = || {
        let last = |date: &&DateMention| {
            date.span.start >= grade && SINCE_LAST.is_match(document.words(Span::new(grade, date.span.start)))
        };
        own.iter().find(last).filter(|_| statement.time == Time::Recalled)
    };
    let named =
        behind.or_else(before).or_else(since).and_then(|date| of_season(reading, date).or(date.value));
    named.or_else(|| {
        if let Some(date) = framed(reading, sentence) {
            return Some(date);
        }
        let previous = document.sentences().get(document.sentence_index(sentence.start).checked_sub(1)?)?;
        let inspected =
            INSPECTION.is_match(document.words(*previous)) && STANDS.is_match(document.words(sentence));
        let dates = &reading.dates[at(previous.start)..at(previous.end)];
        let last = dates.last().filter(|_| inspected && previous.end + 3 >= sentence.start)?;
        let since = document.words(Span::new(previous.start, last.span.start)).ends_with("since ");
        last.value.filter(|_| !since)
    })
}

/// "went from good to inadequate since the last inspection in 2019".
static SINCE_LAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\bsince (?:the|its|their|an?) (?:last|previous|earlier)(?: [a-z]+)? (?:{VISIT}),? (?:back )?(?:in|of) $"
    ))
});

/// Whether a date stands in a relative clause that has ended before the grade: "Ofsted, which had called it weak in 2014,
/// now rates it good".
fn is_aside(words: &str, date: usize) -> bool {
    let clause = words[..date].rfind(", which ").into_iter().chain(words[..date].rfind(", who ")).max();
    clause.is_some_and(|start| !words[start + 2..date].contains(',') && words[date..].contains(','))
}

/// Where the statement's grade stands; its words may run on behind it.
fn grade_at(reading: &Reading, statement: &Statement) -> usize {
    if let Some(end) = statement.named_to {
        return end;
    }
    let own = reading.words.grades(reading.document.words(statement.span));
    let own =
        own.filter(|(grade, _)| *grade == statement.grade).map(|(_, span)| statement.span.start + span.end);
    own.last().unwrap_or(statement.span.end)
}

/// Whether a date behind a grade belongs to it: "in 2019", "last summer", "at an inspection in 2013".
fn follows(reading: &Reading, grade: usize, date: &DateMention) -> bool {
    if date.span.start < grade || date.span.start - grade > 90 || date.value.is_none() {
        return false;
    }
    let between = reading.document.words(Span::new(grade, date.span.start));
    let between = between.strip_prefix(" as in").unwrap_or(between);
    let between = FEATURES.find(between).map_or(between, |features| &between[features.end()..]);
    // The date of another grade is not this one's: "good, up from inadequate in 2019".
    // "outstanding for A and good for B in 2012" has one date for both.
    let joined =
        |at: usize| between[..at].starts_with([' ', '’', '”', '"', '\'']) && ALONG.is_match(&between[..at]);
    let other = || reading.words.grades(between).next().is_some_and(|(_, span)| !joined(span.start));
    // "inadequate – and had declined since 2018": the dash begins another clause.
    let apart = [" – ", " — ", " - "].iter().any(|dash| between.contains(dash));
    // "good, with 14 children placed in 2012", "good, the same as in 2015": of something else.
    let aside = ASIDE_LEADS.iter().any(|lead| between.contains(lead));
    BEHIND.is_match(between) && !apart && !aside && !other()
}

const ASIDE_LEADS: [&str; 9] =
    [", with ", ", and ", ", but ", ", which ", ", after ", ", they ", ", it ", ", the same ", " as in "];

/// "good overall with outstanding features": what has features is no second grade.
static FEATURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?: overall)? with (?:some |several )?[a-z]+ (?:features|elements|aspects)")
});

static ALONG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[’”'\x22]? for [^.;,]{3,50},? and [‘“'\x22]?$"));

static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;:]{0,60}?(?:\b(?:in|of|since|from|inspection|on|back in|in both|in (?:its|the|an?|their)|during|report|published)(?: early| late| mid)?|[’”'\x22,‘]) ?$|^[’”'\x22]? ?\(?$",
    )
});

fn is_past(date: &DateMention) -> bool {
    date.value.is_some()
}

/// "last summer" is the month of that season in which the document says elsewhere that the inspection was.
fn of_season(reading: &Reading, date: &DateMention) -> Option<Date> {
    let document = reading.document;
    let words = document.words(date.span).to_lowercase();
    let season = words.strip_prefix("last ")?;
    let (_, months) = SEASONS.iter().find(|(name, _)| season.starts_with(name))?;
    let named = reading.dates.iter().filter(|date| date.kind == DateKind::Complete).filter_map(|date| {
        let value =
            date.value.filter(|value| value.month_number().is_some_and(|month| months.contains(&month)))?;
        INSPECTION.is_match(document.words(document.sentence_at(date.span.start))).then_some(value)
    });
    named.max()
}

const SEASONS: [(&str, [u8; 3]); 4] =
    [("spring", [3, 4, 5]), ("summer", [6, 7, 8]), ("autumn", [9, 10, 11]), ("winter", [12, 1, 2])];

static INSPECTION: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\binspect(?:ion|ed)\b"));

/// The date of the inspection of which a sentence before, in the same paragraph, begins to tell.
fn framed(reading: &Reading, sentence: Span) -> Option<Date> {
    const SENTENCES: usize = 3;
    let document = reading.document;
    // A sentence with a date of its own tells of its own time.
    let dated = !within(&reading.dates, sentence, |date| date.span.start).is_empty();
    if dated || reading.details.kind == DocumentKind::InspectionReport {
        return None;
    }
    let block = document.block_index(sentence.start);
    let before = document.sentences()[..document.sentence_index(sentence.start)].iter().rev().take(SENTENCES);
    let before = before.take_while(|before| document.block_index(before.start) == block);
    for before in before {
        let words = document.words(*before);
        if FRAME.is_match(words) {
            let at = |offset: usize| reading.dates.partition_point(|date| date.span.start < offset);
            return reading.dates[at(before.start)..at(before.end)].first()?.value;
        }
        if LATEST.is_match(words) || THIS_TIME.is_match(words) {
            return None;
        }
    }
    None
}

/// "At the last inspection, in 2019,": the date of all that its sentence tells.
static LEADS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:at|in|during|following|after) (?:the|its|their|that) (?:[a-z]+ ){{0,3}}(?:{VISIT}),? (?:in|of|on) (?:[a-z]+ )?$"
    ))
});

/// "The inspection in 2023 found": what the sentence behind tells was found then too.
static FRAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:(?:at|in|after|following|during) )?(?:the|its|their|an|that) (?:[a-z]+ ){{0,2}}(?:{VISIT}),? (?:which |that )?(?:(?:was )?(?:carried out|held|published|took place) )?(?:in|of|from|on) (?:\d{{1,2}} )?{YEAR}\b|^(?:Back )?In {YEAR},? (?:inspectors|Ofsted|the (?:watchdog|regulator|inspectorate)) (?:had )?(?:found|said|reported|saw|concluded|judged|told)\b"
    ))
});

static STANDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W*(?:the |these |those )?(?:local authority|council|authority|services?|arrangements|it|they)\b",
    )
});
