//! The gravest verdict in one line, for an element that has no room.

use yew::prelude::*;

use super::icons::icon;
use super::parts::{line, text, with};
use super::verdict_card::{shape, tone};
use super::{View, link, local, t};
use crate::report::Report;
use crate::words::Id;

/// The verdict with a way to the whole checker.
pub(super) fn badge(view: &View, report: &Report) -> Html {
    let to_checker = to_checker(view, report);
    let Some(verdict) = report.gravest() else {
        return with("p", &[("class", "badge"), ("part", "badge")], vec![to_checker]);
    };
    let mut words = vec![icon(shape(verdict.severity)), text(" "), line("b", "word", t(verdict.headline()))];
    if let Some(version) = &verdict.version {
        words.extend([text(" "), line("span", "", version.clone())]);
    }
    words.extend([text(" "), to_checker]);
    let class = format!("badge {}", tone(verdict.severity));
    let reason = local(&verdict.reason);
    let mut attributes = vec![
        ("class", class.as_str()),
        ("part", "verdict badge"),
        ("title", &reason),
        ("data-status", verdict.status.as_str()),
        ("data-severity", verdict.severity.as_str()),
    ];
    attributes.extend(verdict.version.as_deref().map(|version| ("data-version", version)));
    with("p", &attributes, words)
}

/// The way to the whole checker, with what is seen here.
pub(super) fn to_checker(view: &View, report: &Report) -> Html {
    let address = view.state.host.address(&link::fragment(view.table, view.state, report));
    let attributes = [("href", address.as_str()), ("rel", "noreferrer"), ("target", "_blank"), ("part", "link")];
    with("a", &attributes, vec![text(t(Id::GoChecker))])
}
