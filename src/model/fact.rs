//! Facts: a value, the words it came from, and the rule that found it.

use super::{Date, Document, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The exact words behind a fact. Only [`Document::cite`] makes one, so that a quotation cannot be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Evidence {
    /// The words that state the fact, verbatim from the document's text.
    pub quote: String,
    /// The whole sentence or table row around them.
    pub sentence: String,
    /// Where the quote begins in the document's text, in Unicode code points (W3C TextPositionSelector).
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The anchor of the block it begins in.
    pub block: String,
    /// The printed page it begins on.
    pub page: Option<u32>,
    /// The same place in bytes.
    #[serde(skip)]
    pub span: Span,
}

impl Evidence {
    pub(super) fn new(
        quote: String,
        sentence: String,
        start: usize,
        end: usize,
        block: String,
        page: Option<u32>,
        span: Span,
    ) -> Self {
        Self { quote, sentence, start, end, block, page, span }
    }
}

/// Names a fact: its kind and a digest of its value and evidence, so that it stays while the words stay.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct FactId(pub String);

impl FactId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something that a document states, with the words that state it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Fact {
    pub id: FactId,
    #[serde(flatten)]
    pub value: FactValue,
    /// The rule that found it, or `correction` where a person added it.
    pub rule: String,
    pub evidence: Evidence,
}

impl Fact {
    /// A fact with its evidence at `span` of the document. Its id may still have to be told apart from that of another
    /// fact of the same value and words: [`number_alike`].
    pub fn new(document: &Document, value: FactValue, span: Span, rule: &str) -> Self {
        let evidence = document.cite(span);
        let id = identity(&value, &evidence);
        Self { id, value, rule: rule.to_owned(), evidence }
    }

    pub fn kind(&self) -> FactKind {
        self.value.kind()
    }
}

fn identity(value: &FactValue, evidence: &Evidence) -> FactId {
    let value_words = serde_json::to_string(value).expect("a fact's value has only string keys");
    let mut kept = String::with_capacity(value_words.len() + 2 * evidence.sentence.len());
    for words in [&value_words, &evidence.quote, &evidence.sentence] {
        push_plain(&mut kept, words);
        kept.push('\0');
    }
    FactId(format!("{}-{}", value.kind().name(), &blake3::hash(kept.as_bytes()).to_hex()[..10]))
}

/// Adds words with their characters made plain; what stands between two that are not is copied at once.
fn push_plain(kept: &mut String, words: &str) {
    let mut rest = words;
    while let Some(at) = rest.bytes().position(|byte| IS_SPECIAL[usize::from(byte)]) {
        kept.push_str(&rest[..at]);
        let letter = rest[at..].chars().next();
        kept.extend(letter.and_then(plain));
        rest = &rest[at + letter.map_or(1, char::len_utf8)..];
    }
    kept.push_str(rest);
}

/// For each byte whether [`plain`] may make another character of the one that begins with it.
static IS_SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] = byte > 0x7F || matches!(byte as u8, b'"' | b'\'' | b'\\' | b'\n' | b'\t');
        byte += 1;
    }
    special
};

/// A character as every format of a document has it: no quotation marks (nor what escapes them in JSON), one dash.
const fn plain(c: char) -> Option<char> {
    match c {
        '"' | '\'' | '\\' | '‘' | '’' | '“' | '”' => None,
        '‐' | '‑' | '–' | '—' => Some('-'),
        '\n' | '\t' | '\u{a0}' => Some(' '),
        c => Some(c),
    }
}

