//! A word in, its part in or beside names out: titles, particles, and words that no person is called by.

use super::given::Gender;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A word before a name that says how to address its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    pub gender: Option<Gender>,
    /// The office that the title says its bearer holds, as `Judge` does and `Mr` does not.
    pub office: Option<&'static str>,
}

/// What a capitalised word is as a title, without its full stop.
pub fn title(word: &str) -> Option<Title> {
    let (gender, office) = match word {
        "Mr" | "Sir" | "Lord" | "Master" => (Some(Gender::Male), None),
        "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" | "Baroness" | "Madam" => (Some(Gender::Female), None),
        "Mx" | "Dr" | "Hon" | "Messrs" => (None, None),
        "Prof" | "Professor" => (None, Some("Professor")),
        "Cllr" | "Cllrs" | "Coun" | "Councillor" | "Councillors" | "Clr" => (None, Some("Councillor")),
        "Alderman" | "Ald" => (None, Some("Alderman")),
        "Rev" | "Revd" | "Reverend" => (None, Some("Reverend")),
        "Judge" | "Recorder" | "Magistrate" => (None, Some("Judge")),
        "Sen" | "Senator" => (None, Some("Senator")),
        "Rep" | "Reps" | "Congressman" | "Congresswoman" | "Representative" => (None, Some("Representative")),
        "Gov" | "Governor" => (None, Some("Governor")),
        "President" => (None, Some("President")),
        "Chancellor" => (None, Some("Chancellor")),
        "Mayor" => (None, Some("Mayor")),
        "Constable" | "PC" => (None, Some("Constable")),
        "Sergeant" | "Sgt" => (None, Some("Sergeant")),
        // "Det Ch Supt": chief, a part of one rank.
        "Ch" => (None, None),
        "Superintendent" | "Supt" => (None, Some("Superintendent")),
        "DI" | "DCI" | "DS" | "DC" | "Det" | "Detective" => (None, Some("Detective")),
        "Insp" => (None, Some("Police inspector")),
        "Captain" | "Capt" | "Colonel" | "Col" | "Lieutenant" | "Lt" | "Maj" | "Gen" | "Cmdr" | "Adm" => {
            (None, Some("Officer"))
        }
        "Archbishop" | "Bishop" | "Cardinal" | "Canon" => (None, Some("Bishop")),
        "Rabbi" | "Imam" => (None, Some("Minister of religion")),
        _ => return None,
    };
    Some(Title { gender, office })
}

/// Whether a title is one that may be written with a full stop.
pub fn is_shortened(title: &str) -> bool {
    const SHORT: &[&str] = &[
        "Adm", "Ald", "Capt", "Cllr", "Cllrs", "Clr", "Cmdr", "Col", "Coun", "Det", "Dr", "Gen", "Gov",
        "Hon", "Insp", "Lt", "Maj", "Messrs", "Mr", "Mrs", "Ms", "Mx", "Prof", "Rep", "Reps", "Rev", "Revd",
        "Sen", "Sgt", "Supt",
    ];
    SHORT.contains(&title)
}

/// Whether a word is one of the letters that stand behind a name: an honour, a degree, a college.
pub fn is_honour(word: &str) -> bool {
    const HONOURS: &[&str] = &[
        "OBE", "MBE", "CBE", "DBE", "KBE", "KCB", "CB", "QPM", "KPM", "BEM", "QC", "KC", "JP", "DL", "QFSM",
        "KFSM", "BA", "BSc", "BEd", "BMBS", "BChir", "BS", "LLB", "LLM", "MA", "MBA", "MEd", "MPhil", "MRes",
        "MSc", "MSt", "PhD", "DPhil", "EdD", "PGCE", "MB", "ChB", "MBBS", "MBChB", "MD", "DCH", "DRCOG",
        "FRCA", "FRCP", "FRCS", "FRCN", "FRCGP", "FRCPCH", "FRCPsych", "MRCGP", "MRCP", "MRCPsych", "FFPH",
        "RGN", "RMN", "FRSA", "FCIPD", "FCCA", "CPFA", "Hons", "Dip", "DipSW", "CQSW",
    ];
    HONOURS.contains(&word)
}

/// Words in lower case within names.
pub const PARTICLES: &[&str] = &[
    "de", "da", "di", "du", "del", "della", "der", "den", "des", "van", "von", "ter", "ten", "la", "le",
    "bin", "bint", "ibn", "al", "el", "ap", "ab", "d", "dos", "y", "zu",
];

