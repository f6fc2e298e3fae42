//! Web servers of other people, from which the tests open the page.

use std::path::{Path, PathBuf};

use super::{Found, announce, apt, which};
use crate::Error;
use crate::run::{Step, output};

const WHY: &str = "the tests open the page from servers as people have them";

/// Python, for its `http.server`.
pub fn python() -> Result<Found, Error> {
    let there = || {
        let place = which("python3")?;
        let version = output(&place, &["--version"], Path::new("/"))?;
        let version = version.trim().trim_start_matches("Python ").to_owned();
        Some(Found { name: "python3".to_owned(), version, place })
    };
    if let Some(found) = there() {
        return Ok(found);
    }
    apt::install(&["python3"], "Python", WHY)?;
    there().ok_or_else(|| cannot("python3", "apt-get says it is done, but python3 is not on PATH"))
}

/// nginx from `PATH`, else unpacked from Debian's package into the folder of the tools: installing
/// it would start a server on this machine.
pub fn nginx(tools: &Path) -> Result<Found, Error> {
    let root = tools.join("nginx");
    let unpacked = root.join("usr/sbin/nginx");
    let found = |place: PathBuf| {
        // It tells its version on the other channel; that it runs is what counts.
        output(&place, &["-v"], Path::new("/"))?;
        Some(Found { name: "nginx".to_owned(), version: "any".to_owned(), place })
    };
    let there = || [which("nginx"), Some(unpacked.clone())].into_iter().flatten().find_map(found);
    if let Some(found) = there() {
        return Ok(found);
    }
    announce("nginx", WHY, "apt-get download nginx, unpacked into the folder of the tools");
    let failed = |source| Error::File { path: root.clone(), source };
    std::fs::create_dir_all(&root).map_err(failed)?;
    Step::new("apt-get download", "apt-get").args(["download", "nginx"]).folder(&root).run_quietly()?;
    for entry in std::fs::read_dir(&root).map_err(failed)?.flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "deb") {
            Step::new("dpkg-deb", "dpkg-deb").arg("--extract").arg(entry.path()).arg(&root).run_quietly()?;
        }
    }
    there().ok_or_else(|| cannot("nginx", "it was unpacked but does not run"))
}

fn cannot(tool: &str, reason: &str) -> Error {
    Error::CannotInstall {
        tool: tool.to_owned(),
        why: WHY,
        reason: reason.to_owned(),
        by_hand: format!("sudo apt-get install {tool}"),
    }
}
