//! A place where a person is named in, the office that the words around it give out.

mod bodies;
mod rows;
mod signed;

pub use bodies::CALLED;

use super::lexicon;
use super::opening::{opening, past_letters};
use super::roles::padded;
use super::signatures;
use super::words::{self, Word};
use crate::extract::details::is_formal;
use crate::extract::names::{NameMention, Names};
use crate::extract::patterns::pattern;
use crate::extract::words::{Named, Words};
use crate::model::{Details, Document, Role, Span, Vocabulary};
use regex::Regex;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// An office as the text words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    pub role: String,
    pub organisation: Option<String>,
    /// The words of the office and of its organisation.
    pub span: Span,
    /// How much it tells: a role of the vocabulary over another, a spelt-out one over an abbreviation or a title.
    pub weight: u8,
    /// Whether it stands before a list of names, all of which it holds for.
    pub heads_list: bool,
}

/// What is needed to find offices.
pub struct Offices<'a> {
    document: &'a Document,
    vocabulary: &'a Vocabulary,
    known: &'a Words,
    /// What of the vocabulary the document names.
    named: &'a Named,
    subject: Option<&'a str>,
    /// Who inspects: under a framework of another inspectorate, that one.
    inspectorate: &'a str,
    /// Whether an inspectorate writes of the subject.
    reported: bool,
    names: &'a Names,
    /// The bodies that the document names, by kind, found when first asked for.
    of_kinds: OnceCell<BTreeSet<(&'a str, &'a str)>>,
}

impl<'a> Offices<'a> {
    pub fn new(
        document: &'a Document,
        vocabulary: &'a Vocabulary,
        known: &'a Words,
        named: &'a Named,
        details: &'a Details,
        names: &'a Names,
    ) -> Self {
        let subject = details.subject.as_deref();
        let framework = vocabulary.frameworks.iter().find(|one| Some(&one.id) == details.framework.as_ref());
        let other = framework.and_then(|framework| framework.inspectorate.as_deref());
        let inspectorate = other.unwrap_or(&vocabulary.inspectorate);
        let reported = is_formal(details.kind);
        Self {
            document,
            vocabulary,
            known,
            named,
            subject,
            inspectorate,
            reported,
            names,
            of_kinds: OnceCell::new(),
        }
    }

    /// The office that stands beside each mention, in the order of [`Names::mentions`].
    pub fn beside_mentions(&self) -> Vec<Option<Office>> {
        let mut offices: Vec<Option<Office>> = Vec::with_capacity(self.names.mentions.len());
        for (index, mention) in self.names.mentions.iter().enumerate() {
            let former = index.checked_sub(1).and_then(|before| offices[before].clone());
            let office = self.beside(index, mention, former).or_else(|| self.succeeding(mention, &offices));
            offices.push(office);
        }
        offices
    }

    /// "her deputy, NAME", "Ms Bell’s predecessor NAME": beside whom, before or behind whom someone holds an office.
    fn succeeding(&self, mention: &NameMention, offices: &[Option<Office>]) -> Option<Office> {
        let text = self.document.text();
        let sentence = self.document.sentence_at(mention.whole.start).start.min(mention.whole.start);
        let found = SUCCEEDING.captures(&text[sentence..mention.whole.start])?.get(1)?;
        let former = offices.iter().rev().flatten().find(|office| office.weight > 1);
        Some(Office {
            role: found.as_str().to_owned(),
            organisation: former.and_then(|former| former.organisation.clone()),
            span: Span::new(sentence + found.start(), sentence + found.end()),
            weight: 1,
            heads_list: false,
        })
    }

