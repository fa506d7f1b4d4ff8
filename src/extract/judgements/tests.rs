//! Texts in, the judgements that they state out: cases.

use super::*;
use crate::extract::sample;
use crate::model::{Authority, Vocabulary};

fn vocabulary() -> Vocabulary {
    let text = include_str!("../../vocabulary/childrens-services.toml");
    let mut vocabulary: Vocabulary = toml::from_str(text).unwrap();
    let authority = |name: &str| Authority { name: name.into(), ..Authority::default() };
    vocabulary.authorities = vec![authority("Harbour"), authority("Millshire")];
    vocabulary
}

/// The judgements in a text as `area=grade`, with `<` and the date before those recalled.
pub fn found(text: &str) -> String {
    let (document, vocabulary) = (sample::document(text), vocabulary());
    let reading = Reading::new(&document, &vocabulary);
    let mut facts = tabled(&reading);
    facts.extend(told(&reading));
    facts.sort_by_key(|fact| fact.evidence.span);
    let shown = facts.iter().map(|fact| match &fact.value {
        FactValue::Judgement(j) => {
            let date = j.date.map_or(String::new(), |date| date.to_string());
            let grade = j.grade.split('_').next().unwrap_or("");
            if j.current { format!("{}={grade}", j.area) } else { format!("{}<{date}={grade}", j.area) }
        }
        _ => String::new(),
    });
    shown.collect::<Vec<_>>().join("; ")
}

const REPORT: &str = "# Inspection of Harbour local authority children’s services\n\
                          Inspection dates: 10 to 21 June 2024\nLead inspector: Ann Bell\n";

fn in_report(text: &str) -> String {
    found(&format!("{REPORT}{text}"))
}

pub fn in_news(text: &str) -> String {
    found(&format!("By Ann Bell\nHarbour Council said: “We are sorry.”\n{text}"))
}

#[test]
fn each_row_of_a_table_is_a_judgement() {
    assert_eq!(
        in_report(
            "| Judgement | Grade\n| The impact of leaders on social work practice with children and families | Good\n\
                 | The experiences and progress of children in care and care leavers | Requires improvement to be good\n\
                 | Overall effectiveness | Good"
        ),
        "leadership=good; children_in_care=requires; overall=good"
    );
}

#[test]
fn every_area_is_the_service_as_a_whole() {
    let text = "Since the last inspection, when all areas were judged to require improvement to be good, crews are new.";
    assert_eq!(in_report(text), "overall<=requires");
    let text = "Services were judged to be good at the previous inspection four years ago.";
    assert_eq!(in_report(text), "overall<=good");
}

fn judged(text: &str) -> Vec<String> {
    let (document, vocabulary) = (sample::document(text), vocabulary());
    let facts = told(&Reading::new(&document, &vocabulary)).into_iter();
    facts
        .filter_map(|fact| match fact.value {
            FactValue::Judgement(judgement) => Some(format!("{} {}", judgement.body?, judgement.grade)),
            _ => None,
        })
        .collect()
}

/// Each part of a round-up is about the body that heads it.
#[test]
fn a_round_up_names_the_judged_above_their_parts() {
    let lead = "# Ofsted: latest reports on councils\n\nBy Ann Bell\n\n4 July 2024\n\nInspectors have been to two places.";
    let services = "Services remain inadequate overall, inspectors said in the report this week.";
    let good = "Overall effectiveness is judged to be good, inspectors said in the report this week.";
    let headed = format!("{lead}\n\nHarbour Council\n\n{services}\n\nMillshire Council\n\n{good}");
    assert_eq!(judged(&headed), ["Harbour Council inadequate", "Millshire Council good"]);
    let other = format!(
        "{lead}\n\nHarbour Council\n\n{services}\n\nAlso out\n\nMillshire Council was visited in May. The council has been inadequate since 2022."
    );
    assert_eq!(judged(&other), ["Harbour Council inadequate", "Millshire inadequate"]);
}

/// A council that no list names is one nevertheless.
#[test]
fn a_round_up_may_be_of_councils_that_no_list_names() {
    let text = "# Ofsted: latest reports on councils\n\nBy Ann Bell\n\n4 July 2024\n\nInspectors have been to three places.\n\n\
                    Quayshire County Council has been judged good, having been found inadequate in 2021.\n\n\
                    By contrast, Port Vale Council's services were rated inadequate.\n\n\
                    The London Borough of Moorford remains good.";
    let mut judged = judged(text);
    judged.sort_unstable();
    let expected = ["Moorford good", "Port Vale inadequate", "Quayshire good", "Quayshire inadequate"];
    assert_eq!(judged, expected);
}

#[test]
fn a_table_may_tell_what_has_no_grade_what_was_before_and_stand_on_its_side() {
    assert_eq!(
        in_report(
            "| Overall effectiveness | Good\n| The experiences and progress of care leavers | Not judged at this inspection"
        ),
        "overall=good"
    );
    assert_eq!(
        in_report(
            "| Help and protection | Good (previously: inadequate)\n| Overall effectiveness | Good (was inadequate)"
        ),
        "help_and_protection=good; overall=good"
    );
    assert_eq!(
        in_report(
            "| Overall effectiveness | The experiences and progress of care leavers\n| Good | Outstanding"
        ),
        "overall=good; care_leavers=outstanding"
    );
}

