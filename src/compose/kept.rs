//! The page just made and the one in its file in, the one that counts out: a person's words are never overwritten.

use super::{front, page};
use crate::model::{
    Correction, Diagnostic, Fact, FactSheet, FrontMatter, MarkdownPage, PageOrigin, Place, Placement, Span,
};

/// What is to become of a document's page.
pub enum Kept {
    /// factbox may write it: no person has touched it.
    Ours(MarkdownPage),
    /// A person has edited it: it stays, and the site shows it. What they changed in its fact box comes as corrections.
    Edited { page: MarkdownPage, corrections: Vec<Correction>, diagnostic: Diagnostic },
}

/// Decides between the page made of a sheet and the text in its file, if there is one.
///
/// # Errors
/// A diagnostic if the file's front matter cannot be read: the file is kept, and the site shows the page just made.
pub fn kept(sheet: &FactSheet, sidecar: &str, former: Option<&str>) -> Result<Kept, Diagnostic> {
    let made = page(sheet);
    let Some(former) = former else { return Ok(Kept::Ours(made)) };
    let (front, body) = front::parsed(&made.path, former)?;
    if front.digest.is_some() && front.digest.as_deref() == Some(&*front::digest(&front, &body)) {
        return Ok(Kept::Ours(made));
    }
    let corrections = corrections(&sheet.facts, &front);
    let placements = placements(sheet, &made, &body);
    let diagnostic = told(&made.path, sidecar, &front);
    let origin = PageOrigin::Edited;
    Ok(Kept::Edited {
        page: MarkdownPage { front, body, origin, placements, ..made },
        corrections,
        diagnostic,
    })
}

fn told(path: &str, sidecar: &str, front: &FrontMatter) -> Diagnostic {
    let message = match front.digest {
        Some(_) => "a page has been edited since factbox wrote it",
        None => "a page written by hand stands where the page of a document belongs",
    };
    Diagnostic::warning("page-edited", message)
        .at(Place::file(path))
        .note("the page is kept and shown as it is; factbox does not write it again")
        .help(format!("to make a correction last, put it into {sidecar} and delete the page: factbox then writes it anew"))
}

/// What a person changed in the fact box, as the corrections that they could have written.
fn corrections(facts: &[Fact], front: &FrontMatter) -> Vec<Correction> {
    if front.digest.is_none() && front.facts.is_empty() {
        return Vec::new();
    }
    let id_of = |table: &toml::Table| table.get("id").and_then(|id| id.as_str()).map(str::to_owned);
    let ids: std::collections::BTreeSet<_> = front.facts.iter().filter_map(id_of).collect();
    let gone = facts.iter().filter(|fact| !ids.contains(fact.id.as_str()));
    let mut corrections: Vec<_> =
        gone.map(|fact| Correction { reject: Some(fact.id.to_string()), ..Correction::default() }).collect();
    for table in &front.facts {
        let text = |name: &str| table.get(name).and_then(|value| value.as_str()).map(str::to_owned);
        let known = text("id").filter(|id| facts.iter().any(|fact| fact.id.as_str() == id));
        let mut fields = table.clone();
        for name in ["kind", "id", "rule", "quote", "page"] {
            fields.remove(name);
        }
        corrections.push(match known {
            Some(id) => Correction { change: Some(id), fields, ..Correction::default() },
            None => Correction { add: text("kind"), quote: text("quote"), fields, ..Correction::default() },
        });
    }
    corrections
}

/// Where the document's stretches stand in a page that a person edited: block by block, as far as the words still do.
fn placements(sheet: &FactSheet, made: &MarkdownPage, body: &str) -> Vec<Placement> {
    let mut placements = Vec::new();
    let mut reached = 0;
    for block in sheet.document.blocks() {
        let first = made.placements.partition_point(|p| p.document.start < block.span.start);
        let last = made.placements.partition_point(|p| p.document.start < block.span.end);
        let block_placements = &made.placements[first..last];
        let (Some(start), Some(end)) = (block_placements.first(), block_placements.last()) else { continue };
        let words = Span::new(start.page, end.page + end.document.len());
        let Some(at) = body[reached..].find(&made.body[words.range()]).map(|at| at + reached) else {
            continue;
        };
        placements
            .extend(block_placements.iter().map(|p| Placement { page: p.page - words.start + at, ..*p }));
        reached = at + words.len();
    }
    placements
}

/// The page in a file that belongs to no document: a person's own, or one that factbox wrote of a document now gone.
///
/// # Errors
/// A diagnostic if its front matter cannot be read.
pub fn hand(path: &str, text: &str) -> Result<MarkdownPage, Diagnostic> {
    let (front, body) = front::parsed(path, text)?;
    let origin = match &front.digest {
        None => PageOrigin::Hand,
        Some(written) if *written == front::digest(&front, &body) => PageOrigin::Written,
        Some(_) => PageOrigin::Edited,
    };
    let name = path.strip_prefix("content/pages/").unwrap_or(path);
    let slug = name.strip_suffix(".md").unwrap_or(name).to_owned();
    Ok(MarkdownPage { slug, path: path.to_owned(), front, body, origin, placements: Vec::new() })
}
