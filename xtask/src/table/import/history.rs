//! Pages that give every build a section of its own: Connect's version history and its archive, the
//! provisioning agent's and the pass-through agent's.

use std::collections::BTreeMap;

use entra_connect_checker::{Build, Date, Released};

use super::blocks::{Block, Kind, Page, Row};
use super::{dates, status};

/// A build as a page has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The number as printed.
    pub version: String,
    /// The line of its section, or of its row in a table.
    pub line: usize,
    /// When it came out.
    pub released: Option<Released>,
    /// The way, as the facts write it.
    pub channel: Option<&'static str>,
    /// The first day of automatic upgrades.
    pub automatic: Option<Date>,
    /// The printed end of support.
    pub ends: Option<Date>,
    /// The successor that the end is said to follow from.
    pub after: Option<String>,
    /// Whether its text speaks of security.
    pub security: bool,
    /// The line that speaks of it as taken back.
    pub withdrawn: Option<usize>,
}

/// Something that stands where a fact should, and cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The line of the page.
    pub line: usize,
    /// The build it concerns.
    pub version: String,
    /// What is wrong.
    pub problem: String,
    /// Whether it only says that there is no date at all, which may be known.
    pub no_date: bool,
}

/// What a page says.
#[derive(Debug, Default)]
pub struct Reading {
    /// Its builds by number, and by product where the page names it.
    pub builds: BTreeMap<(Build, Option<&'static str>), Found>,
    /// What could not be read.
    pub unread: Vec<Unread>,
    /// Whether the table of ends of support was there.
    pub table: bool,
}

impl Reading {
    /// Whether a build of a product stands on the page.
    pub fn has(&self, product: &str, build: &Build) -> bool {
        self.builds.keys().any(|(other, named)| other == build && named.is_none_or(|named| named == product))
    }

    /// The highest build of a product; withdrawn ones count too.
    pub fn newest(&self, product: &str) -> Option<&Build> {
        let of_product = |named: &Option<&str>| named.is_none_or(|named| named == product);
        self.builds.keys().rev().find(|(_, named)| of_product(named)).map(|(build, _)| build)
    }

    /// The entry of a build, made if it is new.
    pub fn entry(&mut self, version: &str, build: Build, product: Option<&'static str>, line: usize) -> &mut Found {
        self.builds.entry((build, product)).or_insert_with(|| Found {
            version: version.to_owned(),
            line,
            released: None,
            channel: None,
            automatic: None,
            ends: None,
            after: None,
            security: false,
            withdrawn: None,
        })
    }

