//! Documents in, facts out: every fact a value with the words it came from. Knows no format, no file, no page.
//!
//! 1. [`Reading`] finds what several rules need, once a document: dates, quantities, names.
//! 2. Each rule of [`RULES`] reads it and gives facts of one kind.
//! 3. The facts are put in reading order and numbered where they are alike.

mod abbreviations;
mod actions;
mod alignment;

mod corrections;
mod councils;
mod dates;
mod details;
mod events;
mod explained;
mod figures;
mod finder;
mod judgements;
mod legislation;
mod mentions;
mod names;
mod organisations;
mod patterns;
mod people;
mod quantities;
mod quotations;
mod reading;
#[cfg(test)]
mod sample;
mod terms;
mod word_list;
mod word_starts;
mod words;

pub use corrections::{corrected, outranked};
pub use explained::{ExplainedBlock, ExplainedSentence, PassedOver, about, explained};
pub use mentions::mentions;

use crate::model::{Details, Document, Fact, FactKind, FactSheet, Vocabulary, number_alike};
use reading::Reading;
use std::sync::Arc;

/// One way in which the field states facts of a kind.
pub struct Rule {
    pub name: &'static str,
    pub kind: FactKind,
    /// What it looks for, in one sentence; the about page and `explain` show it.
    pub about: &'static str,
    pub(crate) find: fn(&Reading) -> Vec<Fact>,
}

/// Every rule, in the order in which they run. To add a kind of fact is one file in this room and its lines here.
pub const RULES: &[Rule] = &[
    Rule {
        name: judgements::TABLE,
        kind: FactKind::Judgement,
        about: "a row of a table, or a line, that gives a judged area and its grade",
        find: judgements::tabled,
    },
    Rule {
        name: judgements::SENTENCE,
        kind: FactKind::Judgement,
        about: "a sentence that states or recalls the grade of a judged area or of the whole service",
        find: judgements::told,
    },
    Rule {
        name: "explained-abbreviation",
        kind: FactKind::Term,
        about: "an abbreviation in brackets behind the words whose letters it takes, or before them",
        find: terms::explained_abbreviations,
    },
    Rule {
        name: "cited-legislation",
        kind: FactKind::Legislation,
        about: "an Act or a statutory instrument cited by its title and year, with the sections before or behind it",
        find: legislation::cited_legislation,
    },
    Rule {
        name: "measured-number",
        kind: FactKind::Figure,
        about: "a number that counts or measures something, with the date beside it or above its list, and what it is compared with",
        find: figures::measured_numbers,
    },
    Rule {
        name: "dated-event",
        kind: FactKind::Event,
        about: "a date that says when something happened, with the words that say what",
        find: events::dated_events,
    },
    Rule {
        name: "improvement-section",
        kind: FactKind::Action,
        about: "an item below a heading that says what needs to improve",
        find: actions::section_items,
    },
    Rule {
        name: "listed-points",
        kind: FactKind::Action,
        about: "a sentence that says how many points need to improve, and lists so many",
        find: actions::listed_points,
    },
    Rule {
        name: "told-action",
        kind: FactKind::Action,
        about: "a sentence of news that says what a body was told to do, or what was recommended",
        find: actions::told_actions,
    },
    Rule {
        name: "people",
        kind: FactKind::Person,
        about: "a person's full name, with the office that stands beside it",
        find: people::find,
    },
    Rule {
        name: "direct-speech",
        kind: FactKind::Quotation,
        about: "words in quotation marks, with who said them",
        find: quotations::find,
    },
    Rule {
        name: organisations::RULE,
        kind: FactKind::Organisation,
        about: "an authority, a body that the vocabulary knows, or a name that ends as it lists, where it is named first",
        find: organisations::named_organisations,
    },
];

/// The facts of a document; none of one that could not be read, whatever a person wrote of it.
pub fn facts(document: Arc<Document>, vocabulary: &Vocabulary) -> FactSheet {
    if document.unread.is_some() {
        // A description is not the document's words: nothing can be traced to it.
        return FactSheet { document, details: Details::default(), facts: Vec::new() };
    }
    let reading = Reading::new(&document, vocabulary);
    let mut facts: Vec<Fact> = RULES.iter().flat_map(|rule| (rule.find)(&reading)).collect();
    facts.sort_by_key(|fact| (fact.evidence.span.start, fact.evidence.span.end, fact.kind()));
    number_alike(&mut facts);
    let details = reading.details;
    FactSheet { document, details, facts }
}
