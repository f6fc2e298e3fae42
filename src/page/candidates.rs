//! The builds that a short or unclear version may mean.

use yew::prelude::*;

use super::parts::{el, graded, line, text};
use super::verdict_card::tone;
use super::{say, t};
use crate::order;
use crate::verdict::{Candidate, Severity, Status, Verdict};
use crate::words::Id;

/// The most candidates that are listed.
const MOST: usize = 12;

/// The candidates, the newest first.
pub(super) fn candidates(verdict: &Verdict) -> Option<Html> {
    if verdict.candidates.is_empty() {
        return None;
    }
    // Gravest first, and the newest first within equals.
    let ordered =
        order::by_number(verdict.candidates.iter().rev().collect(), |c| u64::MAX ^ u64::from(c.severity as u8));
    let rows = ordered.into_iter().take(MOST).map(|candidate| {
        let ends = candidate.support_ends.map(|end| {
            let id = if verdict.on > end { Id::SupportEnded } else { Id::SupportUntil };
            say(id, |m| m.with("date", end))
        });
        el(
            "li",
            "",
            vec![
                line("b", "", candidate.version.clone()),
                text(" "),
                graded("span", tone(candidate.severity), t(words(candidate))),
                text(" "),
                line("span", "soft", ends.unwrap_or_default()),
            ],
        )
    });
    let mut children = vec![line("h3", "", t(Id::Candidates)), el("ul", "candidates", rows.collect())];
    let rest = verdict.candidates.len().saturating_sub(MOST);
    if rest > 0 {
        children.push(line("p", "soft", say(Id::CandidatesMore, |m| m.with("count", rest))));
    }
    Some(el("div", "fold", children))
}

/// The gravest word for a candidate.
fn words(candidate: &Candidate) -> Id {
    match (candidate.severity, candidate.status) {
        (Severity::Stopped, _) => Id::SeverityStopped,
        (Severity::Act, Status::Supported | Status::Current) => Id::SeverityAct,
        (_, status) => status.words(),
    }
}
