//! Real web servers, as people host the page with.

use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;

use crate::Error;
use crate::driver::free_port;

/// A server on a port of its own; ends with its owner.
#[derive(Debug)]
pub struct Server {
    process: Child,
    port: u16,
    // After the process, which writes into it.
    _folder: TempDir,
}

impl Server {
    /// Python's own, as `python3 -m http.server`, with lines that go before it starts.
    pub async fn python(root: &Path, before: &str) -> Result<Self, Error> {
        let serve = |port: u16, _: &Path| {
            let script = format!(
                "import http.server as server\nHandler = server.SimpleHTTPRequestHandler\n{before}\n\
                 server.ThreadingHTTPServer(('127.0.0.1', {port}), Handler).serve_forever()"
            );
            let mut command = Command::new("python3");
            command.args(["-c", &script]).current_dir(root);
            Ok(command)
        };
        Self::start("python3", serve).await
    }

    /// Vite's server for those who write a project, which the project's `node_modules` has.
    pub async fn vite(root: &Path) -> Result<Self, Error> {
        let serve = |port: u16, _: &Path| {
            let mut command = Command::new("node");
            command.arg("node_modules/vite/bin/vite.js").args(["--host", "127.0.0.1", "--strictPort", "--port"]);
            command.arg(port.to_string()).current_dir(root);
            Ok(command)
        };
        Self::start("vite", serve).await
    }

    /// nginx, with lines for its `server` block.
    pub async fn nginx(root: &Path, lines: &str) -> Result<Self, Error> {
        let serve = |port: u16, folder: &Path| {
            let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .map(|name| format!("{name}_temp_path {}/{name};", folder.display()))
                .concat();
            let configuration = format!(
                "daemon off; pid {0}/pid; error_log stderr; events {{}}\n\
                 http {{ access_log off; {temporary} types {{ text/html html; }}\n\
                 server {{ listen 127.0.0.1:{port}; root {1}; {lines} }} }}",
                folder.display(),
                root.display()
            );
            let file = folder.join("nginx.conf");
            std::fs::write(&file, configuration)?;
            let program = std::env::var_os("ECC_NGINX").unwrap_or_else(|| "nginx".into());
            let mut command = Command::new(program);
            command.arg("-c").arg(file).arg("-p").arg(folder).args(["-e", "stderr"]);
            Ok(command)
        };
        Self::start("nginx", serve).await
    }

    /// Its address, with a path.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    async fn start(name: &str, serve: impl Fn(u16, &Path) -> std::io::Result<Command>) -> Result<Self, Error> {
        let failed = |source| Error::Machine { what: format!("starting {name}"), source };
        let folder = tempfile::tempdir().map_err(failed)?;
        // Its workers are another user, where it is started by root.
        let open = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).map_err(failed)?;
        let port = free_port().map_err(failed)?;
        let process = serve(port, folder.path())
            .and_then(|mut command| {
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()
            })
            .map_err(failed)?;
        let server = Self { process, port, _folder: folder };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if start.elapsed() > Duration::from_secs(20) {
                return Err(Error::Waited(format!("{name} to listen")));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.process.wait();
    }
}
