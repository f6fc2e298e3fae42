//! `cargo xtask check`: what takes seconds when warm, before every commit. Installs nothing.

use crate::run::Step;
use crate::{Error, Project, no_arguments, setup};

/// Every lint and note of the compiler is an error.
const STRICT: [&str; 3] = ["--", "--deny", "warnings"];

/// Checks everything and names all that failed, not only the first.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    let mut steps = steps(project);
    steps.push(data(project));
    all(steps)
}

/// The checks without the one of `data/`, which `test` runs among the other tests.
pub fn steps(project: &Project) -> Vec<Step> {
    let cargo = |what: &str| Step::cargo(what, project.root());
    let mut steps = vec![
        cargo("format").args(["fmt", "--all", "--check"]),
        cargo("lints: core")
            .args(["clippy", "--quiet", "--package", "entra-connect-checker", "--no-default-features", "--all-targets"])
            .args(STRICT),
        cargo("lints: xtask and page tests")
            .args(["clippy", "--quiet", "--package", "xtask", "--package", "page-tests", "--all-targets"])
            .args(STRICT),
        cargo("docs: core").env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private_intra_doc_links").args([
            "doc",
            "--quiet",
            "--package",
            "entra-connect-checker",
            "--no-default-features",
            "--no-deps",
            "--document-private-items",
        ]),
    ];
    let page = cargo("lints: page")
        .args(["clippy", "--quiet", "--package", "entra-connect-checker", "--features", "page"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(STRICT);
    let embed = cargo("lints: element")
        .args(["clippy", "--quiet", "--package", "entra-connect-checker", "--lib", "--features", "refresh"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(STRICT);
    if setup::has_target(project) {
        steps.insert(2, page);
        steps.insert(3, embed);
    } else {
        eprintln!("leaving out the page's lints: `cargo xtask setup` installs Rust's WebAssembly target");
    }
    steps
}

/// Spelling of `data/` and each file against its schema: tests of this crate, so that the validator
/// is compiled for them alone.
fn data(project: &Project) -> Step {
    Step::cargo("data", project.root()).args(["test", "--quiet", "--package", "xtask", "--bin", "xtask", "spelling::"])
}

/// Runs all steps, whatever fails, and then says what did.
pub fn all(steps: Vec<Step>) -> Result<(), Error> {
    let mut failed = Vec::new();
    for step in steps {
        match step.run() {
            Err(Error::Failed { what, status, by_hand }) => {
                eprintln!("   {what} failed ({status}); run by hand: {by_hand}");
                failed.push(what);
            }
            other => other?,
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Steps(failed)) }
}
