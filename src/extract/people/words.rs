//! The words beside a name in, the parts of an office among them out: its head, its owner, its place.

use super::lexicon;
use crate::extract::quotations::is_cue;
use crate::model::Span;
use std::borrow::Cow;

/// A word with its place in the text.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    pub text: &'a str,
    pub span: Span,
}

/// Characters that end the words of an office before a name.
pub const STOPS: [char; 17] =
    ['.', ',', ';', ':', '!', '?', '(', ')', '“', '”', '"', '—', '–', '\n', '\t', '|', '•'];

impl Word<'_> {
    /// In lower case, with a straight apostrophe.
    pub(super) fn lower(&self) -> Cow<'_, str> {
        let plain = self.text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        if plain {
            Cow::Borrowed(self.text)
        } else {
            Cow::Owned(self.text.to_lowercase().replace('’', "'"))
        }
    }

    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub fn is_article(&self) -> bool {
        matches!(self.lower().as_ref(), "the" | "its" | "their" | "a" | "an" | "our" | "his" | "her")
    }

    /// Whether it stands for a body named before.
    pub fn is_its(&self) -> bool {
        matches!(self.text, "its" | "Its" | "their" | "Their")
    }

    /// "Children’s", "Workers’": whose the body is that is called so.
    pub fn names_members(&self) -> bool {
        const MEMBERS: [&str; 10] = [
            "children",
            "people",
            "parents",
            "carers",
            "workers",
            "teachers",
            "women",
            "officers",
            "directors",
            "residents",
        ];
        let lower = self.lower();
        let bare = lower.trim_end_matches(['s', '’', '\'']);
        MEMBERS.iter().any(|members| *members == bare || members.strip_suffix('s') == Some(bare))
    }

    /// `HMI`, `(OI)`.
    pub fn is_acronym(&self) -> bool {
        is_letters(self.text.trim_matches(['(', ')', ',']))
    }

    pub fn is_possessive(&self) -> bool {
        let word = self.text.trim_end_matches(',');
        word.ends_with("’s") || word.ends_with("'s") || word.ends_with("s’") || word.ends_with("s'")
    }

    /// A word that cannot be part of an office: a verb, a pronoun, a conjunction of clauses.
    fn breaks(&self) -> bool {
        lexicon::is_breaking(&self.lower()) || (is_cue(self.text) && !matches!(self.text, "state" | "report"))
    }
}

/// Letters behind a name or in place of a word: two to five capitals.
pub fn is_letters(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The words of a span.
pub fn of(text: &str, span: Span) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = span.start;
    for piece in text[span.range()].split_inclusive([' ', '\n', '\t', '\u{a0}']) {
        let word = piece.trim_end();
        if !word.is_empty() {
            words.push(Word { text: word, span: Span::new(at, at + word.len()) });
        }
        at += piece.len();
    }
    words
}

/// The last words that can be an office's: none of them a verb or a pronoun.
pub fn ending_phrase<'a, 'b>(words: &'b [Word<'a>]) -> &'b [Word<'a>] {
    let from = words.iter().rposition(Word::breaks).map_or(0, |at| at + 1);
    &words[from.max(words.len().saturating_sub(18))..]
}

/// The phrase, or nothing where its last word wants another one behind it.
pub fn whole_phrase<'a, 'b>(phrase: &'b [Word<'a>]) -> &'b [Word<'a>] {
    let wants = |word: &Word| {
        matches!(word.text, "of" | "for" | "at" | "in" | "and" | "with" | "on" | "the" | "a" | "both" | "&")
    };
    if phrase.last().is_some_and(wants) { &[] } else { phrase }
}

/// The last of several offices, where the ones before have several holders: "its commissioners and director".
pub fn last_office<'a, 'b>(phrase: &'b [Word<'a>]) -> &'b [Word<'a>] {
    let joined = phrase.iter().position(|word| word.text == "and");
    let Some(at) = joined else { return phrase };
    let (former, rest) = (&phrase[..at], &phrase[at + 1..]);
    let plural = head(former).is_some_and(|head| head + 1 == at && is_plural(former[head].text));
    if plural && head(rest).is_some() { rest } else { phrase }
}

/// Whether the office's noun names someone who holds it at no body: a resident.
pub fn is_of_no_body(head: &Word) -> bool {
    lexicon::is_of_no_body(head.lower().trim_end_matches([',', '.']))
}

