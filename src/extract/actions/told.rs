//! A reading of news in, what is to be put right out where a sentence tells it: "Inspectors told the council to improve …".

use super::super::patterns::pattern;
use super::super::reading::Reading;
use super::request::is_imperative;
use super::section::deadline_in;
use crate::model::{Action, BlockKind, DocumentKind, Fact, FactValue, Span};
use regex::{Match, Regex};
use std::sync::LazyLock;

/// The actions that sentences of news and press releases tell.
pub fn told_actions(reading: &Reading) -> Vec<Fact> {
    let news = matches!(reading.details.kind, DocumentKind::NewsArticle | DocumentKind::PressRelease);
    let document = reading.document;
    // A heading is said again below it, and a line with a colon leads to a list of its own.
    let sentences = document.sentences().iter().filter(|sentence| {
        let heading = document.block_at(sentence.start).is_some_and(|block| block.kind.is_heading());
        news && !heading && !document.words(**sentence).trim_end().ends_with(':')
    });
    let told = sentences.flat_map(|sentence| {
        let words = document.words(*sentence);
        let index = document.sentence_index(sentence.start);
        let before = index.checked_sub(1).map_or("", |index| document.words(document.sentences()[index]));
        let point = document
            .block_at(sentence.start)
            .is_some_and(|block| block.number.is_some() || matches!(block.kind, BlockKind::ListItem { .. }));
        let told = items(if point { None } else { Some(before) }, words).into_iter();
        let due = DUE.find(words).map(|due| due.as_str().to_owned());
        told.map(|item| (item.shifted(sentence.start), due.clone())).collect::<Vec<_>>()
    });
    told.map(|(span, due)| {
        let text = document.words(span).to_owned();
        let value = Action { deadline: deadline_in(&text).or(due), text, ..Action::default() };
        Fact::new(document, FactValue::Action(value), span, "told-action")
    })
    .collect()
}

/// "… must, within three months, make sure".
static DUE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:within|Within) (?:the next )?\w+ (?:days|weeks|months|year)\b"));

/// What a sentence says is to be done, each as a range of it; `before` is the sentence before, none for the point of a
/// list, of which others tell who asks for it.
fn items(before: Option<&str>, sentence: &str) -> Vec<Span> {
    let (point, before) = (before.is_none(), before.unwrap_or_default());
    if !MAY_TELL.is_match(sentence) {
        return Vec::new();
    }
    let lists = LISTS.captures(sentence).and_then(|found| {
        let lead = found.get(0)?;
        // "asked for quicker action on the backlog": the adjective begins what is asked for.
        let start = found.name("how").map_or(lead.end(), |how| how.start());
        (!is_quoted(&sentence[..lead.start()])).then_some(start)
    });
    if let Some(start) = lists {
        return listed(sentence, start);
    }
    if let Some(passive) = passive(before, sentence) {
        return vec![passive];
    }
    let report = ["The report ", "The letter ", "Their report ", "Its report "];
    let of_inspectors = || {
        is_of_inspectors(sentence)
            || is_of_inspectors(before)
            || report.iter().any(|report| sentence.starts_with(report))
    };
    let own = |lead: &Match| !OTHERS_SAY.is_match(sentence) && !is_quoted(&sentence[..lead.start()]);
    if let Some(lead) = NEEDED.find(sentence).filter(own).filter(|_| of_inspectors()) {
        let among = listed(sentence, lead.end());
        if !among.is_empty() {
            return among;
        }
    }
    // "It makes nine recommendations. They include ensuring that …".
    let named = RECOMMENDED.is_match(before);
    if let Some(lead) = THEY.find(sentence).filter(|_| named) {
        let among = listed(sentence, lead.end());
        if !among.is_empty() {
            return among;
        }
    }
    let asks = |lead: &Match| asks_for(&sentence[lead.end()..]);
    let told = TELLS.find_iter(sentence).find(asks);
    let told = told.or_else(|| TOLD_BY_THEM.find(sentence).filter(|_| is_of_inspectors(before)).filter(asks));
    let told = told.or_else(|| if point { None } else { obliged(before, sentence) });
    let told = told.or_else(|| DOES.find(sentence).filter(|lead| does(&sentence[lead.end()..])));
    let Some(lead) = told else { return Vec::new() };
    let one = Span::new(lead.end(), clause_end(sentence, lead.end()));
    if VAGUE.is_match(&sentence[one.range()]) {
        return Vec::new();
    }
    match AREAS.find(&sentence[one.range()]) {
        Some(areas) => listed(sentence, one.start + areas.end()),
        None => asked(sentence, one),
    }
}

