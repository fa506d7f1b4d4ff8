//! What stands beside a number in, the currency that it names out, as a code of ISO 4217.

use crate::extract::finder::{Case, Heads};
use std::sync::LazyLock;

/// The currency named before a number that begins at `number`, and where its name begins: `£`, `US$`, `HK $`, `EUR`.
pub(super) fn before(text: &str, number: usize) -> Option<(&'static str, usize)> {
    let lead = &text[..number];
    let near = lead.strip_suffix([' ', '\u{a0}']).unwrap_or(lead);
    let sign = near.chars().next_back()?;
    if sign == '$' {
        return Some(dollar(near, near.len() - 1));
    }
    if let Some((_, code)) = SIGNS.iter().find(|(known, _)| *known == sign) {
        return Some((code, near.len() - sign.len_utf8()));
    }
    if let Some(lead) = near.strip_suffix("$AUD") {
        return Some(("AUD", lead.len()));
    }
    if let Some(lead) = near.strip_suffix("$US").or_else(|| near.strip_suffix("$A")) {
        return Some((if near.ends_with('A') { "AUD" } else { "USD" }, lead.len()));
    }
    let bare = near.trim_end_matches('.');
    let letters = bare.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let word = &bare[bare.len() - letters..];
    let code = match word {
        "Rs" | "INR" => "INR",
        _ => CODES.iter().find(|code| **code == word)?,
    };
    let start = bare.len() - letters;
    (!bare[..start].ends_with(|c: char| c.is_alphanumeric())).then_some((code, start))
}

/// Whose dollar a sign at `sign` is.
fn dollar(lead: &str, sign: usize) -> (&'static str, usize) {
    const COUNTRIES: [(&str, &str); 15] = [
        ("US", "USD"),
        ("U.S.", "USD"),
        ("AU", "AUD"),
        ("A", "AUD"),
        ("CA", "CAD"),
        ("Can", "CAD"),
        ("C", "CAD"),
        ("HK", "HKD"),
        ("NZ", "NZD"),
        ("SG", "SGD"),
        ("S", "SGD"),
        ("NT", "TWD"),
        ("R", "BRL"),
        ("Mex", "MXN"),
        ("J", "JMD"),
    ];
    let before = &lead[..sign];
    let spaced = before.strip_suffix(' ');
    let near = spaced.unwrap_or(before);
    let found = COUNTRIES.iter().find_map(|(country, code)| {
        let rest = near.len().checked_sub(country.len()).filter(|rest| near.is_char_boundary(*rest))?;
        let same = near[rest..].eq_ignore_ascii_case(country);
        let whole = !near[..rest].ends_with(|c: char| c.is_alphanumeric());
        // A small "a" before a space is the article.
        let certain = spaced.is_none() || near[rest..] != *"a" && (country.len() > 1 || *country == "C");
        (same && whole && certain).then_some((*code, rest))
    });
    found.unwrap_or(("USD", sign))
}

/// The currency named in words after a number, with the length of its name and what parts it from the number.
pub(super) fn after(after: &str) -> Option<(&'static str, usize)> {
    let rest = after.strip_prefix([' ', '-', '\u{a0}']).unwrap_or(after);
    let lead = after.len() - rest.len();
    if !HEADS.begin(rest) {
        return None;
    }
    let first = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &rest[..first];
    if let Some(code) = CODES.iter().find(|code| **code == word) {
        return Some((code, lead + first));
    }
    if lead == 0 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    if let Some(code) = named(&lower) {
        return Some((code, lead + first));
    }
    let lower = rest[..rest.floor_char_boundary(30)].to_ascii_lowercase();
    NATIONAL.iter().find_map(|(name, code)| {
        let plural = lower.strip_prefix(name)?;
        let len = name.len() + usize::from(plural.starts_with('s'));
        let whole = !lower[len..].starts_with(|c: char| c.is_alphanumeric());
        whole.then_some((*code, lead + len))
    })
}

