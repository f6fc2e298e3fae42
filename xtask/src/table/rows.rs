//! The builds as flat rows, for people and for CSV.

use entra_connect_checker::table::{Release, Table};
use entra_connect_checker::{Answers, Date, check};
use serde::Serialize;
use serde_json::Value;

/// A build with everything that follows from the rules.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The product's identifier.
    pub product: String,
    /// The number as published.
    pub version: String,
    /// Day or month, or nothing.
    pub released: Option<String>,
    /// How it was offered.
    pub channel: String,
    /// The last day of support.
    pub support_ends: Option<String>,
    /// How that is known.
    pub support_ends_basis: String,
    /// The next higher build of its line.
    pub superseded_by: Option<String>,
    /// Why it is a security release.
    pub security: Option<String>,
    /// How sure the row is.
    pub confidence: String,
    /// What sources disagree on.
    pub note: Option<String>,
    /// The verdict's status on a day, where one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The verdict's severity on that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
}

impl Row {
    /// The row of a build, judged for a day if there is one.
    pub fn of(table: &Table, release: &Release, on: Option<Date>) -> Self {
        let (status, severity) = on.map(|on| judged(table, release, on)).unzip();
        Self {
            product: word(&release.product),
            version: release.version.clone(),
            released: release.released.map(|released| released.to_string()),
            channel: word(&release.channel),
            support_ends: release.support.ends.map(|end| end.to_string()),
            support_ends_basis: word(&release.support.basis),
            superseded_by: release.superseded_by.clone(),
            security: release.security.clone(),
            confidence: word(&release.confidence),
            note: release.note.clone(),
            status,
            severity,
        }
    }

    /// Names and values of the fields, in order.
    pub fn cells(&self) -> Vec<(String, String)> {
        let Ok(Value::Object(fields)) = serde_json::to_value(self) else { return Vec::new() };
        let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
        fields.into_iter().map(|(name, value)| (name, text(value))).collect()
    }
}

/// Status and severity of a build of this product on a day.
pub fn judged(table: &Table, release: &Release, on: Date) -> (String, String) {
    let name = table.product(release.product).map(|info| info.name.clone()).unwrap_or_default();
    let report = check(table, &format!("{name} {}", release.version), on, &Answers::default());
    report.gravest().map_or_else(Default::default, |verdict| (word(&verdict.status), word(&verdict.severity)))
}

/// An enum's value as the facts write it.
pub fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A line of CSV (RFC 4180): quoted where it must be.
pub fn csv_line(cells: impl IntoIterator<Item = String>) -> String {
    let quoted = |cell: String| {
        if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
    };
    cells.into_iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
}
