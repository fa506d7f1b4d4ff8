//! A word in, whether it tells of speech out: the verbs of saying, after the lists of the quotation literature (Pareti
//! 2015; O'Keefe et al. 2012), with the words that surround them.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Whether the word is a verb of speech.
pub fn is_cue(word: &str) -> bool {
    is_sure_cue(word) || is_noun_too(word)
}

/// Whether the word is a verb of speech wherever it stands.
pub fn is_sure_cue(word: &str) -> bool {
    CUES.contains(word)
}

/// Whether the word may be a verb of speech or a noun: reports, claims.
pub fn is_noun_too(word: &str) -> bool {
    NOUNS_TOO.contains(&word)
}

/// Whether a verb that may be a noun has the form that only a plural subject takes: report, claim.
pub fn is_plural_form(word: &str) -> bool {
    matches!(word, "state" | "claim" | "note" | "report" | "comment" | "remark" | "go" | "stress")
}

/// Whether the verb stands with a participle's ending, its subject being that of the clause before: saying, adding.
pub fn is_participle(word: &str) -> bool {
    word.ends_with("ing")
}

/// Whether the verb needs an object and "as" before quoted words, as in "described it as “…”".
pub fn describes(word: &str) -> bool {
    matches!(
        word,
        "described"
            | "describe"
            | "describes"
            | "describing"
            | "called"
            | "calls"
            | "branded"
            | "labelled"
            | "dubbed"
            | "billed"
    )
}

/// Whether the verb stands before its subject even where no comma parts it from the quoted words.
pub fn is_saying(word: &str) -> bool {
    matches!(word, "said" | "says" | "added" | "explained" | "insisted" | "replied" | "asked" | "warned")
}

/// Whether the verb tells what someone thinks, so that another verb may say that they told of it.
pub fn tells_of_mind(word: &str) -> bool {
    matches!(
        word,
        "felt"
            | "feel"
            | "feels"
            | "thought"
            | "thinks"
            | "believed"
            | "believes"
            | "hoped"
            | "found"
            | "finds"
    )
}

/// Words between a subject and its verb.
pub fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(&word)
        || (word.len() > 4 && word.ends_with("ly") && !matches!(word, "family" | "only"))
}

/// Whether the word begins a phrase that is no subject: "In the letter", "Speaking after the meeting".
pub fn begins_aside(word: &str) -> bool {
    ASIDES.contains(&word) || (word.len() > 5 && word.ends_with("ing"))
}

/// Words that end a subject behind its verb.
pub fn ends_subject(word: &str) -> bool {
    SUBJECT_ENDS.contains(&word) || is_sure_cue(word)
}

static CUES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| CUE_WORDS.split_whitespace().collect());

const CUE_WORDS: &str = "said say says saying told tell tells telling added add adds adding explained explain explains \
    explaining stated stating warned warn warns warning claimed claiming insisted insist insists insisting argued argue \
    argues arguing announced announces announcing asked ask asks asking replied reply replies replying responded responds \
    responding commented commenting wrote write writes writing noted noting reported reporting concluded concludes \
    concluding continued continues continuing admitted admit admits admitting acknowledged acknowledges acknowledging \
    recalled recalls recalling recorded tweeted tweeting posted confirmed confirms confirming stressed stresses stressing \
    emphasised emphasises emphasising emphasized emphasizes urged urges urging suggested suggests suggesting joked jokes \
    joking quipped quips remarked remarking declared declares declaring revealed reveals revealing observed observes \
    observing complained complains complaining agreed agrees denied denies denying described describe describes describing \
    called branded labelled dubbed praised praises criticised criticises criticized hailed hails promised promises vowed \
    vows pledged pledges predicted predicts testified testifies boasted shouted cried laughed whispered yelled screamed \
    sighed snapped muttered murmured mused muses exclaimed pleaded protested conceded concedes conceding asserted asserts \
    asserting maintained maintains contended contends reiterated reiterates repeated repeats cautioned cautions advised \
    advises informed informs assured reassured reminded recounted relates recounts lamented laments reflected reflects \
    enthused thanked thanks apologised apologized accused accuses alleged alleges condemned condemns demanded demanding \
    interjected countered counters retorted answered answering queried questioned wondered wonders thinks thought believes \
    believed feels felt hoped ruled found finds highlighted highlights quoted quotes quoting read reads interrupted chimed remembered remembers opined \
    chided scoffed deadpanned inquired enquired echoed clarified clarifies summarised disclosed proclaimed finding commented denounced \
    denounces denouncing blame \
    blames blamed blaming recognises recognised commends commended began begins";

