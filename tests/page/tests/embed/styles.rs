//! Whatever the page around looks like.

use page_tests::axe;
use serde_json::{Value, json};

use crate::{Outcome, open, run};

/// How the parts look that a hostile style sheet would spoil first.
const LOOK: &str = "const look = (selector) => { const node = one().shadowRoot.querySelector(selector); const style = getComputedStyle(node); const box = node.getBoundingClientRect();
    return [style.fontSize, style.fontFamily.slice(0, 12), style.color, style.direction, style.visibility, style.letterSpacing, style.textTransform, style.lineHeight, box.width > 50 && box.height > 10]; };
    const looks = ['textarea', '.word', '.build', '.say > p'].map(look);";

#[tokio::test]
async fn a_hostile_page_does_not_get_in() -> Outcome {
    let (hosts, page) = open("hostile").await?;
    let hostile: Value = run(&page, &format!("await verdict(0, 'retired'); {LOOK} return looks")).await?;
    page.client().goto(&hosts.at("hosts/plain.html")).await?;
    let plain: Value = run(
        &page,
        &format!(
            "one(0).theme = 'light'; one(0).version = '2.4.21.0'; await verdict(0, 'stopped'); {LOOK} return looks"
        ),
    )
    .await?;
    assert_eq!(hostile, plain);
    assert_eq!(plain[0][0], "16px");
    page.close().await
}

#[tokio::test]
async fn theme_tokens_and_parts_are_for_the_page_around() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(&page, "await verdict(0, 'retired');
        const it = one(0);
        const box = it.shadowRoot.querySelector('textarea');
        const color = () => getComputedStyle(box).backgroundColor;
        it.theme = 'light'; const light = color();
        it.theme = 'dark'; const dark = color();
        document.body.style.colorScheme = 'light'; document.body.style.fontFamily = 'monospace';
        it.theme = 'inherit'; const inherited = [color(), getComputedStyle(it.shadowRoot.querySelector('.word')).fontFamily];
        it.style.setProperty('--ecc-card', 'rgb(1, 2, 3)'); it.style.setProperty('--ecc-font-size', '20px');
        const set = [color(), getComputedStyle(box).fontSize];
        const sheet = document.createElement('style'); sheet.textContent = 'entra-connect-checker::part(box) { border-radius: 1px }'; document.head.append(sheet);
        return { light, dark, inherited, set, part: getComputedStyle(box).borderRadius };").await?;
    assert_eq!(
        found,
        json!({"light": "rgb(255, 255, 255)", "dark": "rgb(31, 34, 39)", "inherited": ["rgb(255, 255, 255)", "monospace"], "set": ["rgb(1, 2, 3)", "20px"], "part": "1px"})
    );
    page.close().await
}

#[tokio::test]
async fn a_side_bar_has_room_and_a_badge_is_one_line() -> Outcome {
    let (_hosts, page) = open("portal").await?;
    let found: Value = run(&page, "await verdict('side', 'retired'); await verdict('badge', 'retired');
        const side = one('side'), badge = one('badge');
        side.shadowRoot.querySelectorAll('details').forEach((part) => { part.open = true; });
        const edge = side.getBoundingClientRect().right;
        const out = [...side.shadowRoot.querySelectorAll('*')].filter((node) => { const box = node.getBoundingClientRect(); return box.width > 2 && box.right > edge + 1; }).map((node) => node.outerHTML.slice(0, 100));
        const line = badge.shadowRoot.querySelector('[part~=badge]');
        const link = line.querySelector('a');
        return { width: side.getBoundingClientRect().width, out: out.slice(0, 3), high: line.getBoundingClientRect().height < 40, box: badge.shadowRoot.querySelector('textarea'),
            text: line.innerText.replace(/\\s+/g, ' '), link: [new URL(link.href).pathname, new URL(link.href).hash, link.rel, link.target] };").await?;
    assert_eq!(found["width"], 280);
    assert_eq!(found["out"], json!([]));
    assert_eq!(found["high"], true);
    assert_eq!(found["box"], Value::Null);
    assert!(
        found["text"].as_str().is_some_and(|text| text.contains("2.5.79.0") && text.contains("Open the checker")),
        "{found}"
    );
    assert_eq!(found["link"], json!(["/embed/frame.html", "#v=2.5.79.0&on=2026-11-23", "noreferrer", "_blank"]));
    page.close().await
}

#[tokio::test]
async fn links_inside_stay_inside() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(
        &page,
        "await verdict(0, 'retired');
        const link = one(0).shadowRoot.querySelector('a[href=\"#find\"]');
        link.click();
        await new Promise((go) => setTimeout(go, 100));
        return { hash: location.hash, open: one(0).shadowRoot.querySelector('#find details').open };",
    )
    .await?;
    assert_eq!(found, json!({"hash": "", "open": true}));
    page.close().await
}

#[tokio::test]
async fn the_accessibility_rules_hold_inside_other_pages() -> Outcome {
    for (host, status) in [("plain", "retired"), ("portal", "retired"), ("refused", "")] {
        let (_hosts, page) = open(host).await?;
        let wait = if status.is_empty() {
            "await until('the tables', () => one().shadowRoot.querySelector('table'))".to_owned()
        } else {
            format!("await verdict(0, '{status}')")
        };
        let _: Value = run(&page, &format!("{wait}; return null")).await?;
        page.drawn().await?;
        let violations = axe::violations(&page).await?;
        assert!(violations.is_empty(), "{host}: {}", axe::told(&violations));
        page.close().await?;
    }
    Ok(())
}
