//! A grade that a noun names in, what has that rating out: "a judgement of … for adoption", "a … rating".

use super::AreaName;
use super::listed::listed;
use super::nearest::is_same_again;
use super::prose::{Link, Mention};
use super::subject::{
    BODY, SHARE, Subject, areas, clause, distinct, end_in_body, follows_provider, is_of_body, is_tail,
    own_service,
};
use super::ties::{INVERTED, is_of_year};
use super::wording::{CALLED, FOUND, GAINED, GIVES, JUDGED, MARK, RATING, VISIT, WATCHDOG, YEAR};
use crate::extract::patterns::pattern;
use crate::model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "a judgement of … for adoption", "a … rating": of the area named beside it, else of the whole.
pub fn named(mention: &Mention, link: &Link, words: &str) -> Subject {
    let after = mention.after();
    let near = &after[..after.floor_char_boundary(120.min(after.len()))];
    // "its first outstanding judgement, awarded for its work with care leavers".
    let from = AWARDED_FOR.find(near).map_or(0, |awarded| awarded.end() - "for ".len());
    let near = near[from..].split(['.', ';', ',']).next().unwrap_or("");
    // What stands behind the next grade is what that one is about.
    let near = mention.words.grades(near).next().map_or(near, |(_, next)| &near[..next.start]);
    let near = TURN.find(near).map_or(near, |turn| &near[..turn.start()]);
    if mention.words.name_provider(words) || mention.words.name_provider(near) || SHARE.is_match(words) {
        return Subject::None;
    }
    let told = mention.reading.document.words(Span::new(link.subject.start, mention.span.start));
    let within = GIVEN_WITHIN.captures(told).and_then(|found| found.get(1));
    let given =
        GIVEN_TO.captures(words).and_then(|found| found.get(1)).or(within).map(|given| given.as_str());
    if given.is_some_and(|given| !is_of_area_or_body(mention, given)) {
        return Subject::None;
    }
    let tail = words.floor_char_boundary(words.len().saturating_sub(90));
    let found: Vec<_> =
        areas(mention.words, near).into_iter().chain(areas(mention.words, &words[tail..])).collect();
    let rated = || OWN_RATED.captures(words).and_then(|rated| rated.get(1)).map(|rated| rated.as_str());
    if found.is_empty()
        && let Some(own) = given.or_else(rated).and_then(|service| own_service(mention, service))
    {
        return Subject::Other(own.to_owned());
    }
    let document = mention.reading.document;
    let lead = document.words(Span::new(link.subject.start, clause(mention, link).start));
    let relative = lead.trim_end().ends_with("which");
    let overall = relative && (BODY.is_match(lead) || mention.words.authorities(lead).next().is_some())
        || BODY.is_match(words)
        || mention.words.name_service(words)
        || mention.words.authorities(words).next().is_some();
    let it = IT.is_match(words) && !follows_provider(mention);
    let overall = overall || OVERALL.is_match(mention.before()) && (it || RESULT.is_match(words));
    let overall = overall || BARE.is_match(words) && is_of_body(mention, lead);
    let overall = overall || AREAS.is_match(words) && listed(mention, link).is_some();
    let overall =
        overall || FOR_BODY.find(near).is_some_and(|lead| is_named_for(mention, &near[lead.end()..]));
    let overall = overall || is_followed(mention, words) || is_of_service(mention, link);
    let overall = overall
        || RESULTED.is_match(mention.before())
        || FROM_ITS.is_match(mention.before()) && !follows_provider(mention)
        || is_told_of(mention, words)
        || is_held(mention, words)
        || (INVERTED.is_match(mention.after()) || is_of_year(mention) || is_same_again(mention))
            && !follows_provider(mention);
    // "The inadequate judgement of 2021 led to": of the one that the document is about.
    let alone =
        BARE.is_match(words) && LEADS.is_match(mention.before()) && mention.reading.details.subject.is_some();
    let overall = overall || alone && OF_YEAR.is_match(mention.after()) && !follows_provider(mention);
    let overall = overall || within.is_some_and(|given| end_in_body(mention, given.as_str()));
    let overall = overall || has_aside(mention, link) || is_ours(mention, words, near);
    // "Its verdict on the council’s work with care leavers: …": the areas between the noun and the grade.
    let told = areas(mention.words, of_what(mention, link));
    if found.is_empty() && !told.is_empty() {
        return Subject::Areas(distinct(&told));
    }
    // "Adoption was rated highly, with a grade of …": the area of the clause before.
    if found.is_empty()
        && BARE.is_match(words)
        && let [area] = distinct(&areas(mention.words, lead))[..]
    {
        return Subject::Areas(vec![area]);
    }
    match found.first() {
        Some(first) => {
            let text = if areas(mention.words, near).is_empty() { &words[tail..] } else { near };
            Subject::Areas(with_joined(mention, text, *first))
        }
        // "a rating of adequate for safeguarding": for something that the vocabulary does not list.
        None if near.trim_start_matches(['’', '”', '\'', '"', ' ']).starts_with("for ")
            && !BODY.is_match(near)
            && !mention.words.name_service(near)
            && mention.words.authorities(near).next().is_none() =>
        {
            Subject::None
        }
        None if overall || mention.is_of_inspectorate() => Subject::Whole,
        None => Subject::None,
    }
}

