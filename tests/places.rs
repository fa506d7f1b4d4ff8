//! Web pages of lists, tables and marks in any order in, their site out: every fact's link must lead to its words.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs;
use std::process::Command;

/// Markup that is rarely whole, and words with facts in them.
const PIECES: [&str; 40] = [
    "<p>In 2019, 45% of boats sank.</p>",
    "In May 2018, 12 boats sank.",
    "Sold in 2017.",
    "It was <b>rated good</b> in 2016.",
    "<p>",
    "</p>",
    "<ul>",
    "<ol>",
    "<ol start=\"7\">",
    "<li>",
    "<li>3. Mend 14 nets by June 2020.",
    "</li>",
    "</ul>",
    "</ol>",
    "<table>",
    "<tr>",
    "<th>Year",
    "<td>",
    "<td>7 March 2015",
    "<td colspan=\"3\">33% in 2014",
    "<td rowspan=\"2\">2013",
    "</table>",
    "<h2>Boats in 2012</h2>",
    "<h4>",
    "</h4>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<br>",
    "<sup><a href=\"#n1\">1</a></sup>",
    "<figure><figcaption>Boats, 2011",
    "<dl><dt>Sold<dd>2010",
    "`",
    "*_~",
    "|",
    "[^1]",
    "](#a",
    "\\",
    "1. ",
];

#[test]
fn every_fact_of_damaged_markup_has_its_place() {
    const DOCUMENTS: usize = 120;
    let project = tempfile::tempdir().unwrap();
    let run = |command: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_factbox"));
        program.arg(command).arg("--root").arg(project.path()).output().unwrap()
    };
    assert!(run("init").status.success());
    let mut runner = TestRunner::deterministic();
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 3..50);
    for number in 0..DOCUMENTS {
        let page = pieces.new_tree(&mut runner).unwrap().current().join(" ");
        let path = project.path().join(format!("content/sources/page-{number}.html"));
        fs::write(
            path,
            format!("<title>Boats</title><h1>Boats of 2021</h1><p>In 2022, 9 boats came.</p>{page}"),
        )
        .unwrap();
    }
    for command in ["build", "check"] {
        let output = run(command);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {told}");
        assert!(!told.contains("-broken]"), "{command}: {told}");
    }
}
