//! Nothing in, the forms of factbox's data out, for those who read or write them.

use crate::model::{Details, Fact, MentionValue};
use schemars::{JsonSchema, schema_for};

/// One object of `factbox extract`: a document with its facts. The form is versioned by `factbox`.
#[derive(JsonSchema)]
#[schemars(rename = "Extracted")]
#[expect(
    dead_code,
    reason = "only its schema is used: the objects themselves are put together field by field"
)]
struct Extracted {
    /// The version of this form: 1.
    factbox: u32,
    source: SourceForm,
    document: Details,
    facts: Vec<Fact>,
    /// With `--with-text`: the document's text, in which facts have their places.
    text: Option<String>,
    /// With `--with-text`: every word of the file, with what does not belong to the text put back.
    full_text: Option<String>,
    /// With `--with-text`.
    blocks: Option<Vec<BlockForm>>,
    /// With `--with-text`: words that do not belong to the text, such as running headers.
    set_aside: Option<Vec<AsideForm>>,
    /// With `--with-mentions`: everything that was recognised, whether or not it became a fact.
    mentions: Option<Vec<MentionForm>>,
}

/// Something that was recognised in the text.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct MentionForm {
    /// In code points of the text.
    start: usize,
    end: usize,
    /// The exact words there.
    quote: String,
    #[schemars(flatten)]
    value: MentionValue,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct SourceForm {
    path: String,
    media_type: String,
    bytes: u64,
    /// BLAKE3 of the file, in hexadecimal.
    blake3: String,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct BlockForm {
    /// `title`, `heading`, `paragraph`, `list-item`, `table-row`, `footnote`, `caption`, `byline`, `block-quote`.
    kind: String,
    /// As printed.
    number: Option<String>,
    anchor: String,
    /// The printed page.
    page: Option<u32>,
    /// In code points.
    start: usize,
    end: usize,
    text: String,
    /// Why it is of its kind.
    because: String,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct AsideForm {
    text: String,
    /// The place in the text before which the words stood, in code points.
    at: usize,
    page: Option<u32>,
    /// `running-header`, `page-number`, `contents`, `marker`, `note-mark`, `clutter`.
    reason: String,
}

fn json(schema: schemars::Schema) -> String {
    format!("{:#}\n", schema.as_value())
}

/// JSON Schema of what `factbox extract` prints.
pub fn facts_schema() -> String {
    json(schema_for!(Extracted))
}

/// The keys of content/site.toml.
pub fn settings_schema() -> String {
    json(schema_for!(crate::model::Settings))
}

/// The keys of NAME.toml beside a source.
pub fn sidecar_schema() -> String {
    json(schema_for!(crate::model::Sidecar))
}

/// The keys of a vocabulary file.
pub fn vocabulary_schema() -> String {
    json(schema_for!(crate::model::Vocabulary))
}

/// The version of what templates get: it rises when a name goes away or comes to mean something else, not when one is
/// added.
const TEMPLATES_VERSION: u32 = 1;

/// What templates get: the filters and functions that they can call, and what each is given.
pub fn templates_schema() -> String {
    let named = |names: &[(&str, &str)]| -> serde_json::Map<String, serde_json::Value> {
        names.iter().map(|(name, about)| ((*name).to_owned(), (*about).into())).collect()
    };
    let mut schema = serde_json::json!({
        "version": TEMPLATES_VERSION,
        "filters": named(crate::render::FILTERS),
        "functions": named(crate::render::FUNCTIONS),
    });
    if let (Some(schema), serde_json::Value::Object(contexts)) =
        (schema.as_object_mut(), crate::render::contexts())
    {
        schema.extend(contexts);
    }
    format!("{schema:#}\n")
}
