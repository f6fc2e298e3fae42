//! Finding many known phrases in a text at once.
//!
//! A lexicon is a list of phrases in lower case, sorted by their first byte
//! when first used, the longer first: as text they weigh least in the page.
//! One walk over a text asks at every
//! beginning of a word only the phrases of that byte, so the cost does not
//! grow with the lists. Case of ASCII letters, signs that only decorate, and
//! the kind and number of blanks make no difference.

use std::sync::OnceLock;

use super::glyph::{blank, decoration, wide};
use crate::order;

/// Phrases with what they mean.
#[derive(Debug)]
pub(super) struct Lexicon<T: 'static> {
    /// The meanings, and for each its phrases.
    means: &'static [T],
    phrases: Phrases,
}

/// Phrases in groups: one program for all meanings there are.
#[derive(Debug)]
struct Phrases {
    /// Each group is one text, with bars between its phrases.
    groups: &'static [&'static str],
    index: OnceLock<Index>,
}

/// The phrases in the order in which they are looked up.
#[derive(Debug)]
struct Index {
    /// With their group; by their first byte, the longer before the shorter.
    phrases: Vec<(&'static str, usize)>,
    /// Where the phrases of each first byte begin.
    first: Vec<usize>,
    /// For each first byte of ASCII the low bits of the second bytes, to pass
    /// most words at one look; and of those phrases alone whose first three
    /// bytes are not all letters.
    second: [u32; 128],
    short: [u32; 128],
    /// One bit for the first three letters of each phrase.
    three: [u32; 128],
}

impl Index {
    fn of(groups: &[&'static str]) -> Self {
        let listed =
            groups.iter().zip(0..).flat_map(|(phrases, group)| phrases.split('|').map(move |one| (one, group)));
        let byte = |phrase: &str| phrase.as_bytes().first().copied().unwrap_or_default();
        let key = |entry: &(&'static str, usize)| {
            (u64::from(byte(entry.0)) << 32) | (u64::from(u32::MAX) ^ entry.0.len() as u64)
        };
        let phrases = order::by_number(listed.collect(), key);
        let first =
            (0..=256).map(|value| phrases.partition_point(|(phrase, _)| usize::from(byte(phrase)) < value)).collect();
        let mut index = Self { phrases: Vec::new(), first, second: [0; 128], short: [0; 128], three: [0; 128] };
        for (phrase, _) in &phrases {
            index.note(phrase.as_bytes());
        }
        index.phrases = phrases;
        index
    }

    fn note(&mut self, phrase: &[u8]) {
        let (bits, letters) = match phrase {
            [_, second, third, ..] => (bit(*second), second.is_ascii_alphanumeric() && third.is_ascii_alphanumeric()),
            [_, second] => (bit(*second), false),
            _ => (u32::MAX, false),
        };
        let [first, second, third] = [0, 1, 2].map(|at| phrase.get(at).copied().unwrap_or_default());
        add(&mut self.second, usize::from(first), bits);
        if letters {
            let place = triple(first, second, third);
            add(&mut self.three, place / 32, 1 << (place % 32));
        } else {
            add(&mut self.short, usize::from(first), bits);
        }
    }
}

/// The low bits of a byte as one bit.
const fn bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

fn add(table: &mut [u32], at: usize, bits: u32) {
    if let Some(slot) = table.get_mut(at) {
        *slot |= bits;
    }
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
    /// Takes phrases in lower case, in any order; for each meaning one text,
    /// with bars between them.
    pub const fn new(means: &'static [T], groups: &'static [&'static str]) -> Self {
        Self { means, phrases: Phrases { groups, index: OnceLock::new() } }
    }

    /// The first phrase of the list that stands at a byte, and where it ends.
    pub fn at(&self, text: &str, start: usize) -> Option<(&'static str, T, usize)> {
        self.find(text, start, &|_, _| true)
    }

    /// The first phrase that stands at a byte and is accepted with its end.
    pub fn find(
        &self,
        text: &str,
        start: usize,
        accept: &dyn Fn(&str, usize) -> bool,
    ) -> Option<(&'static str, T, usize)> {
        let (phrase, group, end) = self.phrases.find(text, start, accept)?;
        Some((phrase, *self.means.get(group)?, end))
    }

    /// What a text means that is a phrase and nothing else.
    pub fn whole(&self, text: &str) -> Option<T> {
        self.find(text, 0, &|_, end| end == text.len()).map(|(_, means, _)| means)
    }

    /// The first phrase that stands at a byte as a word of its own.
    pub fn word_at(&self, text: &str, start: usize) -> Option<Hit<T>> {
        let (group, end) = self.phrases.word_at(text, start)?;
        Some(Hit { means: *self.means.get(group)?, start, end })
    }

    /// All phrases that stand in a text as words of their own, in order.
    pub fn words<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<T>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (group, start, end) = self.phrases.next_word(text, from)?;
            from = end.max(start.saturating_add(1));
            Some(Hit { means: *self.means.get(group)?, start, end })
        })
    }

    /// Every phrase.
    #[cfg(test)]
    pub fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.phrases.groups.iter().flat_map(|phrases| phrases.split('|'))
    }

    /// A phrase that could never be found as written.
    #[cfg(test)]
    pub fn fault(&self) -> Option<&'static str> {
        let wrong = |phrase: &&str| phrase.is_empty() || phrase.to_ascii_lowercase() != **phrase;
        self.phrases().find(wrong)
    }
}

