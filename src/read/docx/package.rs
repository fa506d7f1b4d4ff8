//! The bytes of a DOCX in, its parts out: no more than a document can need.

use super::element::{self, Element};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A part that unpacks to more is no text.
const LARGEST: u64 = 96 * 1024 * 1024;

/// The parts of a Word document that say something.
pub struct Package {
    pub document: Element,
    pub styles: Element,
    pub numbering: Element,
    pub footnotes: Element,
    pub endnotes: Element,
    pub core: Element,
    /// The targets of links, by their ids.
    pub links: BTreeMap<String, String>,
}

/// Why a package cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    #[error("the Word document is broken: it cannot be unpacked")]
    NoArchive,
    #[error("the Word document is locked with a password")]
    Encrypted,
    #[error("the Word document is broken: it has no text in it")]
    NoDocument,
    #[error("the Word document unpacks to more than {} MB, as no document does", LARGEST / 1024 / 1024)]
    TooLarge,
}

impl Package {
    pub fn read(bytes: &[u8]) -> Result<Self, PackageError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageError::NoArchive)?;
        let main = main_part(&mut archive)?;
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let mut beside =
            |name: &str| Ok(part(&mut archive, &format!("{folder}/{name}"))?.unwrap_or_default());
        let styles = beside("styles.xml")?;
        let numbering = beside("numbering.xml")?;
        let footnotes = beside("footnotes.xml")?;
        let endnotes = beside("endnotes.xml")?;
        let file = main.rsplit('/').next().unwrap_or(&main);
        let links = links(&beside(&format!("_rels/{file}.rels"))?);
        let core = part(&mut archive, "docProps/core.xml")?.unwrap_or_default();
        let document = part(&mut archive, &main)?.ok_or(PackageError::NoDocument)?;
        Ok(Self { document, styles, numbering, footnotes, endnotes, core, links })
    }
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The part that the package calls its document: nearly always word/document.xml.
fn main_part(archive: &mut Archive<'_>) -> Result<String, PackageError> {
    let relations = part(archive, "_rels/.rels")?.unwrap_or_default();
    let named = relations
        .elements()
        .find(|relation| relation.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")))
        .and_then(|relation| relation.attribute("Target"))
        .map(|target| target.trim_start_matches('/').to_owned());
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// The XML of a part, if the package has it.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<Element>, PackageError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(zip::result::ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
            return Err(PackageError::Encrypted);
        }
        Err(_) => return Err(PackageError::NoArchive),
    };
    if file.size() > LARGEST {
        return Err(PackageError::TooLarge);
    }
    // What the directory says of the size may be a lie.
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|_| PackageError::NoArchive)?;
    if bytes.len() as u64 > LARGEST {
        return Err(PackageError::TooLarge);
    }
    Ok(Some(element::parsed(&super::super::encoding::text(&bytes))))
}

fn links(relations: &Element) -> BTreeMap<String, String> {
    relations
        .elements()
        .filter(|relation| relation.attribute("Type").is_some_and(|kind| kind.ends_with("/hyperlink")))
        .filter_map(|relation| {
            Some((relation.attribute("Id")?.to_owned(), relation.attribute("Target")?.to_owned()))
        })
        .collect()
}
