//! A name at the head of a line, a cell or a block in, where its office and the body over it stand out: as letters are
//! signed, and as they name those whom they address.

use super::words::{self, Word};
use crate::extract::names::{NameMention, Names, is_honour};
use crate::extract::patterns::pattern;
use crate::extract::words::Words;
use crate::model::{Block, BlockKind, Document, Span, Vocabulary};
use regex::Regex;
use std::sync::LazyLock;

/// The words right behind a name that heads its cell or block: "NAME Regional Director", without a comma.
pub fn headed(document: &Document, name: Span, next: Option<usize>) -> Option<Span> {
    let around = unit(document, name)?;
    // Those addressed may all stand in one block.
    let end = next.map_or(around.end, |next| around.end.min(next)).max(name.end);
    let rest = Span::new(name.end, end);
    let words = document.words(rest);
    let set_apart = words.starts_with([' ', '\n']) && around.start == name.start;
    let after = without_honours(words);
    let begins = after.starts_with(char::is_uppercase);
    let after = after.trim_end();
    let plain = !after.contains(['.', ';', '“', '‘']) && after.split_whitespace().count() <= 24;
    let start = name.end + words.find(after).filter(|_| set_apart && begins && plain)?;
    Some(Span::new(start, start + after.len()))
}

/// The cell beneath one that is a name, or the block beneath a block that is.
pub fn beneath(document: &Document, name: Span) -> Option<Span> {
    let around = unit(document, name)?;
    // In a column the end of an office above may stand before the name: "and Health NAME".
    let heads = around.start == name.start || column(document, name).is_some();
    let alone = heads
        && matches!(without_honours(document.words(Span::new(name.end, around.end))), "" | "HMI" | "SHMI");
    if !alone {
        return None;
    }
    let index = document.block_index(name.start);
    let next = document.blocks().get(index + 1)?;
    match (column(document, name), &next.kind) {
        (Some(column), BlockKind::TableRow { cells, .. }) => cells.get(column).copied(),
        (Some(_), _) => None,
        (None, _) => Some(next.span),
    }
}

/// The lines of the column beneath a name that stands alone in its cell: an office and its body, which the page breaks
/// over several rows. `names` says whether a cell names a person.
pub fn column_beneath(document: &Document, name: Span, names: impl Fn(Span) -> bool) -> Vec<Span> {
    const ROWS: usize = 5;
    let Some(column) = column(document, name).filter(|_| beneath(document, name).is_some()) else {
        return Vec::new();
    };
    let index = document.block_index(name.start);
    let below = document.blocks()[index + 1..].iter().take(ROWS).map_while(|block| match &block.kind {
        BlockKind::TableRow { cells, .. } => cells.get(column).copied(),
        _ => None,
    });
    let of_office = |cell: &Span| {
        let words = document.words(*cell);
        !words.trim().is_empty() && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | ':'))
    };
    below.take_while(|cell| of_office(cell) && !names(*cell)).collect()
}

/// Whether words are the beginning of a known body's name, which goes on in the line below.
pub fn begins_body(vocabulary: &Vocabulary, words: &str) -> bool {
    const SHORTEST: usize = 12;
    let begins = |name: &String| name.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
    words.len() >= SHORTEST && vocabulary.organisations.iter().any(|body| body.wordings.iter().any(begins))
}

/// Whether words are the name of a body, known or by their form.
pub fn is_body(vocabulary: &Vocabulary, words: &str) -> bool {
    is_known_body(vocabulary, words) || is_named_body(words)
}

/// The known body that heads the column of a table in which a name stands: "Care Quality Commission".
pub fn body_over(document: &Document, vocabulary: &Vocabulary, name: Span) -> Option<Span> {
    const ROWS: usize = 12;
    let column = column(document, name)?;
    let index = document.block_index(name.start);
    let above = document.blocks()[index.saturating_sub(ROWS)..index].iter().rev();
    let cells = above.map_while(|block| match &block.kind {
        BlockKind::TableRow { cells, .. } => Some(cells.get(column).copied()),
        _ => None,
    });
    cells.flatten().find(|cell| {
        let name = document.words(*cell);
        is_known_body(vocabulary, name) || is_named_body(name)
    })
}

