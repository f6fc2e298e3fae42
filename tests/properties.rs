//! What must hold for all texts, builds and days.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::string_slice
)]

mod oracle;
mod pastes;

use std::fmt::Write as _;

use entra_connect_checker::{Answers, Build, Date, Product, Status, Table, Verdict, check};
use proptest::prelude::*;

const JUDGED: [Product; 3] = [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync];

fn table() -> &'static Table {
    Table::embedded().unwrap()
}

fn on(text: &str) -> Date {
    text.parse().unwrap()
}

/// The verdicts on a text, held against the oracle.
fn verdicts(text: &str, day: Date) -> Vec<Verdict> {
    let report = check(table(), text, day, &Answers::default());
    let faults = oracle::faults(table(), text, day, &report);
    assert!(faults.is_empty(), "{faults:#?} on {day} for {text:?}");
    report.verdicts
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..4000i32).prop_map(|days| on("2020-01-01").plus_days(days))
}

/// A listed build of the judged products: its number as published.
fn any_listed() -> impl Strategy<Value = (Product, String)> {
    let all: Vec<_> = JUDGED
        .iter()
        .flat_map(|product| table().releases_of(*product).map(|release| (*product, release.version.clone())))
        .collect();
    prop::sample::select(all)
}

proptest! {
    // The same cases each time, so that the gate is repeatable.
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: proptest::test_runner::RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics(text in any::<String>(), day in any_day()) {
        let _ = verdicts(&text, day);
    }

    #[test]
    fn no_text_of_the_trade_panics(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "2.5.79.0", "1.1.281.0", "4.5.2614.0", "V1", "1.x", ".", ",", ":", "=", "\n", "\r\n", "\t", "|", "  ",
                "Entra Connect", "Health", "agent", "miiserver", "Version", "Name : ", "DirSync", "staging", "Server: ",
                "SYNC01", "from", "upgraded to", "minimum", "PS C:\\>", "Major", "Minor", "Build", "Revision", "{", "}",
                "99999999999999999999", "0", "\u{200b}", "\u{ff12}", "\u{ff0e}", "é", "😀", "\u{0}", "",
            ]),
            0..60,
        ),
        day in any_day(),
    ) {
        let text = pieces.concat();
        let units: Vec<u16> = text.encode_utf16().collect();
        for verdict in verdicts(&text, day) {
            if let Some(place) = &verdict.matched {
                let cut = units.get(place.start..place.end).expect("a match lies inside the text");
                prop_assert_eq!(String::from_utf16_lossy(cut), place.text.clone());
            }
            for passed in &verdict.passed_over {
                let cut = units.get(passed.start..passed.end).expect("a place lies inside the text");
                prop_assert_eq!(String::from_utf16_lossy(cut), passed.text.clone());
            }
        }
    }

    #[test]
    fn a_listed_build_is_found_in_any_surroundings(
        (product, version) in any_listed(),
        // Letters that make no word of any language that says what a number is.
        before in "[bcfgjkqx \n,;!?()é😀]{0,40}",
        after in "[bcfgjkqx \n,;!?()é😀]{0,40}",
    ) {
        let text = format!("{before} {version} {after}");
        let found = verdicts(&text, on("2026-11-23"));
        prop_assert_eq!(found.len(), 1, "{:?}", text);
        prop_assert_eq!(found[0].version.as_deref(), Some(version.as_str()));
        prop_assert_eq!(found[0].product, Some(product));
        let place = found[0].matched.as_ref().expect("it stands somewhere");
        prop_assert_eq!(&place.text, &version);
    }

    #[test]
    fn from_its_release_on_a_build_only_gets_graver((_, version) in any_listed(), days in 0..3000i32, later in 0..3000i32) {
        let first = on("2018-01-01").plus_days(days);
        let (earlier, later) = (&verdicts(&version, first)[0], &verdicts(&version, first.plus_days(later))[0]);
        if earlier.status != Status::NotYetReleased {
            prop_assert!(later.severity >= earlier.severity, "{version}: {:?} then {:?}", earlier, later);
        }
    }

    #[test]
    fn a_higher_build_never_has_a_graver_cutoff(a in 0..100usize, b in 0..100usize, day in any_day()) {
        let builds: Vec<_> = table().releases_of(Product::EntraConnect).collect();
        let (low, high) = (a.min(b) % builds.len(), a.max(b) % builds.len());
        let (low, high) = (low.min(high), low.max(high));
        let unmet = |index: usize| {
            let verdict = &verdicts(&builds[index].version, day)[0];
            verdict.cutoffs.iter().filter(|cutoff| cutoff.met == entra_connect_checker::verdict::Met::No).count()
        };
        prop_assert!(unmet(high) <= unmet(low));
    }

    #[test]
    fn builds_are_ordered_as_numbers(a in any::<[u16; 4]>(), b in any::<[u16; 4]>()) {
        prop_assert_eq!(Build::new(a).cmp(&Build::new(b)), a.cmp(&b));
        let text = Build::new(a).to_string();
        prop_assert_eq!(text.parse::<Build>().unwrap().parts(), a);
    }

    #[test]
    fn days_are_counted_as_a_calendar_counts_them(days in 0..30_000i32, months in 0..60u16) {
        let ours = on("2010-01-01").plus_days(days);
        let theirs = jiff::civil::date(2010, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        prop_assert_eq!(ours.to_string(), theirs.to_string());
        let later = theirs.checked_add(jiff::Span::new().months(i32::from(months))).unwrap();
        if later.year() <= 2100 {
            prop_assert_eq!(ours.plus_months(months).to_string(), later.to_string());
        }
    }
}

