//! What the site holds, at which URL, linked how: decided, not yet drawn.
//!
//! All URLs in here are relative to the site's root and end in `/` for pages (`bodies/swindon/`; the front page is the
//! empty string); drawing makes them relative to the page that shows them. What templates get is this, as
//! `factbox schema templates` documents it.

use super::{Date, Details, DocumentKind, FactKind, FactSheet, MarkdownPage, Settings, Vocabulary};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A site, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Site {
    pub settings: Settings,
    pub vocabulary: Arc<Vocabulary>,
    /// Every document, newest first.
    pub documents: Vec<SiteDocument>,
    pub bodies: Vec<Body>,
    pub pages: Vec<Page>,
}

/// A document's place in the site.
#[derive(Debug, Clone)]
pub struct SiteDocument {
    pub sheet: FactSheet,
    pub page: MarkdownPage,
    pub card: DocumentCard,
    /// Slug of the body that it is about.
    pub body: Option<String>,
    /// For each fact, in the sheet's order: the pages that show it together with others (series, person, body).
    pub fact_links: Vec<Vec<Link>>,
    pub related: Vec<DocumentCard>,
    pub backlinks: Vec<Link>,
    pub provenance: Provenance,
}

/// Where a document came from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Provenance {
    pub path: String,
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    pub digest: String,
    pub origin: Option<String>,
    pub licence: Option<String>,
    pub received: Option<Date>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Link {
    pub url: String,
    pub text: String,
}

/// A document as lists show it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DocumentCard {
    pub slug: String,
    pub url: String,
    pub title: String,
    pub kind: DocumentKind,
    pub kind_label: String,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub subject: Option<Link>,
    pub published: Option<Date>,
    /// "14 August 2019".
    pub published_words: Option<String>,
    /// The date that orders it: published, else the inspection's last day, else the newest date that it settles.
    pub date: Option<Date>,
    pub event_start: Option<Date>,
    pub event_end: Option<Date>,
    pub facts: usize,
}

/// One fact as pages other than its document's show it: what it says and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct Cited {
    pub id: String,
    pub kind: FactKind,
    /// The fact in one line.
    pub line: String,
    /// The document's page with the fact's anchor.
    pub url: String,
    pub quote: String,
    pub sentence: String,
    pub page: Option<u32>,
    pub document: Link,
    pub document_kind: DocumentKind,
    pub date: Option<Date>,
}

/// A body that documents are about, or an organisation that they name.
#[derive(Debug, Clone, Serialize)]
pub struct Body {
    pub slug: String,
    pub url: String,
    /// In full: "Swindon Borough Council".
    pub name: String,
    /// For tables: "Swindon".
    pub short: String,
    /// What the documents call it.
    pub names: Vec<String>,
    pub kind: Option<String>,
    pub region: Option<String>,
    pub la_code: Option<String>,
    pub ons_code: Option<String>,
    pub urn: Option<String>,
}

/// One page of the site.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    pub url: String,
    pub title: String,
    pub description: Option<String>,
    /// The entry of the main navigation under which it stands.
    pub section: &'static str,
    /// From the front page down, without the page itself.
    pub breadcrumbs: Vec<Link>,
    /// The date of what it shows, for the sitemap.
    pub date: Option<Date>,
    /// The pages of a list that is too long for one; empty for one that stands whole.
    pub parts: Vec<Part>,
    pub content: PageContent,
}

/// One of the pages of a long list: a year of the timeline, an initial of people's names.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    pub link: Link,
    /// How many entries it has.
    pub count: usize,
    pub current: bool,
}

