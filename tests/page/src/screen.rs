//! A screen that nobody looks at, for browsers that need one: a display of Xvfb.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use crate::Error;

/// A display of its own, so that no two tests share a clipboard. Ends with its owner.
#[derive(Debug)]
pub struct Screen {
    process: Child,
    /// As `DISPLAY` wants it.
    pub display: String,
}

impl Screen {
    /// Starts one. It picks its number itself, so several may start at once.
    pub fn start(size: &str) -> Result<Self, Error> {
        let failed = |source| Error::Machine { what: "starting a screen (Xvfb)".into(), source };
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let mut number = String::new();
        if let Some(told) = process.stdout.take() {
            BufReader::new(told).read_line(&mut number).map_err(failed)?;
        }
        Ok(Self { process, display: format!(":{}", number.trim()) })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