    fn unread(&mut self, line: usize, version: &str, problem: String) {
        self.unread.push(Unread { line, version: version.to_owned(), problem, no_date: false });
    }
}

/// Reads sections, the table of ends of support, and what is said of withdrawn builds.
pub fn read(page: &Page) -> Reading {
    let mut reading = Reading::default();
    for block in &page.blocks {
        if let Kind::Table(rows) = &block.kind {
            support_table(rows, &mut reading);
        }
    }
    for (index, block) in page.blocks.iter().enumerate() {
        match &block.kind {
            Kind::Heading(level, text) => {
                let rest = page.blocks.get(index + 1..).unwrap_or_default();
                let inside = |block: &&Block| !matches!(block.kind, Kind::Heading(other, _) if other <= *level);
                let section: Vec<&Block> = rest.iter().take_while(inside).collect();
                heading(text, block.line, &section, &mut reading);
            }
            Kind::Text(text) => withdrawn(text, block.line, &mut reading),
            Kind::Table(_) => {}
        }
    }
    reading
}

/// A heading that is a build opens its section.
fn heading(text: &str, line: usize, section: &[&Block], reading: &mut Reading) {
    let number = text.trim_start_matches("Version ").trim_end_matches(':').trim();
    let looks = number.contains('.') && number.chars().all(|c| c.is_ascii_digit() || c == '.' || c == 'x');
    let build: Build = match number.parse() {
        Ok(build) => build,
        Err(_) if !looks => return,
        Err(error) => return reading.unread(line, number, error.to_string()),
    };
    let security = section.iter().filter_map(|block| block.text()).any(|text| {
        let text = text.to_lowercase();
        text.contains("security")
            && ["fix", "vulnerab", "security update", "hardening"].iter().any(|word| text.contains(word))
    });
    let said = statuses(section);
    let status = status::read(&said.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(". "));
    let at = said.first().map_or(line, |(line, _)| *line);
    if let Some(reason) = &status.wrong {
        reading.unread(at, number, format!("the date of its release: {reason}"));
    } else if status.released.is_none() && !matches!(status.channel, Some("withdrawn" | "limited")) {
        let problem = "no date of its release could be found".to_owned();
        reading.unread.push(Unread { line: at, version: number.to_owned(), problem, no_date: true });
    }
    let found = reading.entry(number, build, None, line);
    let printed = found.released;
    found.line = line;
    found.released = status.released.or(printed);
    found.channel = status.channel;
    found.automatic = status.automatic;
    found.security = security;
    if let (Some(table), Some(own)) = (printed, status.released)
        && table.first_day() != own.first_day()
        && matches!((table, own), (Released::Day(_), Released::Day(_)))
    {
        let problem = format!("the table dates it {table}, its own section {own}; the section is taken");
        reading.unread(at, number, problem);
    }
}

/// The texts of a section that tell its status: those under `Release status`, else the first ones
/// that begin like one.
fn statuses<'a>(section: &[&'a Block]) -> Vec<(usize, &'a str)> {
    let (mut under, mut fresh) = (false, true);
    let mut found = Vec::new();
    for block in section {
        match &block.kind {
            Kind::Heading(_, text) => {
                under = text.to_lowercase().starts_with("release status");
                fresh = false;
            }
            Kind::Text(text) => {
                let lower = text.to_lowercase();
                let dated = dates::find(text).first().is_some_and(|date| date.start == 0);
                let begins =
                    ["status", "released", "release date", "release for"].iter().any(|word| lower.starts_with(word));
                if (under && (dated || lower.contains("release"))) || (fresh && (dated || begins)) {
                    found.push((block.line, text.as_str()));
                }
            }
            Kind::Table(_) => {}
        }
    }
    found
}

/// The table of ends of support, known by its headings.
fn support_table(rows: &[Row], reading: &mut Reading) {
    let Some((head, rows)) = rows.split_first() else { return };
    let column =
        |words: &[&str]| head.cells.iter().position(|cell| words.iter().any(|word| cell.to_lowercase().contains(word)));
    let Some(ends) = column(&["end of support", "support end", "end-of-support"]) else { return };
    let Some(version) = column(&["version", "build"]) else { return };
    let released = column(&["release"]);
    reading.table = true;
    for row in rows {
        let cell = |column: usize| row.cells.get(column).map_or("", String::as_str);
        let number = cell(version).trim();
        let build: Build = match number.parse() {
            Ok(build) => build,
            Err(error) => {
                reading.unread(row.line, number, error.to_string());
                continue;
            }
        };
        let mut date = |column: usize, what: &str| match dates::first(cell(column)) {
            Some(Ok(date)) => Some(date),
            Some(Err(reason)) => {
                reading.unread(row.line, number, format!("{what}: {reason}"));
                None
            }
            None if ["", "tbd", "-", "n/a"].contains(&cell(column).trim().to_lowercase().as_str()) => None,
            None => {
                let shown: String = cell(column).chars().take(40).collect();
                reading.unread(row.line, number, format!("{what}: \"{shown}\" holds no date that can be read"));
                None
            }
        };
        let out = released.and_then(|column| date(column, "the date of its release"));
        let end = match date(ends, "the end of its support") {
            Some(Released::Day(day)) => Some(day),
            Some(Released::Month(_)) => {
                reading.unread(row.line, number, "the end of its support is only a month".to_owned());
                None
            }
            None => None,
        };
        let after = super::super::check::builds(cell(ends)).into_iter().next();
        let found = reading.entry(number, build, None, row.line);
        found.released = out;
        found.ends = end;
        found.after = after.map(|build| build.to_string());
    }
}

/// A text that says of one build that it was taken back.
fn withdrawn(text: &str, line: usize, reading: &mut Reading) {
    let lower = text.to_lowercase();
    let said = ["recall", "withdrawn", "withdrew", "was pulled", "been pulled", "removed the installer"];
    let builds = super::super::check::builds(text);
    if let ([build], true) = (builds.as_slice(), said.iter().any(|word| lower.contains(word))) {
        reading.entry(&build.to_string(), build.clone(), None, line).withdrawn = Some(line);
    }
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
