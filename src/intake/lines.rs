//! The lines of a text, and how they belong together.
//!
//! What a line says is worked out once, when a number asks for it, so that
//! many numbers near each other cost no more than their lines.

use std::cell::OnceCell;
use std::ops::Range;

use super::names::{self, Mention, Name};
use super::servers;

/// How far a number looks for the name of its object, in lines.
const REACH: usize = 40;
/// A line longer than this, in bytes, is prose or a dump: no row, no label.
pub(super) const LONG: usize = 4096;

/// What a line says.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Names in it, in order; positions count from the line's start.
    pub mentions: Vec<Mention>,
    /// Its label in lower case, where it has the form `label: value`.
    pub label: Option<String>,
    /// Whether it ends an object: blank, or only brackets.
    pub ends_object: bool,
    /// The server that it names and does nothing else.
    pub server: Option<String>,
    /// What it says on the staging mode of its object.
    pub staging_mode: Option<bool>,
    /// Whose file or module a command on it prints.
    pub command: Command,
}

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

/// A text cut into lines.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    lines: Vec<(Range<usize>, OnceCell<Facts>)>,
    headings: OnceCell<Vec<servers::Heading>>,
}

impl<'a> Lines<'a> {
    /// Cuts a text at every kind of line end.
    pub fn new(text: &'a str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0usize;
        for piece in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{85}']) {
            let end = start.saturating_add(piece.len());
            let line = piece.trim_end_matches(['\n', '\r', '\u{2028}', '\u{85}']);
            // A line feed after a carriage return is no line of its own.
            if !(piece == "\n" && start > 0 && text.as_bytes().get(start.saturating_sub(1)) == Some(&b'\r')) {
                lines.push((start..start.saturating_add(line.len()), OnceCell::new()));
            }
            start = end;
        }
        Self { text, lines, headings: OnceCell::new() }
    }

    /// The line that holds a byte.
    pub fn at(&self, byte: usize) -> usize {
        self.lines.partition_point(|(span, _)| span.start <= byte).saturating_sub(1)
    }

    /// Where a line stands, without its end.
    pub fn span(&self, index: usize) -> Range<usize> {
        self.lines.get(index).map_or(0..0, |(span, _)| span.clone())
    }

    /// The words of a line.
    pub fn text(&self, index: usize) -> &'a str {
        self.text.get(self.span(index)).unwrap_or_default()
    }

    /// The words of a line, unless it is too long to be a row.
    pub fn row(&self, index: usize) -> Option<&'a str> {
        Some(self.text(index)).filter(|line| line.len() <= LONG)
    }

    /// What a line says.
    pub fn facts(&self, index: usize) -> Option<&Facts> {
        let (_, facts) = self.lines.get(index)?;
        Some(facts.get_or_init(|| facts_of(self.text(index))))
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The headings of tables that have a column of servers.
    pub fn headings(&self) -> &[servers::Heading] {
        self.headings
            .get_or_init(|| (0..self.len()).filter_map(|line| servers::heading(line, self.row(line)?)).collect())
    }

    /// The lines above of the same object, nearest first. A second line with
    /// the same label belongs to the next object.
    pub fn above(&self, index: usize) -> impl Iterator<Item = &Facts> {
        self.object(index, (0..index).rev())
    }

    /// The lines below of the same object, nearest first.
    pub fn below(&self, index: usize) -> impl Iterator<Item = &Facts> {
        self.object(index, index.saturating_add(1)..self.len())
    }

    fn object(&self, index: usize, near: impl Iterator<Item = usize>) -> impl Iterator<Item = &Facts> {
        let own = self.facts(index).and_then(|facts| facts.label.as_ref());
        near.take(REACH)
            .map_while(|line| self.facts(line))
            .take_while(move |facts| !facts.ends_object && (own.is_none() || facts.label.as_ref() != own))
    }
}

fn facts_of(line: &str) -> Facts {
    let mentions = names::mentions(line);
    if line.len() > LONG {
        return Facts { mentions, ..Facts::default() };
    }
    Facts {
        label: label(line).map(str::to_ascii_lowercase),
        ends_object: line.chars().all(|c| c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ',')),
        server: servers::whole_line(line),
        staging_mode: servers::staging_mode(line),
        command: command(line, &mentions),
        mentions,
    }
}

