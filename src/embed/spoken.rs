//! What goes over to JavaScript as text.

use std::sync::Arc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::page;
use crate::report::Report;

/// A value as JSON. Reports have no keys that are not texts, so this does not
/// fail.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A report on its way: what verdicts share goes over once, since that of a
/// thousand servers would be megabytes.
#[derive(Serialize)]
struct Shared<'a> {
    report: &'a Report,
    /// For each verdict the place of the first that has the same.
    first: Vec<usize>,
}

/// A report as JSON, which `report` in `api.js` reads.
pub(super) fn report_json(report: &Report) -> String {
    let mut short = report.clone();
    let mut firsts: Vec<usize> = Vec::new();
    let mut first = Vec::new();
    for (place, verdict) in report.verdicts.iter().enumerate() {
        let same = |known: &&usize| {
            report.verdicts.get(**known).is_some_and(|known| Arc::ptr_eq(&known.advice, &verdict.advice))
        };
        let known = firsts.iter().find(same).copied();
        first.push(known.unwrap_or(place));
        match (known, short.verdicts.get_mut(place)) {
            (Some(_), Some(verdict)) => verdict.leave_out_shared(),
            _ => firsts.push(place),
        }
    }
    json(&Shared { report: &short, first })
}

/// Why a text is no day to judge for; nothing if it is one.
#[wasm_bindgen]
#[must_use]
pub fn bad_date(text: &str) -> Option<String> {
    text.parse::<Date>().err().map(|error| error.to_string())
}

/// The code of the language to speak for a tag, or else by the browser's.
#[wasm_bindgen]
#[must_use]
pub fn language_for(tag: Option<String>) -> String {
    page::language_for(tag.as_deref()).to_owned()
}

/// Takes the words of a language; false if they are for another release.
#[wasm_bindgen]
#[must_use]
pub fn learn_language(code: &str, packed: String) -> bool {
    page::learn_language(code, packed)
}
