//! What goes over to JavaScript as text.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::page;

/// A value as JSON. Reports have no keys that are not texts, so this does not
/// fail.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
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
