//! How a text says that a value moved: alternatives for the patterns that look for one value that became another.

/// What a value did: "rose", "has fallen", "went up".
pub const CHANGED: &str = concat!(
    "increased|risen|rose|grown|grew|climbed|jumped|soared|surged|doubled|trebled|tripled|",
    "decreased|reduced|fallen|fell|dropped|declined|dipped|slipped|slumped|shrunk|shrank|halved|plunged|tumbled|",
    "cut|slashed|lowered|raised|boosted|improved|worsened|deteriorated|shortened|lengthened|(?:gone|went|come|came) (?:up|down)"
);

/// What it does beside another verb: "rising to", "with numbers falling".
pub const CHANGING: &str = concat!(
    "increasing|rising|growing|climbing|jumping|soaring|surging|doubling|trebling|tripling|",
    "decreasing|reducing|falling|dropping|declining|dipping|slipping|slumping|shrinking|halving|plunging|tumbling|",
    "cutting|slashing|lowering|raising|boosting|improving|worsening|deteriorating|shortening|lengthening|(?:going|coming) (?:up|down)"
);

/// How the words begin that tell of more, of less or of a comparison, verbs and nouns.
pub const STEMS: &str = concat!(
    "increas|ris|rose|grow|grew|climb|jump|soar|surg|doubl|trebl|tripl|up\\b|rais|",
    "reduc|decreas|fall|fell|drop|declin|dip|slip|slump|shrink|shrank|shrunk|halv|plung|tumbl|down\\b|lower|cut|",
    "improv|worse|deteriorat|shorten|lengthen|compar|better"
);

/// How a value came to be another one: "this had fallen to", with words that qualify the number.
pub fn had_changed_to() -> String {
    const NUMBER: &str = "(?:only |just |about |around |over |nearly |almost )?";
    format!(
        r"(?:had|has|have)(?: since| now)?(?: been)? (?:\w+ly )?(?:{CHANGED}|brought (?:up|down))(?: \w+ly)? to {NUMBER}"
    )
}
