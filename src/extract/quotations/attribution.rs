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

use super::cues;
use super::marks::Stretch;
use super::speakers::{Scene, Speaker, is_speaking_noun};
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
    /// The paragraph before is about the speaker.
    Subject,
}

/// The speaker of each stretch, in order.
pub fn speakers(scene: &Scene, stretches: &[Stretch]) -> Vec<Option<(Speaker, Tie)>> {
    let mut found: Vec<Option<(Speaker, Tie)>> = Vec::with_capacity(stretches.len());
    let mut former: Option<Speaker> = None;
    for index in 0..stretches.len() {
        let place = Place::new(scene, stretches, index);
        let before = index.checked_sub(1).and_then(|before| found[before].clone());
        let speaker = place.speaker(former.as_ref(), before.map(|(speaker, _)| speaker));
        if let Some((speaker, _)) = &speaker {
            former = Some(speaker.clone());
        }
        found.push(speaker);
    }
    found
}

/// A stretch with the words around it.
struct Place<'a> {
    scene: &'a Scene<'a>,
    stretch: &'a Stretch,
    before: Option<&'a Stretch>,
    /// The words of its sentence before it, back to the stretch before.
    lead: Span,
    /// The words behind it, up to the end of the sentence or the next stretch.
    tail: Span,
    /// Whether the next stretch follows on the tail, so that the tail may lead to that one.
    tail_leads: bool,
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
        pronoun && (cues::is_cue(&second.lower) || cues::is_auxiliary(&second.lower))
    }

    fn speaker(&self, former: Option<&Speaker>, before: Option<Speaker>) -> Option<(Speaker, Tie)> {
        let by_verb = |speaker: Speaker| (speaker, Tie::Verb);
        let comma_inside = self.quoted().ends_with([',', '?', '!', '—', '–', '-']);
        if !self.stretch.opened {
            return self.behind(former).map(by_verb);
        }
        if comma_inside && let Some(speaker) = self.behind(former) {
            return Some((speaker, Tie::Verb));
        }
        match self.in_lead(former, before.as_ref()) {
            Lead::Speaker(speaker) => return Some((speaker, Tie::Verb)),
            Lead::Nobody => return self.at_sentence_end(former).map(by_verb),
            Lead::Nothing => {}
        }
        if let Some(speaker) = self.behind(former).or_else(|| self.at_sentence_end(former)) {
            return Some((speaker, Tie::Verb));
        }
        if comma_inside && self.pronoun_behind() {
            return None;
        }
        self.carried_on(before)
            .map(|speaker| (speaker, Tie::Former))
            .or_else(|| self.paragraph_before(former))
    }

    fn quoted(&self) -> &str {
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
        let own_sentence = !in_sentence && self.ends_sentence() && !self.tail_leads;
        if joins || !(in_sentence || own_sentence) || (self.tail_leads && self.quoted().ends_with('.')) {
            return None;
        }
        let opening = &tokens[..tokens.len().min(18)];
        let noun_too = opening.first().filter(|first| cues::is_noun_too(&first.lower)).map(|_| 0);
        let sure = opening.iter().position(|token| cues::is_sure_cue(&token.lower));
        let verb = noun_too.or(sure).or_else(|| (0..opening.len()).find(|at| is_verb_here(opening, *at)))?;
        let adverbs_before = tokens[..verb].iter().all(|token| cues::is_auxiliary(&token.lower));
        if adverbs_before {
            let participle = cues::is_participle(&tokens[verb].lower);
            return (in_sentence && !participle).then(|| self.subject_behind(&tokens[verb + 1..], former))?;
        }
        if cues::is_noun_too(&tokens[verb].lower) && !in_sentence {
            return None;
        }
        let subject = Span::new(first.span.start, tokens[verb - 1].span.end);
        let parted = tokens[..verb].iter().any(|token| token.lower == "that" || token.lower == "if");
        (!parted).then(|| self.scene.subject(apposition(self.scene, subject), former))?
    }

    /// Whether the quoted words end a sentence of their own.
    fn ends_sentence(&self) -> bool {
        self.quoted().ends_with(['.', '!', '?', '…'])
    }

    /// X in "said X, the leader of the council".
    fn subject_behind(&self, tokens: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
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
    fn in_lead(&self, former: Option<&Speaker>, before: Option<&Speaker>) -> Lead {
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
        let Some(verb) = self.leading_verb(&tokens) else { return self.without_verb(&tokens, before) };
        if is_passive(&tokens, verb) {
            return Lead::Nobody;
        }
        match self.subject_before(&tokens, verb, former, before) {
            Some(speaker) => Lead::Speaker(speaker),
            None => Lead::Nothing,
        }
    }

    /// The verb that leads to the quoted words: the last one, if it can.
    fn leading_verb(&self, tokens: &[Token]) -> Option<usize> {
        (0..tokens.len()).rev().find(|at| {
            let word = tokens[*at].lower.as_str();
            let last = at + 1 == tokens.len();
            let near = tokens.len() - at <= 3;
            // "called “…”" names a thing; "called it “…”" speaks.
            let named_only = last && cues::describes(word);
            let told = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "that" | "how"));
            (cues::is_sure_cue(word) && !named_only) || ((near || told) && is_verb_here(tokens, *at))
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
        let earlier = (0..verb).rev().find(|at| cues::is_sure_cue(&tokens[*at].lower));
        let from = earlier.map_or(0, |earlier| earlier + 1);
        let clause = &tokens[from..verb];
        let joined =
            clause.last().is_none_or(|token| matches!(token.lower.as_str(), "and" | "but" | "also" | "then"))
                || cues::is_participle(&tokens[verb].lower)
                || clause.iter().all(|token| {
                    cues::is_auxiliary(&token.lower) || matches!(token.lower.as_str(), "and" | "but")
                });
        match earlier {
            Some(earlier) if joined => return self.subject_before(tokens, earlier, former, before),
            None if clause.iter().all(|token| {
                cues::is_auxiliary(&token.lower) || matches!(token.lower.as_str(), "and" | "but")
            }) =>
            {
                return before.cloned();
            }
            _ => {}
        }
        let (first, last) = (clause.first()?, clause.last()?);
        if let Some(speaker) = self.relative(clause, former) {
            return Some(speaker);
        }
        let span = Span::new(first.span.start, last.span.end + usize::from(last.comma));
        let span = if joined { main_clause(self.scene, span) } else { apposition(self.scene, span) };
        self.scene.subject(span, former)
    }

    /// Inspectors spoke to X who said “…”.
    fn relative(&self, clause: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
        let who = clause.iter().rposition(|token| !cues::is_auxiliary(&token.lower))?;
        let before = (clause[who].lower == "who").then(|| &clause[..who])?;
        let after_comma = before.last().is_some_and(|token| token.comma);
        let opens = |token: &Token| {
            matches!(token.lower.as_str(), "to" | "with" | "from" | "by" | "met" | "including" | "of")
        };
        let from = before.iter().rposition(opens).map_or(0, |at| at + 1);
        let (first, last) = (before.get(from)?, before.last()?);
        (!after_comma).then(|| self.scene.subject(Span::new(first.span.start, last.span.end), former))?
    }

    /// "In the words of one care leaver:".
    fn in_the_words_of(&self, tokens: &[Token], former: Option<&Speaker>) -> Option<Speaker> {
        let at = tokens.windows(3).position(|three| {
            three[0].lower == "the" && three[1].lower == "words" && three[2].lower == "of"
        })?;
        self.subject_behind(&tokens[at + 3..], former)
    }

    /// "Jane Doe: “…”", "Jane Doe was cautious: “…”", "one said “…” and another “…”".
    fn without_verb(&self, tokens: &[Token], before: Option<&Speaker>) -> Lead {
        let last = &tokens[tokens.len() - 1];
        if last.lower == "another"
            && let Some(speaker) = before.and_then(|before| self.scene.subject(last.span, Some(before)))
        {
            return Lead::Speaker(speaker);
        }
        let colon = self.scene.words(self.lead).trim_end().ends_with(':');
        let named = self.scene.named(Span::new(tokens[0].span.start, last.span.end)).filter(|_| colon);
        named.map_or(Lead::Nothing, |mention| Lead::Speaker(Speaker::Person(mention.person)))
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
        let verb_first = cues::is_sure_cue(&first.lower) && !cues::is_participle(&first.lower);
        verb_first.then(|| self.subject_behind(&segment[1..], former))?
    }

    /// The speaker of the stretch before, if this one stands in the same sentence or right behind in the paragraph.
    fn carried_on(&self, before: Option<Speaker>) -> Option<Speaker> {
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

    /// What the paragraph before leads to: a colon, a verb of speech, its own speaker, or the person it begins with.
    fn paragraph_before(&self, former: Option<&Speaker>) -> Option<(Speaker, Tie)> {
        let document = self.scene.document;
        let index = document.block_index(self.stretch.whole.start);
        let opens = document.blocks()[index].span.start == self.stretch.whole.start;
        let sentence = self.scene.words(self.stretch.parts[0]).starts_with(char::is_uppercase);
        let block = document.blocks().get(index.checked_sub(1)?)?;
        if !opens || !sentence || block.kind.is_heading() {
            return None;
        }
        let spoken = self.before.filter(|before| before.whole.end > block.span.start);
        let from = spoken.map_or(block.span.start, |before| before.whole.end.min(block.span.end));
        let rest = Span::new(from, block.span.end);
        let lead = last_sentence(document.text(), rest);
        let leads = Place { lead, ..self.copied() };
        let colon = self.scene.words(lead).trim_end().ends_with(':');
        if (spoken.is_none() || colon)
            && let Lead::Speaker(speaker) = leads.in_lead(former, None)
        {
            return Some((speaker, if colon { Tie::Verb } else { Tie::Former }));
        }
        if spoken.is_some() {
            return former.cloned().map(|speaker| (speaker, Tie::Former));
        }
        let mention = self.scene.names.within(lead).first()?;
        Some((Speaker::Person(mention.person), Tie::Subject))
    }

    fn copied(&self) -> Self {
        Self { ..*self }
    }
}

/// What the words before a stretch tell.
enum Lead {
    Speaker(Speaker),
    /// It is in the passive: "is described as “…”".
    Nobody,
    Nothing,
}

/// Whether a word that may be a noun ("reports") is a verb: a subject stands before it.
fn is_verb_here(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| tokens[before].lower.as_str()) else { return false };
    let article = matches!(
        before,
        "the" | "a" | "an" | "its" | "their" | "his" | "her" | "this" | "of" | "and" | "in" | "ofsted"
    );
    let possessive = before.ends_with("'s") || before.ends_with("’s");
    cues::is_noun_too(&tokens[at].lower)
        && (is_speaking_noun(before) || before == "ofsted" || !(article || possessive))
}

