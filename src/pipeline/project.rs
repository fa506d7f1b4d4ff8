//! Where a project's folders are.

use std::path::{Path, PathBuf};

/// A project: content/, templates/ and public/ below one folder.
#[derive(Debug, Clone)]
pub struct Project {
    pub root: PathBuf,
    /// Where the site goes.
    pub public: PathBuf,
}

impl Project {
    /// The project in `root`, with its site in `public` or else in public/ below it.
    pub fn new(root: impl Into<PathBuf>, public: Option<PathBuf>) -> Self {
        let root = root.into();
        Self { public: public.unwrap_or_else(|| root.join("public")), root }
    }

    pub fn pages(&self) -> PathBuf {
        self.root.join("content").join("pages")
    }

    /// A path as the user would type it: relative to the project if it is below it.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}
