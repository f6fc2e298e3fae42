//! The other two engines, and the screen that browsers with a window need.

use std::path::{Path, PathBuf};

use super::{Found, apt, browser, which};
use crate::Error;
use crate::run::output;

const WHY: &str = "the page's journeys are made in Firefox and WebKit too";
const WHY_SCREEN: &str = "browsers with a window need a screen, and keys to be pressed there";

/// Firefox from `PATH`, else from Debian.
pub fn firefox() -> Result<Found, Error> {
    let there = || ["firefox-esr", "firefox"].iter().find_map(|name| browser::found(name, which(name)?));
    from_debian(there, "firefox-esr", "Firefox", WHY)
}

/// WebKitGTK's driver, which names no version when asked.
pub fn webkit_driver() -> Result<Found, Error> {
    from_debian(
        || of_package(which("WebKitWebDriver")?, "webkit2gtk-driver"),
        "webkit2gtk-driver",
        "WebKitWebDriver",
        WHY,
    )
}

/// WebKitGTK's browser: no program for people, so it lies among the libraries and on no `PATH`. The
/// driver's package brings it.
pub fn webkit() -> Result<Found, Error> {
    let there = || {
        let libraries = Path::new("/usr/lib").join(format!("{}-linux-gnu", std::env::consts::ARCH));
        let places = ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|name| libraries.join(name).join("MiniBrowser"));
        of_package(places.into_iter().find(|place| place.is_file())?, "webkit2gtk-driver")
    };
    from_debian(there, "webkit2gtk-driver", "WebKit's MiniBrowser", WHY)
}

/// A screen that nobody looks at.
pub fn screen() -> Result<Found, Error> {
    from_debian(|| of_package(which("Xvfb")?, "xvfb"), "xvfb", "Xvfb", WHY_SCREEN)
}

/// Keys and clicks on it, for a browser's own dialogues, which no driver reaches.
pub fn keys() -> Result<Found, Error> {
    from_debian(|| of_package(which("xdotool")?, "xdotool"), "xdotool", "xdotool", WHY_SCREEN)
}

fn from_debian(
    there: impl Fn() -> Option<Found>,
    package: &str,
    tool: &str,
    why: &'static str,
) -> Result<Found, Error> {
    if let Some(found) = there() {
        return Ok(found);
    }
    apt::install(&[package], tool, why)?;
    there().ok_or_else(|| Error::CannotInstall {
        tool: tool.to_owned(),
        why,
        reason: "apt-get says it is done, but it is not there or does not run".to_owned(),
        by_hand: format!("sudo apt-get install {package}"),
    })
}

/// A program, with the version of the package that it is from.
fn of_package(place: PathBuf, package: &str) -> Option<Found> {
    let version = output("dpkg-query", &["--show", "--showformat=${Version}", package], Path::new("/"));
    let name = place.file_name()?.to_string_lossy().into_owned();
    Some(Found { name, version: version.unwrap_or_else(|| "unknown".to_owned()), place })
}
