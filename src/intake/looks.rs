//! What a number is by the characters right around it: a date, an address, an
//! amount. Says nothing of what could be a version.

use super::claim::{WINDOW, head, tail};
use super::glyph;
use super::lexicon::lexicon;
use super::line_ends::{line_end, line_start};
use super::reading::What;
use super::scan::Token;

lexicon! {
    /// Words that lead to a day.
    DAY: () = [
        ((), "am|vom|seit|dem|den|bis|zum|datum|stand|le|du|depuis|au|date|el|del|al|fecha|il|dal|data|em|dia|\
         op|sinds|per|datum|dnia|dniu|od|since|dated"),
    ]
}

/// What numbers are by the signs around them on their line.
pub(super) struct Looks<'a> {
    text: &'a str,
    /// Whether any number begins as masks of addresses do.
    masks: bool,
}

impl<'a> Looks<'a> {
    /// Of the numbers of a text.
    pub fn new(text: &'a str, tokens: &[Token]) -> Self {
        Self { text, masks: tokens.iter().any(|token| token.parts().starts_with(&[255, 255])) }
    }

    /// What a number is, if that is no version.
    pub fn by_signs(&self, token: &Token) -> Option<What> {
        let text = self.text;
        if token.apart {
            return None;
        }
        let (start, end) = (token.span.start, token.span.end);
        if let Some(what) = at_once(text.as_bytes().get(..start)?, token.parts()) {
            return Some(what);
        }
        let before = tail(text.get(..start)?, WINDOW);
        let after = head(text.get(end..)?, WINDOW);
        let masks = self.masks && token.is_complete();
        something_else(token.parts(), text.get(token.span.clone())?, before, after, masks)
    }
}

/// How the masks of addresses begin.
const MASK: &str = "255.255.";

/// What most numbers of logs are, told without a look at the line.
fn at_once(before: &[u8], parts: &[u16]) -> Option<What> {
    // A time of day, which logs have on every line; but "SYNC01:2.5.79.0" is a server's.
    if let [rest @ .., digit, b':'] = before
        && digit.is_ascii_digit()
        && !(parts.len() == 4 && rest.iter().rfind(|byte| !byte.is_ascii_digit()).is_some_and(u8::is_ascii_alphabetic))
    {
        return Some(What::Date);
    }
    // Private addresses, which no product counts like.
    if matches!(parts, [10, 0..=255, 0..=255, 0..=255] | [192, 168, ..=255, ..=255] | [172, 16..=31, ..=255, ..=255]) {
        return Some(What::Address);
    }
    (parts.len() > 4 || parts.is_empty()).then_some(What::Other)
}

/// Whether a line holds a mask of addresses, and not an address with such parts.
fn masked(line: &str) -> bool {
    let begins = |at: usize| !line.get(..at).unwrap_or_default().ends_with(|c: char| c.is_ascii_digit() || c == '.');
    line.match_indices(MASK).any(|(at, _)| begins(at))
}

/// The part of a text behind its last end of a line.
fn last_line(text: &str) -> &str {
    text.get(line_start(text, text.len(), 0)..).unwrap_or_default()
}

/// The part before its first.
fn first_line(text: &str) -> &str {
    text.get(..line_end(text, 0).0).unwrap_or_default()
}

/// What the characters right around a number, and its first ones, say it is;
/// `masks` if one of addresses may stand near. Most need no line: no word goes
/// on over its end.
fn something_else(parts: &[u16], written: &str, before: &str, after: &str, masks: bool) -> Option<What> {
    let left = before.chars().rev().find(|c| !glyph::invisible(*c));
    let right = after.chars().find(|c| !glyph::invisible(*c));
    let glued_left =
        left.is_some_and(|c| (c.is_alphanumeric() && !version_prefix(before)) || matches!(c, '+' | '@' | '$' | '€'));
    if right.is_some_and(|c| c.is_ascii_digit() || c == '%') || glued_left {
        return Some(What::Other);
    }
    // "2.6.3p62", "2.6.1.windows.1": a complete build may run into a word.
    let goes_on = match after.strip_prefix('.') {
        Some(rest) => rest.starts_with(|c: char| c.is_ascii_lowercase()) && !left_open(after),
        None => after.starts_with(|c: char| c.is_ascii_alphabetic()),
    };
    if parts.len() < 4 && goes_on {
        return Some(What::Other);
    }
    // A number of a telephone, an address of the web, an assembly of a program.
    let zero = written.starts_with('0') && written.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    if (zero && parts.len() != 3) || in_address(before) || after.starts_with(", Culture=") {
        return Some(What::Other);
    }
    // The arcs of X.509 under which certificates name their fields (RFC 5280).
    if matches!(parts, [2, 5, 4 | 29, 1..=u16::MAX]) {
        return Some(What::Other);
    }
    if masks && (masked(last_line(before)) || masked(first_line(after))) {
        return Some(What::Address);
    }
    // 7.00:00:00, 15.01.2020 12:00, 09:30.
    if right == Some(':') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
        return Some(if parts.len() == 4 { What::Address } else { What::Date });
    }
    if right == Some('/') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) && parts.len() == 4 {
        return Some(What::Address);
    }
    if let [day, month, year] = parts
        && *day <= 31
        && *month <= 12
        && (1990..2101).contains(year)
    {
        return Some(What::Date);
    }
    if let [1..=31, 1..=12, 20..=39] = parts
        && (zero || leads_to_a_day(last_line(before)))
    {
        return Some(What::Date);
    }
    let units = [
        "kb", "mb", "gb", "tb", "kib", "mib", "gib", "ghz", "mhz", "ms", "sec", "%", "euro", "usd", "am", "pm", "h",
        "hours", "uhr",
    ];
    if parts.len() < 3
        && let unit = first_line(after).trim_start()
        && unit.starts_with(|c: char| c.is_ascii_alphabetic() || c == '%')
        && units.iter().any(|u| {
            unit.get(..u.len()).is_some_and(|found| found.eq_ignore_ascii_case(u))
                && !unit.get(u.len()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        })
    {
        return Some(What::Other);
    }
    None
}

