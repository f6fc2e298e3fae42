//! The builds that a short or unclear version may mean.

use yew::prelude::*;

use super::parts::{el, graded, line, text};
use super::verdict_card::{status_words, tone};
use super::{say, t};
use crate::verdict::Verdict;
use crate::words::Id;

/// The most candidates that are listed.
const MOST: usize = 12;

/// The candidates, the newest first.
pub(super) fn candidates(verdict: &Verdict) -> Option<Html> {
    if verdict.candidates.is_empty() {
        return None;
    }
    let rows = verdict.candidates.iter().rev().take(MOST).map(|candidate| {
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
                graded("span", tone(candidate.severity), t(status_words(candidate.status))),
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
