//! Judgements of all documents in, the inspections that they tell of out: each with what every source says of it.
//!
//! 1. A report is its own inspection; reports of the same body, framework and days are one.
//! 2. A recalled judgement belongs to the inspection that its date fits ("in 2014" fits one of 11 March 2014).
//! 3. What an article or a press release calls the judgement now is of the latest inspection before it. Where it has no
//!    date, it is of the nearest inspection of which all grades that both give are the same.
//! 4. What fits none is an inspection known from the telling alone.

use super::dates::{Period, compatible, days_apart, later};
use super::dossier::{Dossier, FactAt};
use crate::model::{Date, DocumentKind, FactKind, FactValue, Judgement};
use std::collections::{BTreeMap, BTreeSet};

/// One inspection of one body, as far as the documents tell.
#[derive(Debug, Clone, Default)]
pub(super) struct Inspection {
    pub body: usize,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub published: Option<Date>,
    pub told: Option<Told>,
    pub framework: Option<String>,
    /// Indices of the documents that report it.
    pub reports: Vec<usize>,
    /// Documents of which it is the matter: its reports, and what others published when it was new.
    pub own: BTreeSet<usize>,
    /// Every document that tells of it.
    pub tellers: BTreeSet<usize>,
    /// By area.
    pub tellings: BTreeMap<String, Vec<Telling>>,
}

/// The date of an inspection that no report in the dossier covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// As a later document recalls it.
    Recalled(Date),
    /// When a document called its judgements new.
    Reported(Date),
}

/// What one fact says of an area.
#[derive(Debug, Clone)]
pub(super) struct Telling {
    pub at: FactAt,
    pub grade: String,
    pub date: Option<Date>,
}

impl Inspection {
    /// The day by which inspections are in order.
    pub fn date(&self) -> Option<Date> {
        let told = self.told.map(|told| match told {
            Told::Recalled(date) | Told::Reported(date) => date,
        });
        self.start.or(self.end).or(told).or(self.published)
    }

    /// "1 to 12 July 2019", "2014", "reported 14 August 2019".
    pub fn words(&self) -> String {
        match (self.start.or(self.end), self.told, self.published) {
            (Some(start), ..) => start.words_until(self.end),
            (None, Some(Told::Recalled(date)), _) => date.words(),
            (None, Some(Told::Reported(date)), _) => format!("reported {}", date.words()),
            (None, None, Some(date)) => format!("published {}", date.words()),
            (None, None, None) => "date not known".to_owned(),
        }
    }

    /// "inspection of 1 to 12 July 2019", "inspection reported 14 August 2019".
    pub fn name(&self) -> String {
        let dated = self.start.or(self.end).is_some() || matches!(self.told, Some(Told::Recalled(_)));
        format!("inspection {}{}", if dated { "of " } else { "" }, self.words())
    }

    /// The days that someone may mean who gives its date: from its first to the publication of its report.
    fn period(&self) -> Option<Period> {
        const UNTIL_PUBLISHED: i64 = 90;
        let date = self.date()?;
        let last = self.published.or(self.end).unwrap_or(date);
        let period = Period::between(date, last.max(date));
        let known = self.published.is_some() || self.reports.is_empty();
        Some(if known { period } else { period.and_days(UNTIL_PUBLISHED) })
    }

    /// The grade of an area that the highest-ranking source gives.
    pub fn grade(&self, dossier: &Dossier, area: &str) -> Option<&str> {
        let tellings = self.tellings.get(area)?;
        let best =
            tellings.iter().min_by_key(|telling| (std::cmp::Reverse(dossier.rank(telling.at)), telling.at));
        best.map(|telling| telling.grade.as_str())
    }

    fn add(&mut self, area: &str, telling: Telling) {
        self.tellers.insert(telling.at.document);
        self.tellings.entry(area.to_owned()).or_default().push(telling);
    }
}

/// A judgement on its way to its inspection.
struct Judged<'a> {
    at: FactAt,
    judgement: &'a Judgement,
}

/// Every inspection that has a judgement or a report, by body and then oldest first.
pub(super) fn all(dossier: &Dossier) -> Vec<Inspection> {
    let mut told: BTreeMap<usize, Vec<Judged>> = BTreeMap::new();
    for (at, fact) in dossier.facts(FactKind::Judgement) {
        if let FactValue::Judgement(judgement) = &fact.value
            && let Some(body) = judged(dossier, at, judgement)
        {
            told.entry(body).or_default().push(Judged { at, judgement });
        }
    }
    (0..dossier.bodies.list.len())
        .flat_map(|body| of_body(dossier, body, told.remove(&body).unwrap_or_default()))
        .collect()
}