/// "Improvements are needed in", "more needed to be done to": what follows is what inspectors found wanting.
static NEEDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:improvements?|(?:further|more) (?:work|progress|improvement)) (?:is|are|was|were) (?:still |also |now |urgently )?(?:needed|required) (?:in|on|around|to) |",
        r"\b(?:more|(?:further|more) work|much) (?:still )?(?:needs?|needed|has|had|must) (?:still |also )?(?:to )?be done to |",
        r"\bwhat (?:needs? to|must|has to|still needs to) (?:improve|be improved|get better|be better|change): ",
    ))
});

/// "They also said contact arrangements should be reviewed.": what inspectors say of a thing.
fn passive(before: &str, sentence: &str) -> Option<Span> {
    let found = PASSIVE.captures(sentence)?;
    let named = found.name("they").is_none() || is_of_inspectors(before);
    let start = found.name("thing").filter(|_| named)?.start();
    Some(Span::new(start, clause_end(sentence, start)))
}

static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^\W*(?:(?P<they>They|It)|Inspectors|Ofsted|The (?:inspectors|watchdog|report|letter|inspectorate))",
        r"(?: also| has| have| had| then)* (?:said|says?|recommend(?:s|ed)?|added|adds?|felt|found)(?: that)? ",
        r"(?P<thing>[^.,;:“”\x22]{5,140}? (?:should|must|needs? to|needed to|ha[sd] to|have to)(?: also| now)? be (?:[a-z]+ ){0,2}?",
        r"(?:improved|reviewed|strengthened|addressed|tackled|reduced|increased|sped up|speeded up|updated|tightened|developed|monitored|recorded|completed|extended|better|clearer|quicker|stronger|faster|sharper|earlier)\b)",
    ))
});

/// "recommends that the council does more", "recommends that the council do more".
static DOES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\brecommend(?:s|ed|ing)? that (?:the |its )?[^.:;,“”\x22]{2,50}?\b(?:council|authority|trust|department|partnership|board|agency|service|leaders|managers|it|they)\b ",
    )
});

fn does(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let stems = [first, first.trim_end_matches('s'), first.trim_end_matches("es")];
    first == "does" || first == "do" || stems.iter().any(|stem| is_imperative(stem))
}

/// "ordered to take urgent action after inspectors found": what is to be done is told elsewhere.
static VAGUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:take (?:[a-z]+ )?action(?: (?:after|following|over|when|as|in \d+)\b|$)|make (?:[a-z]+ )?(?:improvements?|changes)\b(?: (?:after|following|over|when|as|to the way)\b|$)|(?:improve|act|change|explain|apologise|wait|answer|decide)(?: (?:quickly|urgently|fast))?(?: (?:by|after|following|when|as|over)\b|[,:]|$)|explain to\b|appoint a (?:[a-z]+ )?commissioner\b|(?:work with to\b.*|carry the can|raise its game|act (?:at once|quickly|fast|urgently|immediately)(?: in (?:[a-z]+ )+areas)?$|keep control|look again at \d|do more$|act on (?:the|its|their|all|these|those) [^.,]*recommendations?|act on [a-z]+ recommendations?))|^(?:write|draw up|produce|send|submit|prepare|publish|return) (?:(?:it|them|Ofsted|inspectors) )?(?:an?|its|their) (?:[a-z]+ ){0,2}(?:action plan|statement of action|improvement plan|plan to Ofsted)",
    )
});

