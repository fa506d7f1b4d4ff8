//! Sentences as news and press offices write them in, the judgements that they state out: cases.

use super::tests::in_news;

#[test]
fn news_states_and_recalls() {
    for (text, expected) in [
        ("Ofsted has rated Harbour Council’s children’s services as ‘good’.", "overall=good"),
        ("Harbour’s children’s services have been rated “outstanding” by Ofsted.", "overall=outstanding"),
        ("The department is now rated \"good\" after years of work.", "overall=good"),
        ("The council was judged to be ‘inadequate’ in 2018.", "overall<2018=inadequate"),
        (
            "At the previous full visit, in 2016, it was judged as \"requires improvement\" overall.",
            "overall<2016=requires",
        ),
        ("Children’s services moved from ‘inadequate’ to ‘good’.", "overall<=inadequate; overall=good"),
        ("The council received an overall rating of ‘good’.", "overall=good"),
        ("Ofsted gave the service a ‘requires improvement’ rating in 2016.", "overall<2016=requires"),
        ("Ofsted gave the council’s net-mending team an outstanding rating.", ""),
        ("Ofsted rated the experiences of care leavers good in its report.", "care_leavers=good"),
        ("Its library service was given a good rating.", "other:library service=good"),
        (
            "The report rates the department as inadequate for: The impact of leaders on social work practice; \
             the experiences and progress of care leavers and overall effectiveness.",
            "leadership=inadequate; care_leavers=inadequate; overall=inadequate",
        ),
        (
            "Harbour Council was rated ‘good’ for leadership, ‘outstanding’ for adoption and ‘requires improvement’ for care leavers.",
            "leadership=good; adoption=outstanding; care_leavers=requires",
        ),
        (
            "The experience and progress of those leaving the council’s care was rated a little higher but still requires improvement to be good.",
            "care_leavers=requires",
        ),
        (
            "It got better after a report in 2017 which found it required improvement.",
            "overall<2017=requires",
        ),
        (
            "The inspection concluded that the council is ‘outstanding’ for leadership, and ‘good’ for adoption.",
            "leadership=outstanding; adoption=good",
        ),
        ("A local authority, rated ‘good’ by Ofsted, has been praised.", "overall=good"),
        ("High caseloads cost Harbour Council its ‘good’ rating.", "overall<=good"),
        ("The county’s children’s services moved out of their ‘inadequate’ rating.", "overall<=inadequate"),
        ("The report came out today with an overall judgement of inadequate.", "overall=inadequate"),
        (
            "The council has spent more on the service since the inadequate rating in 2017.",
            "overall<2017=inadequate",
        ),
        (
            "A visit by Ofsted rated children’s services inadequate overall, it said then.",
            "overall=inadequate",
        ),
        (
            "The service had outstanding ratings in two categories, children in care and the impact of leaders.",
            "children_in_care=outstanding; leadership=outstanding",
        ),
        (
            "Two areas received good ratings, among them help and protection and adoption performance.",
            "help_and_protection=good; adoption=good",
        ),
        ("Harbour is one of only three councils to be rated ‘outstanding’.", "overall=outstanding"),
        ("Harbour’s services have again been judged as ‘outstanding’.", "overall=outstanding"),
        (
            "The council, which was previously rated ‘inadequate’, is now ‘good’.",
            "overall=good; overall<=inadequate",
        ),
        (
            "It was given an overall rating of ‘good’ and ‘inadequate’ for help and protection.",
            "overall=good; help_and_protection=inadequate",
        ),
        (
            "Services for care leavers were rated ‘good’, while the experiences of children in care were ‘inadequate’.",
            "care_leavers=good; children_in_care=inadequate",
        ),
        ("It rated one area, “the impact of leaders on social work practice”, as “good”.", "leadership=good"),
        ("Ofsted rated Harbour inadequate earlier this month, after years of decline.", "overall=inadequate"),
        (
            "The report rated Harbour Council’s support for vulnerable children as inadequate.",
            "overall=inadequate",
        ),
        (
            "The report rated the council’s services for looked after children as “inadequate”.",
            "children_in_care=inadequate",
        ),
        (
            "Ofsted has lifted the council’s rating from ‘inadequate’ to ‘good’.",
            "overall<=inadequate; overall=good",
        ),
        ("The council received ‘good’ in all areas.", "overall=good"),
        (
            "Ofsted rated the council’s services as ‘good’, up from ‘requires improvement’ in 2019 and ‘inadequate’ in 2017.",
            "overall<2019=requires; overall<2017=inadequate; overall=good",
        ),
        (
            "When Ofsted called the council’s services “inadequate” in 2011, it wept.",
            "overall<2011=inadequate",
        ),
        ("The opposition called the council’s services “inadequate”.", ""),
        ("It has lifted schools from ‘inadequate’ to ‘good’.", ""),
        ("Children’s services at three councils were rated ‘good’.", ""),
        (
            "Inspectors, who came in May, judged the council’s services to ‘require improvement’.",
            "overall=requires",
        ),
        (
            "Services were rated ‘good’ in all areas except for the experiences of care leavers, which were rated ‘inadequate’.",
            "overall=good; care_leavers=inadequate",
        ),
        ("It was graded ‘good’ in three of the four areas.", ""),
        ("Inspectors want more before they can give it a ‘good’ rating.", ""),
        ("The council’s SEND services were rated inadequate.", ""),
        ("Ofsted found that 24% of authorities were rated ‘inadequate’.", ""),
        ("Inadequate ratings from Ofsted make it harder for councils.", ""),
        ("Harbour Council got a rating of adequate for its roads.", ""),
        ("Two children’s homes were rated good.", ""),
        ("The school was judged inadequate.", ""),
        ("We want to be rated outstanding next time.", ""),
        ("The council hopes for a ‘good’ rating.", ""),
        ("Services are not yet good.", ""),
        ("Staff do a good job and give good support.", ""),
        ("Most placements are judged good or outstanding.", ""),
        ("It comes four years after the council was rated ‘adequate’.", "overall<=adequate"),
        ("Adoption was also singled out as ‘good’ by inspectors.", "adoption=good"),
        ("Adoption was described as ‘good’ by parents.", ""),
        (
            "It got an overall rating of ‘good’, with two of the key areas also being rated ‘good’ — adoption; and care leavers.",
            "overall=good; adoption=good; care_leavers=good",
        ),
        ("Two of the areas, adoption and leadership, were rated ‘good’.", "adoption=good; leadership=good"),
        ("Three of the areas, adoption and leadership among them, were rated ‘good’.", ""),
        (
            "The council’s rating rose from the ‘inadequate’ that was awarded in 2013 to ‘good’.",
            "overall<2013=inadequate; overall=good",
        ),
        (
            "Support for care leavers has grown. This received a rating of “good”, with praise for advisers.",
            "care_leavers=good",
        ),
        (
            "Leadership and adoption services were praised, with inspectors rating both as “outstanding”.",
            "leadership=outstanding; adoption=outstanding",
        ),
        (
            "Inspectors upgraded services for care leavers from ‘requires improvement’ to ‘good’.",
            "care_leavers<=requires; care_leavers=good",
        ),
        (
            "The council was rated good overall, with outstanding leadership.",
            "overall=good; leadership=outstanding",
        ),
        (
            "Ofsted judged overall effectiveness to be good, with leadership outstanding.",
            "overall=good; leadership=outstanding",
        ),
        ("The council has improved since being rated inadequate in 2019.", "overall<2019=inadequate"),
        (
            "Following the ‘inadequate’ judgement in 2016, the council set up a trust.",
            "overall<2016=inadequate",
        ),
        ("Harbour’s children’s services ‘outstanding’, say inspectors", "overall=outstanding"),
        ("‘Outstanding’ rating for Harbour’s children’s services", "overall=outstanding"),
        (
            "Good ratings were received for the impact of leaders, help and protection and adoption performance.",
            "leadership=good; help_and_protection=good; adoption=good",
        ),
        (
            "It was the first inspection of children’s services in Harbour since 2018 when services were found to require improvement.",
            "overall<2018=requires",
        ),
        ("Two councils – Millshire and Portside – were rated good.", ""),
        (
            "Good ratings were received for the impact of leaders, help and protection and adoption performance.",
            "leadership=good; help_and_protection=good; adoption=good",
        ),
        (
            "It was the first inspection of children’s services in Harbour since 2018 when services were found to require improvement.",
            "overall<2018=requires",
        ),
        (
            "The report was kind, with inspectors rating both leadership and adoption performance as ‘outstanding’.",
            "leadership=outstanding; adoption=outstanding",
        ),
        (
            "It comes two years after a similar inspection rated the authority’s safeguarding procedures as ‘inadequate’.",
            "other:safeguarding procedures<=inadequate",
        ),
        (
            "Leaders want to ensure that in due course all of the services for children and young people are good.",
            "",
        ),
        ("Harbour Children’s Trust is now rated ‘good’ by Ofsted.", "overall=good"),
        (
            "The trust was rated as good in two of the three inspected areas – leadership and the experiences of care leavers.",
            "leadership=good; care_leavers=good",
        ),
        (
            "In the first inspection since it was founded last year, Ofsted branded the department inadequate for its work with children who need ‘help and protection’.",
            "help_and_protection=inadequate",
        ),
        ("Campaigners branded the department inadequate.", ""),
        (
            "For over a decade services were rated inadequate, but now they have been rated ‘good’.",
            "overall<=inadequate; overall=good",
        ),
        (
            "The council was rated good for safeguarding and outstanding for adoption in 2012.",
            "other:safeguarding<2012=good; adoption<2012=outstanding",
        ),
        (
            "It came on top of inadequate Ofsted ratings in 2012, 2014 and 2017.",
            "overall<2012=inadequate; overall<2014=inadequate; overall<2017=inadequate",
        ),
        ("Inadequate Ofsted ratings in 2011 made it harder for councils.", ""),
        (
            "The council got a ‘good’ rating, less than four years after it was branded ‘inadequate’.",
            "overall=good; overall<=inadequate",
        ),
        ("A clean bill of health was given by Ofsted, which rated it good.", "overall=good"),
        ("“In 2018 Ofsted rated us inadequate,” she said.", "overall<2018=inadequate"),
        ("The council has been told it ‘requires improvement’ by inspectors.", "overall=requires"),
        (
            "Its findings: overall effectiveness – inadequate; leadership – inadequate; adoption – good.",
            "overall=inadequate; leadership=inadequate; adoption=good",
        ),
        (
            "The judgements were: adoption, good; leadership, outstanding.",
            "adoption=good; leadership=outstanding",
        ),
        (
            "The report gave grades of good for leadership and outstanding for care leavers.",
            "leadership=good; care_leavers=outstanding",
        ),
        ("The council says its services are good.", ""),
        ("The council was marked as ‘good’ overall.", "overall=good"),
        (
            "Harbour secured a Good rating with Outstanding for leadership.",
            "overall=good; leadership=outstanding",
        ),
        (
            "A good rating was attributed to its work with children who need protection and the experiences of care leavers.",
            "help_and_protection=good; care_leavers=good",
        ),
        (
            "The council achieved ‘good’ in all categories:\n\n1. The experiences of care leavers\n\n2. Adoption performance\n\nIt cheered.",
            "overall=good; care_leavers=good; adoption=good",
        ),
        ("It has come a long way from its rating as “adequate” in 2012.", "overall<2012=adequate"),
        ("The last visit, in 2016, achieved an overall score of “good”.", "overall<2016=good"),
        (
            "Since the inspection of children’s services published in 2012, when the authority was found to be good overall, it fell.",
            "overall<2012=good",
        ),
        (
            "The department was found to be ‘good overall with outstanding features’ at the visit of 2011.",
            "overall<2011=good",
        ),
        (
            "Leadership is now judged good, as are services for children in care.",
            "leadership=good; children_in_care=good",
        ),
        ("Leadership is now judged good, as expected by care leavers.", "leadership=good"),
        ("The council was once again branded inadequate by Ofsted, it said.", "overall=inadequate"),
        (
            "It was judged inadequate in 2011 and again in 2014.",
            "overall<2011=inadequate; overall<2014=inadequate",
        ),
        ("Services were judged good in 15 districts and inadequate in two.", ""),
        ("The council was rated good in two successive inspections.", "overall=good"),
        ("The service has yet to be rated good.", ""),
        ("A rival council was rated good.", ""),
        ("A survey rated the council’s services as good.", ""),
        ("Three years before, the council was judged ‘good’.", "overall<=good"),
        ("Harbour has been lifted out of inadequate.", "overall<=inadequate"),
        ("The council narrowly avoided an inadequate rating.", ""),
        ("The council’s fostering service was rated good.", "other:fostering service=good"),
        ("The whole service was rated good.", "overall=good"),
        (
            "Leadership was judged outstanding, while the experiences of children in care and care leavers were good.",
            "leadership=outstanding; children_in_care=good",
        ),
        (
            "Inspectors rated leadership, along with adoption support, as ‘good’.",
            "leadership=good; adoption=good",
        ),
        (
            "All three areas were rated good: the impact of leaders, children in care and care leavers.",
            "leadership=good; children_in_care=good; care_leavers=good",
        ),
        (
            "Inspectors saw leadership and adoption services. Each was rated outstanding.",
            "leadership=outstanding; adoption=outstanding",
        ),
        ("Inspectors saw leadership and adoption services, and rated all three good.", ""),
        ("The council went wrong after it was deemed inadequate in 2018.", "overall<2018=inadequate"),
        ("Ofsted said that the council ‘requires improvement’ in all areas.", "overall=requires"),
        ("Ofsted described the council’s services as inadequate.", "overall=inadequate"),
        ("Campaigners described the council’s services as inadequate.", ""),
        ("In 2017 the service was slammed as ‘inadequate’ by Ofsted.", "overall<2017=inadequate"),
        ("The last inspection, in 2019, resulted in a ‘good’ judgement.", "overall<2019=good"),
        (
            "The ‘good’ rating is a step up from ‘inadequate’ in 2016.",
            "overall<2016=inadequate; overall=good",
        ),
        (
            "Its overall rating has gone up from requires improvement to good.",
            "overall<=requires; overall=good",
        ),
        (
            "The grades are:\n• ‘Good’ for the impact of leaders\n• ‘Outstanding’ for care leavers",
            "leadership=good; care_leavers=outstanding",
        ),
        ("The council was awarded a Good for adoption.", "adoption=good"),
        ("The home was rated good but its effectiveness was graded inadequate.", ""),
        ("The care home in Harbour was rated inadequate.", ""),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

#[test]
fn other_words_of_the_same_meaning_state_the_same() {
    for (text, expected) in [
        ("The service was given the second-highest grade, ‘good’.", "overall=good"),
        ("‘Inadequate’ was the watchdog’s ranking for Harbour’s children’s services.", "overall=inadequate"),
        ("A ‘good’ grade has been conferred on the council’s children’s services.", "overall=good"),
        ("Harbour Council continues to be graded ‘good’.", "overall=good"),
        ("Harbour (rated ‘good’) led the way.", "overall=good"),
        ("Adoption was hailed as ‘outstanding’ by the regulator.", "adoption=outstanding"),
        ("Leadership and adoption each earned ‘good’.", "leadership=good; adoption=good"),
        ("The only category to be graded ‘outstanding’ was adoption.", "adoption=outstanding"),
        ("The review awards ‘good’ for leadership.", "leadership=good"),
        ("Inspectors called in May. Their verdict was ‘good’.", "overall=good"),
        ("Inspectors called at the children’s home. Their verdict was ‘good’.", ""),
        ("Its previous grade was ‘inadequate’.", "overall<=inadequate"),
        ("The borough lost its ‘outstanding’ status.", "overall<=outstanding"),
        ("Three years ago the council was branded ‘inadequate’.", "overall<=inadequate"),
        ("In the autumn of 2018 the service got an ‘inadequate’ verdict.", "overall<2018=inadequate"),
        ("The council, downgraded to ‘inadequate’ in 2015, has changed.", "overall<2015=inadequate"),
        ("Having been branded ‘inadequate’ in 2018, the council hired.", "overall<2018=inadequate"),
        ("Once graded ‘inadequate’, the council is now ‘good’.", "overall=good; overall<=inadequate"),
        ("The rise replaces the ‘inadequate’ grade of 2019.", "overall<2019=inadequate"),
        ("It beats the ‘good’ of 2015.", "overall<2015=good"),
        (
            "The council was graded inadequate in 2013 and good in 2015.",
            "overall<2013=inadequate; overall<2015=good",
        ),
        ("When the regulator called in 2018 it found the service ‘inadequate’.", "overall<2018=inadequate"),
        ("Council parents rated the service ‘good’.", ""),
        ("The service was rated ‘good’ by most families.", ""),
        ("The neighbouring authority was graded ‘inadequate’.", ""),
        ("Harbour Council is on course for a ‘good’ grade.", ""),
        ("The council missed out on an ‘outstanding’ grade.", ""),
        ("Was the council rated ‘good’?", ""),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

#[test]
fn a_grade_set_off_belongs_to_its_nearest_neighbour() {
    for (text, expected) in [
        ("A warm Ofsted report has the department limping home with a ‘good’ report card.", "overall=good"),
        ("Ofsted condemns Harbour Children’s Services as ‘inadequate’.", "overall=inadequate"),
        ("Ofsted saw a turnaround of the council from a dismal ‘inadequate’.", "overall<=inadequate"),
        ("Harbour Library was, Ofsted heard, thought of as ‘good’.", ""),
        ("The council’s roads were marked by inspectors as ‘inadequate’.", ""),
        ("Three parents graded the council ‘inadequate’ after Ofsted came.", ""),
        ("Ofsted said the council did well, but everything else was merely ‘good’.", ""),
        ("Ofsted said the council is confident of a ‘good’ rating.", ""),
        // By its rank alone.
        ("The council’s services were handed the lowest possible rating by Ofsted.", "overall=inadequate"),
        ("Inspectors gave the council their highest rating in 2018.", "overall<2018=outstanding"),
        (
            "The council got the worst Ofsted rating for its work with care leavers.",
            "care_leavers=inadequate",
        ),
        ("The council was given the second highest rating.", "overall=good"),
        ("The council was given the highest rating of all: ‘outstanding’.", "overall=outstanding"),
        ("The school was given the lowest rating.", ""),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

#[test]
fn grades_are_said_of_areas_in_many_ways() {
    for (text, expected) in [
        ("One area, adoption, was rated ‘good’.", "adoption=good"),
        ("Only the adoption service did well, being graded ‘good’.", "adoption=good"),
        ("Ofsted’s verdict on work with care leavers was “inadequate”.", "care_leavers=inadequate"),
        (
            "The council deserved a ‘good’ grade overall but inspectors marked its leadership as ‘outstanding’.",
            "overall=good; leadership=outstanding",
        ),
        (
            "Adoption was graded good, while services for care leavers were labelled inadequate.",
            "adoption=good; care_leavers=inadequate",
        ),
        (
            "A kind report lifted the department from ‘inadequate’ to ‘good’.",
            "overall<=inadequate; overall=good",
        ),
        (
            "Its rating was slashed from ‘good’ to ‘inadequate’ since the last inspection in 2019.",
            "overall<2019=good; overall=inadequate",
        ),
        ("“We are proud of our ‘good’ rating,” said the leader.", "overall=good"),
        ("It is a turnaround from the Inadequate judgement we received in 2016.", "overall<2016=inadequate"),
        ("The service was rated ‘good’ at one stage.", "overall<=good"),
        ("Ofsted removes the council’s ‘inadequate’ tag.", "overall<=inadequate"),
        ("Adoption is the one bright spot, judged as good.", "adoption=good"),
        ("The department’s overall effectiveness stays at ‘requires improvement’.", "overall=requires"),
        ("‘Good’ - that’s Ofsted’s verdict on how it supports its care leavers.", "care_leavers=good"),
        (
            "Both the impact of leaders and support for care leavers were graded outstanding.",
            "leadership=outstanding; care_leavers=outstanding",
        ),
        ("It had been rated good in both 2014 and 2018.", "overall<2014=good; overall<2018=good"),
        ("A report out earlier this year found the council to be ‘inadequate’.", "overall=inadequate"),
        ("A report says that services in Harbour are “inadequate.”", "overall=inadequate"),
        ("Much has been done since the leap to ‘good’ in 2019.", "overall<2019=good"),
        ("The leap to ‘good’ is rare.", ""),
        ("The services have been recognised as Outstanding by Ofsted.", "overall=outstanding"),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

#[test]
fn sentences_are_read_by_their_parts() {
    for (text, expected) in [
        (
            "Leadership and the help given to children at risk were both rated good.",
            "leadership=good; help_and_protection=good",
        ),
        (
            "The experiences of children who need help and protection, and the impact of leaders on social work practice, were both good.",
            "help_and_protection=good; leadership=good",
        ),
        (
            "The council was handed Ofsted’s lowest grade, inadequate, for its overall effectiveness, for the way it protects children, and for leadership.",
            "overall=inadequate; help_and_protection=inadequate; leadership=inadequate",
        ),
        ("Inspectors handed out a ‘good’ for leadership.", "leadership=good"),
        (
            "Ofsted rated the support for children in care as good, and leaders kept a grade given three years ago.",
            "children_in_care=good",
        ),
        ("Ofsted gives the lowest of the four possible grades to leadership.", "leadership=inadequate"),
        ("The council opened its first home, Quay House, in May. It was rated good by Ofsted in June.", ""),
        (
            "It came weeks after Ofsted, which had sent two letters since, rated the council’s work as ‘good’.",
            "overall=good",
        ),
        ("Four years ago safeguarding in Harbour was found to be good.", "other:safeguarding<=good"),
        (
            "The care of children who cannot live at home was judged to be good, as was adoption.",
            "children_in_care=good; adoption=good",
        ),
        (
            "Ofsted judged the care of care leavers to be good. So too was the impact of leaders on practice.",
            "care_leavers=good; leadership=good",
        ),
        (
            "Ofsted graded leadership and care leavers as requires improvement. Children in care was good.",
            "leadership=requires; care_leavers=requires; children_in_care=good",
        ),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

/// The sentences of news that others wrote, in other words: how the field joins areas, elides subjects and keeps grades.
#[test]
fn areas_in_a_row_and_subjects_left_out() {
    for (text, expected) in [
        (
            "Three of the four areas – leadership, help and protection, and children in care – were all rated ‘inadequate’ by Ofsted.",
            "leadership=inadequate; help_and_protection=inadequate; children_in_care=inadequate",
        ),
        (
            "Ofsted described the impact of leaders on social work practice, and the experiences and progress of care leavers, as ‘outstanding’.",
            "leadership=outstanding; care_leavers=outstanding",
        ),
        (
            "It was rated inadequate in July 2015, moved up to requires improvement in January 2018 and was judged good in November 2019.",
            "overall<2015-07=inadequate; overall<2018-01=requires; overall<2019-11=good",
        ),
        (
            "Ofsted said support for care leavers, previously graded as requiring improvement, had become a strength and was now ‘good’.",
            "care_leavers<=requires; care_leavers=good",
        ),
        (
            "Harbour Council has been judged good, three years after being found inadequate.",
            "overall=good; overall<=inadequate",
        ),
        ("Ofsted said the council has kept its good rating.", "overall=good"),
        (
            "A new team has helped Harbour Council to climb from “requires improvement” to “good”.",
            "overall<=requires; overall=good",
        ),
        ("Services remain inadequate overall, Ofsted said.", "overall=inadequate"),
        (
            "The exception was the support for care leavers, where the council got the highest mark of outstanding from Ofsted.",
            "care_leavers=outstanding",
        ),
        (
            "The report said children in need of help and protection did not get support in time and graded that area as requires improvement.",
            "help_and_protection=requires",
        ),
        (
            "The other two, for help and protection and for leadership, have both been downgraded from good to requires improvement.",
            "help_and_protection=requires; leadership=requires; help_and_protection<=good; leadership<=good",
        ),
        ("The inspectorate has given Harbour Council an overall grade of good.", "overall=good"),
        ("Ofsted gave the borough its highest grade for overall effectiveness.", "overall=outstanding"),
        (
            "Only services for care leavers, which were inspected last, still require improvement, Ofsted said.",
            "care_leavers=requires",
        ),
        ("In August, 38 authorities held an outstanding grade for the impact of leaders.", ""),
        ("The council’s director, whose own authority was rated outstanding, left.", ""),
        (
            "Our fostering agency, which was ‘inadequate’ in 2019, has been rated ‘good’ by Ofsted.",
            "other:fostering agency<2019=inadequate; other:fostering agency=good",
        ),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

#[test]
fn which_words_belong_to_the_grade() {
    for (text, expected) in [
        (
            "Ofsted said there had been progress at Harbour Council and gave it an overall rating of ‘good’.",
            "overall=good",
        ),
        (
            "- Overall effectiveness – inadequate (2021: good)\n- Leadership – good",
            "overall=inadequate; overall<2021=good; leadership=good",
        ),
        (
            "In 2013 its child protection arrangements were declared inadequate, a judgement repeated in 2015.",
            "help_and_protection<2013=inadequate",
        ),
        (
            "Its arrangements for care leavers were rated inadequate in 2013. It moved up to ‘requires improvement’ in 2017.",
            "care_leavers<2013=inadequate; overall<2017=requires",
        ),
        (
            "At its inspection in 2011, safeguarding in the district was judged to be adequate.",
            "other:safeguarding<2011=adequate",
        ),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

#[test]
fn whose_grade_and_of_when() {
    for (text, expected) in [
        ("Children in care get a service which requires improvement, it says.", "children_in_care=requires"),
        (
            "The town hall was marked \"requires improvement\" for overall effectiveness, as it was in December 2018.",
            "overall=requires",
        ),
        (
            "Harbour was graded ‘good’, the same as in 2018, with care leaver services judged ‘outstanding’.",
            "overall=good; care_leavers=outstanding",
        ),
        (
            "The council was rated good overall. It had required improvement in 2019 and, in 2016, had been inadequate. Its work with care leavers was found to be good.",
            "overall=good; overall<2019=requires; overall<2016=inadequate; care_leavers=good",
        ),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

/// What stands before "which", with who said it between, and what is added behind a rating.
#[test]
fn of_what_inspectors_said_it() {
    for (text, expected) in [
        (
            "The one comfort for Harbour Council is in its work with care leavers, which inspectors said requires improvement to be good.",
            "care_leavers=requires",
        ),
        (
            "Leadership and the care of children looked after by the authority were all found to be inadequate.",
            "leadership=inadequate; children_in_care=inadequate",
        ),
        (
            "Support for young people leaving care was the pick of the bunch and was handed Ofsted’s top mark of outstanding.",
            "care_leavers=outstanding",
        ),
        (
            "Harbour Council is celebrating its first outstanding judgement, awarded for its work with care leavers.",
            "care_leavers=outstanding",
        ),
        ("Harbour’s children’s services climb out of ‘requires improvement’", "overall<=requires"),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}

/// What others than inspectors say is an opinion.
#[test]
fn opinions_are_no_grades() {
    for (text, expected) in [
        ("Residents say the council is inadequate.", ""),
        ("The leader said children’s services in Harbour were good.", ""),
        ("The union said leadership was inadequate.", ""),
        ("An independent review found leadership to be inadequate.", ""),
        ("Children’s services are good, the director said.", ""),
        ("The leader said the council has been rated good.", "overall=good"),
        ("The leader said that the council was now ‘good’.", "overall=good"),
        ("Inspectors said children’s services were good.", "overall=good"),
        ("The lead inspector, Ann Lee, said the council was inadequate.", "overall=inadequate"),
    ] {
        assert_eq!(in_news(text), expected, "{text}");
    }
}
