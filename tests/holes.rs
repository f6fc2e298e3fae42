//! The holes of a build, the gravest first, in a table made for it: the real
//! one has too few of them for one build.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod first_table;

use entra_connect_checker::table::Node;
use entra_connect_checker::{Answers, Table, check};
use serde_json::{Value, json};

/// The first table with these holes of Connect below 2.6.84.0: identifier,
/// word, score, day.
fn table(holes: &[(&str, &str, Value, &str)]) -> Table {
    let mut document = first_table::document();
    let model = document["advisories"][0].clone();
    let made = holes.iter().map(|(id, word, score, day)| {
        let mut hole = model.clone();
        hole["id"] = json!(id);
        hole["severity"] = json!(word);
        hole["cvss"] = score.clone();
        hole["published"] = json!(day);
        hole
    });
    document["advisories"] = made.collect();
    let node: Node = serde_json::from_value(document).unwrap();
    Table::read(&node).unwrap()
}

#[test]
fn the_word_comes_first_then_the_score_then_the_day() {
    let table = table(&[
        ("lesser", "moderate", json!(5.3), "2026-08-20"),
        ("lower score", "important", json!(7.1), "2026-08-19"),
        ("older", "important", json!(7.8), "2026-08-01"),
        ("newer", "important", json!(7.8), "2026-08-02"),
        ("no score", "critical", Value::Null, "2026-07-30"),
    ]);
    let report = check(&table, "2.6.3.0", "2026-11-23".parse().unwrap(), &Answers::default());
    let order: Vec<&str> = report.verdicts[0].advisories.iter().map(|hole| hole.id.as_str()).collect();
    assert_eq!(order, ["no score", "newer", "older", "lower score", "lesser"]);
}