    fn beside(&self, index: usize, mention: &NameMention, former: Option<Office>) -> Option<Office> {
        let after_former = index.checked_sub(1).map_or(0, |before| self.names.mentions[before].span.end);
        // The words before a name may be the office of the person named before: "NAME, chief officer NAME, chair".
        let taken = former.as_ref().is_some_and(|former| {
            former.span.start >= after_former
                && former.span.end + 4 >= mention.whole.start
                && after_former > 0
        });
        let office = self
            .labelled(mention, after_former)
            .filter(|label| !PRESENT.is_match(&label.role))
            .or_else(|| self.inherited(index, mention, former))
            .or_else(|| self.chairing(index, mention))
            .or_else(|| self.beside_name(index, mention, after_former, taken))
            .or_else(|| self.leading_inspectors(mention))
            .or_else(|| self.told_by_verb(mention))
            .or_else(|| self.signed(index, mention))
            .or_else(|| self.titled(index, mention))?;
        // "NAME HMI" over "Regional Director": the letters say less.
        let more = if words::is_letters(&office.role) { self.signed(index, mention) } else { None };
        let office = more.filter(|more| more.weight > office.weight).unwrap_or(office);
        let office = self.at_home(self.in_column(office, mention), mention);
        Some(self.beneath_body(office, mention))
    }

    /// "The improvement board, chaired by NAME"; what stands behind the name may tell more: "chaired by NAME, director of".
    fn chairing(&self, index: usize, mention: &NameMention) -> Option<Office> {
        let text = self.document.text();
        let sentence = self.document.sentence_at(mention.whole.start);
        let lead = text.get(sentence.start..mention.whole.start)?.strip_suffix("chaired by ")?;
        let lead =
            [" is ", " was ", " has been "].iter().find_map(|verb| lead.strip_suffix(verb)).unwrap_or(lead);
        let apposed = text[mention.span.end..].starts_with([',', '(']);
        let held = |office: &Office| apposed && office.weight > 1 && !office.role.starts_with("former ");
        if let Some(office) = self.behind(index, mention).filter(held) {
            return Some(office);
        }
        let all = words::of(
            text,
            Span::new(sentence.start, sentence.start + lead.trim_end_matches([' ', ',']).len()),
        );
        let body = words::ending_body(&all).map(|span| self.document.words(span).to_owned());
        let verb = Span::new(mention.whole.start - "chaired by ".len(), mention.whole.start - " by ".len());
        Some(Office {
            role: "chair".to_owned(),
            organisation: body,
            span: verb,
            weight: 2,
            heads_list: false,
        })
    }

    /// "Inspectors, led by NAME,", "a team of four led by NAME": who led an inspection, where its sentence begins with those
    /// who made it.
    fn leading_inspectors(&self, mention: &NameMention) -> Option<Office> {
        let text = self.document.text();
        let sentence = self.document.sentence_at(mention.whole.start);
        let lead = text.get(sentence.start..mention.whole.start)?.strip_suffix("led by ")?;
        let subject = lead.trim_end_matches([' ', ',']).rsplit([',', ';']).next()?.to_lowercase();
        let inspectors = subject.split(' ').any(|word| matches!(word, "inspectors" | "inspection"));
        if !inspectors || self.inspectorate.is_empty() {
            return None;
        }
        let verb = Span::new(mention.whole.start - "led by ".len(), mention.whole.start - 1);
        Some(Office {
            role: "lead inspector".to_owned(),
            organisation: Some(self.inspectorate.to_owned()),
            span: verb,
            weight: 2,
            heads_list: false,
        })
    }

    /// An office in a table, whose column may be headed by the body that it is held at.
    fn in_column(&self, office: Office, mention: &NameMention) -> Office {
        let told =
            office.organisation.as_deref().is_some_and(|told| Some(told) != self.inspector_at(&office.role));
        let over = signatures::body_over(self.document, self.vocabulary, mention.whole)
            .or_else(|| signatures::body_in_turn(self.document, self.vocabulary, self.names, mention));
        let Some(over) = over else {
            return office;
        };
        let over = self.document.words(over);
        // "CQC inspector" below "Care Quality Commission": one body, which the column names in full.
        let same = office.organisation.as_deref().is_some_and(|told| {
            let known =
                self.vocabulary.organisations.iter().find(|known| known.short.as_deref() == Some(told));
            known.is_some_and(|known| known.wordings.iter().any(|wording| wording.eq_ignore_ascii_case(over)))
        });
        if told && !same { office } else { Office { organisation: Some(over.to_owned()), ..office } }
    }

