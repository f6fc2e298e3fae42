//! "What will this be in April?"

use fantoccini::key::Key;
use page_tests::{ON, Page};

use crate::Outcome;

/// A button by its words.
async fn click(page: &Page, words: &str) -> Outcome {
    let find = "const button = [...document.querySelectorAll('button')].find((one) => one.innerText === arguments[0]);
        button.click()";
    page.script::<serde_json::Value>(find, vec![words.into()]).await?;
    page.drawn().await
}

#[tokio::test]
async fn a_coming_cut_off_is_looked_at_and_left_again() -> Outcome {
    let page = Page::open("#v=2.5.190.0").await?;
    page.verdict("supported").await?;
    click(&page, "7 April 2027").await?;
    let then = page.verdict("retired").await?;
    assert_eq!(then.severity.as_deref(), Some("stopped"));
    assert!(then.text.contains("Judged for 7 April 2027, which is not today."), "{}", then.text);
    click(&page, "Back to today").await?;
    let now = page.verdict("supported").await?;
    assert!(!now.text.contains("which is not today"), "{}", now.text);
    page.close().await
}

#[tokio::test]
async fn the_handle_moves_the_day_by_keys_and_keeps_the_focus() -> Outcome {
    let page = Page::open(&format!("{ON}&v=2.5.190.0")).await?;
    page.verdict("supported").await?;
    page.script::<serde_json::Value>("document.querySelector('#slide').focus()", vec![]).await?;
    for _ in 0..3 {
        page.press(Key::Right).await?;
    }
    page.drawn().await?;
    let spoken = "const at = document.activeElement; return at.id + ' ' + at.getAttribute('aria-valuetext')";
    let spoken: String = page.script(spoken, vec![]).await?;
    assert_eq!(spoken, "slide 26 November 2026", "three days after the 23rd");
    page.close().await
}

#[tokio::test]
async fn a_typed_day_is_judged_and_one_that_is_none_keeps_the_last() -> Outcome {
    let page = Page::open(&format!("{ON}&v=2.5.190.0")).await?;
    page.verdict("supported").await?;
    let set = "const field = document.querySelector('#on'); field.focus(); field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true })); field.blur()";
    page.script::<serde_json::Value>(set, vec!["2027-04-07".into()]).await?;
    page.verdict("retired").await?;
    for bad in ["", "1999-01-01"] {
        page.script::<serde_json::Value>(set, vec![bad.into()]).await?;
        page.drawn().await?;
        let said: String = page.script("return document.querySelector('#on-bad')?.innerText ?? ''", vec![]).await?;
        assert_eq!(said, "That is not a day from 2010 to 2100. Still judged for 7 April 2027.", "after {bad:?}");
        page.verdict("retired").await?;
    }
    page.script::<serde_json::Value>(set, vec!["2026-11-23".into()]).await?;
    page.verdict("supported").await?;
    page.close().await
}

#[tokio::test]
async fn the_picture_is_told_in_words_and_as_a_table() -> Outcome {
    let page = Page::open(&format!("{ON}&v=2.4.21.0")).await?;
    let verdict = page.verdict("retired").await?;
    for words in ["9 October 2024 2.4.21.0 is released", "15 November 2025 Support ends", "announced to be refused"] {
        assert!(verdict.text.contains(words), "{words}: {}", verdict.text);
    }
    let rows: usize = page.script("return document.querySelectorAll('.life tbody tr').length", vec![]).await?;
    let marks: usize = page.script("return document.querySelectorAll('.line circle').length", vec![]).await?;
    assert_eq!(rows, marks);
    assert!(rows >= 6, "{rows}");
    let inside = "const box = document.querySelector('.line').getBoundingClientRect();
        return [...document.querySelectorAll('.line circle')].every((one) => {
            const at = one.getBoundingClientRect(); return at.left >= box.left && at.right <= box.right; })";
    assert!(page.script::<bool>(inside, vec![]).await?, "no mark is cut off");
    page.close().await
}
