//! Documents made by hand, as a package of the parts that matter.

use super::document;
use crate::model::{BlockKind, Document, InlineKind, MediaType, Sidecar, Source};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const STYLES: &str = "<w:styles><w:style w:styleId='Heading1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:styleId='Title'><w:name w:val='Title'/></w:style>\
    <w:style w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>";

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{f0b7}'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num></w:numbering>";

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn package(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = format!("<?xml version='1.0'?><w:document><w:body>{body}</w:body></w:document>");
    let mut parts = vec![
        ("word/document.xml", main.as_str()),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
    ];
    parts.extend(more);
    packed(&parts)
}

fn source(bytes: Vec<u8>) -> Source {
    Source {
        path: "a.docx".to_owned(),
        file: "a.docx".into(),
        slug: "a".to_owned(),
        media_type: MediaType::Docx,
        bytes,
        digest: String::new(),
        sidecar: Sidecar::default(),
    }
}

fn read(body: &str, more: &[(&str, &str)]) -> Document {
    document(&source(package(body, more))).unwrap().0
}

fn blocks(document: &Document) -> Vec<String> {
    let told = |block: &crate::model::Block| {
        let number = block.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
        let depth = match block.kind {
            BlockKind::ListItem { depth, .. } => format!(" {depth}"),
            BlockKind::TableRow { header: true, .. } => " header".to_owned(),
            _ => String::new(),
        };
        format!("{}{depth}{number} | {}", block.kind.name(), document.words(block.span))
    };
    document.blocks().iter().map(told).collect()
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn listed(list: u8, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

#[test]
fn styles_make_headings_and_contents_are_set_aside() {
    let body = [
        styled("Title", "Report on homes"),
        styled("TOC1", "Findings 2"),
        styled("Heading1", "Findings"),
        p("All is well."),
    ];
    let document = read(&body.concat(), &[]);
    assert_eq!(
        blocks(&document),
        ["title | Report on homes", "heading | Findings", "paragraph | All is well."]
    );
    assert_eq!(document.set_aside[0].words, "Findings 2");
}

#[test]
fn a_lone_first_heading_is_the_title() {
    let heading = |style: &str, words: &str| styled(style, words);
    let report =
        [heading("Heading1", "Report on homes"), p("Words."), heading("Heading2", "Purpose"), p("Words.")];
    assert!(blocks(&read(&report.concat(), &[]))[0].starts_with("title"));
    let chapters = [heading("Heading1", "Homes"), p("Words."), heading("Heading1", "Schools"), p("Words.")];
    assert!(blocks(&read(&chapters.concat(), &[]))[0].starts_with("heading"));
}

#[test]
fn numbers_are_as_printed() {
    let body = [
        p("The homes were seen:"),
        listed(1, 0, "One thing is so."),
        listed(1, 1, "in part"),
        listed(1, 1, "in whole"),
        listed(1, 0, "Another thing is so."),
        listed(2, 0, "a bullet"),
    ];
    let blocks = blocks(&read(&body.concat(), &[]));
    let expected = [
        "list-item 0 1 | One thing is so.",
        "list-item 1 a | in part",
        "list-item 1 b | in whole",
        "list-item 0 2 | Another thing is so.",
        "list-item 0 | a bullet",
    ];
    assert_eq!(blocks[1..], expected);
}

#[test]
fn tracked_changes_are_accepted_and_comments_dropped() {
    let body = "<w:p><w:r><w:t xml:space='preserve'>There are </w:t></w:r><w:del><w:r><w:delText>nine</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>ten</w:t></w:r></w:ins><w:commentRangeStart/><w:r><w:t xml:space='preserve'> homes.</w:t></w:r>\
        <w:r><w:commentReference w:id='1'/></w:r><w:moveFrom><w:r><w:t>Gone.</w:t></w:r></w:moveFrom></w:p>";
    let document =
        read(body, &[("word/comments.xml", "<w:comments><w:comment><w:p/></w:comment></w:comments>")]);
    assert_eq!(document.text(), "There are ten homes.");
}

#[test]
fn cells_that_span_are_in_their_columns() {
    let cell =
        |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words));
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}{}</w:tr><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>{}",
        cell("", "Home"),
        cell("", "Year"),
        cell("", "Grade"),
        cell("<w:vMerge w:val='restart'/>", "Quay Street"),
        cell("<w:gridSpan w:val='2'/>", "none yet"),
        cell("<w:vMerge/>", ""),
        cell("", "2014"),
        cell("", "Good"),
        p("After it."),
    );
    let blocks = blocks(&read(&body, &[]));
    assert_eq!(
        blocks[..3],
        [
            "table-row header | Home\tYear\tGrade",
            "table-row | Quay Street\tnone yet\t",
            "table-row | Quay Street\t2014\tGood"
        ]
    );
}

