//! Forms that hold no number with dots: the four columns of a raw file
//! version, and names that stand for a whole line of builds.

use std::ops::Range;

use super::claim::{Claim, Evidence};
use super::lines::{self, Lines};
use super::names::Name;
use super::owner::Owner;
use super::reading::{Number, Passed, Reading, What};
use super::roles::Role;
use super::scan::Token;
use crate::table::{Product, Table};
use crate::version::Build;
use crate::words::{Id, Message};

/// The headings of PowerShell's `Version` objects.
const COLUMNS: [&str; 4] = ["major", "minor", "build", "revision"];

/// Numbers whose parts stand in four columns, or in four lines with labels.
pub(super) fn four_columns(lines: &Lines<'_>) -> Vec<Claim> {
    let mut found = Vec::new();
    for index in 0..lines.len() {
        let line = lines.text(index);
        // Cheap first: most lines are something else.
        if !line.trim_start().get(..5).is_some_and(|word| word.eq_ignore_ascii_case("major")) {
            continue;
        }
        let mut words = line.split_whitespace();
        if COLUMNS.iter().all(|column| words.next().is_some_and(|word| word.eq_ignore_ascii_case(column))) {
            found.extend(row_below(lines, index));
        } else if is_part(line, "major") {
            found.extend(lines_below(lines, index));
        }
    }
    found
}

fn row_below(lines: &Lines<'_>, heading: usize) -> Option<Claim> {
    let row = (heading.saturating_add(1)..lines.len())
        .take(4)
        .find(|line| lines.text(*line).contains(|c: char| c.is_ascii_digit()))?;
    let text = lines.text(row);
    let parts: Vec<u16> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    let start = lines.span(row).start;
    let indent = text.len().saturating_sub(text.trim_start().len());
    let from = start.saturating_add(indent);
    claim(lines, heading, row, &parts, from..from.saturating_add(text.trim().len()))
}

fn is_part(line: &str, name: &str) -> bool {
    lines::label(line).is_some_and(|label| label.eq_ignore_ascii_case(name))
}

fn lines_below(lines: &Lines<'_>, first: usize) -> Option<Claim> {
    let mut parts = Vec::new();
    let mut end = 0;
    for (offset, name) in COLUMNS.iter().enumerate() {
        let index = first.saturating_add(offset);
        let text = lines.text(index);
        if !is_part(text, name) {
            return None;
        }
        parts.push(text.split_once([':', '='])?.1.trim().parse().ok()?);
        end = lines.span(index).end;
    }
    claim(lines, first, first, &parts, lines.span(first).start..end)
}

fn claim(lines: &Lines<'_>, heading: usize, line: usize, parts: &[u16], span: Range<usize>) -> Option<Claim> {
    let build = Build::new(<[u16; 4]>::try_from(parts).ok()?);
    // The command that printed it tells whose file it was.
    let above = (0..heading).rev().take(6).filter_map(|line| lines.facts(line));
    let name = above.flat_map(|facts| facts.mentions.iter().rev()).map(|mention| mention.name).next();
    let (owner, evidence) = match name {
        Some(Name::Engine) | None => (Owner::Connect(None), Evidence::Engine),
        Some(Name::Sibling(product)) => (Owner::Sibling(Some(product)), Evidence::Bare),
        Some(Name::Foreign(what)) => (Owner::Foreign(what), Evidence::Bare),
        Some(_) => (Owner::Connect(Some(Product::EntraConnect)), Evidence::Wizard),
    };
    Some(Claim {
        token: Token { parts: parts.iter().copied().map(Some).collect(), text: build.to_string(), span, commas: false },
        build: Some(build),
        parts: parts.to_vec(),
        owner,
        evidence,
        cut: false,
        beside: true,
        role: Role::Unsaid,
        line,
        row: true,
    })
}

/// Whole numbers under the label "Version": counters of changes, as in
/// `Version : 396` of the global settings.
pub(super) fn counters(lines: &Lines<'_>) -> Vec<Passed> {
    /// A text that has more of them is a dump of something else.
    const MOST: usize = 10;
    let counter = |index: usize| {
        let line = lines.row(index)?;
        let label = lines::label(line)?;
        let (_, value) = line.split_once([':', '='])?;
        let text = value.trim();
        let is_counter = ["version", "sqlschemaversion"].iter().any(|known| label.eq_ignore_ascii_case(known))
            && (1..=9).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_digit());
        let end = lines.span(index).start.saturating_add(line.trim_end().len());
        is_counter.then(|| Passed {
            span: end.saturating_sub(text.len())..end,
            text: text.to_owned(),
            what: What::Counter,
            product: None,
        })
    };
    (0..lines.len()).filter_map(counter).take(MOST).collect()
}