/// The dates of documents that settle none as late: what they call new is of an inspection of which others give the date.
pub(super) fn dates(dossier: &Dossier, inspections: &[Inspection]) -> BTreeMap<String, Date> {
    let mut dates = BTreeMap::new();
    for inspection in inspections {
        for document in inspection.own.iter().filter(|document| told_on(dossier, **document).is_none()) {
            let card = &dossier.documents[*document].card;
            if let Some(date) = inspection.date().filter(|date| Some(*date) > card.date) {
                dates.insert(card.slug.clone(), date);
            }
        }
    }
    dates
}

/// The body that a judgement is about: the one it names, if documents are about that; else the document's.
fn judged(dossier: &Dossier, at: FactAt, judgement: &Judgement) -> Option<usize> {
    let own = dossier.documents[at.document].body;
    let Some(name) = &judgement.body else { return own };
    match dossier.bodies.named(name) {
        Some(body) => Some(body),
        None if dossier.bodies.is_authority(name) => None,
        // A board or a service of the body goes by another name; anything else is someone else.
        None => own.filter(|own| name.to_lowercase().contains(&dossier.body(*own).short.to_lowercase())),
    }
}

fn of_body(dossier: &Dossier, body: usize, told: Vec<Judged>) -> Vec<Inspection> {
    let mut inspections = reported(dossier, body);
    let (current, recalled): (Vec<_>, Vec<_>) = told.into_iter().partition(|told| told.judgement.current);
    let mut by_document: BTreeMap<usize, Vec<Judged>> = BTreeMap::new();
    for told in current {
        by_document.entry(told.at.document).or_default().push(told);
    }
    let (known, other): (Vec<_>, Vec<_>) =
        by_document.into_iter().partition(|(document, _)| reporting(&inspections, *document).is_some());
    for (document, told) in known {
        if let Some(index) = reporting(&inspections, document) {
            inspections[index].take(told);
        }
    }
    let (mut dated, undated): (Vec<_>, Vec<_>) =
        other.into_iter().partition(|(document, _)| told_on(dossier, *document).is_some());
    // The first to tell of an inspection gives it its day; what follows within months tells of the same.
    dated.sort_by_key(|(document, _)| told_on(dossier, *document));
    for (document, told) in dated {
        place_dated(dossier, &mut inspections, body, document, told);
    }
    place_recalled(dossier, &mut inspections, body, recalled);
    for (document, told) in undated {
        place_undated(dossier, &mut inspections, body, document, told);
    }
    inspections.retain(|inspection| !inspection.tellings.is_empty() || !inspection.reports.is_empty());
    inspections.sort_by_key(|inspection| {
        (inspection.date().map(|date| (date.first_day(), date)), inspection.reports.first().copied())
    });
    inspections
}

impl Inspection {
    fn take(&mut self, told: Vec<Judged>) {
        for Judged { at, judgement } in told {
            if judgement.current {
                self.own.insert(at.document);
            }
            let telling = Telling { at, grade: judgement.grade.clone(), date: judgement.date };
            self.add(&judgement.area, telling);
        }
    }
}

/// The inspections that have a report among the documents.
fn reported(dossier: &Dossier, body: usize) -> Vec<Inspection> {
    let mut inspections: Vec<Inspection> = Vec::new();
    for (index, joined) in dossier.about(body) {
        let details = &joined.sheet.details;
        if details.kind != DocumentKind::InspectionReport {
            continue;
        }
        let new = Inspection {
            body,
            start: details.event_start,
            end: details.event_end,
            published: details.published,
            told: details.event_start.or(details.published).or(joined.card.date).map(Told::Recalled),
            framework: details.framework.clone(),
            reports: vec![index],
            own: BTreeSet::from([index]),
            ..Inspection::default()
        };
        match inspections.iter_mut().find(|known| same(known, &new)) {
            Some(known) => known.join(new),
            None => inspections.push(new),
        }
    }
    inspections
}

/// Whether two reports are of one inspection.
fn same(a: &Inspection, b: &Inspection) -> bool {
    const DAYS: i64 = 7;
    let frameworks = a.framework.as_ref().zip(b.framework.as_ref()).is_none_or(|(a, b)| a == b);
    let dates = match (a.start, b.start, a.published, b.published) {
        (Some(a), Some(b), ..) => compatible(a, b) || days_apart(a, b) <= DAYS,
        (.., Some(a), Some(b)) => days_apart(a, b) <= DAYS,
        _ => false,
    };
    frameworks && dates
}