/// Tells facts of the same id apart, in reading order: the second one's id gets `-2` and so on.
pub fn number_alike(facts: &mut [Fact]) {
    let mut seen = std::collections::HashMap::<FactId, u32>::new();
    for fact in facts {
        let count = seen.entry(fact.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            fact.id = FactId(format!("{}-{count}", fact.id));
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    Judgement,
    Action,
    Figure,
    Person,
    Quotation,
    Event,
    Term,
    Legislation,
    Organisation,
}

impl FactKind {
    pub const ALL: [FactKind; 9] = [
        Self::Judgement,
        Self::Action,
        Self::Figure,
        Self::Person,
        Self::Quotation,
        Self::Event,
        Self::Term,
        Self::Legislation,
        Self::Organisation,
    ];

    /// As in the JSON form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Judgement => "judgement",
            Self::Action => "action",
            Self::Figure => "figure",
            Self::Person => "person",
            Self::Quotation => "quotation",
            Self::Event => "event",
            Self::Term => "term",
            Self::Legislation => "legislation",
            Self::Organisation => "organisation",
        }
    }

    /// The name of the table with facts of this kind: `data/NAME.csv`.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Judgement => "judgements",
            Self::Action => "actions",
            Self::Figure => "figures",
            Self::Person => "people",
            Self::Quotation => "quotations",
            Self::Event => "events",
            Self::Term => "terms",
            Self::Legislation => "legislation",
            Self::Organisation => "organisations",
        }
    }

    /// The heading over facts of this kind.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Judgement => "Judgements",
            Self::Action => "What was to be put right",
            Self::Figure => "Figures",
            Self::Person => "People",
            Self::Quotation => "Quotations",
            Self::Event => "Dates",
            Self::Term => "Abbreviations",
            Self::Legislation => "Legislation",
            Self::Organisation => "Organisations",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum FactValue {
    Judgement(Judgement),
    Action(Action),
    Figure(Figure),
    Person(Person),
    Quotation(Quotation),
    Event(Event),
    Term(Term),
    Legislation(Legislation),
    Organisation(Organisation),
}

impl FactValue {
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Judgement(_) => FactKind::Judgement,
            Self::Action(_) => FactKind::Action,
            Self::Figure(_) => FactKind::Figure,
            Self::Person(_) => FactKind::Person,
            Self::Quotation(_) => FactKind::Quotation,
            Self::Event(_) => FactKind::Event,
            Self::Term(_) => FactKind::Term,
            Self::Legislation(_) => FactKind::Legislation,
            Self::Organisation(_) => FactKind::Organisation,
        }
    }
}

/// A formal judgement: an area and its grade.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Judgement {
    /// The area's id in the vocabulary, or `other:` and the text's words.
    pub area: String,
    pub area_label: String,
    /// The grade's id in the vocabulary.
    pub grade: String,
    pub grade_label: String,
    /// Who is judged.
    pub body: Option<String>,
    /// Who judges.
    pub by: Option<String>,
    /// Of the inspection that this document reports; false: of another one, recalled.
    pub current: bool,
    /// Only what the text states.
    pub date: Option<Date>,
}

/// A number that measures or counts something about the matter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    pub value: f64,
    /// `%`, `per 10,000`, `GBP`, `hours`, `days`, `weeks`, `months`, `years`, else the counted noun in the plural.
    pub unit: String,
    /// What is counted, in the text's words.
    pub measure: String,
    /// The measure's id in the vocabulary.
    pub measure_id: Option<String>,
    pub as_of: Option<Date>,
    /// None: the body's own area; else `national`, `statistical neighbours` or a place's name.
    pub place: Option<String>,
    pub approximate: Option<Approximation>,
    /// What the text compares the value with.
    #[serde(default)]
    pub compare: Vec<Comparison>,
}

/// How a text qualifies a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Approximation {
    About,
    Nearly,
    Over,
    Under,
    AtLeast,
    AtMost,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    pub value: f64,
    pub as_of: Option<Date>,
    /// Whose value it is, if not the body's own: `national`, `statistical neighbours`, `target` …
    pub label: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// The fullest form in the document, without a courtesy title.
    pub name: String,
    /// As the text words it.
    pub role: Option<String>,
    pub organisation: Option<String>,
    /// In the role since.
    pub since: Option<Date>,
}

/// Direct speech. Speech that runs over several paragraphs is one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quotation {
    /// The words without quotation marks; paragraphs are joined by a line break.
    pub text: String,
    /// A person's fullest name, or `the report`, `inspectors` …
    pub speaker: Option<String>,
    pub speaker_role: Option<String>,
}

/// An abbreviation that the text itself explains.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    pub short: String,
    pub long: String,
}

/// What needs to improve: a recommendation, an area for improvement, a priority action.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Action {
    /// Its printed number.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    pub text: String,
    /// As the text words it: `within three months`.
    pub deadline: Option<String>,
    /// `immediate`, `priority` or none.
    pub priority: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Legislation {
    /// The short title with its year, as the text has it.
    pub title: String,
    pub section: Option<String>,
    /// At legislation.gov.uk.
    pub url: Option<String>,
}

/// Something that happened at a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    pub start: Date,
    pub end: Option<Date>,
    /// In few words of the text.
    pub what: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Organisation {
    pub name: String,
    pub short: Option<String>,
    /// `local-authority`, `inspectorate`, `board`, `court`, `charity`, `government`, `police`, `health`, `school` …
    #[serde(rename = "type")]
    pub kind: Option<String>,
}
