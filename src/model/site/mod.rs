//! What the site holds, at which URL, linked how: decided, not yet drawn.
//!
//! All URLs in here are relative to the site's root and end in `/` for pages (`bodies/swindon/`; the front page is the
//! empty string); drawing makes them relative to the page that shows them. What templates get is this, as
//! `factbox schema templates` documents it.

mod actions;
mod changes;
mod figures;
mod judged;
mod reference;
mod told;

pub use actions::*;
pub use changes::*;
pub use figures::*;
pub use judged::*;
pub use reference::*;
pub use told::*;

use super::{Date, Details, DocumentKind, FactKind, FactSheet, MarkdownPage, Settings, Vocabulary};
use schemars::JsonSchema;
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
    /// What changed since an earlier build.
    pub changes: Changes,
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
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
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

#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    pub url: String,
    pub text: String,
}

/// A document as lists show it.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, Serialize, JsonSchema)]
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
    /// What a person put a page of their own under.
    pub tags: Vec<Link>,
    pub content: PageContent,
}

/// One of the pages of a long list: a year of the timeline, an initial of people's names.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Part {
    pub link: Link,
    /// How many entries it has.
    pub count: usize,
    pub current: bool,
}

/// What a page shows. Its name in kebab case names its template: `document-list.html`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
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
        /// Files that hold everything.
        whole: Vec<Download>,
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
    /// What pages written by hand were put under.
    TagList {
        tags: Vec<TagCard>,
    },
    Tag {
        tag: String,
        pages: Vec<TaggedPage>,
    },
    NotFound,
}

/// The Markdown of a page written by hand.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MarkdownPageRef {
    pub path: String,
    pub body: String,
}

/// A tag with how many pages stand under it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TagCard {
    pub tag: Link,
    pub pages: usize,
}

/// A page as the page of its tag shows it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaggedPage {
    pub page: Link,
    pub description: Option<String>,
}

/// The front page.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Home {
    pub documents: usize,
    pub facts: usize,
    pub bodies: usize,
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
    pub latest: Vec<DocumentCard>,
    pub figures: Vec<SeriesCard>,
    /// Of each body, the longest first; in a dossier of many, of those judged most recently.
    pub histories: Vec<JudgementHistory>,
    pub counts: Vec<KindCount>,
    /// Grades by year, for the chart of a dossier of many bodies; empty for one of few.
    pub distribution: Vec<YearDistribution>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct KindCount {
    pub kind: FactKind,
    pub heading: String,
    pub count: usize,
    pub url: Option<String>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentGroup {
    pub label: String,
    pub documents: Vec<DocumentCard>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BodyCard {
    pub body: Body,
    /// The overall judgement of the latest inspection that gives one.
    pub latest: Option<JudgementPoint>,
    /// What a later inspection found, area by area, under a framework without an overall judgement.
    pub areas: Vec<JudgementPoint>,
    pub change: Option<String>,
    pub documents: usize,
}

/// All about one body, in the order in which a reader asks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BodyPage {
    pub body: Body,
    pub matrix: Matrix,
    /// What the latest inspection found, area by area, if its framework has no overall judgement.
    pub latest_areas: Vec<JudgementPoint>,
    pub histories: Vec<JudgementHistory>,
    pub actions: Option<ActionHistory>,
    pub people: Vec<PersonCard>,
    /// Those that moved or are compared with others first.
    pub figures: Vec<SeriesCard>,
    pub documents: Vec<DocumentCard>,
    /// What the press and the body itself said since the latest inspection.
    pub since: Vec<DocumentCard>,
    pub quotations: Vec<QuotationCard>,
    pub neighbours: Option<Neighbours>,
}

impl SiteDocument {
    pub fn details(&self) -> &Details {
        &self.sheet.details
    }
}
