//! Sentences as news and press offices write them in, of when the judgements are that they state out: cases.

use super::tests::{found, in_news};

#[test]
fn what_was_reported_months_ago_is_recalled() {
    let dated = |text: &str| in_news(&format!("4 September 2024\n{text}"));
    assert_eq!(
        dated("In a report published on 16 February, inspectors judged the service to be inadequate."),
        "overall<2024-02-16=inadequate"
    );
    assert_eq!(dated("In a report published this week inspectors judged the service good."), "overall=good");
}

/// What one paragraph tells of an earlier inspection is of that inspection.
#[test]
fn a_paragraph_keeps_its_time() {
    for (text, expected) in [
        (
            "The inspection in 2021 found serious failures. Leadership and adoption were inadequate.",
            "leadership<2021=inadequate; adoption<2021=inadequate",
        ),
        (
            "In 2021 Ofsted gave the council the lowest possible grade for its leadership. Services for care leavers required improvement.",
            "leadership<2021=inadequate; care_leavers<2021=requires",
        ),
        (
            "The council was judged good in 2021. This time leadership was rated inadequate by Ofsted.",
            "overall<2021=good; leadership=inadequate",
        ),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

/// "Last year" is the month of that year in which the grade was given.
#[test]
fn the_inspection_of_last_year_was_in_its_month() {
    let text = "Harbour children’s services\n\nBy Ann Bell\n\n22 November 2023\n\nOfsted came back. Harbour Council was rated inadequate in June 2022.\n\n\
                Last year’s full inspection found failings. Adoption was rated inadequate.";
    assert_eq!(found(text), "overall<2022-06=inadequate; adoption<2022-06=inadequate");
}

/// The same grade at another time, and what one verb says of several areas.
#[test]
fn what_is_said_again_is_of_another_time_or_area() {
    for (text, expected) in [
        (
            "Harbour requires improvement to be good, Ofsted said. This is the same overall judgement that the council received in 2015.",
            "overall=requires; overall<2015=requires",
        ),
        (
            "Inspectors said services for children who need protection required improvement, as did the support given to care leavers and the adoption work.",
            "help_and_protection=requires; care_leavers=requires; adoption=requires",
        ),
        (
            "The council was rated inadequate overall, as well as inadequate for leadership and for adoption.",
            "overall=inadequate; leadership=inadequate; adoption=inadequate",
        ),
        (
            "Harbour Council was graded good for how it helps and protects children and for adoption.",
            "help_and_protection=good; adoption=good",
        ),
        (
            "It is the first council in Greater Millshire to be rated \"outstanding\" by Ofsted.",
            "overall=outstanding",
        ),
        ("She wants a merger with Millshire, which Ofsted rated as good in 2012.", "overall<2012=good"),
        (
            "The visit, on 4 and 5 March 2025, was the latest since it was rated inadequate in 2023. On that occasion inspectors gave the lowest grade for adoption.",
            "overall<2023=inadequate; adoption<2023=inadequate",
        ),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

/// A focused or monitoring visit gives no grade.
#[test]
fn what_a_story_of_a_visit_tells_was_graded_before() {
    let story = "By Ann Bell\n\n2 March 2023\n\n";
    for (text, expected) in [
        (
            "Inspectors came to Harbour Council in January for a focused visit.\n\nIt remains \"requires improvement\", as it has since the last inspection in June 2019.",
            "overall<2019-06=requires",
        ),
        (
            "Two inspectors were at Harbour Council in January for the fourth monitoring visit since it was rated inadequate.",
            "overall<=inadequate",
        ),
        (
            "Harbour Council, criticised in a report of a focused visit in May 2021, is now rated \"good\".",
            "overall=good",
        ),
        ("In May 2021 a focused visit warned Harbour Council. It has been rated \"good\".", "overall=good"),
    ] {
        assert_eq!(found(&format!("{story}{text}")), expected, "{text}");
    }
}

/// A story of long after an inspection.
#[test]
fn what_a_story_comes_back_to_is_recalled_in_all_areas() {
    let text = "By Ann Bell\n\n14 October 2022\n\nThe commissioner came to Harbour Council in April, after Ofsted judged its children’s services to be inadequate. \
                The inspection, which took place in February 2022, rated the service inadequate for overall effectiveness and for the impact of leaders. \
                The experiences of care leavers were judged to be good.";
    let expected = "overall<2022-02=inadequate; leadership<2022-02=inadequate; care_leavers<2022-02=good";
    assert_eq!(found(text), expected);
}

/// Grades that lead their sentence, each with its year, are earlier ones of what the sentence is about.
#[test]
fn a_sentence_may_begin_with_the_grades_of_earlier_years() {
    for (text, expected) in [
        (
            "Rated outstanding as recently as 2011, the authority was downgraded to inadequate in its new report.",
            "overall<2011=outstanding; overall=inadequate",
        ),
        (
            "Inadequate in 2014 and requires improvement in 2017, the borough was told that it is now good in every category.",
            "overall=good; overall<2014=inadequate; overall<2017=requires",
        ),
        ("Judged inadequate in 2013, Harbour has since mended its nets.", "overall<2013=inadequate"),
        ("Rated good in 2013, the library was closed by Harbour Council.", ""),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

/// A grade that was kept, with the year in which it was first given.
#[test]
fn a_grade_was_first_given_in_a_year() {
    for (text, expected) in [
        ("Harbour Council held on to its good rating, first won in 2013.", "overall=good; overall<2013=good"),
        (
            "It was judged good overall, the same judgement as in the 2013 inspection.",
            "overall=good; overall<2013=good",
        ),
        (
            "Overall it was rated good, up from requires improvement in 2013.",
            "overall<2013=requires; overall=good",
        ),
        ("The inspection of Harbour ended with a good rating.", "overall=good"),
        ("The report ended the council’s ‘good’ rating.", "overall<=good"),
        (
            "Leadership, which was inadequate when the watchdog last called in 2013, has been judged good.",
            "leadership<2013=inadequate; leadership=good",
        ),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}
