//! What each number claims to be, from what stands around it.

use std::ops::Range;

use super::beside::Place;
use super::headings::Headings;
use super::lexicon::lexicon;
use super::lines::Lines;
use super::looks;
use super::names::Name;
use super::owner::{self, Owner};
use super::reading::{Passed, What};
use super::role_list::codes;
use super::roles::Role;
use super::scan::Token;

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
        let over = self.headings.over(lines, index, at);
        let heading = over.map(|(heading, _)| heading);
        let column = over.and_then(|(heading, column)| heading.columns.get(column));
        let titled = column.is_some_and(|column| column.version);
        let place = Place { at, end, parts: parts.len(), listed: owner::listed(self.table, parts), titled };
        let beside = lines.beside(index, place)?;
        let labelled = beside.label == Some(true) || titled || beside.version;
        let short = parts.len() < 4;
        let on_line = column
            .and_then(|column| column.name.as_ref())
            .map(|mention| mention.name)
            .or(beside.name)
            .or_else(|| whose::other_program(heading, lines, index, at));
        let named = on_line
            .or_else(|| beside.label.is_none_or(|version| version).then(|| whose::object(lines, index)).flatten())
            .or_else(|| apart.then(|| whose::above(lines, index)).flatten())
            .or_else(|| whose::continued(lines, index, before))
            .or_else(|| labelled.then(|| whose::titled(lines, index, before)).flatten())
            .or_else(|| whose::command(lines, index))
            .filter(|name| !short || column.is_some() || whose::adjacent(*name, before));
        let labelled = labelled || apart;
        // "2.0.x" speaks of a line of builds, and never for a complete number.
        claim.beside = (named.is_some() || labelled || beside.single) && !looks::left_open(after);
        claim.cut = named == Some(Name::ConnectCut);
        claim.row = beside.row;
        (claim.owner, claim.evidence) = match named {
            Some(name) => owner::by_name(self.table, name, parts, on_line.is_some()),
            None => {
                let alone = alone(self.text, &claim.token.span);
                (owner::by_number(self.table, parts, labelled || beside.single, alone), Evidence::Bare)
            }
        };
        if !matches!(claim.owner, Owner::Foreign(_)) {
            let present = lines.present(index);
            claim.role = lines.said(index, place)?.role(column.map_or(Role::Unsaid, |column| column.role));
            if present.failed && column.is_none() && (undone(before) || undone(after)) {
                claim.role = Role::Target;
            }
        }
        Some(claim)
    }
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
    UNDONE.words(words).next().is_some()
        || codes(words).any(|at| words.get(..at).is_some_and(|left| left.ends_with(": ")))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_alone_with_signs_and_the_word_version() {
        let alone = |text: &str, number: &str| {
            let start = text.find(number).unwrap();
            super::alone(text, &(start..start + number.len()))
        };
        for text in ["6.1", "version 6.1", "v6.1.", " (Build: 6.1)\n", "6.1 release"] {
            assert!(alone(text, "6.1"), "{text:?}");
        }
        assert!(!alone("Windows 6.1", "6.1"));
        assert!(!alone("6.1 of it", "6.1"));
        assert!(!alone(&format!("6.1{}", " ".repeat(SHORT)), "6.1"), "a long text has more to say");
    }
}
