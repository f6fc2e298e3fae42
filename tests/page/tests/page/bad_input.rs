//! Nothing hangs, nothing is lost, nothing is said with a confidence that is not there.

use page_tests::{ON, Page};

use crate::Outcome;

/// The most that the box takes: 8 MiB of UTF-8.
const LIMIT: usize = 8 << 20;

#[tokio::test]
async fn a_text_over_the_limit_is_refused_and_the_former_stays() -> Outcome {
    let page = Page::open(ON).await?;
    page.paste("2.4.21.0").await?;
    page.verdict("retired").await?;
    page.paste_times("0123456789abcde\n", LIMIT / 16 + 1).await?;
    let message = page.element("[role=\"alert\"]").await?.text().await?;
    assert!(message.contains("8 MiB"), "it names the limit: {message}");
    assert_eq!(page.text().await?, "2.4.21.0", "the former text stays");
    page.verdict("retired").await?;
    page.paste("2.5.79.0").await?;
    let verdict = page.verdicts_when("the next verdict", |shown| {
        shown.first().is_some_and(|one| one.version.as_deref() == Some("2.5.79.0"))
    });
    verdict.await?;
    page.close().await
}

#[tokio::test]
async fn the_limit_counts_utf_8_not_letters() -> Outcome {
    let page = Page::open(ON).await?;
    // Half as many letters as the limit, each three bytes long.
    page.paste_times("\u{2014}", LIMIT / 2).await?;
    let message = page.element("[role=\"alert\"]").await?.text().await?;
    assert!(message.contains("8 MiB"), "{message}");
    assert_eq!(page.text().await?, "");
    page.close().await
}

#[tokio::test]
async fn rubbish_gets_a_calm_sentence() -> Outcome {
    let page = Page::open(ON).await?;
    for rubbish in [
        ".".repeat(10_000),
        "1".repeat(40),
        "1.".repeat(5_000),
        "\u{1}\u{2}\u{fffd}MZ\u{90}\u{3}".to_owned(),
        "\u{202e}0.97.5.2\u{202c} \u{200b}".repeat(50),
    ] {
        page.go(ON).await?;
        page.paste(&rubbish).await?;
        page.verdicts_when("some verdict", |shown| !shown.is_empty()).await?;
    }
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn half_a_surrogate_does_no_harm() -> Outcome {
    let page = Page::open(ON).await?;
    page.script::<serde_json::Value>(
        "const box = document.querySelector('textarea');
         box.value = '\\ud800 2.4.21.0 \\udc00';
         box.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        vec![],
    )
    .await?;
    assert_eq!(page.verdict("retired").await?.version.as_deref(), Some("2.4.21.0"));
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn a_bad_link_opens_the_plain_page() -> Outcome {
    let page = Page::browser().await?;
    for fragment in ["on=2026-02-30", "on=", "v=%FF&on=tomorrow", "v=&&=&on=2026-11-23&x=y", "%"] {
        page.go(fragment).await?;
        page.paste("1.6.16.0").await?;
        page.verdict("retired").await?;
    }
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}
