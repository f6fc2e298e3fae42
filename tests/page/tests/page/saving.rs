//! Copies of the page, saved by the browsers' own means and by the page itself.

use std::path::Path;

use page_tests::{Error, Listener, Page, Start, place};
use tempfile::TempDir;
use url::Url;

use crate::Outcome;

/// What stands in the page: how often what stands in it once, the text, the day, answers and ticks.
const SEEN: &str = "const all = (selector) => [...document.querySelectorAll(selector)];
    return [['#app', 'main', 'h1', 'textarea', '#releases', '.verdict', 'footer', 'style'].map((one) => all(one).length).join(),
        document.querySelector('textarea').value,
        document.querySelector('.head .on').textContent,
        all('.panel [aria-pressed=true], .plan input:checked').map((one) => (one.closest('.q') ?? one).id).join()]";
const LIST: &str = "Server,Version\nSYNC01,2.5.190.0 & <b>\n";
const ANSWERED: &str = "a.custom-sync-rules=yes&t=download";

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn original() -> Vec<u8> {
    std::fs::read(place()).expect("`cargo xtask dist` makes it")
}

/// Looks at the other way out. A copy shows everything before it has started, and answers only then.
async fn turn(page: &Page, tab: &str) -> Outcome {
    let click = format!("document.querySelector('#tab-{tab}').click()");
    let chosen = format!("return !!document.querySelector('#tab-{tab}[aria-selected=true]')");
    for _ in 0..200 {
        page.script::<serde_json::Value>(&click, vec![]).await?;
        page.drawn().await?;
        if page.script::<bool>(&chosen, vec![]).await? {
            return Ok(());
        }
    }
    Err(Error::Waited(format!("the tab {tab}")))
}

async fn seen(page: &Page) -> Result<[String; 5], Error> {
    turn(page, "cloud-sync").await?;
    let [counts, text, day, answers]: [String; 4] = page.script(SEEN, vec![]).await?;
    turn(page, "upgrade").await?;
    let [.., ticks]: [String; 4] = page.script(SEEN, vec![]).await?;
    Ok([counts, text, day, answers, ticks])
}

/// Opens a file and waits until it has started, as every copy must.
async fn open(page: &Page, file: &Path) -> Outcome {
    page.load_address(Url::from_file_path(file).expect("a whole path").as_str()).await?;
    page.element("html[data-ready]").await.map(drop)
}

/// The page gives itself out, by its own button.
async fn save_a_copy(page: &Page) -> Result<Vec<u8>, Error> {
    page.download("#save", "entra-connect-checker.html").await
}

/// The same without the download, which would change how Chromium saves from then on.
async fn given_out(page: &Page) -> Result<String, Error> {
    let catch = "const done = arguments[0];
        URL.createObjectURL = (blob) => { blob.text().then(done); return ''; };
        HTMLAnchorElement.prototype.click = () => {};
        document.querySelector('#save').click();";
    Ok(serde_json::from_value(page.client().execute_async(catch, vec![]).await?)?)
}

#[tokio::test]
async fn the_page_gives_itself_out_as_it_was_made() -> Outcome {
    let page = Page::open(&format!("v=2.5.190.0&on=2026-11-23&{ANSWERED}")).await?;
    page.verdict("supported").await?;
    page.unfold().await?;
    assert!(save_a_copy(&page).await? == original(), "from disk, byte for byte");
    page.close().await
}

#[tokio::test]
async fn what_was_typed_before_the_start_is_kept() -> Outcome {
    // As the browser has it that saved the page, or that was slow to start it.
    let files = folder();
    let file = files.path().join("typed.html");
    let page = String::from_utf8(original()).expect("it is UTF-8");
    let typed = page.replacen("<div id=\"app\"", "<div id=\"app\" data-state=\"#v=1.6.16.0&amp;on=2026-10-23\"", 1);
    let typed = typed.replacen("<main>", "<main><textarea>2.5.79.0</textarea>", 1);
    std::fs::write(&file, typed).expect("it can be written");
    let page = Page::browser().await?;
    open(&page, &file).await?;
    assert_eq!(page.verdict("supported").await?.version.as_deref(), Some("2.5.79.0"), "the text, for that day");
    // What the address asks for goes first.
    let mut link = Url::from_file_path(&file).expect("a whole path");
    link.set_fragment(Some("v=2.4.21.0"));
    page.load_address("about:blank").await?;
    page.load_address(link.as_str()).await?;
    assert_eq!(page.verdict("retired").await?.version.as_deref(), Some("2.4.21.0"));
    page.close().await
}

/// WebKitGTK's MiniBrowser has no command that saves a page.
mod not_webkit {
    use super::*;

    /// A browser that can save, and tells of all that it sends.
    async fn browser(listener: &Listener) -> Result<Page, Error> {
        Page::started(Start { window: true, proxy: Some(listener.port), ..Start::default() }).await
    }

