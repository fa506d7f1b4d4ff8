//! A document in, its runs of capitalised words out: the only places where names of persons can be.

use super::given::{GivenName, given_name};
use super::lexicon::{self, Title};
use crate::model::{Document, Span};

/// What a capitalised word may be in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    Title(Title),
    Given(GivenName),
    /// `J` or `J.`
    Initial,
    /// `de`, `van`, `al`: lower case, between two capitalised words.
    Particle,
    /// A word that no person is called by: `Council`, `Street`, `The`.
    Common,
    /// `HMI`, `BBC`.
    Acronym,
    Plain,
}

#[derive(Debug, Clone, Copy)]
pub struct Word {
    pub span: Span,
    pub kind: WordKind,
}

impl Word {
    /// Whether the word can stand in a person's name after its first word.
    pub fn is_name_like(&self) -> bool {
        matches!(self.kind, WordKind::Given(_) | WordKind::Initial | WordKind::Plain)
    }
}

/// Capitalised words with one space between each two, particles included.
#[derive(Debug, Clone)]
pub struct Run {
    pub words: Vec<Word>,
}

/// Every run of the document in which a person can be named, in reading order.
pub fn runs(document: &Document) -> Vec<Run> {
    let mut runs = Vec::new();
    for block in document.blocks() {
        runs_of(document.text(), block.span, &mut runs);
    }
    runs
}

fn runs_of(text: &str, span: Span, runs: &mut Vec<Run>) {
    let mut at = span.start;
    let mut open: Vec<Word> = Vec::new();
    while let Some(start) = next_capital(text.as_bytes(), at, span.end) {
        let end = word_end(text, start, span.end);
        let stopped = text[end..span.end].starts_with('.');
        let kind = match kind_of(&text[start..end]) {
            // "Larry A. Burns", "Councillors A Burns".
            WordKind::Common if end == start + 1 && (stopped || follows_titled(text, start)) => {
                WordKind::Initial
            }
            kind => kind,
        };
        let word = Word { span: Span::new(start, end), kind };
        at = end;
        match open.last().and_then(|last| link(text, last, start)) {
            Some(particles) => open.extend(particles),
            None => close(&mut open, runs),
        }
        open.push(word);
    }
    close(&mut open, runs);
}

/// Keeps a run that is at its end, if a person can be named in it: most capitals only begin sentences.
fn close(open: &mut Vec<Word>, runs: &mut Vec<Run>) {
    if open.iter().any(|word| !matches!(word.kind, WordKind::Common | WordKind::Acronym)) {
        runs.push(Run { words: std::mem::take(open) });
    }
    open.clear();
}

/// Whether nothing but names stands between "Councillors" and a place on its line: "Councillors J Doe (Chair), A Khan".
pub fn follows_titled(text: &str, start: usize) -> bool {
    const FAR: usize = 400;
    let near = &text[text.ceil_char_boundary(start.saturating_sub(FAR))..start];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let behind = ["Councillors ", "Cllrs ", "Couns "].iter().find_map(|title| line.rsplit_once(title));
    behind.is_some_and(|(_, names)| {
        let mut words = names.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(|word| word == "and" || word.starts_with(char::is_uppercase))
    })
}

/// For each byte whether a capital letter, or one of the accented ones, may begin with it.
static MAY_BE_CAPITAL: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may[byte] = matches!(byte as u8, b'A'..=b'Z' | 0xC3..=0xC8);
        byte += 1;
    }
    may
};

/// The start of the next word that begins with a capital letter.
fn next_capital(bytes: &[u8], from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..end)?;
        at += first_that_may_be_capital(rest)?;
        let capital = bytes[at].is_ascii_uppercase() || is_accented_capital(&bytes[at..end]);
        if capital && !is_word_byte(bytes, at) {
            return Some(at);
        }
        at += 1;
    }
}

