//! A PDF in, its document out, or a diagnostic that says why it cannot be read.
//!
//! 1. `engine` opens the file and gives lines of text with their tags.
//! 2. `furniture` finds running headers, footers and page numbers.
//! 3. `pieces` puts the lines together: by their tags, and by `layout` where there are none.
//! 4. `styles` learns from type sizes what a heading is; `assemble` and `tables` make the blocks.

mod assemble;
mod engine;
mod furniture;
mod join;
mod layout;
mod lines;
mod marker;
mod page;
mod pieces;
mod styles;
mod tables;

use super::sentences;
use crate::model::{Diagnostic, Document, Place, Source};
use assemble::Assembly;
use engine::Refusal;
use join::Spellings;
use styles::Styles;

/// The document in a PDF, and what there is to say about it.
///
/// # Errors
/// A diagnostic if it is encrypted, broken, or holds pictures of pages without text.
pub fn document(source: &Source) -> Result<(Document, Vec<Diagnostic>), Diagnostic> {
    let mut opened = engine::open(source.bytes.clone()).map_err(|refusal| refused(source, &refusal))?;
    let printed = furniture::printed_pages(&mut opened);
    let spellings =
        Spellings::of(opened.pages.iter().flat_map(|page| &page.lines).filter(|line| !line.artifact));
    let pieces = pieces::pieces(&mut opened);
    let styles = Styles::of(&pieces);
    let builder = Assembly::new(&styles, &spellings, &printed).run(&pieces);
    let document = builder.build(source, opened.hints, sentences);
    Ok((document, Vec::new()))
}

fn refused(source: &Source, refusal: &Refusal) -> Diagnostic {
    let diagnostic = match refusal {
        Refusal::Encrypted => Diagnostic::error("pdf-encrypted", "this PDF can only be read with a password")
            .help("save a copy without the password, or describe the document in a TOML file beside it"),
        Refusal::Broken(why) => Diagnostic::error("pdf-broken", format!("this PDF is damaged: {why}"))
            .help("fetch the file again from where it was published, or describe the document in a TOML file beside it"),
    };
    diagnostic.at(Place::file(&source.path)).note("the document is left out")
}
