//! What must hold of every paste of the cases, whatever its build, its line
//! ends and its surroundings: the pastes are the frames.
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
use std::ops::Range;

use entra_connect_checker::{Answers, Date, Product, Severity, Status, Verdict, check};
use pastes::Paste;
use proptest::prelude::*;

/// Builds tried in each frame; the frames take turns, so that all are tried.
const BUILDS: usize = 4;
/// Characters of two UTF-16 units, and a blank line, so that no heading moves.
const ASTRAL: &str = "𝒳😀\n\n";

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn verdicts(text: &str) -> Vec<Verdict> {
    check(first_table::table(), text, today(), &Answers::default()).verdicts
}

fn listed(product: Product) -> Vec<String> {
    first_table::table().releases_of(product).map(|release| release.version.clone()).collect()
}

/// What a change that means nothing must leave as it is.
type Sense = (Option<Product>, Option<String>, Option<String>, Status, Severity);

fn sense(text: &str) -> Vec<Sense> {
    verdicts(text).into_iter().map(|v| (v.product, v.version, v.server, v.status, v.severity)).collect()
}

/// A version as a whole number of a text: where it stands.
fn places(text: &str, version: &str) -> Vec<Range<usize>> {
    let found = text.match_indices(version).map(|(at, _)| at..at + version.len());
    found
        .filter(|place| {
            let right = &text[place.end..];
            let goes_on = right.strip_prefix('.').unwrap_or(right).starts_with(|c: char| c.is_ascii_digit());
            !text[..place.start].ends_with(|c: char| c.is_ascii_digit() || c == '.') && !goes_on
        })
        .collect()
}

/// The text with a build for another. Where blanks keep columns apart, they
/// make up for the difference in length, as the output itself would have.
fn with_build(text: &str, places: &[Range<usize>], new: &str) -> String {
    let (mut changed, mut from) = (String::new(), 0);
    for place in places {
        changed += &text[from..place.start];
        changed += new;
        from = place.end;
        let blanks = text[from..].len() - text[from..].trim_start_matches(' ').len();
        if blanks > 1 {
            changed += &" ".repeat((blanks + place.len()).saturating_sub(new.len()).max(2));
            from += blanks;
        }
    }
    changed + &text[from..]
}

/// What is wrong with a frame once all places of one verdict's build hold another.
fn fault(before: &[Verdict], verdict: &Verdict, ordinal: usize, changed: &str, new: &str) -> Option<String> {
    let after = verdicts(changed);
    let units: Vec<u16> = changed.encode_utf16().collect();
    let same = |v: &&Verdict| v.version.as_deref() == Some(new) && v.server == verdict.server;
    let Some(found) = after.iter().find(same) else { return Some(format!("not found: {:?}", sense(changed))) };
    let place = found.matched.as_ref().expect("it stands somewhere");
    let left = String::from_utf16(&units[..place.start]).expect("a place between characters");
    let cut = String::from_utf16_lossy(&units[place.start..place.end]);
    if found.product != verdict.product {
        Some(format!("a build of {:?}", found.product))
    } else if cut != new || places(&format!("{left}{new}"), new).len() != ordinal + 1 {
        Some(format!("{}..{} cuts out {cut:?}", place.start, place.end))
    } else if after.len() != before.len() {
        Some(format!("{} verdicts became {}: {:?}", before.len(), after.len(), sense(changed)))
    } else {
        None
    }
}

