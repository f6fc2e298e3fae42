//! Imports of pages that we write ourselves, good and broken.

mod broken;
mod new_build;
mod pages;
mod records;
mod round_trip;

use std::path::PathBuf;

use entra_connect_checker::Date;
use tempfile::TempDir;

use super::{Import, import};
use crate::project::{files, read, write};
use crate::table::document::Document;
use crate::{Error, Project};

/// The day on which the tests import.
const TODAY: &str = "2026-11-25";

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn document() -> Document {
    Document::of(&Project::find()).expect("data/ holds together")
}

/// Imports texts into the project of this repository, without writing.
fn imported(texts: &[&str]) -> Result<Import, Error> {
    let texts: Vec<(PathBuf, String)> = texts.iter().map(|text| ("page.md".into(), (*text).to_owned())).collect();
    import(&Project::find(), &texts, None, date(TODAY))
}

/// Why a text is refused.
#[track_caller]
fn refusal(text: &str) -> String {
    imported(&[text]).map(|import| import.told()).expect_err("it is refused").to_string()
}

/// A copy of `data/` to write into.
fn copy() -> (TempDir, Project) {
    let folder = tempfile::tempdir().expect("a folder");
    for path in files(&Project::find().at("data")).expect("data/ is there") {
        let name = path.file_name().unwrap_or_default();
        write(&folder.path().join("data").join(name), read(&path).expect("it can be read")).expect("it can be written");
    }
    let project = Project::within(folder.path());
    (folder, project)
}
