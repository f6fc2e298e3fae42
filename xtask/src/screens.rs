//! `cargo xtask screens`: pictures of the page's states, to look at and for the README.

use crate::{Error, Project, dist, no_arguments, setup, test};

/// Makes `dist/`, then one picture a state, width and colour scheme into `target/screens`.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    let tools = setup::ensure(project, setup::ALL)?;
    dist::make(project, &tools)?;
    test::in_browser("pictures", project, &tools)
        .args(["run", "--quiet", "--package", "page-tests", "--bin", "screens", "--"])
        .arg(project.at("target/screens"))
        .run()
}
