//! PDFs written by hand, and damaged copies of them and of the corpus where it stands beside the checkout.

use super::*;
use crate::model::{BlockKind, InlineKind, MediaType, SetAsideReason, Sidecar};
use std::path::{Path, PathBuf};

/// A PDF of pages with these content streams; `extra` are further objects (from number 10) and `catalog` further
/// entries of the catalog.
fn pdf(pages: &[&str], catalog: &str, extra: &[&str]) -> Vec<u8> {
    let first = 10 + extra.len();
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", first + 2 * page)).collect();
    let mut objects: Vec<(usize, String)> = vec![
        (1, format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>")),
        (2, format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" "))),
        (3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned()),
        (
            4,
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
                .to_owned(),
        ),
    ];
    objects.extend(extra.iter().enumerate().map(|(index, object)| (10 + index, (*object).to_owned())));
    for (page, content) in pages.iter().enumerate() {
        let number = first + 2 * page;
        objects.push((
            number,
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /StructParents {page} /Contents {} 0 R \
                 /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>",
                number + 1
            ),
        ));
        let stream = format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len());
        objects.push((number + 1, stream));
    }
    let mut file = String::from("%PDF-1.5\n");
    let mut places = Vec::new();
    for (number, object) in &objects {
        places.push((*number, file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    file.push_str("xref\n0 1\n0000000000 65535 f \n");
    for (number, at) in places {
        file.push_str(&format!("{number} 1\n{at:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer\n<< /Size 99 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
    file.into_bytes()
}

/// Shows words at a place.
fn at(x: u32, y: u32, font: &str, size: u32, words: &str) -> String {
    let words = words.replace('(', "\\(").replace(')', "\\)");
    format!("BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n")
}

fn source(bytes: Vec<u8>) -> Source {
    Source {
        path: "content/sources/letter.pdf".to_owned(),
        file: PathBuf::new(),
        slug: "letter".to_owned(),
        media_type: MediaType::Pdf,
        digest: String::new(),
        bytes,
        sidecar: Sidecar::default(),
    }
}

/// What was read, a line a block: kind, number, words.
fn blocks(bytes: Vec<u8>) -> Vec<String> {
    let (document, _) = document(&source(bytes)).expect("a readable PDF");
    let shown = |block: &crate::model::Block| {
        let number = block.number.as_deref().map(|number| format!(" {number}")).unwrap_or_default();
        format!("{}{number}: {}", block.kind.name(), document.words(block.span).replace('\t', " | "))
    };
    document.blocks().iter().map(shown).collect()
}

fn report() -> Vec<u8> {
    let head =
        |page: u32| at(72, 800, "R", 9, "Review of the harbour") + &at(300, 30, "R", 9, &page.to_string());
    let first = head(1)
        + &at(72, 740, "B", 26, "Review of the harbour")
        + &at(72, 700, "R", 12, "Review dates: 3 to 5 May 2021")
        + &at(72, 660, "B", 12, "Area")
        + &at(400, 660, "B", 12, "Grade")
        + &at(72, 632, "R", 12, "The state of the quays and of the piers that stand")
        + &at(72, 618, "R", 12, "behind them")
        + &at(400, 625, "R", 12, "Good")
        + &at(72, 590, "R", 12, "The lights")
        + &at(400, 590, "R", 12, "Poor")
        + &at(72, 540, "B", 14, "What was seen")
        + &at(72, 510, "R", 12, "1.")
        + &at(100, 510, "R", 12, "The quays were well kept, and the harbour master had a book in which each")
        + &at(
            100,
            496,
            "R",
            12,
            "mooring was written down. Staff in the harbour office know every ship, a well-",
        )
        + &at(100, 482, "R", 12, "known strength.");
    let second = head(2)
        + &at(72, 740, "R", 12, "2.")
        + &at(
            100,
            740,
            "R",
            12,
            "The lights of the outer mole were out on two of the five nights on which they",
        )
        + &at(
            100,
            726,
            "R",
            12,
            "were seen, and nobody had been told of it, although the rule asks for it and the",
        );
    let third = head(3)
        + &at(100, 740, "R", 12, "harbour master knew.")
        + &at(72, 712, "R", 12, "3.")
        + &at(100, 712, "R", 12, "Nothing else was found.");
    pdf(&[&first, &second, &third], "", &[])
}

#[test]
fn a_report_without_tags_is_read_by_its_layout() {
    assert_eq!(
        blocks(report()),
        [
            "title: Review of the harbour",
            "paragraph: Review dates: 3 to 5 May 2021",
            "table-row: Area | Grade",
            "table-row: The state of the quays and of the piers that stand behind them | Good",
            "table-row: The lights | Poor",
            "heading: What was seen",
            "paragraph 1: The quays were well kept, and the harbour master had a book in which each mooring was written \
             down. Staff in the harbour office know every ship, a well-known strength.",
            "paragraph 2: The lights of the outer mole were out on two of the five nights on which they were seen, and \
             nobody had been told of it, although the rule asks for it and the harbour master knew.",
            "paragraph 3: Nothing else was found.",
        ]
    );
}

#[test]
fn running_lines_and_page_numbers_are_set_aside_and_tell_the_page() {
    let (document, diagnostics) = document(&source(report())).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let reasons: Vec<_> =
        document.set_aside.iter().map(|aside| (aside.reason, aside.words.as_str())).collect();
    assert!(reasons.contains(&(SetAsideReason::RunningHeader, "Review of the harbour")), "{reasons:?}");
    assert!(reasons.contains(&(SetAsideReason::PageNumber, "3")), "{reasons:?}");
    assert_eq!(document.blocks().last().and_then(|block| block.page), Some(3));
    assert!(document.full_text().contains("1. The quays"), "{}", document.full_text());
}

#[test]
fn tags_tell_headings_cells_items_and_notes() {
    let words = |id: u32, shown: String| format!("/P << /MCID {id} >> BDC\n{shown}EMC\n");
    let page = words(0, at(72, 700, "R", 12, "Findings"))
        + &words(1, at(72, 660, "R", 12, "Quays and piers"))
        + &words(2, at(300, 660, "R", 12, "Good"))
        + &words(3, at(72, 620, "R", 12, "a) first"))
        + &words(
            4,
            at(72, 580, "R", 12, "The rule") + &at(120, 585, "R", 7, "1") + &at(125, 580, "R", 12, " holds."),
        )
        + &words(5, at(72, 90, "R", 6, "1") + &at(76, 86, "R", 10, "The rule of the port."))
        + "/Artifact << /Type /Pagination >> BDC\n"
        + &at(72, 30, "R", 9, "Port authority")
        + "EMC\n";
    let element = |kind: &str, parent: u32, kids: &str| {
        format!("<< /Type /StructElem /S /{kind} /P {parent} 0 R /Pg 22 0 R /K {kids} >>")
    };
    let extra = [
        "<< /Type /StructTreeRoot /K 11 0 R /ParentTree << /Nums [0 [12 0 R 15 0 R 16 0 R 21 0 R 19 0 R 20 0 R]] >> >>"
            .to_owned(),
        element("Document", 10, "[12 0 R 13 0 R 17 0 R 19 0 R 20 0 R]"),
        element("H2", 11, "0"),
        element("Table", 11, "14 0 R"),
        element("TR", 13, "[15 0 R 16 0 R]"),
        element("TD", 14, "1"),
        element("TD", 14, "2"),
        element("L", 11, "18 0 R"),
        element("LI", 17, "21 0 R"),
        element("P", 11, "4"),
        element("Note", 11, "5"),
        element("NonStruct", 18, "3"),
    ];
    let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
    let bytes = pdf(&[&page], "/StructTreeRoot 10 0 R /MarkInfo << /Marked true >> /Lang (en-GB)", &extra);
    let (document, _) = document(&source(bytes.clone())).unwrap();
    assert_eq!(
        blocks(bytes),
        [
            "heading: Findings",
            "table-row: Quays and piers | Good",
            "list-item a: first",
            "paragraph: The rule holds.",
            "footnote: The rule of the port.",
        ]
    );
    assert_eq!(document.blocks()[4].kind, BlockKind::Footnote { label: "1".to_owned() });
    assert!(document.inlines().iter().any(|inline| inline.kind == InlineKind::NoteMark("1".to_owned())));
    assert_eq!(document.hints.language.as_deref(), Some("en-GB"));
    assert_eq!(document.set_aside.iter().filter(|aside| aside.words == "Port authority").count(), 1);
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "The ferry goes to the island",
        "on every day of the week but",
        "Sunday, when the crew is free.",
        "It carries",
        "cars and carts, and",
        "the post of the island.",
    ];
    let right = [
        "The lighthouse is kept by two",
        "men, who change on the first",
        "of each month. Their boat is",
        "lent by the",
        "harbour master, who",
        "has three of them there.",
    ];
    let mut page = String::new();
    for (index, (l, r)) in left.iter().zip(right).enumerate() {
        let y = 700 - 14 * index as u32;
        page += &at(60, y, "R", 12, l);
        page += &at(320, y, "R", 12, r);
    }
    let text = blocks(pdf(&[&page], "", &[])).join(" ");
    let (ferry, post, light) = (text.find("ferry"), text.find("post"), text.find("lighthouse"));
    assert!(ferry < post && post < light && ferry.is_some(), "{text}");
}

/// The code of the diagnostic with which a file is refused.
fn code(bytes: &[u8]) -> &'static str {
    document(&source(bytes.to_vec())).map(|_| "read").unwrap_or_else(|diagnostic| {
        assert!(diagnostic.help.is_some(), "{diagnostic:?}");
        diagnostic.code
    })
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let drawn = pdf(&["0 0 100 100 re f"], "", &[]);
    let locked = String::from_utf8(report()).unwrap();
    let locked =
        locked.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 9 >> /ID [(a) (b)]");
    assert_eq!(code(&drawn), "pdf-without-text");
    assert_eq!(code(locked.as_bytes()), "pdf-encrypted");
    assert_eq!(code(b"no PDF at all"), "pdf-broken");
    assert_eq!(code(b""), "pdf-broken");
    assert_eq!(code(b"\n<!DOCTYPE html><html><p>Page not found"), "pdf-is-web-page");
}

/// Damages a file: cuts its end off, or changes single bits.
fn damaged(bytes: &[u8], seed: usize) -> Vec<u8> {
    let mut state = (seed as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) + 1;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut copy = bytes.to_vec();
    if seed.is_multiple_of(3) {
        copy.truncate(next(bytes.len()));
    } else {
        for _ in 0..1 + next(40) {
            let at = next(copy.len());
            copy[at] ^= 1 << next(8);
        }
    }
    copy
}

/// How long reading takes is kept in bounds by `guard`, in time of its own: a test may run on a busy machine.
fn reads_or_refuses(bytes: Vec<u8>) {
    if let Err(diagnostic) = document(&source(bytes)) {
        assert!(!matches!(diagnostic.code, "pdf-reader-failed" | "pdf-too-slow"), "{diagnostic:?}");
    }
}

#[test]
fn damaged_copies_are_read_or_refused() {
    let whole = report();
    (0..200).for_each(|seed| reads_or_refuses(damaged(&whole, seed)));
}

/// The reports that stand beside the checkout, where they do.
fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/reports");
    let files = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut reports: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
    reports.sort();
    reports
}

#[test]
fn damaged_reports_are_read_or_refused() {
    for (index, report) in corpus().iter().step_by(10).enumerate() {
        let whole = std::fs::read(report).unwrap();
        (0..20).for_each(|seed| reads_or_refuses(damaged(&whole, 20 * index + seed)));
    }
}

#[test]
fn numbered_paragraphs_of_reports_follow_each_other() {
    let reports = corpus();
    let mut numbered = 0;
    for report in &reports {
        let (document, _) = document(&source(std::fs::read(report).unwrap())).unwrap();
        let mut last = 0;
        for block in document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph) {
            let Some(number) = block.number.as_deref().and_then(|number| number.parse::<u32>().ok()) else {
                continue;
            };
            assert_eq!(number, last + 1, "{}: {}", report.display(), document.words(block.span));
            last = number;
        }
        numbered += usize::from(last > 5);
    }
    assert!(numbered * 10 >= reports.len() * 9, "{numbered} of {}", reports.len());
}
