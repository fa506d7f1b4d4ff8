//! A text's bytes in, where words may begin in it out.

/// Where a word may begin: each byte before which no ASCII letter or digit stands, in order. Eight bytes are looked at in
/// one step, as lanes of one number.
pub(super) struct WordStarts<'a> {
    bytes: &'a [u8],
    /// Where the eight begin whose starts are in `starts`.
    eight: usize,
    /// The highest bit of each lane whose byte may begin a word.
    starts: u64,
    /// Whether an ASCII letter or digit stands before the next eight, as the highest bit of the lane before the first.
    within: u64,
}

impl<'a> WordStarts<'a> {
    pub fn new(bytes: &'a [u8], from: usize) -> Self {
        let within = from.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphanumeric());
        let mut starts = Self { bytes, eight: from, starts: 0, within: u64::from(within) << 7 };
        starts.look();
        starts
    }

    fn look(&mut self) {
        let rest = self.bytes.get(self.eight..).unwrap_or_default();
        let (lanes, last) = match rest.first_chunk::<8>() {
            Some(eight) => (u64::from_le_bytes(*eight), HIGH),
            None => {
                let mut eight = [0; 8];
                eight[..rest.len()].copy_from_slice(rest);
                (u64::from_le_bytes(eight), HIGH & ((1 << (8 * rest.len())) - 1))
            }
        };
        let words = alphanumeric(lanes);
        self.starts = !(words << 8 | self.within) & last;
        self.within = words >> 56;
    }
}

impl Iterator for WordStarts<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.starts == 0 {
            self.eight += 8;
            if self.eight >= self.bytes.len() {
                return None;
            }
            self.look();
        }
        let at = self.eight + self.starts.trailing_zeros() as usize / 8;
        self.starts &= self.starts - 1;
        Some(at)
    }
}

const HIGH: u64 = 0x8080_8080_8080_8080;
const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each lane that holds an ASCII letter or digit.
fn alphanumeric(lanes: u64) -> u64 {
    // Of seven bits: what is added to a lane carries into its highest bit and no further.
    let bits = lanes & !HIGH;
    let small = bits | (0x20 * EACH);
    let from = |lanes: u64, first: u8| lanes + u64::from(0x80 - first) * EACH;
    let letters = from(small, b'a') & !from(small, b'z' + 1);
    let digits = from(bits, b'0') & !from(bits, b'9' + 1);
    (letters | digits) & !lanes & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_begin_where_no_letter_or_digit_stands_before() {
        let text = "Two boats’ nets: 12 (é) of the 2nd A-quay@home[x]{y}`z".as_bytes();
        for from in 0..text.len() {
            let expected = (from..text.len()).filter(|at| *at == 0 || !text[at - 1].is_ascii_alphanumeric());
            assert!(WordStarts::new(text, from).eq(expected), "from {from}");
        }
        for byte in 0..=255 {
            let found: Vec<usize> = WordStarts::new(&[byte, b'a'], 1).collect();
            assert_eq!(found.is_empty(), byte.is_ascii_alphanumeric(), "{byte}");
        }
        assert_eq!(WordStarts::new(b"", 0).next(), None);
    }
}