/// The body of a name in columns that stand one below the other, as converted pages set them: the names of the bodies
/// first, each in its line, then those of who signs for the first, for the second, and so on in turn.
pub fn body_in_turn(
    document: &Document,
    vocabulary: &Vocabulary,
    names: &Names,
    mention: &NameMention,
) -> Option<Span> {
    const REACH: usize = 24;
    const LONGEST: usize = 140;
    let index = document.block_index(mention.whole.start);
    let blocks = &document.blocks()[index.saturating_sub(REACH)..index];
    let own = document.blocks().get(index)?;
    let is_line = |block: &Block| block.span.len() < LONGEST && !document.words(block.span).ends_with('.');
    if own.span.start != mention.whole.start || !is_line(own) {
        return None;
    }
    let bodies_of = |block: &Block| lines_of_bodies(document, vocabulary, block.span);
    // Between the bodies and the name stand other names and their offices, and nothing else.
    let last = blocks.iter().rposition(|block| bodies_of(block).is_some())?;
    if !blocks[last + 1..].iter().all(is_line) {
        return None;
    }
    let first = blocks[..last].iter().rposition(|block| bodies_of(block).is_none()).map_or(0, |at| at + 1);
    let bodies: Vec<Span> = blocks[first..=last].iter().filter_map(bodies_of).flatten().collect();
    let heads_line = |mention: &&NameMention| {
        mention.full
            && document
                .block_at(mention.whole.start)
                .is_some_and(|block| block.span.start == mention.whole.start)
    };
    let between = names.within(Span::new(blocks[last].span.end, mention.whole.start));
    let turn = between.iter().filter(heads_line).count();
    (bodies.len() > 1).then(|| bodies[turn % bodies.len()])
}

/// The bodies that a block names, if it names bodies and nothing else.
fn lines_of_bodies(document: &Document, vocabulary: &Vocabulary, block: Span) -> Option<Vec<Span>> {
    let words = document.words(block);
    if words.len() > 160 {
        return None;
    }
    if is_body(vocabulary, words) {
        return Some(vec![block]);
    }
    // "Ofsted Care Quality Commission": lines that the reader joined.
    let known = vocabulary.organisations.iter().flat_map(|body| &body.wordings);
    let mut rest = block;
    let mut bodies = Vec::new();
    while !rest.is_empty() {
        let words = document.words(rest);
        let name =
            known.clone().filter(|name| words.starts_with(name.as_str())).max_by_key(|name| name.len())?;
        bodies.push(Span::new(rest.start, rest.start + name.len()));
        let behind = &words[name.len()..];
        rest = Span::new(rest.end - behind.trim_start().len(), rest.end);
    }
    (bodies.len() > 1).then_some(bodies)
}

/// The names of bodies in a text that the vocabulary knows, or that end as those of bodies do.
pub fn bodies<'t>(text: &'t str, words: &Words) -> Vec<&'t str> {
    let known = words.organisations(text).map(|(_, span)| &text[span.range()]);
    let ending = words.endings(text).map(|(_, span)| {
        let from = text[..span.start]
            .rfind(['.', ',', '\n', ';', '“', '"'])
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let before = super::words::of(text, Span::new(from, span.start));
        let lower = before.iter().rposition(|word| !word.is_capital()).map_or(0, |at| at + 1);
        let start = before.get(lower).map_or(span.start, |word| word.span.start);
        &text[start..span.end]
    });
    known.chain(ending).collect()
}

