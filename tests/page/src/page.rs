//! The page, as a person has it before them.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::Url;

use crate::{Driver, Engine, Error, Kind, Start, webkit};

/// How long anything on the page may take. Far above what is allowed, since a busy machine is not
/// what is tested here.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser with the page open. Ends with its owner.
#[derive(Debug)]
pub struct Page {
    client: Client,
    engine: Engine,
    driver: Driver,
    /// `light` or `dark`, where the page has to be told anew each time.
    pub(crate) scheme: Cell<Option<&'static str>>,
    // After the driver: the browser writes into it to the last.
    profile: TempDir,
}

/// A verdict as it stands on the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Shown {
    /// `data-status`.
    pub status: Option<String>,
    /// `data-severity`.
    pub severity: Option<String>,
    /// `data-version`.
    pub version: Option<String>,
    /// Everything that is read there.
    pub text: String,
}

impl Page {
    /// A fresh browser with an empty tab, 1280 pixels wide.
    pub async fn browser() -> Result<Self, Error> {
        Self::started(Start::default()).await
    }

    /// The same, started in a way of its own.
    pub async fn started(start: Start) -> Result<Self, Error> {
        let engine = Engine::chosen()?;
        let profile = tempfile::tempdir().map_err(|source| Error::Machine { what: "a folder".into(), source })?;
        let driver = Driver::start(&engine, profile.path(), &start).await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.session(profile.path(), &start))
            .connect(&driver.url())
            .await?;
        let page = Self { client, engine, driver, scheme: Cell::new(None), profile };
        // Far above what anything takes, on a busy machine too.
        let patient = TimeoutConfiguration::new(Some(Duration::from_secs(120)), None, None);
        page.client.update_timeouts(patient).await?;
        if !start.window {
            page.width(1280).await?;
        }
        if let Some(lack) = start.lack {
            page.lack(lack).await?;
        }
        Ok(page)
    }

    /// A fresh browser with the page open and started, with this after the `#`.
    pub async fn open(fragment: &str) -> Result<Self, Error> {
        let page = Self::browser().await?;
        page.go(fragment).await?;
        Ok(page)
    }

    /// Opens the page anew and waits until it has started and is seen.
    pub async fn go(&self, fragment: &str) -> Result<(), Error> {
        self.load(fragment).await?;
        self.client.wait().at_most(PATIENCE).for_element(Locator::Css("html[data-ready]")).await?;
        // Nobody clicks before it can be seen, and where it stood before it was drawn, nothing is hit.
        self.drawn().await
    }

    /// Opens the page anew, and does not wait for more than its HTML.
    pub async fn load(&self, fragment: &str) -> Result<(), Error> {
        // From one fragment to the next a browser stays where it is.
        self.client.goto("about:blank").await?;
        self.load_address(address(fragment)?.as_str()).await
    }

    /// Opens an address, and does not wait for more than its HTML.
    pub async fn load_address(&self, address: &str) -> Result<(), Error> {
        self.client.goto(address).await?;
        if self.engine.kind == Kind::WebKit {
            webkit::listen(&self.client).await?;
            if let Some(scheme) = self.scheme.get() {
                webkit::scheme(&self.client, scheme).await?;
            }
        }
        Ok(())
    }

    /// Which browser it is.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// A folder of the browser's own, which goes with it.
    pub fn folder(&self) -> &Path {
        self.profile.path()
    }

    /// The display that its window is on, if it has one.
    pub fn display(&self) -> Option<&str> {
        self.driver.display()
    }

    /// Ends the browser in order. Dropping ends it too, less politely.
    pub async fn close(self) -> Result<(), Error> {
        Ok(self.client.clone().close().await?)
    }

    /// For what has no word here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The text box.
    pub async fn text_box(&self) -> Result<Element, Error> {
        Ok(self.client.find(Locator::Css("textarea")).await?)
    }

    /// What stands in the text box. Where a machine is slow, the framework fills it only after the browser
    /// had its turn.
    pub async fn text(&self) -> Result<String, Error> {
        self.drawn().await?;
        self.script("return document.querySelector('textarea').value", vec![]).await
    }

    /// Replaces the text by pasting another, with the keys and the clipboard that a person has.
    pub async fn paste(&self, text: &str) -> Result<(), Error> {
        self.paste_times(text, 1).await
    }

    /// Pastes a text so many times over, made in the browser: for texts of many megabytes.
    pub async fn paste_times(&self, text: &str, times: usize) -> Result<(), Error> {
        self.copy(text, times).await?;
        self.script::<Value>("document.querySelector('textarea').focus()", vec![]).await?;
        self.chord(Key::Control, 'a').await?;
        self.chord(Key::Control, 'v').await
    }

    /// Fills the clipboard, in another tab, as a person comes from another window.
    async fn copy(&self, text: &str, times: usize) -> Result<(), Error> {
        let here = self.client.window().await?;
        let there = self.client.new_window(true).await?.handle;
        self.client.switch_to_window(there).await?;
        // Handed over by the event, not from a box: laying out megabytes of text takes minutes.
        let fill = "const text = arguments[0].repeat(arguments[1]);
            // Something has to be selected for all browsers to copy.
            const box = document.body.appendChild(document.createElement('textarea'));
            box.value = 'x';
            box.select();
            document.addEventListener('copy', (event) => {
                event.clipboardData.setData('text/plain', text); event.preventDefault(); });";
        self.script::<Value>(fill, vec![json!(text), json!(times)]).await?;
        self.chord(Key::Control, 'c').await?;
        self.client.close_window().await?;
        self.client.switch_to_window(here).await?;
        Ok(())
    }

    /// Types at the focus, key by key.
    pub async fn keys(&self, keys: &str) -> Result<(), Error> {
        let strokes = keys.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.perform(strokes).await
    }

    /// Presses one key.
    pub async fn press(&self, key: Key) -> Result<(), Error> {
        self.keys(&char::from(key).to_string()).await
    }

    /// Presses a key while another is held.
    pub async fn chord(&self, held: Key, value: char) -> Result<(), Error> {
        let held = char::from(held);
        self.perform([
            KeyAction::Down { value: held },
            KeyAction::Down { value },
            KeyAction::Up { value },
            KeyAction::Up { value: held },
        ])
        .await
    }

    async fn perform(&self, strokes: impl IntoIterator<Item = KeyAction>) -> Result<(), Error> {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let keyboard = strokes.into_iter().fold(keyboard, |keyboard, stroke| keyboard.then(stroke));
        Ok(self.client.perform_actions(keyboard).await?)
    }

    /// All verdicts, from the top.
    pub async fn verdicts(&self) -> Result<Vec<Shown>, Error> {
        let read = "return [...document.querySelectorAll('[part~=\"verdict\"]')].map((node) => ({
            status: node.dataset.status ?? null, severity: node.dataset.severity ?? null,
            version: node.dataset.version ?? null, text: node.innerText }))";
        self.script(read, vec![]).await
    }

    /// The verdicts, once they are as expected.
    pub async fn verdicts_when(&self, what: &str, fits: impl Fn(&[Shown]) -> bool) -> Result<Vec<Shown>, Error> {
        let start = Instant::now();
        loop {
            let shown = self.verdicts().await?;
            if fits(&shown) {
                return Ok(shown);
            }
            if start.elapsed() > PATIENCE {
                return Err(Error::Waited(format!("{what}; there is {shown:#?}")));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The first verdict, once one with this status stands there.
    pub async fn verdict(&self, status: &str) -> Result<Shown, Error> {
        let first = |shown: &[Shown]| shown.first().cloned().filter(|one| one.status.as_deref() == Some(status));
        let shown = self.verdicts_when(&format!("a verdict `{status}`"), |shown| first(shown).is_some()).await?;
        first(&shown).ok_or_else(|| Error::Waited(format!("a verdict `{status}`")))
    }

    /// The first element of a selector, once it is there.
    pub async fn element(&self, selector: &str) -> Result<Element, Error> {
        Ok(self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await?)
    }

    /// All elements of a selector.
    pub async fn elements(&self, selector: &str) -> Result<Vec<Element>, Error> {
        Ok(self.client.find_all(Locator::Css(selector)).await?)
    }

    /// Runs a script in the page and reads what it returns.
    pub async fn script<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, Error> {
        Ok(serde_json::from_value(self.client.execute(script, arguments).await?)?)
    }

    /// Waits until what was done has been drawn.
    pub async fn drawn(&self) -> Result<(), Error> {
        let frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.client.execute_async(frames, vec![]).await?;
        Ok(())
    }

    /// Unfolds everything that can be unfolded.
    pub async fn unfold(&self) -> Result<(), Error> {
        let open = "document.querySelectorAll('details').forEach((part) => { part.open = true; })";
        self.script::<Value>(open, vec![]).await?;
        self.drawn().await
    }
}

/// Where the finished page is.
pub fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/index.html")
}

/// Its address on disk.
pub fn address(fragment: &str) -> Result<Url, Error> {
    let place = place();
    let place = place.canonicalize().map_err(|_| Error::NoPage(place))?;
    let mut address = Url::from_file_path(&place).map_err(|()| Error::NoPage(place))?;
    address.set_fragment(Some(fragment).filter(|fragment| !fragment.is_empty()));
    Ok(address)
}
