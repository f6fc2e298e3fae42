//! `cargo xtask screens`: pictures of the page's states, to look at in review and for the README.

use crate::{Error, Project, dist, setup, test};

/// Makes `dist/`, then pictures into `docs/screens`; with `--all` all of them into `target/screens`.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    let mut all = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("all") => all = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let tools = setup::ensure(project, setup::ALL)?;
    dist::make(project, &tools)?;
    let step = test::in_browser("pictures", project, &tools)
        .args(["run", "--quiet", "--package", "page-tests", "--bin", "screens", "--"])
        .arg(project.at(if all { "target/screens" } else { "docs/screens" }));
    if all { step.arg("--all").run() } else { step.run() }
}