const SIGNS: [(char, &str); 14] = [
    ('£', "GBP"),
    ('€', "EUR"),
    ('¥', "JPY"),
    ('￥', "JPY"),
    ('₹', "INR"),
    ('₩', "KRW"),
    ('₽', "RUB"),
    ('₺', "TRY"),
    ('₪', "ILS"),
    ('฿', "THB"),
    ('₦', "NGN"),
    ('₫', "VND"),
    ('₴', "UAH"),
    ('₱', "PHP"),
];

const CODES: [&str; 28] = [
    "GBP", "USD", "EUR", "JPY", "AUD", "CAD", "CHF", "CNY", "RMB", "INR", "HKD", "NZD", "SGD", "SEK", "NOK",
    "DKK", "ZAR", "BRL", "RUB", "KRW", "MXN", "PLN", "TRY", "AED", "SAR", "THB", "ILS", "CZK",
];

/// The code of a currency by its name, in lower case.
fn named(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}

/// As the codes and names begin: most words after a number name no currency.
static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let names = NAMES.iter().chain(&NATIONAL).map(|(name, _)| *name);
    Heads::of(&names.chain(CODES).collect::<Vec<_>>(), Case::Ignored)
});

const NAMES: [(&str, &str); 35] = [
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("quid", "GBP"),
    ("sterling", "GBP"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("dlr", "USD"),
    ("dlrs", "USD"),
    ("buck", "USD"),
    ("bucks", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("ringgit", "MYR"),
    ("baht", "THB"),
    ("rand", "ZAR"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("dirham", "AED"),
    ("dirhams", "AED"),
    ("krona", "SEK"),
    ("kronor", "SEK"),
    ("krone", "NOK"),
    ("kroner", "NOK"),
    ("rupiah", "IDR"),
];

const NATIONAL: [(&str, &str); 34] = [
    ("pound sterling", "GBP"),
    ("british pound", "GBP"),
    ("us dollar", "USD"),
    ("u.s. dollar", "USD"),
    ("american dollar", "USD"),
    ("australian dollar", "AUD"),
    ("canadian dollar", "CAD"),
    ("hong kong dollar", "HKD"),
    ("new zealand dollar", "NZD"),
    ("singapore dollar", "SGD"),
    ("taiwan dollar", "TWD"),
    ("japanese yen", "JPY"),
    ("chinese yuan", "CNY"),
    ("indian rupee", "INR"),
    ("pakistani rupee", "PKR"),
    ("russian ruble", "RUB"),
    ("russian rouble", "RUB"),
    ("swiss franc", "CHF"),
    ("french franc", "FRF"),
    ("belgian franc", "BEF"),
    ("deutsche mark", "DEM"),
    ("german mark", "DEM"),
    ("finnish markka", "FIM"),
    ("swedish krona", "SEK"),
    ("swedish kronor", "SEK"),
    ("norwegian kroner", "NOK"),
    ("danish kroner", "DKK"),
    ("danish krone", "DKK"),
    ("south korean won", "KRW"),
    ("south african rand", "ZAR"),
    ("turkish lira", "TRY"),
    ("brazilian real", "BRL"),
    ("mexican peso", "MXN"),
    ("philippine peso", "PHP"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_letters_before_a_number() {
        let code =
            |text: &str| before(text, text.len()).map(|(code, start)| (code, text[start..].to_owned()));
        assert_eq!(code("cost £"), Some(("GBP", "£".into())));
        assert_eq!(code("at US $"), Some(("USD", "US $".into())));
        assert_eq!(code("for a $ "), Some(("USD", "$ ".into())));
        assert_eq!(code("HK$"), Some(("HKD", "HK$".into())));
        assert_eq!(code("EUR "), Some(("EUR", "EUR ".into())));
        assert_eq!(code("NEUR "), None);
    }

    #[test]
    fn names_after_a_number() {
        assert_eq!(after(" Australian dollars ("), Some(("AUD", 19)));
        assert_eq!(after(" euros"), Some(("EUR", 6)));
        assert_eq!(after(" swiss"), None);
        assert_eq!(after("USD"), Some(("USD", 3)));
    }
}
