//! Whether Cloud Sync is a way out: the state, what decides it, the questions,
//! and the way there.

use yew::prelude::*;

use super::parts::{act, button, command_box, el, fold, line, sourced, text, with, with_source};
use super::state::Event;
use super::{View, checklist, fact, questions, say, t};
use crate::advice::{self, CloudSync, CloudSyncState, Question};
use crate::table::{RuleKind, Table};
use crate::verdict::Verdict;
use crate::words::Id;

/// The panel of Cloud Sync.
pub(super) fn cloud_panel(view: &View, verdict: &Verdict) -> Vec<Html> {
    let cloud = &verdict.advice.cloud_sync;
    let mut children = vec![with(
        "p",
        &[("class", "goal"), ("id", "cloud-state"), ("role", "status"), ("tabindex", "-1")],
        vec![text(state(view, cloud))],
    )];
    if cloud.state == CloudSyncState::Eligible {
        let guided = match cloud.guided {
            Some(true) => Id::GuidedYes,
            Some(false) => Id::GuidedNo,
            None => Id::GuidedOpen,
        };
        children.push(line("p", "", t(guided)));
    }
    children.extend(meanings(view, Id::Blockers, &cloud.blockers));
    children.extend(pasted(view));
    children.push(el("div", "", questions::groups(view, &cloud.open)));
    children.extend(questions::answered(view));
    children.extend(meanings(view, Id::Cautions, &cloud.cautions));
    if cloud.state == CloudSyncState::Eligible {
        let mind = still_to_mind(view, cloud);
        if !mind.is_empty() {
            children.push(fold(
                say(Id::MoreToMind, |m| m.with("count", mind.len())),
                vec![el("div", "", questions::groups(view, &mind))],
            ));
        }
    }
    if !cloud.steps.is_empty() {
        children.push(line("h4", "", say(Id::Steps, |m| m.with("count", cloud.steps.len()))));
        children.push(checklist::steps(view, &cloud.steps));
    }
    children.push(programme(view.table));
    children
}

fn state(view: &View, cloud: &CloudSync) -> String {
    let ways = view.table.ways();
    match cloud.state {
        CloudSyncState::Undecided => say(Id::CloudUndecided, |m| m.with("count", cloud.open.len())),
        CloudSyncState::Blocked => {
            let left = ways.rules.iter().filter(|rule| {
                !rule.fact.guided
                    && rule.fact.kind == RuleKind::Blocker
                    && advice::answer(ways, &view.state.answers, &rule.fact.id).is_none()
            });
            let left = left.count();
            say(Id::CloudBlocked, |m| m.with("count", left))
        }
        CloudSyncState::Eligible => t(Id::CloudEligible).to_owned(),
    }
}

/// What answers mean: why, the way round, how to look again.
fn meanings(view: &View, title: Id, meanings: &[Question]) -> Vec<Html> {
    if meanings.is_empty() {
        return Vec::new();
    }
    let rows = meanings.iter().map(|meaning| {
        let round = match &meaning.workaround {
            Some(round) => say(Id::WayRound, |m| m.fact("text", round.clone())),
            None => t(Id::NoWayRound).to_owned(),
        };
        let asked = view.table.ways().rule(&meaning.id).map(|rule| rule.fact.text.clone());
        let children = vec![
            line("b", "", fact(&asked.unwrap_or_default())),
            el("p", "", sourced(&meaning.text, meaning.url.as_deref())),
            line("p", "soft", round),
        ];
        el("li", "", children)
    });
    vec![line("h4", "", t(title)), el("ul", "cutoffs", rows.collect())]
}

/// A command that answers several questions, and what its output answers.
fn pasted(view: &View) -> Vec<Html> {
    let new = view.seen.1.iter().filter(|found| view.state.answers.get(&found.id) != Some(found.value.as_str()));
    let new: Vec<_> = new.collect();
    if new.is_empty() {
        let command = command_box(&view.table.ways().paste);
        return vec![fold(t(Id::PasteOffer), vec![line("p", "soft", t(Id::PasteLead)), command])];
    }
    let answers = new.iter().map(|found| (found.id.clone(), Some(found.value.clone()))).collect();
    let rows = new.iter().map(|found| {
        let rule = view.table.ways().rule(&found.id).map(|rule| rule.fact.text.clone());
        let asked = fact(&rule.unwrap_or_else(|| found.id.clone()));
        let words = format!("{asked} {} ({})", questions::value_words(&found.value), found.setting);
        line("li", "", words)
    });
    let take = button("go", None, t(Id::TakeAnswers), act(view.dispatch, Event::Answer(answers)));
    vec![el(
        "div",
        "notice",
        vec![line("p", "", say(Id::PasteFound, |m| m.with("count", new.len()))), el("ul", "", rows.collect()), take],
    )]
}

/// Cautions not asked yet: they decide nothing, but belong to the plan.
fn still_to_mind(view: &View, cloud: &CloudSync) -> Vec<Question> {
    let ways = view.table.ways();
    let rules = ways.rules.iter().filter(|rule| {
        rule.fact.kind == RuleKind::Caution
            && !(rule.fact.guided && cloud.guided == Some(false))
            && !cloud.open.iter().any(|open| open.id == rule.fact.id)
            && advice::answer(ways, &view.state.answers, &rule.fact.id).is_none()
    });
    rules.map(|rule| advice::question(view.table, rule)).collect()
}

/// What was announced to everybody.
fn programme(table: &Table) -> Html {
    let rows = table.ways().programme.iter().map(|one| {
        let words = say(Id::Announced, |m| m.with("date", one.date).fact("text", one.fact.text.clone()));
        el("li", "", with_source(text(words), table.url(&one.sources).as_deref()))
    });
    fold(t(Id::Programme), vec![el("ul", "cutoffs", rows.collect())])
}
