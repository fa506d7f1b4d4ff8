//! Figures with a known measure in, one series a body and measure out, with their comparators.
//!
//! A figure gives its own point, and one for each earlier value that it is compared with. Points of the same value and
//! date are one with several sources. Where sources give different values for a date, the higher-ranking one stands and
//! the other is marked as doubtful.

use super::addresses;
use super::dates::compatible;
use super::dossier::{Dossier, FactAt};
use crate::model::{
    Approximation, Cited, ComparedWith, Date, Document, Fact, FactKind, FactValue, Figure, Link, Measure,
    Series, SeriesCard, SeriesComparator, SeriesPoint, amount, grouped,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A series with the facts in it.
pub(super) struct Known {
    pub series: Series,
    pub body: usize,
    pub facts: BTreeSet<FactAt>,
    /// Points of one date and several values, for the page of disagreements.
    pub points: Vec<Point>,
}

/// One value at one date, with what tells of it.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub as_of: Option<Date>,
    pub value: f64,
    pub facts: Vec<FactAt>,
    approximate: Option<Approximation>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    body: usize,
    measure: String,
    unit: String,
}

/// Whose value it is: the body's own, or that of what it is compared with.
type Whose = Option<String>;

/// Every series, by label and then body.
pub(super) fn all(dossier: &Dossier) -> Vec<Known> {
    let mut told: BTreeMap<Key, BTreeMap<Whose, Vec<Point>>> = BTreeMap::new();
    for (at, fact) in dossier.facts(FactKind::Figure) {
        if let FactValue::Figure(figure) = &fact.value
            && let Some(key) = key(dossier, at, figure)
        {
            let of_key = told.entry(key.clone()).or_default();
            for (whose, point) in points(dossier, key.body, at, figure) {
                of_key.entry(whose).or_default().push(point);
            }
        }
    }
    told.retain(|_, of_key| of_key.contains_key(&None));
    let mut taken = BTreeSet::new();
    let mut all: Vec<Known> =
        told.into_iter().map(|(key, of_key)| known(dossier, key, of_key, &mut taken)).collect();
    all.sort_by(|a, b| order(&a.series.card).cmp(&order(&b.series.card)));
    all
}

fn order(card: &SeriesCard) -> (&str, &str, &str) {
    (&card.label, &card.body.text, &card.slug)
}

fn key(dossier: &Dossier, at: FactAt, figure: &Figure) -> Option<Key> {
    let body = dossier.documents[at.document].body?;
    let measure = figure.measure_id.clone()?;
    let known = dossier.vocabulary.measure(&measure);
    let counted = |unit: &str| {
        !matches!(unit, "%" | "per 10,000" | "GBP" | "hours" | "days" | "weeks" | "months" | "years")
    };
    // "217 children" and "217 young people" on a plan are one series; a rate is another.
    let unit = match known {
        Some(known) if counted(&figure.unit) && counted(&known.unit) => usual_unit(known).to_owned(),
        _ => figure.unit.clone(),
    };
    Some(Key { body, measure, unit })
}

/// The first of the units in which a measure is counted.
fn usual_unit(measure: &Measure) -> &str {
    measure.unit.split('|').next().unwrap_or_default()
}

fn points(dossier: &Dossier, body: usize, at: FactAt, figure: &Figure) -> Vec<(Whose, Point)> {
    let whose = whose(dossier, body, figure.place.as_deref());
    let point = |as_of, value, approximate| Point { as_of, value, facts: vec![at], approximate };
    let mut points = vec![(whose.clone(), point(figure.as_of, figure.value, figure.approximate))];
    for compared in &figure.compare {
        match (&compared.label, compared.as_of) {
            (Some(label), as_of) => {
                points.push((Some(capitalised(label)), point(as_of.or(figure.as_of), compared.value, None)));
            }
            (None, Some(as_of)) => points.push((whose.clone(), point(Some(as_of), compared.value, None))),
            // An earlier value of no date has no place in a series.
            (None, None) => {}
        }
    }
    points
}