#[test]
fn a_listed_build_in_the_place_of_another_is_found_there() {
    let mut faults = String::new();
    let (mut frames, mut tried) = (0, 0);
    for (index, Paste { name, text, .. }) in pastes::all().into_iter().enumerate() {
        let before = verdicts(&text);
        for verdict in &before {
            let (Some(product), Some(version), Some(place)) = (verdict.product, &verdict.version, &verdict.matched)
            else {
                continue;
            };
            // Builds as published. A disguised or cut one cannot be put in the place of another letter by
            // letter; the disguises have cases of their own.
            let builds = listed(product);
            if verdict.status == Status::OtherProduct || place.text != *version || !builds.contains(version) {
                continue;
            }
            let everywhere = places(&text, version);
            let at = text.encode_utf16().take(place.start).collect::<Vec<_>>();
            let at = String::from_utf16(&at).unwrap().len();
            let Some(ordinal) = everywhere.iter().position(|range| range.start == at) else { continue };
            frames += 1;
            for step in 0..BUILDS {
                let new = &builds[(index * BUILDS + step * 17) % builds.len()];
                // Then the text would speak of one build where it speaks of two.
                if text.contains(new.as_str()) {
                    continue;
                }
                tried += 1;
                let changed = format!("{ASTRAL}{}", with_build(&text, &everywhere, new));
                if let Some(fault) = fault(&before, verdict, ordinal, &changed, new) {
                    writeln!(faults, "{name}: {version} -> {new}: {fault}").unwrap();
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(frames >= 800, "only {frames} frames");
    println!("{tried} builds in {frames} frames");
}

#[test]
fn a_named_build_is_found_at_any_place_of_a_text_without_one() {
    let names = [
        (Product::EntraConnect, "Microsoft Entra Connect Sync"),
        (Product::AzureAdSync, "Microsoft Azure Active Directory Sync Services"),
        (Product::Dirsync, "Windows Azure Active Directory Sync tool"),
    ];
    let mut faults = String::new();
    let mut tried = 0;
    for (index, Paste { name, text, .. }) in pastes::all().into_iter().enumerate() {
        let before = verdicts(&text);
        if before.iter().any(|verdict| !matches!(verdict.status, Status::Unreadable | Status::OtherProduct)) {
            continue;
        }
        // Between an agent's name and its number another name would part the two.
        let agent = before.iter().any(|verdict| verdict.status == Status::OtherProduct);
        let lines: Vec<&str> = text.trim_end().split('\n').collect();
        let places = (0..=lines.len()).filter(|at| !agent || *at == 0 || *at == lines.len());
        for at in places.take(60) {
            let (product, title) = names[(index + at) % names.len()];
            let builds = listed(product);
            let build = &builds[(index * 7 + at) % builds.len()];
            let line = format!("{title} {build}");
            let apart = if agent { "" } else { ASTRAL.trim_end() };
            let changed =
                [&[ASTRAL.trim_end()], &lines[..at], &[apart, &line, apart], &lines[at..]].concat().join("\n");
            tried += 1;
            let found = verdicts(&changed);
            let right = |v: &Verdict| v.product == Some(product) && v.version.as_ref() == Some(build);
            if found.len() != 1 || !right(&found[0]) {
                writeln!(faults, "{name}, {line} at {at}: {:?}", sense(&changed)).unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(tried >= 500, "only {tried} places");
}

#[test]
fn line_ends_and_blanks_before_them_mean_nothing() {
    let mut faults = String::new();
    for Paste { name, text, .. } in pastes::all() {
        let lf = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n");
        let before = sense(&text);
        let ends = ["\n", "\r\n", "\r", "\r\r\n", "  \n", "\t\n", " \u{a0}\r\n"];
        for end in ends {
            let changed = lf.replace('\n', end) + end;
            let after = sense(&changed);
            if before != after {
                writeln!(faults, "{name} with {end:?}: {before:?} became {after:?}").unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// Lines of an inventory of a Windows server, none of them about Connect.
fn inventory() -> impl Strategy<Value = String> {
    let number = || 0..1000u32;
    let line = (0..INVENTORY.len(), number(), number(), number()).prop_map(|(which, a, b, c)| {
        let line = INVENTORY[which].replace("{a}", &a.to_string());
        line.replace("{b}", &b.to_string()).replace("{c}", &c.to_string())
    });
    prop::collection::vec(line, 1..6).prop_map(|lines| lines.join("\n"))
}

/// None of them names an object: `OS Name: Windows` above a lone `Version: …`
/// rightly takes that number.
const INVENTORY: [&str; 25] = [
    "Windows Server 2022 Standard 10.0.20348.{a}",
    "7-Zip 24.{a} (x64)",
    "Google Chrome 131.0.{a}.{b}",
    "Microsoft Edge 131.{a}.2903.{b}",
    "Microsoft SQL Server 2019 LocalDB 15.0.{a}.{b}",
    "Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.{a}.{b}",
    ".NET Framework 4.8.0{a}",
    "PowerShell 7.4.{a}",
    "KB5046{a}",
    "Disk C: {a}.45 GB free of {b}.98 GB",
    "IPv4 Address: 10.20.30.40",
    "DNS servers: 10.1.2.3, 10.1.2.4",
    "Last boot: 2026-11-19 04:12:33",
    "BIOS: VMware, Inc. VMW201.00V.{a}.B64.{b}, 11/21/2022",
    "Notepad++ 8.{a}.{b}",
    "VMware Tools 12.4.{a}.{b}",
    "Memory 16.0 GB, 4.2 GB in use",
    "CPU 2.60 GHz, {a} cores",
    "Java 8 Update {a} 8.0.{b}.10",
    "OpenSSH 9.{a}.0.0",
    "Uptime {a} days 3:04:05",
    "Time zone (UTC+01:00) Amsterdam",
    "PuTTY release 0.{a} (64-bit)",
    "Wireshark 4.{a}.{b}",
    "Windows Admin Center 2.4.{a}.{b}",
];

/// Whether blanks keep columns apart. Whoever puts a line between a heading
/// and its rows breaks such a table: its lines claim to be rows.
fn has_columns(text: &str) -> bool {
    text.lines().any(|line| line.trim().contains("  "))
}

proptest! {
    // The same cases each time, so that the gate is repeatable.
    #![proptest_config(ProptestConfig { cases: 1000, rng_seed: proptest::test_runner::RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_inventory_without_connect_changes_nothing(
        Paste { name, text, .. } in prop::sample::select(pastes::all()),
        (block, place) in (inventory(), any::<prop::sample::Index>()),
    ) {
        let found = verdicts(&text);
        // "V1" counts only alone, and a blank text has no verdict until it says something.
        prop_assume!(!found.is_empty());
        prop_assume!(found.iter().all(|verdict| verdict.version.as_ref().is_none_or(|version| version.contains('.'))));
        prop_assume!(found.iter().all(|verdict| verdict.version.as_deref() != Some("1.x")));
        let before = sense(&text);
        for changed in [format!("{block}\n\n{text}"), format!("{text}\n\n{block}")] {
            prop_assert_eq!(&before, &sense(&changed), "{}: {}", name, changed);
        }
        // A title lends its name only to the lines right below, and agents are named by titles.
        if !has_columns(&text) && found.iter().all(|verdict| verdict.status != Status::OtherProduct) {
            let lines: Vec<&str> = text.split('\n').collect();
            let at = place.index(lines.len() + 1);
            let changed = [&lines[..at], &[&block], &lines[at..]].concat().join("\n");
            prop_assert_eq!(&before, &sense(&changed), "{}: {}", name, changed);
        }
    }
}
