//! A vocabulary in, its words as automata out, so that a text is searched for all of them in one pass.

use super::bytes::{ByteSet, first_of};
use super::figures::series::Series;
use super::people::Roles;
use crate::model::{
    Area, Authority, Grade, KnownOrganisation, Measure, OrganisationEnding, Role, Span, Vocabulary,
};
use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};
use std::sync::{Arc, Mutex};

/// The words of one vocabulary, ready to be found.
pub struct Words {
    areas: Finder<AreaName>,
    grades: Finder<usize>,
    services: Finder<()>,
    providers: Finder<()>,
    definitions: Vec<String>,
    recalls: Vec<String>,
    authorities: Finder<usize>,
    organisations: Finder<usize>,
    endings: Finder<usize>,
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

/// An area named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaName {
    /// Its index in the vocabulary.
    pub area: usize,
    /// Whether the wording names it only within a statement of a grade.
    pub loose: bool,
}

/// The words that were made last: one program reads many documents with one vocabulary.
static LAST: Mutex<Option<Arc<Words>>> = Mutex::new(None);

impl Words {
    /// The words of a vocabulary; made once while the same vocabulary is asked for.
    pub fn of(vocabulary: &Vocabulary) -> Arc<Words> {
        let mut last = LAST.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match &*last {
            Some(words) if words.of.is_of(vocabulary) => words.clone(),
            _ => last.insert(Arc::new(Words::new(vocabulary))).clone(),
        }
    }

    fn new(vocabulary: &Vocabulary) -> Self {
        let areas = vocabulary.areas.iter().enumerate().flat_map(|(area, words)| {
            let formal =
                words.wordings.iter().map(move |word| (word.clone(), AreaName { area, loose: false }));
            let loose = words.loose.iter().map(move |word| (word.clone(), AreaName { area, loose: true }));
            formal.chain(loose)
        });
        let grades = vocabulary.grades.iter().enumerate();
        let grades =
            grades.flat_map(|(index, grade)| grade.synonyms.iter().map(move |word| (word.clone(), index)));
        let plain = |words: &[String]| words.iter().map(|word| (word.clone(), ())).collect::<Vec<_>>();
        let authorities = vocabulary.authorities.iter().enumerate();
        let authorities = authorities
            .flat_map(|(index, authority)| authority.names().map(move |name| (name.to_owned(), index)));
        Self {
            areas: Finder::new(areas, Case::Ignored),
            grades: Finder::new(grades, Case::Ignored),
            services: Finder::new(plain(&vocabulary.services), Case::Ignored),
            providers: Finder::new(plain(&vocabulary.providers), Case::Ignored),
            definitions: vocabulary.definitions.iter().map(|words| words.to_lowercase()).collect(),
            recalls: vocabulary.recalls.iter().map(|words| words.to_lowercase()).collect(),
            authorities: Finder::new(authorities.flat_map(with_capitals), Case::Kept),
            organisations: Finder::new(
                listed(vocabulary.organisations.iter().map(|organisation| &organisation.wordings)),
                Case::Kept,
            ),
            endings: Finder::new(
                listed(vocabulary.organisation_endings.iter().map(|ending| &ending.wordings)),
                Case::Kept,
            ),
            series: Series::of(vocabulary),
            roles: Roles::of(vocabulary),
            of: Origin::of(vocabulary),
        }
    }

    /// Every area named, in order; of several wordings at one place the longest.
    pub fn areas<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (AreaName, Span)> + 'a {
        self.areas.find(text)
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
        self.authorities.find(text)
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

enum Case {
    Ignored,
    Kept,
}

/// Finds whole words of a list, the longest at each place. Only where a word begins with two letters of the list is
/// the automaton asked: a text is searched for a dozen of such lists.
struct Finder<T> {
    automaton: Option<AhoCorasick>,
    heads: Heads,
    values: Vec<T>,
}

impl<T: Copy> Finder<T> {
    fn new(words: impl IntoIterator<Item = (String, T)>, case: Case) -> Self {
        let (mut patterns, mut values) = (Vec::new(), Vec::new());
        // Nothing is named by one letter, and the automaton is asked for two.
        for (word, value) in words.into_iter().filter(|(word, _)| word.len() > 1) {
            // Texts write both apostrophes.
            if word.contains('\'') {
                patterns.push(word.replace('\'', "’"));
                values.push(value);
            }
            patterns.push(word);
            values.push(value);
        }
        let heads = Heads::of(&patterns, &case);
        let automaton = AhoCorasick::builder()
            // Some megabytes for the names of all authorities, and twice as fast over a text.
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .ascii_case_insensitive(matches!(case, Case::Ignored))
            .build(patterns);
        Self { automaton: automaton.ok(), heads, values }
    }

    fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (T, Span)> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let automaton = self.automaton.as_ref()?;
            loop {
                let at = self.heads.next(text.as_bytes(), from)?;
                from = at + 1;
                let here = Input::new(text).range(at..).anchored(Anchored::Yes);
                let Some(found) = automaton.find(here) else { continue };
                from = found.end().max(from);
                if is_whole(text, found.start(), found.end()) {
                    let value = self.values[found.pattern().as_usize()];
                    return Some((value, Span::new(found.start(), found.end())));
                }
            }
        })
    }
}

/// The pairs of bytes with which the words of a list begin.
struct Heads {
    /// For each byte whether a pair begins with it: read once for each byte of a text.
    first: ByteSet,
    /// A bit for each pair.
    pairs: Vec<u64>,
}

impl Heads {
    fn of(words: &[String], case: &Case) -> Self {
        let mut heads = Self { first: [false; 256], pairs: vec![0; 1 << 10] };
        let forms = |byte: u8| match case {
            Case::Ignored => [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()],
            Case::Kept => [byte; 2],
        };
        for word in words {
            let &[first, second, ..] = word.as_bytes() else { continue };
            for first in forms(first) {
                forms(second).into_iter().for_each(|second| heads.insert(first, second));
            }
        }
        heads
    }

    fn insert(&mut self, first: u8, second: u8) {
        self.first[usize::from(first)] = true;
        let pair = usize::from(first) << 8 | usize::from(second);
        self.pairs[pair >> 6] |= 1 << (pair & 63);
    }

    fn holds(&self, first: u8, second: u8) -> bool {
        let pair = usize::from(first) << 8 | usize::from(second);
        self.pairs[pair >> 6] >> (pair & 63) & 1 == 1
    }

    /// Where the next word begins that a word of the list may be.
    fn next(&self, text: &[u8], mut from: usize) -> Option<usize> {
        loop {
            let at = from + first_of(&self.first, text.get(from..)?)?;
            let begins = at == 0 || !text[at - 1].is_ascii_alphanumeric();
            if begins && self.holds(text[at], *text.get(at + 1)?) {
                return Some(at);
            }
            from = at + 1;
        }
    }
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
}