/// Who has to do what follows, where that is what inspectors ask for: "The council must improve", "It has been told to".
fn obliged<'s>(before: &str, sentence: &'s str) -> Option<Match<'s>> {
    let told = OBLIGED.captures_iter(sentence).find_map(|found| {
        let lead = found.get(0).filter(|lead| asks_for(&sentence[lead.end()..]))?;
        // "they should have been offered foster care": nobody asks for what is past.
        if sentence[lead.end()..].starts_with("have ") && PERFECT.is_match(&sentence[lead.end()..]) {
            return None;
        }
        let sure = found.name("told").is_some();
        if found.name("named").is_some_and(|named| NOBODY.contains(&named.as_str())) {
            return None;
        }
        let own = found.name("pronoun").is_none() && sentence[lead.end()..].starts_with("improve ");
        let of_inspectors = is_of_inspectors(sentence) || is_of_inspectors(before);
        let goes_on = WITHIN.is_match(sentence) && OBLIGED.is_match(before);
        (sure || own || of_inspectors || goes_on).then_some(lead)
    })?;
    let apart = OTHERS_SAY.is_match(sentence) || is_quoted(&sentence[..told.start()]);
    (!apart).then_some(told)
}

static PERFECT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^have (?:[a-z]+ly )?(?:been|had|[a-z]+ed)\b"));

static WITHIN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:Within|By|In) "));

/// Whether a place behind the words stands in speech.
fn is_quoted(before: &str) -> bool {
    before.matches('“').count() > before.matches('”').count() || before.matches('"').count() % 2 == 1
}

/// Words with a capital that are no body of which inspectors ask anything.
const NOBODY: [&str; 16] = [
    "Ministers",
    "Government",
    "Somebody",
    "Everyone",
    "We",
    "I",
    "You",
    "Parents",
    "People",
    "Children",
    "This",
    "That",
    "There",
    "What",
    "Nobody",
    "Someone",
];

static OBLIGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:(?:[Cc]ouncil|authority|borough|unitary|county|trust|department|partnership|board|service|services|leaders|managers|partners|agencies|[Aa]rea)|(?P<pronoun>[Ii]t|[Tt]hey)|(?P<named>[A-Z][\w’-]+))",
        r"(?: [a-z]+ly| still| also| now)? (?:must|should|needs? to|needed to|ha[sd] to|have to|is to|are to",
        r"|(?P<told>(?:has|have|had|is|are|was|were)(?: also| now)?(?: been)? (?:told|ordered|instructed|required|directed)(?: by [^,.;]{3,40}?)? to)",
        r"|(?:has|have|had|is|are|was|were)(?: also| now)?(?: been)? (?:asked|urged|expected) to)(?: also| now| then)?(?:, [^,]{3,40},)? ",
    ))
});

/// Whether words speak of inspectors, of what they recommend, or of the plan that they ask for.
fn is_of_inspectors(words: &str) -> bool {
    OF_INSPECTORS.is_match(words)
}

static OF_INSPECTORS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:Ofsted|inspectors?|inspectorate|inspection|watchdog|regulator|CQC|recommend\w*|priority actions?|areas? for (?:priority action|improvement)|(?:action|improvement) plan|was told|were told|been told)\b",
    )
});

/// What others than inspectors ask for.
static OTHERS_SAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:[Cc]ouncillors?|[Cc]llr|Coun|leader|[Dd]irector|MPs?|[Ss]pokes\w+|[Mm]inisters?|[Cc]ampaigners|[Uu]nions?|[Cc]harit(?:y|ies)|Mr|Mrs|Ms|Labour|Conservatives?|residents|parents|critics|he|she|He|She)\b[^.]{0,80}\b(?:said|says|added|told|argued|warned|insisted|called|believes?)\b",
    )
});

/// "They told the council to": inspectors, of whom the sentence before tells.
static TOLD_BY_THEM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:But|And) )?(?:They|It|The (?:report|letter)) (?:also |then |has |have )*(?:told|tells?|asked|asks?|urged|urges?|ordered|want|wants|wanted|called on|calls? on) (?:the |its )?[^.:;,“”\x22]{2,40}? to ",
    )
});

/// "It makes nine recommendations.": the next sentence may tell what they are.
static RECOMMENDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:recommendations?|areas? for (?:improvement|priority action)|what (?:needs?|has) to (?:improve|be improved|get better|be better)|(?:things|areas|points)\b[^.]{0,40}\bneed(?:s|ed)? to (?:change|improve|get better)|(?:things|areas|points)\b[^.]{0,40}\bneed(?:s|ed)? attention|(?:things|areas|points|aspects)\b[^.]{0,60}\b(?:must|should|needs? to|has to|have to|could) (?:do better|be better|improve|be improved|get better)|make (?:[a-z]+ )?(?:improvements?|changes) (?:in|to) [a-z]+ (?:areas|things)|(?:areas|things|points) (?:that )?(?:Ofsted|inspectors|it|they) (?:has |have |had )?(?:asked|told|wants?|wanted|recommended)\b)[^.]{0,30}\.?[”\x22]?$",
    )
});