/// What a page shows. Its name in kebab case names its template: `document-list.html`.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum PageContent {
    Home(Box<Home>),
    DocumentList {
        groups: Vec<DocumentGroup>,
    },
    /// Index into [`Site::documents`].
    Document {
        index: usize,
    },
    BodyList {
        bodies: Vec<BodyCard>,
    },
    Body(Box<BodyPage>),
    Judgements(Box<JudgementTable>),
    MeasureList {
        measures: Vec<SeriesCard>,
    },
    Measure(Box<Series>),
    People {
        people: Vec<PersonCard>,
    },
    Person(Box<PersonPage>),
    Quotations {
        quotations: Vec<QuotationCard>,
    },
    Timeline {
        years: Vec<TimelineYear>,
    },
    /// The index of all bodies at `actions/`; one body's history at `actions/BODY/`.
    Actions {
        index: Vec<ActionSummary>,
        /// All bodies in a small dossier; the one body on its page.
        bodies: Vec<ActionHistory>,
    },
    Disagreements {
        disagreements: Vec<Disagreement>,
        confirmations: Vec<Confirmation>,
    },
    Glossary {
        terms: Vec<TermCard>,
    },
    Legislation {
        acts: Vec<ActCard>,
    },
    Data {
        tables: Vec<DataTable>,
    },
    Changes(Box<Changes>),
    /// How the facts were found.
    Method {
        rules: Vec<RuleCard>,
    },
    Search,
    /// A page written by hand; index into the hand-written pages given to link.
    Text {
        page: MarkdownPageRef,
    },
    NotFound,
}

/// The Markdown of a page written by hand.
#[derive(Debug, Clone, Serialize)]
pub struct MarkdownPageRef {
    pub path: String,
    pub body: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Home {
    pub documents: usize,
    pub facts: usize,
    pub bodies: usize,
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
    pub latest: Vec<DocumentCard>,
    pub figures: Vec<SeriesCard>,
    /// Of the one body, or of those judged most recently.
    pub histories: Vec<JudgementHistory>,
    pub counts: Vec<KindCount>,
    /// Grades by year, for the chart of a dossier of many bodies.
    pub distribution: Vec<YearDistribution>,
}

#[derive(Debug, Clone, Serialize)]
pub struct KindCount {
    pub kind: FactKind,
    pub heading: String,
    pub count: usize,
    pub url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct DocumentGroup {
    pub label: String,
    pub documents: Vec<DocumentCard>,
}

/// The grades of one area over time.
#[derive(Debug, Clone, Default, Serialize)]
pub struct JudgementHistory {
    pub body: Link,
    pub area: String,
    pub area_label: String,
    /// Oldest first.
    pub points: Vec<JudgementPoint>,
    /// "Was requires improvement in 2014, now good."
    pub change: Option<String>,
}

/// One judgement, told by one or more documents.
#[derive(Debug, Clone, Serialize)]
pub struct JudgementPoint {
    pub area: String,
    pub area_label: String,
    /// What an earlier framework judged in the area's place ("safeguarding arrangements"), where it had another name.
    pub judged_as: Option<String>,
    /// The first day of the inspection, else the date that the sources give.
    pub date: Option<Date>,
    /// "1 to 12 July 2019".
    pub date_words: String,
    pub grade: String,
    pub grade_label: String,
    /// 1 is best.
    pub grade_order: u8,
    pub framework: Option<String>,
    /// The highest-ranking source first.
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize)]
pub struct BodyCard {
    pub body: Body,
    pub latest: Option<JudgementPoint>,
    pub change: Option<String>,
    pub documents: usize,
}

/// All about one body, in the order in which a reader asks.
#[derive(Debug, Clone, Serialize)]
pub struct BodyPage {
    pub body: Body,
    pub matrix: Matrix,
    pub histories: Vec<JudgementHistory>,
    pub actions: Option<ActionHistory>,
    pub people: Vec<PersonCard>,
    pub figures: Vec<SeriesCard>,
    pub documents: Vec<DocumentCard>,
    /// What the press and the body itself said since the latest inspection.
    pub since: Vec<DocumentCard>,
    pub quotations: Vec<QuotationCard>,
    pub neighbours: Option<Neighbours>,
}

/// Inspections by areas.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Matrix {
    pub areas: Vec<AreaColumn>,
    /// Newest first.
    pub rows: Vec<MatrixRow>,
}

