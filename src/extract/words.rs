//! A vocabulary in, its words as automata out, so that a text is searched for all of them in one pass.

use super::figures::series::Series;
use super::finder::{Case, Finder, Together};
use super::people::Roles;
use crate::model::{
    Area, Authority, Grade, KnownOrganisation, Measure, OrganisationEnding, Role, Span, Vocabulary,
};
use std::ops::Deref;
use std::sync::{Arc, Mutex};

/// The words of a vocabulary, ready to be found in one document, with the authorities that only this document names.
pub struct Words {
    lists: Arc<Lists>,
    own: Option<Finder<usize>>,
}

/// The words of one vocabulary, ready to be found.
pub struct Lists {
    areas: Finder<AreaName>,
    areas_in_news: Finder<AreaName>,
    grades: Finder<usize>,
    ranks: Finder<usize>,
    services: Finder<()>,
    providers: Finder<()>,
    definitions: Vec<String>,
    recalls: Vec<String>,
    authorities: Finder<usize>,
    organisations: Finder<usize>,
    endings: Finder<usize>,
    together: Together<5>,
    pub series: Series,
    pub roles: Roles,
    of: Origin,
}

/// The parts of the vocabulary of which the words were made.
#[derive(PartialEq)]
struct Origin {
    areas: Vec<Area>,
    grades: Vec<Grade>,
    services: Vec<String>,
    providers: Vec<String>,
    definitions: Vec<String>,
    recalls: Vec<String>,
    authorities: Vec<Authority>,
    organisations: Vec<KnownOrganisation>,
    endings: Vec<OrganisationEnding>,
    measures: Vec<Measure>,
    roles: Vec<Role>,
}

/// What a text names of the vocabulary's lists, in order: each as its index in the vocabulary.
pub struct Named {
    pub grades: Vec<(usize, Span)>,
    /// Ratings named by their rank alone: "the lowest possible rating".
    pub ranks: Vec<(usize, Span)>,
    pub authorities: Vec<(usize, Span)>,
    pub organisations: Vec<(usize, Span)>,
    /// The last words of names of organisations, as an index among the vocabulary's endings.
    pub endings: Vec<(usize, Span)>,
}

/// An area named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaName {
    /// Its index in the vocabulary.
    pub area: usize,
    /// Whether the wording names it only within a statement of a grade.
    pub loose: bool,
}

/// The words that were made last: one program reads many documents with one vocabulary.
static LAST: Mutex<Option<Arc<Lists>>> = Mutex::new(None);

impl Words {
    /// The words of a vocabulary; made once while the same vocabulary is asked for.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut last = LAST.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let lists = match &*last {
            Some(lists) if lists.of.is_of(vocabulary) => lists.clone(),
            _ => last.insert(Arc::new(Lists::new(vocabulary))).clone(),
        };
        Self { lists, own: None }
    }

    /// These words and the names of authorities that stand in the document's own vocabulary from an index on.
    pub fn with(self, authorities: &[Authority], from: usize) -> Self {
        let names = authorities.iter().enumerate();
        let names = names.flat_map(|(at, authority)| {
            authority.names().map(move |name| (name.to_owned(), from + at)).collect::<Vec<_>>()
        });
        Self { own: Some(Finder::new(names.flat_map(with_capitals), Case::Kept)), ..self }
    }

    /// What a whole text names: found in one pass.
    pub fn named(&self, text: &str) -> Named {
        let mut named = self.lists.named(text);
        if let Some(own) = &self.own {
            named.authorities = merged(named.authorities.into_iter(), own.find(text)).collect();
        }
        named
    }

    /// Every authority named, as an index in the vocabulary.
    pub fn authorities<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Span)> + 'a {
        merged(self.lists.authorities(text), self.own.iter().flat_map(|own| own.find(text)))
    }
}

impl Deref for Words {
    type Target = Lists;

    fn deref(&self) -> &Lists {
        &self.lists
    }
}

/// Two lists of names in their order; what lies over a name of the first list is none of the second.
fn merged(
    first: impl Iterator<Item = (usize, Span)>,
    second: impl Iterator<Item = (usize, Span)>,
) -> impl Iterator<Item = (usize, Span)> {
    let mut second = second.peekable();
    let mut first = first.peekable();
    std::iter::from_fn(move || {
        loop {
            let (Some((_, own)), listed) = (second.peek(), first.peek().map(|(_, span)| *span)) else {
                return first.next();
            };
            match listed {
                Some(listed) if own.start < listed.end && listed.start < own.end => {
                    second.next();
                }
                Some(listed) if listed.start < own.start => return first.next(),
                _ => return second.next(),
            }
        }
    })
}

