//! Values at two times or of two areas in, which is the figure and which it is compared with out.

use super::{found, named};

#[test]
fn what_it_was_at_another_time_is_compared() {
    assert_eq!(
        found("Of 80 calls in May 2018, 96% were answered in a day. In March 2017 it was 71%."),
        "80 calls @2018-05; 96 % @2018-05 (71 @2017-03)"
    );
    assert_eq!(found("Only 38% of plans were made on time. In the previous year it was 44%."), "38 % (44)");
    assert_eq!(found("In 2016 it was 38% of plans. In 2017 it was 44%."), "38 % @2016; 44 % @2017");
    assert_eq!(
        found("The average time came down to 19 hours; in 2014 it was 44 hours."),
        "19 hours (44 @2014)"
    );
    assert_eq!(found("In 2016, 11% of pupils left; in 2017, it was 17%."), "11 % @2016; 17 % @2017");
    assert_eq!(
        found("A pupil waits 93 weeks for a place, compared with 61 weeks two years ago."),
        "93 weeks (61)"
    );
}

#[test]
fn each_number_has_the_date_said_of_it() {
    assert_eq!(
        found("Repairs took from 61 days in 2014–15 to 43 days for 2015–16, with 35% of hulls done in time."),
        "43 days @2015/16 (61 @2014/15); 35 % @2015/16"
    );
    assert_eq!(
        found("Berths have increased from 120 to 144 between 2009–10 and 2010–11."),
        "144 berths @2010/11 (120 @2009/10)"
    );
    assert_eq!(
        found("Pilots are 27% of crews rather than the 34% they were in May 2016."),
        "27 % (34 @2016-05)"
    );
    assert_eq!(
        found(
            "Help from 18 harbours led to the gap of 310 divers in May 2015 shrinking to a gap of 25 in July 2016."
        ),
        "18 harbours; 25 divers @2016-07 (310 @2015-05)"
    );
    assert_eq!(found("Eleven boats sailed more than 10 times each during 2013."), "11 boats @2013");
    assert_eq!(found("Of these, 11 of 40 boats sank in 2014."), "11 boats @2014; 40 boats @2014");
}

#[test]
fn what_it_came_to_be_is_the_value() {
    assert_eq!(
        found("In 2010–11, 22% of divers left and by 2011–12, this had come down to 16%."),
        "16 % @2011/12 (22 @2010/11)"
    );
    assert_eq!(
        found("In 2010–11 only 42% of crews stayed. In 2011–12 this had risen to 59%."),
        "59 % @2011/12 (42 @2010/11)"
    );
}

#[test]
fn what_a_value_came_from_is_compared() {
    assert_eq!(found("Scrapping fell from 38% in 2015 to a current figure of 19%."), "19 % (38 @2015)");
    assert_eq!(
        found(
            "In 2010–11 the average voyage was 90 days. Although this figure has improved from 112 days in the previous year, it is long."
        ),
        "90 days @2010/11 (112 @2009/10)"
    );
    assert_eq!(
        found("About 14% of divers are out of work; this is below the national average for divers (26%)."),
        "14 % (26 national)"
    );
    assert_eq!(found("All of these pupils had a plan made before they were five."), "");
}

#[test]
fn the_average_that_is_named_is_the_other_value() {
    assert_eq!(
        found("Referrals came down since May 2013 to 17%, the national average being 25%."),
        "17 % (25 national)"
    );
    assert_eq!(found("Some aged 16 or 17 find themselves at sea."), "");
    assert_eq!(
        found("At 31 May 2016, 80 children were in care.\n- Of this number 17 (or 21%) live far away"),
        "80 children @2016-05-31; 17 children @2016-05-31; 21 % @2016-05-31"
    );
}

#[test]
fn every_verb_of_change_leads_from_one_value_to_another() {
    for verb in ["climbed", "shrunk", "dipped", "worsened"] {
        assert_eq!(
            found(&format!("In 2018, 22% of hulls leaked. In 2019 this had {verb} to 16%.")),
            "16 % @2019 (22 @2018)"
        );
    }
    assert_eq!(
        found("In 2018, 30 hulls leaked. This is unchanged from the 30 of 2017."),
        "30 hulls @2018 (30 @2017)"
    );
    assert_eq!(found("They keep their berth when they become 18."), "");
}

