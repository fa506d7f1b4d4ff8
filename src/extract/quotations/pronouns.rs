//! A pronoun and where it stands in, whom it stands for out.
//!
//! "He" and "she" take the nearest person before who is the subject of a sentence and whose gender does not contradict, as
//! in the pronoun step of Muzny et al. (2017); "it" takes the nearest document or body that can speak, as news articles do
//! with reports and letters.

use super::clauses;
use super::cues;
use super::nouns::{
    is_document_noun, is_group_noun, is_plural, is_preposition, is_thing, is_thing_noun, phrase,
    trailing_noun, unnamed_person, with_article,
};
use super::speakers::{Scene, Speaker, is_title};
use crate::extract::names::{self, Gender, NameMention};
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Verbs of a sentence that tells what someone said.
const TOLD: [&str; 10] =
    ["said", "says", "told", "added", "warned", "explained", "argued", "insisted", "noted", "confirmed"];

/// No pronoun stands for what is further back than so many bytes.
const FURTHEST: usize = 4000;

impl Scene<'_> {
    /// Some: the words are a pronoun; within, whom it stands for.
    pub(super) fn pronoun(
        &self,
        word: &str,
        span: Span,
        former: Option<&Speaker>,
    ) -> Option<Option<Speaker>> {
        let word = word.to_lowercase();
        if matches!(word.as_str(), "he" | "she" | "it")
            && let Some(teller) = self.teller_before(&word, span.start)
        {
            // "The Labour councillor said so. He added": the one who spoke before.
            if let (Speaker::Words(words), Some(Speaker::Person(_))) = (&teller, former)
                && is_title(words)
            {
                return Some(former.cloned());
            }
            return Some(Some(teller));
        }
        if let Some(someone) = Some(word.as_str())
            .filter(|word| matches!(*word, "he" | "she"))
            .and_then(|_| self.someone_before(span.start))
        {
            return Some(Some(Speaker::Words(someone)));
        }
        Some(match word.as_str() {
            "he" => self.of_gender(Gender::Male, span.start, former),
            "she" => self.of_gender(Gender::Female, span.start, former),
            "it" => {
                let thing =
                    former.filter(|former| matches!(former, Speaker::Words(words) if is_thing(words)));
                let recent =
                    thing.filter(|_| self.spoken_since(self.blocks_before(span.start, 1), span.start));
                let before = || self.thing_before(span.start, is_thing_noun).map(Speaker::Words);
                recent.cloned().or_else(before).or_else(|| thing.cloned())
            }
            "they" => match former {
                Some(Speaker::Words(words)) if is_plural(words) => former.cloned(),
                _ => self.thing_before(span.start, is_group_noun).map(Speaker::Words).or_else(|| {
                    let recent = self.spoken_since(self.blocks_before(span.start, 1), span.start);
                    former.filter(|_| recent).cloned()
                }),
            },
            "we" => self.authors.map(|authors| Speaker::Words(authors.to_owned())),
            "i" => None,
            _ => return None,
        })
    }

    /// The person whom "he" or "she" at a place stands for.
    pub(super) fn of_gender(&self, gender: Gender, at: usize, former: Option<&Speaker>) -> Option<Speaker> {
        let limit = self.blocks_before(at, 4);
        let before = self.names.within(Span::new(limit, at)).iter().rev();
        let mut agreeing = before.filter(|mention| {
            let person = self.names.person(mention);
            person.gender.is_none_or(|known| known == gender) && !self.is_quoted(mention.span.start)
        });
        let nearest = agreeing.clone().next();
        // One who is named in passing after the paragraph of another is meant, unless that one spoke last.
        let paragraph = nearest.map_or(0, |nearest| self.document.block_index(nearest.whole.start));
        let block = self.document.block_at(at).map_or(at, |block| block.span.start);
        // "The board is chaired by Ms Quill. She said": who is named in the paragraph is nearer than who spoke before it.
        let former = former.filter(|_| {
            nearest.is_none_or(|nearest| nearest.whole.start < block) || self.spoken_since(block, at)
        });
        let of_subject = agreeing.find(|mention| {
            former == Some(&Speaker::Person(mention.person))
                || self.is_subject(mention) && self.document.block_index(mention.whole.start) >= paragraph
        });
        // "She thanked Ms Quill. She said": who opens the sentence before goes on to speak.
        let opener = self.opener_of_sentence_before(gender, at);
        let person = opener.or(of_subject).or(nearest);
        // "Rowan’s mother met her. She asked …": who opens the sentence before is nearer than one named in another block.
        let block = self.document.block_at(at).map_or(at, |block| block.span.start);
        let person =
            person.filter(|person| person.span.start >= block || self.opener_owned(gender, at).is_none());
        // One whose name no list has spoke after the last person who is known was named.
        let since = person.map_or(limit, |person| person.span.end);
        if let Some(Speaker::Words(words)) = former
            && !is_plural(words)
            && words.rsplit(' ').take(2).all(names::can_be_a_name)
            && self.spoken_since(since, at)
        {
            return former.cloned();
        }
        if let Some(given) =
            self.given_name_before(gender, at, person.map_or(limit, |person| person.span.end))
        {
            return Some(Speaker::Words(given));
        }
        if let Some(unlisted) = self.unlisted_before(at, person.map_or(limit, |person| person.span.end)) {
            return Some(Speaker::Words(unlisted));
        }
        let person = person.map(|mention| Speaker::Person(mention.person));
        let person = person.or_else(|| {
            self.opener_owned(gender, at).or_else(|| self.opener_before(gender, at)).map(Speaker::Words)
        });
        let recent = self.spoken_since(self.blocks_before(at, 2), at);
        person.or_else(|| match former.filter(|_| recent) {
            Some(Speaker::Person(person))
                if self.names.persons[*person].gender.is_none_or(|known| known == gender) =>
            {
                former.cloned()
            }
            Some(Speaker::Words(words)) if !is_thing(words) && !is_plural(words) => former.cloned(),
            // A list may err about a given name; that nobody else was named does not.
            Some(Speaker::Person(person)) if self.is_alone(*person, at) => former.cloned(),
            _ => None,
        })
    }

    /// Who is told to have said something in the sentence right before, without quotation marks: "It will do, a spokeswoman
    /// for the union said. “…,” she said."
    fn teller_before(&self, pronoun: &str, at: usize) -> Option<Speaker> {
        let own = self.document.sentence_at(at);
        let before =
            self.document.sentences().get(self.document.sentence_index(own.start).checked_sub(1)?)?;
        let near = before.end + 4 >= own.start && !self.spoken_since(before.start, before.end + 1);
        let tokens = clauses::tokens(self.words(*before), before.start);
        let verb = tokens.iter().position(|token| TOLD.contains(&token.lower.as_str())).filter(|_| near)?;
        // "…, said Tom Lowe, who follows it": a name right behind.
        let named = tokens.get(verb + 1).and_then(|next| {
            let parted = verb > 0 && tokens[verb - 1].comma;
            let mention = self.names.within(Span::new(next.span.start, before.end)).first()?;
            (parted && mention.whole.start == next.span.start).then_some(mention.whole)
        });
        let subject = match named {
            Some(name) => name,
            None => clauses::apposition(self, Span::new(tokens[0].span.start, tokens[verb].span.start)),
        };
        let words = self.words(subject);
        if clauses::is_pronoun(words) {
            return None;
        }
        let told = match self.named(subject) {
            Some(mention) => Speaker::Person(mention.person),
            None => {
                // "Her son, Michael, said": the relative's name.
                let next = subject.end..before.end.max(subject.end);
                let named = RELATIVE_NAMED.captures(self.words(Span::new(subject.start, next.end)));
                if let Some(name) = named.and_then(|named| named.get(1)) {
                    return Some(Speaker::Words(name.as_str().to_owned()));
                }
                let told = phrase(words).or_else(|| trailing_noun(words))?.trim().to_owned();
                // "Mbali Zulu from the union": a name that no list has.
                let name = told.split(' ').take(2).collect::<Vec<_>>();
                let named = name.len() == 2 && name.iter().all(|word| names::can_be_a_name(word));
                Speaker::Words(if named { name.join(" ") } else { told })
            }
        };
        let agrees = match (&told, pronoun) {
            (Speaker::Person(_), "it") => false,
            (Speaker::Person(person), _) => {
                let gender = if pronoun == "he" { Gender::Male } else { Gender::Female };
                self.names.persons[*person].gender.is_none_or(|known| known == gender)
            }
            (Speaker::Words(words), "it") => is_thing(words) || is_named_body(words),
            (Speaker::Words(words), _) => !is_thing(words) && !is_plural(words),
        };
        agrees.then_some(told)
    }

    /// The person without a name who is the subject of the sentence before speech: "One librarian was less sure. “…,” she
    /// said."
    fn someone_before(&self, at: usize) -> Option<String> {
        let before = self.sentence_before(at)?;
        let words = self.words(before);
        let person = unnamed_person(words)?;
        // "A farmer told Amy Lowe": whoever is named there may be meant.
        let named = !self.names.within(before).is_empty();
        (!named).then(|| phrase(person))?
    }

    /// The last sentence before a place that is not quoted, if it stands in its paragraph or ends the one before.
    fn sentence_before(&self, at: usize) -> Option<Span> {
        const MOST: usize = 6;
        let sentences = self.document.sentences();
        let own = self.document.sentence_index(at);
        let mut before = sentences[..own].iter().rev().take(MOST).copied();
        let sentence = before.find(|sentence| !self.is_quoted(sentence.end.saturating_sub(2)))?;
        let blocks = self.document.block_index(at).abs_diff(self.document.block_index(sentence.start));
        let speech = self.quoted.iter().any(|span| span.start < sentence.end && span.end > sentence.start);
        (blocks == 0 || blocks == 1 && !speech).then_some(sentence)
    }

    /// Whether nobody but a person was named in the few blocks before a place, and that person was.
    fn is_alone(&self, person: usize, at: usize) -> bool {
        let named = self.names.within(Span::new(self.blocks_before(at, 2), at));
        !named.is_empty() && named.iter().all(|mention| mention.person == person)
    }

    /// The person with whom the sentence right before begins, if nothing is quoted in it.
    fn opener_of_sentence_before(&self, gender: Gender, at: usize) -> Option<&NameMention> {
        let own = self.document.sentence_at(at);
        let before =
            self.document.sentences().get(self.document.sentence_index(own.start).checked_sub(1)?)?;
        let near = before.end + 4 >= own.start && !self.spoken_since(before.start, before.end + 1);
        let mentions = self.names.within(Span::new(before.start, before.end));
        let source = |mention: &NameMention| {
            self.words(Span::new(before.start, mention.whole.start)).contains("according to ")
        };
        let opener = mentions.first().filter(|mention| self.is_subject(mention) || source(mention))?;
        let agrees = self.names.person(opener).gender.is_none_or(|known| known == gender);
        (near && agrees && !self.is_quoted(opener.span.start)).then_some(opener)
    }

    /// Someone without a name who opens a sentence of the same block before a place: "The eldest boy", "A nurse".
    fn opener_before(&self, gender: Gender, at: usize) -> Option<String> {
        let block = self.document.block_index(at);
        let sentences = self.document.blocks().get(block).map(|block| self.document.sentences_of(block))?;
        let before = sentences.iter().rev().filter(|sentence| sentence.start < at);
        before.filter_map(|sentence| someone(self.words(*sentence), gender)).next().map(str::to_owned)
    }

    /// The relative of someone named, who opens a sentence of the same block: "Rowan’s mother".
    fn opener_owned(&self, gender: Gender, at: usize) -> Option<String> {
        let opener = self.opener_before(gender, at)?;
        opener.split(' ').next().is_some_and(is_possessive).then_some(opener)
    }

    /// A person called by a given name alone who opens a sentence between two places: "Kerry, whose surname …".
    pub(super) fn given_name_before(&self, gender: Gender, at: usize, from: usize) -> Option<String> {
        let text = self.words(Span::new(from.min(at), at));
        let words =
            text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
        let bare = |word: &str| {
            let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            word.trim_end_matches("’s").trim_end_matches("'s").to_owned()
        };
        let mut given = words.filter(|(start, word)| {
            // "Rowan’s mother" is not Rowan.
            if is_possessive(word)
                && text[start + word.len()..].split_whitespace().next().is_some_and(is_someone)
            {
                return false;
            }
            let known = names::given_name(&bare(word));
            // "Jordan, 20, who left care": with an age it is no surname and no country.
            let aged = word.ends_with(',') && is_age(text[start + word.len()..].split_whitespace().next());
            let agrees = known.is_some_and(|known| {
                (aged || !known.ambiguous) && known.gender.is_none_or(|known| known == gender)
            });
            let place = from.min(at) + start;
            agrees
                && (self.opens_sentence_of(place) || self.is_relative(place))
                && !self.is_quoted(place)
                && !self.is_named(place)
        });
        given.next_back().map(|(_, word)| bare(word))
    }

    /// "Her daughter Julie runs": whose relative opens the sentence before a given name.
    fn is_relative(&self, at: usize) -> bool {
        let sentence = self.document.sentence_at(at);
        RELATIVE.is_match(self.words(Span::new(sentence.start.min(at), at)))
    }

    /// Two capitalised words that open a sentence between two places, and say or belong to something there: "Mbali Zulu
    /// from the union said". No list has every given name.
    fn unlisted_before(&self, at: usize, from: usize) -> Option<String> {
        let text = self.words(Span::new(from.min(at), at));
        let place = |word: &str| from.min(at) + (word.as_ptr() as usize - text.as_ptr() as usize);
        let words: Vec<&str> = text.split_whitespace().collect();
        words.windows(3).rev().find_map(|three| {
            let [given, surname, next] = [three[0], three[1], three[2]];
            let named = [given, surname].iter().all(|word| names::can_be_a_name(word.trim_end_matches(',')));
            let aside = surname.ends_with(',') && matches!(next, "a" | "an" | "the" | "who");
            let does =
                !surname.ends_with(',') && (cues::is_saying(next) || matches!(next, "from" | "of" | "who"));
            let opens = named && (aside || does) && self.opens_sentence_of(place(given));
            (opens && !self.is_quoted(place(given)) && !self.is_named(place(given)))
                .then(|| format!("{given} {}", surname.trim_end_matches(',')))
        })
    }

    /// Whether at most a small word stands before the place in its sentence.
    fn opens_sentence_of(&self, at: usize) -> bool {
        let sentence = self.document.sentence_at(at);
        let before = self.words(Span::new(sentence.start.min(at), at)).trim();
        before
            .split(' ')
            .all(|word| word.is_empty() || matches!(word, "But" | "And" | "Mum" | "Now" | "Then"))
    }

    fn is_named(&self, at: usize) -> bool {
        let mentions = &self.names.mentions;
        let before = mentions.partition_point(|mention| mention.whole.start <= at);
        before > 0 && mentions[before - 1].whole.contains(at)
    }

    /// Whether the name stands at the start of its sentence, at most a few words of office before it.
    pub(super) fn is_subject(&self, mention: &NameMention) -> bool {
        let sentence = self.document.sentence_at(mention.whole.start);
        // Behind quoted words that no full stop ends a sentence begins all the same.
        let quoted = self.quoted.partition_point(|span| span.end <= mention.whole.start);
        let quoted = quoted.checked_sub(1).map_or(0, |at| self.quoted[at].end);
        let start = sentence.start.max(quoted).min(mention.whole.start);
        let before = self.words(Span::new(start, mention.whole.start));
        let before = if INTRODUCES.is_match(before) { "" } else { before };
        let verb = before.split(' ').any(|word| cues::is_sure_cue(word) || cues::ends_subject(word));
        let behind = &self.document.text()[mention.span.end..];
        let owner = behind.starts_with("’s") || behind.starts_with("'s");
        let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
        before.len() < 90 && !verb && !owner && !is_preposition(last)
    }

    /// Where the block begins that stands `count` blocks before the place; in long paragraphs a nearer place.
    pub(super) fn blocks_before(&self, at: usize, count: usize) -> usize {
        let index = self.document.block_index(at).saturating_sub(count);
        let start = self.document.blocks().get(index).map_or(0, |block| block.span.start);
        start.max(self.document.text().ceil_char_boundary(at.saturating_sub(FURTHEST))).min(at)
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let before = self.quoted.partition_point(|span| span.start <= at);
        before > 0 && self.quoted[before - 1].contains(at)
    }

    /// Whether quoted words end between two places.
    pub(super) fn spoken_since(&self, from: usize, at: usize) -> bool {
        let before = self.quoted.partition_point(|span| span.end <= at);
        before > 0 && self.quoted[before - 1].end > from
    }

    /// The document or body before a place that its sentence is about, else the nearest; with its article: "the report".
    fn thing_before(&self, at: usize, is_noun: fn(&str) -> bool) -> Option<String> {
        let from = self.blocks_before(at, 2);
        let text = self.words(Span::new(from, at));
        let things = || self.things(from, text, is_noun);
        let is_document = |(start, end): &(usize, usize)| is_document_noun(&text[*start..*end]);
        let (start, end) = things()
            .find(|(start, _)| self.opens_sentence(from + start))
            // "In their report, published on Monday, inspectors said".
            .or_else(|| {
                let next = |end: usize| text[end..].split_whitespace().next().unwrap_or_default();
                things().find(|(_, end)| TOLD.contains(&next(*end)))
            })
            .or_else(|| things().find(is_document))
            .or_else(|| things().next())?;
        Some(with_article(text, start, end))
    }

    /// The places of nouns in a text that begins at `from`, the last first, quoted ones left out.
    fn things<'a>(
        &'a self,
        from: usize,
        text: &'a str,
        is_noun: fn(&str) -> bool,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let breaks = |c: char| c.is_whitespace() || matches!(c, '“' | '"' | '‘');
        let words = text.rsplit(breaks).map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
        words.filter_map(move |(start, word)| {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let bare = bare.trim_end_matches("’s").trim_end_matches("'s");
            // "the local police commander" is no police.
            let of_one = || {
                let next = text[start + bare.len()..].strip_prefix(' ').unwrap_or_default();
                ONE_OF_THEM.contains(&next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default())
            };
            // "Inspectors" begins a sentence.
            let noun = is_noun(bare) || is_noun(&bare.to_lowercase()) && self.opens_sentence_of(from + start);
            let thing = noun && !self.is_quoted(from + start) && !of_one();
            thing.then_some((start, start + bare.len()))
        })
    }

    /// Whether a noun stands near the start of its sentence, behind no verb and no preposition.
    fn opens_sentence(&self, at: usize) -> bool {
        let sentence = self.document.sentence_at(at);
        let before = self.words(Span::new(sentence.start.min(at), at));
        let behind = &self.document.text()[at..];
        let owner = behind.split(' ').next().is_some_and(|word| word.contains(['\'', '’']));
        let bare = |word: &str| word.trim_end_matches(',').to_lowercase();
        let apart = before.split_whitespace().skip(1).any(|word| {
            let word = bare(word);
            cues::is_sure_cue(&word)
                || is_preposition(&word)
                || matches!(word.as_str(), "which" | "who" | "that")
        });
        let named = before.contains("Ofsted ");
        before.len() < 60 && !apart && !owner && !named
    }
}

