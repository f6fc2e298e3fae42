//! What can go wrong between a test and the browser.

use std::path::PathBuf;

use fantoccini::error::{CmdError, NewSessionError};

/// Every error of this crate.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something of the machine: a file, a port, a program.
    #[error("{what}: {source}; `cargo xtask setup` installs what the tests need")]
    Machine {
        /// What was tried.
        what: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The page has not been made.
    #[error("{} is not there; `cargo xtask dist` makes it", .0.display())]
    NoPage(PathBuf),
    /// `ECC_ENGINE` names none that the tests know.
    #[error("there is no engine `{0}`; there are chromium, firefox and webkit")]
    NoEngine(String),
    /// The engine cannot be asked for something; a test that needs it is to be left out there.
    #[error("{engine} cannot be asked {what}")]
    Lacks {
        /// Which engine.
        engine: &'static str,
        /// For what.
        what: &'static str,
    },
    /// The driver did not start a browser.
    #[error("no browser session: {0}")]
    Session(#[source] Box<NewSessionError>),
    /// The browser refused a command, or waiting for something took too long.
    #[error("the browser says: {0}")]
    Command(#[source] Box<CmdError>),
    /// What a script gave back is not what was asked for.
    #[error("a script gave back something else: {0}")]
    Answer(#[from] serde_json::Error),
    /// Something did not come to pass in time.
    #[error("waited in vain for {0}")]
    Waited(String),
}

// In a box, since each is larger than what most functions give back.
impl From<NewSessionError> for Error {
    fn from(error: NewSessionError) -> Self {
        Self::Session(Box::new(error))
    }
}

impl From<CmdError> for Error {
    fn from(error: CmdError) -> Self {
        Self::Command(Box::new(error))
    }
}
