//! Quoted stretches in, each with its speaker out.
//!
//! A sieve of rules, the surest first, in the manner of Muzny, Fang, Chang and Jurafsky (2017), "A two-stage sieve
//! approach for quote attribution"; its patterns of quotation, verb and speaker are those that O'Keefe et al. (2012),
//! Almeida et al. (2014) and Pareti (2015) found in news:
//!
//! 1. the words right behind: “…,” said X · “…,” X said · “…”, according to X;
//! 2. the words before in the sentence: X said: “…” · according to X, “…” · as X put it, “…”;
//! 3. the end of the sentence, for a fragment: … “…” …, X said;
//! 4. the speaker of the stretch before in the same sentence, or right before in the same paragraph;
//! 5. for a paragraph that opens with speech: what the paragraph before leads to, or its speaker.

use super::clauses::{
    Token, apposition, before_aside, first_sentence, is_passive, is_pronoun, is_verb_here, last_sentence,
    leads_clause, main_clause, tokens,
};
use super::cues;
use super::joined;
use super::marks::Stretch;
use super::speakers::{Scene, Speaker};
use crate::model::{Document, Span};

/// Whether a stretch stands right behind a comma, a colon or a verb of speech: speech, rather than a few borrowed words.
pub fn is_direct(document: &Document, stretch: &Stretch) -> bool {
    let block = document.block_at(stretch.whole.start).map_or(0, |block| block.span.start);
    let before = document.text()[block.min(stretch.whole.start)..stretch.whole.start].trim_end();
    let last = before.rsplit([' ', '\n']).next().unwrap_or_default();
    before.is_empty() || before.ends_with([',', ':']) || (cues::is_cue(last) && !cues::describes(last))
}

/// How a stretch was tied to its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// A verb of speech, or "according to", stands in the same sentence.
    Verb,
    /// The stretch before in the same sentence or paragraph, or the paragraph before, has the speaker.
    Former,
    /// The paragraph before, or a sentence beside the stretch, is about the speaker.
    Subject,
    /// Another stretch of the paragraph is the speaker's, and nobody else is named.
    Near,
}

/// The speaker of each stretch, in order.
pub fn speakers(scene: &Scene, stretches: &[Stretch]) -> Vec<Option<(Speaker, Tie)>> {
    let mut found: Vec<Option<(Speaker, Tie)>> = Vec::with_capacity(stretches.len());
    let mut former: Option<Speaker> = None;
    for index in 0..stretches.len() {
        let place = Place::new(scene, stretches, index);
        let before = index.checked_sub(1).and_then(|before| found[before].clone());
        let before = before.map(|(speaker, _)| answered(scene, stretches, &found).unwrap_or(speaker));
        let speaker = place.speaker(former.as_ref(), before);
        let speaker = speaker.or_else(|| {
            let actor = place.actor_behind(stretches.get(index + 1), former.as_ref());
            actor.map(|speaker| (speaker, Tie::Subject))
        });
        former = speaker.as_ref().map(|(speaker, _)| speaker.clone()).or(former);
        found.push(speaker);
    }
    joined::carry_back(scene, stretches, &mut found);
    joined::carry_within(scene, stretches, &mut found);
    found
}

/// Who answers the question that was asked last, in a paragraph of its own: the one of two who did not ask it.
fn answered(scene: &Scene, stretches: &[Stretch], found: &[Option<(Speaker, Tie)>]) -> Option<Speaker> {
    const REACH: usize = 5;
    let (asked, next) = (stretches.get(found.len().checked_sub(1)?)?, stretches.get(found.len())?);
    let question = scene.words(*asked.parts.last()?).ends_with('?');
    let document = scene.document;
    let apart = document.block_index(asked.whole.start) + 1 == document.block_index(next.whole.start);
    let opens = document.block_at(next.whole.start).is_some_and(|block| block.span.start == next.whole.start);
    let (asker, _) = found.last()?.as_ref()?;
    let other = found.iter().rev().take(REACH).flatten().find(|(speaker, _)| speaker != asker);
    other.filter(|_| question && apart && opens).map(|(speaker, _)| speaker.clone())
}

