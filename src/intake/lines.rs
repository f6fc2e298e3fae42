//! The lines of a text, and how they belong together.

use std::ops::Range;

use super::names::{self, Mention};

/// How far a number looks for the name of its object, in lines.
const REACH: usize = 40;

/// A line: where it stands and which names it holds.
#[derive(Debug)]
pub(super) struct Line {
    /// Bytes of the text, without the line's end.
    pub span: Range<usize>,
    /// Names in it, in order; positions count from the line's start.
    pub mentions: Vec<Mention>,
}

/// A text cut into lines.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    lines: Vec<Line>,
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
                let span = start..start.saturating_add(line.len());
                lines.push(Line { span, mentions: names::mentions(line) });
            }
            start = end;
        }
        Self { text, lines }
    }

    /// The line that holds a byte.
    pub fn at(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.span.start <= byte).saturating_sub(1)
    }

    /// A line.
    pub fn get(&self, index: usize) -> Option<&Line> {
        self.lines.get(index)
    }

    /// The words of a line.
    pub fn text(&self, index: usize) -> &'a str {
        self.get(index).and_then(|line| self.text.get(line.span.clone())).unwrap_or_default()
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// All lines with their words.
    pub fn iter(&self) -> impl Iterator<Item = (&Line, &'a str)> {
        self.lines.iter().map(|line| (line, self.text.get(line.span.clone()).unwrap_or_default()))
    }

    /// Whether a line ends an object: blank, or only brackets.
    fn ends_object(&self, index: usize) -> bool {
        self.text(index).chars().all(|c| c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ','))
    }

    /// The lines above of the same object, nearest first. A second line with
    /// the same label belongs to the next object.
    pub fn above(&self, index: usize) -> impl Iterator<Item = usize> {
        let own = label(self.text(index)).map(str::to_ascii_lowercase);
        (0..index).rev().take(REACH).take_while(move |&line| self.same_object(line, own.as_deref()))
    }

    /// The lines below of the same object, nearest first.
    pub fn below(&self, index: usize) -> impl Iterator<Item = usize> {
        let own = label(self.text(index)).map(str::to_ascii_lowercase);
        (index.saturating_add(1)..self.len())
            .take(REACH)
            .take_while(move |&line| self.same_object(line, own.as_deref()))
    }

    fn same_object(&self, line: usize, own: Option<&str>) -> bool {
        !self.ends_object(line)
            && own.is_none_or(|own| label(self.text(line)).is_none_or(|other| other.to_ascii_lowercase() != own))
    }
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
        assert_eq!(lines.above(3).collect::<Vec<_>>(), [2]);
        assert_eq!(lines.below(0).collect::<Vec<_>>(), [1]);
        assert_eq!(lines.below(2).collect::<Vec<_>>(), [3]);
    }
}
