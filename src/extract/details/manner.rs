//! A document that no inspectorate wrote in, what it is by its manner of writing out: news, a press release, or another.

use crate::extract::patterns::pattern;
use crate::model::{BlockKind, Document, DocumentKind, SetAsideReason};
use regex::{Regex, RegexSet};
use std::sync::LazyLock;

/// What speaks for news, and how much.
const NEWS: &[(&str, i32)] = &[
    (r"(?i)local democracy report|\bLDRS\b|press association|\bPA Media\b", 4),
    (r"(?i)read more:|more on this story|sign up to our|our newsletter|blog comments powered", 3),
    (
        r"\btold (?:the )?(?:BBC|[A-Z]\w+ (?:Echo|News|Post|Mail|Gazette|Advertiser|Times|Live|Chronicle|Herald|Argus|Express|Star|Mercury)|LDRS|councillors|a (?:meeting|committee)|this (?:paper|newspaper))",
        3,
    ),
    (r"\b(?:Coun|Couns) [A-Z]", 2),
    (r"\bCllr [A-Z]\w+ (?:said|added|told)", 1),
    (r"\b(?:Ms|Mrs|Mr) [A-Z][\w’'\-]+ (?:said|says|added|told)", 2),
    (
        r"(?i)\b(?:under fire|slammed|damning|scathing|blow (?:to|for)|bosses|watchdog|town hall|alarming|blasted|pull few punches|woes|crisis|row over|seriously criticised|heavily criticised)\b",
        2,
    ),
    (r"(?i)\b(?:spokesman|spokeswoman|spokesperson) (?:for|said)", 1),
    (r"(?i)\bimage: |\bpicture: |\bphoto(?:graph)?: |image credit|image source", 1),
    (r"\((?:Cons?|Lab|Lib ?Dem|LD|Ind|Conservative|Labour|Liberal Democrat|Independent|Green)[,:)]", 4),
    (
        r"\b(?:[Oo]pposition|Labour|Conservative|Tory|Lib(?:eral)? Dem(?:ocrat)?|Independent|Green|Unison|UNISON)(?: group)? (?:leader|councillors?|group|politicians|regional)\b",
        3,
    ),
    (
        r"(?m)^An? (?:[\w’'\-]+ ){0,4}(?:council|authority|department|service|charity|mum|mother|couple|review|report)(?:[’']s)?\b[^.\n]{0,60}\b(?:has|have|is|was)\b",
        3,
    ),
    (
        r"(?i)\b(?:declined to comment|has been approached|been contacted for|when asked|asked (?:about|whether|if|what))\b",
        3,
    ),
    (
        r"(?m)^[A-Z][a-z]+ [A-Z][\w’'\-]+\n+\|? ?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2} [A-Z][a-z]+ \d{4})",
        5,
    ),
    (
        r"(?i)\breport,? (?:states|stated|said|says|adds|added|found)\b|\b(?:states|said|says|adds|added) the report",
        2,
    ),
    (
        r"(?i)\bthe inspectorate\b|\b(?:critics|campaigners|ministers|analysts)\b|\b(?:claimed|admitted|insisted|conceded)\b",
        2,
    ),
    (r"\b(?:Ofsted|inspectors|[Ii]nspectorate) (?:warned|revealed|rated|said|found)\b", 2),
    (r"(?i)according to (?:the |a )?(?:report|letter|ofsted|inspectors|its)", 1),
    // What press offices do not say of their own.
    (
        r"(?i)\b(?:resign(?:ed|s)?|anger(?:ed)?|fail(?:ed|ings?|ures)|criticis(?:ed|es|m|ms)|serious concerns)\b",
        2,
    ),
    (
        r"\b(?:cabinet member|portfolio holder|lead member|executive member|corporate director|director|chief executive) (?:for|of) ",
        2,
    ),
    (
        r"(?:said|says|added) (?:Councillor|Cllr|Mr|Ms|Mrs) [A-Z]|\b(?:Councillor|Cllr) [A-Z][a-z]+ (?:said|added)",
        2,
    ),
    (r"[,!?][”\x22’'] (?:said|says|adds|added|explained|insisted|warned|admitted)\b", 2),
    (r"(?i)\bhide ad\b|\bbreaking:|\byou may also want", 3),
    // Who reports it.
    (
        r"(?m)^(?:(?:By|by|BY|Words|Reporter|Report by|Written by|REPORTER)[: ] ?[A-Z][\w’'.-]+ [A-Z]|[^\n]{0,40}\b(?:[Cc]orrespondent|[Rr]eporter)\b[^\n.]{0,40}$|BBC News|LDRS)",
        6,
    ),
    // "HARBOUR Council’s leaders have": how local papers begin.
    (r"(?m)^[‘“'\x22]?[A-Z]{4,}(?:[’'][sS])? (?:[A-Z]?[a-z’']+ ){3}", 2),
];