impl Lists {
    fn new(vocabulary: &Vocabulary) -> Self {
        let areas = vocabulary.areas.iter().enumerate().flat_map(|(area, words)| {
            let formal =
                words.wordings.iter().map(move |word| (word.clone(), AreaName { area, loose: false }));
            let loose = words.loose.iter().map(move |word| (word.clone(), AreaName { area, loose: true }));
            formal.chain(loose)
        });
        let areas: Vec<_> = areas.collect();
        let spoken = vocabulary.areas.iter().enumerate().flat_map(|(area, words)| {
            words.spoken.iter().map(move |word| (word.clone(), AreaName { area, loose: true }))
        });
        let areas_in_news = Finder::new(areas.iter().cloned().chain(spoken), Case::Ignored);
        let grades = vocabulary.grades.iter().enumerate();
        let grades =
            grades.flat_map(|(index, grade)| grade.synonyms.iter().map(move |word| (word.clone(), index)));
        let ranks = vocabulary.grades.iter().enumerate();
        let ranks = ranks.flat_map(|(index, grade)| {
            ranked(grade, &vocabulary.inspectorate).map(move |word| (word, index))
        });
        let plain = |words: &[String]| words.iter().map(|word| (word.clone(), ())).collect::<Vec<_>>();
        let authorities = vocabulary.authorities.iter().enumerate();
        let authorities = authorities
            .flat_map(|(index, authority)| authority.names().map(move |name| (name.to_owned(), index)));
        let grades = Finder::new(grades, Case::Ignored);
        let ranks = Finder::new(ranks, Case::Ignored);
        let authorities = Finder::new(authorities.flat_map(with_capitals), Case::Kept);
        let organisations = vocabulary.organisations.iter().map(|organisation| &organisation.wordings);
        let organisations = Finder::new(listed(organisations), Case::Kept);
        let endings = vocabulary.organisation_endings.iter().map(|ending| &ending.wordings);
        let endings = Finder::new(listed(endings), Case::Kept);
        Self {
            together: Together::of([&grades, &ranks, &authorities, &organisations, &endings]),
            areas: Finder::new(areas, Case::Ignored),
            areas_in_news,
            grades,
            ranks,
            services: Finder::new(plain(&vocabulary.services), Case::Ignored),
            providers: Finder::new(plain(&vocabulary.providers), Case::Ignored),
            definitions: vocabulary.definitions.iter().map(|words| words.to_lowercase()).collect(),
            recalls: vocabulary.recalls.iter().map(|words| words.to_lowercase()).collect(),
            authorities,
            organisations,
            endings,
            series: Series::of(vocabulary),
            roles: Roles::of(vocabulary),
            of: Origin::of(vocabulary),
        }
    }

    /// What a whole text names: found in one pass.
    pub fn named(&self, text: &str) -> Named {
        let finders = [&self.grades, &self.ranks, &self.authorities, &self.organisations, &self.endings];
        let [grades, ranks, authorities, organisations, endings] = self.together.find(finders, text);
        Named { grades, ranks, authorities, organisations, endings }
    }

    /// Every area named, in order; of several wordings at one place the longest.
    pub fn areas<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (AreaName, Span)> + 'a {
        self.areas.find(text)
    }

    /// Every area named in the words of news as well.
    pub fn areas_in_news<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (AreaName, Span)> + 'a {
        self.areas_in_news.find(text)
    }

    /// Every grade named, as an index in the vocabulary.
    pub fn grades<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Span)> + 'a {
        self.grades.find(text)
    }

    /// Whether the words name the judged service as a whole.
    pub fn name_service(&self, words: &str) -> bool {
        self.services.find(words).next().is_some()
    }

    /// The last name of the judged service.
    pub fn last_service(&self, words: &str) -> Option<Span> {
        self.services.find(words).last().map(|(_, span)| span)
    }

    /// Whether the words end in a name of the judged service.
    pub fn end_in_service(&self, words: &str) -> bool {
        self.last_service(words).is_some_and(|service| service.end == words.trim_end().len())
    }

    /// Whether the words are a name of the judged service and no more.
    pub fn is_service(&self, words: &str) -> bool {
        self.services.find(words).any(|(_, span)| span.len() == words.trim_start_matches("the ").len())
    }

    /// The grade that the words are, and nothing but it: a cell of a table.
    pub fn grade_alone(&self, words: &str) -> Option<usize> {
        if words.len() > 60 {
            return None;
        }
        let bare = words.trim_matches(|c: char| !c.is_alphabetic());
        let (grade, span) = self.grades.find(bare).next()?;
        (span.len() == bare.len()).then_some(grade)
    }

    /// Whether the words name a provider with grades of its own.
    pub fn name_provider(&self, words: &str) -> bool {
        self.providers.find(words).next().is_some()
    }

    /// Every authority named, as an index in the vocabulary.
    pub fn authorities<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Span)> + 'a {
        // "Greater Manchester" is more than Manchester.
        self.authorities.find(text).filter(|(_, name)| !text[..name.start].ends_with("Greater "))
    }

    /// Every known organisation named, as an index in the vocabulary.
    pub fn organisations<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Span)> + 'a {
        self.organisations.find(text)
    }

    /// The last words of every name of an organisation, as an index among the vocabulary's endings.
    pub fn endings<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Span)> + 'a {
        self.endings.find(text)
    }

    /// Whether a heading stands over a section about earlier inspections.
    pub fn is_recall(&self, heading: &str) -> bool {
        let heading = heading.to_lowercase();
        self.recalls.iter().any(|words| heading.contains(words.as_str()))
    }

    /// Whether a heading stands over a section that explains the grades.
    pub fn is_definition(&self, heading: &str) -> bool {
        let heading = heading.to_lowercase();
        self.definitions.iter().any(|words| heading.starts_with(words.as_str()))
    }
}

