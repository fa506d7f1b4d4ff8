//! A document in, every place where it explains an abbreviation out.
//!
//! 1. Every pair of brackets is a candidate: `LONG (SHORT)` first, then `SHORT (LONG)`, then both within.
//! 2. So is `LONG, known as SHORT`, `LONG – SHORT –`, `LONG or SHORT`, `SHORT stands for LONG`, and a row or list item of a glossary.
//! 3. [`alignment`] finds where the long form begins; how far-fetched it may be depends on the look of the short form.

mod look;
mod unusual;

use super::alignment::{alignment, is_plural};
use super::people::is_party;
use crate::extract::patterns::pattern;
use crate::model::{Block, BlockKind, Document, Span};
use regex::Regex;
use std::sync::LazyLock;

use look::{Look, Shape, most_words};

/// A short form and what it stands for, each where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abbreviation {
    pub short: Span,
    pub long: Span,
    /// From the first word of both to the last, with the closing bracket.
    pub whole: Span,
}

/// Every explained abbreviation in reading order, repeated explanations included.
pub fn abbreviations(document: &Document) -> Vec<Abbreviation> {
    let mut found = Vec::new();
    for block in document.blocks() {
        Candidates { document, block, found: &mut found }.search();
    }
    found.sort_by_key(|pair| (pair.whole.start, pair.whole.end));
    found.dedup();
    found
}

struct Candidates<'a> {
    document: &'a Document,
    block: &'a Block,
    found: &'a mut Vec<Abbreviation>,
}

/// What may stand in brackets before the abbreviation itself.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)^(?:(?:also|commonly|formerly|otherwise|collectively|hereafter|hereinafter|henceforth|usually|often|
        sometimes|generally|previously|and|is)\s+|(?:known\s+as|called|termed|referred\s+to\s+as|abbreviated\s+(?:to|as)|
        abbreviation|acronym|or|the|an?|i\.?e\.?,?|hereafter|hereinafter|short\s+for)[\s:,]+)+",
    )
});

/// Words of [`KNOWN_AS`] and [`STANDS_FOR`], literals for a search of vectors: few paragraphs have any of them.
static DEFINING: LazyLock<Regex> =
    LazyLock::new(|| pattern("known|abbreviat|hereafter|hereinafter|referred|stands|short|acronym|means"));

static KNOWN_AS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?x)(?:[,–—-]\s*|\bis\s+|\bare\s+|\bwhich\s+(?:is|are)\s+)?(?:\b(?:also|commonly|often|usually|locally|now|
        otherwise)\s+)?\b(?:known\s+as|abbreviated\s+(?:to|as)|abbreviated|hereafter|hereinafter|referred\s+to\s+as)\s+(?:the\s+|an?\s+)?
        [‘“"']?(?P<short>[A-Z0-9][A-Za-z0-9&/-]{1,9})\b"#,
    )
});

/// "the river task force, or RTF, met", "the river task force – RTF – met", "the river task force or RTF".
static OR_ELSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?x),\s+(?:or\s+)(?:the\s+)?[‘“"']?(?P<mixed>[A-Z][A-Za-z0-9&/-]{1,9})[’”"']?[,.;]
        |(?:,|\s[–—-])\s+(?:or\s+)?(?:the\s+)?[‘“"']?(?P<parted>[A-Z][A-Z&]{1,6}s?)[’”"']?(?:,|\s[–—-]\s)
        |\sor\s+(?:the\s+)?[‘“"']?(?P<else>[A-Z][A-Z&]{1,6}s?)\b"#,
    )
});

static STANDS_FOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?x)\b(?P<short>[A-Z][A-Za-z0-9&/-]{1,9})[’”"']?,?\s+(?:which\s+)?(?:stands\s+for|is\s+short\s+for|
        is\s+an?\s+(?:abbreviation|acronym)\s+(?:of|for)|means)\s+(?:the\s+)?[‘“"']?"#,
    )
});

/// A country at the end of a name.
static COUNTRY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r",? (?:\(|(?:for|of|in) (?:the )?)(?:England(?:,? (?:and )?Wales)?(?:,? and Northern Ireland)?|Wales|Scotland|Northern Ireland|Great Britain|United Kingdom|UK)\)?$",
    )
});

