//! Built-in and project templates in, drawn pages out; a template's mistake becomes a diagnostic with its place.

use super::root::{Rooted, escape};
use super::{charts, filters};
use crate::model::{Diagnostic, Place};
use include_dir::{Dir, include_dir};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tera::{Context, ErrorKind, Tera};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Files that are published as they are stand in here.
const ASSETS: &str = "assets/";

/// Every template, compiled, and the assets beside them.
pub(super) struct Templates {
    tera: Tera,
    texts: BTreeMap<String, String>,
    pub(super) assets: BTreeMap<String, Vec<u8>>,
}

impl Templates {
    /// The built-in templates, with those of a project in place of the ones of the same name.
    ///
    /// # Errors
    /// A diagnostic for each template that cannot be read or compiled.
    pub(super) fn new(
        project: &BTreeMap<String, Vec<u8>>,
        globals: Vec<(&'static str, tera::Value)>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut files: BTreeMap<String, Vec<u8>> =
            built_in().map(|(name, bytes)| (name, bytes.to_vec())).collect();
        files.extend(project.iter().map(|(name, bytes)| (name.clone(), bytes.clone())));
        let (assets, files): (BTreeMap<_, _>, BTreeMap<_, _>) =
            files.into_iter().partition(|(name, _)| name.starts_with(ASSETS));
        let texts = texts(files)?;
        let mut tera = Tera::new();
        tera.set_escape_fn(|text, out| escape(text, out));
        tera.autoescape_on([".html", ".xml"]);
        filters::register(&mut tera);
        charts::register(&mut tera);
        for (name, value) in globals {
            tera.global_context().insert_value(name, value);
        }
        if let Err(error) =
            tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
        {
            return Err(uncompiled(&error, &texts));
        }
        Ok(Self { tera, texts, assets })
    }

    /// A page, with the way to the site's root in place of each mark of it.
    pub(super) fn draw(&self, name: &str, context: &Context, root: &str) -> Result<Vec<u8>, Diagnostic> {
        let mut page = Rooted::new(root, 32 * 1024);
        self.tera
            .render_to(name, context, &mut page)
            .map_err(|error| diagnostic(&error, &self.texts, name))?;
        Ok(page.bytes)
    }
}

/// The files of templates/ that the program carries, by name.
pub fn built_in() -> impl Iterator<Item = (String, &'static [u8])> {
    fn walk(dir: &'static Dir<'static>, found: &mut Vec<(String, &'static [u8])>) {
        for file in dir.files() {
            found.push((file.path().to_string_lossy().replace('\\', "/"), file.contents()));
        }
        dir.dirs().for_each(|dir| walk(dir, found));
    }
    let mut found = Vec::new();
    walk(&BUILT_IN, &mut found);
    found.sort();
    found.into_iter()
}

fn texts(files: BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, String>, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut texts = BTreeMap::new();
    for (name, bytes) in files {
        match String::from_utf8(bytes) {
            Ok(text) => drop(texts.insert(name, text)),
            Err(_) => wrong.push(
                Diagnostic::error("template-wrong", format!("the template {name} is not UTF-8 text"))
                    .at(Place::file(format!("templates/{name}")))
                    .help("save it as UTF-8, or put it under templates/assets/ if it is no template"),
            ),
        }
    }
    if wrong.is_empty() { Ok(texts) } else { Err(wrong) }
}

/// What is wrong with templates that cannot be compiled: where several are, each is told in a report of one message.
fn uncompiled(error: &tera::Error, texts: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    static REPORT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?m)^\s*error: (.+)\n\s*--> (\S+?):(\d+):(\d+)").expect("the pattern is well formed")
    });
    let words = error.to_string();
    let told = |report: regex::Captures<'_>| {
        let text = texts.get(&report[2]).map_or("", String::as_str);
        let (line, column) = (report[3].parse().unwrap_or(1), report[4].parse().unwrap_or(1));
        let start = offset(text, line, column);
        let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let place = Place::within(format!("templates/{}", &report[2]), text, start, end);
        wrong(&report[1]).at(place)
    };
    let mut several: Vec<Diagnostic> = match error.kind() {
        ErrorKind::SyntaxError(_) | ErrorKind::RenderingError(_) => Vec::new(),
        _ => REPORT.captures_iter(&words).map(told).collect(),
    };
    // Tera tells them in no order.
    several.sort_by_key(|told| told.places.first().map(|place| (place.path.clone(), place.line)));
    if several.is_empty() { vec![diagnostic(error, texts, "")] } else { several }
}

/// The byte at which a character of a line stands, both counted from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let within = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    start + within
}

fn wrong(message: &str) -> Diagnostic {
    Diagnostic::error("template-wrong", message.trim_end_matches('.'))
        .note("nothing was published; the former site stays as it was")
        .help("`factbox schema templates` lists what a template is given")
}

fn diagnostic(error: &tera::Error, texts: &BTreeMap<String, String>, drawn: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let shown = format!("templates/{}", report.filename());
            let text = texts.get(report.filename()).map_or("", String::as_str);
            let range = &report.span().range;
            wrong(report.message()).at(Place::within(shown, text, range.start, range.end))
        }
        other => wrong(&other.to_string()).at(Place::file(format!("templates/{drawn}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, text: &str) -> Result<Templates, Vec<Diagnostic>> {
        Templates::new(&BTreeMap::from([(name.to_owned(), text.as_bytes().to_vec())]), Vec::new())
    }

    #[test]
    fn the_built_in_templates_compile() {
        if let Err(wrong) = Templates::new(&BTreeMap::new(), Vec::new()) {
            panic!("{}: {:?}", wrong[0].message, wrong[0].places);
        }
    }

    #[test]
    fn a_misspelt_name_is_told_with_its_place_and_the_names_there_are() {
        let templates = with("page.html", "<p>\n{{ titel }}</p>").unwrap();
        let mut context = Context::new();
        context.insert("title", "Harbour View");
        let wrong = templates.draw("page.html", &context, "").unwrap_err();
        assert_eq!(wrong.message, "Variable `titel` is not defined. Available variables: title");
        assert_eq!((wrong.places[0].path.as_str(), wrong.places[0].line), ("templates/page.html", Some(2)));
    }

    #[test]
    fn mistakes_of_several_templates_are_told_one_by_one() {
        let wrong = with("base.html", "<p>\n</p>").err().unwrap();
        assert!(wrong.len() > 5);
        assert_eq!(wrong[0].places[0].path, "templates/actions.html");
        assert!(wrong[0].message.starts_with("Block `"), "{}", wrong[0].message);
    }

    #[test]
    fn a_syntax_mistake_is_told_with_its_place() {
        let wrong = with("page.html", "{% if %}").err().unwrap();
        assert_eq!(wrong[0].places[0].path, "templates/page.html");
        assert_eq!(wrong[0].places[0].line, Some(1));
    }
}
