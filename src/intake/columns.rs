//! Numbers whose parts stand apart: the columns, fields or JSON keys "Major",
//! "Minor", "Build" and "Revision" of PowerShell's version objects.

use super::lexicon::end_of;
use super::scan::Token;

/// The names of the parts.
const NAMES: [&str; 4] = ["major", "minor", "build", "revision"];
/// How far before its last name a number may begin, in bytes.
const WIDTH: usize = 400;
/// How far below its headings a row may stand, in bytes.
const BELOW: usize = 600;

/// All numbers of this form, in the order of the text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    // The rarest of the names, without its first letter, whose case varies.
    for (at, _) in text.match_indices("evision") {
        let Some(last) = at.checked_sub(1) else { continue };
        found.extend(number(text, last));
    }
    found
}

/// The number whose last name begins at a byte.
fn number(text: &str, last: usize) -> Option<Token> {
    if is_letter(text, last.checked_sub(1)) || end_of(text, last, "revision").is_none() {
        return None;
    }
    let mut from = last.saturating_sub(WIDTH);
    while !text.is_char_boundary(from) {
        from = from.saturating_add(1);
    }
    let starts = text.get(from..last)?.rmatch_indices(['M', 'm']);
    let first = starts.map(|(at, _)| from.saturating_add(at)).find(|at| end_of(text, *at, "major").is_some())?;
    if is_letter(text, first.checked_sub(1)) {
        return None;
    }
    fields(text, first).or_else(|| row_below(text, first, last))
}

fn is_letter(text: &str, at: Option<usize>) -> bool {
    at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphabetic)
}

/// `Major : 2`, `"Major":  2,` and so on, each name with its value.
fn fields(text: &str, first: usize) -> Option<Token> {
    let mut parts = [0; 4];
    let mut span = None;
    let mut at = first;
    for (slot, name) in parts.iter_mut().zip(NAMES) {
        at = skip(text, at, |c| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '\'' | '@' | '{'));
        at = end_of(text, at, name)?;
        let value = skip(text, at, |c| c.is_whitespace() || matches!(c, ':' | '=' | '"' | '\''));
        let end = skip(text, value, |c| c.is_ascii_digit());
        *slot = text.get(value..end)?.parse().ok()?;
        span.get_or_insert(value..end).end = end;
        at = end;
    }
    Some(Token::apart(parts, span?))
}

/// Four whole numbers in the first line with a digit below four headings.
fn row_below(text: &str, first: usize, last: usize) -> Option<Token> {
    let names = text.get(first..)?.split_whitespace();
    if !NAMES.iter().zip(names).all(|(name, word)| word.eq_ignore_ascii_case(name)) {
        return None;
    }
    let below = text.get(last..)?;
    let start = below.find(|c: char| c.is_ascii_digit()).filter(|start| *start < BELOW)?;
    let dashes = below.get("revision".len()..start)?;
    if !dashes.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '\0')) || !dashes.contains(['\n', '\r']) {
        return None;
    }
    let line = below.get(start..)?.split(['\n', '\r']).next()?;
    let mut words = line.split_whitespace();
    let mut parts = [0; 4];
    for slot in &mut parts {
        *slot = words.next()?.parse().ok()?;
    }
    let from = last.saturating_add(start);
    words.next().is_none().then(|| Token::apart(parts, from..from.saturating_add(line.trim_end().len())))
}

fn skip(text: &str, from: usize, wanted: impl Fn(char) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from.saturating_add(rest.len().saturating_sub(rest.trim_start_matches(wanted).len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, &str)> {
        tokens(text).into_iter().map(|token| (token.plain(text), &text[token.span.clone()])).collect()
    }

    #[test]
    fn columns_fields_and_keys_are_read() {
        let columns = "Major  Minor  Build  Revision\n-----  -----  -----  --------\n2      6      92     0\n";
        assert_eq!(found(columns), [("2.6.92.0".to_owned(), "2      6      92     0")]);
        let fields = "Major    : 2\r\nMinor    : 6\r\nBuild    : 92\r\nRevision : 0";
        assert_eq!(found(fields)[0].0, "2.6.92.0");
        let json = r#"{"Major":2,"Minor":6,"Build":92,"Revision":0,"MajorRevision":0,"MinorRevision":0}"#;
        assert_eq!(found(json).len(), 1);
        assert_eq!(found(json)[0].0, "2.6.92.0");
    }

    #[test]
    fn other_uses_of_the_words_are_none() {
        for text in
            ["Major Minor Revision 2", "a major revision of 2", "Revision", "Major Minor Build Revision\nnone 2 6 92 0"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
