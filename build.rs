//! Packs the JSON files of `data/` into the compact form that the page
//! carries. Nothing is judged here: the table checks itself when it loads.

#[path = "src/table/facts.rs"]
#[allow(dead_code, missing_docs)]
mod facts;

use std::path::Path;
use std::{env, error, fs};

use serde::de::DeserializeOwned;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/table/facts.rs");

    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Head {
        schema: u32,
        as_of: String,
        links: facts::LinkFacts,
    }
    let head: Head = read("table")?;
    let mut releases: Vec<facts::ReleaseFact> = read("releases")?;
    releases.extend(read::<Vec<_>>("agents")?);
    let document = facts::Facts {
        schema: head.schema,
        as_of: head.as_of,
        links: head.links,
        sources: read("sources")?,
        products: read("products")?,
        families: read("families")?,
        releases,
        cutoffs: read("cutoffs")?,
        advisories: read("advisories")?,
        upgrade: read("upgrade")?,
    };
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("facts.postcard"), postcard::to_allocvec(&document)?)?;
    Ok(())
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T, Box<dyn error::Error>> {
    let path = format!("data/{name}.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}").into())
}