/// Whether a line is a prompt with a command, and whose file that is about.
fn command(line: &str, mentions: &[Mention]) -> Command {
    if line.trim_start().starts_with("ModuleType") {
        return Command::Of(Name::Foreign(super::What::Powershell));
    }
    let prompt = line
        .split_once('>')
        .is_some_and(|(place, _)| place.starts_with("PS ") || place.contains("]: PS ") || place.contains(":\\"));
    if !prompt {
        return Command::None;
    }
    let named = mentions.iter().rev().map(|mention| mention.name);
    named
        .into_iter()
        .find(|name| matches!(name, Name::Engine | Name::Wizard | Name::Sibling(_)))
        .map_or(Command::Unnamed, Command::Of)
}

/// The label of a line of the form `label : value`, `"label": value` or
/// `label = value`; the label holds no digit-heavy text or sentence.
pub(super) fn label(line: &str) -> Option<&str> {
    let (label, _) = line.split_once([':', '=', '：'])?;
    let label =
        label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '-' | '*' | '|' | '>' | '{'));
    (!label.is_empty() && label.len() <= 60 && label.split_whitespace().count() <= 6).then_some(label)
}

/// The cells of a line that is a row: cut at tabs, bars, semicolons, commas
/// of CSV, or two spaces and more. `None` for prose.
pub(super) fn cells(line: &str) -> Option<Vec<(usize, &str)>> {
    let separator: &[char] = if line.contains('\t') {
        &['\t']
    } else if line.contains('|') {
        &['|']
    } else if line.contains(';') {
        &[';']
    } else if line.contains(',') && !line.contains(", ") {
        &[',']
    } else {
        return columns(line);
    };
    let mut cells = Vec::new();
    let mut start = 0usize;
    for piece in line.split(separator) {
        let trimmed = piece.trim().trim_matches('"');
        cells.push((start, trimmed));
        start = start.saturating_add(piece.len()).saturating_add(1);
    }
    (cells.len() >= 2).then_some(cells)
}

/// The cells of a row whose columns are kept apart by two spaces and more.
fn columns(line: &str) -> Option<Vec<(usize, &str)>> {
    let mut cells = Vec::new();
    let mut rest = line;
    let mut start = 0usize;
    loop {
        let (cell, after) = rest.split_once("  ").unwrap_or((rest, ""));
        if !cell.trim().is_empty() {
            let indent = cell.len().saturating_sub(cell.trim_start().len());
            cells.push((start.saturating_add(indent), cell.trim()));
        }
        start = start.saturating_add(cell.len()).saturating_add(2);
        if after.is_empty() {
            break;
        }
        rest = after;
    }
    (cells.len() >= 2).then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_cuts_once() {
        let lines = Lines::new("a\r\nb\rc\n\nd");
        assert_eq!((0..lines.len()).map(|i| lines.text(i)).collect::<Vec<_>>(), ["a", "b", "c", "", "d"]);
        assert_eq!(lines.at(3), 1);
    }

    #[test]
    fn labels_are_short() {
        assert_eq!(label("    FileVersion:      1.1.882.0"), Some("FileVersion"));
        assert_eq!(label("  \"displayVersion\": \"2.6.92.0\","), Some("displayVersion"));
        assert_eq!(label("no label here"), None);
    }

    #[test]
    fn rows_fall_into_cells() {
        let texts = |line| cells(line).map(|cells| cells.into_iter().map(|(_, text)| text).collect::<Vec<_>>());
        assert_eq!(texts("\"SYNC01\",\"2.6.3.0\""), Some(vec!["SYNC01", "2.6.3.0"]));
        assert_eq!(texts("SYNC01   2.6.3.0"), Some(vec!["SYNC01", "2.6.3.0"]));
        assert_eq!(texts("we run 2.6.3.0, still"), None);
    }

    #[test]
    fn an_object_ends_at_blank_lines_brackets_and_repeated_labels() {
        let lines = Lines::new("Name : a\nVersion : 1\nName : b\nVersion : 2\n\nName : c");
        let labels = |facts: Vec<&Facts>| facts.into_iter().map(|f| f.label.clone().unwrap()).collect::<Vec<_>>();
        assert_eq!(labels(lines.above(3).collect()), ["name"]);
        assert_eq!(labels(lines.below(0).collect()), ["version"]);
        assert_eq!(labels(lines.below(2).collect()), ["version"]);
    }
}
