//! React, Vue and what builds them, all in one folder: they have to find each other.

use std::path::{Path, PathBuf};

use super::{Found, announce, npm};
use crate::run::{Step, output};
use crate::{Error, pins};

const TOOL: &str = "React, Vue and Vite";
const WHY: &str = "the package of the element is used as projects use it, with types, builds and a server";
/// The oldest Node that Vite runs on.
const NODE: (u32, u32) = (20, 19);

/// The folder `node_modules` with all of them.
pub fn ensure(tools: &Path) -> Result<Found, Error> {
    // Another version of any is another folder.
    let versions = pins::FRAMEWORKS.map(|(_, version)| version);
    let root = tools.join(format!("frameworks-{}", versions.join("-")));
    let vite = pins::FRAMEWORKS.iter().find(|(name, _)| *name == "vite").map_or("", |(_, version)| version);
    let found = |place| Found { name: "frameworks with Vite".to_owned(), version: vite.to_owned(), place };
    if let Some(place) = there(&root) {
        return Ok(found(place));
    }
    let npm = npm::npm()?;
    let cannot = |reason: String| Error::CannotInstall {
        tool: TOOL.to_owned(),
        why: WHY,
        reason,
        by_hand: format!("npm install --prefix {} {}", root.display(), wanted().join(" ")),
    };
    let node = output("node", &["--version"], Path::new("/")).unwrap_or_default();
    if numbers(&node).is_none_or(|numbers| numbers < NODE) {
        return Err(cannot(format!("Vite needs Node {}.{} or newer, and here is {}", NODE.0, NODE.1, node.trim())));
    }
    announce(TOOL, WHY, "npm install, into a folder of its own");
    Step::new("installing frameworks", npm)
        .args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--prefix"])
        .arg(&root)
        .args(wanted())
        .run_quietly()?;
    there(&root).map(found).ok_or_else(|| cannot("npm says it is done, but not all are there".to_owned()))
}

fn wanted() -> [String; 10] {
    pins::FRAMEWORKS.map(|(name, version)| format!("{name}@{version}"))
}

fn there(root: &Path) -> Option<PathBuf> {
    let modules = root.join("node_modules");
    let is_there = |name: &str| modules.join(name).join("package.json").is_file();
    pins::FRAMEWORKS.iter().all(|(name, _)| is_there(name)).then_some(modules)
}

/// The first two numbers of `v20.19.1`.
fn numbers(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().trim_start_matches('v').split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node_are_compared_as_numbers() {
        assert!(numbers("v20.9.0\n").is_some_and(|numbers| numbers < NODE));
        assert!(numbers("v20.19.1").is_some_and(|numbers| numbers >= NODE));
        assert!(numbers("v26.0.0").is_some_and(|numbers| numbers >= NODE));
        assert_eq!(numbers(""), None);
    }
}