impl Phrases {
    /// The first phrase that stands at a byte and is accepted with its end;
    /// with its group.
    fn find(
        &self,
        text: &str,
        start: usize,
        accept: &dyn Fn(&str, usize) -> bool,
    ) -> Option<(&'static str, usize, usize)> {
        let index = self.index.get_or_init(|| Index::of(self.groups));
        let byte = *text.as_bytes().get(start)?;
        let lower = byte.to_ascii_lowercase();
        let blank = (matches!(byte, b' ' | b'_' | b'-') || wide(byte)) && skip_blanks(text, start) > start;
        // Where a plain letter follows, only phrases with that letter can stand.
        let second = text.as_bytes().get(start.saturating_add(1)).map_or(b'\n', u8::to_ascii_lowercase);
        let plain = !blank && (1..0x80).contains(&second) && second != b' ' && second != b'_';
        if plain {
            let third = text.as_bytes().get(start.saturating_add(2)).map_or(b'\n', u8::to_ascii_lowercase);
            let bit = triple(lower, second, third);
            let letters = second.is_ascii_alphanumeric() && third.is_ascii_alphanumeric();
            if letters && index.three.get(bit / 32).is_some_and(|bits| bits & (1 << (bit % 32)) != 0) {
                // Three letters that some phrase begins with.
            } else {
                let table = if letters { &index.short } else { &index.second };
                let bits = table.get(usize::from(lower)).copied().unwrap_or_default();
                if bits & self::bit(second) == 0 {
                    return None;
                }
            }
        }
        let group = usize::from(if blank { b' ' } else { lower });
        let bound = |at: usize| index.first.get(at).copied().unwrap_or_default();
        let phrases = index.phrases.get(bound(group)..bound(group.saturating_add(1))).unwrap_or_default();
        for (phrase, group) in phrases {
            if plain && phrase.as_bytes().get(1).is_some_and(|wanted| *wanted != second) {
                continue;
            }
            if let Some(end) = end_of(text, start, phrase)
                && accept(phrase, end)
            {
                return Some((phrase, *group, end));
            }
        }
        None
    }

    /// The group of the first phrase that stands at a byte as a word of its
    /// own, and where it ends.
    fn word_at(&self, text: &str, start: usize) -> Option<(usize, usize)> {
        self.find(text, start, &|_, end| ends_word(text, end)).map(|(_, group, end)| (group, end))
    }

    /// The group of the next such phrase at or after a byte, where it begins,
    /// and where it ends.
    fn next_word(&self, text: &str, from: usize) -> Option<(usize, usize, usize)> {
        let mut from = from;
        loop {
            let start = next_start(text, from, false)?;
            if let Some((group, end)) = self.word_at(text, start) {
                return Some((group, start, end));
            }
            from = start.saturating_add(1);
        }
    }
}

/// Names a lexicon and lists its phrases: for each meaning one text, with bars
/// between them.
macro_rules! lexicon {
    ($(#[$doc:meta])* $name:ident: $type:ty = [$(($means:expr, $phrases:expr)),* $(,)?]) => {
        $(#[$doc])*
        pub(super) static $name: $crate::intake::lexicon::Lexicon<$type> =
            $crate::intake::lexicon::Lexicon::new(&[$($means),*], &[$($phrases),*]);
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

/// The byte after all blanks and decoration at a byte, or after the hyphen of
/// a compound: "Azure-AD-Connect-Health-Agent".
fn skip_blanks(text: &str, from: usize) -> usize {
    let byte = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphabetic);
    let next = from.saturating_add(1);
    if text.as_bytes().get(from) == Some(&b'-') && byte(from.checked_sub(1)) && byte(Some(next)) {
        return next;
    }
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
fn begins_word(bytes: &[u8], at: usize, humps: bool) -> bool {
    match at.checked_sub(1).and_then(|before| bytes.get(before)) {
        Some(before) if before.is_ascii_alphanumeric() => {
            humps && before.is_ascii_lowercase() && bytes.get(at).is_some_and(u8::is_ascii_uppercase)
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
/// names are looked for: they may have one, and no humps before them.
pub(super) fn next_start(text: &str, from: usize, dots: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let byte = *bytes.get(at)?;
        let first = byte.is_ascii_alphabetic() || byte >= 0xc0;
        if (first && begins_word(bytes, at, !dots)) || (dots && byte == b'.') {
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

    lexicon!(WORDS: u8 = [(2, "old"), (1, "azure ad"), (5, "old one"), (3, "obsolet"), (4, "現在")]);

    fn found(text: &str) -> Vec<(u8, &str)> {
        WORDS.words(text).map(|hit| (hit.means, &text[hit.start..hit.end])).collect()
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(found("An OLD one, olden, olderly, gold, obsolete"), [(5, "OLD one"), (2, "old"), (3, "obsolet")]);
        assert_eq!(found("Azure® \u{a0}AD_x azure\u{200b} ad"), [(1, "Azure® \u{a0}AD"), (1, "azure\u{200b} ad")]);
        assert_eq!(found("は現在のold"), [(4, "現在"), (2, "old")]);
        assert_eq!(found("éold holdold"), []);
        assert_eq!(found("olden"), [(2, "old")], "a word may be inflected by two letters");
        assert_eq!(found("olderly"), [], "but not by more");
        assert_eq!(found("isOldVersion"), [(2, "Old")]);
    }

    #[test]
    fn phrases_must_be_in_lower_case() {
        assert_eq!(WORDS.fault(), None);
        lexicon!(WRONG: u8 = [(2, "old"), (3, "x|Old")]);
        assert_eq!(WRONG.fault(), Some("Old"));
    }
}
