//! Finding many known phrases in a text at once.
//!
//! A lexicon is a list of phrases in lower case, which the compiler sorts by
//! their first byte, the longer first. One walk over a text asks at every
//! beginning of a word only the phrases of that byte, so the cost does not
//! grow with the lists. Case of ASCII letters, signs that only decorate, and
//! the kind and number of blanks make no difference.

use super::glyph::{blank, decoration, wide};

/// Phrases with what they mean.
#[derive(Debug)]
pub(super) struct Lexicon<T: 'static> {
    phrases: &'static [(&'static str, T)],
    /// Where the phrases of each first byte begin.
    first: [u16; 257],
    /// For each first byte of ASCII the low bits of the second bytes, to pass
    /// most words at one look; and of those phrases alone whose first three
    /// bytes are not all letters.
    second: [u32; 128],
    short: [u32; 128],
    /// One bit for the first three letters of each phrase.
    three: [u32; 128],
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit<T> {
    /// What it means.
    pub means: T,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl<T: Copy> Lexicon<T> {
    /// Takes a list that [`sorted`] has put in order.
    pub const fn new(phrases: &'static [(&'static str, T)]) -> Self {
        let mut first = [0; 257];
        let mut byte = 0;
        let mut at = 0;
        #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "worked out by the compiler")]
        while byte < 257 {
            while at < phrases.len() && (phrases[at].0.as_bytes()[0] as usize) < byte {
                at += 1;
            }
            first[byte] = at as u16;
            byte += 1;
        }
        let mut second = [0; 128];
        let mut short = [0; 128];
        let mut three = [0; 128];
        let mut at = 0;
        #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "worked out by the compiler")]
        while at < phrases.len() {
            let bytes = phrases[at].0.as_bytes();
            if bytes[0] < 128 {
                let bits = if bytes.len() > 1 { 1 << (bytes[1] & 31) } else { u32::MAX };
                second[bytes[0] as usize] |= bits;
                if bytes.len() > 2 && bytes[1].is_ascii_alphanumeric() && bytes[2].is_ascii_alphanumeric() {
                    let bit = triple(bytes[0], bytes[1], bytes[2]);
                    three[bit / 32] |= 1 << (bit % 32);
                } else {
                    short[bytes[0] as usize] |= bits;
                }
            }
            at += 1;
        }
        Self { phrases, first, second, short, three }
    }

    fn of(&self, byte: u8) -> &'static [(&'static str, T)] {
        let bound = |index: usize| self.first.get(index).copied().map_or(0, usize::from);
        let index = usize::from(byte);
        self.phrases.get(bound(index)..bound(index.saturating_add(1))).unwrap_or_default()
    }

    /// The first phrase of the list that stands at a byte, and where it ends.
    pub fn at(&self, text: &str, start: usize) -> Option<(&'static str, T, usize)> {
        self.find(text, start, |_, _| true)
    }

    /// The first phrase that stands at a byte and is accepted with its end.
    pub fn find(
        &self,
        text: &str,
        start: usize,
        accept: impl Fn(&str, usize) -> bool,
    ) -> Option<(&'static str, T, usize)> {
        let byte = *text.as_bytes().get(start)?;
        let lower = byte.to_ascii_lowercase();
        let blank = (byte == b' ' || byte == b'_' || wide(byte)) && skip_blanks(text, start) > start;
        // Where a plain letter follows, only phrases with that letter can stand.
        let second = text.as_bytes().get(start.saturating_add(1)).map_or(b'\n', u8::to_ascii_lowercase);
        let plain = !blank && (1..0x80).contains(&second) && second != b' ' && second != b'_';
        if plain {
            let third = text.as_bytes().get(start.saturating_add(2)).map_or(b'\n', u8::to_ascii_lowercase);
            let bit = triple(lower, second, third);
            let letters = second.is_ascii_alphanumeric() && third.is_ascii_alphanumeric();
            if letters && self.three.get(bit / 32).is_some_and(|bits| bits & (1 << (bit % 32)) != 0) {
                // Three letters that some phrase begins with.
            } else {
                let table = if letters { &self.short } else { &self.second };
                let bits = table.get(usize::from(lower)).copied().unwrap_or_default();
                if bits & (1 << (second & 31)) == 0 {
                    return None;
                }
            }
        }
        for (phrase, means) in self.of(if blank { b' ' } else { lower }) {
            if plain && phrase.as_bytes().get(1).is_some_and(|wanted| *wanted != second) {
                continue;
            }
            if let Some(end) = end_of(text, start, phrase)
                && accept(phrase, end)
            {
                return Some((phrase, *means, end));
            }
        }
        None
    }

    /// The first phrase that stands at a byte as a word of its own.
    pub fn word_at(&self, text: &str, start: usize) -> Option<Hit<T>> {
        let (_, means, end) = self.find(text, start, |_, end| ends_word(text, end))?;
        Some(Hit { means, start, end })
    }

    /// All phrases that stand in a text as words of their own, in order.
    pub fn words<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<T>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let start = next_start(text, from, false)?;
                if let Some(hit) = self.word_at(text, start) {
                    from = hit.end.max(start.saturating_add(1));
                    return Some(hit);
                }
                from = start.saturating_add(1);
            }
        })
    }

    /// A phrase that could never be found as written.
    #[cfg(test)]
    pub fn fault(&self) -> Option<&'static str> {
        let wrong = |phrase: &&str| phrase.is_empty() || phrase.to_ascii_lowercase() != **phrase;
        self.phrases.iter().map(|(phrase, _)| *phrase).find(wrong)
    }
}