/// The body beside a name without an office: "NAME, Harbour Council,", "NAME, of Harbour Police,", "NAME, from the
/// union Unison,", "NAME MBE from Harbour Aid". `rest` is the text behind the name.
pub fn body_beside<'a>(
    rest: &'a str,
    vocabulary: &Vocabulary,
    known: &Words,
    subject: Option<&str>,
) -> Option<&'a str> {
    if let Some(from) = FROM.find(rest) {
        let behind = &rest[from.end()..];
        let named = bodies(behind, known).into_iter().find(|body| body.as_ptr() == behind.as_ptr());
        // "of the charity Safe at Home", "of the University of Harbour": the noun tells that a body's name follows.
        let told = ["charity ", "union ", "University of ", "NHS "];
        let lead = &rest[..from.end()];
        let told = told.iter().any(|noun| lead.ends_with(*noun) || behind.starts_with(*noun));
        let end = behind.find([',', '.', ';', ':', '\n', '(', '“', '"']).unwrap_or(behind.len());
        // "NAME of Harbour Chambers said": a firm, whose name ends in what it is.
        let firm = FIRM.find(&behind[..end]);
        let (told, end) = (told || firm.is_some(), firm.map_or(end, |firm| firm.end()));
        let all = words::of(behind, Span::new(0, end));
        let small =
            |word: &Word| matches!(word.text, "of" | "and" | "for" | "the" | "&" | "in" | "at" | "with");
        let whole = told && all.len() < 8 && all.iter().all(|word| word.is_capital() || small(word));
        return named.or_else(|| whole.then(|| behind[..end].trim()));
    }
    const LEADS: [&str; 9] = [
        ", from the charity ",
        ", of the charity ",
        ", from the union ",
        ", from the ",
        ", of the ",
        ", from ",
        ", of ",
        " from the charity ",
        ", ",
    ];
    let lead = LEADS.iter().find(|lead| rest.starts_with(**lead))?;
    // "NAME, BODY": as one part of a list of bodies it could be anyone's.
    let behind = &rest[lead.len() - 2..];
    let name = if lead.len() == 2 {
        body_behind(rest, vocabulary, subject)?
    } else {
        body_after(behind, vocabulary, subject)?
    };
    let end = rest.find(name)? + name.len();
    rest[end..].starts_with([',', ')', '.', ':']).then_some(name)
}

static FIRM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[A-Z][\w’'-]* (?:and |& |of )?){1,4}(?:Chambers|Solicitors|LLP|Ltd|Foundation|Society|Network|Project)\b",
    )
});

/// From what body: behind letters such as MBE, "from the".
static FROM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?: [A-Z]{2,5})?,? (?:from|representing|of) (?:the (?:[a-z-]+ ){0,3}(?:charity|union) |charity |union |the )?|^, who (?:runs|leads|studies|teaches|works|manages|researches|lectures|campaigns|speaks) (?:[a-z’'-]+ ){0,5}?(?:at|for) (?:the )?",
    )
});

/// The body that owns a person without an office: "Harbour Aid’s NAME". `before` is the text before the name.
pub fn body_owning<'a>(before: &'a str, known: &Words) -> Option<&'a str> {
    let owned = before.trim_end();
    let owned = ["’s", "'s", "’", "'"].iter().find_map(|mark| owned.strip_suffix(mark))?;
    let last = owned.rfind([' ', '\n', ',', '.']).map_or(owned, |at| &owned[at + 1..]);
    if super::is_party(last) {
        return Some(last);
    }
    let from = owned.ceil_char_boundary(owned.len().saturating_sub(60));
    let ends = |body: &&str| body.as_ptr() as usize + body.len() == owned.as_ptr() as usize + owned.len();
    let body = bodies(&owned[from..], known).into_iter().find(ends)?;
    let whole = known.organisations(body).any(|(_, span)| span.len() == body.len());
    Some(if whole { body } else { body.strip_prefix("The ").unwrap_or(body) })
}

/// The body for which a person is said to speak: "Speaking for Harbour Parents’ Forum, NAME". `before` is the text before
/// the name.
pub fn body_spoken_for(before: &str) -> Option<&str> {
    SPOKEN_FOR.captures(before).and_then(|found| found.get(1)).map(|body| body.as_str())
}

static SPOKEN_FOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:[Ss]peaking|[Ww]riting|[Aa]cting) (?:for|on behalf of) (?:the )?([A-Z][^,.;:“”\n]{2,70}), $",
    )
});