/// Whether no person is called by this capitalised word: a word of grammar, of the calendar, or of an institution.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(word)
        || (word.len() > 5 && word.ends_with('s') && COMMON.contains(&word[..word.len() - 1]))
}

/// Whether the word ends the name of a body or a place, so that a person's name before it is a part of that.
pub fn names_a_body(word: &str) -> bool {
    BODIES.contains(word)
}

/// Whether a word that no list has can be part of a person's name: it begins with a capital letter, and is neither a word
/// of grammar or of an institution nor an acronym.
pub fn can_be_a_name(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.next().is_some_and(char::is_lowercase);
    capital && small && word.chars().all(|c| c.is_alphabetic() || c == '-') && !is_common(word)
}

static BODIES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| BODY_WORDS.split_whitespace().collect());

static COMMON: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| BODY_WORDS.split_whitespace().chain(OTHER_WORDS.split_whitespace()).collect());

const BODY_WORDS: &str = "Academy Act Agency Airlines Airport Airways Albion Alliance Appeal Arena Association Athletic Authority Avenue \
    Award Awards Bank Bay Beach Bill Board Borough Bridge Building Bureau Campaign Card Cards Care Castle Cathedral Centre \
    Center Charity Charter Church City Clinic Close Club Coal Coalition College Combined Commission Committee Common \
    Community Company Congress Consortium Constabulary Corporation Council County Court Crescent Cup Department \
    District Drive Electronics Energy Estate Fair Farm Federation Festival Field Fields Foods Forest Forum Foundation Framework Friends Fund \
    Gallery Garden Gardens Gate Group Grove Hall Harbour Holdings Hospice Hospital Hotel House Housing Hub Inc Industries \
    Initiative Inquiry Institute Island Islands Kingdom Lake Lane Law League Library Limited Lodge Ltd Magazine \
    Mansions Market Medal Media Memorial Mill Minerals Mining Ministry Model Mosque Motors Museum Network News Nursery Office Organisation \
    Organization Palace Parade Parish Park Parliament Partners Partnership Party Pharmaceuticals Place Plan Plaza plc PLC Point Police \
    Power Press Primary Prison Prize Programme Program Project Property Protocol Province Quarter Region Report \
    Republic Research Residence Resource Review River Road Rovers Row Rule School Scheme Secondary Senate Service \
    Services Shelter Show Society Square Stadium State States Station Strategy Street Studio Studios Support Surgery \
    Team Technologies Television Theatre Times Tower Town Trail Tribunal Trust Trustees Union Unit United University Valley \
    Village Wanderers Ward Way Week Works Workshop World Yard";

