//! A document in, every citation of an Act or a statutory instrument by title and year out.
//!
//! 1. `Act 1989`, `Regulations 2013` … is the end of a title.
//! 2. The title begins with the earliest of the capitalised words before it, small words between them allowed.
//! 3. Sections stand before it (`sections 17 and 47 of the`) or behind it (`, section 47`).
//! 4. A year may lead ([`super::years`]): `the 1989 Children Act`, and `section 20 of the 1989 Act`, which is of the one Act
//!    of that year named before. `Section 20 of that Act` is of the last one named in the same block.

use super::known_act;
use super::years::{led_by_years, of_named_years, of_that_act};
use crate::extract::patterns::pattern;
use crate::model::{Document, Span, Vocabulary};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// An Act or instrument where it is cited, with one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The short title with its year, as the text words it, without an "of" before the year.
    pub title: String,
    pub section: Option<String>,
    /// From the section to the year.
    pub span: Span,
}

/// Every citation in reading order; a list of sections gives one for each.
pub fn citations(document: &Document, vocabulary: &Vocabulary) -> Vec<Citation> {
    let mut found = Vec::new();
    for end in beside_years(document, &TITLE_END) {
        let Some(all) = end.get(0) else { continue };
        // "Part XAB of the Act of 2000" names none.
        if document.text()[..all.start()].ends_with(" the ") {
            continue;
        }
        let Some(start) = title_start(document, all.start()) else { continue };
        let title =
            Title { span: Span::new(start, all.end()), years: years(&end) }.trimmed(document, vocabulary);
        // In small letters it may be the verb.
        // "the Act of 1950" names none.
        if document.words(title.span).starts_with(&end["type"]) {
            continue;
        }
        if &end["type"] == "act" && known_act(vocabulary, document.words(title.span)).is_none() {
            continue;
        }
        cite(document, &title, &mut found);
    }
    found.extend(statutes(document));
    found.extend(led_by_years(document));
    found.sort_by_key(|citation| citation.span.start);
    let mut later = of_named_years(document, &found);
    later.append(&mut of_that_act(document, &found));
    found.append(&mut later);
    found.sort_by_key(|citation| (citation.span.start, std::cmp::Reverse(citation.span.end)));
    outermost(found)
}

/// The matches of a pattern that asks for a year, looked for only in the blocks that have four digits in a row.
pub(super) fn beside_years<'a>(
    document: &'a Document,
    pattern: &'static Regex,
) -> impl Iterator<Item = regex::Captures<'a>> {
    let dated = document.blocks().iter().filter(|block| has_year(document.words(block.span)));
    dated.flat_map(move |block| {
        let text = &document.text()[..block.span.end];
        let mut from = block.span.start;
        std::iter::from_fn(move || {
            let found = pattern.captures_at(text, from)?;
            from = found.get(0)?.end();
            Some(found)
        })
    })
}

fn has_year(words: &str) -> bool {
    let bytes = words.as_bytes();
    memchr::memchr2_iter(b'1', b'2', bytes)
        .any(|at| bytes.get(at..at + 4).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit)))
}

/// The old statutes whose titles do not end in what they are: "Bill of Rights 1689".
fn statutes(document: &Document) -> impl Iterator<Item = Citation> {
    STATUTE.find_iter(document.text()).map(|found| Citation {
        title: found.as_str().to_owned(),
        section: None,
        span: Span::new(found.start(), found.end()),
    })
}

static STATUTE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:Statute of [A-Z][a-z]+|Bill of Rights|Claim of Right|Act of (?:Settlement|Supremacy|Uniformity|Union)|Magna Carta)(?: Act)? 1[2-9]\d\d\b",
    )
});

/// Without titles that are a part of another.
fn outermost(citations: Vec<Citation>) -> Vec<Citation> {
    let mut kept: Vec<Citation> = Vec::new();
    for citation in citations {
        let within = |last: &Citation| last.span.covers(citation.span) && last.span != citation.span;
        if !kept.last().is_some_and(within) {
            kept.push(citation);
        }
    }
    kept
}

static TITLE_END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)\b(?P<type>Acts?|act|Regulations?|Orders?|Rules|Measures?|Ordinances?)
        (?:\s\((?:Northern\sIreland|Scotland|Wales|England|Isle\sof\sMan|[A-Z][a-z]+\sand\sWales)\))?
        (?:,?\s(?:of\s)?)(?P<years>(?:1[2-9]|20)\d\d(?:(?:,\s|\sand\s|\s&\s)(?:1[89]|20)\d\d)*\b
        |\((?:1[2-9]|20)\d\d(?:(?:,\s|\sand\s|\s&\s)(?:1[89]|20)\d\d)*\))",
    )
});

