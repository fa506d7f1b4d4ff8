//! A folder in, the sources in it out, with what a person wrote beside them.

use super::media_types::{FileType, file_type};
use super::toml_file::{TomlFile, nearest};
use crate::model::{Diagnostic, DocumentKind, MediaType, Place, Sidecar, Source};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that is larger is no document.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A file that can be a source, not yet read: a project's sources need not all be in memory at once.
#[derive(Debug)]
pub struct SourceFile {
    /// As the user would type it.
    pub path: String,
    /// Names its page and URL.
    pub slug: String,
    file: PathBuf,
    content: Content,
}

/// What gives a source its words.
#[derive(Debug)]
enum Content {
    File,
    /// What a person wrote of a document that is not there.
    Description(Box<Sidecar>),
}

impl SourceFile {
    /// The source, with its bytes.
    ///
    /// # Errors
    /// A diagnostic if the file can no longer be read.
    pub fn read(self) -> Result<Source, Diagnostic> {
        let source = match self.content {
            Content::File => source(&self.file, &self.path)?.0,
            Content::Description(sidecar) => described_source(self.path, self.file, *sidecar),
        };
        Ok(Source { slug: self.slug, ..source })
    }
}

/// Every source below `content/sources` of the project, by path, and what is wrong with some.
///
/// A NAME.toml that describes a source which is not there is a source without bytes.
pub fn sources(root: &Path) -> (Vec<SourceFile>, Vec<Diagnostic>) {
    let folder = root.join("content").join("sources");
    let (files, mut diagnostics) = files(&folder, root);
    let (sidecars, documents): (Vec<_>, Vec<_>) = files.iter().partition(|(file, _)| is_sidecar(file));
    let mut sources = Vec::with_capacity(documents.len());
    // A file is read whole to tell whether it can be a source, and let go again.
    let looked_at: Vec<_> =
        documents.par_iter().map(|(file, shown)| source(file, shown).map(|(_, told)| told)).collect();
    let mut tell = |told: Vec<Diagnostic>| {
        // Two sources may share one file beside them.
        told.into_iter().for_each(|told| {
            if !diagnostics.contains(&told) {
                diagnostics.push(told)
            }
        });
    };
    for ((file, shown), outcome) in documents.iter().zip(looked_at) {
        match outcome {
            Ok(told) => {
                sources.push(source_file(file, shown, Content::File));
                tell(told);
            }
            Err(diagnostic) => tell(vec![diagnostic]),
        }
    }
    let stems: BTreeSet<PathBuf> = documents.iter().map(|(file, _)| file.with_extension("")).collect();
    for (file, shown) in sidecars.iter().filter(|(file, _)| !stems.contains(&file.with_extension(""))) {
        let (sidecar, told) = described(file, shown);
        sources
            .extend(sidecar.map(|sidecar| source_file(file, shown, Content::Description(Box::new(sidecar)))));
        tell(told);
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    diagnostics.extend(part_slugs(&mut sources));
    (sources, diagnostics)
}

fn source_file(file: &Path, shown: &str, content: Content) -> SourceFile {
    SourceFile { path: shown.to_owned(), slug: slug(shown), file: file.to_owned(), content }
}

/// The files below a folder that may be sources, each with its path as the user would type it.
fn files(folder: &Path, root: &Path) -> (Vec<(PathBuf, String)>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    let mut diagnostics = Vec::new();
    if !folder.is_dir() {
        return (files, diagnostics);
    }
    let shown = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                files.push((entry.path().to_owned(), shown(entry.path())));
            }
            Ok(_) => {}
            Err(error) => diagnostics.push(unwalked(&error, error.path().map(shown).unwrap_or_default())),
        }
    }
    (files, diagnostics)
}

/// Hidden files, and what programs leave behind.
fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || matches!(name.to_ascii_lowercase().as_str(), "thumbs.db" | "desktop.ini" | "__macosx")
}

fn is_sidecar(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "toml")
}

fn unwalked(error: &walkdir::Error, shown: String) -> Diagnostic {
    let told = |code, message: String| {
        Diagnostic::error(code, message).at(Place::file(shown)).note("it is left out")
    };
    match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => told("source-loop", "a link leads back to a folder that it is in".to_owned())
            .help("delete the link"),
        (_, Some(cause)) => told("source-unreadable", format!("the file or folder cannot be read: {cause}")),
        _ => told("source-unreadable", "the file or folder cannot be read".to_owned()),
    }
}

