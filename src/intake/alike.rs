//! Lines that differ in nothing but digits.
//!
//! What a line says hangs on its words and on where its digits stand, not on
//! which digits these are, so lines of logs and lists that are alike need to be
//! understood once. The first two behind a letter do count, as phrases have some
//! there (`name0`, `framework64`), and so does an installer's code of failure.

use std::ops::Range;

use super::eight::{self, TOPS, all, between, zeros};

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

/// A line, eight bytes at a time, with one digit for all that do not count; and
/// whether a code ends in these.
fn masked(line: &[u8]) -> impl Iterator<Item = (u64, bool)> {
    let mut last = (all(b' '), 0, 0);
    eight::words(line).map(move |word| {
        // Each byte beside the one before it, and the one before that.
        let by = |this: u64, last: u64, bytes: u32| (this << (8 * bytes)) | (last >> (64 - 8 * bytes));
        let digits = between(word, b'0', b'9');
        // A sign that is not seen may stand within a phrase.
        let letters = between(word | all(b' '), b'a', b'z') | zeros(word ^ all(b'_')) | zeros(word) | (word & TOPS);
        let kept = by(letters, last.1, 1) | (by(letters, last.1, 2) & by(digits, last.2, 1));
        let hidden = ((digits & !kept) >> 7).wrapping_mul(0xff);
        let [one, six, zero] = CODE;
        let code = (word ^ all(zero)) | (by(word, last.0, 1) ^ all(six)) | (by(word, last.0, 2) ^ all(one));
        last = (word, letters, digits);
        ((word & !hidden) | (hidden & all(b'0')), zeros(code) != 0)
    })
}

/// A number that lines alike have in common; none for one with a code.
fn hash(line: &[u8]) -> Option<u32> {
    let mut hash = line.len() as u64;
    let mut codes = false;
    for (word, code) in masked(line) {
        hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        codes |= code;
    }
    (!codes).then_some((hash >> 32) as u32)
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
        assert!(alike(b"at 12345", b"at 67890") && !alike(b"x\0", b"x0") && !alike(b"1\0", b"11"));
        assert!(!alike(b"name\xe2\x80\x8b0", b"name\xe2\x80\x8b1"));
        assert!(alike(b"SYNC0123", b"SYNC0199"));
        for shift in 0..20 {
            let line = |end: &str| format!("{}{end}", " ".repeat(shift)).into_bytes();
            assert_eq!(hash(&line("status 1603")), None);
            assert!(alike(&line("x 12"), &line("x 34")) && !alike(&line("x12"), &line("x13")));
            assert!(alike(&line("x123"), &line("x124")));
            assert_eq!(hash(&line("in 250 ms")), hash(&line("in 377 ms")));
        }
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
