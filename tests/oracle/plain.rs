//! Texts without disguise, and the numbers in them.

use std::ops::Range;

/// A run of digits.
pub struct Group {
    /// Its value; what is longer than any part of a build is no number.
    pub value: u64,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

/// Half-width digits and signs, nothing invisible, every space a plain one.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10),
            '\u{ff0e}' | '\u{3002}' | '\u{2024}' => Some('.'),
            '\u{ff0c}' => Some(','),
            // Soft hyphens, zero-width characters, direction marks, byte-order marks, and the other
            // half of each character of UTF-16.
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
            '\u{2060}'..='\u{2069}' | '\u{feff}' | '\0' => None,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            c if c.is_whitespace() => Some(' '),
            c => Some(c),
        })
        .collect()
}

/// The text with spaces for its tags.
pub fn without_tags(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .map(|c| {
            let tag = inside || c == '<';
            inside = tag && c != '>';
            if tag { ' ' } else { c }
        })
        .collect()
}

/// Every run of digits.
pub fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(digit) = c.to_digit(10).map(u64::from) else { continue };
        match groups.last_mut() {
            Some(last) if last.at.end == at => {
                last.value = last.value.saturating_mul(10).saturating_add(digit);
                last.at.end += 1;
            }
            _ => groups.push(Group { value: digit, at: at..at + 1 }),
        }
    }
    groups
}

/// The parts of a version of two to four numbers.
pub fn parts(version: &str) -> Option<Vec<u64>> {
    let parts: Option<Vec<u64>> = version.split('.').map(|part| part.parse().ok()).collect();
    parts.filter(|parts| (2..=4).contains(&parts.len()))
}
