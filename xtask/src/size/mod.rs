//! `cargo xtask size`: the byte budgets, and where the bytes go.

mod names;

use std::io::Write as _;

use crate::dist::{self, Parts};
use crate::setup::{self, Need, Tools};
use crate::{Error, Project, no_arguments};

/// What a reader of the page downloads at most, packed by brotli: with all facts and languages.
/// A budget grows only with a reason written here. It was 150,000 before the page held the plan of
/// an upgrade and the questions about Cloud Sync (29,000, of which 10,000 are facts) and read ten
/// languages, tables and whole sessions (19,000): both are what people open the page for. The
/// build's life, other days and what is taken along (tickets, calendar, CSV, JSON) are 20,000, of
/// which the JSON of a report is the half. The five other languages are 26,000 (the words 22,000, the
/// code that speaks them 4,000), and the list of all builds 8,000. That lines alike are understood once,
/// which makes logs and inventories two to eight times as fast, is 3,000.
const PAGE_BUDGET: usize = 264_000;
/// Where we want to stay.
const PAGE_GOAL: usize = 150_000;
/// What a page with the element loads: the WebAssembly and the module. The design said 120,000; the
/// element holds all that the page holds, and also reads tables of others, with every fault told
/// (the shape and the rules of `data/`), and asks for them. The speed of intake is 3,000 here too.
const EMBED_BUDGET: usize = 293_800;
/// Where we want to be.
const EMBED_GOAL: usize = 120_000;

/// Measures, shows the largest crates and functions, and fails above a budget.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    let tools = setup::ensure(project, setup::DIST)?;
    let parts = dist::make(project, &tools)?;
    let packed = report(&parts);
    names::report(project, &tools)?;
    within(packed)
}

/// The same without the crates and functions: for `test`.
pub fn gate(project: &Project, tools: &Tools) -> Result<(), Error> {
    let parts = dist::make(project, tools)?;
    within(report(&parts))
}

/// Prints the table; gives the packed sizes of page and element.
fn report(parts: &Parts) -> [usize; 2] {
    println!("\n{:<34} {:>9} {:>9}", "bytes", "raw", "brotli");
    let row = |name: &str, bytes: &[u8]| {
        let packed = brotli(bytes);
        println!("{name:<34} {:>9} {packed:>9}", bytes.len());
        packed
    };
    let page = row("dist/index.html", &parts.page);
    row("  its WebAssembly, by itself", &parts.wasm);
    row("  its script", parts.script.as_bytes());
    row("  its styles", parts.styles.as_bytes());
    row("  its table for no scripts", parts.releases.as_bytes());
    for (code, packed) in &parts.words {
        row(&format!("  its words, {code}"), packed.as_bytes());
    }
    row("dist/data/connect.json", &parts.facts);
    let embed = row("dist/embed/entra-connect-checker.wasm", &parts.embed.wasm);
    let embed = embed + row("dist/embed/entra-connect-checker.js", &parts.embed.module);
    row("dist/embed/without-webassembly.js", &parts.embed.plain);
    for (what, bytes, budget, goal) in [(PAGE, page, PAGE_BUDGET, PAGE_GOAL), (EMBED, embed, EMBED_BUDGET, EMBED_GOAL)]
    {
        let percent = bytes * 100 / budget;
        println!("budget of {what} {budget}, goal {goal}: {bytes} is {percent} % of the budget");
    }
    [page, embed]
}

const PAGE: &str = "dist/index.html";
const EMBED: &str = "dist/embed";

fn within([page, embed]: [usize; 2]) -> Result<(), Error> {
    for (what, bytes, budget) in [(PAGE, page, PAGE_BUDGET), (EMBED, embed, EMBED_BUDGET)] {
        if bytes > budget {
            return Err(Error::OverBudget(format!("{what} is {bytes} bytes in brotli and may be {budget}")));
        }
    }
    Ok(())
}

/// As a web server packs files ahead of time: quality 11, and the largest window of the web, 22.
fn brotli(bytes: &[u8]) -> usize {
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    // Writing into memory does not fail.
    let _ = packer.write_all(bytes);
    packer.into_inner().len()
}

/// The program of a need, which `setup` has seen to.
fn program(tools: &Tools, need: Need, name: &str) -> std::path::PathBuf {
    tools.place(need).map_or_else(|| name.into(), std::path::Path::to_path_buf)
}
