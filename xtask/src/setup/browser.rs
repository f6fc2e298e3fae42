//! A real browser for the tests, with the driver of the same version.

use std::path::{Path, PathBuf};

use super::{Found, apt, which};
use crate::Error;
use crate::run::output;

const WHY: &str = "the tests open the finished page in a real browser";

/// Chromium under the names by which it comes.
const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// A browser and what drives it, of one version.
pub struct Pair {
    pub browser: Found,
    pub driver: Found,
}

/// Takes the pair from `PATH`, else from Debian.
pub fn ensure() -> Result<Pair, Error> {
    if let Some(pair) = pair() {
        return Ok(pair);
    }
    let by_hand = "sudo apt-get install chromium chromium-driver";
    let cannot = |reason: &str, by_hand: &str| Error::CannotInstall {
        tool: "Chromium with chromedriver".to_owned(),
        why: WHY,
        reason: reason.to_owned(),
        by_hand: by_hand.to_owned(),
    };
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    if system.lines().any(|line| line == "ID=ubuntu") {
        return Err(cannot(
            "Ubuntu has them only as snaps, which need a running snap service",
            "sudo snap install chromium, then put its chromedriver on PATH",
        ));
    }
    apt::install(&["chromium", "chromium-driver"], "Chromium with chromedriver", WHY)?;
    pair().ok_or_else(|| cannot("apt-get says it is done, but the two are not on PATH at one version", by_hand))
}

/// The first browser on `PATH` that the driver there was made for: they must agree in the first
/// number of their version.
fn pair() -> Option<Pair> {
    let driver = found("chromedriver", which("chromedriver")?)?;
    let browser = BROWSERS
        .iter()
        .filter_map(|name| found(name, which(name)?))
        .find(|browser| major(&browser.version) == major(&driver.version))?;
    Some(Pair { browser, driver })
}

pub(super) fn found(name: &str, place: PathBuf) -> Option<Found> {
    let printed = output(&place, &["--version"], Path::new("/"))?;
    Some(Found { name: name.to_owned(), version: version_in(&printed)?.to_owned(), place })
}

/// "Chromium 156.0.8078.79 built on Debian" has it third, "Google Chrome 156.0.1.2" too.
fn version_in(printed: &str) -> Option<&str> {
    printed.split_whitespace().find(|word| word.contains('.') && word.starts_with(|c: char| c.is_ascii_digit()))
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_in_what_each_prints() {
        assert_eq!(version_in("Chromium 156.0.8078.79 built on Debian GNU/Linux 12"), Some("156.0.8078.79"));
        assert_eq!(version_in("ChromeDriver 156.0.8078.79 (a21ce95c-refs/branch)"), Some("156.0.8078.79"));
        assert_eq!(version_in("Google Chrome 156.0.1.2 "), Some("156.0.1.2"));
        assert_eq!(version_in("This is only a stub"), None);
        assert_eq!(major("156.0.1.2"), "156");
    }
}