static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d{4}"));

pub(super) const NUMBER: &str = r"\d+[A-Z]{0,3}\d?(?:\(\w{1,4}\))*";

static SECTIONS_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    let list = format!(
        r"{NUMBER}(?:\sto\s\(\w{{1,3}}\))?(?:(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s|\s?&\s?|/|\sto\s|[–-])(?:of\s)?(?:[Ss]ections?\s|s\.?\s?)?{NUMBER}(?:\sto\s\(\w{{1,3}}\))?)*"
    );
    pattern(&format!(
        r"(?x)\b(?P<unit>[Ss]ections?\s|[Ss]{{1,2}}\.?\s?|[Rr]egulations?\s|[Rr]ules?\s|[Aa]rticles?\s)(?P<list>{list})
        (?:,?\s(?:and|or)\s(?:[Pp]art|[Ss]chedules?)\s\d+[A-Z]?(?:,?\s(?:paragraphs?|para\.?)\s[\w()]+)?,?)?
        (?:(?:\s[A-Za-z]+){{0,2}}\s?\((?:of\s|under\s)?(?:the\s)?|(?:\s[A-Za-z]+){{0,2}}\s(?:of|under|in)\s(?:the\s)?
        |,?\s(?:the\s)?)$"
    ))
});

static SECTIONS_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    let list = format!(r"{NUMBER}(?:(?:,\s|\sand\s|\s&\s|\sto\s|–){NUMBER})*");
    pattern(&format!(
        r"^(?:,\s?|\s\(|\s)(?:and\s)?(?:(?:in\sparticular|particularly|especially|specifically|including|under),?\s)?(?P<unit>[Ss]ections?\s|[Ss]{{1,2}}\.?\s?|[Rr]egulations?\s|[Aa]rticles?\s)(?P<list>{list})"
    ))
});

/// "The Nets Act 1990 gives crews a defence, under section 5.": at the end of what the sentence tells of the Act.
static SECTIONS_LATER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^ [a-z][^.;:()0-9A-Z]{{2,110}},? (?:under|in|by) (?P<unit>sections?\s)(?P<list>{NUMBER}(?:(?:,\s|\sand\s){NUMBER})*)"
    ))
});

static LISTED: LazyLock<Regex> = LazyLock::new(|| pattern(NUMBER));

/// Small words that titles have within.
const WITHIN_TITLES: [&str; 14] =
    ["&", "and", "as", "at", "by", "etc", "etc.", "for", "from", "in", "of", "on", "or", "the"];

/// Words of titles behind which "to" stands in them: the Access to Justice Act 1999.
const BEFORE_TO: [&str; 6] = ["Access", "Contributions", "Cruelty", "Damage", "Hazardous", "Right"];

/// Capitalised words that begin a sentence or name a part, never a title.
const BEFORE_TITLES: [&str; 24] = [
    "A",
    "An",
    "Article",
    "As",
    "Both",
    "By",
    "Chapter",
    "For",
    "From",
    "If",
    "In",
    "Like",
    "Of",
    "On",
    "Part",
    "Regulation",
    "Regulations",
    "Schedule",
    "Section",
    "Sections",
    "Since",
    "The",
    "To",
    "Under",
];

/// Where the title that ends in the type at `end` begins.
fn title_start(document: &Document, end: usize) -> Option<usize> {
    let bound = document.block_at(end)?.span.start.min(end);
    let window = document.text().floor_char_boundary(end.saturating_sub(240).max(bound));
    let words = document.words(Span::new(window, end));
    let mut start = None;
    let mut right = words.trim_end().len();
    let mut group = false;
    while right > 0 {
        let token = words[..right].rsplit(char::is_whitespace).next().unwrap_or_default();
        let left = right - token.len();
        let before = match Token::of(token, start.is_none()) {
            // "section 31(1)(b) of the Dogs Act": no group of a title.
            Token::GroupEnd if token.find('(').is_some_and(|open| open > 0) => break,
            Token::GroupEnd => match group_start(words, right) {
                Some(open) => open,
                None => break,
            },
            Token::Capital if is_numeral(token) => break,
            Token::Capital => left + opening(token),
            Token::Small => left,
            // `Children Act 2004 (Joint Area Reviews) Regulations 2015`.
            Token::Other if group && is_year_of_act(words, left, token) => left,
            Token::Other
                if token == "to" && BEFORE_TO.iter().any(|word| words[..left].trim_end().ends_with(word)) =>
            {
                left
            }
            // "Offences against the Person Act 1861"
            Token::Other if token == "against" && words[..left].trim_end().ends_with("Offences") => left,
            Token::Other => break,
        };
        group = token.ends_with(')');
        if !matches!(Token::of(token, start.is_none()), Token::Small) {
            start = Some(window + before);
        }
        if opening(token) > 0 && !token.ends_with(')') {
            break;
        }
        right = words[..before].trim_end().len();
    }
    start
}

