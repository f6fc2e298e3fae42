//! What to do now: the two ways out, the questions, the ticks, the link that remembers them.

use fantoccini::key::Key;
use page_tests::{Error, Page, axe};
use serde_json::Value;

use crate::Outcome;

const QUESTIONS: &str = "v=2.5.190.0&on=2026-11-23";
/// What has the focus: its words, and the question that it belongs to.
const FOCUS: &str = "const at = document.activeElement;
    return [at.innerText ?? '', at.closest('.q')?.id ?? '', at.id, at.getAttribute('role') ?? '']";
/// What is seen of answers and ticks, and the address.
const SEEN: &str = "return [document.querySelector('#cloud-state')?.textContent ?? '',
    [...document.querySelectorAll('[aria-pressed=true]')].map((one) => one.closest('.q').id + one.innerText).join(),
    [...document.querySelectorAll('.plan input:checked')].map((one) => one.id).join()]";

async fn hash(page: &Page) -> Result<String, Error> {
    page.script("return location.hash", vec![]).await
}

async fn focused(page: &Page) -> Result<[String; 4], Error> {
    page.script(FOCUS, vec![]).await
}

/// Presses Tab until something with this id or these words has the focus.
async fn tab_to(page: &Page, wanted: &str) -> Outcome {
    for _ in 0..120 {
        page.press(Key::Tab).await?;
        let [words, _, id, _] = focused(page).await?;
        if words.trim() == wanted || id == wanted {
            return Ok(());
        }
    }
    Err(Error::Waited(format!("the focus on {wanted}")))
}

/// Looks at one of the two ways.
async fn look(page: &Page, tab: &str) -> Outcome {
    page.script::<Value>(&format!("document.querySelector('#tab-{tab}').click()"), vec![]).await?;
    page.drawn().await
}

async fn seen(page: &Page) -> Result<Vec<String>, Error> {
    page.drawn().await?;
    page.script(SEEN, vec![]).await
}

#[tokio::test]
async fn a_whole_questionnaire_by_keyboard_alone_and_its_link() -> Outcome {
    let page = Page::open(QUESTIONS).await?;
    page.verdict("supported").await?;
    tab_to(&page, "tab-cloud-sync").await?;
    tab_to(&page, "Yes").await?;
    let mut answered = Vec::new();
    for _ in 0..40 {
        let [words, question, ..] = focused(&page).await?;
        if question.is_empty() {
            break;
        }
        assert_eq!(words, "Yes", "the focus goes on to the next question, {question}");
        // The questions on the agents' server are right with yes.
        if !["q-schema-2016", "q-agent-server-with-desktop", "q-outbound-access"].contains(&question.as_str()) {
            page.press(Key::Tab).await?;
        }
        page.press(Key::Enter).await?;
        page.drawn().await?;
        answered.push(question);
    }
    let [_, _, id, _] = focused(&page).await?;
    assert_eq!(id, "cloud-state", "the end of the questions has the focus, after {answered:?}");
    assert_eq!(answered.len(), 22, "{answered:?}");
    let state: String = page.script("return document.querySelector('#cloud-state').textContent", vec![]).await?;
    assert!(state.starts_with("Open to you"), "{state}");
    let advice: String = page.script("return document.querySelector('.goal').textContent", vec![]).await?;
    assert_eq!(advice, "Move to Cloud Sync.");

    // A tick, by the space bar.
    tab_to(&page, "t-cloud-ready").await?;
    page.keys(" ").await?;
    let before = seen(&page).await?;
    assert_eq!(before.last().map(String::as_str), Some("t-cloud-ready"));
    let link = hash(&page).await?;
    assert!(link.starts_with("#v=2.5.190.0&on=2026-11-23&a.custom-sync-rules=no&"), "{link}");
    assert!(link.ends_with("&t=cloud-ready"), "{link}");
    page.go(link.trim_start_matches('#')).await?;
    page.verdict("supported").await?;
    assert_eq!(seen(&page).await?, before, "opened anew, the same state");
    page.close().await
}

