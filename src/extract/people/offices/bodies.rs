//! An office in, the body at which it is held out: as the words name it, or where the document is at home.

use super::{Office, Offices};
use crate::extract::names::NameMention;
use crate::extract::people::lexicon;
use crate::extract::people::owners::body_called;
use crate::extract::people::roles::padded;
use crate::extract::people::signatures;
use crate::extract::people::words::{self, Word};
use crate::model::Span;

impl Offices<'_> {
    /// "NAME, who chairs the improvement board", "NAME, who leads Harbour Council": an office that a verb tells.
    pub(super) fn told_by_verb(&self, mention: &NameMention) -> Option<Office> {
        let text = self.document.text();
        let sentence = self.document.sentence_at(mention.span.start);
        let behind = text.get(mention.span.end..sentence.end)?;
        let rest = behind.strip_prefix(", who ")?;
        let (verb, object) = rest.split_once(' ')?;
        let role = match verb {
            "chairs" | "chaired" => "chair",
            "leads" | "led" => "leader",
            "heads" | "headed" => "head",
            _ => return None,
        };
        // "the improvement board": a body without a name.
        let described = |from: usize, all: &[Word]| {
            let article = usize::from(all.first().is_some_and(Word::is_article));
            let last = all.last().filter(|last| article == 1 && lexicon::is_common_body(last.text))?;
            let plain = (3..=4).contains(&all.len()) && all.iter().all(|word| !word.is_capital());
            plain.then(|| Span::new(all[1].span.start.max(from), last.span.end))
        };
        let from = mention.span.end + behind.len() - object.len();
        let end = object.find([',', '.', ';', ':', '–', '“']).unwrap_or(object.len());
        let all = words::of(text, Span::new(from, from + end));
        let body = words::ending_body(&all).filter(|body| body.start <= from + "the ".len());
        let body = body.or_else(|| described(from, &all));
        // Any board has a chair; who leads or heads what has no name may lead a piece of work.
        let told = role == "chair" || body.is_some();
        told.then(|| Office {
            role: role.to_owned(),
            organisation: body.map(|span| self.document.words(span).to_owned()),
            span: Span::new(mention.span.end, body.map_or(from - 1, |body| body.end)),
            weight: 2,
            heads_list: false,
        })
    }

    /// An office that news of one body leaves without its own, where the words near it name no other body.
    pub(super) fn at_home(&self, office: Office, mention: &NameMention) -> Office {
        let local = self.known(&padded(&office.role)).is_some_and(|role| role.held_at == "local");
        let own = ["council ", "county council ", "city council ", "borough council "];
        let own = own.iter().any(|council| office.role.starts_with(council));
        if office.organisation.is_some() || !own && (!local || self.names_another_body(mention)) {
            return office;
        }
        Office { organisation: self.subject.map(str::to_owned), ..office }
    }

    /// Whether the block of a mention or the one before it names a body other than the inspectorate and the subject.
    fn names_another_body(&self, mention: &NameMention) -> bool {
        let index = self.document.block_index(mention.whole.start);
        let before = self.document.blocks().get(index.saturating_sub(1)).map_or(0, |block| block.span.start);
        let from =
            before.max(self.document.text().ceil_char_boundary(mention.whole.start.saturating_sub(600)));
        let near = self.document.words(Span::new(from.min(mention.whole.start), mention.whole.end));
        let own = |name: &str| {
            name == self.inspectorate
                || name == self.vocabulary.inspectorate
                || self.subject.is_some_and(|own| words::means_the_subject(name, own))
        };
        signatures::bodies(near, self.known).iter().any(|name| !own(name))
    }

    /// A body's name in full: "the council" and "Swindon Council" are the body that the document is about.
    pub(super) fn organisation(&self, words: &[Word], owns: bool) -> Option<String> {
        let whole = self.document.words(words.first()?.span.to(words.last()?.span));
        // Barnardo's is called so, with or without a role behind it.
        let whole = whole.trim_end_matches([',', '.']);
        let name = if owns && !self.is_known(whole) { words::without_possessive(whole) } else { whole };
        if words.iter().all(|word| word.is_article()) {
            return None;
        }
        if let Some(subject) = self.subject.filter(|subject| words::means_the_subject(name, subject)) {
            return Some(subject.to_owned());
        }
        let bare = name.strip_prefix("the ").unwrap_or(name);
        let bare = ["charity ", "union ", "campaign group "]
            .iter()
            .find_map(|kind| bare.strip_prefix(kind))
            .unwrap_or(bare);
        if bare.chars().any(char::is_uppercase) {
            return Some(bare.to_owned());
        }
        if bare == "department" && self.is_own_department() {
            return self.subject.map(str::to_owned);
        }
        let before = words::last_bytes(&self.document.text()[..words[0].span.start], 20_000);
        body_called(before, bare).map(str::to_owned).or_else(|| self.described(words[0].span, bare))
    }

    /// The body that the document is about, for "chair of the council’s scrutiny committee".
    pub(super) fn of_the_subject(&self, role: &str) -> Option<String> {
        if let Some(place) = role.rsplit_once(" of ").map(|(_, place)| place)
            && let Some(authority) = self.vocabulary.authority_named(place)
            && place.starts_with(char::is_uppercase)
        {
            let own =
                self.subject.filter(|subject| self.vocabulary.authority_named(subject) == Some(authority));
            return Some(own.unwrap_or(place).to_owned());
        }
        let (_, rest) = role.split_once(" of the ")?;
        let owner = rest.split_once("’s ").or_else(|| rest.split_once("'s ")).map(|(owner, _)| owner)?;
        self.subject.filter(|subject| words::means_the_subject(owner, subject)).map(str::to_owned)
    }

    /// Whether "the department" is the one of the body that the document is about, and none of the government.
    fn is_own_department(&self) -> bool {
        memchr::memmem::find(self.document.text().as_bytes(), b"Department for").is_none()
    }

    /// "the parent carer forum’s": a body without a name, in the words that say what it is.
    fn described(&self, noun: Span, bare: &str) -> Option<String> {
        let all = words::of(
            self.document.text(),
            Span::new(self.document.sentence_at(noun.start).start.min(noun.start), noun.start),
        );
        let article = all.iter().rposition(Word::is_article)?;
        let before = &all[article + 1..];
        let plain = before
            .iter()
            .all(|word| word.text.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '’' | '\'')));
        let told = before.len() <= 3 && plain && lexicon::is_common_body(bare);
        // "The trust’s chief executive" holds no office of the council.
        if told && before.is_empty() {
            return Some(bare.to_owned());
        }
        told.then(|| {
            format!("{} {bare}", self.document.words(before[0].span.to(before[before.len() - 1].span)))
        })
    }

    /// Whether the vocabulary knows an organisation by exactly this name.
    fn is_known(&self, name: &str) -> bool {
        let mut wordings = self.vocabulary.organisations.iter().flat_map(|known| &known.wordings);
        wordings.any(|wording| wording == name)
    }

    /// The body that the sentence before begins with, for "its chief executive".
    pub(super) fn body_before(&self, at: usize) -> Option<String> {
        let sentence = self.document.sentence_at(at);
        // "The trust has announced the appointment of NAME as its chief executive".
        let own = words::of(self.document.text(), Span::new(sentence.start.min(at), at));
        let noun =
            own.windows(2).rev().find(|two| two[0].is_article() && lexicon::is_common_body(two[1].text));
        if let Some(two) = noun {
            let before = words::last_bytes(&self.document.text()[..two[1].span.start], 20_000);
            return Some(body_called(before, two[1].text).unwrap_or(two[1].text).to_owned());
        }
        let before = self.document.sentence_at(sentence.start.checked_sub(2)?);
        let all = words::of(self.document.text(), before);
        let from = usize::from(all.first().is_some_and(|first| first.is_article()));
        let body = words::capitalised(&all[from..]);
        let span = body.first()?.span.to(body.last()?.span);
        let named = self.names.within(span).is_empty() && span.end <= at;
        let name = words::without_possessive(self.document.words(span));
        (named && (body.len() > 1 || words::is_letters(name))).then(|| name.to_owned())
    }

    /// "The Society of Boats’ (SOB) director": the owner stands before its abbreviation in brackets. `start` is where the
    /// words behind the bracket begin.
    pub(super) fn owned_by_abbreviated(&self, office: Office, start: usize) -> Office {
        let before = words::last_bytes(&self.document.text()[..start], 120);
        let Some(owner) = before.strip_suffix(')').and_then(|before| before.rsplit_once(" (")) else {
            return office;
        };
        let all = words::of(owner.0, Span::new(0, owner.0.len()));
        let possessive = all.last().is_some_and(Word::is_possessive) && words::is_letters(owner.1);
        let body = words::owner(&all).filter(|_| possessive && office.organisation.is_none());
        let body = body.and_then(|body| Some(&owner.0[body.first()?.span.to(body.last()?.span).range()]));
        match body {
            Some(body) => Office { organisation: Some(words::without_possessive(body).to_owned()), ..office },
            None => office,
        }
    }
}
