//! The files of `data/` while an import changes them.

use std::collections::BTreeMap;
use std::path::Path;

use entra_connect_checker::Build;
use serde_json::{Value, json};

use super::super::document::{Document, text};
use super::super::json::pretty;
use crate::dist::assemble;
use crate::project::{read_text, write};
use crate::{Error, Project};

/// The files that an import may change.
const FILES: [&str; 5] = ["table", "sources", "releases", "agents", "advisories"];

/// All files, as they will be written.
#[derive(Debug)]
pub struct Draft {
    files: BTreeMap<String, Value>,
    before: BTreeMap<String, Value>,
}

impl Draft {
    /// The files as they are.
    pub fn read(project: &Project) -> Result<Self, Error> {
        let files = std::cell::RefCell::new(BTreeMap::new());
        assemble(&|stem| {
            let path = project.at(&format!("data/{stem}.json"));
            let value: Value = serde_json::from_str(&read_text(&path)?)
                .map_err(|error| Error::Content { path, reason: error.to_string() })?;
            files.borrow_mut().insert(stem.to_owned(), value.clone());
            Ok(value)
        })?;
        let files = files.into_inner();
        Ok(Self { before: files.clone(), files })
    }

    /// The document that the files are now; refused if they are no table.
    pub fn document(&self) -> Result<Document, Error> {
        let value = assemble(&|stem| Ok(self.files.get(stem).cloned().unwrap_or_default()))?;
        Document::new(value, Path::new("data"))
    }

    /// The records of a file.
    pub fn list(&self, file: &str) -> &[Value] {
        self.files.get(file).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// The records of a file, to change.
    pub fn list_mut(&mut self, file: &str) -> &mut Vec<Value> {
        let list = self.files.entry(file.to_owned()).or_insert_with(|| json!([]));
        if !list.is_array() {
            *list = json!([]);
        }
        match list {
            Value::Array(rows) => rows,
            _ => unreachable!("it was just made a list"),
        }
    }

    /// `table.json`.
    pub fn table(&self) -> &Value {
        self.files.get("table").unwrap_or(&Value::Null)
    }

    /// `table.json`, to change.
    pub fn head(&mut self) -> &mut Value {
        self.files.entry("table".to_owned()).or_default()
    }

    /// The place of a build.
    pub fn find(&self, file: &str, product: &str, build: &Build) -> Option<usize> {
        self.list(file).iter().position(|row| text(row, "product") == product && number(row).as_ref() == Some(build))
    }

    /// A row, to change.
    pub fn row(&mut self, file: &str, index: usize) -> &mut Value {
        &mut self.list_mut(file)[index]
    }

    /// Puts a build in its place: after the lower ones of its product.
    pub fn insert(&mut self, file: &str, row: Value, build: &Build) {
        let product = text(&row, "product").to_owned();
        let rows = self.list_mut(file);
        let of_product = |row: &Value| text(row, "product") == product;
        let higher = rows.iter().position(|row| of_product(row) && number(row).is_some_and(|other| other > *build));
        let after_last = rows.iter().rposition(of_product).map(|index| index + 1);
        let at = higher.or(after_last).unwrap_or(rows.len());
        rows.insert(at, row);
    }

    /// The record of a source.
    pub fn source(&self, id: &str) -> Option<&Value> {
        self.list("sources").iter().find(|source| text(source, "id") == id)
    }

    /// Adds a source before the other editions of its page; nothing if it is there.
    pub fn add_source(&mut self, id: &str, title: &str, url: Option<&str>, dated: Option<String>) {
        if self.source(id).is_some() {
            return;
        }
        let page = url.map(without_fragment);
        let sources = self.list_mut("sources");
        let same =
            sources.iter().position(|source| page.is_some() && Some(without_fragment(text(source, "url"))) == page);
        let at = same.unwrap_or(sources.len());
        sources.insert(at, json!({"id": id, "title": title, "url": url, "dated": dated}));
    }

    /// Writes the files that changed; gives their names.
    pub fn write(&self, project: &Project) -> Result<Vec<String>, Error> {
        let mut written = Vec::new();
        for file in FILES {
            if let (Some(now), before) = (self.files.get(file), self.before.get(file))
                && before != Some(now)
            {
                let name = format!("data/{file}.json");
                write(&project.at(&name), pretty(now))?;
                written.push(name);
            }
        }
        Ok(written)
    }
}

fn number(row: &Value) -> Option<Build> {
    text(row, "version").parse().ok()
}

/// An address without the part that names a place on the page.
pub fn without_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}
