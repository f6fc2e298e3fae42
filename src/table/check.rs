//! Collects what is wrong with a table, each with its place.

use std::fmt;
use std::str::FromStr;

/// Hosts that a link may lead to: the vendor's documentation, security and
/// admin sites, its short links, and the CVE record.
const HOSTS: [&str; 6] = [
    "learn.microsoft.com",
    "msrc.microsoft.com",
    "entra.microsoft.com",
    "admin.microsoft.com",
    "aka.ms",
    "www.cve.org",
];
/// The longest text, in bytes, and the longest list that a table may hold.
pub(super) const LONGEST_TEXT: usize = 4000;
pub(super) const LONGEST_LIST: usize = 5000;

/// What is wrong with a table, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The record, as in `releases 2.5.79.0`.
    pub place: String,
    /// What is wrong with it.
    pub problem: String,
}

/// A table that is refused, with every reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableError {
    /// All that was found wrong; at least one.
    pub reasons: Vec<Reason>,
}

impl TableError {
    pub(super) fn unreadable(error: &dyn fmt::Display) -> Self {
        let problem = format!("cannot be read: {error}");
        Self { reasons: vec![Reason { place: "table".to_owned(), problem }] }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the table is refused")?;
        for reason in &self.reasons {
            write!(f, "\n  {}: {}", reason.place, reason.problem)?;
        }
        Ok(())
    }
}

impl std::error::Error for TableError {}

/// Collects what is wrong while the facts are read.
pub(super) struct Check {
    /// Identifiers of the sources, in order.
    pub sources: Vec<String>,
    pub reasons: Vec<Reason>,
}

impl Check {
    pub fn fail(&mut self, place: &str, problem: String) {
        self.reasons.push(Reason { place: place.to_owned(), problem });
    }

    pub fn parse<T>(&mut self, place: &str, text: &str) -> Option<T>
    where
        T: FromStr<Err: fmt::Display>,
    {
        text.parse().map_err(|error: T::Err| self.fail(place, error.to_string())).ok()
    }

    pub fn parse_optional<T>(&mut self, place: &str, text: Option<&String>) -> Option<T>
    where
        T: FromStr<Err: fmt::Display>,
    {
        text.and_then(|text| self.parse(place, text))
    }

    pub fn text(&mut self, place: &str, text: &str) {
        if text.len() > LONGEST_TEXT {
            self.fail(place, format!("holds a text of {} bytes, more than {LONGEST_TEXT}", text.len()));
        }
    }

    pub fn unique<'a>(&mut self, place: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: Vec<&str> = Vec::new();
        for id in ids {
            if seen.contains(&id) {
                self.fail(place, format!("names \"{id}\" twice"));
            }
            seen.push(id);
        }
    }

    pub fn url(&mut self, place: &str, url: &str) {
        let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        if !host.is_some_and(|host| HOSTS.contains(&host)) {
            self.fail(place, format!("links to {url}, which is not https on an allowed host"));
        }
    }

    pub fn reference(&mut self, place: &str, id: &str) -> Option<usize> {
        let found = self.sources.iter().position(|source| source == id);
        if found.is_none() {
            self.fail(place, format!("names the source \"{id}\", which does not exist"));
        }
        found
    }

    pub fn references(&mut self, place: &str, ids: &[String]) -> Vec<usize> {
        if ids.is_empty() {
            self.fail(place, "has no source".to_owned());
        }
        ids.iter().filter_map(|id| self.reference(place, id)).collect()
    }
}
