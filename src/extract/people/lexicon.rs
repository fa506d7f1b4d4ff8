//! The words of offices: the nouns that name one, what may stand before them, the bodies at which they are held, and
//! the words at which an office ends.

use crate::extract::quantities::is_number;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Whether the word alone names an office: director, headteacher.
pub fn is_head_noun(word: &str) -> bool {
    HEAD_NOUNS.contains(word)
}

/// Whether the word may stand before an office's noun and belong to it: deputy, interim, cabinet.
pub fn is_qualifier(word: &str) -> bool {
    QUALIFYING.contains(word)
}

/// Whether the word names a body at which an office is held: council, charity.
pub fn is_body_noun(word: &str) -> bool {
    BODIES.contains(word)
}

/// Whether the word is a common noun for a body: a forum, a union.
pub fn is_common_body(noun: &str) -> bool {
    is_body_noun(noun)
        && !matches!(
            noun,
            "council"
                | "authority"
                | "department"
                | "service"
                | "team"
                | "office"
                | "county"
                | "city"
                | "borough"
                | "government"
                | "ofsted"
                | "court"
                | "party"
                | "group"
        )
}

/// Whether the word cannot be part of an office: a verb, a pronoun, a conjunction of clauses.
pub fn is_breaking(word: &str) -> bool {
    BREAKING.contains(word)
}

/// Whether a member of it holds an office: a cabinet, a board.
pub fn has_members(word: &str) -> bool {
    WITH_MEMBERS.contains(&word)
}

/// Whether the words are the name of a party as newspapers shorten it: Con, Lib Dem.
pub fn is_party(words: &str) -> bool {
    PARTIES.contains(&words)
}

/// Whether the office is held at no body: a resident of a town.
pub fn is_of_no_body(word: &str) -> bool {
    matches!(word, "resident" | "academic" | "campaigner" | "neighbour" | "leaver" | "councillor" | "mp")
}

/// Whether the word, in lower case, is a country, which holds no office.
pub fn is_country(word: &str) -> bool {
    matches!(word, "england" | "wales" | "scotland" | "britain" | "ireland" | "uk")
}

/// Whether the word stands before "Council" in the name of one: County, Borough.
pub fn is_place_kind(word: &str) -> bool {
    matches!(
        word,
        "county" | "city" | "borough" | "district" | "metropolitan" | "unitary" | "town" | "parish"
    )
}

/// Whether the holder leads a whole body, so that a name behind "of" is the body's: its executive, its founder.
pub fn leads_a_body(word: &str) -> bool {
    matches!(word, "executive" | "ceo" | "founder" | "co-founder" | "trustee")
}

/// Whether the holder chairs a body, or is one of those who run it.
pub fn chairs_a_body(word: &str) -> bool {
    matches!(
        word,
        "chair"
            | "chairman"
            | "chairwoman"
            | "chairperson"
            | "co-chair"
            | "president"
            | "patron"
            | "treasurer"
    )
}

/// Whether the word says how many at the head of a sentence: "Two inspectors", of no body called Two.
pub fn counts(word: &str) -> bool {
    is_number(word) || matches!(word, "Both" | "All" | "Some" | "Several" | "Many" | "Other")
}

/// Whether the word is a month's name in full.
pub fn is_month(word: &str) -> bool {
    crate::model::MONTHS.contains(&word)
}

static HEAD_NOUNS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| HEADS.split_whitespace().collect());

static QUALIFYING: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| QUALIFIERS.split_whitespace().collect());

static BODIES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| BODY_NOUNS.split_whitespace().collect());

static BREAKING: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| BREAKS.split_whitespace().collect());

const PARTIES: &[&str] = &[
    "Con",
    "Cons",
    "Conservative",
    "Conservatives",
    "Tory",
    "Lab",
    "Labour",
    "Lib Dem",
    "Lib Dems",
    "LD",
    "Lib",
    "Liberal Democrat",
    "Ind",
    "Independent",
    "Green",
    "Greens",
    "Reform",
    "Reform UK",
    "UKIP",
    "Plaid Cymru",
    "SNP",
];

const WITH_MEMBERS: &[&str] =
    &["cabinet", "lead", "executive", "board", "elected", "lay", "committee", "council", "panel"];

const HEADS: &str = "director leader chief chair chairman chairwoman chairperson co-chair manager minister secretary commissioner \
    inspector headteacher principal officer spokesman spokeswoman spokesperson spokespersons president \
    vice-president vice-chair vice-chairman vice-chairwoman vice-chairperson reviewer councillor mp mayor judge solicitor lawyer barrister professor lecturer analyst founder co-founder \
    governor senator congressman congresswoman editor adviser advisor coordinator co-ordinator consultant nurse \
    doctor gp teacher campaigner economist ambassador sheriff attorney representative trustee ceo dcs hmi shmi \
    superintendent sergeant constable detective coroner ombudsman scrutineer treasurer registrar dean strategist \
    researcher author journalist reporter correspondent prosecutor chancellor premier administrator convenor convener clerk \
    practitioner executive psychologist scientist historian architect engineer surgeon psychiatrist paediatrician organiser organizer resident academic supervisor activist volunteer \
    neighbour agent boss under-secretary lecturer warden vicar speaker official portfolio-holder skipper captain coach";

const QUALIFIERS: &str = "professional additional corporate interim acting deputy assistant associate executive senior strategic regional national \
    former then new newly appointed outgoing incoming current shadow lead team chief cabinet council group \
    opposition labour conservative tory green liberal democrat independent principal joint statutory managing \
    general finance operations policy service services children's childrens education social care work health public \
    data quality assurance regulatory inspection children families schools police crime district county high family \
    court designated non-executive honorary first vice board committee scrutiny portfolio head youth elected lay her \
    his lord majesty's prime foreign home defence justice treasury press media communications political parliamentary \
    republican democratic majority minority house senate white party campaign programme project clinical medical \
    nursing adult adoption fostering safeguarding lscb send virtual school improvement commercial creative technical \
    artistic marketing sales legal research founding trust area section monitoring detective trade union branch \
    station fire company charity hospital university college planning housing foster transport community accountable \
    nominated reporting operating metropolitan offending hm permanent registered named";

const BODY_NOUNS: &str = "council authority borough trust board university college school academy hospital association federation \
    foundation institute society charity commission committee department ministry agency company group groups party union \
    police constabulary partnership network centre center club church court service office ofsted government \
    parliament bank fund inc corp ltd plc co corporation county city team panel forum league alliance bureau nspcc \
    icb ccg";

const BREAKS: &str = "who which that when after as where while because is was are were has have had will would can could should must \
    may might be been being he she they it we i you him them me us by but or if than then also not about into just only amid despite \
    against under over between led joined met made took does did do wants wanted believes believed gave left became \
    got went came thinks thought from before during since until without through whose alongside including like via \
    whom so yet show shows showed know knows knew to welcomed signed visited replaced succeeded spoke holds hold sits sat runs keeps makes";
