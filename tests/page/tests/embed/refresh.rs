//! Newer facts: one request, and whatever goes wrong, the element's own stay.

use serde_json::{Value, json};

use crate::{Outcome, open, run};

/// Puts an element there that names facts, and waits for its verdict and `more`.
fn with_facts(url: &str, integrity: &str, more: &str) -> String {
    format!(
        "const it = document.createElement('entra-connect-checker'); it.id = 'it'; it.version = '2.5.79.0'; it.on = '2026-11-23';
         it.tableUrl = '{url}'; it.tableIntegrity = '{integrity}'; document.body.append(it);
         await verdict('it', 'retired');
         {more}"
    )
}

const REFUSED: &str =
    "const [, , detail] = await until('an error', () => heard.find(([type]) => type === 'checker-error'));
    const notice = await until('a notice', () => it.shadowRoot.querySelector('[part~=notice]')?.textContent);
    return { code: detail.code, same: notice === detail.message, notice, shown: shown('it') };";

#[tokio::test]
async fn facts_are_fetched_once_without_a_trace() -> Outcome {
    let (hosts, page) = open("table").await?;
    let integrity = integrity();
    let asked = "await until('the second', async () => { const two = document.createElement('entra-connect-checker'); two.version = '2.5.79.0'; two.tableUrl = it.tableUrl; two.tableIntegrity = it.tableIntegrity; document.body.append(two); await two.ready; return true; });
        await new Promise((go) => setTimeout(go, 300));
        return { errors: heard.filter(([type]) => type === 'checker-error'), notice: it.shadowRoot.querySelector('[part~=notice]'), asOf: it.report.table.asOf };";
    let found: Value = run(&page, &with_facts("/data/connect.json", &integrity, asked)).await?;
    assert_eq!(found["errors"], json!([]));
    assert_eq!(found["notice"], Value::Null);
    let requests: Vec<_> = hosts.asked().into_iter().filter(|request| request.path == "/data/connect.json").collect();
    assert_eq!(requests.len(), 1, "one request for all elements");
    assert_eq!(requests[0].header("cookie"), None, "without credentials");
    assert_eq!(requests[0].header("referer"), None, "without a referrer");
    page.close().await
}

/// A hash, but of something else.
const WRONG: &str = "sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[tokio::test]
async fn what_is_no_better_table_is_refused_and_told() -> Outcome {
    let cases = [
        ("/nothing.json", "", "table-missing", "404"),
        ("/hosts/table.html", "", "table-wrong", "expected value"),
        ("/embed/element.js", "", "table-wrong", "expected"),
        ("/older.json", "", "table-wrong", "2026-01-01"),
        ("/huge.json", "", "table-too-large", "4 MiB"),
        ("/moved.json", "", "table-missing", ""),
        ("/data/connect.json", WRONG, "table-missing", ""),
        ("/data/connect.json", "nonsense", "bad-value", "must be sha256-"),
        ("/data/connect.json", "sha384-AAAA", "bad-value", "must be sha256-"),
        ("http://localhost:9/connect.json", "", "table-url", "neither https nor of this origin"),
        ("data:application/json,{}", "", "table-url", ""),
    ];
    let (hosts, page) = open("table").await?;
    for (url, integrity, code, says) in cases {
        page.client().goto(&hosts.at("hosts/table.html")).await?;
        let found: Value = run(&page, &with_facts(url, integrity, REFUSED)).await?;
        assert_eq!(found["code"], code, "{url}: {found}");
        assert_eq!(found["same"], true, "{url}: {found}");
        let notice = found["notice"].as_str().unwrap_or_default();
        assert!(notice.contains(says) && notice.contains("are used"), "{url}: {notice}");
        assert_eq!(found["shown"], json!(["2.5.79.0 retired act"]), "{url}");
    }
    page.close().await
}

#[tokio::test]
async fn a_slow_server_is_not_waited_for() -> Outcome {
    let (_hosts, page) = open("table").await?;
    let found: Value = run(&page, &with_facts("/slow.json", "", REFUSED)).await?;
    assert_eq!(found["code"], "table-missing");
    page.close().await
}

/// The hash that is published beside the facts.
fn integrity() -> String {
    let path = page_tests::place().with_file_name("integrity.json");
    let hashes = std::fs::read_to_string(path).expect("`cargo xtask dist` makes it");
    let hashes: Value = serde_json::from_str(&hashes).expect("it is JSON");
    hashes["data/connect.json"].as_str().unwrap_or_default().to_owned()
}
