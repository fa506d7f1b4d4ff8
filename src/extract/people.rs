//! The names and offices of a reading in, the persons as facts out: name, role, organisation, and since when.

mod lexicon;
mod offices;
mod opening;
mod owners;
mod roles;
mod signatures;
mod since;
mod words;

pub use lexicon::{is_head_noun, is_party};
pub use offices::{Office, Offices};
pub use roles::Roles;
pub use words::{begins_with_office, ends_with_office};

use super::names::NameMention;
use super::reading::Reading;
use crate::model::{Fact, FactValue, Person, Span};
use offices::CALLED;

/// One fact for each person with a surname, at the place that says most of their office.
pub fn find(reading: &Reading) -> Vec<Fact> {
    let names = &reading.names;
    let body = |person: usize| {
        names.mentions_of(person).iter().any(|at| is_called_a_body(reading, &names.mentions[*at]))
    };
    let persons = (0..names.persons.len()).filter(|at| {
        let person = &names.persons[*at];
        person.certain && !is_place(reading, &person.name) && !body(*at)
    });
    persons.filter_map(|person| fact(reading, person)).collect()
}

fn fact(reading: &Reading, person: usize) -> Option<Fact> {
    let names = &reading.names;
    let mentions =
        names.mentions_of(person).iter().map(|at| &names.mentions[*at]).filter(|mention| mention.full);
    let best = reading.office_of(person);
    let in_full = mentions.clone().find(|mention| is_named_in_full(reading, mention.span));
    let shown = best.map(|(at, _)| &names.mentions[at]).or(in_full).or_else(|| mentions.clone().next())?;
    let office = best.map(|(_, office)| office);
    let since = mentions.clone().find_map(|mention| since::since(reading.document, mention));
    let value = Person {
        name: names.persons[person].name.clone(),
        role: office.map(|office| office.role.clone()),
        organisation: office
            .and_then(|office| office.organisation.clone())
            .or_else(|| beside(reading, &mentions).filter(|_| office.is_none_or(|office| office.weight < 3))),
        since,
    };
    let beside = office.map(|office| office.span).filter(|span| {
        let whole = span.to(shown.whole);
        whole.len() <= span.len() + shown.whole.len() + 4
    });
    let span = beside.map_or(shown.whole, |span: Span| span.to(shown.whole));
    Some(Fact::new(reading.document, FactValue::Person(value), span, "people"))
}

/// The body that stands beside one of the mentions of a person without an office.
fn beside<'a>(
    reading: &Reading,
    mentions: &(impl Iterator<Item = &'a NameMention> + Clone),
) -> Option<String> {
    let subject = reading.details.subject.as_deref();
    mentions.clone().find_map(|mention| {
        let block = reading.document.block_at(mention.span.end.saturating_sub(1))?.span;
        let rest = reading.document.text().get(mention.span.end..block.end)?;
        let lead = reading.document.text().get(block.start..mention.whole.start).unwrap_or("");
        let rest = words::first_bytes(rest, 160);
        let body = signatures::body_beside(rest, &reading.vocabulary, &reading.words, subject)
            .or_else(|| signatures::body_owning(lead, &reading.words))
            .or_else(|| signatures::body_spoken_for(lead))?;
        let own = subject.filter(|subject| words::means_the_subject(body, subject));
        Some(own.unwrap_or(body).to_owned())
    })
}

/// Whether a name is that of an authority: Milton Keynes is nobody.
fn is_place(reading: &Reading, name: &str) -> bool {
    reading.words.authorities(name).any(|(_, span)| span.len() == name.len())
}

/// Whether the word before a name says that it is a body's: "the charity Harbour Start".
fn is_called_a_body(reading: &Reading, mention: &NameMention) -> bool {
    let before = &reading.document.text()[..mention.whole.start];
    CALLED.iter().any(|kind| before.strip_suffix(' ').is_some_and(|before| before.ends_with(kind)))
}

