//! How fast facts are found in documents that the benchmark makes itself: 1 MB and 10 MB of text on one core.
//!
//! The second must take no more than twelve times as long as the first.

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use factbox::model::{BlockKind, Document, DocumentBuilder, Hints, MediaType, Sidecar, Source};
use factbox::{extract, read};
use std::hint::black_box;
use std::sync::Arc;

/// Paragraphs of a report: mostly plain prose, now and then something that is a fact.
const PARAGRAPHS: [&str; 10] = [
    "Boats are kept dry by the crew, who know each of them well and mend what the weather breaks. Most nets hold. \
     Some crews wait too long for new oars, and few are told why. The harbour has begun to ask them what they need.",
    "Nets are checked when they come in. Records of this are clear and are read by those who decide.",
    "The number of boats at sea has risen to {n} from {m} in March 2013, against 45 per 10,000 nationally.",
    "Work with the river task force (RTF) is close, and fishers are heard. It does not yet reach every crew.",
    "In a small number of cases the crew had not been told of the storm, and the harbour learned of it late. \
     Managers have since looked at each of these, and the practice is better than it was when inspectors came.",
    "“We are glad of what was found,” said Ann Fisher, leader of the council. “There is more to do.”",
    "The harbour acts under section 17 of the Boats Act 1989, and reports to its board on 3 May 2014.",
    "Crews that leave the harbour are followed for a year. They say that they are asked often how they fare, and \
     that someone answers when they call. This is a strength, and it has been one for as long as records go back.",
    "Training is good, though it is not always taken up by those who would gain most from it.",
    "Leaders know the strengths and the weaknesses of the service well, and their plan says what comes first.",
];

fn document(bytes: usize) -> Arc<Document> {
    let mut builder = DocumentBuilder::new();
    let mut number = 0;
    while builder.text().len() < bytes {
        number += 1;
        if number % 40 == 1 {
            let heading = format!("What needs to improve at the quay of pier {number}");
            builder.block(BlockKind::Heading { level: 2 }, None, &heading, &[], None, "made");
        }
        let words = PARAGRAPHS[number % PARAGRAPHS.len()];
        let words = words.replace("{n}", &(number + 100).to_string()).replace("{m}", &number.to_string());
        builder.block(BlockKind::Paragraph, Some(number.to_string()), &words, &[], None, "made");
    }
    let source = Source {
        path: "made.txt".to_owned(),
        file: "made.txt".into(),
        slug: "made".to_owned(),
        media_type: MediaType::Text,
        bytes: Vec::new(),
        digest: String::new(),
        sidecar: Sidecar::default(),
    };
    Arc::new(builder.build(&source, Hints::default(), read::sentences))
}

fn extraction(criterion: &mut Criterion) {
    let vocabulary = read::builtin_vocabulary();
    let mut group = criterion.benchmark_group("extract");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for megabytes in [1, 10] {
        let document = document(megabytes * 1_000_000);
        group.throughput(Throughput::Bytes(document.text().len() as u64));
        group.bench_function(BenchmarkId::new("facts", format!("{megabytes} MB")), |bencher| {
            bencher.iter(|| extract::facts(black_box(document.clone()), &vocabulary));
        });
    }
    group.finish();
}

criterion_group!(benches, extraction);
criterion_main!(benches);
