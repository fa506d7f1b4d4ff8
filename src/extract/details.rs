//! A document in, what it is and what it is about out.
//!
//! What the text says outranks what the file's metadata says, and a field that neither gives stays empty.
//!
//! 1. The opening tells under which framework the document was written, if it is an inspectorate's own ([`framework`]).
//! 2. Labels in it give dates and the lead inspector ([`labels`]).
//! 3. Anything else is told apart by how it is written: news, press release or another document ([`manner`]).
//! 4. The body that it is about is the authority that it names most, in the fullest form ([`subject`]).

mod framework;
mod labels;
mod manner;
mod minutes;
mod subject;
mod told;

use super::dates::DateMention;
use super::words::Named;
use crate::model::{BlockKind, Details, Document, DocumentKind, Framework, Vocabulary};
use framework::Opening;
pub use labels::is_dateline;
pub use minutes::met;
pub use subject::whole_name;

/// What the document says of itself. `named` is what its text names, `dates` its date expressions, settled or not.
pub fn details(
    document: &Document,
    vocabulary: &Vocabulary,
    named: &Named,
    dates: &[DateMention],
) -> Details {
    let opening = Opening::of(document, vocabulary);
    let visit = labels::event(document, dates, &opening);
    let framework = framework::framework(&opening, vocabulary, visit);
    let formal = framework.is_some();
    let kind = framework.map_or_else(|| manner::kind(document), |framework| framework.document);
    let (event_start, event_end) = visit.map_or((None, None), |(start, end)| (Some(start), end));
    let subject = subject::subject(document, vocabulary, named);
    Details {
        title: title(document, formal).map(|title| bare(&title, subject.as_deref().filter(|_| formal))),
        kind,
        publisher: publisher(document, vocabulary, framework),
        author: if formal { None } else { author(document) },
        subject,
        published: labels::published(document, dates, kind),
        event_start,
        event_end,
        lead_inspector: if formal { labels::lead_inspector(document) } else { None },
        framework: framework.map(|framework| framework.id.clone()),
    }
}

/// The details with what only settled dates tell: when the visit or inspection was of which news tells.
pub fn completed(details: Details, document: &Document, dates: &[DateMention]) -> Details {
    let news = matches!(details.kind, DocumentKind::NewsArticle | DocumentKind::PressRelease);
    if !news {
        return details;
    }
    let details = Details { lead_inspector: labels::told_lead_inspector(document), ..details };
    if details.event_start.is_some() {
        return details;
    }
    match told::event(document, dates, details.published.or(document.hints.published)) {
        Some((start, end)) => Details { event_start: Some(start), event_end: end, ..details },
        None => details,
    }
}

/// A block longer than this, in bytes, is more than a line above a title.
const LINE: usize = 90;

/// The document's own headline; for a report without a title block the heading or line that names the inspection.
fn title(document: &Document, formal: bool) -> Option<String> {
    let words = |kind: fn(&BlockKind) -> bool| {
        let block = document.blocks().iter().find(|block| kind(&block.kind))?;
        Some(document.words(block.span).to_owned())
    };
    let own = words(|kind| *kind == BlockKind::Title);
    let first = || {
        document.blocks().iter().take(4).map(|block| document.words(block.span)).find(|words| {
            let folded = words.to_lowercase();
            words.len() < 300 && (folded.contains("inspection of") || folded.contains(" visit to "))
        })
    };
    // The name of the file that a PDF was made of is no title.
    let is_file = |title: &String| FILES.iter().any(|ending| title.to_lowercase().ends_with(ending));
    let hint = || document.hints.title.clone().filter(|title| !formal && !is_file(title));
    // A heading between paragraphs is that of a part.
    let heads = |heading: &&str| {
        let before = document.blocks().iter().take_while(|block| document.words(block.span) != *heading);
        before.into_iter().all(|block| block.span.len() < LINE)
    };
    let heading = || headings(document).next().filter(heads).filter(|_| !formal && !document.hints.article);
    let inspected = || headings(document).find(|words| words.to_lowercase().contains("inspection"));
    match own {
        Some(own) => Some(own),
        None if formal => first().or_else(inspected).map(str::to_owned),
        None => hint().or_else(|| heading().map(str::to_owned)),
    }
}

/// The headings among the first lines of a document.
fn headings(document: &Document) -> impl Iterator<Item = &str> {
    const LINES: usize = 30;
    let first = document.blocks().iter().take(LINES).filter(|block| block.kind.is_heading());
    first.map(|block| document.words(block.span)).filter(|words| words.len() < 200)
}

