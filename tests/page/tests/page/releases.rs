//! The list of all builds: opened, searched, sorted, looked through.

use page_tests::{ON, Page};

use crate::Outcome;

/// The list, opened beside a verdict.
async fn open() -> Result<Page, page_tests::Error> {
    let page = Page::open(&format!("{ON}&v=2.5.79.0")).await?;
    page.element("#all-head").await?.click().await?;
    page.element(".all tbody tr").await?;
    Ok(page)
}

/// The builds shown, from the top, and what is said of their number.
async fn shown(page: &Page) -> Result<(Vec<String>, String), page_tests::Error> {
    page.drawn().await?;
    let read = "return [[...document.querySelectorAll('.all tbody td:first-child b')].map((one) => one.innerText),
        document.querySelector('.all [role=status]').innerText]";
    page.script(read, vec![]).await
}

#[tokio::test]
async fn the_readers_own_build_is_marked_and_folds_stay_open() -> Outcome {
    let page = open().await?;
    let (all, _) = shown(&page).await?;
    assert!(all.len() > 100, "{} builds", all.len());
    let own: Vec<String> =
        page.script("return [...document.querySelectorAll('.is-mine')].map((one) => one.innerText)", vec![]).await?;
    assert!(own.len() == 1 && own.iter().all(|row| row.contains("2.5.79.0") && row.contains("yours")), "{own:?}");
    // The fold of one build tells of itself as the list does.
    page.element(".is-mine summary").await?.click().await?;
    page.element(".is-mine details[open] li").await?;
    assert_eq!(shown(&page).await?.0, all);
    page.element("#all-head").await?.click().await?;
    page.element(".all:not([open])").await?;
    page.drawn().await?;
    assert!(page.elements(".all table").await?.is_empty(), "closed, it weighs nothing");
    page.close().await
}

#[tokio::test]
async fn it_is_searched_filtered_and_sorted() -> Outcome {
    let page = open().await?;
    let (all, _) = shown(&page).await?;
    page.element("#all-search").await?.send_keys("2.5.").await?;
    let (found, said) = shown(&page).await?;
    assert!(found.len() > 3 && found.iter().all(|version| version.contains("2.5.")), "{found:?}");
    assert!(said.contains(&found.len().to_string()), "{said}");
    // Back again by four strokes of the backspace key.
    page.element("#all-search").await?.send_keys(&"\u{e003}".repeat(4)).await?;
    assert_eq!(shown(&page).await?.0, all);
    let choose = "const it = document.querySelector('#all-show'); it.value = arguments[0];
        it.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script::<serde_json::Value>(choose, vec!["show-security".into()]).await?;
    let (secure, _) = shown(&page).await?;
    assert!(!secure.is_empty() && secure.len() < all.len(), "{secure:?}");
    page.script::<serde_json::Value>(choose, vec!["show-all".into()]).await?;
    // The first column is sorted from the start; a second press turns it round.
    let sort = |column: u32| {
        let page = &page;
        async move {
            page.element(&format!(".all thead th:nth-child({column}) button")).await?.click().await?;
            page.drawn().await?;
            let read = format!(
                "return document.querySelector('.all thead th:nth-child({column})').ariaSort
                ?? document.querySelector('.all thead th:nth-child({column})').getAttribute('aria-sort')"
            );
            page.script::<String>(&read, vec![]).await
        }
    };
    assert_eq!(sort(1).await?, "ascending");
    let (turned, _) = shown(&page).await?;
    assert_eq!(turned.iter().rev().collect::<Vec<_>>(), all.iter().collect::<Vec<_>>());
    assert_eq!(sort(2).await?, "descending");
    let (by_day, _) = shown(&page).await?;
    assert!(by_day.first().is_some_and(|newest| newest.starts_with("2.")), "{by_day:?}");
    assert_ne!(by_day, all);
    page.close().await
}
