//! A document in, the body that it is about out: the authority that it names most, in its fullest form.

use super::framework::is_formal;
use crate::extract::councils::{self, Council};
use crate::extract::patterns::pattern;
use crate::extract::reading::within;
use crate::extract::words::Named;
use crate::model::{BlockKind, Document, Span, Vocabulary};
use regex::Regex;
use std::sync::LazyLock;

/// The body that the document is about, in the fullest form that it uses: "Harbour City Council" rather than "Harbour".
pub fn subject(document: &Document, vocabulary: &Vocabulary, named: &Named) -> Option<String> {
    let several = is_of_several(document);
    if several && are_headed(document, named) || leads_with_several(document, &named.authorities) {
        return None;
    }
    let mentions = mentions(document, vocabulary, &named.authorities);
    let Some((chosen, weight)) = weightiest(&mentions) else {
        return council(document).or_else(|| body_in_title(document, vocabulary, named));
    };
    if several && weight < HEADED {
        return None;
    }
    // A place named once in passing: "she began her career in Harbour".
    let once = mentions.iter().filter(|mention| mention.authority == chosen).count() == 1;
    if weight == 1 || once && weight == LEAD {
        let only = mentions.iter().find(|mention| mention.authority == chosen);
        let passing = only.is_some_and(|only| !is_of_services(document, only.span));
        if let Some(council) = council(document) {
            return Some(council);
        }
        if passing {
            return None;
        }
    }
    let forms = mentions.iter().filter(|mention| mention.authority == chosen).map(|mention| mention.span);
    let fullest =
        forms.max_by_key(|span| (fullness(document.words(*span)), span.len(), std::cmp::Reverse(span.start)));
    fullest.map(|span| unshouted(document.words(span)))
}

/// Whether several headings or short lines each name another authority: the parts of a round-up.
fn are_headed(document: &Document, named: &Named) -> bool {
    let heads = |place: &Span| {
        let block = document.block_at(place.start).filter(|block| block.span.start > 0)?;
        let words = document.words(block.span).trim_end();
        let short = words.len() <= LONGEST_LINE && !words.ends_with(['.', '”', '"', ':']);
        Some(block.kind.is_heading() || short)
    };
    let headed = named.authorities.iter().filter(|(_, place)| heads(place) == Some(true));
    let mut headed: Vec<usize> = headed.map(|(authority, _)| *authority).collect();
    headed.sort_unstable();
    headed.dedup();
    headed.len() > 1
}

/// Whether a title names no authority and the paragraph that leads names several, each of which is told of again.
fn leads_with_several(document: &Document, authorities: &[(usize, Span)]) -> bool {
    let blocks = document.blocks();
    let lead = |span: &Span| span.len() > LONGEST_LINE && document.words(*span).ends_with('.');
    let Some(lead) = blocks.iter().skip(1).map(|block| block.span).find(lead) else { return false };
    let title = blocks[0].span;
    let again = |authority: usize| {
        authorities.iter().filter(|(other, place)| *other == authority && place.start > lead.end).count() > 1
    };
    let mut told: Vec<usize> = within(authorities, lead, |(_, place)| place.start)
        .iter()
        .map(|(authority, _)| *authority)
        .filter(|authority| again(*authority))
        .collect();
    told.sort_unstable();
    told.dedup();
    within(authorities, title, |(_, place)| place.start).is_empty() && told.len() > 2
}

/// "Mixed fortunes for councils in the latest reports": a title about several bodies.
fn is_of_several(document: &Document) -> bool {
    document.blocks().iter().take(1).any(|block| SEVERAL.is_match(document.words(block.span)))
}

static SEVERAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:councils|(?:local )?authorities|boroughs|counties)(?:[,;:.]|$| [a-z])|\bround-?up\b|\b(?:one|a) (?:council|authority)\b.*\b(?:another|others|two|three)\b",
    )
});

/// In a field that lists no authorities, the body in the title whose name ends as the vocabulary says.
fn body_in_title(document: &Document, vocabulary: &Vocabulary, named: &Named) -> Option<String> {
    const LINES: usize = 3;
    let text = document.text();
    let mut lines = document.blocks().iter().take(LINES).filter(|_| vocabulary.authorities.is_empty());
    lines.find_map(|block| {
        let (_, end) = within(&named.endings, block.span, |(_, end)| end.start).first()?;
        let start = crate::extract::organisations::beginning(text, end.start)?.max(block.span.start);
        Some(text[start..end.end].to_owned())
    })
}

