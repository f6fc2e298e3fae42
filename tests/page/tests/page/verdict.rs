//! Paste, and read the answer.

use fantoccini::key::Key;
use page_tests::{ON, Page, axe};

use crate::Outcome;

#[tokio::test]
async fn a_bare_number_is_judged() -> Outcome {
    let page = Page::open(ON).await?;
    page.paste("2.4.21.0").await?;
    let verdict = page.verdict("retired").await?;
    assert_eq!(verdict.severity.as_deref(), Some("stopped"));
    assert_eq!(verdict.version.as_deref(), Some("2.4.21.0"));
    assert!(verdict.text.contains("2.4.21.0"), "{}", verdict.text);
    page.close().await
}

#[tokio::test]
async fn the_listing_of_the_engine_is_judged() -> Outcome {
    let page = Page::open(ON).await?;
    let listing = "PS C:\\> (Get-Item 'C:\\Program Files\\Microsoft Azure AD Sync\\Bin\\miiserver.exe').VersionInfo\n\n\
        ProductVersion   FileVersion      FileName\n\
        --------------   -----------      --------\n\
        2.4.21.0         2.4.21.0         C:\\Program Files\\Microsoft Azure AD Sync\\Bin\\miiserver.exe\n";
    page.paste(listing).await?;
    let verdict = page.verdict("retired").await?;
    assert_eq!(verdict.version.as_deref(), Some("2.4.21.0"));
    assert_eq!(page.verdicts().await?.len(), 1, "one installation, one verdict");
    assert_eq!(page.text().await?, listing, "what was pasted stays");
    page.close().await
}

#[tokio::test]
async fn typing_is_judged_without_a_button() -> Outcome {
    let page = Page::open(ON).await?;
    page.keys("2.4.21.0").await?;
    // On the way there is a verdict on every shorter number.
    let whole =
        |shown: &[page_tests::Shown]| shown.first().is_some_and(|one| one.version.as_deref() == Some("2.4.21.0"));
    let verdicts = page.verdicts_when("a verdict on the whole number", whole).await?;
    assert_eq!(verdicts.first().and_then(|one| one.status.as_deref()), Some("retired"));
    page.close().await
}