/// Which words are the town in "director of children's services in Hackney": an authority called by its place alone.
pub fn town(words: &[Word], head: usize, end: usize) -> Option<Span> {
    let at = (head + 1..end).find(|at| words[*at].text == "in")?;
    let of_services = words[head..at].iter().any(|word| word.lower() == "services");
    let named = |word: &&Word| word.is_capital() && !lexicon::is_month(word.text.trim_end_matches(','));
    let length = words[at + 1..end].iter().take_while(named).count();
    (of_services && (1..=3).contains(&length)).then_some(Span::new(at + 1, at + 1 + length))
}

/// The capitalised words at the start, "of" and the like between them.
pub fn capitalised<'a, 'b>(words: &'b [Word<'a>]) -> &'b [Word<'a>] {
    let inside = |word: &Word| matches!(word.text, "of" | "and" | "for" | "with" | "&");
    let mut end = words.iter().position(|word| !word.is_capital() && !inside(word)).unwrap_or(words.len());
    while end > 0 && inside(&words[end - 1]) {
        end -= 1;
    }
    &words[..end]
}

/// The capitalised name at the end of the words that ends as a body's does: "the Harbour Safeguarding Board".
pub fn ending_body(words: &[Word]) -> Option<Span> {
    let last = words.iter().rposition(|word| word.is_capital() && lexicon::is_body_noun(&word.lower()))?;
    let near =
        words[last + 1..].iter().all(|word| word.text.starts_with('(') || word.lower() == "arrangements");
    let inside = |word: &Word| word.is_capital() && !word.is_article();
    let first = words[..last].iter().rposition(|word| !inside(word)).map_or(0, |at| at + 1);
    (near && first < last).then(|| words[first].span.to(words[last].span))
}

/// The word that says what kind of office it is: the first one that can.
pub fn head(words: &[Word]) -> Option<usize> {
    let limit = words.iter().position(|word| matches!(word.lower().as_ref(), "who" | "which" | "that"));
    let words = &words[..limit.unwrap_or(words.len())];
    (0..words.len()).find(|at| is_head(words, *at))
}

fn is_head(words: &[Word], at: usize) -> bool {
    let lower = words[at].lower();
    let word = lower.trim_matches([',', '.', ')', '(', '"']);
    let former = at.checked_sub(1).map(|before| words[before].lower()).unwrap_or_default();
    let singular = word.strip_suffix('s').unwrap_or(word);
    match singular {
        "member" => {
            let of_parliament = words.get(at + 2).is_some_and(|next| next.lower().starts_with("parliament"));
            lexicon::has_members(&former) || of_parliament
        }
        "executive" => former == "chief",
        "holder" => former == "portfolio",
        "worker" => former == "social" || former == "youth",
        "leaver" => former == "care",
        "carer" => former == "foster",
        "lead" => words.get(at + 1).is_some_and(|next| matches!(next.lower().as_ref(), "for" | "on" | "of")),
        "head" => words.get(at + 1).is_some_and(|next| matches!(next.lower().as_ref(), "of" | "teacher")),
        // "director" in "directors' report", "leader" in "leader's speech".
        _ => !words[at].is_possessive() && (lexicon::is_head_noun(singular) || lexicon::is_head_noun(word)),
    }
}

/// Where the office's words begin: before its head stand the words that qualify it.
pub fn first_of_role(words: &[Word], head: usize) -> usize {
    let mut first = head;
    while let Some(before) = first.checked_sub(1) {
        let word = words[before].lower();
        let joined = word == "and" && before > 0 && lexicon::is_qualifier(&words[before - 1].lower());
        // "Clinical Commissioning Group chief officer", but "group chief executive".
        let of_a_body = word == "group" && before > 0 && !lexicon::is_qualifier(&words[before - 1].lower());
        // "Harbour City Council leader", "Kent County Council cabinet member": the council's name ends before the role.
        let of_a_council = words[before].text == "Council"
            && before > 0
            && words[before - 1].is_capital()
            && (lexicon::is_place_kind(&words[before - 1].lower())
                || !lexicon::is_qualifier(&words[before - 1].lower()))
            // "Harbour Children’s Trust chief executive".
            || words[before].text == "Trust" && before > 0 && words[before - 1].is_capital();
        // "the deputy city mayor", but "Harbour City manager".
        let of_the_city = words[before].text == "city";
        // "His Majesty’s Chief Inspector", but "her assistant director".
        let of_a_person = matches!(word.as_ref(), "her" | "his")
            && !words.get(before + 1).is_some_and(|next| next.is_capital());
        if !(lexicon::is_qualifier(&word) || joined || of_the_city)
            || of_a_body
            || of_a_council
            || of_a_person
            || words[before].is_possessive() && word != "majesty's" && word != "children's"
        {
            break;
        }
        first = before;
    }
    // "the ICB’s place director": all that stands between the owner and the office says which one it is.
    const FEW: usize = 3;
    let owner = words[..first].iter().rposition(Word::is_possessive).map_or(first, |owner| owner + 1);
    let plain = |word: &Word| word.text.chars().all(|c| c.is_lowercase() || c == '-');
    let between = &words[owner..first];
    if between.len() <= FEW && between.iter().all(|word| plain(word) && !lexicon::is_breaking(&word.lower()))
    {
        first = owner;
    }
    first
}

