//! Facts of a page into the rows of `data/`: facts only, never our own words, and nothing that is
//! doubtful.

use entra_connect_checker::{Build, Date, Released};
use serde_json::{Value, json};

use super::super::MARK;
use super::super::document::text;
use super::Draft;
use super::forms::Form;
use super::history::{Found, Reading};

/// What a page is merged as.
#[derive(Debug)]
pub struct Edition<'a> {
    /// Which page.
    pub form: &'a Form,
    /// The id of its edition's source.
    pub source: String,
    /// Whether no newer edition has been read before.
    pub newest: bool,
    /// The id of the edition that was read before, if this is another one.
    pub former: Option<String>,
}

/// Merges all builds of a page; gives what is left for a person.
pub fn builds(draft: &mut Draft, edition: &Edition<'_>, reading: &Reading) -> Vec<String> {
    let mut left = Vec::new();
    for ((build, named), found) in &reading.builds {
        let product = product(draft, edition.form, build, *named);
        match draft.find(edition.form.file, &product, build) {
            Some(index) => {
                let row = draft.row(edition.form.file, index).clone();
                let (row, notes) = known(row, found, edition);
                left.extend(notes);
                *draft.row(edition.form.file, index) = row;
            }
            None => {
                let (row, notes) = fresh(&product, found, edition);
                left.extend(notes);
                draft.insert(edition.form.file, row, build);
            }
        }
    }
    left
}

/// The product that a build of the page belongs to.
fn product(draft: &Draft, form: &Form, build: &Build, named: Option<&'static str>) -> String {
    let of_line = || {
        let inside = |family: &Value| {
            let bound = |field: &str| text(family, field).parse::<Build>().ok();
            text(family, "id") == "azure-ad-sync"
                && bound("from") <= Some(build.clone())
                && Some(build) < bound("before").as_ref()
        };
        let old = draft.list("families").iter().any(inside);
        if old { "azure-ad-sync" } else { "entra-connect" }
    };
    named.or(form.product).unwrap_or_else(of_line).to_owned()
}

/// A row that nobody has seen yet.
fn fresh(product: &str, found: &Found, edition: &Edition<'_>) -> (Value, Vec<String>) {
    let mut note = format!("Number and date were read by the importer; {MARK} read what the page says of it");
    let mut left = vec![format!(
        "{}: line {}: read its section, then write `notable`, `requires` and the note",
        found.version, found.line
    )];
    if found.security {
        note.push_str(", which speaks of security");
        left.push(format!(
            "{}: its section speaks of security; fill `security` if the page calls it so",
            found.version
        ));
    }
    note.push('.');
    let channel = if found.withdrawn.is_some() { "withdrawn" } else { found.channel.unwrap_or("unknown") };
    let row = json!({
        "version": found.version,
        "product": product,
        "released": found.released.map(|date| date.to_string()),
        "channel": channel,
        "autoUpgradeFrom": found.automatic.map(|date| date.to_string()),
        "supportEnds": found.ends.map(|date| date.to_string()),
        "supportNote": found.ends.map(|_| support_note(found)),
        "security": null,
        "notable": [],
        "requires": {"windows": null, "dotnet": null, "tls": null, "powershell": null},
        "note": note,
        "sources": [edition.source],
        "confidence": if found.withdrawn.is_some() { "medium" } else { "high" },
    });
    (row, left)
}

/// What a printed end rests on, in our own words.
fn support_note(found: &Found) -> String {
    let after = found.after.as_ref().map(|build| format!(": 12 months after {build}"));
    format!("Microsoft's table{}.", after.unwrap_or_default())
}

/// A row with the page's facts, and what was not taken over.
fn known(mut row: Value, found: &Found, edition: &Edition<'_>) -> (Value, Vec<String>) {
    let before = row.clone();
    let mut left = Vec::new();
    let mut leave = |what: String| left.push(format!("{}: line {}: {what}", found.version, found.line));
    // A note says that sources disagree and which one is taken: not for a program to undo.
    let settled = |row: &Value| !edition.newest || !text(row, "note").is_empty();

    let ours: Option<Released> = text(&row, "released").parse().ok();
    match (ours, found.released) {
        (None, Some(date)) => row["released"] = json!(date.to_string()),
        (Some(Released::Month(_)), Some(Released::Day(day))) if day.to_string().starts_with(text(&row, "released")) => {
            row["released"] = json!(day.to_string());
        }
        (Some(ours), Some(date)) if !same(ours, date) => {
            if settled(&row) {
                leave(format!("the page dates it {date}, the table {ours}; decide and say so in `note`"));
            } else {
                row["released"] = json!(date.to_string());
            }
        }
        _ => {}
    }
    let ours: Option<Date> = text(&row, "supportEnds").parse().ok();
    match (ours, found.ends) {
        (Some(ours), Some(end)) if ours != end && settled(&row) => {
            leave(format!("the page ends its support {end}, the table {ours}; decide and say so in `note`"));
        }
        (ours, Some(end)) if ours != Some(end) => {
            row["supportEnds"] = json!(end.to_string());
            row["supportNote"] = json!(support_note(found));
        }
        _ => {}
    }
    let ours = text(&row, "channel").to_owned();
    match found.channel {
        Some(channel) if ours == "unknown" || (ours == "download" && channel == "download-and-auto-upgrade") => {
            row["channel"] = json!(channel);
        }
        Some(channel) if channel != ours && ours != "withdrawn" => {
            leave(format!("the page says {channel}, the table {ours}; decide and say so in `note`"));
        }
        _ => {}
    }
    if let (Some(line), true) = (found.withdrawn, ours != "withdrawn") {
        leave(format!("line {line} speaks of it as withdrawn; read it, and set `channel` if that is so"));
    }
    if let (Some(day), "") = (found.automatic, text(&row, "autoUpgradeFrom")) {
        row["autoUpgradeFrom"] = json!(day.to_string());
    }
    let named = |id: &String| row["sources"].as_array().is_some_and(|sources| sources.contains(&json!(id)));
    let first_seen =
        edition.newest && edition.former.as_ref().is_some_and(|former| !named(former)) && !named(&edition.source);
    if first_seen && text(&row, "confidence") != "high" {
        leave(format!("the page lists it now; look at its note and at `confidence`, {}", text(&row, "confidence")));
    }
    if row != before
        && let Some(sources) = row["sources"].as_array_mut()
        && !sources.contains(&json!(edition.source))
    {
        sources.insert(0, json!(edition.source));
    }
    (row, left)
}

/// A month and a day in it do not disagree.
fn same(ours: Released, theirs: Released) -> bool {
    match (ours, theirs) {
        (Released::Day(day), Released::Month(month)) => {
            day.to_string().starts_with(&Released::Month(month).to_string())
        }
        _ => ours == theirs,
    }
}
