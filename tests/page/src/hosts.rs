//! A server on this machine for pages of others: `tests/hosts/` with `dist/` beside them.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::Error;

/// A request as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The path, with what follows it.
    pub path: String,
    /// Its headers, the names in small letters.
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The server, until the program ends.
#[derive(Debug, Clone)]
pub struct Hosts {
    port: u16,
    asked: Arc<Mutex<Vec<Request>>>,
}

impl Hosts {
    /// Starts one on a port of its own.
    pub fn start() -> Result<Self, Error> {
        let failed = |source| Error::Machine { what: "a port to serve from".into(), source };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let hosts = Self { port, asked: Arc::default() };
        let serving = hosts.clone();
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let serving = serving.clone();
                // A browser that goes away in the middle is no fault of the server.
                std::thread::spawn(move || drop(serving.answer(line)));
            }
        });
        Ok(hosts)
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// Another origin with the same files.
    pub fn elsewhere(&self, path: &str) -> String {
        format!("http://localhost:{}/{path}", self.port)
    }

    /// What was asked for so far.
    pub fn asked(&self) -> Vec<Request> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn answer(&self, line: TcpStream) -> std::io::Result<()> {
        let mut out = line.try_clone()?;
        let mut lines = BufReader::new(line).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        let mut headers = Vec::new();
        for line in lines {
            let line = line?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let path = first.split(' ').nth(1).unwrap_or("/").to_owned();
        let request = Request { path: path.clone(), headers };
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        let path = path.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        match path {
            "slow.json" => std::thread::sleep(Duration::from_secs(30)),
            "huge.json" => {
                write!(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n")?;
                for _ in 0..80 {
                    out.write_all(&[b' '; 1 << 16])?;
                }
            }
            "moved.json" => {
                let to = self.elsewhere("data/connect.json");
                write!(out, "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
            }
            // Browsers ask for it by themselves.
            "favicon.ico" => send(&mut out, "image/x-icon", &[])?,
            "older.json" => send(&mut out, "application/json", &older()?)?,
            _ => match file(path).filter(|place| place.is_file()) {
                Some(place) => send(&mut out, kind(path), &std::fs::read(place)?)?,
                None => write!(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?,
            },
        }
        out.flush()
    }
}

/// The facts, said to be of another year.
fn older() -> std::io::Result<Vec<u8>> {
    let text = std::fs::read_to_string(root().join("dist/data/connect.json"))?;
    let mut facts: serde_json::Value = serde_json::from_str(&text)?;
    facts["asOf"] = "2026-01-01".into();
    Ok(facts.to_string().into_bytes())
}

fn send(out: &mut TcpStream, kind: &str, bytes: &[u8]) -> std::io::Result<()> {
    let length = bytes.len();
    write!(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nSet-Cookie: host=1\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n"
    )?;
    out.write_all(bytes)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Below `dist/` or `tests/`, and nowhere else. Under `bare/` stands the element's folder without the
/// checker as JavaScript.
fn file(path: &str) -> Option<PathBuf> {
    let relative = Path::new(path);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    if let Ok(bare) = relative.strip_prefix("bare") {
        return (inside && bare != Path::new("without-webassembly.js")).then(|| root().join("dist/embed").join(bare));
    }
    inside.then(|| {
        let of_tests = if relative.starts_with("hosts") { "tests" } else { "dist" };
        root().join(of_tests).join(relative)
    })
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("html") => "text/html; charset=utf-8",
        Some("xhtml") => "application/xhtml+xml",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
