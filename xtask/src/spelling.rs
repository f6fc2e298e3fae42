//! The spelling of `data/`: tests, run by `cargo xtask check` and `cargo xtask test`.
//!
//! What the facts *say* is the library's business (`Table`); here it is only whether each file is
//! written as its schema and the house have it.

use std::path::{Path, PathBuf};

use jsonschema::{Retrieve, Uri, Validator};
use serde_json::Value;
use unicode_normalization::is_nfc;

use crate::Project;
use crate::dist::connect_json;
use crate::project::{files, read_text};

fn data() -> PathBuf {
    Project::find().at("data")
}

/// Hands out the schemas beside the data; anything else is refused, so that nothing is fetched.
struct Beside(PathBuf);

impl Retrieve for Beside {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let name = uri.path().as_str().rsplit('/').next().unwrap_or_default();
        Ok(serde_json::from_str(&std::fs::read_to_string(self.0.join(name))?)?)
    }
}

fn json(path: &Path) -> Value {
    let text = read_text(path).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn schema_of(stem: &str) -> Validator {
    let folder = data().join("schema");
    let path = folder.join(format!("{stem}.schema.json"));
    jsonschema::options()
        .with_retriever(Beside(folder))
        .should_validate_formats(true)
        .build(&json(&path))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every complaint of the schema, each with its place.
pub fn complaints(stem: &str, value: &Value) -> Vec<String> {
    schema_of(stem).iter_errors(value).map(|error| format!("{stem}.json{}: {error}", error.instance_path())).collect()
}

#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

fn json_files() -> Vec<PathBuf> {
    let all = files(&data()).unwrap_or_else(|error| panic!("{error}"));
    all.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect()
}

#[test]
fn every_file_is_as_its_schema_says() {
    let mut found = Vec::new();
    for path in json_files() {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.extend(complaints(&stem, &json(&path)));
    }
    none(&found);
}

#[test]
fn the_whole_document_is_as_its_schema_says() {
    let whole = connect_json(&Project::find()).unwrap_or_else(|error| panic!("{error}"));
    none(&complaints("connect", &serde_json::from_slice(&whole).expect("what we wrote is JSON")));
}

#[test]
fn the_schemas_refuse_what_is_wrong() {
    let path = data().join("table.json");
    let mut table = json(&path);
    table["asOf"] = "yesterday".into();
    assert_eq!(complaints("table", &table).len(), 1);
}

#[test]
fn every_file_is_written_in_the_house_way() {
    let mut found = Vec::new();
    let schemas = files(&data().join("schema")).unwrap_or_else(|error| panic!("{error}"));
    for path in json_files().into_iter().chain(schemas) {
        let text = read_text(&path).unwrap_or_else(|error| panic!("{error}"));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        found.extend(faults(&text).map(|(line, fault)| format!("{name}, line {line}: {fault}")));
    }
    none(&found);
}

fn faults(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let end =
        (!text.ends_with('\n') || text.ends_with("\n\n")).then(|| (text.lines().count(), "ends without one line feed"));
    let lines = text.split('\n').enumerate().filter_map(|(index, line)| {
        let fault = if line.contains('\t') {
            "a tab"
        } else if line.contains('\r') {
            "a carriage return"
        } else if line.ends_with(' ') {
            "a space at the end"
        } else if !is_nfc(line) {
            "letters and accents apart (not NFC)"
        } else if line.chars().any(|c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{feff}')) {
            "an invisible character"
        } else {
            return None;
        };
        Some((index + 1, fault))
    });
    lines.chain(end)
}

#[test]
fn faults_are_found_by_line() {
    let found: Vec<_> = faults("ok\na\tb\nc \n\u{65}\u{301}\nd\r").collect();
    assert_eq!(
        found,
        [
            (2, "a tab"),
            (3, "a space at the end"),
            (4, "letters and accents apart (not NFC)"),
            (5, "a carriage return"),
            (5, "ends without one line feed"),
        ]
    );
}
