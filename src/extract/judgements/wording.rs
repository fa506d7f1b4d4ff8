//! How the field words a judgement in news and press releases: the verbs, nouns and adverbs that the patterns of this room
//! share, each a part of a regular expression.

/// What a grade is called.
pub const RATING: &str = "rating|judge?ment|grading|grade|verdict|score|ranking";

/// What is a grade only where the grade's own word is set off by quotation marks or a capital.
pub const MARK: &str = "mark|status|tag|label|outcome|result|conclusion|category|bracket|band|report card|badge|accolade|finding";

/// What leads to a judgement.
pub const VISIT: &str = "inspection|re-?inspection|visit|revisit|review|check|check-up|report|assessment";

/// Who judges.
pub const WATCHDOG: &str = "Ofsted|CQC|inspectors?|inspectorate|watchdog|regulator";

/// Verbs of judging that need nothing beside them.
pub const JUDGED: &str = "judged|rated|graded|re-?rated|adjudged";

/// Verbs of finding: the words around them have to show that a grade was meant.
pub const FOUND: &str = "ranked|marked|classed|deemed|assessed|found|considered|declared|pronounced|branded|labelled|scored|reckoned";

/// Verbs of speaking: they tell of a grade where it is in quotation marks and inspectors speak.
pub const CALLED: &str = "singled out|described|highlighted|recognised|praised|hailed|regarded|called|slammed|criticised|condemned";

/// What is done with a grade by the one that gets it, or with the one that gets it.
pub const GAINED: &str = "received|achieved|awarded|given|handed|got|scored|secured|earned|landed|won|gained|attained|obtained|picked up|bagged|clinched|deserved|merited|notched up|collected|scraped|mustered";

/// What the one who gives a grade does.
pub const GIVES: &str = "gave|gives|giving|awarded|awards|awarding|handed|hands|handing";

/// What may stand between a verb and a grade.
pub const ADVERB: &str = "now|already|currently|still|also|again|once more|then|previously|once|both|all|recently|each|last|since|therefore|officially|formally";

/// Who has an opinion and no grades to give.
pub const LAY: &str = "parents|families|carers|residents|campaigners|critics|unions?|opposition|labour|conservatives?|tories|liberal democrats|councillors|mps?|ministers|readers|voters|staff|social workers|young people|children|care leavers|pupils|respondents|people|ombudsman|auditors?|consultants?|peers?|charit(?:y|ies)|governors|polls?|surveys?|league tables?";

/// A month, a season or nothing, and a year.
pub const YEAR: &str = r"(?:(?:early|late|mid|the|[a-z]+ of|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december) ){0,3}(?:19|20)\d\d";

/// Verbs of a change of grade, from one or to another.
pub const CHANGED: &str = concat!(
    r"up-?grad(?:ed?|es|ing)|down-?grad(?:ed?|es|ing)|improv(?:ed|es|ing)|mov(?:ed|es|ing)|gone|went|go|goes|going|ris(?:en|es|ing)|rose",
    r"|climb(?:ed|s|ing)|drop(?:ped|s|ping)|fallen|fell|falls|slip(?:ped|s|ping)|lift(?:ed|s|ing)|rais(?:ed|es|ing)|chang(?:ed|es|ing)",
    r"|jump(?:ed|s|ing)|turn(?:ed|s|ing)(?: around)?|plummet(?:ed|s|ing)|transform(?:ed|s|ing)|leap(?:t|ed|s|ing)?|progress(?:ed|es|ing)",
    r"|advanc(?:ed|es|ing)|shift(?:ed|s|ing)|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|sank|sunk|slid(?:es|ing)?|com(?:es|ing)|came",
    r"|pull(?:ed|s|ing)|taken|took (?:it|them|[A-Z][a-z]+|the (?:council|authority|department|service|borough|county))|brought|soar(?:ed|s|ing)|surg(?:ed|es|ing)|bump(?:ed|s|ing)|boost(?:ed|s|ing)|cut|slash(?:ed|es|ing)",
    r"|knock(?:ed|s|ing)|push(?:ed|es|ing)|drag(?:ged|s|ging)|haul(?:ed|s|ing)|propel(?:led|s|ling)|catapult(?:ed|s|ing)|nudg(?:ed|es|ing)",
    r"|edg(?:ed|es|ing)|crept|swung|switch(?:ed|es|ing)|flip(?:ped|s|ping)|reduc(?:ed|es|ing)|elevat(?:ed|es|ing)|bounc(?:ed|es|ing)",
    r"|dip(?:ped|s|ping)|crash(?:ed|es|ing)|deteriorat(?:ed|es|ing)|regress(?:ed|es|ing)|declin(?:ed|es|ing)|revis(?:ed|es|ing)|climb|slip|plunge|tumble|rise|drop|jump|fall|move|emerg(?:ed?|es|ing)|claw(?:ed|s|ing)?",
    r"|lower(?:ed|s|ing)|promot(?:ed|es|ing)|demot(?:ed|es|ing)|relegat(?:ed|es|ing)|slump(?:ed|s|ing)|(?:an?|the|its(?: [a-z]+)?) (?:rise|fall|drop|leap|jump|climb|slide|turnaround|move)",
);