#[tokio::test]
async fn the_verdict_is_announced_once_when_typing_rests() -> Outcome {
    let page = Page::open(ON).await?;
    let watch = "window.said = []; new MutationObserver(() => said.push(document.querySelector('main > [role=status]').textContent))
        .observe(document.querySelector('main > [role=status]'), { childList: true, characterData: true, subtree: true })";
    page.script::<serde_json::Value>(watch, vec![]).await?;
    page.keys("2.4.21.0").await?;
    page.verdict("retired").await?;
    let mut said: Vec<String> = Vec::new();
    for _ in 0..200 {
        said = page.script("return said.filter(Boolean)", vec![]).await?;
        if said.iter().any(|words| words.starts_with("2.4.21.0: Announced to be cut off. ")) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(
        said.last().map(|words| words.starts_with("2.4.21.0: Announced to be cut off. ")),
        Some(true),
        "{said:?}"
    );
    // Eight keys, and not a sentence for each.
    assert!(said.len() < 4, "{said:?}");
    page.close().await
}

#[tokio::test]
async fn every_example_fills_the_box_and_is_judged() -> Outcome {
    let page = Page::open(ON).await?;
    let examples = page.elements("button.example").await?.len();
    assert!(examples > 0, "there are examples to try");
    for index in 0..examples {
        page.go(ON).await?;
        page.elements("button.example").await?.swap_remove(index).click().await?;
        page.verdicts_when("a verdict on the example", |shown| !shown.is_empty()).await?;
        assert!(!page.text().await?.trim().is_empty(), "example {index} fills the box");
    }
    page.close().await
}

#[tokio::test]
async fn a_link_carries_build_and_day() -> Outcome {
    let page = Page::open("v=2.5.79.0&on=2026-10-23").await?;
    let verdict = page.verdict("supported").await?;
    assert_eq!(verdict.version.as_deref(), Some("2.5.79.0"), "its last supported day");
    page.go("v=2.5.79.0&on=2026-10-24").await?;
    page.verdict("retired").await?;
    page.close().await
}

#[tokio::test]
async fn blank_text_has_no_verdict() -> Outcome {
    let page = Page::open(ON).await?;
    page.paste("2.4.21.0").await?;
    page.verdict("retired").await?;
    page.paste(" \n ").await?;
    page.verdicts_when("no verdict", <[_]>::is_empty).await?;
    page.close().await
}

#[tokio::test]
async fn old_facts_are_told_by_the_day_judged_for() -> Outcome {
    // Eleven months after the facts: long after them, whatever today is.
    let (newest, as_of) = facts();
    let number = |range: std::ops::Range<usize>| as_of[range].parse::<u16>().expect("a date");
    let (year, month) = (number(0..4), number(5..7));
    let on = if month == 1 { format!("{year}-12-01") } else { format!("{}-{:02}-01", year + 1, month - 1) };
    let page = Page::open(&format!("v={newest}&on={on}")).await?;
    let verdict = page.verdict("current").await?;
    assert_eq!(verdict.severity.as_deref(), Some("ok"));
    assert!(verdict.text.contains("days old, so this may be overtaken"), "{}", verdict.text);
    page.element(".notice.stale a[href*='reference-connect-version-history']").await?;
    page.go(&format!("v=2.5.79.0&on={on}")).await?;
    let grave = page.verdict("retired").await?;
    assert!(!grave.text.contains("overtaken"), "a grave verdict stands: {}", grave.text);
    page.close().await
}

/// The newest build and the day of the facts, as they are published beside the page.
fn facts() -> (String, String) {
    let path = page_tests::place().with_file_name("data").join("endoflife.json");
    let product = std::fs::read_to_string(path).expect("`cargo xtask dist` makes it");
    let product: serde_json::Value = serde_json::from_str(&product).expect("it is JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let day = text(&product["last_modified"]).chars().take(10).collect();
    (text(&product["result"]["releases"][0]["name"]), day)
}

#[tokio::test]
async fn rows_that_rest_on_little_are_listed() -> Outcome {
    let page = Page::open(ON).await?;
    let about = page.element("footer details").await?;
    about.click().await?;
    let text = about.text().await?;
    assert!(text.contains("DirSync 1.0.7020.0: "), "{text}");
    assert!(text.contains("Facts as of "), "{text}");
    page.close().await
}

#[tokio::test]
async fn what_was_taken_and_what_was_not_is_marked_in_the_text() -> Outcome {
    let page = Page::open(ON).await?;
    page.paste("Server 2022 (10.0.20348)\nEntra Connect 2.4.21.0, minimum is 2.5.79.0\n").await?;
    page.verdict("retired").await?;
    // By the keyboard, as any folded part.
    let focus = "const all = [...document.querySelectorAll('summary')]; \
        all.find(one => one.parentNode.querySelector('.excerpt')).focus();";
    page.script::<serde_json::Value>(focus, Vec::new()).await?;
    page.press(Key::Enter).await?;
    let marks =
        "return [...document.querySelectorAll('details[open] .excerpt mark')].map(m => [m.className, m.innerText]);";
    let marks: Vec<(String, String)> = page.script(marks, Vec::new()).await?;
    let is = |index: usize, class: &str, number: &str, words: &str| {
        let (found, text) = &marks[index];
        assert!(found == class && text.starts_with(number) && text.contains(words), "{marks:?}");
    };
    assert_eq!(marks.len(), 3, "{marks:?}");
    is(0, "passed", "10.0.20348", "Windows");
    is(1, "taken", "2.4.21.0", "judged");
    is(2, "passed", "2.5.79.0", "not the installed");
    let violations = axe::violations(&page).await?;
    assert!(violations.is_empty(), "{}", axe::told(&violations));
    page.close().await
}

#[tokio::test]
async fn several_servers_are_seen_at_a_glance_and_opened() -> Outcome {
    let page = Page::open(ON).await?;
    page.paste("Server,Version\nSYNC01,2.5.79.0\nSYNC02,2.6.92.0\nSYNC03,1.6.16.0\n").await?;
    page.verdicts_when("three verdicts", |shown| shown.len() == 3).await?;
    page.drawn().await?;
    let rows = "return [...document.querySelectorAll('.overview button')].map((row) => row.textContent)";
    let rows: Vec<String> = page.script(rows, vec![]).await?;
    let wanted = [
        "SYNC03 1.6.16.0 Announced to be cut off Microsoft announced that from 1 October 2023",
        "SYNC01 2.5.79.0 Out of support Support for 2.5.79.0 ended on 23 October 2026.",
        "SYNC02 2.6.92.0 Newest known build 2.6.92.0 is the newest build",
    ];
    assert_eq!(rows.len(), wanted.len());
    assert!(rows.iter().zip(wanted).all(|(row, wanted)| row.starts_with(wanted)), "{rows:#?}");
    page.elements(".overview button").await?.swap_remove(1).click().await?;
    let opened = "const card = document.querySelector('[data-version=\"2.5.79.0\"]');
        const at = card.getBoundingClientRect();
        return card.querySelector('details').open && at.top < innerHeight && at.bottom > 0";
    assert!(page.script::<bool>(opened, vec![]).await?, "the second card is open and in view");
    page.close().await
}
