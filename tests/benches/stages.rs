//! How long each stage takes, on documents that the benchmark makes itself: 60 reports of some 2,000 words.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use factbox::link::Entry;
use factbox::model::{FactSheet, MediaType, OutputFile, Settings, Sidecar, Site, Source};
use factbox::{check, compose, extract, link, publish, read, render};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

const REPORTS: usize = 60;

fn text(number: usize) -> String {
    let mut text = format!(
        "# Report {number} on the harbours of Swindon\n\nInspection dates: 4 to 8 March 20{:02}\n\n",
        10 + number % 15
    );
    for paragraph in 1..=40 {
        text.push_str(&format!(
            "{paragraph}. At 31 March 2014, {} boats were at sea, compared with {} at 31 March 2013. The river task force \
             (RTF) met {paragraph} times. “We know what to do next,” said Ann Fisher, leader of the council. Nets are mended \
             in time, and crews say that they are heard when they ask for help with what the weather has broken.\n\n",
            paragraph * 7 + number,
            paragraph * 6
        ));
    }
    text
}

fn source(number: usize) -> Source {
    let bytes = text(number).into_bytes();
    Source {
        path: format!("content/sources/report-{number}.md"),
        file: "made".into(),
        slug: format!("report-{number}"),
        media_type: MediaType::Markdown,
        digest: blake3::hash(&bytes).to_hex().to_string(),
        bytes,
        sidecar: Sidecar::default(),
    }
}

fn sheet(source: &Source) -> FactSheet {
    let (document, _) = read::document(source).expect("the benchmark's own text is read");
    extract::facts(Arc::new(document), &read::builtin_vocabulary())
}

fn site(sheets: &[FactSheet]) -> Site {
    let entry = |sheet: &FactSheet| Entry {
        sheet: sheet.clone(),
        page: compose::page(sheet),
        sidecar: Sidecar::default(),
    };
    let entries = sheets.iter().map(entry).collect();
    link::site(entries, Vec::new(), &Settings::default(), read::builtin_vocabulary(), None, Vec::new()).0
}

fn files(site: &Site) -> Vec<OutputFile> {
    render::pages(site, &BTreeMap::new()).expect("the built-in templates are right")
}

fn stages(criterion: &mut Criterion) {
    let sources: Vec<_> = (0..REPORTS).map(source).collect();
    let sheets: Vec<_> = sources.iter().map(sheet).collect();
    let linked = site(&sheets);
    let drawn = files(&linked);
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10).throughput(Throughput::Elements(REPORTS as u64));
    group.bench_function("read", |b| {
        b.iter(|| sources.iter().for_each(|source| drop(black_box(read::document(source)))))
    });
    let vocabulary = read::builtin_vocabulary();
    group.bench_function("extract", |b| {
        b.iter(|| {
            sheets
                .iter()
                .for_each(|sheet| drop(black_box(extract::facts(sheet.document.clone(), &vocabulary))))
        });
    });
    group.bench_function("compose", |b| {
        b.iter(|| sheets.iter().for_each(|sheet| drop(black_box(compose::page(sheet)))))
    });
    group.bench_function("link", |b| b.iter(|| black_box(site(&sheets))));
    group.bench_function("render", |b| b.iter(|| black_box(files(&linked))));
    group.bench_function("check", |b| b.iter(|| black_box(check::site(&drawn, "public"))));
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let public = folder.path().join("public");
    group.bench_function("publish", |b| {
        b.iter(|| publish::site(&drawn, &public, "public").expect("it can be written"))
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
