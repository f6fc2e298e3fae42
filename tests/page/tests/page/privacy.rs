//! Nothing leaves the page.

use page_tests::{ON, Page, State, address};

use crate::Outcome;

#[tokio::test]
async fn the_browser_asks_for_nothing_but_the_file() -> Outcome {
    let page = Page::open(ON).await?;
    for state in State::ALL {
        state.reach(&page).await?;
    }
    page.elements("button.example").await?.swap_remove(0).click().await?;
    page.drawn().await?;
    let file = address("")?.to_string();
    let asked = page.requests().await?;
    assert!(asked.contains(&file), "the log is the right one: {asked:#?}");
    let strangers: Vec<_> =
        asked.iter().filter(|one| **one != file && !one.starts_with("data:") && *one != "about:blank").collect();
    assert!(strangers.is_empty(), "{strangers:#?}");
    page.close().await
}

#[tokio::test]
async fn the_console_stays_empty() -> Outcome {
    let page = Page::open(ON).await?;
    for state in State::ALL {
        state.reach(&page).await?;
    }
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn the_policy_refuses_what_would_leave() -> Outcome {
    let page = Page::open(ON).await?;
    let tried: Vec<bool> = serde_json::from_value(
        page.client()
            .execute_async(
                "const done = arguments[0];
                 const image = new Promise((end) => { const it = new Image(); it.onload = () => end(true); it.onerror = () => end(false); it.src = 'http://127.0.0.1:9/a.png'; });
                 const fetched = fetch('http://127.0.0.1:9/').then(() => true, () => false);
                 const refused = new Promise((end) => { let seen = 0; document.addEventListener('securitypolicyviolation', () => { if (++seen === 2) end(true); }); setTimeout(() => end(false), 3000); });
                 Promise.all([image, fetched, refused]).then(done)",
                vec![],
            )
            .await?,
    )?;
    assert_eq!(tried, [false, false, true], "image, fetch, and the policy's own word for both");
    page.close().await
}