/// A name that stands for a whole line of builds: `1.x` and `V1` alone or
/// beside Connect's name, `DirSync` and `Azure AD Sync` where no version is.
pub(super) fn whole_line_of_builds(table: &Table, lines: &Lines<'_>, text: &str) -> Option<Reading> {
    for index in 0..lines.len() {
        let (words, start) = (lines.text(index), lines.span(index).start);
        let mentions = &lines.facts(index)?.mentions;
        let beside = mentions.iter().any(|mention| matches!(mention.name, Name::Connect | Name::ConnectCut));
        let mut from = 0usize;
        let between = |c: char| !(c.is_alphanumeric() || c == '.');
        for piece in words.split_inclusive(between) {
            let word = piece.trim_end_matches(between);
            let at = from;
            from = from.saturating_add(piece.len());
            let dots = word.len().saturating_sub(word.trim_start_matches('.').len());
            let at = at.saturating_add(dots);
            let name = word.trim_matches('.');
            let families: Vec<_> = families_named(table, name).collect();
            if families.is_empty() || !(beside || alone(text, name)) {
                continue;
            }
            let start = start.saturating_add(at);
            let product = beside.then_some(Product::EntraConnect);
            return Some(reading(families, product, name, start..start.saturating_add(name.len())));
        }
        let old = mentions.iter().find_map(|mention| match mention.name {
            Name::Dirsync => Some((mention, Product::Dirsync)),
            Name::AadSync => Some((mention, Product::AzureAdSync)),
            _ => None,
        });
        if let Some((mention, product)) = old
            && !beside
            && (product == Product::Dirsync || alone(text, words.get(mention.start..mention.end).unwrap_or_default()))
            && apart(words, mention.start, mention.end)
            && in_use(words, mention.end)
        {
            let families = table.families().iter().filter(|family| family.product == product);
            let span = start.saturating_add(mention.start)..start.saturating_add(mention.end);
            let name = text.get(span.clone())?;
            return Some(reading(families.map(|family| family.id.clone()).collect(), Some(product), name, span));
        }
    }
    None
}

/// The lines whose builds a name may mean: `1.x` without a product's name
/// holds those of Azure AD Sync and DirSync too.
fn families_named<'a>(table: &'a Table, name: &'a str) -> impl Iterator<Item = String> + 'a {
    let meant = table.families().iter().find(|family| {
        family.product == Product::EntraConnect && family.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    });
    table
        .families()
        .iter()
        .filter(move |family| meant.is_some_and(|meant| meant.from <= family.from && family.before <= meant.before))
        .map(|family| family.id.clone())
}

fn alone(text: &str, name: &str) -> bool {
    /// A longer text is more than a name.
    const SHORT: usize = 80;
    if text.len() > SHORT {
        return false;
    }
    let words = text.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let words = words.strip_prefix("version").unwrap_or(&words).trim();
    words.eq_ignore_ascii_case(name)
}

/// Whether a sentence speaks of something that runs: not a field's name, not
/// its state, not what was left.
fn in_use(line: &str, end: usize) -> bool {
    let after = line.get(end..).unwrap_or_default().trim_start();
    let before = line.get(..end).unwrap_or_default().to_ascii_lowercase();
    !after.starts_with([':', '='])
        && !["status", "enabled", "disabled"].iter().any(|word| after.starts_with(word))
        && ![" from ", " was ", "moved ", "former"].iter().any(|word| format!(" {before}").contains(word))
}

/// Whether a name is a word of its own and not part of a command's or field's.
fn apart(line: &str, start: usize, end: usize) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '\\' | '/' | '.'));
    let right = line.get(end..).unwrap_or_default();
    !joined(line.get(..start).and_then(|left| left.chars().next_back()))
        && !right.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '\\'))
}

fn reading(families: Vec<String>, product: Option<Product>, text: &str, span: Range<usize>) -> Reading {
    Reading {
        product,
        number: Number::Line(families),
        text: text.to_owned(),
        server: None,
        staging: None,
        partial: false,
        span,
        chosen: vec![Message::plain(Id::ChosenName)],
    }
}
