//! What is taken along: words, files, a link.

use page_tests::{ON, Page};

use crate::Outcome;

/// Opens a verdict and lets downloads and the clipboard be read by the test.
async fn open() -> Result<Page, page_tests::Error> {
    let page = Page::open(&format!("{ON}&v=2.5.190.0")).await?;
    page.verdict("supported").await?;
    let watch = "window.files = []; const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then((text) => files.push({ type: blob.type, text })); return make(blob); };
        HTMLAnchorElement.prototype.click = function () { files.push({ name: this.download }); };";
    page.script::<serde_json::Value>(watch, vec![]).await?;
    Ok(page)
}

async fn take(page: &Page, words: &str) -> Outcome {
    let find = "[...document.querySelectorAll('.take button')].find((one) => one.innerText === arguments[0]).click()";
    page.script::<serde_json::Value>(find, vec![words.into()]).await?;
    page.drawn().await
}

/// Waits for a file, gives its name, kind and text.
async fn file(page: &Page) -> Result<(String, String, String), page_tests::Error> {
    for _ in 0..200 {
        let all: Vec<serde_json::Value> = page.script("return files", vec![]).await?;
        let field = |name: &str| all.iter().find_map(|one| one.get(name)?.as_str().map(str::to_owned));
        if let (Some(name), Some(kind), Some(text)) = (field("name"), field("type"), field("text")) {
            page.script::<serde_json::Value>("files.length = 0", vec![]).await?;
            return Ok((name, kind, text));
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    Err(page_tests::Error::Waited("a file".into()))
}

#[tokio::test]
async fn files_hold_what_is_seen() -> Outcome {
    let page = open().await?;
    take(&page, "Dates for the calendar").await?;
    let (name, kind, text) = file(&page).await?;
    assert_eq!((name.as_str(), kind.as_str()), ("entra-connect.ics", "text/calendar"));
    let mut days: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).collect();
    days.sort_unstable();
    assert_eq!(days, ["20270202", "20270407"], "{text}");
    for alarm in ["TRIGGER:-P90D", "TRIGGER:-P30D", "TRIGGER:-P7D"] {
        assert_eq!(text.matches(alarm).count(), 2, "{alarm}");
    }
    take(&page, "CSV file").await?;
    let (name, _, text) = file(&page).await?;
    assert_eq!(name, "entra-connect.csv");
    assert!(text.lines().nth(1).is_some_and(|row| row.contains(",2.5.190.0,supported,act,2027-02-02,")), "{text}");
    take(&page, "JSON file").await?;
    let (_, _, text) = file(&page).await?;
    let report: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(report["verdicts"][0]["version"], "2.5.190.0");
    assert_eq!(report["verdicts"][0]["on"], "2026-11-23");
    page.close().await
}

#[tokio::test]
async fn a_browser_that_refuses_the_clipboard_shows_the_words() -> Outcome {
    let page = open().await?;
    let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";
    page.script::<serde_json::Value>(refuse, vec![]).await?;
    take(&page, "Copy for a ticket").await?;
    let area = page.element(".take textarea").await?;
    let shown = area.prop("value").await?.unwrap_or_default();
    assert!(shown.starts_with("2.5.190.0: Act now\n"), "{shown}");
    let said: String = page.script("return document.querySelector('.take [role=status]').innerText", vec![]).await?;
    assert!(said.contains("the browser refused"), "{said}");
    page.close().await
}

#[tokio::test]
async fn words_for_a_ticket_reach_the_clipboard() -> Outcome {
    let page = open().await?;
    let keep = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }";
    page.script::<serde_json::Value>(keep, vec![]).await?;
    take(&page, "Copy as Markdown").await?;
    page.element(".take [role=status]:not(:empty)").await?;
    let copied: String = page.script("return copied", vec![]).await?;
    assert!(copied.starts_with("## 2.5.190.0: Act now\n") && copied.contains("[CVE-2026-65673](https://"), "{copied}");
    page.close().await
}

#[tokio::test]
async fn a_link_says_the_day_and_lands_in_the_address() -> Outcome {
    let page = open().await?;
    page.go("v=2.5.190.0").await?;
    let keep = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }";
    page.script::<serde_json::Value>(keep, vec![]).await?;
    take(&page, "Copy a link to this").await?;
    page.element(".take [role=status]:not(:empty)").await?;
    let [copied, address, said]: [String; 3] = page
        .script("return [copied, location.href, document.querySelector('.take [role=status]').innerText]", vec![])
        .await?;
    assert_eq!(copied, address);
    let (_, fragment) = copied.split_once('#').unwrap_or_default();
    assert!(fragment.starts_with("v=2.5.190.0&on=20"), "{copied}");
    assert_eq!(said, "Copy a link to this: done.");
    let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";
    page.script::<serde_json::Value>(refuse, vec![]).await?;
    take(&page, "Copy a link to this").await?;
    let shown = page.element(".take textarea").await?.prop("value").await?;
    assert_eq!(shown, Some(copied), "the address, to be copied by hand");
    page.close().await
}
