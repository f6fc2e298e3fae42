//! A verdict: what it is, since or until when, what to do now.

use yew::prelude::*;

use super::candidates::candidates;
use super::clocks::clocks;
use super::cutoff_list::cutoff_list;
use super::details::details;
use super::icons::{Shape, icon};
use super::next_step::next_step;
use super::parts::{act_on, all, button, el, line};
use super::state::Event;
use super::take_away::take_away;
use super::timeline::timeline;
use super::ways_out::ways_out;
use super::what_if::what_if;
use super::{View, local, say, t};
use crate::report::TableAge;
use crate::verdict::{Severity, Status, Verdict};
use crate::words::{Id, Message};

/// The card. Further cards of a report show their head and open on demand.
pub(super) fn verdict_card(view: &View, verdict: &Verdict, index: usize, age: TableAge) -> Html {
    let id = format!("verdict-{index}");
    let judged = !matches!(verdict.status, Status::Unreadable) && !verdict.cutoffs.is_empty();
    // Every part keeps its place among the others, filled or not, so that the
    // one that the reader is using stays the same element.
    let dated = judged || verdict.status == Status::Ambiguous;
    let mut life = Vec::new();
    life.extend(timeline(view, verdict));
    life.extend((index == 0 && dated).then(|| what_if(view, verdict)));
    let other = (index == 0 && verdict.on != view.state.today).then(|| {
        let (host, dispatch) = (view.state.host.clone(), view.dispatch.clone());
        let back = act_on(move || {
            // The button goes away; the focus stays at the verdict.
            host.focus(&["#verdict-0"]);
            dispatch.dispatch(Event::On(None));
        });
        let back = button("example", None, t(Id::BackToToday), back);
        el("p", "small other", vec![line("span", "", say(Id::NotToday, |m| m.with("date", verdict.on))), back])
    });
    let mut body = vec![
        all(other.into_iter().collect()),
        all(dated.then(|| clocks(view.table, verdict)).into_iter().collect()),
        next_step(view, verdict, index == 0),
    ];
    body.push(all(candidates(verdict).into_iter().collect()));
    body.push(all(life));
    if index == 0 {
        body.push(el("div", "do", ways_out(view, verdict).into_iter().collect()));
    }
    body.extend(cutoff_list(view.table, verdict));
    body.push(details(view.table, verdict));
    if index == 0 {
        body.push(take_away(view, view.seen));
    }
    let body = all(body);
    html! {
        <section class={classes!("verdict", tone(verdict.severity))} part="verdict" role={view.state.host.section_role()} data-status={verdict.status.as_str()}
            data-severity={verdict.severity.as_str()} data-version={verdict.version.clone()} aria-labelledby={id.clone()}>
            if index == 0 && !view.folded {
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
    let mut says = vec![line("p", "", local(&verdict.reason))];
    if age.overtakes(verdict.severity) {
        says.push(line("p", "overtaken", say(Id::Overtaken, |m| m.with("days", age.age_days))));
    }
    if let Some(server) = &verdict.server {
        let mut words = Message::plain(Id::ServerLabel).with("server", server.clone());
        if verdict.staging == Some(true) {
            words = Message::plain(Id::Both).with("first", words).with("second", Message::plain(Id::StagingLabel));
        }
        says.push(line("p", "small", local(&words)));
    }
    if verdict.partial {
        says.push(line("p", "small", t(Id::PartialLabel)));
    }
    let mut words = vec![line("span", "word", t(verdict.headline()))];
    if let Some(version) = &verdict.version {
        words.extend([line("span", "unseen", ": "), line("span", "build", version.clone())]);
    }
    html! {
        <div class="head">
            <span class="mark">{ icon(shape(verdict.severity)) }</span>
            <h2 id={id.to_owned()} tabindex="-1">{ all(words) }</h2>
            { line("span", "on small soft", say(Id::JudgedOn, |m| m.with("date", verdict.on))) }
            { el("div", "say", says) }
        </div>
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

/// The icon of a severity.
pub(super) fn shape(severity: Severity) -> Shape {
    match severity {
        Severity::Stopped => Shape::Stopped,
        Severity::Act => Shape::Act,
        Severity::Plan => Shape::Plan,
        Severity::Unknown => Shape::Unknown,
        Severity::Ok => Shape::Ok,
    }
}
