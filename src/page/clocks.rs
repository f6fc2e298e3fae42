//! The three clocks side by side: support, service cut-offs, security.

use yew::prelude::*;

use super::parts::{el, graded, line, link, text};
use super::verdict_card::tone;
use super::{say, t};
use crate::table::{Basis, Product, Stops, Table};
use crate::verdict::{CutoffStanding, Met, PLAN_DAYS, Severity, Status, Verdict};
use crate::words::Id;

/// What a clock says: how grave, the word, and what goes with it.
struct Face {
    tone: Severity,
    says: String,
    more: Vec<String>,
}

/// The clocks of a verdict.
pub(super) fn clocks(table: &Table, verdict: &Verdict) -> Html {
    el(
        "div",
        "clocks",
        vec![
            clock(Id::ClockSupport, support(verdict), Vec::new()),
            clock(Id::ClockCutoff, cutoff(table, verdict), Vec::new()),
            clock(Id::ClockSecurity, security(verdict), holes(verdict)),
        ],
    )
}

fn clock(name: Id, face: Face, extra: Vec<Html>) -> Html {
    let mut children = vec![line("h3", "", t(name)), graded("p", tone(face.tone), face.says)];
    children.extend(face.more.into_iter().map(|more| line("p", "small soft", more)));
    children.extend(extra);
    el("div", "clock", children)
}

fn support(verdict: &Verdict) -> Face {
    let basis = match verdict.support_ends_basis {
        Some(Basis::Derived) => Some(t(Id::BasisDerived).to_owned()),
        Some(Basis::Family) => Some(t(Id::BasisFamily).to_owned()),
        Some(Basis::Published | Basis::None) | None => None,
    };
    let Some((end, days)) = verdict.support_ends.zip(verdict.days_left) else {
        return without_end(verdict);
    };
    let (tone, says, count) = match days {
        ..0 => (Severity::Act, Id::SupportEnded, Some((Id::DaysAgo, days.saturating_neg()))),
        0 => (Severity::Act, Id::SupportLastDay, None),
        _ if days <= PLAN_DAYS => (Severity::Plan, Id::SupportUntil, Some((Id::DaysLeft, days))),
        _ => (Severity::Ok, Id::SupportUntil, Some((Id::DaysLeft, days))),
    };
    let count = count.map(|(id, days)| say(id, |m| m.with("days", days)));
    Face { tone, says: say(says, |m| m.with("date", end)), more: count.into_iter().chain(basis).collect() }
}

fn without_end(verdict: &Verdict) -> Face {
    let (tone, says) = match verdict.status {
        Status::Withdrawn => (Severity::Act, Id::SupportNone),
        Status::Unlisted => (Severity::Act, Id::SupportUnlisted),
        Status::Current => (Severity::Ok, Id::SupportOpen),
        Status::Ambiguous => (Severity::Unknown, Id::DependsOnBuild),
        _ => (Severity::Unknown, Id::SupportUnknown),
    };
    let until = verdict.expected_until.map(|until| say(Id::SupportExpected, |m| m.with("date", until)));
    Face { tone, says: t(says).to_owned(), more: until.into_iter().collect() }
}

