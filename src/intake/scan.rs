//! Finds numbers with dots in a text, in all the disguises they come in.
//!
//! One pass, no backtracking: ASCII and full-width digits, dots or (for four
//! parts) commas between them, with zero-width characters and direction marks
//! anywhere, and single spaces around the separators of a four-part number as
//! file properties print it (`2, 5, 79, 0`).

use std::ops::Range;

/// The most parts that are kept; more make it no version at all.
const MOST_PARTS: usize = 5;

/// A number with at least two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Its parts; `None` for a part above 65535.
    pub parts: Vec<Option<u16>>,
    /// The number in plain digits and dots.
    pub text: String,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// Whether commas stand for the dots.
    pub commas: bool,
}

/// Whether a character may stand inside a number without being seen.
pub(super) fn invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\0')
}

/// Whether a character is a space that does not end the line.
pub(super) fn blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{3000}')
}

fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| match c {
        '\u{ff10}'..='\u{ff19}' => (c as u32).checked_sub(0xff10),
        _ => None,
    })
}

fn dot(c: char) -> bool {
    matches!(c, '.' | '\u{ff0e}' | '\u{3002}' | '\u{2024}')
}

fn comma(c: char) -> bool {
    matches!(c, ',' | '\u{ff0c}')
}

/// All numbers with two parts or more, in the order of the text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_digit(text, from) {
        let (token, end) = number(text, start);
        if let Some(token) = token {
            found.push(token);
        }
        from = end.max(start.saturating_add(1));
        while !text.is_char_boundary(from) {
            from = from.saturating_add(1);
        }
    }
    found
}

/// The next digit of either width at or after a byte.
fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..)?;
    let mut offset = 0usize;
    loop {
        let rest = bytes.get(offset..)?;
        let step = rest.iter().position(|b| b.is_ascii_digit() || *b == 0xef)?;
        offset = offset.saturating_add(step);
        let at = from.saturating_add(offset);
        if text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| digit(c).is_some()) {
            return Some(at);
        }
        offset = offset.saturating_add(1);
    }
}

/// A cursor over the characters, blind to the invisible ones.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<(char, usize)> {
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

    fn digits(&mut self, written: &mut String) -> Option<u16> {
        let mut value: Option<u32> = Some(0);
        while let Some((c, after)) = self.peek() {
            let Some(d) = digit(c) else { break };
            value = value.and_then(|v| v.checked_mul(10)?.checked_add(d));
            if written.len() < 64 {
                written.extend(char::from_digit(d, 10));
            }
            self.at = after;
        }
        value.and_then(|v| u16::try_from(v).ok())
    }
}

/// Reads one number from a digit on; also says where to go on.
fn number(text: &str, start: usize) -> (Option<Token>, usize) {
    let strict = run(text, start, false);
    if strict.parts.len() < 4
        && let spaced = run(text, start, true)
        && spaced.parts.len() == 4
    {
        let end = spaced.span.end;
        return (Some(spaced), end);
    }
    let end = strict.span.end;
    let is_number = strict.parts.len() >= 2 && (!strict.commas || strict.parts.len() == 4);
    if strict.commas && !is_number {
        // A list of numbers is passed whole; behind a decimal comma a number
        // of its own may begin.
        let list = strict.parts.len() >= MOST_PARTS;
        return (None, if list { end } else { after_first_part(text, start) });
    }
    (is_number.then_some(strict), end)
}

fn after_first_part(text: &str, start: usize) -> usize {
    let mut cursor = Cursor { text, at: start };
    cursor.digits(&mut String::new());
    cursor.at
}

fn run(text: &str, start: usize, spaced: bool) -> Token {
    let mut cursor = Cursor { text, at: start };
    let mut written = String::new();
    let mut parts = vec![cursor.digits(&mut written)];
    let mut end = cursor.at;
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
        written.push('.');
        let part = cursor.digits(&mut written);
        if parts.len() < MOST_PARTS {
            parts.push(part);
        }
        end = cursor.at;
    }
    Token { parts, text: written, span: start..end, commas: commas.unwrap_or(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn plain_numbers_are_found_where_they_stand() {
        let text = "é 2.5.79.0, then 2.6.92.0.";
        let found = tokens(text);
        assert_eq!(found.iter().map(|t| &text[t.span.clone()]).collect::<Vec<_>>(), ["2.5.79.0", "2.6.92.0"]);
        assert_eq!(found[0].parts, [Some(2), Some(5), Some(79), Some(0)]);
    }

    #[test]
    fn disguises_are_seen_through() {
        assert_eq!(texts("2, 5, 79, 0"), ["2.5.79.0"]);
        assert_eq!(texts("2,5,79,0"), ["2.5.79.0"]);
        assert_eq!(texts("2 . 5 . 79 . 0"), ["2.5.79.0"]);
        assert_eq!(texts("２．５．７９．０"), ["2.5.79.0"]);
        assert_eq!(texts("2.\u{200b}5.7\u{200d}9.0"), ["2.5.79.0"]);
        assert_eq!(texts("\u{200e}2.5.79.0\u{200f}"), ["2.5.79.0"]);
    }

    #[test]
    fn decimals_lists_and_endless_numbers_are_none() {
        assert_eq!(texts("1,5 GB and 42 apples"), Vec::<String>::new());
        assert_eq!(texts("9,9,2,5,79,0"), Vec::<String>::new());
        assert_eq!(tokens("1.2.3.4.5.6.7")[0].parts.len(), MOST_PARTS);
        assert_eq!(tokens("2.99999.1.0")[0].parts, [Some(2), None, Some(1), Some(0)]);
        assert_eq!(tokens(&format!("{}.1", "9".repeat(40)))[0].parts, [None, Some(1)]);
        assert!(tokens(&".".repeat(10_000)).is_empty());
    }

    #[test]
    fn csv_cells_stay_apart() {
        assert_eq!(texts("SYNC01,2.5.79.0,2026"), ["2.5.79.0"]);
        assert_eq!(texts("2.5.79.0,2.6.92.0"), ["2.5.79.0", "2.6.92.0"]);
    }
}
