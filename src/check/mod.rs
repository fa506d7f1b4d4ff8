//! A built site in, what is wrong with it out.
//!
//! It judges files as a reader's browser would meet them; it knows nothing of how they were made.

mod links;
mod markup;

use crate::model::{Diagnostic, OutputFile};
use links::Targets;
use rayon::prelude::*;

/// What is wrong with the files of a site: links and fragments that lead nowhere, markup that shuts readers out.
pub fn site(files: &[OutputFile], shown: &str) -> Vec<Diagnostic> {
    let pages: Vec<_> = files.iter().filter(|file| file.path.ends_with(".html")).collect();
    let marked: Vec<_> = pages.par_iter().map(|file| markup::Marked::new(file)).collect();
    let targets = Targets::new(files, &marked);
    let judged = marked.par_iter().map(|page| {
        let mut found = page.problems(shown);
        found.extend(targets.problems(page, shown));
        found
    });
    judged.flatten().collect()
}