const OTHER_WORDS: &str = "A About Above According Across Action Additional Additionally Adding Administration Adoption \
    Adult Adults Advanced Advice Advisory After Again Against All Almost Along Already Also Although Always Am Among An \
    And Annual Another Any Anyone Appendix Are Area Areas Around Arrangements As Asked Assessment Assistant Associate At \
    Attorney Autism Be Because Been Before Being Below Best Between Big Blog Both Breaking British Budget Business But \
    By Cabinet Can Caption Case Certificate Chair Chairman Charities Chief Child Childcare Children Children’s \
    Children's Civil Clerk Co Commissioner Commissioners Contact Contents Conservative Consultant Corporate Coordinator Co-ordinator Copy Copyright Could \
    Councils Criminal Crown Current Currently Customer Daily Data Day Days Deputy Despite Did Director Directors \
    Disability Do Does Domestic Don During Each Early Eastern Edge Education Effectiveness Eight Either Emergency \
    England English Enquiries European Even Evidence Every Everyone Executive Experience Experiences External Families \
    Family Federal Few Figure Figures Final Finally Finance Findings First Five Focused Following For Former Foreign \
    Foster Fostering Four Fraud Free From Front Full Further Get Give Given Go Good Government Great Green \
    Greater Had Half Has Have Having He Head Headteacher Health Healthcare Help Her Here Hers High Higher Highways His \
    Home Homes Honour How However Human I If Image Images Impact Improvement In Inadequate Include Including \
    Independent Indeed Information Inspection Inspector Inspectors Inspectorate Instead Integrated Interim \
    Internal International Into Involvement Is Issue It Its Joint Judgement Judgment Just Justice Keep Key Knowledge Labour \
    Last Late Later Lead Leader Leaders Leadership Learning Least Leave Leaving Less Let Letter Leverage Liberal Life \
    Like Link Local Location Long Looked Mainstream Majesty’s Majesty's Make Making Manager Managers Many Maths \
    Meanwhile Meeting Member Members Mental Met Middle Minister Ministers Modern Monitoring More Moreover Most Mother \
    Much Multi Multi-agency Must My National Nearly Neither Never New Next NHS Nine No None Nor Northern Not Note \
    Nothing Notice Now Nurse Nurses Of Off Officer Officers Official Officials Ofsted Often Old On Once One Ones Only Onto Operating Operational \
    Or Other Others Our Out Outcomes Outreach Outstanding Over Overall Own Page Panel Parent Parents Parliamentary Part \
    Parties People Performance Perhaps Permanence Person Personal Photo Picture Planning Political Positive Practice \
    Practitioner Previous Prime Principal Priority Private Procedures Professional Progress Protection Public \
    Publication Published Pupil Pupils Put Quality Quarterly Queen’s Question Questions Rather Rating Read Ready Recent \
    Recently Recommendation Recruitment Referral Regional Registered Registration Regulation Regulations Relations Remand Rental \
    Requires Resilience Response Responsibility Responsible Retired Return Rights Risk Royal Safe Safeguarding Safety Said Same \
    Saying Says Scrutiny Second Secretary Section See Self Send SEND Senior Serious Seven Several Sexual Shadow Share \
    She Should Show Sign Signs Similarly Since Single Six Skills Small So Social Some Someone Sometimes Soon Source \
    South Southern Speaker Speaking Special Specialist Spokesman Spokesperson Spokeswoman Staff Standard Standards \
    Start Statement Statutory Stay Staying Step Still Strategic Strengths Strong Student Students Subject Such Summary \
    Supporting Supreme Take Taking Targeted Teacher Teachers Technology Telephone Ten Than Thank Thanks That The Their \
    Them Themselves Then There Therapy Therefore These They Thing Things Think Third This Those Though Three Through \
    Throughout Thus To Today Together Tomorrow Too Top Towards Training Transport Treasury Trouble Troubled Two \
    UK Under Unlike Until Up Upon Allocation Future Futures Us US Use Using Very Victims Video View Virtual Visit Visits Voice Voices \
    Vulnerable Was We Web Website Welfare Well Were West Western What When Where Whether Which While White-Paper \
    Who Whose Why Wide With Within Without Women Work Worker Workers Working Would Year Years Yes Yesterday Yet \
    You Young Your Yours Sincerely Faithfully Regards Dear Youth Monday Tuesday Wednesday Thursday Friday Saturday \
    Sunday January February March July September October November December Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun \
    Feb Apr Jul Aug Sept Oct Nov Dec Christmas Easter East North North-East North-West South-East \
    South-West Britain America American Democrat Democrats Democratic Republican Republicans Tory Tories Conservatives \
    Christian Christians Muslim Muslims Jewish Catholic Black Asian African Irish Scottish Welsh French Chinese Russian \
    Europe Africa Asia Scotland Wales Ireland Northern-Ireland London Internet Facebook Twitter Google Apple Amazon \
    Microsoft BBC ITV Guardian Telegraph Reuters Bloomberg Kong Lib Dem Dems Covid Covid-19 COVID-19 Brexit God Heaven Having Asking \
    Responding Commenting Writing Welcoming Speaking Reacting Describing Explaining Based Born Aged";

/// Whether a common word is also a surname, as Young and Hill are.
pub fn is_also_surname(word: &str) -> bool {
    ALSO_SURNAMES.contains(word)
}

static ALSO_SURNAMES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| ALSO_SURNAME_WORDS.split_whitespace().collect());

const ALSO_SURNAME_WORDS: &str = "Bank Banks Beach Best Bill Bishop Black Bridge Bridges Case Castle Chancellor Child Church \
    Close Constable Court Day Early English Fair Field Fields Forest Forrest Foster Free French Friend Gardener Gates Good Green Grove Hall Head \
    Hill Holland House Ireland Irish Judge Keep Key Lake Lane Last Law Leader Little London Long Lord March Mayor Mill Mills \
    Moody Noble North Nurse Page Park Parish Parks Power Price Read Rivers Self Senior Sharp Small South Still Street Strong Swift \
    Wales Ward Webb Welsh West White Wood Work Yard Young";
