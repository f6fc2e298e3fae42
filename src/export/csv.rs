//! A report as CSV (RFC 4180): one row per verdict, for a spreadsheet.

use crate::report::Report;
use crate::table::Table;
use crate::verdict::{Met, Verdict};

/// The columns.
const HEAD: [&str; 15] = [
    "server",
    "staging",
    "product",
    "version",
    "status",
    "severity",
    "supportEnds",
    "daysLeft",
    "cutoffPassed",
    "cutoffNext",
    "advisories",
    "recommend",
    "to",
    "on",
    "factsAsOf",
];

/// The report as CSV with a head, every line ended by CR LF.
///
/// ```
/// use entra_connect_checker::{Answers, Table, check, export};
///
/// let table = Table::embedded()?;
/// let report = check(table, "2.4.21.0", "2026-11-23".parse()?, &Answers::default());
/// let csv = export::csv::write(table, &report);
/// assert!(csv.lines().nth(1).is_some_and(|row| row.starts_with(",,Microsoft Entra Connect")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn write(table: &Table, report: &Report) -> String {
    let mut out = String::new();
    line(&HEAD.map(str::to_owned), &mut out);
    for verdict in &report.verdicts {
        line(&row(table, verdict, report), &mut out);
    }
    out
}

fn row(table: &Table, verdict: &Verdict, report: &Report) -> [String; 15] {
    let unmet = |in_force: bool| {
        let cutoff = verdict.cutoffs.iter().find(|cutoff| cutoff.met == Met::No && cutoff.in_force == in_force);
        cutoff.map(|cutoff| cutoff.date.to_string()).unwrap_or_default()
    };
    let holes: Vec<&str> = verdict.advisories.iter().map(|hole| hole.id.as_str()).collect();
    [
        verdict.server.clone().unwrap_or_default(),
        verdict.staging.map(|staging| staging.to_string()).unwrap_or_default(),
        verdict.product.and_then(|id| table.product(id)).map(|info| info.name.clone()).unwrap_or_default(),
        verdict.version.clone().unwrap_or_default(),
        verdict.status.as_str().to_owned(),
        verdict.severity.as_str().to_owned(),
        verdict.support_ends.map(|end| end.to_string()).unwrap_or_default(),
        verdict.days_left.map(|days| days.to_string()).unwrap_or_default(),
        unmet(true),
        unmet(false),
        holes.join(" "),
        verdict.advice.recommend.as_str().to_owned(),
        verdict.advice.upgrade.to.clone().unwrap_or_default(),
        verdict.on.to_string(),
        report.table.as_of.to_string(),
    ]
}

fn line(cells: &[String], out: &mut String) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        // A server's name comes from the pasted text: a spreadsheet must not
        // take it for a formula. Numbers below zero stay numbers.
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<i64>().is_err();
        let cell = if formula { format!("'{cell}") } else { cell.clone() };
        if cell.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answers, check};

    #[test]
    fn every_verdict_has_its_row() {
        let table = Table::embedded().unwrap();
        let text = "Server,Version\nSYNC01,2.4.21.0\nSYNC02,2.5.190.0\n";
        let report = check(table, text, "2026-11-23".parse().unwrap(), &Answers::default());
        let csv = write(table, &report);
        let rows: Vec<_> = csv.split("\r\n").collect();
        assert!(rows[1].starts_with("SYNC01,,Microsoft Entra Connect Sync,2.4.21.0,retired,stopped,2025-11-15,-373,2026-09-30,2027-04-07,CVE-2026-65673,upgrade,"), "{csv}");
        assert!(rows[2].starts_with("SYNC02,"), "{csv}");
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn cells_are_quoted_and_no_formula() {
        let mut out = String::new();
        line(&["=HYPERLINK(\"x\")".into(), "a,b".into(), "-373".into(), "-x".into()], &mut out);
        assert_eq!(out, "\"'=HYPERLINK(\"\"x\"\")\",\"a,b\",-373,'-x\r\n");
    }
}