#[derive(Debug, Clone, Serialize)]
pub struct AreaColumn {
    pub id: String,
    pub label: String,
    pub short: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct MatrixRow {
    pub body: Link,
    pub region: Option<String>,
    pub date: Option<Date>,
    pub date_words: String,
    pub framework: Option<String>,
    pub document: Option<Link>,
    pub lead_inspector: Option<String>,
    pub cells: Vec<MatrixCell>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum MatrixCell {
    Graded {
        point: JudgementPoint,
        change: Option<String>,
    },
    /// The framework has no such judgement.
    NotGraded {
        /// The area of whose judgement it is a part: "children in care".
        with: Option<String>,
    },
    NotFound,
    /// Sources say different things.
    Conflicting {
        points: Vec<JudgementPoint>,
    },
}

/// The same inspection areas beside others.
#[derive(Debug, Clone, Serialize)]
pub struct Neighbours {
    pub region: Option<String>,
    pub of_region: Vec<MatrixRow>,
    pub statistical: Vec<MatrixRow>,
    pub areas: Vec<AreaColumn>,
}

#[derive(Debug, Clone, Serialize)]
pub struct JudgementTable {
    pub matrix: Matrix,
    pub distribution: Vec<YearDistribution>,
    /// Values that the filters offer.
    pub regions: Vec<String>,
    pub years: Vec<i16>,
    pub grades: Vec<GradeName>,
}

#[derive(Debug, Clone, Serialize)]
pub struct GradeName {
    pub id: String,
    pub label: String,
    pub order: u8,
}

#[derive(Debug, Clone, Serialize)]
pub struct YearDistribution {
    pub year: i16,
    /// In the order of the vocabulary's grades.
    pub counts: Vec<GradeCount>,
}

#[derive(Debug, Clone, Serialize)]
pub struct GradeCount {
    pub grade: String,
    pub grade_label: String,
    pub count: usize,
}

/// One figure of one body over time.
#[derive(Debug, Clone, Serialize)]
pub struct Series {
    pub card: SeriesCard,
    /// Oldest first.
    pub points: Vec<SeriesPoint>,
    pub comparators: Vec<SeriesComparator>,
}

#[derive(Debug, Clone, Serialize)]
pub struct SeriesCard {
    pub slug: String,
    pub url: String,
    pub label: String,
    pub unit: String,
    pub body: Link,
    pub latest: Option<SeriesPoint>,
    /// "Down from 408 in June 2018 (−36%)."
    pub change: Option<String>,
    pub points: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct SeriesPoint {
    pub as_of: Option<Date>,
    pub as_of_words: String,
    pub value: f64,
    pub amount: String,
    /// Said to be about, nearly, over …; or told otherwise by another source.
    pub doubtful: Option<String>,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize)]
pub struct SeriesComparator {
    pub label: String,
    pub points: Vec<SeriesPoint>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PersonCard {
    pub slug: String,
    pub url: String,
    pub name: String,
    /// "Director of children's services, Swindon": the latest role.
    pub description: Option<String>,
    pub roles: Vec<RoleHeld>,
    pub mentions: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct RoleHeld {
    pub role: String,
    pub organisation: Option<Link>,
    /// First and last date at which a document shows the person in the role.
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub words: String,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PersonPage {
    pub card: PersonCard,
    /// Pages of others of the same name, who may or may not be the same person.
    pub namesakes: Vec<Link>,
    pub quotations: Vec<QuotationCard>,
    pub documents: Vec<DocumentCard>,
}

#[derive(Debug, Clone, Serialize)]
pub struct QuotationCard {
    pub paragraphs: Vec<String>,
    /// Without a URL for one who has no page, such as "the report".
    pub speaker: Option<Link>,
    pub speaker_role: Option<String>,
    pub source: Cited,
}

#[derive(Debug, Clone, Serialize)]
pub struct TimelineYear {
    pub year: i16,
    pub events: Vec<TimelineEvent>,
}

#[derive(Debug, Clone, Serialize)]
pub struct TimelineEvent {
    pub start: Date,
    pub end: Option<Date>,
    /// "1 to 12 July 2019".
    pub words: String,
    pub what: String,
    pub body: Option<Link>,
    pub sources: Vec<Cited>,
}

/// How much one body had to put right, for the index.
#[derive(Debug, Clone, Serialize)]
pub struct ActionSummary {
    /// To the body's page of actions.
    pub body: Link,
    pub inspections: usize,
    pub actions: usize,
    pub recurring: usize,
    /// "12 August 2019": the latest inspection with actions.
    pub latest: String,
}

/// What was to be put right at one body, inspection by inspection, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct ActionHistory {
    pub body: Link,
    pub inspections: Vec<ActionInspection>,
    pub recurring: Vec<Recurrence>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ActionInspection {
    pub document: DocumentCard,
    pub actions: Vec<ActionCard>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ActionCard {
    pub reference: Option<String>,
    pub text: String,
    pub deadline: Option<String>,
    pub priority: Option<String>,
    pub theme: Option<String>,
    /// To the recurrence of which it is a part, on the body's page of actions.
    pub recurrence: Option<Link>,
    pub source: Cited,
}

/// A matter that came back at a later inspection.
#[derive(Debug, Clone, Serialize)]
pub struct Recurrence {
    pub anchor: String,
    pub earlier: ActionCard,
    pub later: ActionCard,
    pub earlier_date: String,
    pub later_date: String,
    /// 0 to 1.
    pub similarity: f64,
    /// Words that both have, the most telling ones first.
    pub shared: Vec<String>,
    /// Labels of the themes that both have.
    pub themes: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Disagreement {
    pub anchor: String,
    pub about: String,
    /// The shown (higher-ranking) one first.
    pub sides: Vec<Side>,
    /// Why the first is shown.
    pub reason: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Side {
    pub says: String,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Confirmation {
    pub about: String,
    pub says: String,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize)]
pub struct TermCard {
    pub anchor: String,
    pub short: String,
    pub longs: Vec<String>,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ActCard {
    pub anchor: String,
    pub title: String,
    pub url: Option<String>,
    pub sections: Vec<ActSection>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ActSection {
    pub section: Option<String>,
    pub url: Option<String>,
    pub sources: Vec<Cited>,
}

/// A table that can be downloaded, with the meaning of each column.
#[derive(Debug, Clone, Serialize)]
pub struct DataTable {
    pub name: String,
    pub title: String,
    pub rows: usize,
    pub columns: Vec<DataColumn>,
    pub files: Vec<Link>,
}

#[derive(Debug, Clone, Serialize)]
pub struct DataColumn {
    pub name: String,
    pub kind: String,
    pub meaning: String,
}

/// A rule by which facts are found.
#[derive(Debug, Clone, Serialize)]
pub struct RuleCard {
    pub name: String,
    pub kind: FactKind,
    pub heading: String,
    /// What it looks for.
    pub about: String,
    /// How many facts of the site it found.
    pub facts: usize,
}

/// What changed since an earlier build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Whether there was an earlier build to compare with.
    pub known: bool,
    pub documents_added: Vec<Link>,
    pub documents_removed: Vec<String>,
    pub facts: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// `added`, `changed` or `removed`.
    pub what: String,
    pub kind: FactKind,
    pub line: String,
    pub before: Option<String>,
    pub document: Link,
    pub url: Option<String>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.documents_added.is_empty() && self.documents_removed.is_empty() && self.facts.is_empty()
    }
}

impl Site {
    /// What changed since an earlier build, if a page says so.
    pub fn changes(&self) -> Option<&Changes> {
        self.pages.iter().find_map(|page| match &page.content {
            PageContent::Changes(changes) => Some(&**changes),
            _ => None,
        })
    }
}

impl SiteDocument {
    pub fn details(&self) -> &Details {
        &self.sheet.details
    }
}

/// What an earlier build's data held: read from its `data/facts.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct FormerFacts {
    pub documents: Vec<FormerDocument>,
    pub facts: Vec<FormerFact>,
    /// What that build told of the one before it.
    pub changes: Option<Changes>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct FormerDocument {
    pub slug: String,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FormerFact {
    pub id: String,
    pub kind: FactKind,
    /// As [`FactValue::line`](super::FactValue::line) gave it.
    pub line: String,
    /// Slug of its document.
    pub document: String,
}
