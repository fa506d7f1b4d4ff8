//! Drawn pages in, the search index over them out (Pagefind).

use crate::model::{Diagnostic, OutputFile};
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

/// Where the index stands in the site.
const FOLDER: &str = "pagefind";

/// Only pages with this attribute are searched.
const SEARCHED: &[u8] = b"data-pagefind-body";

/// Parts of Pagefind that the site's own search page does without.
const UNUSED: [&str; 4] =
    ["pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight"];

/// The files of the index.
///
/// # Errors
/// A diagnostic if the index could not be made; the site is complete without it.
pub(super) fn index(files: &[OutputFile], language: &str) -> Result<Vec<OutputFile>, Diagnostic> {
    let failed = |error: &dyn std::fmt::Display| {
        Diagnostic::warning("search-not-indexed", format!("the search index could not be made: {error}"))
            .note("the site has no search; its search page says so")
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.map_err(|error| failed(&error))?;
    let found = runtime.block_on(indexed(files, language)).map_err(|error| failed(&error))?;
    let used = |name: &str| !UNUSED.iter().any(|unused| name.starts_with(unused));
    let mut index: Vec<OutputFile> = found.into_iter().filter(|(name, _)| used(name)).map(output).collect();
    index.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(index)
}

fn output((name, bytes): (String, Vec<u8>)) -> OutputFile {
    OutputFile::new(format!("{FOLDER}/{name}"), bytes)
}

async fn indexed(
    files: &[OutputFile],
    language: &str,
) -> Result<Vec<(String, Vec<u8>)>, Box<dyn std::error::Error>> {
    let language = language.split('-').next().unwrap_or("en").to_owned();
    let options = PagefindServiceConfig::builder().keep_index_url(true).force_language(language).build();
    let mut index = PagefindIndex::new(Some(options))?;
    for file in files.iter().filter(|file| file.path.ends_with(".html") && searched(&file.bytes)) {
        let page = String::from_utf8_lossy(&file.bytes).into_owned();
        index.add_html_file(None, Some(format!("/{}", file.path)), page).await?;
    }
    let files = index.get_files().await?;
    let named =
        files.into_iter().map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents));
    Ok(named.collect())
}

fn searched(page: &[u8]) -> bool {
    memchr::memmem::find(page, SEARCHED).is_some()
}