/// The body that owns the office: "Swindon Borough Council’s", "the council’s", "Barnardo’s".
pub fn owner<'a, 'b>(words: &'b [Word<'a>]) -> Option<&'b [Word<'a>]> {
    let last = words.last()?;
    if matches!(last.lower().as_ref(), "its" | "their") {
        return None;
    }
    let mut first = words.len();
    while let Some(before) = first.checked_sub(1) {
        let word = &words[before];
        let inside = first < words.len() && matches!(word.lower().as_ref(), "of" | "and" | "for" | "&");
        let common = first == words.len() && word.is_possessive();
        if !(word.is_capital() || inside || common) {
            break;
        }
        first = before;
    }
    let owner = &words[first..];
    let lead =
        |word: &Word| matches!(word.text, "The" | "Its" | "and" | "of" | "for") || lexicon::counts(word.text);
    let owner = if owner.first().is_some_and(lead) { &owner[1..] } else { owner };
    (!owner.is_empty()).then_some(owner)
}

/// Where the office's words end, and the body at which it is held: "at Swindon Borough Council", "of the council".
pub fn place<'a, 'b>(words: &'b [Word<'a>], head: usize) -> (usize, Option<&'b [Word<'a>]>) {
    // "MP for Harbour": a constituency is no body.
    if words[head].lower().trim_end_matches(',') == "mp" {
        return (words.len(), None);
    }
    let speaks = words[head].lower().starts_with("spokes");
    let leads = words[..words.len().min(head + 2)]
        .iter()
        .any(|word| lexicon::leads_a_body(word.lower().trim_end_matches(',')));
    let chairs = lexicon::chairs_a_body(words[head].lower().trim_end_matches(','));
    for at in head + 1..words.len() {
        let word = words[at].lower();
        let rest = &words[at + 1..];
        let body = match word.as_ref() {
            // "cabinet member with responsibility for children".
            "with" if rest.first().is_some_and(|next| next.lower() == "responsibility") => false,
            "at" | "with" => true,
            // "Chair of Harbour Parent Voice": of one word it may be a field, as of governors.
            "of" if chairs
                && !is_field(rest)
                && up_to_comma(rest).len() > 1
                && is_named(up_to_comma(rest)) =>
            {
                return (at, Some(up_to_comma(rest)));
            }
            "of" if leads && !is_field(rest) && is_named(up_to_comma(rest)) => {
                return (at, Some(up_to_comma(rest)));
            }
            // "director of Children, Families and Education": the first of a list is a field.
            "of" | "from" if is_listed(rest) || is_field(rest) => false,
            "of" | "from" => is_body(rest),
            // "cabinet member for Children, …": a lone word behind "for" is a field, but for those who speak for a body.
            // "Regional Director for the North West": a region is none.
            "for" if is_region(up_to_comma(rest)) => false,
            "for" => is_body(up_to_comma(rest)) && (up_to_comma(rest).len() > 1 || speaks),
            _ => false,
        };
        if body && !rest.is_empty() {
            let place = up_to_comma(rest);
            // "head of service at Adopt Three Rivers": a name of several words, but none of a building.
            const ADDRESSES: [&str; 8] =
                ["Hall", "House", "Office", "Offices", "Street", "Road", "Square", "Lane"];
            let house = place.last().is_some_and(|last| ADDRESSES.contains(&last.text));
            let named = word == "at" && place.len() > 1 && is_named(place) && !house;
            return (at, (named || is_body(place)).then_some(place));
        }
    }
    (words.len(), None)
}

