//! What goes over to JavaScript as text.

use std::sync::Arc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::page;
use crate::report::Report;
use crate::verdict::{Match, PassedOver, Verdict};
use crate::words::Message;

/// A value as JSON. Reports have no keys that are not texts, so this does not
/// fail.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A report on its way: what verdicts on the same build have in common goes
/// over once, since for a thousand servers it would be megabytes.
#[derive(Serialize)]
struct Packed<'a> {
    /// With one verdict for each build.
    report: Report,
    /// For each verdict the place of the one for its build, and what is its own.
    verdicts: Vec<(usize, Own<'a>)>,
}

/// What the text says of one installation.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Own<'a> {
    server: Option<&'a str>,
    staging: Option<bool>,
    partial: bool,
    #[serde(rename = "match")]
    matched: Option<&'a Match>,
    chosen: &'a [Message],
    passed_over: &'a [PassedOver],
}

/// A report as JSON, which `unpacked` in `api.js` reads.
pub(super) fn report_json(report: &Report) -> String {
    let mut kinds: Vec<Verdict> = Vec::new();
    let mut verdicts = Vec::with_capacity(report.verdicts.len());
    for verdict in &report.verdicts {
        let known = kinds.iter().position(|kind| Arc::ptr_eq(&kind.advice, &verdict.advice));
        let kind = known.unwrap_or_else(|| {
            kinds.push(Verdict {
                passed_over: Vec::new(),
                chosen: Vec::new(),
                matched: None,
                server: None,
                ..verdict.clone()
            });
            kinds.len().saturating_sub(1)
        });
        let own = Own {
            server: verdict.server.as_deref(),
            staging: verdict.staging,
            partial: verdict.partial,
            matched: verdict.matched.as_ref(),
            chosen: &verdict.chosen,
            passed_over: &verdict.passed_over,
        };
        verdicts.push((kind, own));
    }
    let (ignored_answers, table) = (report.ignored_answers.clone(), report.table);
    json(&Packed { report: Report { verdicts: kinds, omitted: report.omitted, ignored_answers, table }, verdicts })
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
