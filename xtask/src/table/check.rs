//! `cargo xtask table check`: whether the table can be trusted, and what in it wants a person.
//!
//! Errors are what is wrong. Warnings are what is known and bears watching: exceptions that somebody
//! looked at (`data/exceptions.json`), rows that rest on little, rows that the importer wrote and
//! nobody has read yet, and the age of it all.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use entra_connect_checker::report::TableAge;
use entra_connect_checker::table::{Basis, Confidence};
use entra_connect_checker::{Build, Date};
use serde_json::Value;

use super::document::{Document, records, text};
use super::{MARK, today};
use crate::project::read_text;
use crate::{Error, Project};

/// What was found.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is wrong.
    pub errors: Vec<String>,
    /// What is known and bears watching.
    pub warnings: Vec<String>,
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for warning in &self.warnings {
            writeln!(f, "warning: {warning}")?;
        }
        for error in &self.errors {
            writeln!(f, "error: {error}")?;
        }
        let (errors, warnings) = (self.errors.len(), self.warnings.len());
        write!(f, "{errors} error{}, {warnings} warning{}", plural(errors), plural(warnings))
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Checks `data/` and prints what it finds; exit 1 on an error.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    use lexopt::ValueExt;
    let mut on = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("on") => on = Some(arguments.value()?.parse::<Date>()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let document = Document::of(project)?;
    let exceptions = exceptions(&project.at("data/exceptions.json"))?;
    let findings = check(&document, &exceptions, on.unwrap_or_else(today));
    println!("{findings}");
    if findings.errors.is_empty() { Ok(()) } else { Err(Error::Steps(vec!["table check".to_owned()])) }
}

/// What a person has looked at: kind, place and reason.
pub fn exceptions(path: &Path) -> Result<Vec<(String, String, String)>, Error> {
    let value: Value = serde_json::from_str(&read_text(path)?)
        .map_err(|error| Error::Content { path: path.to_owned(), reason: error.to_string() })?;
    let rows = value.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(rows
        .iter()
        .map(|row| (text(row, "kind").into(), text(row, "place").into(), text(row, "reason").into()))
        .collect())
}

/// Everything that can be said about a table which is right in form.
pub fn check(document: &Document, exceptions: &[(String, String, String)], on: Date) -> Findings {
    let mut findings = Findings::default();
    let mut suspects = Vec::new();
    ends(document, &mut suspects);
    order(document, &mut suspects);
    gaps(&document.value, &mut suspects);
    for (kind, place, problem) in &suspects {
        match exceptions.iter().find(|(known, at, _)| known == kind && at == place) {
            Some((_, _, reason)) => findings.warnings.push(format!("{problem} (exception: {reason})")),
            None => findings.errors.push(problem.clone()),
        }
    }
    for (kind, place, _) in exceptions {
        if !suspects.iter().any(|(known, at, _)| known == kind && at == place) {
            findings.errors.push(format!("exceptions.json {kind} {place}: there is no such case any more; remove it"));
        }
    }
    unused(&document.value, &mut findings);
    weak(document, &mut findings);
    let age = TableAge::on(&document.table, on);
    if age.stale {
        let (as_of, days) = (age.as_of, age.age_days);
        findings.warnings.push(format!("asOf: {as_of} is {days} days ago; look at the release history again"));
    }
    findings
}

/// Something that is wrong unless it is a listed exception: kind, place, problem.
type Suspect = (&'static str, String, String);

/// Printed ends that the rule would put on another day: the table without them says what it gives.
fn ends(document: &Document, suspects: &mut Vec<Suspect>) {
    let mut bare = document.value.clone();
    for row in bare.get_mut("releases").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(end) = row.get_mut("supportEnds") {
            *end = Value::Null;
        }
    }
    let Ok(bare) = Document::new(bare, Path::new("data")) else { return };
    for release in document.table.releases().iter().filter(|release| release.support.basis == Basis::Published) {
        let Some(rule) = bare.table.find(release.product, &release.build) else { continue };
        if let (Some(printed), Some(derived)) = (release.support.ends, rule.support.ends)
            && printed != derived
        {
            let problem =
                format!("releases {}: its printed end is {printed}, the rule gives {derived}", release.version);
            suspects.push(("published-end", release.version.clone(), problem));
        }
    }
}

