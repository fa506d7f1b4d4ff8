//! A place where a person is named in, the date since which they hold their office out.

use crate::extract::names::NameMention;
use crate::extract::patterns::pattern;
use crate::model::{Date, Document, MONTHS, Span};
use regex::Regex;
use std::sync::LazyLock;

static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    let month = MONTHS.join("|");
    pattern(&format!(
        r"(?:(?:in|held) (?:the |this |that |his |her )?(?:post|role|position|job|office) since|(?:took up|started in|began in) (?:the |this |his |her )?(?:post|role|position|job) (?:in|on)|(?:was|been) appointed (?:[^,;:.()]+? )??(?:in|on)) (?:early |late |mid-)?(?:(?:(\d{{1,2}}) )?({month}) )?(\d{{4}})\b"
    ))
});

/// The date in "who has been in post since late 2017", in the sentence that names the person.
pub fn since(document: &Document, mention: &NameMention) -> Option<Date> {
    let sentence = document.sentence_at(mention.span.start);
    let rest = Span::new(mention.span.end.min(sentence.end), sentence.end);
    let found = SINCE.captures(document.words(rest))?;
    let year = found.get(3)?.as_str().parse().ok()?;
    let Some(month) = found.get(2).and_then(|month| month_number(month.as_str())) else {
        return Some(Date::year(year));
    };
    let day = found.get(1).and_then(|day| day.as_str().parse().ok());
    day.map_or_else(|| Date::month(year, month), |day| Date::day(year, month, day))
}

fn month_number(name: &str) -> Option<u8> {
    (1..).zip(MONTHS).find(|(_, month)| *month == name).map(|(number, _)| number)
}
