//! `cargo xtask dist`: `dist/`, as it is published. The same sources give the same bytes.

mod data;
mod document;
mod embed;
mod help;
mod integrity;
mod minify;
mod pack;
mod policy;
mod shell;
pub mod trunk;
mod words;

pub use data::assemble;
#[cfg(test)]
pub use data::connect_json;

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::project::{read, read_text, remove_folder, write};
use crate::setup::{self, Tools};
use crate::{Error, Project, no_arguments};

/// What the page is made of, after minifying: for `size`, which weighs each.
#[derive(Debug)]
pub struct Parts {
    /// The finished page.
    pub page: Vec<u8>,
    /// The WebAssembly, before packing.
    pub wasm: Vec<u8>,
    /// Glue and start, as they stand in the page.
    pub script: String,
    /// The styles, as they stand in the page.
    pub styles: String,
    /// The table for readers without scripts.
    pub releases: String,
    /// Code and packed words of every language beside English.
    pub words: Vec<(&'static str, String)>,
    /// All facts, as one document.
    pub facts: Vec<u8>,
    /// The custom element.
    pub embed: embed::Embed,
    /// Where the page is.
    pub place: PathBuf,
}

/// Makes `dist/`.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    let tools = setup::ensure(project, setup::DIST)?;
    let parts = make(project, &tools)?;
    println!("{} ({} bytes)", parts.place.display(), parts.page.len());
    Ok(())
}

/// Builds with Trunk, bundles, and writes everything with its hashes.
pub fn make(project: &Project, tools: &Tools) -> Result<Parts, Error> {
    let built = trunk::build(project, tools)?;
    eprintln!("\n── bundling dist/");
    let dist = project.at("dist");
    remove_folder(&dist)?;
    let parts = bundle(project, tools, &built, &dist)?;
    write(&parts.place, &parts.page)?;
    data::write_all(project, &dist, &parts.facts)?;
    words::write_all(&dist, &parts.words)?;
    integrity::write_all(&dist)?;
    Ok(parts)
}

/// One file out of what Trunk wrote: everything inline, under a policy that allows nothing else.
fn bundle(project: &Project, tools: &Tools, built: &trunk::Built, dist: &Path) -> Result<Parts, Error> {
    let wasm = read(&built.wasm)?;
    let script = minify::script(project, tools, &built.script)?;
    let styles = minify::styles(project, tools, &built.styles)?;
    let releases = data::release_table()?;
    let facts = data::connect_json(project)?;
    let words = words::packed(project)?;
    let html = read_text(&built.html)?;
    let packed = pack::lzma(&wasm)
        .map_err(|error| Error::Content { path: built.wasm.clone(), reason: format!("cannot be packed: {error}") })?;
    let packed = STANDARD.encode(packed);
    let page = |html: &str, script: &str| {
        let insert = document::Insert {
            policy: &policy::content_policy(script, &styles),
            script,
            styles: &styles,
            wasm: &packed,
            wasm_size: wasm.len(),
            releases: &releases,
            help: &help::html(project)?,
            words: &words,
        };
        document::assemble(html, &insert)
            .map_err(|error| Error::Content { path: project.at("index.html"), reason: error.to_string() })
    };
    // In somebody else's page the box takes nobody's focus away.
    const FOCUS: &str = " autofocus";
    if html.matches(FOCUS).count() != 1 {
        let reason = format!("must hold `{}` once", FOCUS.trim());
        return Err(Error::Content { path: project.at("index.html"), reason });
    }
    let framed = html.replace(FOCUS, "");
    let frame = page(&framed, &minify::frame_script(project, tools, &built.script)?)?;
    let embed = embed::make(project, tools, dist, &embed::Page { frame: &frame, tables: &releases, words: &words })?;
    let (page, place) = (page(&html, &script)?.into_bytes(), dist.join("index.html"));
    Ok(Parts { page, wasm, script, styles, releases, words, facts, embed, place })
}