fn body_after<'a>(text: &'a str, vocabulary: &Vocabulary, subject: Option<&str>) -> Option<&'a str> {
    let rest = text.trim_start_matches(|c: char| !c.is_uppercase());
    let end = rest.find([',', '.', ';', ':', '\n', '\t', '(', ')', '|']).unwrap_or(rest.len());
    let name = rest[..end].trim();
    let own = || subject.is_some_and(|own| words::means_the_subject(name, own));
    (!name.is_empty() && (is_named_body(name) || is_known_body(vocabulary, name) || own())).then_some(name)
}

/// The body behind an office and a comma: ", Greater Manchester Police".
pub fn body_behind<'a>(text: &'a str, vocabulary: &Vocabulary, subject: Option<&str>) -> Option<&'a str> {
    let rest = text.strip_prefix(')').unwrap_or(text).strip_prefix(", ")?;
    let end = rest.find([',', '.', ';', ':', '\n', '\t', '(', ')', '|']).unwrap_or(rest.len());
    let name = rest[..end].trim();
    let own = || subject.is_some_and(|own| words::means_the_subject(name, own));
    let named = name.starts_with(char::is_uppercase);
    let body = named && (is_named_body(name) || is_known_body(vocabulary, name) || own());
    if body { Some(name) } else { body_of_places(rest, end).or_else(|| known_at_end(rest, vocabulary)) }
}

/// "National Director, Regulation and Social Care, Ofsted": a known body that ends the line of an office.
fn known_at_end<'a>(text: &'a str, vocabulary: &Vocabulary) -> Option<&'a str> {
    const LONGEST: usize = 90;
    let line = text.split(['\n', '\t']).next()?.trim_end();
    let (_, last) = line.rsplit_once(", ").filter(|_| line.len() < LONGEST)?;
    is_known_body(vocabulary, last).then_some(last)
}

/// "Ayton, Beeford and Cawood Care Board": a body that is called after several places, the last behind "and".
fn body_of_places(text: &str, first: usize) -> Option<&str> {
    let mut end = first;
    for _ in 0..3 {
        let rest = text.get(end..)?.strip_prefix(", ")?;
        let length = rest.find([',', '.', ';', ':', '\n', '\t', '(', ')', '|']).unwrap_or(rest.len());
        end += 2 + length;
        if rest[..length].contains(" and ") {
            let name = text[..end].trim_end();
            return (name.starts_with(char::is_uppercase) && is_named_body(name)).then_some(name);
        }
    }
    None
}

/// Whether the words are the name of a body, and nothing but it: "North Harbour Council".
pub fn is_named_body(name: &str) -> bool {
    let all = words::of(name, Span::new(0, name.len()));
    let small =
        |word: &Word| matches!(word.text, "of" | "and" | "for" | "the" | "&" | "with" | "in" | "upon");
    let named = all.len() <= 12 && all.iter().all(|word| word.is_capital() || small(word));
    named && all.len() > 1 && words::is_body(&all) && words::head(&all).is_none()
}

fn is_known_body(vocabulary: &Vocabulary, name: &str) -> bool {
    let same = |wording: &String| wording.eq_ignore_ascii_case(name.trim());
    name.len() < 90 && vocabulary.organisations.iter().any(|body| body.wordings.iter().any(same))
}

/// The cell of a table or the block in which a name stands.
fn unit(document: &Document, name: Span) -> Option<Span> {
    let block = document.block_at(name.start)?;
    let cell = match &block.kind {
        BlockKind::TableRow { cells, .. } => cells.iter().copied().find(|cell| cell.covers(name)),
        _ => None,
    };
    Some(cell.unwrap_or(block.span))
}

/// The column of a table in which a name stands.
fn column(document: &Document, name: Span) -> Option<usize> {
    match &document.block_at(name.start)?.kind {
        BlockKind::TableRow { cells, .. } => cells.iter().position(|cell| cell.covers(name)),
        _ => None,
    }
}

/// The words behind a name without letters such as CBE and QPM.
fn without_honours(words: &str) -> &str {
    let words = words.trim_start_matches([' ', '\n', ',']);
    let (first, rest) = words.split_once([' ', '\n']).unwrap_or((words, ""));
    if is_honour(first.trim_end_matches(',')) { without_honours(rest) } else { words }
}
