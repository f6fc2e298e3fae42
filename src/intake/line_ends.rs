//! Where lines begin and end: all ends that Windows, Unix and Unicode know.

use std::ops::Range;

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
    let mut start = at;
    while start > floor {
        let before = |back: usize| start.checked_sub(back).and_then(|index| bytes.get(index)).copied();
        match before(1) {
            Some(b'\n' | b'\r') => break,
            Some(0x85) if before(2) == Some(0xc2) => break,
            Some(0xa8) if before(2) == Some(0x80) && before(3) == Some(0xe2) => break,
            _ => start = start.saturating_sub(1),
        }
    }
    start
}

/// Where a line ends, and where the next begins: `\r\n` is one end, and so is
/// the `\r\r\n` that Windows makes of it on redirection.
pub(super) fn line_end(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let mut length = 0usize;
    loop {
        let Some(step) = bytes.get(length..).and_then(|rest| rest.iter().position(ends)) else {
            return (text.len(), text.len());
        };
        length = length.saturating_add(step);
        let rest = bytes.get(length..).unwrap_or_default();
        let width = match rest {
            [b'\r', b'\r', b'\n', ..] => 3,
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            [0xc2, 0x85, ..] => 2,
            [0xe2, 0x80, 0xa8, ..] => 3,
            _ => 0,
        };
        if width > 0 {
            let end = start.saturating_add(length);
            return (end, end.saturating_add(width));
        }
        length = length.saturating_add(1);
    }
}

fn ends(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r' | 0xc2 | 0xe2)
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
