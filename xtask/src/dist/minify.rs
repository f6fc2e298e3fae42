//! Script and styles, joined and minified by esbuild.

use std::path::{Path, PathBuf};

use crate::project::{read_text, write};
use crate::run::Step;
use crate::setup::{Need, Tools};
use crate::{Error, Project};

/// The start of the page, which imports what wasm-bindgen wrote as `glue`.
const START: &str = include_str!("start.js");
const UNPACK: &str = include_str!("unpack.js");
/// The same in somebody else's frame.
const FRAME: &str = include_str!("frame.js");

/// What the page needs anyway (WebAssembly with reference types) is from 2023 at the latest in all
/// three engines; nothing has to be written for older browsers.
const MODULE: [&str; 3] = ["--format=esm", "--target=es2022", "--legal-comments=none"];

/// One module without imports or exports: bundling drops what the start does not use.
pub fn script(project: &Project, tools: &Tools, glue: &Path) -> Result<String, Error> {
    bundled(project, tools, glue, "start.js")
}

/// The same for the page in a frame.
pub fn frame_script(project: &Project, tools: &Tools, glue: &Path) -> Result<String, Error> {
    bundled(project, tools, glue, "frame.js")
}

fn bundled(project: &Project, tools: &Tools, glue: &Path, entry: &str) -> Result<String, Error> {
    for (name, script) in [("start.js", START), ("unpack.js", UNPACK), ("frame.js", FRAME)] {
        write(&project.at("target/bundle").join(name), script)?;
    }
    let alias = format!("--alias:glue={}", glue.display());
    let [format, target, comments] = MODULE;
    esbuild(project, tools, &project.at("target/bundle").join(entry), &[format, target, comments, &alias])
}

/// A module for others to import, of `glue` and what the build knows, `made`.
pub fn module(project: &Project, tools: &Tools, entry: &Path, glue: &Path, made: &Path) -> Result<String, Error> {
    let [glue, made] = [("glue", glue), ("made", made)].map(|(name, at)| format!("--alias:{name}={}", at.display()));
    let [format, target, comments] = MODULE;
    // Asked for in Node alone, where it is there.
    let node = "--external:node:fs/promises";
    // Asked for only where WebAssembly is refused, and not to be joined.
    let plain = "--external:./without-webassembly.js";
    esbuild(project, tools, entry, &[format, target, comments, &glue, &made, node, plain])
}

/// A module for others to import, one of whose imports stands elsewhere.
pub fn joined(project: &Project, tools: &Tools, entry: &Path, import: &str, from: &Path) -> Result<String, Error> {
    let [format, target, comments] = MODULE;
    let import = format!("--alias:{import}={}", from.display());
    esbuild(project, tools, entry, &[format, target, comments, &import])
}

/// All style sheets in their order.
pub fn styles(project: &Project, tools: &Tools, sheets: &[PathBuf]) -> Result<String, Error> {
    let all = project.at("target/bundle/all.css");
    let imports: Vec<String> = sheets.iter().map(|sheet| format!("@import \"{}\";\n", sheet.display())).collect();
    write(&all, imports.concat())?;
    esbuild(project, tools, &all, &["--legal-comments=none"])
}

fn esbuild(project: &Project, tools: &Tools, entry: &Path, options: &[&str]) -> Result<String, Error> {
    let program = tools.place(Need::Esbuild).map_or_else(|| "esbuild".into(), Path::to_path_buf);
    let name = entry.file_name().unwrap_or_default();
    let out = project.at("target/bundle/out").join(name);
    let mut to = std::ffi::OsString::from("--outfile=");
    to.push(&out);
    Step::new("esbuild", program)
        .folder(project.root())
        .arg(entry)
        .args(["--bundle", "--minify", "--charset=utf8", "--log-level=warning"])
        .args(options)
        .arg(to)
        .run_quietly()?;
    Ok(read_text(&out)?.trim_end().to_owned())
}
