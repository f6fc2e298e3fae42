//! Script and styles, joined and minified by esbuild.

use std::path::{Path, PathBuf};

use crate::project::{read_text, write};
use crate::run::Step;
use crate::setup::{Need, Tools};
use crate::{Error, Project};

/// The start of the page, which imports what wasm-bindgen wrote as `glue`.
const START: &str = include_str!("start.js");
const UNPACK: &str = include_str!("unpack.js");

/// One module without imports or exports: bundling drops what the start does not use.
pub fn script(project: &Project, tools: &Tools, glue: &Path) -> Result<String, Error> {
    let start = project.at("target/bundle/start.js");
    write(&start, START)?;
    write(&project.at("target/bundle/unpack.js"), UNPACK)?;
    let alias = format!("--alias:glue={}", glue.display());
    // What the page needs anyway (WebAssembly with reference types) is from 2023 at the latest in
    // all three engines; nothing has to be written for older browsers.
    esbuild(project, tools, &start, &["--format=esm", "--target=es2022", "--legal-comments=none", &alias])
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