/// Whether the words begin with one that a comma and "and" behind it make the first of a list.
fn is_listed(words: &[Word]) -> bool {
    words.first().is_some_and(|first| first.text.ends_with(','))
        && words.iter().take(8).any(|word| matches!(word.text, "and" | "&"))
}

/// Whether the words are a field of work and no body: "Children and Family Services".
fn is_field(words: &[Word]) -> bool {
    const FIELDS: [&str; 8] = [
        "Communications",
        "Inspection",
        "Inspections",
        "Nursing",
        "Operations",
        "Policy",
        "Practice",
        "Safeguarding",
    ];
    if let [only] = words {
        return FIELDS.contains(&only.text);
    }
    // "Adult Social Care and Children’s Services".
    let begins = words.first().is_some_and(|first| WORK.contains(&first.text));
    let ends =
        words.iter().take_while(|word| word.is_capital() || matches!(word.text, "and" | "&" | "for")).last();
    if begins && ends.is_some_and(|last| WORK_ENDS.contains(&last.text.trim_end_matches([',', '.']))) {
        return true;
    }
    let first =
        words.first().is_some_and(|first| matches!(first.text, "Children" | "Education" | "Families"));
    first && words.get(1).is_some_and(|next| matches!(next.text, "and" | "&"))
}

fn is_region(words: &[Word]) -> bool {
    const PARTS: [&str; 14] = [
        "the",
        "and",
        "of",
        "North",
        "South",
        "East",
        "West",
        "Midlands",
        "London",
        "England",
        "Yorkshire",
        "Humber",
        "Region",
        "region",
    ];
    !words.is_empty() && words.iter().all(|word| PARTS.contains(&word.text.trim_end_matches([',', '.'])))
}

/// How the name of a field of work begins, and how it ends where it is not the beginning of a body's.
const WORK: [&str; 16] = [
    "Adult",
    "Adults",
    "Adults’",
    "Adults'",
    "Children's",
    "Children’s",
    "Social",
    "Early",
    "Public",
    "People",
    "Housing",
    "Learning",
    "Communities",
    "Family",
    "Strategic",
    "Corporate",
];
const WORK_ENDS: [&str; 14] = [
    "Services",
    "Care",
    "Health",
    "Education",
    "Learning",
    "Families",
    "Development",
    "Safeguarding",
    "Communities",
    "Skills",
    "Commissioning",
    "Resources",
    "Help",
    "Protection",
];

/// Whether all words are capitalised but the small ones between them: "Achieving for Children".
fn is_named(words: &[Word]) -> bool {
    let small = |word: &Word| matches!(word.text, "for" | "of" | "and" | "the" | "&");
    let edges = words.first().is_some_and(Word::is_capital)
        && words.last().is_some_and(|last| !matches!(last.text, "and" | "for" | "of"));
    let number = |word: &Word| word.text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = words.iter().all(|word| word.is_capital() || small(word) || number(word));
    edges && whole && !words[0].is_article()
}

fn up_to_comma<'a, 'b>(words: &'b [Word<'a>]) -> &'b [Word<'a>] {
    let length =
        words.iter().position(|word| word.text.ends_with(',')).map_or(words.len(), |comma| comma + 1);
    // "Kent Council in the run-up to": when it was.
    let small = |at: usize| words.get(at).is_some_and(|word| word.text.starts_with(char::is_lowercase));
    let when = (1..length).find(|at| match words[*at].text {
        "during" | "until" | "when" | "while" => true,
        "in" => small(at + 1),
        _ => false,
    });
    &words[..when.unwrap_or(length)]
}

/// Where words that say when the office was taken up begin: "in June 2022".
pub fn until_date(words: &[Word], end: usize) -> usize {
    let dated = |at: &usize| {
        let next = words.get(at + 1).map(|next| next.text.trim_matches(',')).unwrap_or_default();
        let month = lexicon::is_month(next) || next.starts_with(|c: char| c.is_ascii_digit());
        matches!(words[*at].text, "in" | "on" | "for" | "last" | "this")
            && (month || matches!(next, "early" | "late" | "month" | "year"))
    };
    // "Reporter 22 Nov 2023": the date of a byline stands right behind.
    let day = |at: &usize| {
        let day = words[*at].text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let next = words.get(at + 1).map(|next| next.text.trim_matches(',')).unwrap_or_default();
        (1..=2).contains(&day.len()) && day.bytes().all(|b| b.is_ascii_digit()) && begins_month(next)
    };
    (1..end).find(|at| dated(at) || day(at)).unwrap_or(end)
}

