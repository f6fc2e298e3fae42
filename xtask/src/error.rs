//! What can go wrong, each in one sentence that says what to do.

use std::path::PathBuf;
use std::process::ExitCode;

/// Every error of `cargo xtask`.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A word that is no command.
    #[error("there is no command `{name}`; `cargo xtask help` lists them")]
    UnknownCommand {
        /// What was typed.
        name: String,
    },
    /// An option or value that does not fit.
    #[error("{0}; `cargo xtask help` lists the commands")]
    Arguments(#[from] lexopt::Error),
    /// An engine that the page is not tested in.
    #[error("there is no engine `{name}`; there are chromium, firefox and webkit")]
    UnknownEngine {
        /// What was typed.
        name: String,
    },
    /// A program could not be started at all.
    #[error("`{program}` could not be started ({source}); run by hand: {by_hand}")]
    Start {
        /// The program.
        program: String,
        /// What the system said.
        source: std::io::Error,
        /// The whole command line.
        by_hand: String,
    },
    /// A program ended with an error. It has said why above.
    #[error("{what} failed ({status}); run by hand: {by_hand}")]
    Failed {
        /// The step, in words.
        what: String,
        /// How it ended.
        status: std::process::ExitStatus,
        /// The whole command line.
        by_hand: String,
    },
    /// A tool that setup cannot install here.
    #[error("{tool} is needed ({why}) and cannot be installed here: {reason}; run by hand: {by_hand}")]
    CannotInstall {
        /// The tool.
        tool: String,
        /// What it is needed for.
        why: &'static str,
        /// What stands in the way.
        reason: String,
        /// What to run instead.
        by_hand: String,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is not what it must be.
    #[error("{}: {reason}", path.display())]
    Content {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The facts in `data/` do not hold together.
    #[error("the table in data/ is refused: {reason}")]
    Table {
        /// Every reason the table's own validation gave.
        reason: String,
    },
    /// Something else serves there already.
    #[error("port {port} is taken or not allowed; run by hand: cargo xtask serve --port {next}")]
    PortTaken {
        /// The port that was asked for.
        port: u16,
        /// One to try.
        next: u16,
    },
    /// More bytes than allowed.
    #[error("above budget: {0}; see DESIGN in docs/architecture.md, and the list above for where the bytes go")]
    OverBudget(String),
    /// Languages lack messages, or have wrong ones. They are listed above.
    #[error("{0} messages in src/words/ are missing or wrong: see above")]
    Words(usize),
    /// Several steps of a command failed. Each has said why above.
    #[error("{} failed: {}", if .0.len() == 1 { "one step" } else { "several steps" }, .0.join(", "))]
    Steps(Vec<String>),
}

impl Error {
    /// 2 for a wrong command line, as is the custom; 1 for the rest.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::UnknownCommand { .. } | Self::UnknownEngine { .. } | Self::Arguments(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}
