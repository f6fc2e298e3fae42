//! What a line says of a number in it, whichever number that is.

use std::ops::Range;

use super::claim::{WINDOW, head, tail};
use super::hosts;
use super::line_facts::{Facts, as_row};
use super::names::Name;
use super::roles::{self, Role};
use super::tables::{self, Cut};
use super::whose;

/// A number's place in its line, and all that counts of the number itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Where it begins.
    pub at: usize,
    /// Where it ends.
    pub end: usize,
    /// How many parts it has.
    pub parts: usize,
    /// Whether a product has this build.
    pub listed: bool,
    /// Whether it stands under a heading that says "version".
    pub titled: bool,
}

/// What stands beside a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// The name that goes with it.
    pub name: Option<Name>,
    /// If it is the value of a label, whether that says "version".
    pub label: Option<bool>,
    /// Whether the words before it end in "version".
    pub version: bool,
    /// Whether it has its line to itself.
    pub single: bool,
    /// Whether its line is a row of a list.
    pub row: bool,
}

impl Beside {
    /// Looks around a number.
    pub fn of(facts: &Facts, line: &str, place: Place) -> Self {
        let number = place.at..place.end;
        let before = tail(line.get(..place.at).unwrap_or_default(), WINDOW);
        let row = as_row(line);
        Self {
            name: whose::nearest(facts.mentions(line), number.clone(), line, place.listed),
            label: value_label(before).map(tables::speaks_of_version),
            version: ends_in_version(before),
            single: row.is_some_and(|line| stands_alone(line, number.clone(), place.parts)),
            row: row.is_some_and(|line| is_row(line, number, facts.row(line).is_some())),
        }
    }
}

/// The roles that its line gives to a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    words: Role,
    label: Role,
}

impl Said {
    /// The words decide, else the heading of its column, else its label.
    pub fn role(self, column: Role) -> Role {
        let said = [self.words, column].into_iter().find(|role| *role != Role::Unsaid);
        said.unwrap_or(self.label)
    }
}

/// What the words around a number in its cell say of its role, and the cell
/// that labels it.
pub(super) fn said(facts: &Facts, line: &str, place: Place) -> Said {
    let (row, present) = (facts.row(line), facts.present(line));
    let number = place.at..place.end;
    let mut from = 0;
    let mut to = line.len();
    let mut label = Role::Unsaid;
    if let Some(row) = row
        && let Some(cell) = row.cell_at(number.start)
        && let (start, end) = row.cells.get(cell).copied().unwrap_or((from, to))
        // Spaces part cells only where the cell has words of its own.
        && (row.cut != Cut::Spaces || start < number.start)
    {
        (from, to) = (start, end);
        // Under a heading no cell needs a label.
        let left = cell.checked_sub(1).filter(|_| present.before && !place.titled);
        let words = left.map(|left| row.text(line, left)).unwrap_or_default();
        let said = words.split_whitespace().count() <= 5 && !words.contains(|c: char| c.is_ascii_digit());
        label = if said { roles::of_heading(words) } else { Role::Unsaid };
    }
    let before = tail(line.get(from..number.start).unwrap_or_default(), WINDOW);
    let after = head(line.get(number.end..to.max(number.end)).unwrap_or_default(), WINDOW);
    Said { words: roles::role(before, after, present), label }
}

/// Whether the words right before a number end in "version".
fn ends_in_version(before: &str) -> bool {
    let words = before.trim_end();
    let last = words.rsplit(|c: char| c.is_whitespace() || c == '"').next().unwrap_or_default();
    last.len() <= 40 && tables::speaks_of_version(last)
}

/// The label that the number is the value of.
fn value_label(before: &str) -> Option<&str> {
    let trimmed =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '(' | '{' | '[' | 'v' | 'V'));
    let left = trimmed.strip_suffix([':', '=', '：'])?;
    let start = left.rfind([',', ';', '{', '\t', '|', '(']).map_or(0, |at| at.saturating_add(1));
    let label = left.get(start..)?.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '-' | '*'));
    (!label.is_empty()).then_some(label)
}

/// Whether a number has its line to itself, but for a server's name.
fn stands_alone(line: &str, span: Range<usize>, parts: usize) -> bool {
    let before = line.get(..span.start).unwrap_or_default().trim_start().trim_start_matches(['-', '*', '•']);
    let after = line.get(span.end..).unwrap_or_default();
    // Two parts behind a word are as likely a rate or a temperature.
    let host = parts >= 3 && hosts::is_host(before.trim_end_matches([' ', '\t', ':']).trim_start());
    !after.contains(char::is_alphanumeric)
        && (host || !before.contains(char::is_alphanumeric) || before.trim().eq_ignore_ascii_case("v"))
}

/// Whether a line is a row of a list: the number alone, a labelled value, or
/// cells.
fn is_row(line: &str, span: Range<usize>, cells: bool) -> bool {
    let before = line.get(..span.start).unwrap_or_default();
    let after = line.get(span.end..).unwrap_or_default();
    let quiet = |text: &str| !text.chars().any(char::is_alphanumeric) || text.trim().eq_ignore_ascii_case("v");
    (quiet(before) && quiet(after))
        || cells
        || (quiet(after) && before.split_whitespace().count() <= 4)
        || (quiet(before) && after.split_whitespace().count() <= 3)
}