/// "Nov", "November".
fn begins_month(word: &str) -> bool {
    word.len() >= 3 && crate::model::MONTHS.iter().any(|month| month.starts_with(word))
}

/// How many bytes the letter at a place takes.
pub fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Whether the words end in an office: "the council’s chief executive,".
pub fn ends_with_office(text: &str) -> bool {
    let text = last_bytes(text, 160);
    let text = text.trim_end_matches([' ', ',']);
    let from = text.rfind(STOPS).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let all = of(text, Span::new(from, text.len()));
    let phrase = whole_phrase(ending_phrase(&all));
    head(phrase).is_some_and(|head| phrase.len() - head <= 6)
}

/// "HMI and" between two names is "HMI".
pub fn without_small_ending(role: &str) -> &str {
    let cut = [" and", " &", " with"].iter().find_map(|ending| role.strip_suffix(ending));
    cut.unwrap_or(role)
}

/// "director of children's services (DCS)" without the abbreviation that the text gives the office.
pub fn without_abbreviation(words: &str) -> &str {
    let inner = words.strip_suffix(')').and_then(|words| words.rsplit_once(" ("));
    match inner {
        Some((office, short)) if short.len() <= 10 && short.chars().all(char::is_alphabetic) => office,
        _ => words,
    }
}

/// The end of a text, at most so many bytes of it.
pub fn last_bytes(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The start of a text, at most so many bytes of it.
pub fn first_bytes(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether the words behind a name begin with an office: ", headteacher of Grange School,".
pub fn begins_with_office(text: &str) -> bool {
    let Some(rest) = first_bytes(text, 200).strip_prefix(", ") else { return false };
    let all = of(rest, Span::new(0, apposition_end(rest)));
    head(&all).is_some_and(|head| head <= 5 && !is_plural(all[head].text.trim_end_matches(',')))
}

/// Whether the words are a country, of which an office holder of a body may have charge: "its England director".
pub fn is_country(words: &[Word]) -> bool {
    matches!(words, [word] if lexicon::is_country(&word.lower()))
}

/// Whether the words name a body, such as a council.
pub fn is_body(words: &[Word]) -> bool {
    let article = words.first().is_some_and(Word::is_article);
    let words = if article { &words[1..] } else { words };
    let Some(first) = words.first() else { return false };
    let bare = |word: &Word| word.lower().trim_end_matches([',', '.']).to_owned();
    let named = first.is_capital() || first.is_acronym();
    let common = article && words.len() == 1 && lexicon::is_body_noun(&bare(first));
    let country = lexicon::is_country(&bare(first));
    let charity = named
        && words.len() == 1
        && !country
        && !bare(first).ends_with("children's")
        && bare(first) != "year";
    let owned = first.is_capital() && first.is_possessive() && words.len() > 1;
    let board = owned && words.last().is_some_and(|last| lexicon::is_body_noun(&bare(last)));
    // "the charity Safe Start", "the SCF board".
    let called = lexicon::is_common_body(&bare(first)) && words.get(1).is_some_and(Word::is_capital);
    let short = first.is_acronym() && words.len() == 2 && lexicon::is_body_noun(&bare(&words[1]));
    common
        || charity
        || called
        || short
        || board
        || (named && words.iter().any(|word| word.is_capital() && lexicon::is_body_noun(&bare(word))))
}

/// Where the words of an office behind a name end, in bytes: before a verb, a stop, or a comma that ends the phrase.
pub fn apposition_end(text: &str) -> usize {
    let mut end = text
        .find(['.', ';', ':', '!', '?', '(', ')', '“', '”', '"', '—', '–', '\n', '\t'])
        .unwrap_or(text.len());
    let words = of(text, Span::new(0, end));
    for (index, word) in words.iter().enumerate() {
        let bare = Word { text: word.text.trim_end_matches(','), span: word.span };
        let clause = word.text == "and" && words.get(index + 1).is_some_and(|next| next.breaks());
        // "designated nurse for looked after children".
        let looked =
            bare.text == "after" && index > 0 && words[index - 1].text.eq_ignore_ascii_case("looked");
        if bare.breaks() && !looked || clause {
            end = word.span.start;
            break;
        }
        if word.text.ends_with(',') && !continues_list(&words[..=index], &words[index + 1..]) {
            end = word.span.end - 1;
            break;
        }
    }
    text[..end].trim_end_matches([' ', ',']).len()
}

/// Whether the comma stands within an office, as in "cabinet member for children, families and education".
fn continues_list(words: &[Word], rest: &[Word]) -> bool {
    let ruled = words.iter().any(|word| matches!(word.lower().as_ref(), "for" | "of"));
    let next = rest.iter().position(|word| word.text.ends_with(',')).unwrap_or(rest.len());
    let part = &rest[..next.min(rest.len())];
    let joined = part.iter().position(|word| matches!(word.text, "and" | "&"));
    let short = part.len() <= 2 && next < rest.len() && rest[next].text.ends_with(',');
    let broken = part.iter().take(6).any(|word| word.breaks() || word.is_article());
    // A comma right behind the head noun ("leader, and …") or a body ("of Kent Council, and …") ends the phrase.
    let at_body = words.last().is_some_and(|word| lexicon::is_body_noun(word.lower().trim_end_matches(',')));
    ruled && !broken && !at_body && (joined.is_some_and(|at| (1..=3).contains(&at)) || short)
}

/// "42, a teacher" without the age.
pub fn skip_age<'a, 'b>(words: &'b [Word<'a>]) -> &'b [Word<'a>] {
    let before = usize::from(words.first().is_some_and(|word| matches!(word.text, "now" | "aged")));
    let digits = |word: &Word| word.text.trim_end_matches(',').bytes().all(|byte| byte.is_ascii_digit());
    if !words.get(before).is_some_and(digits) {
        return &words[before..];
    }
    let joined = words.get(before + 1).is_some_and(|word| word.text == "and");
    &words[before + 1 + usize::from(joined)..]
}