impl Origin {
    fn of(vocabulary: &Vocabulary) -> Self {
        Self {
            areas: vocabulary.areas.clone(),
            grades: vocabulary.grades.clone(),
            services: vocabulary.services.clone(),
            providers: vocabulary.providers.clone(),
            definitions: vocabulary.definitions.clone(),
            recalls: vocabulary.recalls.clone(),
            authorities: vocabulary.authorities.clone(),
            organisations: vocabulary.organisations.clone(),
            endings: vocabulary.organisation_endings.clone(),
            measures: vocabulary.measures.clone(),
            roles: vocabulary.roles.clone(),
        }
    }

    fn is_of(&self, vocabulary: &Vocabulary) -> bool {
        self.areas == vocabulary.areas
            && self.grades == vocabulary.grades
            && self.services == vocabulary.services
            && self.providers == vocabulary.providers
            && self.definitions == vocabulary.definitions
            && self.recalls == vocabulary.recalls
            && self.authorities == vocabulary.authorities
            && self.organisations == vocabulary.organisations
            && self.endings == vocabulary.organisation_endings
            && self.measures == vocabulary.measures
            && self.roles == vocabulary.roles
    }
}

/// How a rating is named by its rank: "lowest rating", "lowest possible Ofsted grade".
fn ranked<'a>(grade: &'a Grade, inspectorate: &'a str) -> impl Iterator<Item = String> + 'a {
    const NOUNS: [&str; 7] = ["rating", "grade", "grading", "mark", "judgement", "judgment", "score"];
    let infixes = [
        String::new(),
        "possible ".to_owned(),
        format!("{inspectorate} "),
        format!("possible {inspectorate} "),
    ];
    // "the lowest of the four possible grades".
    const OF_ALL: [&str; 4] = ["of four", "of the four", "of four possible", "of the four possible"];
    const ALL: [&str; 5] = ["ratings", "grades", "marks", "judgements", "categories"];
    let of_all = |rank: &String| {
        OF_ALL.into_iter().flat_map(|of| ALL.map(|noun| format!("{rank} {of} {noun}"))).collect::<Vec<_>>()
    };
    grade.ranks.iter().flat_map(move |rank| {
        let infixes = infixes.clone();
        let of_all = of_all(rank);
        let one =
            infixes.into_iter().flat_map(move |infix| NOUNS.map(|noun| format!("{rank} {infix}{noun}")));
        one.chain(of_all)
    })
}

/// Every wording with the index of its list.
fn listed<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> Vec<(String, usize)> {
    lists.enumerate().flat_map(|(index, words)| words.iter().map(move |word| (word.clone(), index))).collect()
}

/// A name as it is, in capitals where a heading shouts it, and with capitals in its small words.
fn with_capitals((name, index): (String, usize)) -> Vec<(String, usize)> {
    let titled = ["upon", "and", "of", "with", "on"].iter().fold(name.clone(), |name, small| {
        let capital = small[..1].to_uppercase() + &small[1..];
        name.replace(&format!(" {small} "), &format!(" {capital} "))
    });
    let mut forms = vec![name.clone()];
    if titled != name {
        forms.push(titled);
    }
    if name.contains(" and ") {
        forms.push(name.replace(" and ", " & "));
    }
    if name.len() > 4 {
        forms.push(name.to_uppercase());
    }
    forms.into_iter().map(|form| (form, index)).collect()
}
