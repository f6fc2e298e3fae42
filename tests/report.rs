//! Whole reports as JSON, and the command line around them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod first_table;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use entra_connect_checker::{Answers, check};
use serde_json::Value;

fn report(text: &str) -> Value {
    let on = "2026-11-23".parse().unwrap();
    serde_json::to_value(check(first_table::table(), text, on, &Answers::default())).unwrap()
}

#[test]
fn a_stopped_build_as_json() {
    insta::assert_json_snapshot!(report("SYNC01: 2.4.21.0"));
}

#[test]
fn a_short_version_as_json() {
    insta::assert_json_snapshot!(report("Entra Connect 2.6"));
}

#[test]
fn an_agent_as_json() {
    insta::assert_json_snapshot!(report("Microsoft Entra Connect Health Agent 3.2.2188.23, OS 10.0.17763.0"));
}

/// Runs `examples/check.rs`, which cargo has built beside this test.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = std::env::current_exe().unwrap();
    program.pop();
    program.pop();
    let program = program.join("examples").join("check");
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo builds examples before it runs tests");
    // It may have stopped before it read anything.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn json(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_text_gives_a_report_and_exit_0() {
    let on = ["--on", "2026-11-23"];
    assert_eq!(json(&run(&on, b"2.5.79.0"))["verdicts"][0]["version"], "2.5.79.0");
    assert_eq!(json(&run(&on, b""))["verdicts"], Value::Array(Vec::new()));
    assert_eq!(json(&run(&on, b"\xff\xfe\xfd rubbish"))["verdicts"].as_array().unwrap().len(), 1);
    assert_eq!(json(&run(&on, b"caf\xe9 2.5.79.0"))["verdicts"][0]["version"], "2.5.79.0");
    let utf16: Vec<u8> = "\u{feff}Entra Connect 2.5.79.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(json(&run(&on, &utf16))["verdicts"][0]["version"], "2.5.79.0");
    let answers = json(&run(&["--answers", r#"{"shoe-size": "44"}"#], b"2.5.79.0"));
    assert_eq!(answers["ignoredAnswers"][0], "shoe-size");
}

#[test]
fn bad_arguments_give_exit_2_and_say_why() {
    for (arguments, says) in [
        (&["--on", "30.9.2026"][..], "check: \"30.9.2026\" is not a date; write it as 2026-09-30\n"),
        (&["--on", "2101-01-01"], "check: the year 2101 is out of range; dates run from 2010 to 2100\n"),
        (&["--off"], "check: invalid option '--off'\n"),
        (&["--table", "tests/nowhere.json"], "check: tests/nowhere.json: "),
        (
            &["--table", "data/table.json"],
            "check: data/table.json: the table is refused\n  table: lacks the field \"sources\"\n  table: lacks the field ",
        ),
        (&["--answers", "[]"], "check: --answers: "),
    ] {
        let output = run(arguments, b"2.5.79.0");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.starts_with(says), "{arguments:?}: {told}");
    }
}
