//! A document in, everything recognised in it out, whether or not it became a fact.

mod quantity;
mod quantity_words;

use super::abbreviations::abbreviations;
use super::legislation::{citations, european};
use super::reading::Reading;
use crate::model::{Date, Document, Mention, MentionValue, Span, Vocabulary};

/// Every date, quantity, name of a person, abbreviation, quotation and citation of an Act, in reading order.
pub fn mentions(document: &Document, vocabulary: &Vocabulary) -> Vec<Mention> {
    let reading = Reading::new(document, vocabulary);
    let mut found = dates(&reading);
    found.extend(quantity::told(document, &reading.quantities));
    found.extend(named(&reading));
    found.extend(quoted(&reading));
    found.extend(explained(document));
    found.extend(cited(document, vocabulary));
    found.sort_by_key(|mention| (mention.span.start, mention.span.end));
    found
}

fn dates(reading: &Reading) -> Vec<Mention> {
    let mention = |span, value, end| Mention { span, value: MentionValue::Date { value, end } };
    let told = |date: &super::dates::DateMention| match ends(reading.document.words(date.span)) {
        Some((left, right)) if date.value.is_some() && date.end.is_some() => vec![
            mention(Span::new(date.span.start, date.span.start + left), date.value, None),
            mention(Span::new(date.span.start + right, date.span.end), date.end, None),
        ],
        // "from 1930 to 1931", read as a financial year.
        Some((left, right))
            if date.end.is_none() && date.value.is_some_and(|date| date.is_financial_year()) =>
        {
            let year = date.value.map_or(0, |date| date.year_number());
            vec![
                mention(Span::new(date.span.start, date.span.start + left), Some(Date::year(year)), None),
                mention(Span::new(date.span.start + right, date.span.end), Some(Date::year(year + 1)), None),
            ]
        }
        _ => vec![mention(date.span, date.value, date.end)],
    };
    reading.dates.iter().flat_map(told).collect()
}

/// Where the first date ends and where the second begins in words that name both: "28 May to 2 June 2016". As in TimeML, a
/// period told by both its ends is two dates.
fn ends(words: &str) -> Option<(usize, usize)> {
    let joins =
        [" through to ", " to ", " until ", " till ", " through ", " and ", " – ", " — ", " - ", "–", "—"];
    let (at, join) = joins.iter().find_map(|join| Some((words.find(join)?, join)))?;
    let right = at + join.len();
    let months = |part: &str| {
        part.split([' ', '.', ',']).any(|word| word.len() > 2 && word.starts_with(char::is_uppercase))
    };
    let year = |part: &str| part.trim().len() == 4 && part.trim().bytes().all(|b| b.is_ascii_digit());
    let both = |test: &dyn Fn(&str) -> bool| test(&words[..at]) && test(&words[right..]);
    (both(&months) || both(&year)).then_some((at, right))
}

fn named<'a>(reading: &'a Reading) -> impl Iterator<Item = Mention> + use<'a> {
    reading.names.mentions.iter().map(|mention| Mention {
        span: mention.span,
        value: MentionValue::Person { name: reading.names.person(mention).name.clone() },
    })
}

fn quoted<'a>(reading: &'a Reading) -> impl Iterator<Item = Mention> + use<'a> {
    reading.quoted.iter().map(|quoted| Mention {
        span: quoted.span,
        value: MentionValue::Quotation { text: quoted.text.clone(), speaker: quoted.speaker.clone() },
    })
}

fn explained(document: &Document) -> impl Iterator<Item = Mention> {
    abbreviations(document).into_iter().map(|pair| {
        let short = document.words(pair.short).to_owned();
        let long = document.words(pair.long).to_owned();
        Mention { span: pair.whole, value: MentionValue::Abbreviation { short, long } }
    })
}

fn cited(document: &Document, vocabulary: &Vocabulary) -> impl Iterator<Item = Mention> {
    citations(document, vocabulary).into_iter().chain(european(document)).map(|citation| Mention {
        span: citation.span,
        value: MentionValue::Legislation { title: citation.title, section: citation.section },
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn what_became_no_fact_is_mentioned_too() {
        let text = "The river task force (RTF) met. The River Task Force (RTF) is 12 miles from the Boats Act 1990 on 3 May 2014.";
        let document = sample::document(text);
        let found = mentions(&document, &Vocabulary::default());
        let quotes: Vec<&str> = found.iter().map(|mention| document.words(mention.span)).collect();
        let expected =
            ["river task force (RTF)", "River Task Force (RTF)", "12 miles", "Boats Act 1990", "3 May 2014"];
        assert!(expected.iter().all(|quote| quotes.contains(quote)), "{quotes:?}");
    }

    #[test]
    fn both_ends_of_a_period_are_dates() {
        assert_eq!(ends("28 May to 2 June 2016"), Some((6, 10)));
        assert_eq!(ends("1914 to 1918"), Some((4, 8)));
        assert_eq!(ends("March and April 2014"), Some((5, 10)));
        assert_eq!(ends("3 January 1883 – 8 October 1967"), Some((14, 19)));
        assert_eq!(ends("14 to 21 August 2014"), None);
    }
}