fn cutoff(table: &Table, verdict: &Verdict) -> Face {
    let first = |met: Met, in_force: bool, stops: Option<Stops>| {
        let wanted = move |cutoff: &&CutoffStanding| {
            cutoff.met == met && cutoff.in_force == in_force && stops.is_none_or(|stops| cutoff.stops == stops)
        };
        verdict.cutoffs.iter().find(wanted)
    };
    let needs = |cutoff: &CutoffStanding| match other_product(table, cutoff) {
        Some(name) => say(Id::CutoffNeedsProduct, |m| m.with("product", name)),
        None => say(Id::CutoffNeeds, |m| m.with("minimum", cutoff.minimum.clone())),
    };
    let coming = first(Met::No, false, None).or_else(|| first(Met::Depends, false, None));
    if let Some(cutoff) = first(Met::No, true, Some(Stops::Sync)).or_else(|| first(Met::No, true, None)) {
        let tone = if cutoff.stops == Stops::Sync { Severity::Stopped } else { Severity::Act };
        // What is needed today is the highest minimum in force, not the first.
        let in_force = |other: &&CutoffStanding| other.met == Met::No && other.in_force && other.stops == cutoff.stops;
        let mut more = vec![needs(verdict.cutoffs.iter().rfind(in_force).unwrap_or(cutoff))];
        more.extend(
            coming.map(|next| say(Id::CutoffNext, |m| m.with("date", next.date).with("minimum", next.minimum.clone()))),
        );
        return Face { tone, says: say(Id::CutoffInForce, |m| m.with("date", cutoff.date)), more };
    }
    if let Some(cutoff) = first(Met::No, false, None) {
        let says = say(Id::CutoffComing, |m| m.with("date", cutoff.date));
        return Face { tone: Severity::Plan, says, more: vec![needs(cutoff)] };
    }
    if let Some(cutoff) = first(Met::Depends, true, None).or(coming) {
        let more = say(Id::CutoffDependsFrom, |m| m.with("date", cutoff.date));
        return Face { tone: Severity::Unknown, says: t(Id::CutoffDepends).to_owned(), more: vec![more] };
    }
    let (tone, says) = match verdict.status {
        Status::Ambiguous => (Severity::Unknown, Id::DependsOnBuild),
        _ if verdict.cutoffs.is_empty() => (Severity::Unknown, Id::SupportUnknown),
        _ => (Severity::Ok, Id::CutoffNone),
    };
    Face { tone, says: t(says).to_owned(), more: Vec::new() }
}

/// The product to move to, where no build of the verdict's own meets a cut-off.
pub(super) fn other_product(table: &Table, standing: &CutoffStanding) -> Option<String> {
    let row = table.cutoffs().iter().find(|row| row.id == standing.id)?;
    let connect = table.product(Product::EntraConnect)?;
    row.needs_other_product.then(|| connect.name.clone())
}

fn security(verdict: &Verdict) -> Face {
    let open = verdict.advisories.iter().filter(|hole| hole.condition.is_none()).count();
    let later: Vec<_> = verdict.security_releases.iter().map(|release| release.version.clone()).collect();
    // Only the last few: a list of twenty tells nobody more.
    let shown = later.get(later.len().saturating_sub(3)..).unwrap_or_default().join(", ");
    let (tone, says) = match (open, verdict.status) {
        (0, Status::Ambiguous) => (Severity::Unknown, t(Id::DependsOnBuild).to_owned()),
        (0, _) if verdict.product != Some(Product::EntraConnect) => {
            (Severity::Unknown, t(Id::SupportUnknown).to_owned())
        }
        (0, Status::Newer) => (Severity::Unknown, t(Id::SupportUnknown).to_owned()),
        (0, _) if later.is_empty() => (Severity::Ok, t(Id::HolesNone).to_owned()),
        (0, _) => (Severity::Plan, t(Id::HolesNone).to_owned()),
        (count, _) => (Severity::Act, say(Id::Holes, |m| m.with("count", count))),
    };
    let more = (!later.is_empty()).then(|| say(Id::SecurityReleases, |m| m.with("versions", shown)));
    Face { tone, says, more: more.into_iter().collect() }
}

fn holes(verdict: &Verdict) -> Vec<Html> {
    let open = verdict.advisories.iter().filter(|hole| hole.condition.is_none());
    open.map(|hole| {
        let closed = say(Id::HoleClosed, |m| m.with("fixedIn", hole.fixed_in.clone()));
        let id = link("", Some(&hole.url), hole.id.clone());
        el("p", "small soft", vec![id, text(": "), text(closed)])
    })
    .collect()
}