const NOUNS_TOO: &[&str] = &[
    "state",
    "states",
    "claim",
    "claims",
    "note",
    "notes",
    "report",
    "reports",
    "comment",
    "comments",
    "remark",
    "remarks",
    "tweets",
    "posts",
    "demands",
    "questions",
    "answers",
    "calls",
    "cries",
    "put",
    "puts",
    "went",
    "goes",
    "go",
    "laughs",
    "stress",
];

const AUXILIARIES: &[&str] = &[
    "has",
    "have",
    "had",
    "was",
    "were",
    "is",
    "are",
    "be",
    "been",
    "would",
    "will",
    "could",
    "can",
    "should",
    "did",
    "does",
    "do",
    "also",
    "then",
    "later",
    "always",
    "never",
    "often",
    "still",
    "further",
    "again",
    "even",
    "just",
    "simply",
    "all",
    "both",
    "to",
    "likes",
    "liked",
    "like",
    "on",
    "himself",
    "herself",
    "once",
    "not",
    "today",
    "yesterday",
    "tonight",
    "now",
    "recently",
    "who",
    "earlier",
    "too",
    "so",
    "however",
    "which",
    "ever",
    "already",
    "since",
    "each",
    "more",
];

const ASIDES: &[&str] = &[
    "in",
    "at",
    "on",
    "after",
    "before",
    "during",
    "when",
    "while",
    "as",
    "with",
    "without",
    "following",
    "according",
    "despite",
    "since",
    "if",
    "although",
    "though",
    "for",
    "from",
    "by",
    "to",
    "under",
    "over",
    "through",
    "because",
    "asked",
    "last",
    "yesterday",
    "today",
    "earlier",
    "later",
    "meanwhile",
    "however",
    "but",
    "and",
    "so",
    "then",
    "also",
    "now",
    "nevertheless",
    "once",
    "upon",
    "per",
    "amid",
    "until",
    "where",
    "whether",
    "like",
    "unlike",
    "instead",
    "finally",
    "still",
    "yet",
    "indeed",
    "additionally",
    "furthermore",
    "moreover",
    "similarly",
    "overall",
    "sometimes",
    "again",
    "who",
    "which",
    "whose",
    "that",
    "or",
    "next",
    "this",
    "described",
    "pictured",
    "based",
    "aged",
    "dressed",
    "born",
    "known",
];

const SUBJECT_ENDS: &[&str] = &[
    "who",
    "which",
    "that",
    "when",
    "as",
    "after",
    "before",
    "while",
    "during",
    "in",
    "on",
    "at",
    "to",
    "from",
    "with",
    "by",
    "following",
    "about",
    "because",
    "but",
    "since",
    "where",
    "yesterday",
    "today",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "last",
    "this",
    "earlier",
    "later",
    "is",
    "was",
    "has",
    "had",
    "were",
    "are",
    "if",
    "though",
    "although",
    "via",
    "through",
    "upon",
    "outside",
    "inside",
    "afterwards",
    "recently",
    "then",
    "again",
    "shortly",
    "here",
    "there",
    "just",
    "until",
    "how",
    "whose",
    "will",
    "would",
    "also",
    "only",
    "not",
    "speaking",
    "adding",
];

/// Whether someone who does this to a statement speaks in it.
pub fn gives_a_statement(word: &str) -> bool {
    matches!(
        word,
        "issued" | "released" | "made" | "gave" | "published" | "posted" | "shared" | "delivered" | "offered"
    )
}

/// Whether it is words of someone that are given out.
pub fn is_statement(word: &str) -> bool {
    matches!(word, "statement" | "comment" | "comments" | "remarks" | "message" | "response" | "reply")
}