/// Whether what a grade is given to is an area or the body: "Inspectors gave its fostering team an outstanding grade" is
/// about neither.
fn is_of_area_or_body(mention: &Mention, given: &str) -> bool {
    given.rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_uppercase))
        || matches!(given, "it" | "them" | "us" | "both" | "each" | "all" | "out" | "down")
        || end_in_body(mention, given)
        || mention.words.name_service(given)
        || !areas(mention.words, given).is_empty()
}

/// "Its library service was given a good rating": a service of the body that is not the one judged as a whole.
static OWN_RATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"((?:[’']s|\b[Ii]ts|\b[Tt]heir|\b[Tt]he) (?:[a-z-]+ ){1,3}services?) (?:[a-z]+ ){1,3}(?:an?|its|the)(?: overall)? ?[‘'“\x22]?\s*$",
    )
});

static GIVEN_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:{GIVES}) ([^,;:]{{2,60}}?)(?: with)? (?:an?|another|its|their)(?: overall| [a-z]+ly)? ?[‘'“\x22]?\s*$"
    ))
});

/// "the inspectorate has given Harbour Council an overall grade of".
static AWARDED_FOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted )?(?:{RATING}|{MARK}), (?:(?:which|that) was )?(?:{GAINED}) (?:to it )?for "
    ))
});

static GIVEN_WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:{GIVES}|given) ((?:the |its |[A-Z])[^,;:]{{2,60}}?)(?: with)? (?:an?|another|its|their)(?: overall| Ofsted)* (?:{RATING}) of ?[‘'“\x22]?\s*$"
    ))
});

static LEADS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\W*[Tt]h(?:e|at) [‘'“\x22]?$"));

static OF_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]?(?: Ofsted)? (?:{RATING}|{MARK}) (?:of|in|from) {YEAR}(?: [a-z]+ed)? [a-z]+"
    ))
});

/// "… rating for the council’s children’s services": whose rating it is.
static FOR_BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        concat!(
            r"(?i)^[’”'\x22]?(?: overall)?(?: Ofsted)?(?: (?:{RATING}|{MARK}))?(?: in a row| in (?:as many |[a-z]+ |\d+ )?(?:years|months))? ",
            r"(?:(?:(?:was|were|has been|have been) (?:{GAINED}|bestowed|conferred|granted) (?:to|on|upon)|has gone to|went to|goes to|for|of|on)|(?:was|is) the (?:[a-z]+ ){{0,2}}(?:{RATING})(?: of (?:{WATCHDOG}))? (?:for|on)) "
        ),
        RATING = RATING,
        MARK = MARK,
        GAINED = GAINED,
        WATCHDOG = WATCHDOG
    ))
});

