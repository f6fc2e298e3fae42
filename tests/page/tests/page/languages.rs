//! The page in other languages than English.

use page_tests::{Error, ON, Page, State, axe};
use serde_json::Value;

use crate::Outcome;

const CODES: [&str; 5] = ["de", "es", "fr", "ja", "ar"];

/// A message in a language, from its file.
fn words(code: &str, id: &str) -> String {
    let path = format!("{}/../../src/words/{code}.txt", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let line = file.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(" = "));
    line.unwrap_or_else(|| panic!("{path} lacks {id}")).to_owned()
}

/// Language and direction of the page, its first heading, and what stands at the head of the first
/// verdict.
async fn seen(page: &Page) -> Result<(String, String, String, String), Error> {
    let look = "const html = document.documentElement;
        return [html.lang, html.dir, document.querySelector('h1').innerText,
            document.querySelector('.verdict .word')?.innerText ?? '']";
    page.script(look, vec![]).await
}

#[tokio::test]
async fn a_link_with_a_language_opens_in_it() -> Outcome {
    let page = Page::browser().await?;
    for code in CODES {
        page.go(&format!("v=2.4.21.0&{ON}&lang={code}")).await?;
        page.verdict("retired").await?;
        let direction = if code == "ar" { "rtl" } else { "ltr" };
        let expected =
            (code.to_owned(), direction.to_owned(), words(code, "page-question"), words(code, "severity-stopped"));
        assert_eq!(seen(&page).await?, expected);
    }
    let console = page.console().await?;
    assert!(console.is_empty(), "{console:#?}");
    page.close().await
}

#[tokio::test]
async fn days_and_numbers_are_said_as_the_language_says_them() -> Outcome {
    let page = Page::browser().await?;
    // Two days before the end of its support, and one.
    for (code, on, wanted) in [
        ("de", "2026-10-22", ["Bis 23. Oktober 2026", "noch 1 Tag"]),
        ("fr", "2026-10-21", ["Jusqu’au 23 octobre 2026", "encore 2 jours"]),
        ("es", "2026-10-21", ["Hasta el 23 de octubre de 2026", "quedan 2 días"]),
        ("ja", "2026-10-21", ["2026年10月23日まで", "あと 2 日"]),
        ("ar", "2026-10-22", ["حتى 23 أكتوبر 2026", "بقي يوم واحد"]),
        ("ar", "2026-10-21", ["حتى 23 أكتوبر 2026", "بقي يومان"]),
        ("ar", "2026-10-18", ["حتى 23 أكتوبر 2026", "بقي 5 أيام"]),
        ("ar", "2026-10-11", ["حتى 23 أكتوبر 2026", "بقي 12 يومًا"]),
    ] {
        page.go(&format!("v=2.5.79.0&on={on}&lang={code}")).await?;
        let shown = page.verdict("supported").await?;
        for wanted in wanted {
            assert!(shown.text.contains(wanted), "{code}: {} lacks {wanted}", shown.text);
        }
    }
    // A thousand and more, with the sign that parts them.
    page.go(&format!("v=1.6.16.0&{ON}&lang=de")).await?;
    let shown = page.verdict("retired").await?;
    assert!(shown.text.contains("vor 1.545 Tagen"), "{}", shown.text);
    page.close().await
}

#[tokio::test]
async fn nothing_runs_out_at_either_side_in_any_language() -> Outcome {
    let page = Page::browser().await?;
    let over = "const wide = document.documentElement.clientWidth;
        const out = [...document.querySelectorAll('body *')].filter((node) => {
            const box = node.getBoundingClientRect(); return box.right > wide + 1 || box.left < -1; });
        return [document.documentElement.scrollWidth - wide, out.slice(0, 3).map((node) => node.outerHTML.slice(0, 120))]";
    page.width(320).await?;
    for code in CODES {
        for state in State::ALL {
            state.reach_by(&page, &format!("{ON}&lang={code}")).await?;
            for unfolded in [false, true] {
                if unfolded {
                    page.unfold().await?;
                }
                let (over, what): (f64, Vec<String>) = page.script(over, vec![]).await?;
                assert!(
                    over <= 0.0 && what.is_empty(),
                    "{code}, {}, unfolded: {unfolded}: {over}, {what:#?}",
                    state.name()
                );
            }
        }
    }
    page.close().await
}

