//! Pages in, the printed number of each out; marks running headers, footers and page numbers on the way.

use super::page::{Line, Opened};

/// The printed number of each page, by the page's index: as most pages print it, else as the file counts them.
pub fn printed_pages(opened: &mut Opened) -> Vec<Option<u32>> {
    let count = opened.pages.iter().map(|page| page.index + 1).max().unwrap_or(0);
    let mut offsets: Vec<i64> = opened
        .pages
        .iter()
        .flat_map(|page| {
            page.lines.iter().filter(|line| line.artifact).filter_map(number).map(|n| n - page.index as i64)
        })
        .collect();
    offsets.sort_unstable();
    let offset = offsets.get(offsets.len() / 2).copied().unwrap_or(1);
    (0..count).map(|index| u32::try_from(index as i64 + offset).ok()).collect()
}

fn number(line: &Line) -> Option<i64> {
    let text = line.text.trim();
    let text = text.strip_prefix("Page ").unwrap_or(text).trim();
    (text.len() <= 4).then(|| text.parse().ok()).flatten()
}