/// The body's name without its ’s.
pub fn without_possessive(name: &str) -> &str {
    let name = name.trim_end_matches([',', '.']);
    let ending = ["’s", "'s"].iter().find_map(|ending| name.strip_suffix(ending));
    ending.unwrap_or_else(|| name.trim_end_matches(['’', '\'']))
}

/// Whether a name means the body that the document is about: "the council", or its name with words such as Borough
/// left out.
pub fn means_the_subject(name: &str, subject: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().replace('’', "'");
    let name = plain(name);
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let common = [
        "council",
        "authority",
        "local authority",
        "borough",
        "county council",
        "borough council",
        "city council",
    ];
    let subject = plain(subject);
    let parts: Vec<&str> = subject.split(' ').collect();
    let own = |word: &str| parts.contains(&word) || common.contains(&word) || word == "council";
    common.contains(&name)
        || (name.split(' ').all(own) && name.split(' ').any(|word| parts.first() == Some(&word)))
}

/// Whether a word begins "county council chief executive".
pub fn begins_body(word: &Word) -> bool {
    matches!(word.text, "council" | "county" | "borough" | "city" | "charity" | "trust")
}

/// The party of "leader of the Liberal Democrats", which is held at no council.
pub fn party_led(role: &str) -> Option<&str> {
    let (_, party) = role.split_once(" of the ")?;
    let named = lexicon::is_party(party) || lexicon::is_party(party.trim_end_matches('s'));
    named.then_some(party)
}

/// Whether a group's name ends in the hall in which it sits: "Labour group at County Hall".
pub fn sits_in_hall(name: &str) -> bool {
    const HALLS: [&str; 6] =
        ["county hall", "city hall", "town hall", "shire hall", "civic centre", "guildhall"];
    name.to_lowercase()
        .rsplit_once(" at ")
        .is_some_and(|(_, hall)| HALLS.contains(&hall.trim_start_matches("the ")))
}

/// "Team inspectors" as "Team inspector".
pub fn singular(role: &str) -> String {
    let role = role.trim_end_matches([',', '.', ' ']);
    if is_plural(role) { role[..role.len() - 1].to_owned() } else { role.to_owned() }
}

/// Whether an office's words name several holders: its last word is a head noun in the plural.
pub fn is_plural(role: &str) -> bool {
    let last = role.rsplit(' ').next().unwrap_or(role).to_lowercase();
    last.strip_suffix('s').is_some_and(|singular| lexicon::is_head_noun(singular) || singular == "member")
}