fn whose(dossier: &Dossier, body: usize, place: Option<&str>) -> Whose {
    let place = place?;
    (dossier.bodies.named(place) != Some(body)).then(|| capitalised(place))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn known(
    dossier: &Dossier,
    key: Key,
    mut told: BTreeMap<Whose, Vec<Point>>,
    taken: &mut BTreeSet<String>,
) -> Known {
    let facts = told.values().flatten().flat_map(|point| point.facts.iter().copied()).collect();
    let own = merged(dossier, told.remove(&None).unwrap_or_default());
    let points = shown(dossier, &own, &key.unit);
    let comparators: Vec<SeriesComparator> = told
        .into_iter()
        .filter_map(|(label, points)| Some((label?, merged(dossier, points))))
        .map(|(label, points)| SeriesComparator { label, points: shown(dossier, &points, &key.unit) })
        .collect();
    let card = SeriesCard { compared: compared(&comparators), ..card(dossier, &key, &points, taken) };
    Known { series: Series { card, points, comparators }, body: key.body, facts, points: own }
}

/// Points of the same value and date as one, oldest first; those without a date by their document's.
fn merged(dossier: &Dossier, mut told: Vec<Point>) -> Vec<Point> {
    told.sort_by_key(|point| {
        let precision = point.as_of.map(|date| (date.month_number().is_some(), date.day_number().is_some()));
        (Reverse(precision), point.facts[0])
    });
    let mut by_value: BTreeMap<u64, Vec<Point>> = BTreeMap::new();
    for point in told {
        let alike = by_value.entry(point.value.to_bits()).or_default();
        match alike.iter_mut().find(|known| one(known, &point)) {
            Some(known) => {
                known.facts.extend(point.facts);
                known.approximate = known.approximate.and(point.approximate);
            }
            None => alike.push(point),
        }
    }
    let mut points: Vec<Point> = by_value.into_values().flatten().collect();
    points.sort_by_key(|point| (placed(dossier, point), Reverse(rank(dossier, point)), point.facts[0]));
    points
}

/// Whether two points of one value are one: of one date, or the same document's, of which one lacks the date.
fn one(known: &Point, point: &Point) -> bool {
    match (known.as_of, point.as_of) {
        (Some(a), Some(b)) => compatible(a, b),
        (None, None) | (Some(_), None) => known.facts.iter().any(|at| at.document == point.facts[0].document),
        (None, Some(_)) => false,
    }
}

/// The date at which a point stands in its series.
fn placed(dossier: &Dossier, point: &Point) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    let date = point.as_of.or(dossier.documents[point.facts[0].document].card.date)?;
    Some((date.last_day(), date.first_day()))
}

fn rank(dossier: &Dossier, point: &Point) -> u8 {
    point.facts.iter().map(|at| dossier.rank(*at)).max().unwrap_or_default()
}

fn shown(dossier: &Dossier, points: &[Point], unit: &str) -> Vec<SeriesPoint> {
    let mut at_date: BTreeMap<Option<Date>, Vec<usize>> = BTreeMap::new();
    for (index, point) in points.iter().enumerate() {
        at_date.entry(point.as_of).or_default().push(index);
    }
    let shown = points.iter().enumerate().map(|(index, point)| {
        let others: Vec<&Point> = match point.as_of {
            Some(_) => at_date[&point.as_of]
                .iter()
                .filter(|other| **other != index)
                .map(|other| &points[*other])
                .collect(),
            None => Vec::new(),
        };
        SeriesPoint {
            as_of: point.as_of,
            as_of_words: as_of_words(dossier, point),
            value: point.value,
            amount: amount(point.value, unit),
            doubtful: doubtful(dossier, point, &others, unit),
            sources: sources(dossier, point),
        }
    });
    shown.collect()
}

/// What tells the point. An earlier value often stands in the sentence after that of the figure ("This is a rise from
/// 736 …"): then both are shown.
fn sources(dossier: &Dossier, point: &Point) -> Vec<Cited> {
    let mut sources = dossier.cite_all(&point.facts);
    for at in &point.facts {
        let joined = &dossier.documents[at.document];
        let fact = dossier.fact(*at);
        let own = sources
            .iter_mut()
            .find(|source| source.document.url == joined.card.url && source.id == fact.id.to_string());
        let stating = stating(&joined.sheet.document, fact, point.value);
        if let (Some(source), Some(sentences)) = (own, stating) {
            source.sentence = sentences;
        }
    }
    sources
}

/// The sentence of a figure with the one near it in its paragraph that has the value; none if it has the value itself, or
/// if none near has it.
fn stating(document: &Document, fact: &Fact, value: f64) -> Option<String> {
    const AFTER: usize = 3;
    const BEFORE: usize = 2;
    let spellings = [grouped(value), value.to_string()];
    let has = |text: &str| spellings.iter().any(|spelling| is_number_in(text, spelling));
    if has(&fact.evidence.sentence) {
        return None;
    }
    let offset = document.offset_of(fact.evidence.start)?;
    let sentences = document.sentences_of(document.block_at(offset)?);
    let own = sentences.iter().position(|span| span.start <= offset && offset < span.end)?;
    let words = |index: usize| document.words(sentences[index]);
    let after = (own + 1..sentences.len()).take(AFTER).find(|index| has(words(*index)));
    let near = after.or_else(|| (0..own).rev().take(BEFORE).find(|index| has(words(*index))))?;
    let (first, second) = (own.min(near), own.max(near));
    let between = if second - first > 1 { " … " } else { " " };
    Some(format!("{}{between}{}", words(first).trim(), words(second).trim()))
}

