//! The module in Node, without a page: the same reports as the library's own, from WebAssembly and from
//! what takes its place where that is refused.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Texts, days and answers of many kinds.
const CASES: &str = include_str!("cases.json");

const SCRIPT: &str = "
import { check, table, EntraConnectCheckerElement } from 'ROOT/entra-connect-checker.js';
BEFORE
let text = '';
// A letter may fall into two parts of the input.
process.stdin.setEncoding('utf8');
for await (const part of process.stdin) text += part;
const reports = [];
for (const { text: pasted, on, answers } of JSON.parse(text)) reports.push(await check(pasted, { on, answers }));
const { latest } = await table();
console.log(JSON.stringify({ reports, latest, kind: typeof EntraConnectCheckerElement, elements: typeof customElements }));
";

/// Those, and every paste that the library is tested with.
fn cases() -> Vec<Value> {
    let mut cases: Vec<Value> = serde_json::from_str(CASES).expect("the cases are JSON");
    for entry in std::fs::read_dir("../cases").expect("the folder of the cases") {
        let file = entry.expect("a file").path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&file).expect("it can be read");
            let whole: Value = toml::from_str(&text).expect("it is TOML");
            let all = whole["case"].as_array().into_iter().flatten();
            cases.extend(all.map(|case| {
                let answers = if case["answers"].is_object() { case["answers"].clone() } else { json!({}) };
                json!({ "text": case["text"], "on": case["on"], "answers": answers })
            }));
        }
    }
    cases.push(json!({ "text": inventory(), "on": "2026-11-23", "answers": {} }));
    assert!(cases.len() > 1000, "only {} cases", cases.len());
    cases
}

/// More servers than a report holds, many of them with the same build.
fn inventory() -> String {
    const BUILDS: [&str; 5] = ["2.6.92.0", "2.5.79.0", "2.5", "1.6.16.0", "2.9.1.0"];
    let rows = (0..1200).zip(BUILDS.into_iter().cycle());
    let rows =
        rows.map(|(server, build)| format!("SYNC{server:04},{build},{}\n", if server % 7 == 0 { "yes" } else { "no" }));
    format!("Server,Entra Connect version,Staging\n{}", rows.collect::<String>())
}

/// What Node prints for all cases; `before` runs before the checker is loaded.
fn in_node(before: &str, cases: &[Value]) -> Value {
    let folder = page_tests::place().with_file_name("embed");
    let folder = folder.canonicalize().expect("`cargo xtask dist` makes it");
    let address = url::Url::from_file_path(&folder).expect("it is a path");
    let script = SCRIPT.replace("ROOT", address.as_str()).replace("BEFORE", before);
    let mut node = Command::new("node")
        .args(["--input-type=module", "--eval", &script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node is there: `cargo xtask setup` sees to it");
    let text = json!(cases).to_string();
    node.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("it reads");
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{:?}", output.status);
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

#[test]
fn node_reports_what_the_library_reports() {
    let cases = cases();
    let found = in_node("", &cases);
    assert_eq!((&found["kind"], &found["elements"]), (&json!("function"), &json!("undefined")));
    let table = entra_connect_checker::Table::embedded().expect("it is whole");
    let reports = found["reports"].as_array().expect("a list");
    for (case, report) in cases.iter().zip(reports) {
        let answers = case["answers"].as_object().into_iter().flatten();
        let answers = answers.map(|(id, value)| (id.clone(), value.as_str().unwrap_or_default().to_owned())).collect();
        let on = case["on"].as_str().expect("a day").parse().expect("a day");
        let own = entra_connect_checker::check(table, case["text"].as_str().expect("a text"), on, &answers);
        assert_eq!(&serde_json::to_value(&own).expect("it is JSON"), report, "{case}");
    }
    assert_eq!(found["latest"], json!(table.newest().map(|newest| newest.version.clone())));
    let plain = in_node("delete globalThis.WebAssembly;", &cases);
    let plain = plain["reports"].as_array().expect("a list");
    assert_eq!((reports.len(), plain.len()), (cases.len(), cases.len()));
    for ((case, report), plain) in cases.iter().zip(reports).zip(plain) {
        assert!(report == plain, "as JavaScript it reports something else: {case}");
    }
}
