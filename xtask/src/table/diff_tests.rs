//! Differences of hand-made pairs, word for word.

use std::path::Path;

use serde_json::json;

use super::*;

/// The table of this repository, and the same with changes.
fn pair(change: impl FnOnce(&mut Value)) -> Changes {
    let old = Document::of(crate::first::project()).expect("data/ holds together");
    let mut value = old.value.clone();
    change(&mut value);
    let new = Document::new(value, Path::new("new")).expect("still a table");
    changes(&old, &new, "2026-11-23".parse().expect("a day"))
}

fn at(value: &mut Value, version: &str) -> usize {
    let rows = value["releases"].as_array().expect("a list");
    rows.iter().position(|row| row["version"] == version).expect("it is there")
}

#[test]
fn the_same_table_has_no_difference() {
    assert_eq!(pair(|_| {}).to_string(), "no difference\n");
}

#[test]
fn a_moved_end_is_told() {
    let moved = pair(|value| {
        let index = at(value, "2.6.84.0");
        value["releases"][index]["supportEnds"] = json!("2027-09-01");
    });
    assert_eq!(moved.to_string(), "Facts:\n- 2.6.84.0: support now ends 2027-09-01, was 2027-09-16\n");
}

#[test]
fn an_end_that_is_published_now_or_no_longer_is_told() {
    let published = pair(|value| {
        let index = at(value, "2.6.91.0");
        value["releases"][index]["supportEnds"] = json!("2027-09-23");
    });
    assert_eq!(published.facts, ["2.6.91.0: the end of support, 2027-09-23, is now published, was derived"]);
    let gone = pair(|value| {
        let index = at(value, "2.3.2.0");
        value["releases"][index]["supportEnds"] = Value::Null;
    });
    assert_eq!(gone.facts, ["2.3.2.0: support now ends 2025-02-21 by the 12-month rule, was 2025-04-30"]);
}

#[test]
fn a_withdrawn_build_is_told_with_what_follows() {
    let withdrawn = pair(|value| {
        let index = at(value, "2.6.92.0");
        value["releases"][index]["channel"] = json!("withdrawn");
    });
    let wanted = [
        "the newest build is now 2.6.91.0, was 2.6.92.0",
        "2.6.91.0: no end of support is known now, was 2027-09-23",
        "2.6.91.0: the next build is now none, was 2.6.92.0",
        "2.6.92.0: channel now withdrawn, was download",
    ];
    assert_eq!(withdrawn.facts, wanted);
    let wanted = [
        "2.6.91.0 on 2026-11-23: current, ok; was supported, ok",
        "2.6.92.0 on 2026-11-23: withdrawn, act; was current, ok",
    ];
    assert_eq!(withdrawn.verdicts, wanted);
}

#[test]
fn new_and_gone_records_of_every_part() {
    let changed = pair(|value| {
        value["asOf"] = json!("2026-10-07");
        let index = at(value, "2.4.27.0");
        value["releases"].as_array_mut().expect("a list").remove(index);
        let mut agent = value["releases"].as_array().and_then(|rows| rows.last()).expect("a row").clone();
        agent["version"] = json!("1.5.9999.0");
        value["releases"].as_array_mut().expect("a list").push(agent);
        let mut cutoff = value["cutoffs"][6].clone();
        cutoff["id"] = json!("sync-2028");
        cutoff["date"] = json!("2028-01-01");
        value["cutoffs"].as_array_mut().expect("a list").push(cutoff);
        value["cutoffs"][5]["minimum"] = json!("4.5.2487.0");
        value["advisories"].as_array_mut().expect("a list").remove(2);
        value["families"][3]["rolling"]["months"] = json!(12);
        value["families"][3]["note"] = json!("Another note");
        value["products"][0]["aliases"] = json!(["Entra Connect"]);
        value["sources"][0]["dated"] = json!("2026-09-17");
    });
    let facts = changed.facts.join("\n");
    for wanted in [
        "facts as of 2026-10-07, were as of 2026-10-06",
        "2.4.27.0 is gone from the table",
        "new build agent-updater 1.5.9999.0, with no known date, channel unknown",
        "new cut-off sync-2028: from 2028-01-01 on builds below 2.6.84.0",
        "cut-off health-2026-09-30: minimum now 4.5.2487.0, was 4.5.2466.0",
        "advisory CVE-2019-1000 is gone from the table",
    ] {
        assert!(facts.contains(wanted), "{wanted} is missing from\n{facts}");
    }
    let wanted =
        ["line v2: note reworded", "sources: version-history-2026-09-16 changed", "products: entra-connect changed"];
    assert_eq!(changed.words, wanted);
}

#[test]
fn security_sources_and_days_are_told() {
    let changed = pair(|value| {
        let index = at(value, "2.6.84.0");
        let row = &mut value["releases"][index];
        row["security"] = Value::Null;
        row["released"] = json!("2026-07-08");
        row["sources"].as_array_mut().expect("a list").retain(|source| source != "prerequisites-2026-09-29");
        row["notable"] = json!([]);
    });
    let wanted = [
        "2.6.3.0: the end of support",
        "2.6.84.0: released now 2026-07-08, was 2026-07-07",
        "2.6.84.0: no longer labelled a security release",
    ];
    assert_eq!(changed.facts, wanted[1..]);
    let wanted = ["2.6.84.0: notable reworded", "2.6.84.0: sources − prerequisites-2026-09-29"];
    assert_eq!(changed.words, wanted);
}