/// Letters that number the points of a list.
const ENUMERATORS: [&str; 9] = ["a", "b", "c", "d", "e", "f", "i", "s", "v"];

const QUOTES: [char; 8] = ['‘', '’', '“', '”', '"', '\'', '`', '*'];

impl Candidates<'_> {
    fn search(&mut self) {
        match &self.block.kind {
            BlockKind::TableRow { cells, .. } if cells.len() >= 2 => self.glossary_row(cells[0], cells[1]),
            BlockKind::ListItem { .. } => self.glossary_item(self.block.span),
            _ => {}
        }
        self.brackets();
        self.worded();
    }

    fn words(&self, span: Span) -> &str {
        self.document.words(span)
    }

    /// The span without white space and quotation marks at its ends.
    fn bare(&self, span: Span) -> Span {
        let words = self.words(span);
        let outside = |c: char| c.is_whitespace() || QUOTES.contains(&c) || c == ',';
        let from = words.len() - words.trim_start_matches(outside).len();
        let to = words.trim_end_matches(outside).len();
        Span::new(from, to.max(from)).shifted(span.start)
    }

    fn brackets(&mut self) {
        let start = self.block.span.start;
        let document = self.document;
        let words = document.words(self.block.span);
        if memchr::memchr2(b'(', b'[', words.as_bytes()).is_none() {
            return;
        }
        let (mut open, mut last_close) = (Vec::new(), start);
        for (at, byte) in words.bytes().enumerate() {
            let at = start + at;
            match byte {
                b'(' | b'[' => open.push((at, last_close)),
                b')' | b']' => {
                    let Some((from, before)) = open.pop() else { continue };
                    // "V(T)" within brackets is a word of its own.
                    let written_on = words[..from - start].ends_with(|c: char| c.is_alphanumeric());
                    if written_on && !open.is_empty() {
                        continue;
                    }
                    let bound = open.last().map_or(start, |(outer, _)| outer + 1).max(before);
                    self.bracketed(Span::new(from, at + 1), bound);
                    if from == start || words[..from - start].ends_with(char::is_whitespace) {
                        last_close = at + 1;
                    }
                }
                _ => {}
            }
        }
    }

    /// One pair of brackets; words before `bound` belong to something else.
    fn bracketed(&mut self, brackets: Span, bound: usize) {
        let inner = Span::new(brackets.start + 1, brackets.end - 1);
        // "Councillor NAME (Con, Harbour East)": a party and a ward.
        let party = self.words(inner).split_once(", ").is_some_and(|(party, _)| is_party(party));
        if inner.is_empty() || inner.len() > 200 || party {
            return;
        }
        let pair =
            self.short_within(inner, brackets, bound).or_else(|| self.long_within(inner, brackets, bound));
        match pair {
            Some(pair) => self.found.push(pair),
            None => self.both_within(inner),
        }
    }

    /// `LONG (SHORT)`.
    fn short_within(&self, inner: Span, brackets: Span, bound: usize) -> Option<Abbreviation> {
        let short = self.short_form(inner)?;
        let look = Look::of(self.words(short))?;
        let before = self.words_before(brackets.start, bound, look.letters);
        let long = match look.shape {
            Shape::Letter => self.begun_with(short, before),
            // "Committee of Public Accounts (PAC)": all initials in another order before letters within words.
            _ => self
                .closest(short, &look, before)
                .filter(|long| self.is_exact(short, *long) || !self.is_in_another_order(short, before))
                .or_else(|| self.numbered(short, before))
                .or_else(|| self.shortened(short, before))
                .or_else(|| self.indexed(short, before))
                .or_else(|| self.reordered(short, before))
                .or_else(|| self.with_place(short, &look, before))
                .or_else(|| self.without_services(short, &look, before)),
        };
        let long = long.filter(|long| explains(self.words(short), self.words(*long)))?;
        Some(Abbreviation { short, long, whole: Span::new(long.start, brackets.end) })
    }

    fn closest(&self, short: Span, look: &Look, before: Span) -> Option<Span> {
        let aligned = alignment(self.words(short), self.words(before))?;
        let long = self.bare(Span::new(before.start + aligned.start, before.end));
        look.allows(aligned, self.words(long)).then(|| self.with_its_quote(long, before))
    }

    /// "Committee of Public Accounts", "education, training and employment" before EET: a name or a list, and not "cables and
    /// extracellular matrix" before ECM.
    fn is_in_another_order(&self, short: Span, before: Span) -> bool {
        self.reordered(short, before)
            .is_some_and(|long| [", ", " of "].iter().any(|joint| self.words(long).contains(joint)))
    }

    /// Whether each letter of a short form begins a word of the long one, and no word is left over.
    fn is_exact(&self, short: Span, long: Span) -> bool {
        alignment(self.words(short), self.words(long)).is_some_and(|found| found.total() == 0)
    }

    /// `Harbour Board for England and Wales (HB)`: the letters leave out the country.
    fn with_place(&self, short: Span, look: &Look, before: Span) -> Option<Span> {
        let words = self.words(before).trim_end();
        let place = COUNTRY.find(words)?;
        let named = self.closest(short, look, Span::new(before.start, before.start + place.start()))?;
        let capital = self.words(named).starts_with(char::is_uppercase) && look.capitals > 1;
        capital.then(|| Span::new(named.start, before.start + words.len()))
    }

    /// `Family and Adult Mental Health (FAMHS)`: the text leaves out the "services" of its last letter.
    fn without_services(&self, short: Span, look: &Look, before: Span) -> Option<Span> {
        const FEW: usize = 4;
        let letters = self.words(short).strip_suffix('S').filter(|letters| letters.len() >= FEW)?;
        let aligned =
            alignment(letters, self.words(before)).filter(|found| found.total() == 0 && found.from_first)?;
        let long = self.bare(Span::new(before.start + aligned.start, before.end));
        (look.capitals == look.letters && self.words(long).contains(' ')).then_some(long)
    }

    /// With the mark that closes a quotation opened in the words: `awareness of ‘Prevent’`.
    fn with_its_quote(&self, long: Span, before: Span) -> Span {
        let after = self.words(Span::new(long.end, before.end)).chars().next();
        let opened = self.words(long).contains(['‘', '“']);
        match after {
            Some(mark @ ('’' | '”')) if opened => Span::new(long.start, long.end + mark.len_utf8()),
            _ => long,
        }
    }

    /// `SHORT (LONG)`.
    fn long_within(&self, inner: Span, brackets: Span, bound: usize) -> Option<Abbreviation> {
        let before = self.words(Span::new(bound, brackets.start)).trim_end();
        let last = before.rsplit(char::is_whitespace).next().unwrap_or(before);
        let end = bound + before.len();
        let short = self.bare(Span::new(end - last.len(), end));
        let inner = self.after_lead(inner);
        let end = self.words(inner).find(';').map_or(inner.end, |at| inner.start + at);
        let long = self.bare(Span::new(inner.start, end));
        // "phospho-ABC (…)": the part behind the hyphen.
        let part = self.words(short).rfind('-').map(|at| Span::new(short.start + at + 1, short.end));
        let fits = |short: &Span| self.strictly(*short, long) || self.fills(*short, long);
        let short = Some(short).filter(fits).or_else(|| part.filter(fits))?;
        Some(Abbreviation { short, long, whole: Span::new(short.start, brackets.end) })
    }

    /// Whether letters stand for all words of a bracket, from the first to the last, some of them within a word: "GI
    /// (gastrointestinal)", "PTB (phosphotyrosine-binding domain)".
    fn fills(&self, short: Span, long: Span) -> bool {
        let (short, long) = (self.words(short), self.words(long));
        let all = |look: &Look| look.capitals >= 2 && look.capitals == look.letters;
        let Some(look) = Look::of(short).filter(all) else { return false };
        let words = long.split_whitespace().count();
        explains(short, long)
            && words <= look.letters + 1
            && alignment(short, long).is_some_and(|found| {
                let whole = found.from_first && found.trailing == 0;
                whole && look.allows(found, long) && !long.contains(['(', '[', ','])
            })
    }

    /// `(SHORT – LONG)`, `(LONG – SHORT)`, and the legend `(SHORT, LONG; SHORT, LONG)`.
    fn both_within(&mut self, inner: Span) {
        for part in parted(self.document, inner, &["; "]) {
            let sides = parted(self.document, part, &[" – ", " - ", " — ", " = ", "=", ": ", ", "]);
            let [left, right] = sides[..] else { continue };
            let (left, right) = (self.bare(left), self.bare(right));
            for (short, long) in [(left, right), (right, left)] {
                if self.strictly(short, long) {
                    self.found.push(Abbreviation { short, long, whole: left.to(right) });
                }
            }
        }
    }

    fn glossary_row(&mut self, first: Span, second: Span) {
        let (short, long) = (self.bare(first), self.bare(second));
        if long.len() < 120 && self.strictly(short, long) {
            self.found.push(Abbreviation { short, long, whole: short.to(long) });
        }
    }

    fn glossary_item(&mut self, item: Span) {
        let sides = parted(self.document, item, &[" – ", " - ", " — ", ": ", " = "]);
        if let [first, second] = sides[..] {
            self.glossary_row(first, second);
        }
    }

    /// `LONG, known as SHORT` and `SHORT stands for LONG`.
    fn worded(&mut self) {
        let (start, document) = (self.block.span.start, self.document);
        let words = document.words(self.block.span);
        // Cheaper than the pattern: most paragraphs have no two capitals in a row.
        let capitals = |pair: &[u8]| pair[0].is_ascii_uppercase() && matches!(pair[1], b'A'..=b'Z' | b'&');
        let shouts = words.as_bytes().windows(2).any(capitals);
        if shouts || words.contains(", or ") {
            self.known_by(&OR_ELSE);
        }
        if !DEFINING.is_match(words) {
            return;
        }
        self.known_by(&KNOWN_AS);
        for found in STANDS_FOR.captures_iter(words) {
            let (Some(all), Some(short)) = (found.get(0), found.name("short")) else { continue };
            let short = Span::from(short.range()).shifted(start);
            self.found.extend(self.stands_for(short, start + all.end()));
        }
    }

    fn known_by(&mut self, pattern: &Regex) {
        let (start, document) = (self.block.span.start, self.document);
        for found in pattern.captures_iter(document.words(self.block.span)) {
            let (Some(all), Some(short)) = (found.get(0), found.iter().skip(1).flatten().next()) else {
                continue;
            };
            let short = Span::from(short.range()).shifted(start);
            self.found.extend(self.known_as(short, start + all.start()));
        }
    }

    fn known_as(&self, short: Span, end: usize) -> Option<Abbreviation> {
        let look = Look::of(self.words(short)).filter(|look| look.capitals >= 2)?;
        let before = self.bare(self.words_before(end, self.block.span.start, look.letters));
        if self.words(before).ends_with(['(', '[']) {
            return None;
        }
        let aligned = alignment(self.words(short), self.words(before)).filter(|found| found.total() == 0)?;
        let long = Span::new(before.start + aligned.start, before.end);
        explains(self.words(short), self.words(long)).then(|| Abbreviation {
            short,
            long,
            whole: long.to(short),
        })
    }

    fn stands_for(&self, short: Span, from: usize) -> Option<Abbreviation> {
        let look = Look::of(self.words(short)).filter(|look| look.capitals >= 2)?;
        let sentence = self.document.sentence_at(from);
        let after = self.words(Span::new(from, sentence.end.max(from)));
        let window = nth_word_end(after, look.most_words());
        let aligned = alignment(self.words(short), &after[..window])?;
        let fits = aligned.cost == 0 && aligned.from_first;
        let long = Span::new(from + aligned.start, from + aligned.end);
        (fits && explains(self.words(short), self.words(long))).then(|| Abbreviation {
            short,
            long,
            whole: short.to(long),
        })
    }

    /// Whether `short` stands for all of `long`, leaving no doubt.
    fn strictly(&self, short: Span, long: Span) -> bool {
        let (short, long) = (self.words(short), self.words(long));
        let Some(look) = Look::of(short).filter(|look| look.capitals >= 2) else { return false };
        explains(short, long)
            && alignment(short, long).is_some_and(|found| {
                found.from_first && found.total() < look.letters as u32 && !long.contains(['(', '['])
            })
    }

    fn after_lead(&self, inner: Span) -> Span {
        let mut bare = self.bare(inner);
        // "hereafter “the ICB”": words lead within the quotation marks too.
        while let Some(lead) = LEAD.find(self.words(bare)).filter(|lead| lead.end() > 0) {
            bare = self.bare(Span::new(bare.start + lead.end(), bare.end));
        }
        bare
    }

    /// The abbreviation that the words in brackets are, or begin with.
    fn short_form(&self, inner: Span) -> Option<Span> {
        let inner = self.after_lead(inner);
        let words = self.words(inner);
        let end = [", ", "; ", ": ", " – ", " - "].iter().filter_map(|mark| words.find(mark)).min();
        // "the river board (RB or RiB)": the first of two.
        let first = [" or ", " and "].iter().find_map(|mark| words.find(mark));
        let end = end.or(first.filter(|at| !words[..*at].contains(' ')));
        let short = self.bare(Span::new(inner.start, inner.start + end.unwrap_or(words.len())));
        (!short.is_empty()).then_some(short)
    }

    /// The words before brackets that an abbreviation of so many letters can stand for.
    fn words_before(&self, end: usize, bound: usize, letters: usize) -> Span {
        let sentence = self.document.sentence_at(end.saturating_sub(1).max(self.block.span.start));
        let from = if sentence.start <= end { sentence.start.max(bound) } else { bound };
        let words = self.words(Span::new(from.min(end), end));
        let from = from.min(end) + words.rfind(['\t', '\n', ';']).map_or(0, |at| at + 1);
        let words = self.words(Span::new(from, end));
        Span::new(from + last_words_start(words, most_words(letters)), end)
    }
}

