//! The face in the browser: Yew components over the report.
//!
//! One reducer ([`state`]) holds the text, the day and what went wrong;
//! everything shown is derived from the report that the core makes of them.
//! No component judges, knows a build, or writes a date by hand. What the
//! browser itself is asked for stands in [`browser`].

mod about_data;
mod announcement;
pub(crate) mod app;
mod around;
mod badge;
mod browser;
mod candidates;
mod checklist;
mod clocks;
mod cloud_panel;
mod copy_button;
mod cutoff_list;
mod details;
mod examples;
mod find_version;
#[cfg_attr(not(feature = "embed"), allow(dead_code, reason = "only an element stands in somebody else's page"))]
pub(crate) mod host;
mod icons;
mod language_switch;
mod link;
mod marked;
mod next_step;
mod overview;
mod parts;
mod paste_box;
mod questions;
mod releases;
mod speech;
mod state;
mod take_away;
mod timeline;
mod upgrade_panel;
mod verdict_card;
mod ways_out;
mod what_if;

use std::rc::Rc;

use self::speech::{Voice, fact, local};
pub use self::speech::{language_for, learn_language};
use self::state::{Dispatch, State};
use crate::advice::Found;
use crate::report::Report;
use crate::table::Table;
use crate::words::{Id, Message};

/// What the core made of the text: the report, and answers that it holds.
type Seen = Rc<(Report, Vec<Found>)>;

/// What parts of the page that answer to the reader look at.
struct View<'a> {
    table: &'static Table,
    state: &'a State,
    dispatch: &'a Dispatch,
    /// What the core made of the text in the box.
    seen: &'a Seen,
    /// Whether even the first verdict shows only its head.
    folded: bool,
}

/// Mounts the page in `#app`.
pub fn start() {
    let Some(root) = browser::root() else { return };
    let first = browser::first(&root);
    root.set_text_content(None);
    match Table::embedded() {
        Ok(table) => {
            yew::Renderer::<app::App>::with_root_and_props(root.clone(), app::Props::page(table, root, first)).render();
        }
        // A test loads the table; should it fail all the same, the plain
        // tables of the page are still there.
        Err(_) => root.set_text_content(Some(t(Id::NoTable))),
    }
}

/// The day on the reader's calendar, or else the given one.
#[cfg(feature = "embed")]
pub(crate) fn today(fallback: crate::Date) -> crate::Date {
    browser::today(fallback)
}

/// A text without values, in the language that the page speaks.
fn t(id: Id) -> &'static str {
    speech::text(id)
}

/// A text with values, built by `with`. What the core says goes through
/// [`local`], words of the facts through [`fact`].
fn say(id: Id, with: impl FnOnce(Message) -> Message) -> String {
    local(&with(Message::plain(id)))
}