static THEY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:They|These|Those|Among them)(?: \w+)? (?:include|are|were)(?: to| that|:)? ")
});

/// Whether words tell what to do.
fn asks_for(words: &str) -> bool {
    is_imperative(words) || PHRASAL.is_match(words)
}

/// Verbs of two words: elsewhere their first word is a noun.
static PHRASAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:speed up|step up|set up|see (?:that|to)|look (?:at|again|into)|draw (?:up|on)|end (?:the|its)|help (?:the|its|more|all|children|staff|care)|show (?:that|how)|lower (?:the|its)|do more to|return to|cover (?:the|all)) ?",
    )
});

/// What of a clause is asked for: what follows each "to", each verb; of what is to be improved each thing.
fn asked(sentence: &str, all: Span) -> Vec<Span> {
    let words = &sentence[all.range()];
    let mut items = Vec::new();
    let mut from = 0;
    for joint in JOINS.find_iter(words).filter(|joint| asks_for(&words[joint.end()..])) {
        if joint.start() > from {
            items.push(Span::new(from, joint.start()));
        }
        from = joint.end();
    }
    items.push(Span::new(from, words.len()));
    items.into_iter().flat_map(|item| parted(sentence, item.shifted(all.start))).collect()
}

/// "improve the quality of plans, the speed of checks and the number of visits", "ensure that plans are clear, that checks
/// are made": the things of one verb.
fn parted(sentence: &str, item: Span) -> Vec<Span> {
    let words = &sentence[item.range()];
    if let Some(improve) = IMPROVE.find(words) {
        let parts = listed(&sentence[..item.end], item.start + improve.end());
        if parts.len() > 1 {
            let first = Span::new(item.start, parts[0].end);
            return std::iter::once(first).chain(parts.into_iter().skip(1)).collect();
        }
    }
    let Some(sure) = SURE.captures(words) else { return vec![item] };
    let start = sure.get(0).map_or(0, |sure| sure.end());
    let mut parts = Vec::new();
    // "make sure, at once, that": what stands between is no part of what is asked for.
    let mut from = if sure.name("when").is_some() { start } else { 0 };
    for that in THAT.find_iter(&words[start..]) {
        parts.push(Span::new(from, start + that.start()));
        from = start + that.end();
    }
    parts.push(Span::new(from, words.len()));
    parts.into_iter().map(|part| part.shifted(item.start)).collect()
}

static JOINS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[;,]? and (?:to|must|should) |[;,] (?:and )?(?:to |must )?|,? and "));

static IMPROVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:improve|strengthen|address|increase|tackle|look at|work on|focus on|attend to) ")
});

static SURE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:make sure|ensure|see)(?P<when>, [^,]{3,40},)? that "));

static THAT: LazyLock<Regex> = LazyLock::new(|| pattern(r",? and that |, that "));

/// Most sentences ask nobody for anything.
static MAY_TELL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:They|These|Those|Among)\b|\b(?:recommend|improve|better|includ|covering|instructed|required|directed|should|must|told|tells|asks|asked|urge|orders|ordered|wants?|calls? on|called on|need(?:s|ed)? to|(?:has|have|had|is|are) to)",
    )
});

/// Who asks, whom, and "to" or "should": what follows is to be done.
static TELLS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:Ofsted|inspectors?|inspectorate|watchdog|regulator|CQC|(?:the|its|their|a) (?:report|letter|review|inspection))\b[^.:;“”\x22]{0,80}?",
        r"(?:\b(?:told|tells?|asks?|asked|urges?|urged|orders?|ordered|instructed|recommend(?:s|ed)|wants?|wanted|call(?:s|ed)? (?:on|for))\b(?: that)? [^.:;,“”\x22]{0,40}?\b(?:council|authority|trust|department|partnership|board|agency|service|county|borough|city|leaders|managers|it|them|they|(?-i:[A-Z][\w’'-]+))\b(?: [a-z]+ly)? (?:to|should|must)",
        r"|\b(?:said|says|found|added)\b[^.:;“”\x22]{0,40}?\b(?:council|authority|trust|department|partnership|board|agency|service|leaders|managers|it|they)\b(?: still| also| now)? (?:should|must|needs? to|needed to|had to)(?:, [^,]{3,40},)?) ",
    ))
});

