//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};

use crate::run::Step;
use crate::setup::{self, Need, Tools};
use crate::{Error, Project};

const PORT: u16 = 8080;

/// Serves until it is stopped. `--port N` if 8080 is taken.
pub fn main(project: &Project, arguments: &mut lexopt::Parser) -> Result<(), Error> {
    let port = port(arguments)?;
    // Trunk would build for a minute first, and then answer with a backtrace.
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        return Err(Error::PortTaken { port, next: port.checked_add(1).unwrap_or(PORT) });
    }
    let tools = setup::ensure(project, setup::SERVE)?;
    eprintln!("\nThe page comes up at http://127.0.0.1:{port}/ once it is built; Ctrl+C ends it.");
    trunk(project, &tools, "trunk serve")
        // Of its own, so that a `dist` meanwhile does not pull the page away.
        .args([
            "serve",
            "--dist",
            "target/serve",
            "--public-url",
            "/",
            "--disable-address-lookup=true",
            "--address",
            "127.0.0.1",
            "--port",
        ])
        .arg(port.to_string())
        .run()
}

fn port(arguments: &mut lexopt::Parser) -> Result<u16, Error> {
    use lexopt::ValueExt;
    let mut port = PORT;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("port") | lexopt::Arg::Short('p') => port = arguments.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(port)
}

/// Trunk, with its helpers where it looks for them. Not `--offline`: Trunk hands that on to Cargo,
/// which on a fresh machine has yet to fetch what the page is made of. Trunk itself fetches nothing,
/// since it finds every helper at the version it wants.
pub fn trunk(project: &Project, tools: &Tools, what: &str) -> Step {
    let program = tools.place(Need::Trunk).map_or_else(|| "trunk".into(), std::path::Path::to_path_buf);
    let step = Step::new(what, program)
        .folder(project.root())
        .env("PATH", tools.path())
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk wants `true` in NO_COLOR and stops at the customary `1`.
    if std::env::var_os("NO_COLOR").is_some() { step.without_env("NO_COLOR").env("TRUNK_COLOR", "never") } else { step }
}
