//! A reading of news in, what is to be put right out where a sentence tells it: "Inspectors told the council to improve …".

use super::super::patterns::pattern;
use super::super::reading::Reading;
use super::request::is_imperative;
use super::section::deadline_in;
use crate::model::{Action, BlockKind, DocumentKind, Fact, FactValue, Span};
use regex::Regex;
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
        let areas = if point { Vec::new() } else { of_areas(before, words) };
        let told = items(words)
            .into_iter()
            .chain(of_those(before, words))
            .chain(told_as_well(before, words))
            .chain(areas);
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

/// "Inspectors want the council to …. Within six months it must …": what the body told in the sentence before must do too.
fn told_as_well(before: &str, sentence: &str) -> Vec<Span> {
    let lead = AS_WELL.find(sentence).filter(|_| !items(before).is_empty() && items(sentence).is_empty());
    let lead = lead.filter(|lead| is_imperative(&sentence[lead.end()..]));
    lead.map_or_else(Vec::new, |lead| vec![Span::new(lead.end(), clause_end(sentence, lead.end()))])
}

/// "Two areas for priority action were identified. Leaders must act …, and must improve …": what the areas are.
fn of_areas(before: &str, sentence: &str) -> Vec<Span> {
    let areas = RECOMMENDED.is_match(before) && items(sentence).is_empty();
    let lead = MUST.find(sentence).filter(|lead| areas && is_imperative(&sentence[lead.end()..]));
    let all = |lead: regex::Match| Span::new(lead.end(), clause_end(sentence, lead.end()));
    lead.map_or_else(Vec::new, |lead| asked(sentence, all(lead)))
}

static MUST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[Ii]t|[Tt]hey|(?:[Tt]he )?[A-Z]?[\w’'-]+(?: [\w’'-]+){0,5}) (?:must|should|needs? to)(?: [a-z]+ly)? ",
    )
});

static AS_WELL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:Within|By|In) [^,]{3,30},? )?(?:[Ii]t|[Tt]hey|[Tt]he (?:council|authority|trust|department|service)) (?:must|should|has to|have to|was told to|were told to|needs? to)(?: also| then)? ",
    )
});

/// "It makes nine recommendations. They include ensuring that …": some of those of which the sentence before speaks.
fn of_those(before: &str, sentence: &str) -> Vec<Span> {
    let lead = THEY.find(sentence).filter(|_| RECOMMENDED.is_match(before));
    lead.map_or_else(Vec::new, |lead| listed(sentence, lead.end()))
}

static THEY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:They|These|Those|Among them)(?: \w+)? (?:include|are|were)(?: to| that)? ")
});

static RECOMMENDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:recommendations?|areas? for (?:improvement|priority action))[^.]{0,30}\.?$")
});

/// What a sentence says is to be done, each as a range of it.
fn items(sentence: &str) -> Vec<Span> {
    if !MAY_TELL.is_match(sentence) {
        return Vec::new();
    }
    if let Some(lead) = LISTS.find(sentence) {
        return listed(sentence, lead.end());
    }
    let told = TELLS.find_iter(sentence).find(|lead| is_imperative(&sentence[lead.end()..]));
    let Some(lead) = told.or_else(|| DOES.find(sentence).filter(|lead| does(&sentence[lead.end()..]))) else {
        return Vec::new();
    };
    let end = clause_end(sentence, lead.end());
    let one = Span::new(lead.end(), end);
    if VAGUE.is_match(&sentence[one.range()]) {
        return Vec::new();
    }
    match AREAS.find(&sentence[one.range()]) {
        Some(areas) => listed(sentence, one.start + areas.end()),
        None => asked(sentence, one),
    }
}

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
        r"(?i)^(?:take|make) (?:[a-z]+ )?(?:actions?|improvements?|changes)(?: (?:after|following|over|when|as)\b|$)",
    )
});

/// "told the council to review caseloads, and to make sure that …": what follows each "to".
fn asked(sentence: &str, all: Span) -> Vec<Span> {
    let words = &sentence[all.range()];
    // "must improve the quality of plans, the speed of checks and the number of visits".
    if let Some(improve) = IMPROVE.find(words) {
        let parts = listed(sentence, all.start + improve.end());
        if parts.len() > 1 {
            let first = Span::new(all.start, parts[0].end);
            return std::iter::once(first).chain(parts.into_iter().skip(1)).collect();
        }
    }
    let mut items = Vec::new();
    let mut from = 0;
    for joint in AND_TO.find_iter(words).filter(|joint| is_imperative(&words[joint.end()..])) {
        items.push(Span::new(from, joint.start()).shifted(all.start));
        from = joint.end();
    }
    // "make sure that plans are clear, and that reports are sent".
    if let Some(that) = AND_THAT.find(&words[from..]).filter(|_| SURE.is_match(&words[from..])) {
        items.push(Span::new(from, from + that.start()).shifted(all.start));
        from += that.end();
    }
    items.push(Span::new(from, words.len()).shifted(all.start));
    items
}

static SURE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^(?:make sure|ensure|see) that "));

static AND_THAT: LazyLock<Regex> = LazyLock::new(|| pattern(r",? and that "));

static AND_TO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r",? and (?:to|must|should) |, (?:to |must )?|,? and "));

static IMPROVE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:improve|strengthen|address|increase|tackle|look at) "));

