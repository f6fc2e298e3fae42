//! Where lines begin and end: all ends that Windows, Unix and Unicode know.

use std::ops::Range;

use super::eight::{self, TOPS, all, zeros};

/// How far up the beginning of a table is looked for, in bytes.
const TABLE: usize = 256 * 1024;

/// The line above one that starts at a byte; not before `floor`.
pub(super) fn line_above(text: &str, start: usize, floor: usize) -> Range<usize> {
    let width = match text.as_bytes().get(floor..start).unwrap_or_default() {
        [.., b'\r', b'\r', b'\n'] | [.., 0xe2, 0x80, 0xa8] => 3,
        [.., b'\r', b'\n'] | [.., 0xc2, 0x85] => 2,
        _ => 1,
    };
    let end = start.saturating_sub(width).max(floor);
    line_start(text, end, floor)..end
}

/// Where the line end before a byte ends, not before `floor`.
pub(super) fn line_start(text: &str, at: usize, floor: usize) -> usize {
    let bytes = text.as_bytes();
    let mut to = at;
    while let Some(last) =
        eight::find_back(bytes, floor, to, last_of_ends, |byte| matches!(byte, b'\n' | b'\r' | 0x85 | 0xa8))
    {
        if matches!(bytes.get(..=last), Some([.., b'\n' | b'\r'] | [.., 0xc2, 0x85] | [.., 0xe2, 0x80, 0xa8])) {
            return last.saturating_add(1);
        }
        to = last;
    }
    floor.min(at)
}

/// The bytes that an end of a line ends with.
fn last_of_ends(word: u64) -> u64 {
    let plain = zeros(word ^ all(b'\n')) | zeros(word ^ all(b'\r'));
    if word & TOPS == 0 { plain } else { plain | zeros(word ^ all(0x85)) | zeros(word ^ all(0xa8)) }
}

/// Where a line ends, and where the next begins: `\r\n` is one end, and so is
/// the `\r\r\n` that Windows makes of it on redirection.
pub(super) fn line_end(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(found) = eight::find(bytes, at, ends, |byte| matches!(byte, b'\n' | b'\r' | 0xc2 | 0xe2)) {
        let width = match bytes.get(found..).unwrap_or_default() {
            [b'\r', b'\r', b'\n', ..] => 3,
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            [0xc2, 0x85, ..] => 2,
            [0xe2, 0x80, 0xa8, ..] => 3,
            _ => 0,
        };
        if width > 0 {
            return (found, found.saturating_add(width));
        }
        at = found.saturating_add(1);
    }
    (text.len(), text.len())
}

/// The bytes that an end of a line begins with. Those of the two that are not
/// ASCII differ in one bit.
fn ends(word: u64) -> u64 {
    zeros(word ^ all(b'\n')) | zeros(word ^ all(b'\r')) | zeros((word & !all(0x20)) ^ all(0xc2))
}

/// Where the block of lines begins that reaches down to a line: behind a blank
/// line, or as far up as is looked.
pub(super) fn table_start(text: &str, start: usize, floor: usize) -> usize {
    let floor = floor.max(start.saturating_sub(TABLE));
    let mut line = start;
    while line > floor {
        let above = line_above(text, line, floor);
        if text.get(above.clone()).is_none_or(|words| words.trim().is_empty()) {
            break;
        }
        line = above.start;
    }
    while !text.is_char_boundary(line) {
        line = line.saturating_add(1);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_walked_up_over_every_end() {
        for end in ["\n", "\r", "\r\n", "\r\r\n", "\u{85}", "\u{2028}"] {
            let text = format!("first{end}second{end}third");
            let third = text.find("third").unwrap();
            assert_eq!(line_start(&text, text.len(), 0), third, "{end:?}");
            let second = line_above(&text, third, 0);
            assert_eq!(&text[second.clone()], "second", "{end:?}");
            assert_eq!(&text[line_above(&text, second.start, 0)], "first", "{end:?}");
        }
    }

    #[test]
    fn letters_that_share_a_byte_with_an_end_are_none() {
        // U+0445 and U+3A68 end in the last byte of U+0085 and of U+2028.
        for letter in ["\u{445}", "\u{c5}", "\u{3a68}", "\u{28}", "\u{2068}", "\u{e8}"] {
            let text = format!("ab{letter}cd");
            assert_eq!(line_start(&text, text.len(), 0), 0, "{letter}");
            assert_eq!(line_end(&text, 0), (text.len(), text.len()), "{letter}");
        }
    }

    #[test]
    fn a_table_begins_behind_a_blank_line() {
        for end in ["\n", "\r\n", "\u{2028}"] {
            let text = format!("title{end}{end}Name  Version{end}row{end}row");
            assert_eq!(table_start(&text, text.rfind("row").unwrap(), 0), text.find("Name").unwrap(), "{end:?}");
        }
    }
}
