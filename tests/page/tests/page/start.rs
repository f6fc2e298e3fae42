//! Before the checker is up.

use page_tests::{Page, address};

use crate::Outcome;

/// Scripts before the page's own, which not every engine takes.
mod not_webkit {
    use super::*;

    /// Holds the WebAssembly back until the test lets go.
    const HELD: &str = "const start = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...all) => { await new Promise((go) => { window.letGo = go; });
            return start.apply(WebAssembly, all); };";

    #[tokio::test]
    async fn what_is_typed_before_it_is_up_is_judged() -> Outcome {
        let page = Page::browser().await?;
        page.before_each_page(HELD).await?;
        page.load_address(address("")?.as_str()).await?;
        let held = "return typeof window.letGo === 'function' && !document.documentElement.hasAttribute('data-ready')";
        for _ in 0..300 {
            if page.script::<bool>(held, vec![]).await? {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert!(page.script::<bool>(held, vec![]).await?, "the checker is held back");
        // The box is there and has the focus.
        page.keys("2.4.21.0").await?;
        assert_eq!(page.text().await?, "2.4.21.0");
        page.script::<serde_json::Value>("letGo()", vec![]).await?;
        page.verdict("retired").await?;
        let one: usize = page.script("return document.querySelectorAll('textarea').length", vec![]).await?;
        assert_eq!(one, 1, "one box and not two");
        page.keys(" ").await?;
        assert_eq!(page.text().await?, "2.4.21.0 ", "typing goes on where it was");
        page.close().await
    }
}