impl Inspection {
    fn join(&mut self, other: Inspection) {
        self.start = self.start.or(other.start);
        self.end = self.end.or(other.end);
        self.published = self.published.or(other.published);
        self.framework = self.framework.take().or(other.framework);
        self.reports.extend(other.reports);
        self.own.extend(other.own);
    }
}

fn reporting(inspections: &[Inspection], document: usize) -> Option<usize> {
    inspections.iter().position(|inspection| inspection.reports.contains(&document))
}

/// The day on which a document tells of something new, where it says so itself.
fn told_on(dossier: &Dossier, document: usize) -> Option<Date> {
    let details = &dossier.documents[document].sheet.details;
    details.published.or(details.event_end).or(details.event_start)
}

/// Gives what an article of a known date calls new to the latest inspection before it, or to a new one.
fn place_dated(
    dossier: &Dossier,
    inspections: &mut Vec<Inspection>,
    body: usize,
    document: usize,
    told: Vec<Judged>,
) {
    const FRESH: i64 = 200;
    let Some(date) = told_on(dossier, document) else { return };
    let since = later(date.first_day(), -FRESH);
    let before = inspections.iter().enumerate().filter_map(|(index, inspection)| {
        let day = inspection.date()?.first_day();
        (since <= day && day <= date.last_day()).then_some((day, index))
    });
    let index = before.max().map(|(_, index)| index);
    let index = index.unwrap_or_else(|| push(inspections, body, Some(Told::Reported(date))));
    inspections[index].take(told);
}

fn push(inspections: &mut Vec<Inspection>, body: usize, told: Option<Told>) -> usize {
    inspections.push(Inspection { body, told, ..Inspection::default() });
    inspections.len() - 1
}

/// Gives each recalled judgement to the inspection that its date fits, the most precise dates first.
fn place_recalled(
    dossier: &Dossier,
    inspections: &mut Vec<Inspection>,
    body: usize,
    mut recalled: Vec<Judged>,
) {
    recalled.sort_by_key(|told| {
        let precision = told.judgement.date.map(|date| (date.day_number(), date.month_number()));
        (std::cmp::Reverse(precision), told.at)
    });
    for told in recalled {
        let index = match told.judgement.date {
            Some(date) => fitting(dossier, inspections, &told, date)
                .unwrap_or_else(|| push(inspections, body, Some(Told::Recalled(date)))),
            // Without a date it may be of any inspection: it stays on its document's page.
            None => continue,
        };
        inspections[index].take(vec![told]);
    }
}

fn fitting(dossier: &Dossier, inspections: &[Inspection], told: &Judged, date: Date) -> Option<usize> {
    let fits = |inspection: &Inspection| {
        let own = inspection.reports.contains(&told.at.document);
        !own && !parted(inspection, told, date)
            && inspection.period().is_some_and(|p| p.meets(Period::of(date)))
    };
    let agrees = |inspection: &Inspection| {
        inspection.grade(dossier, &told.judgement.area).is_none_or(|grade| grade == told.judgement.grade)
    };
    let candidates = inspections.iter().enumerate().filter(|(_, inspection)| fits(inspection));
    candidates
        .min_by_key(|(index, inspection)| {
            let apart = inspection.date().map_or(i64::MAX, |day| days_apart(day, date));
            (!agrees(inspection), inspection.reports.is_empty(), apart, *index)
        })
        .map(|(index, _)| index)
}

/// Whether the same document gives another date for what it recalls of this inspection, which is then another one.
fn parted(inspection: &Inspection, told: &Judged, date: Date) -> bool {
    let mut tellings = inspection.tellings.values().flatten();
    tellings.any(|telling| telling.at.document == told.at.document && telling.date != Some(date))
}

/// Gives what a document of unknown date calls new to the nearest inspection that agrees with it, or to a new one.
fn place_undated(
    dossier: &Dossier,
    inspections: &mut Vec<Inspection>,
    body: usize,
    document: usize,
    told: Vec<Judged>,
) {
    const EARLIER: i64 = 200;
    let newest = dossier.documents[document].newest_date();
    let since = newest.map(|date| later(date.first_day(), -EARLIER));
    let near = inspections.iter().enumerate().filter_map(|(index, inspection)| {
        let date = inspection.date()?;
        let late_enough = since.is_none_or(|since| since <= date.last_day());
        let fits = late_enough && agree(dossier, inspection, &told, document);
        fits.then_some((newest.map_or(0, |newest| days_apart(newest, date)), index))
    });
    let index = near.min().map(|(_, index)| index);
    let index = index.unwrap_or_else(|| push(inspections, body, newest.map(Told::Reported)));
    inspections[index].take(told);
}

