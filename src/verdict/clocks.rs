//! The clocks of a build on a day: cut-offs and security. (The support clock
//! is in the table already: it does not depend on the day.)

use super::types::{AdvisoryStanding, ConditionRef, CutoffStanding, Met, SecurityRelease};
use crate::date::{Date, Released};
use crate::order;
use crate::table::{Cutoff, Product, Table};
use crate::version::Build;

/// Where a build stands with every cut-off of its product.
pub(super) fn cutoffs(table: &Table, product: Product, build: &Build, on: Date) -> Vec<CutoffStanding> {
    let concerned = table.cutoffs().iter().filter(|cutoff| cutoff.products.contains(&product));
    concerned
        .map(|cutoff| CutoffStanding {
            id: cutoff.id.clone(),
            date: cutoff.date,
            minimum: cutoff.minimum.to_string(),
            condition: cutoff.condition.as_ref().map(|condition| ConditionRef {
                text: condition.text.clone(),
                how_to_check: condition.how_to_check.clone(),
                url: condition.url.clone(),
            }),
            stops: cutoff.stops,
            met: met(cutoff, build),
            in_force: on >= cutoff.date,
            effect: cutoff.effect.clone(),
            confidence: cutoff.confidence,
            source: table.sources_at(&cutoff.sources).next().map(Into::into),
        })
        .collect()
}

fn met(cutoff: &Cutoff, build: &Build) -> Met {
    if cutoff.needs_other_product || *build < cutoff.minimum {
        return Met::No;
    }
    let open = cutoff
        .condition
        .as_ref()
        .is_some_and(|condition| condition.before.as_ref().is_none_or(|before| build < before));
    if open { Met::Depends } else { Met::Yes }
}

/// Every hole published by that day which the build still has, gravest first.
pub(super) fn advisories(table: &Table, product: Product, build: &Build, on: Date) -> Vec<AdvisoryStanding> {
    let published = table.advisories().iter().filter(|advisory| advisory.published <= on);
    let standing: Vec<_> = published
        .filter_map(|advisory| {
            let hit = advisory.affected.iter().find(|range| {
                range.product == product
                    && range.from.as_ref().is_none_or(|from| from <= build)
                    && *build < range.before
            })?;
            Some(AdvisoryStanding {
                id: advisory.id.clone(),
                published: advisory.published,
                severity: advisory.rating,
                cvss: advisory.cvss,
                fixed_in: hit.before.to_string(),
                condition: advisory.condition.clone(),
                title: advisory.title.clone(),
                url: advisory.url.clone(),
                confidence: advisory.confidence,
            })
        })
        .collect();
    order::by_number(standing, |hole| {
        // Gravest word first, then the highest score, then the newest.
        let score = hole.cvss.map_or(0, tenths);
        let gravity = (u64::from(hole.severity as u8) << 40) | (score << 32) | hole.published.day_number();
        u64::MAX ^ gravity
    })
}

/// A CVSS score as a whole number, for comparing.
fn tenths(score: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the table holds scores from 0 to 10")]
    {
        (score * 10.0) as u64
    }
}

/// Builds above this one, out by that day, that the vendor labels security
/// releases.
pub(super) fn security_releases(table: &Table, product: Product, build: &Build, on: Date) -> Vec<SecurityRelease> {
    table
        .releases_of(product)
        .filter(|release| release.build > *build && !release.withdrawn())
        .filter(|release| release.released.map(Released::first_day).is_some_and(|day| day <= on))
        .filter_map(|release| {
            let note = release.security.clone()?;
            Some(SecurityRelease { version: release.version.clone(), released: release.released, note })
        })
        .collect()
}
