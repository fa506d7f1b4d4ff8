//! The words that tell who spoke in, the speaker out: a person by their fullest name, or a noun phrase as it stands.
//!
//! For whom a pronoun stands is found by [`super::pronouns`].

use super::cues;
use super::nouns::{is_person_noun, is_preposition, is_single_office, phrase, trailing_noun};
use crate::extract::names::{Gender, NameMention, Names};
use crate::extract::patterns::pattern;
use crate::model::{Document, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Who spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// Index of the person in [`Names::persons`].
    Person(usize),
    /// Such as `the report`, `inspectors`, `one care leaver`.
    Words(String),
}

/// Offices that a body has one of, beside those that [`is_single_office`] lists.
const LEADS: [&str; 10] = [
    "manager",
    "head",
    "boss",
    "headteacher",
    "captain",
    "coach",
    "founder",
    "leader",
    "governor",
    "sheriff",
];

/// What a person does, by which a text calls them again, with the gender that the word has.
const TRADES: [(&str, Option<Gender>); 27] = [
    ("actress", Some(Gender::Female)),
    ("actor", None),
    ("singer", None),
    ("star", None),
    ("rapper", None),
    ("comedian", None),
    ("presenter", None),
    ("broadcaster", None),
    ("author", None),
    ("novelist", None),
    ("playwright", None),
    ("filmmaker", None),
    ("Republican", None),
    ("Democrat", None),
    ("congressman", Some(Gender::Male)),
    ("congresswoman", Some(Gender::Female)),
    ("lawmaker", None),
    ("senator", None),
    ("midfielder", None),
    ("striker", None),
    ("goalkeeper", None),
    ("defender", None),
    ("quarterback", None),
    ("businessman", Some(Gender::Male)),
    ("businesswoman", Some(Gender::Female)),
    ("historian", None),
    ("philanthropist", None),
];

/// What a body is, by which a text calls it again.
const BODIES: [&str; 12] = [
    "organisation",
    "organization",
    "association",
    "paper",
    "newspaper",
    "trade group",
    "campaign group",
    "lobby group",
    "charity",
    "union",
    "society",
    "foundation",
];

/// A name in capitals at the beginning of a sentence, before its verb.
static BODY_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:The )?[A-Z][\w’'&-]*(?: (?:of|for|and|the|on|to|&) [A-Z][\w’'&-]*| [A-Z][\w’'&-]*)+ ")
});

/// Whether words are the name of a body by their last word, or by one that "of" or "for" follows.
fn is_body_name(words: &str) -> bool {
    const HEADS: [&str; 20] = [
        "Association",
        "Society",
        "Union",
        "Trust",
        "Foundation",
        "Federation",
        "Institute",
        "International",
        "Alliance",
        "Network",
        "Campaign",
        "Fund",
        "Club",
        "League",
        "Centre",
        "Center",
        "Times",
        "Post",
        "Group",
        "Confederation",
    ];
    words.contains(' ')
        && words.split(' ').any(|word| HEADS.contains(&word.trim_end_matches([',', '’', '\''])))
}

fn is_honorific(title: &str) -> bool {
    matches!(
        title.trim_end_matches('.'),
        "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir" | "Dame" | "Lord" | "Lady"
    )
}

/// "the Harbour councillor": who spoke last, called by another name.
pub(super) fn is_title(words: &str) -> bool {
    let title = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
    title.is_some_and(|title| {
        title.split(' ').count() <= 4
            && [" councillor", " MP", " politician"].iter().any(|end| title.ends_with(end))
    })
}

/// What the speakers are found in.
pub struct Scene<'a> {
    pub document: &'a Document,
    pub names: &'a Names,
    /// Stretches of quoted words, in order, of which nothing is looked at.
    pub quoted: &'a [Span],
    /// Who "we" are in this document, if it is theirs.
    pub authors: Option<&'a str>,
}

