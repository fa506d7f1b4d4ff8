//! Arguments in, the work done and an exit code out.

use crate::arguments::{Arguments, Command, Common, DiagnosticForm, ExtractForm, Site};
use crate::progress::Bar;
use clap::CommandFactory;
use factbox::model::{Diagnostic, FactSheet, Severity, Vocabulary};
use factbox::pipeline::{self, BuildOptions, ExtractOptions, Project, Search};
use factbox::tell::{self, Style};
use rayon::prelude::*;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Clean,
    /// Problems in the content.
    Problems,
    /// factbox could not do its work.
    Failed,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        ExitCode::from(end as u8)
    }
}

pub fn run(arguments: Arguments) -> ExitCode {
    let Arguments { command, common } = arguments;
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(common.threads).build_global() {
        eprintln!("factbox: the threads could not be started: {error}");
        return End::Failed.into();
    }
    match command {
        Command::Build(site) => build(&site, &common),
        #[cfg(feature = "serve")]
        Command::Serve { site, port } => serve(&site, port, &common),
        Command::Extract { files, format, with_text, with_mentions, vocabulary } => {
            let options = ExtractOptions { text: with_text, mentions: with_mentions };
            extract(&files, format, options, vocabulary.as_deref(), &common)
        }
        Command::Check(site) => check(&site, &common),
        Command::Explain { place, vocabulary } => explain(&place, vocabulary.as_deref(), &common),
        Command::Init { folder } => {
            let folder = common.root.join(folder);
            let shown = folder.strip_prefix(".").unwrap_or(&folder);
            told(pipeline::init(shown).map_err(|diagnostic| vec![diagnostic]), &common)
        }
        Command::Schema { subject } => print(&schema(subject)),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "factbox", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
    }
    .into()
}

/// Tells diagnostics as was asked for, and says what they mean for the exit code.
fn tell(diagnostics: Vec<Diagnostic>, common: &Common) -> End {
    let diagnostics = if common.strict { pipeline::stricter(diagnostics) } else { diagnostics };
    let diagnostics = tell::sorted(diagnostics);
    let mut err = BufWriter::new(io::stderr().lock());
    let style = if io::stderr().is_terminal() { Style::Coloured } else { Style::Plain };
    // Nobody is left to be told that standard error is gone.
    let _ = match common.diagnostics {
        DiagnosticForm::Text => {
            diagnostics.iter().try_for_each(|d| writeln!(err, "{}", tell::text(d, style)))
        }
        DiagnosticForm::Json => diagnostics.iter().try_for_each(|d| writeln!(err, "{}", tell::json(d))),
        // GitHub reads annotations from standard output.
        DiagnosticForm::Github => io::stdout().write_all(tell::github(&diagnostics).as_bytes()),
    };
    match diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        true => End::Problems,
        false => End::Clean,
    }
}

/// Tells what a command has to say, or why it could not do its work.
fn told(result: Result<(String, Vec<Diagnostic>), Vec<Diagnostic>>, common: &Common) -> End {
    match result {
        Ok((words, diagnostics)) => {
            let end = tell(diagnostics, common);
            if !common.quiet && !words.is_empty() {
                eprintln!("{words}");
            }
            end
        }
        Err(diagnostics) => {
            tell(diagnostics, common);
            End::Failed
        }
    }
}

fn print(words: &str) -> End {
    // A reader that has seen enough (`| head`) is no failure.
    match io::stdout().write_all(words.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => End::Failed,
        _ => End::Clean,
    }
}

fn build(site: &Site, common: &Common) -> End {
    let bar = Bar::new(common.quiet);
    let built = pipeline::build(&project(site, common), &build_options(site, common), &bar);
    bar.end();
    if let (Ok(built), DiagnosticForm::Github) = (&built, common.diagnostics) {
        append_to_summary(&built.summary());
    }
    told(built.map(|built| (built.words(), built.diagnostics)), common)
}

fn project(site: &Site, common: &Common) -> Project {
    Project::new(&common.root, site.public.clone())
}

fn build_options(site: &Site, common: &Common) -> BuildOptions {
    BuildOptions {
        base_url: site.base_url.clone(),
        since: site.since.clone(),
        search: if site.no_search { Search::LeftOut } else { Search::Indexed },
        strict: common.strict,
    }
}

