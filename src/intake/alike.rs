//! Lines that differ in nothing but digits.
//!
//! What a line says hangs on its words and on where its digits stand, not on
//! which digits these are, so lines of logs and lists that are alike need to be
//! understood once. The first two behind a letter do count, as phrases have some
//! there (`name0`, `framework64`), and so does an installer's code of failure.

use std::ops::Range;

use super::eight::{self, TOPS, all, between, zeros};

/// How an installer's codes of failure begin.
const CODE: [u8; 3] = *b"160";
/// The most kinds of lines that are remembered at a time.
const KINDS: usize = 16_384;
/// The most masked words that are kept for them: half a mebibyte.
const WORDS: usize = 65_536;

/// The kinds of lines seen of late.
pub(super) struct Alike {
    /// A power of two of places, one for each hash of a line: the length of the
    /// first of its kind, where its masked words stand, and what that is known by.
    places: Vec<Option<(usize, Range<usize>, usize)>>,
    /// The masked words of these lines, one after the other.
    words: Vec<u64>,
}

impl Alike {
    /// For the lines of a text.
    pub fn new(text: &str) -> Self {
        /// The length of a short line.
        const LINE: usize = 32;
        let size = (text.len() / LINE).clamp(1, KINDS).next_power_of_two();
        Self { places: vec![None; size], words: Vec::new() }
    }

    /// What the first line that is like this one is known by; if there is
    /// none, this is the first, by the name `new`.
    pub fn find(&mut self, line: &[u8], new: usize) -> Option<usize> {
        if self.words.len() > WORDS {
            self.words.clear();
            self.places.fill(None);
        }
        let start = self.words.len();
        let mut codes = false;
        self.words.extend(masked(line).map(|(word, code)| {
            codes |= code;
            word
        }));
        let end = self.words.len();
        let this = self.words.get(start..end)?;
        let mask = self.places.len().saturating_sub(1);
        let place = self.places.get_mut(hash(this) & mask).filter(|_| !codes);
        let known = match &place {
            Some(Some((length, first, known))) if *length == line.len() => {
                self.words.get(first.clone()).filter(|first| first.iter().eq(this)).map(|_| *known)
            }
            _ => None,
        };
        match place {
            Some(place) if known.is_none() => *place = Some((line.len(), start..end, new)),
            _ => self.words.truncate(start),
        }
        known
    }
}

/// A line, eight bytes at a time, with one digit for all that do not count; and
/// whether a code ends in these.
fn masked(line: &[u8]) -> impl Iterator<Item = (u64, bool)> {
    let mut last = (all(b' '), 0, 0);
    eight::words(line).map(move |word| {
        // Each byte beside the one before it, and the one before that.
        let beside = |this: u64, last: u64| (this << 8) | (last >> 56);
        let further = |this: u64, last: u64| (this << 16) | (last >> 48);
        let digits = between(word, b'0', b'9');
        // A sign that is not seen may stand within a phrase.
        let letters = between(word | all(b' '), b'a', b'z') | zeros(word ^ all(b'_')) | zeros(word) | (word & TOPS);
        let kept = beside(letters, last.1) | (further(letters, last.1) & beside(digits, last.2));
        let hidden = ((digits & !kept) >> 7).wrapping_mul(0xff);
        let [one, six, zero] = CODE;
        let code = (word ^ all(zero)) | (beside(word, last.0) ^ all(six)) | (further(word, last.0) ^ all(one));
        last = (word, letters, digits);
        ((word & !hidden) | (hidden & all(b'0')), zeros(code) != 0)
    })
}

/// A number that lines alike have in common.
fn hash(words: &[u64]) -> usize {
    let mix = |hash: u64, word: &u64| (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (words.iter().fold(words.len() as u64, mix) >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::super::{claim, headings, hosts, name_list, role_list, roles, servers, staging, tables, whose};
    use super::*;

    /// Whether two lines are of one kind.
    fn alike(a: &[u8], b: &[u8]) -> bool {
        let mut lines = Alike::new("");
        lines.find(a, 1);
        lines.find(b, 2) == Some(1)
    }

    /// No phrase has a digit that lines alike may differ in. (What a field says
    /// of staging mode may be one: such lines share nothing.)
    #[test]
    fn digits_of_phrases_count() {
        let lists = [&claim::UNDONE, &hosts::NO_HOST, &name_list::STEMS, &role_list::DONE, &role_list::FAILED];
        let more = [&roles::FROM, &roles::TO, &roles::MOVING, &servers::LABELS, &staging::STAGING];
        let rest = [&tables::VERSION, &tables::PROGRAMS, &tables::MAKERS, &whose::NAMING, &headings::RELEASE];
        let phrases = lists.into_iter().chain(more).chain(rest).flat_map(|list| list.phrases());
        let names = name_list::PHRASES.phrases().chain(name_list::AFTER_STEM.phrases());
        let roles = role_list::BEFORE.phrases().chain(role_list::AFTER.phrases());
        let mut digits = 0;
        for phrase in phrases.chain(names).chain(roles) {
            for at in (0..phrase.len()).filter(|at| phrase.as_bytes()[*at].is_ascii_digit()) {
                let mut other = phrase.as_bytes().to_vec();
                other[at] = if other[at] == b'9' { b'8' } else { b'9' };
                assert!(!alike(phrase.as_bytes(), &other), "{phrase}");
                digits += 1;
            }
        }
        assert!(digits > 5);
    }

    #[test]
    fn lines_with_a_code_are_alone() {
        for code in role_list::CODES {
            assert!(code.as_bytes().starts_with(&CODE), "{code}");
        }
    }

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
            assert!(!alike(&line("status 1603"), &line("status 1603")), "a code of failure counts");
            assert!(alike(&line("x 12"), &line("x 34")) && !alike(&line("x12"), &line("x13")));
            assert!(alike(&line("x123"), &line("x124")));
            assert!(alike(&line("in 250 ms"), &line("in 377 ms")));
        }
    }

    #[test]
    fn most_kinds_are_found_again() {
        let line = |n: usize| format!("{} {}", "x".repeat(n % 300), "1 ".repeat(n / 300));
        let lines: Vec<String> = (0..1000).map(line).collect();
        let mut alike = Alike::new(&lines.concat());
        let mut round = || {
            let found = lines.iter().enumerate().map(|(n, line)| (n, alike.find(line.as_bytes(), n)));
            found.filter_map(|(n, found)| found.map(|found| assert_eq!(found, n))).count()
        };
        assert_eq!(round(), 0);
        assert!(round() > 600);
        assert_eq!(Alike::new("").find(b"", 7), None);
    }
}
