//! Packages of Debian and Ubuntu.

use std::path::Path;
use std::sync::OnceLock;

use super::{announce, which};
use crate::Error;
use crate::run::{Step, output};

/// Installs packages, as root or through sudo.
pub fn install(packages: &[&str], tool: &str, why: &'static str) -> Result<(), Error> {
    let by_hand = format!("sudo apt-get install {}", packages.join(" "));
    let cannot = |reason: &str| Error::CannotInstall {
        tool: tool.to_owned(),
        why,
        reason: reason.to_owned(),
        by_hand: by_hand.clone(),
    };
    which("apt-get").ok_or_else(|| cannot("there is no apt-get; this setup knows Debian and Ubuntu"))?;
    let root = output("id", &["-u"], Path::new("/")).is_some_and(|id| id.trim() == "0");
    if !root && which("sudo").is_none() {
        return Err(cannot("that takes root, and there is no sudo"));
    }
    announce(tool, why, &by_hand);
    let apt_get = |what: &str, arguments: &[&str]| {
        let step = if root { Step::new(what, "env") } else { Step::new(what, "sudo").arg("env") };
        step.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]).args(arguments).run_quietly()
    };
    // The lists of a fresh machine are empty or old. Once a run is enough, and if it fails (one of
    // several sources out of reach) the packages may be there all the same.
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.set(()).is_ok()
        && let Err(error) = apt_get("apt-get update", &["update"])
    {
        eprintln!("   {error}; going on with the lists as they are");
    }
    let mut arguments = vec!["install", "--no-install-recommends"];
    arguments.extend(packages);
    apt_get(&format!("installing {tool}"), &arguments).map_err(|_| cannot("apt-get failed"))
}
