//! The command line in, an exit code out.

mod arguments;
mod commands;
mod progress;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run(arguments::Arguments::parse())
}