/// A stretch with the words around it.
pub(super) struct Place<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) stretch: &'a Stretch,
    pub(super) before: Option<&'a Stretch>,
    /// The words of its sentence before it, back to the stretch before.
    pub(super) lead: Span,
    /// The words behind it, up to the end of the sentence or the next stretch.
    pub(super) tail: Span,
    /// Whether the next stretch follows on the tail, so that the tail may lead to that one.
    pub(super) tail_leads: bool,
}

impl<'a> Place<'a> {
    fn new(scene: &'a Scene<'a>, stretches: &'a [Stretch], index: usize) -> Self {
        let stretch = &stretches[index];
        let block_of = |at: usize| scene.document.block_at(at).map_or(Span::new(at, at), |block| block.span);
        let first = block_of(stretch.whole.start);
        let last = block_of(stretch.whole.end.saturating_sub(1));
        let before = index.checked_sub(1).map(|before| &stretches[before]);
        let next = stretches.get(index + 1).map_or(usize::MAX, |next| next.whole.start);
        let from = before.map_or(0, |before| before.whole.end).max(first.start).min(stretch.whole.start);
        let end = last.end.min(next).max(stretch.whole.end);
        let text = scene.document.text();
        let lead = last_sentence(text, Span::new(from, stretch.whole.start));
        let tail = first_sentence(text, Span::new(stretch.whole.end, end));
        let tail_leads = tail.end == next && text[tail.range()].trim_end().ends_with([':', ',']);
        Self { scene, stretch, before, lead, tail, tail_leads }
    }

    /// Whether a pronoun and a verb of speech stand right behind: who spoke is told, if not by name.
    fn pronoun_behind(&self) -> bool {
        let tokens = tokens(self.scene.words(self.tail), self.tail.start);
        let [first, second, ..] = tokens.as_slice() else { return false };
        let pronoun = matches!(first.lower.as_str(), "he" | "she" | "it" | "they");
        pronoun && (cues::is_cue(&second.lower) || second.is_auxiliary())
    }

    fn speaker(&self, former: Option<&Speaker>, before: Option<Speaker>) -> Option<(Speaker, Tie)> {
        let by_verb = |speaker: Speaker| (speaker, Tie::Verb);
        let comma_inside = self.quoted().ends_with([',', '?', '!', '—', '–', '-']);
        if !self.stretch.opened {
            return self.behind(former).map(by_verb);
        }
        let sourced = self.scene.words(self.tail).trim_start_matches([',', ' ']).starts_with("according to");
        if comma_inside
            && !sourced
            && let Some(speaker) = self.behind(former)
        {
            return Some((speaker, Tie::Verb));
        }
        match self.in_lead(former, before.as_ref()) {
            Lead::Speaker(speaker) => return Some((speaker, Tie::Verb)),
            Lead::Nobody => return self.at_sentence_end(former).map(by_verb),
            Lead::Nothing => {}
        }
        let led = self.scene.words(self.lead).trim_end().ends_with(':');
        if comma_inside && self.pronoun_behind() {
            return self.behind(former).map(by_verb);
        }
        // “It is so.” The town has many, according to Y: another sentence.
        let apart =
            self.ends_sentence() && self.scene.words(self.tail).trim_start().starts_with(char::is_uppercase);
        let at_end = || self.at_sentence_end(former).filter(|_| !apart);
        if !led && let Some(speaker) = self.behind(former).or_else(at_end) {
            return Some((speaker, Tie::Verb));
        }
        self.carried_on(before.clone())
            .map(|speaker| (speaker, Tie::Former))
            .or_else(|| self.sentence_before(former))
            .or_else(|| self.paragraph_before(former, before))
            .or_else(|| self.list_lead(former))
    }

    pub(super) fn quoted(&self) -> &str {
        self.stretch.parts.last().map_or("", |part| self.scene.words(*part))
    }

