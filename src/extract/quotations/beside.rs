//! A quoted stretch in, whose it is as the sentences and paragraphs beside it tell out: who spoke right before, who begins
//! the sentence or the paragraph before, who leads to a list.

use super::attribution::{Lead, Place, Tie};
use super::clauses::{last_sentence, tokens};
use super::marks::Stretch;
use super::speakers::Speaker;
use crate::extract::patterns::pattern;
use crate::model::{Block, BlockKind, Span};
use regex::Regex;
use std::sync::LazyLock;

impl Place<'_> {
    /// The speaker of the stretch before, if this one stands in the same sentence or right behind in the paragraph.
    pub(super) fn carried_on(&self, before: Option<Speaker>) -> Option<Speaker> {
        let stretch = self.before?;
        let between = &self.scene.document.text()
            [stretch.whole.end.min(self.stretch.whole.start)..self.stretch.whole.start];
        let same_block = !between.contains('\n');
        let lead = self.scene.words(self.lead).trim();
        let ended =
            stretch.parts.last().is_some_and(|part| self.scene.words(*part).ends_with(['.', '!', '?']));
        let goes_on = !ended || lead.starts_with(|c: char| c.is_lowercase() || !c.is_alphanumeric());
        let same_sentence = self.lead.start <= stretch.whole.end + 1 && between.len() < 160 && goes_on;
        (same_block && (lead.is_empty() || same_sentence)).then_some(before)?
    }

    /// X in "The work goes on, X explained. “…”": who is told to speak in the sentence right before whole sentences.
    pub(super) fn sentence_before(&self, former: Option<&Speaker>) -> Option<(Speaker, Tie)> {
        let document = self.scene.document;
        let block = document.block_at(self.stretch.whole.start)?;
        let whole = self.scene.words(self.stretch.parts[0]).starts_with(char::is_uppercase)
            && self.ends_sentence()
            && self.scene.words(self.lead).trim().is_empty();
        let from = self.before.map_or(0, |before| before.whole.end).max(block.span.start);
        let between = document.text().get(from..self.stretch.whole.start)?.trim_end();
        let sentence = between.strip_suffix('.').filter(|_| whole)?;
        let lead = last_sentence(document.text(), Span::new(from, from + sentence.len()));
        let told = Place { lead, ..self.copied() };
        match told.in_lead(former, None) {
            Lead::Speaker(speaker) => Some((speaker, Tie::Former)),
            _ => self.opener(lead, former).map(|speaker| (speaker, Tie::Subject)),
        }
    }

    /// Who begins a sentence that stands beside speech and tells what they did: "Quill looks up. “…”", "“…” She smiles. “…”".
    pub(super) fn opener(&self, sentence: Span, former: Option<&Speaker>) -> Option<Speaker> {
        let tokens = tokens(self.scene.words(sentence), sentence.start);
        let first = tokens.first()?;
        if matches!(first.lower.as_str(), "he" | "she") {
            return self.scene.subject(first.span, former);
        }
        let mention = self.scene.names.within(sentence).first()?;
        let owner = self.scene.document.text()[mention.whole.end..].starts_with(['’', '\'']);
        // "Asked about that, Quill shook his head."
        let lead = self.scene.words(Span::new(first.span.start, mention.whole.start.max(first.span.start)));
        let asked = ASKED.is_match(lead);
        ((mention.whole.start <= first.span.start + 1 || asked) && !owner)
            .then_some(Speaker::Person(mention.person))
    }

    /// Who does something between the stretch and the next one in its paragraph.
    pub(super) fn actor_behind(&self, next: Option<&Stretch>, former: Option<&Speaker>) -> Option<Speaker> {
        let document = self.scene.document;
        let own = document.block_index(self.stretch.whole.start);
        let followed = next.is_some_and(|next| document.block_index(next.whole.start) == own);
        let apart = self.ends_sentence() && followed;
        apart.then(|| self.opener(self.tail, former))?
    }

    /// What the paragraph before leads to: a colon, a verb of speech, its own speaker, or the person it begins with.
    pub(super) fn paragraph_before(
        &self,
        former: Option<&Speaker>,
        before: Option<Speaker>,
    ) -> Option<(Speaker, Tie)> {
        let document = self.scene.document;
        let index = document.block_index(self.stretch.whole.start);
        let opens = document.blocks()[index].span.start == self.stretch.whole.start;
        let block = document.blocks().get(index.checked_sub(1)?)?;
        let goes_on = !document.words(block.span).trim_end().ends_with(['.', '!', '?', '”', '"', '’']);
        let sentence = goes_on || self.scene.words(self.stretch.parts[0]).starts_with(char::is_uppercase);
        if !opens || !sentence || block.kind.is_heading() {
            return None;
        }
        let spoken = self.before.filter(|before| before.whole.end > block.span.start);
        let from = spoken.map_or(block.span.start, |before| before.whole.end.min(block.span.end));
        let words = &document.text()[from..block.span.end];
        let rest = Span::new(from, from + words.trim_end_matches(['.', ' ']).len());
        let lead = last_sentence(document.text(), rest);
        let leads = Place { lead, ..self.copied() };
        let colon = self.scene.words(lead).trim_end().ends_with(':');
        if (spoken.is_none() || colon)
            && let Lead::Speaker(speaker) = leads.in_lead(former, None)
        {
            return Some((speaker, if colon { Tie::Verb } else { Tie::Former }));
        }
        if spoken.is_some() {
            return before.map(|speaker| (speaker, Tie::Former));
        }
        let opener = self.opener(lead, former).map(|speaker| (speaker, Tie::Subject));
        // "She has stayed for eleven storms.", and a paragraph that is her speech and nothing else.
        let alone = self.scene.words(self.tail).trim().is_empty();
        opener.filter(|_| {
            alone
                || self
                    .scene
                    .names
                    .within(lead)
                    .first()
                    .is_some_and(|mention| mention.whole.start <= lead.start + 1)
        })
    }

    /// "They also found that:" over points that hold their words.
    pub(super) fn list_lead(&self, former: Option<&Speaker>) -> Option<(Speaker, Tie)> {
        const POINTS: usize = 12;
        let document = self.scene.document;
        let index = document.block_index(self.stretch.whole.start);
        let item = |block: &Block| matches!(block.kind, BlockKind::ListItem { .. });
        let lead = document.blocks()[..index].iter().rev().take(POINTS).find(|block| !item(block))?;
        let words = document.words(lead.span).trim_end();
        if !item(&document.blocks()[index]) || !words.ends_with(':') {
            return None;
        }
        let lead = last_sentence(document.text(), Span::new(lead.span.start, lead.span.start + words.len()));
        let told = Place { lead, ..self.copied() };
        match told.in_lead(former, None) {
            Lead::Speaker(speaker) => Some((speaker, Tie::Verb)),
            _ => None,
        }
    }
}

static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:Asked|Pressed|Speaking|Turning|Looking|Reflecting|Questioned)\b[^.;:]{0,80}, $")
});
