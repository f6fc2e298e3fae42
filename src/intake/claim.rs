//! What each number claims to be, from what stands around it.

use std::ops::Range;

use super::hosts;
use super::lexicon::lexicon;
use super::lines::Lines;
use super::names::Name;
use super::owner::{self, Owner};
use super::present::Present;
use super::reading::{Passed, What};
use super::roles::{self, Role};
use super::scan::Token;
use super::tables::{self, Column, Cut, Headings, Row};
use super::whose;
use crate::table::{Product, Table};

/// How far words before and after a number are looked at, in bytes.
pub(super) const WINDOW: usize = 160;

/// The longest text, in bytes, that may be a number and nothing else.
const SHORT: usize = 80;

/// How close a claim is to the installation, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// The synchronization service's own number.
    Engine,
    /// The wizard's, or the product's by name.
    Wizard,
    /// What the configuration was written with.
    Configuration,
    /// What the cloud was told.
    Cloud,
    /// A number without a name.
    Bare,
}

/// The most numbers passed over that are told.
pub(super) const MOST_PASSED: usize = 1000;

/// A number with what it claims.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// The number.
    pub token: Token,
    /// Whose it is.
    pub owner: Owner,
    /// How close to the installation.
    pub evidence: Evidence,
    /// Whether the product's name was cut off beside it.
    pub cut: bool,
    /// Whether a name or a version label stands beside it.
    pub beside: bool,
    /// What the words say.
    pub role: Role,
    /// Its line.
    pub line: usize,
    /// Whether the line is a row of a list rather than prose.
    pub row: bool,
}

/// A text with its lines and headings, in which numbers are looked at.
pub(super) struct Scene<'a> {
    pub table: &'a Table,
    pub text: &'a str,
    pub lines: Lines<'a>,
    pub headings: Headings<'a>,
}

impl Scene<'_> {
    /// Looks at every number: those that may count; the others are passed over.
    pub fn claims(&self, tokens: Vec<Token>, passed: &mut Vec<Passed>) -> Vec<Claim> {
        let mut claims = Vec::new();
        for claim in tokens.into_iter().filter_map(|token| self.claim(token)) {
            match claim.owner {
                Owner::Connect(_) | Owner::Sibling(_) => claims.push(claim),
                Owner::Foreign(what) if passed.len() < MOST_PASSED => passed.push(self.passed(&claim, what, None)),
                Owner::Foreign(_) => {}
            }
        }
        claims
    }

    /// A number that is not taken, with what it is.
    pub fn passed(&self, claim: &Claim, what: What, product: Option<Product>) -> Passed {
        Passed { span: claim.token.span.clone(), text: claim.token.plain(self.text), what, product }
    }

    fn claim(&self, token: Token) -> Option<Claim> {
        let lines = &self.lines;
        let index = lines.at(token.span.start);
        let start = lines.span(index).start;
        let line = lines.text(index);
        let at = token.span.start.saturating_sub(start);
        let end = token.span.end.saturating_sub(start);
        let before = tail(line.get(..at).unwrap_or_default(), WINDOW);
        let after = head(line.get(end..).unwrap_or_default(), WINDOW);
        let apart = token.apart;
        let mut claim = Claim {
            owner: Owner::Foreign(What::Other),
            evidence: Evidence::Bare,
            cut: false,
            beside: false,
            role: Role::Unsaid,
            line: index,
            row: false,
            token,
        };
        let parts = claim.token.parts();
        let row = lines.row(index);
        let over = self.headings.over(lines, index, at);
        let heading = over.map(|(heading, _)| heading);
        let column = over.and_then(|(heading, column)| heading.columns.get(column));
        let label = value_label(before);
        let labelled = label.is_some_and(tables::speaks_of_version)
            || column.is_some_and(|column| column.version)
            || ends_in_version(before);
        let short = parts.len() < 4;
        let on_line = column
            .and_then(|column| column.name.as_ref())
            .map(|mention| mention.name)
            .or_else(|| {
                let listed = owner::listed(self.table, parts);
                whose::nearest(lines.mentions(index), at..end, line, listed)
            })
            .or_else(|| whose::other_program(heading, lines, index, at));
        let named = on_line
            .or_else(|| label.is_none_or(tables::speaks_of_version).then(|| whose::object(lines, index)).flatten())
            .or_else(|| apart.then(|| whose::above(lines, index)).flatten())
            .or_else(|| whose::continued(lines, index, before))
            .or_else(|| labelled.then(|| whose::titled(lines, index, before)).flatten())
            .or_else(|| whose::command(lines, index))
            .filter(|name| !short || column.is_some() || whose::adjacent(*name, before));
        let single = row.is_some_and(|line| stands_alone(line, at..end, parts.len()));
        let labelled = labelled || apart;
        claim.beside = named.is_some() || labelled || single;
        claim.cut = named == Some(Name::ConnectCut);
        claim.row = row.is_some_and(|line| is_row(line, at..end, lines.cells(index).is_some()));
        (claim.owner, claim.evidence) = match named {
            Some(name) => owner::by_name(self.table, name, parts, on_line.is_some()),
            None => {
                let alone = alone(self.text, &claim.token.span);
                (owner::by_number(self.table, parts, labelled || single, alone), Evidence::Bare)
            }
        };
        if !matches!(claim.owner, Owner::Foreign(_)) {
            let present = lines.present(index);
            claim.role = role(lines.cells(index), line, at..end, column, present);
            if present.failed && column.is_none() && (undone(before) || undone(after)) {
                claim.role = Role::Target;
            }
        }
        Some(claim)
    }
}

