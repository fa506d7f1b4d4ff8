//! The rows and cells of a Markdown table in, an HTML table with its caption and scopes out.

use super::Writer;
use crate::render::root::escaped;
use pulldown_cmark::Alignment;
use std::ops::Range;

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    head: bool,
    column: usize,
    /// Where the present cell and the head began in what is written.
    cell: usize,
    begins: usize,
    /// Whether the head has words: a table without heads names its rows by their first cell.
    headed: bool,
}

impl Writer {
    pub(super) fn begin_table(&mut self, alignments: Vec<Alignment>) {
        self.tables += 1;
        let mut caption = format!("Table {}", self.tables);
        if let Some(entry) = self.text.contents.last() {
            caption.push_str(": ");
            caption.push_str(&entry.text);
        }
        self.table = Table { alignments, ..Table::default() };
        let begin = format!(
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\"><table>\n<caption>{}</caption>\n",
            escaped(&caption),
            escaped(&caption)
        );
        self.open(&begin, "</tbody></table></div>\n");
    }

    pub(super) fn row(&mut self, head: bool, range: Range<usize>) {
        let block = self.take(&range);
        self.table.head = head;
        self.table.column = 0;
        if head {
            self.table.begins = self.out.len();
            self.out.push_str("<thead>");
        }
        let id = block.map(|block| format!(" id=\"{}\"", escaped(&block.anchor))).unwrap_or_default();
        self.open(&format!("<tr{id}>"), if head { "</tr></thead>\n<tbody>\n" } else { "</tr>\n" });
    }

    /// Closes the head; one without words goes.
    pub(super) fn end_head(&mut self) {
        self.close();
        if !self.table.headed {
            self.out.truncate(self.table.begins);
            self.out.push_str("<tbody>\n");
        }
    }

    pub(super) fn cell(&mut self, _: Range<usize>) {
        self.table.cell = self.out.len();
        self.closers.push("");
    }

    /// A head cell without words is a plain cell: an empty heading says nothing to a screen reader.
    pub(super) fn end_cell(&mut self, range: Range<usize>) {
        self.painter.end_until(range.end, &mut self.out);
        self.closers.pop();
        let words = self.out.split_off(self.table.cell);
        let numeric = matches!(self.table.alignments.get(self.table.column), Some(Alignment::Right));
        let class = if numeric { " class=\"num\"" } else { "" };
        let first = self.table.column == 0 && !self.table.headed;
        let cell = match (self.table.head, words.is_empty()) {
            (true, false) => format!("<th scope=\"col\"{class}>{words}</th>"),
            (false, false) if first => format!("<th scope=\"row\"{class}>{words}</th>"),
            _ => format!("<td{class}>{words}</td>"),
        };
        self.table.headed |= self.table.head && !words.is_empty();
        self.out.push_str(&cell);
        self.table.column += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::html;

    #[test]
    fn a_table_has_a_caption_and_scopes() {
        let shown = html("| A | |\n|---|---|\n| 1 | 2 |\n", Vec::new(), Vec::new()).html;
        assert!(shown.contains("<caption>Table 1</caption>"));
        assert!(shown.contains("<th scope=\"col\">A</th><td></td></tr></thead>"));
    }
}
