//! The facts as others may use them: one document, and its schemas.

use std::path::Path;

use serde_json::{Map, Value};

use crate::project::{files, read, read_text, write};
use crate::{Error, Project};

/// The parts of the document in their order, and the files that hold them: `table.json` gives
/// `schema`, `asOf` and `links` directly.
const PARTS: [(&str, &[&str]); 8] = [
    ("sources", &["sources"]),
    ("products", &["products"]),
    ("families", &["families"]),
    ("releases", &["releases", "agents"]),
    ("cutoffs", &["cutoffs"]),
    ("advisories", &["advisories"]),
    ("upgrade", &["upgrade"]),
    ("cloudSync", &["cloud-sync"]),
];

/// `connect.json`: all facts in one document, without white space.
pub fn connect_json(project: &Project) -> Result<Vec<u8>, Error> {
    let mut whole = object(project, "table")?;
    for (name, stems) in PARTS {
        let mut values = stems.iter().map(|stem| value(project, stem)).collect::<Result<Vec<_>, _>>()?;
        let joined = if values.len() == 1 { values.remove(0) } else { joined(project, stems, values)? };
        whole.insert(name.to_owned(), joined);
    }
    Ok(Value::Object(whole).to_string().into_bytes())
}

/// Lists, one after the other.
fn joined(project: &Project, stems: &[&str], values: Vec<Value>) -> Result<Value, Error> {
    let mut all = Vec::new();
    for (stem, value) in stems.iter().zip(values) {
        match value {
            Value::Array(rows) => all.extend(rows),
            _ => return Err(wrong(project, stem, "must be a list")),
        }
    }
    Ok(Value::Array(all))
}

fn object(project: &Project, stem: &str) -> Result<Map<String, Value>, Error> {
    match value(project, stem)? {
        Value::Object(object) => Ok(object),
        _ => Err(wrong(project, stem, "must be an object")),
    }
}

fn value(project: &Project, stem: &str) -> Result<Value, Error> {
    let text = read_text(&project.at(&file(stem)))?;
    serde_json::from_str(&text).map_err(|error| wrong(project, stem, &error.to_string()))
}

fn file(stem: &str) -> String {
    format!("data/{stem}.json")
}

fn wrong(project: &Project, stem: &str, reason: &str) -> Error {
    Error::Content { path: project.at(&file(stem)), reason: reason.to_owned() }
}

/// Writes the document and copies the schemas.
pub fn write_all(project: &Project, dist: &Path, facts: &[u8]) -> Result<(), Error> {
    write(&dist.join("data/connect.json"), facts)?;
    for schema in files(&project.at("data/schema"))? {
        let name = schema.file_name().unwrap_or_default();
        write(&dist.join("data/schema").join(name), read(&schema)?)?;
    }
    Ok(())
}

/// The deprecation table as plain HTML, for readers without scripts: from the library, so that it
/// says what the page says.
pub fn release_table() -> Result<String, Error> {
    let table = entra_connect_checker::Table::embedded().map_err(|error| Error::Table { reason: error.to_string() })?;
    Ok(entra_connect_checker::export::html::release_table(table))
}
