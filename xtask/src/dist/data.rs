//! The facts as others may use them: one document, and its schemas.

use std::path::Path;

use entra_connect_checker::Table;
use serde_json::Value;

use crate::project::{files, read, read_text, write};
use crate::table::published;
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
    let whole = assemble(&|stem| value(project, stem))?;
    Ok(whole.to_string().into_bytes())
}

/// Puts the document together from the files' values; `read` gives the one of a file.
pub fn assemble(read: &dyn Fn(&str) -> Result<Value, Error>) -> Result<Value, Error> {
    let Value::Object(mut whole) = read("table")? else { return Err(wrong("table", "must be an object")) };
    for (name, stems) in PARTS {
        let mut values = stems.iter().map(|stem| read(stem)).collect::<Result<Vec<_>, _>>()?;
        let joined = if values.len() == 1 { values.remove(0) } else { joined(stems, values)? };
        whole.insert(name.to_owned(), joined);
    }
    Ok(Value::Object(whole))
}

/// Lists, one after the other.
fn joined(stems: &[&str], values: Vec<Value>) -> Result<Value, Error> {
    let mut all = Vec::new();
    for (stem, value) in stems.iter().zip(values) {
        match value {
            Value::Array(rows) => all.extend(rows),
            _ => return Err(wrong(stem, "must be a list")),
        }
    }
    Ok(Value::Array(all))
}

fn value(project: &Project, stem: &str) -> Result<Value, Error> {
    let path = project.at(&file(stem));
    serde_json::from_str(&read_text(&path)?).map_err(|error| Error::Content { path, reason: error.to_string() })
}

fn file(stem: &str) -> String {
    format!("data/{stem}.json")
}

fn wrong(stem: &str, reason: &str) -> Error {
    Error::Content { path: file(stem).into(), reason: reason.to_owned() }
}

/// Writes the document and its other forms, and copies the schemas.
pub fn write_all(project: &Project, dist: &Path, facts: &[u8]) -> Result<(), Error> {
    write(&dist.join("data/connect.json"), facts)?;
    let table = Table::embedded().map_err(|error| Error::Table { reason: error.to_string() })?;
    for (name, text) in published::all(table, &read_text(&project.at("data/CHANGES.md"))?) {
        write(&dist.join("data").join(name), text)?;
    }
    for schema in files(&project.at("data/schema"))? {
        let name = schema.file_name().unwrap_or_default();
        write(&dist.join("data/schema").join(name), read(&schema)?)?;
    }
    Ok(())
}

/// The deprecation table as plain HTML, for readers without scripts: from the library, so that it
/// says what the page says.
pub fn release_table() -> Result<String, Error> {
    let table = Table::embedded().map_err(|error| Error::Table { reason: error.to_string() })?;
    Ok(entra_connect_checker::export::html::release_table(table))
}
