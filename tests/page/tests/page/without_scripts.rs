//! What is left where the page cannot start.

use page_tests::{Lack, ON, Page, Start, address};

use crate::Outcome;

#[tokio::test]
async fn a_reader_without_scripts_has_the_table() -> Outcome {
    let page = Page::started(Start { lack: Some(Lack::Scripts), ..Start::default() }).await?;
    // Past what is done after loading by scripts.
    page.client().goto(address(ON)?.as_str()).await?;
    assert!(page.element("#releases table").await?.is_displayed().await?, "the table is shown");
    assert!(page.element("#releases").await?.text().await?.contains("2.4.21.0"));
    page.close().await
}

#[tokio::test]
async fn a_browser_without_web_assembly_has_the_table_and_a_note() -> Outcome {
    let page = Page::started(Start { lack: Some(Lack::WebAssembly), ..Start::default() }).await?;
    has_the_table_and_a_note(page).await
}

#[tokio::test]
async fn where_it_starts_there_is_no_note() -> Outcome {
    let page = Page::open(ON).await?;
    assert!(!page.element("#start-failed").await?.is_displayed().await?);
    page.close().await
}

mod not_webkit {
    use super::*;

    #[tokio::test]
    async fn a_browser_that_refuses_the_module_has_the_table_and_a_note() -> Outcome {
        let page = Page::browser().await?;
        page.before_each_page("WebAssembly.instantiate = () => Promise.reject(new Error('refused'))").await?;
        has_the_table_and_a_note(page).await
    }
}

async fn has_the_table_and_a_note(page: Page) -> Outcome {
    page.load(ON).await?;
    page.element("html.no-wasm").await?;
    assert!(page.element("#start-failed").await?.is_displayed().await?, "the note is shown");
    assert!(page.element("#releases table").await?.is_displayed().await?, "the table is shown");
    page.close().await
}
