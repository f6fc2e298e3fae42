//! What the facts rest on where they rest on little.

use yew::prelude::*;

use super::parts::{el, fold, line};
use super::{fact, say, t};
use crate::table::{Confidence, Table};
use crate::words::Id;

/// The day of the facts and every build of low confidence, folded.
pub(super) fn about_data(table: &Table) -> Html {
    let weak = table.releases().iter().filter(|release| release.confidence == Confidence::Low);
    let rows: Vec<_> = weak
        .map(|release| {
            let name = table.product(release.product).map(|info| info.name.as_str()).unwrap_or_default();
            let note = fact(release.note.as_ref().unwrap_or(&release.version));
            line("li", "", [name, " ", &release.version, ": ", &note].concat())
        })
        .collect();
    let count = say(Id::AboutDataLow, |m| m.with("count", rows.len()));
    fold(
        t(Id::AboutData),
        vec![
            line("p", "", say(Id::FactsAsOf, |m| m.with("date", table.as_of()))),
            line("p", "", count),
            el("ul", "", rows),
        ],
    )
}
