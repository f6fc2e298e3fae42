//! Lines that differ in nothing but digits.
//!
//! What a line says hangs on its words and on where its digits stand, not on
//! which digits these are, so lines of logs and lists that are alike need to be
//! understood once. Digits close behind a letter do count, as phrases have some
//! there (`name0`, `framework64`), and so does an installer's code of failure.

use std::ops::Range;

/// How many digits behind a letter count.
const BESIDE: u8 = 2;
/// How the codes of failure begin, 1602 and 1603.
const CODE: [u8; 3] = *b"160";
/// The most lines that are compared to find one alike.
const TRIES: usize = 32;

/// The kinds of lines seen so far.
#[derive(Debug, Default)]
pub(super) struct Alike {
    /// A power of two of places, at most half of them taken: the hash of a
    /// line, where the first of its kind stands, and what that is known by.
    places: Vec<Option<(u32, Range<usize>, usize)>>,
    taken: usize,
}

impl Alike {
    /// What the first line that is like this one is known by; if there is
    /// none, this is the first, by the name `new`.
    pub fn find(&mut self, text: &str, span: Range<usize>, new: usize) -> Option<usize> {
        let line = text.as_bytes().get(span.clone())?;
        let hash = hash(line)?;
        if self.taken.saturating_mul(2) >= self.places.len() {
            self.grow();
        }
        for place in self.probe(hash) {
            match self.places.get(place)? {
                None => {
                    *self.places.get_mut(place)? = Some((hash, span, new));
                    self.taken = self.taken.saturating_add(1);
                    return None;
                }
                Some((other, first, known))
                    if *other == hash && text.as_bytes().get(first.clone()).is_some_and(|first| alike(first, line)) =>
                {
                    return Some(*known);
                }
                Some(_) => {}
            }
        }
        None
    }

    /// The places at which a line may stand.
    fn probe(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.places.len().saturating_sub(1);
        (0..TRIES).map(move |step| (hash as usize).wrapping_add(step) & mask)
    }

    fn grow(&mut self) {
        let size = self.places.len().saturating_mul(2).max(64);
        for kept in std::mem::replace(&mut self.places, vec![None; size]) {
            let Some(kept) = kept else { continue };
            let free = self.probe(kept.0).find(|place| matches!(self.places.get(*place), Some(None)));
            if let Some(slot) = free.and_then(|place| self.places.get_mut(place)) {
                *slot = Some(kept);
            }
        }
    }
}

/// The bytes of a line, with one digit for all that do not count.
fn masked(line: &[u8]) -> impl Iterator<Item = u8> {
    let mut room = 0u8;
    line.iter().map(move |&byte| {
        match byte {
            b'0'..=b'9' if room == 0 => return b'0',
            b'0'..=b'9' => room = room.saturating_sub(1),
            // A sign that is not seen may stand within a phrase.
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0 | 0x80.. => room = BESIDE,
            _ => room = 0,
        }
        byte
    })
}

/// A number that lines alike have in common; none for one with a code.
fn hash(line: &[u8]) -> Option<u32> {
    if line.windows(CODE.len()).any(|part| part == CODE) {
        return None;
    }
    let hash =
        masked(line).fold(0, |hash: u32, byte| (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9e37_79b1));
    Some(hash ^ (hash >> 15))
}

fn alike(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && masked(a).eq(masked(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_may_differ() {
        assert!(alike(b"09:15 took 12 ms", b"10:27 took 99 ms"));
        assert!(!alike(b"09:15 took 12 ms", b"10:27 took 9 ms"));
        assert!(!alike(b"name0", b"name1") && !alike(b"framework64", b"framework63"));
        assert!(!alike(b"name\xe2\x80\x8b0", b"name\xe2\x80\x8b1"));
        assert!(alike(b"SYNC0123", b"SYNC0199"));
        assert_eq!(hash(b"status 1603"), None);
    }

    #[test]
    fn the_first_alike_is_found_among_many() {
        let lines: Vec<String> =
            (0..2000).map(|n| format!("{} {}", "x".repeat(n % 300), "1 ".repeat(n / 300))).collect();
        let text = lines.concat();
        let mut alike = Alike::default();
        for round in [None, Some(0)] {
            let mut from = 0;
            for (n, line) in lines.iter().enumerate() {
                let found = alike.find(&text, from..from + line.len(), n);
                assert_eq!(found, round.map(|_: usize| n), "{line}");
                from += line.len();
            }
        }
    }
}