impl Scene<'_> {
    pub fn words(&self, span: Span) -> &str {
        self.document.words(span)
    }

    /// The speaker whom a subject's words name; `former` is who spoke last.
    pub fn subject(&self, span: Span, former: Option<&Speaker>) -> Option<Speaker> {
        let span = self.without_ends(span);
        let words = self.words(span);
        let first = words.split([' ', ',']).next().unwrap_or_default();
        if let Some(speaker) = self.pronoun(first, span, former) {
            return speaker;
        }
        if let Some(mention) = self.named(span) {
            return Some(Speaker::Person(mention.person));
        }
        // "In it he".
        let last = words.rsplit(' ').next().unwrap_or_default();
        if cues::begins_aside(&first.to_lowercase())
            && last != words
            && let Some(speaker) = self.pronoun(last, span, former)
        {
            return speaker;
        }
        let parent = [
            ("mum", Gender::Female),
            ("mother", Gender::Female),
            ("dad", Gender::Male),
            ("father", Gender::Male),
        ];
        let parent = parent.iter().find(|(noun, _)| {
            words
                .get(4..)
                .is_some_and(|rest| rest.starts_with(noun) && rest[noun.len()..].starts_with("-of-"))
        });
        if let Some((_, gender)) = parent {
            return self.of_gender(*gender, span.start, former);
        }
        if first.eq_ignore_ascii_case("the") && words.ends_with("-year-old") {
            return self.person_before(span.start);
        }
        if is_title(words)
            && matches!(former, Some(Speaker::Person(_)))
            && self.spoken_since(self.blocks_before(span.start, 2), span.start)
        {
            return former.cloned();
        }
        if let Some(person) = self.called_by_trade(words, span.start) {
            return Some(Speaker::Person(person));
        }
        if let Some(body) = self.body_called_again(words, span.start, former) {
            return Some(body);
        }
        if let Some(person) =
            self.holder(words, span.start).or_else(|| self.titled_otherwise(words, span.start))
        {
            return Some(Speaker::Person(person));
        }
        // "There was praise for staff, and inspectors": of two clauses the last.
        let last = [", and ", ", but ", "; "]
            .iter()
            .filter_map(|joint| words.rsplit_once(joint))
            .map(|(_, last)| last);
        let last = last.min_by_key(|last| last.len()).filter(|last| last.split(' ').count() <= 3);
        if let Some(noun) = last.and_then(trailing_noun) {
            return Some(Speaker::Words(noun));
        }
        if let Some(introduced) = self.introduced(words, span.start) {
            return Some(Speaker::Words(introduced));
        }
        let phrase = phrase(words).or_else(|| trailing_noun(words));
        phrase.map(|phrase| Speaker::Words(self.completed(phrase, former)))
    }

    /// "A Treasury source said so. “…,” the source said": as someone without a name was introduced.
    fn introduced(&self, words: &str, at: usize) -> Option<String> {
        const MOST: usize = 4;
        let noun = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
        let noun = if noun == "head" { "headteacher" } else { noun };
        if !is_person_noun(noun) {
            return None;
        }
        let before = self.words(Span::new(self.blocks_before(at, 2), at));
        before.rmatch_indices(noun).find_map(|(at, _)| {
            let mut start = at;
            for word in before[..at].rsplit([' ', '\n']).skip(1).take(MOST) {
                start -= word.len() + 1;
                match word.to_ascii_lowercase().as_str() {
                    "a" | "an" | "one" | "another" => return phrase(&before[start..at + noun.len()]),
                    "the" | "his" | "her" | "their" => return None,
                    _ if !word.ends_with(char::is_alphabetic) => return None,
                    _ => {}
                }
            }
            None
        })
    }

    /// Whom "the commissioner" stands for: the last person named beside that office.
    fn holder(&self, words: &str, at: usize) -> Option<usize> {
        let office = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?.to_lowercase();
        if !is_single_office(&office) {
            return None;
        }
        let text = self.document.text();
        let before = self.names.mentions.partition_point(|mention| mention.whole.start < at);
        let near = self.names.mentions[..before].iter().rev().take(12);
        let beside = |mention: &&NameMention| {
            let from = text.floor_char_boundary(mention.whole.start.saturating_sub(70));
            let to = text.ceil_char_boundary((mention.whole.end + 50).min(at));
            let left =
                text[from..mention.span.start].rsplit(['.', '\n', '“', '”', '"']).next().unwrap_or_default();
            let right =
                text[mention.whole.end..to.max(mention.whole.end)].split(['.', '\n', '“', '”', '"']).next();
            let right = right.filter(|right| right.starts_with(", ")).unwrap_or_default();
            left.to_lowercase().contains(&office) || right.to_lowercase().contains(&office)
        };
        // "Mr Justice Doe" is the judge.
        let titled =
            |mention: &&NameMention| mention.office.is_some_and(|title| title.eq_ignore_ascii_case(&office));
        near.clone().find(beside).or_else(|| near.clone().find(titled)).map(|mention| mention.person)
    }

    /// Whom "the actress", "the Texas Republican" stands for: the one person of that gender named in the few sentences
    /// before.
    fn called_by_trade(&self, words: &str, at: usize) -> Option<usize> {
        const BLOCKS: usize = 2;
        let trade = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
        let noun = trade.rsplit(' ').next()?;
        let gender = TRADES.iter().find(|(name, _)| *name == noun)?.1;
        let from = self.blocks_before(at, BLOCKS);
        let fits = |mention: &&NameMention| {
            let known = self.names.person(mention).gender;
            !self.is_quoted(mention.whole.start) && (gender.is_none() || known.is_none() || known == gender)
        };
        let near = self.names.within(Span::new(from, at)).iter().filter(fits);
        // Of several the one whom the sentence itself names.
        let own = self.document.sentence_at(at).start.min(at);
        let last = near.clone().next_back()?;
        let one = near.clone().all(|mention| mention.person == last.person);
        (trade.split(' ').count() <= 5 && (one || last.whole.start >= own)).then_some(last.person)
    }

    /// "The Boat Society was not asked. “…,” the organisation said": the body with a name that began a sentence before.
    fn body_called_again(&self, words: &str, at: usize, former: Option<&Speaker>) -> Option<Speaker> {
        const BLOCKS: usize = 2;
        let noun = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
        if !BODIES.contains(&noun) {
            return None;
        }
        let from = self.blocks_before(at, BLOCKS);
        if let Some(Speaker::Words(name)) = former
            && is_body_name(name)
            && self.spoken_since(from, at)
        {
            return former.cloned();
        }
        let own = self.document.sentence_at(at).start;
        let index = self.document.sentence_index(own);
        let before = self.document.sentences()[..index].iter().rev().take_while(|one| one.start >= from);
        before.filter(|sentence| !self.is_quoted(sentence.start + 1)).find_map(|sentence| {
            let name = BODY_NAME.find(self.words(*sentence))?.as_str().trim_end();
            let name = name.trim_end_matches(" has").trim_end_matches(" was");
            is_body_name(name).then(|| Speaker::Words(name.to_owned()))
        })
    }

    /// Whom "the prime minister", "the Harbour manager" stands for, where nobody is named beside that office: who is the
    /// subject of the sentence right before, or in the first paragraphs of a story who speaks first in the next one. One
    /// beside whose name another office stands is nobody else.
    fn titled_otherwise(&self, words: &str, at: usize) -> Option<usize> {
        const HEAD: usize = 3;
        let office = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
        let head = office.rsplit(' ').next()?.to_lowercase();
        let office_lower = office.to_lowercase();
        let single =
            is_single_office(&office_lower) || is_single_office(&head) || LEADS.contains(&head.as_str());
        let title =
            office.split(' ').count() <= 4 && single && office == office_lower && !office.contains(',');
        if !title {
            return None;
        }
        let text = self.document.text();
        let apposed = |mention: &NameMention| {
            let behind = &text[mention.span.end..];
            let left = self.words(Span::new(
                self.document.sentence_at(mention.whole.start).start.min(mention.whole.start),
                mention.whole.start,
            ));
            let last = left.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
            mention.office.is_some_and(|title| title.chars().any(char::is_lowercase) && !is_honorific(title))
                || behind.starts_with([',', '(']) && !behind.starts_with(", who")
                || is_person_noun(&last)
                || is_single_office(&last)
        };
        let fits = |mention: &&NameMention| {
            self.is_subject(mention) && !self.is_quoted(mention.whole.start) && !apposed(mention)
        };
        let own = self.document.sentence_at(at);
        let index = self.document.sentence_index(own.start);
        // Quoted sentences may stand between the words that tell and the sentence before them.
        let before = self.document.sentences()[..index].iter().rev().take(4).find(|sentence| {
            !self.is_quoted(sentence.start + 1) && !self.is_quoted(sentence.end.saturating_sub(2))
        });
        if let Some(before) = before
            && self.document.block_index(before.start) + 1 >= self.document.block_index(at)
            && let [mention] = &*self.names.within(*before).iter().filter(fits).collect::<Vec<_>>()
        {
            return Some(mention.person);
        }
        let block = self.document.block_index(at);
        let (next, named) =
            (self.document.blocks().get(block + 1)?.span, self.names.within(Span::new(0, at)));
        let first = self.names.within(next).iter().find(fits)?;
        let speaks = text[first.span.end..next.end].split(' ').nth(1).is_some_and(cues::is_cue);
        (block < HEAD && named.is_empty() && speaks).then_some(first.person)
    }

    /// Whom "the 43-year-old" stands for: the last person or given name that opens a sentence.
    fn person_before(&self, at: usize) -> Option<Speaker> {
        let limit = self.blocks_before(at, 3);
        let mut before = self.names.within(Span::new(limit, at)).iter().rev();
        let person = before.find(|mention| self.is_subject(mention) && !self.is_quoted(mention.span.start));
        let from = person.map_or(limit, |person| person.span.end);
        let given = [Gender::Female, Gender::Male]
            .into_iter()
            .filter_map(|gender| self.given_name_before(gender, at, from))
            .next();
        given.map(Speaker::Words).or_else(|| person.map(|mention| Speaker::Person(mention.person)))
    }

    /// "another" after "one foster carer" is another foster carer.
    fn completed(&self, phrase: String, former: Option<&Speaker>) -> String {
        let Some(Speaker::Words(former)) = former else { return phrase };
        let lower = former.to_lowercase();
        let noun = ["one ", "another ", "a ", "an "].iter().find_map(|article| lower.strip_prefix(article));
        match (phrase.to_lowercase().as_str(), noun) {
            ("another" | "a second" | "a third", Some(noun)) => format!("{phrase} {noun}"),
            _ => phrase,
        }
    }

    /// The person named as the subject of the words: not one behind a preposition, nor one who owns what speaks.
    pub fn named(&self, span: Span) -> Option<&NameMention> {
        let mut mentions = self.names.within(span).iter().filter(|mention| mention.span.end <= span.end);
        mentions.find(|mention| {
            let before = self.words(Span::new(span.start, mention.whole.start.max(span.start))).trim_end();
            let last = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
            let behind = &self.document.text()[mention.span.end..];
            let owner = ["’s ", "'s ", "’ ", "' "].iter().any(|possessive| behind.starts_with(possessive));
            (!is_preposition(&last) || before.eq_ignore_ascii_case("and")) && !owner
        })
    }

    /// The words without verbs' helpers at the end and without "But", "However," and the like at the start.
    fn without_ends(&self, span: Span) -> Span {
        let mut span = trimmed(self.document, span);
        while let Some((first, rest)) = self.words(span).split_once(' ') {
            let aside = matches!(
                first.trim_end_matches(',').to_lowercase().as_str(),
                "but"
                    | "and"
                    | "as"
                    | "so"
                    | "however"
                    | "meanwhile"
                    | "then"
                    | "yet"
                    | "later"
                    | "also"
                    | "while"
                    | "when"
                    | "that"
                    | "because"
            );
            if !aside {
                break;
            }
            span = trimmed(self.document, Span::new(span.end - rest.len(), span.end));
        }
        while let Some((rest, last)) = self.words(span).rsplit_once(' ') {
            let named = last.ends_with("ly") && last.starts_with(char::is_uppercase);
            if named || !cues::is_auxiliary(&last.to_lowercase()) {
                break;
            }
            span = trimmed(self.document, Span::new(span.start, span.start + rest.len()));
        }
        span
    }
}

fn trimmed(document: &Document, span: Span) -> Span {
    let words = document.words(span);
    let edge = |c: char| {
        c.is_whitespace() || matches!(c, ',' | '–' | '—' | '-' | ':' | ';' | '”' | '“' | '"' | '(' | ')')
    };
    let start = span.start + (words.len() - words.trim_start_matches(edge).len());
    Span::new(start, (start + words.trim_matches(edge).len()).max(start))
}
