//! Eight bytes of a text at a time, as one number: the fastest look that a
//! browser offers without more.
//!
//! A mask has the high bit of each byte for which something holds.

/// A one in every byte.
pub(super) const ONES: u64 = u64::MAX / 255;
/// The high bit of every byte.
pub(super) const TOPS: u64 = ONES << 7;

/// The same byte eight times.
pub(super) const fn all(byte: u8) -> u64 {
    ONES.wrapping_mul(byte as u64)
}

/// The high bit of every byte that is zero, and perhaps of some above the
/// lowest such byte.
pub(super) const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & TOPS
}

/// The place of the lowest byte of a mask.
pub(super) const fn lowest(mask: u64) -> usize {
    (mask.trailing_zeros() / 8) as usize
}

/// The bytes of ASCII from one to another.
pub(super) const fn between(word: u64, from: u8, to: u8) -> u64 {
    let plain = word & !TOPS;
    let above = plain.wrapping_add(all(0x80_u8.wrapping_sub(from)));
    let beyond = plain.wrapping_add(all(0x7f_u8.wrapping_sub(to)));
    above & !beyond & !word & TOPS
}

/// The next byte at or after `from` that may be wanted: `mask` misses none in
/// eight, but may find others too.
pub(super) fn find(bytes: &[u8], from: usize, mask: impl Fn(u64) -> u64, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let Some(eight) = rest.first_chunk() else {
            return rest.iter().position(|byte| wanted(*byte)).map(|step| at.saturating_add(step));
        };
        match mask(u64::from_le_bytes(*eight)) {
            0 => at = at.saturating_add(8),
            found => return Some(at.saturating_add(lowest(found))),
        }
    }
}

/// The last byte before `to` and not before `floor` that is wanted; `mask` as
/// in [`find`].
pub(super) fn find_back(
    bytes: &[u8],
    floor: usize,
    to: usize,
    mask: impl Fn(u64) -> u64,
    wanted: impl Fn(u8) -> bool,
) -> Option<usize> {
    let mut rest = bytes.get(floor..to)?;
    loop {
        let part = match rest.last_chunk::<8>() {
            Some(eight) if mask(u64::from_le_bytes(*eight)) == 0 => None,
            Some(eight) => Some(eight.as_slice()),
            None => Some(rest),
        };
        let found = part.and_then(|part| part.iter().rposition(|byte| wanted(*byte)).map(|at| (at, part.len())));
        if let Some((at, length)) = found {
            return Some(floor.saturating_add(rest.len()).saturating_sub(length).saturating_add(at));
        }
        rest = rest.get(..rest.len().checked_sub(8)?)?;
    }
}

/// All bytes, eight at a time, with blanks behind the last.
pub(super) fn words(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let (eights, rest) = bytes.as_chunks::<8>();
    let last = rest.iter().rev().fold(all(b' '), |word, byte| (word << 8) | u64::from(*byte));
    let last = (!rest.is_empty()).then_some(last);
    eights.iter().map(|eight| u64::from_le_bytes(*eight)).chain(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_at_every_place() {
        for length in 0..40 {
            let text = vec![b'x'; length];
            let dot = |from| find(&text, from, |word| zeros(word ^ all(b'.')), |byte| byte == b'.');
            assert_eq!(dot(0), None);
            for at in 0..length {
                let mut text = text.clone();
                text[at] = b'.';
                let found = find(&text, at / 2, |word| zeros(word ^ all(b'.')), |byte| byte == b'.');
                assert_eq!(found, Some(at), "{length}");
            }
        }
    }

    #[test]
    fn bytes_are_found_from_behind() {
        for length in 0..30 {
            for at in 0..length {
                let mut text = vec![b'x'; length];
                text[at] = b'.';
                let dot = |floor, to| find_back(&text, floor, to, |word| zeros(word ^ all(b'.')), |byte| byte == b'.');
                assert_eq!((dot(0, length), dot(at, at + 1)), (Some(at), Some(at)), "{length}");
                assert_eq!((dot(0, at), dot(at + 1, length)), (None, None), "{length}");
                text[0] = b'.';
                let last = find_back(&text, 0, length, |word| zeros(word ^ all(b'.')), |byte| byte == b'.');
                assert_eq!(last, Some(at), "{length}");
            }
        }
    }

    #[test]
    fn ranges_hold_their_ends() {
        for byte in 0..=255_u8 {
            let mask = between(all(byte), b'0', b'9');
            assert_eq!(mask, if byte.is_ascii_digit() { TOPS } else { 0 }, "{byte}");
        }
    }

    #[test]
    fn the_last_word_is_filled_up() {
        let texts: Vec<[u8; 8]> = words(b"0123456789").map(u64::to_le_bytes).collect();
        assert_eq!(texts, [*b"01234567", *b"89      "]);
        assert_eq!(words(b"").count(), 0);
    }
}
