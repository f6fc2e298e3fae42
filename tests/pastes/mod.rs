//! The texts of `tests/cases/`, for those who need texts and not their verdicts.

use std::fs;

/// One case's paste.
#[derive(Debug, Clone)]
pub struct Paste {
    pub name: String,
    /// Its day, for the seeds of random texts; the tests have days of their own.
    #[allow(dead_code)]
    pub on: String,
    pub text: String,
}

/// Every case's paste, in the order of the files.
pub fn all() -> Vec<Paste> {
    let mut files: Vec<_> = fs::read_dir("tests/cases").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut pastes = Vec::new();
    for path in files {
        let file: toml::Table = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in file["case"].as_array().unwrap() {
            let field = |name: &str| case[name].as_str().unwrap().to_owned();
            let file = path.file_stem().unwrap().to_string_lossy();
            pastes.push(Paste { name: format!("{file}: {}", field("name")), on: field("on"), text: field("text") });
        }
    }
    pastes
}
