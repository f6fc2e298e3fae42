//! `cargo xtask table`: looking after the facts. How it is meant to be used stands in `docs/table.md`.

mod check;
mod diff;
mod document;
mod import;
mod json;
pub mod published;
mod rows;
mod show;

#[cfg(test)]
pub use json::pretty;

use std::time::{SystemTime, UNIX_EPOCH};

use entra_connect_checker::Date;

use crate::run::Step;
use crate::{Error, Project};

/// What the importer writes into the note of a row that a person has yet to read. `check` lists them.
const MARK: &str = "a person has yet to";

/// `table check | show | diff | import`.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    let name = match arguments.next()? {
        Some(lexopt::Arg::Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(lexopt::Error::from("`table` wants one of check, show, diff and import").into()),
    };
    match name.as_str() {
        "check" => check::main(project, arguments),
        "show" => show::main(project, arguments),
        "diff" => diff::main(project, arguments),
        "import" => import::main(project, arguments),
        _ => Err(Error::UnknownCommand { name: format!("table {name}") }),
    }
}

/// `table check`, as a step of `test`.
pub fn check_step(project: &Project) -> Step {
    Step::cargo("the table", project.root()).args(["run", "--quiet", "--package", "xtask", "--", "table", "check"])
}

/// Today by Coordinated Universal Time: whole days since 2010 began, which is day 14,610 of Unix.
fn today() -> Date {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400);
    let first = Date::new(2010, 1, 1).unwrap_or_else(|_| unreachable!("2010 is in range"));
    first.plus_days(i32::try_from(days).unwrap_or(i32::MAX).saturating_sub(14_610))
}