/// The source in one file, and what is wrong with the file beside it; `shown` is its path as the user would type it.
///
/// # Errors
/// A diagnostic if the file cannot be read, is empty or too large, or is of no known format.
pub fn source(file: &Path, shown: &str) -> Result<(Source, Vec<Diagnostic>), Diagnostic> {
    let told = |code, message: &str| {
        Diagnostic::error(code, message.to_owned()).at(Place::file(shown)).note("it is left out")
    };
    let unreadable =
        |error: std::io::Error| told("source-unreadable", &format!("the file cannot be read: {error}"));
    let size = std::fs::metadata(file).map_err(unreadable)?;
    if size.is_dir() {
        return Err(told("source-unreadable", "this is a folder, not a document"));
    }
    if size.len() > LARGEST {
        return Err(
            told("source-too-large", "the file has more than 256 MB").help("put the document alone here")
        );
    }
    let bytes = std::fs::read(file).map_err(unreadable)?;
    let (sidecar, diagnostics) = sidecar(file, shown);
    let described = sidecar.description.is_some();
    let blank = bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
    if blank && !described {
        return Err(told("source-empty", "the file is empty").help("fetch it again, or delete it"));
    }
    let digest = blake3::hash(&bytes).to_hex().to_string();
    let media_type = match file_type(&bytes, shown) {
        _ if blank => MediaType::Other,
        FileType::Known(media_type) => media_type,
        FileType::Unknown(_) if described => MediaType::Other,
        FileType::Unknown(help) => {
            return Err(told("source-format-unknown", "this is no format that factbox reads").help(help));
        }
    };
    let slug = slug(shown);
    Ok((
        Source { path: shown.to_owned(), file: file.to_owned(), slug, media_type, bytes, digest, sidecar },
        diagnostics,
    ))
}

/// The path below sources/ (of a file elsewhere: its name) without its ending.
fn slug(shown: &str) -> String {
    let below = shown.split_once("content/sources/").map(|(_, below)| below);
    let name = below.unwrap_or_else(|| shown.rsplit('/').next().unwrap_or(shown));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let slug = slug::slugify(stem);
    if slug.is_empty() { "document".to_owned() } else { slug }
}

/// What a person wrote beside a source, and what is wrong with it.
fn sidecar(file: &Path, shown: &str) -> (Sidecar, Vec<Diagnostic>) {
    let beside = file.with_extension("toml");
    if beside == file || !beside.is_file() {
        return (Sidecar::default(), Vec::new());
    }
    let stem =
        shown.rsplit_once('.').filter(|(_, ending)| !ending.contains('/')).map_or(shown, |(stem, _)| stem);
    read_sidecar(&beside, &format!("{stem}.toml"))
}

fn read_sidecar(beside: &Path, shown: &str) -> (Sidecar, Vec<Diagnostic>) {
    let bytes = match std::fs::read(beside) {
        Ok(bytes) => bytes,
        Err(error) => {
            let told = Diagnostic::error(
                "sidecar-wrong",
                format!("the file beside a source cannot be read: {error}"),
            );
            return (
                Sidecar::default(),
                vec![told.at(Place::file(shown)).note("the source is read without it")],
            );
        }
    };
    let text = super::encoding::text(&bytes);
    if is_vocabulary(&text) {
        return (Sidecar::default(), Vec::new());
    }
    let file = TomlFile { path: shown, text: &text, code: "sidecar-wrong" };
    let (sidecar, mut told) = file.value::<Sidecar>();
    if sidecar.is_none()
        && let Some(last) = told.pop()
    {
        told.push(
            last.note("the source is read as if this file were not there")
                .help("`factbox schema sidecar` lists the keys"),
        );
    }
    let mut sidecar = sidecar.unwrap_or_default();
    if let Some(kind) = sidecar.kind.take_if(|kind| !kinds().contains(kind)) {
        told.push(unknown_kind(&kind, &file));
    }
    (sidecar, told)
}

/// Whether a file beside a source is a vocabulary that happens to have its name.
fn is_vocabulary(text: &str) -> bool {
    const TABLES: [&str; 5] = ["[[grades]]", "[[areas]]", "[[frameworks]]", "[[measures]]", "[[roles]]"];
    text.lines().any(|line| TABLES.contains(&line.trim_end()))
}

fn kinds() -> Vec<String> {
    DocumentKind::ALL.iter().map(|kind| kind.name().to_owned()).collect()
}

fn unknown_kind(kind: &str, file: &TomlFile<'_>) -> Diagnostic {
    let kinds = kinds();
    let told = Diagnostic::warning("sidecar-wrong", format!("there is no kind of document `{kind}`"))
        .at(file.place_of("kind"))
        .note("factbox decides by what the document says");
    match nearest(kind, &kinds) {
        Some(near) => told.help(format!("did you mean `{near}`?")),
        None => told.help(format!("the kinds are {}", kinds.join(", "))),
    }
}

/// What a person wrote of a source that is not there, and what is wrong with it.
fn described(file: &Path, shown: &str) -> (Option<Sidecar>, Vec<Diagnostic>) {
    let (sidecar, mut told) = read_sidecar(file, shown);
    if sidecar.description.is_some() {
        return (Some(sidecar), told);
    }
    if told.is_empty() {
        told.push(
            Diagnostic::warning("sidecar-alone", "there is no source of this name")
                .at(Place::file(shown))
                .note("it has no effect")
                .help("rename it to match its source, delete it, or give it a `description` to have a page without one"),
        );
    }
    (None, told)
}