/// "part II of the": the number of a part.
fn is_numeral(token: &str) -> bool {
    token.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'))
}

fn is_year_of_act(words: &str, at: usize, token: &str) -> bool {
    token.len() == 4 && token.bytes().all(|b| b.is_ascii_digit()) && words[..at].trim_end().ends_with("Act")
}

/// Where the brackets begin that close at `right`.
fn group_start(words: &str, right: usize) -> Option<usize> {
    let open = words[..right].rfind('(')?;
    let inner = &words[open + 1..right - 1];
    // "Council Tax (administration and enforcement) Regulations": in some lists no word of it has its capital.
    let small = inner.starts_with(|c: char| c.is_ascii_lowercase())
        && inner.chars().all(|c| c.is_ascii_lowercase() || c == ' ')
        && !inner.split(' ').any(|word| matches!(word, "as" | "see" | "under" | "the" | "made" | "by" | "a"));
    (inner.starts_with(char::is_uppercase) || small).then_some(open)
}

/// How many bytes of opening brackets and quotation marks a word begins with.
fn opening(token: &str) -> usize {
    token.len() - token.trim_start_matches(['(', '[', '‘', '“', '"', '\'', '–', '—']).len()
}

enum Token {
    Capital,
    Small,
    /// `(Review)`, or the last word of such brackets.
    GroupEnd,
    Other,
}

impl Token {
    /// What a word before a type is; `nearest` for the one that stands next to it.
    fn of(token: &str, nearest: bool) -> Self {
        let word = &token[opening(token)..];
        let joined = word.trim_end_matches(',');
        if WITHIN_TITLES.contains(&word) {
            return Self::Small;
        }
        if token.ends_with(')') {
            return Self::GroupEnd;
        }
        let plain =
            joined.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '‑' | '&' | '/'));
        let comma = joined.len() < word.len();
        if joined.starts_with(char::is_uppercase) && plain && !(nearest && comma) {
            Self::Capital
        } else {
            Self::Other
        }
    }
}

fn years(end: &regex::Captures) -> Vec<String> {
    YEAR.find_iter(&end["years"]).map(|year| year.as_str().to_owned()).collect()
}

struct Title {
    span: Span,
    years: Vec<String>,
}

impl Title {
    /// Without words before the title that only look like a part of it: the longest title that the vocabulary knows,
    /// else what stands behind the last `the`, and behind a comma that begins no list.
    fn trimmed(mut self, document: &Document, vocabulary: &Vocabulary) -> Self {
        let words = document.words(self.span);
        let starts: Vec<usize> =
            std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1)).collect();
        let known = starts.iter().find(|&&at| known_act(vocabulary, &words[at..]).is_some());
        let cut = known.copied().unwrap_or_else(|| guessed_start(words, &starts));
        self.span.start += cut;
        self
    }
}

fn guessed_start(words: &str, starts: &[usize]) -> usize {
    let mut cut = 0;
    for (index, &at) in starts.iter().enumerate() {
        let word = words[at..].split(' ').next().unwrap_or("");
        let previous = index.checked_sub(1).map(|before| words[starts[before]..at].trim_end()).unwrap_or("");
        let within = ["of", "against", "Against", "With", "Upon", "Into"].contains(&previous);
        // "Regulation of Investigatory Powers Act 2000", "Regulation and Inspection of …".
        let next = words[at + word.len()..].trim_start();
        let part = word == "Regulation" && (next.starts_with("of ") || next.starts_with("and "));
        if word == "the" && !within || index == 0 && BEFORE_TITLES.contains(&word) && !part {
            cut = at + word.len() + 1;
        }
        let rest = &words[at + word.len()..];
        let list = rest.contains(" and ") || rest.contains(" & ");
        let bracketed =
            words[..at].matches('(').count() + word.matches('(').count() > words[..at].matches(')').count();
        if word.ends_with(',') && !list && !bracketed && rest.contains(char::is_uppercase) {
            cut = at + word.len() + 1;
        }
    }
    let rest = &words[cut..];
    let small = rest.split(' ').take_while(|word| WITHIN_TITLES.contains(word)).map(|word| word.len() + 1);
    cut + small.sum::<usize>()
}

