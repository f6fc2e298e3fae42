//! Rust's own half of WebAssembly.

use std::path::PathBuf;

use super::{Found, announce, which};
use crate::run::{Step, output};
use crate::{Error, Project};

const TRIPLE: &str = "wasm32-unknown-unknown";
/// The source of Rust's own library, which is built for size with the page.
const SOURCE: &str = "rust-src";
const WHY: &str = "the page is Rust compiled to WebAssembly";

/// Adds the target to the pinned toolchain. `rust-toolchain.toml` names it too, but where rustup
/// may not install by itself (`RUSTUP_AUTO_INSTALL=0`) that alone does nothing.
pub fn ensure(project: &Project) -> Result<Found, Error> {
    if let Some(found) = installed(project) {
        return Ok(found);
    }
    let by_hand = format!("rustup target add {TRIPLE} && rustup component add {SOURCE}");
    let cannot = |reason: &str| Error::CannotInstall {
        tool: format!("Rust for {TRIPLE}"),
        why: WHY,
        reason: reason.to_owned(),
        by_hand: by_hand.clone(),
    };
    let rustup = which("rustup").ok_or_else(|| cannot("there is no rustup"))?;
    announce(&format!("Rust for {TRIPLE}"), WHY, &by_hand);
    for words in [["target", "add", TRIPLE], ["component", "add", SOURCE]] {
        Step::new("rustup", rustup.clone()).args(words).folder(project.root()).run_quietly()?;
    }
    installed(project).ok_or_else(|| cannot("rustup says it is done, but rustc does not find it"))
}

/// Asks rustc, not rustup: a distribution's compiler may bring the target along.
pub fn installed(project: &Project) -> Option<Found> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let place: PathBuf =
        output(&rustc, &["--print", "target-libdir", "--target", TRIPLE], project.root())?.trim().into();
    let version = output(&rustc, &["--version"], project.root())?.split_whitespace().nth(1)?.to_owned();
    let std_is_there = std::fs::read_dir(&place)
        .ok()?
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"));
    let source = output(&rustc, &["--print", "sysroot"], project.root())?;
    let source_is_there = PathBuf::from(source.trim()).join("lib/rustlib/src/rust/library/std").is_dir();
    (std_is_there && source_is_there).then(|| Found { name: TRIPLE.to_owned(), version, place })
}
