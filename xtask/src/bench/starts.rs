//! How long the page takes to start, beside the least page of Yew, in each engine that is there.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::dist::trunk::smallest;
use crate::project::{read, read_text, write};
use crate::run::Step;
use crate::setup::{Need, Tools};
use crate::{Error, Project, test};

/// Builds the least page, and opens both many times.
pub fn measure(project: &Project, tools: &Tools) -> Result<(), Error> {
    let hello = hello(project, tools)?;
    for (engine, driver) in [("chromium", Need::Driver), ("firefox", Need::GeckoDriver), ("webkit", Need::WebKitDriver)]
    {
        if tools.place(driver).is_none() {
            println!("starts in {engine}: not measured, it is not there");
            continue;
        }
        println!("\nstarts in {engine}");
        test::in_browser(&format!("starts in {engine}"), project, tools)
            .env("ECC_ENGINE", engine)
            .args(["run", "--quiet", "--package", "page-tests", "--bin", "starts", "--"])
            .arg(&hello)
            .run()?;
    }
    Ok(())
}

/// One file, made as ours: the same flags, the WebAssembly in it as base64.
fn hello(project: &Project, tools: &Tools) -> Result<std::path::PathBuf, Error> {
    const TARGET: &str = "wasm32-unknown-unknown";
    smallest(Step::cargo("the bare page", project.root()))
        .args(["build", "--release", "--package", "hello-yew", "--target", TARGET])
        .run()?;
    let folder = project.target().join("hello");
    let wasm = project.target().join(TARGET).join("release/hello-yew.wasm");
    let bindgen = tools.place(Need::WasmBindgen).unwrap_or(std::path::Path::new("wasm-bindgen"));
    Step::new("wasm-bindgen", bindgen)
        .folder(project.root())
        .args(["--target", "no-modules", "--no-typescript", "--out-dir"])
        .arg(&folder)
        .arg(&wasm)
        .run()?;
    let glue = read_text(&folder.join("hello-yew.js"))?;
    let code = BASE64_STANDARD.encode(read(&folder.join("hello-yew_bg.wasm"))?);
    let start = format!("wasm_bindgen({{ module_or_path: Uint8Array.from(atob('{code}'), (c) => c.charCodeAt(0)) }});");
    let place = folder.join("hello.html");
    write(
        &place,
        format!(
            "<!doctype html><meta charset=utf-8><title>Hello</title><body><script>{glue}</script><script>{start}</script>"
        ),
    )?;
    Ok(place)
}
