//! The texts that are timed: what people paste, and the worst that can come.

use std::fmt::Write as _;

/// A mebibyte.
const SIZE: usize = 1 << 20;

/// Each text with its name.
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("a trace log", trace()),
        ("a log of addresses", addresses()),
        ("an inventory", inventory()),
        (
            "no number",
            "The quick brown fox jumps over the lazy dog, and then some more words follow here\n".repeat(SIZE / 82),
        ),
        ("only numbers", "12345 67890 ".repeat(SIZE / 12)),
        ("one endless line", "word,another word. and so on; ".repeat(SIZE / 30)),
        ("only versions", "2.5.79.0 ".repeat(SIZE / 9)),
    ]
}

/// Lines as the set-up writes them: times, words, and a build now and then.
fn trace() -> String {
    const WORDS: [&str; 5] = [
        "Page transition from WelcomePage to ConnectPage",
        "Initializing the synchronization service state, waiting",
        "Checking prerequisites... all good",
        "Export finished: 12 adds, 40 updates, 3 deletes in 812 ms",
        "Run profile completed for connector contoso.com",
    ];
    lines(|text, line| {
        let (hour, minute, second) = (line / 3600 % 24, line / 60 % 60, line % 60);
        let words = WORDS[line % WORDS.len()];
        let _ = write!(
            text,
            "[{hour:02}:{minute:02}:{second:02}.{:03}] [{:>3}] [INFO ] {words}",
            line * 37 % 1000,
            line % 40
        );
        if line % 4000 == 500 {
            text.push_str(": Product Azure AD Sync Engine (version 2.5.79.0) is installed.");
        }
    })
}

/// Lines with a time, an address and a version of something else in each.
fn addresses() -> String {
    lines(|text, line| {
        let _ = write!(
            text,
            "[{:02}:{:02}:{:02}.{:03}] [INFO ] 10.0.{}.{} request {line} took {} ms, .NET 4.8.{}",
            line / 3600 % 24,
            line / 60 % 60,
            line % 60,
            line % 1000,
            line % 256,
            line / 256 % 256,
            line % 900,
            line % 5000
        );
        if line == 4000 {
            text.push_str("\n[INFO ] AzureADConnect.exe ProductVersion: 2.5.79.0");
        }
    })
}

/// A row for each of many servers.
fn inventory() -> String {
    const BUILDS: [&str; 4] = ["2.6.92.0", "2.5.190.0", "2.5.79.0", "1.6.16.0"];
    let mut text = "ResourceName,DisplayName0,Version0,Publisher0\n".to_owned();
    text.push_str(&lines(|text, line| {
        let build = BUILDS[line % BUILDS.len()];
        let _ = write!(text, "SYNC{line:05},Microsoft Entra Connect Sync,{build},Microsoft Corporation");
    }));
    text
}

fn lines(write: impl Fn(&mut String, usize)) -> String {
    let mut text = String::with_capacity(SIZE + 200);
    let mut line = 0;
    while text.len() < SIZE {
        write(&mut text, line);
        text.push('\n');
        line += 1;
    }
    text
}
