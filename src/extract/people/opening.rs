//! The words behind a name in, where those of an office begin among them out.

use super::words;
use crate::extract::names::is_honour;
use crate::model::Span;

/// The length of what stands between a name and its office: letters such as OBE, a party with a ward in brackets.
pub fn past_letters(behind: &str) -> usize {
    // "NAME, 43, a carer", "NAME, Labour, portfolio holder".
    let apart = behind.strip_prefix(", ").and_then(|rest| rest.split_once(", ")).map(|(apart, _)| apart);
    let age = |words: &str| words.len() == 2 && words.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(apart) = apart.filter(|apart| age(apart) || super::is_party(apart)) {
        return apart.len() + 2;
    }
    let mut length = 0;
    // "(Bourton and Northleach), leader": a ward alone.
    let ward = behind.strip_prefix(" (").and_then(|rest| rest.split_once("), "));
    // "(Chair), Councillor": an office.
    let is_office = |words: &str| words::head(&words::of(words, Span::new(0, words.len()))).is_some();
    let plain = |ward: &str| ward.len() < 50 && !ward.contains(['(', ')']) && !is_office(ward);
    if let Some((ward, _)) = ward.filter(|(ward, _)| plain(ward)) {
        return ward.len() + 3;
    }
    while let Some(rest) = behind[length..].strip_prefix(' ') {
        let word = rest.find([' ', ',', ':', '.']).unwrap_or(rest.len());
        let honour = is_honour(&rest[..word]);
        let party =
            rest.strip_prefix('(').and_then(|rest| rest.find([',', ')', ':']).map(|end| &rest[..end]));
        match (honour, party.filter(|party| super::is_party(party.trim_end()))) {
            (true, _) => length += 1 + word,
            (false, Some(_)) => return length + rest.find(')').map_or(0, |end| end + 2),
            (false, None) => break,
        }
    }
    length
}

/// Where an office's words begin behind a name: after ", ", " (", " – ", " is the ", " was appointed "; or at once if
/// they are letters such as HMI.
pub fn opening(behind: &str) -> Option<usize> {
    const OPENINGS: &[&str] = &[
        ", who is also ",
        ", who is ",
        ", who has been ",
        ", who has served as ",
        ", who serves as ",
        ", who took over as ",
        ", who was appointed as ",
        ", who was appointed ",
        ", who was ",
        ", who became ",
        ", who will become ",
        ", who will be ",
        " is also ",
        " is ",
        " was appointed as ",
        " was appointed ",
        " has been appointed as ",
        " has been appointed ",
        " became ",
        " then became ",
        " later became ",
        " has become ",
        " took up the post of ",
        " took over as ",
        " took over permanently as ",
        " takes over as ",
        " will become ",
        " joined as ",
        " to the post of ",
        " to the role of ",
        " as the new ",
        " as ",
        " started as ",
        " will act as ",
        " acts as ",
        " is acting as ",
        " will serve as ",
        " serves as ",
        " is to become ",
        " will be ",
        " is to be ",
        " will take over as ",
        " has been named as ",
        " has been named ",
        " was promoted to ",
        " was named ",
        " stepped down as ",
        " has stepped down as ",
        " had stepped down as ",
        " is stepping down as ",
        " will step down as ",
        " stood down as ",
        " resigned as ",
        " has resigned as ",
        " had resigned as ",
        " has quit as ",
        " had quit as ",
        " quit as ",
        " has retired as ",
        " retired as ",
        " has been confirmed as ",
        ", the new ",
        ", then the ",
        ", then ",
        ", until recently ",
        ", now ",
        ", ",
        " (",
        " – ",
        " - ",
        " — ",
    ];
    if let Some(opening) = OPENINGS.iter().find(|opening| behind.starts_with(**opening)) {
        return Some(opening.len());
    }
    let rest = behind.strip_prefix(' ')?;
    // "Cllr NAME Cabinet Member for Families, Harbour Council, said".
    let named = [
        "Executive Member for ",
        "Executive member for ",
        "Cabinet Member for ",
        "Cabinet member for ",
        "Lead Member for ",
        "Lead member for ",
        "Portfolio Holder for ",
        "Director of ",
        "Leader of ",
        "Chief Executive of ",
    ];
    if named.iter().any(|office| rest.starts_with(office)) {
        return Some(1);
    }
    let inspector = [
        "Her Majesty",
        "His Majesty",
        "Senior Her Majesty",
        "Senior His Majesty",
        "HMI",
        "SHMI",
        "Senior HMI",
        "MP,",
    ]
    .iter()
    .any(|letters| rest.starts_with(letters));
    inspector.then_some(1)
}