/// Whether the number stands in the text by itself, not as a part of another.
fn is_number_in(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + number.len()..].chars();
        let next = after.next();
        let goes_on = matches!(next, Some('.' | ',')) && after.next().is_some_and(|c| c.is_ascii_digit());
        !before.is_some_and(|c| c.is_ascii_digit() || c == '.' || c == ',')
            && !next.is_some_and(|c| c.is_ascii_digit())
            && !goes_on
    })
}

fn as_of_words(dossier: &Dossier, point: &Point) -> String {
    match (point.as_of, dossier.documents[point.facts[0].document].card.date) {
        (Some(date), _) => date.words(),
        (None, Some(date)) => format!("no date given, told {}", date.words()),
        (None, None) => "no date given".to_owned(),
    }
}

/// Why a point is to be taken with care.
fn doubtful(dossier: &Dossier, point: &Point, others: &[&Point], unit: &str) -> Option<String> {
    if let Some(other) = others.iter().find(|other| rank(dossier, other) >= rank(dossier, point)) {
        let same = other.facts.iter().any(|at| point.facts.iter().any(|own| own.document == at.document));
        let who = if same { "the same document also gives" } else { "another source says" };
        return Some(format!("{who} {} for this date", amount(other.value, unit)));
    }
    let said = match point.approximate? {
        Approximation::About => "about",
        Approximation::Nearly => "nearly",
        Approximation::Over => "over",
        Approximation::Under => "under",
        Approximation::AtLeast => "at least",
        Approximation::AtMost => "at most",
    };
    Some(format!("the source says “{said}”"))
}

fn card(dossier: &Dossier, key: &Key, points: &[SeriesPoint], taken: &mut BTreeSet<String>) -> SeriesCard {
    let body = dossier.body(key.body);
    let known = dossier.vocabulary.measure(&key.measure);
    let usual = known.is_none_or(|known| usual_unit(known) == key.unit);
    let unit = if usual { String::new() } else { format!("-{}", key.unit.replace('%', "percent")) };
    let slug = addresses::slug(&format!("{}-{}{unit}", body.slug, key.measure));
    let slug = addresses::unique(slug, &format!("{key:?}"), taken);
    let sure: Vec<&SeriesPoint> =
        points.iter().filter(|point| point.as_of.is_some() && point.doubtful.is_none()).collect();
    SeriesCard {
        url: addresses::measure(&slug),
        slug,
        label: known.map_or_else(|| key.measure.clone(), |known| known.label.clone()),
        unit: key.unit.clone(),
        body: body.link(),
        latest: sure.last().copied().or(points.last()).cloned(),
        change: match sure.as_slice() {
            [.., before, now] => Some(change(before, now, &key.unit)),
            _ => None,
        },
        points: points.len(),
        compared: Vec::new(),
    }
}

/// The latest point of each comparator.
fn compared(comparators: &[SeriesComparator]) -> Vec<ComparedWith> {
    let latest = comparators.iter().filter_map(|comparator| Some((comparator, comparator.points.last()?)));
    latest
        .map(|(comparator, point)| ComparedWith {
            label: comparator.label.clone(),
            amount: point.amount.clone(),
            as_of_words: point.as_of_words.clone(),
        })
        .collect()
}

/// "Down from 408 in June 2018 (−36%)".
fn change(before: &SeriesPoint, now: &SeriesPoint, unit: &str) -> String {
    let then = before.as_of.map(|date| match date.day_number() {
        Some(_) => format!("on {}", date.words()),
        None => format!("in {}", date.words()),
    });
    let then = then.unwrap_or_default();
    let difference = now.value - before.value;
    if difference == 0.0 {
        return format!("The same as {then}");
    }
    let way = if difference > 0.0 { "Up" } else { "Down" };
    let by = match unit {
        "%" => format!(" ({} percentage points)", signed((difference * 10.0).round() / 10.0)),
        // A change of less than half a per cent is told by the two values.
        _ if before.value == 0.0 || (difference / before.value).abs() < 0.005 => String::new(),
        _ => format!(" ({}%)", signed((difference / before.value * 100.0).round())),
    };
    format!(
        "{way} from {} {then}{by}",
        if unit == "%" { amount(before.value, unit) } else { grouped(before.value) }
    )
}

fn signed(value: f64) -> String {
    if value > 0.0 { format!("+{}", grouped(value)) } else { grouped(value) }
}