/// "the National Boat Service": with an article and capitals, and none of several.
fn is_named_body(words: &str) -> bool {
    let name = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
    name.is_some_and(|name| {
        name.contains(' ')
            && name
                .split(' ')
                .all(|word| word.starts_with(char::is_uppercase) || word == "of" || word == "for")
    }) && !is_plural(words)
}

/// "Asked about the cable, NAME", "Speaking at a conference, NAME".
static INTRODUCES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Asked|Pressed|Speaking|Writing|Responding|Reacting|Commenting|Questioned|Interviewed|In an interview|In a statement|At a (?:press|news) conference)\b[^.;:]{0,80}, $",
    )
});

static RELATIVE_NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Her|His|Their) (?:[a-z]+ )?(?:daughter|son|wife|husband|mother|father|sister|brother|partner|grandson|granddaughter), ([A-Z][a-zé’'-]+), ",
    )
});

static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:But|And) )?(?:Her|His|Their) (?:[a-z]+ )?(?:daughter|son|wife|husband|mother|father|sister|brother|partner|mum|dad|grandson|granddaughter|cousin|nephew|niece|aunt|uncle|friend|colleague|neighbour|neighbor),? $",
    )
});

/// What makes one person of the name of a body before it.
const ONE_OF_THEM: [&str; 8] =
    ["chief", "commander", "director", "leader", "manager", "member", "officer", "worker"];

