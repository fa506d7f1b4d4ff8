//! The words around a stretch that have no verb of speech in, the speaker that they tell all the same out: a colon
//! behind a name, a statement given, a signature.

use super::attribution::{Lead, Place};
use super::clauses::Token;
use super::cues;
use super::speakers::Speaker;
use crate::extract::names::can_be_a_name;
use crate::model::Span;

impl Place<'_> {
    /// “…,” beamed X · “…” – X, a parent: no verb of speech that a list has, and a name right behind.
    pub(super) fn without_cue(&self, tokens: &[Token]) -> Option<Speaker> {
        let signed = self.scene.words(self.tail).trim_start().starts_with(['–', '—', '-']);
        let named = |at: usize| {
            let token = tokens.get(at)?;
            let mention = self.scene.names.within(Span::new(token.span.start, self.tail.end)).first()?;
            (mention.whole.start == token.span.start).then_some(Speaker::Person(mention.person))
        };
        if signed {
            return named(0).filter(|_| self.quoted().ends_with(['.', '!', '?']) || !self.tail_leads);
        }
        // “…,” NAME, a doctor there.
        let verbless = self.quoted().ends_with(',')
            && !self.tail_leads
            && tokens.len() < 14
            && tokens.iter().all(|token| !token.is_auxiliary() && !token.lower.ends_with("ed"));
        if let Some(speaker) = named(0).filter(|_| verbless) {
            return Some(speaker);
        }
        let first = tokens.first()?;
        let did = !first.capital && first.lower.ends_with("ed") && self.quoted().ends_with([',', '!', '?']);
        did.then(|| named(1))?
    }

    /// "In the words of one care leaver:".
    pub(super) fn in_the_words_of(&self, tokens: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
        let at = tokens.windows(3).position(|three| {
            three[0].lower == "the" && three[1].lower == "words" && three[2].lower == "of"
        })?;
        self.subject_behind(&tokens[at + 3..], former)
    }

    /// "Jane Doe: “…”", "Jane Doe was cautious: “…”", "one said “…” and another “…”".
    pub(super) fn without_verb(&self, tokens: &[Token], before: Option<&Speaker>) -> Lead {
        let last = &tokens[tokens.len() - 1];
        if last.lower == "another"
            && let Some(speaker) = before.and_then(|before| self.scene.subject(last.span, Some(before)))
        {
            return Lead::Speaker(speaker);
        }
        let colon = self.scene.words(self.lead).trim_end().ends_with(':');
        // "Amy Lowe released the following statement:".
        let given = tokens.iter().position(|token| cues::gives_a_statement(&token.lower));
        if let Some(given) = given.filter(|given| colon && *given > 0)
            && tokens[given..].iter().any(|token| cues::is_statement(&token.lower))
        {
            let span = Span::new(tokens[0].span.start, tokens[given - 1].span.end);
            if let Some(speaker) = self.scene.subject(span, before) {
                return Lead::Speaker(speaker);
            }
        }
        // "The director’s verdict:".
        const SPOKEN: [&str; 8] =
            ["verdict", "message", "response", "reaction", "reply", "answer", "conclusion", "view"];
        let owner = tokens.len().checked_sub(2).map(|at| tokens[at].span);
        let owner = owner.filter(|_| colon && SPOKEN.contains(&last.lower.as_str())).and_then(|owner| {
            let words = self.scene.words(owner);
            let bare = ["’s", "'s"].iter().find_map(|possessive| words.strip_suffix(possessive))?;
            Some(Span::new(tokens[0].span.start, owner.start + bare.len()))
        });
        if let Some(owner) = owner {
            // The possessive of a name is no bar where what is owned is what was said.
            let person =
                self.scene.names.within(owner).last().filter(|mention| mention.span.end == owner.end);
            let person = person.map(|mention| Speaker::Person(mention.person));
            return person.or_else(|| self.scene.subject(owner, before)).map_or(Lead::Nothing, Lead::Speaker);
        }
        // "Quotes from the report:".
        let source = tokens.iter().rposition(|token| matches!(token.lower.as_str(), "from" | "of" | "in"));
        let quotes = tokens[0].lower.starts_with("quot") || tokens[0].lower.starts_with("extract");
        if let Some(source) = source.filter(|source| colon && quotes && source + 1 < tokens.len()) {
            let span = Span::new(tokens[source + 1].span.start, last.span.end);
            if let Some(speaker) = self.scene.subject(span, before) {
                return Lead::Speaker(speaker);
            }
        }
        let named = self.scene.named(Span::new(tokens[0].span.start, last.span.end)).filter(|_| colon);
        if let Some(mention) = named {
            return Lead::Speaker(Speaker::Person(mention.person));
        }
        // "Mbali Zulu: “…”": no list has every name.
        let words = self.scene.words(Span::new(tokens[0].span.start, last.span.end));
        let name = colon && tokens.len() == 2 && words.split(' ').all(can_be_a_name);
        if name { Lead::Speaker(Speaker::Words(words.to_owned())) } else { Lead::Nothing }
    }
}
