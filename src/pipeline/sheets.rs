//! A project in, its documents with their facts and pages out.

use super::extracted::sidecar_path;
use super::{Progress, Project, guarded};
use crate::compose::{self, Kept};
use crate::link::Entry;
use crate::model::{Diagnostic, MarkdownPage, PageOrigin, Place, Vocabulary};
use crate::read::SourceFile;
use crate::{extract, read};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a project's content holds.
#[derive(Default)]
pub struct Content {
    pub entries: Vec<Entry>,
    pub hand: Vec<MarkdownPage>,
    /// Names of the pages that factbox wrote of documents that are gone.
    pub orphans: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads every source and page of the project.
pub fn content(project: &Project, vocabulary: &Vocabulary, progress: &dyn Progress) -> Content {
    let (sources, mut diagnostics) = read::sources(&project.root);
    let (mut pages, unread) = read::pages(&project.root);
    diagnostics.extend(unread);
    progress.stage("Reading", sources.len());
    let outcomes: Vec<_> = sources
        .into_par_iter()
        .map(|source| {
            let former = pages.get(&format!("{}.md", source.slug)).map(String::as_str);
            let (path, name) = (source.path.clone(), format!("{}.md", source.slug));
            let outcome = guarded(&path, || entry(source, former, vocabulary))
                .unwrap_or_else(|failed| (name, None, vec![failed]));
            progress.step();
            outcome
        })
        .collect();
    let mut content = Content { diagnostics, ..Content::default() };
    for (name, entry, diagnostics) in outcomes {
        content.diagnostics.extend(diagnostics);
        // A source that cannot be read today may be read again tomorrow: its page stays.
        pages.remove(&name);
        content.entries.extend(entry);
    }
    content.sort_pages(pages);
    content
}

impl Content {
    /// Parts the pages that belong to no source into those written by hand and those whose document is gone.
    fn sort_pages(&mut self, pages: BTreeMap<String, String>) {
        for (name, text) in pages {
            let path = format!("content/pages/{name}");
            match compose::hand(&path, &text) {
                Ok(page) if page.origin == PageOrigin::Written => self.orphans.push(name),
                Ok(page) => {
                    self.diagnostics.extend((page.origin == PageOrigin::Edited).then(|| orphaned(&path)));
                    self.hand.push(page);
                }
                Err(diagnostic) => self.diagnostics.push(diagnostic),
            }
        }
    }
}

fn orphaned(path: &str) -> Diagnostic {
    Diagnostic::warning("page-orphaned", "the document of an edited page is gone")
        .at(Place::file(path))
        .note("the page is kept and shown as a page written by hand")
        .help("delete the page, or bring the document back")
}

type Outcome = (String, Option<Entry>, Vec<Diagnostic>);

fn entry(file: SourceFile, former: Option<&str>, vocabulary: &Vocabulary) -> Outcome {
    let name = format!("{}.md", file.slug);
    let mut source = match file.read() {
        Ok(source) => source,
        Err(diagnostic) => return (name, None, vec![diagnostic]),
    };
    let (document, mut diagnostics) = match read::document(&source) {
        Ok((document, diagnostics)) => (document, diagnostics),
        Err(diagnostic) => return (name, None, vec![diagnostic]),
    };
    let sidecar = std::mem::take(&mut source.sidecar);
    let sidecar_path = sidecar_path(&source.path);
    drop(source);
    let sheet = extract::facts(Arc::new(document), vocabulary);
    let sheet = extract::outranked(sheet, &sidecar);
    let (mut sheet, wrong) = extract::corrected(sheet, &sidecar.corrections, &sidecar_path);
    diagnostics.extend(wrong);
    let page = match compose::kept(&sheet, &sidecar_path, former) {
        Ok(Kept::Ours(page)) => page,
        Ok(Kept::Edited { page, corrections, diagnostic }) => {
            diagnostics.push(diagnostic);
            let (corrected, wrong) = extract::corrected(sheet, &corrections, &page.path);
            sheet = corrected;
            diagnostics.extend(wrong);
            page
        }
        Err(diagnostic) => {
            diagnostics
                .push(diagnostic.note("the file is kept; the site shows the page as factbox would write it"));
            MarkdownPage { origin: PageOrigin::Edited, ..compose::page(&sheet) }
        }
    };
    (name, Some(Entry { sheet, page, sidecar }), diagnostics)
}
