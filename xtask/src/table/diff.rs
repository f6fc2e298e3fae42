//! `cargo xtask table diff OLD NEW`: what changed between two tables, in words; made to be the
//! release note of a data update.

use std::collections::BTreeSet;
use std::fmt;

use entra_connect_checker::table::{Basis, Release};
use entra_connect_checker::{Build, Date, Product};
use serde_json::Value;

use super::document::{Document, records, text};
use super::rows::{judged, word};
use crate::{Error, Project};

/// What changed, a sentence each.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Facts that a source states, and what follows from them.
    pub facts: Vec<String>,
    /// Our own words, and which pages are named.
    pub words: Vec<String>,
    /// What is judged in another way now.
    pub verdicts: Vec<String>,
}

impl Changes {
    /// Whether nothing changed at all.
    pub fn none(&self) -> bool {
        self.facts.is_empty() && self.words.is_empty() && self.verdicts.is_empty()
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.none() {
            return f.write_str("no difference\n");
        }
        for (title, lines) in [("Facts", &self.facts), ("Verdicts", &self.verdicts), ("Words and sources", &self.words)]
        {
            if !lines.is_empty() {
                writeln!(f, "{title}:")?;
                lines.iter().try_for_each(|line| writeln!(f, "- {line}"))?;
            }
        }
        Ok(())
    }
}

/// Prints the difference. OLD and NEW are files, folders in the form of `data/`, or revisions.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    use lexopt::ValueExt;
    let (mut names, mut on) = (Vec::new(), None);
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("on") => on = Some(arguments.value()?.parse::<Date>()?),
            lexopt::Arg::Value(name) if names.len() < 2 => names.push(name.to_string_lossy().into_owned()),
            other => return Err(other.unexpected().into()),
        }
    }
    let [old, new] = names.as_slice() else {
        return Err(lexopt::Error::from("`table diff` wants two tables: OLD and NEW").into());
    };
    let (old, new) = (Document::named(project, old)?, Document::named(project, new)?);
    print!("{}", changes(&old, &new, on.unwrap_or_else(|| new.table.as_of())));
    Ok(())
}

/// All differences; verdicts are those of `on`.
pub fn changes(old: &Document, new: &Document, on: Date) -> Changes {
    let mut changes = Changes::default();
    let (before, after) = (old.table.as_of(), new.table.as_of());
    if before != after {
        changes.facts.push(format!("facts as of {after}, were as of {before}"));
    }
    let newest = |document: &Document| document.table.newest().map(|release| release.version.clone());
    if let (Some(before), Some(after)) = (newest(old), newest(new))
        && before != after
    {
        changes.facts.push(format!("the newest build is now {after}, was {before}"));
    }
    releases(old, new, on, &mut changes);
    for (part, what) in [("cutoffs", "cut-off"), ("advisories", "advisory"), ("families", "line")] {
        matched(part, what, old, new, &mut changes);
    }
    others(old, new, &mut changes);
    changes
}

/// Builds that are new, gone or changed.
fn releases(old: &Document, new: &Document, on: Date, changes: &mut Changes) {
    type Key = (Product, Build);
    let keys = |document: &Document| -> BTreeSet<Key> {
        document.table.releases().iter().map(|release| (release.product, release.build.clone())).collect()
    };
    for (product, build) in keys(old).union(&keys(new)) {
        let (before, after) = (old.table.find(*product, build), new.table.find(*product, build));
        match (before, after) {
            (None, Some(after)) => changes.facts.push(format!("new build {}{}", name(after), offered(after))),
            (Some(before), None) => changes.facts.push(format!("{} is gone from the table", name(before))),
            (Some(before), Some(after)) => {
                resolved(before, after, changes);
                raw(row(old, before), row(new, after), &name(after), changes);
            }
            (None, None) => {}
        }
        let Some(release) = after.or(before) else { continue };
        if new.table.is_sibling(*product) {
            continue;
        }
        let was = judged(&old.table, release, on);
        let is = judged(&new.table, release, on);
        if was != is {
            let ((is, severity), (was, former)) = (is, was);
            let line = format!("{} on {on}: {is}, {severity}; was {was}, {former}", name(release));
            changes.verdicts.push(line);
        }
    }
}