/// Eight bytes are looked at in one step: most are no capitals.
fn first_that_may_be_capital(bytes: &[u8]) -> Option<usize> {
    let may = |byte: &u8| MAY_BE_CAPITAL[usize::from(*byte)];
    let (eights, rest) = bytes.as_chunks::<8>();
    let holds = |[a, b, c, d, e, f, g, h]: &[u8; 8]| {
        may(a) | may(b) | may(c) | may(d) | may(e) | may(f) | may(g) | may(h)
    };
    match eights.iter().position(holds) {
        Some(eight) => eights[eight].iter().position(may).map(|at| eight * 8 + at),
        None => rest.iter().position(may).map(|at| eights.len() * 8 + at),
    }
}

/// Whether a letter or digit ends just before `at`. Of what is not ASCII only general punctuation (curly quotes and
/// dashes, E2 80 xx) and the no-break space (C2 A0) are told apart.
fn is_word_byte(bytes: &[u8], at: usize) -> bool {
    let Some(last) = at.checked_sub(1).map(|before| bytes[before]) else { return false };
    let punctuation = (at >= 3 && bytes[at - 3] == 0xE2) || (at >= 2 && bytes[at - 2] == 0xC2);
    last.is_ascii_alphanumeric() || (last >= 0x80 && !punctuation)
}

fn is_accented_capital(bytes: &[u8]) -> bool {
    if !(0xC3..=0xC8).contains(&bytes[0]) {
        return false;
    }
    let pair = bytes.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
    pair.and_then(|pair| pair.chars().next()).is_some_and(char::is_uppercase)
}

/// Where the word ends: letters, with apostrophes and hyphens between letters; not its possessive ’s.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let bytes = &text.as_bytes()[start..limit];
    let ascii = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(ascii).is_none_or(|next| matches!(next, b' ' | b'.' | b',' | b'\n')) {
        return start + ascii;
    }
    let mut end = start;
    let mut chars = text[start..limit].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let joins = matches!(c, '\'' | '’' | '-' | '‑') && next.is_some_and(char::is_alphabetic);
        if !(c.is_alphanumeric() || joins) {
            break;
        }
        end = start + at + c.len_utf8();
    }
    let word = &text[start..end];
    let bare = ["’s", "'s", "’S", "'S"].iter().find_map(|ending| word.strip_suffix(ending));
    start + bare.unwrap_or(word).len()
}

/// The particles between a word and the next capitalised one, if both belong to one run.
fn link(text: &str, last: &Word, next: usize) -> Option<Vec<Word>> {
    let gap = &text[last.span.end..next];
    match gap {
        " " => return Some(Vec::new()),
        ". " if last.kind == WordKind::Initial || is_shortened_title(text, last) => return Some(Vec::new()),
        "." if last.kind == WordKind::Initial => return Some(Vec::new()),
        _ => {}
    }
    if !last.is_name_like() || gap.len() > 12 {
        return None;
    }
    let between = gap.strip_prefix(' ')?;
    let mut at = last.span.end + 1;
    let mut particles = Vec::new();
    for piece in between.split_inclusive([' ', '’', '\'', '-']) {
        let particle = piece.trim_end_matches([' ', '’', '\'', '-']);
        if !lexicon::PARTICLES.contains(&particle) {
            return None;
        }
        particles.push(Word { span: Span::new(at, at + particle.len()), kind: WordKind::Particle });
        at += piece.len();
    }
    (at == next && !particles.is_empty()).then_some(particles)
}

/// "Mr." and "Cllr.", and not the Mayor at the end of a sentence.
fn is_shortened_title(text: &str, word: &Word) -> bool {
    matches!(word.kind, WordKind::Title(_)) && lexicon::is_shortened(&text[word.span.range()])
}

fn kind_of(word: &str) -> WordKind {
    if let Some(title) = lexicon::title(word) {
        return WordKind::Title(title);
    }
    let given = given_name(word);
    if let Some(given) = given.filter(|given| given.ambiguous) {
        return WordKind::Given(given);
    }
    if lexicon::is_common(word) {
        return WordKind::Common;
    }
    if lexicon::is_honour(word) {
        return WordKind::Acronym;
    }
    let letters = word.chars().count();
    if letters == 1 {
        return WordKind::Initial;
    }
    if let Some(given) = given {
        return WordKind::Given(given);
    }
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    let shouted = !word.chars().any(char::is_lowercase);
    if has_digit || shouted { WordKind::Acronym } else { WordKind::Plain }
}
