//! Several servers at a glance: one line each, the gravest first.

use yew::prelude::*;

use super::icons::icon;
use super::parts::{act_on, el, line, press, text, with};
use super::verdict_card::{shape, tone};
use super::{View, local, say, t};
use crate::verdict::Verdict;
use crate::words::Id;

/// The lines; each opens its card. Nothing for one verdict, which is its own glance.
pub(super) fn overview(view: &View, shown: &[Verdict]) -> Option<Html> {
    let rows = shown.iter().enumerate().map(|(index, verdict)| {
        let host = view.state.host.clone();
        let open = act_on(move || host.open(&format!("#verdict-{index}")));
        let words = |class, words: Option<&String>| line("span", class, words.cloned().unwrap_or_default());
        let mut cells = vec![
            icon(shape(verdict.severity)),
            words("server", verdict.server.as_ref()),
            text(" "),
            words("build", verdict.version.as_ref()),
            text(" "),
            line("span", "word", t(verdict.headline())),
            text(" "),
            line("span", "why small soft", local(&verdict.reason)),
        ];
        if verdict.staging == Some(true) {
            cells.insert(2, line("span", "mine", t(Id::StagingLabel)));
        }
        let button = press("button", &[("type", "button"), ("class", tone(verdict.severity))], open, cells);
        el("li", "", vec![button.into()])
    });
    let rows: Vec<Html> = rows.collect();
    (rows.len() > 1).then(|| {
        let title = say(Id::AnnounceMany, |m| m.with("count", rows.len()));
        el("div", "overview", vec![with("h2", &[("class", "small")], vec![text(title)]), el("ol", "", rows)])
    })
}
