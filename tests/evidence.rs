//! Generated and damaged text in; every fact and every mention must quote the text verbatim, and no rule may panic.

use factbox::model::{MediaType, Sidecar, Source};
use factbox::{extract, read};
use proptest::prelude::*;
use std::sync::Arc;

/// Lines of the forms that the rules look for, in words of no real document.
const LINES: [&str; 32] = [
    "Harbour Borough Council",
    "Inspection date: 3 March – 2 April 2014",
    "What does the harbour need to improve?",
    "Areas for improvement",
    "12. Ensure that every boat (old or new) has a net by May 2015.",
    "- mend 12 nets",
    "■ The quality of nets, as at 31 March 2014.",
    "The river task force (RTF) met 14 times (up from 9 in 2012/13).",
    "Under sections 17 and 47 of the Boats Act 1989, and the Nets (Review) Regulations 2013, it may.",
    "“We are glad,” said Coun Ann Fisher, leader of the council. “It is a good day.",
    "“And we go on.”",
    "Overall effectiveness\tRequires improvement to be good",
    "The experiences and progress of children in care\tGood",
    "Services for children are inadequate, as they were in June last year.",
    "About 52.5 per 10,000 children, compared to 45 nationally, 98% (nearly £1.2m) on Tuesday.",
    "Lead inspector: Dr Jo O’Neill-Smith HMI",
    "¹ This report is made under section 136 of the Boats Act (2006).",
    "| a | b |",
    "READ MORE: More on boats",
    "They list three points to improve: nets; boats and oars; and more sails.",
    "((((“‘’”))))[[",
    "RTF, known as the ‘River Task Force’ (RTF) (RTF (RTF) RTF)",
    "# ﬁne “ligatures” – ½ of 2⁄3 … naïve İstanbul ẞ ǅ 𝟙𝟚",
    "the 1989 Act, s.47 and 16+ (‘16+’)",
    "Ann Fisher, the harbour’s director, told the Echo: “We are glad, and proud.” She said “it will last”.",
    "“It rose from 12% in 2014 to 19%,” a spokesman for Harbour Council said, adding: ‘We go on, and on.’",
    "Ofsted has rated the council’s services ‘inadequate’ for leadership, up from ‘good’ in 2016.",
    "• Lead inspector: Jo Smith • Team inspectors: Al Brown, Di Grey",
    "Jo Smith HMI (lead inspector), Al Brown (Care Quality Commission) and Di Grey",
    "Training: 4/5 or 3-4 boats, £5m–£6m, 5 kg, 1 in 4, two thirds; it takes 19 hours, was 44 in May.",
    "grades A* to C. He met J. K. Brown at 5 p.m. on 3/4/2015, and vice-versa.",
    "Children Act 1989 (c. 41), section 22(3)(a); reg 5 of the Nets (Fees and Charges) Order 2015",
];

fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        8 => prop::sample::select(&LINES[..]).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
        1 => "[A-Za-z0-9 ,.;:()‘’“”£%–\\-]{0,60}",
    ];
    let gap = prop::sample::select(&["\n\n", "\n", " ", "\r\n", "\u{c}", ""][..]);
    prop::collection::vec((line, gap), 0..40)
        .prop_map(|parts| parts.into_iter().map(|(line, gap)| line + gap).collect())
}

/// Bytes cut, turned over and doubled somewhere.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    (text(), prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12)).prop_map(
        |(text, damages)| {
            let mut bytes = text.into_bytes();
            for (place, byte) in damages {
                if !bytes.is_empty() {
                    let at = place.index(bytes.len());
                    match byte % 4 {
                        0 => bytes.truncate(at),
                        1 => bytes[at] = byte,
                        2 => bytes.insert(at, byte),
                        _ => bytes.extend_from_within(at..(at + usize::from(byte)).min(bytes.len())),
                    }
                }
            }
            bytes
        },
    )
}

/// Characters of several bytes, of no width, that change their length with their case, or that are marks to a rule.
const ODD: [&str; 30] = [
    "É", "ß", "İ", "ǅ", "é", "Ö", "’", "‘", "“", "”", "„", "»", "…", "–", "—", "•", "£", "½", "\u{a0}",
    "\u{2028}", "\u{200b}", "\u{301}", "😀", "中", ",", ".", ":", "(", ")", "\"",
];

/// Odd characters strewn over the text, most of them at a word's begin or end.
fn strewn() -> impl Strategy<Value = String> {
    let odd = prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&ODD[..])), 1..30);
    (text(), odd).prop_map(|(mut text, odd)| {
        for (place, odd) in odd {
            let at = text.floor_char_boundary(place.index(text.len() + 1));
            let edge = text[at..].find(' ').filter(|_| place.index(3) > 0).map_or(at, |space| at + space);
            text.insert_str(edge, odd);
        }
        text
    })
}

fn source(bytes: Vec<u8>, media_type: MediaType) -> Source {
    Source {
        path: "generated.txt".to_owned(),
        file: "generated.txt".into(),
        slug: "generated".to_owned(),
        media_type,
        bytes,
        digest: String::new(),
        sidecar: Sidecar::default(),
    }
}

fn stretch(characters: &[char], start: usize, end: usize) -> String {
    characters[start..end].iter().collect()
}

fn quotes_are_verbatim(bytes: Vec<u8>, media_type: MediaType) {
    let vocabulary = read::builtin_vocabulary();
    let Ok((document, _)) = read::document(&source(bytes, media_type)) else { return };
    let sheet = extract::facts(Arc::new(document), &vocabulary);
    let document = &sheet.document;
    let characters: Vec<char> = document.text().chars().collect();
    for fact in &sheet.facts {
        let evidence = &fact.evidence;
        assert_eq!(stretch(&characters, evidence.start, evidence.end), evidence.quote, "{}", fact.id);
        assert!(!evidence.quote.is_empty(), "{}", fact.id);
        let bytes = [evidence.start, evidence.end].map(|at| document.offset_of(at).unwrap());
        assert_eq!(document.text()[bytes[0]..bytes[1]], evidence.quote, "{}", fact.id);
        assert!(evidence.sentence.contains(&evidence.quote), "{}", fact.id);
    }
    for mention in extract::mentions(document, &vocabulary) {
        assert!(document.text().get(mention.span.range()).is_some_and(|words| !words.is_empty()));
    }
    assert_eq!(extract::explained(&sheet, &vocabulary).len(), document.blocks().len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn facts_of_generated_text_quote_it(text in text()) {
        quotes_are_verbatim(text.into_bytes(), MediaType::Text);
    }

    #[test]
    fn facts_of_text_with_odd_characters_quote_it(text in strewn()) {
        quotes_are_verbatim(text.into_bytes(), MediaType::Markdown);
    }

    #[test]
    fn facts_of_damaged_text_quote_it(bytes in damaged()) {
        quotes_are_verbatim(bytes.clone(), MediaType::Text);
        quotes_are_verbatim(bytes, MediaType::Markdown);
    }
}
