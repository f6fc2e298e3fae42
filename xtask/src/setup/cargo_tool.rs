//! Tools that are Rust programs: ready-made where `cargo binstall` can fetch them, else built.

use std::path::{Path, PathBuf};

use super::{Found, announce, names_version, which};
use crate::run::{Step, output};
use crate::{Error, Project, pins};

/// Trunk's own release profile takes twenty minutes on two cores, this one five; these tools work
/// for seconds, so nobody misses the speed.
const CHEAP_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// A program that crates.io has.
pub struct CargoTool {
    package: &'static str,
    binary: &'static str,
    version: String,
    /// Whether its own lock file can be used.
    locked: bool,
    why: &'static str,
}

impl CargoTool {
    pub fn trunk() -> Self {
        Self {
            package: "trunk",
            binary: "trunk",
            version: pins::TRUNK.to_owned(),
            locked: true,
            why: "it builds the page and serves it",
        }
    }

    /// Its lock file names a release of a dependency that is no longer there: so not `--locked`.
    pub fn wasm_bindgen(project: &Project) -> Result<Self, Error> {
        Ok(Self {
            package: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            version: project.locked("wasm-bindgen")?,
            locked: false,
            why: "it joins WebAssembly and JavaScript, and must be as old as the library in Cargo.lock",
        })
    }

    pub fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            binary: "geckodriver",
            version: pins::GECKODRIVER.to_owned(),
            locked: true,
            why: "it drives Firefox for the tests of the page",
        }
    }

    pub fn ensure(&self, project: &Project, tools: &Path) -> Result<Found, Error> {
        let root = tools.join(format!("{}-{}", self.binary, self.version));
        let built = root.join("bin").join(self.binary);
        let there =
            || which(self.binary).filter(|place| self.fits(place)).or_else(|| self.fits(&built).then(|| built.clone()));
        if let Some(place) = there() {
            return Ok(self.found(place));
        }
        if !self.fetch(project, &root) || !self.fits(&built) {
            self.build(project, &root)?;
        }
        there().map(|place| self.found(place)).ok_or_else(|| Error::CannotInstall {
            tool: format!("{} {}", self.package, self.version),
            why: self.why,
            reason: format!("{} was installed but does not run", built.display()),
            by_hand: self.by_hand(&root),
        })
    }

    fn found(&self, place: PathBuf) -> Found {
        Found { name: self.binary.to_owned(), version: self.version.clone(), place }
    }

    fn fits(&self, place: &Path) -> bool {
        output(place, &["--version"], Path::new("/")).is_some_and(|printed| names_version(&printed, &self.version))
    }

    /// Only where the person has `cargo binstall`: it knows the project's releases and checks them.
    /// Whether that worked; if not, building is left.
    fn fetch(&self, project: &Project, root: &Path) -> bool {
        if which("cargo-binstall").is_none() {
            return false;
        }
        announce(&format!("{} {}", self.package, self.version), self.why, "cargo binstall, ready-made");
        Step::cargo("cargo binstall", project.root())
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(root)
            .arg(format!("{}@{}", self.package, self.version))
            .run_quietly()
            .is_ok()
    }

    fn build(&self, project: &Project, root: &Path) -> Result<(), Error> {
        announce(
            &format!("{} {}", self.package, self.version),
            self.why,
            "cargo install, once; about five minutes on two cores",
        );
        let mut step = Step::cargo(&format!("installing {}", self.package), project.root());
        for (name, value) in CHEAP_PROFILE {
            step = step.env(name, value);
        }
        step.args(["install", self.package, "--version", self.version.as_str(), "--root"])
            .arg(root)
            .args(self.locked.then_some("--locked"))
            .run_quietly()
    }

    fn by_hand(&self, root: &Path) -> String {
        let locked = if self.locked { " --locked" } else { "" };
        format!("cargo install {} --version {} --root {}{locked}", self.package, self.version, root.display())
    }
}
