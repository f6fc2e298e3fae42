//! Installing what is missing, for every command that needs it.
//!
//! A tool is taken from `PATH` if it has the right version there, else from where an earlier setup
//! put it, else it is fetched ready-made, else it is built. Nothing of it touches the project or
//! the system, but for the packages of Debian (`npm`, and Chromium for the tests) and Rust's
//! WebAssembly target, which have no other place.

mod apt;
mod browser;
mod cargo_tool;
mod engines;
mod frameworks;
mod npm;
mod servers;
mod target;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::{Error, Project, no_arguments};
use cargo_tool::CargoTool;
use npm::NpmTool;

/// What a command may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Rust for `wasm32-unknown-unknown`.
    Target,
    /// Builds and serves the page.
    Trunk,
    /// Joins WebAssembly and JavaScript.
    WasmBindgen,
    /// Makes the WebAssembly smaller.
    WasmOpt,
    /// Runs random texts.
    CargoFuzz,
    /// Joins and minifies script and styles.
    Esbuild,
    /// The accessibility rules.
    Axe,
    /// Checks the package of the element.
    Publint,
    /// Checks its types.
    Attw,
    /// React, Vue and what builds them.
    Frameworks,
    /// Chromium.
    Browser,
    /// What drives it, of the same version.
    Driver,
    /// A screen for browsers with a window.
    Screen,
    /// Keys and clicks on that screen.
    Keys,
    /// Python, for its web server.
    Python,
    /// A web server.
    Nginx,
    /// Firefox.
    Firefox,
    /// What drives it.
    GeckoDriver,
    /// WebKitGTK's browser.
    WebKit,
    /// What drives it.
    WebKitDriver,
}

/// To serve the page.
pub const SERVE: &[Need] = &[Need::Target, Need::Trunk, Need::WasmBindgen, Need::WasmOpt];
/// To make the one file.
pub const DIST: &[Need] = &[Need::Target, Need::Trunk, Need::WasmBindgen, Need::WasmOpt, Need::Esbuild];
/// To test it in Chromium.
pub const ALL: &[Need] = &[
    Need::Target,
    Need::Trunk,
    Need::WasmBindgen,
    Need::WasmOpt,
    Need::Esbuild,
    Need::Axe,
    Need::Publint,
    Need::Attw,
    Need::Browser,
    Need::Driver,
    Need::Screen,
    Need::Keys,
    Need::Python,
    Need::Nginx,
];

/// The other engines: their names and what each needs. Where one cannot be had, the tests go on
/// without and say so.
pub const OTHER_ENGINES: [(&str, &[Need]); 2] =
    [("firefox", &[Need::Firefox, Need::GeckoDriver]), ("webkit", &[Need::WebKit, Need::WebKitDriver])];

/// What the package of the element is tested with; where it cannot be had, the same.
pub const FRAMEWORKS: (&str, &[Need]) = ("frameworks", &[Need::Frameworks]);

/// A tool that is there, and where.
#[derive(Debug, Clone)]
pub struct Found {
    name: String,
    version: String,
    place: PathBuf,
}

/// The tools of a command, all there.
#[derive(Debug, Clone)]
pub struct Tools {
    found: Vec<(Need, Found)>,
}

impl Tools {
    /// The program (or file) of a need, if that was asked for.
    pub fn place(&self, need: Need) -> Option<&Path> {
        self.found.iter().find(|(of, _)| *of == need).map(|(_, found)| found.place.as_path())
    }

    /// Sees to it that these needs are met too; none is added if one cannot be.
    pub fn add(&mut self, project: &Project, needs: &[Need]) -> Result<(), Error> {
        let folder = tools_folder()?;
        let mut found = Vec::new();
        for need in needs {
            found.push((*need, meet(project, &folder, *need)?));
        }
        for (_, tool) in &found {
            eprintln!("  {:<26} {:<12} {}", tool.name, tool.version, tool.place.display());
        }
        self.found.extend(found);
        Ok(())
    }

    /// `PATH` with the tools first, so that Trunk finds the right ones.
    pub fn path(&self) -> OsString {
        let programs = self
            .found
            .iter()
            .filter(|(need, _)| !matches!(need, Need::Target | Need::Axe | Need::Nginx | Need::Frameworks));
        let mut folders: Vec<PathBuf> =
            programs.filter_map(|(_, found)| found.place.parent()).map(Path::to_path_buf).collect();
        folders.dedup();
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        // A folder with a colon in its name cannot stand in PATH; then the tools are found without.
        std::env::join_paths(folders).unwrap_or_else(|_| std::env::var_os("PATH").unwrap_or_default())
    }
}

/// `cargo xtask setup`: everything that any command needs.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    everything(project).map(drop)
}

/// All tools, and all engines that can be had.
pub fn everything(project: &Project) -> Result<Tools, Error> {
    let mut tools = ensure(project, ALL)?;
    for (name, needs) in OTHER_ENGINES.into_iter().chain([FRAMEWORKS]) {
        if let Err(error) = tools.add(project, needs) {
            eprintln!("\n{name} cannot be had, so it is left out: {error}");
        }
    }
    Ok(tools)
}

