//! The checker inside somebody else's page, script or worker.
//!
//! The class of the custom element is JavaScript (`element.js` beside this
//! file), because a class of the platform can be nothing else. What it needs
//! of the checker stands here: [`mount`] puts one into a node of its shadow
//! root, [`check`] judges without any page, [`facts`] tells what is known.
//! Reports go over as JSON, which becomes the one that the library prints.

mod facts;
mod mounted;
#[cfg(feature = "refresh")]
mod refresh;
mod spoken;

use wasm_bindgen::prelude::*;

pub use facts::{facts, take_facts};
pub use mounted::{Mounted, mount};
#[cfg(feature = "refresh")]
pub use refresh::{fetch_facts, kept_facts};
pub use spoken::{bad_date, language_for, learn_language};

use crate::page::today;
use crate::{Answers, report};

/// Judges a text: the report as JSON for `unpacked` in `api.js`.
///
/// The text comes as UTF-8, which browsers make of it faster than the glue does.
/// `on` is the day, today where it is none; `answers` are ids and values in
/// turn; `table` is a number that [`take_facts`] gave, 0 for the facts that
/// the program carries.
#[wasm_bindgen]
#[must_use]
pub fn check(table: usize, text: &[u8], on: &str, answers: Vec<String>) -> String {
    let Some(table) = facts::table(table) else { return String::new() };
    let text = String::from_utf8_lossy(text);
    let on = on.parse().unwrap_or_else(|_| today(table.as_of()));
    let mut given = Answers::default();
    let mut words = answers.into_iter();
    while let (Some(id), Some(value)) = (words.next(), words.next()) {
        given.set(&id, Some(&value));
    }
    spoken::report_json(&report::check(table, &text, on, &given))
}