/// What leads to a list of what is to be done, within a sentence.
static LISTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:among|one of)(?: the| its| their| other)?(?: [a-z]+)? recommendations?(?: (?:is|was|are|were|made))?(?::| that| to) |",
        r"\brecommendations?(?: for [a-z ]{3,30})?,? (?:include[sd]?|including)(?: that| to)? |",
        r"\b(?:makes?|made|includes?|contains?) (?:one|two|three|four|five|six|seven|eight|nine|ten|a|\d+|several)(?: [a-z]+)? recommendations?(?::|,? (?:which include|including|among them|covering)(?: that)?) |",
        r"\b(?:improvements?|changes|better) (?:in|across|to) (?:\w+ )?(?:areas|aspects)(?: of [a-z ]{3,30})?(?:,? (?:including|such as|among them|covering)|:) |",
        r"\bareas? for (?:improvement|priority action)(?: [a-z]+ by [a-z]+)?(?:,? (?:covering|including|among them|which include|which are|namely)|:) |",
        r"\bareas?,? (?:where|in which) (?:further|more|additional) (?:work|action|progress|improvement)s? (?:is|are|was|were) (?:still )?(?:needed|required)(?:,? (?:including|such as|among them|covering|namely)|:) |",
        r"\b(?:things|areas|points)\b[^.:;“”\x22]{0,60}\b(?:improved|to improve|for improvement|(?:be|get|getting) better|(?:further|more) (?:work|attention))(?: (?:are|is|was|were|include[sd]?)|,? including)(?: that)? |",
        r"\b(?:Ofsted|inspectors|inspectorate|watchdog|regulator|report)\b[^.:;,“”\x22]{0,30}? call(?:s|ed) for |",
        r"\b(?:Ofsted|inspectors|inspectorate|watchdog|regulator|report)\b[^.:;]{0,70}?\b(?:asked|asks|called|calls|pressed|pushed) for (?-i:(?P<how>more|better|quicker|faster|swifter|stronger|greater|tighter|closer|urgent|further|improved|clearer)) |",
        r"\b(?:Ofsted|inspectors|inspectorate|watchdog|regulator|report)\b[^.:;,“”\x22]{0,30}? (?:wants?|wanted|would like) to see |",
        r"\b(?:had|has|have|made|makes?|gave|gives?) (?:just |only )?(?:one|two|three|four|five|six|a|a single|\d+) (?:[a-z]+ )?recommendations?,? (?:on|about|concerning|regarding) |",
        r"\brecommendations?, which (?:is|are|was|were)(?: to| that)? |",
        r"\bareas?,? (?:where|in which|that) [^.:;“”\x22]{2,50}?\b(?:must|should|needs? to|has to|have to|can|could|might) (?:improve|be improved|get (?:even )?better|do (?:even )?better|be (?:even )?better)(?:,? (?:including|such as|among them|covering|namely)|:) |",
        r"\b(?:its|the|an|a|that) (?:(?:action|improvement|recovery|new) )?plan (?:must|should|has to|will have to|needs? to) (?:address|cover|set out|deal with|tackle|focus on) ",
    ))
});

/// "improve six areas of practice including how quickly …": the areas are what is to be improved.
static AREAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[a-z]+ (?:[a-z]+ ){0,2}(?:areas|things|aspects)(?: of [a-z ]{3,30}?)?(?:,? including|,? such as|:| [–—-]) ?",
    )
});

/// Where what is asked for ends: with the sentence, or where it goes on to tell who said so.
fn clause_end(sentence: &str, from: usize) -> usize {
    let rest = &sentence[from..];
    let told = SAID.find(rest).map_or(rest.len(), |told| told.start());
    let mut stops = rest.match_indices(['.', ';', '“', '"']).filter(|(at, mark)| {
        let next = rest[at + mark.len()..].trim_start();
        let next = next.strip_prefix("and ").unwrap_or(next);
        let part = next.split(';').next().unwrap_or_default();
        let named = is_noun_phrase(next) && !VERB.is_match(part) && !SAYS.is_match(part);
        *mark != ";" || !(named || asks_for(next.strip_prefix("to ").unwrap_or(next)))
    });
    let stop = stops.next().map_or(rest.len(), |(at, _)| at);
    from + rest[..told.min(stop)].trim_end_matches([' ', ',', '”', '’']).len()
}

