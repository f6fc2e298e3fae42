//! The fact that decides a verdict, as a message.

use super::gravity::{Severity, Status};
use super::types::{CutoffStanding, Met, Verdict};
use crate::table::{Stops, Table};
use crate::words::{Id, Message};

/// The deciding fact of a build: the first that holds of an unmet cut-off of
/// synchronization in force (the earliest), a withdrawal, the end of support,
/// a missing row, an unmet cut-off of features in force, the gravest hole, the
/// nearest coming date.
pub(super) fn decide(table: &Table, verdict: &Verdict) -> Message {
    let version = verdict.version.clone().unwrap_or_default();
    let say = |id: Id| Message::plain(id).with("version", version.clone());
    match verdict.status {
        Status::Newer => return say(Id::Newer).with("asOf", table.as_of()),
        Status::NotYetReleased => {
            let message = say(Id::NotYetReleased).with("on", verdict.on);
            return match verdict.released {
                Some(released) => message.with("released", released),
                None => message,
            };
        }
        Status::Unreadable
        | Status::OtherProduct
        | Status::Ambiguous
        | Status::Unlisted
        | Status::Withdrawn
        | Status::Retired
        | Status::Current
        | Status::Supported => {}
    }
    if let Some(cutoff) = unmet_in_force(verdict, Stops::Sync) {
        return refused(table, verdict, cutoff);
    }
    match (verdict.status, verdict.support_ends) {
        (Status::Withdrawn, _) => return say(Id::Withdrawn),
        (Status::Retired, Some(end)) => return say(Id::Retired).with("date", end),
        (Status::Unlisted, _) => return say(Id::Unlisted),
        _ => {}
    }
    if let Some(cutoff) = unmet_in_force(verdict, Stops::Features) {
        return Message::plain(Id::CutoffFeatures)
            .with("date", cutoff.date)
            .with("minimum", cutoff.minimum.clone())
            .fact("effect", cutoff.effect.clone());
    }
    if let Some(hole) = verdict.advisories.iter().find(|hole| hole.condition.is_none()) {
        return say(Id::AdvisoryOpen).with("advisory", hole.id.clone()).with("fixedIn", hole.fixed_in.clone());
    }
    nearest(table, verdict)
}

fn unmet_in_force(verdict: &Verdict, stops: Stops) -> Option<&CutoffStanding> {
    // The table lists cut-offs by date, so the first is the earliest.
    verdict.cutoffs.iter().find(|cutoff| cutoff.in_force && cutoff.met == Met::No && cutoff.stops == stops)
}

fn refused(table: &Table, verdict: &Verdict, cutoff: &CutoffStanding) -> Message {
    let whole_product = table.cutoffs().iter().any(|row| row.id == cutoff.id && row.needs_other_product);
    if whole_product {
        let name = verdict.product.and_then(|id| table.product(id)).map(|product| product.name.clone());
        return Message::plain(Id::CutoffProduct).with("product", name.unwrap_or_default()).with("date", cutoff.date);
    }
    Message::plain(Id::CutoffSync).with("minimum", cutoff.minimum.clone()).with("date", cutoff.date)
}

fn nearest(table: &Table, verdict: &Verdict) -> Message {
    let version = verdict.version.clone().unwrap_or_default();
    let say = |id: Id| Message::plain(id).with("version", version.clone());
    let cutoff = verdict.cutoffs.iter().find(|cutoff| !cutoff.in_force && cutoff.met == Met::No);
    match (cutoff, verdict.support_ends) {
        (Some(cutoff), end) if end.is_none_or(|end| cutoff.date <= end) => Message::plain(Id::CutoffAhead)
            .with("date", cutoff.date)
            .with("days", verdict.on.days_until(cutoff.date))
            .with("minimum", cutoff.minimum.clone()),
        (_, Some(end)) if end == verdict.on => say(Id::SupportEndsToday).with("date", end),
        (_, Some(end)) => say(Id::SupportEnds).with("date", end).with("days", verdict.on.days_until(end)),
        (_, None) if verdict.status == Status::Current && verdict.severity == Severity::Unknown => {
            say(Id::CurrentTooOld).with("asOf", table.as_of())
        }
        (_, None) if verdict.status == Status::Current => say(Id::Current).with("asOf", table.as_of()),
        (_, None) => say(Id::NoEndKnown),
    }
}

/// The deciding fact of a neighbour of Connect.
pub(super) fn of_sibling(table: &Table, verdict: &Verdict) -> Message {
    let Some(product) = verdict.product.and_then(|id| table.product(id)) else {
        return Message::plain(Id::SiblingUnknown);
    };
    match verdict.cutoffs.iter().find(|cutoff| cutoff.in_force && cutoff.met == Met::No) {
        Some(cutoff) => Message::plain(Id::SiblingCutoff)
            .with("product", product.name.clone())
            .with("date", cutoff.date)
            .with("minimum", cutoff.minimum.clone())
            .fact("effect", cutoff.effect.clone()),
        None => Message::plain(Id::Sibling).with("product", product.name.clone()),
    }
}
