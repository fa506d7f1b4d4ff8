//! The words around a stretch in, the parts of their clauses out: tokens, the words that a subject can be among, and
//! where sentences end.

use super::cues;
use super::nouns::is_speaking_noun;
use super::speakers::Scene;
use crate::model::Span;

/// Whether a word that may be a noun ("reports") is a verb: a subject stands before it.
pub fn is_verb_here(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| tokens[before].lower.as_str()) else { return false };
    let article = matches!(
        before,
        "the" | "a" | "an" | "its" | "their" | "his" | "her" | "this" | "of" | "and" | "in" | "ofsted"
    );
    let possessive = before.ends_with("'s") || before.ends_with("’s");
    // "the report states", "their claims were": another verb follows the noun.
    let next = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
    if cues::is_cue(next) || matches!(next, "for" | "from" | "into" | "of") {
        return false;
    }
    // "inspectors report", but "of the Ofsted report".
    let singular =
        !before.ends_with('s') && !matches!(before, "they" | "we" | "i" | "you" | "who" | "police");
    if cues::is_plural_form(&tokens[at].lower) && singular {
        return false;
    }
    cues::is_noun_too(&tokens[at].lower)
        && (is_speaking_noun(before) || before == "ofsted" || !(article || possessive))
}

#[derive(Debug)]
pub struct Token {
    pub span: Span,
    pub lower: String,
    pub capital: bool,
    /// Whether a comma or a dash follows.
    pub comma: bool,
}

impl Token {
    /// Whether it stands between a subject and its verb; Kelly is no adverb.
    pub fn is_auxiliary(&self) -> bool {
        let named = self.capital && !self.comma && self.lower.ends_with("ly");
        cues::is_auxiliary(&self.lower) && !named
    }
}

pub fn tokens(words: &str, offset: usize) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
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
                capital: bare.starts_with(char::is_uppercase),
                comma,
            });
        } else if let Some(last) = tokens.last_mut() {
            last.comma |= matches!(piece.trim(), "–" | "—" | "-");
        }
        at += piece.len();
    }
    tokens
}

/// Where the subject ends whose verb stands behind an aside with a verb of its own: the last word of "one parent" in
/// "one parent, quoted in the letter, said" and in "one parent, who asked not to be named, said".
pub fn before_aside(tokens: &[Token], verb: usize) -> Option<usize> {
    let closed = verb.checked_sub(1).is_some_and(|before| tokens[before].comma);
    let opener =
        |word: &str| matches!(word, "who" | "which" | "whose" | "quoted" | "asked") || word.ends_with("ing");
    let comma = (0..verb.saturating_sub(1)).rev().find(|at| tokens[*at].comma)?;
    let aside = &tokens[comma + 1..verb];
    let told = aside.iter().any(|token| cues::is_sure_cue(&token.lower));
    (closed && told && opener(&aside.first()?.lower)).then_some(comma)
}

/// "is described as", "was called".
pub fn is_passive(tokens: &[Token], verb: usize) -> bool {
    let word = tokens[verb].lower.as_str();
    let passive = cues::describes(word)
        || matches!(
            word,
            "quoted"
                | "reported"
                | "announced"
                | "praised"
                | "criticised"
                | "hailed"
                | "felt"
                | "asked"
                | "found"
                | "told"
                | "said"
                | "blamed"
                | "thought"
        );
    let mut before = tokens[..verb].iter().rev().take_while(|token| token.is_auxiliary());
    let be = |token: &Token| {
        matches!(token.lower.as_str(), "is" | "are" | "was" | "were" | "be" | "been" | "being")
    };
    let hearer = matches!(word, "quoted");
    passive && !hearer && before.any(be)
}

