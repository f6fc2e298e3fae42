//! The module in Node, without a page: the same reports as the library's own.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Texts, days and answers of many kinds.
const CASES: &str = include_str!("cases.json");

const SCRIPT: &str = "
import { check, table, EntraConnectCheckerElement } from 'ROOT/entra-connect-checker.js';
let text = '';
for await (const part of process.stdin) text += part;
const reports = [];
for (const { text: pasted, on, answers } of JSON.parse(text)) reports.push(await check(pasted, { on, answers }));
const { latest } = await table();
console.log(JSON.stringify({ reports, latest, kind: typeof EntraConnectCheckerElement, elements: typeof customElements }));
";

#[test]
fn node_reports_what_the_library_reports() {
    let folder = page_tests::place().with_file_name("embed");
    let folder = folder.canonicalize().expect("`cargo xtask dist` makes it");
    let address = url::Url::from_file_path(&folder).expect("it is a path");
    let script = SCRIPT.replace("ROOT", address.as_str());
    let mut node = Command::new("node")
        .args(["--input-type=module", "--eval", &script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node is there: `cargo xtask setup` sees to it");
    node.stdin.take().expect("it is piped").write_all(CASES.as_bytes()).expect("it reads");
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{:?}", output.status);
    let found: Value = serde_json::from_slice(&output.stdout).expect("it prints JSON");
    assert_eq!((&found["kind"], &found["elements"]), (&json!("function"), &json!("undefined")));
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("the cases are JSON");
    let table = entra_connect_checker::Table::embedded().expect("it is whole");
    for (case, report) in cases.iter().zip(found["reports"].as_array().expect("a list")) {
        let answers = case["answers"].as_object().into_iter().flatten();
        let answers = answers.map(|(id, value)| (id.clone(), value.as_str().unwrap_or_default().to_owned())).collect();
        let on = case["on"].as_str().expect("a day").parse().expect("a day");
        let own = entra_connect_checker::check(table, case["text"].as_str().expect("a text"), on, &answers);
        assert_eq!(&serde_json::to_value(&own).expect("it is JSON"), report, "{case}");
    }
    assert_eq!(found["latest"], json!(table.newest().map(|newest| newest.version.clone())));
}
