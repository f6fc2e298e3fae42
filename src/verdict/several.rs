//! Verdicts over more than one build: short versions, whole lines, and texts
//! that hold several builds without saying which one is installed.

use super::gravity::{Severity, Status};
use super::types::{Candidate, Verdict};
use super::{presumed, single, zero_filled};
use crate::date::{Date, Released};
use crate::intake::{Number, Reading};
use crate::table::{Product, Release, Table};
use crate::version::Build;
use crate::words::{Id, Message};

/// Products that a version without a name may belong to.
const JUDGED: [Product; 3] = [Product::EntraConnect, Product::AzureAdSync, Product::Dirsync];

/// All builds that a reading may mean. A complete number means itself. Builds
/// not yet out on the day are left aside unless there are no others.
pub(super) fn builds_meant(table: &Table, reading: &Reading, on: Date) -> Vec<(Product, Build)> {
    let fits: Box<dyn Fn(&Release) -> bool> = match &reading.number {
        Number::Full(build) => {
            let product = reading.product.unwrap_or_else(|| presumed(table, build));
            return vec![(product, build.clone())];
        }
        Number::Short(parts) => Box::new(move |release| release.build.parts().iter().zip(parts).all(|(a, b)| a == b)),
        Number::Line(families) => Box::new(move |release| {
            let family = release.family.and_then(|index| table.families().get(index));
            family.is_some_and(|family| families.contains(&family.id))
        }),
    };
    let of_product = |release: &&Release| match reading.product {
        Some(product) => release.product == product,
        None => JUDGED.contains(&release.product),
    };
    let all: Vec<_> = table.releases().iter().filter(of_product).filter(|release| fits(release)).collect();
    let out = |release: &&&Release| release.released.map(Released::first_day).is_none_or(|day| day <= on);
    let known: Vec<_> = all.iter().filter(out).copied().collect();
    let meant = if known.is_empty() { all } else { known };
    meant.into_iter().map(|release| (release.product, release.build.clone())).collect()
}

/// The verdict on a version that may mean several builds.
pub(super) fn short(table: &Table, text: &str, builds: &[(Product, Build)], on: Date) -> Verdict {
    let verdicts: Vec<_> =
        builds.iter().map(|(product, build)| single::build(table, *product, build, text, on)).collect();
    let count = builds.len();
    let mut verdict = merge(verdicts, super::nothing(table, on), |status| {
        let id = if status == Status::Ambiguous { Id::AmbiguousShort } else { Id::SeveralAgree };
        Message::plain(id).with("version", text).with("count", count)
    });
    verdict.version = Some(text.to_owned());
    verdict
}

/// The verdict on a text with several complete builds and no hint.
pub(super) fn seen(table: &Table, readings: &[Reading], on: Date) -> Verdict {
    let verdicts: Vec<_> = readings
        .iter()
        .flat_map(|reading| {
            let builds = match builds_meant(table, reading, on) {
                none if none.is_empty() => {
                    let build = zero_filled(&reading.number);
                    vec![(reading.product.unwrap_or_else(|| presumed(table, &build)), build)]
                }
                some => some,
            };
            builds.into_iter().map(|(product, build)| single::build(table, product, &build, &reading.text, on))
        })
        .collect();
    let mut verdict = merge(verdicts, super::nothing(table, on), |_| Message::plain(Id::AmbiguousSeen));
    verdict.reason = Message::plain(Id::AmbiguousSeen).with("count", readings.len());
    verdict.status = Status::Ambiguous;
    verdict.version = None;
    if let [first, rest @ ..] = readings
        && rest.iter().all(|other| other.server == first.server)
    {
        verdict.server.clone_from(&first.server);
        verdict.staging = first.staging;
    }
    verdict
}

/// Lays verdicts over each other: what they agree on stays, what they differ
/// on is left open. Where status or severity differ, the whole is ambiguous.
fn merge(verdicts: Vec<Verdict>, blank: Verdict, reason: impl Fn(Status) -> Message) -> Verdict {
    let candidates = verdicts.iter().filter_map(candidate).collect();
    let mut verdicts = verdicts.into_iter();
    let mut whole = verdicts.next().unwrap_or(blank);
    let (status, severity) = (whole.status, whole.severity);
    let mut same_reason = true;
    for other in verdicts {
        overlay(&mut whole, &other);
        same_reason &= other.reason == whole.reason;
        if other.severity != severity {
            whole.severity = Severity::Unknown;
        }
        if other.severity != severity || other.status != status {
            whole.status = Status::Ambiguous;
        }
    }
    if whole.status == Status::Ambiguous || !same_reason {
        whole.reason = reason(whole.status);
    }
    whole.candidates = candidates;
    whole
}

/// Leaves open every fact on which two verdicts differ.
fn overlay(whole: &mut Verdict, other: &Verdict) {
    fn keep<T: PartialEq + Default>(mine: &mut T, theirs: &T) {
        if mine != theirs {
            *mine = T::default();
        }
    }
    keep(&mut whole.product, &other.product);
    keep(&mut whole.released, &other.released);
    keep(&mut whole.support_ends, &other.support_ends);
    keep(&mut whole.support_ends_basis, &other.support_ends_basis);
    keep(&mut whole.days_left, &other.days_left);
    keep(&mut whole.expected_until, &other.expected_until);
    keep(&mut whole.superseded_by, &other.superseded_by);
    keep(&mut whole.cutoffs, &other.cutoffs);
    keep(&mut whole.advisories, &other.advisories);
    keep(&mut whole.security_releases, &other.security_releases);
    keep(&mut whole.confidence, &other.confidence);
    keep(&mut whole.note, &other.note);
    keep(&mut whole.sources, &other.sources);
}

fn candidate(verdict: &Verdict) -> Option<Candidate> {
    Some(Candidate {
        version: verdict.version.clone()?,
        product: verdict.product?,
        status: verdict.status,
        severity: verdict.severity,
        support_ends: verdict.support_ends,
    })
}