#[test]
fn rubbish_is_answered_calmly() {
    let hostile = [
        ".".repeat(10_000),
        "9".repeat(40),
        format!("{}.1.2.3", "9".repeat(40)),
        "\u{0}\u{1}\u{fffd}".repeat(100),
        "1.".repeat(10_000),
        "2.5.79.0.".repeat(5_000),
        "Entra Connect ".repeat(5_000),
        // Each number may lead on: minutes, if every one were read to the end of the list.
        (0..100_000).map(|number| format!("{number}, ")).collect(),
        "1 . ".repeat(100_000),
    ];
    for text in hostile {
        let found = verdicts(&text, on("2026-11-23"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].status, Status::Unreadable, "{:.40}", text);
    }
}

#[test]
fn a_thousand_verdicts_are_kept_and_the_rest_counted() {
    let rows: String = (0..1200).map(|row| format!("SYNC{row:04}\t2.{}.{}.0\n", row % 7, row)).collect();
    let report = check(table(), &rows, on("2026-11-23"), &Answers::default());
    assert_eq!(report.verdicts.len(), 1000);
    assert_eq!(report.omitted, 200);
    assert!(report.verdicts.windows(2).all(|pair| pair[0].severity >= pair[1].severity));
}

/// Builds that are judged once for many servers come to what each comes to alone.
#[test]
fn a_long_list_says_of_each_what_it_says_of_one() {
    let rows: Vec<(String, String)> = (0..900)
        .map(|row| {
            // Other ways to write one build are in it, short versions, and more builds than are remembered.
            let version = match row % 6 {
                0 => "2.5.79.0".to_owned(),
                1 => "2.05.79.0".to_owned(),
                2 => "2.5".to_owned(),
                3 => "1.1.281.0".to_owned(),
                4 => format!("2.{}.{row}.0", row % 7),
                _ => format!("{}.5.79.0", row % 40),
            };
            (format!("SYNC{row:04}"), version)
        })
        .collect();
    let table_of = |rows: &[(String, String)]| {
        let lines = rows.iter().map(|(server, version)| format!("{server},{version},no\n"));
        format!("Server,Entra Connect version,Staging\n{}", lines.collect::<String>())
    };
    let together = verdicts(&table_of(&rows), on("2026-11-23"));
    assert!(together.len() > 700);
    for one in &together {
        let row = rows.iter().find(|(server, _)| Some(server.as_str()) == one.server.as_deref()).unwrap();
        let mut alone = verdicts(&table_of(std::slice::from_ref(row)), on("2026-11-23")).remove(0);
        alone.matched.clone_from(&one.matched);
        alone.passed_over.clone_from(&one.passed_over);
        assert_eq!(one, &alone);
    }
}

#[test]
fn a_text_over_the_limit_is_refused_in_a_sentence() {
    let text = " ".repeat(8 * 1024 * 1024) + "2.5.79.0";
    let report = check(table(), &text, on("2026-11-23"), &Answers::default());
    assert_eq!(report.verdicts.len(), 1);
    assert_eq!(report.verdicts[0].status, Status::Unreadable);
    assert_eq!(
        report.verdicts[0].reason.to_string(),
        "The text is longer than 8 MiB. Paste only the part that holds the version."
    );
}

#[test]
fn the_oracle_agrees_with_every_case_on_any_day() {
    let mut objections = String::new();
    for pastes::Paste { name, text, .. } in pastes::all() {
        for day in ["2010-01-01", "2019-06-01", "2023-03-16", "2025-12-24", "2026-10-10", "2026-11-23", "2031-01-01"] {
            let report = check(table(), &text, on(day), &Answers::default());
            for fault in oracle::faults(table(), &text, on(day), &report) {
                writeln!(objections, "{name} on {day}: {fault}").unwrap();
            }
        }
    }
    assert!(objections.is_empty(), "{objections}");
}