#[derive(Debug)]
struct Token {
    span: Span,
    lower: String,
    /// Whether a comma follows.
    comma: bool,
}

fn tokens(words: &str, offset: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = offset;
    for piece in words.split_inclusive(char::is_whitespace) {
        let edge = |c: char| !c.is_alphanumeric();
        let bare = piece.trim_matches(edge);
        if !bare.is_empty() {
            let start = at + (piece.len() - piece.trim_start_matches(edge).len());
            let comma = piece.trim_end().ends_with(',');
            tokens.push(Token {
                span: Span::new(start, start + bare.len()),
                lower: bare.to_lowercase(),
                comma,
            });
        }
        at += piece.len();
    }
    tokens
}

/// "is described as", "was called".
fn is_passive(tokens: &[Token], verb: usize) -> bool {
    let word = tokens[verb].lower.as_str();
    let passive = cues::describes(word)
        || matches!(
            word,
            "quoted"
                | "reported"
                | "praised"
                | "criticised"
                | "hailed"
                | "felt"
                | "asked"
                | "found"
                | "told"
                | "said"
                | "thought"
        );
    let mut before = tokens[..verb].iter().rev().take_while(|token| cues::is_auxiliary(&token.lower));
    let be = |token: &Token| {
        matches!(token.lower.as_str(), "is" | "are" | "was" | "were" | "be" | "been" | "being")
    };
    let hearer = matches!(word, "quoted");
    passive && !hearer && before.any(be)
}

