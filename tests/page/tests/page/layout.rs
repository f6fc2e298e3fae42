//! Narrow screens.

use page_tests::{Page, State};

use crate::Outcome;

/// How far the page runs out at the side, and what does.
const OVERFLOW: &str = "const wide = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > wide + 1);
    return [document.documentElement.scrollWidth - wide, out.slice(0, 3).map((node) => node.outerHTML.slice(0, 120)).join('\\n')]";

#[tokio::test]
async fn nothing_runs_out_at_the_side() -> Outcome {
    let page = Page::browser().await?;
    for width in [320, 360] {
        for state in State::ALL {
            page.width(width).await?;
            state.reach(&page).await?;
            for unfolded in [false, true] {
                if unfolded {
                    page.unfold().await?;
                }
                let (over, what): (f64, String) = page.script(OVERFLOW, vec![]).await?;
                assert!(
                    over <= 0.0,
                    "{} at {width} px runs out by {over} (unfolded: {unfolded}): {what}",
                    state.name()
                );
            }
        }
    }
    page.close().await
}
