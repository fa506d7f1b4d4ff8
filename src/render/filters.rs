//! What templates can do beyond Tera's own: links, dates, amounts, and safe JSON.

use super::root;
use crate::model::{Date, amount, grouped};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// Every filter that the built-in templates use, with what it does; `factbox schema templates` shows them.
pub const FILTERS: &[(&str, &str)] = &[
    ("link", "a URL of the site, relative to the page that shows it and naming the file"),
    ("absolute", "a URL of the site under the base URL; relative if the project has none"),
    ("date", "an ISO date in words: 14 August 2019"),
    ("amount", "a number with its unit: `amount(unit=\"%\")`"),
    ("number", "a number with commas over 999"),
    ("percent", "a share from 0 to 1 as a whole percentage"),
    ("json_script", "a value as JSON that is safe inside a script element"),
    ("urlencode", "text percent-encoded for a query or a text fragment"),
    ("plural", "`1 fact`, `2 facts`: `plural(one=\"fact\", many=\"facts\")`"),
    ("bytes", "a size in bytes, in words"),
    ("css", "a name that is safe in a class"),
];

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("link", |url: &str, _: Kwargs, _: &State| Value::safe_string(&root::link(url)));
    tera.register_filter("absolute", absolute);
    tera.register_filter("date", |date: &str, _: Kwargs, _: &State| {
        date.parse::<Date>().map_or_else(|_| date.to_owned(), Date::words)
    });
    tera.register_filter("amount", |value: f64, kwargs: Kwargs, _: &State| {
        kwargs.must_get::<&str>("unit").map(|unit| amount(value, unit))
    });
    tera.register_filter("number", |value: f64, _: Kwargs, _: &State| grouped(value));
    tera.register_filter("percent", |value: f64, _: Kwargs, _: &State| format!("{:.0}%", value * 100.0));
    tera.register_filter("json_script", json_script);
    tera.register_filter("urlencode", |text: &str, _: Kwargs, _: &State| percent_encoded(text));
    tera.register_filter("plural", plural);
    tera.register_filter("bytes", |bytes: f64, _: Kwargs, _: &State| size(bytes));
    tera.register_filter("css", |name: &str, _: Kwargs, _: &State| class(name));
}

fn absolute(url: &str, _: Kwargs, state: &State) -> TeraResult<Value> {
    let base = state.get::<Value>("site")?;
    let base = base.as_ref().and_then(|site| site.get_from_path("base_url")).and_then(Value::as_str);
    Ok(match base {
        Some(base) => Value::safe_string(&root::escaped(&under(base, url))),
        None => Value::safe_string(&root::link(url)),
    })
}

/// A URL of the site under its base URL.
pub(super) fn under(base: &str, url: &str) -> String {
    format!("{}/{}", base.trim_end_matches('/'), url.trim_start_matches('/'))
}

fn plural(count: f64, kwargs: Kwargs, _: &State) -> TeraResult<String> {
    let (one, many) = (kwargs.must_get::<&str>("one")?, kwargs.must_get::<&str>("many")?);
    Ok(format!("{} {}", grouped(count), if count == 1.0 { one } else { many }))
}

fn size(bytes: f64) -> String {
    match bytes {
        b if b < 1000.0 => format!("{b} bytes"),
        b if b < 1_000_000.0 => format!("{:.0} KB", b / 1000.0),
        b => format!("{:.1} MB", b / 1_000_000.0),
    }
}

/// Text as a part of a query: also `-`, `,` and `&` are encoded, which text fragments need.
pub(super) fn percent_encoded(text: &str) -> String {
    const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, PLAIN).to_string()
}

/// A name of the vocabulary as a class: `requires_improvement` is `requires-improvement`.
pub(super) fn class(name: &str) -> String {
    slug::slugify(name)
}

fn json_script(value: &Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let json = serde_json::to_string(value).map_err(tera::Error::message)?;
    Ok(Value::safe_string(&script_safe(&json)))
}

/// JSON with every character escaped that could end a script element or a line of a script.
pub(super) fn script_safe(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_cannot_end_its_script() {
        assert_eq!(script_safe("\"</script>\u{2028}\""), "\"\\u003c/script\\u003e\\u2028\"");
    }

    #[test]
    fn queries_encode_what_text_fragments_reserve() {
        assert_eq!(percent_encoded("a-b, c&d"), "a%2Db%2C%20c%26d");
    }

    #[test]
    fn a_base_url_joins_with_one_slash() {
        assert_eq!(under("https://example.org/a/", "/b/"), "https://example.org/a/b/");
    }
}
