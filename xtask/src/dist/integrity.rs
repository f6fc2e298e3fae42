//! `dist/integrity.json`: the hash of every other file, as `integrity` attributes want it.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::Error;
use crate::project::{files, read, write};

/// The hash of a file's bytes.
pub fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Hashes everything below `dist`.
pub fn write_all(dist: &Path) -> Result<(), Error> {
    let mut hashes = BTreeMap::new();
    for folder in ["", "data", "data/schema", "embed", "embed/words"] {
        for file in files(&dist.join(folder))? {
            let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().into_owned();
            hashes.insert(name, of(&read(&file)?));
        }
    }
    let text = serde_json::to_string_pretty(&hashes).unwrap_or_default();
    write(&dist.join("integrity.json"), text + "\n")
}
