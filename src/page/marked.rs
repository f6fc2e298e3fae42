//! The pasted text with what was taken and what was passed over marked.

use yew::prelude::*;

use super::details::what_it_is;
use super::parts::{all, el, fold, line, own};
use super::t;
use crate::export::excerpt::{Place, excerpts};
use crate::report::Report;
use crate::table::Table;
use crate::words::Id;

/// The most places of each kind that are shown: so many passed over before it
/// never hide the build that was taken.
const MOST: usize = 10;

/// The places in the text, folded; nothing where the text is only a number.
pub(super) fn marked(table: &Table, pasted: &str, report: &Report) -> Html {
    let taken = report.verdicts.iter().filter_map(|verdict| verdict.matched.as_ref()).take(MOST);
    let mut places: Vec<Place> =
        taken.map(|found| Place { start: found.start, end: found.end, what: usize::MAX }).collect();
    let passed = report.gravest().map_or(&[][..], |first| &first.passed_over);
    let numbered = passed.iter().enumerate().take(MOST);
    places.extend(numbered.map(|(what, passed)| Place { start: passed.start, end: passed.end, what }));
    let bare = pasted.split_whitespace().count() <= 1;
    if places.is_empty() || bare {
        return all(Vec::new());
    }
    let lines = excerpts(pasted, &places).into_iter().map(|pieces| {
        let pieces = pieces.into_iter().map(|piece| match piece.what {
            None => own(piece.text),
            Some(what) => {
                let (class, words) = match passed.get(what) {
                    Some(passed) => ("passed", what_it_is(table, passed)),
                    None => ("taken", t(Id::MarkedTaken).to_owned()),
                };
                el("mark", class, vec![own(piece.text), line("small", "", format!(" {words}"))])
            }
        });
        el("p", "excerpt", pieces.collect())
    });
    fold(t(Id::MarkedHead), lines.collect())
}