    /// “…,” said X · “…,” X said · “…”, according to X.
    fn behind(&self, former: Option<&Speaker>) -> Option<Speaker> {
        let tokens = tokens(self.scene.words(self.tail), self.tail.start);
        let first = tokens.first()?;
        let in_sentence = self.quoted().ends_with([',', '?', '!', '—', '–', '-', '…'])
            || self.scene.words(self.tail).trim_start().starts_with([',', '–', '—', '-']);
        let joins = matches!(
            first.lower.as_str(),
            "but" | "and" | "while" | "although" | "which" | "who" | "or" | "so" | "as" | "because"
        );
        if first.lower == "according" {
            return self.according(&tokens, former);
        }
        // ‘…’ said X: the comma is left out.
        let in_sentence = in_sentence || (cues::is_saying(&first.lower) && self.names_subject(tokens.get(1)));
        let own_sentence = !in_sentence && self.ends_sentence() && !self.tail_leads;
        // “…?” X replied: “…”: the words between lead to what is behind them.
        let asked = self.tail_leads
            && self.quoted().ends_with(['?', '!'])
            && self.scene.words(self.tail).trim_end().ends_with(':');
        if joins
            || asked
            || !(in_sentence || own_sentence)
            || (self.tail_leads && self.quoted().ends_with('.'))
        {
            return None;
        }
        let opening = &tokens[..tokens.len().min(18)];
        let noun_too = opening.first().filter(|first| cues::is_noun_too(&first.lower)).map(|_| 0);
        let sure = opening.iter().position(|token| cues::is_sure_cue(&token.lower));
        let verb = noun_too.or(sure).or_else(|| (0..opening.len()).find(|at| is_verb_here(opening, *at)));
        let Some(verb) = verb else { return self.without_cue(&tokens) };
        // “…,” the radio quoted one witness as saying.
        let saying = opening.windows(2).position(|two| two[0].lower == "as" && two[1].lower == "saying");
        let quoted = opening.iter().position(|token| token.lower == "quoted");
        if let (Some(quoted), Some(saying)) =
            (quoted, saying.filter(|saying| quoted.is_some_and(|quoted| quoted + 1 < *saying)))
        {
            return self.subject_behind(&tokens[quoted + 1..saying], former);
        }
        let adverbs_before = tokens[..verb].iter().all(Token::is_auxiliary);
        if adverbs_before {
            let participle = cues::is_participle(&tokens[verb].lower);
            return (in_sentence && !participle).then(|| self.subject_behind(&tokens[verb + 1..], former))?;
        }
        if cues::is_noun_too(&tokens[verb].lower) && !in_sentence {
            return None;
        }
        let subject = Span::new(first.span.start, tokens[verb - 1].span.end);
        // “It is so.” Inspectors found that staff …: a sentence that tells of something else.
        let block = self.scene.document.block_at(self.stretch.whole.start);
        let opens = block.is_some_and(|block| block.span.start == self.stretch.whole.start);
        let other = own_sentence && opens && tokens.get(verb + 1).is_some_and(|next| next.lower == "that");
        let parted = other || tokens[..verb].iter().any(|token| token.lower == "that" || token.lower == "if");
        (!parted).then(|| self.scene.subject(apposition(self.scene, subject), former))?
    }

    /// Whether a name or a noun with its article begins at the token.
    fn names_subject(&self, token: Option<&Token>) -> bool {
        token.is_some_and(|token| {
            token.capital || matches!(token.lower.as_str(), "the" | "a" | "an" | "one" | "his" | "her")
        })
    }

    /// Whether the quoted words end a sentence of their own.
    pub(super) fn ends_sentence(&self) -> bool {
        self.quoted().ends_with(['.', '!', '?', '…'])
    }

    /// X in "said X, the leader of the council".
    pub(super) fn subject_behind(&self, tokens: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
        let first = tokens.first()?;
        let limit = tokens.iter().position(|token| cues::ends_subject(&token.lower)).unwrap_or(tokens.len());
        let all = Span::new(first.span.start, tokens[limit.checked_sub(1)?].span.end);
        if let Some(mention) = self.scene.named(all) {
            return Some(Speaker::Person(mention.person));
        }
        let stop = tokens[..limit].iter().position(|token| token.comma).map_or(limit, |comma| comma + 1);
        self.scene.subject(Span::new(first.span.start, tokens[stop - 1].span.end), former)
    }

