//! The one next step, why, and where to go for it.

use yew::prelude::*;

use super::parts::{el, fold, line, link, sourced, text};
use super::{View, local, say, t, upgrade_panel};
use crate::advice::{Advice, Recommend};
use crate::report::TableAge;
use crate::table::{Link, Table};
use crate::verdict::Verdict;
use crate::words::Id;

/// What to do now. The gravest verdict has both ways out beside; the others,
/// which share its answers, their own steps.
pub(super) fn next_step(view: &View, verdict: &Verdict, first: bool) -> Html {
    let advice = &verdict.advice;
    let mut words = vec![line("p", "goal", local(&advice.title()))];
    // The first reason is the verdict's own, which stands above; those for
    // the method stand with the plan.
    let why = advice.why.iter().skip(1).filter(|why| !upgrade_panel::of_method(why.id));
    words.extend(why.map(|why| line("p", "soft", local(why))));
    let age = TableAge::on(view.table, view.state.day().max(view.state.today));
    if first && age.stale {
        words.push(stale(view.table, age));
    }
    let step = vec![el("div", "", words), el("div", "ways", ways(view.table, advice))];
    let mut children = vec![line("h3", "", t(Id::WhatToDo)), el("div", "step", step)];
    if !first && !advice.upgrade.steps.is_empty() {
        let rows = advice.upgrade.steps.iter().map(|step| el("li", "", sourced(&step.text, step.url.as_deref())));
        let title = say(Id::Steps, |m| m.with("count", advice.upgrade.steps.len()));
        children.push(fold(title, vec![el("ol", "", rows.collect())]));
    }
    el("div", "do", children)
}

/// Where to go for the next step.
fn ways(table: &Table, advice: &Advice) -> Vec<Html> {
    let go = |class, to, words: Id| {
        let url = table.link(to).and_then(|page| page.url.as_deref());
        link(class, url, t(words))
    };
    match advice.recommend {
        Recommend::Upgrade | Recommend::Reinstall => vec![go("go", Link::Download, Id::GoDownload)],
        Recommend::Decide => vec![go("go second", Link::Download, Id::GoDownload)],
        Recommend::CloudSync => vec![go("go", Link::CloudSync, Id::GoCloudSync)],
        Recommend::LookUp => vec![go("go", Link::ReleaseHistory, Id::GoHistory)],
        Recommend::Identify => vec![link("go", Some("#find"), t(Id::GoFind))],
        Recommend::Nothing => Vec::new(),
    }
}

/// That the facts are old, and where newer ones are.
pub(super) fn stale(table: &Table, age: TableAge) -> Html {
    let url = table.link(Link::ReleaseHistory).and_then(|page| page.url.as_deref());
    let words =
        vec![text(say(Id::Stale, |m| m.with("days", age.age_days))), text(" "), link("", url, t(Id::GoHistory))];
    el("p", "notice stale", words)
}
