//! A person at the finished page: opens `dist/index.html` from disk in a real browser, pastes,
//! types, presses keys, and reads what stands there.
//!
//! * [`Engine`]: which browser, and how its driver is started;
//! * [`Driver`]: the driver's process, ended with its owner;
//! * [`Page`]: what a person does and sees;
//! * [`axe`]: the accessibility rules;
//! * [`State`]: the states of the page that are looked at, by rules and in pictures.
//!
//! Everything goes by WebDriver, so another browser is another [`Engine`]. What the standard lacks
//! (a dark screen, a browser without scripts, the list of requests) is asked of Chromium by its own
//! commands, all in [`command`].

pub mod axe;
pub mod command;
mod driver;
mod engine;
mod error;
mod page;
mod state;

pub use driver::Driver;
pub use engine::Engine;
pub use error::Error;
pub use page::{Page, Shown, address, place};
pub use state::State;

/// The day that tests judge for, as the examples of the specification do: without it every test
/// would change its meaning overnight.
pub const ON: &str = "on=2026-11-23";
