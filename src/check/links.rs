//! A page's links in, those that lead nowhere out.

use super::markup::Marked;
use crate::model::{Diagnostic, OutputFile, Place};
use percent_encoding::percent_decode_str;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Everything in a site that a link can lead to.
pub struct Targets<'a> {
    files: HashSet<&'a str>,
    ids: HashMap<&'a str, &'a HashSet<String>>,
}

impl<'a> Targets<'a> {
    pub fn new(files: &'a [OutputFile], pages: &'a [Marked]) -> Self {
        Self {
            files: files.iter().map(|file| file.path.as_str()).collect(),
            ids: pages.iter().map(|page| (page.path.as_str(), &page.ids)).collect(),
        }
    }

    /// The links of a page that lead nowhere within the site. Links to other sites are not followed.
    pub fn problems(&self, page: &Marked, shown: &str) -> Vec<Diagnostic> {
        let links: BTreeSet<&str> = page.links.iter().map(String::as_str).collect();
        links
            .into_iter()
            .filter_map(|link| {
                Some(self.fault(page, link)?.at(Place::file(format!("{shown}/{}", page.path))))
            })
            .collect()
    }

    fn fault(&self, page: &Marked, link: &str) -> Option<Diagnostic> {
        if has_scheme(link) || link.starts_with("//") {
            return None;
        }
        if link.starts_with('/') && page.path != "404.html" {
            let message = format!(
                "the link `{link}` begins at the root, and breaks where the site stands under a sub-path"
            );
            return Some(Diagnostic::error("link-absolute", message).help("make it relative to the page"));
        }
        let (path, fragment) =
            link.split_once('#').map_or((link, None), |(path, fragment)| (path, Some(fragment)));
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        let Some(target) = self.target(&page.path, path).or_else(|| self.under_base(page, path)) else {
            return Some(Diagnostic::error(
                "link-broken",
                format!("the link `{link}` leads to no file of the site"),
            ));
        };
        let fragment = percent_decode_str(fragment.filter(|f| !f.is_empty() && !f.starts_with(":~:"))?)
            .decode_utf8_lossy();
        let ids = self.ids.get(target.as_str())?;
        (!ids.contains(&*fragment)).then(|| {
            Diagnostic::error("fragment-broken", format!("the link `{link}` leads to no place in {target}"))
        })
    }

    /// The page of a missing address is shown at any depth, so its links begin with the path under which the site stands.
    fn under_base(&self, page: &Marked, path: &str) -> Option<String> {
        let mut rest = path.strip_prefix('/').filter(|_| page.path == "404.html")?;
        while let Some((_, below)) = rest.split_once('/') {
            rest = below;
            if let Some(target) = self.target(&page.path, if rest.is_empty() { "." } else { rest }) {
                return Some(target);
            }
        }
        None
    }

    /// The file that a relative path leads to, seen from a page.
    fn target(&self, from: &str, path: &str) -> Option<String> {
        if path.is_empty() {
            return Some(from.to_owned());
        }
        let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { from.split('/').collect() };
        parts.pop();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        let joined = percent_decode_str(&parts.join("/")).decode_utf8_lossy().into_owned();
        let folder = if joined.is_empty() { "index.html".to_owned() } else { format!("{joined}/index.html") };
        [joined, folder].into_iter().find(|path| self.files.contains(path.as_str()))
    }
}

fn has_scheme(link: &str) -> bool {
    let scheme = link.split(['/', '#', '?']).next().unwrap_or_default();
    scheme.split_once(':').is_some_and(|(name, _)| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use crate::check::site;
    use crate::model::OutputFile;

    fn page(path: &str, main: &str) -> OutputFile {
        let html = format!(
            "<!doctype html><html lang=en><head><title>T</title></head><body><main><h1 id=top>T</h1>{main}</main></body></html>"
        );
        OutputFile::new(path, html)
    }

    fn codes(files: &[OutputFile]) -> Vec<&'static str> {
        site(files, "public").iter().map(|diagnostic| diagnostic.code).collect()
    }

    #[test]
    fn links_that_lead_somewhere_are_no_problem() {
        let links = "<a href='../a/index.html#top'>a</a> <a href='../a/'>a</a> <a href='../'>home</a> <a href='#top'>up</a> \
                     <a href='https://example.org/x'>x</a> <a href='mailto:a@example.org'>m</a> <a href='#:~:text=b'>b</a>";
        assert!(
            codes(&[page("index.html", ""), page("a/index.html", ""), page("b/index.html", links)])
                .is_empty()
        );
    }

    #[test]
    fn the_page_of_a_missing_address_links_from_the_base() {
        let links = "<a href='/dossier/a/index.html'>a</a> <a href='/dossier/'>home</a>";
        let files = [page("index.html", ""), page("a/index.html", ""), page("404.html", links)];
        assert_eq!(codes(&files), Vec::<&str>::new());
        let wrong = page("404.html", "<a href='/dossier/b.html'>b</a>");
        assert_eq!(codes(&[page("index.html", ""), wrong]), ["link-broken"]);
    }

    #[test]
    fn each_way_to_lead_nowhere_is_told() {
        let links = "<a href='x.html'>x</a> <a href='#nowhere'>n</a> <a href='/a/'>a</a> <a href='../../up.html'>u</a>";
        assert_eq!(
            codes(&[page("a/index.html", links)]),
            ["fragment-broken", "link-broken", "link-absolute", "link-broken"]
        );
    }

    #[test]
    fn markup_that_shuts_readers_out_is_told() {
        let main =
            "<p id=top>twice</p><table><tr><th>x</th></tr></table><img src='index.html'><p style='x'></p>";
        assert_eq!(
            codes(&[page("index.html", main)]),
            ["markup-lacking", "markup-lacking", "markup-lacking", "markup-lacking", "id-repeated"]
        );
    }
}
