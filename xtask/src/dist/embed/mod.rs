//! `dist/embed/`: the custom element and the module for scripts, as a package of npm.

mod compile;
mod plain;
mod styles;

use std::path::Path;

use serde_json::{Value, json};

use super::{integrity, minify};
use crate::project::{files, read, read_text, write};
use crate::setup::Tools;
use crate::{Error, Project};
use entra_connect_checker::words::{Id, text};

/// What a page with the element loads, for `size`.
#[derive(Debug)]
pub struct Embed {
    /// The module that defines the element.
    pub module: Vec<u8>,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
    /// The same as JavaScript, which is loaded only where that is refused.
    pub plain: Vec<u8>,
}

/// What the build puts into the folder, all else comes from `src/embed/package`.
const MODULES: [&str; 2] = ["entra-connect-checker.js", "element.js"];
const WASM: &str = "entra-connect-checker.wasm";
const PLAIN: &str = "without-webassembly.js";

/// What the element takes from the page.
#[derive(Debug)]
pub struct Page<'a> {
    /// The page for frames.
    pub frame: &'a str,
    /// The tables for readers without WebAssembly.
    pub tables: &'a str,
    /// Code and packed words of every language beside English.
    pub words: &'a [(&'static str, String)],
}

/// Makes the folder.
pub fn make(project: &Project, tools: &Tools, dist: &Path, page: &Page<'_>) -> Result<Embed, Error> {
    let compiled = compile::compile(project, tools)?;
    let wasm = read(&compiled.wasm)?;
    let sheets =
        ["tokens", "base", "components", "print", "element"].map(|name| project.at(&format!("styles/{name}.css")));
    let styles = styles::for_shadow(&minify::styles(project, tools, &sheets)?);
    let made = made(&styles, &integrity::of(&wasm), page);
    let folder = project.at("target/bundle/embed");
    for script in files(&project.at("src/embed/js"))? {
        write(&folder.join(script.file_name().unwrap_or_default()), read(&script)?)?;
    }
    write(&folder.join("made.js"), made)?;
    let to = dist.join("embed");
    let mut modules = Vec::new();
    for name in MODULES {
        let module = minify::module(project, tools, &folder.join(name), &compiled.glue, &folder.join("made.js"))?;
        write(&to.join(name), &module)?;
        modules.push(module.into_bytes());
    }
    write(&to.join(WASM), &wasm)?;
    let plain = plain::translate(project, tools, &compiled.raw)?;
    let plain = minify::joined(project, tools, &plain.entry, plain::Plain::IMPORT, &plain.references)?.into_bytes();
    write(&to.join(PLAIN), &plain)?;
    write(&to.join("frame.html"), page.frame)?;
    package(project, &to)?;
    Ok(Embed { module: modules.swap_remove(0), wasm, plain })
}

/// What the scripts take from the build, as a module of theirs.
fn made(styles: &str, integrity: &str, page: &Page<'_>) -> String {
    // Each address in full: bundlers and Vite's server find files by such lines alone.
    let languages = page.words.iter().map(|(code, words)| {
        let integrity = json!(integrity::of(words.as_bytes()));
        format!("{code}: {{ integrity: {integrity}, place: () => new URL(\"./words/{code}.txt\", import.meta.url) }},")
    });
    let languages: String = languages.collect();
    let words = json!({
        "title": text(Id::PageTitle),
        "checker": text(Id::GoChecker),
        "fallback": text(Id::CannotRun),
    });
    let values =
        [("styles", json!(styles)), ("integrity", json!(integrity)), ("tables", json!(page.tables)), ("words", words)];
    let values = values.map(|(name, value)| format!("export const {name} = {value};\n")).concat();
    format!("{values}export const languages = {{ {languages} }};\n")
}

/// The files that are written by hand, with what is known only here put in: the version, and the
/// names of the tokens.
fn package(project: &Project, to: &Path) -> Result<(), Error> {
    for file in files(&project.at("src/embed/package"))? {
        let name = file.file_name().unwrap_or_default();
        let bytes = match name.to_string_lossy().as_ref() {
            "package.json" => filled(&file, |whole| {
                whole["version"] = json!(env!("CARGO_PKG_VERSION"));
            })?,
            "custom-elements.json" => {
                let tokens = read_text(&project.at("styles/tokens.css"))?;
                let properties = styles::names(&tokens).into_iter().map(|name| json!({ "name": name }));
                let properties: Vec<Value> = properties.collect();
                filled(&file, |whole| {
                    let found = whole["modules"].as_array_mut().into_iter().flatten();
                    let classes = found.flat_map(|module| module["declarations"].as_array_mut().into_iter().flatten());
                    for class in classes.filter(|class| class["customElement"] == json!(true)) {
                        class["cssProperties"] = json!(properties);
                    }
                })?
            }
            _ => read(&file)?,
        };
        write(&to.join(name), bytes)?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        write(&to.join(licence), read(&project.at(licence))?)?;
    }
    Ok(())
}

/// A file of JSON with something put in.
fn filled(file: &Path, fill: impl FnOnce(&mut Value)) -> Result<Vec<u8>, Error> {
    let wrong = |error: serde_json::Error| Error::Content { path: file.to_owned(), reason: error.to_string() };
    let mut whole: Value = serde_json::from_str(&read_text(file)?).map_err(wrong)?;
    fill(&mut whole);
    Ok((serde_json::to_string_pretty(&whole).map_err(wrong)? + "\n").into_bytes())
}
