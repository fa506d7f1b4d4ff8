//! Tables of our own in, the figures expected of them out.

use super::*;

#[test]
fn measures_by_years_are_compared_with_others_in_the_latest() {
    let table = "| Measure | 2021/22 | 2022/23 | England\n\
                 | Boats per 10,000 | 66 | 71 | 70\n\
                 | Crews paid on time | 24% | 21% | 22%";
    assert_eq!(
        found(table),
        "66 per 10,000 @2021/22; 71 per 10,000 @2022/23 (70 national); 24 % @2021/22; 21 % @2022/23 (22 national)"
    );
    let table = "| Indicator | Target | March 2022 | March 2023 | Change\n\
                 | Reviews held in time (%) | 90 | 83 | 88* | +5\n\
                 | Agency sailors | - | 41 | 28 | -13\n\
                 | Spend on boats (£m) | - | 1.5 | 2 | -";
    assert_eq!(
        found(table),
        "83 % @2022-03; 88 % @2023-03 (90 target); 41 agency sailors @2022-03; 28 agency sailors @2023-03; \
         1500000 GBP @2022-03; 2000000 GBP @2023-03"
    );
}

#[test]
fn years_by_measures_and_values_beside_those_of_others() {
    let table = "| Year | Contacts | Sailors in need\n| 2021 | 9,120 | 1,544\n| 2022 | 9,844 | 1,610";
    assert_eq!(
        found(table),
        "9120 contacts @2021; 1544 sailors @2021; 9844 contacts @2022; 1610 sailors @2022"
    );
    let table = "| Item | Last year | This year | Statistical neighbours\n| Visits on time | 80% | 84% | 79%";
    assert_eq!(found(table), "84 % (80) (79 statistical neighbours)");
    let table = "| Ref | Measure | Mar 2023 | Mar 2024 | RAG\n| B1 | Visits made | 94 | 88 | Green";
    assert_eq!(found(table), "94 visits @2023-03; 88 visits @2024-03");
}

#[test]
fn a_table_whose_heads_say_nothing_is_left_alone() {
    assert_eq!(found("| Team | Boats | Note\n| North | 12 | see 4"), "");
    assert_eq!(
        found("| Measure | 2021 | 2022\n| Rate of wrecks | 3.1 | 2.9\n| Attendance score | 40 | 41"),
        ""
    );
}
