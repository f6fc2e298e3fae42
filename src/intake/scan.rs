//! Finds numbers with dots in a text, in all the disguises they come in.
//!
//! One pass, and a list of numbers is not read to its end for each of them:
//! ASCII and full-width digits, dots or (for four parts) commas between them,
//! with zero-width characters and direction marks anywhere, and single spaces
//! around the separators of a four-part number as file properties print it
//! (`2, 5, 79, 0`). The pass looks at eight bytes at
//! a time for something that can separate two digits, and only there reads
//! characters.

use std::ops::Range;

use super::eight::{self, TOPS, all, zeros};
use super::glyph::{blank, comma, digit, dot, invisible};
use crate::version::Build;

/// The most parts that are kept; more make it no version at all.
pub(super) const MOST_PARTS: usize = 5;

/// The longest that a number is told as it was written, in digits and dots.
const LONGEST: usize = 64;

/// A number with at least two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    values: [u16; MOST_PARTS],
    count: u8,
    /// Whether a part is above 65535.
    over: bool,
    /// Whether its parts stand apart, in columns or fields of their own.
    pub apart: bool,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

impl Token {
    /// A number whose parts stand apart.
    pub fn apart(parts: [u16; 4], span: Range<usize>) -> Self {
        let [a, b, c, d] = parts;
        Self { values: [a, b, c, d, 0], count: 4, over: false, apart: true, span }
    }

    /// Its parts; none where one is too large for a version.
    pub fn parts(&self) -> &[u16] {
        let count = if self.over { 0 } else { usize::from(self.count) };
        self.values.get(..count).unwrap_or_default()
    }

    /// Whether it has four parts.
    pub fn is_complete(&self) -> bool {
        self.parts().len() == 4
    }

    /// The four parts of a complete build.
    pub fn four(&self) -> Option<[u16; 4]> {
        self.parts().try_into().ok()
    }

    /// The number in plain digits and dots.
    pub fn plain(&self, text: &str) -> String {
        if self.apart {
            return self.four().map(|parts| Build::new(parts).to_string()).unwrap_or_default();
        }
        let written = text.get(self.span.clone()).unwrap_or_default();
        let mut plain = String::with_capacity(written.len().min(LONGEST));
        for c in written.chars().filter(|c| !invisible(*c) && !blank(*c)) {
            if plain.len() >= LONGEST {
                return self.short(plain);
            }
            plain.push(digit(c).and_then(|d| char::from_digit(d, 10)).unwrap_or('.'));
        }
        plain
    }

    /// A number that is longer than anybody writes: without the zeros that make
    /// it so, or cut off where its digits do.
    fn short(&self, cut: String) -> String {
        let parts = self.parts().iter().map(u16::to_string);
        parts.reduce(|number, part| number + "." + &part).unwrap_or(cut)
    }

    fn push(&mut self, part: Option<u16>) {
        self.over |= part.is_none();
        if let Some(slot) = self.values.get_mut(usize::from(self.count)) {
            *slot = part.unwrap_or_default();
            self.count = self.count.saturating_add(1);
        }
    }
}

/// All numbers with two parts or more, in the order of the text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(separator) = next_separator(text.as_bytes(), from) {
        let mut next = separator.saturating_add(1);
        if let Some(start) = first_digit(text, separator, from) {
            let (token, end) = number(text, start);
            found.extend(token);
            next = next.max(end);
        }
        from = next;
        while !text.is_char_boundary(from) {
            from = from.saturating_add(1);
        }
    }
    found
}

/// The next byte at or after `from` that can part two digits: a dot or comma
/// between what may be digits, or the first byte of another sign for a dot or
/// of a full-width digit.
fn next_separator(bytes: &[u8], from: usize) -> Option<usize> {
    let mask = |word: u64| {
        // No dot or comma beside a letter parts digits, and those have a bit
        // that neither digits nor blanks have. A comma is a dot without its
        // second bit.
        let letters = (word << 1) & !word & TOPS;
        let dots = zeros((word | all(2)) ^ all(b'.')) & !(letters << 8) & !(letters >> 8);
        if word & TOPS == 0 {
            return dots;
        }
        dots | zeros(word ^ all(0xef)) | zeros((word & !all(1)) ^ all(0xe2))
    };
    let mut at = from;
    loop {
        at = eight::find(bytes, at, mask, |byte| matches!(byte, b'.' | b',' | 0xe2 | 0xe3 | 0xef))?;
        let byte = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b'\n');
        let (left, this, right) = (byte(at.checked_sub(1)), byte(Some(at)), byte(at.checked_add(1)));
        let near = |b: u8| matches!(b, b'0'..=b'9' | b' ' | 0 | 0x80..);
        let parts = match this {
            0xef => true,
            // U+2024 and U+3002, behind a digit of either width.
            0xe2 | 0xe3 => right == 0x80 && matches!(left, b'0'..=b'9' | 0x80..=0x99),
            b'.' | b',' => near(left) && near(right),
            _ => false,
        };
        if parts {
            return Some(at);
        }
        at = at.saturating_add(1);
    }
}