/// Whether the sentence around a place tells of its services, and the place is no part of another name.
fn is_of_services(document: &Document, place: Span) -> bool {
    let text = document.text();
    let sentence = document.words(document.sentence_at(place.start)).to_lowercase();
    let before = text[..place.start].trim_end_matches(' ').rsplit([' ', '\n']).next().unwrap_or_default();
    let after = text[place.end..].strip_prefix(' ').unwrap_or_default();
    let joined = (before.starts_with(char::is_uppercase) && before.chars().all(char::is_alphanumeric))
        || after.starts_with(char::is_uppercase);
    !joined && ["service", "council", "authority", "ofsted"].iter().any(|word| sentence.contains(word))
}

struct Mention {
    authority: usize,
    /// With what belongs to the body's name: "Council", "London Borough of".
    span: Span,
    weight: usize,
}

static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?: (?:Metropolitan (?:Borough|District)|Borough|City|County|District|Unitary|Metropolitan))? (?:Council|COUNCIL|council)\b",
        r"|^ (?:local|Local) (?:authority|Authority)\b|^ City\b",
    ))
});

static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:(?:London|Royal|Metropolitan) Borough(?: Council)? of|Borough of|City of|County of|Council of(?: the)?) $",
    )
});

/// Words before a body that only goes along with the one told of: "thanks to a link with Harbour".
const PASSING: [&str; 8] =
    ["with ", "from ", "to ", "near ", "like ", "alongside ", "neighbouring ", "neighbours "];

/// Words before a body that there is no longer.
const GONE: [&str; 3] = ["days of ", "former ", "defunct "];

/// A sentence longer than this, in bytes, is no line of a heading: the first one leads the story.
const LONGEST_LINE: usize = 60;

/// What a mention in the paragraph that leads weighs.
const LEAD: usize = 6;

/// What a mention in the title or a first line weighs.
const HEADED: usize = 20;

/// Every place at which an authority is named. What stands in the title or the first lines weighs most.
fn mentions(document: &Document, vocabulary: &Vocabulary, authorities: &[(usize, Span)]) -> Vec<Mention> {
    let text = document.text();
    let blocks = document.blocks().iter().map(|block| block.span).enumerate().take(30);
    let lines = blocks.filter(|(index, span)| *index < 2 || is_formal(document, vocabulary, *span));
    let lines = lines.map(|(_, span)| span);
    let title = document.blocks().iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span);
    let head: Vec<Span> = lines.filter(|span| span.len() < 200).chain(title).collect();
    let told = |span: &Span| span.len() > LONGEST_LINE && document.words(*span).ends_with(['.', '”', '"']);
    let lead = document.blocks().iter().map(|block| block.span).find(told);
    let elsewhere = |name: &Span| text[..name.start].ends_with("New ");
    // "BBC News, Harbour": where the writer is.
    let office = |name: &Span| {
        document.block_at(name.start).is_some_and(|block| document.words(block.span).starts_with("BBC "))
    };
    let matter = authorities
        .iter()
        .copied()
        .filter(|(_, name)| !is_address(&text[name.end..]) && !elsewhere(name) && !office(name));
    let found = matter.map(|(authority, name)| {
        let heading = head.iter().any(|line| line.covers(name));
        let span = whole(text, name, heading);
        let passing = PASSING.iter().any(|lead| text[..span.start].ends_with(lead));
        let gone = GONE.iter().any(|lead| text[..span.start].ends_with(lead));
        let weight = match (heading, lead.is_some_and(|lead| lead.covers(name))) {
            (true, _) if passing => 3,
            (true, _) => HEADED,
            (_, true) if !passing => LEAD,
            _ => 1,
        };
        Mention { authority, span, weight: weight + usize::from(span != name && !gone) * 2 }
    });
    found.collect()
}

/// Whether the words behind an authority's name show that it stands in a postal address: "Cumberland Place", "Nottingham
/// NG1 6HJ". The inspectorate's own address heads its letters.
fn is_address(after: &str) -> bool {
    ADDRESS.is_match(&after[..after.floor_char_boundary(120)])
}

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^ (?:Place|Street|Road|Way|House|Gate|Lane|Avenue|Square|Terrace|Crescent|Drive|Row)\b",
        r"|^(?:\t[^\n]*)?[\s,]+[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}\b",
    ))
});

