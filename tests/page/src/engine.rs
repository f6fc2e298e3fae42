//! Browsers, as data.

use std::path::{Path, PathBuf};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// A browser that the tests can drive.
#[derive(Debug, Clone)]
pub struct Engine {
    /// For messages.
    pub name: &'static str,
    /// The driver's program.
    pub driver: PathBuf,
    /// Its arguments for a port.
    pub arguments: fn(u16) -> Vec<String>,
    /// The browser's program.
    pub browser: PathBuf,
    /// What to ask of the driver, for a browser and a fresh folder for its profile.
    pub capabilities: fn(browser: &Path, profile: &Path) -> Value,
}

impl Engine {
    /// Chromium, from where `cargo xtask` found it, else from `PATH`.
    pub fn chromium() -> Self {
        let place =
            |name: &str, otherwise: &str| std::env::var_os(name).map_or_else(|| which(otherwise), PathBuf::from);
        Self {
            name: "chromium",
            driver: place("ECC_CHROMEDRIVER", "chromedriver"),
            arguments: |port| vec![format!("--port={port}")],
            browser: place("ECC_CHROMIUM", "chromium"),
            capabilities: chromium,
        }
    }

    /// The whole request of the driver.
    pub(crate) fn session(&self, profile: &Path) -> Capabilities {
        match (self.capabilities)(&self.browser, profile) {
            Value::Object(capabilities) => capabilities,
            _ => Capabilities::new(),
        }
    }
}

fn chromium(browser: &Path, profile: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.display());
    let arguments = [
        "--headless=new",
        // As root there is no sandbox to be had; the only page opened is our own.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        // Quiet on a closed network, and nothing of its own in the list of requests.
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        &profile,
    ];
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        "goog:chromeOptions": {"binary": browser, "args": arguments},
    })
}

/// A program on `PATH`; its bare name if it is not there, so that the error names it.
fn which(program: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|place| place.is_file());
    found.unwrap_or_else(|| program.into())
}
