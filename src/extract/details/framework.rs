//! The opening of a document in, the framework out under which an inspectorate wrote it; none if it did not.

use crate::extract::patterns::pattern;
use crate::model::{BlockKind, Date, Document, Framework, Span, Vocabulary};
use regex::Regex;
use std::sync::LazyLock;

/// The first words of a document: what stands before its matter, and some of that.
pub struct Opening {
    /// In small letters, with straight apostrophes.
    folded: String,
    /// The first lines, likewise.
    titles: Vec<String>,
    /// The byte at which the opening ends in the document's text.
    pub end: usize,
    pub formal: bool,
}

const LENGTH: usize = 3000;

/// As many lines may hold the head of a document.
const LINES: usize = 12;

/// A line that says which reporter wrote the text, or for whom.
static REPORTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:BBC News\b[^.]{0,40}$|By [A-Z][\w’'.-]+ [A-Z][^.]{0,60}$)|\bLocal Democracy Report")
});

impl Opening {
    pub fn of(document: &Document, vocabulary: &Vocabulary) -> Self {
        let text = document.text();
        let end = text.floor_char_boundary(LENGTH);
        let folded = folded(&text[..end]);
        let first = || document.blocks().iter().take(LINES).map(|block| document.words(block.span));
        let news = document.hints.article
            || document.blocks().iter().any(|b| b.kind == BlockKind::Byline)
            || first().any(|line| REPORTER.is_match(line));
        let formal = !news
            && (document
                .blocks()
                .iter()
                .take(LINES)
                .any(|block| is_formal(document, vocabulary, block.span))
                || is_letter(document));
        let titles = document.blocks().iter().take(4).map(|block| self::folded(document.words(block.span)));
        Self { folded, end, titles: titles.collect(), formal: formal || (!news && LABEL.is_match(text)) }
    }

    /// Where a framework's wording stands first; one in two parts, with `*` between them, as a line among the first.
    fn place(&self, wording: &str) -> Option<usize> {
        let Some((first, last)) = wording.split_once('*') else { return self.folded.find(wording) };
        let named = |line: &&String| line.len() < 200 && line.starts_with(first) && line.ends_with(last);
        self.titles.iter().find(named).and_then(|line| self.folded.find(line.as_str()))
    }
}

/// Whether a document greets somebody near its beginning; the addresses may take many lines.
pub fn is_letter(document: &Document) -> bool {
    const LINES_OF_HEAD: usize = 30;
    document.blocks().iter().take(LINES_OF_HEAD).any(|block| GREETING.is_match(document.words(block.span)))
}

static GREETING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^Dear (?:[A-Z]|local |partner|colleague|all\b)"));

/// Whether a line is one with which an inspectorate begins a report or a letter.
pub fn is_formal(document: &Document, vocabulary: &Vocabulary, span: Span) -> bool {
    let words = document.words(span);
    let folded = words.to_lowercase();
    FORMAL.is_match(words) || vocabulary.openings.iter().any(|opening| folded.starts_with(opening.as_str()))
}

/// How an inspectorate begins a report or a letter.
static FORMAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?i:dear [A-Z]|report published|(?:joint )?(?:inspection|visit|review|fieldwork) dates?\b|dates? of (?:the )?(?:inspection|visit)",
        r"|(?:an? )?(?:re-? ?|joint )?inspection of |review of the effectiveness|(?:focus?sed|monitoring) visit (?:to|of) ",
        r"|joint (?:targeted |local )?area |(?:local )?area send (?:[a-z]+ )?(?:inspection|revisit|visit)(?:[ :]|$)|short inspection|single inspection)",
    ))
});

/// Labels that only an inspectorate's own document carries, wherever they stand.
static LABEL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:Inspection dates?|Lead [Ii]nspector|Report published): ?[A-Z0-9]"));

/// The framework of an inspectorate's own document: of those of the vocabulary whose time and length of inspections fit,
/// the one whose words stand first in the opening, for a report may name a visit in passing.
pub fn framework<'a>(
    opening: &Opening,
    vocabulary: &'a Vocabulary,
    visit: Option<(Date, Option<Date>)>,
) -> Option<&'a Framework> {
    if !opening.formal {
        return None;
    }
    let named = vocabulary.frameworks.iter().filter_map(|framework| {
        let places = framework.wordings.iter().filter_map(|wording| opening.place(wording));
        Some((places.min()?, framework))
    });
    let fitting = named.filter(|(_, framework)| {
        visit.is_none_or(|(start, end)| in_force(framework, start) && fits(framework, start, end))
    });
    fitting.min_by_key(|(place, _)| *place).map(|(_, framework)| framework)
}

fn in_force(framework: &Framework, start: Date) -> bool {
    framework.from.is_none_or(|from| from.first_day() <= start.last_day())
        && framework.until.is_none_or(|until| start.first_day() <= until.last_day())
}

fn fits(framework: &Framework, start: Date, end: Option<Date>) -> bool {
    let last = end.unwrap_or(start).last_day();
    let days = (last - start.first_day()).get_days() + 1;
    framework.days_from.is_none_or(|from| days >= from)
        && framework.days_until.is_none_or(|until| days <= until)
}

fn folded(text: &str) -> String {
    text.replace('’', "'").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
