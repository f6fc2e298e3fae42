//! What a verdict rests on: facts, holes, sources, and why this number.

use yew::prelude::*;

use super::parts::{all, el, fold, line, link, text};
use super::{fact, local, say, t};
use crate::intake;
use crate::table::{Confidence, Table};
use crate::verdict::{PassedOver, SourceRef, Verdict};
use crate::words::{Id, Message};

/// The most numbers passed over that are listed.
const MOST_PASSED: usize = 20;

/// The details, folded.
pub(super) fn details(table: &Table, verdict: &Verdict) -> Html {
    let mut children = vec![facts(verdict)];
    let chosen = verdict.chosen.iter().map(|message| text(local(message))).collect();
    children.extend(list(Id::SecurityHead, security(verdict)));
    children.extend(list(Id::WhyThisNumber, chosen));
    children.extend(list(Id::PassedOverHead, passed(table, verdict)));
    children.extend(list(Id::Sources, verdict.sources.iter().map(source).collect()));
    fold(t(Id::Details), children)
}

/// A titled list, unless there is nothing in it.
fn list(title: Id, items: Vec<Html>) -> Vec<Html> {
    if items.is_empty() {
        return items;
    }
    let items = items.into_iter().map(|item| el("li", "", vec![item])).collect();
    vec![line("h4", "", t(title)), el("ul", "", items)]
}

fn facts(verdict: &Verdict) -> Html {
    let confidence = verdict.confidence.map(|confidence| match confidence {
        Confidence::High => Id::ConfidenceHigh,
        Confidence::Medium => Id::ConfidenceMedium,
        Confidence::Low => Id::ConfidenceLow,
    });
    let rows = [
        (Id::FactReleased, verdict.released.map(|released| say(Id::Plain, |m| m.with("value", released)))),
        (Id::FactSupersededBy, verdict.superseded_by.clone()),
        (Id::FactLatest, verdict.latest.clone()),
        (Id::FactConfidence, confidence.map(|id| t(id).to_owned())),
        (Id::FactNote, verdict.note.as_deref().map(fact)),
    ];
    let known = rows.into_iter().filter_map(|(name, value)| Some((name, value?)));
    el(
        "dl",
        "",
        known.map(|(name, value)| el("div", "", vec![line("dt", "", t(name)), line("dd", "", value)])).collect(),
    )
}

fn security(verdict: &Verdict) -> Vec<Html> {
    let holes = verdict.advisories.iter().map(|hole| {
        let closed = Message::plain(Id::HoleClosed).with("fixedIn", hole.fixed_in.clone());
        let what = say(Id::Both, |m| m.fact("first", hole.title.clone()).with("second", closed));
        let condition = hole.condition.as_ref().map(|condition| {
            let words = say(Id::HoleConditional, |m| m.fact("condition", condition.clone()));
            format!("; {words}")
        });
        let words = format!(": {what}{}", condition.unwrap_or_default());
        all(vec![link("", Some(&hole.url), hole.id.clone()), text(words)])
    });
    let releases =
        verdict.security_releases.iter().rev().map(|release| {
            all(vec![line("b", "", release.version.clone()), text(format!(": {}", fact(&release.note)))])
        });
    holes.chain(releases).collect()
}

fn passed(table: &Table, verdict: &Verdict) -> Vec<Html> {
    let passed = verdict.passed_over.iter().take(MOST_PASSED);
    passed
        .map(|passed| {
            let what = what_it_is(table, passed);
            text(say(Id::PassedOverItem, |m| m.with("text", passed.text.clone()).with("what", what)))
        })
        .collect()
}

/// What a number is that was not taken.
pub(super) fn what_it_is(table: &Table, passed: &PassedOver) -> String {
    let product = passed.product.and_then(|id| table.product(id)).map(|info| info.name.clone());
    match product {
        Some(name) => say(Id::PassedSibling, |m| m.with("product", name)),
        None => t(intake::words_for(passed.what)).to_owned(),
    }
}

/// A source with its day; a link where the page is one that may be linked to.
pub(super) fn source(page: &SourceRef) -> Html {
    let dated = page.dated.map(|date| say(Id::SourceDated, |m| m.with("date", date)));
    let title = link("", page.url.as_deref(), fact(&page.title));
    all(vec![title, text(" "), line("span", "soft", dated.unwrap_or_default())])
}