/// What speaks for a press release, and how much.
const RELEASE: &[(&str, i32)] = &[
    (
        r"(?i)notes? (?:to|for) editors?|for immediate (?:release|use)|press release|\bENDS\b|media enquir|press office|news release|media release",
        5,
    ),
    (
        r"(?i)for (?:more|further) information,? (?:please |visit|contact|about|on|go)|to (?:find out|read) more",
        2,
    ),
    (
        r"\b(?:[Oo]ur|[Ww]e[’']ve|[Ww]e are|[Ww]e have) (?:council|services|children|staff|teams?|residents|borough|county|city)\b",
        1,
    ),
    (
        r"(?im)^(?:media|press) contacts?\b|^posted on \w|^issued (?:jointly )?by\b|^last updated:? |\bpage last updated:? ",
        3,
    ),
    // The head of a ministry's announcement.
    (r"(?m)^From:\s+(?:The )?(?:Department|Ministry|Home Office|HM |Ofsted|Office)", 6),
    // A line that names who said the paragraph below.
    (r"(?m)^[A-Z][^\n.“”]{8,120}\b(?:said|says|added|commented):$", 3),
    (r"(?im)^(?:picture|photo|image) caption\b|^pictured(?: \([^)]*\))?[:,]", 4),
    (
        r"(?i)\bwill be published on (?:[A-Z]{2,}|Ofsted|our|the (?:council|trust|charity))[’'s]*\b[^.\n]{0,20}\bwebsite\b",
        3,
    ),
    (r"(?m)^Download [“‘\x22]", 3),
    (r"(?m)(?:^|[.!?] )We (?:accept|are|have|will|know|recognise|welcome|would|thank|can)\b", 2),
    (r"\bCouncillor [A-Z]", 1),
    (r"(?im)^notes$|\b(?:media|press|communications) team\b|^for interviews\b", 4),
    (r"(?m)^(?:Responding to|Commenting on|In response to) ", 2),
    (r"[a-z,] the Council(?:[’']s)?\b", 3),
    (
        r"(?i)\b(?:really |very |extremely |so |incredibly )?(?:pleased|proud|delighted|heartening|thrilled)\b",
        1,
    ),
    (r"(?i)\b(?:I|we)(?: would|[’']d)?(?: also)?(?: like| want)? (?:to )?thank\b|thank you to", 2),
    (
        r"(?:Councillor|Cllr) [A-Z]\w+ [A-Z][\w’'\-]+, [^.“”\n]{0,90}(?:[Cc]abinet [Mm]ember|[Ll]eader|[Pp]ortfolio|[Ee]xecutive [Mm]ember|[Ll]ead [Mm]ember|[Mm]ayor)[^.“”\n]{0,90},? (?:said|added|commented)",
        3,
    ),
    (
        r"\b(?:Cabinet Member|Portfolio Holder|Lead Member|Executive Member|Executive Director|Director) (?:for|of) ",
        2,
    ),
    (r"(?i)\bwelcom(?:ed|es|ing)\b|\brecogni(?:s|z)ed\b|\bpositive\b", 1),
];

