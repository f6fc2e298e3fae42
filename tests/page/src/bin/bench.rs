//! How fast the checker judges texts in a browser: `bench FOLDER`, called by `cargo xtask bench`. The
//! module of the element judges each text whole, and the time holds the way of the text into
//! WebAssembly and of the report out of it, but no drawing. Beside it the browser's own regular
//! expression only finds numbers.

use std::error::Error;
use std::path::PathBuf;

use page_tests::{Hosts, Page};
use serde_json::Value;

/// The fastest of some runs, in milliseconds: of the search alone, and of the checker.
const RACE: &str = "const [text, runs, done] = arguments;
    const fastest = async (work) => {
        let best = Infinity;
        for (let run = 0; run < runs; run += 1) {
            const from = performance.now();
            await work();
            best = Math.min(best, performance.now() - from);
        }
        return best;
    };
    let length = 0;
    (async () => {
        const { check } = await import('../embed/element.js');
        await check('');
        const search = await fastest(() => { for (const found of text.matchAll(/\\d+(\\.\\d+){1,3}/g)) length += found[0].length; });
        done([search, await fastest(() => check(text))]);
    })();";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("the folder of the texts is missing")?);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let hosts = Hosts::start()?;
    let page = Page::browser().await?;
    page.load_address(&hosts.at("hosts/plain.html")).await?;
    println!("{:<20} {:>10} {:>16} {:>8}", "browser, 1 MiB of", "MB/s", "matchAll, MB/s", "ratio");
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let megabytes = text.len() as f64 / 1e6;
        let times = page.client().execute_async(RACE, vec![Value::from(text), Value::from(5)]).await?;
        let [search, judged]: [f64; 2] = serde_json::from_value(times)?;
        // A browser's clock has steps; what takes less than one has no speed.
        let speed = |time: f64| megabytes * 1e3 / time.max(0.1);
        println!("{name:<20} {:>10.1} {:>16.0} {:>8.3}", speed(judged), speed(search), search.max(0.1) / judged);
    }
    Ok(page.close().await?)
}