/// Whether the next part of a version is left open, as in "2.4.x".
pub(super) fn left_open(after: &str) -> bool {
    let rest = after.strip_prefix(".x").or_else(|| after.strip_prefix(".X"));
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn leads_to_a_day(before: &str) -> bool {
    DAY.words(before).last().is_some_and(|day| day.end == before.trim_end().len())
}

/// Whether a number stands in an address of the web, or behind the name of a
/// program as in "Apache/2.4.18".
fn in_address(before: &str) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '"' | '(' | '<' | ',')).next().unwrap_or_default();
    if word.contains("://") {
        return true;
    }
    let Some(program) = word.strip_suffix('/') else { return false };
    let lower = program.to_ascii_lowercase();
    program.ends_with(|c: char| c.is_ascii_alphabetic())
        && !["connect", "sync", "services", "version"].iter().any(|ours| lower.ends_with(ours))
}

/// Whether the text right before a number is a word that goes with versions:
/// `v2.5`, `Version2.5`, `build2.5`.
fn version_prefix(before: &str) -> bool {
    let word: String = before
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric() || glyph::invisible(*c))
        .filter(|c| !glyph::invisible(*c))
        .collect();
    let word: String = word.chars().rev().collect::<String>().to_ascii_lowercase();
    matches!(word.as_str(), "v" | "ver" | "version" | "build" | "rel" | "release") || !word.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_give_numbers_away() {
        let what = |parts: &[u16], before: &str, after| {
            at_once(before.as_bytes(), parts).or_else(|| something_else(parts, "", before, after, true))
        };
        assert_eq!(what(&[2, 5, 79, 0], "v", ""), None);
        assert_eq!(what(&[2, 5, 79, 0], "Version", ""), None);
        assert_eq!(what(&[2, 5, 79, 0], "x", ""), Some(What::Other));
        assert_eq!(what(&[1, 425, 882, 8080], "+", ""), Some(What::Other));
        assert_eq!(what(&[2, 6, 84, 0], "", "/24"), Some(What::Address));
        assert_eq!(what(&[10, 1, 2, 3], "", ":443"), Some(What::Address));
        assert_eq!(what(&[7, 0], "", ":00:00"), Some(What::Date));
        assert_eq!(what(&[23, 11, 2026], "", ""), Some(What::Date));
        assert_eq!(what(&[42, 1], "", " MB"), Some(What::Other));
        assert_eq!(what(&[2, 5], "", " mbps"), None);
        assert_eq!(what(&[1, 2, 3, 4, 5], "", ""), Some(What::Other));
        assert_eq!(what(&[2, 11, 26], "geprüft am ", ", 9.15 Uhr"), Some(What::Date));
        assert_eq!(what(&[1, 5, 30], "Connect ", ""), None);
        assert_eq!(what(&[2, 6, 3], "ruby ", "p62"), Some(What::Other));
        assert_eq!(what(&[2, 6, 1], "git ", ".windows.1"), Some(What::Other));
        assert_eq!(what(&[2, 6, 1], "", ".x64"), Some(What::Other));
        assert_eq!(what(&[2, 4], "Connect ", ".x"), None);
        assert_eq!(what(&[2, 6, 92, 0], "https://example.com/notes/", "/index.html"), Some(What::Other));
        assert_eq!(what(&[2, 4, 18], "Server: Apache/", " (Ubuntu)"), Some(What::Other));
        assert_eq!(what(&[2, 6, 92, 0], "AADConnect/", ""), None);
        assert_eq!(what(&[2, 0, 8, 0], "log4net, Version=", ", Culture=neutral"), Some(What::Other));
        assert_eq!(something_else(&[221, 25, 79, 0], "0221.25.79.0", "Tel. ", "", false), Some(What::Other));
    }
}
