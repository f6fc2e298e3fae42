//! `cargo xtask test`: everything, as CI runs it.

use crate::run::Step;
use crate::setup::{Need, Tools};
use crate::{Error, Project, check, setup, size, table};

/// Sets up, checks, tests the core and these commands, makes `dist/`, holds it to its budgets, and
/// opens the finished page in every engine that can be had, or only in those of `--engine NAME`.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    let asked = engines(arguments)?;
    let mut tools = setup::ensure(project, setup::ALL)?;
    let mut told = Vec::new();
    let mut had = Vec::new();
    if wants(&asked, "chromium") {
        had.push("chromium");
    }
    for (name, needs) in setup::OTHER_ENGINES {
        if !wants(&asked, name) {
            continue;
        }
        match tools.add(project, needs) {
            Ok(()) => had.push(name),
            // Who asks for it by name wants to know.
            Err(error) if !asked.is_empty() => return Err(error),
            Err(error) => told.push(format!("{name}: NOT TESTED, it could not be had: {error}")),
        }
    }
    let (name, needs) = setup::FRAMEWORKS;
    if let Err(error) = tools.add(project, needs) {
        told.push(format!("{name}: NOT TESTED, they could not be had: {error}"));
    }
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
    let page = size::gate(project, &tools).and_then(|()| {
        let mut failed = Vec::new();
        match check::all(package(project, &tools)) {
            Err(Error::Steps(which)) => failed.extend(which),
            other => other?,
        }
        for name in had {
            match page(project, &tools, name).run() {
                Ok(()) => told.push(format!("{name}: passed{}", left_out(name))),
                Err(Error::Failed { what, by_hand, .. }) => {
                    told.push(format!("{name}: FAILED; run by hand: {by_hand}"));
                    failed.push(what);
                }
                Err(other) => return Err(other),
            }
        }
        if failed.is_empty() { Ok(()) } else { Err(Error::Steps(failed)) }
    });
    eprintln!("\n── the page in browsers");
    for line in told {
        eprintln!("  {line}");
    }
    before.and(page)
}

/// The package of the element, as npm, bundlers and TypeScript see it.
fn package(project: &Project, tools: &Tools) -> Vec<Step> {
    let place = project.at("dist/embed");
    let step = |what: &str, need, name: &str| Step::new(what, setup::program(tools, need, name)).folder(project.root());
    vec![
        step("package: publint", Need::Publint, "publint").arg(&place).arg("--strict"),
        step("package: types", Need::Attw, "attw").arg("--pack").arg(&place).args([
            "--profile",
            "esm-only",
            "--exclude-entrypoints",
            "entra-connect-checker.wasm",
            "frame.html",
        ]),
    ]
}

/// The names behind `--engine`, each one that there is.
fn engines(arguments: &mut lexopt::Parser) -> Result<Vec<String>, Error> {
    use lexopt::ValueExt;
    let mut asked = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("engine") => {
                let name = arguments.value()?.string()?;
                let known = setup::OTHER_ENGINES.iter().any(|(known, _)| *known == name);
                if !known && name != "chromium" {
                    return Err(Error::UnknownEngine { name });
                }
                asked.push(name);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(asked)
}

fn wants(asked: &[String], name: &str) -> bool {
    asked.is_empty() || asked.iter().any(|one| one == name)
}

/// The browser tests in one engine, every test tried. What an engine cannot be asked for stands in
/// modules named after it, which are left out.
fn page(project: &Project, tools: &Tools, engine: &str) -> Step {
    let step = in_browser(&format!("tests: page, in {engine}"), project, tools)
        .env("ECC_ENGINE", engine)
        .args(["test", "--package", "page-tests", "--no-fail-fast", "--", "--skip"])
        .arg(format!("not_{engine}::"));
    // Without them there is nothing to test them with, which has been said.
    if tools.place(Need::Frameworks).is_some() { step } else { step.args(["--skip", "frameworks::"]) }
}

fn left_out(engine: &str) -> &'static str {
    match engine {
        "chromium" => "",
        "firefox" => ", but for the modules not_firefox",
        _ => ", but for the modules not_webkit: printing, and scripts before the page's own",
    }
}

/// Cargo, with the browsers and the rules named for the crate of browser tests.
pub fn in_browser(what: &str, project: &Project, tools: &Tools) -> Step {
    let names = [
        ("ECC_CHROMEDRIVER", Need::Driver),
        ("ECC_CHROMIUM", Need::Browser),
        ("ECC_GECKODRIVER", Need::GeckoDriver),
        ("ECC_FIREFOX", Need::Firefox),
        ("ECC_WEBKITDRIVER", Need::WebKitDriver),
        ("ECC_WEBKIT", Need::WebKit),
        ("ECC_NGINX", Need::Nginx),
        ("ECC_AXE", Need::Axe),
        ("ECC_FRAMEWORKS", Need::Frameworks),
    ];
    names.iter().fold(Step::cargo(what, project.root()), |step, (name, need)| match tools.place(*need) {
        Some(place) => step.env(name, place),
        None => step,
    })
}
