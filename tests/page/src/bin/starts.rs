//! How long the page takes to start, beside the least page of Yew: `starts HELLO`, called by `cargo
//! xtask bench`. Medians, in the engine that `ECC_ENGINE` names; the ratios alone mean something
//! from one machine to the next.
//!
//! Both pages are opened as copies with a script in their heads that looks at the clock. Ours goes
//! without its policy for that, which would refuse it.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use page_tests::{ON, Page, place};
use url::Url;

/// Starts of each page.
const STARTS: usize = 15;
/// Notes when each of these is there first, by the page's own clock, which begins with the opening.
const WATCH: &str = "window.at = {};
    const wanted = { up: 'html[data-ready] textarea, main > input', verdict: '[part~=verdict]' };
    new MutationObserver(() => {
        for (const [name, selector] of Object.entries(wanted))
            if (!(name in at) && document.querySelector(selector)) at[name] = performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });";
/// The time from a new text in the box to its verdict, drawn or not.
const ANSWER: &str = "const box = document.querySelector('textarea');
    const from = performance.now();
    box.value = arguments[0];
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const wait = (done) => document.querySelector(`[data-version='${arguments[0]}']`)
        ? done(performance.now() - from) : setTimeout(() => wait(done));
    return new Promise(wait);";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let hello = std::env::args().nth(1).ok_or("the bare page is missing")?;
    let folder = tempfile::tempdir()?;
    let hello = watched(Path::new(&hello), &folder.path().join("hello.html"))?;
    let ours = watched(&place(), &folder.path().join("index.html"))?;
    let mut link = ours.clone();
    link.set_fragment(Some(&format!("{ON}&v=2.4.21.0")));
    let page = Page::browser().await?;
    let (mut bare, mut up, mut verdict) = (Vec::new(), Vec::new(), Vec::new());
    // In turns, so that what disturbs the machine disturbs all.
    for _ in 0..STARTS {
        bare.push(start(&page, hello.as_str(), "up").await?);
        up.push(start(&page, ours.as_str(), "up").await?);
        verdict.push(start(&page, link.as_str(), "verdict").await?);
    }
    let mut answer = Vec::new();
    for version in ["2.5.79.0", "2.6.92.0"].into_iter().cycle().take(STARTS * 2) {
        answer.push(page.script(ANSWER, vec![version.into()]).await?);
    }
    let bare = median(&mut bare);
    println!("{:<34} {:>9} {:>8}", "medians, in milliseconds", "time", "ratio");
    for (name, times) in [
        ("start to usable box", &mut up),
        ("start to the verdict of a link", &mut verdict),
        ("a new text to its verdict", &mut answer),
    ] {
        let time = median(times);
        println!("{name:<34} {time:>9.1} {:>8.2}", time / bare);
    }
    println!("{:<34} {bare:>9.1} {:>8.2}", "the bare page of Yew", 1.0);
    Ok(page.close().await?)
}

/// A copy that looks at the clock.
fn watched(page: &Path, copy: &Path) -> Result<Url, Box<dyn Error>> {
    let html = std::fs::read_to_string(page)?.replacen("Content-Security-Policy", "none", 1);
    let (before, after) = html.split_once("<meta charset").ok_or("the page has no head")?;
    std::fs::write(copy, format!("{before}<script>{WATCH}</script><meta charset{after}"))?;
    Url::from_file_path(copy).map_err(|()| "the folder has no whole path".into())
}

async fn start(page: &Page, address: &str, what: &str) -> Result<f64, Box<dyn Error>> {
    page.load_address("about:blank").await?;
    page.load_address(address).await?;
    for _ in 0..2000 {
        let at: Option<f64> = page.script("return at[arguments[0]] ?? null", vec![what.into()]).await?;
        if let Some(at) = at {
            return Ok(at);
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Err(format!("{address} never came to `{what}`").into())
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
