//! How fast the page judges texts: `bench FOLDER`, called by `cargo xtask bench`. Each text is put
//! into the box as if pasted; the time runs until its verdict is drawn, and so holds the way of the
//! text into WebAssembly. Beside it the browser's own regular expression only finds numbers.

use std::error::Error;
use std::path::PathBuf;

use page_tests::Page;
use serde_json::Value;

/// The fastest of some runs, in milliseconds: of the search alone, and of the page.
const RACE: &str = "const [text, runs, done] = arguments;
    const box = document.querySelector('textarea');
    const fill = (text) => { box.value = text; box.dispatchEvent(new InputEvent('input', { bubbles: true })); };
    const rest = () => new Promise((next) => setTimeout(next));
    (async () => {
        let [bare, page] = [Infinity, Infinity];
        for (let run = 0; run < runs; run += 1) {
            let from = performance.now();
            let length = 0;
            for (const found of text.matchAll(/\\d+(\\.\\d+){1,3}/g)) length += found[0].length;
            bare = Math.min(bare, performance.now() - from + length * 0);
            fill('2.5.79.0');
            await rest();
            from = performance.now();
            fill(text);
            await rest();
            page = Math.min(page, performance.now() - from);
        }
        done([bare, page]);
    })();";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("the folder of the texts is missing")?);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let page = Page::open("").await?;
    println!("{:<20} {:>10} {:>16} {:>8}", "page, 1 MiB of", "MB/s", "matchAll, MB/s", "ratio");
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let megabytes = text.len() as f64 / 1e6;
        let times = page.client().execute_async(RACE, vec![Value::from(text), Value::from(5)]).await?;
        let [bare, judged]: [f64; 2] = serde_json::from_value(times)?;
        let speed = |time: f64| megabytes * 1e3 / time;
        println!("{name:<20} {:>10.1} {:>16.0} {:>8.3}", speed(judged), speed(bare), bare / judged);
    }
    Ok(page.close().await?)
}