/// What speaks for another document, such as a report, a decision or the minutes of a meeting, and how much.
const OTHER: &[(&str, i32)] = &[
    (r"(?i)\bminutes of the\b|\bapologies (?:for absence|were received)|\bdeclarations? of interests?\b", 5),
    (r"\bRESOLVED\b", 5),
    (r"(?m)^Yours (?:sincerely|faithfully)\b", 6),
    (r"(?m)^Recommendation \d|(?i)\bterms of reference\b", 4),
    (
        r"(?im)^(?:\d+\.? )?(?:appendix|annexe?|glossary|contents|executive summary|methodology|introduction|legislation|legal and administrative background|foreword|terms of reference|recommendations|conclusions?|purpose of (?:the )?report)\b.{0,40}$",
        3,
    ),
    (
        r"(?i)\b(?:this|the) (?:review|investigation) (?:was commissioned|covers|considers|looked at)\b|\bI have completed my investigation\b",
        3,
    ),
];

/// Every sign with its manner: 0 news, 1 a press release, 2 another document.
fn signs() -> impl Iterator<Item = (usize, &'static str, i32)> {
    let manners = [NEWS, RELEASE, OTHER].into_iter().enumerate();
    manners.flat_map(|(manner, signs)| signs.iter().map(move |(pattern, weight)| (manner, *pattern, *weight)))
}

static PATTERNS: LazyLock<RegexSet> = LazyLock::new(|| {
    RegexSet::new(signs().map(|(_, pattern, _)| pattern)).expect("the patterns of manners are well formed")
});

static SPEECH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[“\x22][^”\x22]{20}|\b(?:said|says|added|told)\b"));

/// Longer documents than this are no news, whatever they quote.
const LONGEST: usize = 30_000;

pub fn kind(document: &Document) -> DocumentKind {
    if document.text().len() > LONGEST || !SPEECH.is_match(document.text()) {
        return if document.hints.article { DocumentKind::NewsArticle } else { DocumentKind::Other };
    }
    let [news, release, other] = weights(document);
    if other > news.max(release) {
        DocumentKind::Other
    } else if release > news {
        DocumentKind::PressRelease
    } else {
        DocumentKind::NewsArticle
    }
}

/// What speaks for each of the manners.
fn weights(document: &Document) -> [i32; 3] {
    let mut text = document.text().to_owned();
    let clutter = document.set_aside.iter().filter(|aside| aside.reason == SetAsideReason::Clutter);
    clutter.for_each(|aside| {
        text.push('\n');
        text.push_str(&aside.words);
    });
    let (news, release) = from_file(document);
    let mut weights = [news, release, numbered(document)];
    let matches = PATTERNS.matches(&text);
    for (_, (manner, _, weight)) in signs().enumerate().filter(|(index, _)| matches.matched(*index)) {
        weights[manner] += weight;
    }
    weights
}

/// News and press releases number no paragraphs.
fn numbered(document: &Document) -> i32 {
    const MANY: usize = 6;
    const WEIGHT: i32 = 6;
    let numbered = document.blocks().iter().filter(|block| {
        block.number.is_some() && (block.kind == BlockKind::Paragraph || block.kind.is_heading())
    });
    if numbered.take(MANY).count() == MANY { WEIGHT } else { 0 }
}

/// What the file says of itself.
fn from_file(document: &Document) -> (i32, i32) {
    let byline = document.blocks().iter().any(|block| block.kind == BlockKind::Byline);
    let hints = &document.hints;
    let host = hints.url.as_deref().and_then(|url| url.split('/').nth(2)).unwrap_or("");
    let publisher = hints.publisher.as_deref().unwrap_or("");
    let official = host.ends_with(".gov.uk")
        || ["Council", "Borough", "Ofsted", "gov.uk"].iter().any(|w| publisher.contains(w));
    (if byline { 3 } else { 0 } + i32::from(hints.article), if official { 6 } else { 0 })
}