#[test]
fn a_grade_broken_over_rows_is_one() {
    let rows = "| The impact of leaders | Requires\n| on social work practice | improvement\n| with children and families | to be good\n\
                    | Overall | Inadequate\n| effectiveness";
    assert_eq!(in_report(&format!("{rows} | ")), "leadership=requires; overall=inadequate");
    let odd = "| The impact of leaders | Requires\n| on social work practice | improvement\n| with children and families | to be good";
    assert_eq!(in_report(&format!("{odd}\n| Care leavers | Good\n| The sea | Good")), "");
}

#[test]
fn a_body_without_a_name_is_not_the_one_told_of() {
    let minutes = |text: &str| found(&format!("Minutes of the Harbour Council committee\n{text}"));
    assert_eq!(minutes("I saw two leaders from Northport, an authority rated outstanding."), "");
    assert_eq!(minutes("We went to an authority that was judged inadequate."), "");
    assert_eq!(
        minutes("Leadership was rated good, as was adoption; care leavers, and what they are offered, wait."),
        "leadership=good; adoption=good"
    );
}

#[test]
fn a_label_over_two_rows_keeps_its_own_grade() {
    assert_eq!(
        in_report(
            "| The experiences and progress of children who need help\n| and protection | Good\n\
                 | The experiences and progress of | Outstanding\n| care leavers\n| Overall effectiveness | Good"
        ),
        "help_and_protection=good; care_leavers=outstanding; overall=good"
    );
}

#[test]
fn rows_that_do_not_pair_give_nothing() {
    let shifted = "| Overall effectiveness\n| Care leavers | Good\n|  | Inadequate\n| Adoption performance";
    assert_eq!(in_report(shifted), "");
}

#[test]
fn columns_with_years_are_told_apart() {
    assert_eq!(
        in_news("| Area | 2019 | 2023\n| Overall effectiveness | Good | Inadequate"),
        "overall<2019=good; overall=inadequate"
    );
}

#[test]
fn headings_and_lines_state_grades() {
    let lines = "# The experiences and progress of children in care: outstanding\nText.\n# Leadership, management and governance\nGood";
    assert_eq!(in_report(lines), "children_in_care=outstanding; leadership=good");
    let flat = "Judgement Grade The impact of leaders on social work practice with Good children and families \
                    The experiences and progress of care leavers Inadequate Overall effectiveness Good";
    assert_eq!(in_report(flat), "leadership=good; care_leavers=inadequate; overall=good");
}

#[test]
fn sentences_of_a_report_state_grades() {
    let check = |text: &str, expected: &str| {
        let text = format!(
            "# Harbour Council\nInspection of services for children in need of help and protection, children looked after \
                 and care leavers\nInspection date: 20 May 2014 – 11 June 2014\n{text}"
        );
        assert_eq!(found(&text), expected);
    };
    check("# The overall judgement is that children’s services require improvement", "overall=requires");
    check("# Children’s services in Harbour are inadequate", "overall=inadequate");
    check("# This local authority is good because", "overall=good");
    check("The graded judgment for adoption performance is that it is good.", "adoption=good");
    check("# The effectiveness of the Harbour Safeguarding Children Board (HSCB) is good.", "lscb=good");
    check("# The Local Safeguarding Children Board requires improvement", "lscb=requires");
    check("Care leavers receive good support. Adoption services are good at finding homes.", "");
    check("Some plans require improvement. Schools are good. The service is good quality.", "");
    check(
        "# What the inspection judgements mean\nA local authority that is inadequate has failed.\nChildren’s services are good.",
        "",
    );
}

#[test]
fn earlier_inspections_are_recalled_with_their_dates() {
    let previous = "# Previous Ofsted inspections\n- The previous inspection of Harbour’s safeguarding arrangements was in May 2012. \
                        The local authority was judged to be adequate.\n\
                        - The last inspection of the local authority’s services for looked after children was in June 2011. The local authority was judged to be good.\n\
                        - The local authority runs two children’s homes. Both were judged to be good in their most recent inspection.";
    assert_eq!(
        in_report(previous),
        "other:safeguarding arrangements<2012-05=adequate; children_in_care<2011-06=good"
    );
    assert_eq!(
        in_report(
            "Since the last inspection in 2019, when services were judged to be good, much has changed."
        ),
        "overall<2019=good"
    );
    assert_eq!(
        in_report(
            "In 2018, inspectors judged Harbour children’s services to require improvement to be good."
        ),
        "overall<2018=requires"
    );
    assert_eq!(
        in_report(
            "The judgements in March 2015 were:\n- Overall effectiveness: inadequate\n- Adoption performance: good"
        ),
        "overall<2015-03=inadequate; adoption<2015-03=good"
    );
    assert_eq!(
        in_report("In 2016 they were judged to be good overall, and outstanding in leadership and adoption."),
        "overall<2016=good; leadership<2016=outstanding; adoption<2016=outstanding"
    );
}