#[tokio::test]
async fn tabs_go_by_arrows_home_and_end() -> Outcome {
    let page = Page::open(QUESTIONS).await?;
    page.verdict("supported").await?;
    tab_to(&page, "tab-cloud-sync").await?;
    let shown = "return [...document.querySelectorAll('[role=tabpanel]')].filter((one) => one.checkVisibility()).map((one) => one.id).join()";
    for (key, tab) in [
        (Key::Right, "upgrade"),
        (Key::Right, "cloud-sync"),
        (Key::Left, "upgrade"),
        (Key::Home, "cloud-sync"),
        (Key::End, "upgrade"),
    ] {
        page.press(key).await?;
        page.drawn().await?;
        let [_, _, id, role] = focused(&page).await?;
        assert_eq!((id, role.as_str()), (format!("tab-{tab}"), "tab"));
        let panel: String = page.script(shown, vec![]).await?;
        assert_eq!(panel, format!("panel-{tab}"));
    }
    assert_eq!(hash(&page).await?, format!("#{QUESTIONS}"), "looking changes no address");
    page.close().await
}

#[tokio::test]
async fn one_wrong_answer_ends_the_questions() -> Outcome {
    let page = Page::open(&format!("{QUESTIONS}&a.custom-sync-rules=yes")).await?;
    page.verdict("supported").await?;
    let tabs: Vec<String> =
        page.script("return [...document.querySelectorAll('[role=tab]')].map((one) => one.id)", vec![]).await?;
    assert_eq!(tabs, ["tab-upgrade", "tab-cloud-sync"], "the recommended way stands first");
    look(&page, "cloud-sync").await?;
    let state: String = page.script("return document.querySelector('#cloud-state').textContent", vec![]).await?;
    assert!(state.contains("21 questions not needed"), "{state}");
    page.close().await
}

#[tokio::test]
async fn groups_are_answered_or_put_off_at_once() -> Outcome {
    let page = Page::open(QUESTIONS).await?;
    page.verdict("supported").await?;
    let open = "return [...document.querySelectorAll('#panel-cloud-sync > div > details[open] > summary')].map((one) => one.innerText).join()";
    let first: String = page.script(open, vec![]).await?;
    assert_eq!(first, "Rules and filters (2)");
    tab_to(&page, "I don’t know").await?;
    page.press(Key::Enter).await?;
    page.drawn().await?;
    let next: String = page.script(open, vec![]).await?;
    assert_eq!(next, "Forests and sources (5)", "what is not known is put off");
    tab_to(&page, "tab-cloud-sync").await.err();
    page.script::<Value>("document.querySelector('#tab-cloud-sync').focus()", vec![]).await?;
    tab_to(&page, "None of these").await?;
    page.press(Key::Enter).await?;
    // The address is written once all is drawn.
    let mut link = hash(&page).await?;
    for _ in 0..100 {
        if link.contains("a.") {
            break;
        }
        page.drawn().await?;
        link = hash(&page).await?;
    }
    assert!(link.contains("a.one-person-in-several-forests=no") && link.contains("a.sql-source=no"), "{link}");
    assert!(!link.contains("custom-sync-rules"), "{link}");
    page.close().await
}

#[tokio::test]
async fn what_connect_says_is_offered_and_counts_only_when_taken() -> Outcome {
    let page = Page::open("on=2026-11-23").await?;
    let output = "Name                                              Value\n\
        ----                                              -----\n\
        Microsoft.OptionalFeature.DeviceWriteBack         True\n\
        Microsoft.OptionalFeature.GroupWriteBack          False\n\
        Microsoft.Synchronize.ServerConfigurationVersion  2.5.190.0\n";
    page.paste(output).await?;
    page.verdict("supported").await?;
    let state = "return document.querySelector('#cloud-state').textContent";
    let before: String = page.script(state, vec![]).await?;
    assert!(before.starts_with("Not decided yet: 22 questions"), "{before}");
    page.script::<Value>("document.querySelector('button.go').click()", vec![]).await?;
    page.drawn().await?;
    look(&page, "cloud-sync").await?;
    let after: String = page.script(state, vec![]).await?;
    assert!(after.starts_with("Blocked for now. 20 questions not needed."), "{after}");
    page.close().await
}

