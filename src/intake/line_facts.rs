//! What a line says by itself: its label, whose output it announces, the
//! server of the lines below.

use super::hosts;
use super::names::{Mention, Name};
use super::reading::What;
use super::servers;
use super::staging;

/// What a line tells of the lines of output below it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// It is no command.
    #[default]
    None,
    /// A command that names nobody.
    Unnamed,
    /// A command, or a heading, that tells whose numbers follow.
    Of(Name),
}

/// What a line says of servers.
#[derive(Debug, Default)]
pub(super) struct OfServers<'a> {
    /// The server that it names and does nothing else.
    pub server: Option<&'a str>,
    /// What it says on the staging mode of its object.
    pub staging_mode: Option<bool>,
    /// The server of the lines below: it stands there as a heading or in a
    /// prompt; and whether that is a staging server.
    pub context: Option<(&'a str, Option<bool>)>,
}

impl<'a> OfServers<'a> {
    /// Reads a line.
    pub fn of(line: &'a str) -> Self {
        Self { server: servers::whole_line(line), staging_mode: staging::of_field(line), context: context(line) }
    }
}

/// Whether a line ends an object: it is blank, or only brackets.
pub(super) fn ends_object(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ','))
}

/// Whether a line is a prompt with a command, and whose file that is about.
pub(super) fn command(line: &str, mentions: impl FnOnce() -> Vec<Mention>) -> Command {
    if line.trim_start().starts_with("ModuleType") {
        return Command::Of(Name::Foreign(What::Powershell));
    }
    if prompt(line).is_none() {
        return Command::None;
    }
    let named = mentions().into_iter().rev().map(|mention| mention.name).find(|name| {
        matches!(name, Name::Engine | Name::Wizard | Name::Configuration | Name::Cloud | Name::Sibling(_))
    });
    named.map_or(Command::Unnamed, Command::Of)
}

/// The server that a line is a heading for.
fn context(line: &str) -> Option<(&str, Option<bool>)> {
    let host = match prompt(line) {
        Some(command) => hosts::of_prompt(line, command),
        None => hosts::only_host(line).or_else(|| servers::titled(line)).or_else(|| hosts::of_play(line)),
    };
    host.map(|host| (host, staging::of_words(line)))
}

/// The command behind a prompt, as in `PS C:\> hostname`.
pub(super) fn prompt(line: &str) -> Option<&str> {
    let (place, command) = line.split_once('>')?;
    (place.starts_with("PS ") || place == "PS" || place.contains("]: PS ") || place.contains(":\\")).then_some(command)
}

/// The label of a line of the form `label : value`, `"label": value` or
/// `label = value`; the label holds no digit-heavy text or sentence.
pub(super) fn label(line: &str) -> Option<&str> {
    let at = line.bytes().position(|b| matches!(b, b':' | b'=')).or_else(|| line.find('：'))?;
    let label = line
        .get(..at)?
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '-' | '*' | '|' | '>' | '{'));
    // "IPv4 Address. . . . . . :" is dotted up to the value.
    let label = label.trim_end_matches([' ', '.']);
    // "Opened 2026-11-23 09:15" is a time, and no label ends in a digit.
    let time = label.ends_with(|c: char| c.is_ascii_digit()) && label.contains(' ');
    // "[0A10:0B5C]" is the process and thread that wrote a line.
    let process = label.len() >= 5 && label.starts_with('[') && label.bytes().skip(1).all(|b| b.is_ascii_hexdigit());
    (!label.is_empty() && !time && !process && label.len() <= 60 && label.split_whitespace().count() <= 6)
        .then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short() {
        assert_eq!(label("    FileVersion:      1.1.882.0"), Some("FileVersion"));
        assert_eq!(label("  \"displayVersion\": \"2.6.92.0\","), Some("displayVersion"));
        assert_eq!(label("no label here"), None);
        assert_eq!(label("版本：2.6.92.0"), Some("版本"));
    }

    #[test]
    fn prompts_are_told_from_arrows() {
        assert_eq!(prompt(r"PS C:\> hostname"), Some(" hostname"));
        assert_eq!(prompt(r"[SYNC01]: PS C:\Users> x"), Some(" x"));
        assert_eq!(prompt("2.5.79.0 -> 2.6.92.0"), None);
    }
}
