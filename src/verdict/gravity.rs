//! Status and severity: what a build is on a day, and how grave that is.

use serde::Serialize;

use super::types::{AdvisoryStanding, CutoffStanding, Met};
use crate::date::Date;
use crate::table::{Rating, Stops};

/// An end or an unmet cut-off at most this many days ahead is urgent.
pub const ACT_DAYS: i64 = 30;
/// An end or an unmet cut-off at most this many days ahead has to be planned.
pub const PLAN_DAYS: i64 = 180;
/// From this CVSS base score on a hole is urgent.
const URGENT_CVSS: f64 = 7.0;

/// What a build is on a day: the first that holds, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The text holds no build.
    Unreadable,
    /// An agent or another neighbour of Connect.
    OtherProduct,
    /// The version may mean builds that are judged differently.
    Ambiguous,
    /// Above the newest known Connect build.
    Newer,
    /// Not in the table, and not above it.
    Unlisted,
    /// The day lies before its release.
    NotYetReleased,
    /// The vendor pulled it.
    Withdrawn,
    /// Its support has ended.
    Retired,
    /// The newest known.
    Current,
    /// In support.
    Supported,
}

/// How grave a verdict is; greater is graver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing to do.
    Ok,
    /// Not known, which is worse than fine.
    Unknown,
    /// Something comes within half a year.
    Plan,
    /// Something is wrong now, or within a month.
    Act,
    /// The service is announced to refuse it.
    Stopped,
}

/// The facts that severity is made of.
pub(super) struct Facts<'a> {
    pub status: Status,
    pub on: Date,
    pub support_ends: Option<Date>,
    pub expected_until: Option<Date>,
    pub cutoffs: &'a [CutoffStanding],
    pub advisories: &'a [AdvisoryStanding],
}

/// Severity of a single build.
pub(super) fn severity(facts: &Facts<'_>) -> Severity {
    let by_clocks = by_clocks(facts);
    match facts.status {
        Status::Newer | Status::NotYetReleased | Status::Unreadable | Status::Ambiguous | Status::OtherProduct => {
            Severity::Unknown
        }
        Status::Unlisted | Status::Withdrawn | Status::Retired => by_clocks.max(Severity::Act),
        Status::Supported => by_clocks,
        Status::Current => {
            let too_old = facts.expected_until.is_some_and(|until| facts.on > until);
            if by_clocks == Severity::Ok && too_old { Severity::Unknown } else { by_clocks }
        }
    }
}

fn by_clocks(facts: &Facts<'_>) -> Severity {
    let unmet = || facts.cutoffs.iter().filter(|cutoff| cutoff.met == Met::No);
    if unmet().any(|cutoff| cutoff.in_force && cutoff.stops == Stops::Sync) {
        return Severity::Stopped;
    }
    if unmet().any(|cutoff| cutoff.in_force) {
        return Severity::Act;
    }
    let coming = unmet().filter(|cutoff| !cutoff.in_force).map(|cutoff| cutoff.date).chain(facts.support_ends);
    let nearest = coming.map(|date| facts.on.days_until(date)).filter(|days| *days >= 0).min();
    let holes = facts.advisories.iter().filter(|advisory| advisory.condition.is_none());
    let by_holes = holes.map(|hole| if urgent(hole) { Severity::Act } else { Severity::Plan }).max();
    let by_dates = match nearest {
        Some(days) if days <= ACT_DAYS => Severity::Act,
        Some(days) if days <= PLAN_DAYS => Severity::Plan,
        Some(_) | None => Severity::Ok,
    };
    by_dates.max(by_holes.unwrap_or(Severity::Ok))
}

/// Whether a hole alone makes a build urgent. Without a score the word decides.
fn urgent(hole: &AdvisoryStanding) -> bool {
    hole.cvss.map_or(hole.severity >= Rating::Important, |score| score >= URGENT_CVSS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Confidence;

    fn hole(severity: Rating, cvss: Option<f64>) -> AdvisoryStanding {
        AdvisoryStanding {
            id: String::new(),
            published: "2026-01-13".parse().unwrap(),
            severity,
            cvss,
            fixed_in: String::new(),
            condition: None,
            title: String::new(),
            url: String::new(),
            confidence: Confidence::High,
        }
    }

    #[test]
    fn the_score_decides_and_without_one_the_word() {
        for (rating, cvss, expected) in [
            (Rating::Moderate, Some(7.0), true),
            (Rating::Critical, Some(6.9), false),
            (Rating::Important, None, true),
            (Rating::Critical, None, true),
            (Rating::Moderate, None, false),
        ] {
            assert_eq!(urgent(&hole(rating, cvss)), expected, "{rating:?} {cvss:?}");
        }
    }
}
