//! The verdict on one build.

use super::clocks;
use super::gravity::{self, Severity, Status};
use super::reason;
use super::types::{Met, SourceRef, Verdict};
use crate::date::{Date, Released};
use crate::intake::{Number, Reading};
use crate::table::{Basis, Link, Product, Release, Table};
use crate::version::Build;
use crate::words::{Id, Message};

/// How long after the table's day the newest build may at least expect
/// support, by the vendor's rule.
const EXPECTED_MONTHS: u16 = 12;

/// Judges a build of Connect or of a predecessor; `text` is the version as
/// read, for builds that are not listed.
pub(super) fn build(table: &Table, product: Product, build: &Build, text: &str, on: Date) -> Verdict {
    let release = table.find(product, build);
    let status = status(table, release, build, on);
    let mut verdict = Verdict::blank(table, on, status, Message::plain(Id::Unlisted));
    verdict.product = Some(product);
    verdict.version = Some(release.map_or_else(|| text.to_owned(), |release| release.version.clone()));
    verdict.cutoffs = clocks::cutoffs(table, product, build, on).into();
    verdict.advisories = clocks::advisories(table, product, build, on).into();
    verdict.security_releases = clocks::security_releases(table, product, build, on).into();
    if let Some(release) = release {
        take_row(&mut verdict, release);
    }
    if status == Status::Current {
        verdict.expected_until = Some(table.as_of().plus_months(EXPECTED_MONTHS));
    }
    verdict.severity = gravity::severity(&gravity::Facts {
        status,
        on,
        support_ends: verdict.support_ends,
        expected_until: verdict.expected_until,
        cutoffs: &verdict.cutoffs,
        advisories: &verdict.advisories,
    });
    verdict.reason = reason::decide(table, &verdict);
    verdict.sources = sources(table, release, product, &verdict).into();
    verdict
}

/// The verdict on a neighbour of Connect.
pub(super) fn sibling(table: &Table, reading: &Reading, on: Date) -> Verdict {
    let mut verdict = Verdict::blank(table, on, Status::OtherProduct, Message::plain(Id::SiblingUnknown));
    verdict.version = Some(reading.text.clone());
    verdict.product = reading.product;
    if let (Some(product), Number::Full(build)) = (reading.product, &reading.number) {
        verdict.cutoffs = clocks::cutoffs(table, product, build, on).into();
        verdict.advisories = clocks::advisories(table, product, build, on).into();
        let release = table.find(product, build);
        if let Some(release) = release {
            take_row(&mut verdict, release);
        }
        if verdict.cutoffs.iter().any(|cutoff| cutoff.in_force && cutoff.met == Met::No) {
            verdict.severity = Severity::Act;
        }
        verdict.sources = sources(table, release, product, &verdict).into();
    }
    verdict.reason = reason::of_sibling(table, &verdict);
    if verdict.sources.is_empty() {
        verdict.sources = table.link(Link::VerifyVersion).map(SourceRef::from).into_iter().collect();
    }
    verdict.placed(table, reading)
}

fn take_row(verdict: &mut Verdict, release: &Release) {
    verdict.version = Some(release.version.clone());
    verdict.released = release.released;
    verdict.support_ends = release.support.ends;
    verdict.support_ends_basis = Some(release.support.basis);
    verdict.days_left = release.support.ends.map(|end| verdict.on.days_until(end));
    verdict.superseded_by.clone_from(&release.superseded_by);
    verdict.confidence = Some(release.confidence);
    verdict.note.clone_from(&release.note);
}

/// The first status that holds.
fn status(table: &Table, release: Option<&Release>, build: &Build, on: Date) -> Status {
    let Some(release) = release else {
        let above = table.newest().is_none_or(|newest| *build > newest.build);
        return if above { Status::Newer } else { Status::Unlisted };
    };
    let newest = table.newest();
    if release.released.map(Released::first_day).is_some_and(|day| on < day) {
        Status::NotYetReleased
    } else if release.withdrawn() {
        Status::Withdrawn
    } else if release.support.ends.is_some_and(|end| on > end) {
        Status::Retired
    } else if newest.is_some_and(|newest| newest.product == release.product && newest.build == release.build) {
        Status::Current
    } else {
        Status::Supported
    }
}

/// The pages that the verdict rests on: the build's row, its family where that
/// ends the support, and the cut-offs and holes that hit it. A build without a
/// row rests on the release history, which lacks it.
fn sources(table: &Table, release: Option<&Release>, product: Product, verdict: &Verdict) -> Vec<SourceRef> {
    let mut pages: Vec<SourceRef> = Vec::new();
    let mut add = |source: SourceRef| {
        if !pages.contains(&source) {
            pages.push(source);
        }
    };
    match release {
        Some(release) => {
            table.sources_at(&release.sources).for_each(|source| add(source.into()));
            if release.support.basis != Basis::Published
                && let Some(family) = release.family.and_then(|index| table.families().get(index))
            {
                table.sources_at(&family.sources).for_each(|source| add(source.into()));
            }
        }
        None if table.is_sibling(product) => {
            let info = table.product(product);
            info.iter().flat_map(|info| table.sources_at(&info.sources)).for_each(|source| add(source.into()));
        }
        None => table.link(Link::ReleaseHistory).into_iter().for_each(|source| add(source.into())),
    }
    for cutoff in table.cutoffs() {
        let hit = verdict.cutoffs.iter().any(|standing| standing.id == cutoff.id && standing.met != Met::Yes);
        if hit {
            table.sources_at(&cutoff.sources).for_each(|source| add(source.into()));
        }
    }
    for advisory in table.advisories() {
        if verdict.advisories.iter().any(|standing| standing.id == advisory.id) {
            table.sources_at(&advisory.sources).take(1).for_each(|source| add(source.into()));
        }
    }
    pages
}