/// Releases that came out before a lower build of their line.
fn order(document: &Document, suspects: &mut Vec<Suspect>) {
    for family in document.table.families() {
        let of_line = document.table.releases_of(family.product);
        let dated = of_line
            .filter(|release| family.from <= release.build && release.build < family.before)
            .filter_map(|release| Some((release, release.released?.first_day())));
        let dated: Vec<_> = dated.collect();
        for pair in dated.windows(2) {
            if let [(lower, before), (higher, after)] = pair
                && after < before
            {
                let (version, other) = (&higher.version, &lower.version);
                let problem = format!("releases {version}: came out on {after}, before {other} of {before}");
                suspects.push(("order", version.clone(), problem));
            }
        }
    }
}

/// Builds that a record's words name and no row has.
fn gaps(document: &Value, suspects: &mut Vec<Suspect>) {
    let known: BTreeSet<Build> =
        records(document, "releases").iter().filter_map(|row| text(row, "version").parse().ok()).collect();
    for part in ["releases", "families", "cutoffs", "advisories"] {
        for record in records(document, part) {
            let name = ["version", "id"].iter().map(|field| text(record, field)).find(|name| !name.is_empty());
            let mut named = BTreeSet::new();
            words(record, &mut |words| named.extend(builds(words)));
            for build in named.into_iter().filter(|build| build.parts()[1..] != [0, 0, 0] && !known.contains(build)) {
                let problem = format!("{part} {}: names {build}, which the table lacks", name.unwrap_or_default());
                suspects.push(("gap", build.to_string(), problem));
            }
        }
    }
}

/// Every text of a record but its bounds, which need not be builds.
fn words(value: &Value, each: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(items) => items.iter().for_each(|item| words(item, each)),
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !["from", "before"].contains(&name.as_str())) {
                if name != "id" {
                    words(value, each);
                }
            }
        }
        _ => {}
    }
}

/// The builds that stand in a text: runs of digits and dots that are exactly four numbers.
pub fn builds(text: &str) -> Vec<Build> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|run| run.trim_matches('.').parse().ok()).collect()
}

/// Sources that nothing names.
fn unused(document: &Value, findings: &mut Findings) {
    let Some(parts) = document.as_object() else { return };
    let mut named = BTreeSet::new();
    for (_, part) in parts.iter().filter(|(name, _)| *name != "sources") {
        words(part, &mut |text| {
            named.insert(text.to_owned());
        });
    }
    for source in records(document, "sources") {
        let id = text(source, "id");
        if !named.contains(id) {
            findings.errors.push(format!("sources {id}: no record names it; remove it"));
        }
    }
}

/// Rows that rest on little, and rows that nobody has read yet.
fn weak(document: &Document, findings: &mut Findings) {
    for release in document.table.releases().iter().filter(|release| release.confidence == Confidence::Low) {
        let problem = format!("releases {}: low confidence", release.version);
        findings.warnings.push(problem);
    }
    for part in ["cutoffs", "advisories", "families"] {
        for record in records(&document.value, part).iter().filter(|record| text(record, "confidence") == "low") {
            findings.warnings.push(format!("{part} {}: low confidence", text(record, "id")));
        }
    }
    for part in ["releases", "advisories"] {
        for record in records(&document.value, part).iter().filter(|record| text(record, "note").contains(MARK)) {
            let name = ["version", "id"].iter().map(|field| text(record, field)).find(|name| !name.is_empty());
            findings.warnings.push(format!("{part} {}: {}", name.unwrap_or_default(), text(record, "note")));
        }
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
