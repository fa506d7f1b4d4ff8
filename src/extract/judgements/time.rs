//! Statements in, the same settled in time out: of the inspection that the document reports, or recalled, with its date.

mod carried;
mod date;
mod occasion;

use super::statement::{JudgedArea, Place, Source, Statement, Time};
use super::wording::{FOUND, JUDGED, MARK, RATING, VISIT, WATCHDOG, YEAR};
use crate::extract::Reading;
use crate::extract::details::is_formal;
use crate::extract::patterns::pattern;
use crate::extract::reading::within;
use crate::model::{Date, Span};
use carried::carried_on;
use date::date;
use occasion::gives_no_grade;
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
        occasion::told_again(reading, &mut settled);
    }
    // What a letter states of now is no grade.
    settled
        .retain(|statement| !letter || statement.time == Time::Recalled || statement.source <= Source::Label);
    settled
}

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

static AND_AGAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,? (?:and|then|and then)(?:,? (?:after|following) [^,;.]{3,90},)?(?: again| also)?(?: in| once more in)? ?$|^, a (?:judge?ment|rating|verdict|grade|finding) (?:that was )?(?:repeated|confirmed|given again|made again) in $",
    )
});

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
    let own = sentence(reading, &statement);
    let words = reading.document.words(own);
    if OF_NOW.is_match(words) && !letter && !is_this_earlier_one(reading, &statement) && !left(&statement) {
        return None;
    }
    let date = date(reading, &statement);
    // "Since the last inspection in 2018 … has declined from outstanding": it is left since that one.
    let date =
        date.or_else(|| Some(&statement).filter(|one| left(one)).and_then(|_| last_inspected(reading, own)));
    // "four years ago" may be five: a year counted back in round numbers is none.
    let date = date.filter(|_| !YEARS_AGO.is_match(words));
    let recalled = date.is_some() || EARLIER.is_match(words) || statement.place == Place::Earlier;
    if letter && !recalled && statement.time == Time::Past {
        // The sentence before may tell of when.
        return Some(Statement { time: Time::Current, ..statement });
    }
    recalled.then_some(Statement { time: Time::Recalled, date, ..statement })
}

/// Whether a grade is one that was left for another.
fn left(statement: &Statement) -> bool {
    statement.time == Time::Recalled && statement.source > Source::Label
}

/// "The previous inspection of A was in 2010. A was judged to be good at this inspection.": of the one just told of.
fn is_this_earlier_one(reading: &Reading, statement: &Statement) -> bool {
    let document = reading.document;
    let own = sentence(reading, statement);
    let previous = document.sentence_index(own.start).checked_sub(1).map(|index| document.sentences()[index]);
    statement.time == Time::Past
        && previous.is_some_and(|previous| {
            previous.end + 3 >= own.start && TOLD_BEFORE.is_match(document.words(previous))
        })
}

static TOLD_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:previous|last|most recent|earlier) (?:[a-z]+ )?inspection (?:of|for) [^.;]{{3,120}} (?:was|took place) (?:held |carried out )?in {YEAR}"
    ))
});

/// The date of the last inspection of which the paragraph tells before a sentence, or in it.
fn last_inspected(reading: &Reading, own: Span) -> Option<Date> {
    const SENTENCES: usize = 3;
    let document = reading.document;
    let block = document.block_index(own.start);
    let told = document.sentences()[..=document.sentence_index(own.start)].iter().rev().take(SENTENCES);
    let mut told = told.take_while(|told| document.block_index(told.start) == block);
    told.find_map(|told| {
        let lead = LAST_IN.find(document.words(*told))?;
        let dates = within(&reading.dates, *told, |date| date.span.start);
        dates.iter().find(|date| date.span.end >= told.start + lead.end())?.value
    })
}

/// "since the last inspection in 2018", "at the previous inspection (June 2018)".
static LAST_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:since|at|from) (?:the|its) (?:last|previous)(?: full| standard| short| Ofsted)* inspection,? (?:which was )?(?:in |of |\()?{YEAR}"
    ))
});

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
    // "Help, which was inadequate when they last came, is good": what the aside tells is of another grade.
    let aside = RELATIVE
        .find(behind)
        .filter(|aside| statement.clause.start + aside.end() <= grade_at(reading, &statement));
    let of_this_grade = aside.map_or(behind, |aside| &behind[aside.end()..]);
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
    // "The visit on 4 May was the first since it failed. On that occasion": not of the visit.
    let undated = within(&reading.dates, sentence(reading, &statement), |date| date.span.start).is_empty();
    let date = date.filter(|_| !(undated && THAT_TIME.is_match(whole)));
    let recalled = match (now, date) {
        _ if statement.time == Time::Recalled || PAST.is_match(of_this_grade) => true,
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
            let inspected = INSPECTED_IN.is_match(document.words(sentence(reading, &statement)));
            let visited = inspected || given_in.is_some_and(|given| VISIT_IN.is_match(given.as_str()));
            let lag = if visited { AFTER_VISIT } else { MONTHS_AGO };
            let given =
                inspected || given_in.is_some() || IN_MONTH.is_match(words) || REPORTED_IN.is_match(words);
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
    let visit = gives_no_grade(reading);
    let recalled = recalled || before || visit;
    // "five years after it said so": no date that another sentence gives.
    let own = sentence(reading, &statement);
    let date = date.filter(|_| !before || !within(&reading.dates, own, |date| date.span.start).is_empty());
    // "the fourth visit, in May, since it was rated": the date of a visit that grades nothing is that of no grade.
    let of_visit = |date: Date| !is_months_ago(reading, date, AFTER_VISIT) && !is_old(reading, date);
    let date = date.filter(|date| !visit || own_date(reading).is_none() || !of_visit(*date));
    let (time, date) = if recalled { (Time::Recalled, date) } else { (Time::Current, None) };
    Some(Statement { time, date, ..statement })
}

static NOW: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:now|currently|today)\b"));

static RELATIVE: LazyLock<Regex> = LazyLock::new(|| pattern(r", (?:which|who|whose) [^,;:]{3,140}, "));

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
    // "It said that there had been progress and gave it a rating of": what had been is told apart.
    let words = AND_GAVE.find_iter(words).last().map_or(words, |found| &words[found.end()..]);
    EARLIER.find_iter(words).any(|found| {
        let this =
            words[found.end()..].starts_with(" this ") && found.as_str().eq_ignore_ascii_case("earlier");
        let again = words[found.end()..].starts_with(" again") || words[found.end()..].starts_with(" more");
        !(this || again && found.as_str().eq_ignore_ascii_case("once"))
    })
}

static AND_GAVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i),? and (?:(?:has |have )?(?:rated|judged|graded|given|awarded|upgraded|downgraded)|gave|awarded|handed) (?:it|them|the|its|[A-Z])",
    )
});

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

/// "The inspection, which took place in February, rated it good".
static INSPECTED_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\binspection,? (?:which |that )?(?:took place|was (?:carried out|held|conducted)|happened|ended|carried out|held) (?:in|on|between|from|during) |\binspection,? (?:in|of) [A-Z][a-z]+,? (?:ended|resulted|finished|concluded|led) (?:with|in|to|up with) ",
    )
});

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