/// The subject among the words before a verb: behind an aside ("In the letter, inspectors"), and before what is set
/// between commas ("Jane Doe, leader of the council,").
fn apposition(scene: &Scene, span: Span) -> Span {
    let words = scene.words(span);
    let parts = comma_parts(words, span.start);
    if parts.len() < 2 {
        return cut_aside(scene, span);
    }
    let opens_aside = |part: &Span| {
        let first = scene.words(*part).split(' ').next().unwrap_or_default().to_lowercase();
        cues::begins_aside(&first)
    };
    let named =
        |part: &Span| scene.names.within(*part).iter().any(|mention| mention.whole.start <= part.start + 1);
    if words.trim_end().ends_with(',') {
        let owns = |part: &&Span| !opens_aside(part) || scene.words(**part).starts_with("and ");
        let named = parts.iter().rev().filter(owns).find(|part| scene.named(**part).is_some());
        return named.or_else(|| parts.iter().find(|part| !opens_aside(part))).copied().unwrap_or(span);
    }
    let last = parts[parts.len() - 1];
    let comma_left_out = parts.iter().find(|part| named(part) && !opens_aside(part));
    match comma_left_out {
        Some(part) if scene.named(last).is_none() && !is_pronoun(scene.words(last)) => *part,
        _ if opens_aside(&last) => parts.iter().find(|part| !opens_aside(part)).copied().unwrap_or(last),
        _ => last,
    }
}

