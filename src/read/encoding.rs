//! Bytes of a text file in, its text out, with every line ending as `\n`.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text in a file's bytes: by its byte order mark, else as UTF-8, else as UTF-16 without a mark, else in the
/// encoding that its letters suggest. Line endings become `\n`; a byte order mark and NUL characters are dropped.
pub(super) fn text(bytes: &[u8]) -> String {
    let decoded = decoded(bytes);
    let plain = decoded.strip_prefix('\u{feff}').unwrap_or(&decoded);
    if !plain.contains(['\r', '\0', '\u{2028}', '\u{2029}', '\u{85}']) {
        return plain.to_owned();
    }
    plain.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n").replace('\0', "")
}

/// The text of a web page: by its byte order mark, else as UTF-8, else as the page itself says, else as its letters
/// suggest.
pub(super) fn markup(bytes: &[u8]) -> String {
    let named = || Encoding::for_label(declared(bytes)?.as_bytes());
    let marked = Encoding::for_bom(bytes).is_some();
    if marked || std::str::from_utf8(bytes).is_ok() || unmarked_utf16(bytes).is_some() {
        return text(bytes);
    }
    match named().filter(|encoding| *encoding != UTF_8) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => text(bytes),
    }
}

/// The encoding that a page names in its first kilobyte: `<meta charset="windows-1252">`.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let after = head.split_once("charset=")?.1.trim_start_matches(['"', '\'', ' ']);
    let end = after
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'))
        .unwrap_or(after.len());
    Some(after[..end].to_owned()).filter(|label| !label.is_empty())
}

fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0;
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => guessed(bytes).decode_without_bom_handling(bytes).0,
    }
}

/// UTF-16 of mostly Latin letters has a NUL in every other byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(512) & !1];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let most = sample.len() / 2 * 7 / 10;
    match (zeros(0), zeros(1)) {
        _ if sample.len() < 8 => None,
        (even, odd) if odd > most && even == 0 => Some(UTF_16LE),
        (even, odd) if even > most && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// A file that is UTF-8 but for a few damaged bytes is read as UTF-8, anything else as its letters suggest.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let lossy = String::from_utf8_lossy(bytes);
    let lost = lossy.matches('\u{fffd}').count();
    let kept = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if kept > lost {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"uk"), Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "The council’s cost – £1.2m – was “too high”.\nIt fell.";

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_words() {
        let (cp1252, ..) = encoding_rs::WINDOWS_1252.encode(WORDS);
        let forms = [
            WORDS.as_bytes().to_vec(),
            format!("\u{feff}{WORDS}").into_bytes(),
            utf16(WORDS, u16::to_le_bytes),
            utf16(WORDS, u16::to_be_bytes),
            utf16(&format!("\u{feff}{WORDS}"), u16::to_le_bytes),
            utf16(&format!("\u{feff}{WORDS}"), u16::to_be_bytes),
            cp1252.into_owned(),
        ];
        for form in forms {
            assert_eq!(text(&form), WORDS);
        }
    }

    #[test]
    fn every_line_ending_is_one() {
        for ending in ["\n", "\r\n", "\r", "\u{2028}"] {
            assert_eq!(text(format!("One.{ending}{ending}Two.").as_bytes()), "One.\n\nTwo.");
        }
    }

    #[test]
    fn a_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = WORDS.as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(text(&bytes), format!("{WORDS}\u{fffd}"));
    }
}
