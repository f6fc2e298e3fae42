//! `cargo xtask`: the project's own commands, one file each.
//!
//! From nothing, `cargo xtask serve` shows the page and `cargo xtask test` runs everything; both
//! install what is missing first (see [`setup`]). `cargo xtask help` lists the rest.

mod bench;
mod check;
mod dist;
mod error;
#[cfg(test)]
mod first;
mod fuzz;
mod help;
mod pins;
mod project;
mod run;
mod screens;
mod serve;
mod setup;
mod size;
#[cfg(test)]
mod spelling;
mod table;
mod test;
mod words;

use std::process::ExitCode;

use error::Error;
use project::Project;

/// A command of `cargo xtask`: what is typed, what `help` says of it, what it does.
struct Command {
    name: &'static str,
    about: &'static str,
    run: fn(&Project, &mut lexopt::Parser) -> Result<(), Error>,
}

/// Every command, in the order in which `help` shows them.
const COMMANDS: &[Command] = &[
    Command { name: "serve", about: "build and serve the page on 127.0.0.1 (--port N)", run: serve::main },
    Command {
        name: "test",
        about: "everything: check, tests, dist, budgets, the page in browsers (--engine NAME)",
        run: test::main,
    },
    Command { name: "check", about: "format, lints, docs, spelling of data/: fast, before a commit", run: check::main },
    Command { name: "dist", about: "make dist/: the page as one self-contained file, and the data", run: dist::main },
    Command { name: "size", about: "measure dist/ against the byte budgets; exit 1 above one", run: size::main },
    Command { name: "bench", about: "speed, as ratios within one run", run: bench::main },
    Command { name: "table", about: "the facts: table check, show, diff, import (docs/table.md)", run: table::main },
    Command { name: "words", about: "the other languages: what each lacks, and what is wrong", run: words::main },
    Command {
        name: "screens",
        about: "pictures of the page into docs/screens, to be looked at in review",
        run: screens::main,
    },
    Command { name: "fuzz", about: "random texts against the core (--seconds N, intake or check)", run: fuzz::main },
    Command { name: "setup", about: "install what the other commands need, and say from where", run: setup::main },
    Command { name: "help", about: "this list", run: help::main },
];

fn main() -> ExitCode {
    match dispatch(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            error.exit_code()
        }
    }
}

fn dispatch(mut arguments: lexopt::Parser) -> Result<(), Error> {
    let name = match arguments.next()? {
        None | Some(lexopt::Arg::Long("help") | lexopt::Arg::Short('h')) => "help".to_owned(),
        Some(lexopt::Arg::Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    let command = COMMANDS.iter().find(|command| command.name == name).ok_or(Error::UnknownCommand { name })?;
    (command.run)(&Project::find(), &mut arguments)
}

/// For the commands that take no arguments: refuses any.
fn no_arguments(arguments: &mut lexopt::Parser) -> Result<(), Error> {
    match arguments.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(words: &[&str]) -> Result<(), Error> {
        dispatch(lexopt::Parser::from_args(words.iter().copied()))
    }

    #[test]
    fn an_unknown_command_is_named_and_ends_in_two() {
        let error = run(&["sreve"]).expect_err("there is no such command");
        assert_eq!(error.to_string(), "there is no command `sreve`; `cargo xtask help` lists them");
        assert_eq!(error.exit_code(), ExitCode::from(2));
    }

    #[test]
    fn an_unknown_option_ends_in_two() {
        let error = run(&["help", "--loud"]).expect_err("there is no such option");
        assert_eq!(error.to_string(), "invalid option '--loud'; `cargo xtask help` lists the commands");
        assert_eq!(error.exit_code(), ExitCode::from(2));
    }

    #[test]
    fn a_port_must_be_a_number() {
        let error = run(&["serve", "--port", "many"]).expect_err("not a number");
        assert_eq!(error.exit_code(), ExitCode::from(2));
    }
}
