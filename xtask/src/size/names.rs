//! Which crates and functions the WebAssembly's bytes belong to.
//!
//! The page's WebAssembly has lost its names; so it is made once more from the same compilation,
//! with the same optimiser, keeping them. Inlined code counts where it was inlined.

use std::collections::HashMap;
use std::path::PathBuf;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use super::program;
use crate::project::{read, read_text};
use crate::run::Step;
use crate::setup::{Need, Tools};
use crate::{Error, Project};

const CRATES: usize = 15;
const FUNCTIONS: usize = 400;

/// Prints the largest.
pub fn report(project: &Project, tools: &Tools) -> Result<(), Error> {
    let path = with_names(project, tools)?;
    let module = read(&path)?;
    let sizes = Sizes::of(&module).map_err(|error| Error::Content { path, reason: error.to_string() })?;
    let mut crates: HashMap<String, usize> = HashMap::new();
    for (name, bytes) in &sizes.functions {
        *crates.entry(crate_of(name).to_owned()).or_default() += bytes;
    }
    println!("\n{} bytes of code, {} of data, {} of the rest", sizes.code, sizes.data, sizes.rest);
    print("crate", crates.into_iter().collect(), CRATES, sizes.code);
    print("function", sizes.functions, FUNCTIONS, sizes.code);
    Ok(())
}

/// The compilation that Trunk used, bound and optimised as Trunk does it, but for the names.
fn with_names(project: &Project, tools: &Tools) -> Result<PathBuf, Error> {
    let compiled = project.target().join("wasm32-unknown-unknown/release/entra-connect-checker.wasm");
    let folder = project.at("target/size");
    Step::new("wasm-bindgen", program(tools, Need::WasmBindgen, "wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--no-demangle", "--out-name", "page", "--out-dir"])
        .args([&folder, &compiled])
        .run_quietly()?;
    let (bound, named) = (folder.join("page_bg.wasm"), folder.join("named.wasm"));
    Step::new("wasm-opt", program(tools, Need::WasmOpt, "wasm-opt"))
        .args(optimiser_options(&read_text(&project.at("index.html"))?))
        .arg("--debuginfo")
        .arg("--output")
        .args([&named, &bound])
        .run_quietly()?;
    Ok(named)
}

/// What `index.html` has Trunk tell the optimiser.
fn optimiser_options(html: &str) -> Vec<String> {
    let value = |name: &str| {
        let start = html.split_once(&format!("{name}=\""))?.1;
        Some(start.split_once('"')?.0.to_owned())
    };
    let mut options = vec![format!("-O{}", value("data-wasm-opt").unwrap_or_default())];
    let more = value("data-wasm-opt-params").unwrap_or_default();
    options.extend(more.split_whitespace().map(str::to_owned));
    options
}

/// The bytes of a module.
#[derive(Debug, Default)]
struct Sizes {
    functions: Vec<(String, usize)>,
    code: usize,
    data: usize,
    rest: usize,
}

impl Sizes {
    fn of(module: &[u8]) -> Result<Self, wasmparser::BinaryReaderError> {
        let (mut sizes, mut bodies, mut names) = (Self::default(), Vec::new(), HashMap::new());
        let (mut imported, mut named) = (0, 0);
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
                Payload::DataSection(section) => sizes.data = length(&section.range()),
                Payload::CustomSection(section) => {
                    named += length(&section.range());
                    if let KnownCustom::Name(subsections) = section.as_known() {
                        for subsection in subsections {
                            if let Name::Function(list) = subsection? {
                                for naming in list {
                                    let naming = naming?;
                                    names.insert(naming.index, readable(naming.name));
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        sizes.code = bodies.iter().sum();
        sizes.rest = module.len().saturating_sub(sizes.code + sizes.data + named);
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX).saturating_add(imported);
        let name = |index: usize| names.get(&number(index)).cloned().unwrap_or_else(|| "(no name)".to_owned());
        sizes.functions = bodies.into_iter().enumerate().map(|(index, bytes)| (name(index), bytes)).collect();
        Ok(sizes)
    }
}

fn length(range: &std::ops::Range<u64>) -> usize {
    usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX)
}

fn readable(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}

/// The crate in which the function stands, or for `<Type as Trait>::f` that of the type.
fn crate_of(function: &str) -> &str {
    let path = function.trim_start_matches(['<', '&', '[', '(', '*', ' ']);
    let path = ["mut ", "dyn ", "const "].iter().fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(path.len());
    let (name, rest) = path.split_at(end);
    if rest.starts_with("::") || rest.is_empty() { name } else { "(other)" }
}

fn print(what: &str, mut rows: Vec<(String, usize)>, most: usize, whole: usize) {
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    println!("\n   bytes      %  {what}");
    for (name, bytes) in rows.into_iter().take(most) {
        let percent = 100.0 * bytes as f64 / whole.max(1) as f64;
        println!("{bytes:>8} {percent:>6.1}  {name}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        assert_eq!(crate_of("yew::html::component::lifecycle::render"), "yew");
        assert_eq!(crate_of("<entra_connect_checker::Table as core::fmt::Debug>::fmt"), "entra_connect_checker");
        assert_eq!(crate_of("<&mut dyn core::fmt::Write as core::fmt::Write>::write_str"), "core");
        assert_eq!(crate_of("dlmalloc"), "dlmalloc");
        assert_eq!(crate_of("<(A, B) as core::hash::Hash>::hash"), "(other)");
    }

    #[test]
    fn the_optimisers_options_come_from_the_page() {
        let html = r#"<link data-trunk rel="rust" data-wasm-opt="z" data-wasm-opt-params="--enable-a --enable-b" />"#;
        assert_eq!(optimiser_options(html), ["-Oz", "--enable-a", "--enable-b"]);
    }
}
