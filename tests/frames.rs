//! What must hold of every paste of the cases when its build, its line ends or
//! its surroundings change: the pastes are the frames.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::string_slice
)]

mod first_table;
mod pastes;

use std::fmt::Write as _;

use entra_connect_checker::{Answers, Date, Product, Severity, Status, Verdict, check};

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn verdicts(text: &str) -> Vec<Verdict> {
    check(first_table::table(), text, today(), &Answers::default()).verdicts
}

/// What a change that means nothing may not change.
type Sense = (Option<Product>, Option<String>, Option<String>, Status, Severity);

fn sense(verdicts: &[Verdict]) -> Vec<Sense> {
    verdicts.iter().map(|v| (v.product, v.version.clone(), v.server.clone(), v.status, v.severity)).collect()
}

#[test]
fn explore_line_ends() {
    let mut bad = String::new();
    let mut n = 0;
    for pastes::Paste { name, text } in pastes::all() {
        let lf = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n");
        let before = sense(&verdicts(&text));
        for (what, changed) in [
            ("lf", lf.clone()),
            ("crlf", lf.replace('\n', "\r\n")),
            ("cr", lf.replace('\n', "\r")),
            ("blanks", lf.replace('\n', "  \n") + "   "),
            ("tab", lf.replace('\n', "\t\n") + "\t"),
            ("nbsp", lf.replace('\n', "\u{a0}\n") + "\u{a0}"),
        ] {
            n += 1;
            let after = sense(&verdicts(&changed));
            if before != after {
                writeln!(bad, "{what}: {name}\n   {before:?}\n   {after:?}").unwrap();
            }
        }
    }
    println!("{n}\n{bad}");
}

fn listed(product: Product) -> Vec<String> {
    first_table::table().releases_of(product).map(|r| r.version.clone()).collect()
}

/// All places of a version as a whole number.
fn replace(text: &str, old: &str, new: &str) -> Option<String> {
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices(old) {
        let left = text[..at].chars().next_back();
        let right: String = text[at + old.len()..].chars().take(2).collect();
        let mut r = right.chars();
        let (r1, r2) = (r.next(), r.next());
        if left.is_some_and(|c| c.is_ascii_digit() || c == '.' ) || r1.is_some_and(|c| c.is_ascii_digit()) || (r1 == Some('.') && r2.is_some_and(|c| c.is_ascii_digit())) {
            return None;
        }
        out += &text[from..at];
        out += new;
        from = at + old.len();
    }
    out += &text[from..];
    Some(out)
}

#[test]
fn explore_builds() {
    let mut bad = String::new();
    let (mut n, mut frames) = (0, 0);
    for (index, pastes::Paste { name, text }) in pastes::all().into_iter().enumerate() {
        let found = verdicts(&text);
        for verdict in &found {
            let (Some(product), Some(version), Some(place)) = (verdict.product, &verdict.version, &verdict.matched) else { continue };
            let all = listed(product);
            if !all.contains(version) || place.text != *version || verdict.status == Status::OtherProduct || !verdict.candidates.is_empty() { continue; }
            frames += 1;
            for step in 0..6 {
                let new = &all[(index * 7 + step * 17) % all.len()];
                if text.contains(new.as_str()) { continue; }
                let Some(changed) = replace(&text, version, new) else { continue };
                let changed = format!("𝒳😀\n\n{changed}");
                n += 1;
                let units: Vec<u16> = changed.encode_utf16().collect();
                let after = verdicts(&changed);
                let good = after.len() == found.len() && after.iter().any(|v| v.product == Some(product) && v.version.as_ref() == Some(new) && v.server == verdict.server && v.matched.as_ref().is_some_and(|m| String::from_utf16_lossy(&units[m.start..m.end]) == *new));
                if !good {
                    writeln!(bad, "{name}: {version} -> {new}\n   {:?}\n   {:?}", sense(&found), sense(&after)).unwrap();
                    break;
                }
            }
        }
    }
    println!("{frames} {n}\n{bad}");
}
