//! Pages in, the printed number of each out; marks running headers, footers and page numbers on the way.

use super::page::{Line, Opened, Page};
use std::collections::BTreeMap;

/// Which part of a page's height, at its top and at its foot, may hold running lines.
const ZONE: f32 = 0.13;
/// How far, in points, a running line may move from page to page.
const WANDER: f32 = 9.0;

/// The printed number of each page, by the page's index: as most pages print it, else as the file counts them.
pub fn printed_pages(opened: &mut Opened) -> Vec<Option<u32>> {
    mark_running_lines(&mut opened.pages);
    let count = opened.pages.iter().map(|page| page.index + 1).max().unwrap_or(0);
    let mut offsets: BTreeMap<i64, usize> = BTreeMap::new();
    for page in &opened.pages {
        for number in page.lines.iter().filter(|line| line.artifact).filter_map(|line| number(&line.text)) {
            *offsets.entry(i64::from(number) - page.index as i64).or_default() += 1;
        }
    }
    let printed = offsets.iter().max_by_key(|(_, times)| **times).filter(|(_, times)| **times >= 2);
    let labelled = || {
        let page = opened.pages.iter().find(|page| page.label.is_some())?;
        Some(i64::from(page.label?) - page.index as i64)
    };
    let offset = printed.map(|(offset, _)| *offset).or_else(labelled).unwrap_or(1);
    (0..count).map(|index| u32::try_from(index as i64 + offset).ok().filter(|page| *page > 0)).collect()
}

/// Marks what stands at the same height on many pages with the same words, its digits aside.
fn mark_running_lines(pages: &mut [Page]) {
    if pages.len() < 3 {
        return;
    }
    let mut seen: BTreeMap<String, Vec<(usize, f32)>> = BTreeMap::new();
    for page in pages.iter() {
        for line in page.lines.iter().filter(|line| !line.artifact && in_zone(line, page)) {
            seen.entry(pattern(&line.text)).or_default().push((page.index, line.y));
        }
    }
    let needed = (pages.len() * 2 / 5).max(3);
    seen.retain(|_, places| places.len() >= needed);
    for page in pages.iter_mut() {
        let height = page.height;
        for line in page.lines.iter_mut().filter(|line| in_zone_of(line, height)) {
            let Some(places) = seen.get(&pattern(&line.text)) else { continue };
            let alike = places.iter().filter(|(_, y)| (y - line.y).abs() < WANDER).count();
            line.artifact |= alike >= needed;
        }
    }
}

fn in_zone(line: &Line, page: &Page) -> bool {
    in_zone_of(line, page.height)
}

fn in_zone_of(line: &Line, height: f32) -> bool {
    line.y < ZONE * height || line.y > (1.0 - ZONE) * height
}

/// The words with each number as one sign, so that `Page 3` and `Page 14` are alike.
fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '0'..='9' if pattern.ends_with('#') => {}
            '0'..='9' => pattern.push('#'),
            c if c.is_whitespace() => {}
            c => pattern.push(c),
        }
    }
    pattern
}

/// The number in `3`, `- 3 -`, `Page 3`, `Page 3 of 12`, `3 | Report`.
pub fn number(text: &str) -> Option<u32> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|'));
    let text = text.strip_prefix("Page ").or_else(|| text.strip_prefix("page ")).unwrap_or(text);
    let text = text.split_once(" of ").or_else(|| text.split_once(" | ")).map_or(text, |(number, _)| number);
    let text = text.trim();
    (text.len() <= 4 && !text.is_empty()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_in_their_forms() {
        for (text, expected) in [
            ("3", Some(3)),
            (" - 12 - ", Some(12)),
            ("Page 4 of 20", Some(4)),
            ("Report", None),
            ("20145", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
        assert_eq!(pattern("Page 3 of 12"), pattern("Page 10 of 12"));
    }
}
