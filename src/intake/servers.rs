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

/// A heading of a table with a column of servers.
#[derive(Debug)]
pub(super) struct Heading {
    line: usize,
    columns: usize,
    of_servers: usize,
}

/// The server of a number and whether it is a staging server.
pub(super) fn server(lines: &Lines<'_>, claim: &Claim) -> (Option<String>, Option<bool>) {
    let index = claim.line;
    let at = claim.token.span.start.saturating_sub(lines.span(index).start);
    let end = at.saturating_add(claim.token.span.len());
    let line = lines.row(index);
    let object = || lines.above(index).chain(lines.below(index));
    let name = line
        .and_then(|line| on_line(line, at))
        .or_else(|| in_row(lines, index, line?))
        .or_else(|| object().find_map(|facts| facts.server.clone()))
        .or_else(|| first_word(line?, at, end));
    // A row speaks for itself; a field "staging mode" for its whole object.
    let staging = line.and_then(staging).or_else(|| object().find_map(|facts| facts.staging_mode));
    (name, staging)
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
        let rest = rest.trim_start_matches(['"', ' ']);
        if let Some(value) = rest.strip_prefix([':', '=']) {
            return host(value.trim_start_matches([' ', '"']));
        }
        // "Server SYNC01 (staging): 2.5.79.0"
        let name = host(rest).filter(|name| is_host(name))?;
        rest.get(name.len()..)?.trim_start().starts_with([':', '(']).then_some(name)
    })
}

/// A line that is nothing but a server's label and name.
pub(super) fn whole_line(line: &str) -> Option<String> {
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

/// The heading that a line is, if it names a column of servers and one of
/// versions.
pub(super) fn heading(line: usize, text: &str) -> Option<Heading> {
    let cells = lines::cells(text)?;
    // Inventories add a digit to their headings (`DisplayName0`).
    let is_server = |cell: &str| LABELS.contains(&cell.trim_end_matches('0').to_ascii_lowercase().as_str());
    let of_servers = cells.iter().position(|(_, cell)| is_server(cell))?;
    let of_versions = cells.iter().any(|(_, cell)| cell.to_ascii_lowercase().contains("version"));
    of_versions.then_some(Heading { line, columns: cells.len(), of_servers })
}

/// The cell under a heading that says "server".
fn in_row(lines: &Lines<'_>, index: usize, line: &str) -> Option<String> {
    /// Headings of tables further up, passed for the one of this table.
    const TABLES: usize = 8;
    let row = lines::cells(line)?;
    let above = lines.headings().partition_point(|heading| heading.line < index);
    let mut near = lines.headings().get(..above)?.iter().rev().take(TABLES);
    let column = near.find(|heading| heading.columns == row.len())?.of_servers;
    row.get(column).filter(|(_, cell)| !cell.contains(char::is_whitespace)).and_then(|(_, cell)| host(cell))
}

/// `SYNC01 2.5.79.0` or `SYNC01: 2.5.79.0`: a name and nothing else.
fn first_word(line: &str, at: usize, end: usize) -> Option<String> {
    let before = line.get(..at)?.trim().trim_start_matches(['-', '*', '•', '|']).trim();
    let after = line.get(end..)?.trim();
    let word = before.trim_end_matches([':', '-', '=', ',', ';', '|', '\t', ' ', '–', 'v']);
    let quiet = after.split_whitespace().count() <= 2 && !after.contains(|c: char| c.is_ascii_digit());
    (quiet && is_host(word)).then(|| host(word)).flatten()
}

/// Whether a word may be a server's name: letters first, and a digit or a
/// hyphen somewhere.
pub(super) fn is_host(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic())
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && word.contains(|c: char| c.is_ascii_digit() || c == '-')
}

/// A host name at the beginning of a text.
fn host(text: &str) -> Option<String> {
    let name: String =
        text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')).take(253).collect();
    let name = name.trim_end_matches('.');
    (!name.is_empty() && name.chars().any(char::is_alphabetic)).then(|| name.to_owned())
}

/// What a field of an object says on staging mode.
pub(super) fn staging_mode(line: &str) -> Option<bool> {
    let label = lines::label(line)?.to_ascii_lowercase();
    let (_, value) = line.split_once([':', '='])?;
    let value = value.trim().trim_matches(['"', ',']).to_ascii_lowercase();
    match value.as_str() {
        "true" | "enabled" if label.contains("staging") => Some(true),
        "false" | "disabled" if label.contains("staging") => Some(false),
        _ => None,
    }
}

/// Whether a row says that its server is staging.
fn staging(line: &str) -> Option<bool> {
    let words = line.to_ascii_lowercase();
    let (before, after) = words.split_once("staging")?;
    if after.contains("false") || before.trim_end().ends_with("not") || after.contains("disabled") {
        return Some(false);
    }
    let value = after.trim_start().strip_prefix([':', '=']);
    let labelled = after.starts_with("mode") || value.is_some();
    let numbered = value.is_some_and(|value| value.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    (!labelled || numbered || after.contains("true") || after.contains("enabled")).then_some(true)
}
