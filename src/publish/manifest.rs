//! What factbox put into a folder: paths and digests, so that it never deletes what it did not make.

use crate::model::OutputFile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The file that names every file of the site.
pub const MANIFEST: &str = "factbox-manifest.json";

/// Paths relative to the site's root, each with the BLAKE3 digest of its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    factbox: u32,
    files: BTreeMap<String, String>,
}

impl Manifest {
    pub fn of(files: &[OutputFile]) -> Self {
        let entry = |file: &OutputFile| (file.path.clone(), digest(&file.bytes));
        Self { factbox: 1, files: files.iter().map(entry).collect() }
    }

    /// Whether the file is factbox's.
    pub fn names(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("a map of strings is always JSON");
        json.push(b'\n');
        json
    }

    /// The paths that are in only one of the two, or differ, in order.
    pub fn differences(&self, other: &Manifest) -> Vec<String> {
        let paths = self.files.keys().chain(other.files.keys());
        let mut different: Vec<_> =
            paths.filter(|path| self.files.get(*path) != other.files.get(*path)).cloned().collect();
        different.sort();
        different.dedup();
        different
    }
}

fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

/// The manifest in a folder, if it has one that can be read.
pub fn manifest(folder: &Path) -> Option<Manifest> {
    let bytes = fs_err::read(folder.join(MANIFEST)).ok()?;
    serde_json::from_slice(&bytes).ok()
}
