//! How fast facts are found in documents that the benchmark makes itself: 1 MB and 10 MB of text on one core.
//!
//! The second must take no more than twelve times as long as the first.

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use factbox::model::{BlockKind, Document, DocumentBuilder, Hints, MediaType, Sidecar, Source};
use factbox::{extract, read};
use std::hint::black_box;
use std::sync::Arc;

/// Paragraphs that state nothing: most of a report.
const PROSE: [&str; 7] = [
    "Boats are kept dry by the crew, who know each of them well and mend what the weather breaks. Most nets hold. \
     Some crews wait too long for new oars, and few are told why. The harbour has begun to ask them what they need.",
    "Nets are checked when they come in. Records of this are clear and are read by those who decide. Where a net is \
     torn, the crew is told on the same day, and managers see to it that another is found.",
    "In a small number of cases the crew had not been told of the storm, and the harbour learned of it late. \
     Managers have since looked at each of these, and the practice is better than it was when inspectors came.",
    "Crews that leave the harbour are followed for a year. They say that they are asked often how they fare, and \
     that someone answers when they call. This is a strength, and it has been one for as long as records go back.",
    "Training is good, though it is not always taken up by those who would gain most from it. Wardens are proud of \
     what they do – they ‘like the work’ – and stay for long. Their plans are not yet written in a way that crews follow.",
    "Leaders know the strengths and the weaknesses of the service well, and their plan says what comes first. It \
     does not yet reach every crew. Those who look after small boats are visited when they ask for it.",
    "The harbour’s work with the schools on the quay is close. Pupils learn to swim early, and teachers know whom to \
     call if one of them stays away. Where this happens, wardens act without delay and write down what they did.",
];

/// Paragraphs that state something, each with how many paragraphs of a report there are to one such. The share is that
/// of the 99 reports of the corpus, in which a megabyte of text holds some 640 figures, 370 events, 220 abbreviations,
/// 160 actions, 110 judgements, 70 people, 30 citations of Acts and 8 quotations.
const FACTS: [(usize, &str); 8] = [
    (11, "At the time of the visit, {n} boats were at sea, and all were in the care of the harbour."),
    (
        17,
        "The number of boats at sea has risen to {n} from {m} in March 2013, against 45 per 10,000 nationally.",
    ),
    (13, "The harbour opened its second dock on {day} May 2014, and its board met there for the first time."),
    (20, "Work with the {other} task force ({letter}TF) is close, and fishers are heard."),
    (39, "Inspectors judged the harbour’s care for its {other} boats to be good in 2011."),
    (61, "The chair of the board, {given} {other}, has been in post since 2012."),
    (145, "The harbour acts under section {day} of the Boats Act 1989."),
    (
        541,
        "“We are glad of what was found,” said {given} {other}, leader of the council. “There is more to do.”",
    ),
];

/// Every so many paragraphs a heading stands over a list of what is to be put right.
const SECTION: usize = 270;
const GIVEN: [&str; 6] = ["Ann", "Brian", "Carol", "David", "Emma", "Frank"];
const OTHER: [&str; 8] = ["Archer", "Baker", "Cooper", "Draper", "Eastman", "Fisher", "Glover", "Harper"];

fn paragraph(number: usize) -> String {
    let other = OTHER[number % OTHER.len()];
    let stated = FACTS.iter().rev().find(|(every, _)| number.is_multiple_of(*every));
    stated
        .map_or(PROSE[number % PROSE.len()], |(_, words)| words)
        .replace("{n}", &(number % 900 + 100).to_string())
        .replace("{m}", &(number % 700 + 90).to_string())
        .replace("{day}", &(number % 28 + 1).to_string())
        .replace("{given}", GIVEN[number % GIVEN.len()])
        .replace("{other}", other)
        .replace("{letter}", &other[..1])
}

fn document(bytes: usize) -> Arc<Document> {
    let mut builder = DocumentBuilder::new();
    let mut number = 0;
    while builder.text().len() < bytes {
        number += 1;
        if number % SECTION == 1 {
            let heading = BlockKind::Heading { level: 2 };
            builder.block(heading, None, "What needs to improve", &[], None, "made");
            for item in 0..10 {
                let words =
                    format!("Make sure that boats of the {} are mended without delay.", OTHER[item % 8]);
                let item = BlockKind::ListItem { depth: 0, ordered: false };
                builder.block(item, None, &words, &[], None, "made");
            }
            let heading = BlockKind::Heading { level: 2 };
            builder.block(heading, None, "What the crews say", &[], None, "made");
        }
        let words = paragraph(number);
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