    fn according(&self, tokens: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
        let at = tokens.iter().position(|token| token.lower == "according")?;
        (tokens.get(at + 1)?.lower == "to").then(|| self.subject_behind(&tokens[at + 2..], former))?
    }

    /// X said: “…” · according to X, “…” · as X put it, “…”.
    pub(super) fn in_lead(&self, former: Option<&Speaker>, before: Option<&Speaker>) -> Lead {
        let tokens = tokens(self.scene.words(self.lead), self.lead.start);
        if tokens.is_empty() {
            return Lead::Nothing;
        }
        if let Some(speaker) = self.according(&tokens, former) {
            return Lead::Speaker(speaker);
        }
        if let Some(speaker) = self.in_the_words_of(&tokens, former) {
            return Lead::Speaker(speaker);
        }
        if let Some(speaker) = self.statement_by(&tokens).or_else(|| self.offering(&tokens, former)) {
            return Lead::Speaker(speaker);
        }
        let Some(verb) = self.leading_verb(&tokens) else { return self.without_verb(&tokens, before) };
        let verb = match is_passive(&tokens, verb) {
            false => verb,
            // "He explained that, once they are announced, “…”".
            true => match (0..verb).rev().find(|at| leads_clause(&tokens, *at)) {
                Some(earlier) => earlier,
                None => return Lead::Nobody,
            },
        };
        match self.subject_before(&tokens, verb, former, before) {
            Some(speaker) => Lead::Speaker(speaker),
            None => Lead::Nothing,
        }
    }

    /// X in "A statement, issued on Friday by X, had said".
    fn statement_by(&self, tokens: &[Token]) -> Option<Speaker> {
        const FAR: usize = 6;
        const WRITTEN: [&str; 7] = ["issued", "released", "published", "sent", "signed", "written", "posted"];
        let noun =
            tokens.iter().position(|token| cues::is_statement(&token.lower) || token.lower == "letter")?;
        let by = tokens.iter().skip(noun).take(FAR).position(|token| token.lower == "by")? + noun;
        let written = tokens[noun..by].iter().any(|token| WRITTEN.contains(&token.lower.as_str()));
        let said = tokens[by..].iter().rposition(|token| cues::is_sure_cue(&token.lower))? + by;
        let mention =
            self.scene.names.within(Span::new(tokens[by].span.end, tokens[said].span.start)).first()?;
        written.then_some(Speaker::Person(mention.person))
    }

    /// X in "X offered its “deepest sympathy”": what is offered in words.
    fn offering(&self, tokens: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
        const OFFERS: [&str; 5] = ["offered", "expressed", "extended", "conveyed", "voiced"];
        let [before @ .., verb, own] = tokens else { return None };
        let whose = matches!(own.lower.as_str(), "its" | "their" | "his" | "her");
        let (first, last) = (before.first()?, before.last()?);
        let told = whose && OFFERS.contains(&verb.lower.as_str());
        told.then(|| {
            let subject = Span::new(first.span.start, last.span.end);
            self.scene.subject(main_clause(self.scene, subject).unwrap_or(subject), former)
        })?
    }

