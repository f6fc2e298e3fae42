//! Answers out of what Connect's own settings say: the output of the command
//! that `data/cloud-sync.json` offers.

use crate::table::Table;

/// An answer that a setting gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The question.
    pub id: String,
    /// Its answer.
    pub value: String,
    /// The setting, and what it says.
    pub setting: String,
}

/// The answers in a text, in its order: shown for confirmation, never taken
/// unasked. A table of `Name` and `Value`, a list of both, or `name = value`.
///
/// ```
/// use entra_connect_checker::{Table, advice::from_paste};
///
/// let text = "Microsoft.OptionalFeature.DeviceWriteBack   True";
/// let found = from_paste(Table::embedded()?, text);
/// assert_eq!((found[0].id.as_str(), found[0].value.as_str()), ("device-writeback", "yes"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn from_paste(table: &Table, text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut waiting: Option<&str> = None;
    for line in text.lines() {
        if let Some(setting) = waiting
            && let Some(value) = line.trim_start().strip_prefix("Value")
        {
            waiting = None;
            take(table, setting, value, &mut found);
        }
        // Most lines of most texts name no setting at all.
        if !line.contains("Microsoft.") {
            continue;
        }
        // The rest of the line after a name is its value.
        let settings = &table.ways().settings;
        let known = settings.iter().find_map(|known| {
            let (_, rest) = line.split_once(known.question.as_str())?;
            // Of longer names this one is only the beginning.
            let whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '.');
            whole.then_some((known.question.as_str(), rest))
        });
        if let Some((setting, rest)) = known {
            if bare(rest).is_empty() {
                waiting = Some(setting);
            } else {
                take(table, setting, rest, &mut found);
            }
        }
    }
    found
}

/// A value without what stands between it and its name.
fn bare(value: &str) -> &str {
    value.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | ',' | ';' | '|' | '"' | '\''))
}

fn take(table: &Table, setting: &str, value: &str, found: &mut Vec<Found>) {
    let value = bare(value);
    // A value that the console cut off tells nothing.
    if value.is_empty() || value.ends_with("...") || value.ends_with('…') {
        return;
    }
    let settings = table.ways().settings.iter().filter(|known| known.question == setting);
    let says =
        |known: &&crate::table::way_facts::ImpliedFact| known.answer == "*" || known.answer.eq_ignore_ascii_case(value);
    let Some(known) = settings.into_iter().find(says) else { return };
    if !found.iter().any(|other| other.id == known.then) {
        let name = setting.rsplit('.').next().unwrap_or(setting);
        found.push(Found { id: known.then.clone(), value: known.gives.clone(), setting: format!("{name}: {value}") });
    }
}
