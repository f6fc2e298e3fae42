//! Ends of support.
//!
//! The vendor prints a date for builds in its current table; for the others
//! the end follows from its rule (see the release history page): a 2.x build
//! is retired twelve months after the next one appears, and on 2023-03-15 at
//! the earliest, the day the rule began. Builds of 1.x, Azure AD Sync and
//! DirSync ended with their family. A printed date wins over the rule.

use serde::Serialize;

use super::{Channel, Family, Release};
use crate::date::Date;
use crate::version::Build;

/// How an end of support is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The vendor prints this date for this build.
    Published,
    /// Computed by the vendor's rolling rule.
    Derived,
    /// The whole line ended on that day.
    Family,
    /// There is no end, or none is known.
    None,
}

/// An end of support and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Support {
    /// The last supported day.
    pub ends: Option<Date>,
    /// How it is known.
    pub basis: Basis,
}

impl Support {
    pub(super) const NONE: Self = Self { ends: None, basis: Basis::None };
}

/// Fills `superseded_by` and the ends that no source prints. `releases` are
/// ascending inside each product.
pub(super) fn complete(releases: &mut [Release], families: &[Family]) {
    for index in 0..families.len() {
        let Some(family) = families.get(index) else {
            continue;
        };
        let has_dates = releases.iter().any(|r| r.family == Some(index) && r.released.is_some());
        // From the highest build down, so that the successor is known.
        let mut successor: Option<(Build, String, Option<Date>)> = None;
        for release in releases.iter_mut().rev().filter(|release| release.family == Some(index)) {
            release.superseded_by = successor.as_ref().map(|(_, version, _)| version.clone());
            if release.support.ends.is_none() {
                let next = successor.as_ref().and_then(|(_, _, released)| *released);
                release.support = derive(family, release, next);
            }
            let general = !matches!(release.channel, Channel::Withdrawn | Channel::Limited);
            let available = general && (release.released.is_some() || !has_dates);
            if available {
                let released = release.released.map(crate::date::Released::first_day);
                successor = Some((release.build.clone(), release.version.clone(), released));
            }
        }
    }
}

/// The end by the family's rule; `next` is the successor's release.
fn derive(family: &Family, release: &Release, next: Option<Date>) -> Support {
    match (family.rolling, family.support_ends) {
        (Some(_), _) if release.withdrawn() => Support::NONE,
        (Some(rule), _) => next.map_or(Support::NONE, |next| Support {
            ends: Some(next.plus_months(rule.months).max(rule.since)),
            basis: Basis::Derived,
        }),
        (None, Some(end)) => Support { ends: Some(end), basis: Basis::Family },
        (None, None) => Support::NONE,
    }
}
