//! What was typed in, what is to be done out.

use clap::{Parser, Subcommand, ValueEnum};
use factbox::model::Diagnostic;
use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns a folder of public documents into a site whose every fact can be traced to the words it came from
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the facts of files on standard output
    Extract {
        /// Documents: PDF, HTML, DOCX, Markdown, text
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_enum, default_value = "jsonl")]
        format: Format,
        /// Add the text that was read, with its blocks
        #[arg(long)]
        with_text: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Jsonl,
}

pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Extract { files, format: Format::Jsonl, with_text } => {
            let mut out = BufWriter::new(stdout().lock());
            let mut tell = |diagnostic: Diagnostic| eprintln!("{}: {}", diagnostic.code, diagnostic.message);
            for file in files {
                let shown = file.to_string_lossy();
                if let Some(line) = factbox::extracted(&file, &shown, with_text, &mut tell) {
                    let _ = writeln!(out, "{line}");
                }
            }
            ExitCode::SUCCESS
        }
    }
}
