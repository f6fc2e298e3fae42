//! Whole verdicts as data: every case of `tests/cases/*.toml`.
//!
//! A case says what must hold; what it does not mention may be anything. See
//! `tests/cases/README.md` for the form.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects
)]

mod first_table;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use entra_connect_checker::{Answers, Table, check};
use serde_json::Value;

/// Cases that the files must hold at least, so that none gets lost unseen.
const AT_LEAST: usize = 1200;

#[test]
fn every_case_comes_out_as_written() {
    let table = first_table::table();
    let mut failures = String::new();
    let (mut cases, mut failed) = (0, 0);
    let mut files: Vec<_> = fs::read_dir("tests/cases")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let file: Value = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in file["case"].as_array().unwrap_or_else(|| panic!("{}: no [[case]]", path.display())) {
            cases += 1;
            let problems = problems(table, case);
            if !problems.is_empty() {
                failed += 1;
                let name = case["name"].as_str().unwrap_or("(no name)");
                writeln!(failures, "\n{}: {name}", file_name(&path)).unwrap();
                for problem in problems {
                    writeln!(failures, "    {problem}").unwrap();
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failed} of {cases} cases fail:\n{failures}");
    assert!(cases >= AT_LEAST, "only {cases} cases were found, at least {AT_LEAST} are expected");
    println!("{cases} cases");
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// What is wrong with one case.
fn problems(table: &Table, case: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let text = case["text"].as_str().expect("every case has a text");
    let on = case["on"].as_str().expect("every case has a date").parse().expect("a date");
    let answers: Answers = case["answers"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(id, value)| (id.clone(), value.as_str().expect("an answer is a text").to_owned()))
        .collect();
    let report = serde_json::to_value(check(table, text, on, &answers)).unwrap();
    let verdicts = report["verdicts"].as_array().unwrap();
    let expected = case["verdict"].as_array().map(Vec::as_slice).unwrap_or_default();
    if verdicts.len() != expected.len() {
        let seen: Vec<_> = verdicts
            .iter()
            .map(|v| format!("{} {} {} {}", v["product"], v["version"], v["status"], v["severity"]))
            .collect();
        problems.push(format!("{} verdicts expected, {} found: {}", expected.len(), verdicts.len(), seen.join(" | ")));
    }
    if let Some(omitted) = case.get("omitted")
        && *omitted != report["omitted"]
    {
        problems.push(format!("omitted: {omitted} expected, {} found", report["omitted"]));
    }
    for (index, (wanted, found)) in expected.iter().zip(verdicts).enumerate() {
        compare(&format!("verdict {}", index + 1), wanted, found, text, &mut problems);
    }
    for build in case["never"].as_array().into_iter().flatten() {
        let shown = verdicts.iter().any(|verdict| {
            verdict["version"] == *build
                || verdict["candidates"].as_array().unwrap().iter().any(|candidate| candidate["version"] == *build)
        });
        if shown {
            problems.push(format!("{build} must not appear"));
        }
    }
    problems
}

/// Compares what is wanted with what was found: objects by the keys given,
/// lists element by element.
fn compare(place: &str, wanted: &Value, found: &Value, text: &str, problems: &mut Vec<String>) {
    match (wanted, found) {
        (Value::Object(fields), Value::Object(_)) => {
            for (key, value) in fields {
                match key.as_str() {
                    "none" => {
                        for field in value.as_array().into_iter().flatten().filter_map(Value::as_str) {
                            let at = path(found, field);
                            if at != Some(&Value::Null) {
                                problems.push(format!("{place}.{field}: null expected, {at:?} found"));
                            }
                        }
                    }
                    "match_text" => {
                        let units: Vec<u16> = text.encode_utf16().collect();
                        let bound =
                            |name: &str| usize::try_from(found["match"][name].as_u64().unwrap_or(u64::MAX)).ok();
                        let cut = bound("start").zip(bound("end")).and_then(|(start, end)| units.get(start..end));
                        let cut = cut.map(String::from_utf16_lossy);
                        if cut.as_deref() != value.as_str() {
                            problems.push(format!("{place}: match cuts out {cut:?}, {value} expected"));
                        }
                    }
                    _ => match found.get(key) {
                        Some(inner) => compare(&format!("{place}.{key}"), value, inner, text, problems),
                        None => problems.push(format!("{place} has no {key}")),
                    },
                }
            }
        }
        (Value::Array(wanted), Value::Array(found)) => {
            if wanted.len() == found.len() {
                for (index, (wanted, found)) in wanted.iter().zip(found).enumerate() {
                    compare(&format!("{place}[{index}]"), wanted, found, text, problems);
                }
            } else {
                problems.push(format!(
                    "{place}: {} elements expected, {} found: {}",
                    wanted.len(),
                    found.len(),
                    Value::from(found.clone())
                ));
            }
        }
        _ if wanted == found || (wanted.is_number() && wanted.as_f64() == found.as_f64()) => {}
        _ => problems.push(format!("{place}: {wanted} expected, {found} found")),
    }
}

fn path<'a>(value: &'a Value, dotted: &str) -> Option<&'a Value> {
    dotted.split('.').try_fold(value, |value, key| value.get(key))
}
