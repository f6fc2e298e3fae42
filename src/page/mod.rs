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
mod clocks;
mod copy_button;
mod cutoff_list;
mod details;
mod examples;
mod find_version;
mod icons;
mod next_step;
mod parts;
mod paste_box;
mod state;
mod verdict_card;

use crate::table::Table;
use crate::words::{self, Id, Message};

/// Mounts the page in `#app`.
pub fn start() {
    let Some(root) = browser::root() else { return };
    root.set_text_content(None);
    match Table::embedded() {
        Ok(table) => {
            yew::Renderer::<app::App>::with_root_and_props(root, app::Props { table }).render();
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
