//! What is Chromium's own: its start, and what is asked of it by the DevTools protocol.

use std::path::Path;
use std::process::Command;

use fantoccini::Client;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::command::Post;
use crate::{Error, Lack, Start};

pub(crate) fn drive(driver: &mut Command, port: u16) {
    driver.arg(format!("--port={port}"));
}

pub(crate) fn capabilities(browser: &Path, folder: &Path, start: &Start) -> Value {
    let mut arguments: Vec<String> = [
        // As root there is no sandbox to be had; the only page opened is our own.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        // Quiet on a closed network, and nothing of its own in the list of requests.
        "--disable-quic",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", folder.display()));
    if start.window {
        arguments.extend(["--window-position=0,0", "--window-size=1100,800"].map(str::to_owned));
    } else {
        arguments.push("--headless=new".to_owned());
    }
    if start.calm {
        arguments.push("--force-prefers-reduced-motion".to_owned());
    }
    if let Some(port) = start.proxy {
        // Without the last word a browser goes to its own machine past the proxy.
        arguments.push(format!("--proxy-server=http://127.0.0.1:{port}"));
        arguments.push("--proxy-bypass-list=<-loopback>".to_owned());
    }
    // 1 is the whole page, as in a new browser.
    let save = if start.source { 0 } else { 1 };
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        "goog:chromeOptions": {"binary": browser, "args": arguments, "prefs": {
            "net.network_prediction_options": 2,
            "search.suggest_enabled": false,
            "signin.allowed": false,
            "signin.allowed_on_next_startup": false,
            "savefile.type": save,
        }},
    })
}

/// Whom the browser itself talks to, whatever page is open, and cannot be told not to: its clock, its
/// updates, its accounts, its forms, its search. That no page of ours does is told by [`requests`].
pub(crate) const OWN_TALK: [&str; 7] = [
    "clients2.google.com",
    "update.googleapis.com",
    "accounts.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "start.duckduckgo.com",
    "www.google.com",
];

/// Every address that pages have asked for since the last time, by the browser's own account: of
/// requests, and of sockets of all kinds. Without `chrome://`, by which the browser loads its own
/// pages from itself (the empty tab that a text is copied from).
pub(crate) async fn requests(client: &Client) -> Result<Vec<String>, Error> {
    #[derive(Deserialize)]
    struct Entry {
        message: String,
    }
    let log = client.issue_cmd(Post::new("se/log", json!({ "type": "performance" }))).await?;
    let entries: Vec<Entry> = serde_json::from_value(log)?;
    let mut addresses = Vec::new();
    for entry in entries {
        let message: Value = serde_json::from_str(&entry.message)?;
        let event = &message["message"];
        let address = match event["method"].as_str().unwrap_or_default() {
            "Network.requestWillBeSent" => &event["params"]["request"]["url"],
            "Network.webSocketCreated" | "Network.webTransportCreated" => &event["params"]["url"],
            _ => continue,
        };
        let address = address.as_str().unwrap_or("(an address that is no text)");
        if !address.starts_with("chrome://") {
            addresses.push(address.to_owned());
        }
    }
    Ok(addresses)
}

/// A command of the DevTools protocol.
pub(crate) async fn devtools(client: &Client, command: &str, parameters: Value) -> Result<Value, Error> {
    let body = json!({ "cmd": command, "params": parameters });
    Ok(client.issue_cmd(Post::new("goog/cdp/execute", body)).await?)
}

pub(crate) async fn lack(client: &Client, lack: Lack) -> Result<(), Error> {
    match lack {
        Lack::Scripts => {
            devtools(client, "Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
            Ok(())
        }
        Lack::WebAssembly => before_each_page(client, "delete globalThis.WebAssembly").await,
    }
}

pub(crate) async fn before_each_page(client: &Client, script: &str) -> Result<(), Error> {
    devtools(client, "Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await?;
    Ok(())
}

pub(crate) async fn collect(client: &Client) -> Result<(), Error> {
    devtools(client, "HeapProfiler.collectGarbage", json!({})).await?;
    Ok(())
}

pub(crate) async fn size(client: &Client, width: u32, height: u32) -> Result<(), Error> {
    let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    devtools(client, "Emulation.setDeviceMetricsOverride", size).await?;
    Ok(())
}

pub(crate) async fn media(client: &Client, medium: &str, scheme: &str) -> Result<(), Error> {
    let media = json!({"media": medium, "features": [{"name": "prefers-color-scheme", "value": scheme}]});
    devtools(client, "Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

/// What the console has shown since the last time it was asked.
pub(crate) async fn console(client: &Client) -> Result<Vec<String>, Error> {
    #[derive(Deserialize)]
    struct Entry {
        level: String,
        message: String,
    }
    let log = client.issue_cmd(Post::new("se/log", json!({ "type": "browser" }))).await?;
    let entries: Vec<Entry> = serde_json::from_value(log)?;
    Ok(entries.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect())
}