/// What a build is called: Connect's by its number alone.
fn name(release: &Release) -> String {
    match release.product {
        Product::EntraConnect => release.version.clone(),
        product => format!("{} {}", word(&product), release.version),
    }
}

fn offered(release: &Release) -> String {
    let released = release.released.map_or("with no known date".to_owned(), |released| format!("released {released}"));
    format!(", {released}, channel {}", word(&release.channel))
}

/// What follows from the facts: ends and successors.
fn resolved(before: &Release, after: &Release, changes: &mut Changes) {
    let name = name(after);
    let (was, is) = (before.support, after.support);
    let how = |basis: Basis| match basis {
        Basis::Published => "",
        Basis::Derived => " by the 12-month rule",
        Basis::Family => " with its line",
        Basis::None => "",
    };
    match (was.ends, is.ends) {
        (was_end, Some(end)) if was_end != Some(end) => {
            let was = was_end.map_or("no end was known".to_owned(), |end| format!("was {end}"));
            changes.facts.push(format!("{name}: support now ends {end}{}, {was}", how(is.basis)));
        }
        (Some(end), None) => changes.facts.push(format!("{name}: no end of support is known now, was {end}")),
        (Some(end), Some(_)) if was.basis != is.basis => {
            let (is, was) = (word(&is.basis), word(&was.basis));
            changes.facts.push(format!("{name}: the end of support, {end}, is now {is}, was {was}"));
        }
        _ => {}
    }
    if before.superseded_by != after.superseded_by {
        let said = |next: &Option<String>| next.clone().unwrap_or_else(|| "none".to_owned());
        let (is, was) = (said(&after.superseded_by), said(&before.superseded_by));
        changes.facts.push(format!("{name}: the next build is now {is}, was {was}"));
    }
}

/// The row of a build as it is written.
fn row<'a>(document: &'a Document, release: &Release) -> &'a Value {
    let product = word(&release.product);
    let rows = records(&document.value, "releases");
    let found = rows.iter().find(|row| text(row, "product") == product && text(row, "version") == release.version);
    found.unwrap_or(&Value::Null)
}

/// Fields that hold our own words or name pages; all others are facts.
const WORDS: [&str; 14] = [
    "supportNote",
    "notable",
    "requires",
    "note",
    "sources",
    "effect",
    "condition",
    "whatItMeans",
    "title",
    "text",
    "history",
    "names",
    "supportRule",
    "aliases",
];

/// Field by field, what is written differently.
fn raw(before: &Value, after: &Value, name: &str, changes: &mut Changes) {
    let empty = serde_json::Map::new();
    let (before, after) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let fields: Vec<&String> = after.keys().chain(before.keys().filter(|key| !after.contains_key(*key))).collect();
    // The end was told by what it comes to.
    for field in fields.into_iter().filter(|field| *field != "supportEnds") {
        let (was, is) = (before.get(field).unwrap_or(&Value::Null), after.get(field).unwrap_or(&Value::Null));
        if was == is {
            continue;
        }
        if field == "sources" {
            changes.words.push(format!("{name}: sources {}", listed(was, is)));
        } else if WORDS.contains(&field.as_str()) {
            changes.words.push(format!("{name}: {} reworded", spaced(field)));
        } else if field == "security" && was.is_object() && is.is_object() {
            changes.words.push(format!("{name}: what it closes is reworded"));
        } else if field == "security" {
            let label = if is.is_null() { "no longer labelled" } else { "now labelled" };
            changes.facts.push(format!("{name}: {label} a security release"));
        } else if is.is_object() || is.is_array() || was.is_object() || was.is_array() {
            changes.facts.push(format!("{name}: {} changed: {}", spaced(field), compact(is)));
        } else {
            changes.facts.push(format!("{name}: {} now {}, was {}", spaced(field), compact(is), compact(was)));
        }
    }
}