/// Adds to the summary that GitHub shows for a job.
fn append_to_summary(words: &str) {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY") else { return };
    let file = std::fs::OpenOptions::new().append(true).create(true).open(path);
    if let Err(error) = file.and_then(|mut file| file.write_all(words.as_bytes())) {
        eprintln!("factbox: the job summary could not be written: {error}");
    }
}

fn check(site: &Site, common: &Common) -> End {
    let bar = Bar::new(common.quiet);
    let checked = pipeline::check(&project(site, common), &build_options(site, common), &bar);
    bar.end();
    told(checked, common)
}

#[cfg(feature = "serve")]
fn serve(site: &Site, port: u16, common: &Common) -> End {
    let project = project(site, common);
    let options = build_options(site, common);
    let speaker = common.clone();
    let said = move |diagnostics| {
        tell(diagnostics, &speaker);
    };
    told(pipeline::serve(&project, &options, port, said).map(|()| (String::new(), Vec::new())), common)
}

fn vocabulary(name: Option<&str>, common: &Common) -> Result<Arc<Vocabulary>, Diagnostic> {
    pipeline::vocabulary(name, &common.root)
}

/// How many files are read before what was found is printed: so that memory does not grow with their number.
const BATCH: usize = 64;

fn extract(
    files: &[PathBuf],
    format: ExtractForm,
    options: ExtractOptions,
    name: Option<&str>,
    common: &Common,
) -> End {
    let vocabulary = match vocabulary(name, common) {
        Ok(vocabulary) => vocabulary,
        Err(diagnostic) => return told(Err(vec![diagnostic]), common),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut diagnostics = Vec::new();
    let mut first = true;
    let form = |sheet: FactSheet| match format {
        ExtractForm::Text => pipeline::text_form(&sheet),
        _ => pipeline::json_form(&sheet, options, &vocabulary).to_string(),
    };
    for batch in files.chunks(BATCH) {
        let found: Vec<_> = batch
            .par_iter()
            .map(|file| {
                let work = || {
                    let (sheet, diagnostics) = pipeline::extracted(file, &vocabulary);
                    (sheet.map(form), diagnostics)
                };
                pipeline::guarded(&file.to_string_lossy(), work).unwrap_or_else(|failed| (None, vec![failed]))
            })
            .collect();
        for (words, said) in found {
            diagnostics.extend(said);
            let Some(words) = words else { continue };
            let before = match (format, first) {
                (ExtractForm::Json, true) => "[\n",
                (ExtractForm::Json, false) => ",\n",
                _ => "",
            };
            first = false;
            let after = if format == ExtractForm::Json { "" } else { "\n" };
            if write!(out, "{before}{words}{after}").is_err() {
                return tell(diagnostics, common);
            }
        }
    }
    if format == ExtractForm::Json {
        let _ = out.write_all(if first { b"[]\n" } else { b"\n]\n" });
    }
    let _ = out.flush();
    drop(out);
    let nothing_read = first && !files.is_empty();
    tell(diagnostics, common).max(if nothing_read { End::Problems } else { End::Clean })
}

fn explain(place: &str, name: Option<&str>, common: &Common) -> End {
    let vocabulary = match vocabulary(name, common) {
        Ok(vocabulary) => vocabulary,
        Err(diagnostic) => return told(Err(vec![diagnostic]), common),
    };
    let (explanation, diagnostics) = pipeline::guarded(place, || pipeline::explanation(place, &vocabulary))
        .unwrap_or_else(|failed| (None, vec![failed]));
    let printed = explanation.map_or(End::Problems, |explanation| print(&explanation));
    printed.max(tell(diagnostics, common))
}

fn schema(subject: crate::arguments::SchemaSubject) -> String {
    use crate::arguments::SchemaSubject as Subject;
    match subject {
        Subject::Facts => pipeline::facts_schema(),
        Subject::Templates => pipeline::templates_schema(),
        Subject::Settings => pipeline::settings_schema(),
        Subject::Sidecar => pipeline::sidecar_schema(),
        Subject::Vocabulary => pipeline::vocabulary_schema(),
    }
}