#[test]
fn earlier_inspections_are_of_what_they_inspected() {
    for (text, expected) in [
        (
            "The previous inspection of services for children looked after was in November 2010. Services for children looked \
                 after were judged to be adequate at this inspection.",
            "children_in_care<2010-11=adequate",
        ),
        (
            "It had inspections of children looked after services in 2010, and child protection in 2013, when services were \
                 found to be adequate.",
            "",
        ),
        (
            "Since the previous inspection in 2018, much is new. The experiences and progress of care leavers have declined \
                 from outstanding and are now good.",
            "care_leavers=good; care_leavers<2018=outstanding",
        ),
    ] {
        assert_eq!(in_report(text), expected, "{text}");
    }
}

#[test]
fn letters_judge_nothing() {
    assert_eq!(
        found(
            "Dear Ms Bell\n# Monitoring visit to Harbour children’s services\nThis letter gives the findings of the visit on 4 May 2022.\n\
                 It is the second visit since the local authority was judged inadequate in July 2021. Practice is good."
        ),
        "overall<2021-07=inadequate"
    );
    assert_eq!(
        found(
            "Dear Ms Bell\n# Monitoring visit to Harbour children’s services\nThis letter gives the findings of the visit on 4 May 2022.\n\
                 In the full inspection, which took place from 8 to 19 July 2021, leadership was judged to be inadequate. Adoption \
                 performance was judged to be good."
        ),
        "leadership<2021-07-08=inadequate; adoption<2021-07-08=good"
    );
}

#[test]
fn each_of_several_bodies_is_judged() {
    for text in [
        "Harbour and Millshire were both rated good.",
        "Two further councils – Harbour in Millshire and Millshire – were rated good.",
        "The two judged good in this report are: Harbour; and Millshire.",
    ] {
        assert_eq!(bodies(text), ["Harbour", "Millshire"], "{text}");
    }
    assert_eq!(
        bodies("Harbour and Millshire were inspected. Both councils are now rated good."),
        ["Harbour", "Millshire"]
    );
    assert_eq!(bodies("Harbour was inspected. Both councils are now rated good."), [""; 0]);
    assert_eq!(bodies("The neighbouring council, Millshire, was rated good."), ["Millshire"]);
    assert_eq!(bodies("Harbour in Millshire was rated good."), ["Harbour"]);
    let own = "Harbour Council was inspected, Harbour Council said. ";
    for lead in ["Finally", "By contrast", "Last month"] {
        let text = format!("{own}{lead}, Millshire Council was rated good overall, up from inadequate.");
        assert_eq!(bodies(&text), ["Millshire", "Millshire"], "{text}");
    }
    for text in [
        "Millshire was rated good, with leadership outstanding.",
        "Millshire was praised by many. It was rated good, with outstanding leadership.",
    ] {
        assert_eq!(bodies(&format!("{own}{text}")), ["Millshire", "Millshire"], "{text}");
    }
}

fn bodies(text: &str) -> Vec<String> {
    let document = sample::document(&format!("By Ann Bell\nOfsted came. {text}"));
    let vocabulary = vocabulary();
    let facts = told(&Reading::new(&document, &vocabulary));
    let bodies = facts.iter().map(|fact| match &fact.value {
        FactValue::Judgement(judgement) => judgement.body.clone().unwrap_or_default(),
        _ => String::new(),
    });
    bodies.collect()
}

#[test]
fn another_body_is_named() {
    let document = sample::document(
        "By Ann Bell\nHarbour Council said: “No.” Harbour Council met. Millshire County Council was rated inadequate in 2018.",
    );
    let vocabulary = vocabulary();
    let facts = told(&Reading::new(&document, &vocabulary));
    let FactValue::Judgement(judgement) = &facts[0].value else { panic!() };
    assert_eq!(judgement.body.as_deref(), Some("Millshire"));
}

#[test]
fn another_inspectorate_judges_services_of_its_own() {
    let other = "other:youth justice service<2021=good";
    assert_eq!(in_report("The youth justice service (YJS) was rated ‘Good’ by HMIP in 2021."), other);
    assert_eq!(
        in_report("The youth justice service, which HMIP rated as good in October 2021, is small."),
        "other:youth justice service<2021-10=good"
    );
    let by = |text: &str| {
        let (document, vocabulary) = (sample::document(text), vocabulary());
        let facts = told(&Reading::new(&document, &vocabulary));
        facts.into_iter().find_map(|fact| match fact.value {
            FactValue::Judgement(judgement) => judgement.by,
            _ => None,
        })
    };
    let text = format!("{REPORT}The youth justice service was rated good by HMIP in 2021.");
    assert_eq!(by(&text).as_deref(), Some("HMIP"));
}

#[test]
fn services_for_several_areas_are_judged_overall() {
    assert_eq!(
        in_report(
            "Its services for children in need of help and protection, children in care and care leavers were judged to be good overall in October 2022."
        ),
        "overall<2022-10=good"
    );
}