/// What was added to a list and what was taken away.
fn listed(was: &Value, is: &Value) -> String {
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let (was, is) = (all(was), all(is));
    let added = is.iter().filter(|item| !was.contains(item)).map(|item| format!("+ {}", compact(item)));
    let taken = was.iter().filter(|item| !is.contains(item)).map(|item| format!("− {}", compact(item)));
    let both = added.chain(taken).collect::<Vec<_>>().join(", ");
    if both.is_empty() { "in another order".to_owned() } else { both }
}

/// A field's name in words.
fn spaced(field: &str) -> String {
    field.chars().flat_map(|c| c.is_uppercase().then_some(' ').into_iter().chain(c.to_lowercase())).collect()
}

fn compact(value: &Value) -> String {
    match value {
        Value::Null => "unknown".to_owned(),
        Value::String(text) => text.clone(),
        _ => value.to_string(),
    }
}

/// Records of a part by their id.
fn matched(part: &str, what: &str, old: &Document, new: &Document, changes: &mut Changes) {
    let (before, after) = (records(&old.value, part), records(&new.value, part));
    for record in after {
        let id = text(record, "id");
        match before.iter().find(|row| text(row, "id") == id) {
            Some(row) => raw(row, record, &format!("{what} {id}"), changes),
            None => changes.facts.push(format!("new {what} {id}{}", gist(record))),
        }
    }
    for record in before.iter().filter(|row| !after.iter().any(|other| text(other, "id") == text(row, "id"))) {
        changes.facts.push(format!("{what} {} is gone from the table", text(record, "id")));
    }
}

/// The heart of a new record.
fn gist(record: &Value) -> String {
    match (text(record, "date"), text(record, "published")) {
        ("", "") => String::new(),
        ("", published) => {
            let ranges = records(record, "affected").iter();
            let ranges = ranges.map(|range| format!("{} below {}", text(range, "product"), text(range, "before")));
            format!(" of {published}: {}", ranges.collect::<Vec<_>>().join(", "))
        }
        (date, _) => format!(": from {date} on builds below {}", text(record, "minimum")),
    }
}

/// Everything else: only that it changed.
fn others(old: &Document, new: &Document, changes: &mut Changes) {
    let told = ["schema", "asOf", "releases", "cutoffs", "advisories", "families"];
    let Some(parts) = new.value.as_object() else { return };
    for (part, after) in parts.iter().filter(|(part, _)| !told.contains(&part.as_str())) {
        let before = old.value.get(part).unwrap_or(&Value::Null);
        if before == after {
            continue;
        }
        if after.as_array().is_none() || before.as_array().is_none() {
            let fields = after.as_object().into_iter().flat_map(|fields| fields.iter());
            let changed: Vec<_> = fields
                .filter(|(name, value)| before.get(name.as_str()) != Some(*value))
                .map(|(name, _)| spaced(name))
                .collect();
            changes.words.push(format!("{}: {} changed", spaced(part), changed.join(", ")));
            continue;
        }
        let ids = |document: &Document| -> Vec<(String, Value)> {
            records(&document.value, part)
                .iter()
                .map(|record| (text(record, "id").to_owned(), record.clone()))
                .collect()
        };
        let (before, after) = (ids(old), ids(new));
        for (id, record) in &after {
            match before.iter().find(|(other, _)| other == id) {
                None => changes.words.push(format!("{part}: new {id}")),
                Some((_, former)) if former != record => changes.words.push(format!("{part}: {id} changed")),
                Some(_) => {}
            }
        }
        for (id, _) in before.iter().filter(|(id, _)| !after.iter().any(|(other, _)| other == id)) {
            changes.words.push(format!("{part}: {id} is gone"));
        }
    }
}

#[cfg(test)]
#[path = "diff_tests.rs"]
mod tests;
