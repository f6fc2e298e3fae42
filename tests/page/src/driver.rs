//! The driver's process.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use crate::screen::Screen;
use crate::{Engine, Error, Start};

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// A driver that listens on a port of its own, and ends when this is dropped, its browser with it.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    // After the process, which draws on it.
    screen: Option<Screen>,
}

impl Driver {
    /// Starts it and waits until it says that it is ready.
    pub async fn start(engine: &Engine, folder: &Path, how: &Start) -> Result<Self, Error> {
        let failed = |source| Error::Machine { what: format!("starting {}", engine.driver.display()), source };
        let start = Instant::now();
        let mut screen = engine.screen(how).map(Screen::start).transpose()?;
        let mut driver = Self::spawn(engine, folder, how, screen.take()).map_err(failed)?;
        while !is_ready(driver.port) {
            if start.elapsed() > PATIENCE {
                return Err(Error::Waited(format!("{} to be ready", engine.driver.display())));
            }
            // Somebody else may have taken the port in between; then it has ended, and another is free.
            if driver.process.try_wait().map_err(failed)?.is_some() {
                screen = driver.screen.take();
                driver = Self::spawn(engine, folder, how, screen.take()).map_err(failed)?;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Ok(driver)
    }

    fn spawn(engine: &Engine, folder: &Path, how: &Start, screen: Option<Screen>) -> std::io::Result<Self> {
        let port = free_port()?;
        let mut command = engine.command(port, folder, how);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.display);
        }
        let process =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()?;
        Ok(Self { process, port, screen })
    }

    /// The display that its browser draws on, if it draws on one.
    pub fn display(&self) -> Option<&str> {
        self.screen.as_ref().map(|screen| screen.display.as_str())
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A test that fails leaves its session open, and a driver that is killed leaves its browser
        // behind. So the whole group goes; it may have ended by itself, then there is nothing to end.
        if let Some(group) = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.process.wait();
    }
}

/// A port that was free a moment ago: the system gives out another one each time.
pub(crate) fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Asks WebDriver's own question. A driver that listens need not be ready yet.
fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut line = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        line.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(line, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        let (mut answer, mut part) = (String::new(), [0; 1024]);
        // Not to the end: drivers keep the line open all the same.
        loop {
            let length = line.read(&mut part)?;
            answer += &String::from_utf8_lossy(part.get(..length).unwrap_or_default());
            let told = |word: &str| answer.replace([' ', '\n'], "").contains(word);
            if length == 0 || told("\"ready\":true") || told("\"ready\":false") {
                return Ok(told("\"ready\":true"));
            }
        }
    };
    ask().unwrap_or(false)
}
