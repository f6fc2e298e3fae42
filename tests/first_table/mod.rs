//! The first table, by which the rules are tested; see the README beside it.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use entra_connect_checker::Table;
use entra_connect_checker::table::Node;
use serde_json::Value;

/// The parts of the document and their files; agents come after the releases.
pub const PARTS: [(&str, &str); 8] = [
    ("sources", "sources"),
    ("products", "products"),
    ("families", "families"),
    ("releases", "releases"),
    ("cutoffs", "cutoffs"),
    ("advisories", "advisories"),
    ("upgrade", "upgrade"),
    ("cloudSync", "cloud-sync"),
];

/// A file of a folder.
pub fn file(folder: &str, name: &str) -> Value {
    let path = format!("{folder}/{name}.json");
    serde_json::from_str(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The document that `data/` makes: what `connect.json` is.
pub fn current() -> Value {
    put_together(&|name| file("data", name))
}

/// The document of the first table.
pub fn document() -> Value {
    put_together(&|name| {
        if !Path::new(&format!("tests/first_table/{name}.json")).exists() {
            return file("data", name);
        }
        let mut first = file("tests/first_table", name);
        if name == "table" {
            let later = file("data", name);
            first["schema"] = later["schema"].clone();
            // A link that is new since then.
            for (link, id) in later["links"].as_object().unwrap() {
                if first["links"].get(link).is_none() {
                    first["links"][link] = id.clone();
                }
            }
            return first;
        }
        if name == "sources" {
            // What comes from data/ rests on its sources.
            let later = file("data", name);
            let known: Vec<Value> = first.as_array().unwrap().iter().map(|source| source["id"].clone()).collect();
            let new = later.as_array().unwrap().iter().filter(|source| !known.contains(&source["id"]));
            first.as_array_mut().unwrap().extend(new.cloned());
        }
        first
    })
}

fn put_together(read: &dyn Fn(&str) -> Value) -> Value {
    let mut document = read("table");
    for (part, name) in PARTS {
        document[part] = read(name);
    }
    let agents = read("agents");
    document["releases"].as_array_mut().unwrap().extend(agents.as_array().unwrap().clone());
    document
}

/// A document as a table.
pub fn read(document: &Value) -> Result<Table, String> {
    let node: Node = serde_json::from_value(document.clone()).unwrap();
    Table::read(&node).map_err(|error| error.to_string())
}

/// The first table.
pub fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| read(&document()).unwrap_or_else(|error| panic!("{error}")))
}
