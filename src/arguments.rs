//! What was typed in, what is to be done out.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns a folder of public documents into a site whose every fact can be traced to the words it came from
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub common: Common,
}

const EXIT_CODES: &str = "Exit codes: 0 clean, 1 problems in the content, 2 factbox could not do its work.";

/// Options that every command has.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// The project's folder, which holds content/, templates/ and public/
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// Take warnings as errors
    #[arg(long, global = true)]
    pub strict: bool,
    /// How problems are told
    #[arg(long, global = true, value_enum, value_name = "FORM", default_value = "text")]
    pub diagnostics: DiagnosticForm,
    /// Use this many threads; 0 is one a processor
    #[arg(long, global = true, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Tell problems only
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiagnosticForm {
    /// For a person
    Text,
    /// A JSON object a line
    Json,
    /// Annotations for GitHub Actions, and the job summary
    Github,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read content/, write content/pages/ and public/
    Build(Site),
    /// Build, preview on this machine, rebuild and reload on change
    #[cfg(feature = "serve")]
    Serve {
        #[command(flatten)]
        site: Site,
        /// The port on 127.0.0.1; the next free one is taken if it is in use
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Print the facts of files on standard output
    Extract {
        /// Documents: PDF, HTML, DOCX, Markdown, text
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// jsonl: an object a line; json: one array; text: for a person
        #[arg(long, value_enum, default_value = "jsonl")]
        format: ExtractForm,
        /// Add the text that was read, its blocks and what was set aside
        #[arg(long)]
        with_text: bool,
        /// Add every date, quantity, name, abbreviation, quotation and Act that was recognised
        #[arg(long)]
        with_mentions: bool,
        /// The vocabulary: the name of a built-in one, or a TOML file
        #[arg(long, value_name = "NAME|FILE")]
        vocabulary: Option<String>,
    },
    /// Judge the built site: links, markup, evidence, and whether pages/ and public/ are fresh
    Check(Site),
    /// Say why a fact was found, or why a sentence gave none
    Explain {
        /// A document, and if wanted a line of it (of a PDF a printed page, of HTML and DOCX the number of a block)
        #[arg(value_name = "FILE[:LINE]")]
        place: String,
        /// The vocabulary: the name of a built-in one, or a TOML file
        #[arg(long, value_name = "NAME|FILE")]
        vocabulary: Option<String>,
    },
    /// Make a new project
    Init {
        /// The folder to make it in, within that of `--root`
        #[arg(value_name = "DIR", default_value = ".")]
        folder: PathBuf,
    },
    /// Print the form of factbox's data
    Schema {
        #[arg(value_enum, default_value = "facts")]
        subject: SchemaSubject,
    },
    /// Print a completion script for a shell
    Completions { shell: clap_complete::Shell },
}

/// Where a site goes and how it is addressed.
#[derive(Debug, Args)]
pub struct Site {
    /// Where the site goes; default: public/ in the project
    #[arg(long, value_name = "DIR")]
    pub public: Option<PathBuf>,
    /// The address at which the site will stand; outranks site.toml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Tell changes since the facts in this file (a former data/facts.json); default: those in public/
    #[arg(long, value_name = "FILE")]
    pub since: Option<PathBuf>,
    /// Leave out the search index
    #[arg(long)]
    pub no_search: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExtractForm {
    Jsonl,
    Json,
    Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaSubject {
    /// JSON Schema of what `extract` prints
    Facts,
    /// What templates get
    Templates,
    /// The keys of content/site.toml
    Settings,
    /// The keys of NAME.toml beside a source
    Sidecar,
    /// The keys of a vocabulary file
    Vocabulary,
}