    /// "Lead inspector: NAME", "Lead inspector" in the cell or the block before.
    fn labelled(&self, mention: &NameMention, after_former: usize) -> Option<Office> {
        let text = self.document.text();
        let block = self.document.block_at(mention.whole.start)?;
        let from = block.span.start.max(after_former).min(mention.whole.start);
        let before = text[from..mention.whole.start].trim_end();
        // A cell that names another person is no label of this one.
        let cell = || cell_before(text, from, mention.whole.start);
        let cell = || cell().filter(|label| from == block.span.start || label.contains('\t'));
        if let Some(label) = before.strip_suffix(':').or_else(cell) {
            let last = label.rsplit(['.', ';', ':', '\t', '\n', ')', '•']).next().unwrap_or(label);
            let end = from + label.len();
            return self.label(Span::new(end - last.len(), end));
        }
        let opens = before.is_empty() && block.span.start == mention.whole.start;
        let former = opens.then(|| self.document.block_index(mention.whole.start).checked_sub(1))??;
        let former = self.document.blocks()[former].span;
        let label = self.document.words(former).strip_suffix(':')?;
        (label.len() < 60).then(|| self.label(Span::new(former.start, former.start + label.len())))?
    }

    /// The office in a label's words, letters of a former name before it left out.
    fn label(&self, span: Span) -> Option<Office> {
        let all = words::of(self.document.text(), span);
        let from = all.iter().rposition(|word| word.is_acronym()).map_or(0, |at| at + 1);
        let label = all.get(from..).filter(|label| (1..=6).contains(&label.len()))?;
        words::head(label)?;
        let span = label[0].span.to(label[label.len() - 1].span);
        let role = words::singular(self.document.words(span));
        Some(self.office(role, None, span, true))
    }

    /// What stands before the name, unless what stands behind it tells more: "councillor NAME, the leader".
    fn beside_name(
        &self,
        index: usize,
        mention: &NameMention,
        after_former: usize,
        taken: bool,
    ) -> Option<Office> {
        let before = if taken { None } else { self.before(mention, after_former) };
        let before = before.map(|before| self.not_former(before, mention, after_former));
        // "The DCS, NAME, the chief executive, NAME, and the leader, NAME": each office stands before its holder.
        let behind = self.behind(index, mention);
        let behind = behind.filter(|behind| before.is_none() || !self.leads_to_next(index, mention, behind));
        match (before, behind) {
            (Some(before), Some(behind)) if behind.weight > before.weight => Some(behind),
            // "the appointment of the former director NAME as its chief executive".
            (Some(before), Some(behind))
                if self.document.words(before.span).contains("former ") && self.is_appointed(mention) =>
            {
                Some(behind)
            }
            (before, behind) => before.or(behind),
        }
    }

    /// Whether an office behind a name and a comma stands before the comma and the name of another, whose it is, as one
    /// with a comma stands before this one.
    fn leads_to_next(&self, index: usize, mention: &NameMention, office: &Office) -> bool {
        let text = self.document.text();
        let Some(next) = self.names.mentions.get(index + 1) else { return false };
        let before = text[..mention.whole.start].ends_with(", ");
        let apposed =
            text[mention.span.end..].starts_with(", ") || text[mention.span.end..].starts_with(" and ");
        let between = text.get(office.span.end..next.whole.start);
        before && apposed && between == Some(", ")
    }

