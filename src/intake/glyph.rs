//! Characters as they matter here: what is a digit, what is not seen, what
//! only decorates.

/// Whether a character may stand inside a number or a name without being seen.
pub(super) fn invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\0')
}

/// Whether a character is a space that does not end the line.
pub(super) fn blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{3000}')
}

/// Whether a character only decorates a name.
pub(super) fn decoration(c: char) -> bool {
    matches!(c, '®' | '™') || invisible(c)
}

/// The value of a digit, half or full width.
pub(super) fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| match c {
        '\u{ff10}'..='\u{ff19}' => (c as u32).checked_sub(0xff10),
        _ => None,
    })
}

/// Whether a character may stand for a dot.
pub(super) fn dot(c: char) -> bool {
    matches!(c, '.' | '\u{ff0e}' | '\u{3002}' | '\u{2024}')
}

/// Whether a character may stand for a comma.
pub(super) fn comma(c: char) -> bool {
    matches!(c, ',' | '\u{ff0c}')
}

/// Whether a byte begins or continues a character that is not ASCII.
pub(super) fn wide(byte: u8) -> bool {
    byte >= 0x80
}
