//! What is left where the page cannot start.

use page_tests::{ON, Page};

use crate::Outcome;

#[tokio::test]
async fn a_reader_without_scripts_has_the_table() -> Outcome {
    let page = Page::browser().await?;
    page.scripts(false).await?;
    page.load(ON).await?;
    assert!(page.element("#releases table").await?.is_displayed().await?, "the table is shown");
    assert!(page.element("#releases").await?.text().await?.contains("2.4.21.0"));
    page.scripts(true).await?;
    page.close().await
}

#[tokio::test]
async fn a_browser_without_web_assembly_has_the_table_and_a_note() -> Outcome {
    lacks("delete globalThis.WebAssembly").await
}

#[tokio::test]
async fn a_browser_that_refuses_the_module_has_the_table_and_a_note() -> Outcome {
    lacks("WebAssembly.instantiate = () => Promise.reject(new Error('refused'))").await
}

#[tokio::test]
async fn where_it_starts_there_is_no_note() -> Outcome {
    let page = Page::open(ON).await?;
    assert!(!page.element("#start-failed").await?.is_displayed().await?);
    page.close().await
}

async fn lacks(without: &str) -> Outcome {
    let page = Page::browser().await?;
    page.before_each_page(without).await?;
    page.load(ON).await?;
    page.element("html.no-wasm").await?;
    assert!(page.element("#start-failed").await?.is_displayed().await?, "the note is shown");
    assert!(page.element("#releases table").await?.is_displayed().await?, "the table is shown");
    page.close().await
}