fn is_named_for(mention: &Mention, words: &str) -> bool {
    mention.words.last_service(words).is_some_and(|service| is_tail(&words[service.end..]))
        || end_in_body(mention, words)
}

/// "Following the ‘inadequate’ judgement in 2016, the council …": the body of the main clause.
fn is_followed(mention: &Mention, words: &str) -> bool {
    let main = mention.after().split_once(", ").map_or("", |(_, main)| main);
    let main = &main[..main.floor_char_boundary(60)];
    let first = main.split_once(' ').map_or(main, |(first, _)| first);
    FOLLOWING.is_match(words)
        && is_of_body(mention, main)
        && areas(mention.words, main).is_empty()
        && (matches!(first, "the" | "it" | "its" | "a") || first.starts_with(char::is_uppercase))
}

/// "great strides from its rating as …": one that was held before.
pub static FROM_ITS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:from|on|than) (?:its|their)(?: (?:overall|previous|former|last|earlier|initial))*(?: (?:{RATING})(?: (?:as|of)(?: an?)?)?)? ?[‘'“\x22]?$",
    ))
});

/// "The last inspection resulted in a …".
static RESULTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:{WATCHDOG}|{VISIT})\b[^.;]{{0,60}}\b(?:result(?:ed|s|ing) in|led to|concluded with|ended (?:in|with)|gave|achieved|received|handed down)\b[^.;,]{{0,40}}$",
    ))
});

/// "The ‘good’ rating marks a step up": the rating of the body that the document is about.
fn is_told_of(mention: &Mention, words: &str) -> bool {
    mention.is_quoted()
        && mention.reading.details.subject.is_some()
        && THE.is_match(words)
        && MARKS.is_match(mention.after())
        && !follows_provider(mention)
}

static THE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:the|this|that)(?: new| latest| overall)?(?: (?:19|20)\d\d)?\W*$"));

/// "Its previous rating was", "The watchdog’s verdict was", "It held the grade of": words before the noun that say no more
/// of whose it is than that it is the body's that the document is about.
fn is_held(mention: &Mention, words: &str) -> bool {
    let kept = KEPT.is_match(mention.before());
    let set_off = mention.is_quoted() || mention.is_capital() || kept;
    let body = (mention.reading.details.subject.is_some() || kept) && !follows_provider(mention);
    set_off && body && (WHOSE.is_match(words) || IT_HOLDS.is_match(words))
}

static WHOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:(?:the|its|their|this|that|an?) )?(?:(?:{WATCHDOG})[’']?s?[’']? )?(?:(?:new|latest|overall|final|formal|current|former|previous|last|earlier|first|initial|Ofsted|inspection|headline) )*$"
    ))
});

/// "proud of our ‘good’ rating", "the Inadequate judgement that we received": of the body that the document is about.
fn is_ours(mention: &Mention, words: &str, near: &str) -> bool {
    let set_off = mention.is_quoted() || mention.is_capital();
    let body = mention.reading.details.subject.is_some() && !follows_provider(mention);
    set_off && body && (OURS.is_match(words) || WE_GOT.is_match(near))
}

static OURS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:our|its)(?: (?:new|latest|overall|current|previous|former|old|existing|hard-won|Ofsted|inspection))*\W*$",
    )
});

static WE_GOT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted )?(?:{RATING}|{MARK}),?(?: that| which)? (?:we|it) (?:(?:was|were|had|have|has|been|previously) )*(?:{GAINED}|held|holds|hold|had)\b"
    ))
});

static IT_HOLDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:it|they|we|the (?:[\w-]+ ){{0,3}}?(?:borough|county|city)) (?:(?:has|have|had|was|were|been|also|then|now|previously) )*(?:(?:held|holds|hung|clung) on to|held|lost|shed|holds?|had|kept|retained|keeps|retains|{GAINED})(?: (?:the|an?|its|their|our))?(?: overall| Ofsted| top| highest| lowest| second-[a-z]+| worst(?: possible)?)*\W*$"
    ))
});