    /// "the council’s adviser, former Harbour director NAME": of two offices that apposition joins, the one still held.
    fn not_former(&self, office: Office, mention: &NameMention, after_former: usize) -> Office {
        let text = self.document.text();
        let former = ["former ", "ex-"].iter().any(|lead| self.document.words(office.span).starts_with(lead));
        let sentence = self.document.sentence_at(mention.whole.start).start.max(after_former);
        let lead = text.get(sentence..office.span.start).and_then(|lead| lead.strip_suffix(", "));
        let Some(lead) = lead.filter(|_| former) else { return office };
        let start = lead.rfind(words::STOPS).map_or(0, |at| at + words::width(lead, at));
        let all = words::of(text, Span::new(sentence + start, sentence + lead.len()));
        self.phrase(words::whole_phrase(words::ending_phrase(&all))).unwrap_or(office)
    }

    /// Whether the words behind a name tell of the office that it is given: " as its".
    fn is_appointed(&self, mention: &NameMention) -> bool {
        let behind = &self.document.text()[mention.span.end..];
        [" as its ", " as the ", " as their ", " as new ", " to the "]
            .iter()
            .any(|lead| behind.starts_with(lead))
    }

    /// "the council's director of children's services NAME".
    fn before(&self, mention: &NameMention, after_former: usize) -> Option<Office> {
        let sentence = self.document.sentence_at(mention.whole.start);
        let from = sentence.start.max(after_former).min(mention.whole.start);
        let text = self.document.text();
        let before = words::last_bytes(&text[from..mention.whole.start], 200);
        let from = mention.whole.start - before.len();
        // "Leader of the council, councillor NAME": the title says less.
        let before = before.strip_suffix("councillor ").filter(|rest| rest.ends_with(", ")).unwrap_or(before);
        let comma = before.trim_end().strip_suffix(',').map(str::len);
        let end = words::without_abbreviation(&before[..comma.unwrap_or(before.trim_end().len())]).len();
        // "The inspectors for this visit were NAME and NAME."
        let end = ENUMERATION.find(&before[..end]).map_or(end, |found| found.start());
        // "the commissioner appointed by the minister, NAME": who appoints is another.
        let end = APPOINTED.find(&before[..end]).map_or(end, |found| found.start());
        let start = before[..end].rfind(words::STOPS).map_or(0, |at| at + words::width(before, at));
        let all = words::of(text, Span::new(from + start, from + end));
        let all: Vec<_> =
            all.into_iter().skip_while(|word| !word.text.contains(char::is_alphanumeric)).collect();
        let listed = || self.across_commas(&before[..end], from, comma.is_some());
        let phrase = words::last_office(words::whole_phrase(words::ending_phrase(&all)));
        let Some(office) = self.phrase(phrase) else { return listed() };
        // Between an office and another's name stand the lines of an address.
        let numbered = self.document.words(office.span).contains(|c: char| c.is_ascii_digit());
        if numbered && self.known(&padded(&office.role)).is_none() {
            return listed();
        }
        // "the leader of the council, Jim Robbins," but not "told the leader, and …": the words before a comma must be a
        // whole phrase with its article.
        let determined = words::head(phrase).is_some_and(|head| {
            let first = words::first_of_role(phrase, head);
            let before = phrase[..first].iter().rev().filter(|word| !word.is_acronym());
            before.take(2).any(Word::is_article)
        });
        let council = phrase.first().is_some_and(|first| words::begins_body(first))
            && text[mention.span.end..].starts_with(',');
        let own = office.organisation.is_some();
        let office = self.owned_by_abbreviated(office, from + start);
        let office = self.of_antecedent(office);
        let office = self.of_joined(office);
        let whole = comma.is_none()
            || determined
            || !own && office.organisation.is_some()
            || council
            || office.weight > 2 && (text[mention.span.end..].starts_with(['.', ',', '\n']))
            || phrase.first().is_some_and(|first| first.is_article() || first.is_capital());
        whole.then_some(office)
    }

