//! Things to do or to have, each to be ticked off.

use yew::prelude::*;

use super::View;
use super::copy_button::Command;
use super::parts::{act, all, el, how, sourced};
use super::state::Event;
use crate::advice::{Prerequisite, Step};

/// Steps in order.
pub(super) fn steps(view: &View, steps: &[Step]) -> Html {
    let rows = steps.iter().map(|step| {
        let command = step.command.clone().map(|text| html! { <Command {text} /> });
        item(view, &step.id, sourced(&step.text, step.url.as_deref()), command.into_iter().collect())
    });
    el("ol", "plan", rows.collect())
}

/// What the target build needs.
pub(super) fn prerequisites(view: &View, needed: &[Prerequisite]) -> Html {
    let rows =
        needed.iter().map(|one| item(view, &one.id, sourced(&one.text, one.url.as_deref()), how(&one.how_to_check)));
    el("ul", "plan ticks", rows.collect())
}

fn item(view: &View, id: &str, words: Vec<Html>, more: Vec<Html>) -> Html {
    let checked = view.state.ticks.iter().any(|ticked| ticked == id);
    let onclick = act(view.dispatch, Event::Tick(id.to_owned()));
    let words = all(words);
    html! {
        <li>
            <input type="checkbox" id={format!("t-{id}")} {checked} {onclick} />
            <div><label for={format!("t-{id}")}>{ words }</label>{ all(more) }</div>
        </li>
    }
}
