//! Nothing leaves the page.

use page_tests::{Error, Listener, ON, Page, Start, State, address, place};

use crate::Outcome;

/// Everything that is done with the page, in one go.
async fn journeys(page: &Page, address: &str) -> Outcome {
    for state in State::ALL {
        // From one fragment to the next a browser stays where it is.
        page.load_address("about:blank").await?;
        page.load_address(&format!("{address}#{ON}")).await?;
        page.element("html[data-ready]").await?;
        page.paste(state.text()).await?;
        page.drawn().await?;
        page.unfold().await?;
    }
    page.elements("button.example").await?.swap_remove(0).click().await?;
    page.verdicts_when("a verdict on the example", |shown| !shown.is_empty()).await?;
    // An answer, a tick, the link to share: what writes into the address.
    page.paste("2.5.190.0").await?;
    page.verdict("supported").await?;
    for part in
        ["#tab-cloud-sync", "#panel-cloud-sync .q button", "#tab-upgrade", ".plan input", ".take button:last-of-type"]
    {
        let click = format!("const part = document.querySelector('{part}'); part?.click(); return !!part");
        assert!(page.script::<bool>(&click, vec![]).await?, "there is {part}");
        page.drawn().await?;
    }
    // Whatever is sent late is waited for.
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    Ok(())
}

#[tokio::test]
async fn from_disk_nobody_is_asked_for_anything() -> Outcome {
    let listener = Listener::start()?;
    let page = Page::started(Start { proxy: Some(listener.port), ..Start::default() }).await?;
    journeys(&page, address("")?.as_str()).await?;
    assert_eq!(page.sent(&listener), [""; 0]);
    // The line is the right one: what another page asks for arrives here.
    page.load_address("http://elsewhere.test/").await?;
    assert!(page.sent(&listener).contains(&"GET http://elsewhere.test/".to_owned()));
    page.close().await
}

#[tokio::test]
async fn from_a_server_nothing_is_asked_for_but_the_page() -> Outcome {
    const AT: &str = "http://checker.test/tools/connect/";
    let listener = Listener::start()?;
    let page = std::fs::read(place()).map_err(|_| Error::NoPage(place()))?;
    listener.serve(AT, "Content-Type: text/html\r\n", &page);
    let page = Page::started(Start { proxy: Some(listener.port), ..Start::default() }).await?;
    listener.heard();
    journeys(&page, AT).await?;
    let mut heard = page.sent(&listener);
    heard.dedup();
    assert_eq!(heard, [format!("GET {AT}")]);
    page.close().await
}

/// Only Chromium keeps a list that a test can read.
mod not_webkit {
    mod not_firefox {
        use super::super::*;

        #[tokio::test]
        async fn by_the_browsers_own_account_nothing_is_asked_for() -> Outcome {
            let page = Page::browser().await?;
            let file = address("")?.to_string();
            journeys(&page, &file).await?;
            let asked = page.requests().await?;
            let ours = |one: &str| one.split('#').next() == Some(&file);
            assert!(asked.iter().any(|one| ours(one)), "the log is the right one: {asked:#?}");
            let known = |one: &str| ours(one) || one.starts_with("data:") || one == "about:blank";
            let strangers: Vec<_> = asked.iter().filter(|one| !known(one)).collect();
            assert!(strangers.is_empty(), "{strangers:#?}");
            page.close().await
        }
    }
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