#[tokio::test]
async fn switching_keeps_text_answers_and_focus() -> Outcome {
    let page = Page::open(ON).await?;
    let pasted = "our Entra Connect is 2.5.79.0\n";
    page.paste(pasted).await?;
    page.verdict("retired").await?;
    page.element("#tab-upgrade").await?.click().await?;
    page.script::<Value>("document.querySelector('#q-database').closest('details').open = true", vec![]).await?;
    page.element("#q-database .example").await?.click().await?;
    page.element("#q-database [aria-pressed=true]").await?;
    let before: (String, u32) = page.script(KEPT, vec![]).await?;
    assert_eq!(before.1, 1);

    page.element("select#language").await?;
    let label: String = page.script("return document.querySelector('#language').labels[0].innerText", vec![]).await?;
    assert_eq!(label, "Language");
    let names: Vec<String> =
        page.script("return [...document.querySelector('#language').options].map((one) => one.text)", vec![]).await?;
    assert_eq!(names, ["English", "Deutsch", "Español", "Français", "日本語", "العربية"]);
    page.script::<Value>("document.querySelector('#language').focus()", vec![]).await?;
    for code in ["ar", "de", "en"] {
        // As by keys: Firefox's driver takes the focus from a list whose entry it clicks.
        let choose = "const list = document.querySelector('#language'); list.value = arguments[0];
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        page.script::<Value>(choose, vec![code.into()]).await?;
        page.element(&format!("html[lang={code}]")).await?;
        page.drawn().await?;
        let focus: String = page.script("return document.activeElement.id", vec![]).await?;
        assert_eq!(focus, "language", "{code}: the focus stays where it was");
        assert_eq!(page.script::<(String, u32)>(KEPT, vec![]).await?, before, "{code}");
        let shown = seen(&page).await?;
        let question =
            if code == "en" { "Is your Entra Connect still good?".to_owned() } else { words(code, "page-question") };
        assert_eq!(shown.2, question);
    }
    // What the address holds from now on names the language.
    page.element("#q-database .example").await?.click().await?;
    page.drawn().await?;
    let hash: String = page.script("return location.hash", vec![]).await?;
    assert!(hash.contains("&lang=en"), "{hash}");
    page.close().await
}

/// What stands in the box, and how many answers are given.
const KEPT: &str = "return [document.querySelector('textarea').value,
    document.querySelectorAll('[aria-pressed=true]').length]";

#[tokio::test]
async fn an_unknown_language_falls_back() -> Outcome {
    let page = Page::browser().await?;
    let rubbish = "e".repeat(3000);
    for language in ["xx", "", "%00", "%3Cscript%3Ealert(1)%3C/script%3E", rubbish.as_str()] {
        page.go(&format!("v=2.4.21.0&{ON}&lang={language}")).await?;
        page.verdict("retired").await?;
        let (code, direction, question, word) = seen(&page).await?;
        assert_eq!((&*code, &*direction), ("en", "ltr"), "{language}");
        assert_eq!(question, "Is your Entra Connect still good?");
        assert_eq!(word, "Announced to be cut off");
    }
    page.go(&format!("v=2.4.21.0&{ON}&lang=DE-ch")).await?;
    page.element("html[lang=de]").await?;
    let console = page.console().await?;
    assert!(console.is_empty(), "{console:#?}");
    page.close().await
}

#[tokio::test]
async fn words_of_the_facts_are_marked_as_english() -> Outcome {
    let page = Page::open(&format!("v=2.4.21.0&{ON}&lang=ar")).await?;
    page.verdict("retired").await?;
    page.unfold().await?;
    let facts: Vec<(String, String, String)> = page
        .script(
            "return [...document.querySelectorAll('bdi')].map((one) => [one.lang, one.dir, one.textContent])",
            vec![],
        )
        .await?;
    assert!(facts.len() > 10, "{facts:#?}");
    for (language, direction, text) in &facts {
        assert_eq!((language.as_str(), direction.as_str()), ("en", "ltr"), "{text}");
        assert!(text.contains(|letter: char| letter.is_ascii_alphabetic()), "{text}");
    }
    // Commands stay as they are, whichever way the page runs.
    let commands: Vec<String> =
        page.script("return [...document.querySelectorAll('code')].map((one) => one.dir)", vec![]).await?;
    assert!(!commands.is_empty() && commands.iter().all(|direction| direction == "ltr"), "{commands:?}");
    page.go(&format!("v=2.4.21.0&{ON}")).await?;
    page.verdict("retired").await?;
    let english: String = page.script("return document.querySelector('#app').textContent", vec![]).await?;
    assert!(!english.contains(['\u{2066}', '\u{2068}', '\u{2069}']), "English holds no marks");
    page.close().await
}

#[tokio::test]
async fn no_rule_is_broken_in_arabic_or_japanese() -> Outcome {
    let page = Page::browser().await?;
    let mut told = String::new();
    for code in ["ar", "ja"] {
        for state in State::ALL {
            for width in [1280, 320] {
                page.width(width).await?;
                state.reach_by(&page, &format!("{ON}&lang={code}")).await?;
                // The long list of all builds is looked at in English.
                let open = "document.querySelectorAll('.verdict details').forEach((part) => { part.open = true; })";
                page.script::<Value>(open, vec![]).await?;
                page.drawn().await?;
                let violations = axe::violations(&page).await?;
                if !violations.is_empty() {
                    told += &format!("\n\n{code}, {}, {width} px:{}", state.name(), axe::told(&violations));
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
    async fn the_browsers_languages_decide_where_the_link_does_not() -> Outcome {
        let page = Page::browser().await?;
        page.before_each_page(
            "Object.defineProperty(navigator, 'languages', { get: () => ['sv', 'de-AT', 'en', 'fr'] })",
        )
        .await?;
        page.go("v=2.5.79.0&on=2026-01-15").await?;
        page.element("html[lang=de]").await?;
        // As the reader's own region says it.
        let shown = page.verdict("supported").await?;
        assert!(shown.text.contains("15. Jänner 2026"), "{}", shown.text);
        page.go("v=2.5.79.0&on=2026-01-15&lang=fr").await?;
        page.element("html[lang=fr]").await?;
        page.go("v=2.5.79.0&on=2026-01-15&lang=en").await?;
        page.element("html[lang=en]").await?;
        page.close().await
    }
}