fn is_pronoun(words: &str) -> bool {
    let first = words.trim_start().split(' ').next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "he" | "she" | "it" | "they" | "we" | "i")
}

/// The subject behind "that", "when" or the like within one part: "at the meeting where she".
fn cut_aside(scene: &Scene, span: Span) -> Span {
    let words = scene.words(span);
    let clause = [" that ", " but ", " where ", " because "]
        .iter()
        .filter_map(|word| words.rfind(word).map(|at| at + word.len()))
        .max();
    match clause {
        Some(at) if at < words.len() => Span::new(span.start + at, span.end),
        _ => span,
    }
}

/// The main clause's words, of which a participle ("saying") has the subject.
fn main_clause(scene: &Scene, span: Span) -> Span {
    let parts = comma_parts(scene.words(span), span.start);
    let opens_aside = |part: &Span| {
        let first = scene.words(*part).split(' ').next().unwrap_or_default().to_lowercase();
        cues::begins_aside(&first) && !matches!(first.as_str(), "but" | "and")
    };
    parts.iter().find(|part| !opens_aside(part)).copied().unwrap_or(span)
}

fn comma_parts(words: &str, offset: usize) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = offset;
    let inside_word = |at: usize| words[at..].chars().nth(1).is_some_and(char::is_alphanumeric);
    let mut cuts: Vec<usize> = words
        .match_indices([',', ';', '–', '—', '(', ')'])
        .filter(|(at, mark)| *mark == "(" || !inside_word(*at))
        .map(|(at, mark)| at + mark.len())
        .collect();
    cuts.push(words.len());
    let mut from = 0;
    for cut in cuts {
        let piece = &words[from..cut];
        from = cut;
        let bare = piece.trim_end_matches([',', ';', '–', '—', '(', ')', ' ']);
        let start = at + (bare.len() - bare.trim_start().len());
        let end = at + bare.len();
        if start < end {
            parts.push(Span::new(start, end));
        }
        at += piece.len();
    }
    parts
}

/// The words behind the last end of a sentence.
fn last_sentence(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let mut ends = words.match_indices(['.', '!', '?']).filter(|(at, mark)| ends_sentence(words, *at, mark));
    let from = ends.next_back().map_or(0, |(at, _)| at + 1);
    Span::new(span.start + from, span.end)
}

/// The words up to the first end of a sentence.
fn first_sentence(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let mut ends = words.match_indices(['.', '!', '?']).filter(|(at, mark)| ends_sentence(words, *at, mark));
    let end = ends.next().map_or(words.len(), |(at, _)| at);
    Span::new(span.start, span.start + end)
}

/// Whether a stop ends a sentence: white space or nothing follows, and no title or initial is before.
fn ends_sentence(words: &str, at: usize, mark: &str) -> bool {
    let followed = words[at + mark.len()..].chars().next();
    if followed.is_some_and(|c| !c.is_whitespace() && !matches!(c, '”' | '"' | '’' | ')')) {
        return false;
    }
    let before = words[..at].rsplit([' ', '\n', '(', '.']).next().unwrap_or_default();
    let shortened = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "St", "Rev",
        "Jr", "Sr", "No", "Cllr", "Coun", "Inc", "Corp", "Co", "Ltd", "vs", "Messrs", "Hon",
    ];
    mark != "."
        || !(shortened.contains(&before) || (before.len() == 1 && before.starts_with(char::is_uppercase)))
}
