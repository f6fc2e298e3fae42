//! Imports of pages that we write ourselves, good and broken.

mod broken;
mod new_build;
mod pages;
mod records;
mod round_trip;

use std::path::PathBuf;

use entra_connect_checker::Date;

use super::{Import, import};
use crate::Error;
use crate::first;
pub use crate::first::copy;
use crate::table::document::Document;

/// The day on which the tests import.
const TODAY: &str = "2026-11-25";

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn document() -> Document {
    Document::of(first::project()).expect("data/ holds together")
}

/// Imports texts into the project of this repository, without writing.
fn imported(texts: &[&str]) -> Result<Import, Error> {
    let texts: Vec<(PathBuf, String)> = texts.iter().map(|text| ("page.md".into(), (*text).to_owned())).collect();
    import(first::project(), &texts, None, date(TODAY))
}

/// Why a text is refused.
#[track_caller]
fn refusal(text: &str) -> String {
    imported(&[text]).map(|import| import.told()).expect_err("it is refused").to_string()
}
