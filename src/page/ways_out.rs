//! The two ways out side by side: upgrade Connect, or move to Cloud Sync.

use std::rc::Rc;

use yew::html::onkeydown;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::cloud_panel::cloud_panel;
use super::parts::{act, all, el, flag, keyed, line, press, text, with};
use super::state::{Event, Tab};
use super::upgrade_panel::upgrade_panel;
use super::{View, t};
use crate::advice::Recommend;
use crate::verdict::Verdict;
use crate::words::Id;

/// Both panels under their tabs, the recommended one first.
pub(super) fn ways_out(view: &View, verdict: &Verdict) -> Option<Html> {
    let best = match verdict.advice.recommend {
        Recommend::Identify | Recommend::LookUp => return None,
        // The newest build has no upgrade to look at.
        Recommend::Nothing if verdict.advice.upgrade.method.is_none() => Tab::CloudSync,
        Recommend::Upgrade | Recommend::Reinstall | Recommend::Nothing => Tab::Upgrade,
        Recommend::CloudSync | Recommend::Decide => Tab::CloudSync,
    };
    let other = if best == Tab::Upgrade { Tab::CloudSync } else { Tab::Upgrade };
    let shown = view.state.tab.unwrap_or(best);
    let recommended = verdict.advice.recommend != Recommend::Nothing;
    let hidden = if shown == best { other } else { best };
    let mut tabs = VTag::new("div");
    tabs.add_attribute("role", "tablist");
    tabs.add_attribute("class", "tabs");
    tabs.add_attribute("aria-label", t(Id::WaysOut));
    let (dispatch, host) = (view.dispatch.clone(), view.state.host.clone());
    tabs.add_listener(Rc::new(onkeydown::Wrapper::new(Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowRight" => hidden,
            "Home" => best,
            "End" => other,
            _ => return,
        };
        event.prevent_default();
        host.focus(&[&format!("#tab-{}", name(to))]);
        dispatch.dispatch(Event::Look(to));
    }))));
    let mut panels = Vec::new();
    for tab in [best, other] {
        tabs.add_child(head(view, tab, tab == shown, recommended && tab == best));
        panels.push(panel(view, verdict, tab, tab == shown));
    }
    // Said once, so that English steps in another language look meant.
    let foreign = view.state.voice.language() != crate::words::ENGLISH;
    let notice = foreign.then(|| line("p", "small soft", t(Id::FactsEnglish)));
    Some(el("div", "out", vec![tabs.into(), all(notice.into_iter().collect()), el("div", "", panels)]))
}

fn head(view: &View, tab: Tab, shown: bool, recommended: bool) -> Html {
    let id = name(tab);
    let mut words = vec![text(t(if tab == Tab::Upgrade { Id::TabUpgrade } else { Id::TabCloudSync }))];
    if recommended {
        words.extend([text(" "), line("span", "small soft", t(Id::Recommended))]);
    }
    let attributes = [
        ("type", "button"),
        ("role", "tab"),
        ("class", "tab"),
        ("id", &format!("tab-{id}")),
        ("aria-controls", &format!("panel-{id}")),
        ("aria-selected", flag(shown)),
        ("tabindex", if shown { "0" } else { "-1" }),
    ];
    keyed(press("button", &attributes, act(view.dispatch, Event::Look(tab)), words).into(), id)
}

fn panel(view: &View, verdict: &Verdict, tab: Tab, shown: bool) -> Html {
    let id = name(tab);
    // What is not seen is not made: every letter typed draws anew.
    let body = match tab {
        _ if !shown => Vec::new(),
        Tab::Upgrade => upgrade_panel(view, verdict),
        Tab::CloudSync => cloud_panel(view, verdict),
    };
    let (panel, label) = (format!("panel-{id}"), format!("tab-{id}"));
    let mut attributes = vec![("role", "tabpanel"), ("class", "panel"), ("id", &panel), ("aria-labelledby", &label)];
    attributes.push(if shown { ("tabindex", "0") } else { ("hidden", "") });
    keyed(with("div", &attributes, body), id)
}

fn name(tab: Tab) -> &'static str {
    match tab {
        Tab::Upgrade => "upgrade",
        Tab::CloudSync => "cloud-sync",
    }
}
