//! What a number is by the characters right around it: a date, an address, an
//! amount. Says nothing of what could be a version.

use super::reading::What;
use super::glyph;

/// What the characters right around a number say it is.
pub(super) fn something_else(parts: &[u16], before: &str, after: &str) -> Option<What> {
    let left = before.chars().rev().find(|c| !glyph::invisible(*c));
    let right = after.chars().find(|c| !glyph::invisible(*c));
    let glued_left =
        left.is_some_and(|c| (c.is_alphanumeric() && !version_prefix(before)) || matches!(c, '+' | '@' | '$' | '€'));
    let unit = after.trim_start().to_ascii_lowercase();
    if parts.len() > 4 || parts.is_empty() {
        return Some(What::Other);
    }
    if right.is_some_and(|c| c.is_ascii_digit() || c == '%') || glued_left {
        return Some(What::Other);
    }
    if parts.len() == 4 && (before.contains("255.255.") || after.contains("255.255.")) {
        return Some(What::Address);
    }
    // 7.00:00:00, 15.01.2020 12:00, 09:30.
    if right == Some(':') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
        return Some(if parts.len() == 4 { What::Address } else { What::Date });
    }
    if left == Some(':') && before.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit()) {
        return Some(What::Date);
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
    let units = [
        "kb", "mb", "gb", "tb", "kib", "mib", "gib", "ghz", "mhz", "ms", "sec", "%", "euro", "usd", "am", "pm", "h",
        "hours", "uhr",
    ];
    if parts.len() < 3
        && units.iter().any(|u| unit.strip_prefix(u).is_some_and(|r| !r.starts_with(char::is_alphanumeric)))
    {
        return Some(What::Other);
    }
    None
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
        let what = |parts: &[u16], before, after| something_else(parts, before, after);
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
    }
}