/// Where the last `count` words begin.
fn last_words_start(words: &str, count: usize) -> usize {
    let trimmed = words.trim_end();
    let mut ends = trimmed.char_indices().rev().filter(|(_, c)| c.is_whitespace());
    ends.nth(count.saturating_sub(1)).map_or(0, |(at, c)| at + c.len_utf8())
}

fn nth_word_end(words: &str, count: usize) -> usize {
    words.match_indices(char::is_whitespace).nth(count).map_or(words.len(), |(at, _)| at)
}

/// The stretches of a span between the first of these marks that occurs in it.
fn parted(document: &Document, span: Span, marks: &[&str]) -> Vec<Span> {
    let words = document.words(span);
    let Some(mark) = marks.iter().find(|mark| words.contains(**mark)) else { return vec![span] };
    let mut from = 0;
    let mut parts = Vec::new();
    for (at, found) in words.match_indices(mark) {
        parts.push(Span::new(from, at).shifted(span.start));
        from = at + found.len();
    }
    parts.push(Span::new(from, words.len()).shifted(span.start));
    parts
}

/// Whether the words say more than the abbreviation does.
fn explains(short: &str, long: &str) -> bool {
    let stem = if is_plural(short) { &short[..short.len() - 1] } else { short };
    let mut words = long.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    long.chars().count() > short.chars().count()
        && !words.any(|word| word == short || word == stem)
        && long.chars().filter(|c| c.is_alphabetic()).count() > 2
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = sample::document(text);
        let found = abbreviations(&document);
        let found: Vec<_> =
            found.iter().map(|pair| (document.words(pair.short), document.words(pair.long))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn behind_the_words() {
        check("She told the quality board (QB) so.", &[("QB", "quality board")]);
        check("The harbour youth panels’ (HYPs’) minutes.", &[("HYPs", "harbour youth panels")]);
        check(
            "The Harbour Board for England and Wales (HB) met.",
            &[("HB", "Harbour Board for England and Wales")],
        );
        check("The fishing board (hereafter “the FB”) met.", &[("FB", "fishing board")]);
        check("Child and Adult Harbour (CAHS) met.", &[]);
        check("Family and Adult Mental Health (FAMHS) met.", &[("FAMHS", "Family and Adult Mental Health")]);
        check("The fishing board, hereafter FB, met.", &[("FB", "fishing board")]);
        check("The river board (RB or RiB) met.", &[("RB", "river board")]);
        check("A family and child support forum (C&FSF).", &[]);
        check("The children & family hub (C&FH) opened.", &[("C&FH", "children & family hub")]);
        check("Housing for those aged 16 and over (‘16+’) is planned.", &[]);
    }

    #[test]
    fn short_forms_with_brackets_digits_and_greek() {
        check("by harbour grade E(2) (HGE(2)) now", &[("HGE(2)", "harbour grade E(2)")]);
        check(
            "a two-deck (2D) or six-rower maximum (6-RM)",
            &[("2D", "two-deck"), ("6-RM", "six-rower maximum")],
        );
        check("the tidal reach (R(T)) of it", &[("R(T)", "tidal reach")]);
        check("harbour gamma (H-γ) rose", &[("H-γ", "harbour gamma")]);
        check("forced tidal volumes (FTV(1.0)) fell", &[("FTV(1.0)", "forced tidal volumes")]);
        check("N-(1-boatyl) ethyl (NBE) was added", &[("NBE", "N-(1-boatyl) ethyl")]);
    }

    #[test]
    fn the_beginning_of_a_word() {
        check(
            "the harbourmaster (harb) and tonnage (T) of it",
            &[("harb", "harbourmaster"), ("T", "tonnage")],
        );
        check("these points: area (a) and boats(s)", &[]);
        check("a rate of non-high-density nets (HDN)", &[("HDN", "high-density nets")]);
        check("Cables and extracellular matrix (ECM)", &[("ECM", "extracellular matrix")]);
    }

    #[test]
    fn before_the_words() {
        check("The RTF (river task force) met.", &[("RTF", "river task force")]);
        check("The RTF (police, health and schools) met.", &[]);
        check(
            "in AA-RT (river transport) and p-HB (hydrobarge) boats",
            &[("RT", "river transport"), ("HB", "hydrobarge")],
        );
        check("Swindle (see who is leading) and Act (2010).", &[]);
    }

    #[test]
    fn with_words_and_marks_around() {
        check("the river task force (also known as the ‘RTF’) met", &[("RTF", "river task force")]);
        check("the river task force (RTF; see page 3) met", &[("RTF", "river task force")]);
        check("the river task force, known as RTF, met", &[("RTF", "river task force")]);
        check("the river task force, or RTF, met with boats or ROPES", &[("RTF", "river task force")]);
        check("the nitrous oxide (N2O) and the hull gas (PO3)", &[("N2O", "nitrous oxide")]);
        check("the river task force – RTF – met", &[("RTF", "river task force")]);
        check(
            "the River Task Force, RTF, met the Harbour Board, or HB.",
            &[("RTF", "River Task Force"), ("HB", "Harbour Board")],
        );
        check("The River Plan or RP is kept.", &[("RP", "River Plan")]);
        check("Harbour Road, HP, and boats, BBC, or CQC went – ABC – home", &[]);
        check("RTF stands for river task force and little else", &[("RTF", "river task force")]);
        check(
            "a council (called ‘Sing it, sing it loud’ (SiSiL) by all",
            &[("SiSiL", "Sing it, sing it loud")],
        );
    }

    #[test]
    fn in_another_order() {
        check("in schooling, work or leisure (SLW) now", &[("SLW", "schooling, work or leisure")]);
    }

    #[test]
    fn in_a_glossary() {
        check("| RTF | River task force\n| Name | River", &[("RTF", "River task force")]);
        check("- RTF – river task force", &[("RTF", "river task force")]);
    }

    #[test]
    fn what_only_stands_in_brackets_is_none() {
        check("The Boards (Review) Regulations and the council (Swindon) in March (2013).", &[]);
        check("Figures fell (down 3) and rose (Figure 2) as said (paragraph 9) before ((((.", &[]);
        check("The party leader (Labour) and a councillor (Con) spoke (PA).", &[]);
        check("Councillor Simon Reed (Cons, Harbour East) spoke.", &[]);
    }

    #[test]
    fn words_before_other_brackets_do_not_count() {
        check("the river (task) force (RTF) met", &[]);
        check("poly(ADP-ribose) polymerase (PARP) acts", &[("PARP", "poly(ADP-ribose) polymerase")]);
    }
}
