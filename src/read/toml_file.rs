//! The text of a TOML file in, its value out, with every mistake told in its place.

use crate::model::{Diagnostic, Place};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

/// A TOML file that a person wrote: its path as they know it, its text, and the code of what is wrong with it.
pub(super) struct TomlFile<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub code: &'static str,
}

impl TomlFile<'_> {
    /// The value, if the file is TOML and of the right types. A key that `T` does not know is told and left out.
    ///
    /// Dates may be written with or without quotes.
    pub fn value<T: DeserializeOwned + JsonSchema>(&self) -> (Option<T>, Vec<Diagnostic>) {
        let table = match DeTable::parse(self.text) {
            Ok(table) => table,
            Err(error) => return (None, vec![self.wrong(&error)]),
        };
        let known = keys::<T>();
        let mut told = Vec::new();
        let mut kept = DeTable::new();
        let span = table.span();
        for (key, mut value) in table.into_inner() {
            if known.iter().any(|known| known == key.get_ref()) {
                quote_dates(&mut value);
                kept.insert(key, value);
            } else {
                told.push(self.unknown(key.get_ref(), key.span(), &known));
            }
        }
        let table = Spanned::new(span, kept);
        match T::deserialize(Deserializer::from(table)) {
            Ok(value) => (Some(value), told),
            Err(error) => {
                told.push(self.wrong(&error));
                (None, told)
            }
        }
    }

    fn wrong(&self, error: &toml::de::Error) -> Diagnostic {
        let span = error.span().unwrap_or(0..0);
        Diagnostic::error(self.code, one_sentence(error.message())).at(Place::within(
            self.path,
            self.text,
            span.start,
            span.end.max(span.start + 1),
        ))
    }

    fn unknown(&self, name: &str, span: std::ops::Range<usize>, known: &[String]) -> Diagnostic {
        let told = Diagnostic::warning(self.code, format!("there is no key `{name}` here"))
            .at(Place::within(self.path, self.text, span.start, span.end))
            .note("it is left out");
        match nearest(name, known) {
            Some(near) => told.help(format!("did you mean `{near}`?")),
            None => told.help(format!("the keys are {}", known.join(", "))),
        }
    }

    /// The place of the value of a key at the top of the file.
    pub fn place_of(&self, key: &str) -> Place {
        let found = DeTable::parse(self.text).ok().and_then(|table| {
            table.get_ref().iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value.span())
        });
        match found {
            Some(span) => Place::within(self.path, self.text, span.start, span.end),
            None => Place::file(self.path),
        }
    }
}

/// The keys that a type has, as its schema names them.
fn keys<T: JsonSchema>() -> Vec<String> {
    let schema = schemars::schema_for!(T);
    let properties = schema.get("properties").and_then(serde_json::Value::as_object);
    properties.map(|properties| properties.keys().cloned().collect()).unwrap_or_default()
}

/// The name that was probably meant.
pub(super) fn nearest<'a>(name: &str, known: &'a [String]) -> Option<&'a str> {
    let near = |other: &&String| strsim::jaro_winkler(name, other);
    let best = known.iter().max_by(|a, b| near(a).total_cmp(&near(b)))?;
    (near(&best) > 0.8).then_some(best)
}

fn one_sentence(message: &str) -> String {
    message.trim().trim_end_matches('.').replace('\n', "; ")
}

/// A date without quotes is read as its words.
fn quote_dates(value: &mut Spanned<DeValue<'_>>) {
    match value.get_mut() {
        DeValue::Array(values) => values.iter_mut().for_each(quote_dates),
        DeValue::Table(table) => table.iter_mut().for_each(|(_, value)| quote_dates(value)),
        DeValue::Datetime(date) => {
            let words = date.to_string();
            *value.get_mut() = DeValue::String(words.into());
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sidecar;

    fn read(text: &str) -> (Option<Sidecar>, Vec<Diagnostic>) {
        TomlFile { path: "a.toml", text, code: "sidecar-wrong" }.value()
    }

    #[test]
    fn dates_need_no_quotes() {
        let (sidecar, told) = read(
            "date = 2014-05-23\nreceived = \"2014-06\"\n[[corrections]]\nchange = \"x\"\nas_of = 2014-05-01\n",
        );
        let sidecar = sidecar.unwrap();
        assert!(told.is_empty());
        assert_eq!(sidecar.date, "2014-05-23".parse().ok());
        assert_eq!(sidecar.corrections[0].fields["as_of"].as_str(), Some("2014-05-01"));
    }

    #[test]
    fn an_unknown_key_costs_itself_alone() {
        let (sidecar, told) = read("title = \"A\"\nlicense = \"OGL\"\n");
        assert_eq!(sidecar.unwrap().title.as_deref(), Some("A"));
        assert_eq!(told[0].help.as_deref(), Some("did you mean `licence`?"));
        assert_eq!((told[0].places[0].line, told[0].places[0].column), (Some(2), Some(1)));
    }

    #[test]
    fn a_mistake_has_its_line_and_mark() {
        let (sidecar, told) = read("title = \"A\"\ndate = \"May 2014\"\n");
        assert!(sidecar.is_none());
        assert!(told[0].message.starts_with("`May 2014` is no date"), "{}", told[0].message);
        assert_eq!(told[0].places[0].line, Some(2));
        let (_, told) = read("title = \"A\"\nx = = 2\n");
        assert_eq!(told[0].places[0].line, Some(2));
    }
}
