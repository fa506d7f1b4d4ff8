//! A drawn page in, the same page with the way from it to the site's root in its links out.

use std::io::{self, Write};

/// Stands in drawn text for the way to the site's root. No text of a page holds it: [`escape`] drops control characters.
pub(super) const ROOT: char = '\u{1}';

/// Takes what a template writes, and puts the way to the root in place of each [`ROOT`].
pub(super) struct Rooted<'a> {
    pub(super) bytes: Vec<u8>,
    root: &'a str,
}

impl<'a> Rooted<'a> {
    pub(super) fn new(root: &'a str, capacity: usize) -> Self {
        Self { bytes: Vec::with_capacity(capacity), root }
    }
}

impl Write for Rooted<'_> {
    fn write(&mut self, mut bytes: &[u8]) -> io::Result<usize> {
        let written = bytes.len();
        while let Some(at) = memchr::memchr(ROOT as u8, bytes) {
            self.bytes.extend_from_slice(&bytes[..at]);
            self.bytes.extend_from_slice(self.root.as_bytes());
            bytes = &bytes[at + 1..];
        }
        self.bytes.extend_from_slice(bytes);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The way from a file of the site to the site's root: `../../` for `bodies/swindon/index.html`.
pub(super) fn way_to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// Where the page of a URL stands: `bodies/swindon/index.html` for `bodies/swindon/`.
pub(super) fn file_path(url: &str) -> String {
    match url.is_empty() || url.ends_with('/') {
        true => format!("{url}index.html"),
        false => url.to_owned(),
    }
}

/// A URL of the site as a page links to it: the file itself, so that it opens without a server too.
pub(super) fn link(url: &str) -> String {
    if is_foreign(url) || url.starts_with('#') {
        return escaped(url);
    }
    let (page, rest) = url.split_at(url.find(['#', '?']).unwrap_or(url.len()));
    format!("{ROOT}{}{}", escaped(&file_path(page.trim_start_matches('/'))), escaped(rest))
}

/// Whether a URL leads out of the site.
pub(super) fn is_foreign(url: &str) -> bool {
    url.starts_with("//")
        || url.split_once(':').is_some_and(|(scheme, _)| {
            !scheme.is_empty()
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
        })
}

/// Writes text as HTML or XML text, fit for attributes too. Control characters, which neither may hold, are dropped.
pub(super) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let bytes = text.as_bytes();
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let Some(instead) = replacement(*byte) else { continue };
        out.write_all(&bytes[from..at])?;
        out.write_all(instead)?;
        from = at + 1;
    }
    out.write_all(&bytes[from..])
}

const fn replacement(byte: u8) -> Option<&'static [u8]> {
    match byte {
        b'&' => Some(b"&amp;"),
        b'<' => Some(b"&lt;"),
        b'>' => Some(b"&gt;"),
        b'"' => Some(b"&quot;"),
        b'\t' | b'\n' | b'\r' => None,
        0..=31 | 127 => Some(b""),
        _ => None,
    }
}

pub(super) fn push_escaped(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let Some(instead) = replacement(byte) else { continue };
        out.push_str(&text[from..at]);
        out.push_str(std::str::from_utf8(instead).unwrap_or_default());
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_the_file_and_keep_the_fragment() {
        assert_eq!(link("bodies/harbour/#p4"), "\u{1}bodies/harbour/index.html#p4");
        assert_eq!(link(""), "\u{1}index.html");
        assert_eq!(link("assets/site.css"), "\u{1}assets/site.css");
        assert_eq!(link("https://example.org/?a&b"), "https://example.org/?a&amp;b");
        assert_eq!(link("#top"), "#top");
    }

    #[test]
    fn the_way_to_the_root_is_written_in_place_of_its_mark() {
        let mut page = Rooted::new("../", 16);
        page.write_all("<a href=\"\u{1}index.html\">".as_bytes()).unwrap();
        assert_eq!(page.bytes, b"<a href=\"../index.html\">");
    }

    #[test]
    fn text_cannot_smuggle_in_markup_or_the_root_mark() {
        assert_eq!(escaped("a\u{1}<b>\"&"), "a&lt;b&gt;&quot;&amp;");
    }
}