#[test]
fn notes_links_and_weight_stand_beside_the_text() {
    let body = "<w:p><w:r><w:t xml:space='preserve'>See </w:t></w:r><w:hyperlink r:id='r1'><w:r><w:t>the plan</w:t></w:r></w:hyperlink>\
        <w:r><w:footnoteReference w:id='7'/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'> now</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let notes = "<w:footnotes><w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Of 2015.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let links = "<Relationships><Relationship Id='r1' Type='x/hyperlink' Target='https://example.org/plan'/></Relationships>";
    let document = read(body, &[("word/footnotes.xml", notes), ("word/_rels/document.xml.rels", links)]);
    assert_eq!(blocks(&document), ["paragraph | See the plan now.", "footnote | Of 2015."]);
    let kinds: Vec<&InlineKind> = document.inlines().iter().map(|inline| &inline.kind).collect();
    assert!(kinds.contains(&&InlineKind::Link("https://example.org/plan".to_owned())));
    assert!(kinds.contains(&&InlineKind::NoteMark("1".to_owned())) && kinds.contains(&&InlineKind::Strong));
}

#[test]
fn fields_show_their_result_and_text_boxes_their_words() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Twelve homes.</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>\
        <w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>";
    assert_eq!(read(body, &[]).text(), "Twelve homes.\n\nIn the box.");
}

#[test]
fn properties_are_hints() {
    let core = "<cp:coreProperties><dc:title>Homes</dc:title><dc:creator>Ann Brown</dc:creator>\
        <dcterms:created>2014-05-23T10:00:00Z</dcterms:created></cp:coreProperties>";
    let hints = read(&p("Words."), &[("docProps/core.xml", core)]).hints;
    assert_eq!((hints.title.as_deref(), hints.author.as_deref()), (Some("Homes"), Some("Ann Brown")));
    assert_eq!(hints.created, "2014-05-23".parse().ok());
}

#[test]
fn broken_files_are_told() {
    for bytes in [b"PK\x03\x04".to_vec(), packed(&[("word/other.xml", "<a/>")])] {
        assert_eq!(document(&source(bytes)).unwrap_err().code, "document-broken");
    }
    assert_eq!(document(&source(package("", &[]))).unwrap_err().code, "document-without-text");
}

#[test]
fn a_file_that_swells_is_refused() {
    let swollen = format!("<w:document><w:body>{}</w:body></w:document>", " ".repeat(97 * 1024 * 1024));
    let error = document(&source(packed(&[("word/document.xml", &swollen)]))).unwrap_err();
    assert!(error.message.contains("unpacks to more"), "{}", error.message);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damaged_files_are_read_or_refused(cut in 0_usize..3000, at in 0_usize..3000, byte in any::<u8>()) {
        let mut bytes = package(&[styled("Heading1", "A"), listed(1, 0, "B"), p("C")].concat(), &[]);
        let place = at % bytes.len();
        bytes[place] = byte;
        bytes.truncate(bytes.len().saturating_sub(cut % 400));
        let _ = document(&source(bytes));
    }

    #[test]
    fn damaged_markup_is_read(cut in 0_usize..400, put in "[<>/wp:&; a-z'=]{0,6}", at in 0_usize..400) {
        let mut body = [styled("Heading1", "A"), listed(1, 0, "B"), "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>".to_owned()].concat();
        body.truncate(body.len().saturating_sub(cut));
        let place = at.min(body.len());
        body.insert_str(place, &put);
        let _ = document(&source(package(&body, &[])));
    }
}