#[test]
fn numbers_and_dates_in_two_rows_belong_together() {
    let calls = "12 calls @2014; 15 calls @2015; 18 calls @2016";
    assert_eq!(found("There were 12, 15 and 18 calls in 2014, 2015 and 2016 respectively."), calls);
    assert_eq!(
        found("In 2014 and 2015, 61% and 66% of hulls respectively were dry."),
        "61 % @2014; 66 % @2015"
    );
    assert_eq!(
        found("Between 2012 and 2014 the number of boats doubled from 24 to 48."),
        "48 boats @2014 (24 @2012)"
    );
    assert_eq!(
        named("The share of dry hulls was 61%, 66% and 72% in 2014, 2015 and 2016."),
        ["dry hulls", "dry hulls", "dry hulls"]
    );
    assert_eq!(
        named("The number of boats was 20 in May 2013, 32 in May 2014 and 41 in May 2015."),
        ["boats", "boats", "boats"]
    );
}

#[test]
fn two_names_in_a_row_have_two_values() {
    let text = "The rate of 81 per 10,000 compares with statistical neighbour and national averages of 70 and 64 respectively.";
    assert_eq!(found(text), "81 per 10,000 (70 statistical neighbours) (64 national)");
    assert_eq!(
        found("Some 24% leak, above both the regional (19%) and national (20%) averages."),
        "24 % (19 regional) (20 national)"
    );
    assert_eq!(found("Nationally the figure is 64%, but here only 48% of crews sail."), "48 % (64 national)");
    assert_eq!(
        found("The national rate is 64 per 10,000; in Ayton it is 81."),
        "81 per 10,000 (64 national)"
    );
}

#[test]
fn another_year_may_be_told_in_other_words() {
    assert_eq!(
        found("During 2015–16 the port approved 31 pilots; the previous year it approved 19."),
        "31 pilots @2015/16 (19)"
    );
    assert_eq!(found("Some 92% stayed in 2017, having been 84% in 2016."), "92 % @2017 (84 @2016)");
    assert_eq!(found("In 2018 it was 22%; it is now 15%."), "15 % (22 @2018)");
    assert_eq!(found("A year ago 35% of berths were free. Now it is 12%."), "12 % (35)");
    assert_eq!(found("Tests were on time for 91% of crews in 2019 (2018: 76%)."), "91 % @2019 (76 @2018)");
    assert_eq!(
        found("There were 211 boats in 2021, a fall of 9% on the 231 counted in 2020."),
        "211 boats @2021 (231 @2020); 9 % @2021"
    );
    assert_eq!(found("Some 8% sail. Nationally, it is 6%."), "8 % (6 national)");
    assert_eq!(found("The wait, which was 30 weeks in 2019, is now 71 weeks."), "71 weeks (30 @2019)");
    assert_eq!(found("It was 9% in 2020 before recovering to 44% in 2021."), "44 % @2021 (9 @2020)");
    assert_eq!(found("They had 74 vacancies, more than double the 33 it had then."), "74 vacancies (33)");
    assert_eq!(found("Repairs last 29 weeks on average, down from 58 weeks."), "29 weeks (58)");
}

#[test]
fn two_values_are_compared_with_two() {
    let text = "34% of boys and 41% of girls swam; in England the figures were 45% and 48% respectively.";
    assert_eq!(found(text), "34 % (45 national); 41 % (48 national)");
    let text = "It was 46%, compared with 50.3% nationally and 54.8% in the South West.";
    assert_eq!(found(text), "46 % (50.3 national) (54.8 South West)");
}

#[test]
fn what_there_was_then() {
    let text = "The number of visits has gone down since 2019, when there were 2,140, and is now 1,377.";
    assert_eq!(found(text), "1377 visits (2140 @2019)");
    let text = "There are 472 boats. This is a rise since May 2012, when there were 282, and May 2014, when there were 412.";
    assert_eq!(found(text), "472 boats (282 @2012-05) (412 @2014-05)");
    assert_eq!(found("It got 19 visits in 2015; in 2014 it got 12."), "19 visits @2015; 12 visits @2014");
    assert_eq!(found("It received 19 visits in 2015; in 2014 it received 12."), "19 visits @2015 (12 @2014)");
    assert_eq!(found("In all, 23% came home (26% in 2022)."), "23 % (26 @2022)");
    assert_eq!(
        found("Losses rose to 143 (2013: 118), of which 37% were small."),
        "143 losses (118 @2013); 37 %"
    );
}

#[test]
fn targets_peaks_and_verbs_left_out() {
    assert_eq!(found("Crews paid 89% of bills in time (target 90%)."), "89 % (90 target)");
    assert_eq!(found("The rate is now 16.2%, having peaked at 24.7% in May 2021."), "16.2 % (24.7 @2021-05)");
    assert_eq!(
        found("Vacancies stood at 21% and turnover at 18% in September 2023."),
        "21 % @2023-09; 18 % @2023-09"
    );
    assert_eq!(
        found("Wrecks per 1,000 boats vary from 0.8 in the west to 1.3 in the east."),
        "0.8 per 1,000; 1.3 per 1,000"
    );
}

