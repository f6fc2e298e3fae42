//! `cargo xtask test`: everything, as CI runs it.

use crate::run::Step;
use crate::setup::{Need, Tools};
use crate::{Error, Project, check, no_arguments, setup, size, table};

/// Sets up, checks, tests the core and these commands, makes `dist/`, holds it to its budgets, and
/// opens the finished page in a browser.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    no_arguments(arguments)?;
    let tools = setup::ensure(project, setup::ALL)?;
    let mut steps = check::steps(project);
    steps.push(table::check_step(project));
    steps.push(
        // With its examples in the docs.
        Step::cargo("tests: core", project.root()).args([
            "test",
            "--package",
            "entra-connect-checker",
            "--no-default-features",
            "--no-fail-fast",
        ]),
    );
    steps.push(Step::cargo("tests: xtask and data", project.root()).args([
        "test",
        "--package",
        "xtask",
        "--no-fail-fast",
    ]));
    // Whatever failed so far, the page is tested too: one run tells all there is to mend.
    let before = check::all(steps);
    let page = size::gate(project, &tools)
        .and_then(|()| in_browser("tests: page", project, &tools).args(["test"]).args(PAGE).run());
    before.and(page)
}

/// The crate of browser tests, every test tried.
const PAGE: [&str; 3] = ["--package", "page-tests", "--no-fail-fast"];

/// Cargo, with the browser and the rules named for the crate of browser tests.
pub fn in_browser(what: &str, project: &Project, tools: &Tools) -> Step {
    let names = [("ECC_CHROMEDRIVER", Need::Driver), ("ECC_CHROMIUM", Need::Browser), ("ECC_AXE", Need::Axe)];
    names.iter().fold(Step::cargo(what, project.root()), |step, (name, need)| match tools.place(*need) {
        Some(place) => step.env(name, place),
        None => step,
    })
}
