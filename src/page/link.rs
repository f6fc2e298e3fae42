//! What the address remembers: build, day, answers, ticks
//! and language. Never a text
//! that was pasted, and never a server's name.

use super::browser;
use super::state::State;
use crate::report::Report;
use crate::table::Table;

/// The fragment for what is seen.
pub(super) fn fragment(table: &Table, state: &State, report: &Report) -> String {
    let mut parts = Vec::new();
    if let Some(version) = report.gravest().and_then(|verdict| verdict.version.as_deref()) {
        parts.push(format!("v={}", browser::encoded(version)));
    }
    if let Some(on) = state.on {
        parts.push(format!("on={on}"));
    }
    // Only what the table knows, so that nothing strange is passed on.
    for (id, value) in state.answers.known(table).iter() {
        parts.push(format!("a.{id}={value}"));
    }
    let ticks: Vec<&str> = state.ticks.iter().map(String::as_str).filter(|id| table.ways().can_be_ticked(id)).collect();
    if !ticks.is_empty() {
        parts.push(format!("t={}", ticks.join(",")));
    }
    if state.language_chosen {
        parts.push(format!("lang={}", state.voice.language().code));
    }
    format!("#{}", parts.join("&"))
}

/// What stands in the address and nobody knows.
pub(super) fn unknown(table: &Table, state: &State, report: &Report) -> Vec<String> {
    let mut unknown = report.ignored_answers.clone();
    unknown.extend(state.ticks.iter().filter(|id| !table.ways().can_be_ticked(id)).cloned());
    unknown
}
