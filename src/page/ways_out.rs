//! The two ways out side by side: upgrade Connect, or move to Cloud Sync.

use yew::prelude::*;

use super::cloud_panel::cloud_panel;
use super::parts::{act, all, button, el, line, text};
use super::state::{Event, Tab};
use super::upgrade_panel::upgrade_panel;
use super::{View, browser, t};
use crate::advice::Recommend;
use crate::verdict::Verdict;
use crate::words::Id;

/// Both panels under their tabs, the recommended one first.
pub(super) fn ways_out(view: &View, verdict: &Verdict) -> Option<Html> {
    let best = match verdict.advice.recommend {
        Recommend::Identify | Recommend::LookUp => return None,
        Recommend::Upgrade | Recommend::Reinstall | Recommend::Nothing => Tab::Upgrade,
        Recommend::CloudSync | Recommend::Decide => Tab::CloudSync,
    };
    let other = if best == Tab::Upgrade { Tab::CloudSync } else { Tab::Upgrade };
    let shown = view.state.tab.unwrap_or(best);
    let recommended = verdict.advice.recommend != Recommend::Nothing;
    let onkeydown = {
        let dispatch = view.dispatch.clone();
        let hidden = if shown == best { other } else { best };
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowLeft" | "ArrowRight" => hidden,
                "Home" => best,
                "End" => other,
                _ => return,
            };
            event.prevent_default();
            browser::focus(&[&format!("#tab-{}", name(to))]);
            dispatch.dispatch(Event::Look(to));
        })
    };
    let tabs: Vec<_> =
        [best, other].into_iter().map(|tab| head(view, tab, tab == shown, recommended && tab == best)).collect();
    let panels: Vec<_> = [best, other]
        .into_iter()
        .map(|tab| {
            let body = match tab {
                Tab::Upgrade => upgrade_panel(view, verdict),
                Tab::CloudSync => cloud_panel(view, verdict),
            };
            let id = name(tab);
            html! {
                <div role="tabpanel" key={id} class="panel" id={format!("panel-{id}")} aria-labelledby={format!("tab-{id}")}
                    tabindex="0" hidden={tab != shown}>{ body }</div>
            }
        })
        .collect();
    let share = button("example", None, t(view.state.share), act(view.dispatch, Event::Share));
    Some(html! {
        <div class="out">
            <div role="tablist" class="tabs" aria-label={t(Id::WaysOut)} {onkeydown}>{ all(tabs) }</div>
            { all(panels) }
            { el("div", "chips kept", vec![share, line("span", "small soft", t(Id::KeptInLink))]) }
        </div>
    })
}

fn head(view: &View, tab: Tab, shown: bool, recommended: bool) -> Html {
    let id = name(tab);
    let mut words = vec![text(t(if tab == Tab::Upgrade { Id::TabUpgrade } else { Id::TabCloudSync }))];
    if recommended {
        words.extend([text(" "), line("span", "small soft", t(Id::Recommended))]);
    }
    let onclick = act(view.dispatch, Event::Look(tab));
    html! {
        <button type="button" role="tab" key={id} class="tab" id={format!("tab-{id}")} aria-controls={format!("panel-{id}")}
            aria-selected={if shown { "true" } else { "false" }} tabindex={if shown { "0" } else { "-1" }} {onclick}>
            { all(words) }
        </button>
    }
}

fn name(tab: Tab) -> &'static str {
    match tab {
        Tab::Upgrade => "upgrade",
        Tab::CloudSync => "cloud-sync",
    }
}