fn is_named_in_full(reading: &Reading, span: Span) -> bool {
    reading.document.words(span).contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;
    use crate::model::{OrganisationEnding, Role, Vocabulary};

    fn vocabulary() -> Vocabulary {
        let role = |wording: &str, held_at: &str| Role {
            wordings: vec![wording.to_owned()],
            held_at: held_at.to_owned(),
            ..Role::default()
        };
        let roles = vec![role("inspector", "inspectorate"), role("director of children's services", "")];
        let endings =
            vec![OrganisationEnding { kind: "police".into(), wordings: vec!["Constabulary".into()] }];
        let inspectorate = "Ofsted".to_owned();
        Vocabulary { inspectorate, roles, organisation_endings: endings, ..Vocabulary::default() }
    }

    /// Each person as "name | role | organisation | since".
    fn people(text: &str) -> Vec<String> {
        let (document, vocabulary) = (sample::document(text), vocabulary());
        let facts = find(&Reading::new(&document, &vocabulary));
        facts.iter().filter_map(|fact| line(&fact.value)).collect()
    }

    fn line(value: &FactValue) -> Option<String> {
        let FactValue::Person(person) = value else { return None };
        let or_dash = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
        let since = person.since.map_or_else(|| "-".to_owned(), |since| since.to_string());
        Some(format!(
            "{} | {} | {} | {since}",
            person.name,
            or_dash(&person.role),
            or_dash(&person.organisation)
        ))
    }

    #[test]
    fn in_a_row_of_offices_and_names_each_office_stands_on_its_side() {
        let before = people(
            "The director, Amy Lowe, the chief executive, Tom Cole, and her assistant director, Ivy Dale, met.",
        );
        let behind = people(
            "Amy Lowe, the director, Tom Cole, the chief executive, and Ivy Dale, an assistant director, met.",
        );
        let expected = [
            "Amy Lowe | director | - | -",
            "Tom Cole | chief executive | - | -",
            "Ivy Dale | assistant director | - | -",
        ];
        assert_eq!(before, expected);
        assert_eq!(behind, expected);
    }

    #[test]
    fn offices_are_read_before_and_behind_a_name() {
        for (text, expected) in [
            (
                "Kent Council's director of children's services Amy Lowe left.",
                "Amy Lowe | director of children's services | Kent Council | -",
            ),
            ("Cllr Amy Lowe, leader of Kent Council, said no.", "Amy Lowe | leader | Kent Council | -"),
            (
                "Amy Lowe, cabinet member for children, families and education, left.",
                "Amy Lowe | cabinet member for children, families and education | - | -",
            ),
            (
                "Amy Lowe is the head of service at Kent Council.",
                "Amy Lowe | head of service | Kent Council | -",
            ),
            (
                "Amy Lowe, designated nurse for looked after children, left.",
                "Amy Lowe | designated nurse for looked after children | - | -",
            ),
            ("Amy Lowe had resigned as head of service.", "Amy Lowe | head of service | - | -"),
            ("Amy Lowe of Quay Street Chambers said so.", "Amy Lowe | - | Quay Street Chambers | -"),
            (
                "Amy Lowe, who runs the scheme at the University of Harbour, said so.",
                "Amy Lowe | - | University of Harbour | -",
            ),
            ("Amy Lowe, of the charity Safe at Sea, said so.", "Amy Lowe | - | Safe at Sea | -"),
            ("Inspectors for this visit were Quillith Tarn.", "Quillith Tarn | Inspector | Ofsted | -"),
            ("Amy Lowe will act as interim chair.", "Amy Lowe | interim chair | - | -"),
            ("Two inspectors, Amy Lowe and another, came.", "Amy Lowe | inspector | Ofsted | -"),
            ("Amy Lowe, who has been in post since May 2018, left.", "Amy Lowe | - | - | 2018-05"),
            ("Amy Lowe was appointed interim chair in June 2022.", "Amy Lowe | interim chair | - | 2022-06"),
            (
                "Amy Lowe was appointed interim chair in June 2022 and left in May 2023.",
                "Amy Lowe | interim chair | - | 2022-06",
            ),
            (
                "Amy Lowe OBE, now 45 and a consultant at Grange Hospital, left.",
                "Amy Lowe | consultant | Grange Hospital | -",
            ),
            (
                "Cllr Amy Lowe (Con, Leighton Hill) is the cabinet member for children.",
                "Amy Lowe | cabinet member for children | - | -",
            ),
            (
                "The Safe Homes Network is new. Its chief executive, Amy Lowe, left.",
                "Amy Lowe | chief executive | Safe Homes Network | -",
            ),
            (
                "They met its commissioners and director of children's services Amy Lowe on Monday.",
                "Amy Lowe | director of children's services | - | -",
            ),
            (
                "The study is by the County Forum. Amy Lowe, the forum’s spokesperson, left.",
                "Amy Lowe | spokesperson | County Forum | -",
            ),
            (
                "Conservative councillor Amy Lowe, KCC's director of children's services, left.",
                "Amy Lowe | director of children's services | KCC | -",
            ),
            (
                "Amy Lowe, Lib Dem spokesperson for children and families, left.",
                "Amy Lowe | spokesperson for children and families | Lib Dem | -",
            ),
            (
                "Amy Lowe, Cabinet Member for Children, Families and Learning at Kent County Council, left.",
                "Amy Lowe | Cabinet Member for Children, Families and Learning | Kent County Council | -",
            ),
            (
                "The panel, chaired by Amy Lowe, head of service at Kent Council, met.",
                "Amy Lowe | head of service | Kent Council | -",
            ),
            ("Present: Councillor Amy Lowe (Chair), who spoke.", "Amy Lowe | Chair | - | -"),
            ("Foster carer Amy Lowe left.", "Amy Lowe | Foster carer | - | -"),
            (
                "Kent City Council cabinet member for families Amy Lowe left.",
                "Amy Lowe | cabinet member for families | Kent City Council | -",
            ),
            (
                "The chair of the children, young people and skills committee, Councillor Amy Lowe, left.",
                "Amy Lowe | chair of the children, young people and skills committee | - | -",
            ),
            (
                "Amy Lowe, chief executive of Caring for Carers, left.",
                "Amy Lowe | chief executive | Caring for Carers | -",
            ),
            (
                "Amy Lowe, director of Children, Families and Education at Kent Council, left.",
                "Amy Lowe | director of Children, Families and Education | Kent Council | -",
            ),
            ("Amy Lowe, Kent Trust, left.", "Amy Lowe | - | Kent Trust | -"),
            (
                "Amy Lowe, the former director of children's services at Kent Council, left.",
                "Amy Lowe | former director of children's services | Kent Council | -",
            ),
            (
                "Amy Lowe, leader of the Liberal Democrats, left.",
                "Amy Lowe | leader of the Liberal Democrats | Liberal Democrats | -",
            ),
            (
                "They have moved Amy Lowe CBE to the post of improvement chair.",
                "Amy Lowe | improvement chair | - | -",
            ),
            (
                "Cllr Amy Lowe Cabinet Member for Families, Kent Council, said no.",
                "Amy Lowe | Cabinet Member for Families | Kent Council | -",
            ),
            (
                "It will come, according to director of children's services, Amy Lowe.",
                "Amy Lowe | director of children's services | - | -",
            ),
            (
                "Leader of the Kent Council, councillor Amy Lowe, left.",
                "Amy Lowe | Leader | Kent Council | -",
            ),
            ("Amy Lowe then became head of service.", "Amy Lowe | head of service | - | -"),
            (
                "Kent Children’s Trust chief executive Amy Lowe left.",
                "Amy Lowe | chief executive | Kent Children’s Trust | -",
            ),
            (
                "Kent Council’s director of quality, finance and change Amy Lowe left.",
                "Amy Lowe | director of quality, finance and change | Kent Council | -",
            ),
            (
                "They hired former Harbour Council director of quality Amy Lowe as its chief executive.",
                "Amy Lowe | chief executive | - | -",
            ),
            (
                "The education portfolio-holder, Amy Lowe, left.",
                "Amy Lowe | education portfolio-holder | - | -",
            ),
            ("Labour’s Amy Lowe left.", "Amy Lowe | - | Labour | -"),
            ("Kent Council official Amy Lowe left.", "Amy Lowe | official | Kent Council | -"),
            (
                "The village parents forum's chairwoman, Amy Lowe, left.",
                "Amy Lowe | chairwoman | village parents forum | -",
            ),
            (
                "The Society of Northern Boats’ (SNB) director, Amy Lowe, left.",
                "Amy Lowe | director | Society of Northern Boats | -",
            ),
            ("Mark Field, head of service, left.", "Mark Field | head of service | - | -"),
            ("Kent Council boss Amy Lowe left.", "Amy Lowe | boss | Kent Council | -"),
            ("Amy Lowe MBE from the Northern Constabulary came.", "Amy Lowe | - | Northern Constabulary | -"),
            ("The Northern Constabulary’s Amy Lowe came.", "Amy Lowe | - | Northern Constabulary | -"),
            ("Amy Lowe from the council of Kent came.", "Amy Lowe | - | - | -"),
            ("The Kent Safety Board, chaired by Amy Lowe, met.", "Amy Lowe | chair | Kent Safety Board | -"),
            (
                "Amy Lowe, who chairs the Kent Safety Board, met us.",
                "Amy Lowe | chair | Kent Safety Board | -",
            ),
            ("Amy Lowe, Baker of the Year, left.", "Amy Lowe | - | - | -"),
            ("The trust’s chief executive, Amy Lowe, left.", "Amy Lowe | chief executive | trust | -"),
            (
                "The trust announced the choice of Amy Lowe as its chief executive.",
                "Amy Lowe | chief executive | trust | -",
            ),
            ("Amy Lowe, who chairs the improvement board, left.", "Amy Lowe | chair | improvement board | -"),
            (
                "Amy Lowe, Unison’s branch secretary at the council, left.",
                "Amy Lowe | branch secretary | Unison | -",
            ),
            (
                "Coun Amy Lowe, Labour, cabinet member for families, left.",
                "Amy Lowe | cabinet member for families | - | -",
            ),
            ("Amy Lowe, 43, a foster carer, left.", "Amy Lowe | foster carer | - | -"),
            (
                "Amy Lowe, chief officer of the charity Safe Start, left.",
                "Amy Lowe | chief officer | Safe Start | -",
            ),
            ("Amy Lowe, chair of the SCF board, left.", "Amy Lowe | chair | SCF board | -"),
            (
                "The new director of children's services is Amy Lowe.",
                "Amy Lowe | new director of children's services | - | -",
            ),
            ("Cllr Amy Lowe left.", "Amy Lowe | Councillor | - | -"),
            ("Amy Lowe\nHis Majesty’s Inspector", "Amy Lowe | His Majesty’s Inspector | Ofsted | -"),
            ("| Lead inspector | Amy Lowe", "Amy Lowe | Lead inspector | Ofsted | -"),
        ] {
            assert_eq!(people(text), [expected], "{text}");
        }
    }

    #[test]
    fn those_addressed_and_those_who_sign() {
        let addressed = "Amy Lowe, strategic director, Kent Council\nTom Reed, Chief Operating Officer, NHS Kent Commissioning Group Sue Park, Chief Constable, Kent Police";
        assert_eq!(
            people(addressed),
            [
                "Amy Lowe | strategic director | Kent Council | -",
                "Tom Reed | Chief Operating Officer | NHS Kent Commissioning Group | -",
                "Sue Park | Chief Constable | Kent Police | -"
            ]
        );
        assert_eq!(
            people("The inspectors for this visit were Amy Lowe HMI and Tom Reed HMI."),
            ["Amy Lowe | inspector | Ofsted | -", "Tom Reed | inspector | Ofsted | -"]
        );
        let signed = "| Ofsted | Kent Commission\n| Amy Lowe | Tom Reed\n| Regional Director | Deputy Chief Inspector, Fleets";
        assert_eq!(
            people(signed),
            [
                "Amy Lowe | Regional Director | - | -",
                "Tom Reed | Deputy Chief Inspector | Kent Commission | -"
            ]
        );
        assert_eq!(
            people("Amy Lowe OBE National Director, Kent Service"),
            ["Amy Lowe | National Director | Kent Service | -"]
        );
        assert_eq!(people("Amy Lowe HMI, Lead Inspector"), ["Amy Lowe | Lead Inspector | Ofsted | -"]);
        assert_eq!(
            people("| Amy Lowe, Ofsted lead inspector | Tom Reed, CQC lead inspector"),
            ["Amy Lowe | lead inspector | Ofsted | -", "Tom Reed | lead inspector | CQC | -"]
        );
    }

    #[test]
    fn an_office_is_what_the_vocabulary_calls_so() {
        let mut vocabulary = vocabulary();
        vocabulary
            .roles
            .push(Role { wordings: vec!["keeper of the northern lights".to_owned()], ..Role::default() });
        vocabulary
            .roles
            .push(Role { wordings: vec!["lock, quay and pier warden".to_owned()], ..Role::default() });
        let document = sample::document(
            "Amy Lowe, keeper of the northern lights, left.\nTom Reed, Lock, Quay and Pier Warden for Kent, stayed.",
        );
        let facts = find(&Reading::new(&document, &vocabulary));
        let found: Vec<String> = facts.iter().filter_map(|fact| line(&fact.value)).collect();
        assert_eq!(
            found,
            [
                "Amy Lowe | keeper of the northern lights | - | -",
                "Tom Reed | Lock, Quay and Pier Warden for Kent | - | -"
            ]
        );
    }

    #[test]
    fn an_office_may_stand_in_several_rows() {
        let signed = "| Amy Lowe | Tom Reed CBE\n| National Director, | Chief\n| Social Care | Inspector of\n| Kent Council | Lamps, Kent Trust";
        assert_eq!(
            people(signed),
            [
                "Amy Lowe | National Director, Social Care | Kent Council | -",
                "Tom Reed | Chief Inspector of Lamps | Kent Trust | -"
            ]
        );
    }

    #[test]
    fn those_addressed_stand_one_behind_the_other() {
        let addressed = "Ms Amy Lowe Director for Ships 1 High Street Ayton HD1 2NF Mr Tom Reed, Chief Officer, NHS Kent Group Xanthe Quill, Chief Executive, Ayton, Beeford and Cawood Care Board";
        assert_eq!(
            people(addressed),
            [
                "Amy Lowe | Director for Ships | - | -",
                "Tom Reed | Chief Officer | NHS Kent Group | -",
                "Xanthe Quill | Chief Executive | Ayton, Beeford and Cawood Care Board | -"
            ]
        );
        assert_eq!(people("Lewis House, Manvers Street, Ayton, HD1 2NF"), [""; 0]);
        assert_eq!(people("Town Hall\n\nGeorge Street\n\nAyton\n\nHD1 2NF"), [""; 0]);
        assert_eq!(people("It is for Health and Justice Lucy Harte"), ["Lucy Harte | - | - | -"]);
        assert_eq!(
            people("Calls fell, and the MASH manager, Amy Lowe, agreed."),
            ["Amy Lowe | manager | MASH | -"]
        );
    }

    #[test]
    fn a_rank_is_an_office() {
        assert_eq!(
            people(
                "Tom Reed, Chief Executive Officer, Kent Care Board Chief Constable Amy Lowe, Kent Police"
            ),
            [
                "Tom Reed | Chief Executive Officer | Kent Care Board | -",
                "Amy Lowe | Chief Constable | Kent Police | -"
            ]
        );
    }

    #[test]
    fn letters_behind_a_name_are_no_part_of_it() {
        let signed = "| Dr Amy Lowe BSc MB ChB FRCA\n| Chief Executive, Kent Council";
        assert_eq!(people(signed), ["Amy Lowe | Chief Executive | Kent Council | -"]);
        let lettered =
            "| Ofsted | Kent Commission\n| Amy Lowe HMI | Tom Reed\n| Regional Director | Inspector";
        assert_eq!(
            people(lettered),
            ["Amy Lowe | Regional Director | - | -", "Tom Reed | Inspector | Kent Commission | -"]
        );
        let addressed = "Mr Tom Reed Corporate Director for Children, Kent Council";
        assert_eq!(people(addressed), ["Tom Reed | Corporate Director for Children | Kent Council | -"]);
    }

    #[test]
    fn an_office_may_be_held_at_a_body_that_the_document_names() {
        let mut vocabulary = vocabulary();
        vocabulary.roles.push(Role {
            wordings: vec!["inspector of lighthouses".to_owned()],
            held_at: "HMIL or HMI Lights".to_owned(),
            ..Role::default()
        });
        let found = |text: &str| {
            let document = sample::document(text);
            let facts = find(&Reading::new(&document, &vocabulary));
            facts.iter().filter_map(|fact| line(&fact.value)).collect::<Vec<_>>()
        };
        let signed = "Amy Lowe\nHis Majesty’s Inspector of Lighthouses";
        assert_eq!(
            found(&format!("HMI Lights came.\n{signed}")),
            ["Amy Lowe | His Majesty’s Inspector of Lighthouses | HMI Lights | -"]
        );
        assert_eq!(found(signed), ["Amy Lowe | His Majesty’s Inspector of Lighthouses | - | -"]);
    }

    #[test]
    fn bodies_that_the_words_around_join_to_an_office() {
        for (text, expected) in [
            (
                "Amy Lowe, Chair of Harbour Parent Voice, said so.",
                "Amy Lowe | Chair | Harbour Parent Voice | -",
            ),
            (
                "We thank the Improvement Board and its independent chair, Amy Lowe, for it.",
                "Amy Lowe | independent chair | Improvement Board | -",
            ),
            (
                "An improvement board with an independent chair, Amy Lowe, was set up.",
                "Amy Lowe | independent chair | improvement board | -",
            ),
            (
                "The Improvement Board is chaired by Amy Lowe, a former director of ships.",
                "Amy Lowe | chair | Improvement Board | -",
            ),
            (
                "Ofsted’s Regional Director for the North, Amy Lowe, said so.",
                "Amy Lowe | Regional Director for the North | Ofsted | -",
            ),
            (
                "It was told by the commissioner appointed by the Secretary of State, Amy Lowe, to wait.",
                "Amy Lowe | commissioner | - | -",
            ),
            (
                "The Society of Ship Workers’ Boats (SWB) met. Its president, Amy Lowe, said no.",
                "Amy Lowe | president | Society of Ship Workers’ Boats | -",
            ),
            (
                "The SCB’s place director for Kent, Amy Lowe, left. So did others of the South Care and Cure Board (SCB).",
                "Amy Lowe | place director for Kent | South Care and Cure Board | -",
            ),
            (
                "South and North Care Board (SCB) knows of gaps, and its designated nurse, Amy Lowe, asked for more.",
                "Amy Lowe | designated nurse | South and North Care Board | -",
            ),
            (
                "Amy Lowe, head of service at Adopt Three Rivers, left.",
                "Amy Lowe | head of service | Adopt Three Rivers | -",
            ),
            (
                "Professor Amy Lowe of the University of Kent said so.",
                "Amy Lowe | Professor | University of Kent | -",
            ),
            ("Inspectors, led by Amy Lowe, came in May.", "Amy Lowe | lead inspector | Ofsted | -"),
            ("Amy Lowe, of the public sector union Seaside, said so.", "Amy Lowe | - | Seaside | -"),
        ] {
            assert_eq!(people(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_deputy_is_of_the_body_of_whom_they_stand_in_for() {
        let text = "Amy Lowe, director of children's services at Kent Council, is ill. Her deputy, Tom Reed, stands in.";
        assert_eq!(people(text)[1], "Tom Reed | deputy | Kent Council | -");
    }

    #[test]
    fn a_label_holds_for_the_whole_list() {
        let text = "Lead inspector: Amy Lowe HMI Team inspectors: Tom Reed HMI, Sue Park (OI) and Ian Webb";
        let roles: Vec<_> =
            people(text).iter().map(|line| line.split(" | ").nth(1).unwrap_or("").to_owned()).collect();
        assert_eq!(roles, ["Lead inspector", "Team inspector", "Team inspector", "Team inspector"]);
    }
}
