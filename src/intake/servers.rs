//! Which server a number belongs to.

use super::claim::Claim;
use super::lines::{self, Lines};

/// Labels whose value is a server's name, in lower case.
const LABELS: [&str; 20] = [
    "server",
    "server name",
    "servername",
    "server-name",
    "computername",
    "computer name",
    "pscomputername",
    "computer",
    "machine",
    "machinename",
    "host",
    "hostname",
    "host name",
    "node",
    "device",
    "devicename",
    "device name",
    "resourcename",
    "assetname",
    "clientmachinename",
];

/// The server of a number and whether it is a staging server.
pub(super) fn server(lines: &Lines<'_>, claim: &Claim) -> (Option<String>, Option<bool>) {
    let line = lines.text(claim.line);
    let at = claim.token.span.start.saturating_sub(lines.get(claim.line).map_or(0, |line| line.span.start));
    let end = at.saturating_add(claim.token.span.len());
    let name = on_line(line, at)
        .or_else(|| in_row(lines, claim.line))
        .or_else(|| lines.above(claim.line).find_map(|index| whole_line(lines.text(index))))
        .or_else(|| lines.below(claim.line).find_map(|index| whole_line(lines.text(index))))
        .or_else(|| first_word(line, at, end));
    (name, staging(lines, claim.line))
}

/// `Server: SYNC01   Current version: 2.4.131.0`.
fn on_line(line: &str, at: usize) -> Option<String> {
    let before = line.get(..at)?;
    let lower = before.to_ascii_lowercase();
    LABELS.iter().find_map(|label| {
        let found = lower.rfind(label)?;
        let start = lower.get(..found)?.chars().next_back();
        if start.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let rest = before.get(found.saturating_add(label.len())..)?;
        let rest = rest.trim_start_matches(['"', ' ']).strip_prefix([':', '='])?;
        host(rest.trim_start_matches([' ', '"']))
    })
}

/// A line that is nothing but a server's label and name.
fn whole_line(line: &str) -> Option<String> {
    let lower = lines::label(line).map(str::to_ascii_lowercase);
    if let Some(label) = &lower
        && (LABELS.contains(&label.as_str()) || label == "dirsyncclientmachinename")
    {
        let (_, value) = line.split_once([':', '=', '：'])?;
        return host(value.trim_start_matches([' ', '"', '\t']));
    }
    // "Server name     SYNC01"
    let cells = lines::cells(line)?;
    match cells.as_slice() {
        [(_, label), (_, value)] if LABELS.contains(&label.to_ascii_lowercase().as_str()) => host(value),
        _ => None,
    }
}

/// The cell under a heading that says "server".
fn in_row(lines: &Lines<'_>, index: usize) -> Option<String> {
    let row = lines::cells(lines.text(index))?;
    let is_heading = |line: &usize| -> Option<usize> {
        let cells = lines::cells(lines.text(*line))?;
        let of_versions = cells.iter().any(|(_, cell)| cell.to_ascii_lowercase().contains("version"));
        (cells.len() == row.len() && of_versions)
            .then(|| cells.iter().position(|(_, cell)| LABELS.contains(&heading(cell).as_str())))
            .flatten()
    };
    let column = (0..index).rev().take(1100).find_map(|line| is_heading(&line))?;
    row.get(column).filter(|(_, cell)| !cell.contains(char::is_whitespace)).and_then(|(_, cell)| host(cell))
}

/// A heading without what inventories add to it (`DisplayName0`).
fn heading(cell: &str) -> String {
    cell.trim_end_matches('0').to_ascii_lowercase()
}

/// `SYNC01 2.5.79.0` or `SYNC01: 2.5.79.0`: a name and nothing else.
fn first_word(line: &str, at: usize, end: usize) -> Option<String> {
    let before = line.get(..at)?.trim().trim_start_matches(['-', '*', '•', '|']).trim();
    let after = line.get(end..)?.trim();
    let word = before.trim_end_matches([':', '-', '=', ',', ';', '|', '\t', ' ', '–', 'v']);
    let looks = word.chars().any(|c| c.is_ascii_digit() || c == '-') && word.chars().any(char::is_alphabetic);
    let quiet = after.split_whitespace().count() <= 2 && !after.contains(|c: char| c.is_ascii_digit());
    (looks && quiet && !word.contains(char::is_whitespace)).then(|| host(word)).flatten()
}

/// A host name at the beginning of a text.
fn host(text: &str) -> Option<String> {
    let name: String =
        text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')).take(253).collect();
    let name = name.trim_end_matches('.');
    (!name.is_empty() && name.chars().any(char::is_alphabetic)).then(|| name.to_owned())
}

/// Whether the number's line or object says that the server is staging.
fn staging(lines: &Lines<'_>, index: usize) -> Option<bool> {
    let says = |line: usize| -> Option<bool> {
        let words = lines.text(line).to_ascii_lowercase();
        let (_, after) = words.split_once("staging")?;
        if after.contains("false") || words.contains("not staging") || after.contains("disabled") {
            return Some(false);
        }
        let labelled = after.contains([':', '=']) || after.starts_with("mode");
        (!labelled || after.contains("true") || after.contains("enabled")).then_some(true)
    };
    says(index).or_else(|| lines.above(index).find_map(says)).or_else(|| lines.below(index).find_map(says))
}