impl Known {
    pub fn link(&self) -> Link {
        let card = &self.series.card;
        Link { url: card.url.clone(), text: format!("{}: {}", card.body.text, card.label) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::sample::{Sample, date};
    use crate::model::{Comparison, DocumentKind, Settings, Vocabulary};

    fn plans(value: f64, as_of: &str, earlier: Option<(f64, &str)>) -> FactValue {
        let compare = earlier.map(|(value, as_of)| Comparison { value, as_of: date(as_of), label: None });
        FactValue::Figure(Figure {
            value,
            unit: "children".into(),
            measure: "children on a plan".into(),
            measure_id: Some("plans".into()),
            as_of: date(as_of),
            compare: compare.into_iter().collect(),
            ..Figure::default()
        })
    }

    fn series(samples: Vec<Sample>) -> Vec<Known> {
        let measure = Measure {
            id: "plans".into(),
            label: "Plans".into(),
            unit: "children".into(),
            ..Measure::default()
        };
        let vocabulary = Vocabulary { measures: vec![measure], ..Vocabulary::default() };
        let settings = Settings::default();
        let dossier = Dossier::new(samples.into_iter().map(Sample::entry).collect(), &settings, &vocabulary);
        all(&dossier)
    }

    fn article(slug: &str) -> Sample {
        Sample::about("Hartwell").named(slug).kind(DocumentKind::NewsArticle)
    }

    #[test]
    fn earlier_values_of_two_documents_make_one_series() {
        let report =
            Sample::about("Hartwell").states("One.", plans(217.0, "2014-02", Some((147.0, "2013-03-31"))));
        let article = article("news").states("Two.", plans(260.0, "2019-06", Some((408.0, "2018-06"))));
        let found = series(vec![article, report]);
        let values: Vec<f64> = found[0].series.points.iter().map(|point| point.value).collect();
        assert_eq!((found.len(), values), (1, vec![147.0, 217.0, 408.0, 260.0]));
        assert_eq!(found[0].series.card.change.as_deref(), Some("Down from 408 in June 2018 (−36%)"));
        assert_eq!(found[0].series.card.slug, "hartwell-plans");
    }

    #[test]
    fn what_it_is_compared_with_stands_on_the_card() {
        let mut figure = plans(27.0, "2023-03-31", None);
        if let FactValue::Figure(figure) = &mut figure {
            figure.compare =
                vec![Comparison { value: 43.0, as_of: date("2023-03-31"), label: Some("national".into()) }];
        }
        let found = series(vec![Sample::about("Hartwell").states("One.", figure)]);
        let compared: Vec<_> =
            found[0].series.card.compared.iter().map(|c| (&*c.label, &*c.amount)).collect();
        assert_eq!(compared, [("National", "43 children")]);
    }

    #[test]
    fn an_earlier_value_shows_the_sentence_that_has_it() {
        let words =
            "At 31 March 217 children had plans. They live here. It is a rise from 147 a year before.";
        let figure = plans(217.0, "2014-03-31", Some((147.0, "2013-03-31")));
        let found = series(vec![Sample::about("Hartwell").states(words, figure)]);
        let sentences: Vec<&str> =
            found[0].series.points.iter().map(|point| &*point.sources[0].sentence).collect();
        assert_eq!(
            sentences,
            [
                "At 31 March 217 children had plans. … It is a rise from 147 a year before.",
                "At 31 March 217 children had plans."
            ]
        );
    }

    #[test]
    fn a_number_is_found_by_itself_alone() {
        assert!(is_number_in("a rise from 736 in March.", "736"));
        assert!(is_number_in("there were 1,736.", "1,736"));
        for text in ["there were 1,736", "7360 cases", "736.5 days", "0.736"] {
            assert!(!is_number_in(text, "736"), "{text}");
        }
    }

    #[test]
    fn one_value_of_two_documents_is_one_point() {
        let found = series(vec![
            article("a").states("One.", plans(217.0, "2014-02", None)),
            article("b").states("Two.", plans(217.0, "2014", None)),
        ]);
        assert_eq!(found[0].series.points.len(), 1);
        assert_eq!(found[0].series.points[0].sources.len(), 2);
    }

    #[test]
    fn the_report_stands_and_the_article_is_doubtful() {
        let report = Sample::about("Hartwell").states("One.", plans(217.0, "2014-02", None));
        let article = article("news").states("Two.", plans(271.0, "2014-02", None));
        let found = series(vec![article, report]);
        let told: Vec<_> =
            found[0].series.points.iter().map(|point| (point.value, point.doubtful.as_deref())).collect();
        assert_eq!(told, [(217.0, None), (271.0, Some("another source says 217 children for this date"))]);
    }
}
