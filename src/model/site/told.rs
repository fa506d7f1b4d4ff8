//! What documents tell of people, days, disagreements, words and Acts, as pages show it.

use super::{Cited, DocumentCard, Link};
use crate::model::Date;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonCard {
    pub slug: String,
    pub url: String,
    pub name: String,
    /// "Director of children's services, Swindon": the latest role.
    pub description: Option<String>,
    pub roles: Vec<RoleHeld>,
    pub mentions: usize,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RoleHeld {
    pub role: String,
    pub organisation: Option<Link>,
    /// First and last date at which a document shows the person in the role.
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub words: String,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonPage {
    pub card: PersonCard,
    /// Pages of others of the same name, who may or may not be the same person.
    pub namesakes: Vec<Link>,
    pub quotations: Vec<QuotationCard>,
    pub documents: Vec<DocumentCard>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuotationCard {
    pub paragraphs: Vec<String>,
    /// Without a URL for one who has no page, such as "the report".
    pub speaker: Option<Link>,
    pub speaker_role: Option<String>,
    pub source: Cited,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineYear {
    pub year: i16,
    pub events: Vec<TimelineEvent>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineEvent {
    pub start: Date,
    pub end: Option<Date>,
    /// "1 to 12 July 2019".
    pub words: String,
    pub what: String,
    pub body: Option<Link>,
    /// Whether it had not come yet when all of its sources told it: a plan or a deadline.
    pub ahead: bool,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Disagreement {
    pub anchor: String,
    pub about: String,
    /// The shown (higher-ranking) one first.
    pub sides: Vec<Side>,
    /// Why the first is shown.
    pub reason: String,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Side {
    pub says: String,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Confirmation {
    /// The short name of the body that it is about; may be empty.
    pub body: String,
    pub about: String,
    pub says: String,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TermCard {
    pub anchor: String,
    pub short: String,
    pub longs: Vec<String>,
    pub sources: Vec<Cited>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActCard {
    pub anchor: String,
    pub title: String,
    pub url: Option<String>,
    pub sections: Vec<ActSection>,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ActSection {
    pub section: Option<String>,
    pub url: Option<String>,
    pub sources: Vec<Cited>,
}
