//! Words that stand for a whole line of builds, and counters that look like a
//! version.

use std::ops::Range;

use super::eight::{self, all, zeros};
use super::line_ends;
use super::line_facts;
use super::names::{self, Name};
use super::reading::{By, Chosen, Number, Passed, Reading, What};
use crate::table::{Product, Table};

/// The longest text, in bytes, that may be a name and nothing else.
const SHORT: usize = 80;

/// Whole numbers under the label "Version": counters of changes, as in
/// `Version : 396` of the global settings.
pub(super) fn counters(text: &str) -> Vec<Passed> {
    /// A text that has more of them is a dump of something else.
    const MOST: usize = 10;
    /// They stand near the beginning.
    const NEAR: usize = 64 * 1024;
    let mut found = Vec::new();
    let mut start = 0;
    let mut near = text.len().min(NEAR);
    while !text.is_char_boundary(near) {
        near = near.saturating_sub(1);
    }
    let text = text.get(..near).unwrap_or_default();
    while start < text.len() && found.len() < MOST {
        let (end, next) = line_ends::line_end(text, start);
        found.extend(text.get(start..end).and_then(|line| counter(line, start)));
        start = next;
    }
    found
}

fn counter(line: &str, start: usize) -> Option<Passed> {
    let label = line_facts::label(line)?;
    let (_, value) = line.split_once([':', '='])?;
    let text = value.trim();
    let is_counter = ["version", "sqlschemaversion"].iter().any(|known| label.eq_ignore_ascii_case(known))
        && (1..=9).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_digit());
    let end = start.saturating_add(line.trim_end().len());
    is_counter.then(|| Passed {
        span: end.saturating_sub(text.len())..end,
        text: text.to_owned(),
        what: What::Counter,
        product: None,
    })
}

/// A name that stands for a whole line of builds: `1.x` and `V1` alone or
/// beside Connect's name, `DirSync` and `Azure AD Sync` where no version is.
pub(super) fn whole_line_of_builds(table: &Table, text: &str) -> Option<Reading> {
    if text.len() <= SHORT {
        let mut start = 0;
        while start < text.len() {
            let (end, next) = line_ends::line_end(text, start);
            if let Some(reading) = in_line(table, text, start..end) {
                return Some(reading);
            }
            start = next;
        }
        return None;
    }
    let mut from = 0;
    while let Some(at) = next_name(text.as_bytes(), from) {
        let start = line_ends::line_start(text, at, from);
        let (end, next) = line_ends::line_end(text, at);
        if let Some(reading) = in_line(table, text, start..end) {
            return Some(reading);
        }
        from = next;
    }
    None
}

/// The next byte inside the words "sync" or "connect", which every name has.
fn next_name(bytes: &[u8], from: usize) -> Option<usize> {
    let is = |start: Option<usize>, word: &[u8]| {
        let end = |start: usize| start.saturating_add(word.len());
        start.and_then(|start| bytes.get(start..end(start))).is_some_and(|found| found.eq_ignore_ascii_case(word))
    };
    // "yn" and "nn" are rare, but where they do not begin in the last byte.
    const LAST: u64 = 0x80 << 56;
    let mask = |word: u64| {
        let lower = word | all(0x20);
        let n = zeros(lower ^ all(b'n'));
        (zeros(lower ^ all(b'y')) | n) & ((n >> 8) | LAST)
    };
    let mut at = from;
    loop {
        at = eight::find(bytes, at, mask, |byte| matches!(byte | 0x20, b'y' | b'n'))?;
        if is(at.checked_sub(1), b"sync") || is(at.checked_sub(2), b"connect") {
            return Some(at);
        }
        at = at.saturating_add(1);
    }
}

fn in_line(table: &Table, text: &str, line: Range<usize>) -> Option<Reading> {
    let words = text.get(line.clone())?;
    let mentions = names::mentions(words);
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
        // The names are short.
        let families: Vec<_> = if name.len() > 4 { Vec::new() } else { families_named(table, name).collect() };
        if families.is_empty() || !(beside || alone(text, name)) {
            continue;
        }
        let start = line.start.saturating_add(at);
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
        let span = line.start.saturating_add(mention.start)..line.start.saturating_add(mention.end);
        let name = text.get(span.clone())?;
        return Some(reading(families.map(|family| family.id.clone()).collect(), Some(product), name, span));
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
        chosen: Chosen::by(By::Line),
    }
}