    /// The verb that leads to the quoted words: the last one, if it can.
    fn leading_verb(&self, tokens: &[Token]) -> Option<usize> {
        (0..tokens.len()).rev().find(|at| {
            let word = tokens[*at].lower.as_str();
            let last = at + 1 == tokens.len();
            let near = tokens.len() - at <= 3;
            // "called “…”" names a thing; "called it “…”" speaks.
            let told_of = at.checked_sub(1).is_some_and(|before| is_pronoun(&tokens[before].lower));
            let named_only = last && cues::describes(word) && !told_of;
            let told = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "that" | "how"));
            // "said that they seemed to say": the one who said so is who speaks.
            let meant = at.checked_sub(1).is_some_and(|before| tokens[before].lower == "to")
                && tokens[..*at].iter().any(|token| cues::is_sure_cue(&token.lower));
            // "found during its visit that “…”".
            let told =
                told || tokens.last().is_some_and(|last| last.lower == "that") && tokens.len() - at <= 9;
            (cues::is_sure_cue(word) && !named_only && !meant)
                || ((near || told) && is_verb_here(tokens, *at))
        })
    }

    /// The subject of the verb, or of the one before if "and" joins the two.
    fn subject_before(
        &self,
        tokens: &[Token],
        verb: usize,
        former: Option<&Speaker>,
        before: Option<&Speaker>,
    ) -> Option<Speaker> {
        if let Some(end) = before_aside(tokens, verb) {
            let span = Span::new(tokens[0].span.start, tokens[end].span.end);
            return self.scene.subject(apposition(self.scene, span), former);
        }
        let earlier = (0..verb).rev().find(|at| cues::is_sure_cue(&tokens[*at].lower));
        let pronoun = verb.checked_sub(1).map(|before| &tokens[before]);
        if let Some(pronoun) = pronoun.filter(|pronoun| is_pronoun(&pronoun.lower) && !pronoun.comma)
            && earlier.is_none()
        {
            return self.scene.subject(pronoun.span, former);
        }
        let from = earlier.map_or(0, |earlier| earlier + 1);
        let clause = &tokens[from..verb];
        let joined =
            clause.last().is_none_or(|token| matches!(token.lower.as_str(), "and" | "but" | "also" | "then"))
                || cues::is_participle(&tokens[verb].lower)
                || clause
                    .iter()
                    .all(|token| token.is_auxiliary() || matches!(token.lower.as_str(), "and" | "but"));
        // "…, with a spokesman for the charity saying".
        let with = clause.iter().rposition(|token| token.lower == "with");
        let with = with.filter(|with| clause[with + 1..].iter().all(|token| !token.comma));
        let saying =
            matches!(tokens[verb].lower.as_str(), "saying" | "adding" | "warning" | "claiming" | "insisting");
        if let Some(with) = with.filter(|with| {
            saying || (*with > 0 && clause[with - 1].comma) && cues::is_participle(&tokens[verb].lower)
        }) && let Some(opening) = clause.get(with + 1)
        {
            return self.scene.subject(Span::new(opening.span.start, tokens[verb - 1].span.end), former);
        }
        match earlier {
            Some(earlier) if joined => return self.subject_before(tokens, earlier, former, before),
            None if clause
                .iter()
                .all(|token| token.is_auxiliary() || matches!(token.lower.as_str(), "and" | "but")) =>
            {
                return before.cloned();
            }
            _ => {}
        }
        let (first, last) = (clause.first()?, clause.last()?);
        if let Some(speaker) = self.named_behind(clause).or_else(|| self.relative(clause, former)) {
            return Some(speaker);
        }
        let comma = self.scene.document.text()[last.span.end..].starts_with(',');
        let span = Span::new(first.span.start, last.span.end + usize::from(comma));
        // "It praised the “…” work of staff and adds that “…”": the sentence began before the stretch before.
        let mid_sentence = self.before.is_some_and(|stretch| stretch.whole.end == self.lead.start)
            && self.scene.words(self.lead).trim_start().starts_with(char::is_lowercase);
        if joined
            && mid_sentence
            && let Some(before) = before
        {
            return Some(before.clone());
        }
        let span = match joined {
            true => match main_clause(self.scene, span) {
                Some(span) => span,
                None => return before.cloned(),
            },
            false => apposition(self.scene, span),
        };
        // In "X said they felt “…”" and in "X told inspectors they felt “…”" it is X who said so.
        if let Some(earlier) = earlier
            && cues::tells_of_mind(&tokens[verb].lower)
            && (is_pronoun(self.scene.words(span)) || is_pronoun(&last.lower) && clause.len() < 5)
        {
            return self.subject_before(tokens, earlier, former, before);
        }
        self.scene.subject(span, former).or_else(|| self.across_name(span, former))
    }

    /// "Members of the ‘Harbour’ group said": the subject has a name in quotation marks, which ended what was read.
    fn across_name(&self, subject: Span, former: Option<&Speaker>) -> Option<Speaker> {
        const LONGEST: usize = 40;
        let stretch = self.before.filter(|stretch| stretch.whole.end == self.lead.start)?;
        let named = stretch.whole.len() < LONGEST && subject.start <= self.lead.start + 1;
        let from = self.scene.document.sentence_at(stretch.whole.start).start;
        let before = self.scene.words(Span::new(from.min(stretch.whole.start), stretch.whole.start));
        let plain = named && before.split(' ').all(|word| !cues::is_sure_cue(&word.to_lowercase()));
        plain.then(|| self.scene.subject(Span::new(from, subject.end), former))?
    }

    /// X in "she was challenged by the leader, X, who said".
    fn named_behind(&self, clause: &[Token]) -> Option<Speaker> {
        let who = clause.iter().rposition(|token| token.lower == "who")?;
        let (first, last) = (clause.first()?, clause[..who].last().filter(|last| last.comma)?);
        let mention = self.scene.names.within(Span::new(first.span.start, last.span.end)).last()?;
        let follows = mention.span.end == last.span.end && clause[who..].iter().all(Token::is_auxiliary);
        follows.then_some(Speaker::Person(mention.person))
    }

    /// Inspectors spoke to X who said “…”.
    fn relative(&self, clause: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
        let who = clause.iter().rposition(|token| !token.is_auxiliary())?;
        let before =
            matches!(clause[who].lower.as_str(), "who" | "which" | "that").then(|| &clause[..who])?;
        let after_comma = before.last().is_some_and(|token| token.comma);
        let opens = |token: &Token| {
            matches!(
                token.lower.as_str(),
                "to" | "with" | "from" | "by" | "met" | "including" | "of" | "after" | "in"
            )
        };
        let from = before.iter().rposition(opens).map_or(0, |at| at + 1);
        let (first, last) = (before.get(from)?, before.last()?);
        (!after_comma).then(|| self.scene.subject(Span::new(first.span.start, last.span.end), former))?
    }

    /// "It was “…” and too slow, the report said." · "…, according to its director".
    fn at_sentence_end(&self, former: Option<&Speaker>) -> Option<Speaker> {
        let words = self.scene.words(self.tail);
        let tokens = tokens(words, self.tail.start);
        if tokens.iter().any(|token| token.lower == "according") {
            return self.according(&tokens, former);
        }
        let segment = tokens.iter().rposition(|token| token.comma).map(|comma| &tokens[comma + 1..])?;
        let (first, last) = (segment.first()?, segment.last()?);
        let verb_last = cues::is_sure_cue(&last.lower) && segment.len() > 1 && !self.tail_leads;
        if verb_last {
            return self
                .scene
                .subject(Span::new(first.span.start, segment[segment.len() - 2].span.end), former);
        }
        // "“…” for the town, Jo van Hoof of its museum writes in a letter".
        let told = segment
            .iter()
            .position(|token| matches!(token.lower.as_str(), "said" | "says" | "writes" | "wrote" | "told"));
        // "It is “…” and safe, the trade group said in a statement."
        let noun = |verb: usize| (2..=4).contains(&verb) && first.lower == "the";
        if let Some(verb) =
            told.filter(|verb| *verb > 0 && (first.capital || noun(*verb)) && !self.tail_leads)
        {
            return self.scene.subject(Span::new(first.span.start, segment[verb - 1].span.end), former);
        }
        let verb_first = cues::is_sure_cue(&first.lower) && !cues::is_participle(&first.lower);
        verb_first.then(|| self.subject_behind(&segment[1..], former))?
    }

    pub(super) fn copied(&self) -> Self {
        Self { ..*self }
    }
}

/// What the words before a stretch tell.
pub(super) enum Lead {
    Speaker(Speaker),
    /// It is in the passive: "is described as “…”".
    Nobody,
    Nothing,
}
