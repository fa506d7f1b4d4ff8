//! Sentences of our own in, the figures expected of them out.

mod comparisons;
mod measures;
mod tables;

use super::*;
use crate::extract::sample;
use crate::model::Vocabulary;

/// The figures of a text as `value unit @as-of (compared @as-of label)`.
fn found(text: &str) -> String {
    let document = sample::document(text);
    let vocabulary = Vocabulary::default();
    let reading = Reading::new(&document, &vocabulary);
    let dated = |date: Option<Date>| date.map_or(String::new(), |date| format!(" @{date}"));
    let shown = |(_, verdict): (Span, Verdict)| {
        let Verdict::Figure(figure) = verdict else { return None };
        let compared = figure.compare.iter().map(|other| {
            let label = other.label.as_deref().map_or(String::new(), |label| format!(" {label}"));
            format!(" ({}{}{label})", other.value, dated(other.as_of))
        });
        Some(format!(
            "{} {}{}{}",
            figure.value,
            figure.unit,
            dated(figure.as_of),
            compared.collect::<String>()
        ))
    };
    verdicts(&reading).into_iter().filter_map(shown).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_count_takes_its_date_and_what_it_is_compared_with() {
    let text = "At 31 March 2015, 90 children were on a plan. This is a rise from 70 at 31 March 2014.";
    assert_eq!(found(text), "90 children @2015-03-31 (70 @2014-03-31)");
    assert_eq!(found("It fell from 63% in 2015–16 to 52% in 2016–17."), "52 % @2016/17 (63 @2015/16)");
    assert_eq!(found("Lists are long: in May 2018, 40 pupils waited."), "40 pupils @2018-05");
    assert_eq!(found("In pools it is 9.4% (the national average is 11.7%)."), "9.4 % (11.7 national)");
    assert_eq!(found("There were 40 pupils, compared to 30 in June 2013."), "40 pupils (30 @2013-06)");
    assert_eq!(found("The rate is 52 per 10,000, compared to 45 nationally."), "52 per 10,000 (45 national)");
}

#[test]
fn the_line_above_a_list_governs_its_items() {
    let text = "At 31 May 2016, 80 children were in care. Of this number:\n- 17 (or 21%) live far away\n- three are new";
    assert_eq!(
        found(text),
        "80 children @2016-05-31; 17 children @2016-05-31; 21 % @2016-05-31; 3 children @2016-05-31"
    );
    assert_eq!(found("In the last 12 months:\n- there were 19 adoptions"), "19 adoptions");
}

#[test]
fn an_item_goes_on_from_the_one_above_it() {
    let text = "- At 31 May 2016, 80 children were in care.\n- Of this number, 17 (or 21%) live far away\n- 46 live with carers\n- In the last 12 months:\n- nine children left";
    assert_eq!(
        found(text),
        "80 children @2016-05-31; 17 children @2016-05-31; 21 % @2016-05-31; 46 children @2016-05-31; 9 children"
    );
    assert_eq!(found("It met 14 looked after children."), "14 looked after children");
}

#[test]
fn both_numbers_of_a_part_or_a_range_count() {
    assert_eq!(found("In all, 36 out of 150 referrals were late."), "36 referrals; 150 referrals");
    assert_eq!(found("They had between 33 and 39 families."), "33 families; 39 families");
    assert_eq!(found("Caseloads of 10 to 15 children are low."), "10 children; 15 children");
    assert_eq!(found("- No pupils left.\n- no children left the town that year"), "0 children");
}

#[test]
fn how_long_people_wait_is_measured() {
    assert_eq!(found("Pupils wait up to 18 months for a place."), "18 months");
    assert_eq!(found("Some have waited for over three years."), "3 years");
    assert_eq!(found("There are often delays of up to six months."), "6 months");
}

#[test]
fn the_date_of_an_earlier_value_is_its_own() {
    assert_eq!(
        found("Plans fell from 253 plans in 2018 to 144 plans at this visit."),
        "144 plans (253 @2018)"
    );
}

#[test]
fn a_value_is_compared_with_a_value_and_not_with_a_difference() {
    assert_eq!(
        found("At 30 May 2014, 90 pupils were in care. This is a 20% rise from 75 at 30 May 2013."),
        "90 pupils @2014-05-30 (75 @2013-05-30); 20 %"
    );
}

#[test]
fn an_average_duration_is_measured() {
    assert_eq!(found("This is 20 days more than the limit."), "20 days");
    assert_eq!(
        found("It fell from an average of 55 weeks in 2013 to 37 weeks in 2014."),
        "37 weeks @2014 (55 @2013)"
    );
    assert_eq!(found("The average duration of 34 weeks is long."), "34 weeks");
    assert_eq!(
        found("The average time is 93 days, which is better than the England figure of 146 days."),
        "93 days (146 national)"
    );
    assert_eq!(
        found("It rose from 30 adopters approved in 2011–12 to 50 approved in 2013–14."),
        "50 adopters @2013/14 (30 @2011/12)"
    );
    assert_eq!(found("Those seen for an average of two years or more do well."), "");
}

#[test]
fn a_share_may_part_a_number_from_what_it_counts() {
    assert_eq!(found("There are 16 (8.5%) young people in custody."), "16 young people; 8.5 %");
}

#[test]
fn people_of_an_age_are_counted() {
    assert_eq!(found("In all, 107 16- and 17-year-olds came by."), "107 16- and 17-year-olds");
}

#[test]
fn a_period_that_ends_on_a_date_dates_what_it_leads() {
    assert_eq!(found("In the six months to March 2017, 87% of talks were on time."), "87 % @2017-03");
}

/// What the figures of a text measure.
fn named(text: &str) -> Vec<String> {
    let document = sample::document(text);
    let vocabulary = Vocabulary::default();
    let figures = verdicts(&Reading::new(&document, &vocabulary)).into_iter();
    let figures = figures.filter_map(|(_, verdict)| match verdict {
        Verdict::Figure(figure) => Some(figure.measure),
        _ => None,
    });
    figures.collect()
}

#[test]
fn what_is_told_of_this_year_is_not_of_the_year_before() {
    assert_eq!(
        found("In 2014–15 nine boats were built and nine in the year to date."),
        "9 boats @2014/15; 9 boats"
    );
}

#[test]
fn the_same_month_of_the_year_before() {
    assert_eq!(
        found(
            "In September 83% of boats were mended, up from 64% in the same month of 2022, while wear dropped to 19%."
        ),
        "83 % @2023-09 (64 @2022); 19 % @2023-09"
    );
}

#[test]
fn dates_behind_a_change_and_at_the_end_of_the_month() {
    assert_eq!(found("The number of calls rose by a fifth in 2021/22, to 11,480."), "11480 calls @2021/22");
    assert_eq!(
        found("In June 2023 the club had 12 boats. It had 364 pupils at the end of the month."),
        "12 boats @2023-06; 364 pupils @2023-06"
    );
}

#[test]
fn what_is_always_open_and_what_is_called_by_a_number_count_nothing() {
    assert_eq!(found("Four beds are available with 24/7 support."), "4 beds");
    assert_eq!(found("Progress 8 and Attainment 8 measures were low."), "");
    assert_eq!(found("Most pupils who reach 21 continue to row, long after they turn 18."), "");
    assert_eq!(found("The club reached 21 pupils."), "21 pupils");
}

#[test]
fn a_number_in_brackets_says_the_same_in_another_unit() {
    let text = "Forty per cent (246) of the crews were at sea, 19% (132) were ashore.";
    assert_eq!(found(text), "40 %; 246 crews; 19 %; 132 crews");
    assert_eq!(named(text), ["crews at sea", "crews at sea", "ashore", "ashore"]);
    assert_eq!(found("A large number (109) of pupils row."), "109 pupils");
    assert_eq!(found("Six (46%) of the 13 boats were late."), "6 boats; 46 %; 13 boats");
}

#[test]
fn what_is_told_of_another_year_is_dated_by_it() {
    assert_eq!(
        found("At 31 March 2014, 91 boats were out, compared with 81 in the previous year."),
        "91 boats @2014-03-31 (81 @2013-03-31)"
    );
    assert_eq!(found("Since 2012, the share of boats at sea has risen from 80% to 86%."), "86 % (80 @2012)");
    assert_eq!(found("Between 2012/13 and 2013/14 the number of boats rose to 90."), "90 boats @2013/14");
    assert_eq!(found("In 2012, 73% swam. This dropped to 60% in 2013."), "60 % @2013 (73 @2012)");
}

#[test]
fn news_counts_years_from_its_day() {
    let news = |text: &str| found(&format!("By Ann Bell\n4 July 2024\nThe harbour is shut.\n{text}"));
    assert_eq!(news("Some 88 boats sank last year."), "88 boats @2023");
    assert_eq!(news("Repairs are quicker (April 64%, June 77%)."), "64 % @2024-04; 77 % @2024-06");
    assert_eq!(news("The harbour will build 12 boats by 2026."), "12 boats");
    assert_eq!(news("The gap is expected to reach £2 million by 2026."), "2000000 GBP @2026");
    assert_eq!(news("It has built 12 boats since 2022."), "12 boats");
    assert_eq!(news("There are 60 boats more than this time last year."), "60 boats");
}

#[test]
fn a_unit_is_what_is_counted_and_not_which() {
    assert_eq!(found("There were 146 current crews at sea."), "146 crews");
    let text = "# North Harbour Council\n\nNorth Harbour Council has 146 North Harbour boats at sea.";
    assert_eq!(found(text), "146 boats");
}

#[test]
fn years_ages_and_addresses_are_no_counts() {
    assert_eq!(found("So far, in 2104, only five boats have sailed."), "5 boats");
    assert_eq!(found("The help for young sailors ends abruptly at 18."), "");
    assert_eq!(found("40 Harbour Walk"), "");
    assert_eq!(found("Kyle, 20, who rows, agreed."), "");
    assert_eq!(found("She has rowed with him since she was seven."), "");
    assert_eq!(found("They work for Row Three Rivers."), "");
    assert_eq!(found("Only 43pc of boats sail."), "43 %");
    assert_eq!(found("Some 1,140 homeless 16- and 17-year-olds came."), "1140 16- and 17-year-olds");
}

#[test]
fn a_chain_of_values_is_compared_with_its_last() {
    assert_eq!(
        found("There were 90 calls in 2022, compared with 80 in 2021 and 70 in 2020."),
        "90 calls @2022 (80 @2021) (70 @2020)"
    );
    assert_eq!(
        found("Calls rose from 12 in 2021/22 to 15 in 2022/23 and then to 18 in 2023/24."),
        "18 calls @2023/24 (12 @2021/22) (15 @2022/23)"
    );
    assert_eq!(
        found("Plans fell from 40 at 31 March 2015 to 34 at 31 March 2016, a rate of 24 per 10,000 pupils."),
        "34 plans @2016-03-31 (40 @2015-03-31); 24 per 10,000 @2016-03-31"
    );
    assert_eq!(
        found("In 2021, 88% docked early, up from 51% in 2019 and far above the 47% achieved nationally."),
        "88 % @2021 (51 @2019) (47 national)"
    );
    assert_eq!(
        found("In 2020, 90% came. This fell to 61% in 2021 and, by May 2023, stood at 29%."),
        "61 % @2021 (90 @2020); 29 % @2023-05"
    );
}

#[test]
fn a_value_that_turned_into_another_is_compared_with_it() {
    assert_eq!(found("It was 61% in 2015, rising to 66% in 2016."), "66 % @2016 (61 @2015)");
    assert_eq!(found("Calls rose from 12 calls to 15 and then to 18."), "18 calls (12) (15)");
    assert_eq!(
        named(
            "At 31 March 2016, 270 boys were in care. This is a rate of 27 per 10,000, below the national rate of 33."
        ),
        ["boys in care", "boys in care"]
    );
    assert_eq!(found("Staff are seen 50% of the time. The panel meets every six months."), "");
    assert_eq!(found("In the reporting period April to June 2014 there were 22 talks."), "22 talks @2014-06");
    assert_eq!(
        found("There are nine boys in custody, four sentenced and five on remand."),
        "9 boys; 4 boys; 5 boys"
    );
}

#[test]
fn a_value_takes_the_date_that_leads_to_it() {
    assert_eq!(
        found("In 2023, 91% came (50% nationally), and the picture for May 2024 is better, at 95%."),
        "91 % @2023 (50 national); 95 % @2024-05"
    );
    assert_eq!(found("The average wait is 17 weeks compared with the target of 12."), "17 weeks (12 target)");
    assert_eq!(found("In May 2024, 143 boys came; two years earlier it was 208."), "143 boys @2024-05 (208)");
    assert_eq!(
        found("A high share is out of work, at 48% overall, rising to 58% in the north."),
        "48 %; 58 %"
    );
}

#[test]
fn what_is_counted_may_stand_in_a_list_or_behind_a_name() {
    assert_eq!(
        found("They met 16 schools and read 22 health, care and work (HCW) plans."),
        "16 schools; 22 plans"
    );
    assert_eq!(found("Ayton has a population of 73,700."), "73700 people");
    assert_eq!(found("2 from it to 12 boats."), "2 boats; 12 boats");
    assert_eq!(found("Of the crews 9 in 10 are in touch."), "");
    assert_eq!(found("Some 20 boats lay 30 miles out. Of these, 12 were new."), "20 boats; 12 boats");
    assert_eq!(found("The average caseload has risen from 12 to 20."), "20 cases (12)");
    assert_eq!(found("West Midlands Police reduced it to fewer than 100."), "");
    assert_eq!(found("Nobody planned until the young person was 17."), "");
    assert_eq!(found("Ayton RG40 1BN Dr James"), "");
}

#[test]
fn the_later_of_two_dates_is_that_of_what_was_reached() {
    assert_eq!(
        found("Sailings have gone up from 31 to 58 between 2016–17 and 2017–18."),
        "58 sailings @2017/18 (31 @2016/17)"
    );
    assert_eq!(found("A rise in queries in 2013–14 to 67."), "67 queries @2013/14");
}

#[test]
fn what_is_no_figure() {
    for text in [
        "The quality of homes for pupils (Enabler two) and of plans (Outcome 3, in part).",
        "It is in the top 24 of all schools and has grown over the last four terms.",
        "Plans for pupils who are approaching 18 are ready; workers are assigned to them at 16.",
        "Those in care under 16 live in homes and are seen within five working days of arrival.",
        "She met 16-year-old boys and those aged 10 to 17 or under 18.",
        "See paragraph 43, page 7 and section 20; pupils in Year 11 at Key Stages 1 and 2.",
        "Ring 0300 123 1231 at 10:30.",
        "In the last 12 months and for two years it was seen within 24 hours.",
        "It is one of four possible ratings in five areas.",
        "The inspection team consisted of six inspectors.",
        "Two inspectors, Ann Bell and Carl Dent, came in June.",
        "Two-thirds of a 12-week course went well on the 18th.",
        "Support between 21 and 25 is only for some.",
        "Those with five or more moves were seen.",
        "Support under the age of 18 matches that for others. They change workers at 18. Some stay on after 21.",
        "The footnotes (see 3, 4 and 5) explain it.",
        "It is for those aged nought to seven.",
        "The 0 to 19 service and the 5 to 16 pathway are new.",
        "Years 5 and 6 pupils and quarters one and two of the year were seen.",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
    assert_eq!(found("# 24 children in care"), "");
}

#[test]
fn what_is_so_now_is_of_no_earlier_date_and_a_comma_parts_a_number_from_an_average() {
    let text = "Cases took 66 weeks between April 2014 and March 2015 and now take 29 weeks.";
    assert_eq!(found(text), "66 weeks @2015-03; 29 weeks");
    let text = "Silting is worse than in other ports, at 36% compared to 22% nationally.";
    assert_eq!(found(text), "36 % (22 national)");
}

#[test]
fn the_ages_of_a_band_count_nobody() {
    assert_eq!(found("The 0 to 4 age band has grown by almost 11,882 children."), "11882 children");
}

#[test]
fn a_spread_is_two_figures() {
    assert_eq!(found("The share of pupils absent ranges from 6% to 23% between schools."), "6 %; 23 %");
}

#[test]
fn ages_hours_and_odds_are_no_figures() {
    assert_eq!(found("One boy of 14 was the subject of seven police calls."), "7 police calls");
    assert_eq!(found("The mean age of the crews was 54.2."), "");
    assert_eq!(found("‘If she says she rings at four, it rings at four.’"), "");
    assert_eq!(found("In the town 1 in 4 children moved home."), "");
    assert_eq!(found("It fell (95% CI 8 to 12)."), "");
}

#[test]
fn what_is_counted_is_said_in_its_own_clause() {
    assert_eq!(
        found("Turnover of staff fell to 7.5%, and the average caseload is now 14."),
        "7.5 %; 14 cases"
    );
    assert_eq!(
        found("Offences by children fell from 64 in 2012 to 47 in 2013."),
        "47 offences @2013 (64 @2012)"
    );
}

#[test]
fn a_part_counts_what_its_whole_counts() {
    assert_eq!(
        found("There were 16 carers; 51 pupils were waiting, of whom 21 were placed."),
        "16 carers; 51 pupils; 21 pupils"
    );
    assert_eq!(found("It offers 10 places instead of 40 places."), "10 places (40)");
    assert_eq!(
        found("Loss ran to 24% against an 11% average in similar councils and an 8% England average."),
        "24 % (11 similar councils) (8 national)"
    );
    assert_eq!(found("The rate is 47%, lower than similar areas at 87%."), "47 % (87 similar areas)");
}

#[test]
fn the_subject_is_counted_and_not_what_says_more_of_it() {
    assert_eq!(found("Referrals from schools rose from 12 to 15."), "15 referrals (12)");
    assert_eq!(found("Complaints about workers fell to 12 in 2013."), "12 complaints @2013");
}

#[test]
fn letters_in_the_plural_are_counted() {
    assert_eq!(found("The port had four DHMs and five deputies in 2018."), "4 DHMs; 5 deputies @2018");
    assert_eq!(found("The crew has 12 ABs and 3 mates."), "12 ABs; 3 mates");
}

#[test]
fn what_it_was_elsewhere_is_of_another_measure() {
    let document = sample::document("Attendance at sea was 97%. At the quay it was 93%.");
    let vocabulary = Vocabulary::default();
    let facts = measured_numbers(&Reading::new(&document, &vocabulary));
    let FactValue::Figure(second) = &facts[1].value else { panic!() };
    assert!(!second.measure.contains("at sea"), "{}", second.measure);
}

#[test]
fn a_number_behind_a_time_is_no_number_of_it() {
    assert_eq!(found("Last year 190 crews were helped."), "190 crews");
    assert_eq!(found("Of 96 sailors aged 19 to 21, 58 were at sea."), "96 sailors; 58 sailors");
    assert_eq!(found("Caseloads ranged from 14 to 27."), "14 cases; 27 cases");
    assert_eq!(found("Six in ten crews came; four in ten crews left; some from birth to five."), "");
}

#[test]
fn a_number_of_what_the_sentence_before_tells() {
    for (text, expected) in [
        ("Most boats are whole. Their number rose from 12 to 15.", "15 boats (12)"),
        (
            "In May 2019, 40 crews were waiting. However, by May 2021, the number waiting had grown to 64.",
            "64 crews @2021-05 (40 @2019-05)",
        ),
        (
            "Nets are checked for sailors. The numbers have reduced from 59 in 2014–15 to eight at present.",
            "8 sailors (59 @2014/15)",
        ),
        ("Most boats are whole. Of the 18 that wardens saw, 16 had oars.", "18 boats; 16 boats"),
        (
            "In all, 58 ports were seen. Of these, 14 have been rated good, 31 fair and 13 poor.",
            "58 ports; 14 ports; 31 ports; 13 ports",
        ),
        ("Of the plan, 54 of the 72 actions have been done.", "54 actions; 72 actions"),
        (
            "Boats were lost. From May 2016 to May 2017, the number increased by 12 to 15.",
            "15 boats @2017-05",
        ),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn pairs_reduced_from_pairs_are_compared_in_their_order() {
    assert_eq!(
        found(
            "The share of dinghies was 0.7% and that of rafts was 4.7%, reduced from 0.8% and 7.2% respectively in 2012–13."
        ),
        "0.7 % (0.8 @2012/13); 4.7 % (7.2 @2012/13)"
    );
}

#[test]
fn names_with_numbers_and_ages_of_years_and_months_count_nothing() {
    for text in [
        "The 333 sailors hub is a warm place.",
        "They use the Door 43 drop-in service, the Apollo project, and council apprenticeships.",
        "They have plans by the time they are 16 years 4 months.",
        "Children come aboard from age 14 onwards.",
        "They are not in education or training (NEET) at 18.",
        "A mate should be given at 16 and a half.",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
    assert_eq!(found("In Adoption 22, a consortium of 20 ports, all meet."), "20 ports");
}

#[test]
fn a_place_is_of_what_stands_there() {
    assert_eq!(found("It owns four ports and nine quays in England."), "4 ports; 9 quays");
    assert_eq!(found("Caseloads in the teams average 19."), "19 cases");
    assert_eq!(found("Losses exceeded 9,000 for the first time."), "9000 losses");
    assert_eq!(found("Help was slow, taking more than five hours on average."), "5 hours");
}

#[test]
fn what_stands_behind_the_time_of_the_visit_is_of_it() {
    let head =
        "# Inspection of Harbour local authority children’s services\nInspection dates: 10 to 21 June 2024\n";
    let at = |text: &str| found(&format!("{head}{text}"));
    assert_eq!(
        at(
            "In April 2016, 21 boats were free and, at the time of this inspection, this number had reduced to five."
        ),
        "21 boats @2016-04; 5 boats @2024-06"
    );
    assert_eq!(
        at("Waits have reduced from 50 weeks, at the time of the previous inspection, to 15 weeks."),
        "15 weeks (50)"
    );
}

#[test]
fn sources_and_extremes_do_not_part_a_value_from_what_it_is_set_against() {
    for (text, expected) in [
        ("It was 40%, compared with 22% in the country as a whole (Census 2011).", "40 % (22 national)"),
        (
            "In 2014, 91% were at sea, compared with 68% of all children nationally.",
            "91 % @2014 (68 national)",
        ),
        ("The average time has improved to 31 weeks from a high of 60 weeks.", "31 weeks (60)"),
        (
            "It was 66% (December 2014), compared to the 43% England average (March 2014).",
            "66 % @2014-12 (43 @2014-03 national)",
        ),
        (
            "In 2013, 39 boats were lost. There has been a slight reduction in 2014–15 to 28 boats.",
            "28 boats @2014/15 (39 @2013)",
        ),
        ("In 2012/13, 73% were new and 75% of nets are now mended at once.", "73 % @2012/13; 75 %"),
        ("In the 12 months to 31 March 2013:\n- 15 boats were lost", "15 boats @2013-03-31"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_rate_that_says_a_count_again_is_set_against_the_rates_of_others() {
    assert_eq!(
        found(
            "Plans fell from 40 at 31 March 2015 to 34 at 31 March 2016, which is equivalent to 24 per 10,000 pupils. \
             This is higher than the rate for England (20 per 10,000)."
        ),
        "34 plans @2016-03-31 (40 @2015-03-31); 24 per 10,000 @2016-03-31 (20 national)"
    );
    assert_eq!(found("Use varies from school to school, from 4% to 29%."), "4 %; 29 %");
    assert_eq!(
        found("Pupils now wait an average of nine weeks. Two years ago, the wait was 26 weeks."),
        "9 weeks (26)"
    );
}

#[test]
fn what_is_set_against_a_value_and_a_date_in_brackets() {
    assert_eq!(
        found(
            "The rate was 91 per 10,000 at 31 March 2015, compared with 71 for England and 83 among statistical neighbours."
        ),
        "91 per 10,000 @2015-03-31 (71 national) (83 statistical neighbours)"
    );
    assert_eq!(
        found("The port has 88 boats, three times as many as the 29 it had in 2009."),
        "88 boats (29 @2009)"
    );
    assert_eq!(found("There are 443 pupils in the town (31 August 2015)."), "443 pupils @2015-08-31");
}
