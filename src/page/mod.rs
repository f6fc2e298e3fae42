//! The face in the browser: Yew components over the report.
//!
//! One reducer ([`state`]) holds the text, the day and what went wrong;
//! everything shown is derived from the report that the core makes of them.
//! No component judges, knows a build, or writes a date by hand. What the
//! browser itself is asked for stands in [`browser`].

mod about_data;
mod app;
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
mod icons;
mod link;
mod marked;
mod next_step;
mod parts;
mod paste_box;
mod questions;
mod state;
mod upgrade_panel;
mod verdict_card;
mod ways_out;

use self::state::{Dispatch, State};
use crate::advice::Found;
use crate::table::Table;
use crate::words::{self, Id, Message};

/// What parts of the page that answer to the reader look at.
struct View<'a> {
    table: &'static Table,
    state: &'a State,
    dispatch: &'a Dispatch,
    /// Answers that the text in the box holds.
    found: &'a [Found],
}

/// Mounts the page in `#app`.
pub fn start() {
    let Some(root) = browser::root() else { return };
    let first = browser::first(&root);
    root.set_text_content(None);
    match Table::embedded() {
        Ok(table) => {
            yew::Renderer::<app::App>::with_root_and_props(root, app::Props { table, first }).render();
        }
        // A test loads the table; should it fail all the same, the plain
        // tables of the page are still there.
        Err(_) => root.set_text_content(Some(t(Id::NoTable))),
    }
}

/// A text without values.
fn t(id: Id) -> &'static str {
    words::text(id)
}

/// A text with values, built by `with`.
fn say(id: Id, with: impl FnOnce(Message) -> Message) -> String {
    with(Message::plain(id)).to_string()
}
