//! The other end of every line: a proxy and a server in one, which writes down whatever a browser
//! sends anywhere.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::Error;

/// What is given out for a path: headers, one a line, and the body.
type Files = HashMap<String, (String, Vec<u8>)>;

/// Listens on a port of its own for as long as the program runs.
#[derive(Debug)]
pub struct Listener {
    /// Where.
    pub port: u16,
    heard: Arc<Mutex<Vec<String>>>,
    files: Arc<Mutex<Files>>,
}

impl Listener {
    /// Begins to listen.
    pub fn start() -> Result<Self, Error> {
        let failed = |source| Error::Machine { what: "listening".into(), source };
        let door = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed)?;
        let port = door.local_addr().map_err(failed)?.port();
        let listener = Self { port, heard: Arc::default(), files: Arc::default() };
        let (heard, files) = (Arc::clone(&listener.heard), Arc::clone(&listener.files));
        std::thread::spawn(move || {
            for line in door.incoming().flatten() {
                let (heard, files) = (Arc::clone(&heard), Arc::clone(&files));
                // A line that breaks off was heard all the same.
                std::thread::spawn(move || answer(&line, &heard, &files));
            }
        });
        Ok(listener)
    }

    /// Gives out a file under a whole address (`http://checker.test/a/`).
    pub fn serve(&self, address: &str, headers: &str, body: &[u8]) {
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        files.insert(address.to_owned(), (headers.to_owned(), body.to_owned()));
    }

    /// Every request and every line opened without one since the last time it was asked.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

fn answer(line: &TcpStream, heard: &Mutex<Vec<String>>, files: &Mutex<Files>) -> Option<()> {
    // A browser opens lines ahead of time and says nothing on them; that is no request.
    line.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut reader = BufReader::new(line);
    let mut first = String::new();
    if reader.read_line(&mut first).is_err() || first.trim().is_empty() {
        return None;
    }
    let mut words = first.split_whitespace();
    let (verb, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default().to_owned());
    heard.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(format!("{verb} {address}"));
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        if header.to_ascii_lowercase().starts_with("referer:") {
            heard.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(header.trim().to_owned());
        }
    }
    let file = files.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get(&address).cloned();
    let (status, headers, body) = match file {
        Some((headers, body)) => ("200 OK", headers, body),
        None => ("502 Bad Gateway", String::new(), Vec::new()),
    };
    let mut line = line;
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    line.write_all(head.as_bytes()).ok()?;
    line.write_all(&body).ok()
}