/// Whether at least one grade is the same and none differs, and the document does not itself recall the inspection.
fn agree(dossier: &Dossier, inspection: &Inspection, told: &[Judged], document: usize) -> bool {
    let grades = told.iter().filter_map(|told| {
        inspection.grade(dossier, &told.judgement.area).map(|grade| grade == told.judgement.grade)
    });
    let grades: Vec<bool> = grades.collect();
    !inspection.tellers.contains(&document) && !grades.is_empty() && grades.iter().all(|same| *same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::{Sample, date};
    use crate::model::{Settings, Vocabulary};

    fn told(grade: &str, current: bool, when: Option<&str>) -> FactValue {
        FactValue::Judgement(Judgement {
            area: "overall".into(),
            grade: grade.into(),
            grade_label: grade.into(),
            current,
            date: when.and_then(date),
            ..Judgement::default()
        })
    }

    fn article(slug: &str) -> Sample {
        Sample::about("Hartwell Council").named(slug).kind(DocumentKind::NewsArticle)
    }

    /// For each inspection, oldest first: its date, its grade, and how many documents tell it.
    fn history(samples: Vec<Sample>) -> Vec<(String, String, usize)> {
        let (settings, vocabulary) = (Settings::default(), Vocabulary::default());
        let dossier = Dossier::new(samples.into_iter().map(Sample::entry).collect(), &settings, &vocabulary);
        let line = |inspection: Inspection| {
            let grade = inspection.grade(&dossier, "overall").unwrap_or_default().to_owned();
            (inspection.words(), grade, inspection.tellers.len())
        };
        all(&dossier).into_iter().map(line).collect()
    }

    fn row(date: &str, grade: &str, documents: usize) -> (String, String, usize) {
        (date.to_owned(), grade.to_owned(), documents)
    }

    #[test]
    fn a_recalled_year_is_the_inspection_of_that_year() {
        let report = Sample::about("Hartwell Council")
            .inspected("2014-03-11", "2014-04-02")
            .states("The overall judgement is requires improvement.", told("ri", true, None));
        let article = article("rated-good")
            .published("2019-08-14")
            .states("It is now rated good.", told("good", true, None))
            .states("It required improvement in 2014.", told("ri", false, Some("2014")));
        let expected = [row("11 March to 2 April 2014", "ri", 2), row("reported 14 August 2019", "good", 1)];
        assert_eq!(history(vec![report, article]), expected);
    }

    #[test]
    fn two_articles_of_the_same_week_tell_of_one_inspection() {
        let told = |name: &str, day: &str| {
            article(name).published(day).states("It is rated good.", told("good", true, None))
        };
        let samples = vec![told("first", "2019-08-14"), told("second", "2019-08-16")];
        assert_eq!(history(samples), [row("reported 14 August 2019", "good", 2)]);
    }

    #[test]
    fn an_undated_article_joins_the_inspection_whose_grade_it_gives() {
        let undated = article("undated")
            .states("The latest rating is inadequate.", told("inadequate", true, None))
            .states("It was good in 2019.", told("good", false, Some("2019")));
        let release = article("release")
            .kind(DocumentKind::PressRelease)
            .states("It was judged inadequate in July 2023.", told("inadequate", false, Some("2023-07")));
        let expected = [row("2019", "good", 1), row("July 2023", "inadequate", 2)];
        assert_eq!(history(vec![undated, release]), expected);
    }

    #[test]
    fn another_grade_in_the_same_weeks_is_the_same_inspection() {
        let report = Sample::about("Hartwell Council")
            .inspected("2019-07-01", "2019-07-12")
            .states("Overall effectiveness is good.", told("good", true, None));
        let wrong = article("wrong")
            .published("2019-08-14")
            .states("It is outstanding.", told("outstanding", true, None));
        assert_eq!(history(vec![report, wrong]), [row("1 to 12 July 2019", "good", 2)]);
    }

    #[test]
    fn two_dates_in_one_document_are_two_inspections() {
        let report = Sample::about("Hartwell Council")
            .inspected("2014-03-11", "2014-04-02")
            .states("Safeguarding was judged good in November 2009.", told("good", false, Some("2009-11")))
            .states("Adoption was judged outstanding in 2009.", told("outstanding", false, Some("2009")));
        let dates: Vec<String> = history(vec![report]).into_iter().map(|(date, ..)| date).collect();
        assert_eq!(dates, ["2009", "November 2009", "11 March to 2 April 2014"]);
    }
}