/// What is done with a rating that one has already.
static KEPT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:kept|keeps|retain(?:s|ed)|lost|loses|(?:held|holds|hung|clung) on to) (?:its|their|our|the)(?: overall| Ofsted)? ?[‘'“\x22]?$",
    )
});

static MARKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[’”'\x22]? (?:overall )?(?:Ofsted )?(?:{RATING}) (?:marks?|means|is|was|comes|came|follows|reflects|puts|places|represents|has|from|led|triggered|prompted|sparked) ",
    ))
});

/// "The last rating for this service was": the service stands between the noun and the grade.
fn is_of_service(mention: &Mention, link: &Link) -> bool {
    let of = of_what(mention, link);
    mention.words.name_service(of) && areas(mention.words, of).is_empty()
}

/// Between the noun that names a grade and the grade: " for this service was".
fn of_what<'a>(mention: &Mention<'a>, link: &Link) -> &'a str {
    let told = Span::new(link.subject.end.min(mention.span.start), mention.span.start);
    let told = mention.reading.document.words(told);
    let of = [" for ", " on "].iter().filter_map(|of| told.find(of)).min().map_or("", |at| &told[at..]);
    // "for adoption performance is that it is": a clause of its own.
    if of.contains(" that ") { "" } else { of }
}

/// Where words behind a grade turn to something else.
static TURN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i) (?:but|while|whilst|whereas|although|though)\b| [–—-] and | and (?:{JUDGED}|{FOUND}|{CALLED})\b"
    ))
});

/// "The authority, which looks after 900 children, received a": the subject stands before the relative clause.
fn has_aside(mention: &Mention, link: &Link) -> bool {
    let words = mention.reading.document.words(Span::new(link.subject.start, mention.span.start));
    WITH_ASIDE.captures(words).is_some_and(|found| is_of_body(mention, &found[1]))
}

static WITH_ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*([^,;:]{{2,80}}), (?:which|who|where|whose) [^,;:]{{2,120}}, (?:(?:has|have|had|was|were|been) )*(?:{GAINED}|held|holds|kept|retained)\b"
    ))
});

static FOLLOWING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\W*(?:following|after|since|despite|having)(?: being| been| having been)?(?: (?:{GAINED}))?(?: (?:the|its|an?|their|that))?(?: overall)?\W*$"
    ))
});

static IT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*(?:it|they) "));

static OVERALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\boverall (?:Ofsted )?(?:$|(?:{RATING}|{MARK})\b[^.;,]{{0,20}}$)"))
});

/// "The report was published with an overall …".
static RESULT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:report|inspection|inspectors|results?|outcome|watchdog)\b"));

/// "… since the": the rating of what the words before speak of.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\W*(?:the|its|their|that|this|an?)(?: overall| new| previous| former| old)*\W*$")
});

/// "Three other areas received": the areas are named behind.
static AREAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:areas|categories)(?: all| each| also| of [a-z]+)? (?:received|have|had|got|achieved|were given|earned)\b",
    )
});

/// An area with the one that "and" joins to it: "for overall effectiveness and for help and protection".
fn with_joined(mention: &Mention, near: &str, first: (AreaName, Span)) -> Vec<usize> {
    let mut all = vec![first.0.area];
    let mut end = first.1.end;
    for (area, span) in areas(mention.words, near).into_iter().filter(|(_, span)| span.start > first.1.end) {
        if !JOINED.is_match(&near[end..span.start]) {
            break;
        }
        all.push(area.area);
        end = span.end;
    }
    all
}

/// What joins two areas that share a rating.
static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,? and (?:for )?(?:its |the )?(?:quality of |experiences? (?:and progress )?of |support for |work with )?$",
    )
});

impl Mention<'_> {
    /// Whether the sentence speaks of the inspectorate.
    fn is_of_inspectorate(&self) -> bool {
        let inspectorate = self.reading.vocabulary.inspectorate.as_str();
        let sentence = self.reading.document.words(self.sentence);
        !inspectorate.is_empty() && sentence.contains(inspectorate)
    }
}