#[tokio::test]
async fn the_address_never_holds_what_was_pasted() -> Outcome {
    let page = Page::open("").await?;
    page.paste("Server,Version\nSECRET01,2.5.190.0\n").await?;
    page.verdicts_when("a verdict", |shown| shown.len() == 1).await?;
    assert_eq!(hash(&page).await?, "", "typing does not touch it");
    look(&page, "upgrade").await?;
    page.script::<Value>("document.querySelector('.plan input').click()", vec![]).await?;
    page.drawn().await?;
    let link = hash(&page).await?;
    assert!(link.starts_with("#v=2.5.190.0&t="), "{link}");
    assert!(!link.contains("SECRET"), "{link}");
    page.close().await
}

#[tokio::test]
async fn what_a_link_holds_and_nobody_knows_is_named() -> Outcome {
    let page =
        Page::open(&format!("{QUESTIONS}&a.favourite=blue&a.custom-sync-rules=perhaps&t=download,nothing")).await?;
    page.verdict("supported").await?;
    let notice: String = page.script("return document.querySelector('.notice.small').textContent", vec![]).await?;
    assert_eq!(notice, "Not known, so ignored: favourite, custom-sync-rules, nothing.");
    look(&page, "upgrade").await?;
    let ticked = seen(&page).await?;
    assert_eq!(ticked.last().map(String::as_str), Some("t-download"));
    page.close().await
}

#[tokio::test]
async fn no_rule_is_broken_in_any_panel() -> Outcome {
    let page = Page::browser().await?;
    let mut told = String::new();
    for scheme in ["light", "dark"] {
        page.scheme(scheme).await?;
        for state in ["", "&a.custom-sync-rules=yes&a.favourite=blue&t=download", "&a.server-os=2016&a.cloud=public"] {
            for width in [1280, 320] {
                page.width(width).await?;
                page.go(&format!("{QUESTIONS}{state}")).await?;
                page.verdict("supported").await?;
                for tab in ["upgrade", "cloud-sync"] {
                    look(&page, tab).await?;
                    page.unfold().await?;
                    let violations = axe::violations(&page).await?;
                    if !violations.is_empty() {
                        told += &format!("\n\n{scheme}, {width} px, {tab}, {state}:{}", axe::told(&violations));
                    }
                    let wide: bool = page
                        .script(
                            "return document.documentElement.scrollWidth > document.documentElement.clientWidth",
                            vec![],
                        )
                        .await?;
                    if wide {
                        told += &format!("\n\n{width} px, {tab}, {state}: wider than the page");
                    }
                }
            }
        }
    }
    page.close().await?;
    assert!(told.is_empty(), "{told}");
    Ok(())
}

mod not_webkit {
    use super::*;

    #[tokio::test]
    async fn the_plan_is_printed_and_not_the_box() -> Outcome {
        let page = Page::open("v=1.6.16.0&on=2026-11-23").await?;
        page.verdict("retired").await?;
        page.print().await?;
        page.drawn().await?;
        let visible = "return arguments[0].map((one) => document.querySelector(one)?.checkVisibility({ contentVisibilityAuto: true }) ?? false)";
        let shown = async |wanted: &[&str]| -> Result<Vec<bool>, Error> {
            page.script(visible, vec![serde_json::json!(wanted)]).await
        };
        let plan = ["#panel-upgrade ol.plan > li:last-child", ".verdict h2", ".line", ".marks"];
        assert_eq!(shown(&plan).await?, [true; 4], "verdict, picture, steps");
        let others = ["textarea", ".tabs", ".copy", "#language", ".change", "#releases table"];
        assert_eq!(shown(&others).await?, [false; 6], "no box, no buttons, nothing that is folded");
        page.unfold().await?;
        assert_eq!(shown(&[".change", ".copy"]).await?, [true, false], "what the reader unfolds comes along");
        page.close().await
    }
}