/// What the words around a number in its cell say, else the heading of its
/// column, else the cell that labels it.
fn role(row: Option<&Row>, line: &str, number: Range<usize>, column: Option<&Column<'_>>, present: Present) -> Role {
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
        let left = cell.checked_sub(1).filter(|_| present.before && column.is_none_or(|column| !column.version));
        let words = left.map(|left| row.text(line, left)).unwrap_or_default();
        let said = words.split_whitespace().count() <= 5 && !words.contains(|c: char| c.is_ascii_digit());
        label = if said { roles::of_heading(words) } else { Role::Unsaid };
    }
    let before = tail(line.get(from..number.start).unwrap_or_default(), WINDOW);
    let after = head(line.get(number.end..to.max(number.end)).unwrap_or_default(), WINDOW);
    match roles::role(roles::clause(before), after, present) {
        Role::Unsaid => match column.map_or(Role::Unsaid, |column| column.role) {
            Role::Unsaid => label,
            said => said,
        },
        said => said,
    }
}

/// Whether the words right before a number end in "version".
fn ends_in_version(before: &str) -> bool {
    let words = before.trim_end();
    let last = words.rsplit(|c: char| c.is_whitespace() || c == '"').next().unwrap_or_default();
    last.len() <= 40 && tables::speaks_of_version(last)
}

lexicon! {
    /// Words of an installer that did not do what it should.
    UNDONE: () = [
        ((), "installation failed|fehler bei der installation|removed the product|result: failed"),
    ]
}

/// Whether an installer's report says that the product did not get or stay
/// there.
fn undone(words: &str) -> bool {
    UNDONE.words(words).next().is_some() || words.contains(": 1602") || words.contains(": 1603")
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

/// Whether the text is this number and nothing else that matters.
fn alone(text: &str, span: &Range<usize>) -> bool {
    if text.len() > SHORT {
        return false;
    }
    let rest = |part: Option<&str>| {
        let words = part.unwrap_or_default().to_ascii_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        words.is_empty() || matches!(words, "v" | "version" | "build" | "ver" | "release")
    };
    rest(text.get(..span.start)) && rest(text.get(span.end..))
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

pub(super) fn tail(text: &str, bytes: usize) -> &str {
    let mut from = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from = from.saturating_add(1);
    }
    text.get(from..).unwrap_or_default()
}

pub(super) fn head(text: &str, bytes: usize) -> &str {
    let mut to = bytes.min(text.len());
    while !text.is_char_boundary(to) {
        to = to.saturating_sub(1);
    }
    text.get(..to).unwrap_or_default()
}
