//! Running other programs: seen by the reader, with an error that can be repeated by hand.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Error;

/// A program to run, its output passed through.
#[derive(Debug)]
pub struct Step {
    what: String,
    command: Command,
    /// The variables that were set, for the line to repeat by hand.
    variables: Vec<(String, OsString)>,
}

impl Step {
    /// `what` names the step in the heading and in the error.
    pub fn new(what: &str, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        Self { what: what.to_owned(), command, variables: Vec::new() }
    }

    /// A step of Cargo, in the project's folder.
    pub fn cargo(what: &str, folder: &Path) -> Self {
        // Cargo names itself to what it runs; so the same one, of the pinned toolchain, is used.
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self::new(what, cargo).folder(folder)
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Adds one argument.
    pub fn arg(self, argument: impl AsRef<OsStr>) -> Self {
        self.args([argument])
    }

    /// Sets where it runs.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value.as_ref());
        self.variables.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Takes a variable away.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it with a heading and waits for it to end well.
    pub fn run(self) -> Result<(), Error> {
        eprintln!("\n── {}", self.what);
        self.run_quietly()
    }

    /// Runs it without the heading.
    pub fn run_quietly(mut self) -> Result<(), Error> {
        let by_hand = self.by_hand();
        let status = self.command.status().map_err(|source| Error::Start {
            program: self.command.get_program().to_string_lossy().into_owned(),
            source,
            by_hand: by_hand.clone(),
        })?;
        if status.success() { Ok(()) } else { Err(Error::Failed { what: self.what, status, by_hand }) }
    }

    /// The line that does the same in a shell. `PATH` is left out: it would bury the rest.
    fn by_hand(&self) -> String {
        let mut words: Vec<String> = self
            .variables
            .iter()
            .filter(|(name, _)| name != "PATH")
            .map(|(name, value)| format!("{name}={}", quoted(value)))
            .collect();
        let program = Path::new(self.command.get_program());
        // Cargo is named by its full path inside the toolchain; people type `cargo`.
        let short = program.file_name().filter(|name| *name == "cargo").unwrap_or(program.as_os_str());
        words.push(quoted(short));
        words.extend(self.command.get_args().map(quoted));
        words.join(" ")
    }
}

/// Quotes a word for a POSIX shell where it must be.
fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:@+,%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// What a program prints, if it can be run and ends well.
pub fn output(program: impl AsRef<OsStr>, arguments: &[&str], folder: &Path) -> Option<String> {
    let output = Command::new(program).args(arguments).current_dir(folder).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_says_how_to_repeat_it() {
        let step =
            Step::new("a false step", "false").arg("it's").env("COLOUR", "dark red").env("PATH", "/bin:/usr/bin");
        let error = step.run_quietly().expect_err("false is false");
        assert_eq!(
            error.to_string(),
            r"a false step failed (exit status: 1); run by hand: COLOUR='dark red' false 'it'\''s'"
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = Step::new("a ghost", "no-such-program-here").run_quietly().expect_err("there is none");
        assert!(error.to_string().starts_with("`no-such-program-here` could not be started ("), "{error}");
    }
}