    /// "the cabinet member for children, families and education, NAME": an office whose field is a list. `before` begins
    /// at `from` in the text.
    fn across_commas(&self, before: &str, from: usize, parted: bool) -> Option<Office> {
        let last = before.rfind(", ")?;
        let tail = before[last + 2..].split_whitespace().collect::<Vec<_>>();
        let joined = tail.iter().any(|word| matches!(*word, "and" | "&"));
        let start = before[..last].rfind(words::STOPS).map_or(0, |at| at + words::width(before, at));
        // "The trust’s director of quality, finance and change NAME": a short end without a comma of its own.
        let short = tail.len() <= 4 && tail.iter().all(|word| word.starts_with(char::is_lowercase));
        if !(joined && (parted && tail.len() <= 8 || short)) {
            return None;
        }
        let all = words::of(self.document.text(), Span::new(from + start, from + before.len()));
        let phrase = words::whole_phrase(words::ending_phrase(&all));
        let head = words::head(phrase)?;
        let field = phrase.get(head + 1).is_some_and(|next| matches!(next.text, "for" | "of"));
        field.then(|| self.phrase(phrase))?
    }

    /// "NAME, leader of Swindon Borough Council, said", "NAME is the director of …", "NAME HMI".
    fn behind(&self, index: usize, mention: &NameMention) -> Option<Office> {
        let text = self.document.text();
        let limit = self.names.mentions.get(index + 1).map_or(text.len(), |next| next.whole.start);
        let block = self.document.block_at(mention.span.start)?.span;
        let behind =
            words::first_bytes(&text[mention.span.end..limit.min(block.end).max(mention.span.end)], 240);
        let start =
            ["’s ", "'s "].iter().all(|possessive| !behind.starts_with(possessive)).then(|| {
                let letters = past_letters(behind);
                opening(&behind[letters..]).map(|opening| letters + opening)
            })??;
        let rest = &behind[start..];
        let comma = self.worded_over_comma(rest);
        let end = comma + words::apposition_end(&rest[comma..]);
        let all = words::of(text, Span::new(mention.span.end + start, mention.span.end + start + end));
        let office = self.phrase(words::skip_age(&all)).filter(|office| office.role.len() < 120)?;
        let spelt_out = self.spelt_out(&office, mention.span.end + start + end);
        let spelt_out = spelt_out.filter(|more| more.span.end <= limit);
        Some(spelt_out.unwrap_or_else(|| self.at_body(self.in_full(office, &all), &rest[end..])))
    }

    /// How much of the words is an office whose name has a comma: "Police, Fire and Crime Commissioner".
    fn worded_over_comma(&self, words: &str) -> usize {
        let begins =
            |wording: &str| words.get(..wording.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(wording));
        self.known.roles.with_comma().iter().find(|wording| begins(wording)).map_or(0, String::len)
    }

    /// An office with the capitalised words before it that belong to no body: "Local area nominated officer".
    fn in_full(&self, office: Office, phrase: &[Word]) -> Office {
        let Some(first) = phrase.first().filter(|first| first.is_capital() && !first.is_article()) else {
            return office;
        };
        let words = self.document.words(first.span.to(office.span));
        let before = words.find(&office.role).filter(|_| office.organisation.is_none());
        let qualified = before.is_some_and(|at| (1..=4).contains(&words[..at].split_whitespace().count()));
        match before.filter(|_| qualified && !words.contains("’s ") && !words.contains("'s ")) {
            Some(at) => Office { role: words[..at + office.role.len()].to_owned(), ..office },
            None => office,
        }
    }

    /// An office with the body behind it and a comma: "chief constable, Harbour Police".
    fn at_body(&self, office: Office, behind: &str) -> Office {
        let Some(body) = signatures::body_behind(behind, self.vocabulary, self.subject) else {
            return office;
        };
        let own = self.subject.filter(|subject| words::means_the_subject(body, subject)).unwrap_or(body);
        let from = office.span.end + behind.find(body).unwrap_or(0);
        Office {
            organisation: Some(own.to_owned()),
            span: office.span.to(Span::new(from, from + body.len())),
            ..office
        }
    }

