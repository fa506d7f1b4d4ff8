//! Sentences with numbers in, what each number measures and in which series it stands out.

use super::named;
use crate::extract::Reading;
use crate::extract::figures::{Verdict, verdicts};
use crate::extract::sample;
use crate::model::{Measure, Vocabulary};

#[test]
fn a_measure_is_named_as_a_chart_would_be() {
    // Few words that say all the same what is measured; and what it is above.
    assert_eq!(named("Turnover has fallen to 12%, and 40 posts are free.")[..1], ["Turnover"]);
    assert_eq!(
        named("Some 64% of crews are at sea, well above the national figure of 56%."),
        ["crews at sea"]
    );

    assert_eq!(named("The council had 12 children in care."), ["children in care"]);
    assert_eq!(
        named("The length of cases has been reduced from 50 weeks in 2012 to 40 weeks in 2013."),
        ["length of cases"]
    );
    assert_eq!(
        named("In all, 14 pupils have returned to class and a further four are due back."),
        ["pupils who have returned to class", "pupils due back"]
    );
    assert_eq!(
        named("About 900 boys live in Ayton. This is 20% of all boys in the county."),
        ["boys live in Ayton", "boys live in Ayton as a share of boys in the county"]
    );
    assert_eq!(named("The proportion of pupils in work has risen to 38%."), ["pupils in work"]);
    let list = "- At 31 May 2016, 80 children were in care.\n\nOf this number:\n\n- 12 children (or 15%) live far away";
    let far = "children in care who live far away";
    assert_eq!(named(list), ["children in care", far, far]);
    let places =
        "The proportion of pupils who read:\n\n- In primary schools is 17% (the national level is 15%)";
    assert_eq!(named(places), ["pupils who read in primary schools"]);
}

#[test]
fn each_number_of_a_row_measures_its_own_item() {
    assert_eq!(
        named("Rot is found in 54% of hulls, rust in 29% and weed in 2%."),
        ["Rot is found in hulls", "rust is found in hulls", "weed is found in hulls"]
    );
    assert_eq!(
        named("Attendance stands at 68% for crews and 71% for wardens."),
        ["Attendance for crews", "Attendance for wardens"]
    );
    assert_eq!(
        named("Calls (66%) and visits (21.5%) have risen."),
        ["Calls have risen", "visits have risen"]
    );
    assert_eq!(
        named("Crews made good progress in rowing (23%) and sailing (30%)."),
        ["Crews made good progress in rowing", "Crews made good progress in sailing"]
    );
    assert_eq!(
        named("Tests show that 86% made progress in rowing, 79% in sailing and 71% in diving.")[1..],
        ["Tests show that made progress in sailing", "Tests show that made progress in diving"]
    );
}

#[test]
fn a_measure_keeps_nothing_of_another_figure() {
    for (text, measures) in [
        (
            "There are 15 pupils at sea, 49 in the harbour and six on rafts.",
            &["pupils at sea", "pupils in the harbour", "pupils on rafts"][..],
        ),
        ("The club is in touch with 140 of 145 pupils.", &["club is in touch with pupils", "pupils"]),
        ("Only 36 of the 409 pupils live on rafts.", &["pupils who live on rafts", "pupils"]),
        (
            "Some 36 of the 409 pupils seen at sea were late.",
            &["pupils seen at sea late", "pupils seen at sea"],
        ),
        ("There are 22 pupils and 18 crews lying at sea.", &["pupils lying at sea", "crews lying at sea"]),
        (
            "The warden works with 22 pupils and 18 crews of the club.",
            &["warden works with pupils", "crews of the club"],
        ),
        ("The wait rose from an average of 24 weeks in 2012 to 34 weeks in 2013.", &["wait"]),
        (
            "Wardens are responsible for between 33 and 39 pupils.",
            &["Wardens are responsible for pupils", "Wardens are responsible for pupils"],
        ),
        (
            "The club has 143 pupils on a list, a rate of 41 per 10,000.",
            &["pupils on a list", "pupils on a list"],
        ),
        (
            "The 13 pupils had lived in three harbours.",
            &["pupils who had lived in three harbours", "13 pupils had lived in harbours"],
        ),
        (
            "The largest groups at the yard are White Other 29.2%, White British 18.7% and Black African 16.6%.",
            &[
                "largest groups at the yard are White Other",
                "largest groups at the yard are White British",
                "largest groups at the yard are Black African",
            ],
        ),
        (
            "The share of boats with sails in north yards is 21%, and in south yards is 18%.",
            &["boats with sails in north yards", "boats with sails in south yards"],
        ),
        (
            "The number of boats has reached 431, while the pool of crews shrank to 139.",
            &["boats", "pool of crews"],
        ),
        ("The yard has 49 crews, of whom 16 are pupils.", &["yard has crews", "crews who are pupils"]),
    ] {
        assert_eq!(named(text), measures, "{text}");
    }
}