/// An authority's name with the words around it that belong to it, and how full it is: over 1 with "Council" or
/// "Borough of".
pub fn whole_name(text: &str, name: Span) -> (Span, usize) {
    let span = whole(text, name, false);
    (span, fullness(&text[span.range()]))
}

/// The name with the words around it that belong to it; "local authority" does so in a heading only.
fn whole(text: &str, name: Span, heading: bool) -> Span {
    let from = text.floor_char_boundary(name.start.saturating_sub(40));
    let before = BEFORE.find(&text[from..name.start]).map_or(name.start, |found| from + found.start());
    let after = AFTER
        .find(&text[name.end..])
        .filter(|found| heading || !found.as_str().to_lowercase().ends_with("authority"));
    let after = after.map_or(name.end, |found| name.end + found.end());
    Span::new(before, after)
}

/// The authority of most weight; none where several bear the same, as in news of the whole country.
fn weightiest(mentions: &[Mention]) -> Option<(usize, usize)> {
    let mut weights = std::collections::BTreeMap::<usize, usize>::new();
    for mention in mentions {
        *weights.entry(mention.authority).or_default() += mention.weight;
    }
    let most = *weights.values().max()?;
    // A story of three bodies and more is about none of them.
    let equals = weights.values().filter(|weight| **weight * 3 >= most * 2).count();
    // The first of equals in the document.
    let first =
        mentions.iter().map(|mention| mention.authority).find(|authority| weights[authority] == most)?;
    (equals < 3).then_some((first, most))
}

/// A council that no list names, if the document names one and no other: "Harbourshire County Council".
fn council(document: &Document) -> Option<String> {
    let text = document.text();
    let mut named: Option<(&str, &str)> = None;
    for Council { place, whole } in councils::in_full(text) {
        let before = &text[text.floor_char_boundary(whole.start.saturating_sub(40))..whole.start];
        if before.ends_with(" of ") && (before.contains("former ") || before.contains("ex-")) {
            continue;
        }
        let (start, whole) = (whole.start, &text[whole.range()]);
        match named {
            // One that heads the text is what it is about, whoever came from another.
            Some((known, form)) if known != place => {
                return is_headed_by(document, known, start).then(|| unshouted(form));
            }
            Some((_, form)) if form.len() >= whole.len() => {}
            _ => named = Some((place, whole)),
        }
    }
    named.map(|(_, whole)| unshouted(whole))
}

/// Whether a place is named in the first blocks of a text, and again before an offset.
fn is_headed_by(document: &Document, place: &str, until: usize) -> bool {
    let blocks = document.blocks();
    let head = blocks.get(blocks.len().min(5).wrapping_sub(1)).map_or(0, |block| block.span.end);
    let named = |text: &str| text.matches(place).count();
    let text = document.text();
    named(&text[..head]) > 0 && named(&text[..until]) > 1 && until > head
}

/// How much of its official name a form gives.
fn fullness(form: &str) -> usize {
    let words = ["Borough", "City", "County", "Metropolitan", "District", "London", "Royal"];
    let official = words.iter().filter(|word| form.contains(*word)).count();
    match form {
        form if form.ends_with("Council") || form.contains(" of ") => 2 + official,
        form if form.to_lowercase().ends_with("local authority") => 1,
        form if form.ends_with("council") => 1,
        _ => 0,
    }
}

/// A name in capitals as it is written elsewhere: "HARBOUR" is "Harbour".
fn unshouted(form: &str) -> String {
    let small = ["of", "and", "upon", "with", "the"];
    let shouted = |word: &str| word.len() > 4 && !word.chars().any(char::is_lowercase);
    let whole = !form.chars().any(char::is_lowercase);
    let words = form.split(' ').map(|word| {
        if !(whole || shouted(word)) {
            return word.to_owned();
        }
        let lower = word.to_lowercase();
        let mut letters = lower.chars();
        match letters.next() {
            Some(first) if !small.contains(&lower.as_str()) => {
                first.to_uppercase().collect::<String>() + letters.as_str()
            }
            _ => lower,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;

    #[test]
    fn an_address_is_no_part_of_the_name_of_an_unlisted_council() {
        let cases = [
            ("Ms Ann Bell Chief Executive Quayshire County Council", Some("Quayshire County Council")),
            ("Quayshire Council met. Town Council", Some("Quayshire Council")),
            ("The Executive Council met.", None),
        ];
        for (text, expected) in cases {
            assert_eq!(council(&sample::document(text)).as_deref(), expected, "{text}");
        }
    }
}