fn cite(document: &Document, title: &Title, found: &mut Vec<Citation>) {
    let (sections, span) = sections(document, title.span);
    let named = named(document, title);
    for title in named {
        match sections.is_empty() {
            true => found.push(Citation { title, section: None, span }),
            false => found.extend(sections.iter().map(|section| Citation {
                title: title.clone(),
                section: Some(section.clone()),
                span,
            })),
        }
    }
}

/// `Children Acts 1989 and 2004` are two titles.
fn named(document: &Document, title: &Title) -> Vec<String> {
    let words = document.words(title.span);
    if title.years.len() < 2 {
        // "Children Act of 2004" is the Children Act 2004.
        let of = words.rfind(" of ").filter(|at| words[at + 4..].starts_with(|c: char| c.is_ascii_digit()));
        return vec![of.map_or(words.to_owned(), |at| [&words[..at], &words[at + 3..]].concat())];
    }
    let base = words.split(|c: char| c.is_ascii_digit()).next().unwrap_or("");
    let base = base.trim_end_matches(['(', ' ', ',']);
    let singular = base.strip_suffix("Acts").map_or(base.to_owned(), |stem| format!("{stem}Act"));
    title.years.iter().map(|year| format!("{singular} {year}")).collect()
}

/// The sections cited with a title, and the span of both.
pub(super) fn sections(document: &Document, title: Span) -> (Vec<String>, Span) {
    let Some(block) = document.block_at(title.start) else { return (Vec::new(), title) };
    let from = document.text().floor_char_boundary(title.start.saturating_sub(160).max(block.span.start));
    let before = document.words(Span::new(from, title.start));
    let words = document.words(title);
    if let Some(found) = SECTIONS_BEFORE.captures(before).filter(|found| unit_fits(&found["unit"], words)) {
        let start = found.get(0).map_or(title.start, |all| from + all.start());
        return (listed(&found["list"]), Span::new(start, title.end));
    }
    let after = document.words(Span::new(title.end, block.span.end.max(title.end)));
    // "the Nets Act 1990 and section 5 of the Fish Act 1989": a section of the other.
    let own = |found: &Captures| !after[found[0].len()..].trim_start().starts_with("of ");
    let behind = SECTIONS_BEHIND.captures(after).or_else(|| SECTIONS_LATER.captures(after));
    match behind.filter(|found| unit_fits(&found["unit"], words) && own(found)) {
        Some(found) => (listed(&found["list"]), Span::new(title.start, title.end + found[0].len())),
        None => (Vec::new(), title),
    }
}