/// A list by the first byte of its phrases, the longer before the shorter.
#[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "worked out by the compiler")]
pub(super) const fn sorted<T: Copy, const N: usize>(list: &[(&'static str, T)]) -> [(&'static str, T); N] {
    let mut out = [list[0]; N];
    let mut filled = 0;
    while filled < N {
        let new = list[filled];
        let (first, length) = (new.0.as_bytes()[0], new.0.len());
        let mut at = filled;
        while at > 0 {
            let (other, longest) = (out[at - 1].0.as_bytes()[0], out[at - 1].0.len());
            if other < first || (other == first && longest >= length) {
                break;
            }
            out[at] = out[at - 1];
            at -= 1;
        }
        out[at] = new;
        filled += 1;
    }
    out
}

/// Names a lexicon and lists its phrases, in any order.
macro_rules! lexicon {
    ($(#[$doc:meta])* $name:ident: $means:ty = [$($entry:expr),* $(,)?]) => {
        $(#[$doc])*
        pub(super) static $name: $crate::intake::lexicon::Lexicon<$means> = {
            const LIST: &[(&str, $means)] = &[$($entry),*];
            const SORTED: [(&str, $means); LIST.len()] = $crate::intake::lexicon::sorted(LIST);
            $crate::intake::lexicon::Lexicon::new(&SORTED)
        };
    };
}
pub(super) use lexicon;

/// A number below 4096 for three letters.
const fn triple(a: u8, b: u8, c: u8) -> usize {
    ((a & 31) as usize) | (((b & 31) as usize) << 5) ^ (((c & 31) as usize) << 7)
}

/// Where a phrase ends that begins at a byte, if it stands there.
pub(super) fn end_of(text: &str, start: usize, phrase: &str) -> Option<usize> {
    let plain = text.as_bytes().get(start..)?.iter().zip(phrase.as_bytes());
    let alike = plain.take_while(|(byte, wanted)| byte.to_ascii_lowercase() == **wanted && **wanted != b' ').count();
    let at = start.saturating_add(alike);
    match phrase.as_bytes().get(alike..)? {
        [] => Some(at),
        [b' ', ..] => disguised_end_of(text, start, at, phrase.as_bytes().get(alike..)?),
        _ if text.as_bytes().get(at).is_some_and(|byte| wide(*byte) || *byte == 0) => {
            disguised_end_of(text, start, at, phrase.as_bytes().get(alike..)?)
        }
        _ => None,
    }
}

/// The same for what is left of a phrase, from a byte where it has a blank or
/// the text has other signs than the phrase.
fn disguised_end_of(text: &str, start: usize, from: usize, phrase: &[u8]) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    for &wanted in phrase {
        loop {
            let byte = *bytes.get(at)?;
            if wanted == b' ' {
                let after = skip_blanks(text, at);
                if after == at {
                    return None;
                }
                at = after;
                break;
            }
            if byte.to_ascii_lowercase() == wanted || (byte.wrapping_add(0x20) == wanted && capital(bytes, at)) {
                at = at.saturating_add(1);
                break;
            }
            // Only a sign that is not part of the phrase may be passed.
            if (byte != 0 && !wide(byte)) || at == start {
                return None;
            }
            let c = text.get(at..)?.chars().next().filter(|c| decoration(*c))?;
            at = at.saturating_add(c.len_utf8());
        }
    }
    Some(at)
}

/// Whether the second byte of an accented Latin capital stands at a byte.
fn capital(bytes: &[u8], at: usize) -> bool {
    let lead = at.checked_sub(1).and_then(|lead| bytes.get(lead));
    lead == Some(&0xc3) && bytes.get(at).is_some_and(|byte| matches!(byte, 0x80..=0x9e))
}

/// The byte after all blanks and decoration at a byte.
fn skip_blanks(text: &str, from: usize) -> usize {
    let mut at = from;
    let mut blanks = 0usize;
    for c in text.get(from..).unwrap_or_default().chars() {
        match c {
            '_' => blanks = blanks.saturating_add(1),
            c if blank(c) => blanks = blanks.saturating_add(1),
            c if decoration(c) => {}
            _ => break,
        }
        at = at.saturating_add(c.len_utf8());
    }
    if blanks == 0 { from } else { at }
}

/// Whether a word may begin at a byte: no letter or digit of the Latin script
/// stands before it, but for the hump of a name like `currentVersion`. Scripts
/// without spaces begin words anywhere.
fn begins_word(bytes: &[u8], at: usize) -> bool {
    match at.checked_sub(1).and_then(|before| bytes.get(before)) {
        Some(before) if before.is_ascii_alphanumeric() => {
            before.is_ascii_lowercase() && bytes.get(at).is_some_and(u8::is_ascii_uppercase)
        }
        Some(before) if wide(*before) => !latin_before(bytes, at),
        _ => true,
    }
}

/// Whether the character before a byte is an accented Latin letter, which
/// UTF-8 writes in two bytes with a lead of 0xC3 to 0xC5.
fn latin_before(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(2).and_then(|lead| bytes.get(lead)).is_some_and(|lead| matches!(lead, 0xc3..=0xc5))
}

/// The next byte at or after `from` at which a word may begin, or a dot where
/// names with a dot are looked for.
pub(super) fn next_start(text: &str, from: usize, dots: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let byte = *bytes.get(at)?;
        let first = byte.is_ascii_alphabetic() || byte >= 0xc0;
        if (first && begins_word(bytes, at)) || (dots && byte == b'.') {
            return Some(at);
        }
        at = at.saturating_add(1);
    }
}

/// Whether a word may end at a byte: no further Latin letter follows, but for
/// one that only inflects it.
fn ends_word(text: &str, end: usize) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| match bytes.get(at) {
        Some(byte) if byte.is_ascii_alphabetic() => true,
        Some(0xc3..=0xc5) => true,
        _ => false,
    };
    let last = end.checked_sub(1).and_then(|last| bytes.get(last));
    let hump = last.is_some_and(u8::is_ascii_lowercase) && bytes.get(end).is_some_and(u8::is_ascii_uppercase);
    if !letter(end) || hump || last.is_some_and(|b| !b.is_ascii_alphabetic()) {
        return true;
    }
    let inflects = |at: usize| bytes.get(at).is_some_and(|b| b"edsaonr".contains(&b.to_ascii_lowercase()));
    let (second, third) = (end.saturating_add(1), end.saturating_add(2));
    inflects(end) && (!letter(second) || (inflects(second) && !letter(third)))
}

#[cfg(test)]
mod tests {
    use super::*;

    lexicon!(WORDS: u8 = [("old", 2), ("azure ad", 1), ("old one", 5), ("obsolet", 3), ("現在", 4)]);

    fn found(text: &str) -> Vec<(u8, &str)> {
        WORDS.words(text).map(|hit| (hit.means, &text[hit.start..hit.end])).collect()
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(found("An OLD one, olden, olderly, gold, obsolete"), [(5, "OLD one"), (2, "old"), (3, "obsolet")]);
        assert_eq!(found("Azure® \u{a0}AD_x azure\u{200b} ad"), [(1, "Azure® \u{a0}AD"), (1, "azure\u{200b} ad")]);
        assert_eq!(found("は現在のold"), [(4, "現在"), (2, "old")]);
        assert_eq!(found("éold holdold"), []);
        assert_eq!(found("isOldVersion"), [(2, "Old")]);
    }

    #[test]
    fn phrases_must_be_in_lower_case() {
        assert_eq!(WORDS.fault(), None);
        lexicon!(WRONG: u8 = [("old", 2), ("Old", 3)]);
        assert_eq!(WRONG.fault(), Some("Old"));
    }
}
