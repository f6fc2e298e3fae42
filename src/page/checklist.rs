//! Things to do or to have, each to be ticked off.

use yew::prelude::*;

use super::parts::{act, command_box, el, fold, how, press, sourced, with};
use super::state::Event;
use super::{View, t};
use crate::advice::{Prerequisite, Step};
use crate::words::Id;

/// Steps in order.
pub(super) fn steps(view: &View, steps: &[Step]) -> Html {
    let rows = steps.iter().map(|step| {
        let command = step.command.as_deref().map(command_box);
        item(view, &step.id, sourced(&step.text, step.url.as_deref()), command.into_iter().collect())
    });
    el("ol", "plan", rows.collect())
}

/// What the target build needs.
pub(super) fn prerequisites(view: &View, needed: &[Prerequisite]) -> Html {
    let rows = needed.iter().map(|one| {
        item(
            view,
            &one.id,
            sourced(&one.text, one.url.as_deref()),
            vec![fold(t(Id::HowToFindOut), how(&one.how_to_check))],
        )
    });
    el("ul", "plan ticks", rows.collect())
}

fn item(view: &View, id: &str, words: Vec<Html>, more: Vec<Html>) -> Html {
    let name = format!("t-{id}");
    let onclick = act(view.dispatch, Event::Tick(id.to_owned()));
    let mut tick = press("input", &[("type", "checkbox"), ("id", &name)], onclick, Vec::new());
    tick.set_checked(view.state.ticks.iter().any(|ticked| ticked == id));
    let mut children = vec![with("label", &[("for", &name)], words)];
    children.extend(more);
    el("li", "", vec![tick.into(), el("div", "", children)])
}