/// Where the digits begin that a separator follows; not before `floor`.
fn first_digit(text: &str, separator: usize, floor: usize) -> Option<usize> {
    let mut start = None;
    let mut spaces = 0;
    for (at, c) in text.get(floor..separator)?.char_indices().rev() {
        if digit(c).is_some() {
            start = Some(floor.saturating_add(at));
        } else if start.is_none() && blank(c) && spaces == 0 {
            spaces = 1;
        } else if !invisible(c) {
            break;
        }
    }
    // A full-width digit is found by itself.
    start.or_else(|| {
        let first = text.get(separator..)?.chars().next()?;
        (digit(first).is_some()).then_some(separator)
    })
}

/// A cursor over the characters, blind to the invisible ones.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<(char, usize)> {
        // Most characters are plain.
        if let Some(byte) = self.text.as_bytes().get(self.at)
            && (1..0x80).contains(byte)
        {
            return Some((char::from(*byte), self.at.saturating_add(1)));
        }
        let rest = self.text.get(self.at..)?;
        rest.char_indices()
            .find(|(_, c)| !invisible(*c))
            .map(|(offset, c)| (c, self.at.saturating_add(offset).saturating_add(c.len_utf8())))
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        match self.peek() {
            Some((c, after)) if wanted(c) => {
                self.at = after;
                true
            }
            _ => false,
        }
    }

    fn digits(&mut self) -> Option<u16> {
        let mut value: u32 = 0;
        while let Some((c, after)) = self.peek() {
            let Some(d) = digit(c) else { break };
            value = value.saturating_mul(10).saturating_add(d);
            self.at = after;
        }
        u16::try_from(value).ok()
    }
}

/// Reads one number from a digit on; also says where to go on.
fn number(text: &str, start: usize) -> (Option<Token>, usize) {
    match plain(text.as_bytes(), start) {
        Some(token) => {
            let end = token.span.end;
            ((token.count >= 2).then_some(token), end)
        }
        None => disguised(text, start),
    }
}

/// The same for any number.
fn disguised(text: &str, start: usize) -> (Option<Token>, usize) {
    let (strict, commas) = run(text, start, false);
    if strict.count < 4
        && let (spaced, _) = run(text, start, true)
        && spaced.count == 4
    {
        let end = spaced.span.end;
        return (Some(spaced), end);
    }
    let end = strict.span.end;
    let is_number = strict.count >= 2 && (!commas || strict.count == 4);
    if commas && !is_number {
        // A list of numbers is passed whole; behind a decimal comma a number
        // of its own may begin.
        let list = usize::from(strict.count) >= MOST_PARTS;
        return (None, if list { end } else { after_first_part(text, start) });
    }
    (is_number.then_some(strict), end)
}

/// A number as nearly all are: ASCII digits with single dots, and behind it
/// nothing that could make more of it.
fn plain(bytes: &[u8], start: usize) -> Option<Token> {
    let mut token = Token { values: [0; MOST_PARTS], count: 0, over: false, apart: false, span: start..start };
    let mut at = start;
    loop {
        let mut value: u32 = 0;
        let first = at;
        while let Some(byte @ b'0'..=b'9') = bytes.get(at) {
            value = value.saturating_mul(10).saturating_add(u32::from(byte & 15));
            at = at.saturating_add(1);
        }
        if at == first {
            return None;
        }
        token.push(u16::try_from(value).ok());
        match bytes.get(at..).unwrap_or_default() {
            [b'.', b'0'..=b'9', ..] => at = at.saturating_add(1),
            [0 | 0x80.., ..] | [b'.', 0 | 0x80.., ..] => return None,
            // Commas may stand for the dots, and blanks beside either.
            [b',', ..] if token.count == 1 => return None,
            [b'.', b' ', ..] | [b' ', b'.' | b',' | 0 | 0x80.., ..] if token.count < 4 => return None,
            _ => break,
        }
    }
    token.span.end = at;
    Some(token)
}

