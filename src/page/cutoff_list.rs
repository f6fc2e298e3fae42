//! The service cut-offs that matter for a verdict, with their days.

use yew::prelude::*;

use super::clocks::other_product;
use super::details::source;
use super::parts::{el, fold, graded, line, text};
use super::verdict_card::tone;
use super::{fact, say, t};
use crate::table::Table;
use crate::verdict::{CutoffStanding, Met, Severity, Verdict};
use crate::words::Id;

/// The cut-offs, the one that comes last first.
pub(super) fn cutoff_list(table: &Table, verdict: &Verdict) -> Option<Html> {
    let rows: Vec<_> = verdict.cutoffs.iter().rev().map(|cutoff| item(table, cutoff)).collect();
    (!rows.is_empty()).then(|| fold(t(Id::Cutoffs), vec![el("ul", "cutoffs", rows)]))
}

fn item(table: &Table, cutoff: &CutoffStanding) -> Html {
    let (severity, words) = match (cutoff.met, cutoff.in_force) {
        (Met::Yes, _) => (Severity::Ok, Id::CutoffMetYes),
        (Met::No, true) => (Severity::Stopped, Id::CutoffMetNo),
        (Met::No, false) => (Severity::Plan, Id::CutoffMetNo),
        (Met::Depends, _) => (Severity::Unknown, Id::CutoffMetDepends),
    };
    let from = say(if cutoff.in_force { Id::CutoffSince } else { Id::CutoffFrom }, |m| {
        m.with("date", cutoff.date)
            .with("minimum", other_product(table, cutoff).unwrap_or_else(|| cutoff.minimum.clone()))
    });
    let mut children = vec![
        el("p", "", vec![line("b", "", from), text(" "), graded("span", tone(severity), t(words))]),
        line("p", "soft", fact(&cutoff.effect)),
    ];
    if let (Met::Depends | Met::No, Some(condition)) = (cutoff.met, &cutoff.condition) {
        children.push(line("p", "", say(Id::CheckThis, |m| m.fact("text", condition.text.clone()))));
        children.push(line("p", "soft", say(Id::HowToCheck, |m| m.fact("text", condition.how_to_check.clone()))));
    }
    children.extend(cutoff.source.as_ref().map(|page| el("p", "small", vec![source(page)])));
    el("li", "", children)
}