const FILES: [&str; 6] = [".html", ".htm", ".doc", ".docx", ".pdf", ".rtf"];

/// A report's title without the name of the body that stands on a line of its own above it.
fn bare(title: &str, subject: Option<&str>) -> String {
    let rest = subject.and_then(|subject| title.strip_prefix(subject)).map(str::trim_start);
    rest.filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(title).to_owned()
}

/// The inspectorate publishes its own reports; anyone else only as the file says.
fn publisher(document: &Document, vocabulary: &Vocabulary, framework: Option<&Framework>) -> Option<String> {
    let inspectorate =
        framework.map(|framework| framework.inspectorate.as_ref().unwrap_or(&vocabulary.inspectorate));
    let text = document.text().as_bytes();
    let own = inspectorate.filter(|name| memchr::memmem::find(text, name.as_bytes()).is_some());
    own.or(document.hints.publisher.as_ref()).cloned()
}

/// The name after "By" in the byline.
fn author(document: &Document) -> Option<String> {
    let byline = document.blocks().iter().take(8).find(|block| block.kind == BlockKind::Byline);
    let named = byline.and_then(|block| labels::name_after_by(document.words(block.span)));
    let labelled = || labels::name_labelled(document).or_else(|| labels::name_alone(document));
    named.or_else(|| document.hints.author.clone()).or_else(labelled)
}

