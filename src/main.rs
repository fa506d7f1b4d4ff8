//! The command line in, an exit code out.

mod arguments;

use std::process::ExitCode;

fn main() -> ExitCode {
    arguments::run()
}