fn after_first_part(text: &str, start: usize) -> usize {
    let mut cursor = Cursor { text, at: start };
    cursor.digits();
    cursor.at
}

/// The parts from a digit on, and whether commas stand for the dots.
fn run(text: &str, start: usize, spaced: bool) -> (Token, bool) {
    let mut cursor = Cursor { text, at: start };
    let mut token = Token { values: [0; MOST_PARTS], count: 0, over: false, apart: false, span: start..start };
    token.push(cursor.digits());
    token.span.end = cursor.at;
    let mut commas = None;
    loop {
        if spaced {
            cursor.take(blank);
        }
        let is_comma = match cursor.peek() {
            Some((c, _)) if dot(c) => false,
            Some((c, _)) if comma(c) => true,
            _ => break,
        };
        if commas.is_some_and(|known| known != is_comma) {
            break;
        }
        cursor.take(|_| true);
        if spaced {
            cursor.take(blank);
        }
        if cursor.peek().is_none_or(|(c, _)| digit(c).is_none()) {
            break;
        }
        commas = Some(is_comma);
        token.push(cursor.digits());
        token.span.end = cursor.at;
        if spaced && usize::from(token.count) >= MOST_PARTS {
            break;
        }
    }
    (token, commas.unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.plain(text)).collect()
    }

    #[test]
    fn plain_numbers_are_found_where_they_stand() {
        let text = "é 2.5.79.0, then 2.6.92.0.";
        let found = tokens(text);
        assert_eq!(found.iter().map(|t| &text[t.span.clone()]).collect::<Vec<_>>(), ["2.5.79.0", "2.6.92.0"]);
        assert_eq!(found[0].four(), Some([2, 5, 79, 0]));
    }

    #[test]
    fn disguises_are_seen_through() {
        for text in [
            "2, 5, 79, 0",
            "2,5,79,0",
            "2 . 5 . 79 . 0",
            "２．５．７９．０",
            "2.\u{200b}5.7\u{200d}9.0",
            "\u{200e}2.5.79.0\u{200f}",
            "2\x00.\x005\x00.\x007\x009\x00.\x000",
            "2\u{200b}.5.79.0",
            "２.５.７９.０",
            "2。5。79。0",
            "2\u{2024}5\u{2024}79\u{2024}0",
            "2，5，79，0",
        ] {
            assert_eq!(texts(text), ["2.5.79.0"], "{text:?}");
        }
        assert_eq!(texts("1.0.419.0911"), ["1.0.419.0911"], "zeros stay as written");
    }

    #[test]
    fn what_looks_plain_is_read_as_any_number() {
        const SIGNS: [&str; 8] = ["1", ".", ",", " ", "\0", "x", "１", "。"];
        let mut plain = 0;
        for mut choice in 0..8_usize.pow(5) {
            let mut text = "2.5".to_owned();
            for _ in 0..5 {
                text += SIGNS[choice % 8];
                choice /= 8;
            }
            for start in [0, 2] {
                plain += usize::from(super::plain(text.as_bytes(), start).is_some());
                assert_eq!(number(&text, start), disguised(&text, start), "{text:?}");
            }
        }
        assert!(plain > 1000);
    }

    #[test]
    fn decimals_lists_and_endless_numbers_are_none() {
        assert_eq!(texts("1,5 GB and 42 apples"), Vec::<String>::new());
        assert_eq!(texts("9,9,2,5,79,0"), Vec::<String>::new());
        assert_eq!(usize::from(tokens("1.2.3.4.5.6.7")[0].count), MOST_PARTS);
        assert!(tokens("2.99999.1.0")[0].parts().is_empty());
        assert!(tokens(&format!("{}.1", "9".repeat(40)))[0].parts().is_empty());
        assert!(tokens(&".".repeat(10_000)).is_empty());
    }

    #[test]
    fn csv_cells_stay_apart() {
        assert_eq!(texts("SYNC01,2.5.79.0,2026"), ["2.5.79.0"]);
        assert_eq!(texts("2.5.79.0,2.6.92.0"), ["2.5.79.0", "2.6.92.0"]);
    }

    #[test]
    fn a_number_is_found_at_every_distance_from_the_beginning() {
        for shift in 0..40 {
            let text = format!("{}2.5.79.0{}", "x ".repeat(shift), "y".repeat(shift));
            assert_eq!(texts(&text).len(), 1, "{text}");
            let text = format!("{}é2.5.79.0", " ".repeat(shift));
            assert_eq!(texts(&text), ["2.5.79.0"], "{text}");
        }
    }
}