static SAYS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:said|says|added|told|found|wants?|must|should|expects?)\b"));

static SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r": (?:it|they|there|this|that|its) |, (?:[a-z]+ )?(?:it|he|she|they|inspectors|Ofsted) (?:said|added|says)\b|, according to\b|, (?:but|while|which|after)\b",
    )
});

/// The items of a list that "and" and commas part, each of which begins as the first one does.
fn listed(sentence: &str, from: usize) -> Vec<Span> {
    let end = clause_end(sentence, from);
    let rest = &sentence[from..end];
    // "including that the council should reduce delay, make sure that … and speed up …".
    if let Some(lead) = SHOULD.find(rest).filter(|lead| asks_for(&rest[lead.end()..])) {
        // "…, and that the caseloads of new staff should be cut".
        let and =
            AND_THAT.find(&rest[lead.end()..]).map(|and| lead.end() + and.start()..lead.end() + and.end());
        let first = Span::new(from + lead.end(), and.as_ref().map_or(end, |and| from + and.start));
        let mut items = asked(sentence, first);
        items.extend(and.map(|and| Span::new(from + and.end, end)));
        return items;
    }
    // "management oversight of decisions, the stability of staff and the number of visits".
    let bare = !is_noun_phrase(rest) && !asks_for(rest) && OF_LIST.is_match(rest);
    let begins: fn(&str) -> bool = if asks_for(rest) { asks_for } else { is_noun_phrase };
    // "include that all is seen and that crews are asked": each "that" begins one.
    let clauses = sentence[..from].ends_with("that ");
    // "They include ensuring that …, and that …".
    let first = rest.split(' ').next().unwrap_or_default();
    let gerund = first.ends_with("ing") && is_imperative(&infinitive(first));
    if !begins(rest) && !clauses && !gerund && !bare {
        return Vec::new();
    }
    let mut starts = vec![0];
    let joints: Vec<Match> = JOINT.find_iter(rest).collect();
    for (at, joint) in joints.iter().enumerate() {
        let next = rest[joint.end()..].split(' ').next().unwrap_or_default();
        let that = joint.as_str().ends_with("that ");
        let same = match (clauses, gerund) {
            (true, _) => that,
            (_, true) => that || next.ends_with("ing"),
            // "the quality of plans, and strategic oversight by leaders": a comma before the last. "the speed of checks,
            // management oversight and the number": a thing among others.
            _ => {
                let last = joint.as_str().starts_with(", and");
                let among = joint.as_str() == ", " && is_thing_among(rest, &joints[at..], begins);
                begins(&rest[joint.end()..]) || (last || among) && !next.ends_with("ing")
            }
        };
        if same {
            starts.push(joint.end());
        }
    }
    let ends = starts.iter().skip(1).copied().chain([rest.len()]).collect::<Vec<_>>();
    let spans = starts.iter().zip(ends).map(|(start, end)| {
        let words = JOINT_AT_END.find(&rest[*start..end]).map_or(end, |joint| *start + joint.start());
        Span::new(from + start, from + words)
    });
    spans.filter(|span| span.len() > 8).collect()
}

/// Whether two or three words stand between a comma and another thing of the list. `joints` are those from the comma on.
fn is_thing_among(rest: &str, joints: &[Match], begins: fn(&str) -> bool) -> bool {
    let [comma, next, ..] = joints else { return false };
    let words = &rest[comma.end()..next.start()];
    let length = words.split_whitespace().count();
    let goes_on = begins(&rest[next.end()..]) || next.as_str().starts_with(", and");
    (2..=6).contains(&length) && !asks_for(words) && goes_on && !VERB.is_match(words)
}

static VERB: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:is|are|was|were|has|have|had|can|will|who|which|that|when)\b"));

static AND_THAT: LazyLock<Regex> = LazyLock::new(|| pattern(r",? and that "));