    /// The office of the name before, where only a comma, "and" or letters such as HMI part the two.
    fn inherited(&self, index: usize, mention: &NameMention, former: Option<Office>) -> Option<Office> {
        let former = former.filter(|former| former.heads_list)?;
        let before = &self.names.mentions[index.checked_sub(1)?];
        let between = &self.document.text()[before.span.end..mention.whole.start];
        let separators = [' ', ',', ';', '(', ')', '\n', '\t', '&'];
        let mut parts = between.split(separators).filter(|part| !part.is_empty());
        let listed = parts.all(|part| LIST_WORDS.contains(&part) || words::is_letters(part));
        (listed && between.len() < 40).then_some(former)
    }

    /// The office in the words of a phrase such as "Swindon Borough Council’s cabinet member for children".
    fn phrase(&self, phrase: &[Word]) -> Option<Office> {
        let last = phrase.last()?;
        let worded = self.worded(phrase);
        // "harbour warden": an office that only the vocabulary knows, or knows to begin earlier.
        let head = words::head(phrase).or(worded.as_ref().map(|worded| worded.end - 1))?;
        let first = words::first_of_role(phrase, head);
        let first = worded
            .as_ref()
            .filter(|worded| worded.contains(&head))
            .map_or(first, |worded| first.min(worded.start));
        let owner = words::owner(&phrase[..first]).filter(|_| !words::is_of_no_body(&phrase[head]));
        let owner = owner.filter(|owner| !words::is_country(owner));
        let (end, place) = words::place(phrase, head);
        // "Inspector of Constabulary": no body but a part of the office's name.
        let whole = worded.map(|worded| worded.end).filter(|whole| place.is_some() && end < *whole);
        let (end, place) = whole.map_or((end, place), |whole| {
            // "director of children’s services at Harbour Council": the body stands behind the whole name.
            let (at, behind) = words::place(phrase, whole - 1);
            if behind.is_some() { (at, behind) } else { (whole, None) }
        });
        let (end, place) = match words::town(phrase, head, end).filter(|_| place.is_none()) {
            Some(town) => (town.start - 1, Some(&phrase[town.range()])),
            None => (end, place),
        };
        let end = words::until_date(phrase, end).max(head + 1);
        let role_end = phrase[end - 1].span;
        let text = self.document.text();
        let role = words::without_small_ending(&text[phrase[first].span.to(role_end).range()]);
        let country = first.checked_sub(1).filter(|before| words::is_country(&phrase[*before..first]));
        let its = country.unwrap_or(first).checked_sub(1).is_some_and(|before| phrase[before].is_its());
        // "Unison’s branch secretary at the council", "the ICB’s director for Kent": of a named body, for another.
        let named = owner.filter(|owner| owner.iter().any(Word::is_capital));
        let organisation = named.and_then(|owner| self.organisation(owner, true));
        let organisation = organisation.or_else(|| self.organisation(place?, false));
        let organisation = organisation.or_else(|| self.organisation(owner?, true));
        let organisation = organisation.or_else(|| its.then(|| self.body_before(phrase[0].span.start))?);
        let organisation = organisation.or_else(|| self.of_the_subject(role));
        let span = phrase[0].span.to(last.span);
        Some(self.office(words::singular(role), organisation, span, words::is_plural(role)))
    }

    /// Which words of a phrase the vocabulary knows as one office.
    fn worded(&self, phrase: &[Word]) -> Option<Range<usize>> {
        let span = phrase.first()?.span.to(phrase.last()?.span);
        let padded = padded(self.document.words(span));
        let (_, wording) = self.known.roles.longest(&padded)?;
        let start = padded[..wording.start].split_whitespace().count();
        let end = padded[..wording.end].split_whitespace().count().min(phrase.len());
        (start < end).then_some(start..end)
    }

