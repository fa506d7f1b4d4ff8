//! An office in, the body at which it is held out: as the words name it, or where the document is at home.

use super::{Office, Offices};
use crate::extract::names::NameMention;
use crate::extract::patterns::pattern;
use crate::extract::people::lexicon;
use crate::extract::people::owners::body_called;
use crate::extract::people::roles::padded;
use crate::extract::people::signatures;
use crate::extract::people::words::{self, Word};
use crate::model::Span;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a body is, before its name: "the charity Haven".
pub const CALLED: [&str; 6] = ["charity", "union", "thinktank", "organisation", "foundation", "provider"];

impl<'a> Offices<'a> {
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
            "holds" | "held" => return self.held(mention, behind.len() - object.len(), object),
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
        let capital = words::capitalised(&all);
        let called =
            (capital.len() == all.len() && all.len() > 1).then(|| all[0].span.to(all[all.len() - 1].span));
        let body = body.or(called).or_else(|| described(from, &all));
        // Any board has a chair; who leads or heads what has no name may lead a piece of work.
        let object = led(&all).map(|object| self.document.words(object));
        let object = object.filter(|object| body.is_none() || object.ends_with("committee"));
        let body = body.filter(|_| object.is_none());
        let told = role == "chair" || body.is_some() || object.is_some();
        // "who chairs the workforce committee of the Association of Boats".
        let behind = object.and_then(|object| {
            let at = text[..from + end].rfind(object).map(|at| at + object.len())?;
            let rest = text.get(at..from + end)?.strip_prefix(" of the ")?;
            let start = at + " of the ".len();
            let all = words::of(text, Span::new(start, start + words::without_abbreviation(rest).len()));
            let capital = all.first().is_some_and(Word::is_capital);
            capital.then(|| self.document.words(all[0].span.to(all[all.len() - 1].span)).to_owned())
        });
        let of_object = behind.or_else(|| {
            object.and_then(|object| {
                let body = self.body_in_role(object, mention.whole.start);
                body.or_else(|| self.subject.map(str::to_owned))
            })
        });
        told.then(|| Office {
            role: object.map_or(role.to_owned(), |object| format!("{role} of {object}")),
            organisation: body.map(|span| self.document.words(span).to_owned()).or(of_object),
            span: Span::new(mention.span.end, body.map_or(from - 1, |body| body.end)),
            weight: 2,
            heads_list: false,
        })
    }

    /// "NAME, who holds the cabinet brief for children": a brief or a portfolio. `object` begins `from` behind the name.
    fn held(&self, mention: &NameMention, from: usize, object: &str) -> Option<Office> {
        let end = object.find([',', '.', ';', ':', '–', '“']).unwrap_or(object.len());
        let brief = object[..end].strip_prefix("the ")?;
        let told = ["brief", "portfolio"].iter().any(|noun| brief.split(' ').any(|word| word == *noun));
        told.then(|| Office {
            role: brief.to_owned(),
            organisation: self.subject.map(str::to_owned),
            span: Span::new(mention.span.end, mention.span.end + from + end),
            weight: 3,
            heads_list: false,
        })
    }

    /// An office that news of one body leaves without its own, where the words near it name no other body.
    pub(super) fn at_home(&self, office: Office, mention: &NameMention) -> Office {
        if office.organisation.is_some() {
            return office;
        }
        if let Some(body) = self.body_in_role(&office.role, mention.whole.start) {
            return Office { organisation: Some(body), ..office };
        }
        if let Some(body) =
            self.known(&padded(&office.role)).and_then(|role| self.only_of_kind(&role.held_at))
        {
            return Office { organisation: Some(body), ..office };
        }
        // "Chief executive NAME" in a story of a trust to which the council has handed its services.
        let executive = self.known(&padded(&office.role)).is_some_and(|role| role.id == "chief_executive");
        if let Some(trust) = executive.then(|| self.only_of_kind("trust")).flatten() {
            return Office { organisation: Some(trust), ..office };
        }
        // "Chief Inspector NAME" alone is of the police.
        let inspector =
            self.inspector_at(&office.role).filter(|_| office.role.to_lowercase() != "chief inspector");
        if let Some(inspectorate) = inspector.filter(|name| !name.is_empty()) {
            return Office { organisation: Some(inspectorate.to_owned()), ..office };
        }
        if let Some(department) = self.sent_by(&office.role, mention) {
            return Office { organisation: Some(department), ..office };
        }
        let local = self.known(&padded(&office.role)).is_some_and(|role| role.held_at == "local");
        let own = ["council ", "county council ", "city council ", "borough council "];
        let own = own.iter().any(|council| office.role.starts_with(council));
        let local = local || speaks_for_party(&office.role) || self.reported && is_of_staff(&office.role);
        if !own && (!local || self.names_another_body(mention)) {
            return office;
        }
        match self.authority_leading(mention) {
            Some(authority) => Office { organisation: Some(authority.to_owned()), ..office },
            None => Office { organisation: self.subject.map(str::to_owned), ..office },
        }
    }

    /// "The department has appointed NAME as commissioner": the department that its sentence names.
    fn sent_by(&self, role: &str, mention: &NameMention) -> Option<String> {
        let commissioner = role.to_lowercase();
        let commissioner = commissioner.strip_prefix("government ").unwrap_or(&commissioner);
        let sent =
            ["commissioner", "commissioner for children’s services", "commissioner for children's services"];
        let sentence = self.document.words(self.document.sentence_at(mention.whole.start));
        let mut named = self.known.organisations(sentence).map(|(at, _)| &self.vocabulary.organisations[at]);
        let department = named.find(|known| known.kind == "department" || known.kind == "government")?;
        sent.contains(&commissioner).then(|| department.name.clone())
    }

    /// The one body of a kind that the document names, for an office that is held at such a body.
    fn only_of_kind(&self, kind: &str) -> Option<String> {
        let named = self.of_kinds.get_or_init(|| self.bodies_of_kinds());
        let mut named = named.iter().filter(|(other, _)| *other == kind).map(|(_, name)| *name);
        let first = named.next()?;
        named.all(|name| name == first).then(|| first.to_owned())
    }

    /// Every body that the document names and of whose kind the vocabulary knows how their names end, with its kind.
    fn bodies_of_kinds(&self) -> BTreeSet<(&'a str, &'a str)> {
        let text = self.document.text();
        let endings = &self.vocabulary.organisation_endings;
        let known = self.named.organisations.iter().map(|(at, _)| &self.vocabulary.organisations[*at]);
        let known = known.map(|body| (&*body.kind, &*body.name));
        let named = self.named.endings.iter().filter_map(|&(at, end)| {
            let start = crate::extract::organisations::beginning(text, end.start)?;
            let name = &text[start..end.end];
            // "the police" are no body by themselves.
            (name.contains(' ') && name.starts_with(char::is_uppercase)).then(|| (&*endings[at].kind, name))
        });
        let of_ending = |kind: &str| endings.iter().any(|ending| ending.kind == kind);
        named.chain(known).filter(|(kind, _)| of_ending(kind)).collect()
    }

    /// "Trust chair", "chair of the SOB Policy Committee": the body of which a noun or letters in the office tell.
    fn body_in_role(&self, role: &str, at: usize) -> Option<String> {
        const NOUNS: [&str; 6] = ["trust", "charity", "company", "forum", "association", "board"];
        let noun = role.split(' ').map(str::to_lowercase).find(|word| NOUNS.contains(&word.as_str()));
        let before = words::last_bytes(&self.document.text()[..at], 20_000);
        if let Some(body) = noun.and_then(|noun| body_called(before, &noun).map(str::to_owned)) {
            return Some(body);
        }
        let (_, rest) = role.split_once(" of the ")?;
        let letters = words::without_possessive(rest.split(' ').next()?);
        let known = words::is_letters(letters) && self.known.organisations(letters).next().is_some();
        known.then(|| self.in_words(letters))
    }

    /// A body that the text calls by letters as it also names it in words, if it does: CQC, ICB.
    pub(super) fn in_words(&self, letters: &str) -> String {
        let text = self.document.text();
        let known = self.vocabulary.organisations.iter().find(|known| {
            known.short.as_deref() == Some(letters)
                && memchr::memmem::find(text.as_bytes(), known.name.as_bytes()).is_some()
        });
        if let Some(known) = known {
            return known.name.clone();
        }
        if !words::is_letters(letters) {
            return letters.to_owned();
        }
        let bracket = format!(" ({letters})");
        let end = memchr::memmem::find(text.as_bytes(), bracket.as_bytes());
        let named = end.and_then(|end| {
            let last = text[..end].rfind(char::is_whitespace)? + 1;
            let ends = lexicon::is_body_noun(&text[last..end].to_lowercase());
            let begin = crate::extract::organisations::beginning(text, last).filter(|_| ends)?;
            Some(text[begin..end].to_owned())
        });
        named.unwrap_or_else(|| letters.to_owned())
    }

    /// The authority that is named last in the few sentences before a place, below the same heading, with "Council" where
    /// it stands. The University of Harbour is none.
    pub(super) fn authority_before(&self, at: usize) -> Option<String> {
        const REACH: usize = 700;
        let text = self.document.text();
        let above = &self.document.blocks()[..=self.document.block_index(at)];
        let heading = above.iter().rfind(|block| block.kind.is_heading()).map_or(0, |block| block.span.start);
        let from = text.ceil_char_boundary(at.saturating_sub(REACH)).max(heading.min(at));
        let named = self.known.authorities(&text[from..at]);
        let (_, name) =
            named.filter(|(_, name)| !text[from..from + name.start].ends_with("University of ")).last()?;
        let (whole, _) = crate::extract::details::whole_name(text, name.shifted(from));
        Some(self.document.words(whole).to_owned())
    }

    /// Harbour in "In Harbour, interim director NAME said": the authority of which the sentence says first that it tells.
    fn authority_leading(&self, mention: &NameMention) -> Option<&str> {
        let sentence = self.document.sentence_at(mention.whole.start);
        let lead =
            self.document.words(Span::new(sentence.start.min(mention.whole.start), mention.whole.start));
        let place = ["In ", "At ", "Over in "].iter().find_map(|before| lead.strip_prefix(before))?;
        let (_, name) = self.known.authorities(place).next().filter(|(_, name)| name.start == 0)?;
        place[name.end..].starts_with([',', ' ']).then(|| &place[name.range()])
    }

    /// Whether the sentence of a mention or the one before it names a body other than the inspectorate and the subject
    /// at which such an office could be held: none of the government's departments.
    fn names_another_body(&self, mention: &NameMention) -> bool {
        let index = self.document.sentence_index(mention.whole.start);
        let before = self.document.sentences().get(index.saturating_sub(1)).map_or(0, |before| before.start);
        let from =
            before.max(self.document.text().ceil_char_boundary(mention.whole.start.saturating_sub(600)));
        let near = self.document.words(Span::new(from.min(mention.whole.start), mention.whole.end));
        let of_government = |name: &str| {
            let known =
                self.known.organisations(name).next().map(|(at, _)| &self.vocabulary.organisations[at]);
            known.is_some_and(|known| {
                matches!(known.kind.as_str(), "department" | "government" | "inspectorate")
            })
        };
        let own = |name: &str| {
            name == self.inspectorate
                || name == self.vocabulary.inspectorate
                || self.subject.is_some_and(|own| words::means_the_subject(name, own))
        };
        signatures::bodies(near, self.known).iter().any(|name| !own(name) && !of_government(name))
    }

    /// A body's name in full: "the council" and "Swindon Council" are the body that the document is about.
    pub(super) fn organisation(&self, words: &[Word], owns: bool) -> Option<String> {
        let whole = self.document.words(words.first()?.span.to(words.last()?.span));
        // Barnardo's is called so, with or without a role behind it.
        let whole = whole.trim_end_matches([',', '.']);
        let name = if owns && !self.is_known(whole) { words::without_possessive(whole) } else { whole };
        // "M’s solicitor": whom a court does not name is no body.
        if words.iter().all(|word| word.is_article()) || name.chars().count() < 2 {
            return None;
        }
        if let Some(subject) = self.subject.filter(|subject| words::means_the_subject(name, subject)) {
            return Some(subject.to_owned());
        }
        // "the Labour group at County Hall": the council sits there.
        if let Some(subject) = self.subject.filter(|_| words::sits_in_hall(name)) {
            return Some(subject.to_owned());
        }
        // "Opposition Lib Dem leader": of the group at the council.
        if let Some(subject) = self.subject
            && let Some(party) = name.strip_prefix("Opposition ").or_else(|| name.strip_prefix("opposition "))
            && lexicon::is_party(party)
        {
            return Some(subject.to_owned());
        }
        let bare = name.strip_prefix("the ").unwrap_or(name);
        let bare = ["charity ", "union ", "campaign group "]
            .iter()
            .find_map(|kind| bare.strip_prefix(kind))
            .unwrap_or(bare);
        // "Panel chair" at the beginning of a sentence.
        let lowered = bare.to_lowercase();
        let common = !bare.contains(' ') && !words::is_letters(bare) && lexicon::is_common_body(&lowered);
        let bare = if common { lowered.as_str() } else { bare };
        if bare.chars().any(char::is_uppercase) {
            return Some(self.in_words(bare));
        }
        if matches!(bare, "inspectorate" | "watchdog" | "regulator") && !self.inspectorate.is_empty() {
            return Some(self.inspectorate.to_owned());
        }
        if bare == "department" && self.is_own_department() {
            return self.subject.map(str::to_owned);
        }
        let before = words::last_bytes(&self.document.text()[..words[0].span.start], 20_000);
        let titled = || self.titled_body(before, bare);
        body_called(before, bare)
            .map(str::to_owned)
            .or_else(titled)
            .or_else(|| self.described(words[0].span, bare))
    }

    /// "the integrated care board" of a text that names one: Harbour Integrated Care Board.
    fn titled_body(&self, before: &str, noun: &str) -> Option<String> {
        if !noun.contains(' ') || !noun.rsplit(' ').next().is_some_and(lexicon::is_common_body) {
            return None;
        }
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        let title = noun.split(' ').filter(|word| word.is_ascii() && !word.is_empty()).map(capital);
        let title = title.collect::<Vec<_>>().join(" ");
        let at = before.rfind(&title)?;
        let start = crate::extract::organisations::beginning(before, at)?;
        Some(before[start..at + title.len()].to_owned())
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
            own.windows(2).rev().find(|two| two[0].is_article() && lexicon::is_common_body(&two[1].lower()));
        if let Some(two) = noun {
            let before = words::last_bytes(&self.document.text()[..two[1].span.start], 20_000);
            let noun = two[1].text;
            return Some(body_called(before, noun).map_or_else(|| self.in_words(noun), str::to_owned));
        }
        // "Harbour Care Board (HCB) knows that there are gaps, and its nurse, NAME": the body that begins the sentence.
        let own = words::capitalised(&own[usize::from(own.first().is_some_and(Word::is_article))..]);
        let last = own.iter().rposition(|word| lexicon::is_body_noun(&word.lower()));
        if let Some(last) = last.filter(|last| *last > 0) {
            return Some(self.document.words(own[0].span.to(own[last].span)).to_owned());
        }
        self.opened_before(sentence.start)
    }

    /// The body with which the sentence before a place begins; sentences that go on about it, and speech, are passed over.
    fn opened_before(&self, at: usize) -> Option<String> {
        const SENTENCES: usize = 6;
        let index = self.document.sentence_index(at.checked_sub(2)?);
        let sentences = self.document.sentences()[..=index].iter().rev().take(SENTENCES);
        let block = |sentence: &Span| self.document.block_at(sentence.start);
        for sentence in sentences.take_while(|sentence| !block(sentence).is_some_and(|b| b.kind.is_heading()))
        {
            let all = words::of(self.document.text(), *sentence);
            // "Children’s charity Haven said": the name behind what it is.
            let kind = all.iter().take(5).position(|word| CALLED.contains(&word.text));
            if let Some([first, .., last] | [first @ last]) =
                kind.map(|kind| words::capitalised(&all[kind + 1..]))
                && self.names.within(first.span.to(last.span)).is_empty()
            {
                return Some(self.document.words(first.span.to(last.span)).trim_end_matches(',').to_owned());
            }
            let from = usize::from(all.first().is_some_and(|first| first.is_article()));
            let body = words::capitalised(&all[from..]);
            let goes_on = all.first().is_some_and(|first| {
                matches!(first.lower().as_ref(), "it" | "its" | "they" | "their")
                    || first.text.starts_with(['“', '"'])
            });
            if goes_on {
                continue;
            }
            let (Some(first), Some(last)) = (body.first(), body.last()) else { continue };
            let span = first.span.to(last.span);
            // "Harbour’s director, NAME": an office, and no body.
            let owns =
                body[..body.len() - 1].iter().any(|word| word.is_possessive() && !word.names_members());
            let named = self.names.within(span).is_empty() && span.end <= at && !owns;
            let name = words::without_possessive(self.document.words(span));
            if body.len() > 1 || words::is_letters(name) {
                return named.then(|| self.in_words(name));
            }
        }
        None
    }

    /// "the Harbour Safeguarding Board (HSB), whose independent chair is NAME": the body before "whose".
    pub(super) fn of_antecedent(&self, office: Office) -> Office {
        let text = self.document.text();
        let sentence = self.document.sentence_at(office.span.start).start.min(office.span.start);
        let lead = text[sentence..office.span.start].trim_end().strip_suffix("whose");
        let Some(lead) = lead.filter(|_| office.organisation.is_none()) else { return office };
        let lead = lead.trim_end_matches([' ', ',']);
        let lead = words::without_abbreviation(lead);
        let all = words::of(text, Span::new(sentence, sentence + lead.len()));
        let body = words::ending_body(&all).map(|body| self.document.words(body).to_owned());
        Office { organisation: body.or(office.organisation), ..office }
    }

    /// "the Improvement Board and its independent chair", "An improvement board with an independent chair": the body that
    /// the words before join to its office.
    pub(super) fn of_joined(&self, office: Office) -> Office {
        let text = self.document.text();
        let sentence = self.document.sentence_at(office.span.start).start.min(office.span.start);
        let words = &text[sentence..(office.span.end).min(text.len())];
        let Some(joint) = JOINED.find(words).filter(|joint| sentence + joint.end() >= office.span.start)
        else {
            return office;
        };
        let all = words::of(text, Span::new(sentence, sentence + joint.start()));
        let named = words::ending_body(&all).map(|body| self.in_words(self.document.words(body)));
        let described = || {
            let last = all.last().filter(|last| lexicon::is_common_body(&last.lower()))?;
            let article = all.iter().rposition(Word::is_article)?;
            let noun = &all[article + 1..];
            (1..=3).contains(&noun.len()).then(|| self.document.words(noun[0].span.to(last.span)).to_owned())
        };
        match named.or_else(described) {
            Some(body) => Office { organisation: Some(body), ..office },
            None => office,
        }
    }

    /// "The Society of Boats’ (SOB) director": the owner stands before its abbreviation in brackets. `start` is where the
    /// words behind the bracket begin.
    pub(super) fn owned_by_abbreviated(&self, office: Office, start: usize) -> Office {
        let before = words::last_bytes(&self.document.text()[..start], 120);
        let Some(owner) = before.strip_suffix(')').and_then(|before| before.rsplit_once(" (")) else {
            return office;
        };
        let all = words::of(owner.0, Span::new(0, owner.0.len()));
        let letters = owner.1.chars().filter(|c| c.is_uppercase()).count() > 1 && owner.1.len() < 8;
        let possessive = all.last().is_some_and(|last| last.is_possessive() || last.is_capital()) && letters;
        let body = words::owner(&all).filter(|_| possessive && office.organisation.is_none());
        let body = body.and_then(|body| Some(&owner.0[body.first()?.span.to(body.last()?.span).range()]));
        match body {
            Some(body) => Office { organisation: Some(words::without_possessive(body).to_owned()), ..office },
            None => office,
        }
    }
}

