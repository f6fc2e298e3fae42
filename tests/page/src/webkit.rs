//! What is WebKit's own: the start of WebKitGTK's MiniBrowser.

use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::Client;
use serde_json::{Value, json};

use crate::{Error, Lack, Start};

/// Where Debian and Ubuntu put the browser, which is on nobody's `PATH`, below the libraries.
const PLACES: [&str; 2] = ["webkit2gtk-4.1", "webkitgtk-6.0"];

/// A window with buttons cannot be as narrow as a telephone; one whose buttons take no room can.
const NO_BUTTONS: &str = "toolbar *, headerbar *, entry, button, toolbar { min-width: 0; min-height: 0; padding: 0; \
    margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.01); }\n";

/// Where the browser is.
pub(crate) fn browser(program: &str) -> Option<PathBuf> {
    if program != "MiniBrowser" {
        return None;
    }
    let libraries = Path::new("/usr/lib").join(format!("{}-linux-gnu", std::env::consts::ARCH));
    PLACES.iter().map(|place| libraries.join(place).join(program)).find(|place| place.is_file())
}

pub(crate) fn drive(driver: &mut Command, port: u16, folder: &Path, start: &Start) {
    driver.arg(format!("--port={port}"));
    for name in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        driver.env(name, folder);
    }
    driver.env("LANG", "C.UTF-8").env("LANGUAGE", "en");
    // Should it not work, the tests of narrow pages say so.
    let _ = std::fs::create_dir_all(folder.join("gtk-3.0"))
        .and_then(|()| std::fs::write(folder.join("gtk-3.0/gtk.css"), NO_BUTTONS))
        .and_then(|()| std::fs::create_dir_all(folder.join("downloads")))
        .and_then(|()| std::fs::write(folder.join("user-dirs.dirs"), downloads(folder)));
    if start.calm {
        let _ = std::fs::write(folder.join("gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
    }
    if start.lack == Some(Lack::WebAssembly) {
        driver.env("JSC_useWasm", "0");
    }
}

/// Where the desktop says that downloads go.
fn downloads(folder: &Path) -> String {
    format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.join("downloads").display())
}

pub(crate) fn capabilities(browser: &Path, start: &Start) -> Value {
    let mut arguments = vec!["--automation".to_owned()];
    if start.lack == Some(Lack::Scripts) {
        arguments.push("--enable-javascript=false".to_owned());
    }
    if let Some(port) = start.proxy {
        arguments.push(format!("--proxy=http://127.0.0.1:{port}"));
    }
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {"binary": browser, "args": arguments},
    })
}

pub(crate) async fn size(client: &Client, width: u32, height: u32) -> Result<(), Error> {
    client.set_window_size(width, height).await?;
    // The page hears of it a little later.
    for _ in 0..100 {
        if client.execute("return innerWidth", vec![]).await? == json!(width) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    Err(Error::Waited(format!("a window of {width} pixels")))
}

/// Nobody but the page itself can be asked to be dark; its colours follow this property as they
/// follow the system.
pub(crate) async fn scheme(client: &Client, scheme: &str) -> Result<(), Error> {
    client.execute("document.documentElement.style.colorScheme = arguments[0]", vec![json!(scheme)]).await?;
    Ok(())
}

/// From now on, since there is no way into a page before its own scripts. That no icon may be fetched for
/// the window is said now before that and now after it; no page asked for one.
pub(crate) async fn listen(client: &Client) -> Result<(), Error> {
    let hook = "if (window.told) return;
        window.told = [];
        for (const level of ['error', 'warn', 'log', 'info']) {
            console[level] = (...words) => told.push(`${level} ${words.join(' ')}`);
        }
        addEventListener('error', (event) => told.push(`error ${event.message}`));
        addEventListener('unhandledrejection', (event) => told.push(`error ${event.reason}`));
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            blockedURI.endsWith('/favicon.ico') || told.push(`refused ${effectiveDirective} ${blockedURI}`));";
    client.execute(hook, vec![]).await?;
    Ok(())
}

/// What was told since the last time it was asked.
pub(crate) async fn console(client: &Client) -> Result<Vec<String>, Error> {
    Ok(serde_json::from_value(client.execute("return (window.told ?? []).splice(0)", vec![]).await?)?)
}