pub(super) fn listed(list: &str) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for number in LISTED.find_iter(list).map(|number| number.as_str().to_owned()) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// An Act has sections, regulations have regulations, rules rules, and an order articles.
fn unit_fits(unit: &str, title: &str) -> bool {
    let wanted = match unit.trim_end().to_lowercase() {
        unit if unit.starts_with("regulation") => "Regulation",
        unit if unit.starts_with("rule") => "Rules",
        unit if unit.starts_with("article") => "Order",
        _ => return true,
    };
    title.contains(wanted)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;
    use crate::model::KnownAct;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let acts = vec![KnownAct { title: "Fish Act 1989".into(), id: "ukpga/1989/1".into() }];
        let vocabulary = Vocabulary { acts, ..Vocabulary::default() };
        let found = citations(&sample::document(text), &vocabulary);
        let found: Vec<_> = found.iter().map(|c| (c.title.as_str(), c.section.as_deref())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_title_has_its_capitals_and_brackets() {
        check(
            "The Harbours Act 1847 applies, and help is given under s.17 of that Act.",
            &[("Harbours Act 1847", None), ("Harbours Act 1847", Some("17"))],
        );
        check(
            "The Harbours Act 1847, in particular sections 3, 5 and 7 to 9, and the Regulation and Care of Piers Act 1850.",
            &[
                ("Harbours Act 1847", Some("3")),
                ("Harbours Act 1847", Some("5")),
                ("Harbours Act 1847", Some("7")),
                ("Harbours Act 1847", Some("9")),
                ("Regulation and Care of Piers Act 1850", None),
            ],
        );
        check(
            "Under section 17(10) and Schedule 2, paragraph 19B, of the Harbours Act 1847.",
            &[("Harbours Act 1847", Some("17(10)"))],
        );
        check("Under the Harbours and Piers Act 1847 it may.", &[("Harbours and Piers Act 1847", None)]);
        check(
            "See the Fish Boards (Review) (No. 2) Regulations 2013.",
            &[("Fish Boards (Review) (No. 2) Regulations 2013", None)],
        );
        check(
            "By the Net Making, Mending and Sale of Nets Act 2012, all must.",
            &[("Net Making, Mending and Sale of Nets Act 2012", None)],
        );
        check(
            "meets the Boats Act (2010) and the Nets Act, 1956",
            &[("Boats Act (2010)", None), ("Nets Act, 1956", None)],
        );
        check(
            "the Access to Fish Act 1990, the Net (making and mending) Order 1992",
            &[("Access to Fish Act 1990", None), ("Net (making and mending) Order 1992", None)],
        );
        check(
            "The 1989 Fish Act and the 2004 Act; in 1990 Boats Act 1847",
            &[("Fish Act 1989", None), ("Boats Act 1847", None)],
        );
        check("Council staff in Harbour, Boats Act 1990 in hand", &[("Boats Act 1990", None)]);
    }

    #[test]
    fn sections_before_a_title() {
        check("under the Fish Act of 1989", &[("Fish Act 1989", None)]);
        check("under section 15A of the Fish Act 1989", &[("Fish Act 1989", Some("15A"))]);
        check(
            "under Sections 20 and 31 of the Fish Act 1989",
            &[("Fish Act 1989", Some("20")), ("Fish Act 1989", Some("31"))],
        );
        check("(s.47 Fish Act 1989)", &[("Fish Act 1989", Some("47"))]);
        check(
            "the Harbours Act 1847 and section 3B of the Fish Act 1989",
            &[("Harbours Act 1847", None), ("Fish Act 1989", Some("3B"))],
        );
        check(
            "under section 17 and section 20 of the Fish Act 1989",
            &[("Fish Act 1989", Some("17")), ("Fish Act 1989", Some("20"))],
        );
        check("a section 75 agreement (Fish Act 1989)", &[("Fish Act 1989", Some("75"))]);
        check(
            "regulation 24 of the Net (England) Regulations 2010",
            &[("Net (England) Regulations 2010", Some("24"))],
        );
    }

    #[test]
    fn sections_behind_a_title() {
        check(
            "The Nets Act 1990 gives a defence to crews who are forced out, under section 5.",
            &[("Nets Act 1990", Some("5"))],
        );
        check(
            "The Nets Act 1990 gives a defence to crews, under section 5 of the Fish Act 1989.",
            &[("Nets Act 1990", None), ("Fish Act 1989", Some("5"))],
        );
        check("the Fish Act 1989, section 47, says", &[("Fish Act 1989", Some("47"))]);
        check("the Fish Act 1989 (section 8)", &[("Fish Act 1989", Some("8"))]);
    }

    #[test]
    fn titles_with_commas_in_brackets_and_old_statutes() {
        check(
            "See the Fish Care (Nets, Lines) (Wales) Regulations 2020.",
            &[("Fish Care (Nets, Lines) (Wales) Regulations 2020", None)],
        );
        check("By the Crimes Against the Sea Act 1861 it is.", &[("Crimes Against the Sea Act 1861", None)]);
        check(
            "The Bill of Rights 1689 holds; nothing in the Act of 1950 does.",
            &[("Bill of Rights 1689", None)],
        );
    }

    #[test]
    fn several_years_are_several_acts() {
        check("the Fish Acts 1989 and 2004", &[("Fish Act 1989", None), ("Fish Act 2004", None)]);
    }

    #[test]
    fn an_act_called_by_its_year_is_the_one_named_before() {
        check(
            "The Fish Act 1989 holds. See section 3 of the 1989 Act.",
            &[("Fish Act 1989", None), ("Fish Act 1989", Some("3"))],
        );
        check("See section 3 of the 1989 Act and the Act.", &[]);
    }

    #[test]
    fn what_is_no_title_is_not_cited() {
        check("They act 2010 times. Section 47 enquiries. New rules 2013.", &[]);
        check("Act 1989", &[]);
    }
}
