//! Saving the page by the browsers' own means, as a person does it from the menu.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::chromium::devtools;
use crate::firefox::chrome;
use crate::{Error, Kind, Page};

/// How long a dialogue or a file may take to come up.
const PATIENCE: Duration = Duration::from_secs(30);

/// What both of Firefox's ways of saving begin with.
const PERSIST: &str = "const [path, done] = arguments;
    const file = (path) => { const it = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile); it.initWithPath(path); return it; };
    const Persist = Ci.nsIWebBrowserPersist;
    const persist = Cc['@mozilla.org/embedding/browser/nsWebBrowserPersist;1'].createInstance(Persist);
    persist.persistFlags = Persist.PERSIST_FLAGS_REPLACE_EXISTING_FILES | Persist.PERSIST_FLAGS_FROM_CACHE;
    persist.progressListener = {
        QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
        onStateChange(_, __, flags, status) {
            if (flags & Ci.nsIWebProgressListener.STATE_STOP && flags & Ci.nsIWebProgressListener.STATE_IS_NETWORK) {
                done(status ? `status ${status}` : null);
            }
        },
        onProgressChange() {}, onLocationChange() {}, onStatusChange() {}, onSecurityChange() {}, onContentBlockingEvent() {},
    };
    const tab = gBrowser.selectedBrowser;";

/// Firefox's "Web page, complete", with the flags that its menu gives. `null` once it is done.
const COMPLETE: &str = "tab.frameLoader.startPersistence(null, {
        onDocumentReady(page) {
            persist.saveDocument(page, file(path), file(path + '_files'), null, Persist.ENCODE_FLAGS_ENCODE_BASIC_ENTITIES, 80);
        },
        onError(status) { done(`status ${status}`); },
    });";

/// Firefox's "Web page, HTML only".
const SOURCE: &str = "persist.saveURI(tab.currentURI, tab.contentPrincipal, 0, null, tab.cookieJarSettings, null, null,
        file(path), Ci.nsIContentPolicy.TYPE_SAVEAS_DOWNLOAD, false);";

impl Page {
    /// Saves the page as it looks: "Web page, complete". Chromium needs a window for it; WebKitGTK's
    /// MiniBrowser has no such command.
    pub async fn save_complete(&self, to: &Path) -> Result<(), Error> {
        match self.engine().kind {
            Kind::Chromium => self.by_dialogue(to).await,
            Kind::Firefox => self.persist(COMPLETE, to).await,
            Kind::WebKit => Err(self.lacks("to save a page")),
        }
    }

    /// Saves the page as it came: "HTML only". Chromium does so if it was [started](crate::Start::source)
    /// for it.
    pub async fn save_source(&self, to: &Path) -> Result<(), Error> {
        match self.engine().kind {
            Kind::Firefox => {
                self.persist(SOURCE, to).await?;
                whole(to).await
            }
            Kind::Chromium => self.by_dialogue(to).await,
            Kind::WebKit => Err(self.lacks("to save a page")),
        }
    }

    /// Saves the page as one archive, MHTML. Chromium only.
    pub async fn save_archive(&self, to: &Path) -> Result<(), Error> {
        if self.engine().kind != Kind::Chromium {
            return Err(self.lacks("for an archive"));
        }
        let archive = devtools(self.client(), "Page.captureSnapshot", json!({"format": "mhtml"})).await?;
        std::fs::write(to, archive["data"].as_str().unwrap_or_default()).map_err(|source| failed("an archive", source))
    }

    /// Clicks on something and gives back the file of this name that it downloads.
    pub async fn download(&self, selector: &str, name: &str) -> Result<Vec<u8>, Error> {
        let folder = self.folder().join("downloads");
        let file = folder.join(name);
        // In Chromium no dialogue comes up from then on, not for saving a page either.
        self.downloads(json!({"behavior": "allow", "downloadPath": folder})).await?;
        self.element(selector).await?.click().await?;
        whole(&file).await?;
        let bytes = std::fs::read(&file).map_err(|source| failed("a download", source))?;
        std::fs::remove_file(&file).map_err(|source| failed("a download", source))?;
        Ok(bytes)
    }

    /// The others have their folder by their start.
    async fn downloads(&self, how: serde_json::Value) -> Result<(), Error> {
        if self.engine().kind == Kind::Chromium {
            devtools(self.client(), "Browser.setDownloadBehavior", how).await?;
        }
        Ok(())
    }

    async fn persist(&self, script: &str, to: &Path) -> Result<(), Error> {
        let failed = chrome(self.client(), &format!("{PERSIST}\n{script}"), vec![json!(to)]).await?;
        if failed.is_null() { Ok(()) } else { Err(Error::Waited(format!("the page to be saved: {failed}"))) }
    }

    /// By keys and a click: Return does nothing where no window manager is.
    async fn by_dialogue(&self, to: &Path) -> Result<(), Error> {
        const DIALOGUE: [&str; 4] = ["search", "--onlyvisible", "--name", "^Save File$"];
        let start = Instant::now();
        let mut pressed = None;
        let window = loop {
            // Once more, should a bubble of the browser's own have taken the keys.
            if pressed.is_none_or(|at: Instant| at.elapsed() > Duration::from_secs(8)) {
                self.hand(&["mousemove", "500", "500", "key", "Escape", "key", "ctrl+s"])?;
                pressed = Some(Instant::now());
            }
            // It ends with an error while there is none.
            let found = self.hand(&DIALOGUE).unwrap_or_default();
            if let Some(window) = found.lines().next() {
                break window.to_owned();
            }
            patience(start, "the dialogue that saves").await?;
        };
        tokio::time::sleep(Duration::from_secs(1)).await;
        self.hand(&["key", "ctrl+a", "type", "--delay", "10", &to.display().to_string()])?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let shape = self.hand(&["getwindowgeometry", "--shell", &window])?;
        let number = |name: &str| -> i32 {
            shape.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')?.parse().ok()).unwrap_or_default()
        };
        // The button in the corner.
        let (x, y) = (number("X") + number("WIDTH") - 40, number("Y") + number("HEIGHT") - 22);
        self.hand(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"])?;
        whole(to).await
    }

    /// A hand at keyboard and mouse of the browser's screen.
    fn hand(&self, words: &[&str]) -> Result<String, Error> {
        let output = Command::new("xdotool")
            .args(words)
            .env("DISPLAY", self.display().unwrap_or_default())
            .output()
            .map_err(|source| failed("xdotool", source))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Error::Waited(format!("xdotool: {}", String::from_utf8_lossy(&output.stderr))))
        }
    }
}

/// Waits until a file is there and does not grow any more.
async fn whole(file: &Path) -> Result<(), Error> {
    let start = Instant::now();
    let mut before = 0;
    loop {
        let length = file.metadata().map_or(0, |about| about.len());
        if length > 0 && length == before {
            return Ok(());
        }
        before = length;
        patience(start, &format!("{} to be written", file.display())).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

async fn patience(start: Instant, what: &str) -> Result<(), Error> {
    if start.elapsed() > PATIENCE {
        return Err(Error::Waited(what.to_owned()));
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    Ok(())
}

fn failed(what: &str, source: std::io::Error) -> Error {
    Error::Machine { what: what.to_owned(), source }
}
