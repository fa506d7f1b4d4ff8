//! A document of another field in, its judgements out: by the vocabulary alone, with no change of code.

use factbox::model::{FactSheet, FactValue, Vocabulary};
use factbox::{extract, read};
use std::path::Path;
use std::sync::Arc;

fn sheet(vocabulary: &Vocabulary) -> FactSheet {
    sheet_of(vocabulary, "adult-social-care.txt")
}

fn sheet_of(vocabulary: &Vocabulary, name: &str) -> FactSheet {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vocabularies").join(name);
    let (source, _) = read::source(&file, name).expect("the sample can be read");
    let (document, _) = read::document(&source).expect("the sample is text");
    extract::facts(Arc::new(document), vocabulary)
}

fn judgements(sheet: &FactSheet) -> Vec<String> {
    let line = |fact: &factbox::model::Fact| match &fact.value {
        FactValue::Judgement(j) => {
            let when = j.date.map_or(String::new(), |date| format!(" in {date}"));
            let by = j.by.as_deref().unwrap_or("?");
            Some(format!(
                "{}: {} by {by}{when}{}",
                j.area,
                j.grade,
                if j.current { "" } else { ", recalled" }
            ))
        }
        _ => None,
    };
    sheet.facts.iter().filter_map(line).collect()
}

#[test]
fn a_project_brings_its_own_field() {
    let vocabulary = read::vocabulary(Path::new("content/adult-social-care"), "adult-social-care")
        .expect("it is the name of a built-in vocabulary");
    assert_eq!(
        judgements(&sheet(&vocabulary)),
        [
            "overall: good by CQC",
            "working_with_people: good by CQC",
            "providing_support: requires_improvement by CQC",
            "safety_in_the_system: good by CQC",
            "leadership: outstanding by CQC",
            "overall: requires_improvement by CQC in 2019, recalled",
        ]
    );
}

#[test]
fn the_other_kinds_of_fact_are_found_in_its_words() {
    let vocabulary = read::vocabulary(Path::new("content/adult-social-care"), "adult-social-care")
        .expect("it is the name of a built-in vocabulary");
    let sheet = sheet(&vocabulary);
    let line = |fact: &factbox::model::Fact| match &fact.value {
        FactValue::Figure(f) => Some(format!("{} {}", f.value, f.measure_id.as_deref().unwrap_or("?"))),
        FactValue::Person(p) => Some(format!("{}, {}", p.name, p.role.as_deref().unwrap_or("?"))),
        FactValue::Action(a) => Some(a.text.clone()),
        FactValue::Legislation(l) => Some(format!("{} {}", l.title, l.url.as_deref().unwrap_or("?"))),
        _ => None,
    };
    assert_eq!(sheet.details.framework.as_deref(), Some("CQC-local-authority"));
    assert_eq!(
        sheet.facts.iter().filter_map(line).collect::<Vec<_>>(),
        [
            "212 waiting-for-assessment",
            "Care Act 2014 https://www.legislation.gov.uk/ukpga/2014/23/section/9",
            "Ruth Hallam, director of adult social services",
            "The council should cut the time that carers wait for a short stay.",
            "Leaders should learn from safeguarding reviews.",
        ]
    );
}

#[test]
fn a_service_of_the_field_has_questions_of_its_own() {
    let vocabulary = read::vocabulary(Path::new("content/adult-social-care"), "adult-social-care")
        .expect("it is the name of a built-in vocabulary");
    let sheet = sheet_of(&vocabulary, "care-home.txt");
    assert_eq!(
        judgements(&sheet),
        [
            "overall: requires_improvement by CQC",
            "safe: inadequate by CQC",
            "effective: good by CQC",
            "caring: good by CQC",
            "responsive: good by CQC",
            "well_led: requires_improvement by CQC",
            "overall: good by CQC in 2017-03-14, recalled",
        ]
    );
    let details = &sheet.details;
    assert_eq!(details.framework.as_deref(), Some("CQC-service"));
    let shown = |date: Option<factbox::model::Date>| date.map_or("?".to_owned(), |date| date.to_string());
    assert_eq!(
        [details.event_start, details.event_end, details.published].map(shown),
        ["2019-10-08", "2019-10-09", "2019-11-20"]
    );
    let manager = sheet.facts.iter().find_map(|fact| match &fact.value {
        FactValue::Person(person) => Some((person.name.as_str(), person.role.as_deref())),
        _ => None,
    });
    assert_eq!(manager, Some(("Tessa Jellicoe", Some("registered manager"))));
}

#[test]
fn a_vocabulary_can_be_a_file() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/vocabulary/adult-social-care.toml");
    let vocabulary = read::vocabulary(&file, "adult-social-care.toml").expect("the file is well formed");
    assert_eq!(vocabulary.id, "adult-social-care");
    assert!(vocabulary.authority_named("Northumberland County Council").is_some());
}
