//! A verdict: what it is, since or until when, what to do now.

use yew::prelude::*;

use super::candidates::candidates;
use super::clocks::clocks;
use super::cutoff_list::cutoff_list;
use super::details::details;
use super::icons::{Shape, icon};
use super::next_step::next_step;
use super::parts::{all, el, line};
use super::{View, say, t, told};
use crate::report::TableAge;
use crate::verdict::{Severity, Status, Verdict};
use crate::words::{Id, Message};

/// The card. Further cards of a report show their head and open on demand.
pub(super) fn verdict_card(view: &View, verdict: &Verdict, index: usize, age: TableAge) -> Html {
    let id = format!("verdict-{index}");
    let judged = !matches!(verdict.status, Status::Unreadable) && !verdict.cutoffs.is_empty();
    let mut body = Vec::new();
    if judged || verdict.status == Status::Ambiguous {
        body.push(clocks(view.table, verdict));
    }
    body.push(next_step(view, verdict, index == 0));
    body.extend(candidates(verdict));
    body.extend(cutoff_list(view.table, verdict));
    body.push(details(view.table, verdict));
    let body = all(body);
    html! {
        <section class={classes!("verdict", tone(verdict.severity))} part="verdict" data-status={status(verdict.status)}
            data-severity={severity(verdict.severity)} data-version={verdict.version.clone()} aria-labelledby={id.clone()}>
            if index == 0 {
                { head(verdict, &id, age) }
                { body }
            } else {
                <details class="more">
                    <summary>{ head(verdict, &id, age) }</summary>
                    { body }
                </details>
            }
        </section>
    }
}

fn head(verdict: &Verdict, id: &str, age: TableAge) -> Html {
    let mut says = vec![line("p", "", told(&verdict.reason))];
    if age.overtakes(verdict.severity) {
        says.push(line("p", "overtaken", say(Id::Overtaken, |m| m.with("days", age.age_days))));
    }
    if let Some(server) = &verdict.server {
        let mut words = Message::plain(Id::ServerLabel).with("server", server.clone());
        if verdict.staging == Some(true) {
            words = Message::plain(Id::Both).with("first", words).with("second", Message::plain(Id::StagingLabel));
        }
        says.push(line("p", "small", told(&words)));
    }
    if verdict.partial {
        says.push(line("p", "small", t(Id::PartialLabel)));
    }
    let mut words = vec![line("span", "word", t(headline(verdict)))];
    if let Some(version) = &verdict.version {
        words.extend([line("span", "unseen", ": "), line("span", "build", version.clone())]);
    }
    html! {
        <div class="head">
            <span class="mark">{ icon(shape(verdict.severity)) }</span>
            <h2 id={id.to_owned()}>{ all(words) }</h2>
            { line("span", "on small soft", say(Id::JudgedOn, |m| m.with("date", verdict.on))) }
            { el("div", "say", says) }
        </div>
    }
}

/// The word at the head: severity, unless the status tells more.
pub(super) fn headline(verdict: &Verdict) -> Id {
    match (verdict.severity, verdict.status) {
        (Severity::Stopped, _) => Id::SeverityStopped,
        (_, Status::Withdrawn) => Id::StatusWithdrawn,
        (_, Status::Retired) => Id::StatusRetired,
        (_, Status::Unlisted) => Id::StatusUnlisted,
        (Severity::Unknown, status) => status_words(status),
        (Severity::Act, _) => Id::SeverityAct,
        (Severity::Plan, _) => Id::SeverityPlan,
        (Severity::Ok, Status::Current) => Id::StatusCurrent,
        (Severity::Ok, _) => Id::SeverityOk,
    }
}

/// The words for a status.
pub(super) fn status_words(status: Status) -> Id {
    match status {
        Status::Unreadable => Id::StatusUnreadable,
        Status::OtherProduct => Id::StatusOtherProduct,
        Status::Ambiguous => Id::StatusAmbiguous,
        Status::Newer => Id::StatusNewer,
        Status::Unlisted => Id::StatusUnlisted,
        Status::NotYetReleased => Id::StatusNotYetReleased,
        Status::Withdrawn => Id::StatusWithdrawn,
        Status::Retired => Id::StatusRetired,
        Status::Current => Id::StatusCurrent,
        Status::Supported => Id::StatusSupported,
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Unreadable => "unreadable",
        Status::OtherProduct => "other-product",
        Status::Ambiguous => "ambiguous",
        Status::Newer => "newer",
        Status::Unlisted => "unlisted",
        Status::NotYetReleased => "not-yet-released",
        Status::Withdrawn => "withdrawn",
        Status::Retired => "retired",
        Status::Current => "current",
        Status::Supported => "supported",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Stopped => "stopped",
        Severity::Act => "act",
        Severity::Plan => "plan",
        Severity::Unknown => "unknown",
        Severity::Ok => "ok",
    }
}

/// The class that gives a severity its colour.
pub(super) fn tone(severity: Severity) -> &'static str {
    match severity {
        Severity::Stopped => "is-stopped",
        Severity::Act => "is-act",
        Severity::Plan => "is-plan",
        Severity::Unknown => "is-unknown",
        Severity::Ok => "is-ok",
    }
}

fn shape(severity: Severity) -> Shape {
    match severity {
        Severity::Stopped => Shape::Stopped,
        Severity::Act => Shape::Act,
        Severity::Plan => Shape::Plan,
        Severity::Unknown => Shape::Unknown,
        Severity::Ok => Shape::Ok,
    }
}
