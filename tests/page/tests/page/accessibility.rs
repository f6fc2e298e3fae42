//! No rule of axe-core is broken, in any state.

use page_tests::{Error, Lack, Page, Start, State, axe};

use crate::Outcome;

async fn audit(scheme: &'static str) -> Outcome {
    let page = Page::browser().await?;
    page.scheme(scheme).await?;
    let mut told = String::new();
    for state in State::ALL {
        page.width(1280).await?;
        state.reach(&page).await?;
        for (width, unfolded) in [(1280, false), (360, false), (360, true)] {
            page.width(width).await?;
            if unfolded {
                page.unfold().await?;
            }
            page.drawn().await?;
            let violations = axe::violations(&page).await?;
            if !violations.is_empty() {
                let how = if unfolded { ", unfolded" } else { "" };
                told += &format!("\n\n{}, {scheme}, {width} px{how}:{}", state.name(), axe::told(&violations));
            }
        }
    }
    page.close().await?;
    assert!(told.is_empty(), "{told}");
    Ok(())
}

#[tokio::test]
async fn in_the_light() -> Outcome {
    audit("light").await
}

#[tokio::test]
async fn in_the_dark() -> Outcome {
    audit("dark").await
}

#[tokio::test]
async fn where_the_page_cannot_start() -> Outcome {
    let page = Page::started(Start { lack: Some(Lack::WebAssembly), ..Start::default() }).await?;
    page.load("").await?;
    page.element("html.no-wasm").await?;
    let violations = axe::violations(&page).await?;
    assert!(violations.is_empty(), "{}", axe::told(&violations));
    page.close().await
}

#[tokio::test]
async fn the_rules_are_in_force() -> Result<(), Error> {
    let page = Page::browser().await?;
    State::Empty.reach(&page).await?;
    page.script::<serde_json::Value>("document.body.append(document.createElement('button'))", vec![]).await?;
    let violations = axe::violations(&page).await?;
    assert!(violations.iter().any(|one| one.id == "button-name"), "a button without a name is found");
    page.close().await
}