static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:,? and (?:its|their)|,? with (?:an?|its)) (?:new |independent )?(?:chair|chairman|chairwoman|[a-z ]{3,30}?)$",
    )
});

/// "case progression manager", "education adviser": whom a report names without saying whose they are, because they are
/// the inspected body's.
fn is_of_staff(role: &str) -> bool {
    const HEADS: [&str; 7] =
        ["manager", "adviser", "officer", "coordinator", "co-ordinator", "practitioner", "lead"];
    const OF_OTHERS: [&str; 8] =
        ["independent", "former", "ex", "registered", "police", "medical", "clinical", "nominated"];
    let lower = role.to_lowercase();
    let mut words = lower.split([' ', '-']);
    lower.rsplit(' ').next().is_some_and(|head| HEADS.contains(&head))
        && !words.any(|word| OF_OTHERS.contains(&word))
}

/// "Conservative spokesman", "Liberal Democrat group leader": who speaks for a party at a council.
fn speaks_for_party(role: &str) -> bool {
    let mut words = role.split(' ');
    let first = words.next().unwrap_or_default();
    let two = role.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let opposition = first.eq_ignore_ascii_case("opposition");
    let party = lexicon::is_party(first) || lexicon::is_party(&two) || opposition;
    party
        && words.any(|word| {
            word.starts_with("spokes")
                || matches!(word, "leader" | "whip" | "group" | "councillor" | "councillors")
        })
}

/// "the scrutiny committee", "the four-strong Lib Dem group": what a council's members chair or lead.
fn led(all: &[Word]) -> Option<Span> {
    const GROUPS: [&str; 6] = ["committee", "panel", "commission", "group", "board", "opposition"];
    let article = all.first().filter(|first| first.is_article())?;
    let party =
        |word: &Word| lexicon::is_party(word.text) || lexicon::is_party(word.text.trim_end_matches('s'));
    if all.get(1).is_some_and(party) {
        let group = all.get(2).filter(|word| matches!(word.text, "group" | "opposition"));
        return Some(article.span.to(group.unwrap_or(&all[1]).span));
    }
    let last = all.iter().take(8).position(|word| GROUPS.contains(&word.lower().as_ref()))?;
    (last > 0).then(|| article.span.to(all[last].span))
}
