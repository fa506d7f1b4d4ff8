//! Bytes in, where the next one of a set stands out.

/// For each byte whether it belongs to a set.
pub type ByteSet = [bool; 256];

/// Where the first byte of a set stands. Eight are looked at in one step, because most texts are searched for what is rare.
pub fn first_of(set: &ByteSet, bytes: &[u8]) -> Option<usize> {
    let has = |byte: u8| set[usize::from(byte)];
    let (eights, rest) = bytes.as_chunks::<8>();
    let holds = |[a, b, c, d, e, f, g, h]: &[u8; 8]| {
        has(*a) | has(*b) | has(*c) | has(*d) | has(*e) | has(*f) | has(*g) | has(*h)
    };
    match eights.iter().position(holds) {
        Some(eight) => eights[eight].iter().position(|byte| has(*byte)).map(|at| eight * 8 + at),
        None => rest.iter().position(|byte| has(*byte)).map(|at| eights.len() * 8 + at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_is_found_wherever_it_stands() {
        let mut set = [false; 256];
        set[usize::from(b'!')] = true;
        for length in 0..20 {
            let mut bytes = vec![b'.'; length];
            assert_eq!(first_of(&set, &bytes), None);
            bytes.extend(b"!.!");
            assert_eq!(first_of(&set, &bytes), Some(length));
        }
    }
}