    fn office(&self, role: String, organisation: Option<String>, span: Span, heads_list: bool) -> Office {
        // "Cabinet Member for Families, Harbour Council": the body is no second field.
        let parts = role.rsplit_once(", ").filter(|(_, body)| signatures::is_named_body(body));
        let (role, organisation) = match parts {
            Some((role, body)) => {
                let own = self.subject.filter(|subject| words::means_the_subject(body, subject));
                (role.to_owned(), organisation.or(Some(own.unwrap_or(body).to_owned())))
            }
            None => (role, organisation),
        };
        let padded = padded(&role);
        let known = self.known(&padded);
        let held_at = known.and_then(|known| match known.held_at.as_str() {
            "subject" => self.subject.map(str::to_owned),
            "inspectorate" => Some(self.inspectorate.to_owned()),
            "local" => None,
            bodies => {
                bodies.split(" or ").find_map(|body| self.named_body(body)).map(|body| self.in_words(&body))
            }
        });
        let spelt_out = role.chars().any(char::is_lowercase);
        let weight = 1 + u8::from(spelt_out) + 2 * u8::from(known.is_some() && spelt_out);
        let party = words::party_led(&role).map(str::to_owned);
        // "Labour’s shadow cabinet member": of the council at which the party sits.
        let seated = known.is_some_and(|known| known.held_at == "subject");
        let organisation = organisation.filter(|body| {
            !(seated && self.subject.is_some() && lexicon::is_party(words::without_possessive(body)))
        });
        // A story of several bodies: the one told of last.
        let held_at = held_at.or_else(|| {
            let told = known.filter(|known| matches!(known.held_at.as_str(), "subject" | "local"));
            told.filter(|_| self.subject.is_none()).and_then(|_| self.authority_before(span.start))
        });
        Office { organisation: organisation.or(party).or(held_at), role, span, weight, heads_list }
    }

    /// A body of the vocabulary by its short form or name, if the document has these words.
    fn named_body(&self, body: &str) -> Option<String> {
        let named = body.starts_with(char::is_uppercase)
            && memchr::memmem::find(self.document.text().as_bytes(), body.as_bytes()).is_some();
        named.then(|| body.to_owned())
    }

    /// The vocabulary's role of which one of the longest wordings stands in an office's words.
    fn known(&self, padded: &str) -> Option<&'a Role> {
        let whole = |role: &&Role| role.whole.iter().any(|word| word.eq_ignore_ascii_case(padded.trim()));
        let longest = self.known.roles.longest(padded);
        // "head of quality assurance" is no quality assurance.
        let longest = longest.filter(|(_, wording)| {
            let before = padded[..wording.start].trim_end();
            !(before.ends_with(" of") || before.ends_with(" for"))
        });
        let longest = longest.map(|(role, _)| &self.vocabulary.roles[role]);
        longest.or_else(|| self.vocabulary.roles.iter().find(whole))
    }

    /// The inspectorate, if only the vocabulary says that an office is held there.
    fn inspector_at(&self, role: &str) -> Option<&'a str> {
        self.known(&padded(role)).filter(|role| role.held_at == "inspectorate").map(|_| self.inspectorate)
    }
}

/// "Officers in attendance:" says who was there, and no office.
static PRESENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:also )?(?:in attendance|present)|(?:officers?|members?|attendees)(?: (?:in attendance|present|attending))?)$",
    )
});

static SUCCEEDING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:\b(?:her|his|their)|[’']s) ((?:interim |acting )?(?:deputy|predecessor|successor)),? $")
});

/// What parts inspectors from their names in a sentence of a letter.
static ENUMERATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?: (?:for|on|of|at|during) (?:this|the|that) (?:visit|inspection|occasion))? (?:were|was|is|will be)$",
    )
});

static APPOINTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i) (?:appointed|nominated|chosen|sent in|brought in|commissioned|put in(?: place)?) by (?:the )?[^,;.]{3,70}$",
    )
});

/// Words between the names of a list of inspectors, beside letters such as HMI.
const LIST_WORDS: &[&str] =
    &["and", "Senior", "Additional", "Associate", "Inspector", "designate", "shadow", "observer"];

/// What stands in the cell before, if only a tab parts it from the name.
fn cell_before(text: &str, from: usize, start: usize) -> Option<&str> {
    let before = text[from..start].trim_end_matches(' ').strip_suffix('\t')?;
    Some(before.trim_end_matches([':', ' ']))
}