const MALE: [&str; 9] =
    ["boy", "brother", "dad", "father", "gentleman", "grandfather", "man", "son", "stepfather"];

const FEMALE: [&str; 8] =
    ["daughter", "girl", "grandmother", "mother", "mum", "sister", "stepmother", "woman"];

const EITHER: [&str; 8] = ["carer", "headteacher", "leaver", "nurse", "parent", "person", "pupil", "teacher"];

/// "20,": the age behind a name.
fn is_age(word: Option<&str>) -> bool {
    word.and_then(|word| word.strip_suffix(','))
        .is_some_and(|age| age.parse::<u8>().is_ok_and(|age| age > 3 && age < 110))
}

fn is_possessive(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && (word.ends_with("’s") || word.ends_with("'s"))
}

fn is_someone(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    [&MALE[..], &FEMALE, &EITHER].iter().any(|list| list.contains(&bare))
}

/// Whom the words begin with, if it is someone of a gender: "A 13-year-old girl told …".
fn someone(words: &str, gender: Gender) -> Option<&str> {
    let mut end = 0;
    for (index, word) in words.split(' ').take(6).enumerate() {
        let opens = matches!(word, "A" | "An" | "One" | "The" | "Her" | "His" | "Their" | "Another");
        if index == 0 && !opens && !is_possessive(word) {
            return None;
        }
        end += word.len();
        let of_gender = match gender {
            Gender::Male => MALE.contains(&word),
            Gender::Female => FEMALE.contains(&word),
        };
        if index > 0 && (of_gender || EITHER.contains(&word)) {
            return Some(&words[..end]);
        }
        end += 1;
    }
    None
}
