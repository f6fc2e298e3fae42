//! Everything works without a mouse.

use fantoccini::key::Key;
use page_tests::{ON, Page};

use crate::Outcome;

/// What has the focus, as words: its tag, its classes, and what is read.
const FOCUS: &str = "const at = document.activeElement;
    return [at.tagName.toLowerCase(), ...at.classList].join('.') + ' ' + (at.innerText ?? '').trim().slice(0, 40)";

/// The stops of the Tab key, from where the focus is, until it leaves the page or comes round.
async fn stops(page: &Page) -> Result<Vec<String>, page_tests::Error> {
    page.script::<serde_json::Value>("window.seen = [document.activeElement]", vec![]).await?;
    let mut stops = vec![page.script(FOCUS, vec![]).await?];
    for _ in 0..200 {
        page.press(Key::Tab).await?;
        // A field for a date has a stop for day, month and year each.
        let new = "const at = document.activeElement;
            if (at.type === 'date' && at === seen.at(-1)) return 'same';
            if (at === document.body || seen.includes(at)) return 'end'; seen.push(at); return 'new'";
        match page.script::<String>(new, vec![]).await?.as_str() {
            "new" => stops.push(page.script(FOCUS, vec![]).await?),
            "end" => break,
            _ => {}
        }
    }
    Ok(stops)
}

#[tokio::test]
async fn the_box_has_the_focus_on_load_and_a_name() -> Outcome {
    let page = Page::open(ON).await?;
    let focused: bool =
        page.script("return document.activeElement === document.querySelector('textarea')", vec![]).await?;
    assert!(focused, "the box has the focus");
    let name: String = page.script("return document.querySelector('textarea').labels[0]?.innerText ?? document.querySelector('textarea').ariaLabel ?? ''", vec![]).await?;
    assert!(name.to_lowercase().contains("version"), "its name says what to give: {name}");
    page.close().await
}

#[tokio::test]
async fn tab_goes_from_the_box_through_all_examples() -> Outcome {
    let page = Page::open(ON).await?;
    let examples = page.elements("button.example").await?.len();
    let stops = stops(&page).await?;
    assert!(stops.first().is_some_and(|stop| stop.starts_with("textarea")), "{stops:#?}");
    let reached = stops.iter().filter(|stop| stop.split(' ').next().unwrap_or_default().contains(".example")).count();
    assert_eq!(reached, examples, "{stops:#?}");
    page.close().await
}

#[tokio::test]
async fn an_example_is_taken_with_enter_and_its_links_are_reached() -> Outcome {
    let page = Page::open(ON).await?;
    page.script::<serde_json::Value>("document.querySelector('button.example').focus()", vec![]).await?;
    page.press(Key::Enter).await?;
    page.verdicts_when("a verdict on the example", |shown| !shown.is_empty()).await?;
    page.drawn().await?;
    let links: usize = page
        .script(
            "return [...document.querySelectorAll('#app a[href]')].filter((link) => link.checkVisibility()).length",
            vec![],
        )
        .await?;
    assert!(links > 0, "a verdict names its sources");
    page.script::<serde_json::Value>("document.querySelector('textarea').focus()", vec![]).await?;
    let stops = stops(&page).await?;
    let reached = stops.iter().filter(|stop| stop.starts_with('a')).count();
    assert!(reached >= links, "{reached} of {links} links reached: {stops:#?}");
    page.close().await
}

#[tokio::test]
async fn every_stop_shows_that_it_has_the_focus() -> Outcome {
    let page = Page::open(ON).await?;
    // Where the focus is must be seen: by an outline, a border or a shadow that comes with it.
    let look = "const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'";
    for stop in 0..12 {
        let shown: bool = page.script(look, vec![]).await?;
        let at: String = page.script(FOCUS, vec![]).await?;
        assert!(shown || at.starts_with("body"), "stop {stop} has no mark of the focus: {at}");
        page.press(Key::Tab).await?;
    }
    page.close().await
}

#[tokio::test]
async fn enter_in_the_box_loses_nothing() -> Outcome {
    let page = Page::open(ON).await?;
    page.keys("2.4.21.0").await?;
    page.press(Key::Enter).await?;
    // On the way there is a verdict on every shorter number.
    let whole =
        |shown: &[page_tests::Shown]| shown.first().is_some_and(|one| one.version.as_deref() == Some("2.4.21.0"));
    let verdicts = page.verdicts_when("a verdict on the whole number", whole).await?;
    assert_eq!(verdicts.first().and_then(|one| one.status.as_deref()), Some("retired"));
    assert!(page.text().await?.starts_with("2.4.21.0"));
    page.close().await
}
