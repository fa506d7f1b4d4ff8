//! A reading in, its direct speech as facts out: at least four words between quotation marks that someone is said to
//! have spoken or written. Names of schemes, titles and words set apart are none.

mod attribution;
mod cues;
mod marks;
mod speakers;

pub use cues::is_cue;

use super::names::Names;
use super::reading::Reading;
use crate::model::{Details, Document, DocumentKind, Fact, FactValue, Quotation, Span, Vocabulary};
use attribution::Tie;
use marks::Stretch;
use speakers::{Scene, Speaker};

/// Words between quotation marks, with their speaker where the text tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// From mark to mark; it may run over several paragraphs.
    pub span: Span,
    /// The words without marks, paragraphs joined by a line break.
    pub text: String,
    /// A person's fullest name, or the words that name the speaker.
    pub speaker: Option<String>,
    /// Index of the speaker in [`Names::persons`].
    pub person: Option<usize>,
    /// Whether it counts as direct speech that the text ascribes to its speaker.
    pub ascribed: bool,
}

/// Every quotation of a document, in reading order.
pub fn quoted(document: &Document, vocabulary: &Vocabulary, details: &Details, names: &Names) -> Vec<Quoted> {
    let stretches = marks::stretches(document);
    let spans: Vec<Span> = stretches.iter().map(|stretch| stretch.whole).collect();
    let inspection = matches!(
        details.kind,
        DocumentKind::InspectionReport
            | DocumentKind::FocusedVisitLetter
            | DocumentKind::MonitoringVisitLetter
    );
    let authors = (inspection && !vocabulary.inspectorate.is_empty()).then_some("inspectors");
    let scene = Scene { document, names, quoted: &spans, authors };
    let speakers = attribution::speakers(&scene, &stretches);
    let told = stretches.iter().zip(speakers);
    told.filter_map(|(stretch, speaker)| one(document, names, stretch, speaker, inspection)).collect()
}

fn one(
    document: &Document,
    names: &Names,
    stretch: &Stretch,
    speaker: Option<(Speaker, Tie)>,
    inspection: bool,
) -> Option<Quoted> {
    let parts: Vec<&str> = stretch.parts.iter().map(|part| document.words(*part)).collect();
    let text = parts.join("\n").trim_end_matches(',').to_owned();
    let words = text.split_whitespace().count();
    if !stretch.opened && speaker.is_none() {
        return None;
    }
    let spoken = text.ends_with(['.', '!', '?', '…']) || parts.iter().any(|part| part.ends_with(','));
    let by_verb = speaker.as_ref().is_some_and(|(_, tie)| *tie == Tie::Verb);
    let tied = speaker.as_ref().is_some_and(|(_, tie)| match tie {
        Tie::Verb => true,
        Tie::Former => !inspection || spoken || text.starts_with(char::is_lowercase),
        Tie::Subject => !inspection && spoken,
    });
    // Reports quote a few words of many people, and name schemes: less than six of them are no speech.
    let long_enough =
        words >= if inspection && !spoken && !attribution::is_direct(document, stretch) { 6 } else { 4 };
    let ascribed = long_enough && tied && !(is_title(&text) && !(by_verb && spoken));
    let person = match &speaker {
        Some((Speaker::Person(person), _)) => Some(*person),
        _ => None,
    };
    let speaker = speaker.map(|(speaker, _)| match speaker {
        Speaker::Person(person) => names.persons[person].name.clone(),
        Speaker::Words(words) => words,
    });
    Some(Quoted { span: stretch.whole, text, speaker, person, ascribed })
}

/// Whether most of the words begin with a capital letter, as in a title.
fn is_title(text: &str) -> bool {
    let words = || text.split_whitespace().filter(|word| word.len() > 3);
    let capital = words().filter(|word| word.starts_with(char::is_uppercase)).count();
    words().count() > 1 && capital * 5 >= words().count() * 4
}

/// One fact for each quotation that is ascribed to someone.
pub fn find(reading: &Reading) -> Vec<Fact> {
    reading.quoted.iter().filter(|quoted| quoted.ascribed).map(|quoted| fact(reading, quoted)).collect()
}

fn fact(reading: &Reading, quoted: &Quoted) -> Fact {
    let office = quoted.person.and_then(|person| reading.office_of(person));
    let value = Quotation {
        text: quoted.text.clone(),
        speaker: quoted.speaker.clone(),
        speaker_role: office.map(|(_, office)| office.role.clone()),
    };
    Fact::new(reading.document, FactValue::Quotation(value), quoted.span, "direct-speech")
}
