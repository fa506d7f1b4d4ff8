//! A table element in; whether it holds data, and its rows, out.

use super::clutter::Clutter;
use scraper::ElementRef;

/// Wider spans than this are mistakes.
const WIDEST: usize = 40;

/// A row of a table.
pub struct Row {
    pub header: bool,
    pub cells: Vec<String>,
}

/// Whether a table parts a page into columns instead of showing data.
pub fn is_layout(table: ElementRef<'_>) -> bool {
    if matches!(table.attr("role"), Some("presentation" | "none")) {
        return true;
    }
    let mut cells = 0;
    for element in table.descendent_elements().skip(1) {
        match element.value().name() {
            "table" | "h1" | "h2" | "h3" | "form" => return true,
            "th" | "caption" => return false,
            "td" => {
                cells += 1;
                if is_column(element) {
                    return true;
                }
            }
            _ => {}
        }
    }
    cells < 2
}

/// A cell that holds paragraphs.
fn is_column(cell: ElementRef<'_>) -> bool {
    let paragraphs = cell
        .descendent_elements()
        .filter(|inner| matches!(inner.value().name(), "p" | "br" | "li" | "div"))
        .count();
    let letters: usize = cell.text().map(|text| text.trim().len()).sum();
    letters > 600 || (paragraphs > 3 && letters > 300)
}

/// The rows of a table of data. A cell that spans several columns stands in the first of them, one that spans several
/// rows in each, so that every row can be read alone.
pub fn rows(table: ElementRef<'_>, clutter: &Clutter) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut spanning: Vec<(usize, String)> = Vec::new();
    for row in table
        .descendent_elements()
        .filter(|element| element.value().name() == "tr" && !clutter.holds(element.id()))
    {
        let mut cells: Vec<String> = Vec::new();
        let mut header = true;
        let mut any = false;
        for cell in row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th")) {
            take_spanning(&mut cells, &mut spanning);
            let words = cell_words(cell, clutter);
            any = true;
            header &= cell.value().name() == "th" || is_bold(cell, &words);
            let column = cells.len();
            let span = |name: &str| {
                cell.attr(name).and_then(|count| count.trim().parse().ok()).unwrap_or(1).clamp(1, WIDEST)
            };
            if span("rowspan") > 1 {
                set_spanning(&mut spanning, column, span("rowspan"), &words);
            }
            cells.push(words);
            cells.extend(std::iter::repeat_n(String::new(), span("colspan") - 1));
        }
        take_spanning(&mut cells, &mut spanning);
        let in_head = row
            .ancestors()
            .take(3)
            .filter_map(ElementRef::wrap)
            .any(|around| around.value().name() == "thead");
        if any {
            rows.push(Row { header: in_head || (header && rows.is_empty()), cells });
        }
    }
    rows
}

/// Old pages have bold words where new ones have header cells.
fn is_bold(cell: ElementRef<'_>, words: &str) -> bool {
    let bold = cell.descendent_elements().filter(|inner| matches!(inner.value().name(), "b" | "strong"));
    !words.is_empty()
        && bold.map(|inner| inner.text().map(|text| text.trim().len()).sum::<usize>()).sum::<usize>()
            >= words.len()
}

fn set_spanning(spanning: &mut Vec<(usize, String)>, column: usize, rows: usize, words: &str) {
    spanning.resize(spanning.len().max(column + 1), (0, String::new()));
    spanning[column] = (rows, words.to_owned());
}

/// Puts in the cells that reach down from rows above.
fn take_spanning(cells: &mut Vec<String>, spanning: &mut [(usize, String)]) {
    while let Some((left, words)) = spanning.get_mut(cells.len()) {
        if *left == 0 {
            return;
        }
        *left -= 1;
        cells.push(words.clone());
    }
}

fn cell_words(cell: ElementRef<'_>, clutter: &Clutter) -> String {
    let mut words = String::new();
    for node in cell.descendants().skip(1) {
        match node.value() {
            scraper::Node::Text(text)
                if !node.ancestors().take(20).any(|around| clutter.holds(around.id())) =>
            {
                words.push_str(text);
            }
            // Words of two blocks in one cell must not run together.
            scraper::Node::Element(_) => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