fn described_source(path: String, file: PathBuf, sidecar: Sidecar) -> Source {
    let slug = slug(&path);
    let digest = blake3::hash(b"").to_hex().to_string();
    Source { path, file, slug, media_type: MediaType::Other, bytes: Vec::new(), digest, sidecar }
}

/// Gives sources of one slug slugs of their own: the first by path keeps it, the others take their ending too.
fn part_slugs(sources: &mut [SourceFile]) -> Vec<Diagnostic> {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for index in 0..sources.len() {
        let slug = sources[index].slug.clone();
        let Some(first) = taken.get(&slug).cloned() else {
            taken.insert(slug, sources[index].path.clone());
            continue;
        };
        let own = free_slug(sources, index, &taken);
        diagnostics.push(same_name(&first, &sources[index].path, &own));
        taken.insert(own.clone(), sources[index].path.clone());
        sources[index].slug = own;
    }
    diagnostics
}

fn free_slug(sources: &[SourceFile], index: usize, taken: &BTreeMap<String, String>) -> String {
    let source = &sources[index];
    let ending = source.path.rsplit_once('.').map_or("other", |(_, ending)| ending);
    let base = format!("{}-{}", source.slug, slug::slugify(ending));
    let later = |slug: &str| sources[index + 1..].iter().any(|other| other.slug == slug);
    let mut slug = base.clone();
    for count in 2.. {
        if !taken.contains_key(&slug) && !later(&slug) {
            break;
        }
        slug = format!("{base}-{count}");
    }
    slug
}

fn same_name(first: &str, second: &str, slug: &str) -> Diagnostic {
    Diagnostic::warning("source-names-alike", "two sources would have the same page")
        .at(Place::file(first))
        .at(Place::file(second))
        .note(format!("the second gets the page `{slug}`"))
        .help("rename one of them, or delete it if both hold the same document")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let file = root.path().join("content/sources").join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        root
    }

    /// The slugs of the sources, and the codes and paths of what is told.
    fn found(files: &[(&str, &[u8])]) -> (Vec<String>, Vec<(&'static str, String)>) {
        let root = project(files);
        let (sources, told) = sources(root.path());
        let place = |d: &Diagnostic| d.places.last().map(|place| place.path.clone()).unwrap_or_default();
        (sources.into_iter().map(|s| s.slug).collect(), told.iter().map(|d| (d.code, place(d))).collect())
    }

    #[test]
    fn sources_are_found_in_order_and_others_are_told() {
        let (slugs, told) = found(&[
            ("b/Letter of 2014.txt", b"Words"),
            ("a.md", b"# A"),
            (".hidden.txt", b"Words"),
            ("~$a.docx", b"Words"),
            ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"),
            ("empty.txt", b" \n"),
        ]);
        assert_eq!(slugs, ["a", "b-letter-of-2014"]);
        assert_eq!(
            told.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
            ["source-empty", "source-format-unknown"]
        );
        assert_eq!(told[1].1, "content/sources/photo.jpg");
    }

    #[test]
    fn sources_of_one_name_are_both_kept() {
        let (slugs, told) = found(&[("a.html", b"<html>"), ("a.txt", b"Words"), ("A.md", b"Words")]);
        assert_eq!(slugs, ["a", "a-html", "a-txt"]);
        assert_eq!(told.len(), 2);
        assert!(told.iter().all(|(code, _)| *code == "source-names-alike"));
    }

    #[test]
    fn what_stands_beside_a_source_is_read() {
        let root = project(&[
            ("a.txt", b"Words"),
            ("a.toml", b"title = 'T'\nkind = 'press-relase'\nlicense = 'OGL'"),
        ]);
        let (sources, told) = sources(root.path());
        let sidecar = sources.into_iter().next().unwrap().read().unwrap().sidecar;
        assert_eq!((sidecar.title.as_deref(), sidecar.kind), (Some("T"), None));
        assert_eq!(told[1].help.as_deref(), Some("did you mean `press-release`?"));
        assert_eq!(told[0].help.as_deref(), Some("did you mean `licence`?"));
    }

    #[test]
    fn a_description_stands_for_a_source() {
        let (slugs, told) = found(&[
            ("lost.toml", b"description = 'A letter that was lost.'"),
            ("scan.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"),
            ("scan.toml", b"description = 'A poster.'"),
            ("alone.toml", b"title = 'T'"),
        ]);
        assert_eq!(slugs, ["lost", "scan"]);
        assert_eq!(told, [("sidecar-alone", "content/sources/alone.toml".to_owned())]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_its_own_folder_is_told() {
        let root = project(&[("a/b.txt", b"Words")]);
        let folder = root.path().join("content/sources/a");
        std::os::unix::fs::symlink(&folder, folder.join("again")).unwrap();
        let (sources, told) = sources(root.path());
        assert_eq!((sources.len(), told[0].code), (1, "source-loop"));
    }

    #[test]
    fn a_file_that_is_not_there_is_told() {
        let error = source(Path::new("nowhere/a.txt"), "nowhere/a.txt").unwrap_err();
        assert_eq!(error.code, "source-unreadable");
    }
}
