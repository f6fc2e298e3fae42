//! The page as Trunk builds it, and the files that its `index.html` names.

use std::path::PathBuf;

use crate::project::read_text;
use crate::run::Step;
use crate::serve;
use crate::setup::Tools;
use crate::{Error, Project};

use super::document;

/// The files of Trunk's output.
#[derive(Debug)]
pub struct Built {
    /// The page.
    pub html: PathBuf,
    /// What wasm-bindgen wrote beside the WebAssembly.
    pub script: PathBuf,
    /// The WebAssembly.
    pub wasm: PathBuf,
    /// The styles, in the order of the page.
    pub styles: Vec<PathBuf>,
}

/// Builds for release and finds the files.
pub fn build(project: &Project, tools: &Tools) -> Result<Built, Error> {
    smallest(serve::trunk(project, tools, "trunk build --release")).args(["build", "--release"]).run()?;
    let folder = project.at("target/trunk");
    let html = folder.join("index.html");
    let names = document::names(&read_text(&html)?)
        .map_err(|error| Error::Content { path: html.clone(), reason: error.to_string() })?;
    Ok(Built {
        script: folder.join(&names.script),
        wasm: folder.join(&names.wasm),
        styles: names.styles.iter().map(|name| folder.join(name)).collect(),
        html,
    })
}

/// The flags by which Cargo makes the least WebAssembly.
pub fn smallest(step: Step) -> Step {
    step.env("CARGO_ENCODED_RUSTFLAGS", rust_flags())
        // Rust's own library, built for size along with the page: an eighth fewer bytes. The
        // compiler is pinned, so its unstable options stand still too.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
}

/// Panics carry the path of their source file. Those of this machine's Cargo folder are cut, so
/// that the bytes are the same on every machine, fewer, and tell nobody where they were made.
/// Encoded flags outrank those of the environment and of any configuration, which is meant.
fn rust_flags() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")))
        .unwrap_or_default();
    let mut registries: Vec<PathBuf> = std::fs::read_dir(home.join("registry/src"))
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    registries.sort();
    // A panic says where, in a message that nobody of the page's readers would see; without it
    // the page is smaller by all those texts.
    let panics = ["-Zunstable-options".to_owned(), "-Cpanic=immediate-abort".to_owned()];
    let paths = registries.iter().map(|folder| format!("--remap-path-prefix={}/=", folder.display()));
    panics.into_iter().chain(paths).collect::<Vec<_>>().join("\u{1f}")
}