    /// Saves, opens the copy with nobody to ask, and compares; then the same with the copy.
    async fn saves_well(page: &Page, listener: &Listener) -> Outcome {
        let files = folder();
        let before = seen(page).await?;
        listener.heard();
        for name in ["copy.html", "copy of the copy.html"] {
            let file = files.path().join(name);
            page.save_complete(&file).await?;
            page.console().await?;
            open(page, &file).await?;
            assert_eq!(seen(page).await?, before, "{name} shows one page, and what was seen");
            assert_eq!(page.console().await?, [""; 0], "{name}");
            assert_eq!(page.sent(listener), [""; 0], "{name}");
            let refused = "const done = arguments[0];
                document.addEventListener('securitypolicyviolation', () => done(true));
                setTimeout(() => done(false), 3000);
                fetch('http://elsewhere.test/').catch(() => {});";
            let refused = page.client().execute_async(refused, vec![]).await?;
            assert_eq!(refused, serde_json::json!(true), "{name}: the policy holds");
            assert_eq!(page.sent(listener), [""; 0], "{name}");
            // It judges on, not only shows.
            page.paste("2.6.92.0").await?;
            page.verdict("current").await?;
            page.paste(LIST).await?;
            page.verdict("supported").await?;
            assert_eq!(seen(page).await?, before, "{name}");
            assert!(given_out(page).await?.into_bytes() == original(), "{name} gives out the original");
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_copy_keeps_text_day_answers_and_ticks() -> Outcome {
        let listener = Listener::start()?;
        let page = browser(&listener).await?;
        page.go(&format!("on=2026-12-24&{ANSWERED}")).await?;
        page.paste(LIST).await?;
        page.verdict("supported").await?;
        let [counts, text, day, answers, ticks] = seen(&page).await?;
        assert_eq!((counts.as_str(), text.as_str()), ("1,1,1,1,1,1,1,1", LIST));
        assert!(day.contains("24 December 2026"), "{day}");
        assert_eq!((answers.as_str(), ticks.as_str()), ("q-custom-sync-rules", "t-download"));
        saves_well(&page, &listener).await?;
        page.close().await
    }

    #[tokio::test]
    async fn in_a_copy_today_stays_today() -> Outcome {
        let listener = Listener::start()?;
        let files = folder();
        let file = files.path().join("copy.html");
        let page = browser(&listener).await?;
        page.go("").await?;
        page.paste(LIST).await?;
        page.verdicts_when("a verdict", |shown| shown.len() == 1).await?;
        page.save_complete(&file).await?;
        page.today([2027, 9, 5]).await?;
        open(&page, &file).await?;
        let [counts, text, day, ..] = seen(&page).await?;
        assert_eq!((counts.as_str(), text.as_str()), ("1,1,1,1,1,1,1,1", LIST));
        assert!(day.contains("5 September 2027"), "judged for the day it is opened: {day}");
        page.element(".notice.stale").await?;
        page.close().await
    }

    #[tokio::test]
    async fn an_empty_page_saved_in_the_dark_and_in_arabic_opens_empty() -> Outcome {
        let listener = Listener::start()?;
        let files = folder();
        let file = files.path().join("copy.html");
        let page = browser(&listener).await?;
        page.scheme("dark").await?;
        page.go("lang=ar").await?;
        page.save_complete(&file).await?;
        page.scheme("light").await?;
        open(&page, &file).await?;
        page.element("html[lang=ar][dir=rtl]").await?;
        assert_eq!(page.text().await?, "");
        assert_eq!(page.elements("textarea, .waiting, #app, main").await?.len(), 4);
        let white: String = page.script("return getComputedStyle(document.body).backgroundColor", vec![]).await?;
        assert_eq!(white, "rgb(246, 247, 249)", "it follows the system, not what it was saved in");
        page.paste("2.4.21.0").await?;
        page.verdict("retired").await?;
        page.close().await
    }

    #[tokio::test]
    async fn the_source_alone_is_the_original() -> Outcome {
        let files = folder();
        let file = files.path().join("copy.html");
        let page = Page::started(Start { window: true, source: true, ..Start::default() }).await?;
        page.go("v=2.5.79.0").await?;
        page.verdicts_when("a verdict", |shown| shown.len() == 1).await?;
        page.save_source(&file).await?;
        assert!(std::fs::read(&file).expect("it is there") == original());
        open(&page, &file).await?;
        assert_eq!(page.text().await?, "", "it opens empty");
        page.paste("2.6.92.0").await?;
        page.verdict("current").await?;
        page.close().await
    }

    /// Of the two only Chromium has archives.
    mod not_firefox {
        use super::*;

        #[tokio::test]
        async fn an_archive_shows_the_verdict_as_saved_and_says_that_it_cannot_check() -> Outcome {
            let files = folder();
            let file = files.path().join("copy.mhtml");
            let page = Page::open("on=2026-12-24").await?;
            page.paste("2.4.21.0").await?;
            page.verdict("retired").await?;
            assert!(!page.element("#still").await?.is_displayed().await?, "it can check");
            page.width(360).await?;
            page.save_archive(&file).await?;
            page.load_address(Url::from_file_path(&file).expect("a whole path").as_str()).await?;
            let told = page.element("#still").await?;
            assert!(told.is_displayed().await? && told.text().await?.contains("cannot check"));
            let verdict = page.element(".verdict").await?.text().await?;
            assert!(verdict.contains("2.4.21.0") && verdict.contains("24 December 2026"), "{verdict}");
            if page.elements("#releases details[open]").await?.is_empty() {
                page.element("#releases summary").await?.click().await?;
            }
            assert!(page.element("#releases").await?.text().await?.contains("2.6.92.0"), "the plain table is in it");
            assert_eq!(page.elements("script").await?.len(), 0);
            page.close().await
        }
    }
}
