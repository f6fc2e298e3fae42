//! The upgrade plan: what is needed, what to do, what changes, what breaks.

use yew::prelude::*;

use super::parts::{all, el, fold, line, sourced, text, with_source};
use super::{View, checklist, fact, local, questions, say, t};
use crate::advice::Upgrade;
use crate::table::{ChangeKind, Method};
use crate::verdict::Verdict;
use crate::words::Id;

/// The panel of the upgrade.
pub(super) fn upgrade_panel(view: &View, verdict: &Verdict) -> Vec<Html> {
    let plan = &verdict.advice.upgrade;
    let Some(method) = plan.method else { return vec![line("p", "", t(Id::NoNewer))] };
    let to = plan.to.clone().unwrap_or_default();
    let mut children =
        vec![line("p", "goal", say(Id::Plan, |m| m.with("to", to).with("method", t(method_words(method)))))];
    let why = verdict.advice.why.iter().filter(|why| of_method(why.id));
    children.extend(why.map(|why| line("p", "soft", local(why))));
    children.extend([
        questions::of_upgrade(view),
        line("h4", "", say(Id::Needed, |m| m.with("count", plan.prerequisites.len()))),
        checklist::prerequisites(view, &plan.prerequisites),
        line("h4", "", say(Id::Steps, |m| m.with("count", plan.steps.len()))),
        checklist::steps(view, &plan.steps),
    ]);
    children.extend(traps(plan));
    children.extend(changes(plan));
    children
}

/// Whether a reason is one for or against a method.
pub(super) fn of_method(id: Id) -> bool {
    matches!(
        id,
        Id::WhyMethodSwing
            | Id::WhyMethodSwingLine
            | Id::WhyMethodInPlace
            | Id::WhyMethodNewServer
            | Id::WhyMethodWindows
            | Id::WhyMethodStaging
            | Id::WhyMethodAutomatic
            | Id::WhyNotInPlace
            | Id::WhyNotInPlaceLine
            | Id::WhyNotSwing
            | Id::WhyNotAutomaticDownload
            | Id::WhyNotAutomaticBuild
            | Id::WhyNotAutomaticSql
            | Id::WhyNotAutomaticState
            | Id::WhyMaybeAutomatic
    )
}

fn method_words(method: Method) -> Id {
    match method {
        Method::Automatic => Id::MethodAutomatic,
        Method::InPlace => Id::MethodInPlace,
        Method::Swing => Id::MethodSwing,
        Method::Reinstall => Id::MethodReinstall,
        Method::NewServer => Id::MethodNewServer,
    }
}

fn traps(plan: &Upgrade) -> Option<Html> {
    let rows: Vec<_> = plan
        .traps
        .iter()
        .map(|trap| {
            let remedy = trap.remedy.clone().unwrap_or_default();
            el("li", "", vec![line("b", "", fact(&trap.text)), text(" "), all(sourced(&remedy, trap.url.as_deref()))])
        })
        .collect();
    (!rows.is_empty()).then(|| fold(say(Id::Traps, |m| m.with("count", rows.len())), vec![el("ul", "cutoffs", rows)]))
}

fn changes(plan: &Upgrade) -> Option<Html> {
    let mut rows = Vec::new();
    let mut version = "";
    for change in &plan.changes {
        if change.version != version {
            version = &change.version;
            rows.push(el("li", "", with_source(text(version), change.url.as_deref())));
        }
        let kind = match change.kind {
            ChangeKind::Security => Id::KindSecurity,
            ChangeKind::Removed => Id::KindRemoved,
            ChangeKind::Changed => Id::KindChanged,
            ChangeKind::KnownIssue => Id::KindKnownIssue,
        };
        rows.push(el("li", "change", vec![line("b", "", t(kind)), text(": "), text(fact(&change.text))]));
    }
    let title = say(Id::Changes, |m| m.with("count", plan.changes.len()));
    (!rows.is_empty()).then(|| fold(title, vec![el("ul", "changes", rows)]))
}
