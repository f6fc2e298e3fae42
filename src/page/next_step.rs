//! The one next step, why, and the way there.

use yew::prelude::*;

use super::copy_button::Command;
use super::parts::{el, fold, line, link, text};
use super::{say, t};
use crate::advice::{Advice, Recommend};
use crate::table::{Link, Table};
use crate::verdict::{Met, Verdict};
use crate::words::Id;

/// What to do now.
pub(super) fn next_step(table: &Table, verdict: &Verdict) -> Html {
    let advice = &verdict.advice;
    let to = advice.upgrade.to.clone().unwrap_or_default();
    let mut words = vec![line("p", "goal", say(title(advice), |m| m.with("to", to)))];
    // The first reason is the verdict's own, which stands above.
    words.extend(advice.why.iter().skip(1).map(|why| line("p", "soft", why.to_string())));
    // A condition that the number cannot show is a thing to check in time.
    let open = verdict.cutoffs.iter().filter(|cutoff| cutoff.met == Met::Depends && !cutoff.in_force);
    words.extend(open.filter_map(|cutoff| {
        let how = cutoff.condition.as_ref()?.how_to_check.clone();
        Some(line("p", "", say(Id::BeforeThen, |m| m.with("date", cutoff.date).with("how", how))))
    }));
    let step = vec![el("div", "", words), el("div", "ways", ways(table, advice))];
    let mut children = vec![line("h3", "", t(Id::WhatToDo)), el("div", "step", step)];
    children.extend(steps(advice));
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
        Recommend::Decide | Recommend::CloudSync => {
            vec![go("go", Link::CloudSyncCheck, Id::GoCloudSync), go("go second", Link::Download, Id::GoDownload)]
        }
        Recommend::LookUp => vec![go("go", Link::ReleaseHistory, Id::GoHistory)],
        Recommend::Identify => vec![link("go", Some("#find"), t(Id::GoFind))],
        Recommend::Nothing => Vec::new(),
    }
}

fn title(advice: &Advice) -> Id {
    match advice.recommend {
        Recommend::Identify => Id::DoIdentify,
        Recommend::LookUp => Id::DoLookUp,
        Recommend::Reinstall => Id::DoReinstall,
        Recommend::Upgrade if advice.restore_first => Id::DoRestore,
        Recommend::Upgrade => Id::DoUpgrade,
        Recommend::Nothing => Id::DoNothing,
        Recommend::CloudSync => Id::DoCloudSync,
        Recommend::Decide => Id::DoDecide,
    }
}

fn steps(advice: &Advice) -> Option<Html> {
    let shown = matches!(advice.recommend, Recommend::Upgrade | Recommend::Reinstall | Recommend::Decide);
    if !shown || advice.upgrade.steps.is_empty() {
        return None;
    }
    let rows = advice.upgrade.steps.iter().map(|step| {
        let mut words = vec![text(step.text.clone()), text(" ")];
        words.extend(step.url.as_deref().map(|url| link("small", Some(url), t(Id::Source))));
        let mut children = vec![el("p", "", words)];
        children.extend(step.command.clone().map(|text| html! { <Command {text} /> }));
        el("li", "", vec![el("div", "", children)])
    });
    let title = say(Id::Steps, |m| m.with("count", advice.upgrade.steps.len()));
    Some(fold(title, vec![el("ol", "plan", rows.collect())]))
}