/// Whether a document of this kind is an inspectorate's own.
pub fn is_formal(kind: DocumentKind) -> bool {
    matches!(
        kind,
        DocumentKind::InspectionReport
            | DocumentKind::FocusedVisitLetter
            | DocumentKind::MonitoringVisitLetter
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::words::Words;
    use crate::extract::{dates, sample};
    use crate::model::{Area, Authority};

    fn vocabulary() -> Vocabulary {
        let framework = |id: &str, document, wording: &str| Framework {
            id: id.into(),
            document,
            wordings: vec![wording.into()],
            ..Framework::default()
        };
        let authority = |name: &str| Authority { name: name.into(), ..Authority::default() };
        Vocabulary {
            inspectorate: "Ofsted".into(),
            frameworks: vec![
                framework("visit", DocumentKind::FocusedVisitLetter, "focused visit"),
                framework("full", DocumentKind::InspectionReport, "local authority children's services"),
            ],
            areas: vec![Area::default()],
            authorities: vec![authority("Harbour"), authority("Harbourshire")],
            ..Vocabulary::default()
        }
    }

    fn found(text: &str) -> Details {
        let document = sample::document(text);
        let vocabulary = vocabulary();
        let named = Words::of(&vocabulary).named(document.text());
        details(&document, &vocabulary, &named, &dates::dates(&document))
    }

    #[test]
    fn a_reports_title_is_without_the_name_above_it() {
        assert_eq!(bare("Harbour Inspection of services", Some("Harbour")), "Inspection of services");
        assert_eq!(bare("Harbour services judged", Some("Harbour")), "Harbour services judged");
        assert_eq!(bare("Harbour", Some("Harbour")), "Harbour");
    }

    #[test]
    fn a_report_names_its_dates_and_inspector() {
        let details = found(
            "# Inspection of Harbour local authority children’s services\n\
             Inspection dates: 28 November to 9 December 2022\n\
             Lead inspector: Ann O’Hara-Smith, His Majesty’s Inspector\n\
             Harbour City Council has done much. Ofsted came.",
        );
        assert_eq!(details.kind, DocumentKind::InspectionReport);
        assert_eq!(details.event_start.unwrap().to_string(), "2022-11-28");
        assert_eq!(details.event_end.unwrap().to_string(), "2022-12-09");
        assert_eq!(details.lead_inspector.as_deref(), Some("Ann O’Hara-Smith"));
        assert_eq!(details.subject.as_deref(), Some("Harbour City Council"));
        assert_eq!(details.publisher.as_deref(), Some("Ofsted"));
        assert_eq!(details.published, None);
    }

    #[test]
    fn old_reports_name_them_otherwise() {
        let details = found(
            "Harbourshire County Council\n\
             Inspection of local authority children’s services\n\
             Inspection date: 20 June 2017 ─ 13 July 2017\nReport published: 4 September 2017\n\
             Text of the report.\n| Lead inspector: | Jo Le Mar HMI\nDeputy lead inspector: Someone Else",
        );
        assert_eq!(details.event_start.unwrap().to_string(), "2017-06-20");
        assert_eq!(details.event_end.unwrap().to_string(), "2017-07-13");
        assert_eq!(details.published.unwrap().to_string(), "2017-09-04");
        assert_eq!(details.lead_inspector.as_deref(), Some("Jo Le Mar"));
        assert_eq!(details.subject.as_deref(), Some("Harbourshire County Council"));
    }

    #[test]
    fn a_letter_tells_its_dates_in_a_sentence() {
        let details = found(
            "12 August 2021\nDear Ms Example\n# Focused visit to Harbour children’s services\n\
             This letter summarises the findings of the focused visit to Harbour on 6 and 7 July 2021. The visit was by Her Majesty’s Inspectors.\n\
             Yours sincerely\nMary Quill\nHer Majesty’s Inspector",
        );
        assert_eq!(details.kind, DocumentKind::FocusedVisitLetter);
        assert_eq!(details.event_start.unwrap().to_string(), "2021-07-06");
        assert_eq!(details.event_end.unwrap().to_string(), "2021-07-07");
        assert_eq!(details.published.unwrap().to_string(), "2021-08-12");
        assert_eq!(details.lead_inspector.as_deref(), Some("Mary Quill"));
    }

    #[test]
    fn a_letter_is_of_the_day_that_heads_it() {
        let details = found(
            "29 March 2022\nDear Ms Example\n# Focused visit to Harbour children’s services\n\
             This letter follows the letter published on 24 May 2019. The visit was by Her Majesty’s Inspectors.\n\
             Yours sincerely\nMary Quill\nHer Majesty’s Inspector",
        );
        assert_eq!(details.published.unwrap().to_string(), "2022-03-29");
    }

    #[test]
    fn an_inspection_took_place_from_a_day() {
        let details = found(
            "12 August 2021\nDear Ms Example\n# Focused visit to Harbour children’s services\n\
             This visit took place from 5 to 9 July 2021. Between 1 May 2020 and 3 June 2020, few came.",
        );
        assert_eq!(details.event_start.unwrap().to_string(), "2021-07-05");
    }

    #[test]
    fn each_inspectorate_has_its_lead_inspector() {
        let report = |team: &str| {
            let text = format!(
                "# Inspection of Harbour local authority children’s services\nInspection dates: 3 to 7 June 2024\n{team}"
            );
            found(&text).lead_inspector
        };
        let signed = "| Ofsted | Quality Commission\n| Ann Quill | Joe Park\n| HMI, Lead Inspector | Quality Commission Lead Inspector";
        assert_eq!(report(signed).as_deref(), Some("Ann Quill"));
        let listed = "| Ann Quill, Ofsted HMI Lead inspector | Joe Park, QC Lead inspector";
        assert_eq!(report(listed).as_deref(), Some("Ann Quill"));
        assert_eq!(report("| Lead inspector | Ann Quill").as_deref(), Some("Ann Quill"));
    }

    #[test]
    fn a_heading_between_paragraphs_is_no_title() {
        let text = "The harbour has been told by those who inspect it that its boats are kept well and that its crews are content.";
        assert_eq!(found(&format!("{text}\n# What they say\nNets hold.")).title, None);
        let headed = found(&format!("3 May 2024\n# Boats are kept well\n{text}"));
        assert_eq!(headed.title.as_deref(), Some("Boats are kept well"));
    }

    #[test]
    fn minutes_and_reports_are_no_news() {
        let minutes = found(
            "Scrutiny Committee\nMinutes of the meeting held on 3 May 2024\nApologies for absence\nNone.\n\
             Members heard that a report, published on 2 April 2024, was good. They said: “It is a very good day.”\nRESOLVED: That it be noted.",
        );
        assert_eq!((minutes.kind, minutes.published), (DocumentKind::Other, None));
        let report = found(
            "Report\nOn 8 May 2021 I was appointed.\nMs Bell said: “It is a very good day for all of us.”\n\
             Recommendation 1\nThe council should stay.\nTerms of reference\nAppendix 2\nYours sincerely\nAnn Quill",
        );
        assert_eq!((report.kind, report.event_start), (DocumentKind::Other, None));
    }

    #[test]
    fn who_led_is_told_in_many_forms() {
        let lead = |team: &str| {
            let text = format!(
                "# Inspection of Harbour local authority children’s services\nInspection dates: 3 to 7 June 2024\n{team}"
            );
            found(&text).lead_inspector.unwrap_or_default()
        };
        assert_eq!(lead("Lead inspectors: Ann Quill and Joe Park"), "Ann Quill");
        assert_eq!(lead("Lead HMI: Dr Ann Quill"), "Ann Quill");
        assert_eq!(lead("Lead inspector: Ann van der Quill"), "Ann van der Quill");
        assert_eq!(lead("The inspection was led by Ann Quill, with six others."), "Ann Quill");
        assert_eq!(
            lead("| Ofsted | The Commission\n| Ann Quill Lead inspector | Joe Park Lead inspector"),
            "Ann Quill"
        );
        assert_eq!(lead("It is led by Ann."), "");
    }

    #[test]
    fn a_framework_is_known_by_both_ends_of_a_title() {
        let document = sample::document(
            "# Inspection of Harbour children’s services\nInspected between 3 and 7 June 2024",
        );
        let wordings = vec!["inspection of * children's services".into()];
        let full = Framework {
            id: "full".into(),
            document: DocumentKind::InspectionReport,
            wordings,
            ..Framework::default()
        };
        let vocabulary = Vocabulary { frameworks: vec![full], ..vocabulary() };
        let named = Words::of(&vocabulary).named(document.text());
        let details = details(&document, &vocabulary, &named, &dates::dates(&document));
        assert_eq!(details.framework.as_deref(), Some("full"));
        assert_eq!(details.event_start.unwrap().to_string(), "2024-06-03");
    }

    #[test]
    fn an_address_is_not_what_a_letter_is_about() {
        let text = "Quay Gate\nHarbour\nM1 2WD\n4 Harbour Place\n7 June 2021\nDear Ms Bell\n# Focused visit to Harbourshire children’s services\n\
                    This letter gives the findings of the focused visit on 3 and 4 May 2021.";
        assert_eq!(found(text).subject.as_deref(), Some("Harbourshire"));
    }

    #[test]
    fn a_letter_with_many_addresses_is_one() {
        let addresses = "Ann Quill\nJoe Park\nThe Quay\nHarbour\n".repeat(4);
        let details = found(&format!(
            "19 June 2019\n{addresses}Dear local partnership\nOn 3 and 4 June 2019, inspectors made a focused visit to Harbour.\nYours sincerely"
        ));
        assert_eq!(details.kind, DocumentKind::FocusedVisitLetter);
    }

    #[test]
    fn news_and_press_releases_differ_in_manner() {
        let news = found(
            "Town hall bosses under fire over focused visit\nInspectors were scathing about Harbour Council.\n\
             Coun Bell said: “It is a blow.”\nMs Reed told the Harbour Echo she was sorry.",
        );
        assert_eq!((news.kind, news.framework), (DocumentKind::NewsArticle, None));
        let release = found(
            "Inspectors praise progress\nThe Council has welcomed a letter from inspectors about the Council’s work.\n\
             Councillor Ada Bell, Harbour Council’s Cabinet Member for Children, said: “I am really pleased. We want to thank our staff.”",
        );
        assert_eq!(release.kind, DocumentKind::PressRelease);
    }

    /// When the inspection was of which news tells, from and to.
    fn told(text: &str) -> String {
        let document = sample::document(&format!(
            "By Ann Bell\n4 July 2024\n{text} “It is a bad day for us,” she said."
        ));
        let vocabulary = vocabulary();
        let reading = crate::extract::Reading::new(&document, &vocabulary);
        let (start, end) = (reading.details.event_start, reading.details.event_end);
        let shown = |date: Option<crate::model::Date>| date.map_or("-".to_owned(), |date| date.to_string());
        format!("{} {}", shown(start), shown(end))
    }

    #[test]
    fn news_tells_when_the_inspection_was() {
        for (text, expected) in [
            ("Inspectors visited Harbour in May.", "2024-05 -"),
            ("It follows an inspection between 3 and 14 June.", "2024-06-03 2024-06-14"),
            ("Harbour was rated good after a full inspection last month.", "2024-06 -"),
            (
                "A visit by Ofsted in March saw staff. The inspection was from 3 to 7 June.",
                "2024-06-03 2024-06-07",
            ),
            ("In May inspectors visited Harbour.", "2024-05 -"),
            ("The inspection report was published on 3 June.", "- -"),
            ("Much has changed since the last inspection in May.", "- -"),
            ("Inspectors will visit Harbour again in August.", "- -"),
            ("Inspectors visited Harbour in May 2019.", "- -"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn news_names_its_author_and_day() {
        let details = found(
            "Blow for Harbour\nOlivia Quill\nHarbour Council was criticised in a report published today (Friday, 3 May 2024).\n\
             The leader said: “It is a very bad day for us.”",
        );
        assert_eq!(details.author.as_deref(), Some("Olivia Quill"));
        assert_eq!(details.published.unwrap().to_string(), "2024-05-03");
        let line = "Blow for Harbour\n3 May 2024, 19:13 | Updated: 4 May 2024, 19:23\nHarbour Council said: “It is a bad day.”";
        assert_eq!(found(line).published.unwrap().to_string(), "2024-05-03");
        let named =
            found("Blow for Harbour\nOlivia Quill 3 May 2024\nHarbour Council said: “It is a bad day.”");
        assert_eq!(named.published.unwrap().to_string(), "2024-05-03");
        assert_eq!(named.author.as_deref(), Some("Olivia Quill"));
        let held = "Embargoed until 00.01 on Tuesday 3 May 2024\nHarbour climbs\nHarbour Council said: “It is a good day.”";
        assert_eq!(found(held).published.unwrap().to_string(), "2024-05-03");
        let told =
            "Blow for Harbour\nOfsted came on 3 May 2024 and left.\nHarbour Council said: “It is a bad day.”";
        assert_eq!(found(told).published, None);
        let until = "Embargoed until 10am, Friday 3 May 2024\nHarbour climbs\nHarbour Council said: “It is a good day.”";
        assert_eq!(found(until).published.unwrap().to_string(), "2024-05-03");
        let wire =
            "Harbour is shut\nHARBOUR, May 3, 2024 (AP) – The harbour was shut. “It is a bad day,” she said.";
        assert_eq!(found(wire).published.unwrap().to_string(), "2024-05-03");
        for number in ["HBR20240503.0214", "ABC HBR240503-0142", "HBR-05-03-24 1947EST"] {
            let filed = format!("{number}\n\nHarbour mends its boats\n\nIt does.");
            assert_eq!(found(&filed).published.unwrap().to_string(), "2024-05-03", "{number}");
        }
        let cover = "Harbour boats: a review\n\nSeptember 2021\n\nIt looks at boats.";
        assert_eq!(found(cover).published.unwrap().to_string(), "2021-09");
    }

    #[test]
    fn news_names_the_lead_inspector() {
        let document = sample::document(
            "By Ann Bell\n4 July 2024\nInspectors were here. “Boats float,” wrote lead inspector Olivia Quill. “It is a bad day,” she said.",
        );
        let vocabulary = vocabulary();
        let reading = crate::extract::Reading::new(&document, &vocabulary);
        assert_eq!(reading.details.lead_inspector.as_deref(), Some("Olivia Quill"));
    }

    #[test]
    fn the_author_may_stand_with_an_office_or_above_the_day() {
        let author = |line: &str| {
            let text =
                format!("Blow for Harbour\n{line}\nHarbour Council said: “It is a very bad day for us.”");
            found(&text).author.unwrap_or_default()
        };
        assert_eq!(author("Ibby Tarn, social affairs correspondent"), "Ibby Tarn");
        assert_eq!(author("Ibby Tarn\n\nFriday 3 May 2024"), "Ibby Tarn");
        assert_eq!(author("Words: Ibby Tarn"), "Ibby Tarn");
        assert_eq!(author("By Ann Bell\nFriday 3 May 2024"), "Ann Bell");
        assert_eq!(author("Harbour Council\n\nFriday 3 May 2024"), "");
    }

    #[test]
    fn a_council_that_no_list_names_is_the_subject() {
        let subject = |text: &str| found(text).subject;
        assert_eq!(
            subject(
                "Bad day\nIt is late.\nCllr Bell of Millshire County Council said: “It is a very bad day.” She was born in Harbour."
            ),
            Some("Millshire County Council".to_owned())
        );
        let other = "Millshire Council in trouble\nIt is late.\nOfsted came.\nIt left.\nMillshire Council wept.\nJo Bell, of Portside Council, did not.";
        assert_eq!(subject(other), Some("Millshire Council".to_owned()));
        assert_eq!(
            subject("Bad day\nIt is late.\nJo Bell, born in Harbour, said: “It is a very bad day.”"),
            None
        );
    }
}
