//! Tools that npm's registry has ready-made.

use std::path::{Path, PathBuf};

use super::{Found, announce, apt, names_version, which};
use crate::run::{Step, output};
use crate::{Error, pins};

/// A package of npm and the one file of it that is used.
pub struct NpmTool {
    package: &'static str,
    version: &'static str,
    /// Below `node_modules`.
    file: &'static str,
    /// If the file is a program: its name on `PATH` and the version it prints.
    program: Option<(&'static str, &'static str)>,
    why: &'static str,
}

impl NpmTool {
    pub fn wasm_opt() -> Self {
        Self {
            package: "binaryen",
            version: pins::BINARYEN,
            file: ".bin/wasm-opt",
            // The program knows only the first number: "wasm-opt version 132 (version_132)".
            program: Some(("wasm-opt", pins::BINARYEN.split_once('.').map_or(pins::BINARYEN, |parts| parts.0))),
            why: "its wasm-opt makes the page's WebAssembly smaller",
        }
    }

    pub fn esbuild() -> Self {
        Self {
            package: "esbuild",
            version: pins::ESBUILD,
            file: ".bin/esbuild",
            program: Some(("esbuild", pins::ESBUILD)),
            why: "it joins and minifies the script and the styles of the one-file page",
        }
    }

    pub fn publint() -> Self {
        Self {
            package: "publint",
            version: pins::PUBLINT,
            file: ".bin/publint",
            program: None,
            why: "it checks the package of the element",
        }
    }

    pub fn attw() -> Self {
        Self {
            package: "@arethetypeswrong/cli",
            version: pins::ATTW,
            file: ".bin/attw",
            program: None,
            why: "it checks the package's types",
        }
    }

    pub fn axe() -> Self {
        Self {
            package: "axe-core",
            version: pins::AXE_CORE,
            file: "axe-core/axe.min.js",
            program: None,
            why: "the tests hold the page to its accessibility rules",
        }
    }

    pub fn ensure(&self, tools: &Path) -> Result<Found, Error> {
        let root = tools.join(format!("{}-{}", self.package, self.version));
        if let Some(place) = self.there(&root) {
            return Ok(self.found(place));
        }
        let npm = npm()?;
        let wanted = format!("{}@{}", self.package, self.version);
        announce(&wanted, self.why, "npm install, into a folder of its own");
        Step::new(&format!("installing {wanted}"), npm)
            // A package that needs to run a script to be installed is not one we take.
            .args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--prefix"])
            .arg(&root)
            .arg(&wanted)
            .run_quietly()?;
        self.there(&root).map(|place| self.found(place)).ok_or_else(|| Error::CannotInstall {
            tool: wanted.clone(),
            why: self.why,
            reason: format!("npm says it is done, but {} is not there or does not run", self.file),
            by_hand: format!("npm install --prefix {} {wanted}", root.display()),
        })
    }

    fn found(&self, place: PathBuf) -> Found {
        Found { name: self.package.to_owned(), version: self.version.to_owned(), place }
    }

    fn there(&self, root: &Path) -> Option<PathBuf> {
        let file = root.join("node_modules").join(self.file);
        match self.program {
            Some((name, version)) => which(name).into_iter().chain([file]).find(|place| {
                output(place, &["--version"], Path::new("/")).is_some_and(|printed| names_version(&printed, version))
            }),
            None => file.is_file().then_some(file),
        }
    }
}

/// npm itself, from Debian if it is missing.
pub(super) fn npm() -> Result<PathBuf, Error> {
    const WHY: &str = "npm's registry has ready-made tools that would take long to build";
    if let Some(npm) = which("npm") {
        return Ok(npm);
    }
    apt::install(&["nodejs", "npm"], "Node and npm", WHY)?;
    which("npm").ok_or_else(|| Error::CannotInstall {
        tool: "npm".to_owned(),
        why: WHY,
        reason: "apt-get says it is done, but npm is not on PATH".to_owned(),
        by_hand: "install Node 20 or newer from https://nodejs.org".to_owned(),
    })
}
