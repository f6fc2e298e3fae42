//! `cargo xtask bench`: how fast, as ratios within one run, which alone mean something from one
//! machine to the next. Reports and never fails.

use std::hint::black_box;
use std::time::{Duration, Instant};

use entra_connect_checker::{Answers, Date, Table, check};

use crate::run::Step;
use crate::{Error, Project, dist, project, setup, test};

mod starts;
mod texts;

/// Builds this program once more, for speed, and has that measure; then measures the same texts in a
/// browser, beside a plain search by its own regular expressions, and the starts of the page.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    match arguments.next()? {
        // What the faster build is called with.
        Some(lexopt::Arg::Long("measure")) => measure(),
        Some(other) => Err(other.unexpected().into()),
        None => {
            Step::cargo("bench", project.root())
                .args(["run", "--quiet", "--package", "xtask"])
                // The release profile is for few bytes; the ratios are meant for speed.
                .args(["--config", "profile.measure.inherits='release'", "--config", "profile.measure.opt-level=3"])
                .args(["--config", "profile.measure.lto=false", "--config", "profile.measure.codegen-units=16"])
                .args(["--profile", "measure", "--", "bench", "--measure"])
                .run()?;
            in_page(project)
        }
    }
}

/// The same texts in a browser.
fn in_page(project: &Project) -> Result<(), Error> {
    let tools = setup::everything(project)?;
    dist::make(project, &tools)?;
    let folder = project.target().join("bench");
    for (name, text) in texts::all() {
        project::write(&folder.join(format!("{name}.txt")), text)?;
    }
    test::in_browser("in a browser", project, &tools)
        .args(["run", "--quiet", "--package", "page-tests", "--bin", "bench", "--"])
        .arg(folder)
        .run()?;
    starts::measure(project, &tools)
}

fn measure() -> Result<(), Error> {
    let table = Table::embedded().map_err(|error| Error::Table { reason: error.to_string() })?;
    let on: Date = table.as_of();
    let answers = Answers::default();
    let judge = |text: &str| drop(black_box(check(table, black_box(text), on, &answers)));

    let line = fastest(|| judge("ProductVersion : 2.5.79.0"));
    let blank = fastest(|| judge(" "));
    println!(
        "check of one line        {:>9.1} µs  {:>7.1} × a blank text ({:.2} µs)",
        micros(line),
        ratio(line, blank),
        micros(blank)
    );
    println!("\n{:<20} {:>10} {:>16} {:>8}", "native, 1 MiB of", "MB/s", "dots alone, MB/s", "ratio");
    for (name, text) in texts::all() {
        let whole = fastest(|| judge(&text));
        let bare = fastest(|| {
            let mut last = 0;
            for at in memchr::memchr_iter(b'.', black_box(text.as_bytes())) {
                last = black_box(at);
            }
            black_box(last);
        });
        let speed = |time: Duration| text.len() as f64 / 1e6 / time.as_secs_f64();
        println!("{name:<20} {:>10.1} {:>16.0} {:>8.3}", speed(whole), speed(bare), ratio(bare, whole));
    }
    Ok(())
}

/// The fastest of many runs: what the machine does when nothing disturbs it.
fn fastest(mut run: impl FnMut()) -> Duration {
    let end = Instant::now() + Duration::from_secs(2);
    let mut best = Duration::MAX;
    let mut runs = 0_u32;
    while runs < 3 || (Instant::now() < end && runs < 20_000) {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed());
        runs += 1;
    }
    best
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn ratio(this: Duration, that: Duration) -> f64 {
    this.as_secs_f64() / that.as_secs_f64().max(1e-9)
}