/// The subject among the words before a verb: behind an aside ("In the letter, inspectors"), and before what is set
/// between commas ("Jane Doe, leader of the council,").
pub fn apposition(scene: &Scene, span: Span) -> Span {
    // "Cllr Jane Doe (Lab, Quayside)": who she is stands before.
    let words = scene.words(span).trim_end();
    let bracket = words.trim_end_matches(')').rfind(" (").filter(|at| !words[*at..].contains(") "));
    let span = bracket.filter(|at| *at > 0).map_or(span, |at| Span::new(span.start, span.start + at));
    let words = scene.words(span);
    let parts = comma_parts(words, span.start);
    if parts.len() < 2 {
        return cut_aside(scene, span);
    }
    let opens_aside = |part: &Span| {
        let part = scene.words(*part);
        let part =
            ["But ", "And ", "So ", "Yet "].iter().find_map(|joint| part.strip_prefix(joint)).unwrap_or(part);
        let mut words = part.split(' ');
        let first = words.next().unwrap_or_default().to_lowercase();
        // "The letter, addressed to the leader, NAME, says": a participle describes what stands before.
        let next = words.next().unwrap_or_default();
        let participle = (first.ends_with("ed")
            || matches!(first.as_str(), "written" | "given" | "seen" | "sent" | "drawn"))
            && matches!(
                next,
                "to" | "by"
                    | "in"
                    | "on"
                    | "at"
                    | "with"
                    | "from"
                    | "over"
                    | "today"
                    | "yesterday"
                    | "this"
                    | "last"
                    | "earlier"
            );
        cues::begins_aside(&first) || participle
    };
    let named =
        |part: &Span| scene.names.within(*part).iter().any(|mention| mention.whole.start <= part.start + 1);
    if words.trim_end().ends_with(',') {
        let owns = |part: &&Span| !opens_aside(part) || scene.words(**part).starts_with("and ");
        let named = parts.iter().rev().filter(owns).find(|part| scene.named(**part).is_some());
        // "At the time leader Jane Doe, an independent,": the name ends its part, and what follows describes its bearer.
        let described = || {
            parts.windows(2).rev().map(|pair| &pair[0]).find(|part| {
                scene.named(**part).is_some_and(|mention| mention.whole.end == part.end)
                    && ["At ", "In ", "On ", "After ", "Following ", "Since ", "Before "]
                        .iter()
                        .any(|lead| scene.words(**part).starts_with(lead))
            })
        };
        let named = named.or_else(described);
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

pub fn is_pronoun(words: &str) -> bool {
    let first = words.trim_start().split(' ').next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "he" | "she" | "it" | "they" | "we" | "i")
}

/// The subject behind "that", "when" or the like within one part: "at the meeting where she".
fn cut_aside(scene: &Scene, span: Span) -> Span {
    let words = scene.words(span);
    let clause = [" that ", " but ", " where ", " because ", " after ", " at which ", " in which "]
        .iter()
        .filter_map(|word| words.rfind(word).map(|at| at + word.len()))
        .max();
    match clause {
        Some(at) if at < words.len() => Span::new(span.start + at, span.end),
        _ => span,
    }
}

/// The main clause's words, of which a participle ("saying") has the subject; None: it stands further before.
pub fn main_clause(scene: &Scene, span: Span) -> Option<Span> {
    let parts = comma_parts(scene.words(span), span.start);
    let opens_aside = |part: &Span| {
        let first = scene.words(*part).split(' ').next().unwrap_or_default().to_lowercase();
        cues::begins_aside(&first) && !matches!(first.as_str(), "but" | "and")
    };
    let main = parts.iter().position(|part| !opens_aside(part))?;
    // "The council’s lead member, NAME, welcomed it, saying": the apposition names whom the first words tell of.
    let apposed = parts.get(main + 1).filter(|part| {
        scene.named(parts[main]).is_none()
            && scene
                .named(**part)
                .is_some_and(|mention| mention.whole.start <= part.start + 1 && mention.whole.end == part.end)
    });
    Some(*apposed.unwrap_or(&parts[main]))
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
        // News sites mark links that lead elsewhere so, for those who cannot see the sign.
        if start < end && &words[start - offset..end - offset] != "external" {
            parts.push(Span::new(start, end));
        }
        at += piece.len();
    }
    parts
}

/// The words behind the last end of a sentence.
pub fn last_sentence(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let mut ends = words.match_indices(['.', '!', '?']).filter(|(at, mark)| ends_sentence(words, *at, mark));
    let from = ends.next_back().map_or(0, |(at, _)| at + 1);
    Span::new(span.start + from, span.end)
}

/// The words up to the first end of a sentence.
pub fn first_sentence(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let mut ends = words.match_indices(['.', '!', '?']).filter(|(at, mark)| ends_sentence(words, *at, mark));
    let end = ends.next().map_or(words.len(), |(at, _)| at);
    Span::new(span.start, span.start + end)
}

/// Whether a stop ends a sentence: white space or nothing follows, and no title or initial is before.
fn ends_sentence(words: &str, at: usize, mark: &str) -> bool {
    let followed = words[at + mark.len()..].chars().next();
    // "(D-Calif.) today": a bracket that goes on with a small letter closes no sentence.
    let inside = words[at + mark.len()..].strip_prefix(") ");
    if inside.is_some_and(|rest| rest.starts_with(char::is_lowercase)) {
        return false;
    }
    if followed.is_some_and(|c| !c.is_whitespace() && !matches!(c, '”' | '"' | '’' | ')')) {
        return false;
    }
    let before = words[..at].rsplit([' ', '\n', '(', '.']).next().unwrap_or_default();
    let shortened = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "St", "Rev",
        "Jr", "Sr", "No", "Cllr", "Coun", "Inc", "Corp", "Co", "Ltd", "vs", "Messrs", "Hon", "Calif", "Mass",
        "Conn", "Ariz", "Colo", "Tenn", "Wash", "Minn", "Mich", "Penn", "Fla", "Va", "Ill", "Ala", "Ore",
    ];
    mark != "."
        || !(shortened.contains(&before) || (before.len() == 1 && before.starts_with(char::is_uppercase)))
}

/// Whether a verb of speech stands here, and what was said behind "that".
pub fn leads_clause(tokens: &[Token], at: usize) -> bool {
    // "said in a statement that".
    let next = tokens[at + 1..]
        .iter()
        .take(5)
        .take_while(|token| !cues::is_cue(&token.lower))
        .any(|token| token.lower == "that");
    next && cues::is_sure_cue(&tokens[at].lower) && !is_passive(tokens, at)
}
