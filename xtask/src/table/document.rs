//! A table as a document: that of `data/`, of a file, of another folder, or of a revision.

use std::path::Path;

use entra_connect_checker::Table;
use entra_connect_checker::table::Node;
use serde_json::Value;

use crate::dist::assemble;
use crate::project::read_text;
use crate::{Error, Project, run};

/// A document and the table that it is.
#[derive(Debug)]
pub struct Document {
    /// All parts, as `connect.json` has them.
    pub value: Value,
    /// The same, checked and joined.
    pub table: Table,
}

impl Document {
    /// The table of `data/`.
    pub fn of(project: &Project) -> Result<Self, Error> {
        Self::folder(&project.at("data"))
    }

    /// A folder in the form of `data/`.
    pub fn folder(folder: &Path) -> Result<Self, Error> {
        let value = assemble(&|stem| {
            let path = folder.join(format!("{stem}.json"));
            serde_json::from_str(&read_text(&path)?).map_err(|error| Error::Content { path, reason: error.to_string() })
        })?;
        Self::new(value, folder)
    }

    /// What a person names: a document's file, a folder in the form of `data/`, or a revision of this
    /// repository.
    pub fn named(project: &Project, name: &str) -> Result<Self, Error> {
        let path = Path::new(name);
        if path.is_dir() {
            return Self::folder(path);
        }
        if path.is_file() {
            let value = serde_json::from_str(&read_text(path)?)
                .map_err(|error| Error::Content { path: path.to_owned(), reason: error.to_string() })?;
            return Self::new(value, path);
        }
        let value = assemble(&|stem| {
            let wrong = |reason: &str| Error::Content { path: path.to_owned(), reason: reason.to_owned() };
            let text = run::output("git", &["show", &format!("{name}:data/{stem}.json")], project.root())
                .ok_or_else(|| wrong("is no file, no folder in the form of data/, and no revision that has one"))?;
            serde_json::from_str(&text).map_err(|error| wrong(&format!("data/{stem}.json: {error}")))
        })?;
        Self::new(value, path)
    }

    /// Checks a document; `path` is named where it is refused.
    pub fn new(value: Value, path: &Path) -> Result<Self, Error> {
        // A part that a file lacks is told by the table, with its place.
        let node: Node = serde_json::from_value(value.clone())
            .map_err(|error| Error::Content { path: path.to_owned(), reason: error.to_string() })?;
        let table =
            Table::read(&node).map_err(|error| Error::Content { path: path.to_owned(), reason: error.to_string() })?;
        Ok(Self { value, table })
    }
}

/// The text of a field; empty where there is none.
pub fn text<'a>(record: &'a Value, field: &str) -> &'a str {
    record.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// The records of a part.
pub fn records<'a>(document: &'a Value, part: &str) -> &'a [Value] {
    document.get(part).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::diff::changes;

    #[test]
    fn a_file_a_folder_and_a_revision_are_tables() {
        let project = Project::find();
        let folder = Document::named(&project, &project.at("data").to_string_lossy()).expect("the folder");
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("connect.json");
        crate::project::write(&path, folder.value.to_string()).expect("it can be written");
        let file = Document::named(&project, &path.to_string_lossy()).expect("the file");
        assert!(changes(&folder, &file, folder.table.as_of()).none());
        let error = Document::named(&project, "no-such-thing").expect_err("there is none");
        assert_eq!(
            error.to_string(),
            "no-such-thing: is no file, no folder in the form of data/, and no revision that has one"
        );
        crate::project::write(&path, "{\"schema\": 1}").expect("it can be written");
        let error = Document::named(&project, &path.to_string_lossy()).expect_err("most of it is missing");
        assert!(error.to_string().contains("the table is refused\n  table: lacks the field \"asOf\"\n"), "{error}");
    }
}