#[test]
fn a_part_is_no_value_of_the_series_of_the_whole() {
    let text = "There are 90 pupils afloat, of whom 36 row.";
    let document = sample::document(text);
    let measure = Measure {
        id: "afloat".to_owned(),
        unit: "pupils".to_owned(),
        wordings: vec!["afloat".to_owned()],
        ..Measure::default()
    };
    let vocabulary = Vocabulary { measures: vec![measure], ..Vocabulary::default() };
    let figures = verdicts(&Reading::new(&document, &vocabulary)).into_iter();
    let ids = figures.filter_map(|(_, verdict)| match verdict {
        Verdict::Figure(figure) => Some(figure.measure_id),
        _ => None,
    });
    assert_eq!(ids.collect::<Vec<_>>(), [Some("afloat".to_owned()), None]);
}

#[test]
fn a_number_that_nothing_names_measures_what_was_told() {
    assert_eq!(named("More crews learn to swim. In 2013–14, this was 14%."), ["crews learn to swim"]);
    assert_eq!(
        named("Sixteen people came to row, and 10 of them have stayed.")[1..],
        ["people who came to row and have stayed"]
    );
    assert_eq!(
        named("Small boats made up 8% of the fleet at sea."),
        ["Small boats as a share of the fleet at sea"]
    );
}

#[test]
fn a_whole_and_its_part_are_told_apart() {
    assert_eq!(
        named("Berths have been found for five out of six crews waiting for a port."),
        ["Berths have been found for crews waiting for a port", "crews waiting for a port"]
    );
    assert_eq!(
        named("Wardens were in touch with 140 of 145 sailors."),
        ["Wardens were in touch with sailors", "sailors"]
    );
    assert_eq!(
        named("Talks have prevented 16 crews with children from being sent home."),
        ["Talks have prevented crews with children from being sent home"]
    );
    assert_eq!(
        named("The board has met nine times since then and has heard 20 sailors.")[1..],
        ["board has heard sailors"]
    );
    assert_eq!(
        named("In all, 220 boats have been mended in the yard, which is now feeding 94 people.")[..1],
        ["boats have been mended in the yard"]
    );
}

#[test]
fn what_went_down_and_came_to_a_number_has_its_subject() {
    assert_eq!(
        named(
            "Calls to the night hub (NH), where storms are told, went down by nearly 4 per cent against the year before, to 3,597."
        ),
        ["Calls to the night hub went down", "Calls to the night hub"]
    );
}

#[test]
fn a_measure_ends_where_another_clause_begins() {
    for (text, expected) in [
        ("It now helps 86 crews, and owners told us that they were glad.", "helps crews"),
        ("The average time is 30 weeks, more than double the 12 weeks of others.", "average time"),
        ("The rate, at 372 per 10,000, is higher than that of others.", "rate"),
        ("Wardens have an average of 16 boats each.", "Wardens have boats each, on average"),
        ("Plans are finished on time for 97% of crews.", "Plans are finished on time for crews"),
        ("Training has been given to more than 600 staff.", "Training has been given to staff"),
        ("Checks are up to date for 94% of crews.", "Checks are up-to-date for crews"),
    ] {
        assert_eq!(named(text)[0], expected, "{text}");
    }
}

#[test]
fn what_was_told_before_is_told_again() {
    for (text, expected) in [
        (
            "There are 260 crews at sea.\n\nSeen against all, that is a rate of 52 per 10,000 crews.",
            "crews at sea",
        ),
        ("In the quarter, 90 per cent of the crews who left came back.", "crews who left came back"),
        (
            "The board, which found the port wanting and had sent two more letters since, rated it good.",
            "sent letters",
        ),
    ] {
        assert_eq!(named(text).last().map(String::as_str), Some(expected), "{text}");
    }
}
