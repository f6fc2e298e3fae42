//! What the facts rest on where they rest on little.

use yew::prelude::*;

use super::parts::{el, fold, line};
use super::{say, t};
use crate::table::{Confidence, Table};
use crate::words::Id;

/// The day of the facts and every build of low confidence, folded.
pub(super) fn about_data(table: &Table) -> Html {
    let weak = table.releases().iter().filter(|release| release.confidence == Confidence::Low);
    let rows: Vec<_> = weak
        .map(|release| {
            let mut words = table.product(release.product).map(|info| info.name.clone()).unwrap_or_default();
            for (gap, more) in [(" ", &release.version), (": ", release.note.as_ref().unwrap_or(&release.version))] {
                words.push_str(gap);
                words.push_str(more);
            }
            line("li", "", words)
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
