//! README and CI speak of the same two commands.

use std::path::Path;

fn read(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::read_to_string(root.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The lines inside fenced blocks that call `cargo xtask`, without what a comment says of them.
fn commands(markdown: &str) -> Vec<&str> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced && line.trim_start().starts_with("cargo xtask ") {
            found.push(line.split('#').next().unwrap_or(line).trim());
        }
    }
    found
}

#[test]
fn ci_runs_exactly_the_command_that_the_readme_names() {
    let ci = read(".ci/run");
    let runs: Vec<&str> = ci.lines().filter(|line| line.contains("cargo")).map(str::trim).collect();
    assert_eq!(runs, ["cargo xtask test"], ".ci/run calls one command");
    let readme = read("README.md");
    assert!(commands(&readme).contains(&"cargo xtask test"), "README.md names the command that CI runs");
}

#[test]
fn the_readme_names_how_to_see_the_page() {
    assert!(commands(&read("README.md")).contains(&"cargo xtask serve"));
}

#[test]
fn the_readme_names_only_commands_that_exist() {
    let readme = read("README.md");
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_xtask")).arg("help").output().expect("it runs");
    let help = String::from_utf8(help.stdout).expect("it speaks UTF-8");
    for command in commands(&readme) {
        let word = command.split_whitespace().nth(2).unwrap_or_default();
        assert!(help.contains(&format!("\n  {word} ")), "README.md names `{command}`, which is no command");
    }
}

#[test]
fn only_fenced_lines_count() {
    let markdown = "cargo xtask one\n```sh\ncargo xtask two   # why\n\n```\ncargo xtask three\n";
    assert_eq!(commands(markdown), ["cargo xtask two"]);
}

#[test]
fn the_guide_and_the_workflow_name_only_commands_of_table_that_exist() {
    for file in ["docs/table.md", ".github/workflows/table.yml"] {
        let text = read(file);
        let named: Vec<&str> = text
            .split("cargo xtask table ")
            .skip(1)
            .filter_map(|rest| rest.split(|c: char| !c.is_ascii_lowercase()).next())
            .collect();
        assert!(named.len() >= 3, "{file} names {named:?}");
        for name in named {
            // Without what it needs each ends in 2, but only one that is none says so.
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
                .args(["table", name, "--no-such-option"])
                .output()
                .expect("it runs");
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(told.contains("invalid option '--no-such-option'"), "{file} names `table {name}`: {told}");
        }
    }
}