/// The program of a need that has been seen to.
pub fn program(tools: &Tools, need: Need, name: &str) -> PathBuf {
    tools.place(need).map_or_else(|| name.into(), Path::to_path_buf)
}

/// Sees to it that all needs are met, then prints a line for each.
pub fn ensure(project: &Project, needs: &[Need]) -> Result<Tools, Error> {
    let mut tools = Tools { found: Vec::new() };
    tools.add(project, needs)?;
    Ok(tools)
}

fn meet(project: &Project, folder: &Path, need: Need) -> Result<Found, Error> {
    match need {
        Need::Target => target::ensure(project),
        Need::Trunk => CargoTool::trunk().ensure(project, folder),
        Need::WasmBindgen => CargoTool::wasm_bindgen(project)?.ensure(project, folder),
        Need::CargoFuzz => CargoTool::cargo_fuzz().ensure(project, folder),
        Need::WasmOpt => NpmTool::wasm_opt().ensure(folder),
        Need::Esbuild => NpmTool::esbuild().ensure(folder),
        Need::Axe => NpmTool::axe().ensure(folder),
        Need::Publint => NpmTool::publint().ensure(folder),
        Need::Attw => NpmTool::attw().ensure(folder),
        Need::Frameworks => frameworks::ensure(folder),
        Need::Browser => browser::ensure().map(|pair| pair.browser),
        Need::Driver => browser::ensure().map(|pair| pair.driver),
        Need::Screen => engines::screen(),
        Need::Keys => engines::keys(),
        Need::Python => servers::python(),
        Need::Nginx => servers::nginx(folder),
        Need::Firefox => engines::firefox(),
        Need::GeckoDriver => CargoTool::geckodriver().ensure(project, folder),
        Need::WebKit => engines::webkit(),
        Need::WebKitDriver => engines::webkit_driver(),
    }
}

/// Whether the page can be compiled: for `check`, which installs nothing.
pub fn has_target(project: &Project) -> bool {
    target::installed(project).is_some()
}

/// Where tools are kept between runs: outside the project, so that a fresh clone finds them.
fn tools_folder() -> Result<PathBuf, Error> {
    folder_from(|name| std::env::var_os(name).filter(|value| !value.is_empty())).ok_or_else(|| Error::CannotInstall {
        tool: "a folder for tools".to_owned(),
        why: "it keeps them between runs",
        reason: "neither ECC_TOOLS, XDG_CACHE_HOME nor HOME is set".to_owned(),
        by_hand: "export ECC_TOOLS=/a/folder/of/yours".to_owned(),
    })
}

fn folder_from(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if let Some(folder) = variable("ECC_TOOLS") {
        return Some(folder.into());
    }
    let cache = variable("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| variable("HOME").map(|home| PathBuf::from(home).join(".cache")))?;
    Some(cache.join("entra-connect-checker").join("tools"))
}

/// A program on `PATH`.
fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|place| is_program(place))
}

fn is_program(place: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    place.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

/// Whether what `--version` prints names exactly this version: `0.2.13` is not `0.2.130`.
fn names_version(printed: &str, version: &str) -> bool {
    let bare = |word: &str| word.trim_start_matches(['v', '(']).trim_end_matches([')', ',']).to_owned();
    printed.split_whitespace().any(|word| bare(word) == version)
}

/// Says what is about to happen, and why, before it does.
fn announce(tool: &str, why: &str, how: &str) {
    eprintln!("\n── installing {tool}\n   why: {why}\n   how: {how}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_whole() {
        assert!(names_version("trunk 0.21.14\n", "0.21.14"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!names_version("wasm-bindgen 0.2.130", "0.2.13"));
        assert!(!names_version("wasm-bindgen 0.2.13", "0.2.130"));
    }

    #[test]
    fn the_folder_follows_the_nearest_wish() {
        let set = |names: &'static [&'static str]| {
            folder_from(move |name| names.contains(&name).then(|| format!("/{name}").into()))
        };
        assert_eq!(set(&["ECC_TOOLS", "XDG_CACHE_HOME", "HOME"]), Some("/ECC_TOOLS".into()));
        assert_eq!(set(&["XDG_CACHE_HOME", "HOME"]), Some("/XDG_CACHE_HOME/entra-connect-checker/tools".into()));
        assert_eq!(set(&["HOME"]), Some("/HOME/.cache/entra-connect-checker/tools".into()));
        assert_eq!(set(&[]), None);
    }

    #[test]
    fn tools_stand_first_in_path() {
        let found = |place: &str| Found { name: String::new(), version: String::new(), place: place.into() };
        let tools = Tools {
            found: vec![
                (Need::Target, found("/rust/lib")),
                (Need::Trunk, found("/tools/trunk/bin/trunk")),
                (Need::Axe, found("/tools/axe/axe.min.js")),
            ],
        };
        let path = tools.path();
        assert!(path.to_string_lossy().starts_with("/tools/trunk/bin:"), "{path:?}");
        assert!(!path.to_string_lossy().contains("/tools/axe"), "{path:?}");
        assert_eq!(tools.place(Need::Axe), Some(Path::new("/tools/axe/axe.min.js")));
        assert_eq!(tools.place(Need::Browser), None);
    }
}