static SHOULD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:that )?(?:the |its )?[\w’ -]{2,40}?\b(?:council|authority|trust|department|partnership|board|agency|service|leaders|managers|it|they|(?-i:[A-Z][\w’-]+)) (?:should|must|needs? to|has to|have to) ",
    )
});

static OF_LIST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[a-z-]+ (?:[a-z-]+ ){0,2}(?:of|in|for|by|with|on) [^.;]*, (?:the|how|its|their) |^[a-z-]+(?: [a-z-]+){0,2}, (?:the|how|its|their) ",
    )
});

/// "ensuring" as "ensure"; "improving" as "improve".
fn infinitive(gerund: &str) -> String {
    let stem = gerund.trim_end_matches("ing");
    if is_imperative(stem) { stem.to_owned() } else { format!("{stem}e") }
}

static JOINT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:; |, )(?:and )?(?:that )?|\band (?:that )?"));
static JOINT_AT_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:[;,]? ?(?:and )?(?:that )?)$"));

/// Whether the words begin as a thing does that could be better, or with who is to do something.
fn is_noun_phrase(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "the"
            | "how"
            | "its"
            | "their"
            | "all"
            | "every"
            | "each"
            | "more"
            | "better"
            | "a"
            | "an"
            | "faster"
            | "swifter"
            | "earlier"
            | "tighter"
            | "sharper"
            | "firmer"
            | "wider"
            | "fewer"
            | "quicker"
            | "stronger"
            | "clearer"
            | "greater"
            | "closer"
            | "improved"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: &str) -> Vec<&str> {
        told_behind("", sentence)
    }

    fn told_behind<'s>(before: &str, sentence: &'s str) -> Vec<&'s str> {
        items(Some(before), sentence).into_iter().map(|item| &sentence[item.range()]).collect()
    }

    #[test]
    fn the_next_sentence_may_tell_more() {
        let first = "Inspectors want Harbour to make sure that nets are whole.";
        let next = "Within six months it must draw up a plan with the port.";
        assert_eq!(told_behind(first, next), ["draw up a plan with the port"]);
        assert!(told_behind("The wind is high.", next).is_empty());
    }

    #[test]
    fn the_areas_of_the_sentence_before() {
        let next = "Leaders must act at once to mend nets, and must keep the boats.";
        let areas = "Two areas for priority action were identified.";
        assert_eq!(told_behind(areas, next), ["act at once to mend nets", "keep the boats"]);
        assert!(told_behind("The wind is high.", next).is_empty());
    }

    #[test]
    fn what_should_be_done_to_a_thing() {
        let first = "Inspectors said that boats were safe.";
        let next = "They also said the nets of the old harbour should be reviewed.";
        assert_eq!(told_behind(first, next), ["the nets of the old harbour should be reviewed"]);
        assert!(told_behind("The sailors were glad.", next).is_empty());
        assert!(
            told("The council lists boats when they should have been offered a net, Ofsted found.")
                .is_empty()
        );
        assert_eq!(
            told(
                "The letter says the council still needs to improve the speed of checks, and the care of nets."
            ),
            ["improve the speed of checks", "the care of nets"]
        );
        assert_eq!(
            told("Inspectors saw “old” boats and asked for quicker action on nets that are torn."),
            ["quicker action on nets that are torn"]
        );
        assert_eq!(
            told("The council was told to do more to mend nets: it has 62 of them."),
            ["do more to mend nets"]
        );
    }

    #[test]
    fn what_inspectors_found_wanting() {
        assert_eq!(
            told(
                "The report lists what needs to improve: supervision, the quality of nets and the number of oars."
            ),
            ["supervision", "the quality of nets", "the number of oars"]
        );
        assert_eq!(
            told("Inspectors said more needed to be done to ensure crews had access to nets."),
            ["ensure crews had access to nets"]
        );
        assert!(told("Councillors said improvements were needed in the care of nets.").is_empty());
    }

    #[test]
    fn a_list_goes_on_behind_semicolons() {
        let first = "Ofsted has set out the areas where the council has to improve.";
        let next =
            "They are: the speed of checks, including by night; the care of nets; and the number of oars.";
        assert_eq!(
            told_behind(first, next),
            ["the speed of checks, including by night", "the care of nets", "the number of oars"]
        );
        let told_on = "They are: the care of nets; the council said that it would act.";
        assert_eq!(told_behind(first, told_on), ["the care of nets"]);
    }

    #[test]
    fn they_are_what_needs_to_improve() {
        let first = "Ofsted also found what needs to improve.";
        let next = "These areas are the quality of nets, the speed of boats, and the number of oars.";
        let expected = ["the quality of nets", "the speed of boats", "the number of oars"];
        assert_eq!(told_behind(first, next), expected);
    }

    #[test]
    fn who_is_told_to_do_what() {
        for (sentence, expected) in [
            (
                "Ofsted told the harbour council to mend its nets, and to count its boats.",
                &["mend its nets, and to count its boats"][..],
            ),
            (
                "Inspectors said only that the council should improve how soon boats are mended.",
                &["improve how soon boats are mended"],
            ),
            (
                "The report makes one recommendation: the warden should mend nets.",
                &["the warden should mend nets"],
            ),
            (
                "Among the recommendations: publish a list of boats, and stop relying on rafts.",
                &["publish a list of boats", "stop relying on rafts"],
            ),
            (
                "Among the things that inspectors want to see improved are the quality of nets and the speed of boats.",
                &["the quality of nets", "the speed of boats"],
            ),
            (
                "Ofsted has told the council to improve six areas of practice including how quickly it mends, the keeping of boats and the number of oars.",
                &["how quickly it mends", "the keeping of boats", "the number of oars"],
            ),
            (
                "Ofsted told Harbour to review its nets straight away, and to make sure that boats float.",
                &["review its nets straight away", "make sure that boats float"],
            ),
            (
                "Its recommendations include giving every crew a map, and reporting each month on nets.",
                &["giving every crew a map", "reporting each month on nets"],
            ),
            (
                "Inspectors said the council must improve the state of its nets, the boats given to crews and the number of oars.",
                &["improve the state of its nets", "the boats given to crews", "the number of oars"],
            ),
            (
                "Ofsted said the council needed to make better use of its boats, mend nets more quickly and ensure that oars are dry.",
                &["make better use of its boats", "mend nets more quickly", "ensure that oars are dry"],
            ),
            (
                "Before then the council has been told to mend its nets and to make sure that boats float.",
                &["mend its nets", "make sure that boats float"],
            ),
            (
                "It set out seven areas where the council must improve, including net repairs, the response to storms and the quality of oars.",
                &["net repairs", "the response to storms", "the quality of oars"],
            ),
            (
                "However, inspectors call on the council to improve the mending of nets and the speed of boats.",
                &["improve the mending of nets", "the speed of boats"],
            ),
            (
                "Inspectors also identified some areas where further work is needed, including the state of nets, the quality of oars and the number of boats.",
                &["the state of nets", "the quality of oars", "the number of boats"],
            ),
            ("Ofsted has asked Harbour to send it an improvement plan by 18 October.", &[]),
            ("The council was ordered to take urgent action after inspectors found leaks.", &[]),
            (
                "Its plan must address the state of nets and the number of oars.",
                &["the state of nets", "the number of oars"],
            ),
            (
                "Ofsted made one recommendation, which is to make sure that boats float.",
                &["make sure that boats float"],
            ),
            ("Ofsted recommends that the council does more for its crews.", &["does more for its crews"]),
            (
                "Ofsted has also found two areas where the port can do even better: the quality of nets, and the keeping of boats.",
                &["the quality of nets", "the keeping of boats"],
            ),
            ("Ofsted had one recommendation, on the quality of its nets.", &["the quality of its nets"]),
            (
                "Ofsted wants to see swifter repairs in the yard, better oars and more consistent counts.",
                &["swifter repairs in the yard", "better oars", "more consistent counts"],
            ),
            (
                "Inspectors made 14 recommendations, including that the council should make sure boats float, and that the load of new crews should be cut.",
                &["make sure boats float", "the load of new crews should be cut"],
            ),
            ("Inspectors said that crews should be proud.", &[]),
            ("The leader told the council to wait.", &[]),
            ("Ofsted said the council was right to close it.", &[]),
        ] {
            assert_eq!(told(sentence), expected, "{sentence}");
        }
    }
}
