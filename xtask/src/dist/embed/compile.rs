//! The library as WebAssembly for the custom element: compiled, joined with JavaScript, made smaller.

use std::path::PathBuf;

use crate::dist::trunk;
use crate::run::Step;
use crate::setup::{self, Need, Tools};
use crate::{Error, Project};

/// What browsers of the last years all have; the same as in `index.html`, which a test sees to.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--converge",
];

/// The compiled parts.
#[derive(Debug)]
pub struct Compiled {
    /// What wasm-bindgen wrote: a module that exports the library's functions.
    pub glue: PathBuf,
    /// The WebAssembly.
    pub wasm: PathBuf,
    /// What the compiler wrote, before anything was made of it.
    pub raw: PathBuf,
}

/// Compiles with the same profile and flags as the page, so that both share what they are made of.
pub fn compile(project: &Project, tools: &Tools) -> Result<Compiled, Error> {
    trunk::smallest(Step::cargo("embed: cargo rustc", project.root()))
        .args(["rustc", "--quiet", "--lib", "--crate-type", "cdylib", "--release", "--features", "refresh"])
        .args(["--target", "wasm32-unknown-unknown"])
        .run()?;
    let raw = project.target().join("wasm32-unknown-unknown/release/entra_connect_checker.wasm");
    let folder = project.at("target/embed");
    let program = |need, name| setup::program(tools, need, name);
    Step::new("wasm-bindgen", program(Need::WasmBindgen, "wasm-bindgen"))
        .folder(project.root())
        // Without an address of its own: the loader knows where the file is, and checks it first.
        .args(["--target", "web", "--omit-default-module-path", "--no-typescript", "--out-name", "glue", "--out-dir"])
        .arg(&folder)
        .arg(&raw)
        .run_quietly()?;
    let wasm = folder.join("small.wasm");
    Step::new("wasm-opt", program(Need::WasmOpt, "wasm-opt"))
        .folder(project.root())
        .arg("-O3")
        .args(WASM_FEATURES)
        .arg(folder.join("glue_bg.wasm"))
        .arg("-o")
        .arg(&wasm)
        .run_quietly()?;
    Ok(Compiled { glue: folder.join("glue.js"), wasm, raw })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_and_the_element_ask_the_same_of_browsers() {
        let html = crate::project::read_text(&Project::find().at("index.html")).expect("it is there");
        assert!(html.contains(&format!("data-wasm-opt-params=\"{}\"", WASM_FEATURES.join(" "))));
    }
}
