//! `cargo xtask bench`: how fast, as ratios within one run, which alone mean something from one
//! machine to the next. Reports and never fails.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use entra_connect_checker::{Answers, Date, Table, check};

use crate::run::Step;
use crate::{Error, Project};

/// A mebibyte, the size of the log.
const LOG: usize = 1 << 20;

/// Builds this program once more, for speed, and has that measure.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    match arguments.next()? {
        // What the faster build is called with.
        Some(lexopt::Arg::Long("measure")) => measure(),
        Some(other) => Err(other.unexpected().into()),
        None => Step::cargo("bench", project.root())
            .args(["run", "--quiet", "--package", "xtask"])
            // The release profile is for few bytes; the ratios are meant for speed.
            .args(["--config", "profile.measure.inherits='release'", "--config", "profile.measure.opt-level=3"])
            .args(["--config", "profile.measure.lto=false", "--config", "profile.measure.codegen-units=16"])
            .args(["--profile", "measure", "--", "bench", "--measure"])
            .run(),
    }
}

fn measure() -> Result<(), Error> {
    let table = Table::embedded().map_err(|error| Error::Table { reason: error.to_string() })?;
    let on: Date = table.as_of();
    let answers = Answers::default();
    let judge = |text: &str| drop(black_box(check(table, black_box(text), on, &answers)));

    let line = fastest(|| judge("ProductVersion : 2.5.79.0"));
    let blank = fastest(|| judge(" "));
    let log = log();
    let whole = fastest(|| judge(&log));
    let bare = fastest(|| {
        let dots = memchr::memchr_iter(b'.', black_box(log.as_bytes())).count();
        black_box(dots);
    });

    println!(
        "check of one line        {:>9.1} µs  {:>7.1} × a blank text ({:.2} µs)",
        micros(line),
        ratio(line, blank),
        micros(blank)
    );
    println!(
        "check of a 1 MiB log     {:>9.1} ms  {:>7.1} × finding its dots with memchr ({:.3} ms)",
        micros(whole) / 1e3,
        ratio(whole, bare),
        micros(bare) / 1e3
    );
    println!("                         {:>9.1} MB/s, against {:.0} MB/s", speed(whole), speed(bare));
    Ok(())
}

/// Lines as a log has them: times, addresses, other versions, and one build in the middle.
fn log() -> String {
    let mut log = String::with_capacity(LOG + 200);
    let mut line = 0_u32;
    while log.len() < LOG {
        let _ = writeln!(
            log,
            "[{:02}:{:02}:{:02}.{:03}] [{:>3}] [INFO ] 10.0.{}.{} request {line} took {} ms, .NET 4.8.{}, {{\"size\": {}}}",
            line / 3600 % 24,
            line / 60 % 60,
            line % 60,
            line % 1000,
            line % 40,
            line % 256,
            line / 256 % 256,
            line % 900,
            line % 5000,
            line * 37
        );
        line += 1;
        if line == 4000 {
            log.push_str("[INFO ] AzureADConnect.exe ProductVersion: 2.5.79.0\n");
        }
    }
    log
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

fn speed(time: Duration) -> f64 {
    LOG as f64 / 1e6 / time.as_secs_f64()
}