/// Most sentences ask nobody for anything.
static MAY_TELL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:recommend|improve|including|instructed|required|directed|should|must|told|tells|asks|asked|urge|orders|ordered|wants?|calls? on|called on|need(?:s|ed)? to)",
    )
});

/// Who asks, whom, and "to" or "should": what follows is to be done.
static TELLS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?:\b(?:Ofsted|inspectors?|inspectorate|watchdog|regulator|CQC|(?:the|its|their|a) (?:report|letter|review|inspection))\b[^.:;“”\x22]{0,80}?",
        r"(?:\b(?:told|tells?|asks?|asked|urges?|urged|orders?|ordered|instructed|recommend(?:s|ed)|wants?|wanted|call(?:s|ed) (?:on|for))\b(?: that)? [^.:;,“”\x22]{0,40}?\b(?:council|authority|trust|department|partnership|board|agency|service|county|borough|city|leaders|managers|it|them|they|(?-i:[A-Z][\w’'-]+))\b(?: [a-z]+ly)? (?:to|should|must)",
        r"|\b(?:said|says|found|added)\b[^.:;“”\x22]{0,40}?\b(?:council|authority|trust|department|partnership|board|agency|service|leaders|managers|it|they)\b (?:should|must|needs? to|needed to|had to)(?:, [^,]{3,40},)?)",
        r"|\b(?:council|authority|trust|department|partnership|board|leaders|partners|agencies|it|they)\b (?:has|have|had|was|were)(?: also| now)?(?: been)? (?:told|ordered|instructed|required|directed)(?: by [^,.;]{3,40}?)? to) ",
    ))
});

/// What leads to a list of what is to be done, within a sentence.
static LISTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:among|one of)(?: the| its| their| other)?(?: [a-z]+)? recommendations?(?: (?:is|was|are|were|made))?(?::| that| to) |",
        r"\brecommendations?(?: for [a-z ]{3,30})?,? (?:include[sd]?|including)(?: that| to)? |",
        r"\b(?:makes?|made|includes?|contains?) (?:one|two|three|four|five|six|seven|eight|nine|ten|a|\d+|several)(?: [a-z]+)? recommendations?(?::|,? (?:which include|including|among them)(?: that)?) |",
        r"\b(?:things|areas|points)\b[^.:;“”\x22]{0,60}\b(?:improved|to improve|for improvement|(?:be|get|getting) better|(?:further|more) (?:work|attention))(?: (?:are|is|was|were|include[sd]?)|,? including)(?: that)? |",
        r"\brecommendations?, which (?:is|are|was|were)(?: to| that)? |",
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
    let stop = rest.find(['.', ';', '“', '"']).unwrap_or(rest.len());
    from + rest[..told.min(stop)].trim_end_matches([' ', ',', '”', '’']).len()
}

static SAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r", (?:[a-z]+ )?(?:it|he|she|they|inspectors|Ofsted) (?:said|added|says)\b|, according to\b|, (?:but|while|which|after)\b",
    )
});

/// The items of a list that "and" and commas part, each of which begins as the first one does.
fn listed(sentence: &str, from: usize) -> Vec<Span> {
    let end = clause_end(sentence, from);
    let rest = &sentence[from..end];
    let begins: fn(&str) -> bool = if is_imperative(rest) { is_imperative } else { is_noun_phrase };
    // "include that all is seen and that crews are asked": each "that" begins one.
    let clauses = sentence[..from].ends_with("that ");
    // "They include ensuring that …, and that …".
    let first = rest.split(' ').next().unwrap_or_default();
    let gerund = first.ends_with("ing") && is_imperative(&infinitive(first));
    if !begins(rest) && !clauses && !gerund {
        return Vec::new();
    }
    let mut starts = vec![0];
    for joint in JOINT.find_iter(rest) {
        let next = rest[joint.end()..].split(' ').next().unwrap_or_default();
        let that = joint.as_str().ends_with("that ");
        let same = match (clauses, gerund) {
            (true, _) => that,
            (_, true) => that || next.ends_with("ing"),
            _ => begins(&rest[joint.end()..]),
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
        "the" | "how" | "its" | "their" | "all" | "every" | "each" | "more" | "better" | "a" | "an"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: &str) -> Vec<&str> {
        items(sentence).into_iter().map(|item| &sentence[item.range()]).collect()
    }

    #[test]
    fn the_next_sentence_may_tell_more() {
        let first = "Inspectors want Harbour to make sure that nets are whole.";
        let next = "Within six months it must draw up a plan with the port.";
        let more: Vec<_> = told_as_well(first, next).into_iter().map(|item| &next[item.range()]).collect();
        assert_eq!(more, ["draw up a plan with the port"]);
        assert!(told_as_well("The wind is high.", next).is_empty());
    }

    #[test]
    fn the_areas_of_the_sentence_before() {
        let next = "Leaders must act at once to mend nets, and must keep the boats.";
        let told: Vec<_> = of_areas("Two areas for priority action were identified.", next);
        let told: Vec<_> = told.into_iter().map(|item| &next[item.range()]).collect();
        assert_eq!(told, ["act at once to mend nets", "keep the boats"]);
        assert!(of_areas("The wind is high.", next).is_empty());
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
            ("Inspectors said that crews should be proud.", &[]),
            ("The leader told the council to wait.", &[]),
            ("Ofsted said the council was right to close it.", &[]),
        ] {
            assert_eq!(told(sentence), expected, "{sentence}");
        }
    }
}