#[test]
fn the_value_of_a_place_or_of_a_level_before() {
    let text = "At 27%, the loss is the highest in the region, where the average is 20%.";
    assert_eq!(found(text), "27 % (20 regional)");
    let text = "Last year 46% of crews left; the figure for London as a whole was 39%.";
    assert_eq!(found(text), "46 % (39 London)");
    assert_eq!(found("Some 66% sail (England: 77%; region: 79%)."), "66 % (77 national) (79 regional)");
    assert_eq!(
        found(
            "Losses were 6.9% in 2022, down from 7.4% in 2021 but still above their old level of 4.6% in 2018."
        ),
        "6.9 % @2022 (7.4 @2021) (4.6 @2018)"
    );
    assert_eq!(found("Some 92% were paid in time, just short of the 95% target."), "92 % (95 target)");
    assert_eq!(found("There are 108 boats, three times as many as in 2019 (35)."), "108 boats (35 @2019)");
    let text = "In May 2016 25 boats sank. This is similar to last year’s figure of 24.";
    assert_eq!(found(text), "25 boats @2016-05 (24)");
    let text = "Gains were £7 million against £9 million in the corresponding period of 2006.";
    assert_eq!(found(text), "7000000 GBP (9000000 @2006)");
    let text = "Attendance was 93.1%, just below the figure for all boys nationally, 93.6%.";
    assert_eq!(found(text), "93.1 % (93.6 national)");
    assert_eq!(found("In all, 68% felt safe; in 2019, 74% did."), "68 % (74 @2019)");
    assert_eq!(
        found("Boats numbered 640 in May 2019; in May 2018 there were 388."),
        "640 boats @2019-05 (388 @2018-05)"
    );
    assert_eq!(found("Crews make up 83% of the port; a year ago that figure was 67%."), "83 % (67)");
    assert_eq!(
        found("In May 2018 there were 51 boats, a figure that had come down to 17 by May 2019."),
        "17 boats @2019-05 (51 @2018-05)"
    );
}

#[test]
fn values_listed_behind_a_colon() {
    assert_eq!(found("Visits to homes: 9 (2019), 6 (2020)."), "9 visits @2019; 6 visits @2020");
    assert_eq!(found("Visits in time: 2015–16, 47%; 2016–17, 63%."), "47 % @2015/16; 63 % @2016/17");
    assert_eq!(found("It helps 204 crews: 61 at level 2, 41 at level 3."), "204 crews; 61 crews; 41 crews");
}

#[test]
fn a_limit_an_average_or_others_are_what_a_value_is_set_against() {
    for (text, expected) in [
        ("Crews lost 34% of days, when the harbour’s own target is 18%.", "34 % (18 target)"),
        ("Repairs took an average of 52 days, when the law allows 45.", "52 days (45 law)"),
        ("The average is 51 days, against an expectation of 35 days.", "51 days (35 expectation)"),
        ("Repairs took 30 weeks on average, more than double the 12 weeks that it had set.", "30 weeks (12)"),
        (
            "The rate is 27.9%, broadly in line with the family average of 28.4%.",
            "27.9 % (28.4 family average)",
        ),
        (
            "Wardens in the north hold an average of 27 boats, while their counterparts in the east have 18.",
            "27 boats (18 counterparts in the east)",
        ),
        (
            "In 2018, 34% of boats leaked, compared with 24% nationally and 28% among the port’s statistical neighbours.",
            "34 % @2018 (24 national) (28 statistical neighbours)",
        ),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn what_is_counted_is_no_verb_no_place_and_no_night() {
    for (text, expected) in [
        ("The port knows of five, and visits to two of them were late.", ""),
        ("Over 90 boats are kept in sheds, of which there are now 15 in town.", "90 boats; 15 sheds"),
        ("The average score for pupils was 27.1 in 2018.", "27.1 points @2018"),
        ("Seven were kept there, in one case for 19 nights.", "19 nights"),
        ("They carry caseloads of between 60 and 75.", "60 cases; 75 cases"),
        ("Repairs are now concluded in 29 weeks.", "29 weeks"),
        ("They raised 42 alarms in the first half of 2019/20.", "42 alarms @2019-09"),
        ("Some 83% of those who answered the port’s 2023 survey were glad.", "83 % @2023"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn what_was_since_a_date_is_not_of_it() {
    assert_eq!(found("It found in 2014 that boats leaked and had sent two more letters since."), "2 letters");
    assert_eq!(
        found("In the quarter, 90 per cent of crews came back. In June 2018 the share was 33 per cent."),
        "90 % (33 @2018-06)"
    );
}
