//! The package as projects of React and Vue use it: its types, its build, its server for development.

// What a framework does with the element is the same in every browser; one is enough.
mod not_firefox {
    mod not_webkit {
        use std::os::unix::fs::symlink;
        use std::path::{Path, PathBuf};
        use std::process::Command;

        use page_tests::{Error, Page, Server};
        use serde_json::{Value, json};
        use tempfile::TempDir;

        use crate::{Outcome, run};

        #[tokio::test]
        async fn react_knows_the_types_the_property_and_the_event() -> Outcome {
            project("react", "typescript/bin/tsc").await
        }

        #[tokio::test]
        async fn vue_knows_the_types_the_property_and_the_event() -> Outcome {
            project("vue", "vue-tsc/bin/vue-tsc.js").await
        }

        /// Checks the types of a project, builds it, and looks at it as built and as it is served to
        /// those who write it.
        async fn project(name: &str, types: &str) -> Outcome {
            let folder =
                made(name).map_err(|source| Error::Machine { what: format!("a project of {name}"), source })?;
            let root = folder.path();
            node(root, types, &["--noEmit", "-p", "."]);
            node(root, "vite/bin/vite.js", &["build", "--logLevel", "warn"]);
            let server = Server::python(&root.join("dist"), "").await?;
            used(&server.address("index.html")).await?;
            let server = Server::vite(root).await?;
            used(&server.address("")).await
        }

        /// What a reader does on the page of a project, and what the project hears of it.
        async fn used(address: &str) -> Outcome {
            let page = Page::browser().await?;
            page.load_address(address).await?;
            let found: Value = run(
                &page,
                "const press = (id) => document.getElementById(id).click();
                const heard = () => document.getElementById('heard')?.textContent ?? '';
                const said = (what) => until(what, () => heard().endsWith(what));
                await until('the page', () => one('checker')?.shadowRoot);
                await verdict('checker', 'retired');
                await until('German', () => one('checker').shadowRoot.querySelector('.ecc').lang === 'de');
                await said('2.5.79.0:act');
                press('other');
                await said('2.6.92.0:ok');
                await verdict('checker', 'current');
                const typed = one('checker').value;
                press('away');
                await until('it to be gone', () => !one('checker'));
                press('away');
                await until('it to be back', () => one('checker')?.shadowRoot);
                await verdict('checker', 'current');
                await until('the event of the new one', () => heard().split(' ').length === 3);
                press('ask');
                await said('current');
                return { heard: heard(), typed, layout: one('checker').layout };",
            )
            .await?;
            assert_eq!(found["heard"], "2.5.79.0:act 2.6.92.0:ok 2.6.92.0:ok current", "{address}");
            assert_eq!((&found["typed"], &found["layout"]), (&json!("2.6.92.0"), &json!("compact")), "{address}");
            let console = page.console().await?;
            let bad = |line: &&String| line.starts_with("SEVERE") || line.starts_with("WARNING");
            // No project of ours has an icon.
            let ours: Vec<_> = console.iter().filter(bad).filter(|line| !line.contains("/favicon.ico")).collect();
            assert!(ours.is_empty(), "{address}: {ours:?}");
            page.close().await
        }

        /// A project in a folder of its own, with the package as npm would put it there.
        fn made(name: &str) -> std::io::Result<TempDir> {
            let modules = std::env::var_os("ECC_FRAMEWORKS").map(PathBuf::from);
            let modules = modules.expect("`cargo xtask test` tells where React and Vue are, in ECC_FRAMEWORKS");
            let folder = tempfile::tempdir()?;
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../frameworks").join(name), folder.path())?;
            let own = folder.path().join("node_modules");
            std::fs::create_dir(&own)?;
            for module in std::fs::read_dir(&modules)? {
                let module = module?;
                symlink(module.path(), own.join(module.file_name()))?;
            }
            // Not a link: a package stands inside the project.
            copy(&page_tests::place().with_file_name("embed"), &own.join("entra-connect-checker"))?;
            Ok(folder)
        }

        fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
            std::fs::create_dir_all(to)?;
            for entry in std::fs::read_dir(from)? {
                let (entry, target) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
                if entry.is_dir() {
                    copy(&entry, &target)?;
                } else {
                    std::fs::copy(&entry, &target)?;
                }
            }
            Ok(())
        }

        /// Runs a program of the project's.
        fn node(root: &Path, program: &str, arguments: &[&str]) {
            let output = Command::new("node")
                .arg(format!("node_modules/{program}"))
                .args(arguments)
                .current_dir(root)
                .output()
                .expect("Node is there: `cargo xtask setup` sees to it");
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            assert!(output.status.success(), "{program}: {said}");
        }
    }
}
