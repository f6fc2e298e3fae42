//! Browsers, as data: which program drives which, and how both are started.

use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::Value;

use crate::{Error, chromium, firefox, webkit};

/// The three engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by its own driver.
    WebKit,
}

/// Something that a reader's browser may not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It runs no scripts.
    Scripts,
    /// It has no WebAssembly.
    WebAssembly,
}

/// How a browser is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Start {
    /// What it does without.
    pub lack: Option<Lack>,
    /// The port on this machine of a proxy through which everything goes, this machine's own servers included.
    pub proxy: Option<u16>,
    /// A window on a screen, where the browser cannot save a page without one.
    pub window: bool,
    /// Where the dialogue that saves has a kind to choose, it stands on "HTML only", as the browser
    /// remembers it from the last time.
    pub source: bool,
    /// The reader asks the system for less motion.
    pub calm: bool,
}

/// A browser that the tests can drive.
#[derive(Debug, Clone)]
pub struct Engine {
    /// Which.
    pub kind: Kind,
    /// The driver's program.
    pub driver: PathBuf,
    /// The browser's program.
    pub browser: PathBuf,
}

/// Names, variables and programs: what `cargo xtask` hands over, else what `PATH` has.
const ENGINES: [(&str, Kind, [&str; 2], [&str; 2]); 3] = [
    ("chromium", Kind::Chromium, ["ECC_CHROMEDRIVER", "ECC_CHROMIUM"], ["chromedriver", "chromium"]),
    ("firefox", Kind::Firefox, ["ECC_GECKODRIVER", "ECC_FIREFOX"], ["geckodriver", "firefox-esr"]),
    ("webkit", Kind::WebKit, ["ECC_WEBKITDRIVER", "ECC_WEBKIT"], ["WebKitWebDriver", "MiniBrowser"]),
];

impl Engine {
    /// The one that `ECC_ENGINE` names; Chromium if it names none.
    pub fn chosen() -> Result<Self, Error> {
        let wanted = std::env::var("ECC_ENGINE").unwrap_or_default();
        let wanted = if wanted.is_empty() { "chromium" } else { &wanted };
        let found = ENGINES.into_iter().find(|(name, ..)| *name == wanted);
        let (_, kind, variables, programs) = found.ok_or_else(|| Error::NoEngine(wanted.to_owned()))?;
        let place =
            |index: usize| std::env::var_os(variables[index]).map_or_else(|| which(programs[index]), PathBuf::from);
        Ok(Self { kind, driver: place(0), browser: place(1) })
    }

    /// For messages.
    pub fn name(&self) -> &'static str {
        ENGINES.iter().find(|(_, kind, ..)| *kind == self.kind).map_or("", |(name, ..)| name)
    }

    /// The driver's command line for a port, with a folder for what both write.
    pub(crate) fn command(&self, port: u16, folder: &Path, start: &Start) -> Command {
        let mut command = Command::new(&self.driver);
        match self.kind {
            Kind::Chromium => chromium::drive(&mut command, port),
            Kind::Firefox => firefox::drive(&mut command, port, folder),
            Kind::WebKit => webkit::drive(&mut command, port, folder, start),
        }
        command
    }

    /// The whole request of the driver.
    pub(crate) fn session(&self, folder: &Path, start: &Start) -> Capabilities {
        let wanted = match self.kind {
            Kind::Chromium => chromium::capabilities(&self.browser, folder, start),
            Kind::Firefox => firefox::capabilities(&self.browser, folder, start),
            Kind::WebKit => webkit::capabilities(&self.browser, start),
        };
        match wanted {
            Value::Object(capabilities) => capabilities,
            _ => Capabilities::new(),
        }
    }

    /// The size of the screen that it needs: WebKit's browser has no way without one.
    pub(crate) fn screen(&self, start: &Start) -> Option<&'static str> {
        match self.kind {
            Kind::Chromium => start.window.then_some("1200x900x24"),
            Kind::Firefox => None,
            Kind::WebKit => Some("1400x1400x24"),
        }
    }
}

/// A program on `PATH`; its bare name if it is not there, so that the error names it.
fn which(program: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|place| place.is_file());
    found.or_else(|| webkit::browser(program)).unwrap_or_else(|| program.into())
}
